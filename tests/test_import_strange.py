"""Lines of which neither headline nor text says a word are the page's, whatever they say."""

from typing import Final

import pytest

from conftest import TODAY
from warraq import markdown
from warraq.importer.conversion import Conversion, convert
from warraq.importer.furniture import is_furniture

TITLE: Final = "خرائط المدينة القديمة تعود إلى مكتبة الميناء بعد ترميمها"
_STORY: Final = """
عادت أمس إلى مكتبة الميناء ستون خريطة للمدينة القديمة رسمها مساحون قبل مئة عام، بعد ترميم استغرق
سنتين في ورشة صغيرة أقامتها البلدية لهذا الغرض.

وقالت أمينة المكتبة سلمى نجار إن الرطوبة أتلفت أطراف الخرائط، وإن المرممين لصقوا وراءها ورقا رقيقا
من ألياف التوت، ثم نظفوا الحبر بفرشاة ناعمة.

وأضافت أن الزوار سيرون الخرائط في قاعة مظلمة، لأن الضوء يبهت ألوانها، وأن نسخا مصورة منها ستوضع على
طاولات يجلس إليها الباحثون.

وتظهر إحدى الخرائط السوق والخان والحمامات قبل أن يهدمها السيل، وهي الوحيدة التي عليها توقيع المساح
واسم السنة.
"""
TEXT: Final = [" ".join(paragraph.split()) for paragraph in _STORY.split("\n\n")]
OTHER: Final = "انطلاق بطولة السباحة للناشئين في المسبح الأولمبي"
OTHERS: Final = [
    OTHER,
    "تراجع أسعار النفط العالمية مع ارتفاع المخزونات الأمريكية",
    "العلماء يرصدون كوكبا بعيدا تدور حوله حلقات جليدية",
    "ارتفاع عدد المصابين بالأنفلونزا في المدارس الريفية",
]


def story(*above: str, below: tuple[str, ...] = (), title: str = TITLE) -> Conversion:
    """The story with lines above its headline, which may be lost, and below its last paragraph."""
    head = "\n\n".join((*above, title) if title else above)
    return convert("\n\n".join((head, *TEXT, *below)).encode(), "a.txt", TODAY)


