"""What stands above a text: headlines and what goes with them, menus, days, writers, labels."""

from datetime import date, time
from typing import Final

import pytest

from conftest import TODAY
from warraq import markdown
from warraq.importer import attribution, bylines, dating, gazetteer, imprint, lines, noise, posted
from warraq.importer.conversion import Conversion, convert

TITLE: Final = "مكتبة القرية تفتح أبوابها بعد ترميم دام عامين"
_STORY: Final = """
فتحت مكتبة القرية أبوابها صباح أمس بعد ترميم دام عامين، ووقف الأطفال عند الباب ينتظرون دورهم في
الاستعارة.

وقالت أمينة المكتبة هدى سالم إن الرفوف الجديدة تسع عشرة آلاف كتاب، وإن نصفها هدية من أهل القرية
والقرى المجاورة.

وأضافت أن المتطوعين نقلوا الكتب القديمة إلى المدرسة خلال الترميم، ورتبوها في صناديق خشبية صنعها نجار
الحي.

ويجد الزائر في الطابق الأول قاعة للأطفال فيها قصص ملونة، وفي الطابق الثاني خرائط ومخطوطات عن تاريخ
الوادي وعيونه.

وتفتح المكتبة كل يوم حتى المساء، ويستعير الزائر منها ثلاثة كتب في الأسبوع.
"""
TEXT: Final = [" ".join(paragraph.split()) for paragraph in _STORY.split("\n\n")]
DAY: Final = "3 مايو 2024"
SUMMARY: Final = "أهل القرية يهدون رفوفها الجديدة خمسة آلاف كتاب وخرائط عن تاريخ الوادي وعيونه"
CAPTION: Final = "أطفال القرية عند باب المكتبة بعد ترميمها"
SENTENCE: Final = "أهل القرية يهدون رفوف المكتبة الجديدة خمسة آلاف كتاب وخرائط عن تاريخ الوادي."
WIRED: Final = f"بيروت (رويترز) - {TEXT[0]}"
_ITEMS: Final = "الرئيسية أخبار ثقافة رياضة اقتصاد فيديو صور بيئة صحة آراء منوعات تقارير سياحة"
MENU: Final = [*_ITEMS.split(), "تكنولوجيا", "اتصل بنا", "من نحن"]


def head(*above: str, text: list[str] | None = None) -> Conversion:
    """The story below these lines; its headline is one of them."""
    return convert("\n\n".join(("\n".join(above), *(text or TEXT))).encode(), "a.txt", TODAY)


