"""Strange lines: those of which headline and text hardly say a word.

Of what a headline says, its text says at least half in 97 of 100 texts, and in hardly one that of
another story's headline. So what a line says tells whose it is, the text's or the page's, where no
rule knows the line; and whatever is left out for that is a doubt.
"""

import re
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import formulas, words
from warraq.importer.anatomy.reading import Reading
from warraq.importer.lexicon import goes_on, is_verb, opens_story
from warraq.importer.lines import Line

_TELLING: Final = 2
"""Stems of the shortest line that tells."""
_TELLING_TEXT: Final = 40
"""Stems of the shortest text that does: some eighty words."""
LITTLE: Final = 1 / 3
"""Of what a line says, what the text says too where it hardly speaks of it."""
_MOST_WORDS: Final = 12
_HEADLINE_WORDS: Final = range(5, 18)
_TELLING_HEADLINE: Final = 4
_HARDLY: Final = 1 / 4
"""Of what another story's headline says, what the text says too."""
_IN_VERSE: Final = re.compile(r"^[(«\"“]|[)»\"”،؛]$|\w{3}[.؟!] |،\s")
"""Of what is quoted, goes on, or is several sentences."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_NAME_WORDS: Final = 2
_BELOW: Final = 2
_LATIN: Final = re.compile(r"\W*[A-Za-z]")
_ARABIC: Final = re.compile("[\u0621-\u06d3]")
_SHORT: Final = 3
"""Letters of a foreign word that any text may have."""


def share_of(reading: Reading, index: int) -> float | None:
    """Of what a line says, how much the text says too; None where line or text says so little that
    nothing follows from it.
    """
    said = words.stems(reading.lines[index].text)
    text = reading.spoken
    if index in reading.paragraphs:
        text = words.stems(*(reading.lines[i].text for i in reading.paragraphs if i != index))
    if len(said) < _TELLING or len(text) < _TELLING_TEXT:
        return None
    return len(said & text) / len(said)


def said_below(reading: Reading, index: int) -> frozenset[str]:
    """What the next two paragraphs say: those that a line heads, if it heads any."""
    below = [i for i in reading.rest(index + 1) if reading.lines[i].prose][:_BELOW]
    return words.stems(*(reading.lines[i].text for i in below))


def is_unsaid(reading: Reading, index: int) -> bool:
    """The text, which says enough, says no word of a line."""
    said = words.stems(reading.lines[index].text)
    return len(reading.spoken) >= _TELLING_TEXT and said.isdisjoint(reading.spoken)


def is_hardly_spoken_of(reading: Reading, index: int) -> bool:
    """The text says no more than a third of what a line says."""
    spoken = share_of(reading, index)
    return spoken is not None and spoken <= LITTLE


def is_strange(reading: Reading, index: int) -> bool:
    """A few words that are no sentence, none of them one of which headline or text speak."""
    line = reading.lines[index]
    if line.ends or line.words > _MOST_WORDS or _IN_VERSE.search(line.text):
        return False
    if formulas.is_formula(line.text) or begins_sentence(line):
        return False
    said = words.stems(line.text)
    return share_of(reading, index) == 0 and said.isdisjoint(words.stems(reading.found.title))


def is_other_headline(reading: Reading, index: int, *, asks: bool = False) -> bool:
    """Words enough for a headline that begin no sentence, and of which headline and text say hardly
    any; `asks`: it may be a question.
    """
    line = reading.lines[index]
    ends = line.ends and not (asks and line.text[-1] in "؟?")
    shaped = line.words in _HEADLINE_WORDS and not (ends or line.mark or line.text[-1] == ":")
    if not shaped or begins_sentence(line) or line.text[0] in "(«":
        return False
    if formulas.is_formula(line.text):
        return False
    said, headline = words.stems(line.text), words.stems(reading.found.title)
    spoken = share_of(reading, index) if len(said) >= _TELLING_HEADLINE else None
    if spoken is None or len(said & headline) > _HARDLY * len(said):
        return False
    return spoken <= _HARDLY


def begins_sentence(line: Line) -> bool:
    """It goes on from the line above, or has a verb first: headlines seldom do, names never."""
    match = _WORD.search(normalise(line.text))
    if match is None:
        return False
    first = match[0]
    acts = line.words > _NAME_WORDS and is_verb(first)
    return acts or goes_on(first) or opens_story(first)


def is_foreign(reading: Reading, index: int) -> bool:
    """No Arabic letter is in the line, and none of its words in the text."""
    line = reading.lines[index]
    if not _LATIN.match(line.text) or _ARABIC.search(line.text):
        return False
    told = [word for word in _WORD.findall(line.text) if len(word) > _SHORT]
    return not any(
        word in other.text for other in reading.lines if other is not line for word in told
    )
