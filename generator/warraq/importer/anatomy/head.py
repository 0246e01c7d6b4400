"""The head: the lines above the headline, and those between it and the text.

By itself a line says what it states; its place says the rest. What is left below the headline may
be anything, and is for `unknown`.
"""

from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    bylines,
    captions,
    dateline_parts,
    dating,
    furniture,
    gazetteer,
    imprint,
    noise,
    opening_parts,
)
from warraq.importer.anatomy import rivals
from warraq.importer.anatomy.affixes import is_title_with_site, read_affix
from warraq.importer.anatomy.candidates import below_staff, is_below_picture
from warraq.importer.anatomy.contents import is_in_contents
from warraq.importer.anatomy.pictures import (
    CAPTION_WORDS,
    is_of_picture,
    take_caption,
    take_of_picture,
)
from warraq.importer.anatomy.reading import (
    HEAD_KINDS,
    KEPT,
    PICTURE_LABELS,
    TYPED_ABOVE,
    Kind,
    Reading,
)
from warraq.importer.anatomy.sections import is_chosen, may_be_section, read_crumbs, read_section
from warraq.importer.anatomy.statements import (
    is_office,
    is_said_again,
    read_head_line,
    take_summary,
)
from warraq.importer.anatomy.strange import is_foreign, is_hardly_spoken_of, share_of
from warraq.importer.anatomy.summaries import is_point_above_head, take_point
from warraq.importer.anatomy.tags import share_spoken
from warraq.importer.anatomy.unknown import read_unknown
from warraq.importer.lines import Line, key

_NEAR: Final = 3
"""Lines above a headline in which the head says something of it."""
_MENU_KINDS: Final = frozenset[Kind](("noise", "label", "share", "url", "date", "name"))
"""Of lines above a headline that say nothing of it."""
_SITE_WORDS: Final = 4
"""Of the longest name of a site or a section above a headline."""
_SEEN_WORDS: Final = 8
_KICKER_WORDS: Final = range(3, 15)
_SPOKEN: Final = 1 / 2
"""Of a kicker, what the text says too."""
_WHEN: Final = frozenset(
    map(normalise, ("بعد", "قبل", "منذ", "رغم", "عقب", "خلال", "وسط", "بمشاركة"))
)
"""With which kickers begin, and no paper's motto."""
_FEW: Final = 2
"""Words of a line that is none of a text's, whatever its end."""
_TITLE_WORDS: Final = 4
_LETTERS: Final = 16
"""Of the longest word."""
_ISSUE: Final = "العدد "
_STEPS: Final = ("/", ">", "›", "»", "«")
"""Between the names of pages on the way to this one, on lines of their own."""
_ISSUE_WORDS: Final = 12
_FOREIGN_WORDS: Final = 3
_OFFICE_WORDS: Final = 8
_CAPTION_WORDS: Final = 40
_NAMED_WORDS: Final = 5
"""Of a writer or a paper below a label."""


def read_above(reading: Reading) -> None:
    """Above the headline: the paper, the section, the date, and a page's menus."""
    staff = below_staff(reading)
    for index in range(reading.title - 1, -1, -1):
        if reading.roles[index] != "body" or any(read(reading, index) for read in _ABOVE):
            continue
        if index < staff or _is_of_menu(reading, index):
            reading.roles[index] = "menu"
        else:
            _leave(reading, index)


def _read_captioned(reading: Reading, index: int) -> bool:
    """Take some words near the headline, right below whose picture they tell of, or below its
    place.
    """
    near = index > 0 and reading.title - index <= _NEAR
    line = reading.lines[index]
    told = line.words in range(_TITLE_WORDS, _CAPTION_WORDS) and reading.kind(index) == "other"
    if near and told and reading.kind(index - 1) == "credit":
        take_of_picture(reading, index - 1)
    elif not (near and told and _is_in_place(reading, index)):
        return False
    take_caption(reading, index)
    return True


def _is_in_place(reading: Reading, index: int) -> bool:
    """Between the word that a page prints in the place of a picture, and the headline."""
    line = reading.lines[index]
    right_above = reading.title - index == 1 and not (line.ends or line.text[-1] == ":")
    return right_above and is_below_picture(reading, index)


def _read_title_above(reading: Reading, index: int) -> bool:
    """Take the headline's first print, and what stands beside it."""
    line, headline = reading.lines[index], reading.lines[reading.title]
    if _is_cut_off(line, headline) or rivals.is_begun(line.text, headline.text):
        reading.roles[index] = "title again"
        return True
    if line.key != headline.key and not rivals.is_affixed(line.text, headline.text):
        return False
    reading.roles[index] = "title again"
    read_affix(reading, index)
    return True


