"""Teasers: the beginnings of other stories below a text, with nothing that heads or marks them."""

from collections.abc import Sequence
from typing import Final

import pytest

from conftest import TODAY
from warraq import markdown
from warraq.importer import lexicon
from warraq.importer.conversion import Conversion, convert
from warraq.importer.habits import Habits, mark
from warraq.importer.lines import key

TITLE: Final = "النحالون يعيدون خلايا الجبل إلى الوادي"
STORY: Final = [
    "أعاد النحالون خلايا الجبل إلى الوادي بعد شتاء طويل، ووضعوها بين أشجار اللوز ككل عام.",
    "وقال أكبرهم سنا إن النحل عرف مكانه القديم، وإن العسل الأول سيباع في السوق بعد شهرين.",
    "ويعيش في الوادي اليوم ثلاثون نحالا، يملك كل منهم عشر خلايا أو أكثر قليلا.",
]
TEASERS: Final = [
    "افتتحت مدينة الميناء مدرسة بحرية جديدة للصيادين الشبان، يتعلمون فيها صناعة الشباك ونسجها.",
    "توقع خبراء الأرصاد هبوب عاصفة رملية على المدن الساحلية مساء الخميس، وتعطل حركة القطارات.",
    "اكتشف علماء الآثار نقشا فينيقيا نادرا داخل كهف مهجور قرب القلعة، ونقلوه إلى متحف العاصمة.",
    "أعلنت جامعة الشمال فوز طالبتين بجائزة الرياضيات الدولية بين مئتي مشارك من أربعين دولة.",
]


def converted(paragraphs: Sequence[str], habits: Habits | None = None) -> Conversion:
    text = "\n\n".join(paragraphs)
    return convert(text.encode(), "a.txt", TODAY, habits or Habits())


def body(made: Conversion) -> list[str]:
    return markdown.plain_text(made.body).split("\n")


@pytest.mark.parametrize("count", [3, 4])
def test_last_paragraphs_that_begin_other_stories_leave_the_text(count: int) -> None:
    made = converted([TITLE, *STORY, *TEASERS[:count]])
    assert body(made) == STORY
    assert [cut.text for cut in made.cuts if cut.rule == "teasers"] == TEASERS[:count]


def test_that_they_were_taken_for_teasers_is_a_doubt() -> None:
    assert "teasers" in converted([TITLE, *STORY, *TEASERS]).doubts
    assert "teasers" not in converted([TITLE, *STORY]).doubts


BETWEEN: Final = [
    "في قرية على الساحل الغربي يصنع حداد وحيد مراسي السفن بيديه منذ خمسين سنة كاملة.",
    "7 لوحات مسروقة عادت إلى قاعة الفنون بعدما وجدها حارس ليلي وراء جدار من خشب.",
    "«المطبعة باقية»، هكذا رد صاحب أقدم جريدة مسائية على الدائنين أمام القاضي أمس.",
    "ملعب جديد للأطفال مكان محطة الحافلات المهجورة، صممه طلاب الهندسة من دون أجر.",
]
"""Beginnings of stories, of which their first words do not tell."""


@pytest.mark.parametrize("between", BETWEEN)
def test_one_among_them_may_begin_otherwise(between: str) -> None:
    teasers = [*TEASERS[:2], between, *TEASERS[2:]]
    assert body(converted([TITLE, *STORY, *teasers])) == STORY


def test_where_most_begin_otherwise_all_are_the_texts() -> None:
    last = [*TEASERS[:2], *BETWEEN, TEASERS[2]]
    assert body(converted([TITLE, *STORY, *last])) == [*STORY, *last]


@pytest.mark.parametrize("last", ["افتتحت مكتبة الحي.", f"{TEASERS[3]} {' '.join(BETWEEN)}"])
def test_a_last_paragraph_is_too_short_or_too_long_for_a_teaser(last: str) -> None:
    text = [*STORY, *TEASERS[:3], last]
    assert body(converted([TITLE, *text])) == text


def test_two_are_the_texts_own() -> None:
    text = [*STORY, *TEASERS[:2]]
    assert body(converted([TITLE, *text])) == text


def test_two_are_enough_in_a_folder_whose_texts_end_in_teasers() -> None:
    habits = Habits(heads={1: 1, 2: 2})
    assert body(converted([TITLE, *STORY, *TEASERS[:2]], habits)) == STORY


def test_beginnings_of_the_folders_own_stories_are_sure_and_count_with_others() -> None:
    known = {mark(key(teaser)): number for number, teaser in enumerate(TEASERS[:2])}
    text = [TITLE, *STORY, *TEASERS]
    assert body(converted(text, Habits(heads=known))) == STORY
    assert "teasers" in converted(text, Habits(heads=known)).doubts
    assert "teasers" not in converted(text[:-2], Habits(heads=known)).doubts


