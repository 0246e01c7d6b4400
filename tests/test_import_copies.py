"""Paragraphs that a text has twice are kept once; what a writer says again stays."""

from collections.abc import Sequence
from typing import Final

import pytest

from conftest import TODAY
from warraq import markdown
from warraq.importer.conversion import Conversion, convert
from warraq.importer.report import RULES

TITLE: Final = "قطار الجبل يعود إلى العمل"
STORY: Final = [
    "عاد قطار الجبل القديم إلى العمل أمس بعد عشرين عاما، وحمل في رحلته الأولى مئة من التلاميذ.",
    "وقال سائقه سامي حداد إن القاطرة صنعت قبل قرن، وإن مهندسي البلدة أصلحوها بأيديهم.",
    "ويصعد القطار من المحطة إلى القلعة في نصف ساعة، ويمر فوق ثلاثة جسور من الحجر.",
    "وستكون التذكرة مجانية في أول شهر، ثم يدفع الراكب ثمنا صغيرا يكفي لصيانة الطريق.",
]


def converted(paragraphs: Sequence[str], name: str = "a.txt") -> Conversion:
    return convert("\n\n".join(paragraphs).encode(), name, TODAY)


def body(made: Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


def cut(made: Conversion) -> list[str]:
    return [one.text for one in made.cuts if one.rule == "body again"]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_paragraphs_that_come_again_are_kept_once_and_reported(count: int) -> None:
    made = converted([TITLE, *STORY, *STORY[:count]])
    assert body(made) == STORY
    assert cut(made) == STORY[:count]
    assert "body again" in RULES


def test_short_lines_that_come_again_and_again_stay() -> None:
    lines = ["يا قطار الجبل", "إلى القلعة"] * 300
    made = converted([TITLE, *STORY, *lines])
    assert body(made) == [*STORY, *lines]


def test_a_copy_with_its_headline_leaves_with_it() -> None:
    made = converted([TITLE, *STORY, TITLE, *STORY])
    assert body(made) == STORY
    assert cut(made) == [TITLE, *STORY]


def test_a_copy_may_have_other_marks_and_stand_before_more_text() -> None:
    again = [text.replace("،", ",") for text in STORY[1:]]
    made = converted(
        [TITLE, *STORY, *again, "ويفتح متحف القطار أبوابه في الربيع المقبل أمام الزوار."]
    )
    assert body(made)[:-1] == STORY
    assert cut(made) == again


def test_the_heading_that_is_left_of_a_copy_in_a_page_goes_too() -> None:
    lead = f"{STORY[0]} {STORY[1]}"
    copy = f"<div><h2>{lead}</h2></div><div><div>{STORY[2]}<br><br>{STORY[3]}</div></div>"
    made = converted([copy, f"<div>{copy}</div>"], "a.html")
    assert markdown.plain_text(made.body).count(STORY[0]) == 1


REFRAIN: Final = ["يا قطار الجبل العالي", "خذني إلى بلدي", "واصعد بنا في المساء", "يا قطار الجبل"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [*STORY, STORY[0]],
        [*STORY, *REFRAIN, STORY[0][:-1] + " كلهم.", *REFRAIN],
        [
            STORY[0],
            "نعم.",
            "ثم سكت السائق قليلا ونظر إلى القلعة البعيدة.",
            STORY[1],
            "نعم.",
            STORY[2],
        ],
    ],
    ids=["one sentence", "a refrain", "an answer"],
)
def test_what_is_said_again_in_a_text_stays(paragraphs: list[str]) -> None:
    made = converted([TITLE, *paragraphs])
    assert cut(made) == []
    assert body(made) == paragraphs
