"""Links to other stories amid a text: below a label, in a box, or a bare headline."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    boilerplate,
    captions,
    dating,
    gazetteer,
    habits,
    headings,
    noise,
    related,
    words,
)
from warraq.importer.anatomy.reading import Reading
from warraq.importer.anatomy.strange import said_below, share_of
from warraq.importer.anatomy.teasers import names_one, tells
from warraq.importer.lexicon import goes_on, is_function, is_verb, may_be_present, opens_story
from warraq.importer.lines import Line, key

_OF_OTHER: Final = 0.4
"""Of another story's first sentence, what a text may say too."""
_BARE_WORDS: Final = range(5, 20)
_MOST_WORDS: Final = 24
"""Of a line that is a link, or its label."""
_HALF: Final = 1 / 2
_HARDLY: Final = 1 / 4
"""Of what a headline says that is as short as a heading, what the text says too."""
_LONG_HEADING: Final = (7, 8)
_ANY: Final = 1 / 6
"""Of a long heading, what no text that it heads is silent about."""
_LITTLE: Final = 1 / 3
"""As `_HARDLY`, of what is told as a headline tells it."""
_OPENS: Final = "\"«“'"
_PRESENT: Final = ("ي", "ت")
_EARLY: Final = 5
"""Words of a headline among which its verb stands."""
_IN_TWO: Final = re.compile(
    r"\w\s?(?:\.{2,3}|…)\s?\S|^[^\W\d]+(?:\s\w+){0,3}: \S|"
    r"^(?:بالصور|بالفيديو|بالأسماء|فيديو|صور|إنفوغراف(?:يك)?|انفوجراف(?:يك)?)\s?[:|]"
)
_DEEDS: Final = frozenset(
    map(
        normalise,
        (
            *("افتتاح", "انطلاق", "إطلاق", "بدء", "اختتام", "ختام", "تدشين", "تنظيم", "إعلان"),
            *("توقيع", "استئناف", "تأجيل", "إلغاء", "ارتفاع", "انخفاض", "تراجع", "وفاة", "مصرع"),
            *("مقتل", "إصابة", "إنقاذ", "ضبط", "توقيف", "اعتقال", "فوز", "خسارة", "تتويج", "تكريم"),
            *("اكتشاف", "العثور", "إغلاق", "إعادة", "تعيين", "انتخاب", "استقالة", "وصول", "عودة"),
        ),
    )
)
"""With which headlines begin that have no verb."""
_NO_HEADLINE: Final = re.compile(
    r"^[^\w«\"“'(]|^\d|[:؛،]$|،|\s[-–—ـ]\s|^[«\"“(].*[\"»”)]$|^[^«\"“(]*[\"»”)]$|[.؟?!][\"»”]$"
)
"""An item of a list, what goes on or announces, a quotation, a name and an office."""
_MORE: Final = "المزيد من "
_HEADS: Final = 8
"""Words of a caption, and of the heading below it."""
_LABEL_AND_LINK: Final = 2
_HEADING: Final = 5
"""Words of a heading that may be taken for a link."""
_ITEMS: Final = 3
_LINED_UP: Final = re.compile(r"[^\W\d]+(?:\s[^\W\d]+){0,2}\s?: \S")
"""A fact below its heading: «حراسة المرمى: سامي حداد»."""
_MATTER: Final = re.compile(r"[^\W\d]+(?:\s[^\W\d]+){0,2}:\s[^\d.:؟]{20,90}؟")
_BOX: Final = 3
_LABEL_WORDS: Final = 4
_HALF_NAME: Final = 3
"""Letters of a page's name, at least."""
_DAY_WORDS: Final = 8
_LAST_LINKS: Final = 3
_QUESTIONS: Final = 3
_INTERRUPTING: Final = range(2, 6)
_ALIKE: Final = 5
"""Letters with which what is enumerated begins alike."""
_AND: Final = "و"
_LINK_WORDS: Final = range(5, 18)
_EXPLAINS: Final = re.compile(r"(?:من|ما) ه[ويم]\s|ماذا [نت]عرف\s|تعر[ّ]?ف(?:وا)? (?:على|إلى)\s")
_ASKS_ON: Final = re.compile(
    r"[وف](?:هل|ما|ماذا|من|كيف|لماذا|متى|[أا]ين|كم)\s|[أا]م\s|(?:[أا]ول|ثاني|ثالث|رابع|خامس|[أا]خير)[اًا]{1,2}[،:]?\s"
)
"""«فهل …؟», «أم …؟», «ثالثا، …؟»: behind another question."""
_STOPS: Final = re.compile(r"[.؟!]\s")
_TOPIC: Final = 4
"""Words of the shortest headline that parts itself in two: «جسر الضفاف: محطات ثلاث»."""