@pytest.mark.parametrize("opening", ["وأضاف", "كما", "من جهته،", "لكن", "هذا وقد"])
def test_paragraphs_above_one_that_goes_on_from_them_are_the_texts(opening: str) -> None:
    last = f"{opening} شدد المشاركون على حماية البيئة وعلى زراعة ألف شجرة في السنة القادمة."
    text = [*STORY, *TEASERS, last]
    assert body(converted([TITLE, *text])) == text


OWN: Final = [
    "أعلن أكبرهم سنا أن العسل الأول سيباع في السوق القديم بعد شتاء طويل آخر وبعد شهرين.",
    "أكد ثلاثون منهم أن النحل عرف أشجار اللوز كل عام، وأن العسل سيباع في السوق بعد شهرين.",
    "قدم أكبرهم عشر جرار من العسل الأول، ووضعوها بين أشجار اللوز في مكان قديم من السوق.",
]
"""They begin as stories do, and have no word of the headline."""


@pytest.mark.parametrize("last", [OWN, [*TEASERS[:1], *OWN], [*OWN, *TEASERS[:2]]])
def test_paragraphs_that_speak_of_the_texts_own_matter_are_its_own(last: list[str]) -> None:
    assert body(converted([TITLE, *STORY, *last])) == [*STORY, *last]


OPENS: Final = "الخلايا القديمة من خشب الجوز، صنعها نجار القرية قبل أن يهاجر إلى الساحل."
"""A paragraph of the story that goes on from none."""


@pytest.mark.parametrize(
    "last",
    [
        "نظم المجلس البلدي معرضا للمزارعين والحرفيين دعا إليه سفراء وفنانين، وكرم فيه النحالين.",
        "نظم تجار السوق معرضا للعسل والنحل بين أشجار المدينة كل شهرين، وقدموا أطباقا شعبية متنوعة.",
    ],
    ids=["with a word of the headline", "with words of the text"],
)
def test_a_last_paragraph_of_the_texts_matter_is_no_teaser_unless_the_text_always_goes_on(
    last: str,
) -> None:
    story = [STORY[0], OPENS, *STORY[1:]]
    assert body(converted([TITLE, *story, last, *TEASERS])) == [*story, last]
    assert body(converted([TITLE, *STORY, last, *TEASERS])) == STORY


@pytest.mark.parametrize(
    "quote", ["«المطبعة باقية».. هكذا رد صاحبها على", "من سرق اللوحات؟.. سؤال سأله"]
)
def test_a_teaser_may_begin_with_what_was_said(quote: str) -> None:
    said = f"{quote} القاضي أمس أمام أهل المدينة الذين حضروا إلى المحكمة."
    assert body(converted([TITLE, *STORY, *TEASERS[:2], said, *TEASERS[2:]])) == STORY


def test_two_of_three_that_begin_as_stories_do_suffice_below_a_text_that_always_goes_on() -> None:
    strange = "تعود الحرف القديمة إلى قرى الساحل الغربي، وتفتح لها المدارس أبوابها في الصيف."
    assert body(converted([TITLE, *STORY, TEASERS[0], strange, TEASERS[1]])) == STORY
    told = ["أقر الحارس بما قاله النحالون عنه أمام القاضي.", "استمع القاضي إلى الحارس ثلاث مرات."]
    assert body(converted([TITLE, *STORY, *told])) == [*STORY, *told]


def test_a_last_paragraph_that_does_not_name_its_subject_is_no_teaser() -> None:
    last = "قال إن ابنته ستكمل دراسة الصيدلة في المهجر، وإنها لن تنسى طفولتها بين رائحة الأزهار."
    assert body(converted([TITLE, *STORY, last, *TEASERS])) == [*STORY, last]


def test_items_of_which_the_headline_is_none_stay() -> None:
    items = [*STORY, *TEASERS]
    assert body(converted(["موجز أنباء الأسبوع من المحافظات", *items])) == items


def test_a_text_of_beginnings_alone_stays_whole() -> None:
    assert body(converted(["مدرسة بحرية في مدينة الميناء", *TEASERS])) == TEASERS


@pytest.mark.parametrize("mark", ["3- ", "- ", "• "])
def test_paragraphs_with_an_item_of_a_list_below_them_are_the_texts(mark: str) -> None:
    made = converted([TITLE, *STORY, *TEASERS[:3], f"{mark}{TEASERS[3]}"])
    assert not any(cut.rule == "teasers" for cut in made.cuts)


def test_a_text_without_a_headline_keeps_all() -> None:
    text = [*STORY, *TEASERS]
    assert body(converted(text)) == text


def test_words_that_begin_stories_are_known_with_a_feminine_ending() -> None:
    assert lexicon.opens_story("اعلن")
    assert lexicon.opens_story("اعلنت")
    assert not lexicon.opens_story("الوزير")
    assert not lexicon.opens_story("واضاف")


HEADLINES: Final = [
    "وزير السياحة المصري يصل إلى الخرطوم",
    "تونس.. قافلة طبية تبدأ عملها في الجنوب",
    "زلزال خفيف يهز غرب تركيا",
    "هل يعود الثلج إلى جبال لبنان؟",
]


