"""Inside the text: what stands among its paragraphs and is none, and its headings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    boilerplate,
    captions,
    furniture,
    gazetteer,
    headings,
    imprint,
    noise,
    related,
    words,
)
from warraq.importer.anatomy.pictures import take_caption, take_inner_picture, take_labelled
from warraq.importer.anatomy.reading import Reading, Role
from warraq.importer.anatomy.statements import acts
from warraq.importer.anatomy.strange import begins_sentence, share_of
from warraq.importer.anatomy.tags import share_spoken
from warraq.importer.anatomy.teasers import names_one, tells
from warraq.importer.lexicon import goes_on, is_function, may_be_present, opens_story
from warraq.importer.lines import Line, key

_PARAGRAPH: Final = 40
"""Words of a line that is the text's own whatever it says."""
_DESCRIPTION_WORDS: Final = 3
"""Of the shortest description of a picture."""
_ASKING_WORDS: Final = 7
"""Of the longest line amid a text that asks a reader to share or to subscribe."""

_ZOOM: Final = frozenset(("تكبير الصورة", "تصغير الصورة", "عرض الصورة", "شاهد الصورة"))
_QUOTED: Final = 25
"""Letters of the shortest quotation that is seen twice: shorter ones head paragraphs."""
_CREDITED_WORDS: Final = 20
_SHOWN_WORDS: Final = range(3, 15)
_LEADS: Final = frozenset(("summary", "lead again"))
"""Below which the text may begin with a heading."""
_OF_OTHER: Final = 0.4
"""Of another story's first sentence, what a text may say too."""
_BARE_WORDS: Final = range(6, 20)
_HALF: Final = 1 / 2
_HARDLY: Final = 1 / 4
"""Of what a headline says that is as short as a heading, what the text says too."""
_NO_HEADLINE: Final = re.compile(r"^[^\w«\"“'(]|^\d|[:؛،\"»”)]$|،|\s[-–—ـ]\s")
"""An item of a list, what goes on or announces, a quotation, a name and an office."""
_NAMED: Final = range(2, 8)
_NO_HEADING: Final = re.compile(r"[\d:]|[؛،]$")
_HEADS: Final = 8
"""Words of a caption, and of the heading below it."""
_SAID_ONCE: Final = 60
"""Letters of a quotation that stands in a text a second time only to be seen."""
_LABEL_AND_LINK: Final = 2
_HEADING: Final = 5
"""Words of a heading that may be taken for a link."""
_ITEMS: Final = 3
_BOX: Final = 3
_LABEL_WORDS: Final = 4
_LAST_LINKS: Final = 3
_LINK_WORDS: Final = range(5, 18)

_OF_PROGRAMS: Final = (
    noise.is_foot_of_post,
    noise.is_program_number,
    noise.is_file_name,
    noise.is_size_buttons,
)


def cut_inside(reading: Reading) -> None:
    """Inside the text: links to other stories under their label, credits, repeated quotations."""
    lines, index = reading.lines, reading.start
    while index < reading.end:
        text = lines[index].text
        if reading.roles[index] != "body":
            index += 1
            continue
        if end := related.end_of_skipped(lines, index, reading.end):
            reading.roles[index:end] = ["links"] * (end - index)
            index = end
            continue
        label = related.is_link_label(text) or _heads_links(reading, index)
        if label and not (lines[index].ends and text[-2:] != ".."):
            block = _without_heading(lines, related.links(lines, index, reading.end))
            stop = block.stop + _has_teaser(reading, block)
            reading.roles[block.start : stop] = ["links"] * (stop - block.start)
            index = stop
            continue
        if _is_bare_link(reading, index):
            reading.roles[index] = "links"
            reading.doubt("strange lines")
            index += 1
            continue
        if _is_box(reading, index):
            reading.roles[index : index + 2] = ["links", "links"]
            index += 2
            continue
        _cut_one(reading, index)
        if reading.roles[index] == "links":
            index = _cut_links_below(reading, index)
        index += 1


def _has_teaser(reading: Reading, block: range) -> bool:
    """Below the last of the headlines stands how its story begins: it says most of the headline,
    and the text hardly any of it.
    """
    lines, at = reading.lines, block.stop
    if len(block) < _LABEL_AND_LINK or at + 1 >= reading.end or not lines[at].sentence:
        return False
    headline, said = words.stems(lines[at - 1].text), words.stems(lines[at].text)
    spoken = share_of(reading, at)
    same = len(headline & said) > _HALF * len(headline)
    return same and spoken is not None and spoken <= _OF_OTHER


