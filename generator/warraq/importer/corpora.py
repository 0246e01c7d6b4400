"""The wrapper that a corpus puts around each text: SGML of newswire and of TREC, TimeML.

Where a text begins with one, its tags are markup whatever their names. A text that merely holds
`<name>` somewhere keeps it.
"""

import re
from collections.abc import Iterator
from typing import Final

from warraq.importer import markup
from warraq.importer.fields import Fields
from warraq.importer.labels import Head, Row

_PROLOG: Final = re.compile(r"<(?:\?xml\s|!doctype\s(?!\s*html)|doc[\s>])", re.IGNORECASE)
_ROOT: Final = re.compile(r"<([A-Za-z][\w.-]*)(?:\s[^<>]*)?>")
_PAGE: Final = re.compile(r"<html[\s>]", re.IGNORECASE)
_BEGINNING: Final = 500
"""Characters in which a page that begins as XML says that it is one."""
_LEAF: Final = re.compile(r"<([A-Za-z][\w.-]*)(?:\s[^<>]*)?>([^<>]*)</\1\s*>")
_OPENING: Final = re.compile(r"<([A-Za-z][\w.-]*)(?:\s[^<>]*)?>")
_LEAST: Final = 1 / 4
"""Of a file, what the element of its text holds, tags and all."""
_AROUND: Final = frozenset({"header", "footer"})
"""Elements that are beside a corpus's text, though HTML knows them."""


def is_wrapped(text: str) -> bool:
    """The text begins as a corpus begins its texts; or one element, no page's, is around it."""
    if "<" not in text[:_BEGINNING]:
        return False
    text = text.strip().lstrip("\ufeff")
    if _PROLOG.match(text):
        return _PAGE.search(text[:_BEGINNING]) is None
    root = _ROOT.match(text)
    return root is not None and not markup.is_html(root[1]) and text.endswith(f"</{root[1]}>")


def head(text: str, fields: Fields) -> Head:
    """Part a text from the elements beside it, as its headline, its day and its number. Where it
    has no element of its own, as in a file of several texts, they stay lines.
    """
    openings = [one for one in _OPENING.finditer(text) if fields.name(one[1]) == "text"]
    if not openings:
        return Head(rest=text)
    own = openings[-1]
    start, end = own.start(), text.rfind(f"</{own[1]}")
    several = sum(one[1] == own[1] for one in openings) > 1
    if several or end - start < _LEAST * len(text):
        return Head(rest=text)
    values: dict[str, str] = {}
    rows: list[Row] = []
    rest: list[str] = []
    at = 0
    for leaf in _LEAF.finditer(text):
        label, value = leaf[1], " ".join(leaf[2].split())
        name = fields.name(label)
        shown = not name and label.lower() not in _AROUND and markup.is_html(label)
        if shown or start <= leaf.start() < end:
            continue
        if name:
            values.setdefault(label, value)
        rows += _rows(text, leaf, name)
        rest += (text[at : leaf.start()], "\n" * leaf[0].count("\n") or " ")
        at = leaf.end()
    return Head(values, tuple(rows), "".join((*rest, text[at:])))


def _rows(text: str, leaf: re.Match[str], name: str) -> Iterator[Row]:
    """The lines of an element."""
    first = text.count("\n", 0, leaf.start()) + 1
    for number, line in enumerate(leaf[0].split("\n"), first):
        if shown := " ".join(line.split()):
            yield Row(number, shown, leaf[1], name)
