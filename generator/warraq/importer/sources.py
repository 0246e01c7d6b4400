"""What lies in the inbox: files, the texts that they hold, and the digest of each.

A file whose look has not changed is not opened: its digests are remembered. Forgetting them costs
one reading.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias
from unicodedata import normalize
from urllib.parse import quote

from warraq import folders
from warraq.config import Config
from warraq.errors import ConfigError, Problem
from warraq.folders import Stat
from warraq.importer import containers, fields
from warraq.importer.fields import DEFAULT, Fields
from warraq.importer.ledger import Ledger, Table
from warraq.importer.member import ENDINGS, Companions, Member

_UNREAD: Final = re.compile("[\ud800-\udfff]")
"""What Python puts in the place of a byte of a file's name that it cannot read."""

REPORT: Final = "import-report.jsonl"
"""The report's name, in the content folder."""

HELD: Final = 1 << 24
"""Bytes of new texts that are kept at hand between finding and converting them."""


class File(NamedTuple):
    """A file that an import looks at."""

    path: bytes
    """As the system has it."""
    size: int | None
    """None, as the next two, where it cannot be looked at."""
    mtime_ns: int | None
    inode: int | None

    @property
    def stat(self) -> Stat | None:
        """How it looks."""
        return None if self.size is None else Stat(*self[1:])  # type: ignore[arg-type]  # all or none


class Text(NamedTuple):
    """A text: a file, or a member of a file that holds several."""

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


_UNSEEN: Final = (None, None, None)

Files: TypeAlias = Table[File]
"""By name: relative to the archive's folder, with forward slashes."""

_NOT_THERE: Final = "not there"
UNREADABLE: Final = frozenset(("unreadable", _NOT_THERE))
"""The reasons for which a file is refused, and looked at again the next time."""


