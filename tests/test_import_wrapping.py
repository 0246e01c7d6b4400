"""Texts that were wrapped at a fixed width have their paragraphs again; nothing else is joined."""

import textwrap

import pytest

from warraq.importer import lines, wrapping

OPENED = (
    "افتتحت البلدية أمس حديقة صغيرة على ضفة النهر، فيها أشجار زيتون ومقاعد من خشب، وقالت إنها "
    "ستبقى مفتوحة في الليل والنهار لكل من يريد أن يجلس قرب الماء."
)
PLANTED = (
    "وزرعت المدارس القريبة الأشجار قبل عام، وحمل كل تلميذ غرسة من بيته إلى المكان، ثم سقاها مع "
    "رفاقه حتى كبرت وصار لها ظل."
)
VISITED = (
    "ويقول حارس الحديقة إن الزوار يأتون من القرى البعيدة في أيام العطلة، ويحملون معهم الخبز والجبن "
    "والزيتون، ويبقون حتى المساء."
)
PARAGRAPHS = (OPENED, PLANTED, VISITED)
FULL = "وعاد الجميع إلى بيوتهم بعد الغروب، ثم أغلق الحارس باب الحديقة ونام."
HEADLINES = (
    "تفتح الحديقة أبوابها للزوار في أول أيام الربيع",
    "تلاميذ المدارس يزرعون شجرة لكل بيت في القرية",
    "سوق قديمة تعود إلى الحياة بعد أعوام من الصمت",
    "مكتبة صغيرة على عجلات تزور القرى البعيدة",
)


def joined(text: str) -> list[str]:
    return [line.text for line in wrapping.undone(lines.split(text), text)]


def wrapped(*texts: str, width: int = 72, between: str = "\n", indent: str = "") -> str:
    return between.join(textwrap.fill(text, width, initial_indent=indent) for text in texts)


@pytest.mark.parametrize("width", [50, 72, 100])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["no blank lines", "blank lines"])
@pytest.mark.parametrize("indent", ["", " "], ids=["flush", "indented"])
def test_paragraphs_wrapped_at_a_fixed_width_are_whole_again(
    width: int, between: str, indent: str
) -> None:
    text = wrapped(*PARAGRAPHS, width=width, between=between, indent=indent)
    assert joined(text) == list(PARAGRAPHS)


@pytest.mark.parametrize("end", ["\r\n", "\u2028", " \n"])
def test_how_a_line_ends_does_not_matter(end: str) -> None:
    assert joined(wrapped(*PARAGRAPHS).replace("\n", end)) == list(PARAGRAPHS)


def test_one_wrapped_paragraph_of_a_few_lines_is_whole_again() -> None:
    assert joined(wrapped(OPENED, width=45)) == [OPENED]


def test_vowel_signs_may_count_for_nothing_in_a_width() -> None:
    text = wrapped(*PARAGRAPHS).replace("ال", "اَلْ")
    assert joined(text) == [paragraph.replace("ال", "اَلْ") for paragraph in PARAGRAPHS]


def test_what_stands_above_and_among_wrapped_paragraphs_stays_a_line() -> None:
    head, heading = ["حديقة عند النهر", "سامي حداد"], "زوار من القرى"
    text = wrapped(*head, *PARAGRAPHS[:2], heading, *PARAGRAPHS)
    assert joined(text) == [*head, *PARAGRAPHS[:2], heading, *PARAGRAPHS]


def test_a_line_of_the_page_may_be_wider_than_the_text() -> None:
    foot = "Copyright 2024 Difaf | Archive | Feedback | About us | Contact | Advertise here"
    text = f"{wrapped(*PARAGRAPHS, width=60, between=chr(10) * 2)}\n\n{foot}"
    assert joined(text) == [*PARAGRAPHS, foot]


def test_a_full_line_that_ends_a_sentence_ends_a_paragraph_where_others_end_so() -> None:
    texts = [wrapped(text, width=len(FULL)) for text in PARAGRAPHS]
    assert joined("\n".join((texts[0], FULL, *texts[1:]))) == [OPENED, FULL, PLANTED, VISITED]


def test_a_full_line_that_ends_a_sentence_goes_on_where_blank_lines_part_paragraphs() -> None:
    texts = [wrapped(text, width=len(FULL)) for text in PARAGRAPHS]
    text = f"{texts[0]}\n\n{FULL}\n{texts[1]}\n\n{texts[2]}"
    assert joined(text) == [OPENED, f"{FULL} {PLANTED}", VISITED]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join(f"> {line}" for line in wrapped(*PARAGRAPHS).split("\n")),
        "\n".join(
            f"{n}- زراعة أشجار الزيتون والتين في ساحة المدرسة رقم {n}، وسقيها." for n in range(9)
        ),
        "\n".join(f"مدينة رقم {n}    أشجار الزيتون والتين في الساحات    {n}" for n in range(9)),
        "\n".join(
            f"{first} على ضفاف النهر والريح في الشجر، يا طائر الليل والسهر"
            for first in ("غنيت", "ناديت", "وقفت", "جلست", "مشيت", "بكيت", "ضحكت", "رجعت")
        ),
        "\n".join(HEADLINES),
    ],
    ids=["long lines", "a quoted mail", "items", "a table", "verse", "headlines"],
)
def test_no_other_lines_are_joined(text: str) -> None:
    assert joined(text) == [line.text for line in lines.split(text)]


def test_signs_that_part_records_are_no_breaks_of_a_wrapped_text() -> None:
    text = wrapped(*PARAGRAPHS).replace(" ", "\x1e", 1)
    assert joined(f"\u064b\n{text}") == ["\u064b", *PARAGRAPHS]


def test_lines_of_uneven_width_are_paragraphs_where_blank_lines_part_them() -> None:
    # as a program sets letters of different widths: a few of them look as if wrapped at one width
    torn = [textwrap.wrap(text, 62 + 4 * at) for at, text in enumerate(PARAGRAPHS)]
    torn.append(textwrap.wrap(f"{PLANTED} {VISITED}".replace(".", "،", 1), 70))
    text = " \n\n".join(" \n".join(block) for block in torn)
    assert joined(text) == [" ".join(block) for block in torn]
