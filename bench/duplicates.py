"""The same story from several sources: what finding it costs, and what is found.

    python bench/duplicates.py [-n 100000]       articles of words drawn at random, some in pairs
    python bench/duplicates.py --corpus FOLDER   articles as front-matter Markdown

Planted pairs are one text in two sources, the second with another beginning and with one word in
so many replaced. Whatever is found beside them is wrong.
"""

import argparse
import datetime as dt
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from warraq import duplicates
from warraq.content import read_articles
from warraq.model import Article
from warraq.workers import SerialExecutor

T = TypeVar("T")

EDITS = (0, 40, 20, 12, 8)
"""One word in so many is replaced in the second of a planted pair; 0: none."""

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@dataclass
class Collection:
    """Articles, their sketches by digest, and the planted pairs by how they were edited."""

    articles: list[Article]
    sketches: dict[str, bytes]
    planted: dict[int, set[tuple[str, str]]]


def main() -> None:
    """Print what importing, sketching, finding and remembering cost."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("-n", type=int, default=100_000)
    parser.add_argument("--corpus", type=Path)
    args = parser.parse_args()
    print(f"importing numpy: {import_cost('numpy')}")
    began = time.process_time()
    made = read(args.corpus) if args.corpus else invent(args.n)
    count = len(made.articles)
    print(f"{count} articles read or invented, and sketched: {time.process_time() - began:.1f} s")
    before = peak()
    stories, seconds = timed(lambda: duplicates.find(made.articles, made.sketches))
    print(f"find: {seconds:.2f} s; {len(stories.pairs)} pairs; peak {before} -> {peak()} MB")
    packed, seconds = timed(lambda: duplicates.pack(made.articles, made.sketches))
    _, back = timed(lambda: duplicates.unpack(packed))
    print(f"sketches: {len(packed) / 1e6:.1f} MB; pack {seconds:.3f} s, unpack {back:.3f} s")
    memory = duplicates.remember(stories)
    held, seconds = timed(lambda: duplicates.recall(memory).hold(made.articles))
    print(f"nothing changed ({held}): {seconds * 1000:.0f} ms, {len(memory) / 1e6:.2f} MB")
    found = set(stories.pairs)
    for edit, pairs in made.planted.items():
        name = f"one word in {edit} replaced" if edit else "another beginning only"
        print(f"  planted, {name}: {len(found & pairs)} of {len(pairs)} found")
    if made.planted:
        print(f"  found and not planted: {len(found - set().union(*made.planted.values()))}")


def import_cost(module: str) -> str:
    """CPU seconds and memory of a fresh Python that imports a module, beyond one that does not."""
    code = (
        "import sys, time; [__import__(name) for name in sys.argv[1:]]; print(time.process_time());"
    )
    code += "print(open('/proc/self/statm').read().split()[1])"

    def run(*arguments: str) -> tuple[float, float]:
        command = [sys.executable, "-c", code, *arguments]
        seconds, resident = subprocess.check_output(command, text=True).split()
        return float(seconds), int(resident) * resource.getpagesize() / 1e6

    bare, loaded = (min(run(*names) for _ in range(5)) for names in ((), (module,)))
    return f"{loaded[0] - bare[0]:.2f} s CPU, {loaded[1] - bare[1]:.0f} MB"


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """A result and the CPU seconds that it took."""
    began = time.process_time()
    return call(), time.process_time() - began


def peak() -> int:
    """Megabytes that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def read(folder: Path) -> Collection:
    """The articles of a folder."""
    library = read_articles(
        folder.resolve(), folder.resolve(), b"", SerialExecutor(), sketch=duplicates.sketch
    )
    return Collection(list(library.articles), dict(library.sketches), {})


def invent(count: int) -> Collection:
    """`count` articles, each tenth of them with a copy in another source."""
    rnd = random.Random(7)
    vocabulary = ["".join(rnd.choices(LETTERS, k=rnd.randint(2, 7))) for _ in range(20_000)]
    weights = list(
        accumulate(1 / (place + 3) for place in range(len(vocabulary)))
    )  # as Zipf has it
    made = Collection([], {}, {edit: set() for edit in EDITS})

    def add(words: list[str], source: int, day: dt.date) -> str:
        ident = f"{len(made.articles):024x}"
        made.sketches[ident] = duplicates.sketch(" ".join(words))
        made.articles.append(Article("", ident, ident, "", source=f"مصدر {source}", date=day))
        return ident

    while len(made.articles) < count:
        words = rnd.choices(vocabulary, cum_weights=weights, k=rnd.randint(60, 400))
        source, day = rnd.randrange(20), dt.date(2010, 1, 1) + dt.timedelta(rnd.randrange(5000))
        first = add(words, source, day)
        if rnd.random() < 0.1:
            edit = rnd.choice(EDITS)
            copy = [rnd.choice(vocabulary) for _ in range(8)] + [
                rnd.choice(vocabulary) if edit and rnd.random() < 1 / edit else word
                for word in words
            ]
            made.planted[edit].add((first, add(copy, source + 1, day + dt.timedelta(days=1))))
    return made


if __name__ == "__main__":
    main()
