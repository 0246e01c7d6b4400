"""Where the text begins: its first paragraph. All above it is the head."""

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    boilerplate,
    gazetteer,
    headings,
    imprint,
    noise,
    opening_parts,
    words,
)
from warraq.importer.anatomy.pictures import is_of_picture
from warraq.importer.anatomy.reading import SMALL_HEAD, TITLE_WORDS, Kind, Reading
from warraq.importer.lexicon import begins_story, goes_on
from warraq.importer.lines import Line, key

_MOST_STARTS: Final = 8
"""Paragraphs of which one is the text's first, if any is."""
_SUMMARY_LETTERS: Final = 40
"""Of the shortest paragraph that the text may repeat."""
_SUMMARY_WORDS: Final = 14
"""Of a summary that ends no sentence, as many headlines have too."""
_SIGNED: Final = frozenset[Kind](("dateline", "byline", "source"))
_OF_BOOK: Final = re.compile(
    r"(?:عدد الصفحات|الطبعة|سنة النشر|تاريخ النشر|دار النشر|الترقيم الدولي|ردمك|ISBN)\s*:",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(r"[^\W\d]+(?:\s[^\W\d]+){0,2}\s*:\s*\S")
_SENTENCES: Final = re.compile(r"[.؟!]\s+\S")
_DAY_WORDS: Final = 16
_MORE: Final = frozenset(
    map(key, ("التفاصيل", "تفاصيل", "المزيد", "اقرأ المزيد", "للمزيد", "تتمة"))
)
_BOX: Final = 2
"""Lines of a box above its first story: its name, and the day."""
_DAYS: Final = frozenset[Kind](("date", "posted"))
_FAR: Final = 10
"""Lines of what a page tells machines between its summary and its headline, at least."""
_HEADLINE_WORDS: Final = 4
_BETWEEN: Final = 5
"""Lines between a summary and its text that may be anything."""
_PARAGRAPHS: Final = 2
_MENUS: Final = 3
_SAID_TOO: Final = 3
"""Stems of a summary that the text below has too."""
_MENU_KINDS: Final = frozenset[Kind](("share", "section", "label", "noise"))
_OF_HEAD: Final = _MENU_KINDS | _DAYS | {"credit", "url", "dateline", "byline", "source", "caption"}
_OF_SIGNED_HEAD: Final = _OF_HEAD | {"name"}
_OF_PICTURE: Final = range(1, 4)
"""Lines of a picture, or of a player, between a summary and its text."""
_COUNTERS: Final = 3
"""Counters, clocks and the like that tell a page."""


def find_start(reading: Reading) -> None:
    """The text begins with its first paragraph, unless date or byline still come: that paragraph
    is a summary, or a page's news ticker.
    """
    lines = reading.lines
    sentences = (
        i
        for i, line in enumerate(lines)
        if line.sentence and not (_is_of_page(reading, i) or is_of_picture(reading, i))
    )
    prose = _without_sidebar(reading, list(islice(sentences, _MOST_STARTS)))
    summary = _summary_of_machine(lines)
    prose = [i for i in prose if i > summary] or prose
    if not prose:
        prose = [i for i, line in enumerate(lines) if i and line.prose]
    if reading.titled:
        prose = [i for i in prose if i]
    elif prose and prose[0] == 0 and len(prose) > 1 and _may_be_long_title(lines):
        prose = prose[1:]
    reading.start = prose[0] if prose else _end_of_short_head(reading)
    if reading.is_page and not _has_menu(reading):
        reading.start = _end_of_short_head(reading)
        return
    for index, following in pairwise(prose):
        if index != reading.start or not _move_below(reading, index, following):
            break
    _begin_with_speaker(reading)
    _begin_with_book(reading)
    _begin_with_list(reading)
    _begin_with_summary(reading)


def _move_below(reading: Reading, index: int, following: int) -> bool:
    """Let the text begin with the next paragraph, where that at `index` is a summary or a box's;
    whether others may be too.
    """
    if _is_above_head(reading, index, following):
        reading.start = following
        reading.roles[index] = "summary"
        reading.found.summary = reading.lines[index].text
        return True
    if _unknown_between(reading, index, following) > _BETWEEN:
        return False
    head = range(max(0, index - SMALL_HEAD), index)
    above = {reading.kind(i) for i in head}
    between = {reading.kind(i) for i in range(index + 1, following)}
    dated = not _DAYS.isdisjoint(above)
    if not dated and _DAYS & between and len(between) > 1 and between <= _OF_SIGNED_HEAD:
        reading.start = following  # below a writer's name too
        return True
    if "byline" in above or any(_says_where_or_who(reading, i) for i in head):
        return False
    if (
        {"dateline", "byline"} & between
        or (between == {"name"} and not gazetteer.is_outlet(reading.lines[index + 1].text))
        or (not dated and (_DAYS & between or stands_above_day(reading, index)))
        or (dated and _is_summary_of_page(reading, index, following))
        or (dated and _is_above_picture(reading, index, following))
        or _is_above_source(reading, index, following)
        or _is_above_paper(reading, index, following)
        or _is_said_again(reading.lines[index : following + 1])
    ):
        reading.start = following
    elif "date" in between and _is_in_box(reading, index):
        reading.start = following
        reading.roles[index] = "teasers"
    return True


def _is_above_head(reading: Reading, index: int, following: int) -> bool:
    """Below it, however far, stands the headline once more, and its day: what is above is what a
    page tells machines.
    """
    if following - index <= _FAR:
        return False
    head = {line.key for line in reading.lines[:index] if line.words >= _HEADLINE_WORDS}
    again = (i for i in range(index + 1, following) if reading.lines[i].key in head)
    return any(not _DAYS.isdisjoint(map(reading.kind, range(i + 1, i + 3))) for i in again)


def _is_of_page(reading: Reading, index: int) -> bool:
    """It stands around other articles too, or is what only pages say: a menu, a request, what a
    poll asks.
    """
    text = reading.lines[index].text
    signs = text[-1] == ":" and reading.kind(index) == "dateline"
    if signs or reading.roles[index] != "body":
        return True  # «سامي حداد - ليلى عمر - صدى الموانئ - صيدا:»
    if text[-1] in "؟?" and index and imprint.is_poll(reading.lines[index - 1].text):
        return True
    if reading.lines[index].words <= _DAY_WORDS and reading.dated(index) is not None:
        return True  # «نشر الثلاثاء، 14 يوليو / تموز 2015; 06:12 (GMT +0400).»
    below = reading.lines[index + 1 : index + 2]
    if below and not (below[0].gap or below[0].prose) and below[0].key in _MORE:
        return True  # how another story begins, and the button that goes there
    if text.isascii() and any(line.sentence and not line.text.isascii() for line in reading.lines):
        return True  # an Arabic text begins in Arabic
    return reading.habitual(index) or _asks_or_leads(text)


def _asks_or_leads(text: str) -> bool:
    """A menu, a button, or what asks readers to agree to something."""
    known = noise.is_menu_bar(text) or boilerplate.marks_tail(text)
    return known or boilerplate.asks_consent(text)


def _unknown_between(reading: Reading, index: int, following: int) -> int:
    """How many lines stand between two, but for those that a head and its page have."""
    if following - index <= _BETWEEN + 1:
        return following - index - 1
    return sum(reading.kind(i) not in _OF_HEAD for i in range(index + 1, following))


def _without_sidebar(reading: Reading, prose: list[int]) -> list[int]:
    """The first sentences of a page without one that stands by itself among its menus, as what a
    writer says of himself does: above it are menus, and below many lines, some of them menus too.
    """
    while len(prose) > _PARAGRAPHS:
        index, following = prose[:2]
        far = following - index > SMALL_HEAD and reading.lines[index].words <= TITLE_WORDS
        if not (far and index and _has_menus(reading, range(index), 1)):
            break
        if not _has_menus(reading, range(index + 1, following), _MENUS):
            break
        prose = prose[1:]
    return prose


def _has_menus(reading: Reading, lines: range, least: int) -> bool:
    return sum(reading.kind(i) in _MENU_KINDS for i in lines) >= least


def _summary_of_machine(lines: Sequence[Line]) -> int:
    """Index of the line that says that a machine wrote the summary above it; -1 without one."""
    notes = (
        i for i, line in enumerate(lines[: 3 * SMALL_HEAD]) if imprint.is_of_machine(line.text)
    )
    return next(notes, -1)


def _begin_with_speaker(reading: Reading) -> None:
    """A text may begin with who says the verses that stand above its first paragraph."""
    first = max(1, reading.start - SMALL_HEAD)
    if not reading.is_page:
        says = (i for i in range(first, reading.start) if imprint.says(reading.lines[i].text))
        reading.start = next(says, reading.start)


def _begin_with_book(reading: Reading) -> None:
    """A review begins with what is told of its book, a label and a value on each line."""
    first = max(1, reading.start - SMALL_HEAD)
    lines = reading.lines
    told = [line for line in lines[first : reading.start] if _OF_BOOK.match(line.text)]
    if all(imprint.states_day(line.text) for line in told):
        return  # none, or the article's own day
    while reading.start > first and _LABELLED.match(lines[reading.start - 1].text):
        reading.start -= 1


def _begin_with_list(reading: Reading) -> None:
    """Items have above them what announces them; the first paragraph of those who check facts, what
    heads it.
    """
    lines, above = reading.lines, reading.start - 1
    if above <= reading.titled - 1 or reading.start >= len(lines):
        return
    announced = lines[above].text[-1] == ":" and reading.kind(above) == "other"
    announced = announced and headings.is_item(lines[reading.start].text)
    if above > 0 and (announced or headings.is_of_check(lines[above].text)):
        reading.start = above


def _begin_with_summary(reading: Reading) -> None:
    """A text begins with its summary said once more, be it without an end, below whose it is."""
    lines, again = reading.lines, reading.start - 1
    if again >= len(lines) or not (lines[again].prose or lines[again].words > _SUMMARY_WORDS):
        return
    signed = again
    while signed > 1 and reading.kind(signed - 1) in _SIGNED:
        signed -= 1
    if 1 < signed < again and lines[signed - 1].key == lines[again].key:
        reading.start = again


def _is_in_box(reading: Reading, index: int) -> bool:
    """It is the first story of a box on top of a page, «الأكثر قراءة», below its day."""
    return index == _BOX and reading.kind(0) == "share" and reading.kind(1) == "date"


def stands_above_day(reading: Reading, index: int) -> bool:
    """One sentence, no longer than a headline, right above the day or its label, that does not
    begin as stories do.
    """
    line, below = reading.lines[index], reading.lines[index + 1 : index + 2]
    if not below or line.words > TITLE_WORDS or _SENTENCES.search(line.text):
        return False
    if begins_story(line.text):
        return False
    return imprint.announces_day(below[0].text) or reading.kind(index + 1) == "date"


def _says_where_or_who(reading: Reading, index: int) -> bool:
    """It is a dateline, and names not only a paper, as the line on top of a page does."""
    where = reading.dateline(index) if reading.kind(index) == "dateline" else None
    return where is not None and bool(where.place or where.authors)


def _has_menu(reading: Reading) -> bool:
    """A button, an item of a menu, or some of the counters and clocks that every page has, stand
    above the text. So many lines without any are a text of short lines.
    """
    kinds = [reading.kind(i) for i in range(reading.start)]
    if "share" in kinds or "section" in kinds:
        return True
    counters = (
        kind == "noise" and not noise.is_rule(reading.lines[i].text) for i, kind in enumerate(kinds)
    )
    return sum(counters) >= _COUNTERS


def _is_summary_of_page(reading: Reading, index: int, following: int) -> bool:
    """Between a page's summary and its text stand its address, or its headline once more, as below
    the picture.
    """
    head = {line.key for line in reading.lines[:index] if line.words > 2}
    return any(
        reading.kind(i) == "url" or reading.lines[i].key in head
        for i in range(index + 1, following)
    )


def _is_above_picture(reading: Reading, index: int, following: int) -> bool:
    """Between a page's first sentence, right below its head, and a paragraph that does not go on
    from it stands a picture, by its credit, or a player.
    """
    between = range(index + 1, following)
    if len(between) not in _OF_PICTURE or not reading.is_page:
        return False
    shown = any(
        reading.kind(i) == "credit" or noise.is_of_player(reading.lines[i].text) for i in between
    )
    above, first = reading.kind(index - 1), reading.lines[following].text.partition(" ")[0]
    head = above in _OF_SIGNED_HEAD or reading.lines[index - 1].key in (
        line.key for line in reading.lines[: index - 1]
    )
    return shown and head and not goes_on(normalise(first))


def _is_above_source(reading: Reading, index: int, following: int) -> bool:
    """Right below a page's summary stands whose the text is, then buttons, and then the text, which
    says more of the same.
    """
    if reading.kind(index + 1) != "source":
        return False
    if not _has_menus(reading, range(index + 2, following), 1):
        return False
    below = (line.text for line in reading.lines[following:] if line.prose)
    said = words.stems(*islice(below, _BETWEEN))
    return len(said & words.stems(reading.lines[index].text)) >= _SAID_TOO


def _is_above_paper(reading: Reading, index: int, following: int) -> bool:
    """Between a sentence right below the headline and the text stands nothing but the paper's name
    by itself: above it is a summary.
    """
    between = reading.lines[index + 1 : following]
    if index != 1 or len(between) != 1:
        return False
    return opening_parts.is_paper(between[0].text) or attribution.is_medium(between[0].text)


def _is_said_again(lines: Sequence[Line]) -> bool:
    """The last of these begins with the words of the first; and between them stands not only the
    name of the writer, who signs the first.
    """
    summary, *between, first = lines
    if not between or (len(between) == 1 and gazetteer.may_be_person(between[0].text)):
        return False
    return len(summary.key) >= _SUMMARY_LETTERS and first.key.startswith(summary.key)


def _may_be_long_title(lines: Sequence[Line]) -> bool:
    first, second = lines[0], lines[1]
    return second.gap and first.words <= 10 and second.words > 1.5 * first.words


def _end_of_short_head(reading: Reading) -> int:
    """Without a paragraph of prose, as in a poem, the head is what is known to be of a head."""
    for index in range(min(len(reading.lines), SMALL_HEAD)):
        if index and reading.kind(index) not in (
            "date",
            "dateline",
            "byline",
            "credit",
            "url",
            "section",
        ):
            return index
    return min(len(reading.lines), 1)
