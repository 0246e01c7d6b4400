"""A text as words, each with what can be said of it wherever it stands: that is looked up once."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple, TypeAlias

from warraq.arabic.normalise import normalise
from warraq.importer import entities, gazetteer
from warraq.importer.lexicon import is_verb, use_of, without_article
from warraq.recall import Recall

MOST_WORDS: Final = 400
"""Words of a text that are read: what it is about has been said by then."""

_MOST_KNOWN: Final = 1 << 17
"""Words that are remembered, some 40 MB: of a text's 400 words 15 are new then, and 25 to 45 where
half as many are remembered.
"""

SERVANT: Final = "عبد"
"""The first half of many given names."""

_WORD: Final = re.compile(
    r"([\u0621-\u065f\u0670-\u06d3\u0640]+|[A-Za-z\u00c0-\u024f](?:[\w&'.-]*[A-Za-z\u00c0-\u024f0-9])?|\d+)"
)
_SIGN: Final = re.compile(r"[^\w\s#_]")
"""What parts words that it stands between."""
_BETWEEN: Final = frozenset((" ", "-"))
"""What most words have between them, and the syllables of some names: «كيم جونغ-أون»."""
_OPENING: Final = frozenset('«“"')
_CLOSING: Final = frozenset("»”")
_ALA: Final = frozenset(("على", "وعلى", "فعلى", "إلى", "الى", "وإلى", "وفي"))
"""Function words that are not told from names without their spelling or their clitics."""
_ADDRESS: Final = re.compile(r"www\.|[\w-]+\.(?:com|net|org|edu|gov)\b", re.IGNORECASE)
PERSONAL: Final = gazetteer.GIVEN_NAMES | entities.LINKS | {SERVANT}
"""Keys of words that begin persons' names."""
_TANWIN: Final = "\u064b"
"""On the accusative of a noun that is no name."""
_CONJUNCTIONS: Final = "وف"
_MOTHER: Final = normalise("أم")
"""With which names of towns begin, in two letters: «وأم درمان»."""
CLITICS: Final = f"{_CONJUNCTIONS}بلك"
"""Letters that stand before words and are none of theirs."""
_SELDOM_CLITICS: Final = "فك"
"""Those with which many foreign names begin, and which stand before few."""
JOINED: Final = ("وال", "بال", "لل", "كال", "فال")
"""Clitics that end in the article."""
_CONTENT: Final = 3
"""Letters of a word that may be a topic."""
_STEM: Final = 4
"""Letters by which words of two texts are compared."""


Form: TypeAlias = tuple[str, int]
"""What a word may be without clitics, and the letters to take off; -1: لل, which hides ال."""


@dataclass(slots=True, eq=False)
class Word:
    """What is known of a word by itself. All but `key` is folded from that.

    Nobody changes one; to freeze it would cost five times as much, and each new word makes one.
    """

    key: str
    """`arabic.normalise` of it; «ع» where that would be another word's, or nothing."""
    core: str
    """The key without و, ب and ل before the article, or before nothing that is known."""
    noun: str
    """The core without its article."""
    known: bool
    """A name that we know begins with it."""
    group: bool
    """An institution's name may begin with it."""
    title: bool
    """It is a word that stands before persons."""
    opens: bool
    """A name may begin with it: one that we know, an institution's, or another."""
    common: bool
    """An everyday word, or a number."""
    content: bool
    """It says something: it may be a topic, or part of one."""
    has_article: bool
    country: str
    """The country that it means as an adjective, or ''."""
    _as_name: "AsName | None"
    """None before it was asked for, as of most words nobody does."""

    @property
    def definite(self) -> bool:
        """The core has the article."""
        return self.core.startswith("ال")

    def as_name(self) -> "AsName":
        """What it is as part of a name."""
        if self._as_name is None:
            self._as_name = _as_name(self.key, common=self.common)
        return self._as_name


class AsName(NamedTuple):
    """What a word is as part of a name."""

    named: Form | None
    """By itself; None where it can be none."""
    attested: tuple[Form, ...] = ()
    """What it is rather, where the text has that without clitics too."""


NO_NAME: Final = AsName(None)
"""Of words that are part of none."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in parallel lists."""

    texts: Sequence[str]
    words: Sequence[Word]
    keys: Sequence[str]
    parted: bytes
    """1 where a mark or a line's end stands before the word, 0 elsewhere."""
    zones: bytes
    """0 headline, 1 first paragraph, 2 the rest."""
    quotes: Sequence[tuple[int, int]]
    """Where quotations begin and end; none is empty."""
    counts: Counter[str]
    """Of the keys."""


