"""What the importer can show of its work: each text with what became of its every line."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from warraq import frontmatter
from warraq.config import Config
from warraq.importer import decoding, memory, readers, report, sources
from warraq.importer.document import Document
from warraq.importer.report import Record
from warraq.importer.sources import REPORT
from warraq.model import Article

Kind: TypeAlias = Literal["refused", "doubtful", "untitled", "undated", "sure"]
"""Why one looks at a source: the first of these that holds. The last are looked at if asked for."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

Lack: TypeAlias = Literal["first words", "file name", "date"]
"""What an article lacks: a headline, for which first words or its file's name stand, or a date."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a source, and the rule that took it out of the text; '' where it stayed."""

    number: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source beside what was made of it."""

    record: Record
    kind: Kind
    lacks: tuple[Lack, ...]
    """Of the article, as it is now."""
    lines: tuple[SourceLine, ...]
    """Without blank ones; none where the source has gone or is no text."""
    values: Mapping[str, str]
    """Of the article's front matter, as it is now; lists in one line."""
    captions: tuple[tuple[str, str], ...]
    """Captions and credits of its images."""
    body: str
    """Markdown of the article, as it is now; '' where it is gone."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Evidence in the order of KINDS, made as it is asked for, and how much there is of each."""

    counts: Mapping[Kind, int]
    evidence: Iterator[Evidence]


class _Chosen(NamedTuple):
    """A source to look at, in order."""

    rank: int
    """Of its kind, among KINDS."""
    doubts: tuple[str, ...]
    file: str
    place: int
    """Of its record, in the report."""


def gather(
    config: Config,
    today: date,
    articles: Iterable[Article],
    paths: Sequence[Path] = (),
    only: Sequence[str] = (),
) -> Gathered:
    """The evidence on sources that are not sure, or on all that fit the patterns `only`.

    Sources are looked for in the inbox, or in `paths`; `articles` are those of the archive as they
    are now. Sources of one kind with the same doubts come together. Of what is not at hand only its
    place is kept: an archive in which nothing is dated needs no more memory than another.
    """
    path = config.content / REPORT
    lacks = {article.path: _lacks(article) for article in articles}
    chosen = []
    for place, record in report.places(path) if path.is_file() else ():
        kind = _kind(record, lacks.get(record.article, ()))
        if sources.fits(record.file, only) if only else kind != "sure":
            chosen.append(_Chosen(KINDS.index(kind), record.doubts, record.file, place))
    counts = Counter(KINDS[one.rank] for one in chosen)
    return Gathered(counts, _in_order(config, today, sorted(chosen), lacks, paths))


def _lacks(article: Article) -> tuple[Lack, ...]:
    title: tuple[Lack, ...] = () if article.title_from == "stated" else (article.title_from,)
    return title if article.date else (*title, "date")


def _kind(record: Record, lacks: Sequence[Lack]) -> Kind:
    if record.refused:
        return "refused"
    if record.doubts:
        return "doubtful"
    if lacks:
        return "undated" if lacks[0] == "date" else "untitled"
    return "sure"


def _in_order(
    config: Config,
    today: date,
    chosen: Sequence[_Chosen],
    lacks: Mapping[str, tuple[Lack, ...]],
    paths: Sequence[Path],
) -> Iterator[Evidence]:
    """Sources that come together are read together: a table, once for all its rows."""
    if not chosen:
        return
    survey = memory.survey(config, paths)
    with (config.content / REPORT).open("rb") as file:
        for (rank, _), group in groupby(chosen, key=itemgetter(0, 1)):
            places = {one.file: one.place for one in group}
            gone = [(name, b"") for name in places if name not in survey.texts]
            here = (name for name in places if name in survey.texts)
            for name, data in chain(gone, survey.read(here)):
                record = report.at(file, places[name])
                try:
                    document = readers.read(data, name, today, survey.fields)
                except decoding.UndecodableError:
                    document = None
                kind, missing = KINDS[rank], lacks.get(record.article, ())
                yield _evidence(config.root, record, kind, missing, document)


def _evidence(
    root: Path, record: Record, kind: Kind, lacks: tuple[Lack, ...], document: Document | None
) -> Evidence:
    try:
        text = (root / record.article).read_text(encoding="utf-8") if record.article else ""
    except (OSError, UnicodeDecodeError):
        text = ""
    head = frontmatter.parse(text, record.article)
    images = head.values.get("images")
    return Evidence(
        record,
        kind,
        lacks,
        tuple(_source_lines(record, document)) if document else (),
        {name: _shown(value) for name, value in head.values.items() if value},
        tuple(
            (str(image.get("caption", "")), str(image.get("credit", "")))
            for image in (images if isinstance(images, list) else [])
            if isinstance(image, dict)
        ),
        head.body,
    )


def _shown(value: frontmatter.Value) -> str:
    return "، ".join(map(str, value)) if isinstance(value, list) else str(value)


def _source_lines(record: Record, document: Document) -> Iterator[SourceLine]:
    """What a source shows, in its order, what stands beside its text first."""
    rules: dict[tuple[int, str], list[str]] = defaultdict(list)
    for cut in record.removed:
        rules[cut.line, cut.text].append(cut.rule)
    shown = [(line.number, line.text) for line in document.lines]
    shown += [(cut.line, cut.text) for cut in document.cuts]
    body = enumerate(document.markdown.split("\n"), document.start)
    shown += [(number, text) for number, text in body if text.strip()]
    for number, text in sorted(shown, key=itemgetter(0)):
        taken = rules.get((number, text))
        yield SourceLine(number, text, taken.pop(0) if taken else "")
