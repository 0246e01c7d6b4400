"""What programs for pages leave below an Arabic text, and in the place of a caption."""

from typing import Final

import pytest

from conftest import TODAY
from warraq import markdown
from warraq.importer import boilerplate
from warraq.importer.conversion import Conversion, convert

TITLE: Final = "النحالون يعيدون خلايا الجبل إلى الوادي"
TEXT: Final = [
    "أعاد النحالون خلايا الجبل إلى الوادي بعد شتاء طويل، ووضعوها بين أشجار اللوز ككل عام.",
    "وقال أكبرهم سنا إن النحل عرف مكانه القديم، وإن العسل الأول سيباع في السوق بعد شهرين.",
    "ويعيش في الوادي اليوم ثلاثون نحالا، يملك كل منهم عشر خلايا أو أكثر قليلا.",
]


def below(*lines: str) -> Conversion:
    """The story with lines below its last paragraph."""
    return convert("\n\n".join((TITLE, *TEXT, "\n".join(lines))).encode(), "a.txt", TODAY)


def body(made: Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        "Comments are closed.",
        "Facebook Comments\nComments are closed.",
        "Leave a Reply Cancel reply\nYour email address will not be published.",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Share this:\nClick to share on Twitter (Opens in new window)\nLike this:\nLike Loading...",
        "Loading…",
        "0 Comments",
        "Be the first to comment",
        "Sorry, the comment form is closed at this time.",
        "Please enable JavaScript to view the comments powered by Disqus.",
        "This entry was posted in أخبار. Bookmark the permalink.",
        "View all posts by admin",
        "2 thoughts on “خلايا الجبل”",
        "Rate this item\n(0 votes)",
        "Newer Post Older Post Home\nSubscribe to: Post Comments (Atom)",
        "Total time: 0.0492",
        "Page generated in 0.123 seconds with 25 queries",
        "تم تحميل الصفحة في 0.31 ثانية",
        "error: Content is protected !!",
        "خطأ: جميع نصوص الموقع محمية",
        "عذرا، النسخ غير مسموح",
        "أظهر المزيد",
        "لا توجد نتائج",
        "زر الذهاب إلى الأعلى",
        "الوسوم\nعرض الكل",
        "الأكثر مشاهدة في (بيئة وزراعة)",
        "الأكثر قراءة هذا الأسبوع",
        "تعليقات حول الموضوع\nلإرسال تعليق، الرجاء تعبئة الحقول التالية",
        "على المباشر",
        "كلمات مفتاح",
        "استطلاع رأي\nهل تشتري العسل من السوق أم من النحال في قريته؟\nمن السوق\nمن النحال",
        "سؤال الأسبوع\nأي عسل تفضل؟",
        "عن samihaddad",
        "sami haddad\nكاتب صحفي يهتم بالزراعة وحاصل على شهادة فيها",
        "سامي حداد\nباحث متخصص في تربية النحل، مقيم في الوادي.",
    ],
)
def test_what_a_program_prints_below_a_text_is_none_of_it(lines: str) -> None:
    assert body(below(*lines.split("\n"))) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "The Post (2017) وفيلمان آخران",
        "The Sea and the Bees",
        "Share and Enjoy the Honey",
        "You and Me and the Sea",
    ],
)
def test_another_line_in_latin_letters_stays(line: str) -> None:
    assert body(below(line)) == [*TEXT, line]


def test_a_section_that_a_program_names_in_english_is_the_texts() -> None:
    made = below("Posted in بيئة")
    assert body(made) == TEXT
    assert made.values["category"] == "بيئة"


def test_tags_behind_a_label_without_a_colon_are_left_out_as_nobody_can_part_them() -> None:
    made = below("سمات النحالون الوادي أشجار اللوز")
    assert body(made) == TEXT
    assert "tags" in made.doubts
    parted = below("وسوم النحالون، الوادي، أشجار اللوز")
    assert body(parted) == TEXT
    assert parted.values["tags"][:3] == ["النحالون", "الوادي", "أشجار اللوز"]  # type: ignore[index]  # a list


@pytest.mark.parametrize("last", ["سمات العصر الحديث وأهله", "سمات النحالون في الوادي كثيرة."])
def test_a_last_line_that_only_begins_as_a_label_of_tags_stays(last: str) -> None:
    assert body(below(last)) == [*TEXT, last]


