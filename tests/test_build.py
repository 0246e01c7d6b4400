"""Whole builds: what a site holds, and that it is the same however it was made."""

import errno
import os
import random
import re
import unicodedata
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import Archive
from warraq import theme as theming
from warraq.check import check
from warraq.errors import WarraqError

Site = Callable[[str], Archive]

THREE = """
    -- content/articles/2011/01/aaa.md --
    ---
    id: aaa
    title: "افتتاح جسر على النهر"
    date: 2011-01-25
    category: محليات
    source: وكالة الضفاف
    tags: [جسور، أنهار]
    authors: [سلمى الدفتري]
    ---

    افتُتح اليوم **جسر جديد** على النهر، وعبرته أول سيارة في الصباح.

    ## طول الجسر

    يبلغ طوله 300 متر.
    -- content/articles/2011/02/bbb.md --
    ---
    id: bbb
    title: "النهر يفيض في الشتاء"
    date: 2011-02-10 16:30
    category: طقس
    source: وكالة الضفاف
    tags: [أنهار]
    ---

    فاض النهر بعد أمطار غزيرة.
    -- content/articles/undated/cc/ccc.md --
    ---
    id: ccc
    title: "كيف تُبنى الجسور"
    tags: [جسور]
    ---

    تُبنى الجسور من الحجر أو من الحديد.
"""


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def text_of(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    return " ".join("".join(parser.found).split())


def test_an_article_page_shows_the_article_from_right_to_left(site: Site) -> None:
    html = site(THREE).build().page("2011/01/aaa.html")
    assert '<html lang="ar" dir="rtl">' in html
    assert len(re.findall("<h1", html)) == 1
    assert "<strong>جسر جديد</strong>" in html
    assert '<h2 id="طول-الجسر">طول الجسر</h2>' in html
    shown = text_of(html)
    for words in (
        "افتتاح جسر على النهر",
        "محليات",
        "وكالة الضفاف",
        "سلمى الدفتري",
        "25 يناير 2011",
    ):
        assert words in shown


def test_a_year_of_news_can_be_walked_from_year_to_month_to_day_to_article(site: Site) -> None:
    out = site(THREE).build()
    assert 'href="../2011/02/index.html"' in out.page("2011/index.html")
    assert 'href="../../2011/02/10.html"' in out.page("2011/02/index.html")
    assert 'href="../../2011/02/bbb.html"' in out.page("2011/02/10.html")


def test_a_tag_page_lists_its_articles_newest_first_and_the_undated_last(site: Site) -> None:
    html = site(THREE).build().page("tag/جسور/index.html")
    assert html.index("افتتاح جسر") < html.index("كيف تُبنى")


def test_the_undated_are_reached_from_home_and_dates_and_counted_apart(site: Site) -> None:
    out = site(THREE).build()
    assert "3 مقالات، منها واحد بلا تاريخ" in text_of(out.page("index.html"))
    assert "مقالان في سنة واحدة، وواحد بلا تاريخ" in text_of(out.page("dates/index.html"))
    for path in ("index.html", "dates/index.html"):
        assert re.search(r'href="[./]*undated/index\.html"', out.page(path))


def test_nothing_is_called_older_than_what_has_no_date(site: Site) -> None:
    out = site(THREE)
    out.write("site.yml", "title: أ\npage_size: 1\ndigits: latn\n")
    for ident, title in (("ddd", "أسماء الجسور"), ("eee", "ضفاف")):
        text = f"---\nid: {ident}\ntitle: {title}\ntags: [جسور]\n---\nنص."
        out.write(f"content/articles/{ident}.md", text)
    out.build()
    first = text_of(out.page("undated/index.html"))
    assert "3 مقالات، على ترتيب العناوين" in first
    assert "الصفحة 1 من 3 التالية" in first
    for path in ("undated/page-2.html", "tag/جسور/page-2.html"):
        assert re.search("السابقة *الصفحة 2 التالية", text_of(out.page(path))), path
    assert "الأقدم" in text_of(out.page("tag/أنهار/index.html"))
    article = text_of(out.page("undated/cc/ccc.html"))
    assert "أقدم" not in article
    assert "→ قبله في ترتيب العناوين ضفاف" in article


def test_lists_name_the_source_where_there_are_several(site: Site) -> None:
    out = site(THREE).build()
    assert "وكالة الضفاف" not in text_of(out.page("index.html"))
    out.write("content/articles/d.md", "---\nid: ddd\ntitle: خبر\nsource: دفتر الوادي\n---\nنص.")
    out.build()
    for path in (
        "index.html",
        "tag/أنهار/index.html",
        "category/طقس/index.html",
        "2011/02/10.html",
    ):
        assert "وكالة الضفاف" in text_of(out.page(path)), path
    assert text_of(out.page("source/وكالة-الضفاف/index.html")).count("وكالة الضفاف") == 2


def test_tags_without_a_page_are_folded_away_and_not_lost(site: Site) -> None:
    html = site(THREE).build().page("tag/index.html")
    assert "<details>" not in html
    out = site(THREE)
    out.write("content/articles/d.md", "---\nid: ddd\ntitle: خبر\ntags: [نخل، جسور]\n---\nنص.")
    html = out.build().page("tag/index.html")
    assert re.search(r"<summary>وسم واحد بلا صفحة</summary>\s*<ul[^>]*>\s*<li><bdi>نخل", html)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "https://a.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/2018?q=%D9%85%D8%A7%20%2F",
            "https://<wbr>a.example/<wbr><bdi>أخبار</bdi>/<wbr>2018?<wbr>q=<wbr><bdi>ما%20%2F</bdi>",
        ),
        ("https://a.example/خبر-عاجل", "https://<wbr>a.example/<wbr><bdi>خبر-عاجل</bdi>"),
        ("https://a.example/%CE%D8%D1", "https://<wbr>a.example/<wbr>%CE%D8%D1"),
        ("https://a.example/%E2%80%AEx", "https://<wbr>a.example/<wbr>%E2%80%AEx"),
    ],
)
def test_an_address_is_shown_as_it_is_read_and_linked_as_it_is(
    site: Site, address: str, shown: str
) -> None:
    out = site(
        f"-- content/articles/a.md --\n---\nid: aaa\ntitle: خبر\nsource_url: {address}\n---\nنص"
    )
    html = out.build().page("undated/aa/aaa.html")
    assert f'<a href="{address}" rel="external"><bdi dir="ltr">{shown}</bdi></a>' in html


