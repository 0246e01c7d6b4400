"""The head: the lines above the headline, and those between it and the text.

By itself a line says what it states; its place says the rest. What is left below the headline may
be anything, and is for `unknown`.
"""

import re
from typing import Final

from warraq.importer import (
    attribution,
    boilerplate,
    captions,
    dateline_parts,
    dating,
    gazetteer,
    headings,
    imprint,
    noise,
)
from warraq.importer.anatomy import rivals
from warraq.importer.anatomy.pictures import (
    CAPTION_WORDS,
    is_of_picture,
    take_caption,
    take_of_picture,
)
from warraq.importer.anatomy.reading import KEPT, Reading
from warraq.importer.anatomy.statements import (
    is_office,
    is_said_again,
    read_head_line,
    take_summary,
)
from warraq.importer.anatomy.strange import is_hardly_spoken_of
from warraq.importer.anatomy.title import (
    MENU_WORDS,
    PICTURE_LABELS,
    below_staff,
    is_foreign,
    says_how,
)
from warraq.importer.anatomy.unknown import read_unknown
from warraq.importer.lines import key

_TYPED_ABOVE: Final = 4
"""Lines that a reporter may have typed above a headline."""
_NEAR: Final = 3
"""Lines above a headline in which the head says something of it."""
_HEAD_KINDS: Final = frozenset(("date", "url", "dateline", "byline", "credit", "posted", "source"))
"""Of lines right above a headline that state something."""
_SITE_WORDS: Final = 4
_TITLE_WORDS: Final = 4
_POINT_WORDS: Final = 4
_ISSUE: Final = "العدد "
_FOREIGN_WORDS: Final = 3
_NUMBERED: Final = re.compile(r"^\d{1,2}\s*[.)-]\s*")
_SECTION_WORDS: Final = 3
"""Of a section's name that no list has."""
_CAPTION_WORDS: Final = 40
_CRUMB: Final = re.compile(r"\s*[/|»›>]\s*")
_NO_NAME: Final = re.compile(r"[\d()\[\]]")
"""What no section's name has in it."""
_BETWEEN_CRUMBS: Final = re.compile(r"\s-\s|[|»«<>]|\s/\s")


def read_above(reading: Reading) -> None:
    """Above the headline: the paper, the section, the date, and a page's menus."""
    title, staff = reading.title, below_staff(reading)
    for index in range(title - 1, -1, -1):
        line, kind = reading.lines[index], reading.kind(index)
        headline = reading.lines[title]
        if reading.roles[index] != "body":
            continue
        if _is_captioned(reading, index):
            take_of_picture(reading, index - 1)
            take_caption(reading, index)
        elif line.key == headline.key or rivals.is_affixed(line.text, headline.text):
            reading.roles[index] = "title again"
            _read_affix(reading, index)
        elif kind == "summary":
            take_summary(reading, index, imprint.meta_description(line.text))
        elif (
            kind == "section" or _is_chosen(reading, index) or dateline_parts.are_places(line.text)
        ):
            _read_section(reading, index)
        elif crumbs := imprint.crumbs(line.text):
            _read_crumbs(reading, index, crumbs)
        elif kind == "outlet" or (
            (title <= _TYPED_ABOVE or index == 0) and attribution.is_paper(line.text)
        ):
            reading.roles[index] = "outlet"
            reading.found.source = reading.found.source or (line.text if kind != "outlet" else "")
        elif _states(reading, index):
            read_head_line(reading, index)
        elif title <= _TYPED_ABOVE and _may_be_section(reading, index):
            _read_section(reading, index)
        elif (title > _TYPED_ABOVE and (not line.stops or line.words <= 2)) or (
            kind in ("noise", "label", "share", "url", "date", "name")
            or index < staff
            or is_foreign(reading, index)
        ):
            reading.roles[index] = "menu"
        else:
            _leave(reading, index)


def _is_captioned(reading: Reading, index: int) -> bool:
    """Some words near the headline, right below whose picture they tell of."""
    near = index > 0 and reading.title - index <= _NEAR
    line = reading.lines[index]
    told = line.words in range(_TITLE_WORDS, _CAPTION_WORDS) and reading.kind(index) == "other"
    return near and told and reading.kind(index - 1) == "credit"


def _may_be_section(reading: Reading, index: int) -> bool:
    """A word to three that a reporter typed, and no kicker: «بألوان وقصص»."""
    line = reading.lines[index]
    if line.words > _SECTION_WORDS or reading.kind(index) not in ("other", "shape", "label"):
        return False
    return line.words == 1 or not says_how(line.text)


def _states(reading: Reading, index: int) -> bool:
    """It says something of the article: near the headline, or the name that a reporter typed."""
    kind = reading.kind(index)
    if kind == "name":
        signed = any(reading.kind(i) == "byline" for i in range(reading.title + 1, reading.start))
        return reading.title <= _TYPED_ABOVE and not signed
    near = reading.title - index <= _NEAR
    return near and kind in _HEAD_KINDS and not (kind == "date" and _is_clock(reading, index))


