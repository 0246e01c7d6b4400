"""What the importer remembers from run to run, in the cache: all of it may be lost but time.

`inbox.json` says how everything looked after the last run, as one digest, and what that run would
say if it were run again; `ledger.sqlite` has the tables of the last run: sources and articles by
their look, with their digests, and the report.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import orjson

from warraq.config import Config
from warraq.edition import edition
from warraq.errors import Problem
from warraq.folders import Stat, write_atomically
from warraq.importer import sources
from warraq.importer.ledger import Ledger
from warraq.importer.report import ImportReport
from warraq.importer.sources import Survey

_OUTCOME: Final = "inbox.json"
_LEDGER: Final = "ledger.sqlite"


def seal(rules: str, *looks: Iterable[tuple[str, Stat | None]]) -> str:
    """One digest of how files look, in whatever order, and of the rules by which they are read."""
    state = blake2b(f"{edition()}\n{rules}".encode(), digest_size=16)
    for files in looks:
        total = 0
        for name, stat in files:
            line = f"{name}\0{stat.size} {stat.mtime_ns} {stat.inode}" if stat else name
            look = blake2b(line.encode("utf-8", "surrogatepass"), digest_size=16)
            total += int.from_bytes(look.digest(), "big")
        state.update(f"{total}\0".encode())
    return state.hexdigest()


def outcome(cache: Path, seal_now: Callable[[], str]) -> ImportReport | None:
    """What the last run would say again, if everything still looks as it did then.

    How it looks now is asked for only where a run is remembered.
    """
    stored = _read(cache / _OUTCOME)
    if not isinstance(stored, dict) or stored.get("seal") != seal_now():
        return None
    said = {name: value for name, value in stored["said"].items() if value}
    lasting = tuple(Problem(**problem) for problem in said.pop("lasting", ()))
    return ImportReport(**said, lasting=lasting)


def keep_outcome(cache: Path, seal: str, said: ImportReport) -> None:
    """Remember what a run would say again while `seal` holds."""
    write_atomically(cache / _OUTCOME, orjson.dumps({"seal": seal, "said": asdict(said.again())}))


def ledger(config: Config) -> Ledger:
    """The tables of the last run; empty where they were lost, or where the settings by which rows
    are named are others.
    """
    return Ledger(config.cache / _LEDGER, f"{edition()} {dict(config.fields)}")


def survey(config: Config, paths: Sequence[Path] = ()) -> Survey:
    """The sources in the inbox, or in `paths`; those that look as they did are not opened."""
    return sources.survey(config, ledger(config), paths)


def keep(config: Config, tables: Ledger) -> None:
    """Keep the tables for the next run."""
    tables.keep(config.cache / _LEDGER)


def forget(config: Config) -> None:
    """Have the next run begin with nothing."""
    (config.cache / _LEDGER).unlink(missing_ok=True)


def _read(path: Path) -> Any:
    try:
        return orjson.loads(path.read_bytes())
    except (OSError, ValueError):
        return None  # absent or torn: everything is looked at again
