"""From the inbox to the archive's content: each source becomes one article, once.

What an editor has touched is the editor's: an article is only ever written again while it is, byte
for byte, what the importer wrote. Running twice is running once; a run that was stopped goes on
where it stopped; a lost report is made again from the articles themselves.
"""

from base64 import b32encode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from warraq.batches import spread
from warraq.config import Config, term_merges
from warraq.errors import ConfigError, Problem
from warraq.folders import Stat
from warraq.importer import fields, memory, report, shelf, sources
from warraq.importer.conversion import Conversion, convert
from warraq.importer.decoding import UndecodableError
from warraq.importer.fields import Fields
from warraq.importer.habits import Habits
from warraq.importer.member import holders, table_of
from warraq.importer.outlets import Outlets, learn
from warraq.importer.report import ImportReport, Record
from warraq.importer.shelf import REPORT, Shelf
from warraq.importer.sources import Survey, sha256
from warraq.importer.teaching import teach
from warraq.importer.vocabulary import Vocabulary, vocabulary_of
from warraq.model import Article

BATCH: Final = 32
"""Texts converted by one task."""

_ID_LENGTH: Final = 10
_ID_STEP: Final = 2
_URGENT_DOUBTS: Final = ("broken characters", "encoding", "garbled", "future date", "no text")
"""Doubts that are worth a line on the screen; the others are in the report."""

Progress = Callable[[int, int], None]


def run(
    config: Config,
    executor: Executor,
    *,
    today: date,
    paths: Sequence[Path] = (),
    only: Sequence[str] = (),
    force: Sequence[Path] = (),
    dry_run: bool = False,
    known: Callable[[], Sequence[Article]] = tuple,
    progress: Progress = lambda _done, _total: None,
) -> ImportReport:
    """Import the inbox folders, or `paths` (files and folders) instead, and write the report.

    `only` are patterns (`*.txt`, `hespress/*`): other sources are passed over. The sources in
    `force` are converted anew even where their articles have been edited. A dry run writes nothing
    and says what a run would do. `known` gives the archive's articles, from whose tags and
    categories those of new ones are suggested; it is asked only where there is something to
    convert, and what it gives changes no article that is there. Source files stay where they are.
    Whatever a single file holds, the run goes on; OSError only where the content folder cannot be
    written, ConfigError where `force` names what is no source.
    """
    files = sources.files_of(config, paths)
    articles = dict(shelf.scan(config))
    whole = not (paths or only or force or dry_run)
    if whole and (said := memory.outcome(config.cache, _seal(config, files, articles))):
        return said
    remembered = memory.digests(config)
    survey = sources.survey(files, remembered, fields.of(config.fields))
    books = Shelf(config, articles, remembered)
    forced = _forced(config.root, survey, force)
    work = _Run(books, _only(survey, only), today, forced, dry_run=dry_run)
    try:
        work.decide()
        if work.tasks:
            wanted = [task.name for task in work.tasks]
            outlets = learn(config, survey, wanted, executor, today)
            work.convert(executor, outlets, work.learn_vocabulary(config, known()), progress)
    finally:
        if not dry_run:
            books.save()
            elsewhere = {} if whole else remembered  # a whole run has seen all that there is
            memory.keep_digests(config, {**elsewhere, **survey.seen, **books.seen()})
    done = work.result()
    if whole and not survey.closed:  # what opens it changes no look
        memory.keep_outcome(config.cache, _seal(config, files, books.stats), done)
    return done


def _seal(config: Config, files: sources.Files, articles: Mapping[str, Stat]) -> str:
    """How everything looks that an import depends on."""
    report_file = config.content / REPORT
    looks = ((name, stat) for name, (_, stat) in files.items())
    rules = f"{config.outlets} {dict(config.fields)}"
    return memory.seal(
        rules, looks, sorted(articles.items()), [(REPORT, sources.look(report_file))]
    )


def _only(survey: Survey, patterns: Sequence[str]) -> Survey:
    """The sources whose name, or the end of it, fits one of the patterns; all without patterns."""
    if not patterns:
        return survey
    kept = {n: source for n, source in survey.sources.items() if sources.fits(n, patterns)}
    return replace(survey, sources=kept)


