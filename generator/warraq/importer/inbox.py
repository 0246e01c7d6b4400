"""From the inbox to the archive's content: each source file becomes one article, once.

What an editor has touched is the editor's: an article is only ever written again while it is, byte
for byte, what the importer wrote. Running twice is running once; a run that was stopped goes on
where it stopped; a lost report is made again from the articles themselves.
"""

import hashlib
import os
from base64 import b32encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from warraq import frontmatter
from warraq.config import Config
from warraq.errors import Problem
from warraq.importer import report
from warraq.importer.conversion import Conversion, convert
from warraq.importer.decoding import UndecodableError
from warraq.importer.report import Record

REPORT: Final = "import-report.jsonl"

_ID_LENGTH: Final = 10
_ID_STEP: Final = 2
_URGENT_DOUBTS: Final = ("broken characters", "encoding", "garbled", "future date", "no text")
"""Doubts that are worth a line on the screen; the others are in the report."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a run did, in source files, and what its user should know."""

    new: int
    unchanged: int
    updated: int
    """The source had changed and the article had not, so it was written again."""
    edited: int
    """Articles that their editors have changed: left alone."""
    refused: int
    problems: tuple[Problem, ...]
    duplicates: int = 0
    """Files whose bytes are those of another; among the unchanged or the new they do not count."""


