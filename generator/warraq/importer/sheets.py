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
    r"(?P<of>\d{1,3})\s*(?:/|of|من)\s*\d{1,3}|(?P<bare>\d{1,3})",
    re.IGNORECASE,
)
_LEAST: Final = 2
"""Sheets."""
_AROUND: Final = 3
"""Lines above and below a sheet's number that may belong to its foot, or to the next one's head."""
_DIGIT: Final = re.compile(r"\d+")
_LONGEST: Final = 120
"""Characters of a line at a sheet's head or foot."""


def edges(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of lines that are sheets' heads and feet; none, where the numbers of two or more
    sheets, one higher than the other, with what comes back around them, are not there.
    """
    numbers = [(at, number) for at, line in enumerate(lines) if (number := _number(line))]
    rising = [pair for pair in pairwise(numbers) if pair[1][1] == pair[0][1] + 1]
    if len(rising) < _LEAST - 1:
        return frozenset()
    marks = sorted({at for pair in rising for at, _ in pair})
    near = {
        at: {
            other
            for other in range(max(0, at - _AROUND), min(len(lines), at + _AROUND + 1))
            if other not in marks and len(lines[other].text) <= _LONGEST
        }
        for at in marks
    }
    told = Counter(said for around in near.values() for said in {_said(lines[at]) for at in around})
    back = {said for said, times in told.items() if said and times >= _LEAST}
    edge = {at for around in near.values() for at in around if _said(lines[at]) in back}
    if not edge:
        return frozenset()  # numbers of something else
    again = {at for at, line in enumerate(lines) if _said(line) in back}
    return frozenset({*marks, *edge, *again})


def _number(line: Line) -> int:
    """The number of a sheet that a line is, 0 where it is none; one that nothing names stands
    behind other words of its line.
    """
    match = _NUMBER.fullmatch(line.text) if line.words < _LEAST * 3 else None
    if match is None or (match["bare"] and not line.piece):
        return 0
    return int(match["named"] or match["of"] or match["bare"])


def _said(line: Line) -> str:
    """What a line says, whatever the numbers in it."""
    return _DIGIT.sub("", line.key)
