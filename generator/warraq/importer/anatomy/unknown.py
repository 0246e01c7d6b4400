"""The lines below the headline that state nothing by themselves.

Place and shape speak for a caption, a writer's name or a summary; where they do not, the line stays
in the text, and is doubted.
"""

from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    bylines,
    captions,
    dating,
    formulas,
    gazetteer,
    headings,
    lexicon,
    opening,
    words,
)
from warraq.importer.anatomy.pictures import (
    CAPTION_WORDS,
    is_below_credit,
    is_beside_credit,
    is_said_with_credit,
    take_caption,
)
from warraq.importer.anatomy.reading import Reading, Role
from warraq.importer.anatomy.statements import acts, is_office, speaks_of, take_summary
from warraq.importer.anatomy.strange import is_other_headline, is_strange
from warraq.importer.anatomy.tags import share_spoken
from warraq.importer.lines import Line, key

_SUMMARY_WORDS: Final = 8
"""Of a line that is no caption where the picture has one."""
_LEAST_CAPTION_WORDS: Final = 4
_LONG_CAPTION_WORDS: Final = 20
"""Of a caption where the text below begins with its dateline."""
_LEAST_DESCRIBED: Final = 3
_DESCRIBED: Final = 3 / 4
"""Of what a picture's description speaks of, what its caption speaks of too."""
_SUBTITLE_WORDS: Final = range(4, CAPTION_WORDS + 1)
"""Of a line that says more of what the headline says; with a verb, three are enough."""
_LONG_SUBTITLE: Final = range(5, 31)
"""Of one below which the head goes on."""
_PARAGRAPHS: Final = 3
_SECTION_WORDS: Final = 2
_NAME_WORDS: Final = 6
_MENU_WORDS: Final = 6
_STATED: Final = frozenset[Role](
    ("date", "dateline", "byline", "source", "outlet", "credit", "url")
)
"""Between a headline and what stands below its picture."""
_ABOVE_PICTURE: Final = frozenset[Role](("title", "title again", "summary", "date"))
_SIGNED: Final = frozenset[Role](("dateline", "byline"))
"""Below which no sub-title stands."""
_HEADLINE: Final = 1 / 3
"""Of a headline's words, those that a text which it heads must have."""
_SPOKEN: Final = 1 / 2
"""Of a sub-title's words, those that headline or text have."""


def read_unknown(reading: Reading, unknown: list[int]) -> None:
    """Of the lines left in the head, those that end in a credit are captions; one that is alone
    may be a summary, a writer's name or a caption, by its shape.
    """
    rest = [index for index in unknown if not _read_caption(reading, index)]
    alone = len(rest) == 1 and reading.title >= 0
    for index in rest:
        known = _read_signed(reading, index) or _read_name(reading, index, alone=alone)
        known = known or (alone and _read_alone(reading, index))
        if not (known or _read_shape(reading, index, alone=alone)):
            reading.doubt("line below the title")


def _read_alone(reading: Reading, index: int) -> bool:
    """Take the only line of its kind for what its outlet has there, or for a summary."""
    if reading.usual(index) in ("summary", "caption", "byline"):
        _take_usual(reading, index)
    elif _may_be_summary(reading, index) and not is_other_headline(reading, index):
        take_summary(reading, index, reading.lines[index].text)
    else:
        return False
    return True


def _read_shape(reading: Reading, index: int, *, alone: bool) -> bool:
    """Take what has the shape of a name, of a caption, of a sub-title, of a section, or of what
    stands in a menu; False where it has none.
    """
    line = reading.lines[index]
    above = index - 1 - (reading.roles[index - 1] == "summary")
    placed = alone or above == reading.title >= 0
    if _is_point(reading, index):
        found = reading.found
        reading.roles[index] = "summary"
        found.summary = f"{found.summary}\n{line.text}" if found.summary else line.text
    elif (placed and _may_be_writer(reading, line.text)) or _is_strange_name(reading, index):
        reading.roles[index] = "byline"
        reading.found.authors = (line.text.rstrip(" *"),)
        reading.doubt("byline")
    elif _shows(reading, index):
        take_caption(reading, index)
    elif _is_between_headlines(reading, index):
        reading.roles[index] = "menu"
    elif (
        _is_printed_twice(reading, index)
        or _is_under_picture(reading, index)
        or (alone and _is_above_dateline(reading, index))
    ):
        take_caption(reading, index)
    elif _may_be_caption(reading, index) if alone else _tells_of_text(reading, index):
        take_caption(reading, index)
        reading.doubt("caption")
    elif (alone and _is_subtitle(reading, index)) or _is_summary(reading, index):
        take_summary(reading, index, line.text)
    elif _is_section(reading, index):
        reading.roles[index] = "section"
        reading.found.category = line.text
    elif reading.is_page and line.words <= _MENU_WORDS and not line.ends:
        reading.roles[index] = "menu"
    elif is_strange(reading, index) or is_other_headline(reading, index):
        reading.roles[index] = "menu"
        reading.doubt("strange lines")
    else:
        return False
    return True


