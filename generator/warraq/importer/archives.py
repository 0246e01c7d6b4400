"""Zip archives: the texts in them, under the names that their owner saw.

Arabic Windows and DOS wrote names in their own code pages and nothing in the archive says which;
other archives are made to harm, so that none is trusted in what it says of its sizes.
"""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, Final
from unicodedata import normalize

from warraq.folders import HIDDEN
from warraq.importer import lines, tables
from warraq.importer.fields import Fields
from warraq.importer.language import LETTER, sense
from warraq.importer.member import (
    ENDINGS,
    LIMIT,
    OTHERS,
    ROWS,
    Companions,
    Member,
    TooLargeError,
    Wanted,
)

RATIO: Final = 200
"""How many times larger than its packed form a file in an archive may be. Text packs 3 to 10 times
smaller; only bombs pack 1,000 times."""
_FREE: Final = 1 << 20
"""Bytes below which no ratio is suspicious."""
_DEEPEST: Final = 1
"""Archives inside an archive are read; archives inside those are not."""

_UTF8_NAMES: Final = 0x800
_ENCRYPTED: Final = 0x1
_UNICODE_NAME: Final = 0x7075
_NAME_CODECS: Final = ("cp720", "cp1256", "iso8859_6", "cp864")
"""How Arabic Windows and DOS wrote the names in archives: the first that gives most Arabic wins.
Code page 864 has nearly the letters of ISO-8859-6, in other places where they differ."""
_ARABIC_WORD: Final = re.compile("[\u0621-\u0652]{2,}")
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")
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


@dataclass(slots=True)
class _Entry:
    """A file in an archive, by the name that it gets."""

    info: zipfile.ZipInfo
    name: str
    original: bytes

    @property
    def ending(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    def refused(self, reason: str) -> Member:
        return Member(self.name, b"", reason, original=self.original)


def members(
    file: IO[bytes], fields: Fields, name: str, wanted: Wanted, depth: int = 0
) -> Iterator[Member]:
    """The texts in an archive called `name`; whatever it holds, no error is raised."""
    try:
        with zipfile.ZipFile(file) as archive:
            if _overlaps(archive, file):
                yield Member(name, b"", "too large")
                return
            for entry in _entries(archive, name):
                if entry.name in wanted:
                    yield from _texts(archive, entry, fields, wanted, depth)
    except _BROKEN:
        yield Member(name, b"", "damaged")


def files(path: Path, endings: Collection[str]) -> dict[str, Callable[[], bytes | None]]:
    """The files of an archive whose names end so, by name: how to read each, which gives None where
    it cannot be. Archives inside it are not looked into. OSError or BadZipFile where it is none.
    """
    archive = zipfile.ZipFile(path)  # open as long as somebody may read
    named = ((_entry_name(info)[0], info) for info in archive.infolist())
    return {
        name: partial(_file, archive, info)
        for name, info in named
        if PurePosixPath(name).suffix.lower() in endings and not info.is_dir()
    }


def _file(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    if info.flag_bits & _ENCRYPTED or info.file_size > LIMIT or _is_bomb(info):
        return None
    try:
        with archive.open(info) as file:
            return _read(file)
    except (*_BROKEN, TooLargeError, RuntimeError):
        return None


def _overlaps(archive: zipfile.ZipFile, file: IO[bytes]) -> bool:
    """Its files together are larger, packed, than itself: it tells the same bytes many times."""
    size = file.seek(0, io.SEEK_END)
    return sum(info.compress_size for info in archive.infolist()) > size


def _entries(archive: zipfile.ZipFile, name: str) -> list[_Entry]:
    """The files of an archive that are looked at."""
    taken: set[str] = set()
    found: list[_Entry] = []
    for info in archive.infolist():
        inner, original = _entry_name(info)
        if not _is_passed_over(info, inner):
            found.append(_Entry(info, f"{name}/{_unique(inner, taken)}", original))
    companions = Companions(entry.name for entry in found)
    return [entry for entry in found if entry.name not in companions]


def _texts(
    archive: zipfile.ZipFile, entry: _Entry, fields: Fields, wanted: Wanted, depth: int
) -> Iterator[Member]:
    """The texts of one file in an archive."""
    info = entry.info
    reason = OTHERS.get(entry.ending, "")
    if info.flag_bits & _ENCRYPTED:
        reason = "encrypted"
    elif _is_bomb(info) or (info.file_size > LIMIT and entry.ending not in ROWS):
        reason = "too large"
    elif entry.ending == ".zip" and depth >= _DEEPEST:
        reason = "archive"
    if reason:
        yield entry.refused(reason)
        return
    try:
        with archive.open(info) as file:
            if entry.ending in ROWS:
                yield from tables.rows(file, fields, entry.name, wanted)
            elif entry.ending == ".zip":
                inner = io.BytesIO(_read(file))
                yield from members(inner, fields, entry.name, wanted, depth + 1)
            else:
                yield Member(entry.name, _read(file), original=entry.original)
    except TooLargeError:
        yield entry.refused("too large")
    except (*_BROKEN, RuntimeError):  # RuntimeError: a password, whatever the flag says
        yield entry.refused("damaged")


def _read(file: IO[bytes]) -> bytes:
    data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise TooLargeError
    return data


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _FREE and entry.file_size > RATIO * max(entry.compress_size, 1)


def _is_passed_over(entry: zipfile.ZipInfo, name: str) -> bool:
    parts = PurePosixPath(name).parts
    return (
        entry.is_dir()
        or not parts
        or parts[0] == "__MACOSX"
        or any(part.startswith(HIDDEN) for part in parts)
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
    name = normalize("NFC", name)
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
    letters = len(LETTER.findall("".join(_ARABIC_WORD.findall(name))))
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
