"""The end: where the page goes on without the article.

After the last sentence come tags, the writer, the source; then the page's tail, other stories, and
the names of its owner.
"""

import re
from collections.abc import Sequence
from typing import Final

from warraq.importer import (
    attribution,
    boilerplate,
    captions,
    gazetteer,
    headings,
    imprint,
    noise,
    opening_parts,
    posted,
)
from warraq.importer.anatomy import tags
from warraq.importer.anatomy.last import BRACKETS
from warraq.importer.anatomy.pictures import take_caption
from warraq.importer.anatomy.reading import Kind, Reading
from warraq.importer.anatomy.statements import acts
from warraq.importer.anatomy.strange import begins_sentence
from warraq.importer.anatomy.tail import tail
from warraq.importer.anatomy.teasers import cut_known
from warraq.importer.lines import Line, key

_BOX_LINES: Final = 5
"""Of a box about the writer, at most."""
_POLL_LINES: Final = 8
_DAY_WORDS: Final = 8
_HEAD_LINES: Final = 3
"""Of a head that is said again, at least."""
_STATED_WORDS: Final = 3
_OF_HEAD: Final = frozenset[Kind](("date", "posted", "noise", "byline", "dateline", "name"))
_CAPTION_WORDS: Final = range(5, 15)
_STORY_WORDS: Final = 3
_STORIES: Final = 2
"""With a day below each: one may be the text's writer."""
_ABOUT: Final = ("عن", "عن الكاتب", "عن الكاتبة", "نبذة عن", "الكاتب", "الكاتبة")
_ABOUT_WRITER: Final = frozenset(
    ("عن الكاتب", "عن الكاتبة", "نبذة عن الكاتب", "نبذة عن الكاتبة", "عن الكاتبين", "عن الكتاب")
)
_SENTENCES: Final = 3
_ABOUT_ONE: Final = re.compile(r"عن (?P<name>[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*){0,2})")
_DAY_LABEL: Final = re.compile(r"تاريخ(?: النشر| الخبر| المقال)?\s*:?\s*\d")
_SIGNS: Final = frozenset[Kind](("byline", "name", "source", "dateline", "credit"))
"""Of lines right behind a last sentence that sign the text."""
_SIGNED: Final = 2
_LEFT_LINES: Final = 4
_LEFT_ENDS: Final = 1 / 4
_POSTED: Final = re.compile(r"(?:نشرت?|نُشرت?|تاريخ النشر|تم النشر)\b")
_BELOW_POSTED: Final = 3
_STAFF: Final = 2
"""Lines at the foot of a page: one alone may be whom a text names last."""
_POSTED_LINES: Final = 4
_HOUR: Final = re.compile(r"\d{1,2}:\d\d")
_SOURCE_LINES: Final = 12
"""Of a tail, in which the text's source may be named behind links."""
_OTHERS: Final = 0.5
"""Of the words of another story's headline, those that the text has too."""


def cut_tail(reading: Reading) -> None:
    """After the last sentence, from the first marker on, the page is no longer the article. What
    that tail states is read: the owner, and tags; teasers and tags may stand before it too.
    """
    reading.end = _find_end(reading)
    for index in range(reading.end, len(reading.lines)):
        reading.roles[index] = "tail"
    _read_owner(reading)
    _read_day(reading)
    cut_known(reading)
    tags.read_tags(reading)


def _find_end(reading: Reading) -> int:
    """The index at which the page goes on without the article: the tail's, or that of a box, of
    tags, of headlines or of noise before it.
    """
    habitual = frozenset(filter(reading.habitual, range(reading.start + 1, len(reading.lines))))
    names = frozenset(i for i in habitual if _is_of_end(reading, i))
    end = tail(reading.lines, reading.start + 1, habitual, names)
    end = min(end, _above_poll(reading, end), _above_dated(reading, end))
    end = min(end, _above_clocked(reading, end))
    end = min(end, _about_writer(reading, end), _above_staff(reading, end))
    end = min(end, _above_head_again(reading, end))
    end = min(end, _above_posted(reading, end), _below_agency(reading, end))
    end = min(end, _below_last_sentence(reading, end))
    end = min(end, _below_frame(reading, end))
    is_noise = noise.is_noise
    if end < len(reading.lines) or _are_pieces(reading.lines[-tags.BLOCK :]):
        end = _cut_before_tail(reading, _above_newsletter(reading, end))
    else:
        is_noise = _is_rule_or_counter  # without a tail, a number may be a table's last
    while end > reading.start + 1 and is_noise(reading.lines[end - 1].text):
        end -= 1
    return end


