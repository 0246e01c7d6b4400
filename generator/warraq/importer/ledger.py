"""Tables that lie on disk: what an import knows of each text, however many texts there are.

SQLite keeps a table in a file that nobody else sees and that is gone with the process; a small one
never leaves its cache.
"""

import sqlite3
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from errno import ENOSPC
from typing import Any, Final, Generic, TypeVar
from weakref import finalize

Row = TypeVar("Row", bound=tuple[Any, ...])

_CHUNK: Final = 1000
"""Rows that are at hand while a table is gone through; it may be changed meanwhile."""


class Table(MutableMapping[str, Row], Generic[Row]):
    """Rows by name, in the order of the names' code points.

    A row is a named tuple of texts, bytes and numbers. Rows can be sought by the columns in `index`
    too. OSError where the disk is full.
    """

    def __init__(self, row: type[Row], index: Sequence[str] = ()) -> None:
        columns = tuple(row.__annotations__)
        self._row = row
        self._empty = True
        """No row was ever set: nothing need be looked for."""
        # Whichever thread lets go of the last reference closes it; one alone ever uses it.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        finalize(self, self._database.close)
        self._do("PRAGMA journal_mode = OFF")
        self._do(f"CREATE TABLE rows (name PRIMARY KEY, {', '.join(columns)})")
        self._unsorted = set(index)
        """Columns of the index by which nothing was sought yet: to sort rows that are there costs
        less than to put each in its place."""
        self._do("BEGIN")
        marks = ", ".join("?" * (1 + len(columns)))
        self._insert = f"INSERT OR REPLACE INTO rows VALUES ({marks})"  # noqa: S608  # only marks

    def _do(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        try:
            return self._database.execute(statement, values)
        except sqlite3.OperationalError as error:
            raise OSError(ENOSPC, str(error)) from error

    def __getitem__(self, name: str) -> Row:
        row: Row | None = self.get(name)
        if row is None:
            raise KeyError(name)
        return row

    def get(self, name: str, default: Any = None) -> Any:
        """The row of a name."""
        if self._empty:
            return default
        found = self._do("SELECT * FROM rows WHERE name = ?", (_key(name),)).fetchone()
        return default if found is None else self._made(found)

    def __contains__(self, name: object) -> bool:
        if self._empty:
            return False
        key = _key(str(name))
        return self._do("SELECT 1 FROM rows WHERE name = ?", (key,)).fetchone() is not None

    def __setitem__(self, name: str, row: Row) -> None:
        self._empty = False
        self._do(self._insert, (_key(name), *row))

    def __delitem__(self, name: str) -> None:
        if not self._do("DELETE FROM rows WHERE name = ?", (_key(name),)).rowcount:
            raise KeyError(name)

    def fill(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Set many rows at once."""
        self._empty = False
        try:
            self._database.executemany(self._insert, ((_key(name), *row) for name, row in rows))
        except sqlite3.OperationalError as error:
            raise OSError(ENOSPC, str(error)) from error

    def __len__(self) -> int:
        return int(self._do("SELECT count(*) FROM rows").fetchone()[0])

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.rows())

    def rows(self) -> Iterator[tuple[str, Row]]:
        """All names with their rows, in order."""
        rest, last = "", tuple[bytes, ...]()
        while True:
            found = self._do(
                f"SELECT * FROM rows {rest} ORDER BY name LIMIT {_CHUNK}",  # noqa: S608  # ours
                last,
            ).fetchall()
            for values in found:
                yield _name(values[0]), self._made(values)
            if len(found) < _CHUNK:
                return
            rest, last = "WHERE name > ?", (found[-1][0],)

    def where(self, column: str, value: object) -> list[tuple[str, Row]]:
        """The rows that have a value in a column of the index."""
        if self._empty:
            return []
        if column in self._unsorted:
            self._unsorted.remove(column)
            self._do(f"CREATE INDEX by_{column} ON rows ({column})")
        found = self._do(f"SELECT * FROM rows WHERE {column} = ? ORDER BY name", (value,))  # noqa: S608  # our own columns
        return [(_name(values[0]), self._made(values)) for values in found]

    def _made(self, values: tuple[Any, ...]) -> Row:
        return self._row(*values[1:])


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _name(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
