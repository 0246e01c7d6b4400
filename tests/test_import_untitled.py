"""Texts that were saved without their headline: none is invented, and no line leaves the text."""

from datetime import date

import pytest

from warraq.importer.conversion import Conversion, convert

TODAY = date(2026, 11, 24)
TITLE = "القافلة الأخيرة تصل إلى سوق الملح"
LEAD = "وصلت القافلة الأخيرة إلى سوق الملح مساء أمس، ونزل الجمّالون يعدون ما بقي من أكياسهم."
REST = "ويبيع التجار الملح في السوق منذ مئة عام، ولا يزن أحد منهم كيسا قبل أن يشرب قهوته."
STORY = (
    "أعلنت جمعية الجمّالين وصول القافلة الأخيرة إلى سوق الملح القديم بعد رحلة دامت أحد عشر يوما"
    " في الصحراء"
)

WIRE = (
    "أمين الجمعية يؤكد في لقاء مع الجمّالين حرصه على أن تصل القوافل كلها إلى سوق الملح القديم في كل"
    " عام من الأعوام القادمة قبل أن يبدأ المطر"
)


def converted(text: str) -> Conversion:
    return convert(text.encode(), "source.txt", TODAY)


def is_untitled(made: Conversion) -> bool:
    return made.values["title_from"] == "first words"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("QAWAFIL.INFO", "QAWAFIL.INFO"),
        ("Qawafil.info - متابعة", "Qawafil.info"),
        ("www.qawafil.com", "www.qawafil.com"),
    ],
)
def test_the_address_of_a_site_above_a_text_is_its_source(line: str, source: str) -> None:
    made = converted(f"{line}\n{LEAD}\n\n{REST}\n")
    assert is_untitled(made)
    assert made.values["source"] == source
    assert made.body == f"{LEAD}\n\n{REST}"
    assert converted(f"{TITLE}\n{line}\n{LEAD}\n\n{REST}\n").values["source"] == source


def test_an_address_to_which_a_text_sends_its_readers_stays_in_it() -> None:
    told = "وقال الأمين إن من يريد الرحيل مع القافلة القادمة يكتب اسمه في الموقع"
    made = converted(f"{TITLE}\n2023-12-12\n{told}\nqawafil.info\nو{LEAD}\n{REST}\n")
    assert "qawafil.info" in made.body
    assert "source" not in made.values


@pytest.mark.parametrize(
    "line",
    [
        STORY,  # as long as no headline is, it begins as stories do
        "ذكرت وكالة",  # the name of the agency was a link
        "بسم الله الرحمن الرحيم",
        "صنعاء، اليمن (رويترز) -- وصلت القافلة الأخيرة إلى سوق الملح القديم مساء أمس",
    ],
)
def test_the_beginning_of_a_text_is_no_headline(line: str) -> None:
    made = converted(f"{line}\n{LEAD}\n\n{REST}\n")
    assert is_untitled(made)
    assert made.body.startswith(line)


def test_a_summary_with_which_the_text_begins_once_more_is_no_headline() -> None:
    said = "القافلة الأخيرة التي خرجت قبل أحد عشر يوما من الجبل تصل إلى سوق الملح"
    made = converted(f"{said}\n{said} ونزل الجمّالون يعدون ما بقي من أكياسهم.\n\n{REST}\n")
    assert is_untitled(made)
    assert made.body.count(said) == 1


@pytest.mark.parametrize("line", ["نيكوشتا إيغنات (دبي)", "فاس: نيكوشتا إيغنات"])
def test_beside_a_city_a_name_that_is_no_word_is_the_writers(line: str) -> None:
    made = converted(f"{line}\n{LEAD}\n\n{REST}\n")
    assert is_untitled(made)
    assert made.values["authors"] == ["نيكوشتا إيغنات"]


@pytest.mark.parametrize(
    ("line", "place", "source", "authors"),
    [
        ("القدس (قوافل times)", "القدس", "قوافل times", None),
        ("بغداد - Qawafil Now", "بغداد", "Qawafil Now", None),
        ("الخرطوم: الشاهد", "الخرطوم", "الشاهد", None),
        ("الشاهد / صنعاء", "صنعاء", "الشاهد", None),
        ("صنعاء - خاص - الشاهد", "صنعاء", "الشاهد", None),
        ("متابعة – الشاهد", None, "الشاهد", None),
        ("الشاهد – خاص", None, "الشاهد", None),
        ("شاهدون بريس – متابعة", None, "شاهدون بريس", None),
        ("الشاهد – نيكوشتا إيغنات", None, "الشاهد", ["نيكوشتا إيغنات"]),
        ("نيكوشتا إيغنات - متابعات", None, None, ["نيكوشتا إيغنات"]),
        ("السوق – سامي حداد", "السوق", None, ["سامي حداد"]),
    ],
)
def test_a_line_of_which_no_word_is_in_the_story_right_below_is_its_dateline(
    line: str, place: str | None, source: str | None, authors: list[str] | None
) -> None:
    made = converted(f"{line}\n{LEAD}\n\n{REST}\n")
    assert is_untitled(made)
    assert made.body == f"{LEAD}\n\n{REST}"
    stated = [made.values.get(name) for name in ("dateline", "source", "authors")]
    assert stated == [place, source, authors]