def body(made: Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


def stated(made: Conversion, *names: str) -> list[object]:
    return [made.values.get(name) for name in names]


@pytest.mark.parametrize(
    "subtitle", [SUMMARY, "في قاعاتها قصص ملونة وخرائط ومخطوطات عن تاريخ الوادي"]
)
def test_below_a_section_a_headline_wins_over_its_longer_sub_title(subtitle: str) -> None:
    made = head("ثقافة", TITLE, subtitle, DAY)
    assert stated(made, "title", "summary", "category") == [TITLE, subtitle, "ثقافة"]
    assert body(made) == TEXT
    other = "الملاعب الجديدة تستقبل فرق الناشئين في بطولة السلة"
    assert head("رياضة", other, subtitle, DAY).values["title"] == subtitle


@pytest.mark.parametrize(
    "kicker", ["بدعم من أهل القرية", "بتمويل من أهل القرية", "بحضور أهل القرية والقرى المجاورة"]
)
def test_a_kicker_that_says_with_whom_is_no_headline(kicker: str) -> None:
    for below in ((), (DAY,)):
        made = head(kicker, TITLE, *below)
        assert stated(made, "title", "summary") == [TITLE, kicker]
        assert body(made) == TEXT
    assert head(kicker, DAY).values["title"] == kicker  # no other line is one
    longer = "مكتبة القرية تفتح أبوابها وتعرض خرائط ومخطوطات عن تاريخ الوادي وعيونه للزوار"
    assert head("ثقافة", "بعد ترميم دام عامين في القرية", longer, DAY).values["title"] == longer


def test_points_below_the_headline_are_its_summary_where_the_head_goes_on() -> None:
    for mark in ("-", "1."):
        points = [
            f"{mark} الرفوف الجديدة تسع عشرة آلاف كتاب",
            f"{mark} قاعة الأطفال في الطابق الأول",
        ]
        made = head(TITLE, *points, DAY)
        assert made.values["summary"] == "\n".join(points)
        assert body(made) == TEXT
        assert body(head(TITLE, *points)) == [*points, *TEXT]  # a list with which the text begins
    assert "summary" not in head(TITLE, "- الكتب", "- الرفوف", DAY).values


def test_a_table_of_contents_is_none_of_the_text_and_its_headings_are() -> None:
    first, second = "رفوف من هدايا الناس", "قاعة للأطفال"
    text = [TEXT[0], first, *TEXT[1:3], second, *TEXT[3:]]
    made = head(TITLE, DAY, "محتويات المقال", f"1. {first}", f"2) {second}", text=text)
    assert body(made) == text
    assert made.body.count("## ") == 2
    nowhere_below = "1. رفوف من هدايا أهل القرية"
    assert body(head(TITLE, DAY, nowhere_below)) == [nowhere_below, *TEXT]


def test_a_foreign_name_below_the_headline_states_nothing() -> None:
    made = head(TITLE, "Bursa", DAY)
    assert body(made) == TEXT
    assert not made.doubts
    said = [*TEXT[:4], "وتعد منظمة Bursa المكتبة من أقدم مكتبات الوادي وأجملها."]
    assert "menu" not in [cut.rule for cut in head(TITLE, "Bursa", DAY, text=said).cuts]


def test_some_words_above_what_a_head_states_are_a_summary_though_another_line_is_left() -> None:
    name = "نيكوشتا إيغنات"
    said = "أهل القرية يهدون رفوفها الجديدة خمسة آلاف كتاب."
    made = head(TITLE, said, name, DAY)
    assert stated(made, "summary", "authors") == [said, [name]]
    assert body(made) == TEXT
    announced = "أهل القرية يهدون رفوفها خمسة آلاف كتاب:"
    assert "summary" not in head(TITLE, announced, "كتب وخرائط", DAY).values


def test_a_line_that_clings_to_the_headline_is_its_sub_title_where_paragraphs_stand_apart() -> None:
    line = "ليلة القراءة الأولى تنتظر ضيوف الساحة"
    made = head(TITLE, line)
    assert (made.values["summary"], body(made)) == (line, TEXT)
    apart = convert("\n\n".join((TITLE, line, *TEXT)).encode(), "a.txt", TODAY)
    together = convert("\n".join((TITLE, line, *TEXT)).encode(), "a.txt", TODAY)
    for made in (apart, together):
        assert "summary" not in made.values


def test_a_paragraph_above_a_dateline_is_a_summary() -> None:
    made = convert("\n".join((TITLE, SENTENCE, WIRED, *TEXT[1:])).encode(), "a.txt", TODAY)
    assert stated(made, "summary", "dateline", "source") == [SENTENCE, "بيروت", "رويترز"]
    assert body(made) == [WIRED, *TEXT[1:]]


@pytest.mark.parametrize("first", [SENTENCE, f"بيروت (رويترز) - {SENTENCE}"])
def test_a_first_paragraph_above_none_or_with_a_dateline_of_its_own_stays(first: str) -> None:
    below = TEXT[0] if first == SENTENCE else WIRED
    made = convert("\n".join((TITLE, first, below, *TEXT[1:])).encode(), "a.txt", TODAY)
    assert "summary" not in made.values
    assert body(made) == [first, below, *TEXT[1:]]


def test_a_question_below_a_summary_heads_the_text() -> None:
    asked, credited = "ماذا في قاعة الأطفال؟", ("بقلم: سامي حداد", "صورة: رويترز")
    assert f"## {asked}" in head(TITLE, SENTENCE, DAY, *credited, text=[asked, *TEXT]).body
    assert "##" not in head(TITLE, SENTENCE, DAY, *credited, text=[TEXT[4], *TEXT]).body


def test_on_a_page_a_line_printed_twice_below_the_headline_is_a_caption() -> None:
    for between in ((), ("سامي حداد",)):
        made = head(*MENU, TITLE, *between, CAPTION, CAPTION)
        assert made.values["title"] == TITLE
        assert made.values["images"] == [{"caption": CAPTION, "credit": ""}]
        assert body(made) == TEXT
    twice = head(*MENU, "سوق القرية الكبير يبدأ غدا", TITLE, TITLE, DAY)
    assert twice.values["title"] == TITLE
    assert "images" not in twice.values


@pytest.mark.parametrize(
    "bar", ["أخبار | ثقافة | رياضة | فيديو", "سوق القرية | خرائط | كتب جديدة | قصص"]
)
def test_a_menu_whose_items_bars_part_is_none_of_the_text(bar: str) -> None:
    for made in (head(bar, TITLE, DAY), head(TITLE, bar, DAY)):
        assert made.values["title"] == TITLE
        assert "summary" not in made.values
        assert body(made) == TEXT
        assert not made.doubts


@pytest.mark.parametrize(
    "text",
    [
        "أخبار | ثقافة | رياضة",
        "تمر | 5 كيلو | تين | عنب",
        "فتحت المكتبة أمس أبوابها | ثقافة | رياضة | فيديو",
    ],
)
def test_few_items_or_a_row_with_numbers_or_a_sentence_are_no_menu(text: str) -> None:
    assert not noise.is_menu_bar(text)


def test_the_items_of_a_menu_that_tabs_part_are_lines() -> None:
    menu = "أخبار القرية\tثقافة\tرياضة\tفيديو"
    assert [line.text for line in lines.split(menu)] == menu.split("\t")
    made = head(menu, TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)
    assert not made.doubts


@pytest.mark.parametrize(
    "row", ["أخبار\tثقافة\tرياضة", "تمر\t5\tتين\tعنب", "سوق القرية القديم الجديد\tتمر\tتين\tعنب"]
)
def test_other_rows_with_tabs_stay_one_line(row: str) -> None:
    assert [line.text for line in lines.split(row)] == [" ".join(row.split())]


def test_the_last_part_of_a_way_that_begins_with_the_first_page_is_the_section() -> None:
    assert head("الرئيسية / عيون القرية / خرائط", TITLE, DAY).values["category"] == "خرائط"
    assert "category" not in head("الرئيسية | عيون القرية | خرائط", TITLE, DAY).values


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("قسم الثقافة", "الثقافة"),
        ("تم النشر في ثقافة", "ثقافة"),
        ("منشور تحت ثقافة", "ثقافة"),
        ("في: ثقافة", "ثقافة"),
        ("حقوق الإنسان", "حقوق الإنسان"),
        ("مكتبات", "مكتبات"),
    ],
)
def test_a_line_that_says_its_section(line: str, section: str) -> None:
    made = head(TITLE, DAY, line)
    assert (made.values["category"], body(made)) == (section, TEXT)


