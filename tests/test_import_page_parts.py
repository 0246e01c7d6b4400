"""What a page has beside its story: contents, its head again, its owner's name, sponsors, sums."""

import textwrap

import pytest

from conftest import TODAY
from test_import_amid import amid, below, tags
from test_import_interrupted import MORE
from test_import_shapes import DAY, SENTENCE, SUMMARY, TEXT, TITLE, WIRED, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer import boilerplate, lines, noise, opening, posted, related, torn, wrapping
from warraq.importer.conversion import convert

HEADINGS = ("كتب من أهل القرية", "ساعة للأطفال")


def with_contents(*contents: str) -> list[str]:
    """The story, whose last two paragraphs have headings, below a table of its contents."""
    parts = (TITLE, "\n".join(contents), *TEXT[:-2])
    ends = (HEADINGS[0], TEXT[-2], HEADINGS[1], TEXT[-1])
    made = convert("\n\n".join((*parts, *ends)).encode(), "a.txt", TODAY)
    assert made.values["title"] == TITLE
    assert made.body.count("## ") == len(HEADINGS)
    return body(made)


@pytest.mark.parametrize("label", ["في هذا المقال", "محتويات المقال", "جدول المحتويات"])
@pytest.mark.parametrize("mark", ["", "1. ", "- "])
def test_headings_listed_under_a_label_are_its_contents(label: str, mark: str) -> None:
    told = with_contents(label, *(f"{mark}{heading}" for heading in HEADINGS))
    assert label not in told
    assert sum(heading in line for line in told for heading in HEADINGS) == len(HEADINGS)


def test_what_does_not_come_again_below_a_label_is_no_table_of_contents() -> None:
    made = amid("في هذا المقال", f"{TEXT[0][:-1]} أيضا.")
    assert f"{TEXT[0][:-1]} أيضا." in body(made)


def test_a_head_that_is_printed_again_below_the_text_is_the_pages() -> None:
    again = (TITLE, "سامي حداد", "2024-05-03", f"{TEXT[0][:60]}...", "آخر تعديل", "09:02 AM")
    made = below(*again, byline="سامي حداد")
    assert body(made) == TEXT


def test_a_headline_said_again_above_a_paragraph_stays() -> None:
    made = below(TITLE, MORE[0], MORE[1])
    assert body(made)[-2:] == [MORE[0], MORE[1]]


@pytest.mark.parametrize(
    ("top", "owner", "byline"),
    [
        ("مرسى الوادي | Marsa News", "Marsa News", 'سامي حداد - خاص "مرسى الوادي"'),
        ("مرسى الوادي 24 - جريدة إلكترونية", "مرسى الوادي 24", "مرسى الوادي - سامي حداد"),
    ],
)
def test_a_page_names_its_owner_beside_a_writer(top: str, owner: str, byline: str) -> None:
    made = page(TITLE, byline, DAY, below=(f"جميع الحقوق محفوظة © 2024 {owner}",))
    assert (made.values["title"], body(made)) == (TITLE, TEXT)
    told = convert(
        "\n\n".join(("\n".join((top, *_menu(), TITLE, byline, DAY)), *TEXT, f"© {owner}")).encode(),
        "a.txt",
        TODAY,
    )
    assert stated(told, "title", "source", "authors") == [TITLE, "مرسى الوادي", ["سامي حداد"]]


