"""Texts that an editor or a mail program wrapped at a fixed width: their paragraphs, whole again.

A line that was wrapped ends where the next word did not fit. Where it would have fitted the break
is the writer's, as after a headline, a verse or a paragraph. So a width is believed only where it
explains most breaks in mid sentence, and what it does not explain stays; but where blank lines part
the paragraphs, a line that is nearly full and ends no sentence goes on in the next.
"""

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import groupby, pairwise
from typing import Final, TypeAlias

from warraq.importer.lines import Line, key, rows_of

_NARROWEST: Final = 40
_WIDEST: Final = 140
_MOST: Final = 3 / 4
_LEAST: Final = 3
"""Breaks in mid sentence that a width explains."""
_ENOUGH: Final = 6
"""Such breaks, from which on a few others may stand among them. Fewer are those of a paragraph."""
_HEAD: Final = 8
"""Lines of a head that may be wider than its text."""
_TORN: Final = 2
"""Paragraphs of lines about as wide, at least."""
_WIDE: Final = 3 / 4
_LEAST_MARKS: Final = 2
_INNER_MARK: Final = re.compile(r"[.،؛:؟!,]\s")
_INNER_END: Final = re.compile(r"[.؟!]\s")
_APART: Final = re.compile(r">|.*(?:\t|\S\s{3,}\S)")
"""A quotation of a mail, a row of a table, the halves of a verse: each is a line."""
_ITEM: Final = re.compile(r"[-–—*•·▪◦●◗►▶■◆♦➢➤✔]\s|\d+\s*[-.)]")
_VOWEL_SIGN: Final = re.compile("[\u064b-\u0652\u0670]")
_VOWEL_SIGNS: Final = re.compile("(?:\\w[\u064b-\u0652\u0670]+){3}")
"""On three letters that stand together, as in verses."""

_Blocks: TypeAlias = Sequence[Sequence[Line]]
"""Lines, those together that no blank line parts."""


def undone(lines: Sequence[Line], text: str) -> tuple[Line, ...]:
    """The lines of a text, those that were wrapped joined again."""
    if len(lines) > _LEAST and all(line.gap for line in lines[1:]):
        # blank lines part all, and tell nothing; four headlines may be as wide
        bare = _undone([line._replace(gap=False) for line in lines], text)
        if len(lines) - len(bare) < _ENOUGH:
            return tuple(lines)
        return tuple(line._replace(gap=True) for line in bare)
    blocks = _blocks(lines)
    joined = _blocks(_undone(lines, text))  # as many: nothing joins what a blank line parts
    joined = _mended(blocks, joined)
    return tuple(line for block in _mended(joined, joined) for line in block)


def _mended(blocks: _Blocks, others: _Blocks) -> _Blocks:
    """The others, but for those whose block was torn: it is one line."""
    torn = _torn([block if all(map(_is_narrow, block)) else () for block in blocks])
    pairs = enumerate(zip(blocks, others, strict=True))
    return [[_whole(block)] if at in torn else other for at, (block, other) in pairs]


def _undone(lines: Sequence[Line], text: str) -> list[Line]:
    rows: list[str] = []
    found: list[Line] = []
    for narrow, group in groupby(lines, _is_narrow):
        run = list(group)
        if narrow and len(run) > _LEAST:
            rows = rows or [row.rstrip() for row in rows_of(text)]
            found += _joined(run, rows)
        else:
            found += run
    return found


def _blocks(lines: Sequence[Line]) -> _Blocks:
    """What blank lines part."""
    starts = [0, *(i for i, line in enumerate(lines) if i and line.gap), len(lines)]
    return [lines[start:end] for start, end in pairwise(starts)]


def _is_narrow(line: Line) -> bool:
    return len(line.text) <= _WIDEST


def _joined(run: Sequence[Line], rows: Sequence[str]) -> Sequence[Line]:
    """A run as it was before it was wrapped: all of it, or those of its blocks that were."""
    if joined := _unwrapped(run, rows):
        return joined
    blocks = _blocks(run)
    if len(blocks) == 1:
        return _below_head(run, rows)
    return [line for block in blocks for line in _unwrapped(block, rows) or block]


def _below_head(run: Sequence[Line], rows: Sequence[str]) -> Sequence[Line]:
    """A run whose head has lines that are wider than those of the text below, as it was."""
    head = run[:_HEAD]
    while len(run) - len(head) > _ENOUGH and head:
        widest = max(range(len(head)), key=lambda at: len(rows[head[at].number - 1]))
        above = len(run) - len(run[widest + 1 :])
        if joined := _unwrapped(run[above:], rows):
            return [*run[:above], *joined]
        head = head[:widest]
    return run


