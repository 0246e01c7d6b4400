"""What the place of a line tells: between a section and a day, below a player, before a heading;
and what a paper says of itself beside its name.
"""

import pytest

from conftest import TODAY
from test_import_amid import amid, below, tags
from test_import_shapes import DAY, TEXT, TITLE, body, head, stated
from test_import_sites import MENU, captions_of, page
from warraq.importer import captions, dating, gazetteer, headings, posted
from warraq.importer.conversion import convert
from warraq.importer.lines import split

SEEN = "جدار المكتبة القديم في تلال قرب النبع"
PLAYER = "مشاهدة الفيديو 03:12"


def test_on_a_page_the_headline_stands_between_its_section_and_its_day() -> None:
    told, seen = "حكاية نفق.. 34 عاما على أول قطار", "إحدى قاعات مكتبة القرية"
    made = page("الرئيسية » ثقافة", told, DAY, seen, "كتبت: هدى سالم")
    assert stated(made, "title") == [told]
    assert captions_of(made) == [seen]


def test_headlines_that_a_site_shows_above_a_section_are_none() -> None:
    told = "قاعة الأطفال التي لا يزورها أحد"
    made = head(
        "جديد المقالات", "قهوة الصباح والناس", "مكتبة القرية بين الأمس واليوم", "ثقافة", told, DAY
    )
    assert stated(made, "title", "category") == [told, "ثقافة"]


def test_above_a_headline_in_two_parts_stands_its_kicker() -> None:
    kicker, parted = "من ملفات مكتبة القرية", "الرفوف.. حين كان الكتاب يُستعار بالدور"
    made = head("ثقافة » تاريخ", kicker, parted, DAY)
    assert stated(made, "title") == [parted]


def test_the_first_word_of_a_paper_about_itself_is_no_name_of_it() -> None:
    made = head("مرسى الجنوب | صحيفة أسبوعية مستقلة", "ثقافة", TITLE, DAY)
    assert stated(made, "source", "dateline") == ["مرسى الجنوب", None]
    assert stated(head("صيدا - وكالة مرسي", TITLE), "source") != ["صيدا"]


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        ("(مرسى) الإثنين 17 فيفري 2020", "مرسى"),
        ("منبر الجنوب | الإثنين 17 شباط 2020", "منبر الجنوب"),
    ],
)
def test_a_paper_set_apart_from_the_day_is_whose_text_it_is(line: str, paper: str) -> None:
    made = head(TITLE, line)
    assert stated(made, "date", "source") == ["2020-02-17", paper]
    assert body(made) == TEXT


@pytest.mark.parametrize("line", ["(صيدا) 17 فيفري 2020", "(سامي حداد) 17 فيفري 2020"])
def test_a_place_or_a_writer_in_brackets_is_no_paper(line: str) -> None:
    told = posted.read(line, TODAY)
    assert told is None or told.source == ""


def test_a_subject_and_how_far_it_reaches_are_a_section() -> None:
    assert gazetteer.is_section("رياضة محلية")
    assert gazetteer.is_section("الاقتصاد العالمي") is gazetteer.is_section("اقتصاد عالمي")
    assert not gazetteer.is_section("مكتبة محلية")
    made = head("نخيل الضفاف / رياضة محلية", TITLE, DAY)
    assert stated(made, "title", "source", "category") == [TITLE, "نخيل الضفاف", "رياضة محلية"]


def test_a_paper_and_a_city_before_two_dots_and_a_verb_are_a_dateline() -> None:
    made = head(TITLE, DAY, text=[f"مرسى الجنوب/ بغداد.. {TEXT[0]}", *TEXT[1:]])
    assert stated(made, "dateline", "source") == ["بغداد", "مرسى الجنوب"]
    other = head(TITLE, DAY, text=[f"مرسى الجنوب/ بغداد.. مدينة السلام. {TEXT[0]}", *TEXT[1:]])
    assert stated(other, "dateline") == [None]


def test_a_pages_foot_says_the_name_whole_that_a_dateline_shortens() -> None:
    lines = (*MENU, TITLE, DAY, f"نخيل نيوز/ بغداد: {TEXT[0]}", *TEXT[1:])
    foot = "جميع الحقوق محفوظة لوكالة نخيل الإخبارية © 2024"
    made = convert("\n".join((*lines, foot)).encode(), "a.txt", TODAY)
    assert stated(made, "source", "source_from") == ["وكالة نخيل الإخبارية", "owner"]


def test_a_first_line_that_stands_above_about_us_too_is_whose_page_it_is() -> None:
    lines = ("شرفة الضفاف", *MENU, TITLE, DAY, *TEXT, "الأكثر قراءة", "شرفة الضفاف", "عن الصحيفة")
    made = convert("\n".join(lines).encode(), "a.txt", TODAY)
    assert stated(made, "source") == ["شرفة الضفاف"]


