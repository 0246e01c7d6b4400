"""What a paper prints around its headline: issues, labels in one line, kickers, ways, its name."""

import textwrap
from datetime import date

import pytest

from conftest import TODAY
from test_import_amid import amid, below
from test_import_interrupted import MORE
from test_import_shapes import DAY, SUMMARY, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer import (
    attribution,
    boilerplate,
    captions,
    dating,
    lines,
    noise,
    opening,
    posted,
    wrapping,
)
from warraq.importer.conversion import convert


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("نخيل الضفاف | العدد 47 | شباط/فبراير 2018", None),
        ("نخيل الضفاف – العدد 312 – الجمعة 17 جوان 2016", date(2016, 6, 17)),
    ],
)
def test_a_paper_prints_the_number_of_its_issue(line: str, day: date | None) -> None:
    made = head(TITLE, line)
    assert (made.values["source"], made.day, body(made)) == ("نخيل الضفاف", day, TEXT)


def test_labels_may_stand_in_one_line() -> None:
    line = (
        "التاريخ: الإثنين 12 يوليوز 2021 | القسم: صناعة | الكاتب: عبد الحق بنزاكور | المصدر: النخيل"
    )
    told = posted.read(line, TODAY)
    assert told is not None
    assert told.dated is not None
    assert (told.dated.day, told.section) == (date(2021, 7, 12), "صناعة")
    assert (told.authors, told.source) == (("عبد الحق بنزاكور",), "النخيل")
    assert posted.read("المكان: بيروت | الكاتب: سامي حداد", TODAY) is None


def test_the_label_of_a_day_right_above_a_text_is_no_book_s() -> None:
    made = head(TITLE, "تاريخ النشر : 2017-08-23 10:12 AM")
    assert (made.day, body(made)) == (date(2017, 8, 23), TEXT)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("الخميس 26 شوال الموافق 15 التمور 2009 مسيحي", date(2009, 10, 15)),
        ("26 شوال الموافق 15 أكتوبر 2009", date(2009, 10, 15)),
        ("05/03/2007 | LOC 11:45:00 | GMT 07:45:00", date(2007, 3, 5)),
        ("حُيّن: الإثنين، 27 جويلية 2015 - 08:12", date(2015, 7, 27)),
    ],
)
def test_a_day_in_words_of_its_country(text: str, day: date) -> None:
    dated = dating.read(text, TODAY)
    assert dated is not None
    assert dated.day == day


def test_dates_among_a_harvest_are_none() -> None:
    assert dating.read("15 التمور 2009", TODAY) is None


def test_a_kicker_above_the_headline_is_of_its_summary() -> None:
    kicker = "بدعم من أهل القرية"
    made = head(kicker, TITLE, SUMMARY, DAY)
    assert stated(made, "title", "summary") == [TITLE, f"{kicker}\n{SUMMARY}"]
    assert body(made) == TEXT


