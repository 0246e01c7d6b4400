"""The headline: of the lines above the text that may be one, that which most speaks for.

A reporter types a few lines above a text; a saved page has its menus there, and prints its headline
beside the date, or twice, once with the site's name.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import captions, imprint, words
from warraq.importer.anatomy import candidates, rivals
from warraq.importer.anatomy.affixes import ends_way, read_title_line
from warraq.importer.anatomy.reading import HEAD_KINDS, MENU_WORDS, SMALL_HEAD, TITLE_WORDS, Reading
from warraq.importer.anatomy.strange import LITTLE, share_of
from warraq.importer.anatomy.subtitles import (
    SPOKEN,
    above_subtitle,
    below_kicker,
    is_doubled_caption,
)
from warraq.importer.lexicon import is_function

_OF_CAPTION: Final = 5
_OF_TEXT: Final = 3
"""What a line is worth of which the text speaks."""
_FRAMED: Final = 3
"""What a headline's place is worth, between its section and its day."""
_OF_COLUMN: Final = 3
"""What a few words are worth right above who wrote."""
_SURE: Final = 4
"""Points of a page's headline that is no doubt."""
_USUAL_WORDS: Final = 4
_FEW_WORDS: Final = 3
"""Of headlines that are none too short, and of the shortest that are some."""
_REPEATED: Final = 3
"""Words of a headline that a head has twice, or with its site's name; fewer are a section's."""
_REPEATED_LETTERS: Final = 8
_NEAR: Final = 4
"""Lines above and below that a headline has its day, or what it was taken from, among."""
_ABOVE_WORDS: Final = 7
"""Of the shortest headline, and no kicker, between a section and a sub-title."""
_SUBTITLES: Final = 2
_BELOW_HEAD: Final = 4
_HEAD_ABOVE: Final = 14
"""Lines above a summary, one of them the headline, the others buttons."""
_LINES_OF_HEADLINE: Final = range(6, 19)
_CAPTION_LINE: Final = 9
_SAID: Final = 0.4
_CLEARLY: Final = 1 / 4
_LINE_WORDS: Final = 7


@dataclass(frozen=True, slots=True)
class _Head:
    """What is asked of each candidate: which lines are, and how often a line is there."""

    candidates: list[int]
    keys: list[str]
    count: Counter[str]

    def times(self, index: int) -> int:
        """How often the line stands in the text."""
        return self.count[self.keys[index]]


def find_title(reading: Reading) -> None:
    """The headline is the line that comes back, the one beside the date, or the first that is
    none of the head's other lines.
    """
    lines = reading.lines
    if reading.titled:
        reading.title = 0
        reading.roles[0] = "title"
        reading.found.title = lines[0].text
        return
    found = rivals.without(reading, candidates.find(reading))
    if not found:
        rivals.cut_ticker(reading, 0)
        return
    if len(found) == 1 and not reading.is_page:
        _take(reading, found[0])
        return
    keys = [line.key if line.words <= TITLE_WORDS else line.text for line in lines]
    head = _Head(found, keys, Counter(keys))
    points = {index: _points(reading, index, head) for index in found}
    best = max(found, key=points.__getitem__)
    sure = points[best] >= _SURE
    if not sure and _is_of_menu(reading, best):
        return
    _take(reading, best, head)
    if reading.is_page and not sure and reading.title >= 0:
        reading.doubt("title")


def _take(reading: Reading, best: int, head: _Head | None = None) -> None:
    """Take the best of a head's candidates, or what it is the sub-title or the kicker of; nothing
    where all are other stories'.
    """
    if rivals.cut_ticker(reading, best):
        return
    if head:
        best = _without_affix(reading, best, head.candidates)
        best = above_subtitle(reading, best, head.candidates, head.times)
        best = below_kicker(reading, best, head.candidates)
    reading.title = best
    reading.roles[best] = "title"
    read_title_line(reading, reading.lines[best].text)


