"""What broadcasters and agencies of many countries print on their Arabic pages: labels of pictures,
boxes of other stories, days and bylines, menus.
"""

from datetime import date

import pytest

from conftest import TODAY
from test_import_amid import amid
from test_import_interrupted import MORE
from test_import_shapes import DAY, SUMMARY, TEXT, TITLE, body, head, stated
from test_import_sites import MENU, captions_of, page
from warraq.importer import bylines, dateline, imprint, noise, posted, torn
from warraq.importer.conversion import Conversion, convert
from warraq.importer.lines import split

CAPTION = "رفوف خشبية جديدة في قاعة الخرائط"


def credits_of(made: Conversion) -> list[str]:
    images = made.values["images"]
    assert isinstance(images, list)
    return [image.get("credit", "") for image in images]


@pytest.mark.parametrize(
    "above",
    ["صدر الصورة،\nKeystone\nالتعليق على الصورة،", "مصدر الصورة:\nKeystone\nتعليق على الصورة:"],
)
def test_labels_on_lines_of_their_own_say_whose_a_picture_is_and_what_it_shows(above: str) -> None:
    made = amid(f"{above}\n{CAPTION}")
    assert (captions_of(made), credits_of(made)) == ([CAPTION], ["Keystone"])
    assert body(made) == TEXT


@pytest.mark.parametrize("label", ["", "Großansicht des Bildes mit der "])
def test_a_german_label_stands_before_a_caption(label: str) -> None:
    made = amid(f"{label}Bildunterschrift: {CAPTION}")
    assert captions_of(made) == [CAPTION]
    assert body(made) == TEXT


@pytest.mark.parametrize(
    ("lines", "credit"),
    [
        ((CAPTION, "AFP"), "AFP"),
        (("Sputnik", CAPTION), "Sputnik"),
        ((CAPTION, "Globallookpress / M. Weber"), "Globallookpress / M. Weber"),
        ((f"{CAPTION} / أ ف ب",), "أ ف ب"),
        ((f"{CAPTION} تصوير: سامي حداد",), "سامي حداد"),
    ],
)
def test_an_agency_beside_a_caption_is_whose_the_picture_is(
    lines: tuple[str, ...], credit: str
) -> None:
    made = amid("\n".join(lines))
    assert (captions_of(made), credits_of(made)) == ([CAPTION], [credit])
    assert body(made) == TEXT


def test_an_agency_below_a_paragraph_is_no_credit_of_it() -> None:
    assert "images" not in amid("AFP").values


def test_in_a_head_too_an_agency_and_its_photographer_stand_below_the_caption() -> None:
    made = page("ثقافة", TITLE, DAY, CAPTION, "Sputnik / إيليا بيتروف")
    assert (captions_of(made), credits_of(made)) == ([CAPTION], ["Sputnik / إيليا بيتروف"])
    assert stated(made, "source", "authors") == [None, None]


@pytest.mark.parametrize(
    "box",
    [
        """لمعرفة المزيد
الصيادون يصلحون شباكهم قبل الموسم
تم نشر هذا المحتوى على 3 مايو 2024 يصلح الصيادون شباكهم كل ربيع في ساحة الميناء القديم.""",
        "للاطلاع على المزيد: خريطة الشواطئ الإحدى والعشرين",
    ],
)
def test_a_box_that_tells_of_another_story_is_none_of_the_text(box: str) -> None:
    assert body(amid(box)) == TEXT


def test_below_what_was_pulled_out_of_a_text_stands_where_it_was_said() -> None:
    said = TEXT[2].partition("أن ")[2].partition("،")[0]
    text = [*TEXT[:4], said, "من نص الرسالة", *TEXT[4:]]
    made = convert("   ".join((TITLE, *text)).encode(), "a.txt", TODAY)
    assert body(made) == TEXT


def test_the_hour_beside_a_day_above_the_headline_tells_no_clock() -> None:
    made = head("ثقافة", "12/05/2016   15:41 / 12:41 جمت", "تقرير", TITLE)
    assert stated(made, "title", "date") == [TITLE, "2016-05-12"]


