"""Galleries: pictures that a page shows one after another, and counts: «صورة 1 من 3», «1/3».

A number with how many there are stands right above the caption of each picture or right below it;
that one of several follows the other tells that they count pictures.
"""

import re
from collections.abc import Sequence
from typing import Final

from warraq.importer import captions, imprint
from warraq.importer.anatomy.pictures import take_caption
from warraq.importer.anatomy.reading import Reading
from warraq.importer.lines import Line

_COUNT: Final = re.compile(
    r"(?:(?:ال)?صور[ةه]\s)?(?P<at>\d{1,2})\s?(?:من|/)\s?(?P<of>\d{1,2})|"
    r"(?:photo|image)\s(?P<photo>\d{1,2})\s?(?:of|/)\s?(?P<photos>\d{1,2})",
    re.IGNORECASE,
)
_LONGEST: Final = 18
"""Characters."""
_LEAST: Final = 2
_LINES: Final = 4
"""Of one picture, at most: what it is called, what it shows, whose it is."""
_HEADING_WORDS: Final = 8
_CAPTION_WORDS: Final = 30


def cut_galleries(reading: Reading) -> None:
    """The captions of pictures that are counted are theirs, and the numbers the page's."""
    counts = _counts(reading)
    if len(counts) < _LEAST:
        return  # as of nearly all texts
    above = _are_below(reading, counts)
    name = counts[0] - 1
    if not above and reading.roles[name] == "body" and not reading.lines[name].ends:
        reading.roles[name] = "menu"  # what the gallery is called
    for before, index, after in zip(
        (reading.start, *counts[:-1]), counts, (*counts[1:], reading.end), strict=True
    ):
        reading.roles[index] = "menu"
        told = range(index - 1, before, -1) if above else range(index + 1, after)
        for at in _of_picture(reading, told[:_LINES]):
            _take(reading, at)


def _counts(reading: Reading) -> Sequence[int]:
    """Where pictures are counted: the first run of numbers, each by one more than the last."""
    found: list[int] = []
    last, every = 0, 0
    for index in range(reading.start + 1, reading.end):
        text = reading.lines[index].text
        match = _COUNT.fullmatch(text) if len(text) <= _LONGEST else None
        if match is None or reading.roles[index] != "body":
            continue
        at, of = int(match["at"] or match["photo"]), int(match["of"] or match["photos"])
        at, of = min(at, of), max(at, of)  # «4/1» is read from right to left
        if at == last + 1 and of == (every or of):
            found.append(index)
            last, every = at, of
    return found


def _are_below(reading: Reading, counts: Sequence[int]) -> bool:
    """The numbers stand below their captions: above the first stands one, below the last none; or
    what heads a paragraph, as may a caption, and «1/3» seldom stands above a picture.
    """
    first, last = reading.lines[counts[0] - 1], reading.lines[counts[-1] + 1 : counts[-1] + 3]
    if first.prose:
        return False
    if not last or last[0].prose or last[0].gap:
        return True
    heads = len(last) > 1 and last[1].prose and last[0].words <= _HEADING_WORDS
    return heads and reading.lines[counts[0]].text[0].isdigit()


def _of_picture(reading: Reading, told: Sequence[int]) -> Sequence[int]:
    """Of the lines beside a number, those up to the first that is the text's."""
    found: list[int] = []
    for at in told:
        line = reading.lines[at]
        if reading.roles[at] != "body" or not _may_be_caption(line, found):
            break
        found.append(at)
    return found


def _may_be_caption(line: Line, before: Sequence[int]) -> bool:
    """No paragraph and no tags; what a picture is called stands right above what it shows."""
    apart = (line.gap and before) or imprint.is_hash_tags(line.text)
    return line.words <= _CAPTION_WORDS and not apart and line.text[-1] != ":"


def _take(reading: Reading, index: int) -> None:
    credit = captions.credit_line(reading.lines[index].text)
    if not credit:
        take_caption(reading, index)
        return
    reading.roles[index] = "credit"
    reading.found.images.append(captions.Caption("", credit))