def _without_affix(reading: Reading, best: int, candidates: list[int]) -> int:
    """The same headline without its site's name and its section, or whole, where that stands
    below; or without a word before it.
    """
    lines, whole = reading.lines, reading.lines[best].text
    behind_word = whole.partition(" ")[2]  # «افتراضي …», as a program calls its sign
    if alone := next((i for i in candidates if lines[i].text == behind_word), None):
        return alone
    if ": " in whole and is_function(normalise(whole.partition(" ")[0])):
        return best  # «في صحف عربية: …»
    bare = (
        i
        for i in candidates
        if i > best
        and lines[i].words >= _REPEATED
        and (rivals.is_affixed(whole, lines[i].text) or rivals.is_begun(whole, lines[i].text))
    )
    return next(bare, best)


def _is_of_menu(reading: Reading, index: int) -> bool:
    """A page's few words of which the text hardly speaks, above other few that state nothing: where
    they are the best that its head has, its headline is lost.
    """
    below = index + 1
    if not reading.is_page or below >= reading.start:
        return False
    few = reading.lines[index].words < MENU_WORDS and reading.lines[below].words <= MENU_WORDS
    states = reading.kind(below) in HEAD_KINDS or reading.kind(below) == "name"
    return few and not states and (share_of(reading, index) or 0) <= LITTLE


def _points(reading: Reading, index: int, head: _Head) -> float:
    """How much speaks for a candidate: its words, what comes back, day, place, and the text."""
    line, page = reading.lines[index], reading.is_page
    doubled = page and is_doubled_caption(reading, index, head.candidates)
    points = 0.5 if line.words >= _USUAL_WORDS else -1.0 if line.words == _FEW_WORDS else -2.5
    points += _for_coming_back(reading, index, head, doubled=doubled)
    points += _for_day(reading, index)
    points += _for_page(reading, index) if page else 0
    if index == head.candidates[0] and reading.start <= SMALL_HEAD:
        section = index > 0 and line.words <= _FEW_WORDS and index + 1 in head.candidates
        points += 0 if section else 2
    if index == 0 and reading.lines[1:2] and reading.lines[1].gap:
        points += 3
    if index == 0 and not page and captions.is_seen(line):
        points -= _OF_CAPTION + 2  # it stands above what may be the headline
    if index > head.candidates[0] and not page and captions.is_seen(line):
        points -= _OF_CAPTION
    if _is_of_text(reading, index, head.candidates):
        points += _OF_TEXT
    if doubled:
        points -= _OF_CAPTION
    if rivals.is_framed(reading, index) and line.words >= _USUAL_WORDS:
        points += _FRAMED
    if line.text.startswith("عاجل") and index != head.candidates[-1]:
        points -= 3  # what just happened stands above every page
    return points


def _for_coming_back(reading: Reading, index: int, head: _Head, *, doubled: bool) -> int:
    """It stands in the text twice, or once more with its site's name; a page's menus do so too, in
    its footer.
    """
    lines, line, page = reading.lines, reading.lines[index], reading.is_page
    if len(head.keys[index]) < _REPEATED_LETTERS or (page and line.words < _USUAL_WORDS):
        return 0
    named = line.words >= _REPEATED
    near = (i for i in head.candidates if index - _NEAR <= i < index)
    below_other = any(lines[i].words >= _REPEATED for i in near)
    texts = (other.text for other in lines if named)
    around = [text for text in texts if rivals.is_affixed(text, line.text)]
    if page and any(rivals.is_begun(other.text, line.text) for other in lines[:index]):
        return 3
    if page and any(ends_way(other.text, line.text) for other in lines[:index]):
        return 6
    if head.times(index) > 1 and not doubled and (page or (named and not below_other)):
        return 3 if page else 6
    if around:
        bar = index > 0 and lines[0].text in around  # what a browser's tab shows
        return 5 if bar or not page else 3
    return 0


