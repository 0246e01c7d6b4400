"""What sites print that nobody had seen: names, ways, notices and sheets around the same story."""

from itertools import pairwise
from typing import Final

import pytest

from conftest import TODAY
from test_import_shapes import DAY, SUMMARY, TEXT, TITLE, body, head, stated
from warraq.importer import attribution, boilerplate, imprint, noise, opening, related, sheets, torn
from warraq.importer.conversion import Conversion, convert
from warraq.importer.lines import split

MENU: Final = (
    "الرئيسية", "ثقافة", "رياضة", "اقتصاد", "صور", "فيديو", "منوعات", "سياسة", "علوم", "صحة",
    "محليات", "تقارير", "مقالات", "تحقيقات", "حوارات", "اتصل بنا", "من نحن", "بحث",
)  # fmt: skip


def captions_of(made: Conversion) -> list[str]:
    images = made.values["images"]
    assert isinstance(images, list)
    return [image["caption"] for image in images]


def page(*above: str, below: tuple[str, ...] = ()) -> Conversion:
    """The story on a page with menus."""
    lines = ("\n".join((*MENU, *above)), *TEXT, "\n".join(below))
    return convert("\n\n".join(filter(None, lines)).encode(), "a.txt", TODAY)


def test_the_first_line_above_a_section_is_whose_site_it_is() -> None:
    made = head("نخيل الضفاف", "محليات", TITLE, DAY)
    assert stated(made, "title", "source", "category") == [TITLE, "نخيل الضفاف", "محليات"]


def test_a_short_first_line_that_comes_back_before_the_text_is_its_paper() -> None:
    first = f"بيروت / النخيل / {TEXT[0]}"
    made = head("النخيل", TITLE, TITLE, DAY, text=[first, *TEXT[1:]])
    assert stated(made, "title", "source", "dateline") == [TITLE, "النخيل", "بيروت"]


@pytest.mark.parametrize("way", ["النخيل > واحات", "النخيل › واحات", "النخيل نيوز | محليات"])
def test_two_pages_between_an_arrow_or_a_bar_are_a_site_and_its_section(way: str) -> None:
    made = head(way, TITLE, DAY)
    site, _, section = way.replace("›", ">").replace("|", ">").partition(" > ")
    assert stated(made, "title", "source", "category") == [TITLE, site, section]


def test_a_site_a_section_in_no_list_and_the_headline_stand_in_one_line() -> None:
    made = head(f"نخيل الضفاف - حكايات الوادي - {TITLE}", TITLE, DAY)
    assert stated(made, "title", "source", "category") == [TITLE, "نخيل الضفاف", "حكايات الوادي"]


@pytest.mark.parametrize("affix", [" ــ نخيل الضفاف", " | نخيل الضفاف", " ــ نخيل نت"])
def test_a_name_behind_a_bar_is_the_site(affix: str) -> None:
    made = head(TITLE + affix, DAY)
    assert stated(made, "title", "source") == [TITLE, affix.strip(" ـ|")]


def test_the_news_of_a_place_behind_a_headline_are_no_site() -> None:
    made = head(f"{TITLE} ــ أخبار الجزائر", DAY)
    assert stated(made, "title", "source") == [TITLE, None]


@pytest.mark.parametrize("word", ["زراعي", "عام"])
def test_an_agency_s_own_word_stands_before_its_headline(word: str) -> None:
    made = head(f"{word} / {TITLE}", DAY)
    assert stated(made, "title", "category") == [TITLE, word]


def test_sub_titles_may_be_several_lines_above_the_day() -> None:
    lines = ("رفوف جديدة تتسع لأربعة آلاف كتاب", "متطوعون نقلوا الكتب القديمة إلى المدرسة")
    made = head(TITLE, *lines, DAY)
    assert stated(made, "title", "summary") == [TITLE, "\n".join(lines)]
    assert body(made) == TEXT


def test_a_headline_with_two_dots_is_no_sub_title_of_the_line_above() -> None:
    titled = f"المكتبة.. {TITLE} وترتيب رفوفها"
    assert head("ثقافة", "خرائط ومخطوطات عن تاريخ الوادي", titled, DAY).values["title"] == titled


@pytest.mark.parametrize(
    ("line", "source", "place", "authors"),
    [
        ("المصدر: بيروت - النخيل", "النخيل", "بيروت", None),
        ("المصدر: بيروت - سامي حداد", None, "بيروت", ["سامي حداد"]),
        ("نخيل الضفاف | 5 مارس 2020 | 10:20", "نخيل الضفاف", None, None),
        ("نخيل 24 - و.ج.أ", "و.ج.أ", None, None),
        ("بيروت – وكالة النخيل، عمان – سامي حداد", "وكالة النخيل", "بيروت", ["سامي حداد"]),
        ("تحرير من طرف سامي حداد", None, None, ["سامي حداد"]),
        ("كتب - سامي حداد | منذ 5 ساعات", None, None, ["سامي حداد"]),
        ("صوت النخيل - سامي حداد من بيروت", "صوت النخيل", "بيروت", ["سامي حداد"]),
    ],
)
def test_lines_below_a_headline_say_whose_the_text_is(
    line: str, source: str | None, place: str | None, authors: list[str] | None
) -> None:
    made = head(TITLE, line)
    assert stated(made, "source", "dateline", "authors") == [source, place, authors]
    assert body(made) == TEXT


