"""Saved pages of every make: each paragraph of the article is there, in order, and nothing else.

Each file of golden/pages is a page and, below a line of dots, what a reader takes for its article:
facts, `+` and a paragraph that must be there, `?` and a line that may be. Whatever a class is
called, the result is the same: makers of pages change their names every year.
"""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

import pytest

from warraq import markdown
from warraq.importer import conversion, markup

PAGES = sorted((Path(__file__).parent / "golden" / "pages").glob("*.html"))
DOTS = "." * 20 + "\n"
TODAY = date(2026, 11, 24)
TAG = re.compile(r"<[a-zA-Z][^<>]*>")
NAMES = re.compile(r"""\s(class|id)=(?:"([^"]*)"|'([^']*)'|([^\s<>]+))""")


@dataclass(frozen=True)
class Page:
    html: str
    facts: list[tuple[str, str]]
    paragraphs: list[str]
    optional: set[str]

    def fact(self, name: str) -> list[str]:
        return [value for key, value in self.facts if key == name]

    def data(self, html: str) -> bytes:
        return html.encode(*(self.fact("encoding") or ["utf-8"]))


def read(path: Path) -> Page:
    html, _, truth = path.read_text(encoding="utf-8").partition(DOTS)
    lines = truth.splitlines()
    return Page(
        html,
        [tuple(line.split(": ", 1)) for line in lines if line[0] not in "+?"],  # type: ignore[misc]
        [line[2:] for line in lines if line[0] == "+"],
        {line[2:] for line in lines if line[0] == "?"},
    )


def obfuscated(html: str) -> str:
    """The page with other names for its classes and ids, as a build tool gives them."""

    def renamed(match: re.Match[str]) -> str:
        names = (match[2] or match[3] or match[4] or "").split()
        digests = (blake2b(name.encode(), digest_size=4).hexdigest() for name in names)
        return f' {match[1]}="{" ".join(f"x{digest}" for digest in digests)}"'

    return TAG.sub(lambda tag: NAMES.sub(renamed, tag[0]), html)


def converted(page: Page, html: str) -> conversion.Conversion:
    return conversion.convert(page.data(html), "inbox/page.html", TODAY)


def body(made: conversion.Conversion) -> list[str]:
    return [line for line in markdown.plain_text(made.body).split("\n") if line]


each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


@each_page
@pytest.mark.parametrize("names", ["its own names", "other names"])
def test_every_paragraph_of_the_article_is_there_and_nothing_else(path: Path, names: str) -> None:
    page = read(path)
    made = converted(page, page.html if names == "its own names" else obfuscated(page.html))
    assert [line for line in body(made) if line not in page.optional] == page.paragraphs


@each_page
def test_a_page_states_its_facts(path: Path) -> None:
    page = read(path)
    values = converted(page, page.html).values
    assert values["title"] == page.fact("title")[0]
    for name in ("date", "source", "category"):
        for value in page.fact(name):
            assert str(values.get(name, ""))[: len(value)] == value, name
    if authors := page.fact("author"):
        assert values.get("authors") == authors
    tags = values.get("tags", [])
    assert isinstance(tags, list)
    assert set(page.fact("tag")) <= set(tags)
    images = values.get("images", [])
    assert isinstance(images, list)
    assert set(page.fact("caption")) <= {image["caption"] for image in images}


@each_page
def test_what_shows_on_a_page_is_in_the_article_or_in_the_report(path: Path) -> None:
    page = read(path)
    made = converted(page, page.html)
    root = markup.parse(page.html)
    if source := markup.source_shown(root):
        root = markup.parse(source)
    shown = [block.text for block in markup.blocks(root)]
    kept = {*body(made), *(cut.text for cut in made.cuts)}
    assert [text for text in shown if text not in kept] == []


def test_there_are_pages_of_many_makes() -> None:
    assert len(PAGES) >= 12
