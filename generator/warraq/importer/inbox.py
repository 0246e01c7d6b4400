"""From the inbox to the archive's content: each source becomes one article, once.

What an editor has touched is the editor's: an article is only ever written again while it is, byte
for byte, what the importer wrote. Running twice is running once; a run that was stopped goes on
where it stopped; a lost report is made again from the articles themselves.
"""

import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from warraq import folders, garbage
from warraq.batches import SerialExecutor, spread, wake
from warraq.config import Config, Outlet, term_merges
from warraq.errors import ConfigError, Problem, Severity
from warraq.folders import Stat
from warraq.importer import memory, report, shelf, sources
from warraq.importer.album import Album
from warraq.importer.conversion import Conversion, convert
from warraq.importer.decoding import UndecodableError
from warraq.importer.fields import Fields
from warraq.importer.habits import Habits
from warraq.importer.ledger import Table
from warraq.importer.member import holders, table_of
from warraq.importer.outlets import Outlets, learn, rules_of
from warraq.importer.report import ImportReport, Record
from warraq.importer.shelf import Entry, Shelf
from warraq.importer.sources import REPORT, Files, Survey, Text, sha256
from warraq.importer.teaching import teach
from warraq.importer.vocabulary import Vocabulary, vocabulary_of
from warraq.model import Article

BATCH: Final = 32
"""Texts converted by one task."""

FEW: Final = 16
"""Texts for which no processes are started: to start two costs half a second."""

_ID_LENGTH: Final = 10
_ID_STEP: Final = 2
_BASE32: Final = "abcdefghijklmnopqrstuvwxyz234567"
"""RFC 4648, in small letters."""
_URGENT_DOUBTS: Final = (
    "broken characters",
    "head",
    "encoding",
    "garbled",
    "future date",
    "no text",
)
"""Doubts that are worth a line on the screen; the others are in the report."""

Progress = Callable[[int, int], None]


@garbage.unsought()
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
    whole = not (paths or only or force or dry_run)
    if whole and (said := memory.outcome(config.cache, partial(_seal_of, config))):
        return said
    ledger = memory.ledger(config)
    if ledger.is_new:
        wake(executor)
    survey = sources.survey(config, ledger, paths, only)
    books = Shelf(config, ledger, survey)
    forced = _forced(config.root, survey, force)
    album = Album(config, survey, paths, _ids, dry_run=dry_run)
    work = _Run(books, survey, album, today, forced, rules=config.outlets, dry_run=dry_run)
    try:
        work.decide()
        if work.tasks:
            crew = executor if len(work.tasks) > FEW else SerialExecutor()
            outlets = learn(config, survey, work.tasks, crew, today)
            work.convert(crew, outlets, work.learn_vocabulary(config, known()), progress)
        work.part_pictures()
    finally:
        if not dry_run:
            books.save()
            if not paths:  # these may be all that the tables know of
                survey.forget_unreadable()
                memory.keep(config, ledger)
    done = work.result()
    if whole and not survey.closed:  # what opens it changes no look
        memory.keep_outcome(config.cache, _seal(config, survey.files, books), done)
    return done


def _seal_of(config: Config) -> str:
    """How everything looks that an import depends on."""
    return _sealed(config, sources.looks_of(config), shelf.scan(config))


def _seal(config: Config, files: Files, books: Shelf) -> str:
    """As `_seal_of`: how everything looked to this run, and the articles that it wrote."""
    looks = ((name, file.stat) for name, file in files.rows())
    return _sealed(config, looks, ((name, page.stat) for name, page in books.pages.rows()))


def _sealed(
    config: Config,
    inbox: Iterable[tuple[str, Stat | None]],
    articles: Iterable[tuple[str, Stat | None]],
) -> str:
    rules = f"{config.outlets} {dict(config.fields)}"
    return memory.seal(rules, inbox, articles, [(REPORT, folders.look(config.content / REPORT))])


def _forced(root: Path, survey: Survey, force: Sequence[Path]) -> frozenset[str]:
    """The sources that were named, by themselves or by the file that holds them."""
    names = {sources.name_in(root, path.resolve()) for path in force}
    if not names:
        return frozenset()
    forced = {name for name, text in survey.chosen() if names & {name, text.file}}
    unknown = names - forced - {survey.texts[name].file for name in forced}
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