def _menu() -> list[str]:
    names = "الرئيسية أخبار ثقافة رياضة اقتصاد فيديو صور بيئة صحة آراء منوعات تقارير سياحة"
    return [*names.split(), "تكنولوجيا", "اتصل بنا", "من نحن"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_headline_in_two_parts_stands_above_its_sub_title(gap: str) -> None:
    parted = "مكتبة القرية.. رفوف جديدة بعد ترميم دام عامين"
    made = page(gap.join(("ثقافة", parted, "أهل القرية يهدون رفوفها خمسة آلاف كتاب", DAY)))
    assert made.values["title"] == parted


def test_an_item_without_its_mark_is_of_no_list_of_links() -> None:
    linked = ("اقرأ أيضا:", "- عودة القطار إلى الميناء القديم", "- سوق الكتب", "ADVERTISING")
    found = related.links(lines.split("\n".join((*linked, HEADINGS[0], MORE[0]))), 0, 6)
    assert found == range(3)


def test_a_heading_may_stand_below_a_list() -> None:
    items = "- رفوف من خشب الجوز\n- خرائط عن الوادي"
    assert f"## {HEADINGS[0]}" in amid(items, HEADINGS[0]).body


def test_a_quotation_and_who_says_so_are_no_links() -> None:
    said = ('"من يقرأ دفاتر الاستعارة يدرك أن الكتب عادت"', "سامي حداد، باحث في تاريخ الطباعة")
    told = body(amid(*said))
    assert [line for line in said if line not in told] == []


@pytest.mark.parametrize(
    "line",
    [
        "VIDEO",
        "[video]",
        "تعذّر تشغيل الفيديو. تأكد من تحديث متصفحك",
        "❤ 41   👍 17   😮 3",
    ],
)
def test_players_and_sums_are_noise(line: str) -> None:
    assert noise.is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "شنوّة رأيك في المقال؟",
        "اشترك في رسائل «النخيل» البريدية",
        "هل كانت هذه المعلومات مفيدة؟ نعم لا",
        "تنويه: المعلومات الواردة في الموقع للتثقيف ولا تغني عن استشارة الطبيب.",
        "Tweet Share Pin Email",
    ],
)
def test_a_page_asks_its_readers(line: str) -> None:
    assert boilerplate.marks_tail(line)


def test_an_hour_behind_a_dash_stays_with_its_day() -> None:
    told = posted.read("كتب: سامي حداد | الثلاثاء 27 مايو 2014 - 11:40 ص", TODAY)
    assert told is not None
    assert told.dated is not None
    assert (told.authors, str(told.dated.clock)) == (("سامي حداد",), "11:40:00")


@pytest.mark.parametrize(
    ("first", "place", "source"),
    [
        ("باسادينا، الولايات المتحدة (النخيل)-- بدأ", "باسادينا", "النخيل"),
        ("بيروت في 09 أكتوبر / النخيل / يربط الطريق بين", "بيروت", "النخيل"),
    ],
)
def test_wires_of_agencies_in_no_list(first: str, place: str, source: str) -> None:
    told = opening.read(f"{first} {TEXT[0]}")
    assert told is not None
    assert (told.place, told.source) == (place, source)


def test_how_long_a_text_is_read_stands_beside_its_day() -> None:
    made = head(TITLE, "سامي حداد", "12 شباط 2022 • القراءة في 4 دقائق")
    assert (str(made.values["date"])[:10], body(made)) == ("2022-02-12", TEXT)


def test_a_caption_stands_between_day_and_dateline_with_or_without_a_verb() -> None:
    caption = "الكتاب الأول الذي يحمله الأطفال إلى المكتبة"
    first = f"بيروت، لبنان (النخيل)-- {TEXT[0]}"
    made = head(TITLE, DAY, caption, text=[first, *TEXT[1:]])
    assert captions_of(made) == [caption]


