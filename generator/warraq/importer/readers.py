"""Who reads what: a source's bytes, by the ending of its name, as lines and facts."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from warraq.importer import fields as columns, markdown_files, plain_text, records, webpage
from warraq.importer.document import Document
from warraq.importer.fields import Fields
from warraq.importer.member import table_of

Reader: TypeAlias = Callable[[bytes, str, date, Fields], Document]

READERS: Final[Mapping[str, Reader]] = {
    ".html": webpage.read,
    ".htm": webpage.read,
    ".md": markdown_files.read,
}
"""By the ending of a name; rows of tables are records, and all other files are text, or what their
first characters say."""
_BEGINNINGS: Final[Mapping[bytes, Reader]] = {
    b"<!doctype html": webpage.read,
    b"<html": webpage.read,
}


def read(data: bytes, name: str, today: date, fields: Fields = columns.DEFAULT) -> Document:
    """Read a source's bytes; decoding.UndecodableError where they hold no text."""
    ending = PurePosixPath(name).suffix.lower()
    reader = records.read if table_of(name) else READERS.get(ending) or _of_beginning(data)
    return reader(data, name, today, fields)


def _of_beginning(data: bytes) -> Reader:
    """A page that was saved as a text is a page."""
    front = data[:40].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    pages = (reader for mark, reader in _BEGINNINGS.items() if front.startswith(mark))
    return next(pages, plain_text.read)
