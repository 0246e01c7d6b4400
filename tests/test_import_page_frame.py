"""What a saved page calls itself, and what it leaves around a text and amid it."""

import pytest

from conftest import TODAY
from test_import_amid import amid
from test_import_shapes import DAY, TEXT, TITLE, body, stated
from test_import_sites import MENU, captions_of, page
from warraq.importer.conversion import Conversion, convert

TAIL = (
    "قصص الوادي",
    "خرائط قديمة تعود إلى رفوفها",
    "المزارعون يجمعون الزيتون مبكرا",
    "ورق الضفاف مرة كل أسبوع",
    "جميع الأعداد",
)


def on_page(*between: str) -> Conversion:
    """The story on a page, with lines between its second paragraph and its third."""
    top = "\n".join((*MENU, "ثقافة", TITLE, DAY))
    return convert("\n\n".join((top, *TEXT[:2], *between, *TEXT[2:])).encode(), "a.txt", TODAY)


def called(top: str, *below: str) -> Conversion:
    """The story on a page with a line above its menus and lines below its text."""
    lines = ("\n".join((top, *MENU, "ثقافة", TITLE, DAY)), *TEXT, "\n".join(below))
    return convert("\n\n".join(lines).encode(), "a.txt", TODAY)


def test_a_page_is_of_whom_another_of_its_short_lines_names_too() -> None:
    assert called("ورق الضفاف", "ادعم ورق الضفاف").values["source"] == "ورق الضفاف"


def test_a_name_in_two_scripts_is_told_by_its_arabic_half() -> None:
    assert called("ورق الضفاف Waraq Difaf", "ادعم ورق الضفاف").values["source"] == "ورق الضفاف"


def test_a_first_line_that_nothing_repeats_is_no_source() -> None:
    assert "source" not in called("ورق الضفاف", "عن الموقع").values


def test_what_follows_a_pages_last_sentence_and_ends_none_is_the_pages() -> None:
    made = page("ثقافة", TITLE, DAY, below=TAIL)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_what_follows_a_last_sentence_where_no_page_was_saved_stays() -> None:
    made = convert("\n\n".join((TITLE, *TEXT, *TAIL)).encode(), "a.txt", TODAY)
    assert "خرائط قديمة تعود إلى رفوفها" in made.body


def test_the_verses_that_end_a_text_stay() -> None:
    verses = (
        "يا دار كتب فتحت بعد طول غياب",
        "عاد الصغار إليك من كل باب",
        "وعلى الرفوف حديث جد وأحباب",
        "وحكاية الوادي القديم في كتاب",
    )
    made = page("ثقافة", TITLE, DAY, below=verses)
    assert all(verse in made.body for verse in verses)


def test_a_box_that_a_page_names_with_its_own_name_is_none_of_the_text() -> None:
    link = "الصيادون يصلحون شباكهم قبل موسم السردين"
    text = (*TEXT[:2], "من أرشيف الضفاف", link, *TEXT[2:])
    top = "\n".join(("الضفاف", "ادعم الضفاف", *MENU, "ثقافة", TITLE, DAY))
    made = convert("\n\n".join((top, *text)).encode(), "a.txt", TODAY)
    assert body(made) == TEXT


@pytest.mark.parametrize("ornament", ["▶", "►", "/"])
def test_an_ornament_by_itself_is_no_text(ornament: str) -> None:
    assert body(amid(ornament)) == TEXT


def test_an_order_to_call_is_the_pages_and_a_number_to_call_the_texts() -> None:
    assert body(on_page("أرسل قصتك إلى الضفاف على الرقم +96100000000")) == TEXT
    stated_so = "هاتف المكتبة 96100000000 طوال الأسبوع"
    assert stated_so in on_page(stated_so).body


def test_who_wrote_and_what_he_is_stand_above_a_pages_headline() -> None:
    made = page("ثقافة", "كمال الراشد", "مراسل الشؤون الثقافية - صيدا", TITLE, DAY)
    assert stated(made, "title", "authors") == [TITLE, ["كمال الراشد"]]
    assert body(made) == TEXT


def test_the_last_line_of_a_head_of_which_the_text_speaks_is_a_pictures() -> None:
    caption = "الأطفال عند باب مكتبة القرية"
    made = page("ثقافة", TITLE, DAY, caption)
    assert captions_of(made) == [caption]
    assert body(made) == TEXT


def test_a_line_below_the_name_of_a_pictures_file_is_its_caption() -> None:
    made = amid("maktaba-2024.jpg", "رفوف خشبية جديدة في قاعة الخرائط")
    assert captions_of(made) == ["رفوف خشبية جديدة في قاعة الخرائط"]
    assert body(made) == TEXT


@pytest.mark.parametrize(
    "caption",
    [
        "تلميذان من القرية يكتبان على لوح خشبي في القاعة",
        "عازف شاب يتدرب على العود قرب النهر",
    ],
)
def test_at_what_somebody_can_be_seen_is_a_pictures(caption: str) -> None:
    assert captions_of(amid(caption)) == [caption]


def test_what_many_do_now_is_a_paragraph() -> None:
    said = "بعض القرى تعمل حاليا على بناء مكتبات في مدارسها"
    assert said in amid(f"{said}.").body
