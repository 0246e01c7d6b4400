"""What is printed in a headline's line, and is none of it: the site's name, sections, the day."""

import re
from itertools import takewhile
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import attribution, boilerplate, dating, gazetteer, opening_parts
from warraq.importer.anatomy.reading import MENU_WORDS, Reading
from warraq.importer.habits import AFFIX
from warraq.importer.lexicon import is_common
from warraq.importer.lines import CUT_OFF, key

_SLUGS: Final = 2
"""Sections and places before a headline, with dashes: one may be what it speaks of."""
_SITE_WORDS: Final = 4
_SITE_AND_SECTION: Final = 2
_GLUED_AFFIX: Final = re.compile(r"(?<=\S)(?:[-–—|]|ـ{2,3})\s*(?P<site>[^-–—|ـ]*)$")
_BARRED_SITE: Final = re.compile(r"\s(?:\||ـ{2,3})\s*(?P<site>[^\W\d]+(?:\s[^\W\d]+){0,2})$")
"""A name behind a bar, whoever is called so: what a program prints behind each headline."""
_LABEL: Final = re.compile(r"(?:الخبر|العنوان|عنوان (?:الخبر|المقال))\s*:\s+(?=\S+(?:\s\S+){2})")
"""What a program writes before a headline."""
WIRE_SECTION: Final = re.compile(r"(?P<section>\S+)\s+/\s+(?P<title>\S.{10,})$")


def read_title_line(reading: Reading, text: str) -> None:
    """The headline without the name of its site, and the sections that stand before it."""
    found = reading.found
    wire = WIRE_SECTION.match(text)
    if wire and _is_wire_section(wire["section"]):
        found.category, text = wire["section"], wire["title"]
    text = _CONTINUED.sub("", text)
    if label := _LABEL.match(text):
        text = text[label.end() :]
    parts = AFFIX.split(text, maxsplit=9)
    barred = text.count("|") == len(parts) - 1
    first, last = _of_headline(reading, parts, barred=barred) if len(parts) > 1 else (0, 1)
    kept = parts[first:last]
    if kept and (first, last) != (0, len(parts)) and sum(part.count(" ") + 1 for part in kept) > 2:
        start = text.index(kept[0], sum(map(len, parts[:first])))
        text = text[start : text.rindex(kept[-1]) + len(kept[-1])]
    elif (glued := _GLUED_AFFIX.search(text)) and _is_sites_news(glued["site"], text):
        text = text[: glued.start()]
    elif (site := _BARRED_SITE.search(text)) and text.count(" ", 0, site.start()) > MENU_WORDS:
        _take_site(reading, site["site"])
        text = text[: site.start()]
    found.title = text.strip("*") if text[0] == text[-1] == "*" else text


def _of_headline(reading: Reading, parts: list[str], *, barred: bool) -> tuple[int, int]:
    """Of the parts of a line, which are the headline: from the first, up to the second. `barred`:
    bars part them, so that a section may stand behind it.
    """
    found, last = reading.found, len(parts)
    if bounds := _of_folder(reading, parts):
        return bounds
    if _is_site(parts[-1]):
        _take_site(reading, parts[-1])
        return 0, last - 1
    sectioned = last > _SITE_AND_SECTION and gazetteer.is_section(parts[1])
    if _is_site(parts[0]) or (sectioned and _may_be_site(parts[0], parts[2])):
        _take_site(reading, parts[0])
        if sectioned:
            found.category = parts[1]
        return 1 + sectioned, last
    if barred and gazetteer.is_section(parts[-1]):
        found.category = parts[-1]
        return 0, last - 1
    slugs = list(takewhile(_is_slug, parts))
    sections = list(filter(gazetteer.is_section, slugs))
    if len(slugs) < _SLUGS or not sections:
        return 0, last
    found.category = sections[0]
    return len(slugs), last


def _of_folder(reading: Reading, parts: list[str]) -> tuple[int, int] | None:
    """As `_of_headline`, where the name that the folder's headlines have beside them is one of the
    parts, or several; between the two a section may stand.
    """
    site, count = key(reading.habits.site), len(parts)
    for at in range(1, count) if site else ():
        behind = key(" ".join(parts[at:])) == site
        if not behind and key(" ".join(parts[:at])) != site:
            continue
        reading.take_site(reading.habits.site)
        left, beside = (parts[:at], at - 1) if behind else (parts[at:], at)
        sectioned = len(left) > 1 and gazetteer.is_section(parts[beside])
        if sectioned:
            reading.found.category = parts[beside]
        return (0, at - sectioned) if behind else (at + sectioned, count)
    return None


