"""Kickers, sub-titles, captions printed twice: they stand beside a headline, and look like one."""

import re
from collections.abc import Callable
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import imprint
from warraq.importer.anatomy import rivals
from warraq.importer.anatomy.reading import MENU_WORDS, Reading
from warraq.importer.anatomy.statements import acts
from warraq.importer.anatomy.strange import share_of
from warraq.importer.lexicon import is_function, is_listed
from warraq.importer.lines import Line

SPOKEN: Final = 1 / 2
"""Of what a headline says, what the text says too, at least."""

_PARTED: Final = re.compile(r"[\w»”\"]\s?(?:\.{2,3}|…)\s?\S")
_NAMED_ACTS: Final = re.compile(r"[«\"“][^«»\"“”]{3,30}[»\"”] [يت]\w{2,}\s")
_NEAR: Final = 3
"""Lines below a headline in which its day stands."""
_LESS_SPOKEN: Final = 1 / 4
_LONGER: Final = 3
"""Words that a headline right below its section may have more than its sub-title."""
_WHEN: Final = frozenset(
    map(normalise, ("بعد", "قبل", "خلال", "وسط", "رغم", "منذ", "ضمن", "قبيل", "عقب"))
)
_KICKER_WORDS: Final = 6
_KICKED_BY: Final = 9
_KICKED_WORDS: Final = 12
"""Of the longest headline below a kicker."""
_LONG: Final = 1.5
"""Words of a sub-title that is a sentence, for each of its headline above."""
_SUBTITLE_WORDS: Final = 8
"""Of the shortest that is taken for the headline."""


def above_subtitle(
    reading: Reading, best: int, candidates: list[int], times: Callable[[int], int]
) -> int:
    """The line right above, where that is the headline and this its sub-title: it is shorter, the
    text speaks of it as much, and it is no kicker, «بمشاركة 40 ناشرا», as these are short or say
    when and with whom. `times` says how often a line stands in the text.
    """
    above = best - 1
    if above not in candidates or times(best) > max(1, times(above) - 1):
        return best
    line, own = reading.lines[above], reading.lines[best]
    if (told := _by_parts(reading, best)) is not None:
        return above if told else best
    placed = reading.is_page and above > 0
    placed = placed and (reading.kind(above - 1) == "section" or _is_of_menu(reading, above - 1))
    shorter = line.words <= own.words + _LONGER * (placed or (reading.is_page and line.gap))
    apart = own.gap and not (line.gap and own.words > max(_KICKED_WORDS, line.words * _LONG))
    way = _is_below_way(reading, above)
    shorter = shorter and (line.words > MENU_WORDS or (way and line.words == MENU_WORDS))
    placed = placed or way
    if not shorter or own.words < _SUBTITLE_WORDS - placed or apart:
        return best
    first = normalise(line.text.split()[0])
    kicker = own.words <= _KICKED_WORDS and is_function(first)
    kicker = kicker or (first[0] == "ب" and is_listed(first[1:]))
    spoken, of_own = share_of(reading, above) or 0, share_of(reading, best) or 0
    asks = line.text[-1] in "؟?"  # as no kicker does
    long = above == 0 and own.words > max(_KICKED_WORDS, line.words * _LONG)
    least = _LESS_SPOKEN if placed or asks or long else max(SPOKEN, of_own - _LESS_SPOKEN)
    return best if kicker or spoken < least else above


def _by_parts(reading: Reading, best: int) -> bool | None:
    """Of two lines, that which is parted as headlines are, «الصمغ.. رحلة طويلة», and sub-titles
    hardly: whether it is the one above, or None where both are, or none.
    """
    line, own = reading.lines[best - 1], reading.lines[best]
    dots, own_dots = _is_parted(line.text), _is_parted(own.text)
    parted, own_parted = dots or ": " in line.text, own_dots or ": " in own.text
    if rivals.is_begun(line.text, own.text) or (own_dots and not parted):
        return False
    long = line.words > _KICKER_WORDS or _is_below_way(reading, best - 1)
    if parted and not own_parted and long:
        least = _LESS_SPOKEN if dots else SPOKEN
        if (share_of(reading, best - 1) or 0) >= least and (dots or own.words > line.words):
            return True
    return False if dots and not own_dots else None


