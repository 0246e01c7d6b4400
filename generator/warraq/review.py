"""`warraq import --review`: a page on this machine that shows articles beside their texts, those
with something doubtful, without a headline or without a date.

People trust an importer that shows its work. The page is of no site: it lies in the cache.
"""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby, islice
from math import ceil
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import quote

from warraq import markdown
from warraq.arabic.digits import number as number_of
from warraq.arabic.plurals import count
from warraq.config import Config
from warraq.folders import write_atomically
from warraq.importer import (
    DOUBTS,
    KINDS,
    RULES,
    Evidence,
    Gathered,
    Kind,
    Lack,
    Outlets,
    not_imported,
)
from warraq.theme import render_alone

A_PAGE: Final = 100
"""Articles on one page of the review."""

FIELDS: Final[Mapping[str, str]] = {
    "title": "العنوان",
    "summary": "الملخص",
    "date": "التاريخ",
    "dateline": "المكان",
    "source": "المصدر",
    "authors": "الكاتب",
    "category": "التصنيف",
    "tags": "الوسوم",
    "source_url": "الرابط",
}


OF_KINDS: Final[Mapping[Kind, str]] = {
    "refused": "الملفات التي لم تُستورد",
    "doubtful": "المقالات التي فيها ما يستحق المراجعة",
    "untitled": "المقالات التي لا عنوان لها",
    "undated": "المقالات التي لا تاريخ لها",
    "sure": "سائر المقالات",
}

LACKS: Final[Mapping[Lack, str]] = {
    "first words": "لا عنوان له، وعنوانه مأخوذ من أول كلمات النص",
    "file name": "لا عنوان له، وعنوانه مأخوذ من اسم الملف",
    "date": "لا تاريخ له",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What there is of one kind, and where it begins."""

    name: str
    count: str
    href: str


def write_review(config: Config, gathered: Gathered, outlets: Outlets) -> Path:
    """Write the review into the cache and return its first page; old pages of it go."""
    folder = config.cache / "review"
    template = files("warraq").joinpath("review.html").read_text(encoding="utf-8")
    parts = tuple(_parts(gathered.counts, config))
    pages = max(1, ceil(sum(gathered.counts.values()) / A_PAGE))
    items = (_item(evidence, folder, config) for evidence in gathered.evidence)
    for number in range(1, pages + 1):
        text = render_alone(
            template,
            items=list(islice(items, A_PAGE)),
            number=number,
            pages=pages,
            parts=parts,
            proposals="\n".join(_proposals(outlets)) if number == 1 else "",
        )
        write_atomically(folder / _name(number), text.encode("utf-8", "replace"))
    written = {folder / _name(number) for number in range(1, pages + 1)}
    for old in set(folder.glob("*.html")) - written:
        old.unlink()
    return folder / _name(1)


def _parts(counts: Mapping[Kind, int], config: Config) -> Iterator[Part]:
    start = 0
    for kind in KINDS:
        if number := counts.get(kind, 0):
            href = f"{_name(1 + start // A_PAGE)}#{kind}"
            yield Part(OF_KINDS[kind], number_of(number, config.digits, config.country), href)
            start += number


def _name(number: int) -> str:
    return "index.html" if number == 1 else f"{number}.html"


FOLDED: Final = 8
"""So many lines in a row that one rule took out are folded away."""

ReviewLine: TypeAlias = tuple[int, str, str]
"""Number, text and rule of a line of a source."""


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of a source that follow one another, folded under a heading or not."""

    lines: tuple[ReviewLine, ...]
    folded: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of the review, as its template sees it."""

    title: str
    file: str
    article: str
    link: str
    kind: Kind
    doubts: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    body: str
    runs: tuple[Run, ...]
    """The source."""


def _item(evidence: Evidence, folder: Path, config: Config) -> Item:
    record = evidence.record
    doubts = [DOUBTS[doubt][1] for doubt in record.doubts if doubt in DOUBTS]
    if record.refused:
        doubts.append(not_imported(record.file, record.refused)[1])
    doubts += [LACKS[lack] for lack in evidence.lacks]
    said = evidence.values
    facts = [(label, said[name]) for name, label in FIELDS.items() if name in said]
    facts += [("صورة", f"{text} ({by})" if by else text) for text, by in evidence.captions]
    return Item(
        title=record.title or record.file.rpartition("/")[2],
        file=record.file,
        article=record.article,
        link=quote(Path(os.path.relpath(config.root / record.article, folder)).as_posix()),
        kind=evidence.kind,
        doubts=tuple(doubts),
        facts=tuple(facts),
        body=markdown.render(evidence.body) if evidence.body else "",
        runs=tuple(_runs(evidence, config)),
    )


def _runs(evidence: Evidence, config: Config) -> Iterator[Run]:
    for rule, group in groupby(evidence.lines, key=lambda line: line.rule):
        found = tuple((line.number, line.text, _rule(rule)) for line in group)
        many = rule and len(found) >= FOLDED
        lines = count(len(found), "line", config.digits, config.country)
        yield Run(found, f"{_rule(rule)}: {lines}" if many else "")


def _rule(name: str) -> str:
    return RULES[name][1] if name in RULES else name


def _proposals(outlets: Outlets) -> Iterator[str]:
    """What was learnt, as a piece of site.yml. JSON's strings are YAML's."""
    learnt = {
        pattern: known for pattern, known in outlets.learnt.items() if known.repeated or known.site
    }
    if learnt:
        yield "outlets:"
    for pattern, known in learnt.items():
        yield f"  - files: [{json.dumps(pattern, ensure_ascii=False)}]"
        if known.site:
            yield f"    source: {json.dumps(known.site, ensure_ascii=False)}"
        if known.repeated:
            yield "    remove:"
        for text in known.repeated.values():
            yield f"      - {json.dumps(text, ensure_ascii=False)}"
