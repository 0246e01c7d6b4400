"""Sections and the way to a page: which of the lines above a headline is its own."""

import re
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import gazetteer, imprint, lexicon
from warraq.importer.anatomy.reading import MENU_WORDS, TYPED_ABOVE, Reading
from warraq.importer.anatomy.strange import is_foreign
from warraq.importer.anatomy.subtitles import says_how

_NEAR: Final = 2
"""Lines above a headline in which a page has its section."""
_SECTION_WORDS: Final = 3
"""Of a section's name that no list has."""
_SITE_AND_SECTION: Final = 2
_NO_NAME: Final = re.compile(r"[\d()\[\]]")
"""What no section's name has in it."""


def read_section(reading: Reading, index: int) -> None:
    """A section, or a # tag in its place, stands right above the headline; the others are those of
    a menu, in which others of its kind, or a few words of any kind, stand above it.
    """
    found, text = reading.found, reading.lines[index].text
    if is_chosen(reading, index):
        reading.roles[index] = "section"
        found.category = found.category or text
    elif is_foreign(reading, index) or _NO_NAME.search(text):
        reading.roles[index] = "menu"
    elif imprint.is_hash_tags(text):
        reading.roles[index] = "tags"
        found.tags += imprint.tags_of(text)
    elif _is_near(reading, index) and not (_is_of_menu(reading, index) or found.category):
        reading.roles[index] = "section"
        found.category = imprint.category(text) or text.rstrip(" :")
    else:
        reading.roles[index] = "menu"


def _is_near(reading: Reading, index: int) -> bool:
    """It was typed above the headline, or is one of the two lines above it."""
    return reading.title <= TYPED_ABOVE or reading.title - index <= _NEAR


def _is_of_menu(reading: Reading, index: int) -> bool:
    """Right above stands another section or, on a page, a few words that state nothing."""
    above = reading.kind(index - 1) if index else None
    if above in (None, "section"):
        return above is not None
    typed = reading.title <= TYPED_ABOVE or reading.lines[index].gap
    few = reading.lines[index - 1].words <= MENU_WORDS
    return not typed and few and above not in ("date", "noise", "share", "outlet")


def read_crumbs(reading: Reading, index: int, crumbs: list[str]) -> None:
    """The last section on the way to a page is its own, if its headline stands right below. Of two
    pages that a reporter typed and no list has, the first is the site's.
    """
    reading.roles[index] = "menu"
    sections = list(filter(gazetteer.is_section, crumbs))
    typed = len(crumbs) == _SITE_AND_SECTION and reading.title <= TYPED_ABOVE
    if typed and crumbs[0] not in sections and not imprint.names_home(reading.lines[index].text):
        reading.found.source = reading.found.source or crumbs[0]
        sections = crumbs[1:]
    if not sections and imprint.begins_home(reading.lines[index].text):
        sections = [crumb for crumb in crumbs if crumb.count(" ") < _SECTION_WORDS]
    if sections and not reading.found.category and reading.title - index <= TYPED_ABOVE:
        reading.roles[index] = "section"
        reading.found.category = sections[-1]


def is_chosen(reading: Reading, index: int) -> bool:
    """Right above a page's headline, an item of the menu is said again: that is its section, unless
    all the menu is said again.
    """
    lines = reading.lines
    if not reading.is_page or reading.title - index > _NEAR or lines[index].words > MENU_WORDS:
        return False
    if reading.found.category or reading.own_kind(index) not in ("section", "other", "name"):
        return False
    above = lines[index - 1].key
    twins = [i for i in range(1, index) if lines[i].key == lines[index].key]
    return bool(twins) and not any(lines[i - 1].key == above for i in twins)


def may_be_section(reading: Reading, index: int) -> bool:
    """A word to three that a reporter typed, and no kicker: «بألوان وقصص», «في ذكرى تأسيسها»."""
    line = reading.lines[index]
    if line.words > _SECTION_WORDS or reading.kind(index) not in ("other", "shape", "label"):
        return False
    if imprint.announces_day(line.text):
        return False
    first = normalise(line.text.partition(" ")[0])
    return line.words == 1 or not (says_how(line.text) or lexicon.is_function(first))


def is_section_below(reading: Reading, index: int) -> bool:
    """A word or two of every day, right above the day or the writer, below the headline; or right
    below these, above the text.
    """
    line, below = reading.lines[index], reading.roles[index + 1 : index + 2]
    above_stated = index - 1 == reading.title >= 0 and below in (["date"], ["byline"], ["dateline"])
    below_stated = index + 1 == reading.start and reading.roles[index - 1] in ("date", "byline")
    if not (above_stated or below_stated) or reading.found.category or line.ends:
        return False
    if lexicon.is_function(normalise(line.text.partition(" ")[0])):
        return False  # a kicker, «في ذكرى تأسيسها»
    if above_stated and gazetteer.begins_as_section(line.text):
        return True
    few = line.words < _SECTION_WORDS and below != ["dateline"]
    return few and all(lexicon.is_common(normalise(word)) for word in line.text.split())
