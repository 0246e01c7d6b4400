"""Pages whose breaks were saved as runs of spaces, and what stands around their paragraphs."""

import pytest

from conftest import TODAY
from test_import_amid import amid, tags
from test_import_shapes import DAY, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer.conversion import Conversion, convert

LINKS = (
    "الصيادون يصلحون شباكهم قبل موسم السردين",
    "سوق السمك في المدينة القديمة يغلق يومين لتجديد أرضه",
)
RUN = " " * 4
OTHERS = (
    "متحف السكك الحديدية يعرض أول تذكرة ورقية بيعت في المدينة قبل مئة عام.",
    "بلدية ساحلية تمنح سكانها دراجات قديمة بعد إصلاحها في ورش المدارس.",
)


def rows(*lines: str) -> Conversion:
    """A text of these lines, with the headline above it."""
    return convert("\n".join((TITLE, *lines)).encode(), "a.txt", TODAY)


def test_what_ends_the_line_in_which_links_stand_is_a_paragraph_of_the_text() -> None:
    about = f"ويأتي ذلك فيما {LINKS[1]}، كما أعلنت البلدية مطلع الأسبوع."
    row = RUN.join(("روابط ذات علاقة", *LINKS, about))
    made = rows(TEXT[0], row, *TEXT[1:])
    assert body(made) == [TEXT[0], about, *TEXT[1:]]


def test_what_ends_the_line_of_links_and_is_shorter_than_any_is_a_heading() -> None:
    row = RUN.join(("روابط ذات علاقة", *LINKS, "ماذا بعد؟"))
    assert "## ماذا بعد؟" in rows(TEXT[0], row, *TEXT[1:]).body


def test_keywords_that_a_saver_left_are_tags_and_no_summary() -> None:
    said = "أهل القرية يحتفلون بعودة مكتبتهم بعد عامين من العمل."
    scraps = (f'content="{said}" />', 'content="القرية، هدى سالم، الأطفال، أخبار الموقع" />')
    made = head(*scraps, TITLE, DAY)
    assert stated(made, "title", "summary") == [TITLE, said]
    assert tags(made)[:3] == ["القرية", "هدى سالم", "الأطفال"]
    assert "أخبار الموقع" not in tags(made)


def test_a_summary_that_differs_from_the_first_paragraph_by_a_slip_is_said_once() -> None:
    slip = TEXT[0].replace("ينتظرون", "ينتضرون")
    made = head(f'content="{slip}" />', TITLE, DAY)
    assert (made.values.get("summary"), body(made)) == (None, TEXT)


@pytest.mark.parametrize("label", ["( التفاصيل )", "( القصة كاملة )", "(شاهد التقرير)"])
def test_where_a_sentence_led_on_is_none_of_it(label: str) -> None:
    made = amid(f"وفي القاعة الكبيرة خرائط قديمة للوادي رسمها الرحالة قبل قرنين.{label}")
    assert "قبل قرنين." in made.body
    assert label.strip("() ") not in made.body


@pytest.mark.parametrize(
    ("heading", "is_one"),
    [
        ("هدية من أهل القرية!", True),
        ("رفوف جديدة لكل قارئ!!", True),
        ("بل من يدري..!", False),
        ("وكم من كتاب ضاع!", False),
    ],
)
def test_a_heading_may_exclaim(heading: str, *, is_one: bool) -> None:
    assert (f"## {heading}" in amid(heading).body) is is_one


def test_lines_that_stand_as_several_headings_do_are_headings_however_long() -> None:
    long = "أهل القرية يشاركون في ترتيب الكتب على الرفوف قبل يوم من عودة القراء إليها (الضفاف)"
    first = "أهل القرية يصنعون رفوفا من خشب الجوز (الوادي)"
    short = ("قاعة للأطفال (الوادي)", "خرائط قديمة (الضفاف)", "صناديق للمدرسة (الوادي)")
    titles = (first, long, *short)
    items = [f"{title}\n{text}" for title, text in zip(titles, TEXT, strict=True)]
    announced = "في ما يلي عرض لأبرز ما كتبته صحف الوادي الصادرة اليوم عن المكتبة وقرائها:"
    made = convert("\n\n".join((TITLE, announced, *items)).encode(), "a.txt", TODAY)
    assert made.body.count("## ") == len(titles)
    assert made.values["title"] == TITLE


def test_a_quotation_that_was_torn_is_whole_again() -> None:
    torn = ('وقالت سالم إن "المكتبة استقبلت في يومها الأول', 'مئات القراء من قرى الوادي كله".')
    made = amid(*torn)
    assert " ".join(torn) in made.body