def end_of_links(reading: Reading, index: int) -> int:
    """Take the links that begin here; the index below them, or this one where none do."""
    lines, roles = reading.lines, reading.roles
    line = lines[index]
    if line.words > _MOST_WORDS and not related.is_published(line.text):
        return index  # as most lines
    if end := related.end_of_skipped(lines, index, reading.end):
        roles[index:end] = ["links"] * (end - index)
        return end
    category = reading.found.category
    label = related.is_link_label(line.text) or _heads_links(reading, index)
    label = label or (category != "" and line.text == f"{_MORE}{category}")
    if label and not (line.ends and line.text[-2:] != ".."):
        block = _without_heading(lines, related.links(lines, index, reading.end))
        if _names_box_above(reading, index):
            roles[index - 1] = "links"
        if len(block) > _LABEL_AND_LINK and _is_said_whole(reading, block.stop - 1):
            block = range(block.start, block.stop - 1)
        end = block.stop + _has_teaser(reading, block)
        roles[block.start : end] = ["links"] * (end - block.start)
        return end
    if (
        _is_breaking(reading, index)
        or _is_box(reading, index)
        or _is_dated(reading, index)
        or _is_stamped(reading, index)
    ):
        roles[index : index + 2] = ["links", "links"]
        return index + 2
    if end := _end_of_published(reading, index):
        roles[index:end] = ["links"] * (end - index)
        return end
    habitual = _habitual(reading, index)
    bare = _is_bare_link(reading, index) and not related.is_link(line.text)
    run = max(_unmarked(reading, index), _interrupting(reading, index, bare=bare)) or int(bare)
    if run > habitual:
        reading.doubt("strange lines")
    end = index + max(habitual, run)
    roles[index:end] = ["links"] * (end - index)
    return end


def _end_of_published(reading: Reading, index: int) -> int:
    """The index below how a page tells of another story, here or below its headline, and below how
    that begins, where the way to it follows; 0 without.
    """
    if index <= reading.start:
        return 0
    headed = 0 if reading.lines[index].prose else 1
    told = reading.lines[index : min(index + 1 + headed, reading.end)]
    at = next((at for at, line in enumerate(told) if related.is_published(line.text)), -1)
    if at < 0:
        return 0
    end = index + at + 1
    teased = [line.text for line in reading.lines[end : min(end + 2, reading.end)]]
    return end + 2 if len(teased) > 1 and related.leads_on(teased[1]) else end


def _names_box_above(reading: Reading, index: int) -> bool:
    """Right above the label of a link stands which section that is of: «نجوم وفن»."""
    above = reading.lines[max(reading.start, index - 2) : index]
    if (
        len(above) < _LABEL_AND_LINK
        or above[1].words > _ITEMS
        or reading.roles[index - 1] != "body"
    ):
        return False
    menu = {line.key for line in reading.lines[: reading.start]}
    return above[0].ends and (gazetteer.is_section(above[1].text) or above[1].key in menu)


def _has_teaser(reading: Reading, block: range) -> bool:
    """Below the last of the headlines stands how its story begins: it says most of the headline,
    and the text hardly any of it. What ends the source line of the links is the text's.
    """
    lines, at = reading.lines, block.stop
    if len(block) < _LABEL_AND_LINK or at + 1 >= reading.end or not lines[at].sentence:
        return False
    if _ends_row(lines, at):
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
        may_be_link(line) and not boilerplate.marks_tail(line.text) for line in below
    )
    text = lines[index].text
    return links and (boilerplate.marks_tail(text) or related.may_be_link_label(text))


