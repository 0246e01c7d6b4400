"""The daily case: what one text more, one article edited and one removed cost in a large archive.

    python bench/one_more.py [--texts N] [--corpus DIR] [--workers N] [--rounds N]

An archive is imported and built; then, for each case, `warraq import` is run and after it `warraq
build`. Without a corpus of text files it writes `--texts` of its own (`import_speed`). CPU is user
and system time of the whole process tree.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from cost import Cost, measure
from import_speed import write_texts


def main() -> None:
    """Make an archive, then measure what each case costs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        inbox = root / "content" / "inbox"
        (root / "site.yml").write_text("title: أرشيف\n", encoding="utf-8")
        if arguments.corpus:
            shutil.copytree(arguments.corpus, inbox)
        else:
            write_texts(inbox, arguments.texts + arguments.rounds)
        waiting = held_back(inbox, root / "waiting", arguments.rounds)
        measure_cases(root, waiting, arguments.workers, arguments.rounds)


def held_back(inbox: Path, waiting: Path, count: int) -> Iterator[tuple[Path, Path]]:
    """Take some texts out of the inbox: where each now lies, and where it belongs."""
    texts = sorted(inbox.rglob("*.txt"))
    waiting.mkdir()
    for number, path in enumerate(texts[:: max(1, len(texts) // count)][:count]):
        path.rename(waiting / str(number))
        yield waiting / str(number), path


def measure_cases(root: Path, held: Iterator[tuple[Path, Path]], workers: int, rounds: int) -> None:
    """Print the CPU of each case, the median of some rounds."""
    waiting = list(held)

    def costs() -> tuple[Cost, Cost]:
        command = [sys.executable, "-m", "warraq"]
        options = ["--workers", str(workers)]
        return (
            measure([*command, "import", *options], root),
            measure([*command, "build", *options], root),
        )

    def add() -> None:
        text, place = waiting.pop()
        shutil.copy(text, place)

    articles = root / "content" / "articles"

    def edit() -> None:
        path = sorted(articles.rglob("*.md"))[rounds + len(waiting)]
        path.write_text(path.read_text(encoding="utf-8") + "\nزِيدت هذه الجملة.\n", "utf-8")

    cases: Mapping[str, Callable[[], None]] = {
        "nothing": lambda: None,
        "one more": add,
        "one edited": edit,
        "one removed": lambda: remove(root),
    }
    first = costs()
    count = sum(1 for _ in articles.rglob("*.md"))
    print(f"{count} articles: import {first[0].cpu:.1f} s, build {first[1].cpu:.1f} s", flush=True)
    costs()
    for name, change in cases.items():
        measured = []
        for _ in range(rounds):
            change()
            measured.append(costs())
        imports, builds = zip(*measured, strict=True)
        print(f"{name:12}  import {told(imports)}   build {told(builds)}", flush=True)


def remove(root: Path) -> None:
    """Remove an article and its source."""
    article = max((root / "content" / "articles").rglob("*.md"))
    source = article.read_text(encoding="utf-8").partition("\n  file: ")[2].partition("\n")[0]
    (root / source.strip("'\"")).unlink()
    article.unlink()


def told(costs: tuple[Cost, ...]) -> str:
    """CPU and memory of some runs."""
    seconds = [cost.cpu for cost in costs]
    return (
        f"CPU {statistics.median(seconds):5.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), "
        f"{max(cost.own for cost in costs)} MB"
    )


if __name__ == "__main__":
    main()
