"""Rows of tables and exports: their columns state facts; the text is read like any other."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from warraq.importer import decoding, fields as columns, language, markup, plain_text
from warraq.importer.document import Cut, Document
from warraq.importer.fields import Fields
from warraq.importer.lines import Line

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read(data: bytes, _file: str, today: date, fields: Fields) -> Document:
    """Read a row as `containers` gives it: a JSON object.

    decoding.UndecodableError where no column of it is known to hold a title or a text.
    """
    try:
        row = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise decoding.UndecodableError("damaged") from None
    if not isinstance(row, Mapping):
        raise decoding.UndecodableError("no fields")
    if columns.is_deep(row):
        raise decoding.UndecodableError("deep")
    values = _readable(row)
    broken = "\ufffd" in json.dumps(values, ensure_ascii=False)
    told = columns.read(values, fields, today)
    if not told.facts.title and not told.text.strip():
        known = {fields.name(column) for column in values}
        raise decoding.UndecodableError("empty" if known & {"title", "text"} else "no fields")
    lines, cuts, doubts, arabic = lines_of(told.text, told.facts.title)
    return Document(
        lines,
        "utf-8",
        arabic,
        told.facts,
        cuts=(*told.cuts, *cuts),
        doubts=(*(("broken characters",) if broken else ()), *told.doubts, *doubts),
    )


def lines_of(
    text: str, title: str = ""
) -> tuple[tuple[Line, ...], tuple[Cut, ...], tuple[str, ...], bool]:
    """As `plain_text.of`, of a text that may be HTML; where there is none, the title tells whether
    it is Arabic.
    """
    if not markup.is_markup(text):
        lines, cuts, doubts, arabic = plain_text.of(text)
        return lines, cuts, doubts, arabic if lines else language.is_arabic(title)
    blocks = markup.of_fragment(text)
    arabic = language.is_arabic("\n".join(block.text for block in blocks) or title)
    if not arabic:
        blocks = markup.of_fragment(text, joiners=True)
    return tuple(block.line(number) for number, block in enumerate(blocks, 1)), (), (), arabic


def _readable(value: Any) -> Any:
    """A value without halves of characters, its texts read again if their code page was wrong."""
    if isinstance(value, str):
        return decoding.repaired(_SURROGATE.sub("\ufffd", value))
    if isinstance(value, list):
        return [_readable(item) for item in value]
    if isinstance(value, Mapping):
        return {_readable(name): _readable(item) for name, item in value.items()}
    return value
