"""Saved pages: the article's own lines, what the page says of it, and every other line reported."""

from datetime import date

import pytest

from warraq import markdown
from warraq.importer import conversion, markup
from warraq.importer.decoding import UndecodableError

TODAY = date(2026, 11, 24)
FIRST = "افتتحت البلدية مكتبة عامة في وسط المدينة القديمة، وفيها آلاف الكتب والمجلات القديمة."
SECOND = "وقال أمينها إن بين الكتب طبعات نادرة جمعت من بيوت الحي خلال عشرين سنة من العمل."
THIRD = "وتفتح المكتبة أبوابها كل يوم من الصباح إلى المساء، والدخول إليها مجاني لأهل المدينة."
MENU = "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>رياضة</a></li></ul></nav>"
FOOT = "<footer><p>جميع الحقوق محفوظة لموقع مرايا، ولا يجوز نقل شيء من صفحاته بلا إذن.</p></footer>"


def page(article: str, head: str = "", around: str = "") -> str:
    return (
        f"<!doctype html><html lang='ar'><head><meta charset='utf-8'>{head}</head>"
        f"<body>{MENU}<main>{article}</main>{around}{FOOT}</body></html>"
    )


def converted(text: str | bytes) -> conversion.Conversion:
    data = text if isinstance(text, bytes) else text.encode()
    return conversion.convert(data, "inbox/page.html", TODAY)


def body(made: conversion.Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


ARTICLE = f"<article><h1>مكتبة للجميع</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"

PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


def test_a_page_gives_its_article_and_reports_the_rest() -> None:
    made = converted(page(ARTICLE))
    assert made.values["title"] == "مكتبة للجميع"
    assert body(made) == [FIRST, SECOND, THIRD]
    rules = {cut.text[:8]: cut.rule for cut in made.cuts}
    assert (rules["مكتبة لل"], rules["الرئيسية"], rules["جميع الح"]) == ("title", "page", "page")


def test_a_page_that_shows_how_pages_begin_is_no_source_of_another() -> None:
    made = converted(
        f"<html><body>&lt;!doctype html&gt;<p>{FIRST}</p><p>{SECOND}</p></body></html>"
    )
    assert body(made)[-2:] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "article",
    [
        ARTICLE,
        f"<div><h1>مكتبة</h1><div><span>{FIRST}</span></div><div>{SECOND}</div><div>{THIRD}</div></div>",
        f"<table><tr><td><font>{FIRST}<br><br>{SECOND}<br>{THIRD}</font></td></tr></table>",
        f"<div class='sidebar comments'><p>{FIRST}</p><p>{SECOND}</p></div><p>{THIRD}</p>",
        f"<p>{FIRST}<p>{SECOND}<p>نعم.<p>{THIRD}",
    ],
    ids=["article", "divisions", "a table of old", "a misleading class", "open paragraphs"],
)
def test_every_line_that_shows_is_in_the_article_or_in_the_report(article: str) -> None:
    text = page(article, around=f"<aside><h3>الأكثر قراءة</h3><p>{SECOND}</p></aside>")
    made = converted(text)
    shown = sorted(block.text for block in markup.blocks(markup.parse(text)))
    assert sorted([*body(made), *(cut.text for cut in made.cuts)]) == shown
    assert {FIRST, SECOND, THIRD} <= set(body(made))


def test_a_short_paragraph_between_others_is_not_lost() -> None:
    made = converted(page(ARTICLE.replace(f"<p>{THIRD}", f"<p>نعم.</p><p>{THIRD}")))
    assert body(made) == [FIRST, SECOND, "نعم.", THIRD]


def test_headings_lists_and_quotations_stay_what_they_are() -> None:
    inner = "<h2>كتب نادرة</h2><ul><li>كتب الأطفال</li><li>كتب التاريخ</li></ul>"
    quote = "<blockquote>الكتاب بيت من لا بيت له، هكذا قال لنا حارسها القديم.</blockquote>"
    made = converted(page(ARTICLE.replace(f"<p>{THIRD}", f"{inner}{quote}<p>{THIRD}")))
    blocks = made.body.split("\n\n")
    assert blocks[2:5] == [
        "## كتب نادرة",
        "- كتب الأطفال\n- كتب التاريخ",
        "> الكتاب بيت من لا بيت له، هكذا قال لنا حارسها القديم.",
    ]


