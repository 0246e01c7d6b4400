"""Pictures amid a text, known by a credit, by their words, or by where a line stands."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    boilerplate,
    captions,
    gazetteer,
    headings,
    imprint,
    noise,
    words,
)
from warraq.importer.anatomy.links import may_be_link
from warraq.importer.anatomy.pictures import take_caption, take_inner_picture, take_labelled
from warraq.importer.anatomy.reading import Reading
from warraq.importer.anatomy.statements import acts
from warraq.importer.anatomy.strange import begins_sentence
from warraq.importer.anatomy.tags import share_spoken
from warraq.importer.lexicon import may_be_present
from warraq.importer.lines import Line, key

_DESCRIPTION_WORDS: Final = 3
"""Of the shortest description of a picture."""
_CREDITED_WORDS: Final = 20
_CREDITED: Final = range(3, _CREDITED_WORDS + 1)
_REVIEWED: Final = 3
"""Headlines of a review of the press, at least."""
_SHOWN_WORDS: Final = range(3, 15)
_HEADING_WORDS: Final = 8
"""Of a heading below a caption."""
_LINES_AROUND: Final = 4
_NAMED: Final = range(2, 8)
_AND_OTHERS: Final = re.compile(r"\s*[+/]\s*")
"""«الضفاف + وكالات»."""
_TWICE: Final = range(3, 21)
"""Words of a caption that is printed twice."""
_MOSTLY: Final = 1 / 2
_COMING: Final = frozenset(("المقبل", "المقبلة", "القادم", "القادمة", "غدا", "غداً", "غدًا"))
_NO_HEADING: Final = re.compile(r"[\d:]|[؛،]$")


def read_picture(reading: Reading, index: int) -> bool:
    """Take what a line tells of a picture; False where it tells of none."""
    lines, text = reading.lines, reading.lines[index].text
    credit = captions.credit_line(text) or _agency_beside(reading, index)
    if credit and captions.labelled(text) and (index == 0 or lines[index - 1].ends):
        credit = ""  # a kind of picture, of which nothing above tells: «(صورة أرشيفية)»
    if lines[index].mark == "caption":
        take_caption(reading, index)
    elif index > reading.start and (credit or noise.names_picture(text)):
        reading.roles[index] = "credit"
        take_inner_picture(reading, index, credit)
        _take_above(reading, index)
    elif captions.labelled(text):
        take_labelled(reading, index)
    elif boilerplate.marks_tail(text):
        return False
    elif (quoted := captions.quoted_last(lines[index])) and _is_own(reading, quoted.credit):
        take_caption(reading, index, quoted)
    elif text[-1] == ")" and _is_below_picture(reading, index):
        take_caption(reading, index)
        _take_description(reading, index - 1)
    elif (
        captions.is_of_photo(text)
        or captions.says_whose(lines[index])
        or (index > reading.start and _is_of_picture(reading, index))
    ):
        take_caption(reading, index)
    else:
        return False
    return True


def _take_above(reading: Reading, index: int) -> None:
    """The caption of a picture whose credit stands right below it, and no caption below that."""
    above, images = index - 1, reading.found.images
    line = reading.lines[above]
    if reading.roles[above] == "caption" and not (images[-1].text or images[-2].credit):
        images[-2:] = [replace(images[-2], credit=images[-1].credit)]
        return
    if above <= reading.start or reading.roles[above] != "body" or images[-1].text:
        return
    parted = reading.lines[above - 1].ends or reading.roles[above - 1] == "menu"
    parted = parted and line.words in _CREDITED
    if parted and _is_bare(line) and not (reading.lines[index].gap or begins_sentence(line)):
        reading.roles[above] = "caption"
        images[-1] = replace(images[-1], text=line.text)


def _agency_beside(reading: Reading, index: int) -> str:
    """An agency by itself, right below or above what may be a caption amid paragraphs; or ''."""
    text = reading.lines[index].text
    named = captions.bracketed_agency(text) or (text.isascii() and gazetteer.is_agency(text))
    if not (named and reading.start < index < reading.end - 1):
        return ""
    above, below = reading.lines[index - 1], reading.lines[index + 1]
    beside = [line for line in (above, below) if line.words in _CREDITED and _is_bare(line)]
    return text.strip("()[] ") if beside and (above.ends or below.prose) else ""


def _is_said_above(reading: Reading, index: int) -> bool:
    """A caption above has the same words."""
    line = reading.lines[index]
    return _is_bare(line) and line.key in (key(image.text) for image in reading.found.images)


def _is_of_picture(reading: Reading, index: int) -> bool:
    """By its words or its end; the last line may end in the agency whose the text is."""
    line = reading.lines[index]
    if captions.is_sentence(line.text):
        return False  # as most lines
    if attribution.initials(line.text) is not None or headings.is_item(line.text):
        return False
    inner = index + 1 < reading.end
    credited = captions.is_credited(line) or _is_credited_to_paper(reading, line)
    credited = credited and not _is_in_review(reading, index)
    return (
        (inner and credited and not begins_sentence(line))
        or (inner and _stands_alone(reading, index) and captions.shows_somebody(line))
        or (inner and captions.is_by_photographer(line) and _stands_before_text(reading, index))
        or (inner and captions.is_at_hour(line) and _stands_before_text(reading, index))
        or (inner and _stands_before_heading(reading, index) and captions.is_seen(line))
        or (not inner and captions.is_seen(line) and reading.lines[index - 1].ends)
        or captions.pictures(line)
        or captions.is_taken_by(line)
        or (inner and _is_printed_twice(reading, index))
        or _is_said_above(reading, index)
        or _is_above_heading(reading, index)
        or _is_below_file(reading, index)
        or (inner and _is_above_button(reading, index))
    )


def _is_below_file(reading: Reading, index: int) -> bool:
    """The name of a picture's file stands right above, and the line ends no sentence."""
    line, above = reading.lines[index], reading.lines[index - 1].text
    return noise.is_file_name(above) and not line.ends and line.words in _SHOWN_WORDS


