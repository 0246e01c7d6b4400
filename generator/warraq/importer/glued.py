"""What a page says around its article, where a program put it on one line with a paragraph.

The way to the page stands behind the last sentence, «رابط الخبر بصحيفة الضفاف: عودة الصيادين», with
the headline in it once more; buttons stand before the first words.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from warraq.importer import boilerplate, dating, furniture, opening
from warraq.importer.lines import Line, key
from warraq.importer.noise import MORE, READ_ON

_LABEL: Final = 60
"""Characters before the headline."""
_HEAD: Final = 3
"""Lines of which one may be the headline."""
_LONGEST: Final = 200
"""Characters of a headline, at most."""
_HEADLINE: Final = 6
"""Letters of the shortest headline that is none by chance."""
_CREDITED: Final = re.compile(
    r"[^.؟!:()\[\]]{10,120}?[(\[]\s*(?:تصوير|عدسة|صورة|ت|ص)\s?[:./-]\s?[^()\[\]]{3,30}[)\]]\s+"
)
"""A caption and who took the picture, before the first words of a text."""
_OPENING: Final = 12
"""Lines among which is the first sentence of a text."""
_REST: Final = 2
"""Words of what is parted, less one."""
_BETWEEN: Final = " |،-–—"
_SENTENCE: Final = 9
_GLUED: Final = ("انته", "تابع", "اشترك", "انضم")
"""One of them stands in what is parted, but for tags."""
_END: Final = re.compile(r"(?<=[.؟!»\"])\s*/+\s*انته[ىي]\s*/{0,2}[^.؟!]{0,30}$")
_HASH_TAGS: Final = re.compile(r"(?<=[.؟!…»\"])\s*(?:#[^\s#.،]+[\s،,]*){2,}$")
_FOLLOW: Final = re.compile(r"(?<=[.؟!…»\"])\s*(?:تابعونا|تابعنا|اشتركوا?|انضموا?)\s[^.؟!:]{4,50}$")
_OTHERS: Final = "مقالات أخرى للكاتب"
_BEHIND_OTHERS: Final = re.compile(rf"(?<=[.؟!…»\"])\s*{_OTHERS}")
"""Of whose headlines programs make one word, behind a columnist's last sentence."""
_MORE: Final = re.compile(
    rf"(?<=[.؟!…»\"])\s*\(\s*(?:{MORE}|التتمة|(?:{READ_ON})\s[^()]{{2,24}}?)\s*\)$"
)
"""Where a page led on from a sentence: «( التفاصيل )»."""
_COLON: Final = re.compile(":")
_WORD: Final = re.compile(r"(?<=\s)\S")


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text, of which the last is parted from the way to its page, and each from the
    buttons that it begins with.
    """
    lines = _with_day_apart(_with_headline_apart(_with_caption_apart(lines)))
    found = [part for line in lines for part in _halves(line, furniture.bar(line.text))]
    found = [part for line in found for part in _with_end_apart(line)]
    if len(lines) > 1 and ":" in found[-1].text:
        head = [line.key for line in lines[: min(_HEAD, len(lines) - 1)]]
        found[-1:] = _halves(found[-1], _way(found[-1].text, head))
    return tuple(found)


def _with_caption_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a text, whose first sentence is parted from the caption before its dateline."""
    first = next((i for i, line in enumerate(lines[:_OPENING]) if line.sentence), -1)
    text = lines[first].text if first >= 0 else ""
    credited = _CREDITED.match(text)
    at = credited.end() if credited else opening.behind_caption(text)
    if not at:
        return lines  # as of nearly all texts
    caption, *rest = _halves(lines[first], at)
    return (*lines[:first], caption._replace(mark="caption"), *rest, *lines[first + 1 :])


def _with_headline_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a text that begins with a sentence, parted from the headline before its
    dateline.
    """
    if not lines or not lines[0].sentence:
        return lines  # as most texts
    at = opening.behind_headline(lines[0].text)
    return (*_halves(lines[0], at), *lines[1:]) if at else lines


def _with_day_apart(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page, of which the first are parted from the day and its counters, where the
    headline stands without these right below.
    """
    for at, (line, below) in enumerate(pairwise(lines[: _HEAD + 1])):
        rest = line.text.removeprefix(below.text)
        if rest != line.text and below.words > _REST and dating.length_of_day(rest):
            return (*lines[:at], *_halves(line, len(below.text)), *lines[at + 1 :])
    return lines  # of nearly all texts


def _with_end_apart(line: Line) -> list[Line]:
    """A line whose last sentence has an agency's end mark behind it, # tags, a page's wish to be
    followed, a writer's other articles, or where it led on, as two.
    """
    at = _start_of_end(line)
    if not at:
        return [line]
    rest = line.saying(line.text[at:].strip())
    return [line.saying(line.text[:at].rstrip()), rest._replace(gap=False)]


def _start_of_end(line: Line) -> int:
    """Where that begins; 0 where there is none."""
    text, last = line.text, line.text[-_LABEL:]
    if line.words < _SENTENCE:
        return 0
    start = max(0, len(text) - _LABEL)
    if last[-1] == ")" and (more := _MORE.search(text, start)):
        return more.start()
    if _OTHERS in text and (others := _BEHIND_OTHERS.search(text)):
        return others.start()
    if not ("#" in text or any(map(last.__contains__, _GLUED))):
        return 0
    end = _END.search(text, start) or _FOLLOW.search(text, start) or _HASH_TAGS.search(text)
    if end is None or (end.re is _FOLLOW and not boilerplate.marks_tail(end[0].strip())):
        return 0
    return end.start()


def _halves(line: Line, at: int) -> list[Line]:
    """A line as two, of which the second begins there; as it is, where one would be empty."""
    first, second = line.text[:at].rstrip(), line.text[at:].lstrip(_BETWEEN)
    if not first or second.count(" ") < _REST:
        return [line]
    return [line.saying(first), line.saying(second)._replace(gap=False)]


def _way(text: str, head: Sequence[str]) -> int:
    """Where a label that marks a page's tail begins, and behind its colon the headline, which may
    be cut off; 0 where none does.
    """
    for colon in _COLON.finditer(text, max(0, len(text) - _LONGEST)):
        said = key(text[colon.end() :])
        if len(said) < _HEADLINE or not any(line.startswith(said) for line in head):
            continue
        starts = _WORD.finditer(text, max(0, colon.start() - _LABEL), colon.start())
        marked = (
            at.start() for at in starts if boilerplate.marks_tail(text[at.start() :][:_LABEL])
        )
        return next(marked, 0)
    return 0
