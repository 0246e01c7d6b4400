"""Sub-titles, summaries and points: lines below a headline that say more of the same."""

import re
from typing import Final

from warraq.importer import formulas, gazetteer, headings, lexicon, noise, words
from warraq.importer.anatomy.pictures import CAPTION_WORDS
from warraq.importer.anatomy.reading import HEAD_KINDS, STATED, Reading
from warraq.importer.anatomy.statements import acts
from warraq.importer.anatomy.strange import is_other_headline, is_strange
from warraq.importer.lines import Line, key

_POINT_WORDS: Final = 4
_SUMMARY_WORDS: Final = 8
"""Of a line that is no caption where the picture has one."""
_SUBTITLE_WORDS: Final = range(4, CAPTION_WORDS + 1)
"""Of a line that says more of what the headline says; with a verb, three are enough."""
_LONG_SUBTITLE: Final = range(5, 31)
"""Of one below which the head goes on."""
_PARAGRAPHS: Final = 3
_HEADLINE: Final = 1 / 3
"""Of a headline's words, those that a text which it heads must have."""
_SPOKEN: Final = 1 / 2
"""Of a sub-title's words, those that headline or text have."""


_SPEAKER_WORDS: Final = 8
"""Of a line that says who speaks, at least."""
_ADDS: Final = re.compile(
    r"و(?:قال|[أا]ضاف|[أا]وضح|[أا]كد|ذكر|[أا]شار|تابع|صرح|[أا]فاد|شدد|لفت|اعتبر|بيّ?ن)ت?\s"
)


def is_subtitle(reading: Reading, index: int) -> bool:
    """Below the headline a line says more of the same, or ends the head of a text whose paragraphs
    all have a blank line above.
    """
    line = reading.lines[index]
    if line.ends:
        return False
    long_enough = line.words in _SUBTITLE_WORDS or (line.words > 2 and acts(line.text))
    return long_enough and (_says_more(reading, index) or _closes_head(reading, index))


def is_summary(reading: Reading, index: int) -> bool:
    """Some words stand right below the headline, or below its sub-titles, no item and no other
    story's, and below them what the head states.
    """
    line = reading.lines[index]
    if line.words <= CAPTION_WORDS and reading.comes_again(index):
        return False
    above = reading.roles[reading.title + 1 : index]
    if line.words not in _LONG_SUBTITLE or reading.title < 0 or {*above} - {"summary"}:
        return False
    if line.text[-1] == ":" or headings.is_item(line.text) or formulas.is_formula(line.text):
        return False
    stated = not STATED.isdisjoint(reading.roles[index + 1 : reading.start])
    below = reading.lines[index + 1 : reading.start][:1]
    stated = stated or any(noise.is_clock(line.text) for line in below)
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
    return is_of_headline(reading, line.text)


def is_of_headline(reading: Reading, line: str) -> bool:
    """The text speaks of what the headline says, and both speak of most that the line says."""
    below = reading.lines[reading.start : reading.end]
    text = words.stems(*(paragraph.text for paragraph in below))
    headline, said = words.stems(reading.found.title), words.stems(line)
    heads = len(headline & text) >= _HEADLINE * len(headline)
    return heads and len(said & (text | headline)) >= _SPOKEN * max(1, len(said))


def may_be_summary(reading: Reading, index: int) -> bool:
    """It stands apart; or the picture has its caption, and this is no name."""
    pictured = bool(reading.found.images) and reading.lines[index].words >= _SUMMARY_WORDS
    return pictured or _stands_apart(reading, index)


def begins_text(line: Line, below: Line) -> bool:
    """The text has begun with the line: below it somebody goes on to speak, «وأضاف …»."""
    return line.words >= _SPEAKER_WORDS and _ADDS.match(below.text) is not None


def _stands_apart(reading: Reading, index: int) -> bool:
    """As long as a sentence, or one by its end, and between blank lines: a summary."""
    lines, line = reading.lines, reading.lines[index]
    apart = line.gap and index + 1 < len(lines) and lines[index + 1].gap
    if not apart or begins_text(line, lines[index + 1]) or formulas.is_formula(line.text):
        return False
    return line.words >= 10 or (line.ends and line.words >= 5)


def take_point(reading: Reading, index: int) -> None:
    """Add a point to the summary, one a line."""
    found, text = reading.found, reading.lines[index].text
    reading.roles[index] = "summary"
    found.summary = f"{found.summary}\n{text}" if found.summary else text


def is_point_of_page(reading: Reading, index: int) -> bool:
    """Of a page, one of the points between headline and text that say what that says."""
    line = reading.lines[index]
    long = line.words >= _POINT_WORDS and reading.is_page and index > reading.title >= 0
    return long and headings.is_item(line.text)


def is_point_above_head(reading: Reading, index: int) -> bool:
    """One of the points right below the headline, above what the head states."""
    line = reading.lines[index]
    if reading.title < 0 or line.words < _POINT_WORDS or not headings.is_item(line.text):
        return False
    if reading.kind(index) != "other" or "body" in reading.roles[reading.title + 1 : index]:
        return False
    below = range(index + 1, reading.start)
    return any(reading.kind(i) in HEAD_KINDS or reading.kind(i) == "name" for i in below)
