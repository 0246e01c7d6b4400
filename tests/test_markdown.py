"""Markdown for news prose: what a reporter typed is shown, and nothing is run."""

import re
from html.parser import HTMLParser
from unittest.mock import patch

import pytest
from hypothesis import example, given, strategies as st
from markdown_it import MarkdownIt

from warraq import markdown
from warraq.markdown import escape, plain_text, render


class Reader(HTMLParser):
    """Reads HTML as a browser does: its text, its tags and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


def shown(html: str) -> str:
    return folded(Reader(html).text)


def folded(text: str) -> str:
    return " ".join(text.split())


def links(html: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', html)


# --- the twelve bad inputs of news texts ---


@pytest.mark.parametrize(
    "after", ["،", "؛", "؟", "»", ".", "،»", ")", "!", ":", "…", "*", "\u200f"]
)
def test_a_bare_address_ends_before_the_punctuation_of_its_sentence(after: str) -> None:
    html = render(f"(انظر «https://example.com/news{after} ثم عد")

    assert links(html) == ["https://example.com/news"]
    assert shown(html) == f"(انظر «https://example.com/news{after} ثم عد"


def test_a_sentence_that_starts_with_a_year_stays_a_sentence() -> None:
    assert render("2011. كان عاما طويلا") == "<p>2011. كان عاما طويلا</p>\n"


def test_a_year_that_follows_a_numbered_list_is_no_item_of_it() -> None:
    html = render("1. أولا\n2. ثانيا\n2011. كان عاما")

    assert html == "<ol>\n<li>أولا</li>\n<li>ثانيا</li>\n</ol>\n<p>2011. كان عاما</p>\n"


@pytest.mark.parametrize(
    "line", ["+ مئة قتيل", "- قال الوزير", "* ملاحظة", "1. أولا", ">", "#", "-"]
)
def test_a_mark_that_stands_alone_is_text(line: str) -> None:
    assert shown(render(line)) == line
    assert Reader(render(line)).tags == {"p"}


def test_lines_that_each_start_with_a_hyphen_are_a_list() -> None:
    html = render("قال:\n- نعم\n- لا")

    assert html == "<p>قال:</p>\n<ul>\n<li>نعم</li>\n<li>لا</li>\n</ul>\n"


def test_a_list_may_hold_a_list() -> None:
    html = render("- أ\n  1. ب\n  2. ج\n- د")

    assert html == ("<ul>\n<li>أ\n<ol>\n<li>ب</li>\n<li>ج</li>\n</ol>\n</li>\n<li>د</li>\n</ul>\n")


@pytest.mark.parametrize("text", ["1. أ\n1. ب", "3. أ\n4. ب", "0. أ\n1. ب", "1. أ\n2) ب"])
def test_numbers_that_do_not_count_up_from_one_stay_as_they_were_typed(text: str) -> None:
    assert shown(render(text)) == folded(text)


@pytest.mark.parametrize("under", ["---", "===", "-", "="])
def test_a_line_of_hyphens_makes_no_heading_of_the_line_above(under: str) -> None:
    assert render(f"قال الوزير\n{under}") == f"<p>قال الوزير<br>\n{under}</p>\n"


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "_____"])
def test_a_line_of_hyphens_between_paragraphs_is_a_rule(rule: str) -> None:
    assert render(f"قبل\n\n{rule}\n\nبعد") == "<p>قبل</p>\n<hr>\n<p>بعد</p>\n"


def test_no_heading_of_a_text_competes_with_the_title_of_its_page() -> None:
    html = render("# عاجل\n## خبر\n### تفصيل\n###### حاشية")

    assert re.findall(r"<(h\d)", html) == ["h2", "h2", "h3", "h6"]


@pytest.mark.parametrize("indent", ["    ", "\t", " \t ", "\u00a0\u00a0"])
def test_an_indented_paragraph_is_a_paragraph(indent: str) -> None:
    assert shown(render(f"{indent}قال الوزير")) == "قال الوزير"
    assert Reader(render(f"{indent}قال الوزير")).tags == {"p"}


def test_the_line_breaks_of_a_poem_stay() -> None:
    assert render("صدر البيت\nوعجزه") == "<p>صدر البيت<br>\nوعجزه</p>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**«قال»**الوزير", "<strong>«قال»</strong>الوزير"),
        ("قال**(نعم)**ثم", "قال<strong>(نعم)</strong>ثم"),
        ("*قال*", "<em>قال</em>"),
        ("***قال***", "<em><strong>قال</strong></em>"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("**قال", "**قال"),
        ("snake_case و _كلمة_", "snake_case و _كلمة_"),
    ],
)
def test_emphasis_may_touch_arabic_quotation_marks(text: str, html: str) -> None:
    assert render(text) == f"<p>{html}</p>\n"


@pytest.mark.parametrize(
    "text",
    ["<اسم>", "<<نعم>>", "س & ص", "AT&T", "&amp;", "&#1593;", "<b>x</b>", "<!-- x -->", "<a@b.c>"],
)
def test_angle_brackets_and_ampersands_are_shown_as_typed(text: str) -> None:
    assert shown(render(text)) == text
    assert Reader(render(text)).tags == {"p"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[نص](javascript:alert)",
        "[نص](JaVaScRiPt:alert)",
        "[نص](<  javascript:alert>)",
        "[نص](vbscript:x)",
        "[نص](file:///etc/passwd)",
        "[نص](data:text/html;base64,eA==)",
        "![نص](data:image/png;base64,eA==)",
        "![نص](javascript:alert)",
    ],
)
def test_what_could_run_is_shown_as_typed(text: str) -> None:
    html = render(text)

    assert shown(html) == folded(text)
    assert Reader(html).tags == {"p"}


@pytest.mark.parametrize(
    "scheme", ["&#106;avascript", "java\\script", "javascript&colon;x", "\x01javascript"]
)
def test_a_script_in_disguise_is_no_link_to_a_script(scheme: str) -> None:
    for url in links(render(f"[نص]({scheme}:alert)")):
        assert not re.match(r"[\x00-\x20]*javascript:", url, re.IGNORECASE)


def test_a_title_cannot_break_out_of_its_attribute() -> None:
    html = render("""[نص](/a 'x" onmouseover="alert')""")

    assert Reader(html).attributes == [("href", "/a"), ("title", 'x" onmouseover="alert')]


@pytest.mark.parametrize(
    "text", ["(c) (tm) +-", "قال...", "\"نعم\" 'لا'", "-- ---ثم", "~~لا~~", "`x`"]
)
def test_quotations_are_left_as_they_are(text: str) -> None:
    assert shown(render(text)) == text
    assert Reader(render(text)).tags == {"p"}


def test_lines_numbered_in_arabic_digits_stay_lines() -> None:
    assert render("١. أولا\n٢. ثانيا") == "<p>١. أولا<br>\n٢. ثانيا</p>\n"


# --- what else a text may hold ---


def test_a_link_opens_an_address_of_the_site_or_of_the_web() -> None:
    html = render(
        "[هنا](../a.html) و[هناك](https://example.com/خبر?a=1&b=2) و[بريد](mailto:a@example.com)"
    )

    assert links(html) == [
        "../a.html",
        "https://example.com/%D8%AE%D8%A8%D8%B1?a=1&amp;b=2",
        "mailto:a@example.com",
    ]


def test_a_link_without_text_is_shown_as_typed() -> None:
    assert shown(render("[](https://example.com)")) == "[](https://example.com)"


def test_an_image_is_fetched_late_and_keeps_its_description() -> None:
    assert render("![ساحة *المدينة*](a.jpg)") == (
        '<p><img src="a.jpg" alt="ساحة المدينة" loading="lazy"></p>\n'
    )


def test_a_bare_address_reads_from_left_to_right_in_letters() -> None:
    assert render("https://example.com/%D8%AE%D8%A8%D8%B1/2011") == (
        '<p><a href="https://example.com/%D8%AE%D8%A8%D8%B1/2011" dir="ltr">'
        "https://example.com/<bdi>خبر</bdi>/2011</a></p>\n"
    )


def test_a_link_has_its_address_in_letters_for_paper_unless_its_text_shows_it() -> None:
    def printed(text: str) -> list[str | None]:
        attributes = Reader(render(text)).attributes
        return [value for name, value in attributes if name == "data-address"]

    assert printed("[هنا](https://example.com/أخبار/محلي?n=%20)") == [
        "https://example.com/\u2068أخبار\u2069/\u2068محلي\u2069?n=%20"
    ]
    assert printed("[هنا](https://example.com/a) وhttps://example.com/خبر") == []
    assert printed("[هنا](../خبر.html) [هناك](#خبر)") == []


@pytest.mark.parametrize("code", ["%20", "%2F", "%3Cb%3E", "%E2%80%AE", "%FF", "%D8", "%C2%A0"])
def test_codes_that_do_not_stand_for_letters_stay_codes(code: str) -> None:
    assert shown(render(f"https://example.com/{code}")) == f"https://example.com/{code}"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/a_(b)",
        "https://example.com/a*b*c",
        "https://example.com/?a=1&copy;=2",
        "https://مثال.example/خبر",
        "HTTPS://example.com/_a_/~b",
        "https://example.com/#a:b@c,d;e",
    ],
)
def test_an_address_survives_its_escapes(address: str) -> None:
    for html in (render(address), render(escape(f"({address})"))):
        (link,) = re.findall(r"<a .*</a>", html)
        assert Reader(link).text == address


@pytest.mark.parametrize(
    "text", ["ftp://example.com", "www.example.com", "http://", "xhttp://a.b", "http://."]
)
def test_only_http_addresses_become_links(text: str) -> None:
    assert links(render(text)) == []


def test_definitions_of_references_do_not_vanish() -> None:
    assert shown(render("[1]: /a\n\n[1] نص")) == "[1]: /a [1] نص"


def test_heading_names_are_letters_and_never_meet() -> None:
    html = render("## الخَبَر: أوّلًا!\n\nنص\n\n## الخبر أولا\n\n## ؟!\n\n## *News* ٢٠١١\n\n## ؟")

    assert re.findall(r'id="([^"]*)"', html) == [
        "الخبر-أولا",
        "الخبر-أولا-2",
        "section",
        "news-٢٠١١",
        "section-2",
    ]


def test_quotations_nested_beyond_reason_keep_their_text() -> None:
    assert "نص" in shown(render(">" * 500 + " نص"))
    assert "نص" in shown(render("- " * 500 + "نص"))
    assert "نص" in shown(render("[" * 500 + "نص" + "](/a)" * 500))


def test_plain_text_is_a_line_for_each_paragraph_and_heading() -> None:
    text = "## عنوان\n\nسطر\nوسطر\n\n- **أ**\n- [ب](/b)\n\n2011\\. كان\n\n---\n\n> قال"

    assert plain_text(text) == "عنوان\nسطر وسطر\nأ\nب\n2011. كان\nقال"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("2011. كان عاما", "2011\\. كان عاما"),
        ("- قال\n+ ثم", "\\- قال\n\\+ ثم"),
        ("# عاجل", "\\# عاجل"),
        ("#وسم", "#وسم"),
        ("> قال", "\\> قال"),
        ("---\n===", "\\---\n\\==="),
        ("*مهم* 3 * 4", "\\*مهم\\* 3 * 4"),
        ("_مهم_ و a_b", "\\_مهم_ و a_b"),
        ("__init__ a__b ____ نعم", "\\_\\_init__ a__b ____ نعم"),
        ("[صورة] [أ](ب)", "[صورة] [أ\\](ب)"),
        ("<اسم> <b> س & ص &amp;", "<اسم> \\<b> س & ص \\&amp;"),
        ("C:\\dir \\*", "C:\\dir \\\\\\*"),
        ("قال: «نعم»، (ثم) مضى! 50% - 3.5", "قال: «نعم»، (ثم) مضى! 50% - 3.5"),
    ],
)
def test_escape_marks_only_what_would_be_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped


# --- properties ---

SHAPES = (
    "2011. ", "1. ", "2) ", "- ", "+ ", "* ", "> ", ">", "# ", "###", "---", "===", "***", "* * *",
    "- - -", "___", "~~~", "```", "    ", "**«قال»**", "<b>", "<!--", "</p>", "<?", "<a@b.c>",
    "&amp;", "&#65;", "&#x41;", "[a]: /b", "[a](b)", "![a](b)", "](", "|---|", "\\", "\\\\", "  ",
    "https://example.com/a_b*c(d)،", "http://a.b/\\*_", "<http://a.b>", "(https://a.b/)",
    "[x](javascript:alert)", "[x](<java\tscript:a>)", "[", "*", "_", "`", "\u200f",
)  # fmt: skip
CHARACTERS = "ابق\u0651َ«»،؛؟ـ٢٠ aZbh019 \t\u00a0\u200f!\"#$&'()*+,-./:;<=>?@[\\]^_`{|}~"
typed = st.one_of(st.text(CHARACTERS, max_size=12), st.sampled_from(SHAPES))
line = st.lists(typed, min_size=1, max_size=4).map("".join)
paragraph = st.lists(line, min_size=1, max_size=4).map("\n".join)
paragraphs = st.lists(st.just("نص") | paragraph, min_size=1, max_size=6)
markup = paragraphs.map("\n\n".join)

TAGS = {"p", "br", "blockquote", "hr", "ul", "ol", "li", "em", "strong", "a", "bdi", "img"}
TAGS |= {"h2", "h3", "h4", "h5", "h6"}
ATTRIBUTES = {"href", "data-address", "dir", "title", "id", "src", "alt", "loading"}

commonmark = MarkdownIt("commonmark")


@given(paragraphs)
@example(["http://a.b/c\\*d"])
@example(["a\x0bb\x85- c\u2028# d"])
def test_escaped_text_is_shown_exactly(texts: list[str]) -> None:
    html = render("\n\n".join(map(escape, texts)))

    assert shown(html) == folded(" ".join(texts))
    assert Reader(html).tags <= {"p", "br", "a"}
    assert len(links(html)) <= "".join(texts).count("://")


@given(paragraphs)
def test_escaped_text_means_the_same_to_every_reader_of_commonmark(texts: list[str]) -> None:
    html = commonmark.render("\n\n".join(map(escape, texts)))

    assert shown(html) == folded(" ".join(texts))
    assert Reader(html).tags <= {"p"}


@given(paragraphs)
def test_the_plain_text_of_escaped_text_is_the_text(texts: list[str]) -> None:
    assert folded(plain_text("\n\n".join(map(escape, texts)))) == folded(" ".join(texts))


@given(markup)
@example("- أ\n\nنص\n\n- ب\n\n  ج\n\n## د\n\nنص\n\n## د")
@example("- أ\n- ب\n\nنص\n\n*ج*\nد")
@example("1. أ\n\n\n\n2. ب\n   \nنص\t\n\x0bنص")
def test_plain_paragraphs_are_rendered_as_the_parser_would(text: str) -> None:
    html, words = render(text), plain_text(text)

    with patch.object(markdown, "_is_plain", return_value=False):
        assert render(text) == html
        assert plain_text(text) == words


@given(markup.filter(lambda text: "](" not in text))
def test_no_letter_of_a_text_vanishes(text: str) -> None:
    def letters(text: str) -> str:
        return "".join(filter(str.isalpha, text))

    assert letters(shown(render(text))) == letters(text)


@given(markup)
def test_no_text_makes_a_tag_or_an_attribute_that_could_run(text: str) -> None:
    page = Reader(render(text))

    assert page.tags <= TAGS
    assert {name for name, _ in page.attributes} <= ATTRIBUTES
    for name, value in page.attributes:
        if name in {"href", "src"}:
            assert re.match(r"https?:|mailto:|tel:|[^:]*\Z|[^:]*[/?#]", value or "")
