"""Whose a picture is and what it shows, in the forms in which sites print that, amid a text too;
and the boxes that they put there.
"""

import pytest

from conftest import TODAY
from test_import_amid import amid, below, tags
from test_import_broadcasters import credits_of
from test_import_places import SEEN
from test_import_shapes import DAY, TEXT, TITLE, body, head, stated
from test_import_sites import MENU, captions_of, page
from warraq.importer import bylines, captions, dateline, imprint, noise, posted, related
from warraq.importer.conversion import convert
from warraq.importer.lines import split

SHOWN = "زوار يصعدون الدرج الخارجي الذي لا يحده سياج من جهة الوادي"


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        (f"{SHOWN} - REUTERS", SHOWN, "REUTERS"),
        (f"{SHOWN} (أسوشيتد برس)", SHOWN, "أسوشيتد برس"),
        (f"{SHOWN} (الأرشيف)", SHOWN, "الأرشيف"),
        (f"{SHOWN} - عدسة أ ف ب", SHOWN, "أ ف ب"),
        (f"{SHOWN} — من محفوظات المتحف", SHOWN, "من محفوظات المتحف"),
        (f"({SHOWN} - Getty)", SHOWN, "Getty"),
        (f"- صورة: {SHOWN} (رويترز)", SHOWN, "رويترز"),
        (f"(صورة أرشيفية: {SHOWN})", SHOWN, ""),
        (
            "«هدهد» كما صوره الأطفال بعد خروجه من العش",
            "«هدهد» كما صوره الأطفال بعد خروجه من العش",
            "",
        ),
    ],
)
def test_amid_a_text_a_caption_is_known_by_its_credit(line: str, text: str, credit: str) -> None:
    made = amid(line)
    assert (captions_of(made), credits_of(made)) == ([text], [credit])
    assert body(made) == TEXT


def test_a_line_of_agencies_is_no_caption() -> None:
    (line,) = split("برلين- أب، فينا - فرانس برس")
    assert not captions.is_credited(line)


def test_few_words_behind_a_kind_of_picture_are_whose_it_is() -> None:
    assert captions.labelled("صورة أرشيفية: مكتبة الوادي") == ""
    assert captions.labelled("صورة أرشيفية: السوق القديم في الوادي مطلع القرن") != ""


@pytest.mark.parametrize("below_it", ["© dpa/picture alliance", "صورة من: سامي حداد"])
def test_above_a_credit_stands_its_caption_and_no_link(below_it: str) -> None:
    made = amid(f"برجا الكنيسة كما يبدوان من الضفة الشرقية للنهر\n{below_it}")
    assert captions_of(made) == ["برجا الكنيسة كما يبدوان من الضفة الشرقية للنهر"]
    assert body(made) == TEXT


def test_before_a_heading_stands_a_caption_of_what_moves() -> None:
    seen = "سيارات تعبر الجسر المعلّق في ساعة الذروة"
    lines = (TITLE, *TEXT[:2], f"{seen}\nرفوف من خشب الجوز", *TEXT[2:])
    made = convert("\n\n".join(lines).encode(), "a.txt", TODAY)
    assert captions_of(made) == [seen]
    assert "## رفوف من خشب الجوز" in made.body


def test_captions_above_a_text_have_their_source_behind_them() -> None:
    told = captions.by_place(f"{SHOWN}. المصدر: هيئة البيئة", TODAY)
    assert told.credit == "هيئة البيئة"


def test_captions_that_are_numbered_are_without_their_numbers() -> None:
    told = captions.by_place("1- صغار السلاحف في طريقها إلى الماء (تصوير: سامي حداد)", TODAY)
    assert (told.text, told.credit) == ("صغار السلاحف في طريقها إلى الماء", "سامي حداد")


def test_a_labelled_caption_has_its_credit_apart() -> None:
    made = head(TITLE, DAY, "الصورة: طبقات ملح متكلسة على الشاطئ الشرقي للبحر. Nader Kh./EPA")
    assert credits_of(made) == ["Nader Kh./EPA"]


def test_who_wrote_and_who_photographed_is_no_caption() -> None:
    assert bylines.byline("كتبت هدير عبد الباسط - تصوير : محمود شوقى") == ("هدير عبد الباسط",)
    made = below("س. بوحفص / تصوير: ع. مرابط", byline=DAY)
    assert stated(made, "images") == [None]
    assert body(made) == TEXT


def test_the_last_line_may_be_whose_the_text_is() -> None:
    made = below("جريدة جسر الضفاف", byline=DAY)
    assert stated(made, "source") == ["جريدة جسر الضفاف"]
    assert body(made) == TEXT


def test_behind_a_place_stands_the_writer_where_the_paper_is_named_above() -> None:
    made = head("صوت المرفأ", "منوعات", TITLE, DAY, "بورتسودان: التجاني أوهاج")
    assert stated(made, "dateline", "source", "authors") == [
        "بورتسودان", "صوت المرفأ", ["التجاني أوهاج"],
    ]  # fmt: skip


