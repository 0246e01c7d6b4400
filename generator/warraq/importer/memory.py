"""What the importer remembers from run to run, in the cache: all of it may be lost but time.

`inbox.json` says how everything looked after the last run, as one digest, and what that run would
say if it were run again; `digests.jsonl` has the digests of sources and articles by their look.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any, Final

import orjson

from warraq.config import Config
from warraq.edition import edition
from warraq.errors import Problem
from warraq.folders import Stat, write_atomically
from warraq.importer import fields, sources
from warraq.importer.ledger import Table
from warraq.importer.report import ImportReport
from warraq.importer.sources import Remembered, Survey

_OUTCOME: Final = "inbox.json"
_DIGESTS: Final = "digests.jsonl"


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


def outcome(cache: Path, wanted: str) -> ImportReport | None:
    """What the last run would say again, if everything still looks as it did then."""
    stored = _read(cache / _OUTCOME)
    if not isinstance(stored, dict) or stored.get("seal") != wanted:
        return None
    said = {name: value for name, value in stored["said"].items() if value}
    lasting = tuple(Problem(**problem) for problem in said.pop("lasting", ()))
    return ImportReport(**said, lasting=lasting)


def keep_outcome(cache: Path, seal: str, said: ImportReport) -> None:
    """Remember what a run would say again while `seal` holds."""
    write_atomically(cache / _OUTCOME, orjson.dumps({"seal": seal, "said": asdict(said.again())}))


def digests(config: Config) -> Table[Remembered]:
    """The texts in files, and the articles; none where they were lost, or where the settings by
    which rows are named are others.
    """
    remembered = Table(Remembered, ("file",))
    with suppress(OSError), (config.cache / _DIGESTS).open("rb") as lines:
        if next(lines, b"") == _rules(config):
            remembered.fill(_rows(lines))
    return remembered


def _rows(lines: Iterable[bytes]) -> Iterator[tuple[str, Remembered]]:
    for line in lines:
        with suppress(ValueError, TypeError):  # a line that was torn is looked at again
            name, *values = orjson.loads(line)
            yield name, Remembered(*values)


def _rules(config: Config) -> bytes:
    return orjson.dumps(f"{edition()} {dict(config.fields)}") + b"\n"


def survey(config: Config, paths: Sequence[Path] = ()) -> Survey:
    """The sources in the inbox, or in `paths`; those that look as they did are not opened."""
    return sources.survey(
        sources.files_of(config, paths), digests(config), fields.of(config.fields)
    )


def keep_digests(config: Config, seen: Iterable[tuple[str, Remembered]]) -> None:
    """Remember the texts in files, and the articles."""
    lines = (orjson.dumps((name, *_stored(row))) + b"\n" for name, row in seen)
    write_atomically(config.cache / _DIGESTS, chain((_rules(config),), lines))


def _stored(row: Remembered) -> tuple[str | int, ...]:
    """Most texts have nothing but a name, a look and a digest."""
    return row[:] if any(row[5:]) else row[:5]


def _read(path: Path) -> Any:
    try:
        return orjson.loads(path.read_bytes())
    except (OSError, ValueError):
        return None  # absent or torn: everything is looked at again