def run(
    config: Config,
    *,
    today: date,
    paths: Sequence[Path] = (),
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> ImportReport:
    """Import the inbox folders, or `paths` (files and folders) instead, and write the report.

    Files stay where they are. Whatever a single file holds, the run goes on; OSError only where
    the content folder cannot be written.
    """
    shelf = _Shelf(config)
    folders = paths or [folder for folder in config.inbox if folder.is_dir()]
    sources = {shelf.name(path): path for path in _text_files(folders)}
    work = _Run(shelf, sources, today)
    try:
        for done, file in enumerate(sorted(sources)):
            progress(done, len(sources))
            work.take(file)
        progress(len(sources), len(sources))
    finally:
        shelf.save()
    return work.result()


def _text_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The text files in folders, at any depth, and files that were named themselves."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, _, names in os.walk(path):
            for name in names:
                if name.lower().endswith(".txt") and not name.startswith("."):
                    yield Path(folder, name)


class _Shelf:
    """The articles that are there, and the records of where they came from."""

    def __init__(self, config: Config) -> None:
        self.root = config.root
        self.articles = config.content / "articles"
        self._path = config.content / REPORT
        self.records, whole = report.read(self._path)
        self.damaged = not whole and self._path.exists()
        self._before = dict(self.records) if whole else None
        if not whole:
            for record in self.present.values():
                self.records.setdefault(record.file, record)

    @cached_property
    def present(self) -> dict[str, Record]:
        """By id, what the articles' own front matter says of their origin. Read only in need."""
        found: dict[str, Record] = {}
        for path in sorted(self.articles.rglob("*.md")):
            if record := self.recognise(path):
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
        return Record(file, digest, id=article_id, article=self.name(path), imported=day)

    def name(self, path: Path) -> str:
        """A file's name in the report: relative to the archive, whatever the system's separator."""
        try:
            return Path(os.path.relpath(path, self.root)).as_posix()
        except ValueError:  # another drive of Windows
            return path.as_posix()

    def path(self, name: str) -> Path:
        return self.root / name

    def digest(self, record: Record) -> str:
        """Of a record's article as it is now; '' where it is gone."""
        try:
            return _sha256(self.path(record.article).read_bytes()) if record.article else ""
        except OSError:
            return ""

    def save(self) -> None:
        """Write the report, if it says anything new."""
        if self.records != self._before:
            _write(self._path, report.write(self.records.values()).encode())


class _Run:
    """One run over the sources."""

    def __init__(self, shelf: _Shelf, sources: dict[str, Path], today: date) -> None:
        self.shelf = shelf
        self.sources = sources
        self.today = today
        self.counts = dict.fromkeys(
            ("new", "unchanged", "updated", "edited", "refused", "duplicates"), 0
        )
        self.problems: list[Problem] = []
        if shelf.damaged:
            self._warn(
                REPORT,
                "some of the import report could not be read; it was made again from the articles.",
                "تعذرت قراءة بعض تقرير الاستيراد، فأُعيد إنشاؤه من المقالات.",
            )

    def result(self) -> ImportReport:
        return ImportReport(**self.counts, problems=tuple(self.problems))

    @cached_property
    def digests(self) -> dict[str, str]:
        """SHA-256 of each source that can be read."""
        found: dict[str, str] = {}
        for file, path in self.sources.items():
            try:
                found[file] = _sha256(path.read_bytes())
            except OSError:
                continue
        return found

    @cached_property
    def owners(self) -> dict[str, str]:
        """Of each digest, the file whose article it is: the first that was imported, then the
        first by name.
        """
        known = self.shelf.records
        owners: dict[str, str] = {}
        ranked = sorted(
            self.digests, key=lambda file: (not _owns(known.get(file), self.digests[file]), file)
        )
        for file in ranked:
            owners.setdefault(self.digests[file], file)
        # Files that are not among today's sources may own these bytes too, while they exist.
        for record in known.values():
            digest = record.sha256
            if record.file in self.sources or not _owns(record, digest) or digest not in owners:
                continue
            if (
                not _owns(known.get(owners[digest]), digest)
                and self.shelf.path(record.file).exists()
            ):
                owners[digest] = record.file
        return owners

    @cached_property
    def strays(self) -> dict[str, Record]:
        """By digest, the records whose source has gone: a file that brings their bytes back under
        another name takes them over.
        """
        return {
            record.sha256: record
            for record in self.shelf.records.values()
            if record.article and not self.shelf.path(record.file).exists()
        }

    def take(self, file: str) -> None:
        """Bring one source and its article together."""
        digest = self.digests.get(file)
        known = self.shelf.records.get(file)
        if digest is None:
            self._refuse(file, known, "", "unreadable")
            return
        owner = self.owners[digest]
        if owner != file and not (known and known.article) and not self._is_refused(owner):
            self.shelf.records[file] = Record(file, digest, duplicate_of=owner)
            self.counts["duplicates"] += 1
            return
        if known is None or not known.article:
            known = self._adopted(file, digest)
        if known is None or not known.article:
            self._import(file, digest)
        else:
            self._compare(file, digest, known)

    def _is_refused(self, file: str) -> bool:
        record = self.shelf.records.get(file)
        return record is not None and record.refused != ""

    def _adopted(self, file: str, digest: str) -> Record | None:
        """The record of an article whose source was renamed."""
        stray = self.strays.pop(digest, None)
        if stray is None:
            return None
        del self.shelf.records[stray.file]
        return replace(stray, file=file)

    def _import(self, file: str, digest: str) -> None:
        converted = self._convert(file, digest, None)
        if converted is None:
            return
        for article_id in _ids(digest):
            record, page = self._page(file, digest, article_id, self.today.isoformat(), converted)
            there = self.shelf.path(record.article).exists()
            if not there and article_id not in self.shelf.ids:
                self._write(record, page, "new")
                return
            # A run that was killed before it wrote its report left this article.
            left = self.shelf.recognise(self.shelf.path(record.article)) if there else None
            if left and (left.file, left.sha256, left.id) == (file, digest, article_id):
                self._compare(file, digest, left)
                return

    def _compare(self, file: str, digest: str, known: Record) -> None:
        now = self.shelf.digest(known)
        if not now:
            known, now = self._moved(known)
        if known.written and now == known.written and known.sha256 == digest:
            self.shelf.records[file] = known
            self.counts["unchanged"] += 1
            return
        if known.written and now not in ("", known.written):
            self._leave(file, digest, known)
            return
        converted = self._convert(file, digest, known)
        if converted is None:
            return
        imported = known.imported or self.today.isoformat()
        record, page = self._page(file, digest, known.id, imported, converted)
        if not now:
            self._write(record, page, "new")
        elif known.written:
            self._write(record, page, "updated")
            if record.article != known.article:
                self.shelf.path(known.article).unlink()
        elif now == record.written and record.article == known.article:
            self.shelf.records[file] = record
            self.counts["unchanged"] += 1
        else:
            self._leave(file, digest, replace(record, article=known.article, sha256=known.sha256))

    def _moved(self, known: Record) -> tuple[Record, str]:
        """An article that its editor has put elsewhere is known by its id."""
        there = self.shelf.present.get(known.id)
        if there is None:
            return known, ""
        known = replace(known, article=there.article)
        return known, self.shelf.digest(known)

    def _leave(self, file: str, digest: str, known: Record) -> None:
        """Leave an article to its editor."""
        self.counts["edited"] += 1
        self.shelf.records[file] = known
        if digest != known.sha256:
            self._warn(
                file,
                f"the file has changed, and so has its article {known.article}, "
                "which was left as it is. Compare the two by hand, "
                "or delete the article to have it imported again.",
                f"تغيّر الملف، وتغيّر مقاله {known.article} أيضًا، فتُرك المقال على حاله. "
                "قارن بينهما بنفسك، أو احذف المقال ليُستورد من جديد.",
            )

    def _convert(self, file: str, digest: str, known: Record | None) -> Conversion | None:
        try:
            data = self.sources[file].read_bytes()
            return convert(data, file, self.today)
        except UndecodableError as error:
            self._refuse(file, known, digest, error.reason)
        except OSError:
            self._refuse(file, known, digest, "unreadable")
        return None

    def _page(
        self, file: str, digest: str, article_id: str, imported: str, made: Conversion
    ) -> tuple[Record, bytes]:
        """The article's file, and the record of it."""
        provenance = {
            "file": file,
            "sha256": digest,
            "encoding": made.encoding,
            "imported": imported,
        }
        page = made.text(article_id, provenance).encode()
        record = Record(
            file=file,
            sha256=digest,
            encoding=made.encoding,
            id=article_id,
            article=self.shelf.name(self.shelf.articles / _place(article_id, made.day)),
            written=_sha256(page),
            imported=imported,
            title=str(made.values["title"]),
            title_from=str(made.values["title_from"]),
            date=str(made.values.get("date", "")),
            date_from=str(made.values["date_from"]),
            removed=tuple({"line": c.line, "text": c.text, "rule": c.rule} for c in made.cuts),
            doubts=made.doubts,
        )
        return record, page

    def _write(self, record: Record, page: bytes, count: str) -> None:
        _write(self.shelf.path(record.article), page)
        self.shelf.records[record.file] = record
        self.shelf.ids.add(record.id)
        self.counts[count] += 1
        for doubt in record.doubts:
            if doubt in _URGENT_DOUBTS:
                en, ar = report.DOUBTS[doubt]
                self._warn(
                    record.file, f"{en}. Look at {record.article}.", f"{ar}. راجع {record.article}."
                )

    def _refuse(self, file: str, known: Record | None, digest: str, reason: str) -> None:
        self.counts["refused"] += 1
        if known is None or not known.article:
            self.shelf.records[file] = Record(file, digest, refused=reason)
        en, ar = report.REASONS[reason]
        self._warn(file, f"the file was not imported: {en}.", f"لم يُستورد الملف: {ar}.")

    def _warn(self, file: str, en: str, ar: str) -> None:
        self.problems.append(Problem(file, 0, en, ar, "warning"))


def _owns(record: Record | None, digest: str) -> bool:
    return record is not None and record.article != "" and record.sha256 == digest


def _ids(digest: str) -> Iterator[str]:
    """Ids for a source's digest: ten letters and digits (50 bits), and two more as long as that
    one is taken by another article. Base32 in small letters is safe on every file system.
    """
    letters = b32encode(bytes.fromhex(digest)).decode().rstrip("=").lower()
    return (letters[:length] for length in range(_ID_LENGTH, len(letters) + 1, _ID_STEP))


def _place(article_id: str, day: date | None) -> str:
    if day is None:
        return f"undated/{article_id[:2]}/{article_id}.md"
    return f"{day.year:04}/{day.month:02}/{article_id}.md"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """Write beside, then rename, so that no half article is ever there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
