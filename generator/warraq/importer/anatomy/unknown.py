"""The lines below the headline that state nothing by themselves.

Place and shape speak for a caption, a writer's name or a summary; where they do not, the line stays
in the text, and is doubted.
"""

import re
from dataclasses import replace
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import attribution, bylines, captions, dating, formulas, gazetteer
from warraq.importer.anatomy.pictures import take_caption
from warraq.importer.anatomy.pictures_above import (
    is_before_wire,
    is_caption_above,
    may_be_caption,
    read_caption,
    shows,
    tells_of_text,
)
from warraq.importer.anatomy.reading import Reading
from warraq.importer.anatomy.sections import is_section_below
from warraq.importer.anatomy.statements import (
    is_office,
    is_said_again,
    named_with_office,
    speaks_of,
    take_summary,
)
from warraq.importer.anatomy.strange import is_other_headline, is_strange, is_unsaid, share_of
from warraq.importer.anatomy.summaries import (
    is_of_headline,
    is_point_of_page,
    is_subtitle,
    is_summary,
    may_be_summary,
    take_point,
)
from warraq.importer.lexicon import is_function
from warraq.importer.lines import key

_BRACKETED: Final = re.compile(r"\([^()\d]{3,40}\)")
_HYPHEN: Final = re.compile(r"\s[-–ـ]\s")
"""Between the halves of a family's name, as some write it."""
_NAME_WORDS: Final = 6
_MENU_WORDS: Final = 6
_ITEM_WORDS: Final = 4
_SPOKEN: Final = 1 / 2
_FOREIGN_WORDS: Final = (2, 3)
_FAMILY_WORDS: Final = 4
_OFFICE_WORDS: Final = 10
"""Of a writer's name and what he is."""
_SENTENCE_WORDS: Final = 6
"""Of a sentence that a comma leaves open, at least."""
_BEGUN_WORDS: Final = 12
"""Of a paragraph's first line, at least."""


def read_unknown(reading: Reading, unknown: list[int]) -> None:
    """Of the lines left in the head, those that end in a credit are captions; one that is alone
    may be a summary, a writer's name or a caption, by its shape.
    """
    for index in [i for i in unknown if _is_open(reading, i)]:
        unknown.remove(index)
        if is_said_again(reading, index):
            reading.roles[index] = "lead again"  # which its page cut off
        else:
            reading.doubt("line below the title")
    credited = [i for i in unknown if _BRACKETED.fullmatch(reading.lines[i].text)]
    named = [i for i in unknown if _is_office(reading, i) or _read_writer_above(reading, i)]
    for index in named:
        reading.roles[index] = "byline"
    other = (i for i in unknown if i not in (*credited, *named))
    rest = [i for i in other if not read_caption(reading, i)]
    alone = len(rest) == 1 and reading.title >= 0
    for index in rest:
        known = _read_signed(reading, index) or _read_name(reading, index, alone=alone)
        known = known or (alone and _read_alone(reading, index))
        if not (known or _read_shape(reading, index, alone=alone)):
            reading.doubt("line below the title")
    for index in credited:
        _read_credit(reading, index)
    for index in range(reading.title + 2, reading.start):
        _read_kind(reading, index)


def _read_credit(reading: Reading, index: int) -> None:
    """What stands in brackets right below a caption is whose the picture is."""
    images = reading.found.images
    if reading.roles[index - 1] != "caption" or not images or images[-1].credit:
        reading.doubt("line below the title")
        return
    reading.roles[index] = "credit"
    images[-1] = replace(images[-1], credit=reading.lines[index].text.strip("() "))


def _read_kind(reading: Reading, index: int) -> None:
    """Of what kind a picture is stands right below its caption, where no credit does."""
    images, kind = reading.found.images, captions.kind_of(reading.lines[index].text)
    if not kind or reading.roles[index - 1 : index + 1] != ["caption", "caption"]:
        return
    above = reading.lines[index - 1].text
    at = next((i for i, image in enumerate(images) if image.text == above), -1)
    if at >= 0 and not images[at].credit:
        images[at] = replace(images[at], credit=kind)
        reading.roles[index] = "credit"
        images[:] = [image for image in images if image.text != kind]