STORY = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "مرايا"}, {"@type": "NewsArticle", "headline": "مكتبة للجميع",
"datePublished": "2024-03-01T08:30:00+02:00", "author": [{"@type": "Person", "name": "سامي حداد"},
{"name": "ليلى ناصر"}], "keywords": "مكتبات، كتب", "articleSection": ["ثقافة"],
"publisher": {"@type": "Organization", "name": "مرايا"}, "image": {"url": "https://example.org/a.jpg"}}]}
</script>"""
OPEN_GRAPH = """<meta property="og:title" content="عنوان آخر | مرايا">
<meta property="article:published_time" content="2020-01-01"><meta property="og:description"
content="ملخص عن مكتبة المدينة"><meta property="og:url" content="https://example.org/2024/a">"""


def test_what_the_page_says_for_machines_wins() -> None:
    values = converted(page(ARTICLE, OPEN_GRAPH + STORY)).values
    assert values["title"] == "مكتبة للجميع"
    assert values["date"] == "2024-03-01 08:30"
    assert values["authors"] == ["سامي حداد", "ليلى ناصر"]
    assert values["tags"] == ["مكتبات", "كتب"]
    assert values["category"] == "ثقافة"
    assert values["source"] == "مرايا"
    assert values["summary"] == "ملخص عن مكتبة المدينة"
    assert values["source_url"] == "https://example.org/2024/a"
    assert values["images"] == [{"src": "https://example.org/a.jpg", "caption": "", "credit": ""}]


def test_the_headline_that_is_printed_above_the_text_is_the_title() -> None:
    made = converted(page(ARTICLE, OPEN_GRAPH))
    assert made.values["title"] == "مكتبة للجميع"
    assert "مكتبة للجميع" not in body(made)


def test_damaged_metadata_costs_itself_alone() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", }</script>'
    made = converted(page(ARTICLE, broken + OPEN_GRAPH))
    assert made.values["date"] == "2020-01-01"
    assert body(made) == [FIRST, SECOND, THIRD]


def test_a_headline_loses_the_name_of_its_site() -> None:
    head = "<title>مكتبة للجميع - مرايا</title><meta property='og:site_name' content='مرايا'>"
    assert converted(page(ARTICLE.replace("<h1>مكتبة للجميع</h1>", ""), head)).values["title"] == (
        "مكتبة للجميع"
    )


def test_a_date_and_a_writer_above_the_article_are_read_where_nothing_else_says_them() -> None:
    lines = "<div>الجمعة 1 مارس 2024 - 08:00</div><div>كتب: سامي حداد</div>"
    values = converted(page(ARTICLE.replace("</h1>", f"</h1>{lines}"))).values
    assert values["date"] == "2024-03-01 08:00"
    assert values["authors"] == ["سامي حداد"]


def test_dates_of_other_stories_date_nothing() -> None:
    aside = "<aside><p>1 مارس 2024</p><a>عودة اللقالق إلى المدينة</a></aside>"
    assert converted(page(ARTICLE, around=aside)).day is None


def test_a_caption_with_its_credit_belongs_to_the_picture() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>باب المكتبة (رويترز)</figcaption></figure>"
    made = converted(page(ARTICLE.replace("</h1>", f"</h1>{figure}")))
    assert made.values["images"] == [{"caption": "باب المكتبة", "credit": "رويترز"}]
    assert body(made)[0] == FIRST


def test_a_dateline_in_the_first_sentence_is_read_and_stays() -> None:
    made = converted(page(ARTICLE.replace(FIRST, f"بيروت (رويترز) - {FIRST}"), STORY))
    assert (made.values["dateline"], made.values["source"]) == ("بيروت", "رويترز")
    assert body(made)[0].startswith("بيروت (رويترز) - ")


@pytest.mark.parametrize("named", ["windows-1256", "utf-8", "iso-8859-6", "x-unknown"])
@pytest.mark.parametrize("codec", ["cp1256", "utf-8", "utf-8-sig", "utf-16", "iso8859_6"])
def test_a_page_is_read_by_its_words_whatever_encoding_it_names(named: str, codec: str) -> None:
    text = page(ARTICLE, STORY + "<style>" + "p { color: red }\n" * 2000 + "</style>")
    made = converted(text.replace("charset='utf-8'", f"charset='{named}'").encode(codec))
    plain = converted(text)
    assert (made.values, made.body, made.cuts) == (plain.values, plain.body, plain.cuts)


def test_a_page_that_was_read_in_a_wrong_code_page_is_read_again() -> None:
    text = page(ARTICLE, OPEN_GRAPH)
    made = converted(text.encode().decode("cp1256").encode())
    assert (made.values, made.body) == (converted(text).values, converted(text).body)
    assert made.encoding == "utf-8 read as windows-1256"


@pytest.mark.parametrize(
    "text",
    [
        page(""),
        page("<h1>خطأ 404</h1><p>الصفحة غير موجودة</p>"),
        page("<ul>" + "<li><a href='/'>عنوان خبر من الأخبار</a></li>" * 30 + "</ul>"),
    ],
    ids=["empty", "an error", "a list of links"],
)
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(UndecodableError) as caught:
        converted(text)
    assert caught.value.reason == "no article"


def test_the_address_that_a_browser_noted_is_the_source() -> None:
    note = "<!-- saved from url=(0031)https://example.org/2019/05/07/a -->"
    made = converted(page(ARTICLE).replace("<html", f"{note}<html"))
    assert made.values["source_url"] == "https://example.org/2019/05/07/a"
    assert (made.values["date"], made.values["date_from"]) == ("2019-05-07", "url")


def test_scripts_and_styles_are_no_text() -> None:
    made = converted(page(ARTICLE + "<script>var x = 'سر';</script><style>p {}</style>"))
    assert not any("var" in cut.text or "p {}" in cut.text for cut in made.cuts)


OLD = """<html dir=rtl><head><title>جريدة المرفأ</title>
<meta http-equiv=Content-Type content="text/html; charset=windows-1256"></head><body><table><tr>
<td colspan=3><img src=logo.gif><br>الأربعاء 5 مارس 2003</td></tr><tr><td><table>
<tr><td><a href=1.htm>الرئيسية</a></td></tr><tr><td><a href=2.htm>سياسة</a></td></tr>
<tr><td><a href=3.htm>رياضة</a></td></tr></table></td><td><font size=5><b>مكتبة للجميع</b><br>
</font><font size=2>سامي حداد</font><br><br>
<font size=3>القاهرة - رويترز<br><br>{text}</font><br><br>
<a href=print.asp>طباعة</a> | <a href=mail.asp>أرسل لصديق</a></td><td><table>
<tr><td>الأكثر قراءة</td></tr><tr><td><a>سوق الحدادين يفتح بابه</a></td></tr></table></td></tr>
</table><center><font size=1>جميع الحقوق محفوظة لجريدة المرفأ 2003</font></center></body></html>"""


def test_a_page_laid_out_as_a_table_gives_its_article_alone() -> None:
    text = OLD.replace("{text}", f"{FIRST}<br><br>{SECOND}<br><br>{THIRD}")
    made = converted(text.encode("cp1256"))
    assert body(made) == [FIRST, SECOND, THIRD]
    assert made.values["title"] == "مكتبة للجميع"
    assert made.values["authors"] == ["سامي حداد"]
    assert (made.values["dateline"], made.values["source"]) == ("القاهرة", "رويترز")
    assert "category" not in made.values


def test_a_window_that_names_the_site_alone_gives_no_headline() -> None:
    title = "<title>جريدة المرفأ</title>"
    made = converted(page(f"<div><b>مكتبة للجميع</b><p>{FIRST}</p><p>{SECOND}</p></div>", title))
    assert made.values["title"] == "مكتبة للجميع"
    alone = converted(page(f"<div><p>{FIRST}</p><p>{SECOND}</p></div>", title))
    assert alone.values["title"] == "جريدة المرفأ"


def test_a_line_that_says_day_writer_and_section_at_once_is_read() -> None:
    meta = "<div>نشر في 5 مارس 2013 بواسطة <a>سامي حداد</a> في <a>ثقافة</a></div>"
    made = converted(page(ARTICLE.replace("</h1>", f"</h1>{meta}")))
    assert made.values["date"] == "2013-03-05"
    assert made.values["authors"] == ["سامي حداد"]
    assert made.values["category"] == "ثقافة"


def test_links_that_say_what_they_are_are_taken_at_their_word() -> None:
    links = (
        '<a rel="category tag">ثقافة</a><a rel="author">سامي حداد</a>'
        '<a rel="tag">مكتبات</a>، <a rel="tag">كتب</a>'
    )
    made = converted(page(ARTICLE.replace("</article>", f"<footer>{links}</footer></article>")))
    assert made.values["category"] == "ثقافة"
    assert made.values["authors"] == ["سامي حداد"]
    assert made.values["tags"][:2] == ["مكتبات", "كتب"]  # type: ignore[index]  # a list


def test_links_to_several_writers_name_none() -> None:
    links = '<a rel="author">سامي حداد</a><a rel="author">ليلى ناصر</a>'
    assert "authors" not in converted(page(ARTICLE, around=f"<aside>{links}</aside>")).values


def test_a_moment_that_is_marked_up_dates_the_article() -> None:
    time = "<p><time datetime='2013-03-05T09:30:00+02:00'>قبل يومين</time></p>"
    made = converted(page(ARTICLE.replace("</h1>", f"</h1>{time}")))
    assert made.values["date"] == "2013-03-05 09:30"


def test_the_name_of_the_site_above_the_headline_is_no_text() -> None:
    made = converted(page(f"<div>المرفأ</div><h2>مكتبة للجميع</h2>{FIRST}<br>{SECOND}<br>{THIRD}"))
    assert made.values["title"] == "مكتبة للجميع"
    assert body(made) == [FIRST, SECOND, THIRD]


def test_lines_that_each_stand_in_a_part_of_their_own_all_stay() -> None:
    verses = ["يا ليل طال السهر", "والنجم غاب عن النظر", "ما عاد يجدي الحذر", "يا ليل أين القمر؟"]
    lines = [*verses, FIRST, *(f"{verse} يا جاري" for verse in verses[:3]), verses[3]]
    wrapped = "".join(f"<div><div><p>{line}</p></div></div>" for line in lines)
    made = converted(page(f"<h1>أغنية الليل</h1>{wrapped}"))
    assert body(made) == lines


def test_what_stands_below_a_picture_is_its_caption_unless_it_is_a_heading() -> None:
    picture = "<p><img src=a.jpg></p><p>رفوف المكتبة يوم افتتاحها</p>"
    made = converted(page(ARTICLE.replace(f"<p>{SECOND}", f"{picture}<p>{SECOND}")))
    assert body(made) == [FIRST, SECOND, THIRD]
    assert {"caption": "رفوف المكتبة يوم افتتاحها", "credit": ""} in made.values["images"]  # type: ignore[operator]  # a list
    heading = "<p><img src=a.jpg></p><p><strong>كتب من بيوت الحي</strong></p>"
    made = converted(page(ARTICLE.replace(f"<p>{SECOND}", f"{heading}<p>{SECOND}")))
    assert body(made) == [FIRST, "كتب من بيوت الحي", SECOND, THIRD]


def test_a_description_of_the_site_is_no_summary_of_the_article() -> None:
    site = "<meta name='description' content='المرفأ: آخر أخبار لبنان والعالم والرياضة والفن'>"
    assert "summary" not in converted(page(ARTICLE, site)).values
    own = "مكتبة في قلب المدينة القديمة تفتح أبوابها مجانا، وفيها طبعات نادرة"
    described = converted(page(ARTICLE, f"<meta name='description' content='{own}'>"))
    assert described.values["summary"] == own


def test_keywords_are_tags_where_the_text_speaks_of_them() -> None:
    words = "<meta name='keywords' content='أخبار، لبنان، مكتبة عامة، المدينة القديمة'>"
    tags = converted(page(ARTICLE, words)).values["tags"]
    assert tags[:2] == ["مكتبة عامة", "المدينة القديمة"]  # type: ignore[index]  # a list
    assert "لبنان" not in tags  # type: ignore[operator]  # a list


@pytest.mark.parametrize("name", ["admin", "مدير الموقع"])
def test_an_account_of_the_program_is_no_writer(name: str) -> None:
    assert "authors" not in converted(page(ARTICLE, f"<meta name=author content='{name}'>")).values


@pytest.mark.parametrize(
    ("writer", "place", "source", "authors"),
    [
        ("(بيروت - رويترز)", "بيروت", "رويترز", None),
        ("بقلم سامي حداد - الرباط", "الرباط", "مرايا", ["سامي حداد"]),
        ("القاهرة", "القاهرة", "مرايا", None),
        ("رويترز", None, "رويترز", None),
        ("مرايا", None, "مرايا", None),
        ("سامي حداد", None, "مرايا", ["سامي حداد"]),
    ],
)
def test_a_dateline_that_a_page_calls_its_writer_is_read_as_one(
    writer: str, place: str | None, source: str, authors: list[str] | None
) -> None:
    site = "<meta property='og:site_name' content='مرايا'>"
    made = converted(page(ARTICLE, f"{site}<meta name=author content='{writer}'>"))
    values = made.values
    found = (values.get("dateline"), values.get("source"), values.get("authors"))
    assert found == (place, source, authors)
    printed = converted(
        page(ARTICLE.replace("</h1>", f"</h1><div class=author>{writer}</div>"), site)
    )
    assert (printed.values.get("dateline"), printed.values.get("authors")) == (place, authors)


def test_words_beside_a_colon_below_the_headline_are_no_dateline() -> None:
    made = converted(
        page(ARTICLE.replace("</h1>", "</h1><div><a href=/>الطبعة: العربية</a></div>"))
    )
    assert "dateline" not in made.values


def test_the_parts_of_a_line_are_known_one_by_one() -> None:
    line = (
        "<div><span>تاريخ النشر: <time>5 مارس 2013</time><time>6 مارس 2013</time></span>"
        "<span class=author><a>سامي حداد</a></span><span>182</span></div>"
    )
    values = converted(page(ARTICLE.replace("</h1>", f"</h1>{line}"))).values
    assert (values["date"], values["authors"]) == ("2013-03-05", ["سامي حداد"])


def test_a_description_that_repeats_the_first_paragraph_leaves_it_in_the_text() -> None:
    text = f"<h1>مكتبة</h1><p>{FIRST}</p><p>{SECOND}<br>{THIRD}<br>{SECOND[:-1]} كل يوم.</p>"
    head = f"<meta name=description content='{FIRST[:-1]}...'>"
    made = converted(page(f"<article>{text}</article>", head))
    assert body(made)[0] == FIRST
    assert "summary" not in made.values
    dated = converted(page(ARTICLE.replace(FIRST, f"بيروت (رويترز) - {FIRST}"), head))
    assert "summary" not in dated.values


def test_two_line_breaks_are_a_blank_line() -> None:
    def gaps(text: str) -> list[bool]:
        return [block.gap for block in markup.blocks(markup.parse(f"<div>{text}</div>"))]

    assert gaps("أول<br>ثان<br>ثالث") == [True, False, False]
    assert gaps("أول<br><br>ثان<br> <br/>ثالث<br>رابع") == [True, True, True, False]


@pytest.mark.parametrize(
    ("box", "captions"),
    [
        ("<img src=a.jpg><span>رفوف المكتبة يوم افتتاحها</span>", ["رفوف المكتبة يوم افتتاحها"]),
        ("<a href=/b><img src=b.jpg>سوق الحدادين يفتح بابه</a>", []),
        ("<img src=f.png>أضف تعليقا واقرأ تعليقات القراء", []),
    ],
    ids=["a picture's box", "another story", "a button"],
)
def test_a_picture_and_a_few_words_in_a_box_of_their_own_are_a_caption(
    box: str, captions: list[str]
) -> None:
    boxed = f"</h1><div>{box}</div><ul><li>خبر</li></ul>"
    made = converted(page(ARTICLE.replace("</h1>", boxed)))
    images = made.values.get("images", [])
    assert isinstance(images, list)
    assert [image["caption"] for image in images] == captions
    assert body(made)[-3:] == [FIRST, SECOND, THIRD]


def test_a_heading_that_is_a_sentence_is_a_paragraph() -> None:
    made = converted(page(f"<article><h1>مكتبة</h1><h2>{FIRST}</h2><p>{SECOND}</p></article>"))
    assert made.body.split("\n\n")[0] == markdown.escape(FIRST)
    short = ARTICLE.replace(f"<p>{THIRD}", f"<h2>متى تفتح أبوابها؟</h2><p>{THIRD}")
    assert "## متى تفتح أبوابها؟" in converted(page(short)).body


def test_a_text_that_is_printed_twice_is_said_once() -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    assert body(converted(page(f"<div>{text}</div><div>{text}</div>"))) == [FIRST, SECOND, THIRD]


def test_what_an_archive_of_the_web_adds_is_no_part_of_a_page() -> None:
    bar = "<div id='wm-ipp-base'><p>12 captures</p><p>05 Mar 2007 - 20 Jan 2015</p></div>"
    link = "<link rel=canonical href='https://web.archive.org/web/20070305101112/http://example.org/a'>"
    made = converted(page(bar + ARTICLE, link))
    assert made.day is None
    assert made.values["source_url"] == "http://example.org/a"


def test_a_tag_in_a_list_of_categories_is_a_category() -> None:
    foot = "<div class='taxonomy-category'><a rel=tag>ثقافة</a></div><a rel=tag>مكتبات</a>"
    values = converted(page(ARTICLE.replace("</article>", f"{foot}</article>"))).values
    assert values["category"] == "ثقافة"
    assert values["tags"][:1] == ["مكتبات"]  # type: ignore[index]  # a list
    assert "ثقافة" not in values["tags"]  # type: ignore[operator]  # a list


def test_links_below_a_label_are_tags_as_far_as_their_list_goes() -> None:
    tags = "<h3>وسوم:</h3><ul><li><a>مكتبات</a></li><li><a>تراث</a></li></ul>"
    values = converted(page(ARTICLE, around=f"{tags}<ul><li><a>سجل</a></li></ul>")).values
    assert values["tags"][:2] == ["مكتبات", "تراث"]  # type: ignore[index]  # a list
    assert "سجل" not in values["tags"]  # type: ignore[operator]  # a list


def test_a_quotation_of_few_words_is_no_heading() -> None:
    quote = "<blockquote>تغريدة عن المكتبة</blockquote>"
    made = converted(page(ARTICLE.replace(f"<p>{SECOND}", f"{quote}<p>{SECOND}")))
    assert "> تغريدة عن المكتبة" in made.body


def test_a_sign_without_letters_is_no_headline() -> None:
    made = converted(page(f"<button>☰</button>{ARTICLE}"))
    assert {cut.text: cut.rule for cut in made.cuts}["☰"] == "page"


def test_a_line_below_the_headline_and_beside_the_article_is_its_summary() -> None:
    head = "<header><h1>مكتبة للجميع</h1><p>{}</p><div>5 مارس 2013</div></header>"
    text = f"<article><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></article>"
    own = "مكتبة عامة في وسط المدينة القديمة"
    assert converted(page(head.format(own) + text)).values["summary"] == own
    for other in ("موقع يهتم بأخبار البحار والسفن والموانئ", f"<a href=/>{own}</a>"):
        assert "summary" not in converted(page(head.format(other) + text)).values


# --- headlines that nothing but their place shows ---


@pytest.mark.parametrize("day", ["22/06/1442", "5 مارس 2013", "الثلاثاء 21 تموز 2020"])
def test_a_day_in_a_heading_is_the_day_and_no_headline(day: str) -> None:
    made = converted(page(f"<article><h2>مكتبة للجميع</h2><h1>{day}</h1>{PARAGRAPHS}</article>"))
    assert made.values["title"] == "مكتبة للجميع"
    assert made.values["date_from"] == "stated"


@pytest.mark.parametrize("below", ["سامي حداد", "شارك", "ثقافة"])
def test_a_name_a_button_and_a_section_in_a_heading_are_no_headline(below: str) -> None:
    made = converted(
        page(f"<div><h2>مكتبة للجميع في المدينة</h2><h3>{below}</h3></div><div>{PARAGRAPHS}</div>")
    )
    assert made.values["title"] == "مكتبة للجميع في المدينة"
    assert body(made) == [FIRST, SECOND, THIRD]


def test_a_name_is_the_headline_where_no_other_heading_is() -> None:
    made = converted(page(f"<article><h1>سامي حداد</h1>{PARAGRAPHS}</article>"))
    assert made.values["title"] == "سامي حداد"


def above_its_day(line: str) -> conversion.Conversion:
    links = "".join(f"<li>سوق {name} القديم</li>" for name in ("الحدادين", "النحاسين", "العطارين"))
    return converted(
        page(
            f"<div><p>{line}</p><p>2 مارس 2013</p></div><ul>{links}</ul><div>{PARAGRAPHS}</div>",
            "<title>أخبار اليوم والغد - تفاصيل</title>",
        )
    )


def test_the_line_above_the_day_is_the_headline_if_the_text_speaks_of_it() -> None:
    made = above_its_day("مكتبة عامة في المدينة القديمة")
    assert made.values["title"] == "مكتبة عامة في المدينة القديمة"
    assert made.values["date"] == "2013-03-02"
    assert body(made) == [FIRST, SECOND, THIRD]


def test_what_a_site_says_of_itself_above_the_day_is_no_headline() -> None:
    line = "موقع إخباري مستقل يهتم بالرياضة والاقتصاد"
    assert above_its_day(line).values["title"] != line


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("مكتبة للجميع - مرايا", "مرايا"),
        ("مكتبة للجميع | ثقافة | صحيفة الضفاف", "صحيفة الضفاف"),
        ("قناة الحرة :: مكتبة للجميع", None),
        ("قناة الحرة | مكتبة للجميع", "الحرة"),
        ("مكتبة للجميع - ثقافة", None),
        ("مكتبة للجميع - سامي حداد", None),
        ("مكتبة للجميع - لبنان", None),
        ("مكتبة للجميع - صفحة 2", None),
        ("مكتبة للجميع | عين | يد", None),
        ("سوق الحدادين - مرايا", None),
    ],
)
def test_a_window_names_the_site_beside_the_headline(title: str, source: str | None) -> None:
    made = converted(page(ARTICLE, f"<title>{title}</title>"))
    assert made.values["title"] == "مكتبة للجميع"
    assert made.values.get("source") == source


@pytest.mark.parametrize(
    "title", ["تفاصيل الخبر - صوت المرفأ", "صوت المرفأ", "صوت المرفأ | عرض الخبر", "News"]
)
def test_a_window_of_which_the_text_does_not_speak_gives_way_to_the_main_heading(
    title: str,
) -> None:
    made = converted(
        page(
            ARTICLE.replace("مكتبة للجميع", "مكتبة عامة في الحي"), f"<title>{title}</title>"
        ).replace("<nav>", "<nav><a href='/'>صوت المرفأ</a>")
    )
    assert made.values["title"] == "مكتبة عامة في الحي"
    assert "source" not in made.values


@pytest.mark.parametrize("label", ["تفاصيل الخبر", "تفاصيل المقال"])
def test_what_a_page_is_made_for_is_no_source(label: str) -> None:
    made = converted(page(ARTICLE, f"<title>مكتبة للجميع - {label}</title>"))
    assert "source" not in made.values


def test_the_points_of_a_story_below_its_headline_are_of_its_text() -> None:
    points = ["مكتبة عامة في وسط المدينة القديمة", "الدخول إلى المكتبة مجاني لأهل المدينة"]
    listed = "<ul>" + "".join(f"<li>{point}</li>" for point in points) + "</ul>"
    text = f"<div><h1>مكتبة للجميع</h1>{listed}<div>{PARAGRAPHS}</div></div>"
    assert body(converted(page(text))) == [*points, FIRST, SECOND, THIRD]
    menu = listed.replace("<li>", "<li><a href=/>").replace("</li>", "</a></li>")
    assert body(converted(page(text.replace(listed, menu)))) == [FIRST, SECOND, THIRD]
    short = "<ul><li>مكتبة</li><li>المدينة القديمة</li></ul>"
    assert body(converted(page(text.replace(listed, short)))) == [FIRST, SECOND, THIRD]


def test_the_last_item_of_a_text_is_not_lost() -> None:
    last = "<b>من يدخل المكتبة</b><ul><li>كل من يسكن المدينة القديمة أو يعمل فيها</li></ul>"
    text = f"<div><h1>مكتبة للجميع</h1>{PARAGRAPHS}<div>{THIRD[:-1]} غدا.{last}</div></div>"
    assert converted(page(text)).body.rstrip().endswith("- كل من يسكن المدينة القديمة أو يعمل فيها")


@pytest.mark.parametrize("tag", ["b", "strong"])
@pytest.mark.parametrize("around", ["{}", "<p>{}</p>", "<div>{}</div>", "{}<br>"])
def test_a_line_in_bold_letters_between_paragraphs_is_a_sub_heading(tag: str, around: str) -> None:
    for head in ("كتب من بيوت الحي", "كتب نادرة جمعها أهل الحي القديم من بيوتهم في عشرين سنة"):
        bold = around.format(f"<{tag}>{head}</{tag}>")
        made = converted(page(ARTICLE.replace(f"<p>{SECOND}", f"{bold}<p>{SECOND}")))
        assert f"## {head}" in made.body


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>وقال أهل الحي إنهم ينتظرون المزيد من الكتب.</b></p>",
        "<p><b>سامي حداد</b></p>",
        "<p><b>كتب</b> من بيوت الحي التي هجرها أهلها وتركوا فيها كل شيء</p>",
        "<p><b>كتب من بيوت الحي</b></p><p><b>وأخرى من السوق</b></p>",
    ],
)
def test_other_bold_letters_head_nothing(line: str) -> None:
    made = converted(page(ARTICLE.replace(f"<p>{SECOND}", f"{line}<p>{SECOND}")))
    assert "##" not in made.body


def test_keywords_that_are_the_headline_taken_apart_are_no_tags() -> None:
    headline = ARTICLE.replace("مكتبة للجميع", "البلدية تفتح مكتبة عامة في المدينة")
    taken = "<meta name='keywords' content='البلدية،مكتبة،عامة،في،المدينة'>"
    tags = converted(page(headline, taken)).values.get("tags", [])
    assert "في" not in tags  # type: ignore[operator]  # a list
    assert "عامة" not in tags  # type: ignore[operator]  # a list


@pytest.mark.parametrize("name", ["Author Name", "اسم الكاتب"])
def test_the_place_of_a_writers_name_is_no_writer(name: str) -> None:
    made = converted(page(ARTICLE, f"<meta name='author' content='{name}'>"))
    assert "authors" not in made.values
    text = "\n\n".join(("مكتبة للجميع", f"By {name} | Published on June 3, 2024", FIRST, SECOND))
    told = conversion.convert(text.encode(), "a.txt", TODAY)
    assert "authors" not in told.values
    assert told.values["date"] == "2024-06-03"


# --- fields of a record, saved as a page ---


def test_lines_without_tags_above_the_first_block_are_the_head_of_a_text() -> None:
    made = converted(
        f"ثقافة\nافتتاح مكتبة للجميع في المدينة\n2024-03-01T19:11:05Z\nبيروت - رويترز\n"
        f"<p>{FIRST}<br>&nbsp;<br>{SECOND}</p><p>{THIRD}</p>"
    )
    values = made.values
    assert values["title"] == "افتتاح مكتبة للجميع في المدينة"
    assert (values["date"], values["category"]) == ("2024-03-01 19:11", "ثقافة")
    assert (values["dateline"], values["source"]) == ("بيروت", "رويترز")
    assert body(made) == [FIRST, SECOND, THIRD]


def test_a_line_that_goes_on_in_a_tag_is_one_line() -> None:
    made = converted(f"وقال <b>سامي حداد</b> أمس\nفي لقاء مع {FIRST}<p>{SECOND}</p><p>{THIRD}</p>")
    assert body(made)[0].startswith("وقال سامي حداد أمس في لقاء")


@pytest.mark.parametrize(
    "first", ["<!doctype html>", "<?php include 'head.php'; ?>", "<!-- نص -->"]
)
def test_what_shows_nothing_above_the_first_block_is_no_line(first: str) -> None:
    made = converted(f"{first}\n<div><h2>مكتبة للجميع</h2>{PARAGRAPHS}</div>")
    assert made.values["title"] == "مكتبة للجميع"
    assert body(made) == [FIRST, SECOND, THIRD]
