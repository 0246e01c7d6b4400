r"""What a program wrote as escapes is read; a backslash that somebody typed stays."""

import json
from datetime import date

import pytest

from warraq import markdown
from warraq.importer import escapes
from warraq.importer.conversion import Conversion, convert

TITLE = "المكتبة العامة تفتح أبوابها مساء"
OPENED = "فتحت المكتبة العامة أبوابها مساء أمس بعد أن رممت قاعتها الكبيرة."
SAID = 'وقالت المديرة "إن القاعة تتسع لمئة قارئ" في كل يوم من أيام الأسبوع.'
LENDS = "وتعير المكتبة كتبها مجانا لمن يسكن في الأحياء القريبة منها."


def converted(text: str) -> Conversion:
    return convert(text.encode(), "خبر.txt", date(2026, 11, 29))


def paragraphs(made: Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


@pytest.mark.parametrize("mark", [r"\n", r"\r\n", r"\n\n", "[nl]", "[NL][NL]", "{br}", " [nl] "])
def test_a_break_written_as_an_escape_is_a_break(mark: str) -> None:
    made = converted(mark.join([TITLE, OPENED, SAID, LENDS]))
    assert made.values["title"] == TITLE
    assert paragraphs(made) == [OPENED, SAID, LENDS]


def test_the_line_is_reported_as_it_was_and_lines_keep_their_numbers() -> None:
    whole = f"{OPENED}\\n{SAID}\\n{LENDS}"
    made = converted(f"{TITLE}\n\n{whole}\n\nشارك\n")
    assert [(cut.line, cut.text, cut.rule) for cut in made.cuts if cut.rule == "repaired"] == [
        (3, whole, "repaired")
    ]
    assert [cut.line for cut in made.cuts if cut.text == "شارك"] == [5]


def test_quotation_marks_lose_the_backslash_before_them() -> None:
    escaped = SAID.replace('"', r"\"")
    assert paragraphs(converted(f"{TITLE}\n\n{OPENED}\n\n{escaped}\n")) == [OPENED, SAID]


def test_a_text_of_numbered_letters_is_read() -> None:
    numbered = json.dumps("\n".join([TITLE, OPENED, SAID, "😀 " + LENDS]))[1:-1]
    made = converted(numbered)
    assert made.values["title"] == TITLE
    assert paragraphs(made) == [OPENED, SAID, f"😀 {LENDS}"]


@pytest.mark.parametrize(
    "typed",
    [
        r"حدث ذلك في شباط\فبراير من العام الماضي كما قالت المديرة.",
        r"القراءة \ الكتابة \ الحساب",
        r"الملف في C:\new\names.txt والنسخة في D:\next",
        r"مرة واحدة \n لا تكفي.",
        "[1] [2] [nl]",
        r"نصف حرف \ud83d وحرف \u0627",
    ],
)
def test_a_backslash_or_a_bracket_that_somebody_typed_stays(typed: str) -> None:
    half = r"\ud83d" in typed
    assert escapes.read(typed) == (typed.replace(r"\u0627", "ا") if half else typed)
