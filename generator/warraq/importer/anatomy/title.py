"""The headline: of the lines above the text that may be one, that which most speaks for.

A reporter types a few lines above a text; a saved page has its menus there, and prints its headline
beside the date, or twice, once with the site's name.
"""

import re
from collections import Counter
from itertools import takewhile
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    captions,
    dateline,
    dateline_parts,
    formulas,
    gazetteer,
    headings,
    imprint,
    opening,
    opening_parts,
    related,
)
from warraq.importer.anatomy import rivals
from warraq.importer.anatomy.pictures import is_below_owner, is_said_with_credit
from warraq.importer.anatomy.reading import (
    SMALL_HEAD,
    TITLE_WORDS,
    Kind,
    Reading,
)
from warraq.importer.anatomy.start import stands_above_day
from warraq.importer.anatomy.statements import is_office, is_said_again
from warraq.importer.anatomy.strange import share_of
from warraq.importer.lexicon import is_function, is_listed, opens_story
from warraq.importer.lines import Line, key

_STORY_WORDS: Final = 17
"""Of the shortest line that is a text's first, and no headline, if it begins as stories do."""
_DATELINE_WORDS: Final = 10
"""Of the shortest line that is so if a dateline stands in it."""
_DATELINE: Final = 60
"""Characters in which it names its agency in brackets."""
_TORN_WORDS: Final = 3
"""Of a line with a verb and no more than its subject: «ذكرت وكالة»."""
_SAYS: Final = frozenset(
    normalise(
        "قال قالت ذكرت أعلن أعلنت أكد أكدت أفاد أفادت أوضح أوضحت صرح صرحت نقلت أضاف أضافت"
    ).split()
)
_PICTURE_WORDS: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"\W*[A-Za-z]")
_ARABIC: Final = re.compile("[\u0621-\u06d3]")
_OF_CAPTION: Final = 5
_OF_TEXT: Final = 3
"""What a line is worth of which the text speaks."""
_SHORT: Final = 3
"""Letters of a foreign word that any text may have."""
_REPEATED: Final = 3
"""Words of a headline that a head has twice, or with its site's name; fewer are a section's."""
_SPOKEN: Final = 1 / 2
_LESS_SPOKEN: Final = 1 / 4
_LONGER: Final = 3
"""Words that a headline right below its section may have more than its sub-title."""
_WHEN: Final = frozenset(
    map(normalise, ("بعد", "قبل", "خلال", "وسط", "رغم", "منذ", "ضمن", "قبيل", "عقب"))
)
_KICKER_WORDS: Final = 6
_ABOVE_WORDS: Final = 7
"""Of the shortest headline, and no kicker, between a section and a sub-title."""
_KICKED_WORDS: Final = 12
"""Of the longest headline below a kicker."""
_SUBTITLE_WORDS: Final = 8
"""Of the shortest that is taken for the headline."""
MENU_WORDS: Final = 4
"""Of the longest item of a menu."""
_STOPPED_WORDS: Final = range(5, 18)
PICTURE_LABELS: Final = frozenset(("حقوق النشر", "حقوق الصورة", "مصدر الصورة"))
"""Labels below a caption."""
_LINE_WORDS: Final = 7
_SLUGS: Final = 2
"""Sections and places before a headline, with dashes: one may be what it speaks of."""
_AFFIX: Final = re.compile(r"\s+(?:[-–—|]|ـ{1,3})\s*|\s*\|\s*")
_GLUED_AFFIX: Final = re.compile(r"(?<=\S)(?:[-–—|]|ـ{2,3})\s*(?P<site>[^-–—|ـ]*)$")
_WIRE_SECTION: Final = re.compile(r"(?P<section>\S+)\s+/\s+(?P<title>\S.{10,})$")


