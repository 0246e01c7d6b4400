"""Rivals: lines above a text that might be its headline, and are the site's or other stories'."""

import re
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import gazetteer, imprint
from warraq.importer.anatomy.reading import Kind, Reading
from warraq.importer.anatomy.strange import LITTLE, is_strange, is_unsaid, share_of
from warraq.importer.lexicon import goes_on, opens_story
from warraq.importer.lines import CUT_OFF, Line, key

_BELOW_HEADLINE: Final = frozenset[Kind](("date", "source", "byline", "credit", "dateline", "url"))
_MORE: Final = 1 / 3
_SOME: Final = 1 / 4
"""Of a headline that stands right above its sub-title."""
_MUCH: Final = 1 / 2
"""Of what a line says, what the text says too."""
_HEADLINE_WORDS: Final = range(4, 17)
"""Of a line that takes the place of one above it."""
_SENTENCE_WORDS: Final = 11
"""Of a line that is no headline if it begins as stories do, below one that may be."""
_NAME_WORDS: Final = 3
_BUTTON_WORDS: Final = 2
_CAPTION_WORDS: Final = range(2, 13)
"""Of what may stand between a page's headline and its day."""
_NEAR: Final = 2
"""Lines above a page's headline in which it states its day."""
_BELOW: Final = 5
"""Lines below a page's headline in which it states its day and its writer, too."""
_TICKER: Final = 4
"""Headlines of other stories above a text, at least."""
_TICKER_WORDS: Final = 6
"""Of one of them, on the average: verses have fewer."""
_TICKER_SHARE: Final = 1 / 4
"""Of what they say, what the text says too."""
_PARTING: Final = tuple("-–—|:/ـ»›>")
_AROUND: Final = 60
"""Characters of site, section and day around a headline."""
_HOUR: Final = re.compile(r"^\d{1,2}:\d\d[\s|–-]*")
_SITE_BEHIND: Final = re.compile(r"(?<=\.\.\.)\s*[-–—|]\s[^.]{2,40}$|(?<=…)\s*[-–—|]\s[^.…]{2,40}$")
_REPEATED_LETTERS: Final = 16
_SENTENCES: Final = re.compile(r"\w{3}[.؟!]\s\w{2}")
"""One ends in the line, and another begins: no headline has two."""
_TIMED: Final = re.compile(r"\d{1,2}:\d\d\s+\S+\s\S")
_WORD: Final = re.compile(r"[^\W\d_]+")


def without(reading: Reading, candidates: list[int]) -> list[int]:
    """The candidates without those of which the text hardly speaks, if below one of them stands
    another, of which it speaks a third more: whatever they are, they are of the site.
    """
    candidates = [i for i in candidates if i or not _is_name_alone(reading)]
    if len(candidates) == 1:
        return candidates
    shares = {i: share for i in candidates if (share := _share(reading, i)) is not None}
    own = [i for i in shares if shares[i] >= _MORE and _may_be_own(reading.lines[i])]
    own += [i for i in shares if _is_below_column(reading, i, shares)]
    return [
        above
        for above in candidates
        if above not in shares
        or shares[above] > LITTLE
        or (shares[above] > _SOME and above + 1 in own and not reading.lines[above + 1].gap)
        or is_repeated(reading, above)
        or is_framed(reading, above)
        or not any(
            above < i
            and shares[i] - shares[above] >= _MORE
            and (not _is_stated(reading, above + 1, i) or _is_headed(reading, i, above))
            for i in own
        )
    ]


def _share(reading: Reading, index: int) -> float | None:
    """As `share_of`; none of a word or two, none of which the text says: «القائمة», «حصري»."""
    share = share_of(reading, index)
    if share is None and reading.lines[index].words <= _BUTTON_WORDS and is_unsaid(reading, index):
        return 0.0
    return share


def _may_be_own(line: Line) -> bool:
    """It has a headline's words, and does not begin as a sentence that stands in a text."""
    first = _WORD.search(normalise(line.text))
    if first is None or goes_on(first[0]) or line.words not in _HEADLINE_WORDS:
        return False
    if not _may_end_headline(line):
        return False
    return line.words < _SENTENCE_WORDS or not opens_story(first[0])


def _is_below_column(reading: Reading, index: int, shares: dict[int, float]) -> bool:
    """Two or three words, all of which the text says, right below as many of which it says none:
    «على ضفة النهر», «دموع الهشاب»: a column's headline below the column's name.
    """
    words, above = reading.lines[index].words, reading.lines[index - 1].words
    few = 1 < words <= _NAME_WORDS and 1 < above <= _NAME_WORDS
    typed = index == 1 and not reading.is_page
    return few and typed and shares[index] == 1 and shares.get(index - 1) == 0


def is_framed(reading: Reading, index: int) -> bool:
    """Its section, or the way to it, stands right above, and its day right below."""
    return (
        0 < index < reading.start - 1
        and (
            reading.kind(index - 1) == "section"
            or imprint.crumbs(reading.lines[index - 1].text) != []
        )
        and reading.kind(index + 1) in ("date", "posted")
    )


