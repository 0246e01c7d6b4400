"""The search index as its readers meet it: the real binary, the real page, a real browser."""

import datetime as dt
import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conftest import served, write_search_site
from warraq.search import Document, SearchError, Segment, available, cut, index, pagefind


def document(
    name: str, day: str, title: str, text: str, category: str, *tags: str, **more: str
) -> Document:
    when = dt.date.fromisoformat(day) if day else None
    folder = f"{day[:4]}/{day[5:7]}" if day else f"undated/{name[:2]}"
    url = f"{folder}/{name}.html"
    return Document(url, name, title, text, when, category, tags=tags, **more)


DOCUMENTS = (
    document(
        "dam70",
        "1970-07-21",
        "اكتمال السد العالي في أسوان",
        "اكتمل بناء السد العالي على نهر النيل، وامتدت خلفه «بحيرة ناصر» نحو الجنوب.",
        "اقتصاد",
        "السدود",
        "النيل",
        dateline="أسوان",
        source="جريدة الوادي",
    ),
    document(
        "temple",
        "1968-09-22",
        "نقل معبدي أبو سمبل إلى موضع أعلى",
        "قُطع المعبدان كتلًا ورُفعا فوق الهضبة كي لا تغمرهما مياه البحيرة.",
        "آثار",
        "النيل",
        source="جريدة الوادي",
    ),
    document(
        "reservoir",
        "",
        "خزان أسوان القديم",
        "افتتح الخزان القديم على النيل عام 1902 ثم عُلّي مرتين.",
        "اقتصاد",
        "السدود",
    ),
    document(
        "canal",
        "1869-11-17",
        "افتتاح قناة السويس",
        "تصل القناة البحر المتوسط بالبحر الأحمر، ولا تأخذ ماءها من النيل.",
        "اقتصاد",
        source="جريدة المرفأ",
    ),
    document(
        "stone",
        "1822-09-27",
        "قراءة حجر رشيد",
        "عرض شامبليون قراءته للنقوش المصرية. والحجر مكتوب بثلاثة خطوط، وعُثر عليه قرب مصب النيل.",
        "آثار",
        source="جريدة المرفأ",
    ),
    *(
        document(
            f"flood{99 - day}",  # so that order by id is not order by day
            f"2011-01-{day}",
            f"منسوب النيل يوم {day}",
            "هذا قياس المنسوب عند المقياس كما سُجّل في الصباح.",
            "طقس",
            "النيل",
            source="نشرة المقياس",
        )
        for day in range(24, 32)
    ),
    document(
        "tags",
        "1999-01-01",
        "كيف يكتب الوسم <b>غليظًا</b> & <img src=x onerror=alert(1)>",
        "يوضع الحرف بين قوسين هكذا: <b>حرف</b>، وهذا نص لا وسم.",
        "تقنية",
    ),
    document("picture", "2000-01-01", "صورة بلا نص", "", "آثار"),
    document("empty", "2000-01-02", "", "", ""),
)

# What is written


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    index([Segment(lambda: DOCUMENTS)], tmp_path / "one")
    for again in ("two", "three"):
        index([Segment(lambda: DOCUMENTS)], tmp_path / again)
        assert files(tmp_path / again) == files(tmp_path / "one")


def test_only_what_the_search_page_loads_is_kept(tmp_path: Path) -> None:
    index([Segment(lambda: DOCUMENTS)], tmp_path)
    kept = {path.name for path in tmp_path.iterdir() if path.is_file()}
    names = json.loads((tmp_path / "root.json").read_bytes())["names"]
    assert set(names) == {"lexicon.json", "spelling.json"}
    assert kept == {*names.values(), "root.json"}
    assert len(list((tmp_path / "meta").iterdir())) == 1
    assert len(list((tmp_path / "filter").iterdir())) == len(pagefind.FACETS)
    assert len(list((tmp_path / "fragment").glob("*/*"))) == len(DOCUMENTS)


