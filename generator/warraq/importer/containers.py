"""What one file on disk holds: itself, the files of a zip archive, the rows of a table.

Nothing is ever unpacked to disk: a member's name only serves the report. Tables and JSON lines are
read row by row, and zip archives file by file, so that memory stays flat whatever their size; a
JSON array, which has no lines, is read whole.
"""

import csv
import io
import json
import lzma
import re
import struct
import zipfile
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from warraq.importer import decoding, lines
from warraq.importer.fields import Fields
from warraq.importer.language import sense

LIMIT: Final = 64 << 20
"""Bytes of the largest text, row or file in an archive that is read, but for tables."""
RATIO: Final = 200
"""How many times larger than its packed form a file in an archive may be. Text packs 3 to 10 times
smaller; only bombs pack 1,000 times."""
_FREE: Final = 1 << 20
"""Bytes below which no ratio is suspicious."""
_DEEPEST: Final = 1
"""Archives inside an archive are read; archives inside those are not."""

_SAMPLE: Final = 1 << 16
_ROWS: Final = frozenset({".csv", ".tsv", ".json", ".jsonl", ".ndjson"})
_TEXTS: Final = frozenset({".txt", ".html", ".htm", ".md"})
_OTHERS: Final[Mapping[str, str]] = {
    ".pdf": "pdf",
    ".doc": "word",
    ".docx": "word",
    ".odt": "word",
    ".rtf": "word",
    ".rar": "archive",
    ".7z": "archive",
}
"""Documents that people take for texts: they are refused by name, so that none is overlooked."""

ENDINGS: Final = (*sorted(_TEXTS), *sorted(_ROWS), ".zip", *_OTHERS)
"""Of the files that an import looks at, in folders and in archives."""

_UTF8_NAMES: Final = 0x800
_ENCRYPTED: Final = 0x1
_UNICODE_NAME: Final = 0x7075
_NAME_CODECS: Final = ("cp720", "cp1256", "iso8859_6", "cp864")
"""How Arabic Windows and DOS wrote the names in archives: the first that gives most Arabic wins.
Code page 864 has nearly the letters of ISO-8859-6, in other places where they differ."""
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_ARABIC_WORD: Final = re.compile("[\u0621-\u0652]{2,}")
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")
_UNSAFE_ID: Final = re.compile(r"[\s\x00-\x1f\x7f/\\#]+")
_ID_LENGTH: Final = 80


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


def members(path: Path, fields: Fields, name: str = "") -> Iterator[Member]:
    """The texts that a file holds, in its order. `name` is the file's in the report.

    Whatever it holds, no error but OSError is raised: what cannot be read comes as refused.
    """
    name = name or path.name
    ending = path.suffix.lower()
    if reason := _OTHERS.get(ending):
        yield Member(name, b"", reason)
    elif ending == ".zip":
        with path.open("rb") as file:
            yield from _of_archive(file, fields, name)
    elif ending in _ROWS:
        with path.open("rb") as file:
            yield from _of_rows(file, fields, name, ending)
    elif path.stat().st_size > LIMIT:
        yield Member(name, b"", "too large")
    else:
        yield Member(name, path.read_bytes())


# --- archives ---


def _of_archive(file: IO[bytes], fields: Fields, name: str, depth: int = 0) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(file) as archive:
            taken: set[str] = set()
            for entry in archive.infolist():
                inner, original = _entry_name(entry)
                if _is_passed_over(entry, inner):
                    continue
                whole = f"{name}/{_unique(inner, taken)}"
                yield from _of_entry(archive, entry, fields, (whole, original, depth))
    except _BROKEN:
        yield Member(name, b"", "damaged")


_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    ValueError,
)
"""What zipfile raises over an archive that is cut, altered, or packed in a way it does not know."""


