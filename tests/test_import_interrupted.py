"""A text that a page interrupts: buttons, requests, galleries, links and torn lines amid it."""

import textwrap

import pytest

from conftest import TODAY
from test_import_amid import LAST, OTHER, amid, below
from test_import_shapes import DAY, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer import boilerplate, torn, wrapping
from warraq.importer.conversion import Conversion, convert
from warraq.importer.lines import split

SHARE = ("مشاركة", "إرسال", "Facebook", "Twitter", "Whatsapp")
NEWSLETTER = (
    "نشرة «النخيل» الصباحية",
    "أهم ما في الوادي في بريدك كل يوم عند السابعة",
    "أدخل بريدك الإلكتروني",
    "اشترك الآن",
)
MORE = (
    (
        "ويقول المتطوعون إن رفوف المكتبة القديمة كانت من خشب الجوز، وإن الأطفال حملوا الكتب منها "
        "إلى المدرسة في أكياس من قماش خاطتها أمهاتهم في الليل."
    ),
    (
        "وينتظر أهل القرية أن تصل الكتب الجديدة في الربيع، ومعها خرائط قديمة للوادي رسمها معلم "
        "المدرسة الأول حين كانت البيوت سبعة لا غير."
    ),
)


def interrupted(*between: str) -> Conversion:
    """A longer story with lines amid it."""
    lines = (TITLE, *TEXT, "\n".join(between), *MORE)
    return convert("\n\n".join(lines).encode(), "a.txt", TODAY)


@pytest.mark.parametrize("bar", [SHARE, NEWSLETTER], ids=["share", "newsletter"])
def test_the_text_goes_on_below_what_pages_show_amid_articles(bar: tuple[str, ...]) -> None:
    assert body(interrupted(*bar)) == [*TEXT, *MORE]


def test_below_the_buttons_at_its_end_a_page_leaves_the_text() -> None:
    comments = ("تعليقات القراء", "سالم", DAY, *MORE)
    assert body(interrupted(*SHARE, *comments))[-2:] != list(MORE)


@pytest.mark.parametrize(
    "line",
    [
        "اشترك في القناة على واتساب ليصلك جديد الوادي",
        "للانضمام لقروب الواتساب الخاص بالموقع",
        "📢 مجموعة الواتساب (14)",
        "تابعوا نخيل الضفاف عبر أخبار جوجل",
        "قيّم هذا المقال  1  2  3  4  5",
        "الطقس: صيدا 27 صور 28 بعلبك 36",
        "أوقات الصلاة: الصبح 04:12 الظهر 13:20 العصر 17:09",
        "أهم ما كُتب هذا الأسبوع في بريدك كل جمعة",
        "بدعمكم تبقى صحافتنا مستقلة ومفتوحة للجميع",
    ],
)
def test_pages_ask_in_many_words(line: str) -> None:
    assert boilerplate.marks_tail(line)
    assert body(below(line)) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "وقال إن دعمكم لنا كبير، وإن عملنا لن يتوقف حتى تعود الكتب إلى الرفوف.",
        "الأهداف: سالم (54)، حداد (68) وسجل الضيوف هدفهم في الدقيقة 67.",
        "وصلت الرسائل إلى بريدكم قبل عام كامل، وبقيت هناك بلا جواب من أحد.",
    ],
)
def test_what_people_say_is_no_request(line: str) -> None:
    assert not boilerplate.marks_tail(line)


@pytest.mark.parametrize(
    "counts",
    [("صورة 1 من 2", "صورة 2 من 2"), ("1/2", "2/2")],
    ids=["in words", "in numbers"],
)
def test_pictures_that_are_counted_have_their_captions(counts: tuple[str, str]) -> None:
    first, second = "رفوف من خشب الجوز", "خرائط الوادي القديمة"
    made = amid("\n".join((counts[0], first, counts[1], second)))
    assert captions_of(made) == [first, second]
    made = amid("\n".join((first, counts[0], second, counts[1])))
    assert captions_of(made) == [first, second]
    assert body(made) == TEXT