def test_pictures_that_were_not_kept_are_named_together_below_the_text(site: Site) -> None:
    archive = site("""
        -- content/articles/a.md --
        ---
        id: aaa
        title: خبر
        images:
          - src: https://a.example/1.jpg
          - caption: سوق النحاسين
            credit: نادر
            src: https://a.example/2.jpg
          - src: pictures/three.jpg
            caption: باب السوق
        ---
        نص.
    """)
    archive.write("content/articles/pictures/three.jpg", "صورة")
    page = archive.build().page("undated/aa/aaa.html")
    assert page.index("three.jpg") < page.index("<p>نص.") < page.index("1.jpg")
    assert page.count("لم تُحفظ") == 1
    assert "صور لم تُحفظ، والروابط إلى مواضعها الأصلية الصورة 1 سوق النحاسين نادر" in text_of(page)


def test_the_way_to_a_day_begins_where_that_to_its_month_does(site: Site) -> None:
    out = site(THREE).build()
    assert "التواريخ / 2011" in text_of(out.page("2011/02/index.html"))
    day = text_of(out.page("2011/02/10.html"))
    assert "التواريخ / 2011 / فبراير" in day
    assert "→ قبله في الأرشيف 25 يناير 2011" in day


def test_every_link_of_the_site_leads_somewhere_under_any_base_path(site: Site) -> None:
    out = site(THREE)
    out.write("site.yml", "title: أ\nbase_url: https://example.org/archive/\n")
    out.build()
    assert check(out.public, base_path="/archive/") == ()


def test_links_are_relative_so_that_the_site_works_from_a_stick(site: Site) -> None:
    for path, data in site(THREE).build().tree().items():
        if path.endswith(".html") and path != "404.html":
            assert not re.search(rb'(?:href|src|action)="/', data), path


