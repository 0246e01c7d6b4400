"""Text files: lines, and perhaps a head with labels above them, or tags of HTML or of a corpus."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from warraq.importer import (
    captions,
    corpora,
    decoding,
    doubled,
    escapes,
    fields as columns,
    glued,
    labels,
    language,
    lines,
    markup,
    numbered_links,
    sheets,
    torn,
    typed_marks,
    wrapping,
)
from warraq.importer.document import NO_FACTS, Cut, Document, Facts
from warraq.importer.fields import Fields

_SPILLED: Final = 6
"""Lines of the longest description that a program puts on top of a page."""


def read(data: bytes, _file: str, today: date, fields: Fields) -> Document:
    """Read a file's bytes as lines of text; decoding.UndecodableError where they are none."""
    decoded = decoding.decode(data)
    text, wrapped = decoded.text, corpora.is_wrapped(decoded.text)
    if wrapped:
        text = "\n".join(lines.rows_of(text))
    head = corpora.head(text, fields) if wrapped else labels.head(text, fields)
    if not head.rows:
        return _document(decoded, text, wrapped=wrapped)
    told = columns.read(head.row, fields, today)
    found = _document(decoded, head.rest, told.facts, wrapped=wrapped)
    cuts = (*head.cuts(told.rules), *found.cuts)
    return replace(found, cuts=cuts, doubts=(*found.doubts, *told.doubts))


def _document(
    decoded: decoding.Decoded, text: str, facts: Facts = NO_FACTS, *, wrapped: bool
) -> Document:
    tagged: tuple[Cut, ...] = ()
    if wrapped or markup.is_tagged(text):
        without_tags = markup.without_any_tags if wrapped else markup.without_tags
        rows = text.splitlines()
        shown = markup.without_programs("\n".join(rows))
        tagged = tuple(
            Cut(number, row.strip(), "repaired")
            for number, (row, rest) in enumerate(zip(rows, shown.split("\n"), strict=True), 1)
            if row.strip() and without_tags(rest) != row
        )
        text = without_tags(shown)
    found, cuts, doubts, arabic = of(text)
    spilled = _spilled(found)
    cuts = (*cuts, *(Cut(line.number, line.text, "lead again") for line in found[:spilled]))
    found = found[spilled:]
    arabic = arabic if found else language.is_arabic(facts.title)
    return Document(
        found,
        decoded.encoding,
        arabic,
        facts,
        cuts=(*tagged, *cuts),
        doubts=(*decoded.doubts, *doubts),
    )


def _spilled(found: Sequence[lines.Line]) -> int:
    """How many lines are a page's description for machines that spilled over its top: its text's
    first, up to one that is cut off and closed by «">».
    """
    ends = (
        i for i, line in enumerate(found[:_SPILLED]) if line.text.endswith(('">', '"/>', '" />'))
    )
    if (last := next(ends, -1)) < 0 or "<" in found[last].text:
        return 0
    below = [line.key for line in found[last + 1 :]]
    begins = found[last].key
    said = all(line.key in below for line in found[:last])
    return last + 1 if begins and said and any(key.startswith(begins) for key in below) else 0


def of(text: str) -> tuple[tuple[lines.Line, ...], tuple[Cut, ...], tuple[str, ...], bool]:
    """The lines of a text, its lines that were repaired as they were, what is doubtful, and whether
    it is Arabic.
    """
    meant = escapes.read(text)
    arabic = language.is_arabic(meant)
    clean = lines.repair(meant, joiners=not arabic)
    shaped = lines.is_shaped(meant)
    repaired = tuple(_repaired(text, meant)) if shaped or text != meant else ()
    doubts = ["presentation forms"] if shaped else []
    if arabic and language.is_reversed(clean):
        doubts.append("visual order")
    split = lines.split(clean)
    if edges := sheets.edges(split):
        repaired = (*repaired, *(Cut(split[at].number, split[at].text, "menu") for at in edges))
        split = tuple(line for at, line in enumerate(split) if at not in edges)
    if (end := numbered_links.listed(split)) < len(split):
        bare = numbered_links.without(split[:end])
        repaired = (*repaired, *_of_links(split, bare, end))
        split = bare
    found = captions.with_labels(torn.joined(wrapping.undone(split, clean)))
    found = doubled.parted(found)
    unmarked = typed_marks.read(found)
    repaired = (*repaired, *_without_marks(found, unmarked))
    return glued.parted(unmarked) if arabic else unmarked, repaired, tuple(doubts), arabic


def _of_links(typed: Sequence[lines.Line], bare: Sequence[lines.Line], end: int) -> Iterator[Cut]:
    """The lines that had links' numbers, as they were, and the list of addresses below them."""
    kept = {(line.number, line.text) for line in bare}
    for line in typed[:end]:
        if (line.number, line.text) not in kept:
            yield Cut(line.number, line.text, "repaired")
    for line in typed[end:]:
        yield Cut(line.number, line.text, "menu")


def _without_marks(typed: Sequence[lines.Line], read: Sequence[lines.Line]) -> Iterator[Cut]:
    """The lines, as they were, whose marks of Markdown are read."""
    for line, unmarked in zip(typed, read, strict=True):
        if line.text != unmarked.text:
            yield Cut(line.number, line.text, "repaired")


def _repaired(text: str, meant: str) -> Iterator[Cut]:
    """The lines, as they are in the file, whose escapes or shapes of letters are read."""
    rows = zip(lines.rows_of(text), lines.rows_of(meant), strict=True)
    for number, (row, read_row) in enumerate(rows, 1):
        if row != read_row or lines.is_shaped(row):
            yield Cut(number, row, "repaired")