def test_initials_are_nobodys_name() -> None:
    made = page(TITLE, SUMMARY, "س. ح", DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_paragraphs_torn_in_mid_sentence_go_on() -> None:
    whole = (MORE[0], MORE[1], f"{TEXT[3]} {TEXT[4]}")
    torn_at = [half for part in whole for half in _halves(part)]
    told = torn.joined(lines.split("\n".join((TITLE, TEXT[0], *torn_at, TEXT[1]))))
    assert [line.text for line in told] == [TITLE, TEXT[0], *whole, TEXT[1]]


def _halves(paragraph: str) -> tuple[str, str]:
    """The second begins with a word that begins no paragraph."""
    words = paragraph.split()
    at = next(at for at in range(15, len(words)) if words[at][0] not in "وف«")
    return " ".join(words[:at]), " ".join(words[at:])


def test_a_wide_headline_is_no_measure_of_wrapped_blocks() -> None:
    rows = "\n\n".join(textwrap.fill(part, 58) for part in (*TEXT, *MORE))
    text = f"{TITLE} وتهدي أهلها خمسة آلاف كتاب وخرائط قديمة عن الوادي\n{DAY}\n\n{rows}"
    told = [line.text for line in wrapping.undone(lines.split(text), text)]
    assert told[2:] == [*TEXT, *MORE]


def test_a_newsletter_that_a_page_offers_amid_its_text_is_the_pages() -> None:
    box = ("النشرة البريدية", "الأسبوعية: ثقافة", "اكتشف قصص الكتب كل سبت", "اشترِكْ الآن")
    made = amid("\n".join((*box, "حدث خطأ ما. حاول مرة أخرى")), HEADINGS[0])
    assert body(made) == [*TEXT[:2], HEADINGS[0], *TEXT[2:]]


def test_three_stars_part_a_text() -> None:
    assert "\n\n* * *\n\n" in amid("* * *").body
    assert body(below("* * *")) == TEXT


def test_a_supplement_names_itself_and_its_day_below_a_text() -> None:
    made = below("* * *", "ملحق «مراكب» الثقافي - الجمعة 3 أيار 2024")
    assert (body(made), str(made.values["date"])[:10]) == (TEXT, "2024-05-03")


def test_a_box_about_the_writer_may_have_no_name() -> None:
    made = below("#مكتبات #قرى #كتب", "عن الكاتبة", "هدى سالم محررة تهوى المشي على الساحل.")
    assert (body(made), tags(made)[:3]) == (TEXT, ["مكتبات", "قرى", "كتب"])


def test_the_headline_is_whole_where_the_pages_title_is_cut_off() -> None:
    made = head(f"{TITLE[:35]}... - فضائية الوادي", TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_a_stations_name_tears_no_headline() -> None:
    titled = f"ثقافة / {TITLE} كاملين في القرية – مرسى تي في"
    made = head(titled, f"{TITLE} كاملين في القرية", DAY)
    assert made.values["title"] == f"{TITLE} كاملين في القرية"


def test_a_source_of_its_own_tells_more_than_the_name_of_the_site() -> None:
    parts = (f"{TITLE} | تلفزيون الوادي\n{TITLE}\n{DAY}", *TEXT, "المصدر: صحيفة النخيل")
    made = convert("\n\n".join(parts).encode(), "a.txt", TODAY)
    assert stated(made, "title", "source") == [TITLE, "صحيفة النخيل"]


def test_a_station_is_called_without_its_kind_before_a_text() -> None:
    first = f"المرسى – صيدا: {TEXT[0]}"
    made = head(f"{TITLE} - قناة المرسى الفضائية", TITLE, DAY, text=[first, *TEXT[1:]])
    assert made.values["dateline"] == "صيدا"


@pytest.mark.parametrize(
    ("first", "place", "source", "day"),
    [
        ("صفاقس/14 جويلية 2019 (و.ن.ن) بدأ", "صفاقس", "و.ن.ن", "2019-07-14"),
        ("الخرطوم 4-2-2017م(النخيل)-بدأ", "الخرطوم", "النخيل", "2017-02-04"),
    ],
)
def test_the_day_may_stand_between_city_and_agency(
    first: str, place: str, source: str, day: str
) -> None:
    made = head(TITLE, text=[f"{first} {TEXT[0]}", *TEXT[1:]])
    assert stated(made, "dateline", "source") == [place, source]
    assert str(made.values["date"])[:10] == day


def test_a_picture_from_the_archive_above_a_headline() -> None:
    made = head("أهل القرية عند باب المكتبة عام 1960 (أرشيف)", TITLE, DAY)
    assert (made.values["title"], captions_of(made), body(made)) == (
        TITLE,
        ["أهل القرية عند باب المكتبة عام 1960"],
        TEXT,
    )


def test_a_paper_alone_that_has_the_story_stands_above_it() -> None:
    made = head("الميزان اليومي/ خاص")
    assert stated(made, "source") == ["الميزان اليومي"]
    assert made.values["title_from"] == "first words"


def test_a_source_may_have_its_day() -> None:
    made = head("(نقلا عن ملحق مراكب الثقافي، الجمعة 6 أبريل 2012)", TITLE)
    assert (made.values["source"], str(made.values["date"])[:10]) == (
        "ملحق مراكب الثقافي",
        "2012-04-06",
    )


def test_tags_may_be_parted_by_semicolons() -> None:
    made = below("سامي حداد (وكالات)", "مكتبات;قرى;كتب")
    assert body(made) == TEXT
    assert (made.values["authors"], tags(made)[:3]) == (["سامي حداد"], ["مكتبات", "قرى", "كتب"])


def test_what_is_there_is_seen_between_the_day_and_a_dateline() -> None:
    caption = "منظر عام لرفوف المكتبة من سطح أحد البيوت"
    made = head(TITLE, DAY, caption, text=[WIRED, *TEXT[1:]])
    assert captions_of(made) == [caption]


def test_a_comma_leaves_a_line_open() -> None:
    words = TEXT[0].split()
    first = f"{' '.join(words[:7])}،"
    made = head(TITLE, "سامي حداد", first, text=[" ".join(words[7:]), *TEXT[1:]])
    assert first in "\n".join(body(made))


def test_a_kicker_that_says_when_is_no_section() -> None:
    made = head(f"{TITLE} | مرسى نيوز", DAY, "في ذكرى افتتاحها", TITLE)
    assert "category" not in made.values
    assert made.values["title"] == TITLE


def test_four_headlines_as_wide_are_not_one_that_was_wrapped() -> None:
    rows = (
        "عودة الصيادين إلى الميناء القديم بعد شتاء طويل وعاصف",
        "افتتاح سوق الكتب القديمة في ساحة البلدة بعد ترميمها",
        "وصول أول قطار إلى المحطة الجديدة بعد تأخر دام عامين",
        "بدء موسم قطاف الزيتون، وسط أمطار، في قرى الجبل، أمس.",
    )
    text = "\n\n".join((*rows, *TEXT))
    assert [line.text for line in wrapping.undone(lines.split(text), text)] == [*rows, *TEXT]


def test_a_text_that_is_cut_off_goes_on_in_no_other_story() -> None:
    cut = f"{' '.join(TEXT[0].split()[:12])} في"
    story = "أعلنت بلدية الميناء أمس افتتاح السوق الجديدة للزوار بعد ترميمها كلها."
    text = "\n\n".join((*TEXT[1:], cut, "عودة الصيادين إلى الميناء القديم", story))
    told = [line.text for line in torn.joined(lines.split(text))]
    assert told == [line.text for line in lines.split(text)]


def test_paragraphs_that_were_broken_everywhere_are_whole() -> None:
    parts = (*(part for part in (*TEXT, *MORE) if part.count(" ") > 13), SENTENCE)
    halves = [half for part in parts for half in _broken(part)]
    told = [line.text for line in torn.joined(lines.split("\n".join((TITLE, TEXT[0], *halves))))]
    assert told == [TITLE, TEXT[0], *parts]


def _broken(paragraph: str) -> tuple[str, str]:
    words = paragraph.split()
    at = next(at for at in range(9, len(words)) if words[at][0] not in "وفتي«")
    return " ".join(words[:at]), " ".join(words[at:])


def test_a_question_is_a_headline_without_its_site() -> None:
    asked = "كيف عادت الكتب إلى مكتبة القرية بعد ترميم دام عامين؟"
    made = head(f"{asked} — ثقافة — مرسى الوادي", "ثقافة", asked, DAY)
    assert (made.values["title"], body(made)) == (asked, TEXT)


@pytest.mark.parametrize("line", ["الاستماع 5:12", "أرسل المقال اطبع علّق (2)"])
def test_buttons_of_a_page_are_no_captions(line: str) -> None:
    made = page(TITLE, DAY, line)
    assert (made.values["title"], made.values.get("images"), body(made)) == (TITLE, None, TEXT)


def test_an_issue_of_two_calendars_is_no_headline() -> None:
    made = head("العدد 412 – جمادى الآخرة 1440هـ / فبراير 2019م", "بقلم: سامي حداد")
    assert stated(made, "title_from", "authors") == ["first words", ["سامي حداد"]]


def test_a_name_in_no_list_stands_behind_a_bar_before_its_day() -> None:
    told = posted.read("ريتا أبي شلهوب | 22 شباط 2020", TODAY)
    assert told is not None
    assert told.authors == ("ريتا أبي شلهوب",)
    assert posted.read("أخبار الوادي | 22 شباط 2020", TODAY) != told


def test_a_paper_and_a_writer_above_a_text_that_has_lost_its_headline() -> None:
    made = head("مرسى الأفق – يوسف أيت بلحاج")
    assert stated(made, "title_from", "authors") == ["first words", ["يوسف أيت بلحاج"]]


def test_no_name_is_written_with_nunation() -> None:
    made = head("صيدا القديمة: هندسةُ ماءٍ بلا مضخّات", DAY)
    assert made.values["title"] == "صيدا القديمة: هندسةُ ماءٍ بلا مضخّات"


def test_a_wordpress_page_has_a_portrait_a_desk_and_tags_below_a_label() -> None:
    head_lines = (TITLE, "صورة محرر النخيل", "محرر النخيل أرسل بريدا إلكترونيا 5 مارس، 2024")
    tail = ("الوسوم", "القرية المكتبة", "شاركها", "صورة محرر النخيل", "محرر النخيل")
    made = convert("\n".join((*head_lines, *TEXT, *tail)).encode(), "a.txt", TODAY)
    assert body(made) == TEXT
    assert "images" not in made.values
    assert "authors" not in made.values
    assert made.values["date"] == "2024-03-05"


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("د. سامي حداد يكتب : مكتبة في القرية", ["د. سامي حداد"]),
        ("ليلى حداد تكتب: مكتبة في القرية", ["ليلى حداد"]),
        ("القدر يكتب: مكتبة في القرية", None),
        ("سامي حداد يكتب تاريخ القرية", None),
    ],
)
def test_a_columns_headline_may_name_who_wrote_it(title: str, authors: list[str] | None) -> None:
    made = convert("\n\n".join((title, *TEXT)).encode(), "a.txt", TODAY)
    assert (made.values["title"], made.values.get("authors")) == (title, authors)