def _above_newsletter(reading: Reading, end: int) -> int:
    """The index of a newsletter's name right above the page's tail, or above what it offers."""
    lines, first = reading.lines, reading.start
    for name in range(end - 1, max(first, end - 3), -1):
        if boilerplate.names_newsletter(lines[name].text):
            return name
        if lines[name].ends:
            break
    return end


def _are_pieces(last: Sequence[Line]) -> bool:
    """The last lines, of a word to three, are parts of one line of the source, as tags are."""
    few = len(last) == tags.BLOCK and all(line.words <= tags.TAG_WORDS for line in last)
    return few and len({line.number for line in last}) == 1


def _above_posted(reading: Reading, end: int) -> int:
    """The index of the line behind the last sentence that says when the text was posted, where
    several lines follow: its tags, and what the page shows besides.
    """
    for index in range(end - 1, reading.start, -1):
        line = reading.lines[index]
        if line.sentence:
            break
        if _POSTED.match(line.text) and line.words <= _DAY_WORDS and reading.dated(index):
            return index if end - index > _BELOW_POSTED else end
    return end


def _below_last_sentence(reading: Reading, end: int) -> int:
    """The index at which a page goes on behind its text's last sentence, with several lines of
    which hardly any ends one, neither items nor verses; but for who signs the text.
    """
    lines = reading.lines
    last = next((i for i in range(end - 1, reading.start, -1) if lines[i].sentence), 0)
    if not (reading.is_page and last and lines[last].stops):
        return end
    start = last + 1
    while start + 1 < end and noise.counts_pictures(lines[start].text):
        start += 2  # of a gallery, each picture's number above what it shows
    while start < end and start <= last + _SIGNED and reading.kind(start) in _SIGNS:
        start += 1
    rest = lines[start:end]
    if len(rest) < _LEFT_LINES or sum(line.ends for line in rest) > len(rest) * _LEFT_ENDS:
        return end
    items = any(headings.is_item(line.text) or line.mark for line in rest)
    verses = len({line.key[-1:] for line in rest}) <= len(rest) / 2
    return end if items or verses else start


def _below_agency(reading: Reading, end: int) -> int:
    """The index below the agency that signs a text of two paragraphs or more, in brackets and on a
    line of its own, where no more than the beginnings of a few other stories follow.
    """
    lines = reading.lines
    for index in range(max(reading.start + 2, end - _BOX_LINES), end - 1):
        text = lines[index].text
        if text[0] == "(" and text[-1] == ")" and gazetteer.is_news_agency(text.strip("() ")):
            told = lines[index - 1].ends and all(line.prose for line in lines[index + 1 : end])
            return index + 1 if told else end
    return end


def _below_frame(reading: Reading, end: int) -> int:
    """The index of the line in which a release or a wire's story says that it is over, «انتهى»,
    where some lines follow: whom to ask, who sends it.
    """
    lines = reading.lines
    for index in range(max(reading.start + 1, end - _BOX_LINES * 2), end - 1):
        if noise.says_end(lines[index].text) and lines[index - 1].ends:
            return index
    return end


def _above_staff(reading: Reading, end: int) -> int:
    """The index above the lines that say, at the foot of a page, who makes the paper."""
    start = end
    while start - 1 > reading.start and imprint.is_staff(reading.lines[start - 1].text, ""):
        start -= 1
    return start if end - start >= _STAFF else end


def _above_poll(reading: Reading, end: int) -> int:
    """The index of a poll: its label, the question that it asks, and at most the answers."""
    lines = reading.lines
    for index in range(end - 2, max(reading.start, end - _POLL_LINES), -1):
        asks = lines[index + 1].text[-1] in "؟?" and imprint.is_poll(lines[index].text)
        if asks and not any(line.prose for line in lines[index + 2 : end]):
            return index
    return end


def _above_dated(reading: Reading, end: int) -> int:
    """The index of the headlines or the beginnings of other stories, two or more, each of which
    has its day below it, or how long ago that was.
    """
    start = end
    while start - 2 > reading.start and _is_day(reading, start - 1):
        line = reading.lines[start - 2]
        if line.words < _STORY_WORDS or line.text.endswith(":") or _is_day(reading, start - 2):
            break
        start -= 2
    announced = reading.lines[start - 1].text.endswith(":")
    return start if end - start >= 2 * _STORIES and not announced else end