def _read_alone(reading: Reading, index: int) -> bool:
    """Take the only line of its kind for what its outlet has there, or for a summary."""
    if reading.usual(index) in ("summary", "caption", "byline"):
        _take_usual(reading, index)
    elif may_be_summary(reading, index) and not (
        shows(reading, index) or is_before_wire(reading, index) or is_other_headline(reading, index)
    ):
        take_summary(reading, index, reading.lines[index].text)
    else:
        return False
    return True


def _read_shape(reading: Reading, index: int, *, alone: bool) -> bool:
    """Take what has the shape of a point, of a name, of a caption, of a sub-title, of a section, or
    of what stands in a menu; False where it has none.
    """
    if is_point_of_page(reading, index):
        take_point(reading, index)
    elif _is_writer(reading, index, alone=alone):
        reading.roles[index] = "byline"
        reading.found.authors = (reading.lines[index].text.rstrip(" *"),)
        reading.doubt("byline")
    elif _is_column(reading, index) or (
        not shows(reading, index) and _is_between_headlines(reading, index)
    ):
        reading.roles[index] = "menu"
    elif is_caption_above(reading, index, alone=alone):
        take_caption(reading, index)
    elif may_be_caption(reading, index) if alone else tells_of_text(reading, index):
        take_caption(reading, index)
        reading.doubt("caption")
    elif (
        (alone and is_subtitle(reading, index))
        or is_summary(reading, index)
        or _is_above_picture(reading, index)
    ):
        if reading.roles[index - 1] == "summary":
            take_point(reading, index)
        else:
            take_summary(reading, index, reading.lines[index].text)
    else:
        return _read_standing(reading, index)
    return True


def _read_standing(reading: Reading, index: int) -> bool:
    """Take what a paper or a page has there: its section, a menu's item, another story's headline;
    False where it is none.
    """
    line = reading.lines[index]
    if is_section_below(reading, index):
        reading.roles[index] = "section"
        reading.found.category = line.text
    elif _is_above_text(reading, index):
        take_caption(reading, index)
        reading.doubt("caption")
    elif reading.is_page and line.words <= _MENU_WORDS and not line.ends:
        reading.roles[index] = "menu"
    elif not (_is_begun(reading, index) or _goes_on(reading, index)) and (
        is_strange(reading, index) or is_other_headline(reading, index)
    ):
        reading.roles[index] = "menu"
        reading.doubt("strange lines")
    else:
        return False
    return True


def _is_above_picture(reading: Reading, index: int) -> bool:
    """More words than a caption has, right above one and whose picture that is."""
    line, below = reading.lines[index], reading.roles[index + 1 : index + 3]
    return line.words >= _BEGUN_WORDS and below == ["caption", "credit"]


def _is_above_text(reading: Reading, index: int) -> bool:
    """The last line of a page's head, longer than a menu's, of which the text speaks."""
    line = reading.lines[index]
    placed = reading.is_page and index == reading.start - 1 and not line.ends
    return placed and line.words > _ITEM_WORDS and (share_of(reading, index) or 0) >= _SPOKEN


def _goes_on(reading: Reading, index: int) -> bool:
    """It goes on from the text's line above, which ends no sentence, with a word as begins none."""
    above, line = reading.lines[index - 1], reading.lines[index]
    if reading.roles[index - 1] != "body" or above.ends or line.gap or index - 1 == reading.title:
        return False
    first = normalise(line.text.partition(" ")[0])
    return above.words >= _BEGUN_WORDS and is_function(first)


def _is_open(reading: Reading, index: int) -> bool:
    """A comma says that the sentence goes on, or the line is a verb alone: it is the text's."""
    line = reading.lines[index]
    begun = line.words == 1 and is_said_again(reading, index)
    return begun or (line.is_open and line.words >= _SENTENCE_WORDS)