def _is_above_button(reading: Reading, index: int) -> bool:
    """Behind a paragraph, with the button that enlarges its picture right below: «تكبير الصورة»."""
    above, line, below = reading.lines[index - 1 : index + 2]
    bare = line.words in _CREDITED and _is_bare(line) and above.ends
    return bare and noise.enlarges_picture(below.text)


def _stands_before_text(reading: Reading, index: int) -> bool:
    """A paragraph that ends stands above, and one below, perhaps under its heading."""
    above, _, *below = reading.lines[index - 1 : index + 3]
    headed = len(below) > 1 and below[0].words <= _HEADING_WORDS and below[1].prose
    return above.ends and (below[0].prose or headed)


def _stands_before_heading(reading: Reading, index: int) -> bool:
    """Behind a paragraph that ends, and above the heading of the next, whose own it cannot be."""
    line = reading.lines[index]
    few = line.words in _SHOWN_WORDS and _is_bare(line)
    return few and _stands_before_text(reading, index) and not reading.lines[index + 1].prose


def _is_printed_twice(reading: Reading, index: int) -> bool:
    """The same line stands right below or above, as what a picture is called and its caption do;
    and the text speaks of it, here or further below, as it does not of another story's headline.
    """
    line = reading.lines[index]
    beside = reading.lines[index - 1], reading.lines[index + 1]
    if line.words not in _TWICE or not _is_bare(line) or begins_sentence(line):
        return False
    if index - 1 <= reading.start or line.key not in (other.key for other in beside):
        return False
    if line.piece and reading.is_doubled(line.number):
        return False  # each paragraph stands twice, and so do headings
    if share_spoken(reading, line.text, index) >= _MOSTLY:
        return True
    own = words.stems(line.text)
    paragraphs = [i for i in range(reading.start, reading.end) if reading.lines[i].prose]
    below = next((i for i in paragraphs if i > index), index)  # it may be another story's too
    said = words.stems(*(reading.lines[i].text for i in paragraphs if i != below))
    return len(own & said) >= _MOSTLY * len(own)


