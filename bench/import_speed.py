"""What importing costs: texts a second, memory, and a run with nothing to do.

    python bench/import_speed.py [--texts N] [--corpus DIR] [--workers N]

Without a corpus of text files it writes `--texts` of its own, about 3 kB each. Their words are
drawn from as many as newspapers use: fewer would all be remembered, and cost a third less. CPU is
user and system time of the whole process tree.
"""

import argparse
import random
import sys
import tempfile
from importlib.resources import files
from itertools import accumulate
from pathlib import Path

from cost import measure

PREFIXES = 9 * [""] + 5 * ["ال"] + ["و", "وال", "ب", "بال", "ل", "لل", "ف"]
SUFFIXES = 12 * [""] + 2 * ["ة"] + ["ات", "ين", "ون", "ها", "هم", "ه", "ية"]
LETTERS = "بتجحخدرزسشصطعغفقكلمنهوي"
FORMS = 200_000
STRANGE = 0.1
"""Of a newspaper's words those that are not everyday words: names, most of them."""


def vocabulary(rnd: random.Random) -> tuple[list[str], list[float]]:
    """Words, and how often they come, summed up: as in 10,000 news texts, of whose 2.5 million
    words 153,000 differ, by the law of Zipf and Mandelbrot.
    """
    lines = (files("warraq.importer") / "lists/common_words.txt").read_text("utf-8").splitlines()
    stems = [stem for line in lines if not line.startswith("#") for stem in line.split()]
    words = [
        "".join(rnd.choices(LETTERS, k=rnd.randint(4, 7)))
        if rnd.random() < STRANGE
        else f"{rnd.choice(PREFIXES)}{rnd.choice(stems)}{rnd.choice(SUFFIXES)}"
        for _ in range(FORMS)
    ]
    return words, list(accumulate((rank + 10) ** -1.05 for rank in range(FORMS)))


def text(rnd: random.Random, words: list[str], often: list[float]) -> str:
    """A headline, a dateline, a date, and paragraphs: about 3 kB of UTF-8."""

    def sentence(count: int) -> str:
        return " ".join(rnd.choices(words, cum_weights=often, k=count))

    paragraphs = "\n\n".join(f"{sentence(rnd.randint(20, 40))}." for _ in range(8))
    day = f"{rnd.randint(1, 28)} مارس {rnd.randint(2000, 2024)}"
    return f"{sentence(7)}\n\nالقاهرة - رويترز\n{day}\n\n{paragraphs}\n\nشارك\n"


def write_texts(inbox: Path, count: int) -> None:
    """Fill an inbox with texts, a thousand in a folder."""
    rnd = random.Random(1)
    words, often = vocabulary(rnd)
    for number in range(count):
        path = inbox / f"{number // 1000:03}" / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(rnd, words, often), encoding="utf-8")


def main() -> None:
    """Import, import again, and change one text."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "site.yml").write_text("title: أرشيف\n", encoding="utf-8")
        inbox = root / "content" / "inbox"
        if arguments.corpus:
            inbox.parent.mkdir()
            inbox.symlink_to(arguments.corpus.resolve())
            count = sum(1 for _ in arguments.corpus.rglob("*.txt"))
        else:
            count = arguments.texts
            write_texts(inbox, count)
        command = [sys.executable, "-m", "warraq", "import", "--config", str(root / "site.yml")]
        command += ["--workers", str(arguments.workers)]
        for name in ("first run", "nothing to do", "nothing to do", "nothing to do"):
            cost = measure(command)
            print(
                f"{name:14} {count:7} texts  wall {cost.wall:6.2f} s  CPU {cost.cpu:6.2f} s  "
                f"{count / cost.wall:8.0f} texts/s  "
                f"importer {cost.own:4} MB, largest process {cost.memory:4} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