def test_two_verses_of_a_quotation_stay_two() -> None:
    verses = ('"يا وادي النخيل كم من قارئ', 'مر على دربك في الليالي".')
    assert "".join(verses) not in amid(*verses).body.replace(" ", "")
    assert " ".join(verses) not in amid(*verses).body


@pytest.mark.parametrize(
    ("lines", "authors", "place"),
    [
        (("ليلى حداد", "بي بي سي نيوز ـ صنعاء"), ["ليلى حداد"], "صنعاء"),
        (("اوين لويد ـ هوبكنز", "بي بي سي نيوز ـ صنعاء"), ["اوين لويد ـ هوبكنز"], "صنعاء"),
        (("سايمون رينولدز", "محرر الشؤون الثقافية - بي بي سي"), ["سايمون رينولدز"], None),
    ],
)
def test_who_wrote_stands_above_for_whom_and_where(
    lines: tuple[str, str], authors: list[str], place: str | None
) -> None:
    made = head(TITLE, *lines)
    assert stated(made, "authors", "dateline", "images") == [authors, place, None]
    assert body(made) == TEXT


def test_a_dateline_may_have_lost_a_bracket() -> None:
    made = head(TITLE, text=[f"لندن، إنجلترا CNN)-- {TEXT[0]}", *TEXT[1:]])
    assert stated(made, "dateline", "source") == ["لندن", "CNN"]


def test_the_headline_of_a_text_without_one_may_stand_below_it() -> None:
    last = "مكتبة القرية تفتح أبوابها أمام الأطفال بعد ترميم دام عامين"
    made = convert("\n\n".join((*TEXT, last)).encode(), "a.txt", TODAY)
    assert stated(made, "title", "title_from") == [last, "stated"]
    assert body(made) == TEXT


def test_a_summary_that_the_text_says_behind_its_dateline_is_said_once() -> None:
    first = f"دبي، الإمارات العربية المتحدة (CNN) -- {TEXT[0]}"
    made = head(TITLE, "", TEXT[0].rstrip("."), text=[first, *TEXT[1:]])
    assert (made.values.get("summary"), body(made)) == (None, [first, *TEXT[1:]])


def test_a_summary_that_the_text_says_below_a_note_is_said_once() -> None:
    note = "هذا المقال بقلم سامي حداد، والآراء الواردة فيه لا تعبر بالضرورة عن رأي الضفاف."
    made = head(TITLE, "", TEXT[0], text=[note, *TEXT])
    assert (made.values.get("summary"), body(made)) == (None, [note, *TEXT])


def test_two_headlines_that_interrupt_a_text_are_links() -> None:
    links = ("الصيادون يصلحون شباكهم قبل موسم السردين", "سوق السمك: يومان من الانتظار")
    made = amid(*links)
    assert body(made) == TEXT


def test_a_topic_in_two_halves_is_a_link_among_others() -> None:
    links = ("مكتبات الوادي: محطات رئيسية", *LINKS)
    assert body(amid(*links)) == TEXT


def test_headings_behind_two_spaces_at_the_ends_of_rows_are_parted() -> None:
    long = [f"{text} {text.replace('المكتبة', 'القاعة')}" for text in TEXT]
    made = rows(f"{long[0]}  رفوف من خشب", f"{long[1]}  هدايا القرى", *long[2:])
    assert [line for line in made.body.split("\n") if line.startswith("##")] == [
        "## رفوف من خشب",
        "## هدايا القرى",
    ]
    assert "  " not in rows(f"{long[0]}  رفوف من خشب", *long[1:]).body


@pytest.mark.parametrize("heading", ['"هل نحن في مكتبة؟"', "* غضب", "غزة"])
def test_a_heading_may_be_a_word_or_a_question_in_quotation_marks(heading: str) -> None:
    assert f"## {heading.lstrip('* ')}" in amid(heading).body


def test_a_note_with_a_star_below_a_text_is_its_writers() -> None:
    assert body(head(TITLE, DAY, text=[*TEXT, "* وحدة التقارير في الضفاف"])) == TEXT
    item = "* خرائط ومخطوطات قديمة"
    listed = head(TITLE, DAY, text=[*TEXT, "* كتب للأطفال", item])
    assert item.lstrip("* ") in listed.body


def test_a_headline_may_ask_and_answer() -> None:
    title = "كيف عادت مكتبة القرية إلى قرائها بعد عامين؟ هذا ما رواه أهلها لنا اليوم كله"
    assert title.count(" ") + 1 > 14
    summary = "أهل القرية يروون قصة مكتبتهم في عامين."
    made = convert("\n\n".join((title, summary, *TEXT)).encode(), "a.txt", TODAY)
    assert stated(made, "title", "title_from") == [title, "stated"]


