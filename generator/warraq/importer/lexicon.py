"""Which words of Arabic are no names.

A recogniser of names needs to know what is ordinary more than what is a name: «شميدت» and «غوتيريش»
stand in no list, but no newspaper prints them as nouns or verbs either. All words here are keys:
folded by `arabic.normalise`; only `begins_story` takes a text as it is written.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from warraq.arabic.normalise import normalise

_LISTS: Final = Path(__file__).parent / "lists"

_ARTICLES: Final = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")
"""Clitics that end in the article, longest first."""

_LETTERS: Final = frozenset("وفبلكس")
"""Conjunctions, prepositions and the future's س, each one letter."""

_PRONOUNS: Final = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")
_NUMBERS: Final = ("تين", "تان", "تي", "ات", "ين", "ون", "ان")
_CASES: Final = ("وا", "ا", "ت")
_SHORTEST: Final = 3
"""Letters that must remain of a word."""
_PERSONS: Final = "يتن"
"""Letters with which the present of a verb begins."""
_OBJECTS: Final = ("", "ها", "هم", "ني")
"""Endings of the present: none, or the pronoun of whom it reaches; «ه» is an ة as well."""
_OF_MANY: Final = ("ون", "وا")
"""Endings of its plural, which «we» never has."""
_PAST: Final = ("", "ت", "وا", "نا", "ه", "ها", "هم", "ته", "تها", "تهم")
"""Endings of the past, likewise."""
_GOING_ON_LIST: Final = """
و لكن لكنه لكنها كما فيما بينما حيث اذ اذا ثم بل اما انما كذلك غير بيد علما
"""
_GOING_ON: Final = frozenset(_GOING_ON_LIST.split())
"""By which a sentence goes on."""
_DERIVED: Final = 5
"""Letters of a verb whose noun has an ا before its last letter: «احتوى»، «احتواء»."""


class _Ending(NamedTuple):
    """What may have been added to a word, which then lost its own end."""

    text: str
    own: str = ""
    """The end that the word has where nothing is added."""
    least: int = _SHORTEST
    """Letters that must remain before what was added."""


def _endings() -> Iterator[_Ending]:
    """A word in ة drops it before a plural, and a pronoun makes a ت of it; one in ء has it on ي
    before a pronoun («أبنائها»).
    """
    yield from map(_Ending, (*_CASES, *_NUMBERS, *_PRONOUNS))
    yield from (_Ending(number, "ه") for number in _NUMBERS)
    for pronoun in _PRONOUNS:
        yield from (_Ending(f"{plural}{pronoun}") for plural in ("ات", "و", "ون", "اي", "ت"))
        yield _Ending(f"ات{pronoun}", "ه")
        yield _Ending(f"اي{pronoun}", "اء")
        yield _Ending(f"ت{pronoun}", "ه", _SHORTEST - 1)


def _by_last_letters() -> Mapping[str, Sequence[_Ending]]:
    """Endings by the last two letters of a word, and by its last where the two are none of these:
    most words end in none.
    """
    found: dict[str, list[_Ending]] = defaultdict(list)
    for ending in sorted(_endings(), key=lambda ending: len(ending.text)):
        found[ending.text[-2:]].append(ending)
    return {last: found.get(last[-1:], []) * (len(last) > 1) + of for last, of in found.items()}


_ENDINGS: Final = _by_last_letters()


Use: TypeAlias = Literal["function", "common", "seldom"]
"""How a word is used, whatever clitics and endings it has. A function word ends any name and begins
none: a preposition, a pronoun, a numeral, a day, a month.
"""


def use_of(key: str) -> Use:
    """How a word is used: as it stands («بلدية»), or without what was added to it («بلديهم»)."""
    if key in _common() and key not in _function():
        return "common"
    bases = _bases(key)
    if len(key) < 2 or not _function().isdisjoint(bases):
        return "function"
    if not _common().isdisjoint(bases) or any(map(_is_inflected, bases)):
        return "common"
    return "seldom"


@lru_cache(maxsize=1 << 13)
def is_common(key: str) -> bool:
    """An everyday word, whatever clitics and endings it has; function words are common too."""
    return is_listed(key) or (len(key) > 1 and use_of(key) != "seldom")


def is_listed(key: str) -> bool:
    """An everyday word, as it stands."""
    return key in _common()


@lru_cache(maxsize=1 << 13)
def is_function(key: str) -> bool:
    """A preposition, a pronoun, a numeral, a day, a month: it ends any name and begins none."""
    return use_of(key) == "function"