def _leave(reading: Reading, index: int) -> None:
    """Leave in the text what nobody knows; not so a line of which the text hardly speaks."""
    if is_hardly_spoken_of(reading, index):
        reading.roles[index] = "menu"
        reading.doubt("strange lines")
    else:
        reading.doubt("line above the title")


def _is_clock(reading: Reading, index: int) -> bool:
    """A day above a headline, here or once more further above, and between them what only pages
    have: a button, the weather. It is the day on which the page was saved.
    """
    own = reading.lines[index].key
    first = next(i for i in range(index + 1) if reading.lines[i].key == own)
    return any(reading.kind(i) in ("noise", "share") for i in range(first + 1, reading.title))


def _read_section(reading: Reading, index: int) -> None:
    """A section, or a # tag in its place, stands right above the headline; the others are those of
    a menu, in which others of its kind, or a few words of any kind, stand above it.
    """
    if _is_chosen(reading, index):
        reading.roles[index] = "section"
        reading.found.category = reading.found.category or reading.lines[index].text
        return
    if is_foreign(reading, index) or _NO_NAME.search(reading.lines[index].text):
        reading.roles[index] = "menu"
        return
    typed = reading.title <= _TYPED_ABOVE
    if imprint.is_hash_tags(reading.lines[index].text):
        reading.roles[index] = "tags"
        reading.found.tags += imprint.tags_of(reading.lines[index].text)
        return
    near = typed or reading.title - index <= 2
    above = reading.lines[index - 1] if index and not reading.lines[index].gap else None
    menu = index > 0 and reading.kind(index - 1) == "section"
    menu = menu or (
        not typed
        and above is not None
        and above.words <= MENU_WORDS
        and reading.kind(index - 1) not in ("date", "noise", "share", "outlet")
    )
    if near and not menu and not reading.found.category:
        reading.roles[index] = "section"
        text = reading.lines[index].text
        reading.found.category = imprint.category(text) or text.rstrip(" :")
    else:
        reading.roles[index] = "menu"


def _read_crumbs(reading: Reading, index: int, crumbs: list[str]) -> None:
    """The last section on the way to a page is its own, if its headline stands right below."""
    reading.roles[index] = "menu"
    sections = list(filter(gazetteer.is_section, crumbs))
    if not sections and imprint.begins_home(reading.lines[index].text):
        sections = [crumb for crumb in crumbs if crumb.count(" ") < _SECTION_WORDS]
    if sections and not reading.found.category and reading.title - index <= _TYPED_ABOVE:
        reading.roles[index] = "section"
        reading.found.category = sections[-1]


def _is_chosen(reading: Reading, index: int) -> bool:
    """Right above a page's headline, an item of the menu is said again: that is its section, unless
    all the menu is said again.
    """
    lines = reading.lines
    if not reading.is_page or reading.title - index > 2 or lines[index].words > MENU_WORDS:
        return False
    if reading.found.category or reading.own_kind(index) not in ("section", "other", "name"):
        return False
    above = lines[index - 1].key
    twins = [i for i in range(1, index) if lines[i].key == lines[index].key]
    return bool(twins) and not any(lines[i - 1].key == above for i in twins)


def _read_affix(reading: Reading, index: int) -> None:
    """«BBC Arabic - العالم - العنوان»: a site's name and its section stand beside the title."""
    title = reading.lines[reading.title].text
    text = reading.lines[index].text
    rest = text.replace(title, " - ")
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
            reading.found.source = reading.found.source or part


def read_below(reading: Reading) -> None:
    """Between headline and text: date, dateline, byline, credit, captions, a summary."""
    unknown: list[int] = []
    headline = {key(reading.found.title), reading.lines[reading.title].key}
    below = range(reading.title + 1, reading.start)
    for index in (at for at in below if reading.roles[at] == "body"):
        line = reading.lines[index]
        again = index > 0 and line.key != "" and reading.lines[index - 1].key == line.key
        if reading.title >= 0 and (line.key in headline or _is_title_with_site(reading, index)):
            reading.roles[index] = "title again"
        elif _is_of_logo(reading, index):
            reading.roles[index] = "menu"
        elif again:
            _read_again(reading, index, unknown)
        elif _is_point(reading, index):
            reading.roles[index] = "summary"
            found = reading.found
            found.summary = f"{found.summary}\n{line.text}" if found.summary else line.text
        elif reading.kind(index) == "share" and reading.habitual(index):
            reading.roles[index] = "menu"
            _read_desk(reading, index)
        elif index > reading.title + 1 and is_office(reading, index):
            reading.roles[index] = "byline"
        elif _is_above_label(reading, index) or (line.sentence and is_of_picture(reading, index)):
            take_caption(reading, index)
        elif line.sentence or reading.kind(index) == "summary" or _is_lead(reading, index):
            take_summary(reading, index, imprint.meta_description(line.text) or line.text)
        elif (
            _is_below_label(reading, index)
            or _is_of_day(reading, index)
            or _is_foreign_name(reading, index)
            or _is_in_contents(reading, index)
        ):
            reading.roles[index] = "menu"
        elif not read_head_line(reading, index) and not line.mark:
            unknown.append(index)
    read_unknown(reading, unknown)
    if reading.found.dated is None:
        _take_day_of_issue(reading)


