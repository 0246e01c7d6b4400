"""Site -> Pages: what will be written, and where."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from warraq.archive import arrange
from warraq.config import Config
from warraq.errors import WarraqError
from warraq.model import Article, Entry, Page, Withdrawal
from warraq.pages import paginate, plan

CONFIG = Config(root=Path("/archive"), title="أرشيف", base_url="https://example.org/archive/")


def an_article(ident: str, day: str = "2011-01-25", **fields: object) -> Article:
    date = dt.date.fromisoformat(day) if day else None
    values = {"path": f"{ident}.md", "digest": ident, "title": f"خبر {ident}", "date": date}
    return Article(id=ident, **{**values, **fields})  # type: ignore[arg-type]


def pages_of(*articles: Article, config: Config = CONFIG) -> dict[str, Page]:
    site = arrange(articles, tag_page_minimum=config.tag_page_minimum)
    return plan(site, config)


def entry(number: int) -> Entry:
    return Entry(str(number), f"{number}.html", str(number), "خبر", "", None, None, "", "", "")


def shown(entries: Sequence[Entry]) -> list[str]:
    return [item.id for item in entries]


def test_an_archive_of_none_has_all_its_fixed_pages() -> None:
    fixed = {"index.html", "search.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt"}
    assert fixed <= set(pages_of())


def test_an_article_is_listed_by_year_month_day_and_terms() -> None:
    planned = pages_of(
        an_article("aaa", category="علوم", source="وكالة الضفاف", authors=("سلمى",), tags=("قمر",)),
        an_article("bbb", tags=("قمر",)),
    )
    assert {
        "2011/01/aaa.html",
        "2011/index.html",
        "2011/01/index.html",
        "2011/01/25.html",
        "category/علوم/index.html",
        "source/وكالة-الضفاف/index.html",
        "author/سلمى/index.html",
        "tag/قمر/index.html",
    } <= set(planned)


def test_a_tag_used_once_is_listed_without_a_page_of_its_own() -> None:
    planned = pages_of(an_article("aaa", tags=("قمر",)))
    assert "tag/قمر/index.html" not in planned
    (group,) = planned["tag/index.html"].context.groups
    assert [(tag.name, tag.url) for tag in group.terms] == [("قمر", "")]


def test_undated_articles_have_a_list_and_come_last() -> None:
    planned = pages_of(an_article("aaa", ""), an_article("bbb"))
    assert shown(planned["undated/index.html"].context.entries) == ["aaa"]
    assert shown(planned["index.html"].context.latest) == ["bbb", "aaa"]


def test_home_and_dates_name_the_undated_with_their_number() -> None:
    planned = pages_of(an_article("aaa", ""), an_article("bbb", ""), an_article("ccc"))
    for path in ("index.html", "dates/index.html"):
        undated = planned[path].context.undated
        assert (undated.url, undated.count) == ("undated/index.html", 2)
    assert pages_of(an_article("ccc"))["index.html"].context.undated is None


def test_the_undated_stand_in_the_order_of_an_arabic_index() -> None:
    planned = pages_of(
        an_article("aaa", "", title="نهر بلا ضفاف"),
        an_article("bbb", "", title="القمر في الشعر"),
        an_article("ccc", "", title="«أسواق» قديمة"),
    )
    assert shown(planned["undated/index.html"].context.entries) == ["ccc", "bbb", "aaa"]


def test_pages_of_the_undated_are_numbered_as_they_are_read() -> None:
    articles = [an_article(f"id{number}", "", title=f"الفصل {number}") for number in range(1, 8)]
    config = replace(CONFIG, page_size=3)
    planned = pages_of(*articles, config=config)
    paths = [f"undated/{name}.html" for name in ("index", "page-2", "page-3")]
    places = [planned[path].context.pages for path in paths]
    assert [place.number for place in places] == [1, 2, 3]
    assert [place.total for place in places] == [3, None, None]
    assert [place.newer for place in places] == ["", *paths[:-1]]
    assert [place.older for place in places] == [*paths[1:], ""]
    listed = [ident for path in paths for ident in shown(planned[path].context.entries)]
    assert listed == [article.id for article in articles]


def test_drafts_appear_nowhere() -> None:
    planned = pages_of(an_article("aaa", draft=True))
    assert "2011/01/aaa.html" not in planned
    assert planned["index.html"].context.latest == ()


def test_a_withdrawn_article_keeps_its_address_and_appears_in_no_list_feed_or_sitemap() -> None:
    gone = an_article("aaa", withdrawn=Withdrawal("2020-01-01", "طلب"), category="علوم")
    planned = pages_of(gone, an_article("bbb"))
    page = planned["2011/01/aaa.html"]
    assert (page.template, page.body) == ("withdrawn.html", None)
    assert "category/علوم/index.html" not in planned
    for name in ("index.html", "feed.xml"):
        context = planned[name].context
        assert "aaa" not in shown(getattr(context, "latest", ()) or context.entries)
    assert "2011/01/aaa.html" not in planned["sitemap.xml"].context.urls


def test_neighbours_are_the_articles_before_and_after_in_time() -> None:
    planned = pages_of(
        an_article("aaa", "2011-01-24"), an_article("bbb"), an_article("ccc", "2011-01-26")
    )
    context = planned["2011/01/bbb.html"].context
    assert context.previous.id == "aaa"
    assert context.next.id == "ccc"


def test_neighbours_of_the_undated_are_those_beside_them_by_title() -> None:
    planned = pages_of(
        an_article("aaa", "", title="نهر"),
        an_article("bbb", "", title="جسر"),
        an_article("ccc", "", title="قمر"),
        an_article("ddd"),
    )
    beside = planned["undated/cc/ccc.html"].context
    assert (beside.previous.id, beside.next.id) == ("bbb", "aaa")
    assert planned["undated/bb/bbb.html"].context.previous is None
    dated = planned["2011/01/ddd.html"].context
    assert (dated.previous, dated.next) == (None, None)


def test_lists_name_the_source_only_where_there_are_several() -> None:
    one = pages_of(an_article("aaa", source="دفتر الوادي"), an_article("bbb"))
    assert not one["index.html"].context.site.several_sources
    two = pages_of(an_article("aaa", source="دفتر الوادي"), an_article("bbb", source="الضفاف"))
    assert two["index.html"].context.site.several_sources


def test_a_summary_that_the_headline_was_made_of_stands_in_no_list() -> None:
    made = an_article(
        "aaa",
        title="عبرت القافلة…",
        title_from="first words",
        summary="عبرت القافلة الوادي.",
        excerpt="كان الجو صحوًا.",
    )
    (listed,) = pages_of(made)["index.html"].context.latest
    assert listed.summary == "كان الجو صحوًا."


def test_related_articles_are_older_ones_that_share_tags() -> None:
    planned = pages_of(
        an_article("aaa", "2011-01-01", tags=("قمر", "فضاء")),
        an_article("bbb", "2011-01-02", tags=("قمر",)),
        an_article("ccc", "2011-01-03", tags=("قمر", "فضاء")),
        an_article("ddd", "2011-01-04", tags=("نهر",)),
    )
    assert shown(planned["2011/01/ccc.html"].context.related) == ["aaa", "bbb"]
    assert planned["2011/01/aaa.html"].context.related == ()


def test_the_same_story_elsewhere_is_named_as_such_and_not_as_related() -> None:
    site = arrange(
        (
            an_article(ident, day, tags=("قمر",))
            for ident, day in (
                ("a", ""),
                ("b", "2011-01-01"),
                ("c", "2011-01-02"),
                ("d", "2010-01-01"),
            )
        ),
        also={"c": ["a", "b"], "a": ["c"], "b": ["c"]},
    )
    context = plan(site, CONFIG)["2011/01/c.html"].context
    assert shown(context.also) == ["b", "a"]
    assert shown(context.related) == ["d"]


def test_an_alias_leads_to_the_article() -> None:
    planned = pages_of(an_article("aaa", aliases=("/old/2011/story.html", "news/5")))
    assert planned["old/2011/story.html"].context.target == "2011/01/aaa.html"
    assert "news/5/index.html" in planned


def test_an_alias_cannot_leave_the_site() -> None:
    planned = pages_of(an_article("aaa", aliases=("../../etc/passwd", "/")))
    assert not [path for path in planned if ".." in path]


@pytest.mark.parametrize("alias", ["index.html", "2011/01/BBB.html", "SEARCH.html"])
def test_two_pages_at_one_path_are_refused_and_both_are_named(alias: str) -> None:
    with pytest.raises(WarraqError) as caught:
        pages_of(an_article("aaa", aliases=(alias,)), an_article("bbb"))
    (problem,) = caught.value.problems
    assert alias in problem.en
    assert problem.file == "aaa.md"


def test_names_that_differ_only_in_form_do_not_share_a_page() -> None:
    planned = pages_of(
        an_article("aaa", tags=("NASA", "آفاق")),
        an_article("bbb", tags=("nasa", "أفاق")),
        an_article("ccc", tags=("NASA", "nasa", "آفاق", "أفاق")),
    )
    pages = [path for path in planned if path.startswith("tag/") and path.count("/") == 2]
    assert len(pages) == len({path.casefold() for path in pages}) == 4


def test_without_an_address_there_is_no_sitemap() -> None:
    config = Config(root=Path("/archive"), title="أرشيف")
    assert "sitemap.xml" not in pages_of(config=config)


def test_equal_sites_give_equal_fingerprints_and_a_changed_article_changes_its_pages_only() -> None:
    before = pages_of(an_article("aaa"), an_article("bbb", "2012-05-01"))
    again = pages_of(an_article("aaa"), an_article("bbb", "2012-05-01"))
    after = pages_of(an_article("aaa", digest="new"), an_article("bbb", "2012-05-01"))
    assert {p: page.fingerprint for p, page in before.items()} == {
        p: page.fingerprint for p, page in again.items()
    }
    changed = [p for p in before if before[p].fingerprint != after[p].fingerprint]
    assert changed == ["2011/01/aaa.html"]


def test_a_changed_title_changes_every_page_that_shows_it() -> None:
    before = pages_of(an_article("aaa"), an_article("bbb", "2011-01-26"))
    after = pages_of(an_article("aaa", digest="n", title="آخر"), an_article("bbb", "2011-01-26"))
    changed = {p for p in before if before[p].fingerprint != after[p].fingerprint}
    assert changed == {
        "index.html",
        "feed.xml",
        "2011/01/aaa.html",
        "2011/01/bbb.html",
        "2011/01/index.html",
        "2011/01/25.html",
    }


@given(total=st.integers(0, 300), size=st.integers(1, 40))
def test_pages_hold_every_entry_once_and_the_newest_is_never_short(total: int, size: int) -> None:
    entries = [entry(number) for number in reversed(range(total))]
    pages = list(paginate("tag/قمر/", entries, size))
    assert [item for _, part, _ in pages for item in part] == entries
    assert len(pages[0][1]) < 2 * size
    assert len(pages[0][1]) >= min(size, total)
    assert {len(part) for _, part, _ in pages[1:]} <= {size}


@given(total=st.integers(0, 200), more=st.integers(1, 60), size=st.integers(1, 20))
def test_new_articles_never_change_a_sealed_page(total: int, more: int, size: int) -> None:
    def sealed(count: int) -> dict[str, tuple[Entry, ...]]:
        entries = [entry(number) for number in reversed(range(count))]
        return {
            path: part for path, part, pages in paginate("tag/x/", entries, size) if pages.newer
        }

    assert sealed(total).items() <= sealed(total + more).items()


@given(total=st.integers(1, 300), size=st.integers(1, 40))
def test_pages_are_linked_in_a_row_from_the_newest_to_the_oldest(total: int, size: int) -> None:
    pages = list(paginate("dates/", [entry(n) for n in range(total)], size))
    paths = [path for path, _, _ in pages]
    assert [place.older for _, _, place in pages] == [*paths[1:], ""]
    assert [place.newer for _, _, place in pages] == ["", *paths[:-1]]
    assert [place.number for _, _, place in pages] == list(range(len(pages), 0, -1))
