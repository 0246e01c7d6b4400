"""The archive cut by time, and what a reader's browser asks of the parts."""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, strategies as st

from conftest import examples, served, write_search_site
from warraq.model import digest_of
from warraq.search import Document, Segment, cut, index


def article(number: int, day: dt.date | None, text: str = "") -> Document:
    return Document(f"{number:05}.html", f"a{number}", f"خبر {number}", text, day)


DAYS = st.one_of(st.none(), st.dates(dt.date(1800, 1, 1), dt.date(2100, 1, 1)))
ARCHIVES = st.lists(DAYS, max_size=60).map(
    lambda days: [article(number, day) for number, day in enumerate(days)]
)
LARGEST = 5


@given(ARCHIVES)
def test_every_article_is_in_one_segment_and_none_holds_too_many(articles: list[Document]) -> None:
    segments = cut(articles, LARGEST)
    held = [one for segment in segments for one in segment]
    assert sorted(one.id for one in held) == sorted(one.id for one in articles)
    assert all(0 < len(segment) <= LARGEST for segment in segments)


@given(ARCHIVES)
def test_segments_follow_one_another_in_time(articles: list[Document]) -> None:
    days = [one.date or dt.date.min for segment in cut(articles, LARGEST) for one in segment]
    assert days == sorted(days)