def _is_strange_name(reading: Reading, index: int) -> bool:
    """What headline and text say no word of begins as a person's name, or as a learned one's."""
    line = reading.lines[index]
    if reading.found.authors or line.words > _NAME_WORDS or not is_strange(reading, index):
        return False
    first = key(line.text.partition(" ")[0])
    named = (
        line.words > 1 and first in gazetteer.GIVEN_NAMES and line.text.replace(" ", "").isalpha()
    )
    return named or gazetteer.has_title(line.text)


def _read_caption(reading: Reading, index: int) -> bool:
    """Take a caption that a credit or a day shows to be one; False where none does."""
    line = reading.lines[index]
    caption = captions.read(line.text, reading.today)
    beside = is_beside_credit(reading, index)
    if caption.credit or caption.dated or (beside and (_is_of_picture(reading, index))):
        take_caption(reading, index)
        return True
    if _is_said_below(reading, index):
        reading.roles[index] = "caption again"
        return True
    if reading.roles[index - 1] == "caption again" and index - 1 > reading.title:
        take_caption(reading, index)
        return True
    return False


def _is_of_picture(reading: Reading, index: int) -> bool:
    """It is no sentence; or it stands between whose the picture is and what the head states."""
    line, below = reading.lines[index], reading.roles[index + 1 : index + 2]
    return not line.ends or (is_below_credit(reading, index) and below[:1] not in ([], ["body"]))


def _is_said_below(reading: Reading, index: int) -> bool:
    """What a picture is called for those who do not see it: the next line says the same, or more,
    and whose picture it is; or this is its beginning, cut off.
    """
    own = reading.lines[index]
    return own.words > 1 and any(
        _is_cut_off(own, below)
        or is_said_with_credit(reading, own, below)
        or (_says_the_most(own, below) and captions.read(below.text, reading.today).credit != "")
        for below in reading.lines[index + 1 : min(index + 2, reading.start)]
    )


def _says_the_most(own: Line, other: Line) -> bool:
    """The other line has most of what this one speaks of."""
    said = words.stems(own.text)
    most = _DESCRIBED * len(said)
    return len(said) >= _LEAST_DESCRIBED and len(said & words.stems(other.text)) >= most


def _is_cut_off(own: Line, whole: Line) -> bool:
    """The line is the first words of another that is no sentence either."""
    start = own.text.rstrip(" .…")
    return not whole.ends and whole.words > own.words and whole.text.startswith(f"{start} ")


def _shows(reading: Reading, index: int) -> bool:
    """On a page, or where the headline is lost, what says what a picture shows."""
    line = reading.lines[index]
    if reading.title < 0:
        return captions.pictures(line)
    return reading.is_page and captions.shows(line) and index > reading.title


def _is_point(reading: Reading, index: int) -> bool:
    """Of a page, one of the points between headline and text that say what that says."""
    line = reading.lines[index]
    long = line.words >= _LEAST_CAPTION_WORDS and reading.is_page and index > reading.title >= 0
    return long and headings.is_item(line.text)


def _is_printed_twice(reading: Reading, index: int) -> bool:
    """Below the headline, and once more above the text."""
    line = reading.lines[index]
    below = reading.lines[index + 1 : reading.start]
    twice = any(line.key == other.key for other in below) and index > reading.title >= 0
    return twice and 1 < line.words <= CAPTION_WORDS and not line.ends


def _is_above_dateline(reading: Reading, index: int) -> bool:
    """Between day and dateline stands what a picture shows, and a summary above the day."""
    line = reading.lines[index]
    beside = (reading.roles[index - 1], *reading.roles[index + 1 : index + 2])
    few = 1 < line.words <= CAPTION_WORDS and not (line.ends or line.text[-1] == ":")
    return few and beside == ("date", "dateline") and not headings.is_item(line.text)