def _is_cut_off(line: Line, headline: Line) -> bool:
    """The headline's first words, and stops for the rest."""
    begun = line.text.rstrip(" .…")
    return line.words > _FEW and begun != line.text and headline.text.startswith(begun)


def _read_meta(reading: Reading, index: int) -> bool:
    """Take what a page's program says of its text: a summary, or its keywords, which are tags where
    the text speaks of them.
    """
    if reading.kind(index) != "summary":
        return False
    text = reading.lines[index].text
    if keywords := imprint.meta_keywords(text):
        reading.roles[index] = "tags"
        reading.found.tags = tuple(word for word in keywords if _is_spoken(reading, word))
    else:
        take_summary(reading, index, imprint.meta_description(text))
    return True


def _is_spoken(reading: Reading, name: str) -> bool:
    """Headline and text have all of its words."""
    return share_spoken(reading, name, reading.end, start=reading.start) == 1


def _read_section(reading: Reading, index: int) -> bool:
    """Take a section, places, an item of the menu that is chosen, or the way to the page."""
    text = reading.lines[index].text
    section = reading.kind(index) == "section" or is_chosen(reading, index)
    if section or dateline_parts.are_places(text):
        read_section(reading, index)
    elif crumbs := imprint.crumbs(text):
        read_crumbs(reading, index, crumbs)
    else:
        return False
    return True


def _read_outlet(reading: Reading, index: int) -> bool:
    """Take the name of the paper."""
    text, named = reading.lines[index].text, reading.kind(index) == "outlet"
    typed = reading.title <= TYPED_ABOVE or index == 0
    called = attribution.is_paper(text) or opening_parts.is_paper(text)
    if not (named or (typed and called)):
        return False
    reading.roles[index] = "outlet"
    reading.found.source = reading.found.source or ("" if named else text)
    return True


def _read_site(reading: Reading, index: int) -> bool:
    """Take the first of the lines that were typed above a headline, a word to three, above that of
    a section: whose page it is.
    """
    line, typed = reading.lines[index], range(1, TYPED_ABOVE + 1)
    if index or reading.title - 1 not in typed or line.words > _SITE_WORDS or line.mark:
        return False
    if reading.kind(0) not in ("other", "shape") or gazetteer.is_section(line.text):
        return False
    if max(map(len, line.text.split())) > _LETTERS:
        return False  # the items of a menu
    between = range(1, reading.title)
    if reading.roles[1] != "section" or any(reading.lines[i].words > _SITE_WORDS for i in between):
        return False
    reading.roles[0] = "outlet"
    reading.found.source = reading.found.source or line.text
    return True


def _read_stated(reading: Reading, index: int) -> bool:
    """Take what states something; where it holds is for `read_head_line`."""
    if not _states(reading, index):
        return False
    read_head_line(reading, index)
    return True


def _read_typed_section(reading: Reading, index: int) -> bool:
    asks = furniture.asks(reading.lines[index].text.partition(" ")[0])  # «أرسل ادعاء»
    if reading.title > TYPED_ABOVE or asks or not may_be_section(reading, index):
        return False
    read_section(reading, index)
    return True


def _read_seen(reading: Reading, index: int) -> bool:
    """Take what can be seen somewhere, right above a headline that was typed."""
    line = reading.lines[index]
    right_above = reading.title - index == 1 and line.words <= _SEEN_WORDS
    right_above = right_above and not (index and reading.lines[index - 1].text in _STEPS)
    seen = reading.title <= TYPED_ABOVE and captions.is_seen(line)
    seen = seen or (right_above and captions.begins_as_seen(line))
    seen = seen or captions.is_of_archive(line.text)
    if not seen or reading.kind(index) != "other":
        return False
    take_caption(reading, index)
    return True


def _read_writer(reading: Reading, index: int) -> bool:
    """Take what the writer is, near a page's headline and right below his name."""
    near = index > 0 and reading.title - index <= _NEAR and reading.roles[index - 1] == "body"
    if not (near and bylines.begins_as_office(reading.lines[index].text)):
        return False
    name = reading.lines[index - 1].text
    if reading.lines[index].words > _OFFICE_WORDS or not gazetteer.may_be_person(name):
        return False
    reading.roles[index - 1 : index + 1] = ["byline", "byline"]
    reading.found.authors = reading.found.authors or (name,)
    return True


_ABOVE: Final = (
    _read_captioned,
    _read_writer,
    _read_title_above,
    _read_seen,
    _read_meta,
    _read_section,
    _read_outlet,
    _read_site,
    _read_stated,
    _read_typed_section,
)
"""The first that knows a line takes it."""


