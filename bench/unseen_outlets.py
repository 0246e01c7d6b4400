"""What the importer makes of an outlet that nothing has been learnt from.

    python bench/unseen_outlets.py --truth TRUTH.jsonl [--corpus ARTICLES.jsonl[.xz]] [--beside N]

TRUTH.jsonl lies beside text files and says of each, one JSON object a line: `file`, `outlet`,
`title`, `body` (its paragraphs), `boilerplate` (lines that must go), `date`, `dateline_city`,
`source`, `author`, `captions`, `subheadings`, `tags`, `category`; null or absent where it has none.
Outlets with a `group` share a line of the table. The corpus has `outlet` and `text`.

Each outlet in turn is left out of all that learns: tags that suggest tags come from the other
outlets alone, and the outlet's own name is struck from the lists that come with warraq. It is
imported twice: each text by itself, as the first that is ever saved of a site, and in a folder with
`--beside` others of its outlet from the corpus, whose habits it shares. Categories are printed
sections here; what the model of others suggests is measured by categories.py.
"""

import argparse
import json
import lzma
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final

from warraq import markdown
from warraq.arabic.normalise import normalise
from warraq.config import Config
from warraq.importer import conversion, gazetteer, outlets, press, sources
from warraq.importer.lines import key
from warraq.importer.vocabulary import Vocabulary, vocabulary_of
from warraq.model import Article
from warraq.workers import SerialExecutor

TODAY: Final = date(2026, 1, 1)
MEASURES: Final = (
    "title", "lost", "left", "paras", "date", "place", "source", "author", "captions", "capt P",
    "headings", "head P", "tags R", "tags P", "category",
)  # fmt: skip

Truth = Mapping[str, Any]
Score = Mapping[str, tuple[int, int]]
"""By measure, how many of how many."""


def main() -> None:
    """Print one table for each way of importing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--truth", type=Path, required=True)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--beside", type=int, default=300)
    options = parser.parse_args()
    lines = options.truth.read_text(encoding="utf-8").splitlines()
    by_outlet: dict[str, list[Truth]] = defaultdict(list)
    for truth in map(json.loads, filter(None, lines)):
        by_outlet[truth["outlet"]].append(truth)
    corpus = read(options.corpus, options.beside) if options.corpus else {}
    for name, beside in (("each text by itself", 0), ("in a folder of its outlet", options.beside)):
        if beside and not corpus:
            break
        print(f"\n{name}\n{'':24}{'texts':>6}" + "".join(f"{m:>9}" for m in MEASURES), flush=True)
        rows: dict[str, list[Score]] = defaultdict(list)
        for outlet, truths in sorted(by_outlet.items()):
            others = corpus.get(outlet, [])[:beside]
            vocabulary = vocabulary_of(tagged(outlet, by_outlet))
            scores = imported(options.truth.parent, truths, others, vocabulary)
            rows[truths[0].get("group", outlet)] += scores
        for label, found in sorted(rows.items()):
            print(row(label, found))
        print(row("all", [score for found in rows.values() for score in found]))


def read(path: Path, beside: int) -> Mapping[str, Sequence[str]]:
    """Some texts of each outlet, the same in each run."""
    texts: dict[str, list[str]] = defaultdict(list)
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open() as lines:
        for found in map(json.loads, lines):
            texts[found["outlet"]].append(found["text"])
    rnd = random.Random(7)
    return {outlet: rnd.sample(some, min(beside, len(some))) for outlet, some in texts.items()}


def tagged(outlet: str, by_outlet: Mapping[str, Sequence[Truth]]) -> Iterator[Article]:
    """The articles of all outlets but one, with their tags."""
    for name, truths in by_outlet.items():
        for truth in truths if name != outlet else ():
            yield Article("", "", truth["file"], "", tags=tuple(truth.get("tags") or ()))


def imported(
    folder: Path, truths: Sequence[Truth], others: Sequence[str], vocabulary: Vocabulary
) -> Iterator[Score]:
    """Import an outlet's texts, and compare each with its truth."""
    with tempfile.TemporaryDirectory() as place, without_name(truths):
        root = Path(place).resolve()
        for number, text in enumerate(others):
            (root / f"beside-{number}.txt").write_text(text, encoding="utf-8")
        for truth in truths:
            (root / truth["file"]).write_bytes((folder / truth["file"]).read_bytes())
        survey = sources.scan(root, [root])
        known = outlets.Outlets()
        if others:
            config = Config(root=root, title="")
            known = outlets.learn(config, survey, survey.texts, SerialExecutor(), TODAY)
        for name, data in survey.read(truth["file"] for truth in truths):
            truth = next(truth for truth in truths if truth["file"] == name)
            made = conversion.convert(data, name, TODAY, known.habits(name), vocabulary)
            yield score(truth, made)