def _of_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, fields: Fields, place: tuple[str, bytes, int]
) -> Iterator[Member]:
    """The texts of one file in an archive."""
    name, original, depth = place
    ending = PurePosixPath(name).suffix.lower()
    reason = _OTHERS.get(ending, "")
    if entry.flag_bits & _ENCRYPTED:
        reason = "encrypted"
    elif _is_bomb(entry) or (entry.file_size > LIMIT and ending not in _ROWS):
        reason = "too large"
    if reason:
        yield Member(name, b"", reason, original=original)
        return
    try:
        with archive.open(entry) as file:
            if ending in _ROWS:
                yield from _of_rows(file, fields, name, ending)
            elif ending != ".zip":
                yield _text_member(file, name, original)
            elif depth < _DEEPEST:
                yield from _of_archive(io.BytesIO(_read(file)), fields, name, depth + 1)
            else:
                yield Member(name, b"", "archive", original=original)
    except _TooLargeError:
        yield Member(name, b"", "too large", original=original)
    except (*_BROKEN, RuntimeError):  # RuntimeError: a password, whatever the flag says
        yield Member(name, b"", "damaged", original=original)


class _TooLargeError(Exception):
    """A file is larger than its archive said."""


def _read(file: IO[bytes]) -> bytes:
    data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise _TooLargeError
    return data


def _text_member(file: IO[bytes], name: str, original: bytes) -> Member:
    return Member(name, _read(file), original=original)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _FREE and entry.file_size > RATIO * max(entry.compress_size, 1)


def _is_passed_over(entry: zipfile.ZipInfo, name: str) -> bool:
    parts = PurePosixPath(name).parts
    return (
        entry.is_dir()
        or not parts
        or parts[0] == "__MACOSX"
        or any(part.startswith(".") for part in parts)
        or PurePosixPath(name).suffix.lower() not in ENDINGS
    )


def _entry_name(entry: zipfile.ZipInfo) -> tuple[str, bytes]:
    """A name as its owner saw it, made harmless; and its bytes, where they were not UTF-8.

    Python reads a name without the UTF-8 flag as code page 437, which keeps every byte.
    """
    name, original = entry.orig_filename, b""
    if not entry.flag_bits & _UTF8_NAMES and not name.isascii():
        original = name.encode("cp437", "replace")
        name = _unicode_name(entry.extra, original) or _read_name(original)
    parts = (part.strip() for part in name.replace("\\", "/").split("/"))
    safe = (_UNSAFE.sub("_", part) for part in parts if part not in ("", ".", ".."))
    return "/".join(safe), original


def _unicode_name(extra: bytes, original: bytes) -> str:
    """The name in Unicode that some programs put beside the old one; '' without it, or where it is
    another name's.
    """
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_NAME and field[1:5] == struct.pack("<L", zlib.crc32(original)):
            return field[5:].decode("utf-8", "replace")
    return ""