def find_title(reading: Reading) -> None:
    """The headline is the line that comes back, the one beside the date, or the first that is
    none of the head's other lines.
    """
    lines = reading.lines
    if reading.titled:
        reading.title = 0
        reading.roles[0] = "title"
        reading.found.title = lines[0].text
        return
    candidates = _candidates(reading)
    candidates = rivals.without(reading, candidates)
    if not candidates:
        rivals.cut_ticker(reading, 0)
        return
    keys = [line.key if line.words <= TITLE_WORDS else line.text for line in lines]
    count = Counter(keys)
    best, best_score = -1, -1.0
    for index in candidates:
        score = _title_score(reading, index, keys, count, candidates)
        if score > best_score:
            best, best_score = index, score
    if rivals.cut_ticker(reading, best):
        return
    best = _above_subtitle(reading, best, candidates, count[keys[best]])
    best = _below_kicker(reading, best, candidates)
    reading.title = best
    reading.roles[best] = "title"
    _read_title_line(reading, lines[best].text)
    if reading.is_page and best_score < 4:
        reading.doubt("title")


def _below_links(reading: Reading) -> int:
    """Index below the headlines of other stories, where a text begins with their label: «أخبار
    متعلقة».
    """
    if reading.start <= 1 or not related.is_link_label(reading.lines[0].text):
        return 0
    block = related.links(reading.lines, 0, reading.start)
    for index in block:
        reading.roles[index] = "links"
    return block.stop


def _candidates(reading: Reading) -> list[int]:
    """The lines that may be the headline; a standing one, such as the weather's, or a foreign one,
    only where no other may. A text that begins with a label of other stories, which stands below a
    headline, has lost its own.
    """
    if _below_links(reading) and not reading.is_page:
        return []
    below = range(below_staff(reading), reading.start)
    own = [i for i in below if _may_be_title(reading, i, reading.kind(i))]
    ours = [i for i in own if not (is_foreign(reading, i) or _is_above_headline(reading, i, own))]
    if not ours and (stopped := _stopped(reading) or _above_dateline(reading)):
        return stopped
    own = ours or own or [i for i in below if _may_be_title(reading, i, reading.own_kind(i))]
    return own or ([0] if _is_spoken_name(reading) else [])


def _is_spoken_name(reading: Reading) -> bool:
    """The first line is a name or looks like a writer's, and the text speaks of most of it, as it
    does not of its writer.
    """
    if reading.start == 0 or reading.kind(0) not in ("name", "byline"):
        return False
    return (share_of(reading, 0) or 0) > _SPOKEN


def _stopped(reading: Reading) -> list[int]:
    """The first sentence, where it stands right above the day, as nothing but a headline does."""
    sentences = (i for i in range(reading.start) if reading.lines[i].sentence)
    first = next(sentences, reading.start)
    return [first] if first < reading.start and stands_above_day(reading, first) else []


def _above_dateline(reading: Reading) -> list[int]:
    """The first line, a sentence by its stop, between which and a text that begins with its
    dateline nothing but a blank line stands.
    """
    lines = reading.lines
    if len(lines) <= 1 or not lines[1].gap or lines[0].words not in _STOPPED_WORDS:
        return []
    first = 1 if reading.start == 0 else reading.start
    begins = first == 1 and opening.read(lines[1].text) is not None
    return [0] if begins and not opening.read(lines[0].text) else []


def _is_above_headline(reading: Reading, index: int, candidates: list[int]) -> bool:
    """A writer's name, a place or a paper, of up to four words, or several places, above a headline
    that has more.
    """
    line = reading.lines[index]
    if not any(i > index and reading.lines[i].words > MENU_WORDS for i in candidates):
        return False
    few = line.words <= MENU_WORDS and any(names(line.text) for names in _NAMES_ABOVE)
    return few or dateline_parts.are_places(line.text)


def _is_writer(text: str) -> bool:
    given = key(text.partition(" ")[0]) in gazetteer.GIVEN_NAMES
    return given and gazetteer.may_be_person(text)


_NAMES_ABOVE: Final = (
    _is_writer,
    gazetteer.is_place,
    gazetteer.is_news_of_place,
    opening_parts.is_paper,
    attribution.is_medium,
)


def below_staff(reading: Reading) -> int:
    """Index below the lines that say who makes the paper; above them are its menus."""
    texts = [line.text for line in reading.lines[: reading.start]]
    staff = (i for i in range(len(texts) - 1, -1, -1) if imprint.is_staff(texts[i], ""))
    return next(staff, -1) + 1