@pytest.mark.parametrize(
    "lines",
    [
        "نعلم قراءنا أنه لا يتم نشر التعليقات المسيئة أو الخارجة عن الموضوع\nونشكركم على تفهمكم.",
        "تنبيه: ستحذف المشاركات التي فيها تجريح، ويعود نشر غيرها إلى تقدير المحرر وحده.",
        "الرجاء الالتزام بآداب الحوار عند كتابة التعليقات.",
    ],
)
def test_what_readers_may_write_is_none_of_the_text(lines: str) -> None:
    assert body(below(*lines.split("\n"))) == TEXT


@pytest.mark.parametrize(
    "last",
    [
        "وقال النحالون إنه سيتم نشر التعليقات على المعرض في كتاب بعد حذف المسيء منها.",
        "ويرجى أن تنشر المدرسة تعليقات التلاميذ على الرحلة في مجلتها.",
    ],
)
def test_a_sentence_about_what_readers_write_stays(last: str) -> None:
    assert body(below(last)) == [*TEXT, last]


@pytest.mark.parametrize("name", ["الجريدة الرسمية", "النشرة الجوية", "مواقيت الصلاة", "صور"])
def test_the_name_of_a_box_that_is_left_of_a_page_is_none_of_the_text(name: str) -> None:
    assert body(below(name)) == TEXT


@pytest.mark.parametrize("last", ["الله المستعان", "العسل الأول", "دمتم بخير", "الوادي ينتظر"])
def test_other_last_words_stay(last: str) -> None:
    assert body(below(last)) == [*TEXT, last]


def test_no_words_are_no_button() -> None:
    assert not boilerplate.marks_tail("")


def above(*lines: str) -> Conversion:
    """The story with lines between its headline and its text."""
    return convert("\n\n".join((TITLE, "\n".join(lines), *TEXT)).encode(), "a.txt", TODAY)


@pytest.mark.parametrize(
    "words",
    ["No Image Caption", "Add caption", "No photo description available.", "لا يتوفر وصف للصورة."],
)
def test_what_stands_in_the_place_of_a_caption_is_none(words: str) -> None:
    made = above("24-01-2015", words)
    assert body(made) == TEXT
    assert "images" not in made.values
    inside = convert("\n\n".join((TITLE, TEXT[0], words, *TEXT[1:])).encode(), "a.txt", TODAY)
    assert body(inside) == TEXT


def test_a_caption_that_was_cut_off_and_stands_there_whole_is_one_caption() -> None:
    made = above("خلايا النحل، في", "خلايا النحل، في ظل أشجار اللوز فوق الوادي")
    assert made.values["images"] == [
        {"caption": "خلايا النحل، في ظل أشجار اللوز فوق الوادي", "credit": ""}
    ]
    assert body(made) == TEXT


def test_what_a_picture_is_called_above_its_caption_says_the_same() -> None:
    made = above(
        "خلايا النحل بين أشجار اللوز", "صورة من الأرشيف لخلايا النحل بين أشجار اللوز (رويترز)"
    )
    images = [{"caption": "صورة من الأرشيف لخلايا النحل بين أشجار اللوز", "credit": "رويترز"}]
    assert made.values["images"] == images
    assert "summary" not in made.values
    summary = "عسل الربيع يصل إلى السوق قبل موعده"
    assert above(summary, "خلايا النحل بين أشجار اللوز (رويترز)").values["summary"] == summary


def test_a_line_that_ends_in_who_took_the_picture_is_a_caption_wherever_it_stands() -> None:
    made = below("خلايا النحل بين أشجار اللوز (تصوير سامي حداد)")
    assert body(made) == TEXT
    images = [{"caption": "خلايا النحل بين أشجار اللوز", "credit": "سامي حداد"}]
    assert made.values["images"] == images
    line = "وعرض النحالون صور الوادي. (تصوير سامي حداد)"
    assert body(below(line))[-1] == line
    signed = below("فاس - نور حداد (تصوير سامي حداد)").values
    assert (signed["dateline"], signed["authors"], "images" in signed) == (
        "فاس",
        ["نور حداد"],
        False,
    )


