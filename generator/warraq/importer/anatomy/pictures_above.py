"""Pictures above a text: lines that are captions by what they say, or where they stand."""

from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import captions, gazetteer, headings, imprint, lexicon, opening, words
from warraq.importer.anatomy.pictures import (
    CAPTION_WORDS,
    is_below_credit,
    is_beside_credit,
    is_said_with_credit,
    take_caption,
)
from warraq.importer.anatomy.reading import STATED, Reading, Role
from warraq.importer.anatomy.statements import acts, speaks_of
from warraq.importer.anatomy.strange import begins_sentence
from warraq.importer.anatomy.tags import share_spoken
from warraq.importer.lines import Line, key

_UNDER_WORDS: Final = 7
"""Of a caption right below a headline: a sub-title has more."""
_LEAST_CAPTION_WORDS: Final = 4
_LONG_CAPTION_WORDS: Final = 20
"""Of a caption where the text below begins with its dateline."""
_LEAST_DESCRIBED: Final = 3
_DESCRIBED: Final = 3 / 4
"""Of what a picture's description speaks of, what its caption speaks of too."""
_ABOVE_PICTURE: Final = frozenset[Role](("title", "title again", "summary", "date", "section"))
_SPOKEN: Final = 1 / 2
"""Of a caption below a summary, what headline or text say too."""
_SIGNED: Final = frozenset[Role](("dateline", "byline"))
"""Below which no sub-title stands."""


def read_caption(reading: Reading, index: int) -> bool:
    """Take a caption that a credit or a day shows to be one; False where none does."""
    line = reading.lines[index]
    caption = captions.read(line.text, reading.today)
    if not caption.credit and _ends_in_owner(reading, line.text):
        caption = captions.by_place(line.text, reading.today)
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


def _ends_in_owner(reading: Reading, text: str) -> bool:
    """It ends in brackets in an institution, or in whose the page is: «… على السطح (المدماك)»."""
    if text[-1] != ")":
        return False
    if captions.may_name_owner(text):
        return True
    credit = key(captions.by_place(text, reading.today).credit)
    return credit != "" and credit == key(imprint.name_alone(reading.owner))


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


def is_caption_above(reading: Reading, index: int, *, alone: bool) -> bool:
    """A line that is no doubt a caption; `alone`: no other line of the head is unknown."""
    return (
        shows(reading, index)
        or _is_printed_twice(reading, index)
        or _is_under_picture(reading, index)
        or (alone and _is_above_dateline(reading, index))
    )


def shows(reading: Reading, index: int) -> bool:
    """What says what a picture shows, on a page or where the headline is lost; or what can be seen
    somewhere, below any headline.
    """
    line = reading.lines[index]
    if reading.title < 0:
        return captions.pictures(line)
    below = index > reading.title
    if below and " كما " in line.text and captions.pictures(line):
        return True
    return below and (captions.is_seen(line) or (reading.is_page and captions.shows(line)))


def _is_printed_twice(reading: Reading, index: int) -> bool:
    """Below the headline, and once more above the text."""
    line = reading.lines[index]
    twice = index > reading.title >= 0 and reading.comes_again(index)
    return twice and 1 < line.words <= CAPTION_WORDS and not line.ends


def _is_above_dateline(reading: Reading, index: int) -> bool:
    """Between day and dateline stands what a picture shows, and a summary above the day."""
    line = reading.lines[index]
    beside = (reading.roles[index - 1], *reading.roles[index + 1 : index + 2])
    few = 1 < line.words <= CAPTION_WORDS and not (line.ends or line.text[-1] == ":")
    return (
        few
        and beside in (("date", "dateline"), ("date", "byline"))
        and not headings.is_item(line.text)
    )


def _is_under_picture(reading: Reading, index: int) -> bool:
    """Two to fourteen words right below the headline, all of which headline or text have, no verb
    among them and no comma, above the writer or his place.
    """
    line = reading.lines[index]
    above, below = reading.roles[index - 1], reading.roles[index + 1 : index + 2]
    placed = above in _ABOVE_PICTURE and below in (["byline"], ["dateline"])
    few = 1 < line.words <= _UNDER_WORDS and not (line.ends or line.text[-1] == ":")
    if not (placed and few and index > reading.title >= 0) or acts(line.text) or "،" in line.text:
        return False
    if gazetteer.is_section(line.text) or headings.is_item(line.text):
        return False
    if above == "title" and gazetteer.begins_as_section(line.text):
        return False
    if begins_sentence(line):
        return False
    spoken = share_spoken(reading, line.text, reading.end)
    return spoken == 1 or (above == "summary" and reading.is_page and spoken >= _SPOKEN)


def tells_of_text(reading: Reading, index: int) -> bool:
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


def may_be_caption(reading: Reading, index: int) -> bool:
    """A few words where captions stand, beside the headline or below what is stated or a picture,
    or which say what a picture shows; no item of a list. One word alone is whom the text speaks of;
    more words than usual stand right above a text that begins with its dateline.
    """
    line = reading.lines[index]
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
        second = reading.roles[index - 1] == "caption" or _names_first(reading, index)
        placed = placed or (second and _is_above_wire(reading, index))
        return beside_title or placed or captions.shows(line)
    return _is_above_wire(reading, index) and line.words <= _LONG_CAPTION_WORDS


def is_before_wire(reading: Reading, index: int) -> bool:
    """A few words that tell what is there, and no verb, between what is stated and a text that
    begins with its dateline.
    """
    line = reading.lines[index]
    few = line.words <= CAPTION_WORDS and not line.ends and line.text[-1] != ":"
    if not few or acts(line.text) or "،" in line.text or ": " in line.text:
        return False
    return _names_first(reading, index) and _is_above_wire(reading, index)


def _is_above_wire(reading: Reading, index: int) -> bool:
    """It stands right above a text that begins with its dateline."""
    below = reading.lines[reading.start : reading.start + 1]
    return index == reading.start - 1 and any(opening.read(one.text) for one in below)


def _names_first(reading: Reading, index: int) -> bool:
    """Below what is stated, it begins with whom or what it shows, and with no verb."""
    first = normalise(reading.lines[index].text.partition(" ")[0])
    tells = lexicon.opens_story(first) or lexicon.is_function(first)
    return _is_below_statement(reading, index) and not tells


def _is_name(word: str) -> bool:
    """A noun with its article, or no everyday word: «اللقالق», «فيريرا», and not «زراعة»."""
    return word.isalpha() and (word.startswith("ال") or not lexicon.is_common(normalise(word)))


def _is_below_statement(reading: Reading, index: int) -> bool:
    """Day, place, writer or source stand between the headline and the line."""
    return any(role in STATED for role in reading.roles[reading.title + 1 : index])