def _is_of_menu(reading: Reading, index: int) -> bool:
    """No sentence above the headline of a page, or what states nothing, or is foreign."""
    line = reading.lines[index]
    if reading.title > TYPED_ABOVE and (not line.stops or line.words <= _FEW):
        return True
    return reading.kind(index) in _MENU_KINDS or is_foreign(reading, index)


def _states(reading: Reading, index: int) -> bool:
    """It says something of the article: near the headline, or the name that a reporter typed."""
    kind = reading.kind(index)
    if kind == "name":
        signed = any(reading.kind(i) == "byline" for i in range(reading.title + 1, reading.start))
        return reading.title <= TYPED_ABOVE and not signed
    if kind == "dateline" and dateline_parts.are_teams(reading.lines[index].text):
        return False
    near = reading.title - index <= _NEAR or _is_below_own(reading, index)
    near = near or (index == 0 and kind == "source")  # «الضفاف - يومية مستقلة»
    return near and kind in HEAD_KINDS and not (kind == "date" and _is_clock(reading, index))


def _leave(reading: Reading, index: int) -> None:
    """Leave in the text what nobody knows; not so a line of which the text hardly speaks, nor how
    the text begins, cut off.
    """
    line = reading.lines[index]
    if line.cut_off and reading.lines[reading.start].key.startswith(line.key):
        reading.roles[index] = "lead again"
        return
    if reading.title - index == 1 and _is_kicker(reading, index):
        reading.roles[index] = "summary"
        reading.found.summary = line.text
        return
    if is_hardly_spoken_of(reading, index):
        reading.roles[index] = "menu"
        reading.doubt("strange lines")
    else:
        reading.doubt("line above the title")


def _is_kicker(reading: Reading, index: int) -> bool:
    """Right above the headline, no sentence, and the text speaks of most of it."""
    line = reading.lines[index]
    few = line.words in _KICKER_WORDS and not (line.ends or line.mark or line.text[-1] == ":")
    few = few and not captions.read(line.text, reading.today).credit
    if few and reading.title <= TYPED_ABOVE and normalise(line.text.partition(" ")[0]) in _WHEN:
        return True  # «بعد توقف دام ثلاث سنوات»
    return few and (share_of(reading, index) or 0) >= _SPOKEN


def _is_below_own(reading: Reading, index: int) -> bool:
    """The headline stands above a line too, with its site's name: what is below it is its own."""
    headline = reading.lines[reading.title].text
    return any(rivals.is_affixed(line.text, headline) for line in reading.lines[:index])


def _is_clock(reading: Reading, index: int) -> bool:
    """A day above a headline, here or once more further above, and between them what only pages
    have: a button, the weather; the hour that the day has beside it is none. It is the day on which
    the page was saved.
    """
    if _is_below_own(reading, index):
        return False
    own = reading.lines[index].key
    first = next(i for i in range(index + 1) if reading.lines[i].key == own)
    row = reading.lines[index].number
    between = [i for i in range(first + 1, reading.title) if reading.lines[i].number != row]
    own_reading = all(_is_of_readers(reading.lines[i].text) for i in between)
    pages = any(reading.kind(i) in ("noise", "share") for i in between)
    return pages and not (own_reading and len(between) > 0)


def _is_of_readers(text: str) -> bool:
    """How long an article is read, or how many have read it."""
    return noise.tells_reading(text) or noise.counts_readers(text)


def read_below(reading: Reading) -> None:
    """Between headline and text: date, dateline, byline, credit, captions, a summary."""
    unknown: list[int] = []
    below = range(reading.title + 1, reading.start)
    for index in (at for at in below if reading.roles[at] == "body"):
        line = reading.lines[index]
        again = index > 0 and line.key != "" and reading.lines[index - 1].key == line.key
        if _is_title_below(reading, index):
            reading.roles[index] = "title again"
        elif _is_of_logo(reading, index):
            reading.roles[index] = "menu"
        elif again:
            _read_again(reading, index, unknown)
        elif reading.is_page and _is_of_row(reading, index, below):
            take_caption(reading, index)
        elif not (any(read(reading, index) for read in _BELOW) or line.mark):
            unknown.append(index)
    read_unknown(reading, unknown)
    if reading.found.dated is None:
        _take_day_of_issue(reading)
    for index in range(reading.title):
        reading.found.dated = dating.turned_before(reading.found.dated, reading.dated(index))


def _is_of_row(reading: Reading, index: int, below: range) -> bool:
    """It stands there once more, as what a row of pictures shows does."""
    line = reading.lines[index]
    told = line.words in range(_TITLE_WORDS, _CAPTION_WORDS) and reading.kind(index) == "other"
    return told and any(reading.lines[i].key == line.key for i in below if i != index)