def _is_begun(reading: Reading, index: int) -> bool:
    """The text begins with it: it goes on in the next line, which begins as no paragraph does."""
    line, below = reading.lines[index], reading.lines[index + 1 : index + 2]
    if line.ends or line.words < _BEGUN_WORDS or not below or below[0].gap:
        return False
    first = normalise(below[0].text.partition(" ")[0])
    return is_function(first) and first[0] != "و"


def _is_writer(reading: Reading, index: int, *, alone: bool) -> bool:
    """A name where writers stand, or one that nothing else explains."""
    above = index - 1 - (reading.roles[index - 1] == "summary")
    placed = alone or above == reading.title >= 0 or reading.roles[index - 1] == "date"
    named = placed and _may_be_writer(reading, reading.lines[index].text)
    return named or _is_strange_name(reading, index)


def _is_strange_name(reading: Reading, index: int) -> bool:
    """What headline and text say no word of begins as a person's name, or as a learned one's; or
    ends as one, right below the headline: «صدقة فاضل».
    """
    line = reading.lines[index]
    if reading.found.authors or line.words > _NAME_WORDS or not is_strange(reading, index):
        return False
    first = key(line.text.partition(" ")[0])
    letters = line.words > 1 and line.text.replace(" ", "").isalpha()
    named = letters and first in gazetteer.GIVEN_NAMES
    family = letters and line.words <= _FAMILY_WORDS and index - 1 == reading.title >= 0
    family = family and key(line.text.rpartition(" ")[2]) in gazetteer.GIVEN_NAMES
    return named or family or gazetteer.has_title(line.text)


def _is_column(reading: Reading, index: int) -> bool:
    """Between who wrote and when, a word to three of which the text says none: his column's name,
    «ضفة أخرى».
    """
    around = reading.roles[index - 1], *reading.roles[index + 1 : index + 2]
    few = reading.lines[index].words < _ITEM_WORDS and around == ("byline", "date")
    return few and is_unsaid(reading, index)


def _is_between_headlines(reading: Reading, index: int) -> bool:
    """What stands right above the headline's second print and says nothing of it is the page's."""
    below = reading.roles[index + 1 : index + 2]
    return below == ["title again"] and not is_of_headline(reading, reading.lines[index].text)


def _read_signed(reading: Reading, index: int) -> bool:
    """Take «كتب: سامي حداد 05-03-2013», the writer and the day behind his name; or «س.ح/رويترز»,
    initials, which tell nobody's name, and the agency beside them.
    """
    found, text = reading.found, reading.lines[index].text
    initials = attribution.initials(text) if "." in text or "/" in text else None
    at = next((at for at, letter in enumerate(text) if letter.isdigit()), 0)
    names = bylines.byline(text[:at].strip(" |-–—،")) if at else ()
    dated = dating.read(text[at:], reading.today) if names else None
    if dated is None and initials is None:
        return False
    reading.roles[index] = "byline"
    found.authors, found.dated = found.authors or names, found.dated or dated
    if initials and gazetteer.is_agency(initials):
        found.source = found.source or initials
    return True


def _read_name(reading: Reading, index: int, *, alone: bool) -> bool:
    """Take a line that is a writer's office, the source once more, a city's name, a paper's own
    word, or, of one `alone`, what papers are called.
    """
    found, text = reading.found, reading.lines[index].text
    named = reading.roles[index + 1 : index + 2] == ["byline"] and gazetteer.is_place(text)
    if writer := _writer_below(reading, index):
        reading.roles[index] = "byline"
        found.authors = (writer,)
    elif found.source and key(text) == key(found.source):
        reading.roles[index] = "outlet"
    elif (named or gazetteer.is_city(text)) and not found.dateline:
        reading.roles[index] = "dateline"
        found.dateline = text
    elif paper := attribution.editorial(text):
        reading.roles[index] = "section"
        found.source = found.source or paper
    elif _is_paper(reading, index, alone=alone):
        reading.roles[index] = "outlet"
        found.source = found.source or text
    else:
        return False
    return True