def test_an_archive_without_articles_has_an_index(tmp_path: Path) -> None:
    index([], tmp_path)
    assert json.loads((tmp_path / "root.json").read_bytes())["segments"] == []


def test_a_folder_that_holds_an_old_index_is_refused(tmp_path: Path) -> None:
    (tmp_path / "old.pf_index").touch()
    with pytest.raises(SearchError) as refusal:
        index([Segment(lambda: DOCUMENTS)], tmp_path)
    assert "not empty" in refusal.value.problems[0].en


def test_half_a_surrogate_pair_does_not_lose_its_article(tmp_path: Path) -> None:
    index([Segment(lambda: [Document("a.html", "a", "عنوان", "نص \ud83d ناقص")])], tmp_path)
    assert len(list((tmp_path / "fragment").glob("*/*"))) == 1


def test_an_index_that_holds_fewer_articles_than_were_sent_is_an_error(tmp_path: Path) -> None:
    twins = [Document("a.html", name, "عنوان", "نص") for name in "ab"]
    with pytest.raises(SearchError) as failure:
        index([Segment(lambda: twins)], tmp_path)
    assert "1 articles of 2" in failure.value.problems[0].en


def test_an_index_that_does_not_find_a_word_of_its_own_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pagefind.make

    def without_its_words(*arguments: Any, **more: Any) -> pagefind.Index:
        made = real(*arguments, **more)
        nothing = gzip.compress(pagefind.SIGNATURE + b"\x81\x80")  # [[]]
        parts = {path: nothing for path in made.files if path.startswith("index/")}
        return replace(made, files={**made.files, **parts})

    monkeypatch.setattr(pagefind, "make", without_its_words)
    with pytest.raises(SearchError) as failure:
        index([Segment(lambda: DOCUMENTS)], tmp_path)
    assert "does not lead" in failure.value.problems[0].en


def test_an_index_that_leads_to_another_place_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pagefind.places
    monkeypatch.setattr(
        pagefind,
        "places",
        lambda *asked: {path: [n + 1 for n in found] for path, found in real(*asked).items()},
    )
    with pytest.raises(SearchError) as failure:
        index([Segment(lambda: DOCUMENTS)], tmp_path)
    assert failure.value.problems[0].file == DOCUMENTS[0].url


# What may be wrong with the binary


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a Python script in the place of Pagefind; it is asked for --version, then --service."""
    program = tmp_path / "pagefind"
    program.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "if '--version' in sys.argv: sys.exit(print('pagefind 1.5.2'))\n" + script
    )
    program.chmod(0o755)
    monkeypatch.setitem(
        sys.modules, "pagefind_bin", SimpleNamespace(get_executable=lambda: program)
    )


def problem_of_indexing(tmp_path: Path) -> Any:
    with pytest.raises(SearchError) as failure:
        index([Segment(lambda: DOCUMENTS)], tmp_path / "index")
    (problem,) = failure.value.problems
    return problem


def test_the_pinned_binary_is_available() -> None:
    assert available() is None


def test_a_missing_binary_is_a_warning_that_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    problem = available()
    assert problem is not None
    assert problem.severity == "warning"
    assert "pip install" in problem.en
    assert "pip install" in problem.ar
    assert problem_of_indexing(tmp_path) == problem


def test_a_binary_made_for_another_system_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_bytes(b"\x00not for this machine")
    program.chmod(0o755)
    monkeypatch.setitem(
        sys.modules, "pagefind_bin", SimpleNamespace(get_executable=lambda: program)
    )
    problem = available()
    assert problem is not None
    assert "does not run" in problem.en


def test_a_binary_of_another_version_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "PAGEFIND", "1.4.0")
    assert "pagefind 1.5.2" in problem_of_indexing(tmp_path).en


def test_a_crash_says_what_the_binary_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "sys.exit('out of memory')")
    problem = problem_of_indexing(tmp_path)
    assert "out of memory" in problem.en
    assert "out of memory" in problem.ar


def test_a_refused_article_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(
        tmp_path,
        monkeypatch,
        "from base64 import *\n"
        "import json\n"
        "data = b''\n"
        "while byte := sys.stdin.buffer.read(1):\n"
        "    data += byte\n"
        "    if byte == b',':\n"
        "        number = json.loads(b64decode(data))['message_id']\n"
        "        kind = 'Error' if number == 3 else 'IndexedFile'\n"
        "        reply = {'message_id': number, 'payload': {'type': kind, 'message': 'too odd'}}\n"
        "        sys.stdout.buffer.write(b64encode(json.dumps(reply).encode()) + b',')\n"
        "        sys.stdout.flush()\n"
        "        data = b''\n",
    )
    problem = problem_of_indexing(tmp_path)
    assert problem.file == DOCUMENTS[2].url
    assert "too odd" in problem.en


def test_the_page_reads_what_the_pinned_version_writes() -> None:
    theme = Path(__file__).parent.parent / "themes" / "warraq"
    script = (theme / "assets" / "segment.js").read_text(encoding="utf-8")
    assert f'const WRITTEN_BY = "{pagefind.PAGEFIND}";' in script


# What readers find


@pytest.fixture(scope="module", params=[100, 3], ids=["one segment", "small segments"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search page with its assets and the index, as the build lays them out."""
    root = tmp_path_factory.mktemp("site")
    write_search_site(root, cut(DOCUMENTS, request.param))
    return root


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as root:
        yield root + "search.html"


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """The search page in a fresh tab, with nothing in its cache."""
    context = browser.new_context(locale="ar", viewport={"width": 1100, "height": 900})
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    tab.goto(address)
    yield tab
    context.close()