def _forced(root: Path, survey: Survey, force: Sequence[Path]) -> frozenset[str]:
    """The sources that were named, by themselves or by the file that holds them."""
    names = {sources.name_in(root, path.resolve()) for path in force}
    forced = {name for name, s in survey.sources.items() if names & {name, s.file}}
    unknown = names - forced - {survey.sources[name].file for name in forced}
    if unknown:
        raise ConfigError([_no_source(name) for name in sorted(unknown)])
    return frozenset(forced)


def _no_source(name: str) -> Problem:
    return Problem(
        name,
        0,
        "is no text of the inbox, so it cannot be imported anew. Name the text's file, "
        "not its article.",
        "ليس نصًا في صندوق الوارد، فلا يمكن استيراده من جديد. سمّ ملف النص لا ملف المقال.",
    )


@dataclass(frozen=True, slots=True)
class _Task:
    """A source to convert, and what is known of its article."""

    name: str
    digest: str
    known: Record | None
    now: str
    """Digest of the article as it is; '' where there is none."""


class _Run:
    """One run over the sources: first decide for each what is to do, then do it."""

    def __init__(
        self,
        books: Shelf,
        survey: Survey,
        today: date,
        forced: frozenset[str],
        *,
        dry_run: bool,
    ) -> None:
        self.shelf = books
        self.survey = survey
        self.today = today
        self.forced = forced
        self.dry_run = dry_run
        self.tasks: list[_Task] = []
        self.counts: Counter[str] = Counter()
        self.doubtful: list[str] = []
        self.lasting: list[Problem] = []
        self.passing: list[Problem] = []
        self.notices: list[Problem] = []
        if books.damaged:
            self.passing.append(_damaged())

    def result(self) -> ImportReport:
        return ImportReport(
            **self.counts,
            doubtful=tuple(self.doubtful),
            lasting=tuple(self.lasting),
            passing=tuple(self.passing),
            notices=tuple(self.notices),
        )

    @cached_property
    def digests(self) -> dict[str, str]:
        """SHA-256 of each source that is a text."""
        return {n: source.digest for n, source in self.survey.sources.items() if source.digest}

    @cached_property
    def there(self) -> set[str]:
        """The sources in the files that were looked at, chosen or not."""
        return {text.name for _, texts in self.survey.seen.values() for text in texts}

    @cached_property
    def owners(self) -> dict[str, str]:
        """Of each digest, the source whose article it is: the first that was imported, then the
        first by name.
        """
        known = self.shelf.records
        owners: dict[str, str] = {}
        ranked = sorted(
            self.digests, key=lambda name: (not _owns(known.get(name), self.digests[name]), name)
        )
        for name in ranked:
            owners.setdefault(self.digests[name], name)
        # Sources that are not among today's may own these bytes too, while they exist.
        for record in known.values():
            digest = record.sha256
            if record.file in self.digests or not _owns(record, digest) or digest not in owners:
                continue
            if not _owns(known.get(owners[digest]), digest) and self._exists(record.file):
                owners[digest] = record.file
        return owners

    @cached_property
    def strays(self) -> dict[str, Record]:
        """By digest, the records whose source has gone: a source that brings their bytes back under
        another name takes them over.
        """
        return {
            record.sha256: record
            for record in self.shelf.records.values()
            if record.article and not self._exists(record.file)
        }

    def _exists(self, name: str) -> bool:
        """Whether a source is still there; a member is there as long as the file that holds it is,
        unless that file is among today's.
        """
        if name in self.there:
            return True
        file = next((n for n in (name, *holders(name)) if self.shelf.path(n).is_file()), "")
        return file != "" and file not in self.survey.seen

    def decide(self) -> None:
        """Sort the sources into those that need nothing and those to convert."""
        self._follow_rows()
        self._forget()
        for name in sorted(self.survey.sources):
            if reason := self.survey.sources[name].refused:
                self._refuse(name, self.shelf.records.get(name), "", reason)
            else:
                self._decide(name, self.digests[name])

    def _forget(self) -> None:
        """What was refused, or the copy of another, and is no more, has no story to tell."""
        records = self.shelf.records
        gone = [n for n, record in records.items() if not (record.article or self._exists(n))]
        for name in gone:
            del records[name]

    def _follow_rows(self) -> None:
        """Rows that others were put above, so that they have other numbers, take their records, and
        with these their articles' addresses, along. What had their names is known by its digest.
        """
        records = self.shelf.records
        moved: dict[tuple[str, str], Record] = {
            (table, record.sha256): record
            for name, record in records.items()
            if record.article
            and (table := table_of(name))
            and self.digests.get(name) != record.sha256
        }
        if not moved:
            return
        follow = {
            name: record
            for name, digest in self.digests.items()
            if (record := moved.pop((table_of(name), digest), None))
        }
        for record in follow.values():
            del records[record.file]
        for name, record in follow.items():
            if (other := records.pop(name, None)) and other.article:
                gone = f"{table_of(name)}#{other.sha256[:12]}"
                records[gone] = replace(other, file=gone)
            records[name] = replace(record, file=name)

    def _decide(self, name: str, digest: str) -> None:
        known = self.shelf.records.get(name)
        owner = self.owners[digest]
        if owner != name and not (known and known.article):
            self.shelf.records[name] = Record(name, digest, duplicate_of=owner)
            self.counts["duplicates"] += 1
            return
        if known is None or not known.article:
            known = self._adopted(name, digest)
        if known is None:
            self.tasks.append(_Task(name, digest, None, ""))
            return
        now = self.shelf.digest(known)
        if not now:
            known, now = self._moved(known)
        if name in self.forced:
            self.tasks.append(_Task(name, digest, replace(known, written=now), now))
        elif known.written and now == known.written and known.sha256 == digest:
            self.shelf.records[name] = known
            self.counts["unchanged"] += 1
        elif known.written and now not in ("", known.written):
            self._leave(name, digest, known)
        else:
            self.tasks.append(_Task(name, digest, known, now))

    def _adopted(self, name: str, digest: str) -> Record | None:
        """The record of an article whose source was renamed."""
        stray = self.strays.pop(digest, None)
        if stray is None:
            return None
        del self.shelf.records[stray.file]
        return replace(stray, file=name)

    def _moved(self, known: Record) -> tuple[Record, str]:
        """An article that its editor has put elsewhere is known by its id."""
        there = self.shelf.present.get(known.id)
        if there is None:
            return known, ""
        known = replace(known, article=there.article)
        return known, self.shelf.digest(known)

    def learn_vocabulary(self, config: Config, articles: Sequence[Article]) -> Vocabulary:
        """What the archive's own articles teach about tags and categories."""
        lesson = teach(config.cache, config.root, articles)
        if lesson.notice:
            self.notices.append(lesson.notice)
        merges = term_merges(config.content).get("tag", {})
        return vocabulary_of(articles, lesson.model, merges)

    def convert(
        self, executor: Executor, outlets: Outlets, vocabulary: Vocabulary, progress: Progress
    ) -> None:
        """Convert what is to be converted, and write it, source by source."""
        total = len(self.tasks)
        by_name = {task.name: task for task in self.tasks}
        texts = ((name, data, outlets.habits(name)) for name, data in self.survey.read(by_name))
        work = partial(
            convert_batch, today=self.today, vocabulary=vocabulary, fields=self.survey.fields
        )
        made = spread(executor, work, texts, size=BATCH)
        for done, (name, conversion) in enumerate(made):
            progress(done, total)
            self._settle(by_name[name], conversion)
        progress(total, total)
        self._refuse_copies()

    def _settle(self, task: _Task, made: Conversion | str) -> None:
        """Write a converted source's article, or leave or refuse it."""
        if isinstance(made, str):
            self._refuse(task.name, task.known, task.digest, made)
        elif task.known is None:
            self._import(task, made)
        else:
            self._compare(task, task.known, made)

    def _import(self, task: _Task, made: Conversion) -> None:
        name, digest = task.name, task.digest
        for article_id in _ids(digest):
            record, page = self._page(task, article_id, self.today.isoformat(), made)
            there = record.article in self.shelf.stats
            if not there and article_id not in self.shelf.ids:
                self._write(record, page, "new")
                return
            # A run that was killed before it wrote its report left this article.
            left = self.shelf.recognise(self.shelf.path(record.article)) if there else None
            if left and (left.file, left.sha256, left.id) == (name, digest, article_id):
                self._compare(replace(task, now=self.shelf.digest(left)), left, made)
                return

    def _compare(self, task: _Task, known: Record, made: Conversion) -> None:
        """The article may be there, and may be what this conversion gives."""
        record, page = self._page(task, known.id, known.imported or self.today.isoformat(), made)
        if not task.now:
            self._write(record, page, "new")
        elif known.written:
            self._write(record, page, "updated")
            if record.article != known.article and not self.dry_run:
                self.shelf.drop(known.article)
        elif task.now == record.written and record.article == known.article:
            self.shelf.records[task.name] = record
            self.counts["unchanged"] += 1
        else:
            mine = replace(record, article=known.article, sha256=known.sha256)
            self._leave(task.name, task.digest, mine)

    def _page(
        self, task: _Task, article_id: str, imported: str, made: Conversion
    ) -> tuple[Record, bytes]:
        """The article's file, and the record of it."""
        source = self.survey.sources[task.name]
        provenance = {
            "file": task.name,
            "sha256": task.digest,
            "encoding": source.encoding or made.encoding,
            "imported": imported,
        }
        page = made.text(article_id, provenance).encode()
        folder = sources.name_in(self.shelf.root, self.shelf.articles)
        record = Record(
            file=task.name,
            sha256=task.digest,
            packed_as=source.packed_as,
            encoding=source.encoding or made.encoding,
            id=article_id,
            article=f"{folder}/{_place(article_id, made.day)}",
            written=sha256(page),
            imported=imported,
            title=str(made.values["title"]),
            title_from=str(made.values["title_from"]),
            date=str(made.values.get("date", "")),
            date_from=str(made.values["date_from"]),
            removed=made.cuts,
            doubts=made.doubts,
        )
        return record, page

    def _write(self, record: Record, page: bytes, count: str) -> None:
        if not self.dry_run:
            self.shelf.put(record, page)
        self.counts[count] += 1
        if record.doubts:
            self.doubtful.append(record.file)
        for doubt in record.doubts:
            if doubt in _URGENT_DOUBTS:
                en, ar = report.DOUBTS[doubt]
                self.passing.append(
                    Problem(
                        record.file,
                        0,
                        f"{en}. Look at {record.article}.",
                        f"{ar}. راجع {record.article}.",
                        "warning",
                    )
                )

    def _leave(self, name: str, digest: str, known: Record) -> None:
        """Leave an article to its editor."""
        self.counts["edited"] += 1
        self.shelf.records[name] = known
        if digest != known.sha256:
            self.lasting.append(_both_changed(name, known.article))

    def _refuse(self, name: str, known: Record | None, digest: str, reason: str) -> None:
        self.counts["refused"] += 1
        if known is None or not known.article:
            self.shelf.records[name] = Record(name, digest, refused=reason)
        en, ar = report.REASONS[reason]
        row = table_of(name) != ""
        self.lasting.append(
            Problem(
                name,
                self.survey.sources[name].line,
                f"the {'row' if row else 'file'} was not imported: {en}.",
                f"لم يُستورد {'الصف' if row else 'الملف'}: {ar}.",
                "warning",
            )
        )

    def _refuse_copies(self) -> None:
        """Copies of what was refused are refused for the same reason."""
        for name in sorted(self.digests):
            copy = self.shelf.records.get(name)
            owner = self.shelf.records.get(copy.duplicate_of) if copy else None
            if owner is not None and owner.refused:
                self.counts["duplicates"] -= 1
                self._refuse(name, None, self.digests[name], owner.refused)