@given(st.lists(DAYS, min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_an_article_more_changes_its_own_segment_only(days: list[Any], random: Any) -> None:
    articles = [article(number, day) for number, day in enumerate(days)]
    added = random.choice(articles)
    before = cut([one for one in articles if one is not added], LARGEST)
    after = cut(articles, LARGEST)
    changed = [segment for segment in before if segment not in after]
    assert len(changed) <= 1
    parts = [segment for segment in after if segment not in before]
    held = {one.id for segment in parts for one in segment}
    assert held == {added.id, *(one.id for segment in changed for one in segment)}


def test_an_archive_whose_articles_are_all_of_one_day_is_cut_too() -> None:
    segments = cut([article(number, dt.date(2011, 1, 25)) for number in range(40)], LARGEST)
    assert max(map(len, segments)) <= LARGEST


# From one build to the next


class Shelf:
    """An archive in small segments that is indexed again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.number = 0
        self.read: list[str] = []

    def index(self, articles: list[Document]) -> dict[str, bytes]:
        before = self._folder / str(self.number)
        self.number += 1
        self.read.clear()
        target = self._folder / str(self.number)
        index(self._segments(articles), target, before=before, memory=self._folder / "memory")
        return tree(target)

    def _segments(self, articles: list[Document]) -> list[Segment]:
        return [
            Segment(partial(self._documents, one), digest_of(*one))
            for one in cut(articles, LARGEST)
        ]

    def _documents(self, articles: tuple[Document, ...]) -> Iterator[Document]:
        for one in articles:
            self.read.append(one.id)
            yield one


def tree(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def fresh(articles: list[Document], folder: Path) -> dict[str, bytes]:
    index([Segment(partial(iter, one)) for one in cut(articles, LARGEST)], folder)
    return tree(folder)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


OLD = [article(n, dt.date(1970 + n, 5, 1), f"كتاب رقم {n} عن البحر") for n in range(20)]


def test_a_segment_in_which_nothing_changed_is_not_read_again(shelf: Shelf, tmp_path: Path) -> None:
    shelf.index(OLD)
    edited = [replace(OLD[0], text=OLD[1].text), *OLD[1:]]
    assert shelf.index(edited) == fresh(edited, tmp_path / "fresh")
    own = next(segment for segment in cut(edited, LARGEST) if edited[0] in segment)
    assert set(shelf.read) == {one.id for one in own}
    assert shelf.index(edited) == fresh(edited, tmp_path / "again")
    assert shelf.read == []


def test_a_new_word_may_change_how_words_of_another_segment_are_taken_apart(
    shelf: Shelf, tmp_path: Path
) -> None:
    articles = [replace(OLD[0], text="بعصفور"), *OLD[1:]]
    shelf.index(articles)
    articles[-1] = replace(OLD[-1], text="عصفور الصيف")
    assert shelf.index(articles) == fresh(articles, tmp_path / "fresh")
    assert {articles[0].id, articles[-1].id} <= set(shelf.read)


def test_a_segment_whose_files_were_harmed_is_made_again(shelf: Shelf, tmp_path: Path) -> None:
    whole = shelf.index(OLD)
    for kind in ("index/*.pf_index", "fragment/*/*", "meta/*", "filter/*"):
        harmed = next((tmp_path / str(shelf.number)).glob(kind))
        harmed.write_bytes(harmed.read_bytes()[:-1])
        assert shelf.index(OLD) == whole
        assert shelf.read, kind


def test_an_index_that_is_made_afresh_believes_nothing_that_was_kept(
    shelf: Shelf, tmp_path: Path
) -> None:
    whole = shelf.index(OLD)
    memory = tmp_path / "memory"
    for path in memory.iterdir():
        path.write_bytes(path.read_bytes().replace('"كتاب":'.encode(), '"كتابة":'.encode()))
    segments = [Segment(partial(iter, one), digest_of(*one)) for one in cut(OLD, LARGEST)]
    index(segments, tmp_path / "afresh", memory=memory)
    assert tree(tmp_path / "afresh") == whole


def test_a_segment_that_is_like_no_other_is_not_kept(tmp_path: Path) -> None:
    index([Segment(partial(iter, OLD))], tmp_path / "index", memory=tmp_path / "memory")
    assert list((tmp_path / "memory").iterdir()) == []


WORDS = st.lists(
    st.sampled_from(["كتاب", "والكتاب", "كتب", "بيت", "ببيت", "البيت", "بيوت", "فهد", "وفهد"]),
    max_size=6,
)


@examples(15)
@given(st.lists(st.lists(st.tuples(st.integers(0, 19), WORDS), max_size=3), max_size=3))
def test_after_any_edits_the_index_is_as_if_made_anew(edits: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder))
        articles = list(OLD)
        for number, batch in enumerate([[], *edits]):
            for place, words in batch:
                articles[place] = replace(articles[place], text=" ".join(words))
            assert shelf.index(articles) == fresh(articles, Path(folder, f"fresh{number}"))


# In the browser: forty years, a segment each ten

YEARS = range(1970, 2010)


def text_of(year: int) -> str:
    rare = {1972: "زمردة", 1985: "زمردة ياقوت", 2005: "ياقوت"}.get(year, "")
    return f"كتب المراسل عن الميناء في ذلك العام. {rare}"


DOCUMENTS = [article(year, dt.date(year, 5, 1), text_of(year)) for year in YEARS]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    segments = cut(DOCUMENTS, 16)
    assert len(segments) == 3
    write_search_site(root, segments, digits="latn")
    with served(root) as site:
        yield site + "search.html"


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    context = browser.new_context(locale="ar", viewport={"width": 400, "height": 900})
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    tab.goto(address)
    yield tab
    context.close()


def segments_asked(page: Any, query: str, **options: Any) -> tuple[list[str], int]:
    """The articles found, and how many segments were opened for it."""
    opened: list[str] = []
    page.on("request", lambda request: opened.append(request.url) if "/meta/" in request.url else 0)
    answer = page.evaluate("([q, options]) => warraq.search(q, options)", [query, options])
    assert answer["total"] == len(answer["results"])
    return [result["id"] for result in answer["results"]], len(opened)


@pytest.mark.browser
def test_only_the_segments_that_hold_a_word_are_opened(page: Any) -> None:
    found, opened = segments_asked(page, "زمردة")
    assert sorted(found) == ["a1972", "a1985"]
    assert opened == 2


@pytest.mark.browser
def test_several_words_open_only_the_segments_that_hold_all(page: Any) -> None:
    found, opened = segments_asked(page, "زمردة ياقوت")
    assert found == ["a1985"]
    assert opened == 1


@pytest.mark.browser
def test_a_year_opens_its_own_segment(page: Any) -> None:
    found, opened = segments_asked(page, "الميناء", filters={"year": ["2005"]})
    assert found == ["a2005"]
    assert opened == 1


@pytest.mark.browser
def test_all_segments_together_are_sorted_by_day(page: Any) -> None:
    found, _ = segments_asked(page, "الميناء", sort="date", limit=100)
    assert found == [f"a{year}" for year in reversed(YEARS)]


@pytest.mark.browser
def test_the_newest_segment_tells_its_results_before_the_others_are_asked(page: Any) -> None:
    early = page.evaluate(
        """() => new Promise((resolve, reject) => {
            const tell = (results) => resolve(results.map(({ id }) => id));
            warraq.search("الميناء", { tell }).catch(reject);
        })"""
    )
    assert len(early) == 10
    assert all(int(name[1:]) >= 1994 for name in early)


@pytest.mark.browser
def test_first_results_are_shown_on_a_slow_line_and_stay_where_they_are(page: Any) -> None:
    held: list[Any] = []
    page.route("**/pagefind/meta/*", lambda route: held.append(route) if held else release(route))

    def release(route: Any) -> None:
        held.append(None)
        route.continue_()

    page.fill("#q", "الميناء")
    page.locator("#count").filter(has_text="ويستمر البحث").wait_for()
    first = page.locator("#results h2").all_inner_texts()
    assert len(first) == 10
    assert page.locator("#results").get_attribute("aria-busy") == "true"
    for route in held[1:]:
        route.continue_()
    page.unroute_all()
    page.locator("#count").filter(has_text="40").wait_for()
    shown = page.locator("#results h2").all_inner_texts()
    assert shown[:10] == first
    assert len(shown) == len(set(shown)) == 20
    for more in (30, 40):
        page.get_by_role("button", name="المزيد").click()
        page.wait_for_function(f"document.querySelectorAll('#results > li').length === {more}")
    everything = page.locator("#results h2").all_inner_texts()
    assert len(set(everything)) == 40


@pytest.mark.browser
def test_an_older_segment_that_does_not_come_is_said_beside_the_first_results(page: Any) -> None:
    asked: list[str] = []

    def only_the_first(route: Any) -> None:
        asked.append(route.request.url)
        if asked[0] == route.request.url:
            route.continue_()
        else:
            page.wait_for_timeout(1200)
            route.fulfill(status=404, body="not found")

    page.route("**/pagefind/meta/*", only_the_first)
    page.fill("#q", "الميناء")
    page.get_by_role("button", name="أعد المحاولة").wait_for()
    assert page.locator("#results > li").count() == 10
    assert page.locator("#count").inner_text() == ""
    page.unroute_all()
    page.get_by_role("button", name="أعد المحاولة").click()
    page.locator("#count").filter(has_text="40").wait_for()


# One order, however the archive is cut

NOUNS = ["ميناء", "سفينة", "بحر", "مدينة", "سوق", "نهر", "جسر", "حديقة", "متحف", "كتاب"]
ORDER = "async word => (await warraq.search(word, { limit: 200 })).results.map(({ id }) => id)"


def any_article(number: int) -> Document:
    chance = random.Random(number)
    text = " ".join(chance.choices(NOUNS, range(1, 11), k=chance.randrange(5, 60)))
    return article(number, dt.date(2000, 1, 1) + dt.timedelta(number), text)


@pytest.mark.browser
def test_a_word_has_the_same_order_of_results_however_the_archive_is_cut(
    browser: Any, tmp_path: Path
) -> None:
    articles = [any_article(number) for number in range(120)]
    orders = []
    for largest in (16, 1000):
        root = tmp_path / str(largest)
        root.mkdir()
        segments = cut(articles, largest)
        write_search_site(root, segments)
        with served(root) as site:
            tab = browser.new_page()
            tab.goto(site + "search.html")
            orders.append([tab.evaluate(ORDER, word) for word in NOUNS])
            tab.close()
    assert len(segments) == 1
    assert orders[0] == orders[1]
