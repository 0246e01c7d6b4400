"""Tables and exports: a text a row.

Rows come one by one, so that a table may be of any size; a JSON array, which has no lines, is read
whole. A row that cannot be read is refused by its line, and those after it are read.
"""

import csv
import io
import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import IO, Any, Final

from warraq.importer import decoding
from warraq.importer.fields import DEEPEST, Fields, is_deep
from warraq.importer.member import LIMIT, Member, TooLargeError, Wanted

LARGEST_ARRAY: Final = 1 << 29
"""Characters of the largest .json file that is read."""
_SAMPLE: Final = 1 << 16
_UNSAFE_ID: Final = re.compile(r"[\s\x00-\x1f\x7f/\\#]+")
_ID_LENGTH: Final = 80
_NEEDED: Final = frozenset({"title", "text"})
_PYTHON_NAMES: Final = {
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859_6",
    "mac-arabic": "mac_arabic",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, or one that was refused."""

    line: int
    """On which it begins, counted from 1; 0 where rows have no lines."""
    values: Mapping[str, Any] = field(default_factory=dict)
    refused: str = ""
    """A key of `report.REASONS`."""


def rows(file: IO[bytes], fields: Fields, name: str, wanted: Wanted) -> Iterator[Member]:
    """The rows of a table or an export; what is no such thing is refused as a whole."""
    head = file.read(_SAMPLE)
    if kind := decoding.kind_of(head):
        yield Member(name, b"", kind)
        return
    if not head.strip(b" \t\r\n\0"):
        yield Member(name, b"", "empty")
        return
    try:
        encoding, codec = _encoding(head, file)
    except decoding.UndecodableError as error:
        yield Member(name, b"", error.reason)
        return
    file.seek(0)
    text = io.TextIOWrapper(file, codec, errors="replace", newline="")
    names = _Names(name, fields)
    try:
        found = _reader(PurePosixPath(name).suffix.lower(), fields)(text)
        for member in _members(found, names, encoding):
            if member.name in wanted:
                yield member
        if names.count == 0:
            yield Member(name, b"", "empty")
    except _NoFieldsError:
        yield Member(name, b"", "no fields")
    except _WholeError as error:
        yield Member(name, b"", error.reason, line=error.line)
    finally:
        text.detach()


def _reader(ending: str, fields: Fields) -> Callable[[IO[str]], Iterator[Row]]:
    if ending == ".csv":
        return _table
    if ending == ".tsv":
        return partial(_table, delimiter="\t")
    return partial(_json, fields=fields) if ending == ".json" else _json_lines


class _NoFieldsError(Exception):
    """No column of a table is known to hold a title or a text."""


class _WholeError(Exception):
    """A file as a whole cannot be read; `reason` is a key of `report.REASONS`."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def _members(found: Iterable[Row], names: "_Names", encoding: str) -> Iterator[Member]:
    for row in found:
        refused = row.refused or ("deep" if is_deep(row.values) else "")
        if refused:
            yield Member(names.of({}), b"", refused, line=row.line)
            continue
        if (
            names.good == 0
            and not names.fields.sort(dict.fromkeys(row.values, "?")).keys() & _NEEDED
        ):
            raise _NoFieldsError
        filled = {column: value for column, value in row.values.items() if value not in ("", None)}
        if filled:
            names.good += 1
            data = json.dumps(filled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            encoded = data.encode("utf-8", "backslashreplace")
            yield Member(names.of(filled), encoded, encoding=encoding, line=row.line)


class _Names:
    """Names the rows of one file, each by its own id if it has one, so that rows put above it do
    not rename it; by its number otherwise. The ids are kept as digests: 100 bytes a row.
    """

    def __init__(self, file: str, fields: Fields) -> None:
        self.file = file
        self.fields = fields
        self.count = 0
        """Rows, refused ones too."""
        self.good = 0
        """Rows that are none of those."""
        self._taken: set[int] = set()

    def of(self, row: Mapping[str, Any]) -> str:
        """The name of the next row."""
        self.count += 1
        column = self.fields.sort(row).get("id")
        if column is None:
            return f"{self.file}#{self.count}"
        own = _UNSAFE_ID.sub("-", str(row[column]).strip())[:_ID_LENGTH] or str(self.count)
        if hash(own) in self._taken:
            return f"{self.file}#{own} ({self.count})"
        self._taken.add(hash(own))
        return f"{self.file}#{own}"


def _encoding(head: bytes, file: IO[bytes]) -> tuple[str, str]:
    """The encoding of a table, by its name in the report and to Python.

    All of it is read once, in pieces, for a table may be plain Latin for its first thousand rows.
    """
    for mark, name in (
        (BOM_UTF8, "utf-8"),
        (BOM_UTF16_LE, "utf-16-le"),
        (BOM_UTF16_BE, "utf-16-be"),
    ):
        if head.startswith(mark):
            return name, "utf-8-sig" if name == "utf-8" else "utf-16"
    decoder = getincrementaldecoder("utf-8")()
    telling = b""
    piece, valid = head, True
    while piece:
        try:
            decoder.decode(piece)
        except UnicodeDecodeError:
            valid = False
        if not telling.strip() and not piece.isascii():
            telling = piece[max(0, _first_high(piece) - 200) :]
        if not valid:
            break
        piece = file.read(_SAMPLE)
    if valid and b"\0" not in head:
        return "utf-8", "utf-8"
    found = decoding.decode(_whole_lines(telling or head)).encoding.partition(" read as ")[0]
    return found, _PYTHON_NAMES.get(found, found)


def _first_high(data: bytes) -> int:
    return next(index for index, byte in enumerate(data) if byte > 0x7F)


def _whole_lines(data: bytes) -> bytes:
    """Without a last line that may be cut in mid letter."""
    cut = data.rfind(b"\n")
    return data[: cut + 1] if cut > 0 and b"\0" not in data else data[: len(data) & ~1]


def _table(file: IO[str], delimiter: str = "") -> Iterator[Row]:
    """The rows of a table as spreadsheets and databases write it; the first names the columns."""
    csv.field_size_limit(LIMIT)
    lines = _Lines(file)
    first = next(lines, "").lstrip("\ufeff")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, first = first[4], next(lines, "")
    delimiter = delimiter or max(",;\t|", key=lambda sign: _outside_quotes(first).count(sign))
    lines.again([first])
    header: list[str] = []
    whole = True
    while True:
        lines.begin()
        try:
            cells = next(csv.reader(lines, delimiter=delimiter, strict=True), None)
        except csv.Error:
            cells = _unquoted(lines, delimiter, len(header))
            whole = cells != []
        except TooLargeError:
            yield Row(lines.start, refused="too large")
            return
        if cells is None:
            return
        # After a row that could not be read come perhaps more lines of it.
        whole = whole or (len(cells) == len(header) and _paired(lines.taken[0]))
        if not whole:
            yield Row(lines.start, refused="quotation marks")
        elif not header:
            header = _columns(cells)
        elif cells:
            names = chain(header, (f"column {n}" for n in range(len(header) + 1, len(cells) + 1)))
            values = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
            yield Row(lines.start, values)


def _unquoted(lines: "_Lines", delimiter: str, columns: int) -> list[str]:
    """The cells of a row whose quotation marks belong to its text, if it is that; the lines below
    it, which an open mark has swallowed, are to be read again.
    """
    row, *below = lines.taken
    lines.again(below)
    cells = next(csv.reader([row], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
    return cells if not below and len(cells) == columns and _paired(row) else []


def _paired(line: str) -> bool:
    return line.count('"') % 2 == 0


class _Lines:
    """The lines of a file, counted; those of the row that is being read can be read again."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._again: list[str] = []
        self.number = 0
        """Lines read so far."""
        self.start = 1
        """The first line of the row."""
        self.taken: list[str] = []
        """The row's lines."""

    def begin(self) -> None:
        """A row begins."""
        self.start, self.taken = self.number + 1, []

    def again(self, lines: list[str]) -> None:
        """Give back the last lines that were read."""
        self._again = [*reversed(lines), *self._again]
        self.number -= len(lines)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else _bounded(self._file)
        if not line:
            raise StopIteration
        self.number += 1
        self.taken.append(line)
        return line


def _bounded(file: IO[str]) -> str:
    """The next line, '' at the end; TooLargeError where it is longer than a text may be."""
    line = file.readline(LIMIT)
    if len(line) == LIMIT:
        raise TooLargeError
    return line


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _columns(header: list[str]) -> list[str]:
    """The names of columns; one without a name is called by its number, as is the second of two."""
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        name = " ".join(cell.split())
        names.append(name if name and name not in names else f"{name} column {number}".strip())
    return names


def _json_lines(file: IO[str]) -> Iterator[Row]:
    number = 0
    while True:
        number += 1
        try:
            line = _bounded(file)
        except TooLargeError:
            yield Row(number, refused="too large")
            return
        if not line:
            return
        text = line.strip().lstrip("\ufeff")
        if not text:
            continue
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            value = None
        yield from _objects(value, number)


def _json(file: IO[str], fields: Fields) -> Iterator[Row]:
    """An array of objects, an object that holds one, one object, or objects line by line."""
    text = file.read(LARGEST_ARRAY + 1).lstrip("\ufeff")
    if len(text) > LARGEST_ARRAY:
        raise _WholeError("too large", 0)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and text[: error.pos].lstrip().startswith("{"):
            yield from _json_lines(io.StringIO(text))
            return
        yield from _undamaged(text, error)
        return
    except RecursionError:
        raise _WholeError("damaged", 0) from None
    if (
        isinstance(value, Mapping)
        and not is_deep(value)
        and not fields.sort(value).keys() & _NEEDED
    ):
        value = max(_lists(value), key=lambda items: _told(items, fields), default=value)
    yield from _objects(value, 0)


def _undamaged(text: str, error: json.JSONDecodeError) -> Iterator[Row]:
    """The objects of an array before the place where it is damaged, and that place."""
    decoder, place = json.JSONDecoder(), text.find("[") + 1
    found: list[Row] = []
    while place and (start := _SPACE.match(text, place)):
        try:
            value, place = decoder.raw_decode(text, start.end())
        except (ValueError, RecursionError):
            break
        if not isinstance(value, Mapping):
            break
        found.append(Row(0, value))
    if not found:
        raise _WholeError("damaged", error.lineno) from None
    yield from found
    yield Row(error.lineno, refused="damaged")


_SPACE: Final = re.compile(r"[\s,]*")


def _lists(value: Any, depth: int = 0) -> Iterator[list[Any]]:
    """The lists of objects that an export holds."""
    if depth > DEEPEST or not isinstance(value, list | Mapping):
        return
    if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        yield value
    for inner in value if isinstance(value, list) else value.values():
        yield from _lists(inner, depth + 1)


def _told(items: Sequence[Mapping[str, Any]], fields: Fields) -> tuple[int, int]:
    """How many objects have a text, and how many a title: the articles are where most have."""
    known = [fields.sort(item) for item in items if not is_deep(item)]
    return sum("text" in names for names in known), sum("title" in names for names in known)


def _objects(value: Any, line: int) -> Iterator[Row]:
    for item in value if isinstance(value, list) else [value]:
        yield Row(line, item) if isinstance(item, Mapping) else Row(line, refused="no object")