def test_the_parts_of_a_recipe_and_of_a_check_have_headings() -> None:
    recipe = ("المقادير", "كوبان من الأرز", "ملعقة من الملح", "طريقة التحضير", *TEXT[1:3])
    made = convert("\n".join((TITLE, TEXT[0], *recipe)).encode(), "a.txt", TODAY)
    assert "## المقادير\n\nكوبان من الأرز" in made.body
    assert "## طريقة التحضير" in made.body
    checked = convert("\n".join((TITLE, "الادعاء", *TEXT)).encode(), "a.txt", TODAY)
    assert checked.body.startswith("## الادعاء")
    assert "images" not in checked.values


def test_a_match_and_its_ground_are_no_paper_and_no_writers() -> None:
    ground = "ملعب البلدية (صيدا)، أرضية صالحة، طقس بارد، جمهور متوسط، تحكيم للثلاثي: بدر، عون."
    made = convert("\n".join((TITLE, ground, *TEXT)).encode(), "a.txt", TODAY)
    assert "authors" not in made.values
    assert "source" not in made.values


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ("نشر في 3 غشت 2025 الساعة 11 و 20 دقيقة", "2025-08-03 11:20"),
        ("14 التمور ( أكتوبر ) 2008", "2008-10-14"),
    ],
)
def test_days_of_more_shapes(day: str, iso: str) -> None:
    assert head(TITLE, day).values["date"] == iso


