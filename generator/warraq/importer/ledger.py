"""Tables that lie on disk: what an import knows of each text, however many texts there are.

SQLite keeps them in a file that nobody else sees and that is gone with the process; small ones
never leave its cache. A run may keep a copy for the next one, which begins with that.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from contextlib import closing, suppress
from errno import ENOSPC
from itertools import islice
from pathlib import Path
from typing import Any, Final, Generic, TypeVar
from weakref import finalize

Row = TypeVar("Row", bound=tuple[Any, ...])

_CHUNK: Final = 1000
"""Rows that are at hand while a table is gone through; it may be changed meanwhile."""
_BITS: Final = 22
"""Of a number that names a place in a sieve: half a megabyte of places."""
_PLACES: Final = (1 << _BITS) - 1


class Ledger:
    """Tables in one database, so that they can be compared by it; this process's own."""

    def __init__(self, kept: Path | None = None, rules: str = "") -> None:
        """Begin with the tables that were `kept` under the same `rules`, if there are any."""
        # Whichever thread lets go of the last reference closes it; one alone ever uses it.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        finalize(self, self._database.close)
        self.is_new = True
        """Nothing was kept."""
        if kept and kept.is_file():
            with suppress(sqlite3.Error):  # torn, or none of ours: as if it were not there
                self._begin_with(kept, rules)
        self.do("PRAGMA journal_mode = OFF")
        self.do("CREATE TABLE IF NOT EXISTS notes (name PRIMARY KEY, note)")
        self.do("BEGIN")
        self.note("rules", rules)

    def _begin_with(self, kept: Path, rules: str) -> None:
        with closing(sqlite3.connect(kept)) as before:
            noted = before.execute("SELECT note FROM notes WHERE name = 'rules'").fetchone()
            is_whole = before.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            if noted == (rules,) and is_whole:
                before.backup(self._database)
                self.is_new = False

    def do(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Do what a statement says; OSError where the disk is full."""
        try:
            return self._database.execute(statement, values)
        except sqlite3.OperationalError as error:
            raise OSError(ENOSPC, str(error)) from error

    def do_all(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Do it with each of many rows."""
        try:
            self._database.executemany(statement, rows)
        except sqlite3.OperationalError as error:
            raise OSError(ENOSPC, str(error)) from error

    def note(self, name: str, note: str) -> None:
        """Write a word beside the tables."""
        self.do("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, note))

    def noted(self, name: str) -> str:
        """The word of that name, or ''."""
        found = self.do("SELECT note FROM notes WHERE name = ?", (name,)).fetchone()
        return found[0] if found else ""

    def keep(self, path: Path) -> None:
        """Write a copy for the next run beside, then rename; OSError where that cannot be."""
        self.do("COMMIT")
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.part")
        beside.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(beside)) as copy:
                copy.execute("PRAGMA synchronous = OFF")
                self._database.backup(copy)
            os.replace(beside, path)  # noqa: PTH105
        except (OSError, sqlite3.Error) as error:
            beside.unlink(missing_ok=True)
            raise OSError(ENOSPC, str(error), str(path)) from error
        self.do("BEGIN")


class Table(MutableMapping[str, Row], Generic[Row]):
    """Rows by name, in the order of the names' code points.

    A row is a named tuple of texts, bytes and numbers. Rows can be sought by the columns in `index`
    too. OSError where the disk is full.
    """

    def __init__(
        self,
        row: type[Row],
        index: Sequence[str] = (),
        ledger: Ledger | None = None,
        called: str = "rows",
    ) -> None:
        """In a `ledger` that was kept, the rows of the table `called` so are there already."""
        columns = tuple(row.__annotations__)
        self._row = row
        self._ledger = ledger or Ledger()
        self._called = called
        self._do = self._ledger.do
        self._do(f"CREATE TABLE IF NOT EXISTS {called} (name PRIMARY KEY, {', '.join(columns)})")
        sieve = _Sieve if self._last() == 0 else _NoSieve
        self._names: _Sieve | _NoSieve = sieve()
        self._values: dict[str, _Sieve | _NoSieve] = {column: sieve() for column in index}
        """Of the columns of the index."""
        self._sieved = [(columns.index(name), sieve) for name, sieve in self._values.items()]
        self._unsorted = set(index)
        """Columns of the index by which nothing was sought yet: to sort rows that are there costs
        less than to put each in its place."""
        marks = ", ".join("?" * (1 + len(columns)))
        self._insert = f"INSERT OR REPLACE INTO {called} VALUES ({marks})"  # noqa: S608  # only marks

    def _last(self) -> int:
        """The number that SQLite gave the last row; 0 for none."""
        return int(self._do(f"SELECT max(rowid) FROM {self._called}").fetchone()[0] or 0)  # noqa: S608  # ours

    def __getitem__(self, name: str) -> Row:
        row: Row | None = self.get(name)
        if row is None:
            raise KeyError(name)
        return row

    def get(self, name: str, default: Any = None) -> Any:
        """The row of a name."""
        if not self._names.may_hold(name):
            return default
        found = self._do(
            f"SELECT * FROM {self._called} WHERE name = ?",  # noqa: S608  # ours
            (_key(name),),
        ).fetchone()
        return default if found is None else self._made(found)

    def __contains__(self, name: object) -> bool:
        if not self._names.may_hold(name):
            return False
        key = _key(str(name))
        found = self._do(f"SELECT 1 FROM {self._called} WHERE name = ?", (key,))  # noqa: S608  # ours
        return found.fetchone() is not None

    def __setitem__(self, name: str, row: Row) -> None:
        self._do(self._insert, self._noted(name, row))

    def _noted(self, name: str, row: Row) -> tuple[Any, ...]:
        """What SQLite keeps of a row, once the sieves know of it."""
        self._names.add(name)
        for place, values in self._sieved:
            values.add(row[place])
        return (_key(name), *row)

    def __delitem__(self, name: str) -> None:
        gone = self._do(f"DELETE FROM {self._called} WHERE name = ?", (_key(name),))  # noqa: S608  # ours
        if not gone.rowcount:
            raise KeyError(name)

    def fill(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Set many rows at once."""
        self._ledger.do_all(self._insert, (self._noted(*pair) for pair in rows))

    def follow(self, rows: Iterable[tuple[str, Row]], by: int) -> Iterator[str]:
        """Have these rows and no others; one that has the same values in its first `by` columns
        stays as it is. The names of those that are new, that differ, and that have gone.
        """
        last = self._last()
        seen = bytearray(last + 1)
        left = iter(rows)
        while chunk := list(islice(left, _CHUNK)):
            known = self._numbered([_key(name) for name, _ in chunk]) if last else {}
            changed = []
            for name, row in chunk:
                number, values = known.get(_key(name), (0, ()))
                if number and values[:by] == row[:by]:
                    seen[number] = 1
                else:
                    changed.append((name, row))
            self.fill(changed)
            yield from (name for name, _ in changed)
        old = self._do(f"SELECT rowid, name FROM {self._called} WHERE rowid <= ?", (last,))  # noqa: S608  # ours
        gone = [name for number, name in old if not seen[number]] if last else []
        for name in map(_name, gone):
            del self[name]
            yield name

    def _numbered(self, keys: Sequence[bytes]) -> dict[bytes, tuple[int, tuple[Any, ...]]]:
        """By key, the number of a row and its values."""
        found = self._do(
            f"SELECT rowid, * FROM {self._called} WHERE name IN ({', '.join('?' * len(keys))})",  # noqa: S608  # only marks
            keys,
        )
        return {values[1]: (values[0], values[2:]) for values in found}

    def clear(self) -> None:
        """Have no rows."""
        self._do(f"DELETE FROM {self._called}")  # noqa: S608  # ours

    def drop(self, column: str, value: object) -> None:
        """Remove the rows that have a value in a column."""
        self.sort(column)
        self._do(f"DELETE FROM {self._called} WHERE {column} = ?", (value,))  # noqa: S608  # our own columns

    def __len__(self) -> int:
        return int(self._do(f"SELECT count(*) FROM {self._called}").fetchone()[0])  # noqa: S608  # ours

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.rows())

    def rows(self, beginning: str = "") -> Iterator[tuple[str, Row]]:
        """All names with their rows, in order, or those that begin so."""
        first = _key(beginning)
        rest = f"SELECT * FROM {self._called} WHERE name {{}} ? AND name < ?"  # noqa: S608  # ours
        return self.chosen(rest, first, (first + b"\xff",))  # no name holds that byte

    def chosen(
        self, select: str, first: bytes = b"", values: Sequence[Any] = ()
    ) -> Iterator[tuple[str, Row]]:
        """The rows that a statement gives; in it `{}` stands where it begins, for > or >=."""
        compare = ">="
        while True:
            found = self._do(
                f"{select.format(compare)} ORDER BY 1 LIMIT {_CHUNK}", (first, *values)
            ).fetchall()
            for row in found:
                yield _name(row[0]), self._made(row)
            if len(found) < _CHUNK:
                return
            compare, first = ">", found[-1][0]

    def where(self, column: str, value: object) -> list[tuple[str, Row]]:
        """The rows that have a value in a column of the index."""
        if not self._values[column].may_hold(value):
            return []
        self.sort(column)
        found = self._do(
            f"SELECT * FROM {self._called} WHERE {column} = ? ORDER BY name",  # noqa: S608  # our own columns
            (value,),
        )
        return [(_name(values[0]), self._made(values)) for values in found]

    def sort(self, column: str) -> None:
        """Have rows found quickly by a column of the index."""
        if column in self._unsorted:
            self._unsorted.remove(column)
            called = f"{self._called}_by_{column}"
            self._do(f"CREATE INDEX IF NOT EXISTS {called} ON {self._called} ({column})")

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


class _NoSieve:
    """Holds what nobody looked at: the rows were there before."""

    def add(self, value: object) -> None:
        """Nothing is put in."""

    def may_hold(self, _value: object) -> bool:
        """Whatever it is."""
        return True


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _name(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")