def _read_title_line(reading: Reading, text: str) -> None:
    """The headline without the name of its site, and the sections that stand before it."""
    found = reading.found
    wire = _WIRE_SECTION.match(text)
    if wire and gazetteer.is_section(wire["section"]):
        found.category, text = wire["section"], wire["title"]
    parts = _AFFIX.split(text, maxsplit=9)
    barred = text.count("|") == len(parts) - 1
    first, last = _of_headline(reading, parts, barred=barred) if len(parts) > 1 else (0, 1)
    kept = parts[first:last]
    if kept and (first, last) != (0, len(parts)) and sum(part.count(" ") + 1 for part in kept) > 2:
        start = text.index(kept[0], sum(map(len, parts[:first])))
        text = text[start : text.rindex(kept[-1]) + len(kept[-1])]
    elif (glued := _GLUED_AFFIX.search(text)) and _is_sites_news(glued["site"], text):
        text = text[: glued.start()]
    found.title = text.strip("*") if text[0] == text[-1] == "*" else text


def _of_headline(reading: Reading, parts: list[str], *, barred: bool) -> tuple[int, int]:
    """Of the parts of a line, which are the headline: from the first, up to the second. `barred`:
    bars part them, so that a section may stand behind it.
    """
    found, last = reading.found, len(parts)
    if _is_site(parts[-1]):
        return 0, last - 1
    if _is_site(parts[0]):
        return 1 + (last > 2 and gazetteer.is_section(parts[1])), last
    if barred and gazetteer.is_section(parts[-1]):
        found.category = parts[-1]
        return 0, last - 1
    slugs = list(takewhile(_is_slug, parts))
    sections = list(filter(gazetteer.is_section, slugs))
    if len(slugs) < _SLUGS or not sections:
        return 0, last
    found.category = sections[0]
    return len(slugs), last


def _is_sites_news(name: str, headline: str) -> bool:
    """A site that is called so, of two words or more, that clings to a headline of some words: a
    single word may be half of what a dash joins.
    """
    return " " in name and headline.count(" ") > MENU_WORDS and _is_site(name)


def _is_slug(text: str) -> bool:
    return gazetteer.is_section(text) or gazetteer.is_place(text)


def _is_site(text: str) -> bool:
    return gazetteer.is_outlet(text) or gazetteer.is_agency(text)


def _may_be_title(reading: Reading, index: int, kind: Kind) -> bool:
    line = reading.lines[index]
    if kind == "name" and index == 0:
        # A name above another writer's is a headline; alone, it is its writer's.
        below = {reading.kind(i) for i in range(1, reading.start)}
        kind = "other" if below & {"name", "byline", "dateline"} else kind
    if kind not in ("other", "shape") or not _has_shape(line, first=index == 0):
        return False
    if _begins_text(reading, index) or _is_left_of_picture(reading, index):
        return False
    if reading.lines[index + 1 : index + 2] and reading.lines[index + 1].text in PICTURE_LABELS:
        return False
    if captions.is_of_part(line) if index == 0 else captions.pictures(line):
        return False
    if is_below_owner(reading, index) or (index and is_office(reading, index)):
        return False
    if _is_said_below(reading, index) or related.goes_on(reading.lines, index):
        return False
    caption = captions.read(line.text, reading.today)
    return not (caption.credit and index) and caption.dated is None


def _has_shape(line: Line, *, first: bool) -> bool:
    """What a headline is: neither too long nor too short, no sentence, no item, no markup."""
    if headings.is_item(line.text) or line.text.endswith(":"):
        return False
    if line.words > TITLE_WORDS and not _WIRE_SECTION.match(line.text):
        return False
    if line.stops and line.words > 10 and line.text[-2:] != "..":
        return False
    if line.words < 3 and len(line.text) < (3 if first else 6):
        return False
    return not ("<" in line.text and ">" in line.text)


