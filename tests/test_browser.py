"""The sample archive in a real Chromium: read, searched, and looked at by axe."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import Archive, page_without_errors, served

pytestmark = pytest.mark.browser

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module", params=["/", "/archive/"])
def address(sample: Archive, request: pytest.FixtureRequest) -> Iterator[str]:
    with served(sample.public, request.param) as url:
        yield url


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with page_without_errors(browser) as page:
        yield page


def article_of(sample: Archive) -> str:
    """The path of an article that has everything: caption, headings, tags, source."""
    found = [p for p in (sample.public / "1970").rglob("*.html") if len(p.stem) == 10]
    return found[0].relative_to(sample.public).as_posix()


def test_a_word_typed_is_found_and_the_result_opened_by_keyboard(page: Any, address: str) -> None:
    page.goto(address + "search.html")
    page.keyboard.press("/")
    page.keyboard.type("القاهرة")
    page.keyboard.press("Enter")
    page.wait_for_selector(".list a")
    assert "نتائج" in page.locator("[role=status]").inner_text()
    assert "القاهرة" in page.locator("mark").first.inner_text()
    title = page.locator(".list a").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("article h1")
    assert page.locator("h1").inner_text() == title
    assert page.url.startswith(address)


def test_a_search_is_kept_in_its_address(page: Any, address: str) -> None:
    page.goto(address + "search.html?q=القمر&year=1969")
    page.wait_for_selector(".list a")
    assert page.locator("input[type=search]").input_value() == "القمر"
    dates = page.locator(".list time").evaluate_all("all => all.map(t => t.dateTime)")
    assert dates
    assert all(date.startswith("1969") for date in dates)


def test_where_nothing_is_found_no_filter_is_offered_but_those_in_use(
    page: Any, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + "search.html?q=زقزقة")
    page.get_by_role("status").get_by_text("لا نتائج").wait_for()
    assert page.locator("details[data-facet]:visible").count() == 0
    assert not page.locator("#sort").is_visible()
    assert "اخترته" not in page.locator("#notice").inner_text()
    page.goto(address + "search.html?q=زقزقة&year=1969")
    page.get_by_text("أزل ما اخترته").wait_for()
    page.locator("details[data-facet=year] input:checked").click()
    page.wait_for_url(lambda url: "1969" not in url)


def test_on_paper_the_days_of_a_year_are_as_light_where_the_screen_is_dark(
    page: Any, address: str
) -> None:
    page.goto(address + "1969/index.html")
    day = page.locator(".month td a").first
    shown = []
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)
        shown.append(day.evaluate("day => getComputedStyle(day).backgroundColor"))
    assert shown[0] == shown[1]


def test_on_paper_the_address_of_a_link_stands_behind_it_in_letters(
    page: Any, site: Callable[[str], Archive]
) -> None:
    archive = site("""
        -- content/articles/a.md --
        ---
        id: aaa
        title: خبر
        date: 2011-01-25
        ---
        [تقرير](https://example.com/أخبار/محلي) و[آخر](https://example.com/a) وhttps://example.com/b
    """).build()
    page.goto((archive.public / "2011/01/aaa.html").as_uri())
    page.emulate_media(media="print")
    behind = [
        link.evaluate("link => getComputedStyle(link, '::after').content").replace('" "', "")
        for link in page.locator(".text a").all()
    ]
    assert behind == [
        '"(https://example.com/\u2068أخبار\u2069/\u2068محلي\u2069)"',
        '"(https://example.com/a)"',
        "none",
    ]


def test_the_search_box_of_the_home_page_leads_to_results(page: Any, address: str) -> None:
    page.goto(address + "index.html")
    page.fill("input[type=search]", "النيل")
    page.keyboard.press("Enter")
    page.wait_for_selector(".list mark")
    assert "q=" in page.url


def test_search_answers_the_programs_that_score_it(page: Any, address: str) -> None:
    page.goto(address + "search.html")
    page.wait_for_function("() => window.warraq && typeof window.warraq.search === 'function'")
    found = page.evaluate("window.warraq.search('القاهرة', {limit: 2})")
    assert found["total"] > 2
    assert len(found["results"]) == 2
    assert {"id", "url", "title", "excerpt"} <= set(found["results"][0])


def test_no_page_asks_anybody_else_for_anything(page: Any, address: str, sample: Archive) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in kinds(sample):
        if path == "404.html" and address.endswith("/archive/"):
            continue  # its links begin at the base path of site.yml, which is / here
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []


def test_an_article_reads_from_right_to_left_in_the_sites_own_letters(
    page: Any, address: str, sample: Archive
) -> None:
    page.goto(address + article_of(sample))
    page.evaluate("document.fonts.ready")
    heading = page.locator("h1").bounding_box()
    text = page.locator("article").bounding_box()
    assert heading["x"] + heading["width"] == pytest.approx(text["x"] + text["width"], abs=2)
    assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')")


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways(page: Any, address: str, sample: Archive, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in kinds(sample):
        if path == "404.html" and address.endswith("/archive/"):
            continue  # its links begin at the base path of site.yml, which is / here
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def kinds(sample: Archive) -> list[str]:
    """One page of each kind."""
    tag = next(path for path in (sample.public / "tag").rglob("*/index.html"))
    return [
        "index.html",
        article_of(sample),
        "1969/index.html",
        "1969/07/index.html",
        "1969/07/21.html",
        "dates/index.html",
        "undated/index.html",
        "tag/index.html",
        tag.relative_to(sample.public).as_posix(),
        "category/index.html",
        "404.html",
        "search.html?q=القاهرة",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_to_complain_of(
    browser: Any, sample: Archive, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="ar")
    opened = context.new_page()
    with served(sample.public) as url:
        for path in kinds(sample):
            opened.goto(url + path)
            if "?q=" in path:
                opened.wait_for_selector("#results[aria-busy=false] mark")
                busy = "document.querySelector('#results').setAttribute('aria-busy', 'true')"
                opened.evaluate(busy)  # they are read while the search goes on, too
            options = {"runOnly": {"type": "tag", "values": AXE_TAGS}}
            found = Axe().run(opened, options=options)
            assert found.violations_count == 0, f"{path}\n{found.generate_report()}"
    context.close()


def test_without_scripts_everything_can_be_read_and_search_says_so(
    browser: Any, sample: Archive
) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    with served(sample.public) as url:
        opened.goto(url + "index.html")
        opened.click("main .list a >> nth=0")
        assert opened.locator("article h1").count() == 1
        opened.goto(url + "search.html")
        assert "dates/index.html" in (opened.locator("main noscript").inner_html())
    context.close()


def test_every_kind_of_page_opens_as_a_file(page: Any, sample: Archive) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in kinds(sample):
        if path != "404.html":
            name, query, words = path.partition("?")
            page.goto((sample.public / name).as_uri() + query + words)
            page.wait_for_load_state("networkidle")
            assert page.locator("h1").count() == 1
    assert [url for url in asked if not url.startswith(sample.public.as_uri())] == []


def test_the_archive_reads_from_a_folder_without_a_server(page: Any, sample: Archive) -> None:
    page.goto((sample.public / "index.html").as_uri())
    page.click("main .list a >> nth=0")
    assert page.locator("article h1").count() == 1
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].some(f => f.status === 'loaded')")