def test_two_numbers_that_count_no_pictures_stay() -> None:
    assert "1/2" in body(amid("1/2", MORE[0], "3/7"))


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("رفوف المكتبة الجديدة - تصوير سامي حداد", "رفوف المكتبة الجديدة", "سامي حداد"),
        ("رفوف المكتبة الجديدة في القاعة / ارشيف", "رفوف المكتبة الجديدة في القاعة", "ارشيف"),
        ("رفوف المكتبة الجديدة (ص. ليلى عمر)", "رفوف المكتبة الجديدة", "ليلى عمر"),
        ("[ رفوف المكتبة الجديدة في القاعة ]", "رفوف المكتبة الجديدة في القاعة", ""),
        ("رفوف المكتبة الجديدة\nتصوير - سامي حداد", "رفوف المكتبة الجديدة", "سامي حداد"),
        ("رفوف المكتبة الجديدة\nرفوف المكتبة الجديدة", "رفوف المكتبة الجديدة", ""),
        ("زائر وطفلان داخل قاعة القراءة", "زائر وطفلان داخل قاعة القراءة", ""),
        ("الخرائط كما تعرض في القاعة", "الخرائط كما تعرض في القاعة", ""),
    ],
)  # fmt: skip
def test_a_caption_amid_paragraphs_says_so_in_its_own_way(
    line: str, caption: str, credit: str
) -> None:
    made = amid(line)
    assert made.values["images"] == [{"caption": caption, "credit": credit}]
    assert body(made) == TEXT


def test_a_caption_that_names_its_own_paper_behind_it() -> None:
    line = "رفوف المكتبة الجديدة. «النخيل نيوز»"
    made = head("النخيل نيوز", TITLE, DAY, text=[*TEXT[:2], line, *TEXT[2:]])
    assert captions_of(made) == ["رفوف المكتبة الجديدة"]


def test_another_story_printed_twice_is_no_caption() -> None:
    made = amid(OTHER, OTHER)
    assert "images" not in made.values


def test_a_headline_amid_a_text_with_its_day_below_is_a_link() -> None:
    assert body(amid(f"{OTHER}\nالأحد 28 أبريل 2024 - 12:30")) == TEXT


def test_what_is_counted_above_a_text_has_its_caption() -> None:
    made = head(TITLE, DAY, "الصورة 1 من 4", "أمينة المكتبة تستقبل الأطفال عند الباب")
    assert captions_of(made) == ["أمينة المكتبة تستقبل الأطفال عند الباب"]
    assert body(made) == TEXT


def test_a_caption_may_stand_above_the_headline() -> None:
    caption = "أطفال من القرية أمام باب المكتبة"
    made = convert("\n\n".join((caption, TITLE, DAY, *TEXT)).encode(), "a.txt", TODAY)
    assert stated(made, "title") == [TITLE]
    assert captions_of(made) == [caption]


def test_a_caption_that_its_saver_put_before_the_dateline_is_parted_from_it() -> None:
    for space in (" ", ""):
        made = head(TITLE, text=[f"رفوف المكتبة الجديدة{space}بيروت ـ أ ف ب: {TEXT[0]}", *TEXT[1:]])
        assert stated(made, "dateline", "source") == ["بيروت", "أ ف ب"]
        assert captions_of(made) == ["رفوف المكتبة الجديدة"]


def test_a_sentence_may_name_a_city_and_its_agency() -> None:
    first = f"قالت مصادر في بيروت (رويترز) - {TEXT[0]}"
    assert body(head(TITLE, text=[first, *TEXT[1:]]))[0] == first


def test_the_writer_may_stand_in_the_first_words() -> None:
    made = head(TITLE, text=[f"كتب سامي حداد: {TEXT[0]}", *TEXT[1:]])
    assert stated(made, "authors") == [["سامي حداد"]]
    said = head(TITLE, text=[f"كتب سامي حداد: {TEXT[0]}", *TEXT[1:], "وشكر حداد أهل القرية."])
    assert "authors" not in said.values


@pytest.mark.parametrize(
    ("line", "authors"),
    [("ع. الزعبي", ["ع. الزعبي"]), ("ف. بن عيسى", ["ف. بن عيسى"])],
)
def test_a_signature_may_have_but_an_initial(line: str, authors: list[str]) -> None:
    made = below(line)
    assert (made.values["authors"], body(made)) == (authors, TEXT)