def _above_clocked(reading: Reading, end: int) -> int:
    """The index of the headlines of other stories, two or more, each of which has its hour above
    it, and of the names of the boxes in which they stand.
    """
    start, stories, lines = end, 0, reading.lines
    while start - 2 > reading.start:
        if _HOUR.fullmatch(lines[start - 2].text) and not lines[start - 1].ends:
            start, stories = start - 2, stories + 1
        elif stories and _names_box(lines[start - 1]) and _HOUR.fullmatch(lines[start - 3].text):
            start -= 1
        else:
            break
    if stories < _STORIES:
        return end
    return start - _names_box(lines[start - 1])


def _names_box(line: Line) -> bool:
    return line.words <= _STATED_WORDS and not line.ends


def _above_head_again(reading: Reading, end: int) -> int:
    """The index of the headline that a page says again below the text, with nothing below it but
    what its head has, days, hours, names, and how the text begins; or `end`.
    """
    if reading.title < 0:
        return end
    lines, title = reading.lines, reading.lines[reading.title]
    same = (i for i in range(reading.start + 1, end) if lines[i].words == title.words)
    again = next((i for i in same if lines[i].key == title.key), end)
    if end - again < _HEAD_LINES:
        return end
    head = {line.key for line in lines[: reading.start]}
    told = all(
        lines[i].key in head or _states(reading, i) or _begins_paragraph(reading, i, again)
        for i in range(again, end)
    )
    return again if told else end


def _states(reading: Reading, index: int) -> bool:
    return reading.lines[index].words <= _STATED_WORDS or reading.kind(index) in _OF_HEAD


def _begins_paragraph(reading: Reading, index: int, end: int) -> bool:
    """The line is cut off where a paragraph above it goes on."""
    text = reading.lines[index].text.rstrip(".… ")
    above = reading.lines[reading.start : end]
    return reading.lines[index].cut_off and any(line.text.startswith(text) for line in above)


def _is_day(reading: Reading, index: int) -> bool:
    line = reading.lines[index]
    if line.words > _DAY_WORDS:
        return False
    return reading.dated(index) is not None or noise.is_clock(line.text)


def _is_rule_or_counter(text: str) -> bool:
    numbered, spelled = (any(map(test, text)) for test in (str.isdigit, str.isalpha))
    counter = numbered and spelled and noise.is_noise(text)
    clock = noise.is_clock(text)
    return counter or clock or noise.is_rule(text) or noise.is_code(text)


def _cut_before_tail(reading: Reading, end: int) -> int:
    """The index at which the article is over, where bare tags, or the headlines of other stories,
    stand between its last sentence and the page's tail: three lines or more. The tags are taken.
    """
    lines, start = reading.lines, end
    while start - 1 > reading.start and _may_be_bare(lines[start - 1]):
        start -= 1
    labelled = any(imprint.tags_label(line.text) is not None for line in lines[start:end])
    pictured = [i for i in range(start, end) if not labelled and _is_caption(reading, i, start)]
    if pictured and start < pictured[-1]:
        for index in range(start, pictured[-1] + 1):
            take_caption(reading, index)  # of a row of pictures, below the text
        start = pictured[-1] + 1
    block = range(start, end)
    if len(block) < tags.BLOCK:
        return start if pictured and start == end else end
    said = [tags.share_spoken(reading, lines[i].text, start) for i in block]
    if all(lines[i].words <= tags.TAG_WORDS for i in block):
        spoken = sum(share == 1 for share in said)
        filed = sum(gazetteer.is_section(lines[i].text) for i in block if said[i - start] < 1)
        if spoken >= len(block) / 2 and spoken + filed >= tags.MOSTLY * len(block):
            tags.take_bare(reading, tuple(lines[i].text for i in block))
            return start
    elif all(lines[i].words > tags.TAG_WORDS for i in block) and max(said) <= _OTHERS:
        return start
    return end


def _is_caption(reading: Reading, index: int, end: int) -> bool:
    """It says that it is a picture's; or it is nothing but words of the text, and no deed."""
    line = reading.lines[index]
    if captions.pictures(line):
        return True
    listed = line.text.count(" - ") + line.text.count("،") > 1
    told = line.words in _CAPTION_WORDS and not (listed or acts(line.text))
    return told and tags.share_spoken(reading, line.text, end) == 1