def test_a_way_that_is_cut_off_tells_the_headline() -> None:
    other = "جوائز الأطفال في مسابقة القراءة هذا العام"
    made = page(f"الرئيسية > ثقافة > {TITLE[:24]}...", other, "\n", TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_a_day_below_the_page_s_own_headline_is_the_article_s() -> None:
    made = head(f"نخيل نت | ثقافة | {TITLE}", DAY, "عدد القراءات 1842", "حجم الخط", TITLE)
    assert (made.values["title"], made.day) == (TITLE, date(2024, 5, 3))


def test_a_line_above_a_credit_and_below_the_day_is_a_caption() -> None:
    made = page("ثقافة", TITLE, DAY, "شارك", "من رفوف المكتبة القديمة", "صورة: ح.م")
    assert made.values["title"] == TITLE
    assert captions_of(made) == ["من رفوف المكتبة القديمة"]


@pytest.mark.parametrize("name", ["صحة الأسرة", "أخبار الوزارة"])
def test_a_section_may_begin_with_another_s_name(name: str) -> None:
    made = head(TITLE, name, "بيروت: سامي حداد", text=[*TEXT, f"وفي القرية {name} أيضا."])
    assert stated(made, "category", "images") == [name, None]


def test_whose_a_picture_is_may_stand_in_brackets_below_its_caption() -> None:
    made = head(TITLE, DAY, "أطفال القرية عند باب المكتبة", "(مكتبة الوادي)")
    assert made.values["images"] == [
        {"caption": "أطفال القرية عند باب المكتبة", "credit": "مكتبة الوادي"}
    ]


def test_a_caption_and_its_photographer_may_stand_before_the_first_words() -> None:
    made = head(TITLE, text=[f"رفوف المكتبة الجديدة (عدسة: سامي حداد) {TEXT[0]}", *TEXT[1:]])
    assert (captions_of(made), body(made)) == (["رفوف المكتبة الجديدة"], TEXT)


@pytest.mark.parametrize(
    ("text", "place", "source", "authors"),
    [
        ("نزوى في 9 نوفمبر /ساحل/ عاد الصيادون", "نزوى", "ساحل", ()),
        ("صيدا/ مرسى الجنوب/ عاد الصيادون", "صيدا", "مرسى الجنوب", ()),
        ("دمشق – ورق الغار: في ورشة صغيرة", "دمشق", "ورق الغار", ()),
        ("سامي حداد ـ فاس من سطوح البيوت", "فاس", "", ("سامي حداد",)),
        ("سامي حداد (صيدا) تشبه من بعيد", "صيدا", "", ("سامي حداد",)),
        ("صنعاء - سبأ : تقرير/ نبيل حداد: على بعد", "صنعاء", "سبأ", ("نبيل حداد",)),
    ],
)
def test_first_words_say_where_and_whose(
    text: str, place: str, source: str, authors: tuple[str, ...]
) -> None:
    where = opening.read(text)
    assert where is not None
    assert (where.place, where.source, where.authors) == (place, source, authors)


def test_a_city_and_a_writer_with_a_father_s_name_are_a_dateline() -> None:
    assert stated(head(TITLE, "الأبيض: سلمى حاج التوم"), "dateline", "authors") == [
        "الأبيض",
        ["سلمى حاج التوم"],
    ]


def test_the_photographer_is_no_writer() -> None:
    made = head(TITLE, "كتبت - هدى سالم - تصوير كريم حداد")
    assert made.values["authors"] == ["هدى سالم"]


def test_initials_may_say_that_the_story_is_over() -> None:
    assert attribution.initials("انتهى / ع ك (بترا)") == "بترا"
    assert body(below("انتهى / ع ك")) == TEXT


def test_a_writer_s_box_has_the_name_that_stands_in_the_head() -> None:
    box = ("جوزيان الرامي", "صحافية تكتب في التراث والعمران، صدر لها كتاب عن الأسواق القديمة.")
    lines_ = ("مجتمع", box[0], DAY, TITLE)
    made = convert("\n\n".join(("\n".join(lines_), *TEXT, *box)).encode(), "a.txt", TODAY)
    assert (made.values["authors"], body(made)) == ([box[0]], TEXT)


def test_tags_may_be_pieces_of_the_last_line() -> None:
    made = below("المكتبة   القرية   الرفوف الجديدة   خرائط")
    tags = made.values["tags"]
    assert isinstance(tags, list)
    assert tags[:2] == ["المكتبة", "القرية"]
    assert body(made) == TEXT


def test_beginnings_of_other_stories_below_their_headlines_go_if_they_are_cut_off() -> None:
    others = (
        "قلال نابل: طين يدور منذ قرون",
        "لا تزال ورش الفخار تعجن الطين بأيدي صانعيها رغم تغير الأذواق...",
        "محرس الساحل: نار في الليل",
        "بني المحرس ضمن سلسلة من الحصون تتبادل إشارات الضوء ليلا...",
    )
    assert body(below(*others)) == TEXT


def test_a_question_of_another_story_and_the_heading_below_it_are_told_apart() -> None:
    links = ("العثور على عملات نادرة في حديقة منزل بحلب", "سباق الهجن ينطلق غدا في الدوحة")
    made = amid("\n".join((*links, "صناديق الكتب")))
    assert "## صناديق الكتب" in made.body
    assert [line for line in body(made) if line in links] == []


def test_an_english_notice_begins_no_arabic_text() -> None:
    notice = "We and our partners use cookies to give you the best online experience on this site."
    made = page(notice, "Accept all", "ثقافة", TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_above_an_indented_text_nothing_is_wrapped() -> None:
    top = ("أهل القرية يهدون رفوف المكتبة خمسة آلاف كتاب وخرائط عن الوادي", "كتب سامي حداد:")
    told = [textwrap.fill(part, 64, initial_indent="    ") for part in (*TEXT, *MORE)]
    text = "\n".join((*top, *told))
    found = wrapping.undone(lines.split(text), text)
    assert [line.text for line in found] == [*top, *TEXT, *MORE]


def test_runs_of_three_spaces_stood_where_links_were() -> None:
    linked = "\n".join(part.replace(" ", "   ", 3).replace("   ", " ", 1) for part in TEXT)
    assert [line.text for line in lines.split(linked)] == TEXT


def test_a_writer_a_day_and_a_reading_time_parted_by_dots_are_no_menu() -> None:
    assert not noise.is_menu_bar("سامي حداد • ١٢ مارس ٢٠٢٢ • قراءة ٤ دقائق")
    assert noise.is_menu_bar(
        "أمطار غزيرة على جبال الساحل • افتتاح سوق الكتب في المدينة • عودة القطار إلى الميناء القديم"
    )


@pytest.mark.parametrize(
    "appeal",
    [
        "تبرّع الآن عبر PayPal",
        "تبرعوا الآن",
        "نحن موقع لا يقف خلفه حزب. إذا كنت ترى في عملنا فائدة، فتبرّع بثلاثة يوروهات في الشهر.",
    ],
)
def test_what_asks_readers_to_give_stands_below_a_text(appeal: str) -> None:
    assert boilerplate.marks_tail(appeal)


def test_the_picture_is_whose_name_stands_behind_a_dash() -> None:
    told = captions.read("منظر للمرفأ القديم عند الغروب – الصورة: سامي حداد", date(2026, 1, 1))
    assert (told.text, told.credit) == ("منظر للمرفأ القديم عند الغروب", "سامي حداد")