class _Task(NamedTuple):
    """A source to convert, and what is known of its article."""

    digest: str
    known: bytes
    """The record, as a line of the report; b'' if there is none."""
    now: str
    """Digest of the article as it is; '' where there is none."""


class _Run:
    """One run over the sources: first decide for each what is to do, then do it."""

    def __init__(
        self,
        books: Shelf,
        survey: Survey,
        album: Album,
        today: date,
        forced: frozenset[str],
        *,
        rules: Sequence[Outlet],
        dry_run: bool,
    ) -> None:
        self.shelf = books
        self.survey = survey
        self.album = album
        self.pictures: list[str] = []
        self.rules = rules
        self.today = today
        self.forced = forced
        self.dry_run = dry_run
        self.tasks = Table(_Task)
        self.counts: Counter[str] = Counter()
        self.lasting: list[Problem] = []
        self.passing: list[Problem] = []
        self.notices: list[Problem] = []
        if books.damaged:
            self.passing.append(_damaged())

    def result(self) -> ImportReport:
        return ImportReport(
            **self.counts,
            lasting=tuple(self.lasting),
            passing=tuple(self.passing),
            notices=tuple(self.notices),
        )

    def _owner(self, name: str, digest: str) -> str:
        """The source whose article these bytes are: the first that was imported, then the first by
        name. One that is not among today's may own them too, while it exists.
        """
        imported = [n for n, entry in self.shelf.entries.where("sha256", digest) if entry.article]
        same = (n for n, _ in self.survey.texts.where("digest", digest))
        today = list(filter(self.survey.is_chosen, same))
        mine = [known for known in imported if known in today]
        others = (known for known in imported if not self._digest(known) and self._exists(known))
        return next(chain(mine, others, today), name)

    @cached_property
    def strays(self) -> dict[str, str]:
        """By digest, the sources that have gone: one that brings their bytes back under another
        name takes their articles over.
        """
        return {
            entry.sha256: name
            for name, entry in self.shelf.loose()
            if entry.article and not self._exists(name)
        }

    def _text(self, name: str) -> Text | None:
        """A source of this run; None if it is none."""
        return self.survey.texts.get(name) if self.survey.is_chosen(name) else None

    def _digest(self, name: str) -> str:
        """Of a source of this run that is a text; '' of any other."""
        text = self._text(name)
        return text.digest if text else ""

    def _exists(self, name: str) -> bool:
        """Whether a source is still there; a member is there as long as the file that holds it is,
        unless that file is among today's.
        """
        if name in self.survey.texts:
            return True
        file = next((n for n in (name, *holders(name)) if self.shelf.path(n).is_file()), "")
        closed = self.survey.texts.get(file)
        unread = closed is not None and closed.refused in sources.UNREADABLE
        return file != "" and (unread or file not in self.survey.files)

    def decide(self) -> None:
        """Sort the sources into those that need nothing and those to convert."""
        self._follow_rows()
        self._forget()
        for name, text in self._not_settled():
            if text.refused == "picture":
                self.pictures.append(name)  # an article may take it along
            elif text.refused:
                self._refuse(name, self.shelf.record(name), "", text.refused)
            else:
                self._decide(name, text.digest)

    def _not_settled(self) -> Iterator[tuple[str, Text]]:
        """The sources that are not as they were, or whose articles are not as the importer wrote
        them or not by today's rules, and those that are forced; the others are counted.
        """
        renewed = dict(self._ruled_otherwise())
        if self.survey.only or self.forced:
            for name, text in self.survey.chosen():
                settled = self.shelf.is_settled(name, text.digest)
                if name in self.forced or name in renewed or not settled:
                    yield name, text
                else:
                    self.counts["unchanged"] += 1
            return
        self.counts["unchanged"] += len(self.survey.texts)
        for name, text in chain(self.shelf.unsettled(), renewed.items()):
            self.counts["unchanged"] -= 1
            yield name, text

    def _ruled_otherwise(self) -> Iterator[tuple[str, Text]]:
        """The sources of settled articles of whose outlets site.yml says something else now."""
        for name, entry in self.shelf.entries.rows() if self.rules else self.shelf.ruled():
            if entry.article and entry.rules != rules_of(self.rules, name):
                text = self._text(name)
                if text and self.shelf.is_settled(name, text.digest):
                    yield name, text

    def _forget(self) -> None:
        """What was refused, or the copy of another, and is no more, has no story to tell."""
        for name, entry in self.shelf.loose():
            if not (entry.article or self._exists(name)):
                self.shelf.forget(name)

    def _follow_rows(self) -> None:
        """Rows that others were put above, so that they have other numbers, take their records, and
        with these their articles' addresses, along. What had their names is known by its digest.
        """
        moved: dict[tuple[str, str], str] = {
            (table, entry.sha256): name
            for name, entry in self._not_as_they_were()
            if entry.article and (table := table_of(name)) and self._digest(name) != entry.sha256
        }
        if not moved:
            return
        follow = {
            name: record
            for name, text in self.survey.chosen()
            if (known := moved.pop((table_of(name), text.digest), None))
            and (record := self.shelf.record(known))
        }
        for record in follow.values():
            self.shelf.forget(record.file)
        for name, record in follow.items():
            if (other := self.shelf.record(name)) and other.article:
                gone = f"{table_of(name)}#{other.sha256[:12]}"
                self.shelf.note(replace(other, file=gone))
            self.shelf.note(replace(record, file=name))

    def _not_as_they_were(self) -> Iterator[tuple[str, Entry]]:
        """The records of which some were made of sources that are not today's, or are others."""
        return self.shelf.entries.rows() if self.survey.only else self.shelf.loose()

    def _decide(self, name: str, digest: str) -> None:
        known = self.shelf.record(name)
        owner = self._owner(name, digest)
        if owner != name and not (known and known.article):
            self.shelf.note(Record(name, digest, duplicate_of=owner))
            self.counts["duplicates"] += 1
            return
        if known and self._still_says_the_same(known, digest):
            self.counts["duplicates"] += 1
            return
        if known is None or not known.article:
            known = self._adopted(name, digest)
        if known is None:
            self.tasks[name] = _Task(digest, b"", "")
            return
        known, now = self._found(known)
        if name in self.forced:
            self._plan(name, digest, replace(known, written=now), now)
        elif now == known.written != "" and self._is_made_of(known, name, digest):
            self.shelf.note(known)
            self.counts["unchanged"] += 1
        elif known.written and now not in ("", known.written):
            self._leave(name, digest, known)
        else:
            self._plan(name, digest, known, now)

    def _is_made_of(self, known: Record, name: str, digest: str) -> bool:
        """A record's article was made of these bytes, by the rules of today."""
        return known.sha256 == digest and known.rules == rules_of(self.rules, name)

    def _still_says_the_same(self, known: Record, digest: str) -> bool:
        """A source was found to say what another does, and neither has changed since."""
        if not known.said or known.sha256 != digest:
            return False
        first = self.shelf.entries.get(known.duplicate_of)
        return (
            first is not None
            and first.said == known.said
            and self._digest(known.duplicate_of) in ("", first.sha256)
            and self._exists(known.duplicate_of)
        )

    def _plan(self, name: str, digest: str, known: Record, now: str) -> None:
        self.tasks[name] = _Task(digest, report.line(known), now)

    def _adopted(self, name: str, digest: str) -> Record | None:
        """The record of an article whose source was renamed."""
        gone = self.strays.pop(digest, "")
        stray = self.shelf.record(gone) if gone else None
        if stray is None:
            return None
        self.shelf.forget(gone)
        return replace(stray, file=name)

    def _found(self, known: Record) -> tuple[Record, str]:
        """The digest of a record's article; one that its editor has put elsewhere is known by its
        id.
        """
        now = self.shelf.digest(known)
        there = None if now else self.shelf.present.get(known.id)
        if there is None:
            return known, now
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
        """Convert what is to be converted, and write it, source by source: those that have an
        article first, so that others are known to say the same.
        """
        total = len(self.tasks)
        read = chain(
            self.survey.read(self._tasks(new=False)), self.survey.read(self._tasks(new=True))
        )
        texts = ((name, data, outlets.habits(name)) for name, data in read)
        work = partial(
            convert_batch, today=self.today, vocabulary=vocabulary, fields=self.survey.fields
        )
        made = spread(executor, work, texts, size=BATCH)
        for done, (name, conversion) in enumerate(made):
            progress(done, total)
            self._settle(name, self.tasks[name], conversion)
        progress(total, total)
        self._refuse_copies()

    def _tasks(self, *, new: bool) -> Iterator[str]:
        return (name for name, task in self.tasks.rows() if (task.known == b"") is new)

    def _settle(self, name: str, task: _Task, made: Conversion | str) -> None:
        """Write a converted source's article, or leave or refuse it."""
        known = report.record(task.known) if task.known else None
        if isinstance(made, str):
            self._refuse(name, known, task.digest, made)
        elif known is None and not self._join(name, task.digest, made):
            self._import(name, task.digest, made)
        elif known:
            self._compare(known, task, made)

    def _join(self, name: str, digest: str, made: Conversion) -> bool:
        """A source that says what another does, in other bytes, is its duplicate, or takes its
        article over where the other has gone. Rows are told apart by more than their text.
        """
        same = [n for n, entry in self.shelf.entries.where("said", made.said) if entry.article]
        if not same or table_of(name):
            return False
        mine = Record(name, digest, encoding=made.encoding, said=made.said)
        if first := next(filter(self._exists, same), ""):
            self.shelf.note(replace(mine, duplicate_of=first))
            self.counts["duplicates"] += 1
        else:
            self._inherit(same[0], mine, made)
        return True

    def _inherit(self, gone: str, mine: Record, made: Conversion) -> None:
        """The article of a source that has gone is written again for one that says the same, but
        for one that was edited.
        """
        left = self.shelf.record(gone)
        if left is None:
            return
        self.shelf.forget(gone)
        known, now = self._found(
            replace(left, file=mine.file, sha256=mine.sha256, encoding=mine.encoding)
        )
        if known.written and now not in ("", known.written):
            self._leave(mine.file, mine.sha256, known)
        else:
            self._compare(known, _Task(mine.sha256, b"", now), made)

    def _import(self, name: str, digest: str, made: Conversion) -> None:
        for article_id in _ids(digest):
            record, page = self._page(name, digest, article_id, self.today.isoformat(), made)
            there = record.article in self.shelf.pages
            if not there and not self.shelf.has_id(article_id):
                self._write(record, page, "new")
                return
            # A run that was killed before it wrote its report left this article.
            left = self.shelf.recognise(self.shelf.path(record.article)) if there else None
            if left and (left.file, left.sha256, left.id) == (name, digest, article_id):
                self._compare(left, _Task(digest, b"", self.shelf.digest(left)), made)
                return

    def _compare(self, known: Record, task: _Task, made: Conversion) -> None:
        """The article may be there, and may be what this conversion gives."""
        imported = known.imported or self.today.isoformat()
        record, page = self._page(known.file, task.digest, known.id, imported, made)
        if not task.now:
            self._write(record, page, "new")
        elif task.now == record.written and record.article == known.article:
            self.shelf.note(record)
            self.counts["unchanged"] += 1
        elif known.written:
            self._write(record, page, "updated")
            if record.article != known.article and not self.dry_run:
                self.shelf.drop(known.article)
        else:
            mine = replace(record, article=known.article, sha256=known.sha256)
            self._leave(known.file, task.digest, mine)

    def _page(
        self, name: str, digest: str, article_id: str, imported: str, made: Conversion
    ) -> tuple[Record, bytes]:
        """The article's file, and the record of it."""
        made = self.album.take(name, made)
        source = self.survey.texts[name]
        provenance = {
            "file": name,
            "sha256": digest,
            "encoding": source.encoding or made.encoding,
            "imported": imported,
        }
        page = made.text(article_id, provenance).encode()
        record = Record(
            file=name,
            sha256=digest,
            packed_as=source.packed_as,
            encoding=source.encoding or made.encoding,
            said="" if table_of(name) else made.said,
            id=article_id,
            article=f"{self.shelf.folder}/{_place(article_id, made.day)}",
            written=sha256(page),
            imported=imported,
            rules=rules_of(self.rules, name),
            title=str(made.values["title"]),
            title_from=str(made.values["title_from"]),
            date=str(made.values.get("date", "")),
            date_from=str(made.values["date_from"]),
            removed=made.cuts,
            doubts=made.doubts,
        )
        return record, page

    def _write(self, record: Record, page: bytes, count: str) -> None:
        if self.dry_run:
            self.shelf.note(record)
        else:
            self.shelf.put(record, page)
        self.counts[count] += 1
        self.counts["doubtful"] += record.doubts != ()
        for doubt in record.doubts:
            if doubt in _URGENT_DOUBTS:
                self.passing.append(_doubted(record, doubt, written=not self.dry_run))

    def _leave(self, name: str, digest: str, known: Record) -> None:
        """Leave an article to its editor."""
        self.counts["edited"] += 1
        self.shelf.note(known)
        if digest != known.sha256:
            self.lasting.append(_both_changed(name, known.article))

    def _refuse(self, name: str, known: Record | None, digest: str, reason: str) -> None:
        self.counts["refused"] += 1
        if known is None or not known.article:
            self.shelf.note(Record(name, digest, refused=reason))
        en, ar = report.not_imported(name, reason)
        line = self.survey.texts[name].line
        severity: Severity = "error" if reason.startswith(report.FAILED) else "warning"
        self.lasting.append(Problem(name, line, f"{en}.", f"{ar}.", severity))

    def part_pictures(self) -> None:
        """Those that articles took along are told from those that lie there as texts would."""
        for name, taken_as in self.album.taken.items():
            if name in self.survey.texts:
                self.shelf.note(Record(name, taken_as=taken_as))
        for name in self.pictures:
            known = self.shelf.record(name)
            if known is None or not known.taken_as:
                self._refuse(name, known, "", self.survey.texts[name].refused)

    def _refuse_copies(self) -> None:
        """Copies of what was refused are refused for the same reason."""
        if not self.counts["duplicates"]:
            return
        for name, copy in self.shelf.copies():
            owner = self.shelf.entries.get(copy.duplicate_of)
            if owner and owner.refused and (text := self._text(name)):
                self.counts["duplicates"] -= 1
                self._refuse(name, None, text.digest, owner.refused)