@pytest.mark.parametrize("languages", ["كوردی English", "English | فارسي", "Français كوردي"])
def test_in_which_languages_a_page_may_be_read_is_no_section(languages: str) -> None:
    assert noise.is_noise(languages)


@pytest.mark.parametrize(
    ("word", "menu"),
    [
        ("الرئيسيةسياسةأمنمحلياتاقتصادرياضةثقافة وفنعربي ودوليمنوعات", True),
        ("الاقتصاديات", False),
        ("والإستراتيجيات الاقتصادية والرياضية والثقافية", False),
    ],
)
def test_a_menu_that_a_program_glued_together_is_noise(word: str, *, menu: bool) -> None:
    assert noise.is_noise(word) is menu


def test_a_ticker_is_not_torn_from_the_section_and_the_headline_below_it() -> None:
    ticker = (
        "النقل: تسيير قطارات إضافية بين المدينتين || الأنواء الجوية: غبار في المناطق الوسطى وحرارة "
        "تلامس 48 || الصحة: حملة تلقيح جديدة تنطلق الثلاثاء"
    )
    text = "\n".join((ticker, "محليات", f"ستة أعوام على {TITLE}", *TEXT))
    assert [line.text for line in torn.joined(split(text))][:2] == [ticker, "محليات"]


def test_a_line_that_begins_a_story_and_ends_in_a_comma_goes_on_in_the_next() -> None:
    first, second = (
        "أدرجت لجنة التراث العالمي، خلال اجتماعها في المدينة القديمة،",
        ("أهوار الجنوب وثلاث مدن مجاورة لها على لائحة التراث العالمي بوصفها موقعا مختلطا."),
    )
    found = torn.joined(split("\n".join((TITLE, first, second, *TEXT))))
    assert [line.text for line in found][1] == f"{first} {second}"


def test_a_paper_and_its_section_are_the_way_to_a_page() -> None:
    assert imprint.crumbs("صحيفة الضفاف » استطلاعات") == ["صحيفة الضفاف", "استطلاعات"]
    assert imprint.crumbs("الضفة » الأخرى") == []


def test_a_headline_that_the_tab_of_a_browser_shows_wins_over_a_caption_below_it() -> None:
    told = "حكاية الورق تعود إلى أصحابها القدامى"
    caption = "القطعة الأكبر من رفوف المكتبة الجديدة معروضة في قاعة الأطفال"
    tab = f"Difaf Arabic | ثقافة ومجتمع | {told}"
    buttons = ("أرسل هذا الموضوع إلى صديق", "نسخة سهلة الطبع")
    lines = "\n".join((tab, *MENU, "تم آخر تحديث في الساعة:", DAY, *buttons, told, caption))
    made = convert("\n\n".join((lines, *TEXT)).encode(), "a.txt", TODAY)
    assert stated(made, "title") == [told]


def test_below_a_kicker_stands_the_headline_that_names_what_does_something() -> None:
    made = page(
        "تراث وسياحة", "من الرفوف إلى بيوت القرية", "«مكتبة القرية» تروي سيرة الوادي الذي صنعها"
    )
    assert stated(made, "title") == ["«مكتبة القرية» تروي سيرة الوادي الذي صنعها"]


def test_what_a_page_whose_owner_is_known_calls_itself_is_no_headline() -> None:
    name = "الضفاف نيوز عربي"
    picture = ("صدر الصورة، Getty Images", f"التعليق على الصورة، {CAPTION}")
    below = ("Article information", "هدى سالم", name, DAY, "مدة القراءة: 5 دقائق")
    lines = "\n".join((name, *MENU, TITLE, *picture, *below))
    foot = "© 2021 الضفاف. الضفاف ليست مسؤولة عن محتوى المواقع الخارجية."
    made = convert("\n\n".join((lines, *TEXT, foot)).encode(), "a.txt", TODAY)
    assert stated(made, "title") == [TITLE]


