"""`warraq import --review`: doubtful articles beside their texts."""

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
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
    assert ">الملفات التي لم تُستورد</a>: 1؛" in page
    assert ">المقالات التي فيها ما يستحق المراجعة</a>: 1." in page
    assert page.count("<article>") == 2
    assert page.count("<h3>المقال</h3>") == 1


UNDATED = """مصابيح الحارة رقم {at} تعود

أضاءت البلدية مساء الاثنين مصابيح الحارة رقم {at} كلها بعد أن انقطع نورها عشر سنين متواصلة.

وقال صاحب المخبز إن ضوءها يكفي ليقرأ الصغار دروسهم عند العتبات حتى العاشرة ليلا.
"""
UNTITLED = (
    "كانت الحارة القديمة مظلمة منذ عشر سنين حتى أضاءت البلدية مصابيحها كلها مساء الاثنين الماضي، "
    "وقال صاحب المخبز إن ضوءها يكفي ليقرأ الصغار دروسهم عند العتبات حتى العاشرة ليلا.\n"
)


def headings(page: str) -> list[str]:
    return re.findall(r"<h2[^>]*><bdi>(.*?)</bdi>", page)


def reasons(page: str, file: str) -> list[str]:
    """What is said of a file, in the order in which it is."""
    return re.findall(r"<li>(.*?)</li>", page.partition(f"{file} →")[2].partition("</ul>")[0])


def test_articles_without_a_headline_or_a_date_follow_the_doubtful_and_are_counted(
    review: Callable[..., tuple[Archive, Result]], site: Callable[[str], Archive]
) -> None:
    archive = site("")
    archive.write("content/inbox/a-undated.txt", UNDATED.format(at=1))
    archive.write("content/inbox/b-untitled.txt", UNTITLED)
    archive, result = review()
    page = shown(archive)
    files = re.findall(r'<p class="path">content/inbox/([^\s<]+)', page)
    assert files == ["broken.txt", "lantern.txt", "b-untitled.txt", "a-undated.txt"]
    assert reasons(page, "b-untitled.txt") == [
        "لا عنوان له، وعنوانه مأخوذ من أول كلمات النص",
        "لا تاريخ له",
    ]
    assert reasons(page, "a-undated.txt") == ["لا تاريخ له"]
    for kind, name in (("untitled", "لا عنوان لها"), ("undated", "لا تاريخ لها")):
        assert f'<a href="index.html#{kind}">المقالات التي {name}</a>: 1' in page
        assert page.count(f'id="{kind}"') == 1
    assert "1 refused, 1 doubtful, 1 without a headline, 1 without a date." in result.output


def test_an_article_that_was_given_its_date_is_not_shown_again(
    site: Callable[[str], Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = site("")
    archive.write("content/inbox/a.txt", UNDATED.format(at=1))
    monkeypatch.chdir(archive.root)
    CliRunner().invoke(main, ["import", "--review"])
    assert headings(shown(archive)) == ["مصابيح الحارة رقم 1 تعود"]
    text = (archive.root / archive.article()).read_text(encoding="utf-8")
    archive.write(archive.article(), text.replace("title:", "date: 2011-01-25\ntitle:", 1))
    CliRunner().invoke(main, ["import", "--review"])
    assert headings(shown(archive)) == []
    assert "لا شيء للمراجعة." in shown(archive)


def test_an_archive_without_dates_drowns_nothing_and_its_pages_are_led_to(
    review: Callable[..., tuple[Archive, Result]], site: Callable[[str], Archive]
) -> None:
    archive = site("")
    text = UNDATED.partition("\n\n")[2]
    rows = [{"title": f"خبر {at}", "text": text.format(at=at)} for at in range(120)]
    archive.write("content/inbox/rows.json", json.dumps(rows, ensure_ascii=False))
    archive.write("content/inbox/b-untitled.txt", UNTITLED)
    archive, _ = review()
    first = shown(archive)
    second = (archive.root / ".warraq/review/2.html").read_text(encoding="utf-8")
    assert '<a href="index.html#undated">المقالات التي لا تاريخ لها</a>: 120.' in second
    assert "lantern.txt" in first
    assert headings(first)[3:] + headings(second) == [f"خبر {at}" for at in range(120)]
    assert len(headings(first)) == 100


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


def test_what_was_learnt_of_a_folder_is_proposed_as_rules_of_its_outlet(
    site: Callable[[str], Archive], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = site("")
    foot = "تصلكم نشرتنا كل صباح إلى هواتفكم مجانا بعد أن تسجلوا أرقامكم في صفحة المشتركين."
    for number in range(9):
        headline = f"مصابيح الحارة رقم {number} تعود إلى العتبات - زاد المسافر"
        said = LANTERN.partition("\n\n")[2].replace("عشر سنين", f"{number + 11} سنة")
        said = said.replace("المخبز", f"المخبز رقم {number}").replace("شارك", foot)
        archive.write(
            f"content/inbox/zad/{number}.txt", f"{headline}\n5/{number + 13}/2011\n\n{said}"
        )
    monkeypatch.chdir(archive.root)
    assert CliRunner().invoke(main, ["import", "--review"]).exit_code == 0
    proposed = re.search(r"<pre dir=\"ltr\">(.*?)</pre>", shown(archive), re.DOTALL)
    assert proposed
    (rule,) = yaml.safe_load(html.unescape(proposed[1]))["outlets"]
    assert rule["files"] == ["content/inbox/zad/*"]
    assert rule["source"] == "زاد المسافر"
    assert foot in rule["remove"]
