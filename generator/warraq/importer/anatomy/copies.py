"""Paragraphs that stand in a text twice, as where it was pasted two times: the first copy is kept.

A single sentence may be said again, and so may a refrain; several paragraphs are not, and no
paragraph is right below itself.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from warraq.importer.anatomy.reading import Reading
from warraq.importer.lines import Line

_LEAST: Final = 2
"""Paragraphs of running text in a copy."""
_LEAST_WORDS: Final = 30
_MOST_HEADS: Final = 20
"""Lines above the first paragraph of a copy."""
_OPENING: Final = 30
"""Characters with which two paragraphs that say the same begin alike."""


def cut_copies(reading: Reading) -> None:
    """Paragraphs that follow one another as they did further up leave the text."""
    openings = {line.text[:_OPENING] for line in reading.lines}
    if len(openings) == len(reading.lines):
        return
    rest = reading.rest(reading.start)
    lines = [reading.lines[i] for i in rest]
    first: dict[str, int] = {}
    for above, below in pairwise(rest):
        if reading.lines[above].prose and reading.lines[above].key == reading.lines[below].key:
            reading.roles[below] = "body again"
    at = 0
    while at < len(lines):
        above = first.setdefault(lines[at].text[:_OPENING], at)
        length = _length(lines, above, at) if above < at else 0
        if length:
            for index in rest[at : at + length]:
                reading.roles[index] = "body again"
            _cut_head(reading, rest[at])
        at += length or 1


def _length(lines: Sequence[Line], above: int, at: int) -> int:
    """How many lines from one place on say what those from a place above it say; 0, if these are
    too few paragraphs. Of a copy that a page's reader has cut, its long heading may be left.
    """
    length = prose = 0
    while (
        above + length < at
        and at + length < len(lines)
        and (prose or length < _MOST_HEADS)
        and lines[above + length].key == lines[at + length].key
    ):
        prose += lines[at + length].prose
        length += 1
    copy = lines[at : at + length]
    enough = prose >= _LEAST
    if enough and sum(line.words for line in copy) >= _LEAST_WORDS:
        return length
    left = length == 1 and at == len(lines) - 1 and copy[0].mark == "heading" and copy[0].prose
    return length if left else 0


def _cut_head(reading: Reading, index: int) -> None:
    """Lines of the head, as the headline, that stand above a copy once more."""
    above = {line.key for line in reading.lines[: reading.start]}
    while index > reading.start and reading.lines[index - 1].key in above:
        index -= 1
        reading.roles[index] = "body again"