def test_a_name_between_a_city_and_the_day_is_the_paper() -> None:
    made = head(TITLE, "لندن", "الضفة العربية", DAY)
    assert stated(made, "dateline", "source") == ["لندن", "الضفة العربية"]
    assert body(made) == TEXT


def test_the_day_may_have_its_section_behind_a_bar() -> None:
    made = head(TITLE, "نُشر في: الخميس 5 مارس 2020 - 10:30 | ذاكرة الوادي")
    assert stated(made, "date", "category") == ["2020-03-05 10:30", "ذاكرة الوادي"]


def test_two_months_of_one_name_may_have_a_dash_between() -> None:
    made = head(TITLE, "السبت 08 نوفمبر-تشرين الثاني 2008 الساعة 07 مساءً / نخيل نت - سامي حداد")
    assert stated(made, "date", "source", "authors") == ["2008-11-08", "نخيل نت", ["سامي حداد"]]


def test_the_headline_says_to_which_paper_somebody_speaks() -> None:
    made = head(f"سامي حداد لـ«النخيل»: {TITLE}", DAY)
    assert stated(made, "source", "source_from") == ["النخيل", "text"]
    assert head(f"رسالة لـ«لبنان»: {TITLE}", DAY).values.get("source") is None


@pytest.mark.parametrize(
    "opened",
    [
        "شناشيل/ بغداد/ عادت اللقالق إلى المئذنة",
        "رياق- لا يزال كبار السن في رياق يذكرون القطار",
        "عمان 27 آذار (صدى النخيل) من سامي حداد- مع اعتدال الطقس",
    ],
)
def test_an_opening_names_papers_and_towns_in_no_list(opened: str) -> None:
    found = opening.read(opened, TODAY)
    assert found is not None
    assert found.place in ("بغداد", "رياق", "عمان")
    assert found.source in ("شناشيل", "", "صدى النخيل")


@pytest.mark.parametrize("line", ["--(وكالة النخيل)", "س.ع/ م.ن (نخيل الضفاف)"])
def test_a_last_line_names_the_agency_beside_signs_of_one(line: str) -> None:
    made = convert("\n\n".join((TITLE, *TEXT, line)).encode(), "a.txt", TODAY)
    assert str(made.values["source"]) in line
    assert body(made) == TEXT


def test_an_agency_in_brackets_behind_the_last_sentence_is_the_source() -> None:
    assert attribution.closing("عاد القطار إلى المحطة. (وكالة النخيل)") == "وكالة النخيل"
    assert attribution.closing("قالت ناسا (وكالة الفضاء الأمريكية)") == ""


@pytest.mark.parametrize(
    "notice",
    [
        "نحن نستخدم ملفات تعريف الارتباط لتحسين تجربتك في موقعنا. باستمرارك فإنك توافق على ذلك.",
        "We use cookies. By continuing you agree to this.",
    ],
)
def test_what_a_page_says_of_cookies_is_no_beginning_of_a_text(notice: str) -> None:
    made = page(TITLE, DAY)
    with_notice = convert(
        "\n\n".join((notice, "\n".join((*MENU, TITLE, DAY)), *TEXT)).encode(), "a.txt", TODAY
    )
    assert (with_notice.values["title"], body(with_notice)) == (TITLE, body(made))
    assert not boilerplate.asks_consent("كتب الباحث عن ملفات تعريف الارتباط في المتصفحات.")