def _heads_links(reading: Reading, index: int) -> bool:
    """What stands on a page behind articles, amid one, with two headlines or more right below."""
    lines = reading.lines
    if index <= reading.start or lines[index].words > _LABEL_WORDS:
        return False
    below = lines[index + 1 : min(index + 3, reading.end)]
    links = len(below) > 1 and all(
        _may_be_link(line) and not boilerplate.marks_tail(line.text) for line in below
    )
    return links and boilerplate.marks_tail(lines[index].text)


def _without_heading(lines: Sequence[Line], block: range) -> range:
    """A block of links without its last line, if that heads the paragraph below, which says most of
    its words.
    """
    last = block.stop - 1
    most = _HEADS if lines[last].text[-1] in "؟?" else _HEADING
    if len(block) <= _LABEL_AND_LINK or block.stop >= len(lines) or lines[last].words > most:
        return block
    said = words.stems(lines[last].text)
    below = words.stems(*(line.text for line in lines[block.stop : block.stop + _ITEMS]))
    item = headings.is_item(lines[block.stop].text)
    if item and lines[last].text[-1] in "؟?":
        return range(block.start, last)  # no link has points below
    prose = lines[block.stop].prose or item
    heads = prose and ":" not in lines[last].text and len(said & below) > len(said) / 2
    return range(block.start, last) if heads else block


def _is_bare_link(reading: Reading, index: int) -> bool:
    """A headline amid paragraphs that nothing marks as another story's: it names a place or an
    institution, and the text says half of it at most; of one that is as short as a heading, hardly
    any. A second one stands right below.
    """
    lines = reading.lines
    line = lines[index]
    if line.words not in _BARE_WORDS or line.mark or _NO_HEADLINE.search(line.text):
        return False
    second = reading.roles[index - 1] == "links" and not line.stops
    if not reading.start < index < reading.end - 1:
        return False
    if not (second or (lines[index - 1].ends and not line.ends)):
        return False
    if not (lines[index + 1].prose or _may_be_link(lines[index + 1])):
        return False
    first = normalise(line.text.split()[0])
    if is_function(first) or goes_on(first) or opens_story(first):
        return False
    if not (second or names_one(line.text)):
        return False
    spoken = share_of(reading, index)
    if spoken is None:
        return False
    long = second or line.words > _HEADS
    return (
        spoken <= _HALF
        if long
        else spoken <= _HARDLY and (line.words == _HEADS or tells(line.text))
    )


def _is_box(reading: Reading, index: int) -> bool:
    """A section's name, and below it another story's headline, amid paragraphs: a box that a page
    shows there.
    """
    lines = reading.lines[index - 1 : index + 3]
    if len(lines) <= _BOX or index <= reading.start or not gazetteer.is_section(lines[1].text):
        return False
    return lines[0].ends and _may_be_link(lines[2]) and lines[3].prose and not lines[1].mark


def _cut_links_below(reading: Reading, index: int) -> int:
    """The last of the few lines below a link with which a text ends, none of them a sentence: they
    are links too.
    """
    below = reading.lines[index + 1 : reading.end]
    if len(below) > _LAST_LINKS or not all(map(_may_be_link, below)):
        return index
    for i in range(index + 1, reading.end):
        reading.roles[i] = "links"
    return reading.end - 1


def _may_be_link(line: Line) -> bool:
    return not (line.sentence or line.ends or line.mark) and line.words in _LINK_WORDS


def _cut_one(reading: Reading, index: int) -> None:
    """A line inside the text that is none of it."""
    lines, text = reading.lines, reading.lines[index].text
    if lines[index].words > _PARAGRAPH and text[0] not in "\"“”«'":
        if text.isascii() and captions.is_of_photo(text):
            take_caption(reading, index)
        return  # a paragraph, as most are
    if _read_picture(reading, index):
        return
    noise = _noise(text)
    if _is_share_bar(reading, index):
        reading.roles[index] = "menu"
    elif noise and (index > reading.start or noise == "frame"):
        reading.roles[index] = noise
    elif _is_pull_quote(lines, index, reading.start):
        reading.roles[index] = "pull quote"
        after = index + 1
        if after < reading.end and not lines[after].ends and lines[after].words <= 14:
            reading.roles[after] = "pull quote"


def _read_picture(reading: Reading, index: int) -> bool:
    """Take what a line tells of a picture; False where it tells of none."""
    lines, text = reading.lines, reading.lines[index].text
    credit = captions.credit_line(text)
    if index > reading.start and (credit or noise.names_picture(text)):
        reading.roles[index] = "credit"
        take_inner_picture(reading, index, credit)
    elif captions.labelled(text):
        take_labelled(reading, index)
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