def test_feeds_sitemap_and_robots_are_well_formed_and_hold_the_articles(site: Site) -> None:
    out = site(THREE)
    out.write("site.yml", "title: أ & ب\nbase_url: https://example.org/archive/\n")
    out.build()
    feed = ET.fromstring(out.page("feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    titles = [entry.findtext(f"{atom}title") for entry in feed.findall(f"{atom}entry")]
    assert titles == ["النهر يفيض في الشتاء", "افتتاح جسر على النهر"]
    sitemap = ET.fromstring(out.page("sitemap.xml"))
    addresses = {loc.text for loc in sitemap.iter() if loc.tag.endswith("loc")}
    assert "https://example.org/archive/2011/01/aaa.html" in addresses
    assert all(address and address.isascii() for address in addresses)
    assert "Sitemap: https://example.org/archive/sitemap.xml" in out.page("robots.txt")


def test_a_feed_tells_what_is_new_and_so_nothing_that_has_no_date(site: Site) -> None:
    out = site(THREE)
    out.write("site.yml", "title: أرشيف\nfeed_size: 2\n")
    feed = out.build().page("feed.xml")
    assert "bbb" in feed
    assert "aaa" in feed
    assert "ccc" not in feed
    assert "1970" not in feed


def test_the_feed_of_an_archive_without_any_date_is_valid_and_empty(site: Site) -> None:
    out = site("-- content/articles/a.md --\n---\nid: aaa\ntitle: خبر\n---\nنص\n").build()
    assert "خبر" in out.page("undated/index.html")
    feed = ET.fromstring(out.page("feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findall(f"{atom}entry") == []
    required = [feed.findtext(f"{atom}{name}") for name in ("id", "title", "updated")]
    assert required == ["urn:warraq:feed:feed.xml", "أرشيف", "1970-01-01T00:00:00Z"]


def test_the_404_page_leads_home_from_any_depth(site: Site) -> None:
    out = site(THREE)
    out.write("site.yml", "title: أ\nbase_url: https://example.org/archive/\n")
    html = out.build().page("404.html")
    assert 'href="/archive/index.html"' in html
    assert 'href="../' not in html


def test_markup_in_metadata_is_shown_and_never_executed(site: Site) -> None:
    out = site("""
        -- content/articles/2011/01/aaa.md --
        ---
        id: aaa
        title: "<script>alert(1)</script> & خبر"
        date: 2011-01-25
        tags: ["<b>", '"><img src=x onerror=alert(1)>']
        source: "</title><script>alert(2)</script>"
        source_url: "javascript:alert(3)"
        ---

        <script>alert(4)</script> [رابط](javascript:alert(5))
    """).build()
    for path, data in out.tree().items():
        if path.endswith((".html", ".xml")):
            text = data.decode()
            assert "<script>alert" not in text, path
            assert "<img src=x" not in text, path
            assert 'href="javascript' not in text, path
    assert "<script>alert(4)</script>" in text_of(out.page("2011/01/aaa.html"))


def test_an_empty_archive_is_a_site(site: Site) -> None:
    out = site("").build()
    assert out.report is not None
    assert out.report.articles == 0
    assert check(out.public) == ()


@pytest.mark.parametrize(
    "title",
    ["خ" * 200, "ما بعد 😀 الحرب", "أ/ب: هل؟", "CON", "..", "100% #1"],
)
def test_no_headline_breaks_an_address_and_two_of_one_name_both_live(
    site: Site, title: str
) -> None:
    out = site("")
    for number, day in enumerate(("2011-01-25", "2011-01-26")):
        head = f'---\nid: id-{number}\ntitle: "{title}"\ndate: {day}\ntags: ["{title}"]\n---\n'
        out.write(f"content/articles/{number}.md", head + "\nنص")
    out.build()
    assert title in text_of(out.page("2011/01/id-0.html"))
    assert title in text_of(out.page("2011/01/id-1.html"))
    assert check(out.public) == ()


def test_names_of_tags_that_differ_in_form_only_have_pages_of_their_own(site: Site) -> None:
    out = site("")
    composed, decomposed = "آفاق", unicodedata.normalize("NFD", "آفاق")
    for number, tag in enumerate((composed, decomposed, "NASA", "nasa", "NASA", "nasa")):
        head = f'---\nid: id-{number}\ntitle: خبر\ntags: ["{tag}"]\n---\n'
        out.write(f"content/articles/{number}.md", head + "\nنص")
    out.build()
    folders = [path.name for path in (out.public / "tag").iterdir() if path.is_dir()]
    assert len(folders) == len({name.casefold() for name in folders}) == 3


def test_a_text_in_the_inbox_is_an_article_after_one_build_and_stays_as_it_is(site: Site) -> None:
    out = site("""
        -- content/inbox/news.txt --
        افتتاح مكتبة عامة في المدينة

        بيروت - وكالة الضفاف
        12 آذار 2011

        افتُتحت اليوم مكتبة عامة جديدة في وسط المدينة، وفيها خمسون ألف كتاب.

        وقال مديرها إن أبوابها مفتوحة للجميع من الصباح إلى المساء.
    """)
    out.build()
    assert out.report
    assert out.report.imported == 1
    assert "خمسون ألف كتاب" in out.page("2011/03/" + Path(out.article()).stem + ".html")
    before = {p: p.stat().st_mtime_ns for p in out.root.rglob("*") if p.is_file()}
    out.build()
    assert out.report.imported == 0
    assert out.report.written == 0
    assert {p: p.stat().st_mtime_ns for p in out.root.rglob("*") if p.is_file()} == before


def test_an_edited_article_is_never_overwritten(site: Site) -> None:
    out = site("")
    out.write("content/inbox/a.txt", "عنوان الخبر الأول\n\nهذا نص الخبر وهو جملة واحدة كاملة.\n")
    out.build()
    path = out.article()
    edited = (out.root / path).read_text(encoding="utf-8").replace("الأول", "المصحح")
    out.write(path, edited)
    out.write("content/inbox/a.txt", "عنوان الخبر الأول\n\nهذا نص آخر للخبر نفسه في جملة.\n")
    out.build()
    assert (out.root / path).read_text(encoding="utf-8") == edited


def test_a_bad_date_is_reported_and_the_build_goes_on(site: Site) -> None:
    out = site("-- content/articles/a.md --\n---\nid: aaa\ntitle: خبر\ndate: 2011-02-30\n---\nنص")
    out.build()
    assert out.report
    (problem,) = out.report.problems
    assert (problem.file, problem.line, problem.severity) == ("content/articles/a.md", 4, "warning")
    assert "بلا تاريخ" in text_of(out.page("undated/aa/aaa.html"))


def test_a_wrong_template_is_named_with_its_line_and_the_old_site_stays(site: Site) -> None:
    out = site(THREE).build()
    before = out.tree()
    packaged = theming.find_theme(out.root, "warraq")
    for source in (packaged / "templates").iterdir():
        out.write(f"themes/mine/templates/{source.name}", source.read_text(encoding="utf-8"))
    out.write("themes/mine/templates/day.html", "سطر\n{{ titel }}\n")
    out.write("site.yml", "title: أ\ntheme: mine\n")
    with pytest.raises(WarraqError) as caught:
        out.build()
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("themes/mine/templates/day.html", 2)
    assert "titel" in problem.en
    assert out.tree() == before


def test_a_template_in_another_encoding_is_named_as_in_the_archive(site: Site) -> None:
    out = site(THREE)
    out.write("themes/mine/templates/base.html", "أرشيف".encode("windows-1256"))
    out.write("site.yml", "title: أ\ntheme: mine\n")
    with pytest.raises(WarraqError) as caught:
        out.build()
    assert caught.value.problems[0].file == "themes/mine/templates/base.html"


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("سطر\n{{ 1 / 0 }}", "division by zero."),
        ("سطر\n{{ title|nothing }}", "No filter named 'nothing'."),
        ("سطر\n{% include 'gone.html' %}", "there is no template gone.html in this theme."),
    ],
)
def test_whatever_is_wrong_in_a_template_is_told_in_a_sentence_with_its_line(
    site: Site, template: str, found: str
) -> None:
    out = site(THREE)
    packaged = theming.find_theme(out.root, "warraq")
    for source in (packaged / "templates").iterdir():
        out.write(f"themes/mine/templates/{source.name}", source.read_text(encoding="utf-8"))
    out.write("themes/mine/templates/day.html", template)
    out.write("site.yml", "title: أ\ntheme: mine\n")
    with pytest.raises(WarraqError) as caught:
        out.build()
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == ("themes/mine/templates/day.html", 2)
    assert found in problem.en
    assert ".." not in problem.en


def test_a_theme_of_one_template_is_told_that_themes_are_whole(site: Site) -> None:
    out = site(THREE)
    out.write("themes/mine/templates/article.html", "{{ article.title }}")
    out.write("site.yml", "title: أ\ntheme: mine\n")
    with pytest.raises(WarraqError) as caught:
        out.build()
    (problem,) = caught.value.problems
    assert problem.file == "themes/mine/templates"
    assert "home.html" in problem.en
    assert "copy the folder of the theme `warraq`" in problem.en
    assert "home.html" in problem.ar


def test_a_full_disk_leaves_the_old_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    out = site(THREE).build()
    before = out.tree()
    out.write("site.yml", "title: اسم آخر\n")
    real = Path.write_bytes

    def write_bytes(self: Path, data: bytes) -> int:
        if self.name == "bbb.html":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(WarraqError) as caught:
        out.build()
    assert "The site in place was left as it was" in caught.value.problems[0].en
    assert out.tree() == before


def test_a_machine_without_pagefind_gets_a_site_and_a_note(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pagefind_bin", None)
    out = site(THREE).build(with_search=True)
    assert out.report
    assert out.report.search == "missing"
    assert [problem.severity for problem in out.report.problems] == ["warning"]
    assert "2011/01/aaa.html" in out.tree()


def test_a_parallel_build_is_a_serial_one(site: Site) -> None:
    serial = site(THREE).build().tree()
    out = site(THREE)
    out.build(workers=2, fresh=True)
    assert out.tree() == serial


def edits(rnd: random.Random) -> dict[str, Callable[[Archive], None]]:
    """What an owner may do between two builds; each is done to a random article."""

    def articles(archive: Archive) -> list[Path]:
        return sorted((archive.root / "content").rglob("*.md"))

    def change(archive: Archive, old: str, new: str) -> None:
        path = rnd.choice(articles(archive))
        path.write_text(re.sub(old, new, path.read_text(encoding="utf-8")), encoding="utf-8")

    def add(archive: Archive) -> None:
        ident = f"n{rnd.randrange(10**6)}"
        day = f"{rnd.choice((2010, 2011, 2012))}-0{rnd.randint(1, 9)}-1{rnd.randint(0, 9)}"
        tag = rnd.choice(("جسور", "أنهار", "طقس"))
        head = f"---\nid: {ident}\ntitle: خبر {ident}\ndate: {day}\ntags: [{tag}]\n---\n"
        archive.write(f"content/articles/{ident}.md", head + "\nنص الخبر.")

    def delete(archive: Archive) -> None:
        if len(articles(archive)) > 1:
            rnd.choice(articles(archive)).unlink()

    return {
        "add": add,
        "delete": delete,
        "edit text": lambda archive: change(archive, r"\Z", " كلمة أخرى"),
        "retag": lambda archive: change(archive, r"(?m)^tags:.*$", "tags: [طقس، سدود]"),
        "retitle": lambda archive: change(archive, r"(?m)^title:.*$", "title: عنوان آخر"),
        "redate": lambda archive: change(archive, r"(?m)^date:.*$", "date: 2013-03-03"),
        "withdraw": lambda archive: change(archive, r"(?m)^title:", "withdrawn: true\ntitle:"),
        "config": lambda archive: archive.write(
            "site.yml", f"title: أ\npage_size: {rnd.choice((1, 2))}\n"
        ),
        "damage": lambda archive: (archive.public / "index.html").write_text("x"),
        "forget": lambda archive: (archive.root / ".warraq" / "articles.json").unlink(),
    }


@pytest.mark.parametrize("seed", range(12))
def test_an_incremental_build_is_a_fresh_one_after_any_edits(site: Site, seed: int) -> None:
    rnd = random.Random(seed)
    out = site(THREE).build()
    known = edits(rnd)
    done = []
    for _ in range(4):
        name = rnd.choice(list(known))
        known[name](out)
        done.append(name)
        incremental = out.build().tree()
        assert incremental == out.build(fresh=True).tree(), done


def test_what_another_program_remembered_is_forgotten(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = site("""
        -- content/articles/a.md --
        ---
        id: aaa
        title: خبر
        ---
        نص الخبر
    """).build()
    monkeypatch.setattr("warraq.output.edition", lambda: "0.1.0 other code")
    out.build()
    assert out.report
    assert out.report.written > 10