def _without_heading(lines: Sequence[Line], block: range) -> range:
    """A block of links without its last line, if that heads the paragraph below, which says most of
    its words.
    """
    last = block.stop - 1
    if _has_short_end(lines, block):
        return range(block.start, last)
    most = _HEADS if lines[last].text[-1] in "؟?" else _HEADING
    if len(block) <= _LABEL_AND_LINK or block.stop >= len(lines) or lines[last].words > most:
        return block
    said = words.stems(lines[last].text)
    below = words.stems(*(line.text for line in lines[block.stop : block.stop + _ITEMS]))
    item = headings.is_item(lines[block.stop].text)
    if item and lines[last].text[-1] in "؟?":
        return range(block.start, last)  # no link has points below
    facts = lines[block.stop : block.stop + _ITEMS]
    if len(facts) == _ITEMS and all(_LINED_UP.match(line.text) for line in facts):
        return range(block.start, last)  # no link has facts below
    prose = lines[block.stop].prose or item
    heads = prose and ":" not in lines[last].text and len(said & below) > len(said) / 2
    return range(block.start, last) if heads else block


def _has_short_end(lines: Sequence[Line], block: range) -> bool:
    """The box ended before the last line of a block: each link is longer, and that line is as short
    as a heading where it ends the source line in which they stand, or has three words at most above
    a paragraph.
    """
    at = block.stop - 1
    last, links = lines[at], lines[block.start + 1 : at]
    if not links or last.words > _HEADING or noise.is_clock(last.text):
        return False
    if dating.read(last.text, date.max) or _EXPLAINS.match(f"{last.text} "):
        return False
    shortest = min(line.words for line in links)
    if shortest > last.words and _ends_row(lines, at):
        return True
    below = any(line.prose for line in lines[at + 1 : at + 2])
    return below and last.words <= _ITEMS and shortest > _LABEL_WORDS


def _ends_row(lines: Sequence[Line], at: int) -> bool:
    """The line is the last piece of a source line, and not of the text's only one."""
    below = lines[at + 1 : at + 2]
    return lines[at].piece and below != () and below[0].number != lines[at].number


def _is_bare_link(reading: Reading, index: int) -> bool:
    """A headline amid paragraphs that nothing marks as another story's: it names a place or an
    institution, and the text says half of it at most; of one that is as short as a heading, hardly
    any. A long heading of which the text says nothing is one as well, and what is told as headlines
    are, right below another link, or if the paragraphs below say nothing of it.
    """
    line = reading.lines[index]
    second = reading.roles[index - 1] == "links" and not line.stops
    placed = _stands_as_link(reading, index, second=second) and _heads_story(line)
    if not placed or _heads_speaker(line, reading.lines[index + 1]):
        return False
    spoken = share_of(reading, index)
    if spoken is None:
        return False
    told = is_told(line.text)
    strange = told and spoken <= _LITTLE and heads_nothing(reading, index)
    long = told and second and line.words > _HEADS  # nothing that long heads a paragraph
    if strange or long or (line.words in _LONG_HEADING and spoken <= _ANY):
        return True
    if not (second or names_one(line.text)):
        return False
    if second or line.words > _HEADS:
        few = line.words == _BARE_WORDS[0]  # as of the heading of what stands below
        return spoken <= (_HARDLY if few else _HALF)
    return spoken <= _HARDLY and (line.words == _HEADS or tells(line.text))


def _habitual(reading: Reading, index: int) -> int:
    """How many links stand here between two paragraphs, where the outlet's texts have such amid
    theirs: the lines down to the last that is sure to be one.
    """
    lines, sure = reading.lines, index
    if not (reading.habits.headlines and index > reading.start and lines[index - 1].ends):
        return 0
    for at in range(index, reading.end - 1):
        line = lines[at]
        short = line.stops and _asks(lines[at - 1])  # a paragraph of a few words
        if short or _is_text(line) or related.is_link_label(line.text):
            return sure - index
        if line.mark or line.stops or line.text[-1] in ":،؛" or headings.is_item(line.text):
            return 0  # a list, or what announces one
        beside = sure > index or not _is_text(lines[at + 1])
        if _is_habitual(reading, at, beside=beside):
            sure = at + 1
        elif line.words < _TOPIC:
            return sure - index
    return sure - index if reading.lines[reading.end - 1].prose else 0


def _is_text(line: Line) -> bool:
    """It is a paragraph, and no headline that asks, however long: that asks once, and of somebody
    known, or who he is.
    """
    if not line.prose or not _asks(line):
        return line.prose
    if not (names_one(line.text) or _EXPLAINS.match(line.text)):
        return True
    return _goes_on(line) or _STOPS.search(line.text) is not None