def test_what_a_writer_says_of_himself_among_the_menus_is_no_beginning_of_a_text() -> None:
    sidebar = ("سامي حداد", "بيروت", "أكتب عن الكتب القديمة حين أجد الوقت وأجمع صورها.")
    menus = ("الأرشيف", "مشاركة", "طباعة", "التعليقات", "علوم", "رياضة", "ثقافة", "صحة", "بحث")
    made = page(*sidebar, *menus, TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_a_poll_asks_its_question_far_above_the_text() -> None:
    made = page("استفتاء", "ما رأيك في التصميم الجديد لهذه البوابة وفي ألوانها؟", TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_a_summary_stands_above_the_paper_with_which_the_text_goes_on() -> None:
    made = head(TITLE, TEXT[0], "قناة النخيل", text=TEXT)
    assert (made.values["source"], body(made)) == ("قناة النخيل", TEXT)


def test_a_caption_may_say_that_it_is_the_site_s_own() -> None:
    owned = "رفوف المكتبة الجديدة في القاعة الكبرى (النخيل)"
    made = page(TITLE, DAY, "مشاركة", owned, below=("جميع الحقوق محفوظة لصحيفة النخيل",))
    assert made.values["images"] == [
        {"caption": owned.removesuffix(" (النخيل)"), "credit": "النخيل"}
    ]


def test_the_headlines_of_a_press_review_are_no_captions() -> None:
    papers = ("النخيل", "الضفاف", "الوادي", "النخيل")
    lines = [
        line
        for paper, text in zip(papers, (*TEXT, *TEXT), strict=False)
        for line in (f"المكتبة تجمع كتب القرى البعيدة ({paper})", text)
    ]
    made = head("جولة في صحف اليوم وعناوينها", DAY, text=["في ما يلي أبرز عناوين الصحف:", *lines])
    assert "images" not in made.values
    assert made.body.count("## المكتبة") == len(papers)


@pytest.mark.parametrize(
    "tags",
    ["المكتبة - القرية - الكتب - الأطفال", "# المكتبة # القرية # الكتب"],
)
def test_tags_may_have_dashes_between_or_spaces_behind_their_signs(tags: str) -> None:
    made = convert("\n\n".join((TITLE, *TEXT, tags)).encode(), "a.txt", TODAY)
    found = made.values["tags"]
    assert isinstance(found, list)
    assert {"المكتبة", "القرية", "الكتب"} <= set(found)
    assert body(made) == TEXT


def test_two_headlines_amid_a_text_that_is_silent_about_them_are_links() -> None:
    links = ("انطلاق موسم جني الزيتون في تيزي وزو", "لماذا تضيء منارة الإسكندرية كل ليلة؟")
    text = "\n\n".join((TITLE, *TEXT[:2], *links, *TEXT[2:]))
    assert body(convert(text.encode(), "a.txt", TODAY)) == TEXT


def test_the_beginnings_of_other_stories_that_are_cut_off_end_no_page() -> None:
    others = ("حفظ", "معاينة", "اقرأ أيضا", "سفينة ترسو في المرفأ الشرقي",
              "رست سفينة شراعية قديمة في المرفأ الشرقي بعد رحلة دامت شهرين...")  # fmt: skip
    made = page(TITLE, DAY, below=others)
    assert body(made) == TEXT


def test_the_last_line_says_when_the_page_was_changed_and_not_when_it_was_printed() -> None:
    made = convert(
        "\n\n".join((TITLE, DAY, *TEXT, "آخر تحديث ( الأحد, 16 مارس 2025 08:02 )")).encode(),
        "a.txt",
        TODAY,
    )
    assert (made.day, body(made)) == (head(TITLE, DAY).day, TEXT)


def test_a_writer_s_name_stands_above_his_address() -> None:
    mail = "j.hayek@difaf.example"
    made = convert("\n\n".join((TITLE, *TEXT, "جوزيف نعمه الحايك", mail)).encode(), "a.txt", TODAY)
    assert (made.values["authors"], body(made)) == (["جوزيف نعمه الحايك"], TEXT)
    assert mail in [cut.text for cut in made.cuts]


def test_a_review_begins_with_what_is_told_of_its_book() -> None:
    book = ["الكتاب: حكاية الورق", "المؤلف: سامي حداد", "عدد الصفحات: 264 صفحة"]
    made = head("مراجعات", TITLE, text=["\n".join(book), *TEXT])
    assert (made.values["title"], body(made)) == (TITLE, [*book, *TEXT])
    assert "authors" not in made.values


@pytest.mark.parametrize(
    "line",
    [
        "الخرطوم 31 / 16",
        "المغرب 18:13",
        "الساعة الآن 11:42:08",
        "◄ ديسمبر (4)",
        "العدد 214 - نوفمبر 2009",
        "ملخص المحاضرة.pdf (412.7 كيلوبايت)",
        "[IMG]",
        "![](/upload/dome.jpg)",
        "انتهى/ م.ح",
        "(البقية ص 9)",
    ],
)
def test_pages_and_programs_leave_lines_that_say_nothing(line: str) -> None:
    assert noise.is_noise(line) or noise.is_frame(line)


@pytest.mark.parametrize(
    "line",
    [
        "سيئ جيد",
        "تحميل PDF",
        "ظهرت المقالة عودة اللقالق أولاً على نخيل الضفاف.",
        "هذا السؤال هو لاختبار ما إذا كنت زائرا أم لا",
        "نشر هذا النص في العدد 41 من المجلة",
        "للإشتراك في نشرة النخيل",
        "تاريخ الطباعة : 2015-08-09",
    ],
)
def test_pages_speak_to_their_readers(line: str) -> None:
    assert boilerplate.marks_tail(line) or boilerplate.is_of_page(line)


def test_a_post_ends_with_who_shared_it() -> None:
    assert noise.is_foot_of_post("تمت مشاركة منشور بواسطة نخيل الضفاف (@nakhil.difaf)")
    assert noise.is_foot_of_post("عرض هذا المنشور على Instagram")


@pytest.mark.parametrize(
    ("right", "owner"),
    [
        ("جميع الحقوق محفوظة لجامعة الضفاف", "جامعة الضفاف"),
        ("حقوق النشر محفوظة لوزارة الضفاف", "وزارة الضفاف"),
    ],
)
def test_a_page_s_rights_name_its_owner(right: str, owner: str) -> None:
    assert imprint.owner(right) == owner


def test_a_page_s_paper_is_the_name_that_stands_alone() -> None:
    lines = split("بوابة النخيل\nثقافة")
    assert imprint.paper_of("مؤسسة النخيل للصحافة والنشر", lines) == "بوابة النخيل"
    assert imprint.paper_of("صحيفة النخيل", split("النخيل\nثقافة")) == "النخيل"


SHEETS: Final = (
    f"{TITLE}\n\n{TEXT[0]}\n\n"
    "http://difaf.example/print.php?id=7   Page 1 of 3\nنخيل الضفاف | للطباعة\n\n"
    f"{TEXT[1]}\n\nhttp://difaf.example/print.php?id=7   Page 2 of 3\nنخيل الضفاف | للطباعة\n\n"
    f"{TEXT[2]}\n"
)


def test_the_heads_and_feet_of_printed_sheets_go() -> None:
    made = convert(SHEETS.encode(), "a.txt", TODAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT[:3])
    assert [cut.text for cut in made.cuts if cut.rule == "menu"].count("نخيل الضفاف | للطباعة") == 2


def test_numbers_in_a_text_are_no_sheets() -> None:
    assert sheets.edges(split(f"{TITLE}\n\n{TEXT[0]}\n\n1\n\n{TEXT[1]}\n\n2\n\n{TEXT[2]}")) == set()


TORN: Final = """افتتحت القرية مكتبة جديدة كان قد وعد بها
المعلم الأول
في العام الماضي أهل الحي جميعا.
رممت الجدران التي بناها قبل مئة عام أهل
وادي النخيل
من حجارة بيضاء نقلوها على ظهور الجمال.
تضم المكتبة ألفي كتاب جمعها متطوعون من بلدة
الضفاف
في شمال البلاد وحملوها في صناديق خشبية.
يفتح الحارس أبوابها كل مساء."""


def test_sentences_that_a_program_tore_at_their_links_are_whole_again() -> None:
    lines = [line.text for line in torn.joined(split(TORN))]
    assert len(lines) == 4
    assert lines[0].endswith("وعد بها المعلم الأول في العام الماضي أهل الحي جميعا.")


def test_verses_and_menus_are_no_torn_sentences() -> None:
    verses = split("\n".join(["قفا نبك من ذكرى حبيب ومنزل", "بسقط اللوى بين الدخول فحومل"] * 4))
    assert torn.joined(verses) == verses
    menus = split(
        "\n".join(["خدمات هذه البوابة لجميع قرائها الكرام", "بحث", "من نحن", "رياضة"] * 4)
    )
    assert torn.joined(menus) == menus


def test_two_paragraphs_in_a_row_are_parted_where_several_rows_have_two() -> None:
    rows = "\n".join(f"{one}     {two}" for one, two in pairwise(TEXT[:3]))
    assert len(split(rows)) == 4
    assert len(split(f"{TEXT[0]}     {TEXT[1]}")) == 1


def test_wrapped_lines_that_are_nearly_full_go_on_where_blank_lines_part_paragraphs() -> None:
    wide = "كلمات هذا السطر تملأ عرضه كله حتى آخر حرف منه قبل أن ينكسر هنا و"
    wrapped = "\n\n".join(
        f"{wide}سطر\n{wide}سطر\nتمت الفقرة هنا {n}." for n in ("أولا", "ثانيا", "ثالثا")
    )
    short = "وهذا السطر أقصر منه قليلا ولا تنتهي به جملة من الجمل في\nنص هنا."
    made = convert(f"{wrapped}\n\n{wide}سطر\n{short}\n".encode(), "a.txt", TODAY)
    assert len(made.body.split("\n\n")) == 4


def test_a_summary_is_kept_once() -> None:
    made = head(TITLE, SUMMARY, DAY)
    assert made.values["summary"] == SUMMARY


def block(*between: str) -> Conversion:
    """The story with lines between its second paragraph and its third."""
    lines = (TITLE, *TEXT[:2], "\n".join(between), *TEXT[2:])
    return convert("\n\n".join(lines).encode(), "a.txt", TODAY)


@pytest.mark.parametrize(
    ("between", "rule"),
    [
        ("تلسكوب جديد يبدأ عمله في جزر الكناري", "links"),
        ("المتحف البحري.. زيارة إلى قاع المرفأ الغربي", "links"),
        ("أطفال القرية عند باب المكتبة بعد ترميم دام عامين", "caption"),
    ],
)
def test_of_lines_between_two_paragraphs_only_the_last_is_a_heading(
    between: str, rule: str
) -> None:
    made = block(between, "صناديق خشبية")
    assert made.body.count("## صناديق خشبية") == 1
    assert (between in made.body, [c.rule for c in made.cuts if c.text == between]) == (
        False,
        [rule],
    )
    assert "strange lines" in made.doubts


def test_what_somebody_says_in_a_paragraph_is_pulled_out_with_his_name() -> None:
    said = "الرفوف الجديدة تسع عشرة آلاف كتاب وإن نصفها هدية من أهل القرية"
    made = block(said, "هدى سالم، أمينة المكتبة")
    assert body(made) == TEXT
    assert [cut.rule for cut in made.cuts].count("pull quote") == 2


@pytest.mark.parametrize(
    "lines",
    [
        ("متى تخرج من عباءة الأمس إلى عوالم أرحب؟", "ومتى تعود المراكب إلى الميناء القديم؟"),
        ("يا دارنا البيضاء فوق التلة العالية", "سلام على أبوابك الزرق والدالية"),
    ],
)
def test_questions_and_verses_between_two_paragraphs_stay(lines: tuple[str, ...]) -> None:
    assert set(lines) <= set(block(*lines).body.replace("## ", "").split("\n\n"))


def test_a_question_below_a_caption_heads_what_is_below_it() -> None:
    made = block("أطفال القرية عند باب المكتبة بعد ترميم دام عامين", "ومن يقرأ هنا؟")
    assert "## ومن يقرأ هنا؟" in made.body
    assert captions_of(made) == ["أطفال القرية عند باب المكتبة بعد ترميم دام عامين"]


def test_two_colons_part_a_site_from_its_section_as_a_bar_does() -> None:
    made = head("مرايا الضفاف :: محليات", TITLE, DAY)
    assert stated(made, "title", "source", "category") == [TITLE, "مرايا الضفاف", "محليات"]
    made = head(f"مرايا الضفاف :: محليات :: {TITLE}", TITLE, DAY)
    assert stated(made, "title", "source", "category") == [TITLE, "مرايا الضفاف", "محليات"]


def test_what_stands_before_a_section_and_a_headline_is_the_site() -> None:
    made = head(f"مرايا آف آم - رياضة - {TITLE}", DAY)
    assert stated(made, "title", "source", "category") == [TITLE, "مرايا آف آم", "رياضة"]


@pytest.mark.parametrize(
    "line",
    [
        "سامي حداد 7 أكتوبر، 2021",
        "سامي حداد - 7 أكتوبر 2021",
        "سامي حداد، 7 أكتوبر 2021",
        "سامي حداد 07/10/2021",
        "7 أكتوبر 2021 | سامي حداد",
        "7 أكتوبر 2021 سامي حداد",
        "الخميس 7 أكتوبر 2021 - سامي حداد",
    ],
)
def test_a_name_beside_the_day_is_the_writer(line: str) -> None:
    made = head(TITLE, line)
    assert stated(made, "title", "authors") == [TITLE, ["سامي حداد"]]
    assert str(made.values["date"]) == "2021-10-07"


def test_no_school_beside_the_day_is_a_writer() -> None:
    assert "authors" not in head(TITLE, "مدرسة النهضة 7 أكتوبر 2021").values


@pytest.mark.parametrize("office", ["مراسل الضفاف", "محررة الشؤون الثقافية", "موفد الضفاف"])
def test_what_a_reporter_is_stands_below_the_name(office: str) -> None:
    made = head(TITLE, "سامي حداد", office, DAY)
    assert stated(made, "authors", "images") == [["سامي حداد"], None]
    assert office not in made.body


@pytest.mark.parametrize(
    "player",
    [
        ("فيديو:", "Video Player", "00:00", "02:17"),
        ("استمع", "00:00 / 03:41"),
        ("لا يدعم متصفحك تشغيل هذا الفيديو", "مشاركة الفيديو"),
    ],
)
def test_what_a_player_leaves_amid_a_text_is_cut(player: tuple[str, ...]) -> None:
    assert body(block(*player)) == TEXT


def test_a_clock_without_a_player_stays() -> None:
    assert "12:30" in block("12:30").body


def test_whose_a_picture_is_stands_behind_a_slash() -> None:
    made = head(TITLE, DAY, "جانب من رفوف مكتبة القرية / ت: ب. كمال")
    assert made.values["images"] == [{"caption": "جانب من رفوف مكتبة القرية", "credit": "ب. كمال"}]


def test_the_photographer_stands_in_brackets_behind_a_dash() -> None:
    made = head(TITLE, DAY, "أطفال القرية أمام باب المكتبة - (سامي حداد)")
    assert made.values["images"] == [
        {"caption": "أطفال القرية أمام باب المكتبة", "credit": "سامي حداد"}
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "المكتبة كما ترى من جهة الطاحونة القديمة",
        "صورة جوية للقرية وواديها",
        "زوار أمام الباب الغربي للقلعة",
        "سرب من اللقالق فوق سطح المدرسة",
    ],
)
def test_what_is_seen_amid_paragraphs_is_a_caption(caption: str) -> None:
    made = block(caption)
    assert captions_of(made) == [caption]
    assert body(made) == TEXT


def test_who_does_something_behind_something_is_no_caption() -> None:
    assert "images" not in block("رجل يترشح من خلف الأسوار").values


def test_a_line_that_begins_with_a_comma_was_torn_from_the_one_above() -> None:
    lines = split(
        "\n".join([*TEXT, "ويتكاثر هذا النبات النادر واسمه", "Crocus", "، بالأبصال لا بغيرها."])
    )
    assert (
        torn.joined(lines)[-1].text == "ويتكاثر هذا النبات النادر واسمه Crocus، بالأبصال لا بغيرها."
    )


def test_a_heading_below_a_paragraph_without_its_stop_is_not_torn_from_it() -> None:
    lines = split("\n".join([TEXT[0].rstrip("."), "رفوف خشبية", *TEXT[1:]]))
    assert torn.joined(lines) == lines


def test_three_beginnings_of_other_stories_end_a_text() -> None:
    others = (
        "اختتمت في أطار ورشة لتدريب عشرين مرشدا سياحيا على الإسعافات الأولية في الصحراء.",
        "وزعت بلدية نواذيبو حاويات زرقاء على ثلاثة أحياء بحرية استعدادا لموسم الصيد.",
        "أعلن ناد للكرة الحديدية تنظيم بطولة مفتوحة يوم الأحد القادم بساحة الحي الكبير.",
    )
    made = head(TITLE, DAY, text=[*TEXT, *others])
    assert body(made) == TEXT
    assert [cut.text for cut in made.cuts if cut.rule == "teasers"] == [*others]


def test_the_headline_of_a_page_ends_the_way_to_it() -> None:
    ticker = "توقف حركة القراءة والاستعارة في مكتبة القرية بسبب ترميم الرفوف"
    made = page("عاجل", ticker, f"الصفحة الأولى > ثقافة > {TITLE}", TITLE, DAY)
    assert stated(made, "title", "category") == [TITLE, "ثقافة"]


def test_more_of_a_section_heads_links_amid_a_text() -> None:
    assert related.is_link_label("المزيد من ثقافة")
    assert not related.is_link_label("المزيد من الوقت")


def test_a_line_wrapped_without_blank_lines_is_narrower_than_whole_paragraphs() -> None:
    wide = "كلمات هذا السطر تملأ، عرضه كله حتى آخر حرف منه قبل أن ينكسر هنا"
    wrapped = "\n".join(f"{wide} أو\n{wide} أو\nتمت الفقرة هنا {n}." for n in ("1", "2", "3", "4"))
    whole = f"{TEXT[0]} {TEXT[1]}"
    made = convert(f"{wrapped}\n{whole}\n".encode(), "a.txt", TODAY)
    assert len(made.body.split("\n\n")) == 5


@pytest.mark.parametrize("first", [f"الجم (موجة الضفاف) - {TEXT[0]}", TEXT[0]])
def test_the_day_above_a_text_without_headline_is_no_headline(first: str) -> None:
    made = convert(
        "\n\n".join(("الأربعاء 17 جويلية 2019 - 11:25", first, *TEXT[1:])).encode(), "a.txt", TODAY
    )
    assert made.values["title_from"] == "first words"
    assert str(made.values["date"]) == "2019-07-17 11:25"


@pytest.mark.parametrize(
    "line", ["حكايات | الأربعاء 3 كانون الأول 2014", "الأربعاء 3 كانون الأول 2014 - حكايات"]
)
def test_an_everyday_word_beside_the_day_is_a_section(line: str) -> None:
    made = head(line, TITLE)
    assert stated(made, "title", "category", "source") == [TITLE, "حكايات", None]
    assert str(made.values["date"]) == "2014-12-03"


@pytest.mark.parametrize("place", ["بيروت", "ذي قار"])
@pytest.mark.parametrize("mark", ["/ ", ": ", " - "])
def test_who_wrote_and_where_stand_in_one_line(place: str, mark: str) -> None:
    made = head(TITLE, f"حاورته في {place}{mark}هدى سالم")
    assert stated(made, "dateline", "authors", "source") == [place, ["هدى سالم"], None]


def test_day_and_section_stand_below_a_text() -> None:
    below = "تاريخ النشر: الاثنين 18 فبراير 2013\nتقارير\nتعليقات الزوار (0)"
    made = convert("\n\n".join((TITLE, *TEXT, below)).encode(), "a.txt", TODAY)
    assert stated(made, "category") == ["تقارير"]
    assert (str(made.values["date"]), body(made)) == ("2013-02-18", TEXT)


@pytest.mark.parametrize(
    "facts",
    [
        ("الطول: 20 قدما", "العرض: 8 أقدام", "المادة: فولاذ وخشب"),
        ("المغرب - كرواتيا صفر - صفر", "ألمانيا - اليابان 1 - 2", "بلجيكا - كندا 1 - 0"),
    ],
)
def test_facts_are_a_paragraph_each_and_have_a_heading(facts: tuple[str, ...]) -> None:
    made = block("مكتبة في سطور", *facts)
    assert body(made) == [*TEXT[:2], "مكتبة في سطور", *facts, *TEXT[2:]]
    assert "## مكتبة في سطور" in made.body


def test_the_name_of_a_column_stands_above_its_headline() -> None:
    made = convert("\n\n".join(("على ضفة النهر\nمكتبة القرية", *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["title"] == "مكتبة القرية"


def test_a_sentence_below_the_first_line_is_its_sub_title() -> None:
    title = "القرية تقرأ من جديد بعد عامين"
    below = (
        "مكتبة القرية تفتح أبوابها صباح أمس بعد ترميم دام عامين والأطفال ينتظرون دورهم عند الباب"
    )
    assert head(title, below, DAY).values["title"] == title


def test_of_what_something_is_made_is_no_headline() -> None:
    made = head("من خشب قديم وحجر", TITLE, DAY)
    assert made.values["title"] == TITLE


@pytest.mark.parametrize(
    "caption", ["قاعة القراءة الجديدة في مكتبة القرية", "زوار أمام باب المكتبة الجديد"]
)
def test_what_is_seen_below_the_day_is_a_caption_and_no_sub_title(caption: str) -> None:
    made = head(TITLE, DAY, caption)
    assert captions_of(made) == [caption]
    assert "summary" not in made.values


@pytest.mark.parametrize(
    "link",
    [
        "طيور الجبل تصل إلى المدينة قبل موعدها",
        "سوق النحاسين.. رائحة التوابل التي لا تغيب",
        "بالصور: أول ثلوج الموسم على مرتفعات الشمال",
    ],
)
def test_a_headline_amid_a_text_that_heads_nothing_is_a_link(link: str) -> None:
    made = block(link)
    assert body(made) == TEXT
    assert [cut.rule for cut in made.cuts if cut.text == link] == ["links"]
    assert "strange lines" in made.doubts


@pytest.mark.parametrize(
    "heading", ["أهل القرية يحملون كتبهم إلى المدرسة", "صناديق المدرسة.. كتب رتبها المتطوعون"]
)
def test_a_headline_of_what_is_below_it_is_a_heading(heading: str) -> None:
    assert f"## {heading}" in block(heading).body


@pytest.mark.parametrize("behind", ["/انتهى", " تابعونا على الفايسبوك", "// انتهى"])
def test_what_is_glued_behind_the_last_sentence_is_parted_from_it(behind: str) -> None:
    made = head(TITLE, DAY, text=[*TEXT[:-1], TEXT[-1] + behind])
    assert body(made) == TEXT


def test_a_sentence_that_asks_to_follow_somebody_stays_whole() -> None:
    last = "قال الأب لأولاده عند باب المكتبة في ذلك المساء. تابعوا القراءة غدا في البيت أيضا"
    assert body(head(TITLE, DAY, text=[*TEXT, last])) == [*TEXT, last]


def test_three_bare_last_lines_of_which_the_text_speaks_are_tags() -> None:
    tags = ["هدى سالم", "تاريخ الوادي", "صناديق خشبية"]
    made = head(TITLE, DAY, text=[*TEXT, "\n".join(tags)])
    assert [cut.text for cut in made.cuts if cut.rule == "tags"] == tags
    assert body(made) == TEXT
    assert len(body(head(TITLE, DAY, text=[*TEXT, "\n".join([*tags[:2], "رحلة الشتاء"])]))) > len(
        TEXT
    )


@pytest.mark.parametrize("who", ["هدى سالم", "د. هدى سالم"])
def test_who_revised_a_text_is_neither_its_writer_nor_a_place(who: str) -> None:
    made = head(TITLE, "إعداد: سامي حداد", f"مراجعة: {who}", DAY)
    assert stated(made, "authors", "dateline") == [["سامي حداد"], None]


def test_below_what_somebody_says_and_his_name_a_heading_may_stand() -> None:
    said = "الرفوف الجديدة تسع عشرة آلاف كتاب وإن نصفها هدية من أهل القرية"
    made = block(said, "هدى سالم، أمينة المكتبة", "رحلة الورق")
    assert "## رحلة الورق" in made.body
    assert [cut.rule for cut in made.cuts].count("pull quote") == 2


def test_a_section_a_site_and_the_day_stand_between_bars() -> None:
    made = head("ثقافة | مرايا الضفاف | 17.02.2016", TITLE)
    assert stated(made, "title", "source", "category") == [TITLE, "مرايا الضفاف", "ثقافة"]
    assert str(made.values["date"]) == "2016-02-17"


@pytest.mark.parametrize("last", ["مازن الخوري (م.خ/ ر.ن)", "مازن الخوري (م.خ)"])
def test_initials_stand_in_brackets_behind_the_writer(last: str) -> None:
    made = head(TITLE, DAY, text=[*TEXT, last])
    assert (made.values["authors"], body(made)) == (["مازن الخوري"], TEXT)


def test_an_agency_in_no_list_ends_a_story_behind_dashes() -> None:
    made = head(TITLE, DAY, text=[*TEXT, "--(سنابل)"])
    assert (made.values["source"], body(made)) == ("سنابل", TEXT)


def test_a_known_name_and_a_paper_stand_below_the_day() -> None:
    made = head(TITLE, DAY, "سامي حداد - الميدان", "أطفال القرية أمام باب المكتبة")
    assert stated(made, "authors") == [["سامي حداد"]]


def test_a_caption_ends_in_its_year() -> None:
    made = block("قاعة القراءة في مدرسة القرية، 1938")
    assert captions_of(made) == ["قاعة القراءة في مدرسة القرية، 1938"]


def test_a_page_takes_neither_its_ticker_nor_a_caption_for_its_headline() -> None:
    ticker = "طقس معتدل على الساحل || تأجيل سباق القوارب || افتتاح معرض الزيتون في الجبل"
    made = page(ticker, "ثقافة", DAY, TITLE, "A+", "قوس حجري في مدخل القرية القديم")
    assert stated(made, "title", "category") == [TITLE, "ثقافة"]
    assert captions_of(made) == ["قوس حجري في مدخل القرية القديم"]


@pytest.mark.parametrize("place", ["بيروت", "تالوين"])
def test_a_writer_stands_between_the_paper_and_the_place(place: str) -> None:
    made = head(TITLE, f"مرايا الجنوب – سامي حداد ({place})")
    assert stated(made, "source", "authors", "dateline") == ["مرايا الجنوب", ["سامي حداد"], place]


def test_an_agency_is_named_in_the_last_line() -> None:
    made = convert("\n\n".join((TITLE, *TEXT, "وكالة المرسى")).encode(), "a.txt", TODAY)
    assert (made.values["source"], body(made)) == ("وكالة المرسى", TEXT)


@pytest.mark.parametrize("number", ["صفحة 1 من 2", "1 | 2 | 3 | ... | 21", "Page 2 of 3"])
def test_the_number_of_a_page_is_noise(number: str) -> None:
    assert noise.is_noise(number)


def test_who_wrote_and_where_stand_below_a_list() -> None:
    items = ["• 1896: أول سباق.", "• 1908: المسافة الحالية", "• 1921: المسافة الرسمية"]
    last = "\n".join([*items, "سامي حداد – لندن"])
    made = convert("\n\n".join((TITLE, *TEXT, last)).encode(), "a.txt", TODAY)
    assert stated(made, "authors", "dateline") == [["سامي حداد"], "لندن"]


def test_two_questions_in_a_line_are_no_heading() -> None:
    line = "ومن هدى هذه؟ وهل وفى أبوها؟"
    assert f"## {line}" not in block(line).body


def test_two_beginnings_of_other_stories_are_cut_off_with_stops() -> None:
    others = [
        "أقيم في القلعة القديمة معرض للأزهار...",
        "ارتفعت أسعار الطماطم في سوق الخضار مع انتهاء...",
    ]
    made = head(TITLE, DAY, text=[*TEXT, *others])
    assert body(made) == TEXT


def test_who_is_seen_somewhere_in_a_year_is_a_caption() -> None:
    caption = "أمينة المكتبة هدى سالم عند باب مكتبة القرية عام 1908"
    assert captions_of(block(caption)) == [caption]


def test_above_a_heading_a_line_of_which_the_text_says_nothing_is_a_link() -> None:
    made = block("حملة لتنظيف ضفاف البحيرة", "صناديق خشبية")
    assert "## صناديق خشبية" in made.body
    assert [cut.rule for cut in made.cuts if "حملة" in cut.text] == ["links"]