def _begins_text(reading: Reading, index: int) -> bool:
    """The line is the beginning of the text: a formula; a long line that begins as stories do, with
    a verb or a dateline; what the text says again; or what is torn from its sentence.
    """
    line = reading.lines[index]
    if formulas.is_formula(line.text):
        return True
    if line.words <= _TORN_WORDS and normalise(line.text.split()[0]) in _SAYS:
        return True
    if line.words >= _STORY_WORDS and ".." not in line.text:  # as headlines are parted
        first = _WORD.search(normalise(line.text))
        if first and opens_story(first[0]):
            return True
    if is_said_again(reading, index):
        return True
    wired = line.words >= _DATELINE_WORDS and "(" in line.text[:_DATELINE]
    where = opening.read(line.text) if wired else None
    return where is not None and gazetteer.is_place(where.place)


def _is_left_of_picture(reading: Reading, index: int) -> bool:
    """A word or three below a dateline are what a lost picture shows; a day with its place may
    stand above a headline.
    """
    return reading.lines[index].words <= _PICTURE_WORDS and any(
        reading.kind(i) == "dateline" and (where := reading.dateline(i)) and _has_place(where)
        for i in range(index)
    )


def _has_place(where: dateline.Dateline) -> bool:
    return where.place != "" and where.dated is None


def _is_said_below(reading: Reading, index: int) -> bool:
    """On a page, the next lines say the same and whose picture it is, so that it is a caption; or
    the headline alone, so that it is the way to it.
    """
    own = reading.lines[index]
    following = reading.lines[index + 1 : index + 3]
    return reading.is_page and any(
        is_said_with_credit(reading, own, line)
        or (line.words > 2 and rivals.is_affixed(own.text, line.text))
        for line in following
    )


def _title_score(
    reading: Reading, index: int, keys: list[str], count: Counter[str], candidates: list[int]
) -> float:
    line, own = reading.lines[index], keys[index]
    earlier = [i for i in candidates if index - 4 <= i < index and reading.lines[i].words >= 3]
    page = reading.is_page
    score = 0.5 if line.words >= 4 else -1.0 if line.words == 3 else -2.5
    named = line.words >= _REPEATED
    if len(own) > 7 and (line.words >= 4 or not page):
        doubled = page and _is_doubled_caption(reading, index, candidates)
        if count[own] > 1 and not doubled and (page or (named and not earlier)):
            score += 3 if page else 6  # a page's menus come back too, in its footer
        elif named and any(rivals.is_affixed(other.text, line.text) for other in reading.lines):
            score += 3 if page else 5
    below_menu = page and _is_below_menu(reading, index)
    above_subtitle = not page and line.words >= (_ABOVE_WORDS if index else MENU_WORDS)
    below = _until_other(reading, index, skip=below_menu or above_subtitle)
    if any(reading.kind(i) in ("date", "posted") for i in below):
        score += 4
    if not page and any(reading.kind(i) == "date" for i in range(max(0, index - 2), index)):
        score += 2 + (reading.kind(index - 1) == "date" and index == reading.start - 1)
    if index == candidates[0] and reading.start <= SMALL_HEAD:
        score += 2
    if index == 0 and reading.lines[1:2] and reading.lines[1].gap:
        score += 3
    if page:
        score += 4 * index / reading.start
        score += 2 * below_menu
    score += _OF_TEXT * (
        named
        and not _is_below_stated(reading, index, candidates)
        and line.text[0] != "("
        and (share_of(reading, index) or 0) >= _SPOKEN
    )
    if page and _is_doubled_caption(reading, index, candidates):
        score -= _OF_CAPTION
    if page and index and reading.kind(index - 1) in ("section", "date"):
        score += 1.5
    if line.text.startswith("عاجل") and index != candidates[-1]:
        score -= 3  # what just happened stands above every page
    return score


def _above_subtitle(reading: Reading, best: int, candidates: list[int], times: int) -> int:
    """The line right above, where that is the headline and this its sub-title: it is shorter, the
    text speaks of it as much, and it is no kicker, «بمشاركة 40 ناشرا», as these are short or say
    when and with whom.
    """
    above = best - 1
    if above not in candidates or times > 1:
        return best
    line, own = reading.lines[above], reading.lines[best]
    placed = reading.is_page and above > 0 and reading.kind(above - 1) == "section"
    shorter = line.words <= own.words + _LONGER * placed
    if not (line.words > MENU_WORDS and shorter) or own.words < _SUBTITLE_WORDS - placed or own.gap:
        return best
    first = normalise(line.text.split()[0])
    kicker = own.words <= _KICKED_WORDS and is_function(first)
    kicker = kicker or (first[0] == "ب" and is_listed(first[1:]))
    spoken, of_own = share_of(reading, above) or 0, share_of(reading, best) or 0
    least = _LESS_SPOKEN if placed else max(_SPOKEN, of_own - _LESS_SPOKEN)
    return best if kicker or spoken < least else above


