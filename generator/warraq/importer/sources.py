"""What lies in the inbox: files, the texts that they hold, and the digest of each.

A file whose look has not changed is not opened: its digests are remembered. Forgetting them costs
one reading.
"""

import hashlib
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Final, NamedTuple
from unicodedata import normalize
from urllib.parse import quote

from warraq import folders
from warraq.config import Config
from warraq.folders import Stat
from warraq.importer import containers
from warraq.importer.fields import DEFAULT, Fields
from warraq.importer.member import ENDINGS, Companions, Member

_UNREAD: Final = re.compile("[\ud800-\udfff]")
"""What Python puts in the place of a byte of a file's name that it cannot read."""

HELD: Final = 1 << 26
"""Bytes of new texts that are kept at hand between finding and converting them."""


class Text(NamedTuple):
    """A text in a file, as it is remembered."""

    name: str
    """In the report."""
    digest: str
    """SHA-256 of its bytes; '' if it was refused."""
    refused: str = ""
    """A key of `report.REASONS`."""
    encoding: str = ""
    """Of the table that it is a row of."""
    packed_as: str = ""
    """As in `report.Record`."""
    line: int = 0
    """Of its table, on which it begins."""


Seen = tuple[Stat, tuple[Text, ...]]
"""How a file looked, and the texts in it."""

Files = Mapping[str, tuple[str | Path, Stat | None]]
"""By name: where a file lies, and how it looks; None where it cannot be looked at."""


@dataclass(frozen=True, slots=True)
class Source:
    """One text: a file, or a member of a file that holds several."""

    name: str
    """In the report: relative to the archive's folder, with forward slashes."""
    file: str
    """The name of the file on disk."""
    digest: str
    """SHA-256 of the text's bytes; '' if it was refused."""
    refused: str = ""
    """Why no text can be had of it, whatever the importer's rules: a key of `report.REASONS`."""
    encoding: str = ""
    """Of the table that it is a row of."""
    packed_as: str = ""
    """As in `report.Record`."""
    line: int = 0
    """Of its table, on which it begins."""


@dataclass(slots=True)
class Survey:
    """The sources of one run."""

    files: Files
    fields: Fields = DEFAULT
    """Which columns of tables name their rows."""
    sources: dict[str, Source] = field(default_factory=dict)
    """By name."""
    seen: dict[str, Seen] = field(default_factory=dict)
    """By file, to be remembered."""
    held: dict[str, bytes] = field(default_factory=dict)
    """Bytes of some of the sources that were opened, so that they are not opened again."""

    @property
    def closed(self) -> bool:
        """Whether the system would not let some file be read."""
        return len(self.seen) < len(self.files)

    def read(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of sources: those at hand, then file by file in their order; what cannot be
        read any more comes without bytes.
        """
        wanted: dict[str, list[str]] = {}
        for name in names:
            if name in self.held:
                yield name, self.held[name]
                continue
            wanted.setdefault(self.sources[name].file, []).append(name)
        for file, members in wanted.items():
            left = dict.fromkeys(members, b"")
            with suppress(OSError):
                for member in self._members(file, members):
                    if left.pop(member.name, None) is not None:
                        yield member.name, member.data
                    if not left:
                        break
            yield from left.items()

    def _members(self, file: str, names: Collection[str]) -> Iterator[Member]:
        return containers.members(Path(self.files[file][0]), self.fields, file, names)


def name_in(root: Path, path: Path | str) -> str:
    """A file's name: relative to the archive, with forward slashes whatever the system's.

    A name whose bytes are no UTF-8, as in folders that come from an old Windows, is read as it was
    meant there.
    """
    text, prefix = str(path), f"{root}{os.sep}"
    if text.startswith(prefix) and ".." not in text:
        text = text[len(prefix) :]
    else:
        with suppress(ValueError):  # another drive of Windows
            text = os.path.relpath(text, root)
    name = text.replace(os.sep, "/")
    return name if name.isascii() or _UNREAD.search(name) is None else _respelt(name)


def _respelt(name: str) -> str:
    return os.fsencode(name).decode("windows-1256", "replace")


def files_of(config: Config, paths: Sequence[Path] = ()) -> Files:
    """The files that an import looks at: those in and among `paths`, or in the inbox, whose folders
    need not be there.
    """
    return scan(config.root, paths or [folder for folder in config.inbox if folder.is_dir()])


def scan(root: Path, paths: Iterable[Path]) -> Files:
    """The files in folders, at any depth, and files that were named themselves, by name."""
    found: dict[str, tuple[str | Path, Stat | None]] = {}
    for path in paths:
        if path.is_dir():
            for inside, stat in folders.scan(path, ENDINGS):
                found[name_in(root, inside)] = inside, stat
        else:
            found[name_in(root, path)] = path, look(path)
    companions = Companions(found)
    return {name: found[name] for name in sorted(found) if name not in companions}


def look(path: Path) -> Stat | None:
    """How a file looks; None where it cannot be looked at."""
    try:
        return folders.stat_of(path)
    except OSError:
        return None


def survey(files: Files, remembered: Mapping[str, Seen], fields: Fields = DEFAULT) -> Survey:
    """Find the texts in files, opening only those that look other than `remembered`."""
    found = Survey(files, fields)
    room = HELD
    for file, (path, stat) in files.items():
        seen = remembered.get(file)
        texts: list[Text] = []
        if stat is not None and seen is not None and seen[0] == stat:
            texts.extend(seen[1])
        else:
            try:
                for member in containers.members(Path(path), fields, file):
                    texts.append(_text(member))
                    if len(member.data) <= room:
                        found.held[member.name] = member.data
                        room -= len(member.data)
            except OSError:
                found.sources[file] = Source(file, file, "", "unreadable")
                continue
        if stat is not None:
            found.seen[file] = stat, tuple(texts)
        found.sources.update({text.name: Source(text.name, file, *text[1:]) for text in texts})
    return found


def _text(member: Member) -> Text:
    digest = "" if member.refused else sha256(member.data)
    packed_as = quote(member.original) if member.original else ""
    return Text(member.name, digest, member.refused, member.encoding, packed_as, member.line)


def fits(name: str, patterns: Iterable[str]) -> bool:
    """Whether a source's name, or the end of it from a slash on, fits one of the patterns."""
    name = normalize("NFC", name)  # a Mac writes names in pieces that nobody types
    return any(fnmatch(name, p) or fnmatch(name, f"*/{p}") for p in patterns)


def sha256(data: bytes) -> str:
    """The digest by which bytes are known in the report and in front matter."""
    return hashlib.sha256(data).hexdigest()