def test_what_stands_in_brackets_behind_a_day_is_no_part_of_it() -> None:
    opened = f"صيدا (لبنان), 12-3-2025 (أ ف ب) - {TEXT[0]}"
    made = convert("\n".join((TITLE, opened, *TEXT[1:])).encode(), "a.txt", TODAY)
    assert (made.values["source"], made.values["dateline"]) == ("أ ف ب", "صيدا")


@pytest.mark.parametrize("mark", ["(تتمة)", "مشاركة"])
def test_marks_of_wires_and_buttons_amid_a_text_are_none_of_it(mark: str) -> None:
    assert body(amid(mark)) == TEXT


def test_cells_of_a_record_whose_breaks_are_escapes_are_lines() -> None:
    row = f"{TITLE}\t{TITLE}\\n\\n" + "\\n\\n".join(TEXT) + "\t2025-11-28T23:51:07+03:00"
    made = convert(row.encode(), "a.txt", TODAY)
    assert (made.values["title"], made.values["date"]) == (TITLE, "2025-11-28 23:51")
    assert body(made) == TEXT


def test_questions_of_a_talk_below_a_link_are_no_links() -> None:
    link = "اقرأ أيضا: بلدية الميناء توزع شتلات الزيتون على سكانها"
    asked = [f"{word} فعلتم بعد ذلك في القرية؟" for word in ("ماذا", "كيف", "متى", "أين")]
    talk = [part for pair in zip(asked, TEXT, strict=False) for part in pair]
    made = convert(
        "\n".join((TITLE, TEXT[-1], *talk[:2], link, *talk[2:])).encode(), "a.txt", TODAY
    )
    assert all(question in made.body for question in asked)
    assert link not in made.body