def test_a_signature_with_the_initial_of_the_writer_is_his_once_more() -> None:
    made = below("س. حداد", byline="بقلم: سامي حداد")
    assert (made.values["authors"], body(made)) == (["سامي حداد"], TEXT)


def test_a_ticker_with_the_hour_before_its_headlines_is_not_of_the_article() -> None:
    ticker = ("22:04 نشرة جوية تنذر بالمطر", "21:48 افتتاح معرض الصناعات", "21:30 فوز فريق السلة")
    made = page(*ticker, "\nثقافة", TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_a_ticker_on_one_line_is_no_first_paragraph() -> None:
    ticker = f"{OTHER} * وزارة التربية تعلن نتائج مسابقة الخط العربي * معرض للحرف اليدوية في الجبل"
    made = page(ticker, TITLE, DAY)
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_how_the_text_begins_may_stand_above_its_headline() -> None:
    begins = " ".join(TEXT[0].split()[:9])
    made = head(f"{TITLE} :: نخيل نت", f"{begins}...", DAY, TITLE, text=[*TEXT])
    assert (made.values["title"], body(made)) == (TITLE, TEXT)


def test_a_heading_in_bold_letters_may_ask() -> None:
    made = amid("** لماذا الخشب؟")
    assert "## لماذا الخشب؟" in made.body


def test_a_heading_may_begin_with_and_if_it_asks() -> None:
    assert "## وماذا بعد ذلك؟" in amid("وماذا بعد ذلك؟").body


def test_a_paper_and_its_country_above_a_headline_are_no_dateline() -> None:
    made = head("صحيفة النخيل - السودان", TITLE, DAY, "بيروت: سامي حداد")
    assert stated(made, "dateline", "source", "authors") == ["بيروت", "صحيفة النخيل", ["سامي حداد"]]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["no blank lines", "blank lines"])
def test_a_line_that_wants_a_word_goes_on_in_the_next(between: str) -> None:
    torn_at = (
        "ويقول متطوعون حملوا الكتب القديمة في الشتاء إلى",
        "المدرسة",
        "الجديدة إنها عادت كلها.",
    )
    lines = [line.text for line in torn.joined(split(between.join((*TEXT, *torn_at, *MORE))))]
    assert lines == [*TEXT, " ".join(torn_at), *MORE]


def test_a_beginning_that_was_cut_off_goes_on_in_nothing() -> None:
    cut = f"{' '.join(TEXT[0].split()[:9])} في"
    text = "\n".join((TITLE, cut, "بيروت - رويترز", *TEXT))
    assert torn.joined(split(text)) == split(text)


def test_three_lines_together_are_one_where_blank_lines_part_the_paragraphs() -> None:
    words = MORE[0].split()
    block = "\n".join((" ".join(words[:16]), " ".join(words[16:20]), " ".join(words[20:])))
    text = "\n\n".join((*TEXT, block, MORE[1]))
    assert [line.text for line in torn.joined(split(text))] == [*TEXT, *MORE]


def test_a_head_may_be_wider_than_the_wrapped_text_below() -> None:
    wide = "نخيل الضفاف - ثقافة وتراث - مكتبة القرية تفتح أبوابها بعد ترميم دام عامين كاملين"
    text = "\n".join(
        (wide, *(textwrap.fill(part, 60, initial_indent="   ") for part in (*TEXT, *MORE)))
    )
    assert [line.text for line in wrapping.undone(split(text), text)] == [wide, *TEXT, *MORE]


def test_wrapped_lines_may_all_have_blank_lines_between() -> None:
    rows = [row for part in (*TEXT, *MORE, LAST) for row in textwrap.wrap(part, 60)]
    text = "\n\n".join(rows)
    found = wrapping.undone(split(text), text)
    assert [line.text for line in found] == [*TEXT, *MORE, LAST]
    assert all(line.gap for line in found[1:])


