"""The documentation says what the code does. `WARRAQ_UPDATE_DOCS=1` rewrites docs/theme.md."""

import ast
import inspect
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from warraq import contexts, model, theme
from warraq.cli import main
from warraq.config import READERS
from warraq.frontmatter import KEYS

ROOT = Path(__file__).parent.parent
WORDS = ("Taxonomy", "DateOrigin", "TitleOrigin", "SourceOrigin")
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")

TEMPLATES = {
    "home.html": contexts.HomeContext,
    "article.html": contexts.ArticleContext,
    "withdrawn.html": contexts.ArticleContext,
    "term.html": contexts.TermContext,
    "terms.html": contexts.TermsContext,
    "dates.html": contexts.DatesContext,
    "year.html": contexts.YearContext,
    "month.html": contexts.MonthContext,
    "day.html": contexts.DayContext,
    "undated.html": contexts.UndatedContext,
    "search.html": contexts.SearchContext,
    "404.html": contexts.PlainContext,
    "offline.html": contexts.PlainContext,
    "unsaved.html": contexts.PlainContext,
    "app.webmanifest": contexts.PlainContext,
    "robots.txt": contexts.PlainContext,
    "redirect.html": contexts.RedirectContext,
    "feed.xml": contexts.FeedContext,
    "sitemap.xml": contexts.SitemapContext,
    "sitemap-index.xml": contexts.SitemapIndexContext,
}


@pytest.mark.parametrize("key", sorted(READERS))
def test_every_key_of_site_yml_is_in_the_guide(key: str) -> None:
    assert f"\n| `{key}` |" in GUIDE


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_key_of_front_matter_is_in_the_guide(key: str) -> None:
    assert f"\n| `{key}` |" in GUIDE


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_the_guide_and_explains_itself(command: str) -> None:
    assert f"\n| `warraq {command}" in GUIDE
    assert main.commands[command].help


def test_every_option_of_build_is_in_the_guide() -> None:
    for option in main.commands["build"].params:
        assert f"`{option.opts[0]}" in GUIDE


def test_every_template_of_the_theme_is_known_here() -> None:
    folder = ROOT / "themes" / "warraq" / "templates"
    pages = {path.name for path in folder.iterdir()} - {"base.html", "parts.html"}
    assert pages == set(TEMPLATES)


def test_the_theme_page_is_what_the_contexts_say() -> None:
    page = ROOT / "docs" / "theme.md"
    expected = "\n".join(_theme_page())
    if os.environ.get("WARRAQ_UPDATE_DOCS"):
        page.write_text(expected, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == expected


def test_every_type_on_the_theme_page_is_explained_there() -> None:
    page = (ROOT / "docs" / "theme.md").read_text(encoding="utf-8")
    types = " ".join(re.findall(r"^\| `\w+` \| ([^|]*) \|", page, re.MULTILINE))
    named = set(re.findall(r"\b[A-Z]\w+", types)) - {"None", "Mapping"}
    explained = re.findall(r"^(?:## |\* `)(\w+)", page, re.MULTILINE)
    assert named <= set(explained)


def _theme_page() -> Iterator[str]:
    yield "# What a theme sees"
    yield ""
    yield "Made from `warraq.contexts` by tests/test_documentation.py; do not edit."
    yield ""
    yield "A theme is a folder `themes/NAME/` with `templates/` (Jinja) and `assets/` (copied to"
    yield "`assets/` of the site). Copy `themes/warraq` and name the copy in site.yml. A template"
    yield "sees the fields of its context, the filters below, `site`, `page` (`page.url`, and"
    yield "`page.root`, the way to the site's root), `units` (the plural forms of all counted"
    yield "things) and, for article.html, `body`: the text as HTML. Unknown names are errors."
    yield ""
    for name, context in TEMPLATES.items():
        yield f"## {name}"
        yield ""
        yield from _fields(context)
    yield "# Values"
    yield ""
    for value in (
        contexts.SiteInfo,
        contexts.Link,
        contexts.Count,
        contexts.Pages,
        contexts.YearRow,
        contexts.LetterGroup,
        model.Entry,
        model.Article,
        model.Image,
        model.Named,
        model.MediaFile,
        model.Provenance,
        model.Suggested,
        model.Correction,
        model.Withdrawal,
    ):
        yield f"## {value.__name__}"
        yield ""
        yield from _fields(value)
    yield "# Words"
    yield ""
    yield "Fields of these types hold one of a few texts."
    yield ""
    for name in WORDS:
        values = ", ".join(f"`{value}`" for value in get_args(getattr(model, name)))
        yield f"* `{name}`: {values}"
    yield ""
    yield "# Filters"
    yield ""
    yield from (f"* `{name}`" for name in theme.FILTERS)
    yield ""


def _fields(value: type) -> Iterator[str]:
    """A class as a table: its own docstring, then each field with its type and docstring."""
    (node,) = ast.parse(inspect.getsource(value)).body
    assert isinstance(node, ast.ClassDef)
    yield " ".join(inspect.getdoc(value).split())  # type: ignore[union-attr]
    yield ""
    yield "| name | type | what |"
    yield "|---|---|---|"
    for here, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(here, ast.AnnAssign):
            said = ""
            if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                said = " ".join(str(after.value.value).split())
            shown = ast.unparse(here.annotation).strip("'").replace("|", "or")
            yield f"| `{ast.unparse(here.target)}` | {shown} | {said} |"
    yield ""