def _torn(blocks: _Blocks) -> frozenset[int]:
    """Of blocks between blank lines, those that are a paragraph each, of lines about as wide, as
    somebody typed it, or a program set it in letters of different widths: none of its lines ends a
    sentence but the last. So are most of the blocks of such lines, and no verses.
    """
    several = {at: block for at, block in enumerate(blocks) if len(block) > 1}
    sentences = filter(_is_sentence, several.values())  # a headline may be wider
    widths = sorted(len(line.text) for block in sentences for line in block[:-1])
    width = widths[len(widths) // 2] if widths else 0
    wide = {at: block for at, block in several.items() if _is_wide(block, width)}
    torn = {at: block for at, block in wide.items() if _is_sentence(block)}
    breaks = sum(len(block) - 1 for block in torn.values())
    if width < _NARROWEST or breaks < _LEAST or len(torn) < max(_TORN, _MOST * len(wide)):
        return frozenset()
    lines = [line for block in torn.values() for line in block]
    marks = len(_INNER_MARK.findall(" ".join(line.text for line in lines)))
    return frozenset(torn) if marks >= len(torn) and not _rhymes(lines) else frozenset()


def _is_wide(block: Sequence[Line], width: int) -> bool:
    """All its lines but the last are, of those of their text, and none is an item of a list."""
    return all(len(line.text) >= _WIDE * width for line in block[:-1]) and not any(
        line.mark or line.piece or _ITEM.match(line.text) for line in block
    )


def _is_sentence(block: Sequence[Line]) -> bool:
    """Its last line ends one, and no other does."""
    return block[-1].ends and not any(line.ends or line.text[-1] == ":" for line in block[:-1])


def _whole(block: Sequence[Line]) -> Line:
    return block[0].saying(" ".join(line.text for line in block))


def _unwrapped(block: Sequence[Line], rows: Sequence[str]) -> list[Line]:
    """The lines of a block that were wrapped at one width joined again; [] where none is sure."""
    if len(block) <= _LEAST:
        return []
    typed = [rows[line.number - 1] for line in block]  # one row for all pieces of a line
    joins = _joins(block, typed)
    if not joins and any(map(_VOWEL_SIGN.search, set(typed))):  # some editors do not count them
        bare = {row: _VOWEL_SIGN.sub("", row) for row in set(typed)}
        joins = _joins(block, [bare[row] for row in typed])
    found: list[Line] = []
    for index, line in enumerate(block if joins else ()):
        if index - 1 in joins:
            found[-1] = found[-1].saying(f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found


def _joins(block: Sequence[Line], typed: Sequence[str]) -> frozenset[int]:
    """The indexes of lines that go on in the next one; none, if the block was not wrapped."""
    follow = [i for i in range(len(block) - 1) if _may_go_on(block, typed, i)]
    inner = [i for i in follow if not block[i].ends]
    text = " ".join(block[i].text for i in inner)
    prose = len(_INNER_MARK.findall(text)) * 2 >= len(inner) and not _VOWEL_SIGNS.search(text)
    wide = inner if prose else follow  # what ends may be a whole paragraph
    width = max((len(typed[i]) for i in wide), default=0)
    full = {
        i for i in follow if len(typed[i]) + 1 + len(block[i + 1].text.partition(" ")[0]) > width
    }
    if width < _NARROWEST or len(full) < _LEAST:
        return frozenset()
    cut = [i for i in inner if i in full]
    if len(cut) < _LEAST:
        return frozenset()
    within = range(cut[0], cut[-1] + 1)  # heads and menus above and below are not wrapped
    lines, share = block[cut[0] : cut[-1] + 2], len(cut) / sum(i in within for i in inner)
    sure = share >= _MOST if len(cut) >= _ENOUGH else share == 1 and _is_paragraph(lines)
    if not sure or _rhymes(lines):
        return frozenset()
    if len(cut) >= _ENOUGH and any(line.gap for line in lines):
        cut += [
            i for i in inner if i in within and len(typed[i]) >= _WIDE * width and i not in full
        ]
    if len(cut) >= _ENOUGH:
        cut += [i for i in inner if block[i].is_open and i not in cut]
    ends = [i for i in follow if i in within and block[i].ends]
    if _begin_below(ends, full, lines):
        ends = []
    indented = (i for i in ends if typed[i + 1][:1].isspace())
    begun = [i for i, row in enumerate(typed) if row[:1].isspace()]
    if len(begun) >= _LEAST:  # above the first paragraph nothing is wrapped
        cut = [i for i in cut if i >= begun[0]]
    return frozenset(cut).union(full.intersection(ends)).difference(indented)


def _may_go_on(block: Sequence[Line], typed: Sequence[str], index: int) -> bool:
    """No blank line, list or table parts a line from the next one."""
    below = block[index + 1]
    return not (
        below.gap
        or below.piece
        or _ITEM.match(below.text)
        or _APART.match(typed[index].strip())
        or _APART.match(typed[index + 1].strip())
    )


def _begin_below(ends: Sequence[int], full: Container[int], lines: Sequence[Line]) -> bool:
    """Where a line is full and ends a sentence, a paragraph ends: paragraphs end at line ends more
    often than sentences end within lines.
    """
    paragraphs = sum(i not in full for i in ends)
    return paragraphs > sum(len(_INNER_END.findall(line.text)) for line in lines)


def _is_paragraph(lines: Sequence[Line]) -> bool:
    """It ends as a sentence does and has marks inside, which headlines and verses have not."""
    text = " ".join(line.text for line in lines)
    return lines[-1].ends and len(_INNER_MARK.findall(text)) >= _LEAST_MARKS


def _rhymes(lines: Sequence[Line]) -> bool:
    """Most of the lines end in the same letter: verse, however even its lines."""
    letters = Counter(key(line.text)[-1:] for line in lines)
    return letters.most_common(1)[0][1] * 3 > len(lines) * 2
