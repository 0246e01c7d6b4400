"""What a page says around its article, where a program put it on one line with a paragraph.

Buttons stand before the first words; behind the last sentence stand the way to the page, «رابط
الخبر بصحيفة الضفاف: عودة الصيادين», tags, «سمات الميناء الصيد», or a writer's other articles. In a
single text nobody can be sure of words there; in a folder whose texts end so, they are its page's
(`habits`).
"""

import re
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from warraq.importer import boilerplate, dating, furniture, imprint, opening
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
_LEAST: Final = 2
"""Lines of a text that has a headline, or some line above its last."""
_REST: Final = 2
"""Words of what is parted, less one."""
_BETWEEN: Final = " |،-–—"
_SENTENCE: Final = 9
_GLUED: Final = ("انته", "تابع", "اشترك", "انضم")
"""One of them stands in what is parted, but for tags."""
_END: Final = re.compile(r"(?<=[.؟!»\"])\s*/+\s*انته[ىي]\s*/{0,2}[^.؟!]{0,30}$")
_HASH_TAGS: Final = re.compile(r"(?<=[.؟!…»\"])\s*(?:#[^\s#.،]+[\s،,]*){2,}$")
_FOLLOW: Final = re.compile(r"(?<=[.؟!…»\"])\s*(?:تابعونا|تابعنا|اشتركوا?|انضموا?)\s[^.؟!:]{4,50}$")
_OTHERS: Final = re.compile(r"(?<=[.؟!…»\"])\s*(?=مقالات أخرى للكاتب)")
"""Of whose headlines programs make one word, behind a columnist's last sentence."""
_STOP: Final = re.compile(r"(?<=[.؟!…»”\"])\s+(?=[^\W\d_])")
_ENDS_SENTENCE: Final = re.compile(r"[.؟!][»”\"]?$")
_MORE: Final = re.compile(
    rf"(?<=[.؟!…»\"])\s*\(\s*(?:{MORE}|التتمة|(?:{READ_ON})\s[^()]{{2,24}}?)\s*\)$"
)
"""Where a page led on from a sentence: «( التفاصيل )»."""
_COLON: Final = re.compile(":")
_WORD: Final = re.compile(r"(?<=\s)\S")


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text, each parted from the buttons that it begins with, and from the signs
    behind its last sentence.
    """
    lines = _with_day_apart(_with_headline_apart(_with_caption_apart(lines)))
    found = [part for line in lines for part in _halves(line, furniture.bar(line.text))]
    return tuple(part for line in found for part in _with_end_apart(line))


def with_last_apart(lines: tuple[Line, ...], labels: Container[str]) -> tuple[Line, ...]:
    """The lines of a text, whose last is parted from what its page says behind the last sentence,
    where that begins with one of these `labels`.
    """
    if not (labels and lines):
        return lines  # as of most outlets
    texts = [line.text for line in lines]
    at = end(texts)
    if not at or label(texts[-1][at:]) not in labels:
        return lines
    return (*lines[:-1], *_parts(lines[-1], at))


def end(texts: Sequence[str]) -> int:
    """Where, in the last of a text's lines, something begins that may be its page's: its own
    headline behind a label, a writer's other articles, tags or a page's wish behind a stop; 0 where
    nothing does.
    """
    if len(texts) < _LEAST or texts[-1].count(" ") < _SENTENCE:
        return 0
    text = texts[-1]
    if ":" in text and (at := _way(text, [key(line) for line in texts[:-1][:_HEAD]])):
        return at
    if others := _OTHERS.search(text):
        return others.end()
    if _ENDS_SENTENCE.search(text):
        return 0  # «… عبر "تويتر".»
    for stop in _STOP.finditer(text, max(0, len(text) - _LONGEST)):
        rest = text[stop.end() :]
        if boilerplate.marks_tail(rest[:_LABEL]) or imprint.tags_behind(rest):
            return stop.end()
    return 0


def label(text: str) -> str:
    """The key of the first word, by which it is known that several texts end alike."""
    return key(text.partition(" ")[0])


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
    followed, or where it led on, as two.
    """
    at = _start_of_end(line)
    return _parts(line, at) if at else [line]


def _parts(line: Line, at: int) -> list[Line]:
    """A line as two, of which the second begins there."""
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
