"""The articles that are there, and the records of where each came from."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from warraq import folders, frontmatter
from warraq.config import Config
from warraq.folders import Stat
from warraq.importer import report
from warraq.importer.ledger import Ledger, Table
from warraq.importer.report import Record
from warraq.importer.sources import REPORT, Survey, Text, name_in, sha256


def scan(config: Config) -> Iterator[tuple[str, Stat]]:
    """The articles of an archive, by name, and how each looks."""
    for path, stat in folders.scan(config.articles, (".md",)):
        if stat is not None:
            yield name_in(config.root, path), stat


class Page(NamedTuple):
    """An article's file."""

    size: int
    mtime_ns: int
    inode: int
    digest: str = ""
    """SHA-256; '' if it was not read yet."""

    @property
    def stat(self) -> Stat:
        """How it looks."""
        return Stat(*self[:3])


class Entry(NamedTuple):
    """A record: what a run decides by, and the line of the report."""

    sha256: str
    article: str
    id: str
    written: str
    refused: str
    duplicate_of: str
    said: str
    line: bytes


_DECIDING: Final = Entry._fields[:-1]
"""The fields of a record that a run decides by."""


_UNSETTLED: Final = """
    SELECT texts.* FROM texts
    LEFT JOIN entries ON entries.name = texts.name
    LEFT JOIN pages ON pages.name = CAST(entries.article AS BLOB)
    WHERE texts.name {} ? AND (
        entries.written != '' AND entries.sha256 = texts.digest AND pages.digest = entries.written
    ) IS NOT TRUE
"""
"""What `Shelf.is_settled` says of each text, for all of them at once."""
_LOOSE: Final = """
    SELECT entries.* FROM entries
    LEFT JOIN texts ON texts.name = entries.name
    WHERE entries.name {} ? AND (entries.article = '' OR entries.sha256 IS NOT texts.digest)
"""
_COPIES: Final = "SELECT * FROM entries WHERE name {} ? AND duplicate_of != ''"


def _entry(values: Mapping[str, Any], line: bytes) -> Entry:
    """A line of the report as the shelf keeps it."""
    digest, article, article_id, written, refused, owner, said = (
        str(values.get(name, "")) for name in _DECIDING
    )
    return Entry(digest, article, article_id, written, refused, owner, said, line)


def _entry_of(record: Record) -> Entry:
    """A record as the shelf keeps it."""
    return Entry(
        record.sha256, record.article, record.id, record.written, record.refused,
        record.duplicate_of, record.said, report.line(record),
    )  # fmt: skip