def _take_day_of_issue(reading: Reading) -> None:
    """Where no other day is stated, that of the paper's issue, on top of its page."""
    for index in range(max(0, reading.title)):
        if _ISSUE in reading.lines[index].text and (dated := reading.dated(index)):
            reading.roles[index] = "date"
            reading.found.dated = dated
            return


def _is_point(reading: Reading, index: int) -> bool:
    """One of the points below the headline that say what the text says, above what the head
    states.
    """
    above = reading.roles[reading.title + 1 : index]
    if not (
        "body" not in above and reading.title >= 0 and headings.is_item(reading.lines[index].text)
    ):
        return False
    if reading.lines[index].words < _POINT_WORDS or reading.kind(index) != "other":
        return False
    below = range(index + 1, reading.start)
    return any(reading.kind(i) in _HEAD_KINDS or reading.kind(i) == "name" for i in below)


def _is_foreign_name(reading: Reading, index: int) -> bool:
    """A few words in Latin letters that state nothing: «Bursa»."""
    line = reading.lines[index]
    few = line.words <= _FOREIGN_WORDS and "." not in line.text and reading.kind(index) == "other"
    return few and is_foreign(reading, index)


def _is_in_contents(reading: Reading, index: int) -> bool:
    """An item of a text's table of contents: one of its headings, with its number."""
    text = reading.lines[index].text
    bare = _NUMBERED.sub("", text)
    if bare == text:
        return False
    return key(bare) in {line.key for line in reading.lines[reading.start :]}


def _is_above_label(reading: Reading, index: int) -> bool:
    """What stands below says that a picture's rights follow."""
    below = reading.lines[index + 1 : index + 2]
    labelled = any(line.text in PICTURE_LABELS for line in below)
    return labelled and reading.kind(index) == "other"


def _is_title_with_site(reading: Reading, index: int) -> bool:
    """The headline once more, with other marks, and a word or three of the site's beside it."""
    own, title = reading.lines[index], reading.lines[reading.title]
    longer = range(title.words + 1, title.words + _SITE_WORDS + 1)
    if title.words < _TITLE_WORDS or own.words not in longer:
        return False
    return own.key.startswith(title.key) or own.key.endswith(title.key)


def _is_of_day(reading: Reading, index: int) -> bool:
    """A piece of the line that the day is on, such as «الساعة»."""
    line, above = reading.lines[index], reading.lines[index - 1]
    return (
        line.piece
        and above.number == line.number
        and reading.roles[index - 1] == "date"
        and dating.says_nothing(line.text)
    )


def _is_lead(reading: Reading, index: int) -> bool:
    """Without a headline, the first line may be a summary that the text begins with once more."""
    return reading.title < 0 and is_said_again(reading, index)


def _read_again(reading: Reading, index: int, unknown: list[int]) -> None:
    """A line that repeats the one above it: a caption, if that one is not known to be else."""
    if index - 1 in unknown:
        unknown.remove(index - 1)
        caption = captions.read(reading.lines[index].text, reading.today)
        if not (caption.credit or caption.dated) and reading.lines[index].words > CAPTION_WORDS:
            reading.roles[index] = "lead again"
            return
        take_caption(reading, index - 1)
    before = reading.roles[index - 1]
    if before in ("byline", "byline again"):
        reading.roles[index] = "byline again"
    elif before in ("caption", "caption again"):
        reading.roles[index] = "caption again"
    elif before not in KEPT:
        reading.roles[index] = "menu"


def _read_desk(reading: Reading, index: int) -> None:
    """A page prints its writer's name twice, for a picture and below it; a name that stands so in
    several stories and is no person's is the outlet's own.
    """
    line, below = reading.lines[index], reading.lines[index + 1 : index + 2]
    if below and below[0].key == line.key and line.words <= 4:
        is_name = reading.own_kind(index) == "other" and not gazetteer.is_person(line.text)
        reading.found.source = reading.found.source or (line.text if is_name else "")


def _is_of_logo(reading: Reading, index: int) -> bool:
    """What a picture is called that is a logo, by its name or by the address below."""
    lines = reading.lines
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return noise.is_logo(below) or noise.names_logo(lines[index].text)


def _is_below_label(reading: Reading, index: int) -> bool:
    """The value of a label that means nothing to us: «الموضوع:» and a line."""
    line = reading.lines[index]
    return (
        index > 0
        and reading.kind(index - 1) == "label"
        and reading.kind(index) == "other"
        and line.words <= 5
    )
