"""What the importer can show of its work: each text with what became of its every line."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from pathlib import Path

from warraq import frontmatter
from warraq.config import Config
from warraq.importer import decoding, memory, readers, report, sources
from warraq.importer.document import Document
from warraq.importer.report import Record
from warraq.importer.sources import REPORT


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
    lines: tuple[SourceLine, ...]
    """Without blank ones; none where the source has gone or is no text."""
    values: Mapping[str, str]
    """Of the article's front matter, as it is now; lists in one line."""
    captions: tuple[tuple[str, str], ...]
    """Captions and credits of its images."""
    body: str
    """Markdown of the article, as it is now; '' where it is gone."""


def gather(
    config: Config, today: date, paths: Sequence[Path] = (), only: Sequence[str] = ()
) -> Iterator[Evidence]:
    """The evidence on sources that are doubtful or were refused, or on all that fit the patterns
    `only`.

    Sources are looked for in the inbox, or in `paths`. Those with the same doubts come together.
    """
    path = config.content / REPORT
    chosen = [
        record
        for record in (report.read(path) if path.is_file() else ())
        if (sources.fits(record.file, only) if only else record.doubts or record.refused)
    ]
    chosen.sort(key=lambda record: (not record.refused, record.doubts, record.file))
    survey = memory.survey(config, paths)
    for record in chosen:
        data = b""
        if record.file in survey.texts:
            ((_, data),) = survey.read([record.file])
        try:
            document = readers.read(data, record.file, today, survey.fields)
        except decoding.UndecodableError:
            document = None
        yield _evidence(config.root, record, document)


def _evidence(root: Path, record: Record, document: Document | None) -> Evidence:
    try:
        text = (root / record.article).read_text(encoding="utf-8") if record.article else ""
    except (OSError, UnicodeDecodeError):
        text = ""
    head = frontmatter.parse(text, record.article)
    images = head.values.get("images")
    return Evidence(
        record,
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