def read(headline: str, paragraphs: Sequence[str]) -> Words:
    """The words of a text, some MOST_WORDS of them: the line in which the limit lies is read."""
    texts: list[str] = []
    parted, zones = bytearray(), bytearray()
    quotes: list[tuple[int, int]] = []
    for zone, line in enumerate((headline, *paragraphs)):
        pieces = _WORD.split(line)  # each second piece is a word
        first, opened = len(texts), -1
        texts += pieces[1::2]
        apart = bytearray(len(pieces) // 2 + 1)
        apart[0] = 1
        signs = [(at, piece) for at, piece in enumerate(pieces[::2]) if piece not in _BETWEEN]
        for at, between in signs:
            for sign in _SIGN.findall(between):
                apart[at] = 1
                closes = sign in _CLOSING or (opened >= 0 and sign == '"')
                if closes and 0 <= opened < first + at:
                    quotes.append((opened, first + at))
                if closes or sign in _OPENING:
                    opened = -1 if closes else first + at
        parted += apart[:-1]  # the last stands before the line's end
        zones += bytes((min(zone, 2),)) * (len(apart) - 1)
        if len(texts) > MOST_WORDS:
            break
    words = list(map(_WORDS.__getitem__, texts))
    keys = [word.key for word in words]
    return Words(texts, words, keys, bytes(parted), bytes(zones), quotes, Counter(keys))


def of(text: str) -> Iterator[Word]:
    """What is known of each word of a text."""
    return map(_WORDS.__getitem__, _WORD.findall(text))


def stems(*texts: str) -> frozenset[str]:
    """What texts speak of: the first letters of their words."""
    return frozenset[str]().union(*map(_stems, texts))


@lru_cache(maxsize=1 << 8)
def _stems(text: str) -> frozenset[str]:
    # The same lines are asked again and again while one text is taken apart.
    return frozenset(word.noun[:_STEM] for word in of(text) if word.content)


@lru_cache(maxsize=1 << 12)
def forms(key: str) -> tuple[Form, ...]:
    """A word's key, and what it may be without clitics."""
    found: list[Form] = [(key, 0)]
    joined = key[0] in _CONJUNCTIONS and (len(key) > 3 or key[1:] == _MOTHER)
    conjunctions = (0, 1) if joined else (0,)
    for at in conjunctions:
        rest = key[at:]
        if at:
            found.append((rest, at))
        if len(rest) > 3 and rest.startswith("لل"):
            found.append((f"ا{rest[1:]}", -1 - at))
            if rest[1:] in entities.known():  # «لليبيا», whose first «ل» alone is a clitic
                found.append((rest[1:], at + 1))
        elif len(rest) > 3 and rest[0] in "بلك":
            found.append((rest[1:], at + 1))
    return tuple(found)


def bares(key: str) -> Sequence[str]:
    """Of the forms, without what to take off."""
    return [bare for bare, _ in forms(key)] if key[0] in CLITICS else (key,)


def _word(text: str) -> Word:
    # Normalised, على would be the name علي; with «وفي» in the list «كوفي» would be «like Wafi».
    key = "ع" if text in _ALA or _ADDRESS.match(text) else normalise(text) or "ع"
    number = key[0].isdigit()
    use = "function" if number else use_of(key)
    core = _core(key)
    noun = without_article(core)
    known = group = title = personal = False
    begins = bares(key)
    if not _beginnings().isdisjoint(begins):
        known = not entities.starts().keys().isdisjoint(begins)
        group = not entities.GROUPS_OR_DEFINITE.isdisjoint(begins)
        title = not entities.TITLES.isdisjoint(begins)
        personal = not PERSONAL.isdisjoint(begins)
    as_name = NO_NAME if use == "function" or _TANWIN in text else None
    if personal and key in PERSONAL:
        as_name = AsName((key, 0))
    return Word(
        key,
        core,
        noun,
        known,
        group,
        title,
        known or group or personal or (use == "seldom" and len(key) > 1),
        use != "seldom",
        use != "function" and len(key) >= _CONTENT,
        key.startswith("ال"),
        entities.nations().get(noun, ""),
        as_name,
    )


@cache
def _beginnings() -> frozenset[str]:
    """Words with which names begin that we know, or that announce one."""
    return entities.GROUPS_OR_DEFINITE.union(entities.TITLES, PERSONAL, entities.starts())


_WORDS: Final = Recall(_word, _MOST_KNOWN)


def _core(key: str) -> str:
    if key.startswith(("وال", "بال", "فال")) and len(key) > 5:
        return key[1:]
    return f"ا{key[1:]}" if key.startswith("لل") and len(key) > 4 else key


def _is_own(key: str, name: str) -> bool:
    """«فلورنس» is a name of its own, and no «ف» before another."""
    return key[0] in _SELDOM_CLITICS and name in gazetteer.FOREIGN_NAMES


def _as_name(key: str, *, common: bool) -> AsName:
    """Clitics go where the bare form is known for a name."""
    named: Form | None = None
    attested: list[Form] = []
    for form in forms(key)[1:]:
        given = form[0] in gazetteer.GIVEN_NAMES or form[0] == SERVANT
        if given and not (common or _is_own(key, form[0])):
            named = form
            break
        if len(form[0]) > 2:
            attested.append(form)
        if form[0] in entities.known():
            break
    else:
        if not (common or key in entities.known() or is_verb(key)):
            named = (key, 0)
    return AsName(named, tuple(attested)) if named or attested else NO_NAME