def _is_below_way(reading: Reading, index: int) -> bool:
    """Right below the way to a page, as its headline and no kicker is."""
    if not reading.is_page or index < 1:
        return False
    return imprint.crumbs(reading.lines[index - 1].text) != []


def _is_of_menu(reading: Reading, index: int) -> bool:
    """An item of the menu is said again: it is the headline's section."""
    line = reading.lines[index]
    few = line.words <= MENU_WORDS and reading.own_kind(index) in ("section", "other")
    return few and any(other.key == line.key for other in reading.lines[1:index])


def below_kicker(reading: Reading, best: int, candidates: list[int]) -> int:
    """The line right below, where that is the headline and this the kicker above it: it says with
    or after what, in fewer words.
    """
    below = best + 1
    if below not in candidates or reading.lines[below].gap:
        return best
    kicker, own = reading.lines[best], reading.lines[below]
    spoken = share_of(reading, below) or 0
    parted = _is_parted(own.text) and not _is_parted(kicker.text)  # as sub-titles hardly are
    dated = below + 1 < reading.start and reading.kind(below + 1) in ("date", "posted")
    few = kicker.words <= (max(_KICKED_BY, own.words) if dated else _KICKED_BY)
    few = few and ":" not in kicker.text
    if parted and few and not rivals.is_repeated(reading, best):
        return below if spoken >= _LESS_SPOKEN else best
    shorter = is_kicker(kicker) and own.words > MENU_WORDS and kicker.words < own.words
    if not (says_how(kicker.text) or (_says_of_what(kicker.text) and _tells(own.text))):
        shorter = shorter and kicker.words + MENU_WORDS <= own.words
    least = _LESS_SPOKEN if parted else SPOKEN
    return below if shorter and spoken >= least else best


def is_doubled_caption(reading: Reading, index: int, candidates: list[int]) -> bool:
    """A line printed twice, below another of which the text speaks, is a picture's: right below
    itself, or right above the text once more; but for one with the day right below, as a headline
    has it, where the other has none.
    """
    lines = reading.lines
    twins = [i for i in range(reading.start) if i != index and lines[i].key == lines[index].key]
    pair = [i for i in twins if abs(i - index) == 1 or max(i, index) + 1 == reading.start]
    pair = pair or [i for i in twins if _are_of_row(reading, i, index)]
    if not pair:
        return False
    first, last = min(index, *pair), max(index, *pair)
    above = [i for i in candidates if i < first and lines[i].words > MENU_WORDS]
    above = [i for i in above if (share_of(reading, i) or 0) > _LESS_SPOKEN]
    if not above:
        return False
    own_day = _is_dated(reading, range(last + 1, min(last + 1 + _NEAR, len(lines))))
    return not own_day or _is_dated(reading, range(above[0] + 1, first))


def _are_of_row(reading: Reading, one: int, other: int) -> bool:
    """Below each stands the same line once more, or above: a row of pictures is printed twice."""
    lines = reading.lines
    first, second = sorted((one, other))
    below = second + 1 < reading.start and second - first > 1
    return (below and lines[first + 1].key == lines[second + 1].key) or (
        first > 0 and lines[first - 1].key == lines[second - 1].key
    )


def _is_dated(reading: Reading, lines: range) -> bool:
    return any(reading.kind(i) in ("date", "posted") for i in lines)


def is_kicker(line: Line) -> bool:
    """It says with what, or when, in a few words: «بمشاركة 40 ناشرا», «بعد ترميم دام عامين»."""
    first = normalise(line.text.split()[0])
    told = says_how(line.text) or _says_of_what(line.text) or first in _WHEN
    return line.words <= _KICKER_WORDS and told


def _is_parted(text: str) -> bool:
    """It has two parts, as headlines have."""
    return _PARTED.search(text) is not None


def _tells(text: str) -> bool:
    """It has a verb, or two parts, or begins with a name in quotation marks and goes on with what
    that does.
    """
    return acts(text) or _is_parted(text) or _NAMED_ACTS.match(text) is not None


def _says_of_what(text: str) -> bool:
    """«من خشب الجوز والتوت»: no verb, and it begins with «من», which asks nothing."""
    return text.startswith("من ") and text[-1] not in "؟?" and not acts(text)


def says_how(text: str) -> bool:
    """«بمشاركة …», «بألوان …»."""
    first = normalise(text.split(maxsplit=1)[0])
    return first[0] == "ب" and is_listed(first[1:]) and not is_listed(first)