def _goes_on(line: Line) -> bool:
    """It goes on from what is above, as no headline does."""
    first = normalise(line.text.partition(" ")[0])
    return goes_on(first) or _ASKS_ON.match(line.text) is not None


def _is_habitual(reading: Reading, index: int, *, beside: bool) -> bool:
    """The headline of another text; or one by its shape, longer than any heading, or as long as one
    and two of these: told as headlines are, of somebody known, silent of what stands below.
    `beside` another such line one of these is enough.
    """
    line = reading.lines[index]
    if habits.mark(line.key) in reading.habits.headlines:
        return reading.title < 0 or line.key != reading.lines[reading.title].key
    if _is_said_whole(reading, index):
        return False
    if beside and _is_one_more(line):
        return True
    if line.ends or line.words <= _HEADING - beside or not _heads_story(line):
        return False
    signs = is_told(line.text), names_one(line.text), heads_nothing(reading, index)
    return line.words > _HEADS - 2 * beside or sum(signs) > 1 - beside


def _is_one_more(line: Line) -> bool:
    """It asks, or parts itself in two, in more words than headings have; or explains something."""
    asks = line.words > _HEADING and line.text[-1] in "؟?"
    asks = asks and not _goes_on(line)
    parted = line.words >= _HEADING and _IN_TWO.search(line.text) is not None
    return asks or parted or _EXPLAINS.match(line.text) is not None


def _is_said_whole(reading: Reading, index: int) -> bool:
    """A paragraph below says the same, word for word: it heads that."""
    own, below = reading.lines[index].key, reading.lines[index + 1 : reading.end]
    return any(own in line.key for line in below if line.prose)


def _heads_speaker(line: Line, below: Line) -> bool:
    """Of whoever speaks in it, «العمري: …», and no place, the paragraph right below tells."""
    speaker, colon, _ = line.text.partition(":")
    if gazetteer.is_place(speaker):
        return False
    named = words.stems(speaker) if colon and speaker.count(" ") < _LABEL_WORDS else frozenset()
    return named != frozenset() and below.prose and named <= words.stems(below.text)


def is_told(text: str) -> bool:
    """It says what happens, or parts itself in two, as headlines do and headings seldom."""
    if normalise(text.partition(" ")[0]) in _DEEDS:
        return True
    return _tells_early(text) or _IN_TWO.search(text) is not None


def _tells_early(text: str) -> bool:
    """A verb in the present stands among its first words, and is not the first."""
    early = (word.lstrip(_OPENS) for word in normalise(text).split()[1:_EARLY])
    return any(word[:1] in _PRESENT and (is_verb(word) or may_be_present(word)) for word in early)


def heads_nothing(reading: Reading, index: int) -> bool:
    """The paragraphs below it hardly say a word of it."""
    said = words.stems(reading.lines[index].text)
    return len(said & said_below(reading, index)) <= _ANY * len(said)


def _unmarked(reading: Reading, index: int) -> int:
    """How many headlines stand here between two paragraphs, where two or three do of which the text
    hardly speaks; 0 where they may be something else. Half of them tell as headlines do; and one is
    marked so, or the text says no word of any.
    """
    lines = reading.lines
    if index <= reading.start or not (lines[index - 1].prose and lines[index - 1].ends):
        return 0
    end = index
    while end < reading.end and (_is_unmarked(lines[end]) or _asks(lines[end])):
        end += 1
    run = lines[index:end]
    asking = sum(map(_asks, run))
    if asking == len(run) or (asking and _is_interview(reading)):
        return 0
    heads = end + 1 < reading.end and lines[end].words < _HEADING and lines[end + 1].prose
    below = end < reading.end and (lines[end].prose or heads)
    if not (below and _LABEL_AND_LINK <= len(run) <= _BOX):
        return 0
    if all(names_one(line.text) and _tells_early(line.text) for line in run):
        return len(run)  # nobody heads a text so twice
    spoken = [share_of(reading, i) for i in range(index, end)]
    if any(share is None or share > _HARDLY for share in spoken):
        return 0
    sure = sum(names_one(line.text) or _IN_TWO.search(line.text) is not None for line in run)
    sure = sure or int(not any(spoken))  # verses are announced: above stands a colon
    told = sum(is_told(line.text) for line in run)
    return len(run) if sure and 2 * max(sure, told) >= len(run) else 0


