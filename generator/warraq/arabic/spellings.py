"""Spellings of one foreign name: what newspapers write differently, and nothing else.

Two names are one if they differ in one of ج غ ق for another, as غراهام and جراهام, in ك and ق, in
one of ت ث ط, as ماتياس and ماثياس, in one of ز س ث at their end, as سانشيز and سانشيث, in تش and ش,
or if a long vowel is written in the one and not in the other, as بلومبرغ and بلومبيرغ, inside the
name. To be asked only about foreign names: of Arabic words, تقريب and تجريب would be one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

VELARS: Final = ("جغق", "كق")
"""ك is no g: ماركو is not مارغو."""

TEETH: Final = "تثط"

HISSES: Final = "زسث"
"""In the midst of words they tell too many apart: ستوزع and ستوسع."""

VOWELS: Final = "اوي"

LONG: Final = 6
"""Letters that a name must have to lack a vowel at its first or last consonant, as غوردون does; to
lack any, one more. So many it must have for ت ث ط, or where it begins with ا."""


def spellings(names: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """Pairs of these names that are spellings of one, the commoner first; `names` counts them."""
    alike = defaultdict[str, list[str]](list)
    for name in sorted(names):
        for pattern in _patterns(name):
            alike[pattern].append(name)
        for shorter in _shorter(name):
            if shorter in names:
                alike[f"{name} {shorter}"] = [name, shorter]
    for group in alike.values():
        first, *others = sorted(group, key=lambda name: (-names[name], name))
        yield from ((first, other) for other in others)


def _patterns(name: str) -> Iterator[str]:
    """The name with a letter left open, which its other spellings have too."""
    if len(name) < LONG and name.startswith("ا"):
        return
    for alike in (*VELARS, TEETH) if len(name) >= LONG else VELARS:
        for at, letter in enumerate(name):
            if letter in alike:
                yield f"{name[:at]}{alike}{name[at + 1 :]}"
    if name[-1] in HISSES:
        yield f"{name[:-1]}{HISSES}"


def _shorter(name: str) -> Iterator[str]:
    """The spellings that lack a letter of this one."""
    if "تش" in name:
        yield name.replace("تش", "ش", 1)
    for at in range(1, len(name) - 1):
        if name[at] in VOWELS and (len(name) > LONG or _is_slight(name, at)):
            yield name[:at] + name[at + 1 :]


def _is_slight(name: str, at: int) -> bool:
    """Whether a vowel is one that even a name of six letters may lack, and be the same.

    It stands between consonants at the name's beginning or end: elsewhere it tells ديلما from
    ديليما, and beside a vowel مورنو from مورنيو.
    """
    alone = name[at - 1] not in VOWELS and name[at + 1] not in VOWELS
    return len(name) == LONG and at in (1, len(name) - 2) and alone
