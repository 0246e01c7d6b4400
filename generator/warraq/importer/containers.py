"""What one file on disk holds: itself, the files of a zip archive, the rows of a table.

Nothing is ever unpacked to disk: a member's name only serves the report. Tables and JSON lines are
read row by row, and zip archives file by file, so that memory stays flat whatever their size; a
JSON array, which has no lines, is read whole.
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from warraq import folders
from warraq.importer import archives, tables
from warraq.importer.fields import Fields
from warraq.importer.member import LIMIT, OTHERS, ROWS, Member, Wanted


def members(
    path: str | Path, fields: Fields, name: str = "", names: Collection[str] = ()
) -> Iterator[Member]:
    """The texts that a file holds, in its order; those of `names` only, where some are given.

    `name` is the file's in the report. Whatever it holds, no error but OSError is raised: what
    cannot be read comes as refused.
    """
    # Names and no paths: an import opens thousands of small files.
    name = name or os.path.basename(path)  # noqa: PTH119
    ending = os.path.splitext(path)[1].lower()  # noqa: PTH122
    if reason := OTHERS.get(ending):
        yield Member(name, b"", reason)
    elif ending == ".zip":
        with Path(path).open("rb") as file:
            yield from archives.members(file, fields, name, Wanted(names))
    elif ending in ROWS:
        with Path(path).open("rb") as file:
            yield from tables.rows(file, fields, name, Wanted(names))
    elif folders.stat_of(path).size > LIMIT:
        yield Member(name, b"", "too large")
    else:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            yield Member(name, file.read())