def _is_sites_news(name: str, headline: str) -> bool:
    """A site that is called so, of two words or more, that clings to a headline of some words: a
    single word may be half of what a dash joins.
    """
    return " " in name and headline.count(" ") > MENU_WORDS and _is_site(name)


def _is_slug(text: str) -> bool:
    return gazetteer.is_section(text) or gazetteer.is_place(text)


def _is_site(text: str) -> bool:
    known = gazetteer.is_outlet(text) or gazetteer.is_agency(text)
    return known or opening_parts.is_paper(text) or attribution.is_paper(text)


def _may_be_site(name: str, headline: str) -> bool:
    """A few words before a section and a headline: «الضفاف آف آم - رياضة - العنوان هنا»."""
    named = name.count(" ") < _SITE_WORDS and not _is_slug(name)
    return named and headline.count(" ") > MENU_WORDS


def _take_site(reading: Reading, name: str) -> None:
    """Whose the text is, unless the name is that of a section: «أخبار صيدا»."""
    if not gazetteer.is_news_of_place(name):
        reading.take_site(name)


def _is_wire_section(word: str) -> bool:
    """«عام», «زراعي»: an agency's own, each an adjective."""
    if gazetteer.is_section(word):
        return True
    return word.endswith("ي") and not gazetteer.is_place(word) and is_common(normalise(word))


_CONTINUED: Final = re.compile(
    r"\s*/\s*[إا]ضافة\s+(?:[أا]ولى|ثانية|ثالثة|رابعة|خامسة|سادسة|[أا]خيرة)(?:\s*و\s?[أا]خيرة)?\s*$"
)
"""With which an agency marks what it adds to a story."""
_CRUMB: Final = re.compile(r"\s*[/|»›>]\s*")
_BETWEEN_CRUMBS: Final = re.compile(r"\s(?:[-:/]|::)\s|[|»«<>]")
_LEAST_WORDS: Final = 4
"""Of a headline that may have its site's name beside it without a mark."""


def read_affix(reading: Reading, index: int) -> None:
    """«BBC Arabic - العالم - العنوان»: a site's name and its section stand beside the title."""
    title = reading.lines[reading.title].text
    text = reading.lines[index].text
    rest = text.replace(title, " - ")
    sited = False
    home, *crumbs = _CRUMB.split(text.removesuffix(title).rstrip(" /|»›>"))
    if boilerplate.marks_tail(home):
        reading.found.category = reading.found.category or next(reversed(crumbs), "")
        return
    for part in (p.strip(" -–—|/:ـ«»<>") for p in _BETWEEN_CRUMBS.split(rest)):
        if not part or boilerplate.marks_tail(part):
            continue
        if dated := dating.read(part, reading.today):
            reading.found.dated = reading.found.dated or dated
        elif gazetteer.is_section(part) and not reading.found.category:
            reading.found.category = part
        elif part.count(" ") < 4 and (index < 2 or not reading.is_page):
            if sited and text.endswith(title):  # «صوت الضفاف - علوم وبيئة - العنوان»
                reading.found.category = reading.found.category or part
            reading.take_site(part)
            sited = True


_BEGUN: Final = 12
"""Letters of a headline that a way has room for, at least."""


def ends_way(text: str, title: str) -> bool:
    """«الرئيسية > ثقافة > العنوان»: the headline ends the way from the site's first page to its
    own.
    """
    pages = _CRUMB.split(text)
    if len(pages) > 1 and pages[-1].endswith(CUT_OFF):  # as far as there was room for it
        begun = pages[-1].rstrip(" .…")
        cut = len(begun) >= _BEGUN and title.startswith(begun)
        return cut and boilerplate.marks_tail(pages[0])
    way = text.removesuffix(title)
    return way != text and boilerplate.marks_tail(_CRUMB.split(way)[0])


def is_title_with_site(reading: Reading, index: int) -> bool:
    """The headline once more, with other marks, and a word or three of the site's beside it."""
    own, title = reading.lines[index], reading.lines[reading.title]
    longer = range(title.words + 1, title.words + _SITE_WORDS + 1)
    if title.words < _LEAST_WORDS or own.words not in longer:
        return False
    return own.key.startswith(title.key) or own.key.endswith(title.key)