def _is_title_below(reading: Reading, index: int) -> bool:
    """The headline once more, as it is or with its site's name."""
    headline = (key(reading.found.title), reading.lines[reading.title].key)
    again = reading.lines[index].key in headline or is_title_with_site(reading, index)
    return reading.title >= 0 and again


def _read_point(reading: Reading, index: int) -> bool:
    if not is_point_above_head(reading, index):
        return False
    take_point(reading, index)
    return True


def _read_shared(reading: Reading, index: int) -> bool:
    """Take the buttons that other texts of the paper have, and its name beside them."""
    if reading.kind(index) != "share" or not reading.habitual(index):
        return False
    reading.roles[index] = "menu"
    _read_desk(reading, index)
    return True


def _read_office(reading: Reading, index: int) -> bool:
    """Take what a writer is."""
    if index == reading.title + 1 or not is_office(reading, index):
        return False
    reading.roles[index] = "byline"
    return True


def _read_picture(reading: Reading, index: int) -> bool:
    """Take a caption that is known, as long as a sentence, below the name of its field, or above
    the label of its rights.
    """
    line = reading.lines[index]
    told = line.sentence and reading.kind(index) != "summary" and is_of_picture(reading, index)
    labelled = index > 0 and imprint.labels_picture(reading.lines[index - 1].text)
    labelled = labelled and reading.kind(index) == "other"
    if not (line.mark == "caption" or told or labelled or _is_above_label(reading, index)):
        return False
    take_caption(reading, index)
    return True


def _read_summary(reading: Reading, index: int) -> bool:
    """Take a sentence, or what is known to be a summary."""
    line = reading.lines[index]
    said = line.sentence and reading.dated(index) is None
    said = said and not (line.text[-1] == ":" and reading.kind(index) == "dateline")
    if not (said or reading.kind(index) == "summary" or _is_lead(reading, index)):
        return False
    take_summary(reading, index, imprint.meta_description(line.text) or line.text)
    return True


def _read_menu(reading: Reading, index: int) -> bool:
    """Take what is left of a label, of the day's line, of a table of contents, or is foreign."""
    if not any(is_one(reading, index) for is_one in _OF_MENU):
        return False
    reading.roles[index] = "menu"
    return True


def _take_day_of_issue(reading: Reading) -> None:
    """Where no other day is stated, that of the paper's issue, on top of its page."""
    for index in range(max(0, reading.title)):
        beside = reading.lines[max(0, index - 1) : index + 2]
        numbered = any(_ISSUE in line.text and line.words <= _ISSUE_WORDS for line in beside)
        if numbered and (dated := reading.dated(index)):
            reading.roles[index] = "date"
            reading.found.dated = dated
            return


def _is_foreign_name(reading: Reading, index: int) -> bool:
    """A few words in Latin letters that state nothing: «Bursa»."""
    line = reading.lines[index]
    few = line.words <= _FOREIGN_WORDS and "." not in line.text and reading.kind(index) == "other"
    return few and is_foreign(reading, index)


def _is_above_label(reading: Reading, index: int) -> bool:
    """What stands below says that a picture's rights follow."""
    below = reading.lines[index + 1 : index + 2]
    labelled = any(line.text in PICTURE_LABELS for line in below)
    return labelled and reading.kind(index) == "other"


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


def _read_labelled(reading: Reading, index: int) -> bool:
    """Take the writer or the source whose label stands right above on a line of its own."""
    line, label = reading.lines[index], reading.lines[index - 1].text if index else ""
    told = line.words <= _NAMED_WORDS and not (line.ends or dating.has_digit(line.text))
    if not told or line.text[-1] == ":" or reading.kind(index) in _MENU_KINDS:
        return False
    if imprint.labels_writer(label):
        reading.roles[index] = "byline"
        reading.found.authors = reading.found.authors or (line.text,)
    elif imprint.labels_source(label) and reading.kind(index) in ("other", "outlet"):
        reading.roles[index] = "source"
        reading.found.source = reading.found.source or line.text
    else:
        return False
    return True


def _read_paper(reading: Reading, index: int) -> bool:
    """Take the name that only a paper or a site has: «الضفاف نيوز»."""
    text = reading.lines[index].text
    if reading.kind(index) not in ("other", "shape") or not opening_parts.is_paper(text):
        return False
    reading.roles[index] = "outlet"
    reading.found.source = reading.found.source or text
    return True


_OF_MENU: Final = (_is_below_label, _is_of_day, _is_foreign_name, is_in_contents)
_BELOW: Final = (
    _read_point,
    _read_shared,
    _read_labelled,
    _read_paper,
    _read_office,
    _read_picture,
    _read_summary,
    _read_menu,
    read_head_line,
)
"""The first that knows a line takes it."""