@pytest.mark.parametrize(
    "name",
    [
        "5f3a77b0c19d2e8845aa.jpg",
        "image 1700000123",
        "IMG_1207",
        "WhatsApp Image 2021-04-03 at 9.15.00 AM",
        "%d8%ae%d9%84%d8%a7%d9%8a%d8%a7-2",
        "|",
    ],
)
def test_the_name_of_a_file_is_none_of_the_text_wherever_it_stands(name: str) -> None:
    assert body(above(name)) == TEXT
    inside = convert("\n\n".join((TITLE, TEXT[0], name, *TEXT[1:])).encode(), "a.txt", TODAY)
    assert body(inside) == TEXT


@pytest.mark.parametrize("line", ["الصورة 5 من المعرض قديمة", "نصيب العسل 20% و30% و50%"])
def test_a_line_that_only_has_numbers_stays(line: str) -> None:
    inside = convert("\n\n".join((TITLE, *TEXT[:2], line, TEXT[2])).encode(), "a.txt", TODAY)
    assert body(inside) == [*TEXT[:2], line, TEXT[2]]


def test_buttons_for_the_size_of_letters_are_none_of_the_text() -> None:
    made = above("24-01-2015", "• Aa", "• ع", "• ع", "+ A -")
    assert body(made) == TEXT
    assert "source" not in made.values
    assert body(below("• Aa", "• ع", "A- A A+")) == TEXT
    assert body(below("أ", "ب")) == [*TEXT, "أ", "ب"]


def test_words_whose_escapes_lost_their_strokes_are_read() -> None:
    words = "خلايا النحل بين أشجار اللوز"
    broken = " ".join("".join(f"u{ord(letter):04x}" for letter in word) for word in words.split())
    made = above(f"{broken} (رويترز)", f"{words} (رويترز)")
    assert made.values["images"] == [{"caption": words, "credit": "رويترز"}]
    assert "summary" not in made.values
    assert body(made) == TEXT


@pytest.mark.parametrize(
    "last",
    [
        "الأكثر مشاهدة في الوادي",
        "عن رويترز وصحف الجبل",
        "كاتب القصة متخصص في تربية النحل منذ سنوات طويلة، وهو من أهل الوادي",
        "هل يعود النحل في الشتاء إلى الجبل؟",
    ],
)
def test_last_words_that_only_begin_as_boxes_do_stay(last: str) -> None:
    assert body(below(last)) == [*TEXT, last]


def test_a_poll_of_which_the_text_goes_on_to_tell_is_the_texts() -> None:
    lines = (
        "استطلاع رأي",
        "ماذا يفضل أهل الوادي؟",
        "أجاب سبعون منهم بأنهم يفضلون عسل اللوز على غيره.",
    )
    assert body(below(*lines)) == [*TEXT, *lines]


@pytest.mark.parametrize(
    "line", ["sami haddad", "عرض النحل… pic.twitter.com/Ab12cd34", "الموعد على www.example.org غدا"]
)
def test_an_address_or_the_name_of_an_account_heads_nothing(line: str) -> None:
    made = convert("\n\n".join((TITLE, *TEXT[:2], line, TEXT[2])).encode(), "a.txt", TODAY)
    assert "##" not in made.body


def test_the_beginning_of_another_story_below_its_headline_is_none_of_the_text() -> None:
    teaser = "يبدأ معرض العسل يوم الخميس في ساحة القرية، ويشارك فيه نحالون من الوادي كله …"
    made = below(
        "عن samihaddad", "", "شاهد أيضا", "", "معرض العسل في القرية يوم الخميس", "", teaser
    )
    assert body(made) == TEXT
    assert body(below(teaser)) == [*TEXT, teaser]


def test_a_sites_name_behind_a_bar_is_whose_the_text_is() -> None:
    made = below("|", "صوت الضفاف والوادي")
    assert body(made) == TEXT
    assert made.values["source"] == "صوت الضفاف والوادي"


def test_a_description_that_spilled_over_the_top_is_said_again() -> None:
    spilled = f'{TEXT[0]}\n\n{TEXT[1][:40]}">'
    made = convert("\n\n".join((spilled, TITLE, *TEXT)).encode(), "a.txt", TODAY)
    assert made.values["title"] == TITLE
    assert body(made) == TEXT
    assert [cut.rule for cut in made.cuts] == ["lead again", "lead again", "title"]


def test_first_lines_that_do_not_come_again_stay() -> None:
    first = 'وقال الشاعر في قصيدته عن الوادي وأهله قبل عشرين عاما ">'
    made = convert("\n\n".join((first, TITLE, *TEXT)).encode(), "a.txt", TODAY)
    assert "lead again" not in [cut.rule for cut in made.cuts]
