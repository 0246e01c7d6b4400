"""Markdown that other programs export: tags of HTML, paragraphs without blank lines, labels."""

from datetime import date

import pytest

from warraq import markdown
from warraq.importer import conversion

TODAY = date(2026, 11, 24)
FIRST = "رممت البلدية سوق النحاسين القديم، وأعادت فتح أبوابه أمام الناس بعد سنتين من العمل."
SECOND = "وقال حرفيون إن الزبائن عادوا إلى السوق، وإن أبناءهم يتعلمون الصنعة من جديد."
THIRD = "وتفتح الدكاكين أبوابها كل صباح إلا يوم الجمعة، ويزورها الناس من القرى المجاورة."
WRAPPED = (
    "رممت البلدية سوق النحاسين القديم، وأعادت فتح أبوابه أمام الناس بعد\n"
    "سنتين من العمل. وقال حرفيون إن الزبائن عادوا إلى السوق، وإن أبناءهم\n"
    "يتعلمون الصنعة من جديد."
)


def note(body: str, head: str = "---\ntitle: السوق\n---\n\n") -> conversion.Conversion:
    return conversion.convert(f"{head}{body}".encode(), "inbox/a.md", TODAY)


def images(made: conversion.Conversion) -> object:
    return made.values.get("images", [])


# --- tags ---


def test_paragraphs_headings_and_lists_of_html_become_markdown() -> None:
    made = note(
        f"<p>{FIRST}</p><h2>الزبائن</h2><div><p>{SECOND}</p></div>\n"
        f"<ul><li>نحاس</li><li>فضة</li></ul><blockquote><p>بيتي هنا.</p></blockquote><hr>"
    )
    assert made.body == f"{FIRST}\n\n## الزبائن\n\n{SECOND}\n\n- نحاس\n- فضة\n\n> بيتي هنا.\n\n---"


def test_links_and_emphasis_of_html_become_those_of_markdown() -> None:
    made = note("<p>زار <strong>الناس </strong>السوق <a href='https://example.org/a'>أمس</a>.</p>")
    assert made.body == "زار **الناس** السوق [أمس](https://example.org/a)."


def test_tags_within_markdown_leave_its_marks_and_lines_as_they_are() -> None:
    made = note("## زوار **السوق**\n\nنحاس <b>وفضة</b>\nوخشب*\n\n- <i>دكان</i>\n- فرن")
    assert made.body == "## زوار **السوق**\n\nنحاس **وفضة**\nوخشب*\n\n- *دكان*\n- فرن"


def test_a_sign_that_closes_no_comment_and_one_in_an_address_lose_nothing() -> None:
    made = note("<p>قبل <!-- ثم https://example.org/?a=1&copy=2 بعد</p>")
    assert markdown.plain_text(made.body) == "قبل <!-- ثم https://example.org/?a=1&copy=2 بعد"


def test_signs_in_html_are_no_marks_of_markdown() -> None:
    made = note("<p>- قال: 5 * 6 و*نجمة*</p>")
    assert markdown.plain_text(made.body) == "- قال: 5 * 6 و*نجمة*"


@pytest.mark.parametrize(
    "picture",
    [
        '<figure><img src="a.jpg" alt="باب"/><figcaption>باب السوق</figcaption></figure>',
        '<div><a href=b><img src=a.jpg alt=باب></a><p class="wp-caption-text">باب السوق</p></div>',
        '[caption id="x"]<a href="b"><img src="a.jpg" alt="باب" /></a> باب السوق[/caption]',
        '{{< figure src="a.jpg" alt="باب" caption="باب السوق" >}}',
    ],
    ids=["HTML", "WordPress's classes", "WordPress's code", "Hugo's code"],
)
def test_a_picture_and_its_caption_go_to_the_front_matter(picture: str) -> None:
    made = note(f"{picture}\n\n{FIRST}")
    assert images(made) == [{"src": "a.jpg", "caption": "باب السوق", "credit": "", "alt": "باب"}]
    assert made.body == FIRST
    assert (picture, "repaired") in [(cut.text, cut.rule) for cut in made.cuts]


def test_a_linked_picture_without_a_caption_keeps_its_address_and_no_file_name_as_its_words() -> (
    None
):
    made = note(f'<a href="a.jpg"><img src="a.jpg" alt="%d8%b3%d8%af5" /></a>\n\n{FIRST}')
    assert images(made) == [{"src": "a.jpg", "caption": "", "credit": ""}]