def test_between_the_writer_and_the_day_stands_the_name_of_his_column() -> None:
    made = page(TITLE, "عوض الكريم الطيب", "ضل الضحى", f"نشر في: {DAY}")
    assert stated(made, "title", "authors", "images") == [TITLE, ["عوض الكريم الطيب"], None]
    assert body(made) == TEXT


def test_a_day_with_the_minutes_of_reading_above_a_headline_is_its_own() -> None:
    made = page("ثقافة", "3 مايو 2024 00:12 صباحا", "قراءة 5 دقائق", TITLE)
    assert stated(made, "title", "date") == [TITLE, "2024-05-03 00:12"]


def test_of_two_readings_of_a_day_that_counts_which_is_not_behind_the_saved_pages() -> None:
    made = page("الإثنين 10 فبراير 2014", "ثقافة", TITLE, "02-09-2014 08:41 PM")
    assert stated(made, "date") == ["2014-02-09 20:41"]


def test_a_day_that_may_be_read_in_one_way_stays_behind_that_of_its_page() -> None:
    sure, saved = (dating.read(text, TODAY) for text in ("25-09-2014", "10-02-2014"))
    assert dating.turned_before(sure, saved) == sure
    assert dating.turned_before(None, saved) is None


@pytest.mark.parametrize(
    "text",
    [
        "نسخة من الخريطة معروضة في بهو المكتبة الجديد",
        "مطبعة يدوية كما تُعرض في المتحف",
        SEEN,
    ],
)
def test_what_is_on_show_somewhere_is_a_caption(text: str) -> None:
    (line,) = split(text)
    assert captions.is_seen(line) or captions.pictures(line)


@pytest.mark.parametrize(
    "text", ["أسرار محفوظة في الذاكرة", "الكتب التي كانت معروضة في بهو المكتبة بيعت كلها"]
)
def test_what_is_told_of_things_on_show_is_none(text: str) -> None:
    (line,) = split(text)
    assert not captions.is_seen(line)
    assert not captions.pictures(line)


def test_what_can_be_seen_before_a_heading_is_a_caption() -> None:
    lines = (TITLE, *TEXT[:2], SEEN, f"رفوف من خشب الجوز\n{TEXT[2]}", *TEXT[3:])
    made = convert("\n\n".join(lines).encode(), "a.txt", TODAY)
    assert captions_of(made) == [SEEN]
    assert "## رفوف من خشب الجوز" in made.body


def test_below_a_player_between_blank_lines_stands_what_its_video_is_called() -> None:
    made = amid(f"{PLAYER}\nجولة في أقدم مكتبات الوادي")
    assert body(made) == TEXT
    apart = amid(PLAYER, f"جولة في أقدم مكتبات الوادي\n{TEXT[4]}")
    assert "جولة في أقدم مكتبات الوادي" in body(apart)


def test_a_label_names_who_wrote_by_his_initials() -> None:
    made = below("الكاتب ع.ن/ م.ش", byline=DAY)
    assert stated(made, "authors") == [["ع.ن/ م.ش"]]
    assert body(made) == TEXT


def test_a_bullet_may_stand_before_a_link_to_another_story() -> None:
    made = amid("* اقرأ أيضا: سوق السمك يعود إلى ساحة الميناء القديم")
    assert body(made) == TEXT


def test_a_clippings_card_says_whose_it_is_and_when_it_appeared() -> None:
    made = head("الجريدة: صوت الضفاف", "العدد: 11842", "التاريخ: 3 مايو 2024", "", TITLE)
    assert stated(made, "title", "date", "source") == [TITLE, "2024-05-03", "صوت الضفاف"]


def test_a_newsletter_box_may_end_in_one_word() -> None:
    made = amid("النشرة البريدية\nأهم أخبار اليوم في بريدك كل صباح\nالبريد الإلكتروني\nسجّل")
    assert body(made) == TEXT


def _markdown(*below_text: str) -> list[str]:
    """The story as a program writes a page as Markdown."""
    rows = [f"# {TITLE}", f"![رفوف](/img/a.jpg)\n_{SEEN}_", *TEXT[:2], "* * *"]
    return [*rows, "## رفوف من خشب", *TEXT[2:], *below_text]


def test_below_a_picture_in_markdown_stands_its_caption_between_underscores() -> None:
    made = convert("\n\n".join(_markdown()).encode(), "a.txt", TODAY)
    assert captions_of(made) == [SEEN]
    assert "- * *" not in made.body
    assert "\n* * *\n" in made.body


def test_links_in_markdown_that_show_nothing_are_no_text_and_tags_may_be_links() -> None:
    icons = "[ __ ](https://difaf.example/s) [ __ ](https://difaf.example/t)"
    tagged = "#### الوسوم\n[رفوف المكتبة](/tag/1) [الوادي](/tag/2)"
    made = convert("\n\n".join(_markdown(icons, tagged)).encode(), "a.txt", TODAY)
    assert "difaf" not in made.body
    assert tags(made)[:2] == ["رفوف المكتبة", "الوادي"]


