"""Whole conversions: each file of golden/convert is a source text, the article that it becomes and
the lines that it leaves out. What is called page.html.md comes from page.html, others are texts.
WARRAQ_UPDATE_GOLDEN=1 writes them anew."""

import os
from datetime import date
from pathlib import Path

import pytest

from warraq.importer.conversion import Conversion, convert

GOLDEN = Path(__file__).parent / "golden" / "convert"
DOTS = "." * 20 + "\n"
TODAY = date(2026, 11, 24)


def shown(made: Conversion) -> str:
    """The article, then what was left out and what is doubtful."""
    lines = [f"{cut.rule}: {cut.text}\n" for cut in made.cuts]
    lines += [f"doubt: {doubt}\n" for doubt in made.doubts]
    return made.text("id", {}) + DOTS + "".join(lines)


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_a_text_becomes_the_article_that_is_expected(path: Path) -> None:
    source, _, expected = path.read_text(encoding="utf-8").partition(DOTS)
    name = path.stem if "." in path.stem else "source.txt"
    actual = shown(convert(source.encode(), f"inbox/{name}", TODAY))
    if os.environ.get("WARRAQ_UPDATE_GOLDEN"):
        path.write_text(source + DOTS + actual, encoding="utf-8")
    else:
        assert actual == expected
