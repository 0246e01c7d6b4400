"""`warraq import --review`: doubtful articles beside their texts."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner, Result

from conftest import Archive
from warraq.cli import main

LANTERN = """مصابيح الحارة القديمة تعود
5/6/2011

أضاءت البلدية مساء الاثنين مصابيح الحارة القديمة كلها بعد أن انقطع نورها عشر سنين متواصلة.

وقال صاحب المخبز إن <script>ضوءها</script> يكفي ليقرأ الصغار دروسهم عند العتبات حتى العاشرة ليلا.

شارك
"""


@pytest.fixture
def review(
    site: Callable[[str], Archive], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[Archive, Result]]:
    def run(*options: str) -> tuple[Archive, Result]:
        archive = site("")
        archive.write("content/inbox/lantern.txt", LANTERN)
        archive.write("content/inbox/sure.txt", LANTERN.replace("5/6", "25/6"))
        archive.write("content/inbox/broken.txt", b"\x89PNG\r\n\x1a\n\x00\x00")
        monkeypatch.chdir(archive.root)
        monkeypatch.setenv("WARRAQ_LANG", "en")
        return archive, CliRunner().invoke(main, ["import", "--review", *options])

    return run


def shown(archive: Archive) -> str:
    return (archive.root / ".warraq/review/index.html").read_text(encoding="utf-8")


def test_the_review_shows_what_was_removed_and_by_which_rule(
    review: Callable[..., tuple[Archive, Result]],
) -> None:
    archive, result = review()
    assert result.exit_code == 0
    assert (archive.root / ".warraq/review/index.html").as_uri() in result.output
    page = shown(archive)
    assert "<del>مصابيح الحارة القديمة تعود</del>" in page
    assert "(ذيل الصفحة)" in page
    assert "قد يكون اليوم والشهر معكوسين" in page
    assert "sure.txt" not in page
    assert "لم يُستورد الملف: هو صورة" in page
    assert "<script>" not in page


def test_a_row_that_was_refused_is_called_one(
    site: Callable[[str], Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = site("")
    archive.write("content/inbox/rows.json", '[5, {"title": "بئر"}]')
    monkeypatch.chdir(archive.root)
    CliRunner().invoke(main, ["import", "--review"])
    assert "لم يُستورد الصف: ليس كائن JSON" in shown(archive)


def test_a_file_that_was_refused_is_counted_by_itself_and_has_no_empty_columns(
    review: Callable[..., tuple[Archive, Result]],
) -> None:
    archive, _ = review()
    page = shown(archive)
    assert "مقال واحد للمراجعة. الملفات التي لم تُستورد: 1." in page
    assert page.count("<article>") == 2
    assert page.count("<h3>المقال</h3>") == 1


def test_texts_that_are_named_are_shown_whether_doubtful_or_not(
    review: Callable[..., tuple[Archive, Result]],
) -> None:
    archive, _ = review("--only", "sure.txt")
    assert "sure.txt" in shown(archive)
    assert "lantern.txt" not in shown(archive)


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_page_is_accessible_and_fits_its_window(
    review: Callable[..., tuple[Archive, Result]], browser: Any, width: int, scheme: str
) -> None:
    archive, _ = review()
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto((archive.root / ".warraq/review/index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).response["violations"] == []
    context.close()