def test_the_last_lines_below_a_label_of_tags_that_the_text_does_not_know_are_none() -> None:
    table = ("ترتيب الدوري", "الوداد 25", "النصر 22", "التعليقات")
    made = below("الوسوم:", "المكتبة", "أهل القرية", "لبنان", *table, byline=DAY)
    assert tags(made)[:3] == ["المكتبة", "أهل القرية", "لبنان"]
    assert body(made) == TEXT
    assert not {"الوداد 25", "ترتيب الدوري"} & {*tags(made)}


def test_below_several_tags_on_a_line_stand_no_single_ones() -> None:
    made = below("كلمات مفتاحية", "المكتبة, القرية, الخرائط", "طباعة هذه الصفحة", byline=DAY)
    assert tags(made)[:3] == ["المكتبة", "القرية", "الخرائط"]
    assert "طباعة هذه الصفحة" not in tags(made)


@pytest.mark.parametrize("title", ["5 من 24", "نثريات الخميس - 24"])
def test_a_number_makes_no_paper_of_a_title(title: str) -> None:
    assert stated(head(title, "هدى سالم"), "title", "source") == [title, None]


def test_proposals_may_head_a_part_of_a_text() -> None:
    made = convert("\n\n".join((TITLE, *TEXT[:3], "مقترحات", *TEXT[3:])).encode(), "a.txt", TODAY)
    assert "## مقترحات" in made.body
    tagged = below("الوسوم", "المكتبة", "القرية", "مقترحات", "أمسية في بيت الشعر", byline=DAY)
    assert tags(tagged)[:2] == ["المكتبة", "القرية"]
    assert "مقترحات" not in tags(tagged)


def test_a_heading_may_end_in_a_word_that_is_quoted() -> None:
    lines = split(
        f'{TEXT[0]}\nنائب من أهل القرية يصف رفوف المكتبة الجديدة بأنها "كنز"\n'
        f"{TEXT[1]} وقال نائب من أهل القرية إن رفوف المكتبة الجديدة كنز لا مثيل له.\n{TEXT[2]}"
    )
    assert headings.find(lines) == {1}


def test_a_question_right_above_two_links_is_one() -> None:
    links = (
        "سوق السمك في صيدا يعود إلى ساحة الميناء القديم\n"
        "لجنة في بيروت تعلن أسماء الفائزين بجوائز الشعر"
    )
    made = convert(
        "\n".join((TITLE, *TEXT[:3], f"هل يعود سوق السمك في صيدا؟\n{links}", *TEXT[3:])).encode(),
        "a.txt",
        TODAY,
    )
    assert body(made) == TEXT


def test_a_title_from_a_texts_words_ends_in_no_half_word() -> None:
    first = "غيب الموت صباح الأربعاء الشاعر سامي حداد، عن عمر بلغ أو ناهز الـ 90 عاما بعد مرض قصير."
    made = convert("\n\n".join((first, *TEXT)).encode(), "a.txt", TODAY)
    assert str(made.values["title"]).endswith("ناهز…")


def test_the_city_of_panama_is_one_place_and_a_paper_opens_a_text_before_a_slash() -> None:
    city = head(TITLE, DAY, text=[f"بنما سيتي (رويترز) -- {TEXT[0]}", *TEXT[1:]])
    assert stated(city, "dateline", "source") == ["بنما سيتي", "رويترز"]
    paper = head(TITLE, DAY, text=[f"ضفاف برس/ قبل ألفي عام كتب الناس هنا. {TEXT[0]}", *TEXT[1:]])
    assert stated(paper, "source") == ["ضفاف برس"]


def test_a_short_address_is_no_caption() -> None:
    made = page(TITLE, DAY, "© Sputnik", "رابط مختصر http://difaf.example/hj4k")
    assert stated(made, "source_url") == ["http://difaf.example/hj4k"]


def test_behind_the_day_of_publication_and_a_dash_stands_the_writer() -> None:
    made = head(TITLE, "نشر في 23 فيفري 2018 - كريمة بوزيد")
    assert stated(made, "date", "authors", "dateline") == ["2018-02-23", ["كريمة بوزيد"], None]


def test_a_title_is_without_the_name_that_its_record_states() -> None:
    record = f"site_name: مدار الضفاف\ntitle: {TITLE} - مدار الضفاف\ntext:\n{TEXT[0]}\n\n{TEXT[1]}"
    made = convert(record.encode(), "a.txt", TODAY)
    assert stated(made, "title", "source") == [TITLE, "مدار الضفاف"]
    other = record.replace("- مدار الضفاف", "- رفوف جديدة")
    assert str(convert(other.encode(), "a.txt", TODAY).values["title"]).endswith("رفوف جديدة")
