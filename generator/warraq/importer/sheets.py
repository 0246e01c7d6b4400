"""Sheets: what a printed page has at its head and its foot, in a text that was printed to a file.

The number of the sheet stands there, and around it what comes back on each: the address, the site,
the headline, the day of printing.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from warraq.importer.lines import Line

_NUMBER: Final = re.compile(
    r"(?:page|صفحة|ص)\s*:?\s*(?P<named>\d{1,3})(?:\s*(?:of|من|/)\s*\d{1,3})?|"
    r"(?P<of>\d{1,3})\s*(?:/|of|من)\s*(?P<all>\d{1,3})|(?P<bare>\d{1,3})",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"\s(?:page|صفحة)\s*:?\s*(?P<named>\d{1,3})(?:\s*(?:of|من|/)\s*\d{1,3})?$", re.IGNORECASE
)
"""The number stands behind the address, in its line."""
_LEAST: Final = 2
"""Sheets."""
_AROUND: Final = 3
"""Lines above and below a sheet's number that may belong to its foot, or to the next one's head."""
_DIGIT: Final = re.compile(r"\d+")
_LONGEST: Final = 120
"""Characters of a line at a sheet's head or foot."""


def edges(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of lines that are sheets' heads and feet; none, where the numbers of two or more
    sheets, one higher than the other, with what comes back around them, are not there. What stands
    above the first sentence stays: it may be the headline.
    """
    numbers = [(at, *number) for at, line in enumerate(lines) if (number := _number(line))]
    rising = [
        (first, second)
        for (first, one, kind), (second, other, same) in pairwise(numbers)
        if other == one + 1 and kind == same
    ]
    if len(rising) < _LEAST - 1:
        return frozenset()
    marks = {at for pair in rising for at in pair}
    near = {
        at
        for mark in marks
        for at in range(max(0, mark - _AROUND), min(len(lines), mark + _AROUND + 1))
        if at not in marks and len(lines[at].text) <= _LONGEST
    }
    told = Counter(_said(lines[at]) for at in near)
    back = {said for said, times in told.items() if said and times >= _LEAST}
    if not back:
        return frozenset()  # numbers of something else
    begins = next((at for at, line in enumerate(lines) if line.sentence), 0)
    again = (at for at, line in enumerate(lines) if at > begins and _said(line) in back)
    return frozenset({*marks, *again})


def _number(line: Line) -> tuple[int, str] | None:
    """The number of a sheet that a line is, and how many there are, or how it is written; None
    where it is none. One that nothing names stands behind other words of its line.
    """
    if len(line.text) > _LONGEST or not line.text[-1].isdigit():
        return None
    if behind := _BEHIND.search(line.text):
        return int(behind["named"]), "named"
    match = _NUMBER.fullmatch(line.text)
    if match is None or (match["bare"] and not line.piece):
        return None
    return int(match["named"] or match["of"] or match["bare"]), match["all"] or "named"


def _said(line: Line) -> str:
    """What a line says, whatever the numbers in it."""
    return _DIGIT.sub("", line.key)