def _interrupting(reading: Reading, index: int, *, bare: bool) -> int:
    """How many lines as long as headlines stand here where a text is interrupted: above is a whole
    paragraph, and the one below goes on from it, so that none heads it; three, or two of which the
    first is a link or both are told as headlines are. 0 where they may be a list or verses, which a
    text announces.
    """
    lines = reading.lines
    above = lines[index - 1]
    if index <= reading.start or not (above.prose and above.ends) or _LINED_UP.match(above.text):
        return 0
    end = index
    while end < reading.end and _is_long_as_headline(lines[end]):
        end += 1
    goes_below = end < reading.end and lines[end].prose and lines[end].text[0] == _AND
    run = lines[index:end]
    if not goes_below or len(run) not in _INTERRUPTING:
        return 0
    if len(run) == _LABEL_AND_LINK and not (bare or all(is_told(line.text) for line in run)):
        return 0
    alike = (
        len({line.key[-1:] for line in run}) == 1 or len({line.key[:_ALIKE] for line in run}) == 1
    )
    return 0 if alike else len(run)


def _is_long_as_headline(line: Line) -> bool:
    topic = line.words == _TOPIC and _IN_TWO.search(line.text) is not None
    long = topic or line.words in _LINK_WORDS
    shaped = long and not (line.ends or line.mark or line.text.isascii())
    shaped = shaped and not (captions.credit_line(line.text) or captions.pictures(line))
    shaped = shaped and not goes_on(normalise(line.text.partition(" ")[0].rstrip(":")))
    return shaped and line.text[-1] not in ":،؛" and not headings.is_item(line.text)


def _is_unmarked(line: Line) -> bool:
    return may_be_link(line) and _heads_story(line)


def _is_interview(reading: Reading) -> bool:
    """Several questions have their answers below."""
    lines = reading.lines[reading.start : reading.end]
    asked = sum(line.text[-1] in "؟?" and below.prose for line, below in pairwise(lines))
    return asked >= _QUESTIONS


def _asks(line: Line) -> bool:
    """A headline that is a question."""
    return line.words in _LINK_WORDS and not line.mark and line.text[-1] in "؟?"


def _stands_as_link(reading: Reading, index: int, *, second: bool) -> bool:
    """Below a paragraph that ends, or as the `second` below a link; above a paragraph or a link."""
    if not reading.start < index < reading.end - 1:
        return False
    above, line, below = reading.lines[index - 1 : index + 2]
    if line.gap and below.prose and not below.gap:
        return False  # a blank line parts it from what is above, and it heads what is below
    if captions.credit_line(below.text):
        return False  # a picture's
    heads = below.words <= _HEADS and index + 2 < reading.end and reading.lines[index + 2].prose
    beside = below.prose or may_be_link(below) or (heads and not below.mark)
    return (second or (above.ends and not line.ends)) and beside


_OF_PICTURES: Final = (
    captions.says_whose,
    captions.is_seen,
    captions.pictures,
    captions.is_credited,
    captions.is_by_photographer,
)
"""How a line tells that it is a caption, and no headline."""


def _heads_story(line: Line) -> bool:
    """It has a headline's words and marks, and does not begin as a sentence does."""
    if line.words not in _BARE_WORDS or line.mark or _NO_HEADLINE.search(line.text):
        return False
    if any(tells(line) for tells in _OF_PICTURES):
        return False
    first = normalise(line.text.split()[0])
    first = first.rstrip(":") if first[0] in "وف" else first  # «وأضاف: …»
    return not (first == "يا" or is_function(first) or goes_on(first) or opens_story(first))


def _is_breaking(reading: Reading, index: int) -> bool:
    """Amid paragraphs, a label of what just happened elsewhere, and below it what that was."""
    lines = reading.lines[index - 1 : index + 3]
    if len(lines) <= _BOX or index <= reading.start or not related.is_breaking(lines[1].text):
        return False
    return lines[0].ends and may_be_link(lines[2]) and lines[3].prose


def _is_box(reading: Reading, index: int) -> bool:
    """A section's name, or a few words and the page's, and below it another story's headline, amid
    paragraphs: a box that a page shows there, «من أرشيف الضفاف».
    """
    lines = reading.lines[index - 1 : index + 3]
    if len(lines) <= _BOX or index <= reading.start:
        return False
    if not (gazetteer.is_section(lines[1].text) or _names_page(reading, lines[1])):
        return False
    return lines[0].ends and may_be_link(lines[2]) and lines[3].prose and not lines[1].mark


