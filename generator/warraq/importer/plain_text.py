"""Text files: nothing but lines."""

from datetime import date

from warraq.importer import decoding, language, lines
from warraq.importer.document import Cut, Document
from warraq.importer.fields import Fields


def read(data: bytes, _file: str, _today: date, _fields: Fields) -> Document:
    """Read a file's bytes as lines of text; decoding.UndecodableError where they are none."""
    decoded = decoding.decode(data)
    found, cuts, doubts, arabic = of(decoded.text)
    return Document(found, decoded.encoding, arabic, cuts=cuts, doubts=(*decoded.doubts, *doubts))


def of(text: str) -> tuple[tuple[lines.Line, ...], tuple[Cut, ...], tuple[str, ...], bool]:
    """The lines of a text, its lines that were repaired as they were, what is doubtful, and whether
    it is Arabic.
    """
    arabic = language.is_arabic(text)
    repaired = tuple(Cut(number, line, "repaired") for number, line in lines.shaped(text))
    clean = lines.repair(text, joiners=not arabic)
    doubts = ["presentation forms"] if repaired else []
    if arabic and language.is_reversed(clean):
        doubts.append("visual order")
    return lines.split(clean), repaired, tuple(doubts), arabic