def _may_be_bare(line: Line) -> bool:
    """A tag, or a headline; no sentence that lost its stop."""
    long = line.words > tags.TAG_WORDS
    return tags.is_bare(line) and not (long and begins_sentence(line))


def _read_owner(reading: Reading) -> None:
    """Whose the text and the page are, as the tail says. A place that has the name of the page's
    owner is none: «سامي حداد – الضفاف».
    """
    found, below = reading.found, reading.lines[reading.end :]
    named = (attribution.source(line.text) for line in below[:_SOURCE_LINES])
    if not reading.has_own_source:
        found.source = next(filter(None, named), found.source)
    if not found.authors:
        told = (posted.read(line.text, reading.today) for line in below[:_POSTED_LINES])
        found.authors = next((one.authors for one in told if one and one.authors), ())
    if not found.authors:
        labels = (i for i in range(len(below) - 1) if imprint.labels_writer(below[i].text))
        named = (below[i + 1].text for i in labels)
        found.authors = next(((name,) for name in named if gazetteer.may_be_person(name)), ())
    owner = next(filter(None, (imprint.owner(line.text) for line in below)), "")
    owner = owner or _followed(reading, below)
    if not owner:
        if reading.is_page and not found.source:
            reading.take_site(reading.called)
        return
    found.owner = imprint.paper_of(owner, (*reading.lines[: reading.start], *below))
    if key(found.dateline) == key(found.owner) and not gazetteer.is_place(found.dateline):
        found.source, found.dateline = found.source or found.dateline, ""


def _followed(reading: Reading, below: Sequence[Line]) -> str:
    """Whom readers are asked to follow, where the first line is the same name, or where only papers
    and sites have such names; ''.
    """
    named = (boilerplate.followed(line.text) for line in below)
    first = reading.lines[0].key
    told = (name for name in named if name)
    return next((n for n in told if key(n) == first or opening_parts.is_paper(n)), "")


def _read_day(reading: Reading) -> None:
    """Where the head states no day, the line right below the text may, or a label among the facts
    below that, beside it or above: «تاريخ 3.5.2024»; or an agency's stamp.
    """
    for index in range(reading.start, len(reading.lines)) if reading.found.dated is None else ():
        if noise.is_frame(reading.lines[index].text) and (dated := reading.dated(index)):
            reading.found.dated = dated
            return
    for index in range(reading.end, len(reading.lines)) if reading.found.dated is None else ():
        below = index == reading.end and reading.lines[index].words <= _DAY_WORDS
        labelled = _DAY_LABEL.match(reading.lines[index].text) is not None
        labelled = labelled or imprint.labels_day(reading.lines[index - 1].text)
        if (below or labelled) and (dated := reading.dated(index)):
            reading.roles[index] = "date"
            reading.found.dated = dated
            return


def _about_writer(reading: Reading, end: int) -> int:
    """The index of a box about the article's writer, «عن سامي حداد», «عن الكاتب», of a sentence or
    two.
    """
    titles = {f"{word} {name}" for word in _ABOUT for name in reading.found.authors}
    for index in range(end - 1, max(reading.start, end - _BOX_LINES), -1):
        if reading.lines[index].text in titles:
            return index
        if reading.lines[index].text in _ABOUT_WRITER and index + _SENTENCES >= end - 1:
            return index
    return end - 1 if end < len(reading.lines) and _takes_account(reading, end - 1) else end


def _takes_account(reading: Reading, index: int) -> bool:
    """Take the writer after whom a box is called whose sentences are lost, right above the page's
    tail: «عن سامي حداد», «عن sami».
    """
    about = _ABOUT_ONE.fullmatch(reading.lines[index].text) if index > reading.start else None
    if about is None or not (about["name"].isascii() or gazetteer.is_person(about["name"])):
        return False
    if not (reading.found.authors or gazetteer.is_account(about["name"])):
        reading.found.authors = (about["name"],)
    return True


def _is_of_end(reading: Reading, index: int) -> bool:
    """A last line that states something: the agency, the writer, the day."""
    text = reading.lines[index].text
    return (
        reading.own_kind(index) in ("date", "url", "byline", "dateline", "name")
        or gazetteer.may_be_person(text)
        or gazetteer.is_agency(text.strip(BRACKETS))
        or attribution.source(text) != ""
        or imprint.category(text) != ""
    )