@pytest.mark.parametrize(
    "line", ["قسم الترميم", "نشر في بيروت", "نشر في ثقافة الوادي", "مصنف تحت الخرائط"]
)
def test_what_no_section_is_called_is_none(line: str) -> None:
    assert imprint.category(line) == ""


@pytest.mark.parametrize(
    "line", [CAPTION, "وقف أطفال القرية عند باب المكتبة بعد ترميمها صباح أمس ينتظرون."]
)
def test_below_whose_a_picture_is_stands_its_caption_and_no_summary(line: str) -> None:
    made = head(TITLE, "© أرشيف المكتبة", line, DAY)
    assert made.values["images"] == [{"caption": line, "credit": "أرشيف المكتبة"}]
    assert "summary" not in made.values
    assert body(made) == TEXT


def test_a_sentence_between_a_credit_and_what_the_head_states_is_a_caption() -> None:
    line = "وقف أطفال القرية عند باب المكتبة."
    made = head(TITLE, "صورة: رويترز", line, DAY)
    assert made.values["images"] == [{"caption": line, "credit": "رويترز"}]
    assert body(head(TITLE, DAY, "صورة: رويترز", line)) == [line, *TEXT]  # right above the text


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("أطفال القرية عند باب المكتبة - تصوير: سامي حداد", "سامي حداد"),
        ("أطفال القرية عند باب المكتبةتصوير: سامي حداد", "سامي حداد"),
        ("أطفال القرية عند باب المكتبة - أرشيفية", "أرشيفية"),
        ("أطفال القرية عند باب المكتبة (صورة: سامي حداد)", "سامي حداد"),
    ],
)
def test_a_caption_that_says_whose_it_is(line: str, credit: str) -> None:
    made = head(TITLE, line, DAY)
    assert made.values["images"] == [{"caption": "أطفال القرية عند باب المكتبة", "credit": credit}]
    assert "summary" not in made.values


