"""The lines of a body as Markdown: paragraphs, sub-headings, lists, verse."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import accumulate, takewhile
from typing import Final, NamedTuple

from warraq import markdown
from warraq.importer import headings
from warraq.importer.lexicon import begins_story
from warraq.importer.lines import Line
from warraq.importer.unfinished import wants

_BULLET: Final = re.compile(
    r"([-–—*•·▪◦●◗►▶■◆♦➢➤✔])\ufe0f?\s+(?=\S)|([•▪◦●◗►▶■◆♦➢➤✔])\ufe0f?(?!\2)(?=\S)"
)
_BREAK: Final = re.compile(r"\*(?:\s?\*){2,}|[-–—ـ_=~]{5,}")
_VERSE_WORDS: Final = 10
_ITEM_WORDS: Final = 100
_TORN: Final = 8
"""Words of the shortest line whose sentence may go on below: verses are shorter."""


def write(lines: Sequence[tuple[Line, bool]]) -> str:
    """Markdown of a body's lines; each comes with whether it is a sub-heading.

    A line is a paragraph. Several short ones that follow one another without blank lines and do not
    end as sentences do stay lines of one paragraph, as in a poem; several that begin with the same
    bullet are a list. Lines that their file marks as items or as a quotation are that.
    """
    lines = _whole(lines)
    blocks: list[str] = []
    index, verse = 0, partial(_verse, _runs(lines))
    while index < len(lines):
        line, heading = lines[index]
        if heading:
            blocks.append(f"## {markdown.escape(headings.without_star(line.text))}")
            index += 1
            continue
        for block in (_marked, _break, _list, verse):
            if taken := block(lines, index):
                break
        else:
            taken = ((line,), markdown.escape(line.text))
        blocks.append(taken[1])
        index += len(taken[0])
    return "\n\n".join(blocks)


def _whole(lines: Sequence[tuple[Line, bool]]) -> Sequence[tuple[Line, bool]]:
    """The lines, of which one that ends in a preposition or the like goes on in the next."""
    torn = [at for at in range(len(lines) - 1) if _is_torn(lines, at)]
    if not torn:
        return lines  # as in nearly all texts
    found: list[tuple[Line, bool]] = []
    for at, (line, heading) in enumerate(lines):
        if at - 1 in torn:
            above, _ = found[-1]
            found[-1] = above.saying(f"{above.text} {line.text}"), False
        else:
            found.append((line, heading))
    return found


def _is_torn(lines: Sequence[tuple[Line, bool]], at: int) -> bool:
    """It is no verse, and what stands below ends the sentence and begins no story of its own, as
    below a text that was cut off.
    """
    (line, heading), (below, is_heading) = lines[at], lines[at + 1]
    return (
        line.words >= _TORN
        and wants(line)
        and below.ends
        and not (heading or is_heading or line.mark or below.mark)
        and not begins_story(below.text)
    )


Block = tuple[tuple[Line, ...], str]


def _marked(lines: Sequence[tuple[Line, bool]], start: int) -> Block | None:
    """Lines that follow one another with the mark of an item, or of a quotation."""
    mark = lines[start][0].mark
    if mark not in ("item", "quote"):
        return None
    rest = (lines[at][0] for at in range(start, len(lines)))
    taken = list(takewhile(lambda line: line.mark == mark, rest))
    texts = [markdown.escape(line.text) for line in taken]
    if mark == "item":
        return tuple(taken), "\n".join(f"- {text}" for text in texts)
    return tuple(taken), "\n>\n".join(f"> {text}" for text in texts)


def _break(lines: Sequence[tuple[Line, bool]], start: int) -> Block | None:
    """Stars or a rule between two parts of a text: a thematic break (CommonMark 0.31, 4.1)."""
    line = lines[start][0]
    return ((line,), "* * *") if _BREAK.fullmatch(line.text) else None


def _list(lines: Sequence[tuple[Line, bool]], start: int) -> Block | None:
    """Three items or more with the same mark; two, where a colon announces them. Those that blank
    lines part, or that are sentences, are paragraphs of their list.
    """
    first = _BULLET.match(lines[start][0].text)
    if not first:
        return None
    items: list[Line] = []
    for at in range(start, len(lines)):
        line, heading = lines[at]
        match = _BULLET.match(line.text)
        if heading or not match or match[0].strip() != first[0].strip() or line.words > _ITEM_WORDS:
            break
        items.append(line)
    if len(items) < (2 if _is_announced(lines, start) else 3):
        return None
    apart = any(line.gap or line.stops for line in items[1:])
    return tuple(items), ("\n\n" if apart else "\n").join(
        f"- {markdown.escape(_BULLET.sub('', i.text, 1))}" for i in items
    )


class _Runs(NamedTuple):
    """The runs of short lines in a body: by line, where the run that begins there ends, and how
    many lines before it end as sentences do.
    """

    stops: list[int]
    sentences: list[int]


def _runs(lines: Sequence[tuple[Line, bool]]) -> _Runs:
    """Short lines of words that follow one another without a blank line or an announcement. All
    are found in one pass: a run may be a book long.
    """
    stops = list(range(1, len(lines) + 1))
    facts = headings.facts([line for line, _ in lines])  # a paragraph each
    for at in range(len(lines) - 1, -1, -1):
        if at in facts or not _is_short(*lines[at]):
            stops[at] = at
        elif at + 1 < len(lines) and not lines[at + 1][0].gap:
            stops[at] = max(at + 1, stops[at + 1])
    return _Runs(stops, [0, *accumulate(line.ends for line, _ in lines)])


def _is_short(line: Line, heading: bool) -> bool:  # noqa: FBT001  # as they come
    if heading or line.mark or line.words > _VERSE_WORDS or line.piece:
        return False
    return not line.text.endswith(":") and any(map(str.isalpha, line.text))


def _verse(runs: _Runs, lines: Sequence[tuple[Line, bool]], start: int) -> Block | None:
    """Three lines or more, short, none of which ends a sentence but perhaps the last; two, where a
    colon announces them or others stand beside them. A caption and a heading are two paragraphs.
    """
    stop = runs.stops[start]
    ends = runs.sentences[stop] - runs.sentences[start]
    if stop - start < 2 or ends * 3 > stop - start:
        return None
    beside = (at for at in (start - 2, start + 2) if 0 <= at < len(lines))
    if stop - start == 2 and not (
        _is_announced(lines, start) or any(runs.stops[at] - at > 1 for at in beside)
    ):
        return None
    taken = tuple(lines[at][0] for at in range(start, stop))
    return taken, markdown.escape("\n".join(line.text for line in taken))


def _is_announced(lines: Sequence[tuple[Line, bool]], start: int) -> bool:
    return start > 0 and lines[start - 1][0].text.endswith(":")