@pytest.mark.parametrize(
    "line",
    [
        "بتاريخ 11 يناير، 2018 في اقتصاد لا تعليقات",
        "11 يناير، 2018 في اقتصاد | 3 تعليقات",
        "نشر في 11 يناير، 2018 في اقتصاد أضف تعليقا",
    ],
)
def test_how_many_have_said_something_stands_behind_a_day(line: str) -> None:
    found = posted.read(line, TODAY)
    assert found is not None
    assert found.dated is not None
    assert (found.dated.day, found.section) == (date(2018, 1, 11), "اقتصاد")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("ماري كلير دوبوا، ترجمة: القسم العربي", ("ماري كلير دوبوا",)),
        ("سامي حداد - ترجمة ليلى عمر", ("سامي حداد",)),
        ("عن الكتب القديمة جدا وما بقي منها، ترجمة جديدة", ()),
    ],
)
def test_a_writer_stands_before_who_translated_him(line: str, names: tuple[str, ...]) -> None:
    assert bylines.byline(line) == names


def test_a_town_stands_before_a_known_paper_and_how_exclusive_its_story_is() -> None:
    told = dateline.read("حديبو/ ورق الضفاف/ خاص", TODAY, frozenset({"ورقالضفاف"}))
    assert told is not None
    assert (told.place, told.source) == ("حديبو", "ورق الضفاف")


@pytest.mark.parametrize("day", ["الإثنين", "الأحد"])
def test_beside_a_paper_a_day_of_the_week_is_none(day: str) -> None:
    line = f"{day} 07 أكتوبر-تشرين الأول 2019 الساعة 06 مساءً / ساحل الضفاف نت - خاص"
    told = dateline.read(line, TODAY)
    assert told is not None
    assert told.source == "ساحل الضفاف نت"


def test_a_page_asks_to_be_followed_on_something() -> None:
    made = page("ثقافة", TITLE, DAY, "تابعوا الضفاف على")
    assert body(made) == TEXT
    assert "images" not in made.values


PLAYER = (
    "بالفيديو.. شتاء القرية من الجو", "Embed", "share", "بالفيديو.. شتاء القرية من الجو",
    "The code has been copied to your clipboard.", "width", "px", "height", "px",
    "Facebook يفتح في نافذة جديدة", "No media source currently available", "0:00", "0:02:47",
    "0:00", "رابط مباشر", "270p | 7.2MB", "720p | 38.4MB",
)  # fmt: skip
"""What a player leaves amid a text."""


def test_a_text_goes_on_below_all_that_a_player_leaves() -> None:
    text = [*TEXT[:3], f"{TEXT[3]} {TEXT[4]}", *MORE]
    lines = ("\n".join((*MENU, "ثقافة", TITLE, DAY)), *text[:3], "\n".join(PLAYER), *text[3:])
    made = convert("\n\n".join((*lines, "شارك", "الأكثر قراءة")).encode(), "a.txt", TODAY)
    assert body(made) == text


def test_names_of_things_in_latin_letters_are_no_players() -> None:
    things = ["Nokia 3310", "Ericsson T28", "Siemens C25", "Motorola V3", "Sagem MC", "LG B1200"]
    made = amid("\n".join(["ومما في القاعة:", *things, "وغيرها من الهواتف القديمة"]))
    assert all(thing in made.body for thing in things)


def test_what_a_page_tells_machines_above_its_headline_is_none_of_the_text() -> None:
    told = (
        "https://difaf.example/20240503/1062000451.html", TITLE, "ورق الضفاف, 03.05.2024",
        f"{SUMMARY}.", "2024-05-03T09:00+0000", "2024-05-03T09:12+0000", "مجتمع", "لبنان",
        "feedback@difaf.example", "+9610000000", "MIA Difaf", "252", "60", "2024", "أخبار", "ar_EG",
    )  # fmt: skip
    made = convert(
        "\n".join((*told, TITLE, "09:00 GMT 03.05.2024", *TEXT)).encode(), "a.txt", TODAY
    )
    assert stated(made, "title", "date") == [TITLE, "2024-05-03 09:00"]
    assert body(made) == TEXT