def test_a_few_words_of_the_text_above_its_writer_are_what_a_picture_shows() -> None:
    made = head(TITLE, "رفوف المكتبة الجديدة", "بقلم: سامي حداد")
    assert made.values["images"] == [{"caption": "رفوف المكتبة الجديدة", "credit": ""}]
    acting = head(TITLE, "المكتبة يفتح أبوابها الأطفال", "بقلم: سامي حداد")
    assert "images" not in acting.values


def test_a_part_of_something_is_no_headline_and_what_it_does_is_one() -> None:
    assert head("جانب من ترميم مكتبة القرية", TITLE).values["title"] == TITLE
    telling = "جانب من القرية يكشف تاريخ الوادي"
    assert head(telling, DAY).values["title"] == telling


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("2024:03:15.09:21", date(2024, 3, 15), time(9, 21)),
        ("5 كانون1/ديسمبر 2023", date(2023, 12, 5), None),
        ("5 كانون2/يناير 2023", date(2023, 1, 5), None),
        ("5 تشرين2 2023", date(2023, 11, 5), None),
        ("5 مارس 2024 10:20 KSA", date(2024, 3, 5), time(10, 20)),
        ("5 مارس 2024 10:20 (توقيت الرياض)", date(2024, 3, 5), time(10, 20)),
        ("5 مارس 2024 (منذ يومين)", date(2024, 3, 5), None),
        ("تم نشر هذا المحتوى على 5 مارس 2024", date(2024, 3, 5), None),
    ],
)
def test_days_in_the_ways_of_more_programs(text: str, day: date, clock: time | None) -> None:
    read = dating.read(text, TODAY)
    assert read is not None
    assert (read.day, read.clock) == (day, clock)


@pytest.mark.parametrize(
    "text",
    ["وصلت الكتب في 5 كانون1", "5 مارس 2024 (رويترز)", "عام 2024:03:15.09:21 في السوق", "كانون 5"],
)
def test_words_around_a_day_that_are_none_of_a_programs_make_it_no_date(text: str) -> None:
    assert dating.read(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "authors", "section"),
    [
        ("الجزيرة 5 مارس 2013", (), ""),
        ("5 مارس 2013 الجزيرة", (), ""),
        ("2013-03-05 10:20|difaf.net", (), ""),
        ("سامي حداد 5 مارس 2013 10:20", ("سامي حداد",), ""),
        ("سامي حداد أرسل بريدا إلكترونيا 5 مارس، 2013", ("سامي حداد",), ""),
        ("صوت الضفاف أرسل بريدا إلكترونيا 5 مارس، 2013", (), ""),
        ("5 مارس 2013 حقوق الإنسان", (), "حقوق الإنسان"),
    ],
)
def test_a_day_beside_a_paper_a_writer_or_a_section(
    text: str, authors: tuple[str, ...], section: str
) -> None:
    read = posted.read(text, TODAY)
    assert read is not None
    assert read.dated is not None
    assert (read.authors, read.dated.day, read.section) == (authors, date(2013, 3, 5), section)


@pytest.mark.parametrize(
    "text",
    [
        "5 مارس 2013 أسواق القرية",
        "2013-03-05 10:20|كتب الوادي",
        "الجزيرة تبعد 5 مارس 2013",
        "سامي حداد أرسل بريدا إلكترونيا إلى 12 مزارعا",
        "سامي حداد زار السوق 5 مارس 2013 10:20",
    ],
)
def test_other_words_beside_a_day_are_no_line_of_a_program(text: str) -> None:
    assert posted.read(text, TODAY) is None


@pytest.mark.parametrize(
    "line",
    [
        "| بقلم سامي حداد |",
        "من سامي حداد",
        "سامي حداد صحافي",
        "يكتب: سامي حداد",
        "كتابة: سامي حداد",
        "روبورتاج: سامي حداد",
        "Author: سامي حداد",
        "الكاتب، سامي حداد",
        "سامي حداد sami@",
        "سامي حداد -",
    ],
)
def test_more_ways_to_print_a_writers_name(line: str) -> None:
    made = head(TITLE, line, DAY)
    assert (made.values["authors"], body(made)) == (["سامي حداد"], TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "من سوق الوادي",
        "سامي حداد نجار",
        "كتابة القصص: منى",
        "تكتب منى كل يوم",
        "الكاتب، وهو من القرية",
    ],
)
def test_like_words_of_a_text_name_no_writer(line: str) -> None:
    assert bylines.byline(line) == ()
    assert [gazetteer.is_person(f"{word}.خ") for word in ("رياض", "سوق")] == [True, False]


