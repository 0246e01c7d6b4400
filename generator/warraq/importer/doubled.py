"""Lines on which a program wrote each paragraph twice, one after the other.

Some ways of taking the text out of a page take each paragraph's box, and then the paragraph in it.
On one line that is a passage, the same passage again, perhaps a heading, and the next passage
twice. Where several are, the line is parted at them; the second of two is for `anatomy` to see.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from warraq.importer.lines import Line

_LONG: Final = 80
"""Words of the shortest line in which they are looked for."""
_BEGINNING: Final = 5
"""Words with which two that say the same begin."""
_SHORTEST: Final = 8
"""Words of a passage that is said twice."""
_LEAST: Final = 3
"""Passages on a line that has such."""
_MOSTLY: Final = 2 / 3
"""Of its words, those in them; so that it has no more different words than that."""


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text; those on which passages stand twice, parted at these."""
    if all(line.words < _LONG for line in lines):
        return tuple(lines)
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: Line) -> Iterator[Line]:
    words = line.text.split(" ") if line.words >= _LONG else []
    many = len(set(words)) > _MOSTLY * len(words)  # as most lines have
    passages = [] if many else list(_passages(words))
    doubled = sum(2 * (end - start) for start, end in passages)
    refrain = len({tuple(words[start:end]) for start, end in passages}) < len(passages)
    if len(passages) < _LEAST or doubled < _MOSTLY * len(words) or refrain:
        yield line
        return
    ends = [0]
    for start, end in passages:
        ends += [start, end, 2 * end - start]
    ends.append(len(words))
    parts = [
        half for start, end in pairwise(ends) if start < end for half in _halves(words[start:end])
    ]
    for at, part in enumerate(parts):
        text = " ".join(part)
        yield line.saying(text) if not at else Line(line.number, text, len(part), piece=True)


def _passages(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each passage begins and ends that stands right behind itself once more."""
    places = _places(words)
    start = 0
    while start < len(words):
        end = _end(words, start, places)
        if end:
            yield start, end
        start = 2 * end - start if end else start + 1


def _places(words: Sequence[str]) -> Mapping[tuple[str, ...], Sequence[int]]:
    """Where each run of a few words begins."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - _BEGINNING + 1):
        found[tuple(words[at : at + _BEGINNING])].append(at)
    return found


def _end(words: Sequence[str], start: int, places: Mapping[tuple[str, ...], Sequence[int]]) -> int:
    """The end of the shortest passage that begins here and stands behind itself again; or 0."""
    again = places.get(tuple(words[start : start + _BEGINNING]), ())
    for end in again:
        same = end - start >= _SHORTEST and words[start:end] == words[end : 2 * end - start]
        if same:
            return end
    return 0


def _halves(part: Sequence[str]) -> Iterator[Sequence[str]]:
    """A part; a label that stands in it twice, «اقرأ أيضا اقرأ أيضا», as two."""
    half = len(part) // 2
    if len(part) == 2 * half and part[:half] == part[half:]:
        yield from (part[:half], part[half:])
    else:
        yield part
