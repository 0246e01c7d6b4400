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
"""By the ending of a name; rows of tables are records, and all other files are text."""


def read(data: bytes, name: str, today: date, fields: Fields = columns.DEFAULT) -> Document:
    """Read a source's bytes; decoding.UndecodableError where they hold no text."""
    ending = PurePosixPath(name).suffix.lower()
    reader = records.read if table_of(name) else READERS.get(ending, plain_text.read)
    return reader(data, name, today, fields)
