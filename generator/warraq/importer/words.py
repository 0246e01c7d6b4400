"""A text as words, each with what can be said of it wherever it stands: that is looked up once."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from warraq.arabic.normalise import normalise
from warraq.importer import entities, gazetteer
from warraq.importer.lexicon import is_common, is_function, without_article
from warraq.importer.recall import Recall

MOST_WORDS: Final = 400
"""Words of a text that are read: what it is about has been said by then."""

SERVANT: Final = "عبد"
"""The first half of many given names."""

_WORD: Final = re.compile(
    r"([\u0621-\u065f\u0670-\u06d3\u0640]+|[A-Za-z][A-Za-z0-9&'.-]*[A-Za-z0-9]|\d+)"
)
_SIGN: Final = re.compile(r"[^\w\s#_]")
"""What parts words that it stands between."""
_OPENING: Final = frozenset('«“"')
_CLOSING: Final = frozenset("»”")
_ALA: Final = frozenset(("على", "وعلى", "فعلى", "إلى", "الى", "وإلى"))
_CONTENT: Final = 3
"""Letters of a word that may be a topic."""


class Word(NamedTuple):
    """What is known of a word by itself. All but `key` is folded from that.

    A tuple, as each new word of each text makes one.
    """

    key: str
    """`arabic.normalise` of it; «ع» where that would be another word's, or nothing."""
    bares: tuple[str, ...]
    """The key, and what it may be without clitics."""
    core: str
    """The key without و, ب and ل before the article, or before nothing that is known."""
    noun: str
    """The core without its article."""
    known: bool
    """A name that we know begins with it."""
    group: bool
    """An institution's name may begin with it."""
    opens: bool
    """A name may begin with it: one of these, or another."""
    content: bool
    """It says something: it may be a topic, or part of one."""
    has_article: bool
    definite: bool
    """The core has the article."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in parallel lists."""

    texts: Sequence[str]
    words: Sequence[Word]
    keys: Sequence[str]
    parted: Sequence[bool]
    """A mark or a line's end stands before the word."""
    zones: Sequence[int]
    """0 headline, 1 first paragraph, 2 the rest."""
    quotes: Sequence[tuple[int, int]]
    """Where quotations begin and end; none is empty."""
    counts: Counter[str]
    """Of the keys."""


def read(headline: str, paragraphs: Sequence[str]) -> Words:
    """The words of a text, some MOST_WORDS of them: the line in which the limit lies is read."""
    texts: list[str] = []
    parted: list[bool] = []
    zones: list[int] = []
    quotes: list[tuple[int, int]] = []
    for zone, line in enumerate((headline, *paragraphs)):
        pieces = _WORD.split(line)  # each second piece is a word
        first, opened = len(texts), -1
        for at, between in enumerate(pieces[::2], first):
            signs = _SIGN.findall(between) if between != " " else ()
            parted.append(at == first or bool(signs))
            for sign in signs:
                closes = sign in _CLOSING or (opened >= 0 and sign == '"')
                if closes and 0 <= opened < at:
                    quotes.append((opened, at))
                if closes or sign in _OPENING:
                    opened = -1 if closes else at
        parted.pop()  # before the line's end
        texts += pieces[1::2]
        zones += [min(zone, 2)] * (len(texts) - first)
        if len(texts) > MOST_WORDS:
            break
    words = list(map(_WORDS.__getitem__, texts))
    keys = [word.key for word in words]
    return Words(texts, words, keys, parted, zones, quotes, Counter(keys))


@lru_cache(maxsize=1 << 14)
def folds(key: str) -> tuple[tuple[str, int], ...]:
    """What a word may be without clitics, with the letters to take off; -1: لل, which hides ال."""
    found: list[tuple[str, int]] = []
    conjunctions = (0, 1) if key[:1] in ("و", "ف") and len(key) > 3 else (0,)
    for at in conjunctions:
        rest = key[at:]
        if at:
            found.append((rest, at))
        if len(rest) > 3 and rest.startswith("لل"):
            found.append((f"ا{rest[1:]}", -1 - at))
        elif len(rest) > 3 and rest[0] in "بلك":
            found.append((rest[1:], at + 1))
    return tuple(found)


def _word(text: str) -> Word:
    # Normalised, على would be the name علي.
    key = "ع" if text in _ALA else normalise(text) or "ع"
    bares = (key, *(bare for bare, _ in folds(key)))
    core = _core(key)
    known = not entities.starts().keys().isdisjoint(bares)
    group = any(map(entities.is_group, bares))
    return Word(
        key=key,
        bares=bares,
        core=core,
        noun=without_article(core),
        known=known,
        group=group,
        opens=known or group or _opens(key, bares),
        content=len(key) >= _CONTENT and not key[0].isdigit() and not is_function(key),
        has_article=key.startswith("ال"),
        definite=core.startswith("ال"),
    )


_WORDS: Final = Recall(_word)


def _core(key: str) -> str:
    for front in ("وال", "بال", "فال"):
        if key.startswith(front) and len(key) > 5:
            return key[1:]
    return f"ا{key[1:]}" if key.startswith("لل") and len(key) > 4 else key


def _opens(key: str, bares: Sequence[str]) -> bool:
    """Whether it is no everyday word, or one that begins persons' names, whatever its clitics."""
    if len(key) > 1 and not is_common(key) and not key[0].isdigit():
        return True
    return any(
        bare in gazetteer.GIVEN_NAMES or bare in entities.LINKS or bare == SERVANT for bare in bares
    )