def _is_above_heading(reading: Reading, index: int) -> bool:
    """A few words of which the text speaks, between a paragraph and what heads the next one: of two
    lines one is no heading.
    """
    lines = reading.lines[index - 1 : index + 3]
    if len(lines) < _LINES_AROUND or index <= reading.start or index + 2 >= reading.end:
        return False
    above, line, below, paragraph = lines
    shaped = line.words in _NAMED and _is_bare(line)
    heads = below.words <= _HEADING_WORDS and not (
        below.mark or below.stops or _NO_HEADING.search(below.text)
    )
    if not (shaped and heads and above.ends and paragraph.prose) or acts(line.text):
        return False
    if any(map(may_be_present, normalise(line.text).split())):
        return False
    if reading.kind(index) != "other" and reading.kind(index) != "name":
        return False
    return share_spoken(reading, line.text, index) == 1 and not may_be_link(below)


def _is_credited_to_paper(reading: Reading, line: Line) -> bool:
    """It ends in brackets in the paper whose the text or the page is, or in a known one."""
    if line.text[-1] not in ")]" or line.words > _CREDITED_WORDS:
        return False
    caption = captions.read(line.text, reading.today)
    bracketed = captions.BRACKETED.search(line.text)
    if bracketed and bracketed.start() and _is_own(reading, bracketed["credit"]):
        return True
    paper = key(caption.credit)
    if not paper or not caption.text or caption.text[-1] in "؟!…:،":
        return False
    return paper in gazetteer.OUTLETS or _is_own(reading, caption.credit)


def _is_own(reading: Reading, paper: str) -> bool:
    """The text or the page is this paper's."""
    own = (reading.found.source, reading.found.owner)
    names = (part for name in own for part in _AND_OTHERS.split(name) if part)
    return key(paper) in (key(imprint.name_alone(name)) for name in names)


def _is_in_review(reading: Reading, index: int) -> bool:
    """Of several lines that end in a paper's name in brackets, each above its paragraph: what the
    papers say today, and no pictures of theirs.
    """
    own = captions.read(reading.lines[index].text, reading.today).credit
    if not own or gazetteer.is_agency(own):
        return False
    papers = [
        caption.credit
        for line, below in pairwise(reading.lines[reading.start : reading.end])
        if line.text[-1] == ")" and line.words <= _CREDITED_WORDS < below.words
        and (caption := captions.read(line.text, reading.today)).credit
    ]  # fmt: skip
    named = [paper for paper in papers if not gazetteer.is_agency(paper)]
    return len(named) >= _REVIEWED and len(set(named)) > 1 and 2 * len(named) > len(papers)


def _stands_alone(reading: Reading, index: int) -> bool:
    """Paragraphs stand above and below, and no line of its kind."""
    lines, line = reading.lines, reading.lines[index]
    few = line.words in _SHOWN_WORDS and _is_bare(line)
    placed = few and lines[index - 1].ends and lines[index + 1].prose
    return placed and not _is_to_come(line) and not _heads_next(line, lines[index + 1])


def _is_to_come(line: Line) -> bool:
    """What no picture shows yet: «… أمام البرلمان الاثنين المقبل»."""
    return not _COMING.isdisjoint(line.text.split())


def _heads_next(line: Line, below: Line) -> bool:
    """It has a verb in the present, and the paragraph below says most of its words."""
    said = words.stems(line.text)
    told = any(map(may_be_present, normalise(line.text).split()))
    return told and len(said & words.stems(below.text)) > _MOSTLY * len(said)


def _is_bare(line: Line) -> bool:
    """No mark stands before it or behind it."""
    return not (line.ends or line.mark or line.text[-1] in ":؛،")


def _is_below_picture(reading: Reading, index: int) -> bool:
    """It ends in an agency in brackets, and above it stands what another language says of its
    picture.
    """
    above = reading.lines[index - 1]
    described = reading.roles[index - 1] == "caption" or (
        above.text.isascii() and above.words >= _DESCRIPTION_WORDS and not above.ends
    )
    if not described or index - 1 <= reading.start:
        return False
    return captions.read(reading.lines[index].text, reading.today).credit != ""


def _take_description(reading: Reading, index: int) -> None:
    """What a picture is called for those who do not see it."""
    if reading.roles[index] == "body":
        reading.roles[index] = "caption"
        picture = reading.found.images[-1]
        reading.found.images[-1] = replace(picture, alt=reading.lines[index].text)