def test_two_teams_above_a_headline_are_no_dateline() -> None:
    made = page("لم تبدأ", "السنغال - لبنان", "الرئيسية » ثقافة", TITLE, DAY)
    assert stated(made, "title", "dateline") == [TITLE, None]


def test_the_writer_may_stand_before_a_day_in_numbers() -> None:
    told = posted.read("بواسطة يونس البركاني 07/07/2019 - 20:15", TODAY)
    assert told is not None
    assert told.authors == ("يونس البركاني",)
    assert told.dated is not None
    assert told.dated.day.isoformat() == "2019-07-07"


def test_a_day_with_how_many_read_it_above_a_headline_is_its_own() -> None:
    made = page("تراث", "2023-05-14 10:32", "5,417 مشاهدة", TITLE)
    assert stated(made, "title", "date") == [TITLE, "2023-05-14 10:32"]


def test_a_preposition_before_the_owners_name_is_none_of_it() -> None:
    lines = ("مساء الضفاف", *MENU, TITLE, DAY, *TEXT, "جميع الحقوق محفوظة لمساء الضفاف © 2020")
    made = convert("\n".join(lines).encode(), "a.txt", TODAY)
    assert stated(made, "source") == ["مساء الضفاف"]
    assert imprint.paper_of("لمساء الضفاف", split("أخبار")) == "لمساء الضفاف"


def test_a_region_of_oman_may_stand_before_an_agency() -> None:
    told = dateline.read("نيابة رأس الحد: العمانية", TODAY)
    assert told is not None
    assert (told.place, told.source) == ("نيابة رأس الحد", "العمانية")


def test_a_poll_amid_a_text_is_none_of_it() -> None:
    made = amid("رأيكم.. تصويت صوت الضفاف\nهل تفتح المكتبة أيام العطل؟\nنعم\nلا\nصوّت")
    assert body(made) == TEXT


def test_yes_and_no_that_nobody_asks_are_text() -> None:
    made = amid("قال الأطفال:\nنعم\nلا")
    assert body(made) != TEXT


@pytest.mark.parametrize(
    "box",
    [
        "نشرة «دفاتر»\nاشتركوا لتصلكم أبرز موضوعاتنا كل صباح",
        "الرسالة الإخبارية\nسجل",
        "معرض: أجمل عشر صور من أعشاش اللقالق",
        "مشاهدة الفيديو 02:41\nكيف يُصان رف من خشب عمره قرن؟\nإعلان",
    ],
)
def test_boxes_amid_a_text_are_none_of_it(box: str) -> None:
    assert body(amid(box)) == TEXT


def test_who_liked_a_post_is_no_text() -> None:
    assert noise.is_foot_of_post("٢١٤ إعجاباً · ٣٧ تعليقاً · ١٨ مشاركة")
    assert not noise.is_foot_of_post("٢١٤ تعليقا وصلت إلى المكتبة")


def test_a_sentence_that_goes_on_below_a_link_is_no_link() -> None:
    links = "روابط ذات صلة\nسوق السمك يعود إلى ساحة الميناء القديم"
    torn = "وتقول أمينة المكتبة إن الرفوف الجديدة تسع عشرة آلاف كتاب في كل قاعة"
    lines = split(f"{links}\n{torn}\nمنها، ونصفها هدية.")
    assert related.links(lines, 0, len(lines)) == range(2)


def test_a_kicker_without_parts_stands_above_a_headline_with_two() -> None:
    kicker, parted = "شيّدها أهل القرية عند سفح الجبل", "مكتبة القرية.. رفوف خرجت من مسطرة النجار"
    made = page("جهات", kicker, parted, "هدى سالم", DAY)
    assert stated(made, "title") == [parted]


def _markdown(*last: str) -> str:
    rows = [f"# {TITLE}", *TEXT[:2], f"_{SEEN} (أرشيف المكتبة)_", "## رفوف من خشب", *TEXT[2:]]
    return "\n\n".join((*rows, *last))


def test_an_emphasised_line_with_its_owner_in_brackets_is_a_caption() -> None:
    made = convert(_markdown().encode(), "a.txt", TODAY)
    assert captions_of(made) == [SEEN]


def test_a_label_of_tags_may_be_bold_and_links_that_share_are_none() -> None:
    last = (
        "**كلمات مفاتيح:** [ رفوف المكتبة ](https://difaf.example/1) [ الوادي ](https://difaf.example/2)",
        "[ Tweet ](https://difaf.example/t) [ Facebook ](https://difaf.example/f)",
    )
    made = convert(_markdown(*last).encode(), "a.txt", TODAY)
    assert tags(made)[:2] == ["رفوف المكتبة", "الوادي"]
    assert "difaf" not in made.body