def _is_under_picture(reading: Reading, index: int) -> bool:
    """Two to fourteen words right below the headline, all of which headline or text have, no verb
    among them, above the writer or his place.
    """
    line = reading.lines[index]
    above, below = reading.roles[index - 1], reading.roles[index + 1 : index + 2]
    placed = above in _ABOVE_PICTURE and below in (["byline"], ["dateline"])
    few = 1 < line.words <= CAPTION_WORDS and not (line.ends or line.text[-1] == ":")
    if not (placed and few and index > reading.title >= 0) or acts(line.text):
        return False
    if gazetteer.is_section(line.text) or headings.is_item(line.text):
        return False
    spoken = share_spoken(reading, line.text, reading.end)
    return spoken == 1 or (above == "summary" and reading.is_page and spoken >= _SPOKEN)


def _tells_of_text(reading: Reading, index: int) -> bool:
    """Four words to fourteen where captions stand, most of which headline or text have, and no
    sentence.
    """
    text = reading.lines[index].text
    few = _LEAST_CAPTION_WORDS <= text.count(" ") + 1 <= CAPTION_WORDS
    said = [word for word in text.split() if len(word) > 2]
    if not (few and said and reading.is_page and _is_below_statement(reading, index)):
        return False
    if text[-1] in ".:؟!" or acts(text):
        return False
    headline = reading.found.title
    known = sum(word in headline or speaks_of(reading, word) for word in said)
    return known >= len(said) / 2


def _may_be_caption(reading: Reading, index: int) -> bool:
    """A few words where captions stand, beside the headline or below what is stated or a picture,
    or which say what a picture shows; no item of a list. One word alone is whom the text speaks of;
    more words than usual stand right above a text that begins with its dateline.
    """
    line, below = reading.lines[index], reading.lines[reading.start : reading.start + 1]
    beside_title = line.piece and line.number == reading.lines[reading.title].number
    if headings.is_item(line.text) or "://" in line.text or line.text[-1] == ":":
        return False
    if line.ends and not beside_title:
        return False
    if line.words == 1:
        return len(line.text) > 2 and _is_name(line.text) and speaks_of(reading, line.text)
    if line.words <= CAPTION_WORDS:
        placed = reading.pictured or _is_below_statement(reading, index)
        placed = placed and not acts(line.text) and ": " not in line.text
        placed = placed or reading.roles[index - 1] in _SIGNED
        return beside_title or placed or captions.shows(line)
    opens = any(opening.read(paragraph.text) for paragraph in below)
    return opens and index == reading.start - 1 and line.words <= _LONG_CAPTION_WORDS


def _is_name(word: str) -> bool:
    """A noun with its article, or no everyday word: «اللقالق», «فيريرا», and not «زراعة»."""
    return word.isalpha() and (word.startswith("ال") or not lexicon.is_common(normalise(word)))


def _is_below_statement(reading: Reading, index: int) -> bool:
    """Day, place, writer or source stand between the headline and the line."""
    return any(role in _STATED for role in reading.roles[reading.title + 1 : index])


def _is_section(reading: Reading, index: int) -> bool:
    """A word or two of every day, right above the day or the writer, below the headline; or right
    below these, above the text.
    """
    line, below = reading.lines[index], reading.roles[index + 1 : index + 2]
    above_stated = index - 1 == reading.title >= 0 and below in (["date"], ["byline"])
    below_stated = index + 1 == reading.start and reading.roles[index - 1] in ("date", "byline")
    return (
        (above_stated or below_stated)
        and line.words <= _SECTION_WORDS
        and not (reading.found.category or line.ends)
        and all(lexicon.is_common(normalise(word)) for word in line.text.split())
    )


def _is_between_headlines(reading: Reading, index: int) -> bool:
    """What stands right above the headline's second print and says nothing of it is the page's."""
    below = reading.roles[index + 1 : index + 2]
    return below == ["title again"] and not _is_of_headline(reading, reading.lines[index].text)


def _is_subtitle(reading: Reading, index: int) -> bool:
    """Below the headline a line says more of the same, or ends the head of a text whose paragraphs
    all have a blank line above.
    """
    line = reading.lines[index]
    if line.ends:
        return False
    long_enough = line.words in _SUBTITLE_WORDS or (line.words > 2 and acts(line.text))
    return long_enough and (_says_more(reading, index) or _closes_head(reading, index))


