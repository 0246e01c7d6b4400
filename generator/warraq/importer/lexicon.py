"""Which words of Arabic are no names.

A recogniser of names needs to know what is ordinary more than what is a name: «شميدت» and «غوتيريش»
stand in no list, but no newspaper prints them as nouns or verbs either. All words here are keys:
folded by `arabic.normalise`.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

_LISTS: Final = Path(__file__).parent / "lists"

_ARTICLES: Final = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال")
"""Clitics that end in the article, longest first."""

_LETTERS: Final = frozenset("وفبلكس")
"""Conjunctions, prepositions and the future's س, each one letter."""

_PRONOUNS: Final = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")
_NUMBERS: Final = ("تين", "تان", "تي", "ات", "ين", "ون", "ان")
_CASES: Final = ("وا", "ا", "ت")
_PLURALS: Final = tuple(f"ات{pronoun}" for pronoun in _PRONOUNS)
_HAMZAS: Final = tuple(f"اي{pronoun}" for pronoun in _PRONOUNS)
_DEEDS: Final = tuple(f"{plural}{pronoun}" for plural in ("و", "ون") for pronoun in _PRONOUNS)
_ALL_ENDINGS: Final = (_PRONOUNS, _PLURALS, _DEEDS, _HAMZAS, _NUMBERS, _CASES)
_ENDINGS: Final = {
    last: tuple((ending, of) for of in _ALL_ENDINGS for ending in of if ending.endswith(last))
    for last in {ending[-1] for of in _ALL_ENDINGS for ending in of}
}
"""By their last letter: most words end in none."""
_SHORTEST: Final = 3
"""Letters that must remain of a word."""


@lru_cache(maxsize=1 << 14)
def is_common(key: str) -> bool:
    """An everyday word, whatever clitics and endings it has; function words are common too."""
    words, bases = _common(), _bases(key)
    return not words.isdisjoint(bases) or any(not words.isdisjoint(_stems(b)) for b in bases)


def is_listed(key: str) -> bool:
    """An everyday word, as it stands."""
    return key in _common()


@lru_cache(maxsize=1 << 14)
def is_function(key: str) -> bool:
    """A preposition, a pronoun, a numeral, a day, a month: it ends any name and begins none."""
    return len(key) < 2 or not _function().isdisjoint(_bases(key))


def opens_story(key: str) -> bool:
    """A word by which news stories begin, and hardly any later paragraph of one: «أعلنت»."""
    return key in _opening() or (len(key) > _SHORTEST and key.removesuffix("ت") in _opening())


def without_article(key: str) -> str:
    """A word without its article and the clitics before it; as it is, where too little remains."""
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


def _stems(base: str) -> Iterator[str]:
    """What an ending may have been added to: a word, one in ة, which a pronoun makes a ت and a
    plural drops, or one in ء, which stands on ي before a pronoun («أبنائها»).
    """
    for ending, of in _ENDINGS.get(base[-1:], ()):
        if not base.endswith(ending) or len(base) - len(ending) < _SHORTEST:
            continue
        rest = base[: -len(ending)]
        yield rest
        if of is _NUMBERS or of is _PLURALS:
            yield f"{rest}ه"
        elif of is _HAMZAS:
            yield f"{rest}اء"
        elif of is _PRONOUNS and rest[-1] == "ت":
            yield f"{rest[:-1]}ه"
            if len(rest) > _SHORTEST:
                yield rest[:-1]


def _read(name: str) -> frozenset[str]:
    lines = (_LISTS / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _function() -> frozenset[str]:
    return _read("function_words.txt")


@cache
def _common() -> frozenset[str]:
    return _read("common_words.txt") | _function()


@cache
def _opening() -> frozenset[str]:
    return _read("opening_words.txt")