def test_a_line_that_waits_for_its_verb_goes_on_in_the_next() -> None:
    torn = ("وفي حديث إلى صحيفة الضفاف الصادرة أمس،", "قالت هدى سالم إن الكتب كلها وصلت في موعدها.")
    made = convert("\n".join((TITLE, *TEXT[:2], *torn, *TEXT[2:])).encode(), "a.txt", TODAY)
    assert " ".join(torn) in made.body


def on_one_line(*pieces: str) -> Conversion:
    """A page whose pieces all stand on one line, as what is taken out of HTML."""
    return convert((" " * 12).join(pieces).encode(), "a.txt", TODAY)


def test_what_stands_behind_a_page_on_one_line_is_none_of_its_text() -> None:
    labelled = ("الكلمات المرتبطة", "المكتبة", "القرية", "شارك", "نسخ")
    more = ("المزيد من الضفاف", *LINKS, "النشرة الأسبوعية")
    made = on_one_line("ثقافة", TITLE, DAY, *TEXT, *labelled, *more)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_behind_the_line_that_says_when_it_was_posted_a_text_is_over() -> None:
    behind = (f"نشر في {DAY} م", "المكتبة", "القرية", "اقرأ في الثقافة", LINKS[0])
    made = on_one_line("ثقافة", TITLE, *TEXT, *behind)
    assert (str(made.values["date"]), body(made)) == ("2024-05-03", TEXT)


def test_a_short_line_below_a_link_on_a_page_on_one_line_is_a_heading() -> None:
    pieces = (*TEXT[:2], "اقرأ أيضا", LINKS[0], "رفوف جديدة", *TEXT[2:])
    made = on_one_line("ثقافة", TITLE, DAY, *pieces)
    assert "## رفوف جديدة" in made.body
    assert LINKS[0] not in made.body


def test_a_day_in_numbers_before_the_headline_is_no_part_of_it() -> None:
    text = "\n".join((f"2301 (GMT+04:00) - 19/03/09    {TITLE}", *TEXT))
    made = convert(text.encode(), "a.txt", TODAY)
    assert stated(made, "title", "date") == [TITLE, "2009-03-19 23:01"]


def test_where_all_rows_are_indented_runs_of_spaces_part_paragraphs() -> None:
    rows_ = (TITLE, f"{TEXT[0]}   {TEXT[1]}", *TEXT[2:])
    made = convert("\n".join(f"        {row}" for row in rows_).encode(), "a.txt", TODAY)
    assert body(made) == TEXT


def test_a_mark_that_turns_a_number_round_stays() -> None:
    turned = "وارتفع عدد القراء 7.\u200f1 في المائة في شهر واحد، كما قالت أمينة المكتبة."
    assert turned in amid(turned).body
    assert "\u200f" not in amid("وارتفع عدد القراء\u200f كله في شهر واحد، كما قالت الأمينة.").body


def test_questions_and_answers_keep_their_marks() -> None:
    talk = ("● متى فتحت المكتبة أبوابها للقراء؟", "●● فتحت أبوابها أمس بعد ترميم دام عامين كاملين.")
    made = amid(*talk, *talk[:1], "●● وقد جاء الأطفال كلهم إلى القاعة الكبيرة مع أهلهم.")
    assert all(line in made.body for line in talk)


def test_headings_that_are_numbered_in_turn_may_head_many_paragraphs() -> None:
    numbered = ("3- خرائط «الوادي»", "2- مخطوطات «العين»", "1- كتب «النخيل»")
    more = [f"{text[:-1]} كله." for text in TEXT]
    made = convert(
        "\n".join((TITLE, numbered[0], *TEXT, numbered[1], *more[:2], numbered[2], *more[2:]))
        .replace(TITLE, f"{TITLE}\n{more[4]} ثم جاء الناس.", 1)
        .encode(),
        "a.txt",
        TODAY,
    )
    assert made.body.count("\n## ") == len(numbered)


def test_the_name_of_a_section_twice_is_a_headline() -> None:
    made = head("مهاجرون.. ومهاجرون", "")
    assert stated(made, "title", "category") == ["مهاجرون.. ومهاجرون", None]


def test_a_headline_that_comes_twice_above_day_and_writer_is_the_pages_own() -> None:
    ticker = ("وجدة.. مباراة حبية بين قدماء اللاعبين", "تازة.. أمطار متفرقة يوم الجمعة القادم")
    title = "صفرو تستعد لعرسها السنوي.. حب الملوك يعود إلى الأسواق بعد غياب عامين"
    more = ("العرائش.. الشروع في تهيئة الكورنيش كله", "أكادير.. سباق للزوارق في خليج المدينة")
    above = (*ticker, *more, "المجتمع", title, title, "موسم أوفر من سابقيه، وأثمنة أقل")
    made = page(*above, "حسناء بوعزة", DAY)
    assert made.values["title"] == title


