"""Turns: two commands that write into one archive wait for each other."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from warraq.errors import ConfigError, Problem

_FILE: Final = "turn.sqlite"
_PATIENCE: Final = 600.0
"""Seconds after which the other is thought to hang: a first build of an archive of 100,000 articles
takes less."""


@contextmanager
def turn(cache: Path, waiting: Callable[[], None], patience: float = _PATIENCE) -> Iterator[None]:
    """Wait until no other command writes into the archive whose cache this is, and let none begin
    meanwhile. `waiting` is called if there is one; ConfigError if it takes longer than `patience`.

    SQLite's lock of a database in which nothing is kept: every system has it, and frees it when its
    holder dies. Where the cache cannot be written nobody waits, and the command itself says so.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(cache / _FILE, timeout=0, isolation_level=None)
    except (OSError, sqlite3.OperationalError):
        yield
        return
    with closing(database):
        if not _locked(database):
            waiting()
            database.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
            if not _locked(database):
                raise ConfigError([_still_busy(cache)])
        yield


def _locked(database: sqlite3.Connection) -> bool:
    """Whether the lock is ours, or none can be had in this folder; False if another has it."""
    try:
        database.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode != sqlite3.SQLITE_BUSY
    return True


def _still_busy(cache: Path) -> Problem:
    return Problem(
        str(cache.parent),
        0,
        "another warraq command is still writing into this archive. Stop it, or wait until it is "
        "done, and try again.",
        "ما زال أمر آخر من ورّاق يكتب في هذا الأرشيف. أوقفه أو انتظر حتى ينتهي، ثم أعد المحاولة.",
    )
