"""Days, hours, players and credits: what sites print beside a story, above it and amid it."""

import pytest

from conftest import TODAY
from test_import_amid import amid, below
from test_import_shapes import DAY, MENU, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer import dating
from warraq.importer.conversion import convert

LINKS = ("سفينة أبحاث تعود محملة بالعينات", "ندوة عن الترجمة في جامعة طرابلس غدا")


@pytest.mark.parametrize("stamp", ["أمس, 14:20 GMT", "16 فبراير, 09:11 GMT"])
def test_a_headline_below_the_hour_of_its_story_is_a_link(stamp: str) -> None:
    assert body(amid(f"{stamp}\n{LINKS[0]}")) == TEXT


def test_headlines_below_their_hours_end_a_page() -> None:
    box = ("أخبار الصفحة", "13:02", LINKS[0], "12:40", LINKS[1], "أخبار الوكالة", "13:20", LINKS[0])
    assert body(below(*box)) == TEXT


def test_one_hour_below_a_text_may_be_its_own() -> None:
    last = "تفتح مكتبة القرية أبوابها للزائر"
    assert last in below("13:02", last).body


@pytest.mark.parametrize(
    "end",
    [
        "======== ر.ن.",
        "تابعوا أخبار وكالة الضفاف عبر أثير إذاعة الوادي على الموجات 97.3 و97.7 FM",
    ],
)
def test_what_an_agency_puts_below_a_story_is_none_of_it(end: str) -> None:
    assert body(below(end)) == TEXT


def test_a_players_button_is_none_of_a_text() -> None:
    assert body(amid("استمع للخبر 1x")) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "نشر في: 12 سبتمبر ,2021: 11:20 ص GSTآخر تحديث: 12 سبتمبر ,2021: 12:05 م GST",
        "12 أيلول، 2021آخر تحديث: 12 أيلول، 20210 413 دقيقتان",
        "12 أيلول، 2021آخر تحديث: 12 أيلول، 202112 1,413 أقل من دقيقة",
    ],
)
def test_a_day_glued_to_that_of_its_update_and_to_counters_is_read(line: str) -> None:
    told = dating.read(line, TODAY)
    assert told is not None
    assert told.day.isoformat() == "2021-09-12"


def test_a_headline_glued_to_its_day_stands_below_without_it() -> None:
    made = head(
        "الرئيسية/ثقافة/", f"{TITLE}12 أيلول، 2021آخر تحديث: 12 أيلول، 20210 413 دقيقتان", TITLE
    )
    assert stated(made, "title", "date") == [TITLE, "2021-09-12"]
    assert body(made) == TEXT


def test_a_caption_says_behind_a_space_whose_the_picture_is() -> None:
    made = amid("رفوف الكتب في المكتبة صورة من: Erik Lindt/Difaf")
    assert captions_of(made) == ["رفوف الكتب في المكتبة"]
    assert body(made) == TEXT


def test_a_caption_between_the_day_and_the_writer_is_no_headline() -> None:
    caption = "أطفال القرية يحتفلون بالكتب"
    made = page(TITLE, "الجمعة، 14 مارس 2025 09:41 م", caption, "كتب سامي حداد")
    assert stated(made, "title", "date", "authors") == [TITLE, "2025-03-14 21:41", ["سامي حداد"]]
    assert captions_of(made) == [caption]


def test_a_summary_stands_above_the_source_and_the_writer_of_a_page() -> None:
    told = "عامان من الترميم في مكتبة القرية، وعشرة آلاف كتاب على رفوفها الجديدة، وقاعة للأطفال."
    caption = "مكتبة القرية عام 1978"
    made = page(
        DAY,
        TITLE,
        told,
        'المصدر: "الضفاف"',
        "سامي حداد",
        f"{caption} (أرشيف العائلة).",
        "A+",
        "شارك عبر",
    )
    assert stated(made, "title", "summary", "source", "authors") == [
        *(TITLE, told, "الضفاف", ["سامي حداد"]),
    ]
    assert captions_of(made) == [caption]
    assert body(made) == TEXT


def test_a_headline_as_long_as_a_paragraph_is_signed_below() -> None:
    asked = "لماذا نحن إلى المكتبات التي لم نقرأ فيها؟ وهل مات الكتاب"
    title = f"سامي حداد: {asked} {'أم انتقل ' * 8}حقا؟"
    made = page(title, "Sunday, 15 September 2024", "Share on Facebook", "سامي حداد")
    assert stated(made, "title", "authors") == [title, ["سامي حداد"]]