def _is_summary(reading: Reading, index: int) -> bool:
    """Some words stand right below the headline, no item and no other story's, and below them what
    the head states.
    """
    line = reading.lines[index]
    if line.words <= CAPTION_WORDS and any(
        line.key == other.key for other in reading.lines[index + 1 : reading.start]
    ):
        return False
    if line.words not in _LONG_SUBTITLE or index - 1 != reading.title or reading.title < 0:
        return False
    if line.text[-1] == ":" or headings.is_item(line.text) or formulas.is_formula(line.text):
        return False
    stated = not _STATED.isdisjoint(reading.roles[index + 1 : reading.start])
    return stated and not (is_strange(reading, index) or is_other_headline(reading, index))


def _closes_head(reading: Reading, index: int) -> bool:
    """Right below the headline, without a blank line between, where the text's paragraphs have
    one.
    """
    lines, start = reading.lines, reading.start
    if index - 1 != reading.title or index + 1 != start or lines[index].gap:
        return False
    below = lines[start : start + _PARAGRAPHS]
    return len(below) == _PARAGRAPHS and all(line.gap for line in below)


def _says_more(reading: Reading, index: int) -> bool:
    """No story's beginning, no name, no item of a list, and both are of what the text speaks."""
    line = reading.lines[index]
    first = line.text.split(" ", 1)[0]
    if line.text[-1] == ":" or headings.is_item(line.text):
        return False
    if lexicon.opens_story(key(first)) or gazetteer.is_place(first):
        return False
    if key(first) in gazetteer.GIVEN_NAMES and not acts(line.text):
        return False
    return _is_of_headline(reading, line.text)


def _is_of_headline(reading: Reading, line: str) -> bool:
    """The text speaks of what the headline says, and both speak of most that the line says."""
    below = reading.lines[reading.start : reading.end]
    text = words.stems(*(paragraph.text for paragraph in below))
    headline, said = words.stems(reading.found.title), words.stems(line)
    heads = len(headline & text) >= _HEADLINE * len(headline)
    return heads and len(said & (text | headline)) >= _SPOKEN * max(1, len(said))


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
    if is_office(reading, index):
        reading.roles[index] = "byline"
        return True
    if found.source and key(text) == key(found.source):
        reading.roles[index] = "outlet"
        return True
    named = reading.roles[index + 1 : index + 2] == ["byline"] and gazetteer.is_place(text)
    if (named or gazetteer.is_city(text)) and not found.dateline:
        reading.roles[index] = "dateline"
        found.dateline = text
        return True
    if paper := attribution.editorial(text):
        reading.roles[index] = "section"
        found.source = found.source or paper
        return True
    if alone and attribution.is_paper(text) and not speaks_of(reading, text):
        reading.roles[index] = "outlet"
        found.source = found.source or text
        return True
    return False


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


def _may_be_writer(reading: Reading, text: str) -> bool:
    """It has the shape of a name, and neither headline nor text has a word of it, as they would
    of a caption; of a name that begins as one, the last word counts alone.
    """
    name = text.rstrip(" *")
    if reading.found.authors or not gazetteer.may_be_person(name) or gazetteer.is_of_words(name):
        return False
    if formulas.is_formula(name):
        return False
    parts = name.split()
    given = gazetteer.has_title(name) or key(parts[0]) in gazetteer.GIVEN_NAMES
    known = parts[-1:] if given else parts
    headline = reading.lines[reading.title].text
    return not any(word in headline or speaks_of(reading, word) for word in known if len(word) > 2)


def _may_be_summary(reading: Reading, index: int) -> bool:
    """It stands apart; or the picture has its caption, and this is no name."""
    pictured = bool(reading.found.images) and reading.lines[index].words >= _SUMMARY_WORDS
    return pictured or _stands_apart(reading, index)


def _stands_apart(reading: Reading, index: int) -> bool:
    """As long as a sentence, or one by its end, and between blank lines: a summary."""
    lines, line = reading.lines, reading.lines[index]
    apart = line.gap and index + 1 < len(lines) and lines[index + 1].gap
    return apart and (line.words >= 10 or (line.ends and line.words >= 5))