def ask(page: Any, query: str, **options: Any) -> Any:
    return page.evaluate("([query, options]) => warraq.search(query, options)", [query, options])


def found(page: Any, query: str, **options: Any) -> list[str]:
    answer = ask(page, query, limit=100, **options)
    ids = [result["id"] for result in answer["results"]]
    assert len(ids) == answer["total"]
    return ids


@pytest.mark.browser
def test_a_word_is_found_in_title_text_and_dateline_but_not_in_what_is_only_shown(
    page: Any,
) -> None:
    assert found(page, "شامبليون") == ["stone"]
    assert set(found(page, "أسوان")) == {"dam70", "reservoir"}
    assert found(page, "سمبل الهضبة") == ["temple"]
    assert found(page, "المرفأ") == []
    assert found(page, "1902") == ["reservoir"]
    assert found(page, "1970") == []


@pytest.mark.browser
def test_a_result_says_where_its_article_is_and_what_it_is(page: Any) -> None:
    (result,) = ask(page, "شامبليون")["results"]
    assert result["url"] == "1822/09/stone.html"
    assert result["title"] == "قراءة حجر رشيد"
    assert result["date"] == "1822-09-27"
    assert result["category"] == "آثار"
    assert result["source"] == "جريدة المرفأ"
    assert result["excerpt"].startswith("عرض شامبليون قراءته")
    marked = [piece["text"] for piece in result["pieces"]["excerpt"] if piece["hit"]]
    assert marked == ["شامبليون"]


@pytest.mark.browser
def test_the_total_is_true_whatever_the_limit(page: Any) -> None:
    answer = ask(page, "النيل", limit=3)
    assert answer["total"] == 12
    assert len(answer["results"]) == 3
    rest = ask(page, "النيل", limit=100, offset=3)["results"]
    assert len({result["id"] for result in (*answer["results"], *rest)}) == 12


@pytest.mark.browser
def test_filters_take_any_value_of_a_facet_and_all_facets(page: Any) -> None:
    assert set(found(page, "النيل", filters={"category": ["آثار"]})) == {"stone"}
    both = {"category": ["آثار", "اقتصاد"]}
    assert set(found(page, "النيل", filters=both)) == {"stone", "dam70", "reservoir", "canal"}
    assert found(page, "النيل", filters={**both, "year": ["1970"]}) == ["dam70"]
    assert found(page, "النيل", filters={"year": ["undated"]}) == ["reservoir"]
    assert found(page, "النيل", filters={"tag": ["السدود"], "source": ["جريدة الوادي"]}) == [
        "dam70"
    ]