@lru_cache(maxsize=1 << 12)
def is_verb(key: str) -> bool:
    """A verb, as its form and the everyday words of its root tell: a present whose stem is one
    («نتعرض», «ستتحمل», «ليطالع»), a past whose noun is one («احتوى»).
    """
    if len(key) > _DERIVED and key[0] in "وسل" and key[1] in _PERSONS:
        return _is_present(key[1:])
    return (key[0] in _PERSONS and _is_present(key)) or (key[0] == "ا" and _is_past(key))


def _is_present(key: str) -> bool:
    """«ي», «ت» or «ن» before a past or a noun that is listed, or before a past without its ا."""
    if len(key) <= (_SHORTEST if key[0] == "ي" else _SHORTEST + 1):
        return False
    endings = _OBJECTS if key[0] == "ن" else (*_OBJECTS, *_OF_MANY)
    return any(
        is_listed(stem)
        or _is_past(f"ا{stem}")
        or (is_listed(f"ا{stem}") and stem[-2] != "ا")  # «أعلام» is no past
        for stem in _stems(key[1:], endings)
        if stem[-1] != "ه"
    )


def _is_past(key: str) -> bool:
    """Its noun is listed, as it has one letter more: «انفصلت», of «انفصال»."""
    return any(
        len(stem) >= _DERIVED
        and (
            is_listed(f"{stem[:-1]}ا{stem[-1]}")
            or (stem[-1] in "يا" and is_listed(f"{stem[:-1]}اء"))
        )
        for stem in _stems(key, _PAST)
    )


def _stems(key: str, endings: Sequence[str]) -> Iterator[str]:
    """The word without each of these endings that it has."""
    for ending in endings:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST:
            yield key.removesuffix(ending)


def may_be_present(key: str) -> bool:
    """It begins as the present of a verb does, and is no everyday word."""
    return len(key) > _SHORTEST and key[0] in _PERSONS[:2] and not is_listed(key)


def opens_story(key: str) -> bool:
    """A word by which news stories begin, and hardly any later paragraph of one: «أعلنت»."""
    return key in _opening() or (len(key) > _SHORTEST and key.removesuffix("ت") in _opening())


def begins_story(text: str) -> bool:
    """The first word of a text is one by which news stories begin."""
    return opens_story(normalise(text.partition(" ")[0]))


def goes_on(key: str) -> bool:
    """A word by which a sentence goes on from the one above: «كما», «وأضاف», and not «وزير»."""
    if key in _GOING_ON:
        return True
    rest = key[1:] if key[:1] == "و" else ""
    return is_listed(rest) or (rest != "" and not is_listed(key) and use_of(rest) != "seldom")


def without_article(key: str) -> str:
    """A word without its article and the clitics before it; as it is, where too little remains."""
    if key.startswith("ال"):  # as most that have one do
        return key[2:] if len(key) - 2 >= _SHORTEST else key
    if key.startswith(_ARTICLES):
        for front in _ARTICLES:
            if key.startswith(front) and len(key) - len(front) >= _SHORTEST:
                return key[len(front) :]
    return key


def _bases(key: str) -> tuple[str, ...]:
    """The word, and what it may be without clitics."""
    bare = without_article(key)
    if bare != key:
        return key, bare
    if len(key) <= _SHORTEST or key[0] not in _LETTERS:
        return (key,)
    if len(key) > _SHORTEST + 1 and key[0] in "وف" and key[1] in _LETTERS:
        return key, key[1:], key[2:]
    return key, key[1:]


def _is_inflected(base: str) -> bool:
    """An everyday word with an ending."""
    words = _common()
    for text, own, least in _ENDINGS.get(base[-2:]) or _ENDINGS.get(base[-1:], ()):
        rest = base.removesuffix(text)
        if len(base) > len(rest) >= least and rest + own in words:
            return True
    return False


def entries(name: str) -> list[str]:
    """The lines of a file in `lists/`, without its comments."""
    lines = (_LISTS / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def words_listed(name: str) -> frozenset[str]:
    """The words of a file in `lists/`."""
    return frozenset(word for line in entries(name) for word in line.split())


@cache
def _function() -> frozenset[str]:
    return words_listed("function_words.txt")


@cache
def _common() -> frozenset[str]:
    return words_listed("common_words.txt") | _function()


@cache
def _opening() -> frozenset[str]:
    return words_listed("opening_words.txt")
