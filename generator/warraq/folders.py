"""Folders: which files lie in them, how each looks without being opened, and writing one whole."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

HIDDEN: Final = (".", "~$")
"""How names begin of files that are no one's: the system's own, and the locks of open documents."""

_BUFFER: Final = 1 << 16
"""Bytes that are written at a time: an article is written at once."""


class Stat(NamedTuple):
    """How a file looks from outside: while this stays, its bytes are taken to stay.

    A tuple, as an archive has hundreds of thousands.
    """

    size: int
    mtime_ns: int
    inode: int


def scan(folder: Path, endings: tuple[str, ...]) -> Iterator[tuple[str, Stat | None]]:
    """The files below a folder, at any depth, whose names end so; by path, in a stable order. A
    link that leads to no file comes with None.

    Names that begin as `HIDDEN` says are passed over; endings may be written in capitals. A folder
    that is not there has no files. Links to folders are followed to where nobody has been. Paths
    are as the system writes them.
    """
    pending = [str(folder)] if folder.is_dir() else []
    seen = {os.path.realpath(path) for path in pending}
    while pending:
        with os.scandir(pending.pop()) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
        for entry in inside:
            if entry.name.startswith(HIDDEN):
                continue
            if entry.is_dir():
                if not entry.is_symlink() or _leads_on(entry.path, seen):
                    pending.append(entry.path)
            elif entry.name.lower().endswith(endings):
                yield entry.path, look(entry) if entry.is_symlink() else stat_of(entry)


def _leads_on(link: str, seen: set[str]) -> bool:
    """A link to a folder leads neither into a folder that was seen nor to one that holds it."""
    there = os.path.realpath(link)
    if any(f"{there}{os.sep}".startswith(f"{one}{os.sep}") for one in seen):
        return False
    if any(f"{one}{os.sep}".startswith(f"{there}{os.sep}") for one in seen):
        return False
    seen.add(there)
    return True


def stat_of(file: str | Path | os.DirEntry[str]) -> Stat:
    """Of one file; OSError where there is none."""
    found = file.stat() if isinstance(file, os.DirEntry) else os.stat(file)  # noqa: PTH116
    return Stat(found.st_size, found.st_mtime_ns, found.st_ino)


def look(file: str | Path | os.DirEntry[str]) -> Stat | None:
    """How a file looks; None where it cannot be looked at."""
    try:
        return stat_of(file)
    except OSError:
        return None


def write_atomically(path: str | Path, data: bytes | Iterable[bytes]) -> None:
    """Write beside, then rename: a reader sees the old file or the new one, never half of one.

    Folders are made where they are missing; what was written beside goes where the disk is full.
    """
    # Names and no paths: an import writes thousands of small files.
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.part")  # noqa: PTH118
    try:
        with _opened(beside) as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
        os.replace(beside, path)  # noqa: PTH105
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _opened(path: str) -> BinaryIO:
    try:
        return open(path, "wb", _BUFFER)  # noqa: PTH123
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return open(path, "wb", _BUFFER)  # noqa: PTH123
