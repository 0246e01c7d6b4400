"""`warraq import --review`: a page on this machine that shows doubtful articles beside their texts.

People trust an importer that shows its work. The page is of no site: it lies in the cache.
"""

import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import quote

from warraq import markdown
from warraq.arabic.digits import number as number_of
from warraq.arabic.plurals import count
from warraq.config import Config
from warraq.folders import write_atomically
from warraq.importer import DOUBTS, RULES, Evidence, Outlets, not_imported
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


def write_review(config: Config, shown: Collection[Evidence], outlets: Outlets) -> Path:
    """Write the review into the cache and return its first page; old pages of it go."""
    folder = config.cache / "review"
    template = files("warraq").joinpath("review.html").read_text(encoding="utf-8")
    items = [_item(evidence, folder, config) for evidence in shown]
    refused = sum(not item.article for item in items)
    pages = [items[start : start + A_PAGE] for start in range(0, len(items), A_PAGE)] or [[]]
    articles = count(len(items) - refused, "article", config.digits, config.country)
    summary = f"{articles} للمراجعة."
    if refused:
        summary += f" الملفات التي لم تُستورد: {number_of(refused, config.digits, config.country)}."
    paths = [folder / ("index.html" if n == 1 else f"{n}.html") for n in range(1, len(pages) + 1)]
    for number, (path, page) in enumerate(zip(paths, pages, strict=True), 1):
        text = render_alone(
            template,
            items=page,
            number=number,
            pages=len(pages),
            summary=summary,
            proposals="\n".join(_proposals(outlets)) if number == 1 else "",
        )
        write_atomically(path, text.encode("utf-8", "replace"))
    for old in set(folder.glob("*.html")) - set(paths):
        old.unlink()
    return paths[0]


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
    said = evidence.values
    facts = [(label, said[name]) for name, label in FIELDS.items() if name in said]
    facts += [("صورة", f"{text} ({by})" if by else text) for text, by in evidence.captions]
    return Item(
        title=record.title or record.file.rpartition("/")[2],
        file=record.file,
        article=record.article,
        link=quote(Path(os.path.relpath(config.root / record.article, folder)).as_posix()),
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
    learnt = {pattern: known for pattern, known in outlets.learnt.items() if known.repeated}
    if learnt:
        yield "outlets:"
    for pattern, known in learnt.items():
        yield f"  - files: [{json.dumps(pattern, ensure_ascii=False)}]"
        yield "    remove:"
        for text in known.repeated.values():
            yield f"      - {json.dumps(text, ensure_ascii=False)}"