def convert_batch(
    texts: Iterable[tuple[str, bytes, Habits]], today: date, vocabulary: Vocabulary, fields: Fields
) -> list[tuple[str, Conversion | str]]:
    """`convert` for several sources: the unit of work of an executor. A reason of `report.REASONS`
    stands in for a conversion that could not be made.
    """
    made: list[tuple[str, Conversion | str]] = []
    for name, data, habits in texts:
        try:
            made.append((name, convert(data, name, today, habits, vocabulary, fields=fields)))
        except UndecodableError as error:
            made.append((name, error.reason))
    return made


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


def _damaged() -> Problem:
    return Problem(
        REPORT,
        0,
        "some of the import report could not be read; it was made again from the articles.",
        "تعذرت قراءة بعض تقرير الاستيراد، فأُعيد إنشاؤه من المقالات.",
        "warning",
    )


def _both_changed(name: str, article: str) -> Problem:
    return Problem(
        name,
        0,
        f"the file has changed, and so has its article {article}, which was left as it is. "
        f"Compare the two by hand, or run `warraq import --force {name}` to have it made anew.",
        f"تغيّر الملف، وتغيّر مقاله {article} أيضًا، فتُرك المقال على حاله. "
        f"قارن بينهما بنفسك، أو نفّذ `warraq import --force {name}` ليُنشأ من جديد.",
        "warning",
    )
