"""The archive without a server: opened by a double click, from a folder with any name."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Archive, page_without_errors, served
from firefox import executable, firefox
from warraq.arabic.analysis import words_of
from warraq.search import Document, Segment, bundle, index, wrap

QUERIES = ["القاهرة", "مدينه", "بالمدينة", '"السد العالي"', "القمر -النيل", "١٩٦٩", "الق", "ژژژژ"]
ANSWER = (
    "async q => { const r = await warraq.search(q); return [r.total, r.results.map(x => x.id)] }"
)


@pytest.fixture
def stick(sample: Archive, tmp_path: Path) -> Path:
    """The site on a reader's stick, without what files do not need."""
    folder = tmp_path / "أرشيف قديم" / "نسخة #٢ (100%)"
    shutil.copytree(sample.public, folder, ignore=shutil.ignore_patterns("pagefind"))
    return folder


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with page_without_errors(browser, viewport={"width": 1100, "height": 900}) as page:
        yield page


def words_in(archive: Archive) -> list[str]:
    """Queries: some that ask for something special, and words of the archive's titles."""
    text = " ".join(
        json.loads(line.partition(": ")[2])
        for path in sorted((archive.root / "content" / "articles").rglob("*.md"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("title: ")
    )
    words = sorted(set(words_of(text)))
    return [*QUERIES, *random.Random(5).sample(words, min(60, len(words)))]


@pytest.mark.browser
def test_a_reader_finds_an_article_and_opens_it(page: Any, stick: Path) -> None:
    page.goto((stick / "index.html").as_uri())
    page.fill("input[type=search]", "القاهرة")
    page.keyboard.press("Enter")
    page.wait_for_selector(".list mark")
    assert page.locator("#count").inner_text() != ""
    page.locator("[data-facet=year] input").first.check()
    page.wait_for_url("**year=*")
    page.wait_for_function("document.getElementById('results').ariaBusy === 'false'")
    title = page.locator(".list a").first.inner_text()
    page.locator(".list a").first.click()
    page.wait_for_selector("article h1")
    assert page.locator("h1").inner_text() == title
    assert page.url.startswith(stick.as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')")


@pytest.mark.browser
def test_files_answer_as_a_server_does(page: Any, stick: Path, sample: Archive) -> None:
    queries = words_in(sample)
    with served(sample.public) as address:
        page.goto(address + "search.html")
        wanted = [page.evaluate(ANSWER, query) for query in queries]
    page.goto((stick / "search.html").as_uri())
    assert [page.evaluate(ANSWER, query) for query in queries] == wanted
    assert sum(total for total, _ in wanted) > 100
    left = "document.querySelectorAll('script[src*=pagefind-file]').length"
    assert page.evaluate(left) == 0


@pytest.mark.browser
def test_the_browsers_of_these_tests_treat_files_as_readers_browsers_do(
    browser: Any, stick: Path
) -> None:
    """A file may not fetch its neighbour: where it may, these tests show nothing."""
    tab = browser.new_page()
    tab.goto((stick / "search.html").as_uri())
    assert not tab.evaluate("fetch('./index.html').then(() => true, () => false)")
    tab.close()


@pytest.mark.browser
def test_files_answer_in_firefox_too(browser: Any, stick: Path, sample: Archive) -> None:
    if executable() is None:
        pytest.skip("no Firefox on this machine; Debian has it as firefox-esr")
    queries = words_in(sample)[:50]
    tab = browser.new_page()
    with served(sample.public) as address:
        tab.goto(address + "search.html")
        wanted = [tab.evaluate(ANSWER, query) for query in queries]
    tab.close()
    with firefox() as other:
        other.goto((stick / "search.html").as_uri())
        fetched = "() => fetch('./index.html').then(() => true, () => false)"
        assert not other.evaluate(fetched)
        assert [other.evaluate(ANSWER, query) for query in queries] == wanted
        other.goto((stick / "search.html").as_uri() + "?q=القاهرة")
        other.until("document.querySelector('.list mark')")
        other.click(".list a")
        other.until("document.querySelector('article h1')")


@pytest.mark.browser
@pytest.mark.parametrize("harm", ["gone", "cut short", "of another index"])
@pytest.mark.parametrize("part", ["core.js", "index/*.js", "fragment/*.js", "lexicon/*.js"])
def test_a_part_that_is_missing_is_an_error_and_never_no_results(
    browser: Any, stick: Path, part: str, harm: str
) -> None:
    page = browser.new_page(locale="ar")
    files = list((stick / "pagefind-file").glob(part))
    whole = {file: file.read_bytes() for file in files}
    for file in files:
        if harm == "gone":
            file.unlink()
        else:
            cut = whole[file][: len(whole[file]) // 2]
            file.write_bytes(cut if harm == "cut short" else b'warraq.unwrap({"index/x":""})\n')
    page.goto((stick / "search.html").as_uri() + "?q=القاهرة")
    page.get_by_role("button", name="أعد المحاولة").wait_for()
    assert "لم يكتمل البحث" in page.locator("#notice").inner_text()
    assert page.locator("#count").inner_text() == ""
    for file, data in whole.items():
        file.write_bytes(data)
    page.get_by_role("button", name="أعد المحاولة").click()
    page.wait_for_selector(".list mark")
    assert page.locator("#notice").inner_text() == ""
    page.close()


ALONE = "استخرج الحزمة كلها إلى مجلد"


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name", ["search.html", "offline.html", "index.html"])
def test_a_page_taken_alone_out_of_a_zip_says_what_to_do(
    browser: Any, stick: Path, tmp_path: Path, name: str, *, scripts: bool
) -> None:
    """As programs do that open a file inside a zip: they unpack that one file."""
    alone = tmp_path / "viewer" / name
    alone.parent.mkdir()
    shutil.copy(stick / name, alone)
    context = browser.new_context(locale="ar", java_script_enabled=scripts)
    page = context.new_page()
    page.goto(alone.as_uri())
    assert page.get_by_text(ALONE).is_visible()
    page.goto((stick / name).as_uri())
    if scripts:
        page.evaluate("document.getAnimations().forEach(one => one.finish())")
    else:
        page.wait_for_timeout(5_500)  # nothing can be hurried without scripts
    assert page.get_by_text(ALONE).is_hidden()
    context.close()


@pytest.mark.browser
def test_an_article_taken_alone_out_of_a_zip_is_read_as_ever(
    browser: Any, stick: Path, tmp_path: Path
) -> None:
    article = next(
        path for path in sorted((stick / "1970").rglob("*.html")) if len(path.stem) == 10
    )
    shutil.copy(article, tmp_path / "alone.html")
    page = browser.new_page(locale="ar")
    page.goto(article.as_uri())
    wanted = page.locator("article h1").inner_text(), page.locator("article .text").inner_text()
    page.goto((tmp_path / "alone.html").as_uri())
    assert page.locator("article h1").is_visible()
    assert (page.locator("article h1").inner_text(), _text(page)) == wanted
    direction = "getComputedStyle(document.querySelector('article p')).direction"
    assert page.evaluate(direction) == "rtl"
    page.close()


def _text(page: Any) -> str:
    text: str = page.locator("article .text").inner_text()
    return text


@pytest.mark.browser
@pytest.mark.parametrize(
    ("script", "name"),
    [
        ("search", "search.html"),
        ("search-page", "search.html"),
        ("offline", "offline.html"),
        ("saving", "offline.html"),
    ],
)
def test_a_page_whose_script_does_not_come_says_so(
    browser: Any, stick: Path, script: str, name: str
) -> None:
    """Style is there, so the page looks well; without a word it would only stay empty.

    Some seconds are left for the script to come.
    """
    (stick / "assets" / f"{script}.js").unlink()
    page = browser.new_page(locale="ar")
    page.goto((stick / name).as_uri())
    assert page.get_by_text(ALONE).is_hidden()
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    assert page.get_by_text(ALONE).is_visible()
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("name", ["search.html", "offline.html"])
def test_a_page_whose_scripts_are_forbidden_says_so(
    browser: Any, sample: Archive, name: str
) -> None:
    """As some programs do that show pages of others, without seeming to be without scripts."""
    page = browser.new_page(locale="ar")
    forbidding = {"Content-Type": "text/html", "Content-Security-Policy": "script-src 'none'"}
    page.route(
        f"**/{name}", lambda route: route.fulfill(body=sample.page(name), headers=forbidding)
    )
    with served(sample.public) as address:
        page.goto(address + name)
        assert page.get_by_text(ALONE).is_hidden()
        page.get_by_text(ALONE).wait_for(timeout=20_000)
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("script", ["files", "arabic", "lexicon"])
def test_search_without_one_of_its_scripts_is_an_error_and_never_no_results(
    browser: Any, stick: Path, script: str
) -> None:
    (stick / "assets" / f"{script}.js").unlink()
    page = browser.new_page(locale="ar")
    page.goto((stick / "search.html").as_uri() + "?q=القاهرة")
    page.get_by_role("button", name="أعد المحاولة").wait_for()
    assert page.locator("#count").inner_text() == ""
    page.close()


@pytest.mark.parametrize("articles", [3, 700])
def test_the_wrapped_index_is_little_larger_than_the_index(tmp_path: Path, articles: int) -> None:
    rnd = random.Random(articles)
    words = ["".join(rnd.choices("ابتجحدرسعفقكلمنهوي", k=rnd.randint(2, 9))) for _ in range(5000)]
    documents = [
        Document(f"{n}.html", f"a{n}", f"عنوان {n}", " ".join(rnd.choices(words, k=200)))
        for n in range(articles)
    ]
    index([Segment(lambda: documents)], tmp_path / "raw")
    wrap(tmp_path / "raw", tmp_path / "wrapped")
    sizes = {
        form: sum(f.stat().st_size for f in (tmp_path / form).rglob("*") if f.is_file())
        for form in ("raw", "wrapped")
    }
    assert sizes["wrapped"] <= 1.4 * sizes["raw"]
    scripts = list((tmp_path / "wrapped" / "fragment").iterdir())
    assert len(scripts) <= 256
    assert max(script.stat().st_size for script in scripts) < 200_000
    assert articles < bundle.FRAGMENTS_TOGETHER or len(scripts) > 16


def test_an_owner_may_leave_it_out_and_take_it_back(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.write("content/articles/a.md", '---\nid: aaa\ntitle: "عنوان"\n---\n\nنص قصير.\n')
    archive.write("site.yml", "title: أرشيف\n")
    with_both = archive.build(with_search=True).tree()
    archive.write("site.yml", "title: أرشيف\nfile_search: false\n")
    without = archive.build(with_search=True).tree()
    assert without == {p: d for p, d in with_both.items() if not p.startswith("pagefind-file/")}
    archive.write("site.yml", "title: أرشيف\n")
    assert archive.build(with_search=True).tree() == with_both
    assert archive.report
    assert archive.report.search == "unchanged"
