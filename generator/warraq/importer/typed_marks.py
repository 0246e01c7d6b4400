"""Marks of Markdown that somebody typed into a text file: «# عنوان», «- بند», «> اقتباس»."""

import re
from collections.abc import Sequence
from typing import Final

from warraq.importer.lines import Line, Mark

_HEADING: Final = re.compile(r"#{1,6}\s+(?=\S*[^\W\d_])")
"""And no tag, «#وسم»."""
_MARKS: Final[tuple[tuple[re.Pattern[str], Mark], ...]] = (
    (_HEADING, "heading"),
    (re.compile(r"[-*+]\s+(?=\S)(?![-*+](?:\s[-*+])*$)"), "item"),
    (re.compile(r">\s+(?=\S)"), "quote"),
)
_TAG: Final = "# "
_TAG_WORDS: Final = 5
"""Of the longest tag, and its mark."""
_BOLD: Final = re.compile(r"\*\*([^\s*][^*]*)\*\*")
"""All of a line: a writer's name, a caption, a heading."""
_BOLD_LABEL: Final = re.compile(r"\*\*([^*]{2,30}:)\*\*\s*(?=\S)")
_EMPHASISED: Final = re.compile(r"_([^\s_][^_]*)_|\*([^\s*][^*]*)\*")
_PICTURE: Final = re.compile(r"(?:\[\s*)?!\[[^\[\]]*\]\([^()]*\)(?:\s*\]\([^()]*\))?")


def read(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text without these marks, each marked with what it is; as they are, where no
    line is marked as the headline, and not two as headings. The headline needs no mark.
    """
    headings = [line for line in lines if _HEADING.match(line.text)]
    if not headings or (headings[0] is not lines[0] and len(headings) == 1):
        return tuple(lines)  # as nearly all
    tags = _tags(lines)
    first, *others = (
        line.saying(f"#{_HEADING.sub('', line.text)}")
        if at in tags
        else _caption_below(lines[at - 1], line) or _marked(line)
        for at, line in enumerate(lines)
    )
    return first._replace(mark=""), *others


def _tags(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that head nothing, two or more of a few words in turn: «# صيدا», «# البحر»."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate((*lines, None)):
        if line and line.words <= _TAG_WORDS and line.text.startswith(_TAG) and not line.prose:
            run.append(at)
            continue
        if len(run) > 1 and not (line and line.prose and not line.gap):
            found.update(run)
        run = []
    return frozenset(found)


def _caption_below(above: Line, line: Line) -> Line | None:
    """A line all of which is emphasised, below a picture, or with its owner behind it in brackets,
    is a caption.
    """
    shown = _EMPHASISED.fullmatch(line.text)
    told = (shown[1] or shown[2]).strip() if shown else ""
    if not told or not (told[-1] == ")" or _PICTURE.fullmatch(above.text)):
        return None
    return line.saying(told)._replace(mark="caption")


def _marked(line: Line) -> Line:
    if bold := _BOLD.fullmatch(line.text):
        return line._replace(text=bold[1].strip())
    if label := _BOLD_LABEL.match(line.text):
        return line.saying(f"{label[1]} {line.text[label.end() :]}")
    for pattern, mark in () if line.piece else _MARKS:
        if begins := pattern.match(line.text):
            bare = line.saying(line.text[begins.end() :])
            stray = mark == "heading" and bare.sentence  # an editor's, before each paragraph
            return bare if stray else bare._replace(mark=mark)
    return line
