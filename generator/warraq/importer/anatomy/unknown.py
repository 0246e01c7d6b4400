"""The lines below the headline that state nothing by themselves.

Place and shape speak for a caption, a writer's name or a summary; where they do not, the line stays
in the text, and is doubted.
"""

from typing import Final

from warraq.importer import captions, dateline, gazetteer, headings
from warraq.importer.anatomy.pictures import (
    CAPTION_WORDS,
    is_beside_credit,
    is_said_with_credit,
    take_caption,
)
from warraq.importer.anatomy.reading import Reading
from warraq.importer.anatomy.statements import is_office, speaks_of, take_summary
from warraq.importer.lines import key

_SUMMARY_WORDS: Final = 8
"""Of a line that is no caption where the picture has one."""
_LEAST_CAPTION_WORDS: Final = 4
_LONG_CAPTION_WORDS: Final = 20
"""Of a caption where the text below begins with its dateline."""


def read_unknown(reading: Reading, unknown: list[int]) -> None:
    """Of the lines left in the head, those that end in a credit are captions; one that is alone
    may be a summary, a writer's name or a caption, by its shape.
    """
    rest = [index for index in unknown if not _read_caption(reading, index)]
    alone = len(rest) == 1 and reading.title >= 0
    for index in rest:
        line = reading.lines[index]
        if _read_name(reading, index, alone=alone):
            continue
        if alone and reading.usual(index) in ("summary", "caption", "byline"):
            _take_usual(reading, index)
        elif alone and _may_be_summary(reading, index):
            take_summary(reading, index, line.text)
        elif (alone or index - 1 == reading.title >= 0) and _may_be_writer(reading, line.text):
            reading.roles[index] = "byline"
            reading.found.authors = (line.text.rstrip(" *"),)
            reading.doubt("byline")
        elif _may_be_caption(reading, index) if alone else _tells_of_text(reading, index):
            take_caption(reading, index)
            reading.doubt("caption")
        elif reading.is_page and line.words <= 6 and not line.ends:
            reading.roles[index] = "menu"
        else:
            reading.doubt("line below the title")


def _read_caption(reading: Reading, index: int) -> bool:
    """Take a caption that a credit or a day shows to be one; False where none does."""
    line = reading.lines[index]
    caption = captions.read(line.text, reading.today)
    if caption.credit or caption.dated or (is_beside_credit(reading, index) and not line.ends):
        take_caption(reading, index)
        return True
    if _is_said_with_credit(reading, index):
        reading.roles[index] = "caption again"
        return True
    return False


def _is_said_with_credit(reading: Reading, index: int) -> bool:
    """The next line says the same, and whose picture it is."""
    own = reading.lines[index]
    return own.words > 1 and any(
        is_said_with_credit(reading, own, below)
        for below in reading.lines[index + 1 : min(index + 2, reading.start)]
    )


def _tells_of_text(reading: Reading, index: int) -> bool:
    """Four words to fourteen, most of which headline or text have, and no sentence: a caption."""
    text = reading.lines[index].text
    few = _LEAST_CAPTION_WORDS <= text.count(" ") + 1 <= CAPTION_WORDS
    below = reading.is_page and index > reading.title + 1
    words = [word for word in text.split() if len(word) > 2]
    if not (few and below and words) or text[-1] in ".:؟!":
        return False
    headline = reading.found.title
    known = sum(word in headline or speaks_of(reading, word) for word in words)
    return known >= len(words) / 2


def _may_be_caption(reading: Reading, index: int) -> bool:
    """A few words, no item of a list; one word alone is whom the text speaks of; more words than
    usual stand right above a text that begins with its dateline.
    """
    line, below = reading.lines[index], reading.lines[reading.start : reading.start + 1]
    beside_title = line.piece and line.number == reading.lines[reading.title].number
    if headings.is_item(line.text) or "://" in line.text or (line.ends and not beside_title):
        return False
    if line.words == 1:
        return len(line.text) > 2 and speaks_of(reading, line.text)
    if line.words <= CAPTION_WORDS:
        return True
    opens = any(dateline.opening(paragraph.text) for paragraph in below)
    return opens and index == reading.start - 1 and line.words <= _LONG_CAPTION_WORDS


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
    if gazetteer.is_city(text) and not found.dateline:
        reading.roles[index] = "dateline"
        found.dateline = text
        return True
    if paper := dateline.editorial(text):
        reading.roles[index] = "section"
        found.source = found.source or paper
        return True
    if alone and dateline.is_paper(text) and not speaks_of(reading, text):
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
    of a caption; of a name that is known to be one, the last word counts alone.
    """
    name = text.rstrip(" *")
    if reading.found.authors or not gazetteer.may_be_person(name) or gazetteer.is_of_words(name):
        return False
    known = gazetteer.is_person(name) or gazetteer.has_title(name)
    words = name.split()[-1:] if known else name.split()
    headline = reading.lines[reading.title].text
    return not any(word in headline or speaks_of(reading, word) for word in words if len(word) > 2)


def _may_be_summary(reading: Reading, index: int) -> bool:
    """It stands apart; or the picture has its caption, and this is no name."""
    pictured = bool(reading.found.images) and reading.lines[index].words >= _SUMMARY_WORDS
    return pictured or _stands_apart(reading, index)


def _stands_apart(reading: Reading, index: int) -> bool:
    """As long as a sentence, or one by its end, and between blank lines: a summary."""
    lines, line = reading.lines, reading.lines[index]
    apart = line.gap and index + 1 < len(lines) and lines[index + 1].gap
    return apart and (line.words >= 10 or (line.ends and line.words >= 5))