@garbage.unsought()
def convert_batch(
    texts: Iterable[tuple[str, bytes, Habits]], today: date, vocabulary: Vocabulary, fields: Fields
) -> list[tuple[str, Conversion | str]]:
    """`convert` for several sources: the unit of work of an executor. A reason of `report.REASONS`
    stands in for a conversion that could not be made; a mistake of ours costs one text, not the
    import.
    """
    made: list[tuple[str, Conversion | str]] = []
    for name, data, habits in texts:
        try:
            made.append((name, convert(data, name, today, habits, vocabulary, fields=fields)))
        except UndecodableError as error:
            made.append((name, error.reason))
        except Exception as error:  # noqa: BLE001  # see the docstring; it is reported as an error
            made.append((name, f"{report.FAILED}: {_where(error)}"))
    return made


def _where(error: Exception) -> str:
    """What was raised, and the line that did: «IndexError, strange.py:88»."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"


def _ids(digest: str) -> Iterator[str]:
    """Ids for a source's digest: ten letters and digits (50 bits), and two more as long as that
    one is taken by another article. Base32 in small letters is safe on every file system.
    """
    bits, number = 4 * len(digest), int(digest, 16)
    for length in range(_ID_LENGTH, bits // 5 + 1, _ID_STEP):
        ends = range(bits - 5, bits - 5 * length - 1, -5)
        yield "".join([_BASE32[number >> end & 31] for end in ends])


def _place(article_id: str, day: date | None) -> str:
    if day is None:
        return f"undated/{article_id[:2]}/{article_id}.md"
    return f"{day.year:04}/{day.month:02}/{article_id}.md"


def _doubted(record: Record, doubt: str, *, written: bool) -> Problem:
    en, ar = report.DOUBTS[doubt]
    if written:
        en, ar = f"{en}. Look at {record.article}", f"{ar}. راجع {record.article}"
    return Problem(record.file, 0, f"{en}.", f"{ar}.", "warning")


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
