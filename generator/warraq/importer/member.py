"""A member: one text of a file that may hold many. Which files are looked at, and how large."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 64 << 20
"""Bytes of the largest text, row or file in an archive that is read, but for tables."""

ROWS: Final = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson"})
"""Endings of files that hold a text a row."""
_TABLES: Final = tuple(ROWS)

OTHERS: Final[Mapping[str, str]] = {
    ".pdf": "pdf",
    ".doc": "word",
    ".docx": "word",
    ".odt": "word",
    ".pages": "word",
    ".rtf": "word",
    ".wpd": "word",
    ".wps": "word",
    ".xls": "sheet",
    ".xlsx": "sheet",
    ".ods": "sheet",
    ".xml": "export",
    ".mht": "web archive",
    ".mhtml": "web archive",
    ".webarchive": "web archive",
    ".rar": "archive",
    ".7z": "archive",
    ".gz": "archive",
    ".tar": "archive",
    ".tgz": "archive",
    ".jpg": "picture",
    ".jpeg": "picture",
    ".png": "picture",
    ".gif": "picture",
    ".heic": "picture",
    ".webp": "picture",
    ".bmp": "picture",
    ".tif": "picture",
    ".tiff": "picture",
}
"""Documents that people take for texts, and why each is refused: by name, so that none is
overlooked and none is opened."""

ENDINGS: Final = (".txt", ".html", ".htm", ".md", *sorted(ROWS), ".zip", *OTHERS)
"""Of the files that an import looks at, in folders and in archives."""


@dataclass(frozen=True, slots=True)
class Member:
    """One text, or one that was refused."""

    name: str
    """The file's name and, after a slash, the path in the archive; after a # sign, the row."""
    data: bytes
    """The text's bytes; of a row, its values as JSON with sorted keys. Empty if it is refused."""
    refused: str = ""
    """A key of `report.REASONS`."""
    encoding: str = ""
    """Of the table that a row is from, which its own bytes do not tell any more."""
    original: bytes = b""
    """The name in the archive as its bytes are, where it was not UTF-8."""
    line: int = 0
    """Of the table, counted from 1, where a row begins; 0 for what has none."""


class TooLargeError(Exception):
    """A text is larger than LIMIT."""


class Wanted:
    """Which members are asked for: those with the names given, or all where none is given."""

    def __init__(self, names: Collection[str] = ()) -> None:
        self._names = frozenset(names)
        self._holders = frozenset(holder for name in names for holder in holders(name))

    def __contains__(self, name: str) -> bool:
        """Whether the member of this name is asked for, or one that it holds."""
        return not self._names or name in self._names or name in self._holders


def table_of(name: str) -> str:
    """The table of a member that is a row of one; '' of any other."""
    table, _, row = name.rpartition("#")
    return table if table.lower().endswith(_TABLES) and "/" not in row else ""


def holders(name: str) -> Iterator[str]:
    """The names that what holds this member may have: the table of a row, archives and folders."""
    if table := table_of(name):
        yield table
    while name := name.rpartition("/")[0]:
        yield name


_COMPANION: Final = re.compile(
    r"([^/]+)[_.-](?:files|fichiers|archivos|dateien|ملفات)/", re.IGNORECASE
)


def is_companion(address: str) -> bool:
    """An address in a page leads to what a browser saved beside it."""
    return _COMPANION.search(address) is not None


class Companions:
    """What a browser saves beside a page, in a folder of the page's name: pictures, scripts, frames
    of advertisements. None of it is a text.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """`names` of all files, pages among them."""
        self._pages = frozenset(
            name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))
        )

    def __bool__(self) -> bool:
        """Whether there may be any: no pages, no companions."""
        return self._pages != frozenset()

    def __contains__(self, name: str) -> bool:
        """Whether the file lies in a folder that belongs to a page beside it."""
        return bool(self) and any(
            name[: match.end(1)] in self._pages for match in _COMPANION.finditer(name)
        )