def test_what_shows_nothing_goes_and_the_report_has_its_line() -> None:
    film = '<iframe title="فيلم" src="https://example.org/f"></iframe>'
    made = note(f"<!-- wp:paragraph -->\n{FIRST}\n\n&nbsp;\n\n{film}\n\n{SECOND}")
    assert made.body == f"{FIRST}\n\n{SECOND}"
    assert [cut.text for cut in made.cuts[1:]] == ["<!-- wp:paragraph -->", "&nbsp;", film]
    assert [cut.line for cut in made.cuts[1:]] == [5, 8, 10]


@pytest.mark.parametrize(
    "body",
    [
        f"{FIRST}\n\nاكتبوا إلى <a@example.org> أو <سوق>، 3 < 5 & 7",
        f"{FIRST}\n\nيبدأ السطر بـ `<p>` دائمًا",
        f"```\n<p>نص</p>\n```\n\n{FIRST}",
        f"{FIRST}  \n![باب](a.jpg)\n\n    <!\n\n<https://example.org/?a=1&copy=2>",
    ],
    ids=["signs", "code in a line", "a block of code", "a picture of Markdown"],
)
def test_what_is_no_tag_stays_byte_for_byte(body: str) -> None:
    made = note(body)
    assert made.body == body
    assert not images(made)


@pytest.mark.parametrize("joint", ["\n", ""])
def test_markdown_shown_as_html_and_read_again_says_the_same(joint: str) -> None:
    body = (
        f"{FIRST}\n\n## سوق\n\n- نحاس\n- *فضة*\n\n> {SECOND}\n>\n> نعم\n\n1900\\. كان\nبيت **شعر**"
    )
    assert note(markdown.render(body).replace("\n", joint)).body == body


# --- paragraphs one below the other ---


def test_lines_that_end_as_sentences_do_are_paragraphs() -> None:
    assert note(f"{FIRST}\n{SECOND}\n{THIRD}").body == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_what_announces_a_list_is_a_paragraph_and_the_list_keeps_its_lines() -> None:
    names = "سامي حداد - نادي الوادي\nليلى ناصر - نادي السهل"
    made = note(f"{FIRST}\nوهذه أسماء الفائزين:\n\n{names}")
    assert made.body == f"{FIRST}\n\nوهذه أسماء الفائزين:\n\n{names}"


@pytest.mark.parametrize(
    "body",
    [
        f"{FIRST}\n{SECOND}\n\n{THIRD}",
        f"{FIRST}  \n{SECOND}",
        f"- {FIRST}\n- {SECOND}",
        WRAPPED,
        "يا سوقنا القديم\nيا باب من رحلوا\nعد كما كنت.",
    ],
    ids=["blank lines part paragraphs", "its writer broke it", "a list", "wrapped", "a poem"],
)
def test_other_lines_stay_as_they_are(body: str) -> None:
    assert note(body).body == body


LONG = (
    "رممت البلدية سوق النحاسين القديم، وأعادت فتح أبوابه أمام الناس بعد\n"
    "سنتين من العمل. وقال حرفيون إن الزبائن عادوا إلى السوق، وإن أبناءهم\n"
    "يتعلمون الصنعة من جديد في دكاكين آبائهم، ويصنعون فيها القدور والأباريق\n"
    "كما صنعها أجدادهم، ويبيعونها في السوق كل صباح إلا يوم الجمعة، وإن\n"
    "القرى المجاورة تشتري منهم."
)


@pytest.mark.parametrize("around", ["{}", "## السوق\n\n{}\n\n- نحاس\n- فضة", "{0}\n\n\n{0}"])
def test_paragraphs_that_an_editor_wrapped_are_whole_again(around: str) -> None:
    assert note(around.format(LONG)).body == around.format(LONG.replace("\n", " "))


@pytest.mark.parametrize(
    "body",
    [
        f"```\n{LONG}\n```",
        LONG.replace("\n", "  \n"),
        "\n".join(f"> {row}" for row in LONG.split("\n")),
        "\n".join(f"- {row}" for row in LONG.split("\n")),
        "\n".join(f"| {row} |" for row in LONG.split("\n")),
    ],
    ids=["code", "its writer broke it", "a quotation", "a list", "a table"],
)
def test_lines_with_marks_are_not_joined(body: str) -> None:
    assert note(body).body == body


# --- headings and summaries ---


@pytest.mark.parametrize("mark", ["##", "###", "####"])
def test_a_heading_needs_no_space_behind_its_marks(mark: str) -> None:
    made = note(f"{FIRST}\n\n{mark}الزبائن\n\n{SECOND}")
    assert made.body == f"{FIRST}\n\n{mark} الزبائن\n\n{SECOND}"


@pytest.mark.parametrize(
    "line", ["#سوق_النحاسين", "رقم ##5", "###", "```\n##رقم\n```", "## الزبائن ##"]
)
def test_what_is_no_heading_gets_no_space(line: str) -> None:
    assert note(f"{FIRST}\n\n{line}\n\n{SECOND}").body == f"{FIRST}\n\n{line}\n\n{SECOND}"