@pytest.mark.browser
def test_filters_alone_list_all_they_let_through(page: Any) -> None:
    assert set(found(page, "", filters={"category": ["آثار"]})) == {"temple", "stone", "picture"}


@pytest.mark.browser
def test_newest_first_tells_neighbouring_days_apart_and_keeps_the_undated_last(page: Any) -> None:
    days = [f"flood{99 - day}" for day in range(31, 23, -1)]
    assert found(page, "النيل", sort="date") == [*days, "dam70", "canal", "stone", "reservoir"]


@pytest.mark.browser
@pytest.mark.parametrize("query", ['"السد العالي"', "«السد العالي»", "“السد العالي”"])
def test_quotes_of_any_kind_ask_for_the_exact_phrase(page: Any, query: str) -> None:
    assert found(page, query) == ["dam70"]
    assert found(page, query.replace("السد العالي", "العالي السد")) == []


@pytest.mark.browser
@pytest.mark.parametrize("query", ["", "   ", "؟!…", '""', "«»", "<>", "\u200f"])
def test_a_query_without_a_word_finds_nothing(page: Any, query: str) -> None:
    answer = ask(page, query)
    assert (answer["total"], answer["results"]) == (0, [])


@pytest.mark.browser
def test_a_query_of_ten_thousand_letters_is_cut_and_answered(page: Any) -> None:
    assert found(page, "شامبليون " * 1200) == ["stone"]
    assert ask(page, "س" * 10_000)["total"] == 0


@pytest.mark.browser
@pytest.mark.parametrize(
    "part",
    [
        "index/*.pf_index",
        "fragment/*/*.pf_fragment",
        "meta/*.pf_meta",
        "root.json",
        "lexicon*.json",
    ],
)
@pytest.mark.parametrize("answer", ["missing", "a page of the hotel's network", "cut off"])
def test_a_part_that_does_not_come_is_an_error_and_never_no_results(
    page: Any, part: str, answer: str
) -> None:
    def reply(route: Any) -> None:
        if answer == "missing":
            route.fulfill(status=404, body="not found")
        elif answer == "cut off":
            route.abort("connectionreset")
        else:
            route.fulfill(status=200, body="<!doctype html><title>Wi-Fi</title>")

    page.route(f"**/pagefind/{part}", reply)
    page.fill("#q", "النيل")
    page.get_by_role("button", name="أعد المحاولة").wait_for()
    assert "لم يصل" in page.locator("#notice").inner_text()
    assert page.locator("#count").inner_text() == ""
    page.unroute_all()
    page.get_by_role("button", name="أعد المحاولة").click()
    page.locator("#results > li").first.wait_for()
    assert page.locator("#count").inner_text() == "١٢ نتيجة"
    assert page.locator("#notice").inner_text() == ""


@pytest.mark.browser
def test_an_error_in_the_scripts_is_never_told_as_a_lost_connection(page: Any) -> None:
    """It reaches the console, for those who can mend it."""
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    slip = "warraq.openSegment = () => { throw new TypeError('a slip of ours'); }"
    page.evaluate(f"() => {{ {slip} }}")
    page.fill("#q", "النيل")
    page.get_by_role("button", name="أعد المحاولة").wait_for()
    notice = page.locator("#notice").inner_text()
    assert "خلل في هذه الصفحة" in notice
    assert "لم يصل" not in notice
    assert any("a slip of ours" in said for said in complaints)


