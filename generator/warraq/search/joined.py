"""Words that are written in one and in two: عبدالله and عبد الله, كفرسوسة and كفر سوسة.

What the archive writes as one word here, and as two side by side there, counts as one to whoever
seeks either. Names with a half of the closed lists need no evidence, and are one unit: their halves
are sought side by side only. The page does it (assets/search.js); it is told the lists, and by the
lexicon where the second half of a word begins.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Final

from warraq.arabic.analysis import ARTICLE

FIRST_HALVES: Final = (("عبد",), ("ابو", "ابا", "ابي"), ("ابن",), ("بن",), ("ام",))
"""What names begin with, normalised; those of one group are cases of one word. آل is not among
them: normalised it is the article."""

SECOND_HALVES: Final = ("الله", "الدين")
"""What names end with, whatever stands before."""

SHORTEST: Final = 3
"""Letters of a half, but for the first of a name: shorter ones make up too many words."""

_SHORT: Final = {half for halves in FIRST_HALVES for half in halves if len(half) < SHORTEST}


def joints(texts: Iterable[Sequence[str]], words: Container[str]) -> Mapping[str, int]:
    """Which of the words are two that also stand side by side, and where the second begins in them.

    Of two places the first holds: عبد العزيز, and not عبدا لعزيز.
    """
    found: dict[str, int] = {}
    for first, second in chain.from_iterable(map(pairwise, texts)):
        word = first + second
        if word in words and _may_be_halves(first, second):
            found[word] = min(len(first), found.get(word, len(first)))
    return dict(sorted(found.items()))


def _may_be_halves(first: str, second: str) -> bool:
    return len(second) >= SHORTEST and (len(first) >= SHORTEST or first in _SHORT)


def together(parts: Iterable[Mapping[str, int]], words: Mapping[str, int]) -> Mapping[str, int]:
    """The joints of all parts of an archive, by its words.

    What begins with a half of two letters and has an article somewhere is a noun: «أمانة» is not
    «أم أنه».
    """
    found: dict[str, int] = {}
    for word, at in (joint for part in parts for joint in part.items()):
        if at >= SHORTEST or ARTICLE + word not in words:
            found[word] = min(at, found.get(word, at))
    return found