@dataclass(slots=True)
class Survey:
    """The sources of one run."""

    files: Files
    texts: Table[Text]
    """By name in the report; chosen or not."""
    fields: Fields = DEFAULT
    """Which columns of tables name their rows."""
    only: Sequence[str] = ()
    """Patterns of the names of those that were chosen; all without patterns."""
    held: dict[str, bytes] = field(default_factory=dict)
    """Bytes of some of the sources that were opened, so that they are not opened again."""
    closed: bool = False
    """The system would not let some file be read."""

    def is_chosen(self, name: str) -> bool:
        """Whether a name is that of a source of this run."""
        return not self.only or fits(name, self.only)

    def chosen(self, beginning: str = "") -> Iterator[tuple[str, Text]]:
        """The sources by name, in order, or those whose names begin so."""
        return ((name, text) for name, text in self.texts.rows(beginning) if self.is_chosen(name))

    def unread(self) -> Iterator[tuple[str, File]]:
        """The files of which no texts are known."""
        self.texts.sort("file")
        return self.files.chosen(
            "SELECT * FROM files WHERE name {} ? AND NOT EXISTS "
            "(SELECT 1 FROM texts WHERE texts.file = CAST(files.name AS TEXT))"
        )

    def forget_unreadable(self) -> None:
        """Have the next run look again at what could not be read."""
        for reason in UNREADABLE:
            self.texts.drop("refused", reason)

    def read(self, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """The bytes of sources: those that are files of their own in their order, then the members
        of other files; what cannot be read any more comes without bytes.
        """
        inside: dict[str, list[str]] = {}
        for name in names:
            if (held := self.held.get(name)) is not None:
                yield name, held
            elif (file := self.texts[name].file) != name:
                inside.setdefault(file, []).append(name)
            else:
                yield from self._read(file, [name])
        for file, members in inside.items():
            yield from self._read(file, members)

    def _read(self, file: str, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        left = dict.fromkeys(names, b"")
        path = os.fsdecode(self.files[file].path)
        with suppress(OSError):
            for member in containers.members(path, self.fields, file, names):
                if left.pop(member.name, None) is not None:
                    yield member.name, member.data
                if not left:
                    break
        yield from left.items()


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


def looks_of(config: Config) -> Iterator[tuple[str, Stat | None]]:
    """How the files of the inbox look, by name, in no order and without holding them all."""
    return ((name, stat) for name, _, stat in _seen(config.root, _inbox(config), _own(config)))


def _inbox(config: Config) -> list[Path]:
    """The folders of the inbox, which need not be there."""
    return [folder for folder in config.inbox if folder.is_dir()]


def _own(config: Config) -> tuple[Path, ...]:
    """What the archive itself is made of and writes: to import it would be to double it."""
    made_of = (config.root / "site.yml", config.root / "themes", config.articles)
    written = (config.content / REPORT, config.output, config.cache)
    return tuple(path.resolve() for path in (*made_of, *written))


def _is_among(path: Path, own: Iterable[Path]) -> bool:
    return any(path.is_relative_to(one) for one in own)


def _archives_own(path: Path) -> Problem:
    return Problem(
        str(path),
        0,
        "this is the archive's own, and no text to import: its articles, its settings, or what it "
        "writes. Name the files or the folder that you have saved.",
        "هذا من الأرشيف نفسه وليس نصًا للاستيراد: مقالاته أو إعداداته أو ما يكتبه. سمِّ الملفات أو "
        "المجلد الذي حفظته أنت.",
    )


def _seen(
    root: Path, paths: Iterable[Path], own: Sequence[Path]
) -> Iterator[tuple[str, str | Path, Stat | None]]:
    """The files in folders, at any depth, and files that were named themselves, without those that
    are the archive's `own`: name, path and look of each.
    """
    for path in paths:
        if path.is_dir():
            there = path.resolve()
            inner = [one for one in own if one.is_relative_to(there)]
            for inside, stat in folders.scan(path, ENDINGS):
                if not (inner and _is_among(Path(inside).resolve(), inner)):
                    yield name_in(root, inside), inside, stat
        else:
            yield name_in(root, path), path, folders.look(path)


def survey(
    config: Config, ledger: Ledger, paths: Sequence[Path] = (), only: Sequence[str] = ()
) -> Survey:
    """The texts in and among `paths`, or in the inbox; of those files that the `ledger` knows, only
    such as look otherwise now are opened.

    ConfigError where a path lies in what is the archive's own; among others, that is passed over.
    """
    own = _own(config)
    if mistaken := [path for path in paths if _is_among(path.resolve(), own)]:
        raise ConfigError(map(_archives_own, mistaken))
    seen = _seen(config.root, paths or _inbox(config), own)
    return _surveyed(seen, ledger, fields.of(config.fields), only)


def scan(root: Path, paths: Iterable[Path]) -> Survey:
    """The texts in folders, at any depth, and in files that were named themselves."""
    return _surveyed(_seen(root, paths, ()), Ledger())


def _surveyed(
    seen: Iterable[tuple[str, str | Path, Stat | None]],
    ledger: Ledger,
    columns: Fields = DEFAULT,
    only: Sequence[str] = (),
) -> Survey:
    """The texts of the files seen; what lies in a folder beside its page is none."""
    texts = Table(Text, ("file", "digest"), ledger, "texts")
    found = Survey(Table(File, (), ledger, "files"), texts, columns, only)
    is_new = len(found.texts) == 0
    looks = ((name, File(os.fsencode(path), *(stat or _UNSEEN))) for name, path, stat in seen)
    for name in found.files.follow(looks, len(File._fields)):
        if not is_new:
            found.texts.drop("file", name)
    companions = Companions(found.files)
    if is_new:
        unread: Iterator[tuple[str, File]] = found.files.rows()
    else:
        unread = found.unread()
        for name, text in found.texts.rows() if companions else ():
            if text.file in companions:
                del found.texts[name]
    found.texts.fill(_texts(found, unread, companions))
    return found


def _texts(
    found: Survey, files: Iterable[tuple[str, File]], companions: Companions
) -> Iterator[tuple[str, Text]]:
    room = HELD
    for file, look in files:
        if file in companions:
            continue
        try:
            for member in containers.members(os.fsdecode(look.path), found.fields, file):
                yield member.name, _text(file, member)
                if len(member.data) <= room:
                    found.held[member.name] = member.data
                    room -= len(member.data)
        except OSError as error:
            found.closed = True
            absent = isinstance(error, FileNotFoundError)
            yield file, Text(file, "", _NOT_THERE if absent else "unreadable")


def _text(file: str, member: Member) -> Text:
    digest = "" if member.refused else sha256(member.data)
    packed_as = quote(member.original) if member.original else ""
    return Text(file, digest, member.refused, member.encoding, packed_as, member.line)


def fits(name: str, patterns: Iterable[str]) -> bool:
    """Whether a source's name, or the end of it from a slash on, fits one of the patterns."""
    name = normalize("NFC", name)  # a Mac writes names in pieces that nobody types
    return any(fnmatch(name, p) or fnmatch(name, f"*/{p}") for p in patterns)


def sha256(data: bytes) -> str:
    """The digest by which bytes are known in the report and in front matter."""
    return hashlib.sha256(data).hexdigest()
