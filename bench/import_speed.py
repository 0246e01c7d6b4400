"""What importing costs: texts a second, memory, and a run with nothing to do.

    python bench/import_speed.py [--texts N] [--corpus DIR] [--workers N]

Without a corpus of text files it writes `--texts` of its own, about 3 kB each, from words drawn at
random. CPU is user and system time of the whole process tree.
"""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from cost import measure

WORDS = [
    "في",
    "من",
    "على",
    "إلى",
    "عن",
    "بعد",
    "قبل",
    "قال",
    "إن",
    "أن",
    "التي",
    "الذي",
    "كان",
    "المدينة",
    "القديمة",
    "السوق",
    "النهر",
    "الجسر",
    "المكتبة",
    "المدرسة",
    "الطريق",
    "الحديقة",
    "المتحف",
    "الباحثون",
    "السكان",
    "الصيف",
    "الشتاء",
    "الماء",
    "النخيل",
    "البحر",
    "السفينة",
    "القطار",
    "المسرح",
    "الكتاب",
    "القصيدة",
    "المطبعة",
    "الورق",
    "الحبر",
    "العام",
    "الشهر",
    "اليوم",
    "مساء",
    "صباح",
    "جديد",
    "كبير",
    "قديم",
    "طويل",
]


def text(rnd: random.Random) -> str:
    """A headline, a dateline, a date, and paragraphs: about 3 kB of UTF-8."""

    def sentence(words: int) -> str:
        return " ".join(rnd.choices(WORDS, k=words))

    paragraphs = "\n\n".join(f"{sentence(rnd.randint(25, 45))}." for _ in range(8))
    day = f"{rnd.randint(1, 28)} مارس {rnd.randint(2000, 2024)}"
    return f"{sentence(7)}\n\nالقاهرة - رويترز\n{day}\n\n{paragraphs}\n\nشارك\n"


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
        inbox.mkdir(parents=True)
        if arguments.corpus:
            inbox.rmdir()
            inbox.symlink_to(arguments.corpus.resolve())
            count = sum(1 for _ in arguments.corpus.rglob("*.txt"))
        else:
            rnd = random.Random(1)
            count = arguments.texts
            for number in range(count):
                path = inbox / f"{number // 1000:03}" / f"{number}.txt"
                path.parent.mkdir(exist_ok=True)
                path.write_text(text(rnd), encoding="utf-8")
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


main()
