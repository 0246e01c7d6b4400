"""The archive in this repository: its texts still become the articles that it shows."""

from pathlib import Path
from typing import Final

import pytest

from conftest import ROOT, TODAY
from warraq import frontmatter
from warraq.importer import report
from warraq.importer.conversion import convert

MADE: Final = {
    record.file: record.article
    for record in report.read(ROOT / "content" / "import-report.jsonl")
    if record.article
}
FACTS: Final = ("title", "summary", "date", "dateline", "source", "authors")


@pytest.mark.parametrize("file", sorted(MADE))
def test_a_text_of_this_archive_still_says_what_its_article_says(file: str) -> None:
    path = ROOT / file
    article = ROOT / MADE[file]
    head = frontmatter.parse(article.read_text(encoding="utf-8"), MADE[file])
    values = convert(path.read_bytes(), Path(file).name, TODAY).values
    stated = {name: str(head.values[name]) for name in FACTS if name in head.values}
    assert stated
    assert {name: str(values.get(name)) for name in stated} == stated