def _names_page(reading: Reading, line: Line) -> bool:
    if not (1 < line.words <= _LABEL_WORDS and not line.ends and reading.is_page):
        return False
    names = {*reading.outlets, key(reading.called)}
    return any(line.key.endswith(name) for name in names if len(name) > _HALF_NAME)


def _is_dated(reading: Reading, index: int) -> bool:
    """Amid paragraphs, a headline right below which its day stands, or how long it is read."""
    lines = reading.lines[index - 1 : index + 3]
    if len(lines) <= _BOX or index <= reading.start:
        return False
    line, day = lines[1:3]
    shaped = line.words in _LINK_WORDS and not (line.stops or line.mark or line.text[-1] == ":")
    placed = lines[0].ends and lines[3].prose and day.words <= _DAY_WORDS and not day.gap
    if not (shaped and placed):
        return False
    return reading.dated(index + 1) is not None or noise.tells_reading(day.text)


def _is_stamped(reading: Reading, index: int) -> bool:
    """A headline right above which the day and the hour of its story stand."""
    lines = reading.lines[index : index + 2]
    return len(lines) > 1 and noise.is_stamp(lines[0].text) and may_be_link(lines[1])


def cut_below(reading: Reading, index: int) -> int:
    """The last of the few lines below a link with which a text ends, none of them a sentence: they
    are links too.
    """
    below = reading.lines[index + 1 : reading.end]
    if len(below) > _LAST_LINKS or not all(map(may_be_link, below)):
        return index
    for i in range(index + 1, reading.end):
        reading.roles[i] = "links"
    return reading.end - 1


def cut_like_links(reading: Reading) -> None:
    """What might head paragraphs is a link where another link of the text has a word of it that the
    text has not: both lead to another matter.
    """
    inside = range(reading.start, reading.end)
    linked = words.stems(*(reading.lines[i].text for i in inside if reading.roles[i] == "links"))
    if not linked:
        return
    text = words.stems(*(reading.lines[i].text for i in inside if reading.lines[i].prose))
    strange = linked - text
    for index in inside:
        line = reading.lines[index]
        above = reading.roles[index - 2 : index] == ["links", "links"]
        third = above and _is_third(reading, index)
        if third or _asks_above_link(reading, index) or _stands_above_links(reading, index):
            reading.roles[index] = "links"
        elif (
            reading.roles[index] == "body"
            and may_be_link(line)
            and _stands_as_link(reading, index, second=reading.roles[index - 1] == "links")
            and _heads_story(line)
            and not strange.isdisjoint(words.stems(line.text))
        ):
            reading.roles[index] = "links"
            reading.doubt("strange lines")


def _asks_above_link(reading: Reading, index: int) -> bool:
    """Of what it asks stands first, «مصر: كيف …؟», and a link right below: it heads no part."""
    asked = _MATTER.fullmatch(reading.lines[index].text) if index else None
    placed = reading.roles[index : index + 2] == ["body", "links"]
    return bool(asked and placed and reading.lines[index - 1].ends)


def _stands_above_links(reading: Reading, index: int) -> bool:
    """A headline, be it a question, right above two links that no label announces: what heads a
    paragraph stands above that.
    """
    line, below = reading.lines[index], reading.lines[index + 1 : index + 2]
    placed = (
        reading.roles[index : index + 3] == ["body", "links", "links"] and index > reading.start
    )
    shaped = line.words in _LINK_WORDS and not (line.stops or line.mark or line.text[-1] in ":،؛")
    return placed and shaped and not (below[0].gap or related.is_link_label(below[0].text))


def _is_third(reading: Reading, index: int) -> bool:
    """Right below two links, and above a paragraph, more words than head one, and no stop."""
    line, below = reading.lines[index], reading.lines[index + 1 : reading.end][:1]
    bare = reading.roles[index] == "body" and may_be_link(line) and line.words >= _LONG_HEADING[0]
    return bare and below != () and below[0].prose and not (line.gap and line.text[-1] == ":")


def may_be_link(line: Line) -> bool:
    """It has a headline's words, and no sentence's end."""
    return not (line.sentence or line.ends or line.mark) and line.words in _LINK_WORDS
