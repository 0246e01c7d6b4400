"""Sorted lines in files small enough to fetch one by one."""

import gzip
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

FOLDER: Final = "lexicon"

SHARD_BYTES: Final = 36_000
"""Of plain text: about 10 KB compressed, and never above 20."""


def write(lines: Iterable[str], bundle: Path, size: int = SHARD_BYTES) -> list[tuple[str, str]]:
    """Write the lines into files of ranges; return each one's first word and its file's name.

    No file is longer than `size` in plain text, unless one line is. The lines must come in the
    order of their UTF-16 code units, as JavaScript compares them.
    """
    folder = bundle / FOLDER
    folder.mkdir(exist_ok=True)
    written = []
    for first, text in _ranges(lines, size):
        data = gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)
        name = f"{blake2b(data, digest_size=6).hexdigest()}.lex"
        (folder / name).write_bytes(data)
        written.append((first, name))
    return written


def read(name: str, bundle: Path) -> Iterator[str]:
    """The lines of a file."""
    data = gzip.decompress((bundle / FOLDER / name).read_bytes())
    return iter(data.decode("utf-8", "surrogatepass").split("\n")[:-1])


def _ranges(lines: Iterable[str], most: int) -> Iterator[tuple[str, str]]:
    """The lines in ranges, each with its first word."""
    held: list[str] = []
    size = 0
    for line in lines:
        more = len(line.encode("utf-8", "surrogatepass"))
        if held and size + more > most:
            yield held[0].partition(" ")[0], "".join(held)
            held, size = [], 0
        held.append(line)
        size += more
    if held:
        yield held[0].partition(" ")[0], "".join(held)