@pytest.mark.parametrize("count", [3, 4])
def test_headlines_of_other_stories_below_a_blank_line_leave_the_text(count: int) -> None:
    others = "\n".join(HEADLINES[:count])
    for story in ([TITLE, *STORY], STORY):
        made = converted([*story, others])
        assert body(made) == STORY
        assert [cut.text for cut in made.cuts if cut.rule == "teasers"] == HEADLINES[:count]
        assert "teasers" in made.doubts


@pytest.mark.parametrize(
    "last",
    [
        HEADLINES[:2],
        [*HEADLINES[:2], "النحالون يعيدون خلايا الجبل إلى لبنان"],  # of the text's own matter
        ["أفضل عسل يأتي من اليمن", "أفضل شمع يأتي من تونس", "أفضل لوز يأتي من سوريا"],
        ["يا وادي العسل المصفى سلاما", "يحملني الحنين إليك كل مساء", "وينام فيك قلبي حتى الصباح"],
        ["مباراة مصر وتونس يوم الجمعة", "لقاء سوريا ولبنان يوم الأحد", "لقاء قطر واليمن يوم السبت"],
    ],
)
def test_other_short_lines_that_a_text_ends_in_stay(last: list[str]) -> None:
    made = converted([TITLE, *STORY, "\n".join(last)])
    assert " ".join(body(made)) == " ".join((*STORY, *last))


def test_what_the_last_sentence_announces_stays() -> None:
    story = [*STORY[:2], "ويباع العسل بعد ذلك في الأسواق، ومن أخبار المهنة في بلاد الجوار ما يأتي:"]
    made = converted([TITLE, *story, "\n".join(HEADLINES)])
    assert " ".join(body(made)) == " ".join((*story, *HEADLINES))


DATED: Final = [
    "النحالون في الوادي يبدؤون موسم العسل",
    "خلايا النحل بين أشجار اللوز في الجبل",
    "عسل الوادي يباع في السوق منذ شهرين",
]


def test_headlines_of_other_stories_that_are_items_leave_the_text_without_a_blank_line() -> None:
    made = convert(
        "\n".join((TITLE, *STORY, *(f"- {one}" for one in HEADLINES))).encode(), "a.txt", TODAY
    )
    assert body(made) == STORY
    assert "teasers" in made.doubts


def test_items_that_begin_with_a_day_each_are_headlines_whatever_they_say() -> None:
    items = [f"- 2024-03-0{day}{text}" for day, text in enumerate(DATED, 1)]
    assert body(convert("\n".join((TITLE, *STORY, *items)).encode(), "a.txt", TODAY)) == STORY


@pytest.mark.parametrize("above", ["وأوصى النحالون بما يلي لمن يريد أن يبدأ في الوادي من الشبان:"])
def test_items_that_the_text_announces_stay(above: str) -> None:
    items = [f"- {one}" for one in HEADLINES]
    made = convert("\n".join((TITLE, *STORY, above, *items)).encode(), "a.txt", TODAY)
    assert body(made)[-len(items) :] == HEADLINES


def test_items_about_the_texts_own_matter_stay() -> None:
    items = [f"- {one}" for one in DATED]
    made = convert("\n".join((TITLE, *STORY, *items)).encode(), "a.txt", TODAY)
    assert body(made)[-len(items) :] == DATED


@pytest.mark.parametrize("day", ["10:32 - 2024/03/07", "07-03-2024", "منذ 3 ساعات", "7 مارس 2024"])
def test_stories_with_their_day_below_each_leave_the_text(day: str) -> None:
    others = [line for one in (*TEASERS[:1], DATED[0]) for line in (one, day)]
    assert body(converted([TITLE, *STORY, *others])) == STORY


def test_a_day_below_a_label_is_what_the_text_announces() -> None:
    last = [
        "بداية معرض العسل في ساحة القرية:",
        "7 مارس 2024",
        "نهاية معرض العسل في ساحة القرية:",
        "9 مارس 2024",
    ]
    assert body(converted([TITLE, *STORY, *last]))[3:6] == last[:3]


def test_above_teasers_more_of_their_kind_end_no_sentence_where_all_of_the_text_does() -> None:
    above = (
        (
            "في أول أيام الموسم جمع النحالون عسل الوادي كله ووضعوه في جرار كبيرة قرب السوق القديم "
            "ثم باعوا منه ما يكفي القرى المجاورة كلها حتى آخر الصيف القادم"
        ),
        (
            "وفي المساء عاد النحالون إلى الوادي وجلسوا بين أشجار اللوز يعدون الخلايا واحدة بعد "
            "أخرى ثم ناموا في خيامهم حتى الصباح قرب الخلايا التي نقلوها من الجبل البعيد"
        ),
    )
    assert body(converted([TITLE, *STORY, above[0], *TEASERS])) == STORY
    assert body(converted([TITLE, *STORY, above[1], *TEASERS])) == [*STORY, above[1]]