@contextmanager
def without_name(truths: Sequence[Truth]) -> Iterator[None]:
    """The outlet's own names are in no list."""
    lists, of_file, of_address = gazetteer.OUTLETS, press.of_file, press.of_address
    names = {key(truth["source"]) for truth in truths if truth.get("source")}
    for _, known, _ in gazetteer.outlets():
        keys = set(map(key, known))
        names |= keys if keys & names else set()
    gazetteer.OUTLETS = lists - names  # type: ignore[misc]  # put back below
    press.of_file = lambda name: name[:0]
    press.of_address = lambda url: url[:0]
    try:
        yield
    finally:
        gazetteer.OUTLETS = lists  # type: ignore[misc]  # as it was
        press.of_file, press.of_address = of_file, of_address


def score(truth: Truth, made: conversion.Conversion) -> Score:
    """Of each measure, how much is right."""
    values = made.values
    shown = markdown.plain_text(made.body)
    whole = key(f"{shown}{values.get('summary', '')}{values.get('title', '')}")
    lines = set(map(key, shown.split("\n")))
    body = [key(paragraph) for paragraph in truth["body"]]
    images: Any = values.get("images", [])
    captions = [image["caption"] for image in images if image["caption"]]
    blocks = made.body.strip().split("\n\n")
    heads = [block[3:] for block in blocks if block.startswith("## ")]
    paragraphs = [
        part
        for block in blocks
        if not block.startswith("## ")
        for part in (block.split("\n") if block.startswith(("- ", "* ", "1. ")) else [block])
    ]
    found = {
        "title": _same(truth.get("title"), values["title"]),
        "lost": (sum(len(text) for text in body if text not in whole), sum(map(len, body))),
        "left": _among([key(line) for line in truth.get("boilerplate") or ()], lines),
        "date": _same((truth.get("date") or "")[:10], str(values.get("date", ""))[:10]),
        "place": _same(truth.get("dateline_city"), values.get("dateline")),
        "source": _same(truth.get("source"), values.get("source")),
        "author": _same(truth.get("author"), " ".join(_texts(values.get("authors")))),
        "captions": _among(truth.get("captions") or (), captions),
        "capt P": _among(captions, truth.get("captions") or ()),
        "headings": _among(truth.get("subheadings") or (), heads),
        "head P": _among(heads, truth.get("subheadings") or ()),
        "paras": (int(len(paragraphs) == len(body)), 1),
        "category": _same(values.get("category") and truth.get("category"), values.get("category")),
    }
    if not truth.get("title"):
        found["title"] = int(values["title_from"] != "stated"), 1
    tags = _texts(values.get("tags"))[:8]
    if truth.get("tags"):
        found["tags R"] = _alike(truth["tags"], tags), len(truth["tags"])
        found["tags P"] = _alike(tags, truth["tags"]), len(tags)
    return found


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []


def _same(wanted: object, got: object) -> tuple[int, int]:
    return (int(key(str(wanted)) == key(str(got))), 1) if wanted else (0, 0)


def _among(wanted: Sequence[str], got: Sequence[str] | set[str]) -> tuple[int, int]:
    there = set(map(key, got))
    return sum(key(text) in there for text in wanted if key(text)), len(wanted)


def _alike(these: Sequence[str], those: Sequence[str]) -> int:
    """How many say what one of the others says, or a part of it."""
    folded = [normalise(text) for text in those]
    return sum(
        any(normalise(text) in other or other in normalise(text) for other in folded)
        for text in these
    )


def row(name: str, scores: Sequence[Score]) -> str:
    """A line of the table: shares; of `lost` letters of the body and `left` boilerplate, none is
    best.
    """
    good: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for found in scores:
        for measure, (right, of) in found.items():
            good[measure] += right
            asked[measure] += of
    shares = (f"{good[m] / asked[m]:9.3f}" if asked[m] else f"{'-':>9}" for m in MEASURES)
    return f"{name:24}{len(scores):6}" + "".join(shares)


if __name__ == "__main__":
    main()