def _is_of_picture(reading: Reading, index: int) -> bool:
    """By its words or its end; the last line may end in the agency whose the text is."""
    line = reading.lines[index]
    inner = index + 1 < reading.end
    credited = captions.is_credited(line) or _is_credited_to_paper(reading, line)
    return (
        (inner and credited and not begins_sentence(line))
        or (inner and captions.shows_somebody(line) and _stands_alone(reading, index))
        or captions.pictures(line)
        or captions.is_taken_by(line)
        or _is_above_heading(reading, index)
    )


def _is_above_heading(reading: Reading, index: int) -> bool:
    """A few words of which the text speaks, between a paragraph and what heads the next one: of two
    lines one is no heading.
    """
    lines = reading.lines[index - 1 : index + 3]
    if len(lines) <= _BOX or index <= reading.start or index + 2 >= reading.end:
        return False
    above, line, below, paragraph = lines
    shaped = line.words in _NAMED and not (line.ends or line.mark or line.text[-1] in ":؛،")
    heads = below.words <= _HEADS and not (
        below.mark or below.stops or _NO_HEADING.search(below.text)
    )
    if not (shaped and heads and above.ends and paragraph.prose) or acts(line.text):
        return False
    if any(map(may_be_present, normalise(line.text).split())):
        return False
    if reading.kind(index) != "other" and reading.kind(index) != "name":
        return False
    return share_spoken(reading, line.text, index) == 1 and not _may_be_link(below)


def _is_credited_to_paper(reading: Reading, line: Line) -> bool:
    """It ends in brackets in the paper whose the text or the page is, or in a known one."""
    if line.text[-1] not in ")]" or line.words > _CREDITED_WORDS:
        return False
    caption = captions.read(line.text, reading.today)
    paper = key(caption.credit)
    if not paper or not caption.text or caption.text[-1] in "؟!…:،":
        return False
    return paper in gazetteer.OUTLETS or paper in (
        key(imprint.name_alone(name))
        for name in (reading.found.source, reading.found.owner)
        if name
    )


def _stands_alone(reading: Reading, index: int) -> bool:
    """Paragraphs stand above and below, and no line of its kind."""
    lines, line = reading.lines, reading.lines[index]
    few = line.words in _SHOWN_WORDS and not (line.ends or line.mark or line.text[-1] in ":؛،")
    return few and lines[index - 1].ends and lines[index + 1].prose


def _is_share_bar(reading: Reading, index: int) -> bool:
    """A button among others: «شاركها», «فيسبوك»."""
    lines = reading.lines
    if lines[index].words > _ASKING_WORDS:
        return False
    near = (i for i in (index - 1, index + 1) if reading.start < i < reading.end)
    return (
        index > reading.start
        and boilerplate.marks_tail(lines[index].text)
        and any(boilerplate.marks_tail(lines[i].text) for i in near)
    )


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


def _noise(text: str) -> Role | None:
    """What a line is that is no part of a text wherever it stands in it."""
    if related.is_link(text):
        return "links"
    if noise.is_frame(text):
        return "frame"
    if text in _ZOOM or noise.is_of_player(text):
        return "menu"
    if (
        noise.is_placeholder(text)
        or noise.is_scrap(text)
        or (text.isascii() and noise.is_program(text))
    ):
        return "menu"
    if imprint.announces_day(text):
        return "menu"
    if text == "|" or any(is_one(text) for is_one in _OF_PROGRAMS):
        return "menu"
    asks = text.count(" ") in range(1, _ASKING_WORDS) and boilerplate.marks_tail(text)
    asks = asks or (text.count(" ") > 1 and text[-1] != "." and furniture.is_furniture(text))
    return "menu" if asks or noise.is_advert(text) or boilerplate.asks_to_follow(text) else None


def _is_pull_quote(lines: Sequence[Line], index: int, start: int) -> bool:
    """A quotation, in marks and without its speaker, that stands in a paragraph near it; a long one
    in any, as nobody says so much twice.
    """
    line = lines[index]
    if line.text[0] not in "\"“”«'" or len(line.key) < _QUOTED:
        return False
    long = len(line.key) >= _SAID_ONCE
    first, end = (start, len(lines)) if long else (max(start, index - 6), index + 4)
    others = (*lines[first:index], *lines[index + 1 : end])
    return any(line.key in other.key and len(other.key) > len(line.key) for other in others)


def find_headings(reading: Reading) -> None:
    """Of the lines that are left in the article, those that head others."""
    rest = [i for i in reading.rest() if i > reading.title and not reading.habitual(i)]
    first = rest[0] if rest else 0
    above = [i for i in range(reading.title + 1, first) if reading.roles[i] in _LEADS][-1:]
    lines = [reading.lines[i] for i in (*above, *rest)]
    for at in headings.find(lines):
        if at >= len(above):
            reading.roles[rest[at - len(above)]] = "heading"