def test_what_a_page_says_of_its_writers_part_is_none_of_the_text() -> None:
    made = head(TITLE, "سامي حداد", "الدور، كاتب", DAY)
    assert (made.values["authors"], body(made)) == (["سامي حداد"], TEXT)
    assert stated(head(TITLE, "الدور، رويترز - بيروت", DAY), "source", "dateline") == [
        "رويترز",
        "بيروت",
    ]
    assert not imprint.is_label("الدور الأول، قاعة القصص")
    assert "images" not in head(TITLE, "سامي حداد", "كاتب، من أهل القرية", DAY).values


@pytest.mark.parametrize("line", ["بيروت – من مراسلنا سامي حداد", "بيروت - سامي حداد @sami"])
def test_a_correspondents_name_and_account_beside_his_city(line: str) -> None:
    made = head(TITLE, line)
    assert stated(made, "dateline", "source", "authors") == ["بيروت", None, ["سامي حداد"]]


def test_an_agency_that_is_called_like_a_city_is_one_beside_a_writer() -> None:
    assert stated(head(TITLE, "قنا - سامي حداد"), "dateline", "source") == ["قنا", None]
    assert stated(head(TITLE, "قنا - الدوحة"), "dateline", "source") == ["الدوحة", "قنا"]


def test_a_papers_desk_and_its_name_that_says_when_above_other_words_are_no_source() -> None:
    assert "source" not in head(TITLE, "المصدر: محرر الشؤون المحلية").values
    assert not attribution.is_desk("محرر الضفاف")
    assert stated(head(TITLE, "اليوم: سحب عابرة"), "source", "authors") == [None, None]
    assert head(TITLE, "اليوم - بيروت").values["source"] == "اليوم"


def test_a_land_right_above_the_writer_is_where_he_wrote() -> None:
    for land in ("مصر", "سوريا"):
        made = head(TITLE, land, "بقلم: سامي حداد")
        assert (made.values["dateline"], body(made)) == (land, TEXT)
    assert "dateline" not in head(TITLE, "ثقافة", "بقلم: سامي حداد").values


def test_a_question_is_a_headline_and_no_kicker_of_its_sub_title() -> None:
    asked = "مكتبة القرية: ماذا في قاعاتها الجديدة؟"
    told = "قصص ملونة للأطفال وخرائط ومخطوطات عن تاريخ الوادي"
    assert head(asked, told).values["title"] == asked


@pytest.mark.parametrize("label", ["عاجل", "أخبار عاجلة :", "الأخبار العاجلة"])
def test_breaking_news_above_a_page_is_no_headline_unless_the_text_tells_it(label: str) -> None:
    other = "انتهاء أعمال الصيانة في محطة كهرباء الساحل"
    assert head(*MENU, label, other, DAY).values["title"] != other
    assert head(*MENU, label, TITLE, DAY).values["title"] == TITLE


def test_a_page_that_lost_its_headline_is_called_by_its_first_words() -> None:
    for left in ("Wadi Daily Monday 06/05/2024 Issue 312", "صوت تي في"):
        made = head(*MENU[:8], left, *MENU[8:], DAY)
        assert str(made.values["title"]).startswith("فتحت مكتبة القرية")
        assert body(made) == TEXT
    made = head(*MENU, "شجرة الزيزفون", "بقلم: سامي حداد")
    assert made.values["title"] == "شجرة الزيزفون"


def test_what_stands_below_a_place_of_a_page_is_a_caption_and_no_headline() -> None:
    made = head(*MENU, TITLE, "نسخة للطباعة", "بيروت - سامي حداد", CAPTION)
    assert made.values["title"] == TITLE
    assert made.values["images"] == [{"caption": CAPTION, "credit": ""}]


def test_a_column_is_no_headline() -> None:
    made = head("زاوية: على الضفة", TITLE)
    assert stated(made, "title", "category") == [TITLE, "على الضفة"]


def test_a_list_may_break_its_lines_within_a_name() -> None:
    assert gazetteer.names_in("\nمنزل\nبورقيبة، عين دراهم،\nسبيطلة\n") == [
        "منزل بورقيبة",
        "عين دراهم",
        "سبيطلة",
    ]
    assert not [name for name in gazetteer.place_names() if "\n" in name]