@pytest.mark.parametrize(
    "torn",
    [
        ("أعلنت", "بلدية الميناء الجديد", "موافقتها على خطة لترميم السوق القديمة بعد موسم الصيد."),
        (
            "وقف الصيادون عند الرصيف القديم ينتظرون عودة",
            "القارب الأول لهذا الموسم من البحر",
            "، وقد تأخر عن موعده يوما كاملا بسبب الرياح الشديدة.",
        ),
    ],
    ids=["a verb alone", "a comma behind a link"],
)
def test_a_sentence_torn_at_its_links_is_whole_and_no_headline(torn: tuple[str, ...]) -> None:
    rest = "ويقول الحارس إن الباب سيفتح في الصباح، وإن المقاعد الخشبية ستبقى في مكانها قرب الماء."
    made = convert("\n".join((*torn, rest)).encode(), "a.txt", TODAY)
    assert made.values["title_from"] == "first words"
    assert made.body.split("\n\n")[0].replace(" ،", "،") == " ".join(torn).replace(" ،", "،")


def test_who_did_it_and_what_he_did_are_one_sentence_where_others_were_torn() -> None:
    torn = ("وقف الصيادون عند الرصيف ينتظرون عودة", "القارب الأول لهذا الموسم", "، وقد تأخر يوما.")
    rest = "قال في حديثه إلى الصيادين، إن المقاعد الخشبية ستبقى في مكانها قرب الماء."
    made = convert("\n".join((*torn, "حارس الميناء سامي حداد", rest)).encode(), "a.txt", TODAY)
    assert f"حارس الميناء سامي حداد {rest}" in made.body
    alone = convert("\n".join((*TEXT[:2], "حارس الميناء", rest)).encode(), "a.txt", TODAY)
    assert "## حارس الميناء" in alone.body


@pytest.mark.parametrize("button", ["أعلن", "شارك"])
def test_a_button_is_no_verb_of_a_sentence(button: str) -> None:
    made = convert("\n".join((TITLE, "من نحن", button, "اتصل بنا", *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["title"] == TITLE
    assert button not in made.body


def test_sentences_torn_at_several_links_are_whole() -> None:
    sentences = [
        ("وسحبت البلدية رخص", "القوارب المخالفة", "لمنع تكرار ما جرى في الميناء القديم قبل عام."),
        ("ويحظر على كل صياد أن يقترب من", "الرصيف الشرقي", "أو يربط قاربه إلى أعمدته القديمة."),
        ("يفتقد", "في رحلته هذه المرة رفاقه الأربعة الذين بقوا عند الشاطئ ينتظرون."),
        (
            "وباع",
            "الصياد الأول",
            "سمكه",
            "قبل الظهر",
            "بنصف ثمنه في سوق المدينة القريبة من الميناء.",
        ),
        ("وكتب الحارس في دفتر الميناء أ", "سماء القوارب", "، ثم علقه على الباب الخشبي الكبير."),
    ]
    made = convert("\n".join("\n".join(part) for part in sentences).encode(), "a.txt", TODAY)
    assert body(made) == [" ".join(parts).replace(" ،", "،") for parts in sentences]


def test_a_sentence_whose_link_was_lost_is_one() -> None:
    torn = ("وقالت البلدية إن تسجيل القوارب عبر", "شهد إقبالا كبيرا من الصيادين طوال أيام الموسم.")
    made = convert("\n".join((TEXT[0], *torn, *TEXT[1:])).encode(), "a.txt", TODAY)
    assert " ".join(torn) in made.body


def test_names_that_head_paragraphs_are_not_torn_from_them() -> None:
    heads = [
        f"{name}\nعندما يعود الصيادون من البحر يجلسون قرب الباب ويشربون الشاي." for name in "سجد"
    ]
    text = "\n".join(
        f"{paragraph}\nسامي {head}" for paragraph, head in zip(TEXT, heads, strict=False)
    )
    made = convert(text.encode(), "a.txt", TODAY)
    assert all(paragraph in body(made) for paragraph in TEXT[:3])


def test_what_announces_the_items_of_a_text_is_the_texts() -> None:
    items = [f"• لا تتركوا القوارب رقم {n} في الماء عند هبوب الريح الشديدة." for n in range(4)]
    made = convert("\n".join((TITLE, "ودعت إلى ما يلي :", *items)).encode(), "a.txt", TODAY)
    assert "ودعت إلى ما يلي :" in made.body
    assert made.values["title"] == TITLE