def test_links_between_a_headline_and_who_wrote_are_none() -> None:
    title = "عشرون يوما تعيش عليها القرية.. المكتبة تفتح أبوابها لأطفال الوادي"
    links = ("إقرأ أيضا..", "مشمش الغوطة.. موسم قصير وعصير طويل", LINKS[0])
    made = page("اقتصاد", title, *links, "المراح - سوسن حداد", f"نشر بتاريخ {DAY}")
    assert stated(made, "title", "authors") == [title, ["سوسن حداد"]]
    assert body(made) == TEXT


def test_the_name_of_a_page_in_two_scripts_is_no_headline() -> None:
    made = on_one_line("يومية الهضاب - Le Quotidien El Hidhab", DAY, "ثقافة", TITLE, *TEXT)
    assert made.values["title"] == TITLE


@pytest.mark.parametrize(
    "caption",
    ["قارئات المكتبة في قاعة القرية عند الغروب", "سحب ركامية فوق ساحل المدينة عصر الاثنين"],
)
def test_where_and_at_what_hour_without_a_verb_is_a_pictures(caption: str) -> None:
    made = amid(caption, "ساعة واحدة تكفي")
    assert captions_of(made) == [caption]
    assert "## ساعة واحدة تكفي" in made.body


def test_a_headline_of_somebody_of_whom_the_text_tells_is_a_heading() -> None:
    heading = "سالم: لبنان لن ينسى مكتباته القديمة لو نسيها العالم كله"
    made = amid(heading, "وقالت هدى سالم إن المكتبة تكتب تاريخها في دفتر كبير عند الباب.")
    assert heading in made.body


def test_a_headline_with_its_sites_name_is_not_torn_from_what_is_below() -> None:
    title = "عمر يشيد بعودة مكتبة القرية القديمة: أهل الوادي يسمحون بهذا"
    top = f"{DAY}    {title}        عمر تحدث إلى زوار المكتبة أمس"
    first = f"صيدا، لبنان (CNN) -- {TEXT[0]}   {TEXT[1]}"
    text = "\n".join((f"    Difaf.com - {title}", top, first, *TEXT[2:]))
    made = convert(text.encode(), "a.txt", TODAY)
    assert stated(made, "title", "date") == [title, "2024-05-03"]


def test_tabs_part_the_paragraphs_of_a_page() -> None:
    row = "\t".join((DAY, "A+ A-", *TEXT))
    made = convert(f"{TITLE}\t\t{TITLE}\n{row}\nشارك\tفيسبوك\tواتساب".encode(), "a.txt", TODAY)
    assert stated(made, "title", "date") == [TITLE, "2024-05-03"]
    assert body(made) == TEXT


def test_below_the_agency_that_signs_a_text_are_other_stories() -> None:
    made = convert("\n".join((TITLE, *TEXT, "(رويترز)", *OTHERS)).encode(), "a.txt", TODAY)
    assert (made.values["source"], body(made)) == ("رويترز", TEXT)


def test_a_button_for_the_size_of_letters_may_stand_last() -> None:
    assert body(convert("\n\n".join((*TEXT, "صص")).encode(), "a.txt", TODAY)) == TEXT


def test_the_rest_of_a_sentence_in_its_row_is_joined_to_it() -> None:
    first = " ".join(TEXT[2].split()[:16]).rstrip(".")
    torn = (f"{first} وقالوا إنهم سيعودون إلى الرفوف", "الجديدة غدا مع الأطفال والمعلمين.")
    made = on_one_line("ثقافة", TITLE, DAY, *TEXT[:2], *torn, *TEXT[3:])
    assert " ".join(torn) in made.body


def test_a_sentence_goes_on_behind_after() -> None:
    torn = ("ولا يصلح أكثر الخشب القديم لرفوف المكتبة الجديدة بعد", "نهاية كل موسم.")
    made = convert("\n".join((TITLE, *TEXT[:2], *torn, *TEXT[2:])).encode(), "a.txt", TODAY)
    assert " ".join(torn) in made.body


def test_a_caption_below_a_headline_is_none() -> None:
    shown = "باعة يعرضون كتبا مستعملة على رصيف الشارع"
    made = head("ثقافة", f"{DAY} - 15:05", TITLE, "صص", shown, "تصوير: علي حداد", shown)
    assert stated(made, "title", "date") == [TITLE, "2024-05-03 15:05"]
    assert captions_of(made) == [shown]
