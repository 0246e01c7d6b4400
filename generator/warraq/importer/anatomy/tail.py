"""The tail: where the page goes on without the article.

Words mark it (`boilerplate`), and structure decides: no sentence follows its marker, or so many
other markers and short lines do that the page has left the article.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from warraq.importer import attribution, boilerplate, words
from warraq.importer.lexicon import begins_story
from warraq.importer.lines import Line

_NAME_WORDS: Final = 6
"""Of the longest name with a day beside it."""
_DAY_WORDS: Final = 4
_END_LINES: Final = 4
"""Behind the source, at most: an address, tags, a day, a name."""
_OTHER: Final = 1 / 4
"""Of what another story speaks of, what the text speaks of too."""
_SAID_TOO: Final = 3
"""Stems of two paragraphs that the text above has too, where their place speaks for them."""
_HEADLINE_WORDS: Final = range(4, 19)
_AND: Final = "و"
"""With which a sentence goes on, and no story begins."""
_GLUED_WORDS: Final = 9
_GLUED_STOP: Final = re.compile(r"[^\W\d]{3}\.[^\W\d]{2}")
_NEXT_LINES: Final = 12
_PARAGRAPHS: Final = 2
_COMMENTS: Final = "تعليق"
_FAR: Final = 3
"""Paragraphs that tell that a text goes on, however far below."""
_PARAGRAPH: Final = 20
"""Words of the shortest that tells that the text goes on."""
_MARKERS: Final = 4
"""In the next lines, of a page that has left its article."""


def tail(
    lines: Sequence[Line],
    start: int,
    habitual: frozenset[int] = frozenset(),
    names: frozenset[int] = frozenset(),
) -> int:
    """The index at which the article is over: of the first marker at or after `start` after which
    no sentence comes, or so many other markers and short lines that the page has left the article,
    or right above which the source is named.

    Lines that the outlet puts around its articles, `habitual`, are no sentences; they are markers
    too, but for those that name a writer or an agency. A piece of a line is none, unless most
    sentences are pieces too.
    """
    of_page = [boilerplate.is_of_page(line.text) for line in lines]
    told = [
        i
        for i in range(start, len(lines))
        if (lines[i].sentence or _is_glued(lines[i])) and not (i in habitual or of_page[i])
    ]
    sentences = _without_teasers(lines, start, told)
    on_one_line = sum(lines[i].piece for i in told) > len(told) / 2
    marks = [
        (on_one_line or not line.piece)
        and (of_page[i] or boilerplate.marks_tail(line.text) or (i in habitual and i not in names))
        for i, line in enumerate(lines)
    ]
    for index in range(start, len(lines)):
        if attribution.source(lines[index].text) and _is_last(lines, index, sentences):
            return index + 1  # whose it is stands last, but for a few lines about the text
        if not marks[index]:
            continue
        sourced = index > start and attribution.source(lines[index - 1].text)
        left = _has_left(marks, sentences, index) and not _goes_on(lines, start, index, sentences)
        if sourced or left or _are_stories(lines, start, index, sentences):
            return index
        if _are_comments(lines, index, sentences):
            return _above_markers(marks, index, start)
    return len(lines)


def _without_teasers(lines: Sequence[Line], start: int, sentences: Sequence[int]) -> Sequence[int]:
    """The sentences but for the beginnings of other stories, which a page cuts off with stops: the
    text above says hardly a word of them.
    """
    if not any(lines[i].cut_off for i in sentences[1:]):
        return sentences  # as in most texts
    whole = [i for i in sentences if not lines[i].cut_off]
    told = words.stems(*(lines[i].text for i in (start - 1, *whole)))
    return [i for i in sentences if i in whole or not _is_of_other(lines[i], told)]


def _is_of_other(line: Line, told: frozenset[str]) -> bool:
    said = words.stems(line.text)
    return len(said & told) <= _OTHER * len(said)


def _is_glued(line: Line) -> bool:
    """A sentence behind whose stop something is glued, as tags are."""
    return line.words >= _GLUED_WORDS and _GLUED_STOP.search(line.text) is not None


def _is_last(lines: Sequence[Line], index: int, sentences: Sequence[int]) -> bool:
    """No sentence follows, and some lines do; or only sentences that are of another story."""
    below = [i for i in sentences if i > index]
    if not below:
        return index < len(lines) - _END_LINES
    above = [i for i in sentences if i < index]
    text = words.stems(*(lines[i].text for i in above))
    return len(above) > 1 and all(_is_of_other(lines[i], text) for i in below)


def _has_left(marks: Sequence[bool], sentences: Sequence[int], index: int) -> bool:
    """No sentence follows a marker, or none soon, or as many other markers do first."""
    behind = bisect_right(sentences, index)
    following = sentences[behind] if behind < len(sentences) else len(marks)
    near = sum(marks[index : min(index + _NEXT_LINES, following)])
    return following == len(marks) or following - index > _NEXT_LINES or near >= _MARKERS


def _goes_on(lines: Sequence[Line], start: int, index: int, sentences: Sequence[int]) -> bool:
    """Below what pages show amid their articles too follow two of the text's paragraphs, whole,
    perhaps with a heading above them, or pictures between; and some of what they say, it says.
    """
    behind = bisect_right(sentences, index)
    if _goes_on_far(lines, start, index, sentences):
        return True
    below = sentences[behind : behind + _PARAGRAPHS]
    if len(below) < _PARAGRAPHS or below[1] - below[0] > _NEXT_LINES:
        return False
    if not all(_is_whole(lines[at]) for at in below):
        return False
    bar = [line for line in lines[index : below[0]] if not boilerplate.stands_amid(line.text)]
    if len(bar) > _PARAGRAPHS or any(map(str.isdigit, "".join(line.text for line in bar))):
        return False
    if any(boilerplate.marks_tail(line.text) for line in lines[below[0] + 1 : below[1]]):
        return False
    told = words.stems(*(lines[i].text for i in (start - 1, *sentences[:behind])))
    said = words.stems(*(lines[at].text for at in below))
    return len(said & told) >= _SAID_TOO


def _goes_on_far(lines: Sequence[Line], start: int, index: int, sentences: Sequence[int]) -> bool:
    """Below whatever a page shows amid its article, be it ever so much, three whole paragraphs or
    more follow, of which the first and half of the others go on with «و», as no other story's
    first does; and they say some of what the text above says. They are no readers'.
    """
    behind = bisect_right(sentences, index)
    whole = [lines[at] for at in sentences[behind:] if _is_whole(lines[at])]
    going = [line.text.startswith(_AND) for line in whole]
    if len(whole) < _FAR or not going[0] or 2 * sum(going) < len(going):
        return False
    if any(_COMMENTS in line.text for line in lines[index : sentences[behind]]):
        return False
    told = words.stems(*(lines[i].text for i in (start - 1, *sentences[:behind])))
    return len(told & words.stems(*(line.text for line in whole))) >= _SAID_TOO


def _is_whole(line: Line) -> bool:
    return line.words >= _PARAGRAPH and line.stops and not line.cut_off


def _are_stories(lines: Sequence[Line], start: int, index: int, sentences: Sequence[int]) -> bool:
    """Below a marker, each sentence begins as a story does, or the text has hardly a word of it;
    and it has its headline above it.
    """
    behind = bisect_right(sentences, index)
    if not all(at > index + 1 and _is_below_headline(lines, at) for at in sentences[behind:]):
        return False
    told = words.stems(*(lines[i].text for i in (start - 1, *sentences[:behind])))
    return all(
        begins_story(lines[at].text) or _is_of_other(lines[at], told) for at in sentences[behind:]
    )


def _is_below_headline(lines: Sequence[Line], at: int) -> bool:
    above, line = lines[at - 1], lines[at]
    return above.words in _HEADLINE_WORDS and not above.ends and not line.text.startswith(_AND)


def _above_markers(marks: Sequence[bool], index: int, start: int) -> int:
    """What stands right above a label of comments is no article's either, if it is a marker."""
    while marks[index - 1] and index - 1 > start:
        index -= 1
    return index


def _are_comments(lines: Sequence[Line], index: int, sentences: Sequence[int]) -> bool:
    """Below a label such as «التعليقات (2)», after an article of two paragraphs or more, whatever
    is said has above it the name of who says it.
    """
    if not boilerplate.announces_comments(lines[index].text):
        return False
    before = sum(1 for at in sentences if at < index)
    said = [at for at in sentences if at > index]
    return before > 1 and all(
        at - 1 > index and not lines[at - 1].sentence and _may_name(lines[at - 1]) for at in said
    )


def _may_name(line: Line) -> bool:
    """A name, or one with its number and its day: «#2 - سامي - 11-01-2009 10:40»."""
    numbered = any(map(str.isdigit, line.text))
    return line.words <= _NAME_WORDS + _DAY_WORDS * numbered
