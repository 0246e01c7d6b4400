"""Pictures, known by the lines that tell of them: captions and credits.

A credit and the caption right below it are one picture's; a caption that comes back is said again.
"""

from dataclasses import replace
from typing import Final

from warraq.importer import boilerplate, captions, imprint, noise
from warraq.importer.anatomy.reading import Reading
from warraq.importer.lines import Line, key, may_begin_with

CAPTION_WORDS: Final = 14
"""Of a line that nothing but its place shows to be a caption."""
_RIGHTS: Final = "©"
_LONGEST: Final = 60
"""Words of the longest caption that does not say so."""


def is_of_picture(reading: Reading, index: int) -> bool:
    """Long as a paragraph, but above whose picture it tells of («© رويترز»), printed twice, or
    ending in a date and an agency, or as agencies end what they say of a picture; or HTML.
    """
    line = reading.lines[index]
    if imprint.meta_description(line.text) or captions.is_of_photo(line.text):
        return True
    below = reading.lines[index + 1 : index + 2]
    if below and below[0].text[0] == _RIGHTS and captions.credit_line(below[0].text):
        return True
    if captions.says_whose(line) or (line.text.endswith(").") and captions.is_credited(line)):
        return True
    return line.words <= _LONGEST and _is_told_of(reading, index)


def _is_told_of(reading: Reading, index: int) -> bool:
    """What stands beside it, or its end, tells that it is of a picture."""
    lines, line = reading.lines, reading.lines[index]
    below = lines[index + 1 : index + 2]
    if is_below_owner(reading, index):
        return True
    if any(is_said_with_credit(reading, line, other) for other in below):
        return True
    beside = (*lines[max(0, index - 1) : index], *below)
    twice = line.text in [other.text for other in beside]
    if line.stops and not twice:
        return False
    caption = captions.read(line.text, reading.today)
    known = (caption.credit != "", caption.dated is not None)
    return any(known) if twice else all(known)


def is_below_owner(reading: Reading, index: int) -> bool:
    """Whose the picture is stands right above, and below what a head states, or the headline, and
    no paragraph.
    """
    lines = reading.lines
    if index == 0 or index + 2 >= len(lines) or lines[index - 1].text[0] != "©":
        return False
    below = lines[index + 1]
    return captions.credit_line(lines[index - 1].text) != "" and not (below.prose or below.ends)


def take_of_picture(reading: Reading, index: int) -> None:
    """A line that is nothing but a credit, or says that it is a caption."""
    text = reading.lines[index].text
    if reading.kind(index) == "caption":
        take_labelled(reading, index)
        return
    reading.roles[index] = "credit"
    credit = captions.credit_line(text) or captions.bracketed_agency(text)
    images = reading.found.images
    below = text[0] == _RIGHTS and index > 0 and reading.roles[index - 1] == "caption"
    if below and images and not images[-1].credit:
        images[-1] = replace(images[-1], credit=credit)
    else:
        images.append(captions.Caption("", credit))


def take_caption(reading: Reading, index: int, known: captions.Caption | None = None) -> None:
    """A caption that is `known`, or by its place, with the credit and day that stand in it."""
    reading.roles[index] = "caption"
    told = known or captions.by_place(reading.lines[index].text, reading.today)
    _add_picture(reading, index, told)


def take_labelled(reading: Reading, index: int) -> None:
    """A caption that says that it is one."""
    reading.roles[index] = "caption"
    told = captions.read(captions.labelled(reading.lines[index].text), reading.today)
    _add_picture(reading, index, told)


def take_inner_picture(reading: Reading, index: int, credit: str) -> None:
    """A picture in mid text: its caption stands right under its credit."""
    text, below = "", index + 1
    if below < reading.end:
        line = reading.lines[below]
        told = captions.labelled(line.text)
        bare = not (line.gap or line.ends or imprint.is_label(line.text))
        bare = bare and not (boilerplate.marks_tail(line.text) or noise.is_of_player(line.text))
        if told or (bare and line.words <= 20):
            reading.roles[below] = "caption"
            text = told or line.text
    reading.found.images.append(captions.Caption(text, credit))


def _add_picture(reading: Reading, index: int, picture: captions.Caption) -> None:
    """A caption is of the picture whose credit stands right above it; one that is there already
    is said again.
    """
    images = reading.found.images
    for at, image in enumerate(images):
        if image.text and key(image.text) == key(picture.text):
            reading.roles[index] = "caption again"
            images[at] = replace(image, credit=image.credit or picture.credit)
            return
    if is_beside_credit(reading, index) and images and not images[-1].text:
        picture = replace(picture, credit=picture.credit or images.pop().credit)
    images.append(picture)


def is_beside_credit(reading: Reading, index: int) -> bool:
    """Right above a line that is nothing but a picture's credit, or below it."""
    above = index + 1 < len(reading.lines) and reading.roles[index + 1] == "credit"
    return above or is_below_credit(reading, index)


def is_below_credit(reading: Reading, index: int) -> bool:
    """Right below a picture's credit, or below the label that stands there."""
    above = index - 1
    if above > reading.title and reading.roles[above] == "menu":
        above -= 1
    return above >= 0 and reading.roles[above] == "credit"


def is_said_with_credit(reading: Reading, own: Line, other: Line) -> bool:
    """The other line says the same, and whose picture it is."""
    if other.words < own.words or not may_begin_with(other, own):
        return False
    if not other.key.startswith(own.key):
        return False
    return captions.read(other.text, reading.today).credit != ""