def _is_below_stated(reading: Reading, index: int, candidates: list[int]) -> bool:
    """In a typed text, the writer, or his place, stands between its first line and this one."""
    between = range(candidates[0] + 1, index) if not reading.is_page else ()
    return any(reading.kind(i) in ("byline", "dateline", "name") for i in between)


def _is_doubled_caption(reading: Reading, index: int, candidates: list[int]) -> bool:
    """A line printed twice, below another of which the text speaks, is a picture's: right below
    itself, or right above the text once more.
    """
    lines = reading.lines
    twins = [i for i in range(reading.start) if i != index and lines[i].key == lines[index].key]
    pair = [i for i in twins if abs(i - index) == 1 or max(i, index) + 1 == reading.start]
    if not pair:
        return False
    above = (i for i in candidates if i < min(index, *pair) and lines[i].words > MENU_WORDS)
    return any((share_of(reading, i) or 0) > _LESS_SPOKEN for i in above)


def _below_kicker(reading: Reading, best: int, candidates: list[int]) -> int:
    """The line right below, where that is the headline and this the kicker above it: it says with
    or after what, in fewer words.
    """
    below = best + 1
    if below not in candidates or reading.lines[below].gap:
        return best
    kicker, own = reading.lines[best], reading.lines[below]
    shorter = is_kicker(kicker) and own.words > MENU_WORDS and kicker.words < own.words
    if not says_how(kicker.text):
        shorter = shorter and kicker.words + MENU_WORDS <= own.words
    return below if shorter and (share_of(reading, below) or 0) >= _SPOKEN else best


def is_kicker(line: Line) -> bool:
    """It says with what, or when, in a few words: «بمشاركة 40 ناشرا», «بعد ترميم دام عامين»."""
    first = normalise(line.text.split()[0])
    return line.words <= _KICKER_WORDS and (says_how(line.text) or first in _WHEN)


def says_how(text: str) -> bool:
    """«بمشاركة …», «بألوان …»."""
    first = normalise(text.split(maxsplit=1)[0])
    return first[0] == "ب" and is_listed(first[1:]) and not is_listed(first)


def is_foreign(reading: Reading, index: int) -> bool:
    """No Arabic letter is in the line, and none of its words in the text."""
    line = reading.lines[index]
    if not _LATIN.match(line.text) or _ARABIC.search(line.text):
        return False
    words = [word for word in _WORD.findall(line.text) if len(word) > _SHORT]
    return not any(
        word in other.text for other in reading.lines if other is not line for word in words
    )


def _is_below_menu(reading: Reading, index: int) -> bool:
    """More words than a menu's items have, below lines that may be such."""
    above = reading.lines[max(0, index - 4) : index]
    menu = len(above) == 4 and all(line.words <= MENU_WORDS for line in above)
    return menu and reading.lines[index].words > MENU_WORDS


def _is_text(reading: Reading, index: int) -> bool:
    """More words than the head's other lines have, and no caption by its credit."""
    line = reading.lines[index]
    long = line.words > _LINE_WORDS and reading.kind(index) == "other"
    return long and not captions.read(line.text, reading.today).credit


def _until_other(reading: Reading, index: int, *, skip: bool) -> list[int]:
    """The next four lines, up to one of running text; `skip`: up to the second, as the first may be
    a summary.
    """
    found = []
    for i in range(index + 1, min(index + 5 + skip, len(reading.lines))):
        line, first = reading.lines[i], skip and i == index + 1
        summary = first and not reading.is_page
        if (line.prose and not summary) or (not first and _is_text(reading, i)):
            break
        found.append(i)
    return found
