"""Numbered links: what browsers for terminals make of a page's links, «[12]بيروت», and below the
text the list of where they lead, «References», «12. https://…».
"""

import re
from collections.abc import Sequence
from typing import Final

from warraq.importer.lines import Line

_HEADS: Final = frozenset(("References", "Visible links", "Visible links:", "Hidden links:"))
_ADDRESS: Final = re.compile(r"\d{1,4}\. (?:https?|ftp|file|mailto|javascript):\S*")
_NUMBER: Final = re.compile(r"\[\d{1,4}\](?=\S|$)")
_LEAST: Final = 2
"""Addresses in such a list."""


def listed(lines: Sequence[Line]) -> int:
    """The index at which the list of addresses begins; the number of lines where there is none."""
    for at, line in enumerate(lines):
        if line.text in _HEADS:
            below = [below.text for below in lines[at:] if below.text not in _HEADS]
            told = [text for text in below if _ADDRESS.fullmatch(text)]
            return at if len(told) >= _LEAST and len(told) == len(below) else len(lines)
    return len(lines)


def without(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without their links' numbers; one that is nothing else goes."""
    bare = ((line, _NUMBER.sub("", line.text).strip()) for line in lines)
    return tuple(line if text == line.text else line.saying(text) for line, text in bare if text)