def test_below_a_writers_name_a_paragraph_above_day_and_counter_is_a_summary() -> None:
    counted = ("نشر يوم : 3 - 5 - 2024", "شوهد : 1250 مرة")
    made = head(TITLE, "بيروت: سامي حداد", f"{SUMMARY}.", *counted)
    assert stated(made, "date", "authors") == ["2024-05-03", ["سامي حداد"]]
    assert body(made) == TEXT


def test_below_the_word_for_a_picture_stands_a_caption_and_no_headline() -> None:
    caption = "أكبر الرفوف الجديدة معروض في قاعة الأطفال"
    made = page("ثقافة", "الصورة", caption, f"{TITLE} منذ الربيع", "بيروت", DAY)
    assert stated(made, "title") == [f"{TITLE} منذ الربيع"]


@pytest.mark.parametrize("section", ["نجوم وفن", "حوارات"])
def test_above_the_label_of_a_link_stands_its_section(section: str) -> None:
    link = "مهرجان صغير في مدينة لا سينما فيها"
    lines = ("\n".join((*MENU, "ثقافة", TITLE, DAY)), *TEXT[:3])
    box = f"{section}\nالتحديثات الحية\n{link}"
    made = convert("\n\n".join((*lines, box, *TEXT[3:])).encode(), "a.txt", TODAY)
    assert body(made) == TEXT


def test_a_heading_right_above_the_label_of_a_link_stays() -> None:
    made = amid("رفوف من خشب\nاقرأ أيضا\nالصيادون يصلحون شباكهم قبل الموسم")
    assert "رفوف من خشب" in made.body


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (f"{CAPTION} - المصدر: بلومبرغ", CAPTION, "بلومبرغ"),
        (f"{CAPTION} - تعبيرية", CAPTION, "تعبيرية"),
        (f"{CAPTION}، 1922 - من أرشيف المتحف البلدي", f"{CAPTION}، 1922", "من أرشيف المتحف البلدي"),
        (f"(تصوير سامي حداد)\n{CAPTION}", CAPTION, "سامي حداد"),
        (f"تصوير- سامي حداد\n{CAPTION}", CAPTION, "سامي حداد"),
    ],
)
def test_a_caption_ends_in_whose_it_is(line: str, caption: str, credit: str) -> None:
    made = amid(line)
    assert (captions_of(made), credits_of(made)) == ([caption], [credit])
    assert body(made) == TEXT


def test_a_row_of_pictures_that_is_printed_twice_is_neither_headline_nor_text() -> None:
    row = ("صقار يدرب طائره في الصحراء", CAPTION, "براقع جلدية تصنع يدويا في السوق")
    made = page(
        TITLE, f"{DAY} 00:41 صباحا", "ت + الحجم", "ت - الحجم", *row, *row, "بيروت: سامي حداد"
    )
    assert stated(made, "title", "date") == [TITLE, "2024-05-03 00:41"]
    assert captions_of(made) == list(row)
    assert body(made) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "تابعونا عبر واتساب «الضفاف»",
        "إعلاناقرأ المزيد",
        "للمزيد من أخبار الوادي اليوم تابعونا",
        "فعّل خدمة التنبيهات ليصلك كل جديد من الضفاف",
    ],
)
def test_what_a_page_asks_for_amid_a_text_is_none_of_it(line: str) -> None:
    made = amid(line)
    assert "images" not in made.values
    assert body(made) == TEXT


def test_a_paper_the_day_and_how_long_a_text_is_read_stand_in_one_line() -> None:
    made = head(TITLE, "نخيل الوادي • 3 مايو 2024 • قراءة في 3 دقائق")
    assert stated(made, "source", "date") == ["نخيل الوادي", "2024-05-03"]


def test_a_town_of_two_words_stands_before_who_wrote_for_an_unknown_agency() -> None:
    told = dateline.read("شانلي أورفة/ ليلى حداد/ البوسفور", TODAY)
    assert told is not None
    assert (told.place, told.source, told.authors) == ("شانلي أورفة", "البوسفور", ("ليلى حداد",))