class Shelf:
    """An archive's articles, as the importer knows them."""

    def __init__(self, config: Config, ledger: Ledger, survey: Survey) -> None:
        self.root = config.root
        self.folder = name_in(config.root, config.articles)
        """In which the articles lie."""
        self._report = config.content / REPORT
        self._ledger = ledger
        self._texts = survey.texts
        self.pages = Table(Page, (), ledger, "pages")
        """The articles by name."""
        for _ in self.pages.follow(_pages(config), len(Stat._fields)):
            pass  # those that look as they did keep their digests
        self.entries = Table(Entry, ("sha256", "id", "said"), ledger, "entries")
        """The records by their sources."""
        self._changed = False
        self.damaged = False
        whole = self._read()
        if not whole:
            for record in self.present.values():
                if record.file not in self.entries:
                    self.note(record)
            self._changed = True

    def _read(self) -> bool:
        """Read the report, unless it is known, and say whether it is whole."""
        if not self._report.is_file():
            self.entries.clear()
            return False
        if self._ledger.noted("report") != self._look():
            self.entries.clear()
            self.entries.fill(self._entries())
        return not self.damaged

    def _look(self) -> str:
        """How the report looks."""
        return str(folders.look(self._report))

    def _entries(self) -> Iterator[tuple[str, Entry]]:
        for line in report.lines(self._report):
            if values := report.values(line):
                yield str(values["file"]), _entry(values, line)
            else:
                self.damaged = True

    def is_settled(self, name: str, digest: str) -> bool:
        """A source is as it was, and its article as the importer wrote it."""
        known = self.entries.get(name)
        if known is None or not known.written or known.sha256 != digest:
            return False
        page = self.pages.get(known.article)
        return page is not None and page.digest == known.written

    def unsettled(self) -> Iterator[tuple[str, Text]]:
        """The texts of the survey beside it in the ledger that are not settled, in order."""
        return self._texts.chosen(_UNSETTLED)

    def loose(self) -> Iterator[tuple[str, Entry]]:
        """The records without an article, or whose sources are not as they were."""
        return self.entries.chosen(_LOOSE)

    def copies(self) -> Iterator[tuple[str, Entry]]:
        """The records of sources whose bytes or text are those of another."""
        return self.entries.chosen(_COPIES)

    def record(self, name: str) -> Record | None:
        """What is known of a source."""
        found = self.entries.get(name)
        return report.record(found.line) if found else None

    def note(self, record: Record) -> None:
        """Take down what became of a source. A line that says so stays as it is written."""
        known, now = self.entries.get(record.file), _entry_of(record)
        if known is None or (known != now and report.record(known.line) != record):
            self.entries[record.file] = now
            self._changed = True

    def forget(self, name: str) -> None:
        """There is nothing to tell of a source any more."""
        del self.entries[name]
        self._changed = True

    @cached_property
    def present(self) -> dict[str, Record]:
        """By id, what the articles' own front matter says of their origin. Read only in need."""
        found: dict[str, Record] = {}
        for name in self.pages:
            if record := self.recognise(self.path(name)):
                found.setdefault(record.id, record)
        return found

    def has_id(self, article_id: str) -> bool:
        """Whether an id is taken."""
        return self.entries.where("id", article_id) != []

    def recognise(self, path: Path) -> Record | None:
        """The record that an article's provenance gives; what was written is not known any more."""
        try:
            values = frontmatter.parse(path.read_text(encoding="utf-8"), path.name).values
        except (OSError, UnicodeDecodeError):
            return None
        origin, article_id = values.get("provenance"), values.get("id")
        if not isinstance(origin, dict) or not isinstance(article_id, str):
            return None
        file, digest, day = (str(origin.get(k, "")) for k in ("file", "sha256", "imported"))
        if not file:
            return None
        return Record(file, digest, id=article_id, article=name_in(self.root, path), imported=day)

    def path(self, name: str) -> Path:
        """Where a file of the report lies."""
        return self.root / name

    def digest(self, record: Record) -> str:
        """Of a record's article as it is now; '' where it is gone."""
        name = record.article
        page = self.pages.get(name) if name else None
        if page is not None and page.digest:
            return str(page.digest)
        try:
            digest = sha256(self.path(name).read_bytes()) if name else ""
        except OSError:
            return ""
        if page is not None:
            self.pages[name] = page._replace(digest=digest)
        return digest

    def put(self, record: Record, page: bytes) -> None:
        """Write an article and note where it came from."""
        path = f"{self.root}/{record.article}"
        folders.write_atomically(path, page)
        self.entries[record.file] = _entry_of(record)
        self._changed = True
        self.pages[record.article] = Page(*folders.stat_of(path), record.written)

    def drop(self, name: str) -> None:
        """Remove an article that has moved to another folder."""
        self.path(name).unlink(missing_ok=True)
        self.pages.pop(name, None)

    def save(self) -> None:
        """Write the report, if it says anything new."""
        if self._changed:
            lines = (entry.line for _, entry in self.entries.rows())
            folders.write_atomically(self._report, lines)
        self._ledger.note("report", self._look())


def _pages(config: Config) -> Iterator[tuple[str, Page]]:
    return ((name, Page(*stat)) for name, stat in scan(config))