@pytest.mark.parametrize("name", ["teaser", "excerpt", "subtitle", "lead", "standfirst", "dek"])
def test_a_summary_that_the_text_begins_with_is_shown_once(name: str) -> None:
    told = note(f"{FIRST}\n\n{THIRD}", f"---\ntitle: السوق\n{name}: {SECOND}\n---\n\n")
    assert told.values["summary"] == SECOND
    again = note(f"{SECOND}\n\n{THIRD}", f"---\ntitle: السوق\n{name}: {SECOND}\n---\n\n")
    assert "summary" not in again.values
    assert again.body == f"{SECOND}\n\n{THIRD}"


# --- labels ---

LABELS = "- **التاريخ:** 16/07/2021 — 01:05 م\n- **القسم:** ثقافة\n- **الكاتب:** سامي حداد\n"


@pytest.mark.parametrize("heading", ["# عودة السوق", "## (2) عودة السوق", "### عودة السوق ###"])
def test_labels_below_a_heading_are_the_head_and_the_heading_is_the_title(heading: str) -> None:
    made = note(
        f"{heading}\n\n{LABELS}- **عدد الكلمات (تقريبًا):** 90\n\n**نص التقرير:**\n\n{FIRST}\n", ""
    )
    values = made.values
    assert (values["title"], values["date"]) == ("عودة السوق", "2021-07-16 13:05")
    assert (values["category"], values["authors"]) == ("ثقافة", ["سامي حداد"])
    assert made.body == FIRST
    assert [cut.rule for cut in made.cuts] == [
        *("title", "date", "section", "byline", "column", "column")
    ]


def test_labels_in_bold_letters_state_the_title_too() -> None:
    made = note(f"**العنوان**: عودة السوق\n**الكاتب**: سامي حداد\n\n{FIRST}", "")
    assert (made.values["title"], made.values["authors"]) == ("عودة السوق", ["سامي حداد"])
    assert made.body == FIRST


def test_place_and_day_of_a_meeting_below_a_heading_are_its_own() -> None:
    body = f"- **المكان:** السوق\n- **التاريخ:** 16/07/2021\n\n{FIRST}"
    made = note(f"# ورشة النحاس\n\n{body}", "")
    assert made.body == body
    assert "date" not in made.values


def test_a_heading_within_a_division_is_the_title() -> None:
    made = note(f"<div dir=rtl>\n\n# عودة السوق\n\n{FIRST}\n\n</div>", "")
    assert (made.values["title"], made.body) == ("عودة السوق", FIRST)


def test_front_matter_keeps_a_list_of_labels_in_the_text() -> None:
    assert note(LABELS.strip()).body == LABELS.strip()


# --- writers ---


def test_an_account_of_a_program_wrote_nothing() -> None:
    made = note(FIRST, "---\ntitle: السوق\nauthor: admin\n---\n")
    assert "authors" not in made.values
    assert "author: admin" in [cut.text for cut in made.cuts]


def test_the_name_by_which_a_writer_is_known_to_a_program_is_kept() -> None:
    assert note(FIRST, "---\ntitle: السوق\nauthor: shaddad\n---\n").values["authors"] == ["shaddad"]


# --- marks that somebody typed into a text file ---


def text(source: str) -> conversion.Conversion:
    return conversion.convert(source.encode(), "inbox/a.txt", TODAY)


def test_a_text_file_whose_headline_is_marked_is_read_as_its_writer_meant_it() -> None:
    made = text(
        f"# عودة سوق النحاسين\n\n**سامي حداد**\n\n{FIRST}\n\n## الزبائن\n\n{SECOND}\n\n"
        f"- نحاس\n- فضة\n\n> {THIRD}\n"
    )
    assert (made.values["title"], made.values["authors"]) == ("عودة سوق النحاسين", ["سامي حداد"])
    assert made.body == f"{FIRST}\n\n## الزبائن\n\n{SECOND}\n\n- نحاس\n- فضة\n\n> {THIRD}"
    repaired = [cut.text for cut in made.cuts if cut.rule == "repaired"]
    assert repaired[:2] == ["# عودة سوق النحاسين", "**سامي حداد**"]


@pytest.mark.parametrize("line", ["#سوق_النحاسين", "# 1", "# عاجل: عاد الناس إلى السوق"])
def test_one_mark_below_the_headline_and_a_tag_are_what_was_typed(line: str) -> None:
    made = text(f"عودة سوق النحاسين\n\n{FIRST}\n\n{SECOND}\n\n{line}\n\n{THIRD}\n")
    assert line in markdown.plain_text(made.body).split("\n")