def body(made: Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


def rules(made: Conversion) -> dict[str, str]:
    return {cut.text: cut.rule for cut in made.cuts}


@pytest.mark.parametrize(
    "line",
    [
        "صوت الفقراء والمهمشين",
        "هاني العلي - رندة الصباغ",
        "احصل على خصم كبير عند شراء هاتف جوال",
        "مجلس التحرير: جماعة من الأدباء العرب",
        OTHER,
        "19.5 C",
        "21°C~9°C",
        "التوقيت 07:15 م , بتوقيت دمشق",
    ],
)
def test_what_stands_above_a_headline_and_is_of_something_else_does_not_take_its_place(
    line: str,
) -> None:
    made = story(line)
    assert made.values["title"] == TITLE
    assert body(made) == TEXT
    assert line in rules(made)


def test_that_such_a_line_was_left_out_is_told_as_a_doubt() -> None:
    assert "strange lines" in story(OTHER).doubts
    assert "strange lines" in story(below=(OTHER,)).doubts
    assert not story().doubts


@pytest.mark.parametrize(
    "headline", ["ذاكرة من ورق", "حبر لا يموت", "لماذا نحب كل ما هو بعيد؟", "عودة الروح إلى البيت"]
)
def test_a_headline_that_says_nothing_of_its_text_stays_the_headline(headline: str) -> None:
    made = convert("\n".join((headline, "سلمى نجار", *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["title"] == headline
    summary = "خرائط قديمة للمدينة في مكتبة الميناء"
    signed = convert("\n".join((headline, "بقلم: هاني العلي", summary, *TEXT)).encode(), "a", TODAY)
    assert signed.values["title"] == headline


def test_a_text_below_headlines_of_other_stories_has_lost_its_own() -> None:
    made = story(*OTHERS, title="")
    assert made.values["title_from"] == "first words"
    assert body(made) == TEXT
    items = story(*(f"- {line}" for line in OTHERS), title="")
    assert items.values["title_from"] == "first words"
    assert body(items) == TEXT


def test_an_unknown_name_alone_above_a_text_is_no_headline() -> None:
    made = story("زوزوم فلافيزيا", title="")
    assert made.values["title_from"] == "first words"
    assert body(made) == TEXT


@pytest.mark.parametrize("line", [OTHER, "منظر طبيعي خلاب عند الغروب", "Zamzam Kitchen Tools"])
def test_what_stands_between_headline_and_text_and_is_of_neither_goes(line: str) -> None:
    made = convert("\n".join((TITLE, "مقهى", line, *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["title"] == TITLE
    assert line not in made.body or line.isascii()  # a work may be called so


def test_another_storys_headline_right_below_the_texts_own_is_no_summary() -> None:
    for parted in ("\n", "\n\n"):
        made = convert(parted.join((TITLE, OTHERS[2], *TEXT)).encode(), "a.txt", TODAY)
        assert "summary" not in made.values
        assert body(made) == TEXT
    said = "مكتبة الميناء تعرض خرائط المدينة القديمة في قاعة مظلمة تحفظ ألوانها"
    summed = convert("\n\n".join((TITLE, said, *TEXT)).encode(), "a.txt", TODAY)
    assert summed.values["summary"] == said


@pytest.mark.parametrize(
    ("line", "author"),
    [("د. هاني العلي", "د. هاني العلي"), ("طارق على فدعوس", "طارق على فدعوس")],
)
def test_a_persons_name_of_which_the_text_does_not_speak_is_its_writers(
    line: str, author: str
) -> None:
    made = convert("\n".join((TITLE, "3 مايو 2024", line, *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["authors"] == [author]


@pytest.mark.parametrize(
    "below",
    [
        (OTHER,),
        ("مقهى القلعة الكبير", OTHER),
        ("جمعية هواة الطيور البرية",),
        ("قائمة: ",),
    ],
)
def test_a_few_lines_behind_the_last_sentence_that_are_of_something_else_are_the_pages(
    below: tuple[str, ...],
) -> None:
    assert body(story(below=below)) == TEXT


@pytest.mark.parametrize(
    "below",
    [
        ("نحن نكتب القصيد للربيع", "ونغني الحصاد للفلاح"),
        ("وفاز فريق الناشئين بكأس السباحة",),
        ("يشكر النادي كل المتبرعين",),
        ("توقيع المساح على الخريطة",),
        ("دمتم بخير",),
        ("The Sea Around Us",),
        ("والسلام عليكم ورحمة الله",),
        ("«الطيور تعرف دربها»",),
        ("أحمد رزق: 12", "ليلى كنعان: 11", "سامر عيد: 10", "هدى بكر: 9"),
    ],
)
def test_what_may_be_the_texts_own_last_words_stays(below: tuple[str, ...]) -> None:
    assert body(story(below=below))[-len(below) :] == list(below)


def test_a_short_text_tells_too_little_to_take_a_line_out() -> None:
    made = convert(f"{TITLE}\n\n{TEXT[0]}\n\n{OTHER}\n".encode(), "a.txt", TODAY)
    assert OTHER in made.body


def test_below_a_link_that_a_text_ends_in_stand_others() -> None:
    link = "اقرأ أيضا: خرائط أخرى في مكتبة الميناء"
    near = "مكتبة الميناء تعرض خرائط المدينة القديمة للزوار"
    assert body(story(below=(link, near))) == TEXT
    going_on = (link, near, "وختمت نجار حديثها بأن المكتبة ستفتح أبوابها كل يوم حتى المساء.")
    assert body(story(below=going_on))[-1] == going_on[-1]


def test_whose_the_text_is_ends_it_where_only_another_story_follows() -> None:
    begun = "انطلقت في المسبح الأولمبي بطولة السباحة للناشئين بمشاركة عشرين ناديا من كل الأندية."
    made = story(below=("المصدر: راديو الضفة", OTHER, begun))
    assert made.values["source"] == "راديو الضفة"
    assert body(made) == TEXT
    own = "وختمت نجار حديثها بأن مكتبة الميناء ستفتح قاعة الخرائط للزوار كل يوم حتى المساء."
    assert body(story(below=("المصدر: راديو الضفة", own)))[-1] == own


def test_below_a_label_each_headline_with_its_beginning_is_another_story() -> None:
    stories = (
        *("أحدث الأخبار", OTHER, "أعلن الاتحاد انطلاق بطولة السباحة للناشئين في المسبح الجديد."),
        *("3/5/2024", OTHERS[1], "تراجعت أسعار النفط العالمية بعد ارتفاع المخزونات الأمريكية."),
    )
    assert body(story(below=stories)) == TEXT


def test_headlines_with_their_first_paragraphs_below_a_text_are_other_stories() -> None:
    swim = "شهد المسبح الأولمبي انطلاق بطولة السباحة للناشئين، ويشارك فيها مئتا سباح وسباحة."
    oil = "سجلت أسعار النفط العالمية تراجعا بعد بيانات عن ارتفاع المخزونات الأمريكية هذا الأسبوع."
    made = story(below=(OTHER, OTHER, swim, OTHERS[1], oil))
    assert body(made) == TEXT
    assert "teasers" in made.doubts


def test_a_last_part_of_the_text_with_its_heading_stays() -> None:
    heading = "قاعة مظلمة تحفظ ألوان الخرائط"
    part = "وستفتح قاعة الخرائط المظلمة كل يوم من الصباح حتى المساء، وفيها ألوان لا يراها الزوار."
    assert part in body(story(below=(heading, part)))
    swim = "شهد المسبح الأولمبي انطلاق بطولة السباحة للناشئين، ويشارك فيها مئتا سباح وسباحة."
    assert body(story(below=(OTHER, swim)))[-1] == swim
    asked = "هل يعود النحل إلى الحديقة؟"
    answer = "أجاب خبير النحل بأنه يعود إلى الحديقة كل ربيع إذا زرعت فيها أشجار اللوز والزعتر."
    assert body(story(below=(asked, answer)))[-2:] == [asked, answer]


def test_a_day_above_the_headline_beside_the_weather_is_the_pages_clock() -> None:
    for above in (
        ("الجمعة 3 مايو 2024", "21 °C", "بيروت"),
        ("الجمعة 3 مايو 2024", "21 °C", "الجمعة 3 مايو 2024"),
        ("الجمعة 3 مايو 2024", "إعلان"),
    ):
        assert "date" not in story(*above).values
    assert story("الجمعة 3 مايو 2024").values["date"] == "2024-05-03"


def test_a_marked_writer_below_the_headline_counts_before_names_above_it() -> None:
    made = convert("\n".join((TITLE, "كتبت: منى سعد", *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["authors"] == ["منى سعد"]
    names = convert(
        "\n".join(("هاني العلي", "رندة الصباغ", TITLE, "كتبت: منى سعد", *TEXT)).encode(),
        "a.txt",
        TODAY,
    )
    assert names.values["authors"] == ["منى سعد"]


def test_a_known_papers_dateline_is_no_way_to_a_page() -> None:
    for paper in ("الشرق الأوسط", "الشرق الاوسط"):
        made = convert("\n".join((TITLE, f"{paper} - بيروت", *TEXT)).encode(), "a.txt", TODAY)
        assert (made.values["source"], made.values["dateline"]) == (paper, "بيروت")


def test_a_correspondent_without_a_name_writes_for_his_paper() -> None:
    made = convert("\n".join((TITLE, "كتب - مراسل «الضفة»", *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["source"] == "الضفة"
    assert "authors" not in made.values


def test_the_headline_once_more_with_its_sites_words_is_no_text() -> None:
    again = TITLE.replace("مكتبة الميناء", "«مكتبة» الميناء") + " - الضفاف نيوز"
    made = convert("\n".join((TITLE, "3 مايو 2024", again, *TEXT)).encode(), "a.txt", TODAY)
    assert body(made) == TEXT


def test_a_name_that_a_program_parted_with_a_comma_is_one_writers() -> None:
    made = convert("\n".join((TITLE, "الكاتب: منى،سعد", *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["authors"] == ["منى سعد"]


def test_short_lines_that_a_text_ends_in_and_speaks_of_are_its_tags() -> None:
    made = story(below=("الخرائط", "مكتبة الميناء", "المدينة القديمة", "ورشة الترميم"))
    assert body(made) == TEXT
    assert made.values["tags"][:2] == ["الخرائط", "مكتبة الميناء"]  # type: ignore[index]  # a list
    assert "tags" in made.doubts
    announced = (TEXT[-1][:-1] + ":", "الخرائط", "مكتبة الميناء", "المدينة القديمة", "ورشة الترميم")
    assert body(story(below=announced))[-4:] == list(announced[1:])


@pytest.mark.parametrize(
    "line",
    [
        "شارك القصة مع أصدقائك",
        "ابق على اطلاع بآخر الأخبار",
        "اشترك مجانا لتصلك أحدث أخبارنا كل يوم",
        "انضموا إلى قناتنا على تيليغرام",
        "هل أعجبك هذا المقال؟ شاركنا رأيك في التعليقات",
        "يمكنكم متابعة آخر الأخبار عبر تطبيقنا الجديد",
        "نشكركم على قراءة هذا الخبر، ونتطلع إلى مشاركتكم في صفحتنا.",
        "نسخ رابط المقال",
        "تسجيل الدخول إلى حسابك",
        "للتواصل مع المحرر اكتب إلى البريد a@example.org",
    ],
)
def test_a_line_in_which_a_page_speaks_to_its_readers_is_none_of_the_text(line: str) -> None:
    assert is_furniture(line) or line.startswith("للتواصل")
    assert body(story(below=(line,))) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "شارك القصة مع جيرانه في القرية",
        "تابع الأطفال قراءة القصص حتى المساء",
        "أخبار",
        "الشاهد على القصة",
        "متابعة أحوال الصيادين",
        "اقرأ",
        "حقوق المرأة",
    ],
)
def test_a_line_with_a_word_that_pages_do_not_use_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize("word", ["القائمة", "بحث", "حصري", "صفحة جديدة 1", "أنوار", "موافق"])
def test_a_word_by_itself_above_a_headline_of_which_the_text_speaks_is_no_headline(
    word: str,
) -> None:
    made = story(word)
    assert made.values["title"] == TITLE
    assert body(made) == TEXT


def test_a_word_by_itself_is_a_headline_where_the_text_says_it_or_no_other_is_there() -> None:
    assert story("الخرائط", title="").values["title"] == "الخرائط"
    assert story("أنوار", title="").values["title"] == "أنوار"


@pytest.mark.parametrize("line", ["موافق", "القائمة", "خاص"])
def test_a_button_below_the_headline_or_the_last_sentence_is_none_of_the_text(line: str) -> None:
    assert body(story(TITLE, line, title="")) == TEXT
    assert body(story(below=(line,))) == TEXT


def test_a_known_section_behind_the_last_sentence_has_nothing_to_head() -> None:
    made = story(below=("محليات",))
    assert (body(made), made.values["category"]) == (TEXT, "محليات")


def test_tags_behind_the_last_sentence_may_have_bars_between() -> None:
    made = story(below=("المكتبة|الخرائط|الميناء",))
    assert body(made) == TEXT
    assert str(made.values["tags"]).startswith("['المكتبة', 'الخرائط', 'الميناء'")


def test_who_put_an_agencys_story_into_arabic_is_its_writer_and_who_edited_it_is_not() -> None:
    made = story(below=("(إعداد سامي حداد للنشرة العربية - تحرير ليلى النجار)",))
    assert (body(made), made.values["authors"]) == (TEXT, ["سامي حداد"])


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("زوار في قاعة الخرائط المظلمة (رويترز)", "زوار في قاعة الخرائط المظلمة", "رويترز"),
        ("زوار في قاعة الخرائط المظلمة (أرشيف)", "زوار في قاعة الخرائط المظلمة", "أرشيف"),
        ("صورة: زوار في قاعة الخرائط المظلمة", "زوار في قاعة الخرائط المظلمة", ""),
        ("صورة: مكتبة الميناء", "", "مكتبة الميناء"),
        ("صورة تعبيرية", "صورة تعبيرية", ""),
    ],
)
def test_a_line_among_the_paragraphs_that_ends_in_an_agency_is_a_caption_and_no_heading(
    line: str, caption: str, credit: str
) -> None:
    source = "\n\n".join((TITLE, *TEXT[:2], line, *TEXT[2:]))
    made = convert(source.encode(), "a.txt", TODAY)
    assert body(made) == TEXT
    assert made.values["images"] == [{"caption": caption, "credit": credit}]


def test_a_name_or_a_bodys_report_of_which_the_text_speaks_is_its_headline_and_no_writer() -> None:
    assert story("سلمى نجار", title="").values["title"] == "سلمى نجار"
    headline = "تقرير: بلدية المدينة القديمة تعرض خرائط السوق والخان"
    assert story(headline, title="").values["title"] == headline
    headline = "ترميم وكالة الميناء : البلدية تعرض خرائط المدينة"
    assert story(headline, title="").values["title"] == headline
    assert story("سامي حداد", title="").values["authors"] == ["سامي حداد"]


def test_who_says_the_verses_above_a_text_begins_it() -> None:
    verses = ["يقول شاعر الميناء:", "الموج يكتب ما نراه", "والرمل يمحو ما كتب"]
    made = convert("\n".join((TITLE, "", "سلمى نجار", "", *verses, *TEXT)).encode(), "a.txt", TODAY)
    assert body(made) == [verses[0], " ".join(verses[1:]), *TEXT]
    assert made.values["authors"] == ["سلمى نجار"]


def test_to_whom_a_letter_is_and_who_signs_it_stay_in_it() -> None:
    above, below = "سعادة رئيس تحرير صحيفة الضفاف - المحترم", "مع تحيات إدارة البريد بوزارة النقل"
    made = convert("\n\n".join((TITLE, above, *TEXT, below)).encode(), "a.txt", TODAY)
    assert body(made) == [above, *TEXT, below]


@pytest.mark.parametrize(
    "link",
    [
        "قد يهمك: تراجع أسعار النفط العالمية مع ارتفاع المخزونات",
        "قد يهمك أيضًا/ العلماء يرصدون كوكبا بعيدا تدور حوله حلقات",
        "قد يهمك.. ارتفاع عدد المصابين بالأنفلونزا في المدارس",
        "للمزيد - مهرجان السينما: أين الأفلام القصيرة؟",
        "للمزيد، قلق من تراجع عدد النحل في السهول",
        "شاهد.. كيف تصنع الأعواد من خشب الأرز؟",
        "اقرأ.. رأي: سباق المراكب لم ينته بعد",
        "أيضا: قطار الضفة يعود بعد عام من الغياب",
    ],
)
def test_a_link_to_another_story_behind_its_label_leaves_the_text(link: str) -> None:
    made = convert("\n\n".join((TITLE, *TEXT[:2], link, *TEXT[2:])).encode(), "a.txt", TODAY)
    assert body(made) == TEXT
    assert rules(made)[link] == "links"


@pytest.mark.parametrize(
    "line",
    [
        "للمزيد من الخرائط يزور الناس متحف الميناء.",
        "شاهد الزوار كيف ينظف المرممون الحبر عن الخرائط",
        "اقرأ ما شئت من الخرائط: هذا ما كتبه أحد الزوار",
    ],
)
def test_a_sentence_that_only_begins_as_a_link_stays(line: str) -> None:
    made = convert("\n\n".join((TITLE, *TEXT[:2], line, *TEXT[2:])).encode(), "a.txt", TODAY)
    assert body(made) == [*TEXT[:2], line, *TEXT[2:]]
