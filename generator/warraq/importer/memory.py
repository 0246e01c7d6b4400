"""What the importer remembers from run to run, in the cache: all of it may be lost but time.

`inbox.json` says how everything looked after the last run, as one digest, and what that run would
say if it were run again; `digests.json` has the digests of sources and articles by their look.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import orjson

from warraq.config import Config
from warraq.edition import edition
from warraq.errors import Problem
from warraq.folders import Stat, write_atomically
from warraq.importer import fields, sources
from warraq.importer.report import ImportReport
from warraq.importer.sources import Seen, Survey, Text

_OUTCOME: Final = "inbox.json"
_DIGESTS: Final = "digests.json"


def seal(rules: str, *looks: Iterable[tuple[str, Stat | None]]) -> str:
    """One digest of how files look, and of the rules by which they are read."""
    state = blake2b(f"{edition()}\n{rules}".encode(), digest_size=16)
    for files in looks:
        lines = [
            f"{name}\0{stat.size} {stat.mtime_ns} {stat.inode}" if stat else name
            for name, stat in files
        ]
        state.update("\n".join(lines).encode("utf-8", "surrogatepass"))
        state.update(b"\0\0")
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


def digests(config: Config) -> dict[str, Seen]:
    """The texts in files, by the files' names; none where they were lost, or where the settings
    by which rows are named are others.
    """
    stored = _read(config.cache / _DIGESTS)
    if not isinstance(stored, dict) or stored.get("rules") != _rules(config):
        return {}
    return {
        name: (Stat(*look), tuple(Text(*text) for text in texts))
        for name, (look, texts) in stored["files"].items()
    }


def _rules(config: Config) -> str:
    return f"{edition()} {dict(config.fields)}"


def survey(config: Config, paths: Sequence[Path] = ()) -> Survey:
    """The sources in the inbox, or in `paths`; those that look as they did are not opened."""
    return sources.survey(
        sources.files_of(config, paths), digests(config), fields.of(config.fields)
    )


def keep_digests(config: Config, seen: Mapping[str, Seen]) -> None:
    """Remember the texts in files."""
    files = {
        name: ((stat.size, stat.mtime_ns, stat.inode), list(map(_stored, texts)))
        for name, (stat, texts) in seen.items()
    }
    stored = orjson.dumps({"rules": _rules(config), "files": files})
    write_atomically(config.cache / _DIGESTS, stored)


def _stored(text: Text) -> tuple[str | int, ...]:
    """Most texts have nothing but a name and a digest."""
    return text[:] if any(text[2:]) else text[:2]


def _read(path: Path) -> Any:
    try:
        return orjson.loads(path.read_bytes())
    except (OSError, ValueError):
        return None  # absent or torn: everything is looked at again