@pytest.mark.parametrize(
    "line", ["الصحراء (القافلة)", "الخرطوم: السوق", "القافلة – الشاهد", "متابعة - القافلة"]
)
def test_a_line_with_a_word_of_the_story_below_is_its_headline(line: str) -> None:
    made = converted(f"{line}\n{LEAD}\n\n{REST}\n")
    assert made.values["title"] == line


def test_a_line_above_what_is_no_story_is_its_headline() -> None:
    for first in (REST, "2024-03-05"):
        assert converted(f"الخرطوم: الشاهد\n{first}\n{LEAD}\n").values["title"] == "الخرطوم: الشاهد"


def test_a_picture_that_lost_its_place_below_a_dateline_gives_no_headline() -> None:
    made = converted(f"صنعاء - سامي حداد:\nمن السوق\n{LEAD}\n\n{REST}\n")
    assert is_untitled(made)
    assert made.body.startswith("من السوق\n\n")
    above = converted(f"صنعاء - سامي حداد\n{TITLE}\n{LEAD}\n\n{REST}\n")
    assert above.values["title"] == TITLE
    dated = converted(f"صنعاء - 12 مارس 2011\nقوافل الملح\n{LEAD}\n\n{REST}\n")
    assert dated.values["title"] == "قوافل الملح"  # the place and the day stand above all


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "أعلنت الجمعية وصول القافلة الأخيرة",
        "أبرز القوافل",
        "فاس - دعوة إلى الحوار",
        "القيروان: حادث مرور",
        f"سياسي / {WIRE}",
    ],
)
def test_a_headline_above_a_text_is_one(line: str) -> None:
    made = converted(f"{line}\nصنعاء - رويترز\n{LEAD}\n\n{REST}\n")
    assert made.values["title_from"] == "stated"
    assert made.values["title"] == line.removeprefix("سياسي / ")
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize(
    "bar",
    [
        "FacebookTwitterالمزيد1",
        "Share to WhatsAppShare to MessengerShare to FacebookShare to المزيد",
        "AddThis Sharing Buttons",
    ],
)
def test_names_of_networks_on_one_line_are_a_bar_of_buttons(bar: str) -> None:
    made = converted(f"{bar}\n{LEAD}\n\n{REST}\n")
    assert is_untitled(made)
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize("line", ["- See more at: http://qawafil.com/a/1.html", "وأيضا.."])
def test_where_a_page_has_more_is_no_paragraph(line: str) -> None:
    assert converted(f"{LEAD}\n\n{line}\n\n{REST}\n").body == f"{LEAD}\n\n{REST}"


def test_a_mark_of_headings_before_each_paragraph_is_an_editors() -> None:
    made = converted(f"{LEAD}\n# {REST}\n# أسعار الملح\n# {REST.replace('الملح', 'التمر')}\n")
    assert made.body.split("\n\n")[1:3] == [REST, "## أسعار الملح"]
    assert "# " not in made.body.replace("## أسعار الملح", "")


def test_how_a_team_plays_is_no_heading_and_no_other_story() -> None:
    team = [
        "حراسة المرمى: سامي حداد",
        "خط الدفاع: نبيل كرم، وليد سعد، رامي عون وفادي نصر.",
        "خط الوسط: جاد حنا، عمر شاهين، زياد طه",
        "خط الهجوم: ماهر خوري، أنور بدر وكريم زين",
    ]
    text = "\n".join((LEAD, REST, *team, REST.replace("الملح", "التمر")))
    made = converted(text)
    assert "##" not in made.body
    assert all(line in made.body for line in team)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("الجمعة (25 يناير/ كانون الثاني 2013)", "2013-01-25"),
        ("الخميس (التاسع من تشرين الثاني/نوفمبر 2017)", "2017-11-09"),
        ("الاثنين (الحادي والثلاثين من آب/ أغسطس 2020)", "2020-08-31"),
        ("السبت (25 يناير/ كانون الثاني 2013)", None),  # it was a Friday
    ],
)
def test_the_day_that_a_text_calls_today_is_its_day(said: str, day: str | None) -> None:
    made = converted(f"{TITLE}\n{LEAD.replace('مساء أمس', f'اليوم {said}')}\n\n{REST}\n")
    assert made.values.get("date") == day
    assert made.values["date_from"] == ("text" if day else "none")
    yesterday = converted(f"{TITLE}\n{LEAD.replace('مساء أمس', f'أمس {said}')}\n\n{REST}\n")
    assert "date" not in yesterday.values


def test_today_and_its_day_may_stand_without_brackets() -> None:
    made = converted(
        f"{TITLE}\n{LEAD.replace('مساء أمس', 'اليوم الخميس 6 نوفمبر 2025')}\n\n{REST}\n"
    )
    assert (made.values["date"], made.values["date_from"]) == ("2025-11-06", "text")
