"""Lines on which a program wrote each paragraph twice: each is one, and the rest heads it."""

import pytest

from conftest import TODAY
from test_import_shapes import TEXT, TITLE, body
from warraq.importer import doubled, lines
from warraq.importer.conversion import convert

HEADING = "صناديق خشبية للكتب"
MORE = [
    "ويقول المتطوعون إن رفوف المكتبة القديمة كانت من خشب الجوز، وإن الأطفال حملوا الكتب منها.",
    "وينتظر أهل القرية أن تصل الكتب الجديدة في الربيع، ومعها خرائط قديمة للوادي رسمها معلمهم.",
]


def twice(*passages: str) -> str:
    return " ".join(f"{passage} {passage}" for passage in passages)


def test_passages_that_stand_twice_in_a_row_are_paragraphs_and_what_is_between_heads_them() -> None:
    row = f"{twice(*TEXT)} {HEADING} {twice(*MORE)} {twice('اقرأ أيضا')} {twice(TITLE)}"
    made = convert(f"{TITLE}\n\n{row}".encode(), "a.txt", TODAY)
    assert body(made) == [*TEXT, HEADING, *MORE]
    assert f"## {HEADING}" in made.body
    again = [cut.text for cut in made.cuts if cut.rule.endswith("again")]
    assert again == [*TEXT, *MORE]


@pytest.mark.parametrize(
    "row",
    [
        " ".join([*TEXT, *MORE, *TEXT, *MORE]),
        f"{twice(*TEXT[:2])} {' '.join([*TEXT[2:], *MORE, *MORE])} {' '.join(TEXT) * 2}",
        " ".join(["يا ليل يا عين"] * 40),
    ],
    ids=["a text pasted two times", "two passages", "a refrain"],
)
def test_a_line_with_other_repetitions_stays_a_line(row: str) -> None:
    split = lines.split(row)
    assert doubled.parted(split) == split


def test_a_paragraph_right_below_itself_is_kept_once() -> None:
    text = "\n".join((TITLE, *TEXT[:2], TEXT[1], *TEXT[2:]))
    made = convert(text.encode(), "a.txt", TODAY)
    assert body(made) == TEXT


def test_what_stands_twice_in_such_a_row_is_no_caption() -> None:
    heading = "رفوف من خشب الجوز حملها أطفال القرية"
    row = f"{twice(*TEXT)} {heading} {heading} {twice(*MORE)}"
    made = convert(f"{TITLE}\n\n{row}".encode(), "a.txt", TODAY)
    assert "images" not in made.values
    assert heading in made.body


def test_headlines_that_stand_twice_at_the_end_of_such_a_row_are_other_stories() -> None:
    others = (
        "الفيديو قديم وليس لإغلاق طريق الجبل في الأسبوع الماضي",
        "الصورتان قديمتان وليستا من الميناء بعد العاصفة الأخيرة",
    )
    row = f"{twice(*TEXT)} {HEADING} {twice(*MORE)} {twice(*others)}"
    made = convert(f"{TITLE}\n\n{row}".encode(), "a.txt", TODAY)
    assert body(made) == [*TEXT, HEADING, *MORE]
    assert {cut.text for cut in made.cuts if cut.rule == "teasers"} == set(others)
    assert "teasers" in made.doubts
