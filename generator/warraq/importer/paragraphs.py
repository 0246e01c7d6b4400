"""The lines of a body as Markdown: paragraphs, sub-headings, lists, verse."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from warraq import markdown
from warraq.importer import headings
from warraq.importer.lines import Line

_BULLET: Final = re.compile(r"([-–—*•·▪◦●])\s+(?=\S)|([•▪◦●])(?=\S)")
_VERSE_WORDS: Final = 10
_ITEM_WORDS: Final = 40


def write(lines: Sequence[tuple[Line, bool]]) -> str:
    """Markdown of a body's lines; each comes with whether it is a sub-heading.

    A line is a paragraph. Several short ones that follow one another without blank lines and do not
    end as sentences do stay lines of one paragraph, as in a poem; several that begin with the same
    bullet are a list. Lines that their file marks as items or as a quotation are that.
    """
    blocks: list[str] = []
    index = 0
    while index < len(lines):
        line, heading = lines[index]
        if heading:
            blocks.append(f"## {markdown.escape(headings.without_star(line.text))}")
            index += 1
            continue
        for block in (_marked, _list, _verse):
            if taken := block(lines, index):
                break
        else:
            taken = ((line,), markdown.escape(line.text))
        blocks.append(taken[1])
        index += len(taken[0])
    return "\n\n".join(blocks)


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


def _list(lines: Sequence[tuple[Line, bool]], start: int) -> Block | None:
    """Three items or more with the same mark; two, where a colon announces them."""
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
    return tuple(items), "\n".join(
        f"- {markdown.escape(_BULLET.sub('', i.text, 1))}" for i in items
    )


def _verse(lines: Sequence[tuple[Line, bool]], start: int) -> Block | None:
    """Three lines or more, short, none of which ends a sentence but perhaps the last; two, where a
    colon announces them or others stand beside them. A caption and a heading are two paragraphs.
    """
    taken = _short_run(lines, start)
    if len(taken) < 2 or sum(1 for line in taken if line.ends) * 3 > len(taken):
        return None
    beside = (at for at in (start - 2, start + 2) if 0 <= at < len(lines))
    if len(taken) == 2 and not (
        _is_announced(lines, start) or any(len(_short_run(lines, at)) > 1 for at in beside)
    ):
        return None
    return tuple(taken), markdown.escape("\n".join(line.text for line in taken))


def _short_run(lines: Sequence[tuple[Line, bool]], start: int) -> list[Line]:
    """Short lines of words that follow one another without a blank line or an announcement."""
    taken: list[Line] = []
    for at in range(start, len(lines)):
        line, heading = lines[at]
        if heading or line.mark or line.words > _VERSE_WORDS or (taken and line.gap) or line.piece:
            break
        if line.text.endswith(":") or not any(map(str.isalpha, line.text)):
            break
        taken.append(line)
    return taken


def _is_announced(lines: Sequence[tuple[Line, bool]], start: int) -> bool:
    return start > 0 and lines[start - 1][0].text.endswith(":")
