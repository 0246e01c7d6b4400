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
_BITS: Final = 22
"""Of a number that names a place in a sieve: half a megabyte of places."""
_PLACES: Final = (1 << _BITS) - 1


class Table(MutableMapping[str, Row], Generic[Row]):
    """Rows by name, in the order of the names' code points.

    A row is a named tuple of texts, bytes and numbers. Rows can be sought by the columns in `index`
    too. OSError where the disk is full.
    """

    def __init__(self, row: type[Row], index: Sequence[str] = ()) -> None:
        columns = tuple(row.__annotations__)
        self._row = row
        self._names = _Sieve()
        self._values = {column: _Sieve() for column in index}
        """Of the columns of the index."""
        self._sieved = [(columns.index(name), sieve) for name, sieve in self._values.items()]
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
        if not self._names.may_hold(name):
            return default
        found = self._do("SELECT * FROM rows WHERE name = ?", (_key(name),)).fetchone()
        return default if found is None else self._made(found)

    def __contains__(self, name: object) -> bool:
        if not self._names.may_hold(name):
            return False
        key = _key(str(name))
        return self._do("SELECT 1 FROM rows WHERE name = ?", (key,)).fetchone() is not None

    def __setitem__(self, name: str, row: Row) -> None:
        self._do(self._insert, self._noted(name, row))

    def _noted(self, name: str, row: Row) -> tuple[Any, ...]:
        """What SQLite keeps of a row, once the sieves know of it."""
        self._names.add(name)
        for place, values in self._sieved:
            values.add(row[place])
        return (_key(name), *row)

    def __delitem__(self, name: str) -> None:
        if not self._do("DELETE FROM rows WHERE name = ?", (_key(name),)).rowcount:
            raise KeyError(name)

    def fill(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Set many rows at once."""
        try:
            self._database.executemany(self._insert, (self._noted(*pair) for pair in rows))
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
        if not self._values[column].may_hold(value):
            return []
        if column in self._unsorted:
            self._unsorted.remove(column)
            self._do(f"CREATE INDEX by_{column} ON rows ({column})")
        found = self._do(f"SELECT * FROM rows WHERE {column} = ? ORDER BY name", (value,))  # noqa: S608  # our own columns
        return [(_name(values[0]), self._made(values)) for values in found]

    def _made(self, values: tuple[Any, ...]) -> Row:
        return self._row(*values[1:])


class _Sieve:
    """Knows of nearly all values that were never put in that they were not; a Bloom filter (Burton
    Bloom, 1970). What has gone may still be held; a value leaves two bits of its hash.
    """

    def __init__(self) -> None:
        self._bits = bytearray(1 << _BITS >> 3)

    def add(self, value: object) -> None:
        """Put a value in."""
        first, second = hash(value), hash(value) >> _BITS
        self._bits[(first & _PLACES) >> 3] |= 1 << (first & 7)
        self._bits[(second & _PLACES) >> 3] |= 1 << (second & 7)

    def may_hold(self, value: object) -> bool:
        """Whether the value may have been put in."""
        first, second = hash(value), hash(value) >> _BITS
        return bool(
            self._bits[(first & _PLACES) >> 3] >> (first & 7) & 1
            and self._bits[(second & _PLACES) >> 3] >> (second & 7) & 1
        )


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _name(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