def _for_day(reading: Reading, index: int) -> int:
    """The day stands below it, or in a typed text above."""
    line, page = reading.lines[index], reading.is_page
    above_subtitle = not page and line.words >= (_ABOVE_WORDS if index else MENU_WORDS)
    skip = (page and _is_below_menu(reading, index)) or above_subtitle
    points = 0
    if any(reading.kind(i) in ("date", "posted") for i in _until_other(reading, index, skip=skip)):
        points += 4
    if not page and any(reading.kind(i) == "date" for i in range(max(0, index - 2), index)):
        points += 2 + (reading.kind(index - 1) == "date" and index == reading.start - 1)
    return points


def _for_page(reading: Reading, index: int) -> float:
    """A page's headline stands near its text, below menus, a section or the day."""
    points = 4 * index / reading.start + 2 * _is_below_menu(reading, index)
    beside = index > 0 and reading.kind(index - 1) in ("section", "date")
    above = next((i for i in range(index - 1, -1, -1) if reading.kind(i) != "noise"), index)
    stated = index - above <= _NEAR and reading.kind(above) in ("date", "posted", "byline")
    points += 1.5 * beside + 2 * stated
    few = reading.lines[index].words <= _FEW_WORDS and index + 1 < reading.start
    points += _OF_COLUMN * (few and reading.kind(index + 1) == "byline")
    points -= _BELOW_HEAD * _is_below_head(reading, index)
    signed = _is_signed_below(reading, index)
    return points - _OF_CAPTION * (signed or _is_caption(reading, index))


def _is_below_head(reading: Reading, index: int) -> bool:
    """Further above stand a headline's words, and right below these both its writer and its day:
    what stands below all three is a summary.
    """
    for at in range(max(0, index - _HEAD_ABOVE), index - _SUBTITLES):
        below = {reading.kind(i) for i in range(at + 1, min(at + 1 + _NEAR, index))}
        long = reading.lines[at].words in _LINES_OF_HEADLINE and reading.kind(at) == "other"
        if long and "date" in below and below & {"byline", "name"}:
            return True
    return False


def _is_signed_below(reading: Reading, index: int) -> bool:
    """Two names with a dash, where and who, beside the day; and above stands a longer line of which
    the text says half.
    """
    line = reading.lines[index]
    beside = any(reading.kind(i) in ("date", "posted") for i in (index - 1, index + 1) if i >= 0)
    if not (beside and reading.kind(index) == "shape" and line.words <= MENU_WORDS + 1):
        return False
    above = range(max(0, index - SMALL_HEAD), index)
    longer = (i for i in above if reading.lines[i].words in _LINES_OF_HEADLINE)
    return any((share_of(reading, i) or 0) >= SPOKEN for i in longer)


def _is_caption(reading: Reading, index: int) -> bool:
    """By what it says, or by its place on a page."""
    line = reading.lines[index]
    said = captions.is_seen(line) or captions.may_name_owner(line.text)
    said = said or _is_below_lead(reading, index)
    said = said or _is_below_credit(reading, index)
    return said or _is_above_credit(reading, index) or _is_below_dated(reading, index)


def _is_below_lead(reading: Reading, index: int) -> bool:
    """Fewer words than a line not far above has, which the first paragraph says, as it does not say
    these: that is the headline, and these are a picture's.
    """
    line, first = reading.lines[index], reading.lines[reading.start]
    if not reading.is_page or line.words > _CAPTION_LINE:
        return False
    said = words.stems(first.text)

    def share(at: int) -> float:
        own = words.stems(reading.lines[at].text)
        return len(own & said) / len(own) if own else 0.0

    above = range(max(0, index - _NEAR), index)
    headlines = (i for i in above if reading.lines[i].words in _LINES_OF_HEADLINE)
    longer = (i for i in headlines if reading.lines[i].words > line.words + 2)
    return any(_is_clearer(share(i), share(index)) for i in longer)


