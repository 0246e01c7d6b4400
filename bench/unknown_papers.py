"""What the importer knows of a paper that no list has: texts whose paper gets an invented name.

    python bench/unknown_papers.py --corpus DIR [--texts N]

The corpus has a folder for each outlet. Of each text whose source the importer finds in it, the
name of that source is replaced, wherever it stands, by one of `NAMES`. How many of these texts
then have the new name for their source, and their place and their writers as before? Once each
text by itself; once the texts of one outlet, all with one name, together in a folder.
"""

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import NamedTuple

from warraq import config, frontmatter, importer
from warraq.importer.conversion import convert
from warraq.importer.decoding import UndecodableError
from warraq.workers import SerialExecutor

TODAY = date(2026, 1, 1)
NAMES = (
    *("صدى الوادي", "أخبار البلد", "المشهد اليوم", "ميدان الخبر", "الأفق العربي", "حبر الجنوب"),
    *("النهضة الجديدة", "مرافئ", "الضفاف", "سطور", "البديل المغاربي", "كل الحقيقة"),
    *("طريق الحرير", "المجهر الإخباري"),
)
IN_FOLDER = ("حبر الجنوب", "مرافئ")
TOGETHER = 60
"""Texts of one folder."""


class Told(NamedTuple):
    """What a text tells of itself."""

    outlet: str
    source: str
    place: str
    writers: tuple[str, ...]
    text: str


def told(path: Path) -> Told | None:
    """What a text of the corpus tells; None where it does not name its source."""
    text = path.read_text(encoding="utf-8", errors="replace")
    found = read(path.parent.name, text)
    named = found is not None and found.source in text and found.source not in found.place
    return found if named else None


def read(outlet: str, text: str) -> Told | None:
    """What the importer finds in a text alone; None where it finds no source in it."""
    try:
        values = convert(text.encode(), "a.txt", TODAY).values
    except UndecodableError:
        return None
    source, place, writers = (values.get(name) for name in ("source", "dateline", "authors"))
    stated = source and not values.get("source_from")
    written = tuple(map(str, writers)) if isinstance(writers, list) else ()
    return Told(outlet, str(source), str(place or ""), written, text) if stated else None


def alone(known: Told) -> tuple[bool, bool, bool]:
    """Whether source, place and writers of a text are found with another name in it."""
    name = random.Random(known.text).choice(NAMES)
    again = read(known.outlet, known.text.replace(known.source, name))
    if again is None:
        return False, known.place == "", known.writers == ()
    return again.source == name, again.place == known.place, again.writers == known.writers


def together(texts: Sequence[Told], name: str) -> tuple[int, int]:
    """Of texts of one source, saved in one folder with its other name: how many have that for their
    source, and how many for their writer.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "site.yml").write_text("title: أرشيف\n", encoding="utf-8")
        inbox = root / "content" / "inbox" / "x"
        inbox.mkdir(parents=True)
        for number, known in enumerate(texts):
            text = known.text.replace(known.source, name)
            (inbox / f"{number}.txt").write_text(text, encoding="utf-8")
        importer.run(config.load(root / "site.yml"), SerialExecutor(), today=TODAY)
        paths = sorted((root / "content" / "articles").rglob("*.md"))
        heads = [frontmatter.parse(path.read_text(encoding="utf-8"), path.name) for path in paths]
    writers = [head.values.get("authors") or () for head in heads]
    return (
        sum(head.values.get("source") == name for head in heads),
        sum(name in names for names in writers if isinstance(names, list)),
    )


def main() -> None:
    """Print what is found alone, and in folders."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=6000)
    options = parser.parse_args()
    paths = sorted(options.corpus.rglob("*.txt"))
    random.Random(1).shuffle(paths)
    with ProcessPoolExecutor() as executor:
        found = executor.map(told, paths[: options.texts], chunksize=50)
        texts = [known for known in found if known is not None]
        outcomes = list(executor.map(alone, texts, chunksize=50))
    sources, places, writers = (sum(column) / len(texts) for column in zip(*outcomes, strict=True))
    print(f"alone      {len(texts):6} texts  source {sources:.3f}", end="")
    print(f"  place as before {places:.3f}  writers as before {writers:.3f}")
    of_source: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for known in texts:
        of_source[known.outlet, known.source].append(known)
    for (outlet, source), several in sorted(of_source.items()):
        if len(several) >= TOGETHER:
            for name in IN_FOLDER:
                right, wrong = together(several[:TOGETHER], name)
                print(f"in folder  {outlet}, {source} as {name}:", end="")
                print(f"  source {right / TOGETHER:.2f}, writer {wrong / TOGETHER:.2f}")


if __name__ == "__main__":
    main()
