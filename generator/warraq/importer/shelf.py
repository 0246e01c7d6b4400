"""The articles that are there, and the records of where each came from."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

from warraq import folders, frontmatter
from warraq.config import Config
from warraq.folders import Stat
from warraq.importer import report
from warraq.importer.report import Record
from warraq.importer.sources import Seen, Text, name_in, sha256

REPORT: Final = "import-report.jsonl"


def scan(config: Config) -> Iterator[tuple[str, Stat]]:
    """The articles of an archive, by name, and how each looks."""
    for path, stat in folders.scan(config.articles, (".md",)):
        yield name_in(config.root, path), stat


class Shelf:
    """An archive's articles, as the importer knows them."""

    def __init__(
        self, config: Config, stats: Mapping[str, Stat], remembered: Mapping[str, Seen]
    ) -> None:
        """`stats` says how the articles look, by name."""
        self.root = config.root
        self.articles = config.articles
        self._report = config.content / REPORT
        self.stats = dict(stats)
        self._digests = {
            name: remembered[name][1][0].digest
            for name, stat in stats.items()
            if name in remembered and remembered[name][0] == stat
        }
        self.records, whole = report.read(self._report)
        self.damaged = not whole and self._report.exists()
        self._before = dict(self.records) if whole else None
        if not whole:
            for record in self.present.values():
                self.records.setdefault(record.file, record)

    @cached_property
    def present(self) -> dict[str, Record]:
        """By id, what the articles' own front matter says of their origin. Read only in need."""
        found: dict[str, Record] = {}
        for name in sorted(self.stats):
            if record := self.recognise(self.path(name)):
                found.setdefault(record.id, record)
        return found

    @cached_property
    def ids(self) -> set[str]:
        """The ids that are taken."""
        return {record.id for record in self.records.values() if record.id}

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
        if not name:
            return ""
        if name not in self._digests:
            try:
                self._digests[name] = sha256(self.path(name).read_bytes())
            except OSError:
                return ""
        return self._digests[name]

    def put(self, record: Record, page: bytes) -> None:
        """Write an article and note where it came from."""
        path = self.path(record.article)
        folders.write_atomically(path, page)
        self.records[record.file] = record
        self.ids.add(record.id)
        self.stats[record.article] = folders.stat_of(path)
        self._digests[record.article] = record.written

    def drop(self, name: str) -> None:
        """Remove an article that has moved to another folder."""
        self.path(name).unlink(missing_ok=True)
        self.stats.pop(name, None)

    def save(self) -> None:
        """Write the report, if it says anything new."""
        if self.records != self._before:
            folders.write_atomically(self._report, report.write(self.records.values()))

    def seen(self) -> dict[str, Seen]:
        """How the articles look, and the digests of those that were read, to be remembered."""
        return {
            name: (self.stats[name], (Text(name, digest),))
            for name, digest in self._digests.items()
            if name in self.stats
        }