def _is_clearer(headline: float, caption: float) -> bool:
    """What the first paragraph says of a headline, and of a caption."""
    return headline >= _SAID and headline - caption >= _CLEARLY


def _is_below_dated(reading: Reading, index: int) -> bool:
    """Between day and writer stand fewer words than right above the day, of which the text speaks:
    that is the headline, and these are a picture's.
    """
    above, signed = index - 2, index + 1 < reading.start and reading.kind(index + 1) == "byline"
    if above < 0 or not signed or reading.kind(index - 1) != "date":
        return False
    longer = reading.lines[above].words > max(reading.lines[index].words, MENU_WORDS)
    return longer and (share_of(reading, above) or 0) >= SPOKEN


def _is_below_credit(reading: Reading, index: int) -> bool:
    """Right below whose the picture is, right above the text, and below the day."""
    credited = index > 0 and reading.kind(index - 1) == "credit" and index + 1 == reading.start
    above = range(max(0, index - SMALL_HEAD), index)
    return credited and any(reading.kind(i) in ("date", "posted") for i in above)


def _is_above_credit(reading: Reading, index: int) -> bool:
    """Right above whose the picture is, and below the day, which stands below headlines."""
    above = range(max(0, index - 2 * SMALL_HEAD), index)  # with the buttons to share it
    credited = index + 1 < reading.start and reading.kind(index + 1) == "credit"
    return credited and any(reading.kind(i) in ("date", "posted") for i in above)


def _is_of_text(reading: Reading, index: int, candidates: list[int]) -> bool:
    """The text speaks of it, and it is no second line of a typed head."""
    line = reading.lines[index]
    if line.words < _REPEATED or line.text[0] == "(":
        return False
    below_stated = _is_below_stated(reading, index, candidates)
    return not below_stated and (share_of(reading, index) or 0) >= SPOKEN


def _is_below_stated(reading: Reading, index: int, candidates: list[int]) -> bool:
    """In a typed text, the writer, or his place, stands between its first line and this one; on a
    page, a place does so below another of which the text speaks.
    """
    if not reading.is_page:
        long = (i for i in candidates if reading.lines[i].words >= _FEW_WORDS)
        between = range(next(long, index) + 1, index)
        return any(reading.kind(i) in ("byline", "dateline", "name") for i in between)
    place = next((i for i in range(index - 1, -1, -1) if reading.kind(i) == "dateline"), 0)
    above = (i for i in candidates if i < place and reading.lines[i].words > MENU_WORDS)
    return any((share_of(reading, i) or 0) >= SPOKEN for i in above)


def _is_below_menu(reading: Reading, index: int) -> bool:
    """More words than a menu's items have, below lines that may be such."""
    above = reading.lines[max(0, index - _NEAR) : index]
    few = (line.words <= MENU_WORDS or imprint.crumbs(line.text) != [] for line in above)
    menu = len(above) == _NEAR and all(few)
    return menu and reading.lines[index].words > MENU_WORDS


def _is_text(reading: Reading, index: int) -> bool:
    """More words than the head's other lines have, and no caption by its credit."""
    line = reading.lines[index]
    long = line.words > _LINE_WORDS and reading.kind(index) == "other"
    return long and not captions.read(line.text, reading.today).credit


def _until_other(reading: Reading, index: int, *, skip: bool) -> list[int]:
    """The next four lines, up to one of running text; `skip`: up to the third, as the first two
    may be sub-titles.
    """
    found = []
    for i in range(index + 1, min(index + 1 + _NEAR + skip, len(reading.lines))):
        line, first = reading.lines[i], skip and i <= index + _SUBTITLES
        if line.key == reading.lines[index].key:
            continue  # once more
        if imprint.numbers_issue(line.text):
            break  # the day is the paper's, whose name and section stand above it
        summary = first and not reading.is_page
        if (line.prose and not summary) or (not first and _is_text(reading, i)):
            break
        found.append(i)
    return found