def _is_headed(reading: Reading, index: int, above: int) -> bool:
    """It has a head of its own below it, and the line above has not both a writer and a day."""
    between = {reading.kind(i) for i in range(above + 1, index)}
    signed = "date" in between and between & {"byline", "name"}
    return not signed and _is_stated(reading, index + 1, reading.start)


def _is_stated(reading: Reading, start: int, end: int) -> bool:
    """Among these lines stands what does so below a headline: whose the text is, and when."""
    return any(reading.kind(i) in _BELOW_HEADLINE for i in range(start, end))


def _is_name_alone(reading: Reading) -> bool:
    """The first line is a name of which the text does not speak: a word or three, none of them an
    everyday one.
    """
    line = reading.lines[0]
    few = line.words <= _NAME_WORDS and is_strange(reading, 0)
    return few and gazetteer.has_no_word(line.text) and not is_repeated(reading, 0)


def cut_ticker(reading: Reading, index: int) -> bool:
    """The line is one of several of a headline's length above the text, which speaks of none of
    them: they are those of other stories, and its own is lost.
    """
    lines = reading.lines
    left = (i for i in range(reading.start) if reading.roles[i] == "body")
    block = [i for i in left if reading.kind(i) in ("other", "shape")]
    block = [i for i in block if lines[i].words >= _NAME_WORDS and _may_end_headline(lines[i])]
    block = [i for i in block if not (lines[i].is_open or has_two_sentences(lines[i].text))]
    block = [i for i in block if i == index or not _stands_in_ticker(reading, i)]
    if not is_timed(lines[index].text):
        block = [i for i in block if not is_timed(lines[i].text)]
    few_words = sum(lines[i].words for i in block) < _TICKER_WORDS * len(block)
    if index not in block or len(block) < _TICKER or few_words:
        return False
    above, below = max(0, index - _NEAR), index + 1
    below += reading.kind(below) == "section"
    if reading.is_page and reading.kind(below) == "other" and _may_be_caption(lines[below]):
        below += 1
    stated = _is_stated(reading, above, index), _is_stated(reading, below, below + 1)
    if all(stated) or (reading.is_page and any(stated)):
        return False
    again = is_repeated(reading, index) or _stands_in_ticker(reading, index)
    if again and (share_of(reading, index) or 0) > LITTLE:
        return False
    if again and reading.is_page and _is_stated(reading, below, min(below + _BELOW, reading.start)):
        return False
    shares = [share for share in (share_of(reading, i) for i in block) if share is not None]
    if len(shares) < _TICKER or max(shares) >= _MUCH or sum(shares) > _TICKER_SHARE * len(shares):
        return False
    for i in block:
        reading.roles[i] = "links"
    reading.doubt("strange lines")
    return True


def has_two_sentences(text: str) -> bool:
    """One ends in the line, and another begins."""
    return _SENTENCES.search(text) is not None


def _stands_in_ticker(reading: Reading, index: int) -> bool:
    """A line above is the same with the hour before it: a page's ticker has its own story too."""
    own = reading.lines[index].key
    above = (line.text for line in reading.lines[:index] if is_timed(line.text))
    return any(key(_HOUR.sub("", text)) == own for text in above)


def _may_be_caption(line: Line) -> bool:
    return line.words in _CAPTION_WORDS and not (line.ends or line.mark or line.text[-1] == ":")


def is_begun(other: str, own: str) -> bool:
    """The other is the same headline, as far as a ticker has room for it."""
    other = _SITE_BEHIND.sub("", other)
    begun = _HOUR.sub("", other).rstrip(" .…")
    cut = other.endswith(CUT_OFF) and len(begun) >= _REPEATED_LETTERS
    return cut and own.startswith(begun)


def is_timed(text: str) -> bool:
    """The hour stands before a ticker's headlines: «21:48 عودة الصيادين»."""
    return _TIMED.match(text) is not None


def _may_end_headline(line: Line) -> bool:
    return not line.stops or line.text.endswith("..")


def is_repeated(reading: Reading, index: int) -> bool:
    """It stands in the text twice, or once more with its site's name."""
    own = reading.lines[index]
    others = (line for line in reading.lines if line is not own)
    return any(line.key == own.key or is_affixed(line.text, own.text) for line in others)


def is_affixed(other: str, own: str) -> bool:
    """The other text is the same with a site's name, a section or a day before it, after it, or
    around it.
    """
    before, after = other.removesuffix(own), other.removeprefix(own)
    if before == other == after and 0 < len(other) - len(own) < _AROUND:
        before, found, after = other.partition(own)
        return found != "" and _is_parting(before[::-1]) and _is_parting(after)
    return (before != other and _is_parting(before[::-1])) or (
        after != other and _is_parting(after)
    )


def _is_parting(text: str) -> bool:
    return text.lstrip()[:1] in _PARTING
