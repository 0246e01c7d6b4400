"""What programs print as names of their fields, boxes amid a text, and what a site calls itself."""

import pytest

from conftest import TODAY
from test_import_amid import amid, below, tags
from test_import_shapes import DAY, SENTENCE, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer import dateline, gazetteer, opening, opening_parts
from warraq.importer.conversion import convert
from warraq.importer.latin_letters import are_alike

OTHER = "إغلاق طريق الجبل بسبب تراكم الثلوج"
SHOWN = "رفوف مكتبة القرية بعد ترميمها"


def test_fields_of_a_form_are_named_above_what_they_hold() -> None:
    fields = ("القسم:", "ثقافة", "صورة رئيسية:", SHOWN, "نص الخبر:", "بيروت: سامي حداد")
    posted = "مرسل بواسطة difaf_admin في جمعة, 05/03/2024 - 09:40"
    made = page(TITLE, TITLE, posted, *fields)
    assert stated(made, "date", "category", "dateline") == ["2024-05-03 09:40", "ثقافة", "بيروت"]
    assert made.values["authors"] == ["سامي حداد"]
    assert captions_of(made) == [SHOWN]
    assert body(made) == TEXT


def test_a_form_for_comments_is_none_of_the_text() -> None:
    asked = "هذا السؤال هو لاختبار إذا كنت زائرا بشريا أم لا ولمنع إدخالات البريد المزعج الآلية."
    form = ("إضافة تعليق جديد", "اسمك", "الموضوع", "Comment *", "CAPTCHA", asked, "5 + 3 =")
    assert body(below(*form)) == TEXT


def test_above_the_number_of_an_issue_stand_its_paper_and_its_section() -> None:
    headline = "«الصفصافة» تعود اليوم: الحكايات ترجع إلى بيتها"  # the text hardly speaks of it
    made = head("سنديانة", "ثقافة وناس", "العدد ٤٩٠٢", DAY, "", headline, "", "ليلى نجار")
    assert stated(made, "title", "source", "date") == [headline, "سنديانة", "2024-05-03"]
    assert made.values["authors"] == ["ليلى نجار"]


@pytest.mark.parametrize("paper", ["ديفاكس عربي", "أوديسا بالعربية"])
def test_a_foreign_medium_in_arabic_stands_below_the_summary(paper: str) -> None:
    made = head(TITLE, "", SENTENCE, "", paper)
    assert stated(made, "source", "summary") == [paper, SENTENCE]
    assert body(made) == TEXT


@pytest.mark.parametrize("words", ["إجماع عربي", "منتخب عربي", "لغة عربية", "مهرجان عربي"])
def test_what_is_arab_is_no_medium(words: str) -> None:
    assert not opening_parts.is_paper(words)


def test_what_a_writer_is_names_no_paper() -> None:
    for office in ("صحفي رياضي", "كاتبة صحفية", "صحافي"):
        read = dateline.read(f"سامي حداد - {office}", TODAY)
        assert read
        assert (read.authors, read.source) == (("سامي حداد",), "")


def test_a_box_of_what_just_happened_is_none_of_the_text() -> None:
    assert body(amid("خبر عاجل", OTHER)) == TEXT
    assert body(amid("مادة مقترحة", OTHER)) == TEXT
    assert OTHER in body(amid("خبر من الجبل", OTHER))


def test_a_caption_printed_twice_below_links_is_none_of_them() -> None:
    made = amid("اقرأ أيضا", OTHER, "حرفي من صور يصنع القوارب", SHOWN, SHOWN)
    assert captions_of(made) == [SHOWN]
    assert body(made) == TEXT
    twice = amid("اقرأ أيضا", OTHER, OTHER, "حرفي من صور يصنع القوارب", "حرفي من صور يصنع القوارب")
    assert body(twice) == TEXT
    assert "images" not in twice.values


def test_a_line_that_ends_in_its_photographer_is_a_caption() -> None:
    made = amid(f"{SHOWN} وقبل افتتاحها (سامي حداد)", "ما تبقى من الكتب")
    assert captions_of(made) == [f"{SHOWN} وقبل افتتاحها"]
    assert "## ما تبقى من الكتب" in made.body


def test_hash_tags_on_lines_of_their_own_end_a_text() -> None:
    told = ("#مكتبة_القرية", "#الكتب", "هل أعجبك هذا؟", "نعم 38", "اقرأ في الضفاف", OTHER)
    made = below(*told)
    assert tags(made)[:2] == ["مكتبة القرية", "الكتب"]
    assert body(made) == TEXT
    going_on = amid("#مكتبة_القرية", "#الكتب")
    assert "#الكتب" in going_on.body.replace("\\", "")


def test_whoever_asks_to_follow_a_quoted_paper_is_its_page() -> None:
    assert body(amid("تابع «الضفاف» على واتساب لتصلك الأخبار أولا بأول")) == TEXT
    told = "تابع «الزمالك» على يوتيوب مباراة الأمس من أولها إلى آخرها وعلق عليها طويلا."
    assert told in body(amid(told))


def test_a_players_button_with_its_length_is_no_caption() -> None:
    made = page(TITLE, DAY, SENTENCE, SHOWN, "Photo: Difaf/S. H.", "استمع إلى التقرير 05:12")
    assert captions_of(made) == [SHOWN]


def test_a_speaker_with_a_title_below_a_pulled_quotation_heads_nothing() -> None:
    quoted = "«القراءة باب لا يغلقه أحد في وجه من يطرقه صغيرا»"
    told = f"وتقول الناقدة المعروفة هند الصباغ: {quoted}، وهي تزور المكتبة كل أسبوع مع تلاميذها."
    made = amid(quoted, "الناقدة هند الصباغ", told)
    assert body(made) == [*TEXT[:2], told, *TEXT[2:]]


def test_a_page_in_two_scripts_has_its_arabic_name() -> None:
    rights = ("Copyright © 2024 Difaf FM", "All rights reserved")
    made = page("إذاعة الضفاف", TITLE, DAY, below=rights)
    assert made.values["source"] == "إذاعة الضفاف"
    house = page("السنديان", TITLE, DAY, below=("حقوق النشر محفوظة لمؤسسة السنديان الصحفية ٢٠٢٤",))
    assert house.values["source"] == "السنديان"


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("النهار", "An-Nahar"),
        ("الشروق", "Echorouk Online"),
        ("الحدث", "Al Hadath"),
        ("برق الساحل", "Barq FM"),
    ],
)
def test_names_in_two_scripts_have_the_same_consonants(arabic: str, latin: str) -> None:
    assert are_alike(arabic, latin)
    assert not are_alike("مباشر", latin)


def test_an_account_is_no_writer() -> None:
    assert gazetteer.is_account("difaf_admin")
    assert gazetteer.is_account("siteadmin")
    assert not gazetteer.is_account("Admiral Nelson")


def test_a_city_before_a_colon_opens_a_paragraph_and_speaks_in_a_headline() -> None:
    told = "من يصعد إلى القلعة من باب السوق يمر تحت صف من النوافذ الصغيرة، ولا ينتبه إليها أحد"
    read = opening.read(f"فاس: {told}، فهي عالية، وتحتها دعامات خشبية قديمة من أيام بناتها.")
    assert read
    assert read.place == "فاس"
    assert opening.read("فاس: لا أحد يعرف كيف كانت الساعة تدق") is None


def test_a_text_that_names_a_section_in_its_first_line_keeps_its_first_paragraph() -> None:
    made = convert("\n\n".join((TITLE, f"المكتبة: {TEXT[0]}", *TEXT[1:])).encode(), "a.txt", TODAY)
    assert "dateline" not in made.values