def _writer_below(reading: Reading, index: int) -> str:
    """The writer who is named right below the headline with what he is, or with whose name and a
    colon the headline begins, and of whom the text does not speak; ''.
    """
    line = reading.lines[index]
    if reading.found.authors or index - 1 != reading.title or line.words > _OFFICE_WORDS:
        return ""
    name = "" if line.ends else named_with_office(line.text)
    if reading.found.title.startswith(f"{line.text}:") and gazetteer.is_person(line.text):
        name = line.text
    return "" if name and speaks_of(reading, name.rpartition(" ")[2]) else name


def _is_office(reading: Reading, index: int) -> bool:
    """What a writer is, below his name, or below what stands as a name right below the headline."""
    named = index - 2 == reading.title >= 0 and _may_be_name(reading.lines[index - 1].text)
    return is_office(reading, index) or (
        named and bylines.begins_as_office(reading.lines[index].text)
    )


def _read_writer_above(reading: Reading, index: int) -> bool:
    """Take the name right below the headline, above the line that says for whom he wrote and where,
    whether or not the text speaks of him: «سامي حداد», «صوت الضفاف - صنعاء».
    """
    below = reading.roles[index + 1 : index + 2] == ["dateline"] and reading.dateline(index + 1)
    if not below or reading.found.authors or index - 1 != reading.title:
        return False
    text = reading.lines[index].text
    if not (below.place and below.source and _may_be_name(_HYPHEN.sub(" ", text))):
        return False
    reading.found.authors = (text,)
    return True


def _is_paper(reading: Reading, index: int, *, alone: bool) -> bool:
    """What papers are called, `alone`; or the name between a city and the day, each on a line of
    its own.
    """
    text, above = reading.lines[index].text, reading.lines[index - 1].text
    around = [*reading.roles[index - 1 : index], *reading.roles[index + 1 : index + 2]]
    if around == ["dateline", "date"] and gazetteer.is_place(above):
        return True
    medium = attribution.is_medium(text)
    return alone and (medium or (attribution.is_paper(text) and not speaks_of(reading, text)))


def _take_usual(reading: Reading, index: int) -> None:
    """A line whose shape says little, in the place where its outlet has captions, or writers."""
    text = reading.lines[index].text.rstrip(" *")
    if reading.usual(index) == "summary":
        take_summary(reading, index, reading.lines[index].text)
    elif reading.usual(index) == "caption":
        take_caption(reading, index)
    elif gazetteer.may_be_person(text) and not reading.found.authors:
        reading.roles[index] = "byline"
        reading.found.authors = (text,)
    else:
        reading.doubt("line below the title")


def _may_be_name(text: str) -> bool:
    """It has a person's shape; or two words or three of which no lexicon has one, be the first a
    town's too: «ليون برخو».
    """
    words = text.split()
    foreign = len(words) in _FOREIGN_WORDS and text.replace(" ", "").isalpha()
    foreign = foreign and gazetteer.has_no_word(text) and not gazetteer.is_place(words[-1])
    return gazetteer.may_be_person(text) or (foreign and not gazetteer.is_outlet(text))


def _may_be_writer(reading: Reading, text: str) -> bool:
    """It has the shape of a name, and neither headline nor text has a word of it, as they would
    of a caption; of a name that begins as one, the last word counts alone.
    """
    name = text.rstrip(" *")
    if reading.found.authors or not _may_be_name(name) or gazetteer.is_of_words(name):
        return False
    if formulas.is_formula(name):
        return False
    parts = name.split()
    given = gazetteer.has_title(name) or key(parts[0]) in gazetteer.GIVEN_NAMES
    known = parts[-1:] if given else parts
    headline = reading.lines[reading.title].text
    return not any(word in headline or speaks_of(reading, word) for word in known if len(word) > 2)
