"""How often a suggested category is right.

    python bench/categories.py --corpus ARTICLES.jsonl[.xz] [--most N]

The corpus is one JSON object a line with `outlet`, `title`, `text` and `category`. Section names
of one topic are taken for one class; others are left out. At most `--most` articles of each outlet
and class. Prints, at the probability from which warraq suggests: the share of articles that get a
suggestion and the share of those that are right; first for a fifth of all that the rest has taught,
then for each outlet that all others have taught.
"""

import argparse
import json
import lzma
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from warraq.importer import categories

CLASSES = {
    "politics": "politics politic middleEast internationalNews middle-east سياسة سياسية",
    "economy": "economy Finance business اقتصاد",
    "sport": "sport Sports رياضة",
    "technology": "technology Tech tech science",
    "culture": "culture Culture arts entertainment",
    "health": "Medical health",
    "religion": "Religion religion",
    "society": "society localNews diverse مجتمع",
}
NAMES = {name: known for known, names in CLASSES.items() for name in names.split()}

Article = tuple[str, str, str]
"""Outlet, text, class."""


def read(path: Path, most: int) -> list[Article]:
    """The articles whose category is known, in random order."""
    kept: dict[tuple[str, str], list[Article]] = defaultdict(list)
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open() as lines:
        for line in lines:
            found = json.loads(line)
            known = NAMES.get(found.get("category") or "")
            if known:
                title = found.get("title") or ""
                text = f"{title}\n{title}\n{found['text']}"
                kept[found["outlet"], known].append((found["outlet"], text, known))
    rnd = random.Random(7)
    articles = [one for some in kept.values() for one in rnd.sample(some, min(most, len(some)))]
    rnd.shuffle(articles)
    return articles


def row(name: str, learnt: Sequence[Article], asked: Sequence[Article]) -> str:
    """Fit on some, ask about others."""
    model = categories.learn([text for _, text, _ in learnt], [known for *_, known in learnt])
    if model is None:
        return f"{name:20} too little to learn from"
    again = categories.from_json(model.to_json())
    assert again is not None
    shared = [one for one in asked if one[2] in again.categories]
    said = [(again.suggest(text), known) for _, text, known in shared]
    right = sum(name == known for (name, _), known in said)
    sure = [(name, known) for (name, sureness), known in said if sureness >= categories.SURE]
    good = sum(name == known for name, known in sure)
    return (
        f"{name:20}{len(shared):7}{right / len(shared):10.3f}"
        f"{len(sure) / len(shared):10.3f}{good / max(1, len(sure)):10.3f}"
    )


def rows(articles: Sequence[Article]) -> Iterator[str]:
    """The table, line by line."""
    yield f"{'':20}{'asked':>7}{'all':>10}{'covered':>10}{'right':>10}"
    fifth = len(articles) // 5
    start = time.process_time()
    yield row("a fifth of all", articles[fifth:], articles[:fifth])
    yield f"fitting and asking: {time.process_time() - start:.1f} s of CPU"
    for outlet in sorted({outlet for outlet, *_ in articles}):
        asked = [one for one in articles if one[0] == outlet]
        if len(asked) >= 50:
            yield row(outlet, [one for one in articles if one[0] != outlet], asked)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--most", type=int, default=600)
    options = parser.parse_args()
    for line in rows(read(options.corpus, options.most)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
