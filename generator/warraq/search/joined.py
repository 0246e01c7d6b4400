"""Words that are written in one and in two: عبدالله and عبد الله, كفرسوسة and كفر سوسة.

What the archive writes as one word here, and as two side by side there, counts as one to whoever
seeks either. Names with a half of the closed lists need no evidence, and are one unit: their halves
are sought side by side only. The page does it (assets/search.js); it is told the lists, and by the
lexicon where the second half of a word begins.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from warraq.arabic.analysis import ARTICLE

FIRST_HALVES: Final = (("عبد",), ("ابو", "ابا", "ابي"), ("ابن",), ("بن",), ("ام",))
"""What names begin with, normalised; those of one group are cases of one word. آل is not among
them: normalised it is the article."""

SECOND_HALVES: Final = ("الله", "الدين")
"""What names end with, whatever stands before."""

SHORTEST: Final = 3
"""Letters of a half, but for the first of a name: shorter ones make up too many words."""

LONGEST: Final = 16
"""Letters of a word; what is longer lacks a space by mistake."""

_SHORT: Final = {half for halves in FIRST_HALVES for half in halves if len(half) < SHORTEST}


def side_by_side(words: Sequence[str]) -> Iterator[str]:
    """What stands side by side in a text and may be one word elsewhere, with a space between."""
    for first, second in pairwise(words):
        if SHORTEST <= len(second) <= LONGEST - len(first) and (
            len(first) >= SHORTEST or first in _SHORT
        ):
            yield f"{first} {second}"


def joints(pairs: Iterable[str], words: Mapping[str, int]) -> Mapping[str, int]:
    """Those of the pairs that are also written in one, and where the second half begins there.

    Of two places the first holds: عبد العزيز, and not عبدا لعزيز.
    """
    found: dict[str, int] = {}
    for pair in pairs:
        first, second = pair.split(" ")
        if first + second in words:
            found[first + second] = min(len(first), found.get(first + second, len(first)))
    return dict(sorted(found.items()))


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