def test_a_papers_motto_is_no_headline() -> None:
    motto = "أول صحيفة الكترونية مستقلة على ضفتي النهر"
    made = page(motto, TITLE, DAY)
    assert stated(made, "title") == [TITLE]
    assert motto not in made.body


def test_a_town_and_an_agency_in_no_list_stand_around_a_reporter_between_slashes() -> None:
    made = convert("\n".join(("كفرعمار / ليلى حداد / النخيل", *TEXT)).encode(), "a.txt", TODAY)
    assert stated(made, "dateline", "source", "authors") == ["كفرعمار", "النخيل", ["ليلى حداد"]]
    assert body(made) == TEXT


def test_a_page_whose_printing_rights_are_reserved_names_its_site() -> None:
    made = page(TITLE, DAY, below=("حقوق النشر والطباعة © محفوظة لموقع ضفاف الوادي",))
    assert stated(made, "source") == ["موقع ضفاف الوادي"]


def test_a_caption_ends_in_the_institution_whose_picture_it_is() -> None:
    summary = "عامان من الترميم في مكتبة القرية، وعشرة آلاف كتاب على رفوفها الجديدة"
    made = page("ثقافة", TITLE, summary, "أطفال عند باب مكتبة القرية (الجمعية الريفية للكتاب)", DAY)
    assert stated(made, "title", "summary") == [TITLE, summary]
    assert captions_of(made) == ["أطفال عند باب مكتبة القرية"]


def test_a_headline_stands_below_the_way_to_its_page() -> None:
    summary = "عامان من الترميم في مكتبة القرية، وعشرة آلاف كتاب على رفوفها الجديدة"
    made = page("بوابة ضفاف الوادي > ثقافة > حوار", TITLE, summary, f"{DAY} | كتب: سامي حداد |")
    assert stated(made, "title", "summary") == [TITLE, summary]


def test_a_menu_whose_items_are_glued_is_no_paper() -> None:
    glued = "الرئيسيةأخبار مصرتحقيقاتفنونرياضةاقتصادمرأة ومنوعات"
    made = head(glued, "الرئيسية»ثقافة»تفاصيل الخبر", TITLE, DAY)
    assert stated(made, "title") == [TITLE]
    assert "source" not in made.values


def test_a_paper_stands_on_top_of_the_page_of_its_house() -> None:
    foot = "جميع الحقوق محفوظة لمؤسسة ضفاف للصحافة والطباعة والنشر"
    above = "\n".join(("ضفاف الوادي", *MENU, TITLE, DAY))
    made = convert("\n\n".join((above, *TEXT, foot)).encode(), "a.txt", TODAY)
    assert stated(made, "source") == ["ضفاف الوادي"]


def test_a_heading_above_facts_is_no_link_of_the_box_above_it() -> None:
    facts = ("الطابق الأول: قاعة الأطفال.", "الطابق الثاني: الخرائط.", "الطابق الثالث: المخطوطات.")
    made = amid(f"اقرأ أيضا..\n{LINKS[0]}\nأقسام المكتبة", *facts)
    assert LINKS[0] not in made.body
    assert "أقسام المكتبة" in made.body


@pytest.mark.parametrize(
    "caption", ["سامي حداد بعد تسلم الجائزة الأولى", "كتب قديمة في المكتبة (تعبيرية)"]
)
def test_who_did_something_and_what_is_only_an_example_are_in_pictures(caption: str) -> None:
    made = amid(caption)
    assert captions_of(made) == [caption.removesuffix(" (تعبيرية)")]
    assert body(made) == TEXT


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("صدى الوادي مع رويترز", "رويترز"),
        ("ضفاف.كوم مع (و م ع)", "و م ع"),
        ("سكاي نيوز عربية مع وكالات", "سكاي نيوز عربية"),
    ],
)
def test_a_last_line_names_the_agency_with_which_a_paper_wrote(line: str, source: str) -> None:
    made = below(line)
    assert stated(made, "source") == [source]
    assert body(made) == TEXT


@pytest.mark.parametrize("line", ["*صورة أرشيفية", "(صورة أرشيفية)", "صورة أرشيفية"])
def test_a_last_line_that_says_what_kind_of_picture_stood_there_is_its_caption(line: str) -> None:
    made = below(line)
    assert captions_of(made) == ["صورة أرشيفية"]
    assert body(made) == TEXT


def test_with_whom_somebody_agrees_is_no_source() -> None:
    assert "source" not in below("حوار مع رويترز").values