def _read_name(data: bytes) -> str:
    """UTF-8 without its flag, as some programs write it, or the code page that is most Arabic."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        read = [lines.clean(data.decode(codec, "replace")) for codec in _NAME_CODECS]
        return max(read, key=_name_score)


def _name_score(name: str) -> tuple[float, int]:
    """Common words first, then how many signs are Arabic letters in words."""
    letters = len(_ARABIC.findall("".join(_ARABIC_WORD.findall(name))))
    strangers = sum(1 for sign in name if not sign.isascii()) - letters
    return sense(name.replace("_", " ")), letters - 2 * strangers


def _unique(name: str, taken: set[str]) -> str:
    """Two entries of one name are two texts."""
    found, count = name, 1
    stem, dot, ending = name.rpartition(".")
    while found in taken:
        count += 1
        found = f"{stem} ({count}){dot}{ending}"
    taken.add(found)
    return found


# --- rows ---


def _of_rows(file: IO[bytes], fields: Fields, name: str, ending: str) -> Iterator[Member]:
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
        yield from _named(_reader(ending, fields)(text), names, encoding)
        if names.count == 0:
            yield Member(name, b"", "empty")
    except _NoFieldsError:
        yield Member(name, b"", "no fields")
    except (csv.Error, json.JSONDecodeError, RecursionError, _TooLargeError) as error:
        reason = "too large" if isinstance(error, _TooLargeError) else "damaged"
        yield Member(f"{name}#…" if names.count else name, b"", reason)
    finally:
        text.detach()


def _reader(ending: str, fields: Fields) -> Callable[[IO[str]], Iterator[Mapping[str, Any]]]:
    if ending == ".csv":
        return _table
    if ending == ".tsv":
        return partial(_table, delimiter="\t")
    return partial(_json, fields=fields) if ending == ".json" else _json_lines


class _NoFieldsError(Exception):
    """No column of a table is known to hold a title or a text."""


def _named(rows: Iterable[Mapping[str, Any]], names: "_Names", encoding: str) -> Iterator[Member]:
    for row in rows:
        if names.count == 0 and not names.fields.sort(dict.fromkeys(row, "?")).keys() & _NEEDED:
            raise _NoFieldsError
        filled = {column: value for column, value in row.items() if value not in ("", None)}
        if filled:
            data = json.dumps(filled, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            encoded = data.encode("utf-8", "backslashreplace")
            yield Member(names.of(filled), encoded, encoding=encoding)


_NEEDED: Final = frozenset({"title", "text"})


class _Names:
    """Names the rows of one file, each by its own id if it has one, so that rows put above it do
    not rename it; by its number otherwise. The ids are kept as digests: 100 bytes a row.
    """

    def __init__(self, file: str, fields: Fields) -> None:
        self.file = file
        self.fields = fields
        self.count = 0
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


_PYTHON_NAMES: Final = {
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859_6",
    "mac-arabic": "mac_arabic",
}


def _first_high(data: bytes) -> int:
    return next(index for index, byte in enumerate(data) if byte > 0x7F)


def _whole_lines(data: bytes) -> bytes:
    """Without a last line that may be cut in mid letter."""
    cut = data.rfind(b"\n")
    return data[: cut + 1] if cut > 0 and b"\0" not in data else data[: len(data) & ~1]


def _table(file: IO[str], delimiter: str = "") -> Iterator[Mapping[str, str]]:
    """The rows of a table as spreadsheets and databases write it; the first names the columns."""
    csv.field_size_limit(LIMIT)
    rest = _bounded(file)
    first = next(rest, "").lstrip("\ufeff")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, first = first[4], next(rest, "")
    delimiter = delimiter or max(",;\t|", key=lambda sign: _outside_quotes(first).count(sign))
    reader = csv.reader(chain([first], rest), delimiter=delimiter)
    header = _columns(next(reader, []))
    for cells in reader:
        names = chain(header, (f"column {n}" for n in range(len(header) + 1, len(cells) + 1)))
        yield {name: cell.strip() for name, cell in zip(names, cells, strict=False)}


def _bounded(file: IO[str]) -> Iterator[str]:
    """The lines of a file, none of which is longer than a text may be."""
    while line := file.readline(LIMIT):
        if len(line) == LIMIT:
            raise _TooLargeError
        yield line


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)


def _columns(header: list[str]) -> list[str]:
    """The names of columns; one without a name is called by its number, as is the second of two."""
    names: list[str] = []
    for number, cell in enumerate(header, 1):
        name = " ".join(cell.split())
        names.append(name if name and name not in names else f"{name} column {number}".strip())
    return names


def _json_lines(file: IO[str]) -> Iterator[Mapping[str, Any]]:
    for line in _bounded(file):
        text = line.strip().lstrip("\ufeff")
        if text:
            yield from _objects(json.loads(text))


def _json(file: IO[str], fields: Fields) -> Iterator[Mapping[str, Any]]:
    """An array of objects, an object that holds one, one object, or objects line by line."""
    text = file.read().lstrip("\ufeff")
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise
        yield from _json_lines(io.StringIO(text))
        return
    while isinstance(value, Mapping) and "text" not in fields.sort(value):
        held = [inner for inner in value.values() if _holds_objects(inner)]
        if len(held) != 1:
            break
        value = held[0]
    yield from _objects(value)


def _holds_objects(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_holds_objects, value.values()))
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) for v in value)


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    items = value if isinstance(value, list) else [value]
    yield from (item for item in items if isinstance(item, Mapping))