LINKS = (
    "مكتبة القرية المجاورة تعيد كتب الأطفال إلى رفوفها",
    "رفوف المكتبة الخشبية تصل إلى المدرسة على عربة",
    "مجلس القرية يدعم المكتبة بعد ترميم قاعة القراءة فيها",
)


def test_lines_as_long_as_headlines_that_interrupt_a_text_are_links() -> None:
    made = convert("\n".join((TITLE, *TEXT[:2], *LINKS, *TEXT[2:])).encode(), "a.txt", TODAY)
    assert body(made) == TEXT
    announced = [*TEXT[:1], f"{TEXT[1][:-1]}:", *LINKS, *TEXT[2:]]
    assert all(
        link in convert("\n".join((TITLE, *announced)).encode(), "a.txt", TODAY).body
        for link in LINKS
    )
    headed = [*TEXT[:2], *LINKS[:2], TEXT[3]]
    assert LINKS[1] in convert("\n".join((TITLE, *headed)).encode(), "a.txt", TODAY).body


def test_a_paper_that_does_not_answer_for_an_opinion_names_the_writer() -> None:
    notice = "هذا المقال بقلم ليلى عمر، معلمة في القرية، والآراء الواردة فيه لا تعبر عن الصحيفة."
    made = convert("\n".join((TITLE, notice, *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["authors"] == ["ليلى عمر"]
    assert notice in made.body


def test_a_writers_other_articles_glued_to_their_label_are_none_of_the_text() -> None:
    glued = "مقالات أخرى للكاتبأتمنى أن نقرأ معا؟!حكاية الكتاب القديم!"
    assert glued not in below(glued).body


def test_a_rule_between_parts_of_a_text_is_a_break_and_no_heading() -> None:
    made = amid("ــــــــــــــــــــ")
    assert "* * *" in made.body
    assert "ـــ" not in made.body


def test_the_initials_of_a_wires_take_amid_a_text_are_none_of_it() -> None:
    assert body(amid("لخ/ن ش", "(تتمة)")) == TEXT


def test_a_label_below_a_pulled_quote_is_no_speaker() -> None:
    quote = f"«{TEXT[1].partition('إن ')[2].partition('،')[0]}»"
    made = convert(
        "\n\n".join((TITLE, *TEXT[:3], quote, f"اقرأ أيضا\n{LINKS[0]}", *TEXT[3:])).encode(),
        "a.txt",
        TODAY,
    )
    assert LINKS[0] not in made.body
    assert body(made) == TEXT


def test_marked_tags_below_a_text_are_no_headings() -> None:
    made = convert(
        "\n".join((*TEXT, "", "# القرية", "# المكتبة", "# الكتب")).encode(), "a.txt", TODAY
    )
    assert "##" not in made.body
    assert {"القرية", "المكتبة", "الكتب"} <= set(tags(made))


def test_a_paper_and_its_day_below_a_text_say_whose_it_is_and_when() -> None:
    made = below("صدى النخيل، الأحد 16 فيفري 2025")
    assert (made.values["source"], made.values["date"]) == ("صدى النخيل", "2025-02-16")
    assert body(made) == TEXT


def test_who_stands_somewhere_is_in_a_picture() -> None:
    line = "سامي حداد أمام رفوف المكتبة"
    assert captions_of(amid(line)) == [line]


def test_a_label_before_a_headline_is_none_of_it() -> None:
    made = convert("\n".join((f"الخبر : {TITLE}", *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["title"] == TITLE