@pytest.mark.browser
def test_typing_shows_results_with_the_words_marked_in_titles_and_texts(page: Any) -> None:
    page.fill("#q", "السد ناصر")
    page.locator("#results > li").first.wait_for()
    assert page.locator("#count").inner_text() == "نتيجة واحدة"
    assert page.locator("#results h2 mark").all_inner_texts() == ["السد"]
    assert page.locator("#results p mark").all_inner_texts() == ["السد", "ناصر"]
    assert page.locator("#results .by li").all_inner_texts() == [
        "جريدة الوادي",
        "أسوان",
        "٢١ تموز ١٩٧٠",
        "اقتصاد",
    ]
    assert page.locator("#results a").get_attribute("href").endswith("/1970/07/dam70.html")


@pytest.mark.browser
def test_markup_in_an_article_is_shown_as_it_was_written(page: Any) -> None:
    page.on("dialog", lambda _: pytest.fail("a title was run as a script"))
    page.fill("#q", "الوسم")
    page.locator("#results > li").first.wait_for()
    title = "كيف يكتب الوسم <b>غليظًا</b> & <img src=x onerror=alert(1)>"
    assert page.locator("#results h2").inner_text() == title
    assert page.locator("#results :is(b, img)").count() == 0


@pytest.mark.browser
def test_the_search_is_kept_in_the_address_and_found_there_again(page: Any) -> None:
    page.fill("#q", "النيل")
    page.get_by_role("checkbox", name="اقتصاد").check()
    page.select_option("#sort", "date")
    page.wait_for_function("document.querySelectorAll('#results > li').length === 3")
    page.wait_for_url("**/search.html?q=*&category=*&sort=date")
    page.reload()
    page.wait_for_function("document.querySelectorAll('#results > li').length === 3")
    assert page.input_value("#q") == "النيل"
    assert page.get_by_role("checkbox", name="اقتصاد").is_checked()
    titles = page.locator("#results h2").all_inner_texts()
    assert titles[0] == "اكتمال السد العالي في أسوان"
    assert page.locator("#count").inner_text() == "٣ نتائج"


@pytest.mark.browser
def test_a_facet_counts_what_its_other_values_would_add(page: Any) -> None:
    page.fill("#q", "النيل")
    page.get_by_role("checkbox", name="آثار").check()
    page.wait_for_function("document.querySelectorAll('#results > li').length === 1")
    page.locator("#results[aria-busy=false]").wait_for(state="attached")  # facets come last
    counts = page.locator("[data-facet=category] label").all_inner_texts()
    assert [text.split() for text in counts] == [["طقس", "٨"], ["اقتصاد", "٣"], ["آثار", "١"]]
    years = page.locator("[data-facet=year] label").all_inner_texts()
    assert [text.split() for text in years] == [["١٨٢٢", "١"]]


@pytest.mark.browser
def test_the_button_for_more_shows_the_rest(page: Any) -> None:
    page.fill("#q", "النيل")
    page.get_by_role("button", name="المزيد").click()
    page.wait_for_function("document.querySelectorAll('#results > li').length === 12")
    assert page.get_by_role("button", name="المزيد").is_hidden()


@pytest.mark.browser
def test_the_keyboard_reaches_the_box_and_the_results(page: Any) -> None:
    page.fill("#q", "أسوان")
    page.locator("#results > li").first.wait_for()
    page.locator("h1").first.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    assert page.input_value("#q") == "أسوان"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    hrefs = page.locator("#results a").evaluate_all("links => links.map(link => link.href)")
    assert page.evaluate("document.activeElement.href") == hrefs[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"


@pytest.mark.browser
def test_a_word_that_no_article_holds_is_said_to_have_no_results(page: Any) -> None:
    page.fill("#q", "ژژژژ")
    page.locator("#notice").filter(has_text="جرّب").wait_for()
    assert page.locator("#count").inner_text() == "لا نتائج"


@pytest.mark.browser
def test_without_scripts_the_page_leads_to_the_lists(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    assert tab.get_by_role("link", name="بحسب التاريخ").get_attribute("href") == "dates/index.html"
    assert tab.locator("#q").is_hidden()
    context.close()
