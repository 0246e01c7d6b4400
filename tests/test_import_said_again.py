"""What a text says twice, above its first paragraph or amid others, and who signs it so."""

import pytest

from conftest import TODAY
from test_import_amid import amid
from test_import_shapes import TEXT, TITLE, body, stated
from test_import_sites import captions_of
from warraq.importer.conversion import Conversion, convert

OPEN = "يفتح أهل القرية مكتبتهم صباح اليوم بعد ترميم دام عامين كاملين وشارك فيه الأطفال مع الكبار،"


def above(*head: str, text: list[str] | None = None) -> Conversion:
    """The headline, lines between blank lines, and the story in lines without any."""
    lines = (TITLE, *head, "\n".join(text or TEXT))
    return convert("\n\n".join(lines).encode(), "a.txt", TODAY)


@pytest.mark.parametrize("ending", ["،", "", "؟"])
def test_a_summary_that_is_the_first_paragraph_is_said_once_however_it_ends(ending: str) -> None:
    first = OPEN.rstrip("،") + ending
    made = above(first, "بيروت - رويترز", text=[first, *TEXT[1:]])
    assert (made.values.get("summary"), body(made)) == (None, [first, *TEXT[1:]])


def test_a_summary_in_the_words_of_the_first_paragraph_is_one() -> None:
    words = "ورتب المتطوعون الكتب القديمة في صناديق خشبية صنعها نجار الحي."
    first = f"وفي الصيف الماضي، {words.removesuffix('.')}، ثم نقلوها إلى المدرسة."
    made = convert(f"{TITLE}\n\n{words}\n\n{first}".encode(), "a.txt", TODAY)
    assert (made.values["summary"], body(made)) == (words, [first])


def test_a_beginning_that_a_dateline_stands_before_below_is_said_once() -> None:
    begun = "فتحت مكتبة القرية للمرة الأولى منذ عامين كاملين أبوابها"
    first = f"صيدا، لبنان (CNN) -- {begun}، ووقف الأطفال عند الباب ينتظرون دورهم."
    made = convert("\n\n".join((TITLE, begun, first, *TEXT[1:])).encode(), "a.txt", TODAY)
    assert (made.values.get("summary"), body(made)) == (None, [first, *TEXT[1:]])


def test_who_signs_with_a_colon_is_no_first_paragraph() -> None:
    made = above("سامي حداد - ليلى عمر - صدى الموانئ - صيدا - لبنان:")
    assert stated(made, "dateline", "authors") == ["صيدا", ["سامي حداد", "ليلى عمر"]]
    assert body(made) == TEXT


def test_whose_pictures_they_are_is_no_writer_also_before_a_colon() -> None:
    made = above("صيدا - سامي حداد / تصوير - ليلى عمر:")
    assert stated(made, "dateline", "authors") == ["صيدا", ["سامي حداد"]]
    assert body(made) == TEXT


@pytest.mark.parametrize("line", ["شعر - سامي حداد", "قصة: سامي حداد", "شِعر - سامي حداد"])
def test_a_poem_and_a_tale_say_who_wrote_them(line: str) -> None:
    made = above(line)
    assert stated(made, "title", "authors", "dateline") == [TITLE, ["سامي حداد"], None]


def test_what_a_paper_has_alone_is_no_name() -> None:
    made = above("صيدا - خاص بالضفاف")
    assert (made.values["dateline"], made.values.get("authors")) == ("صيدا", None)
    assert "خاص بالضفاف" not in str(made.values)


def test_a_quotation_seen_twice_may_end_in_another_letter() -> None:
    said = "هذه المكتبة بيت الجميع، فلا شيء فيها أغلى من كتاب حمله طفل إلى أمه وقرأه لها"
    inside = f"وقالت هدى سالم: «{said.removesuffix('لها')}له»، ثم أغلقت الباب."
    made = amid(f"«{said}»", "هدى سالم، أمينة المكتبة", inside)
    assert body(made) == [*TEXT[:2], inside, *TEXT[2:]]


def test_two_quotations_that_only_resemble_each_other_both_stay() -> None:
    said = "«هذه المكتبة بيت الجميع، فلا شيء فيها أغلى من كتاب حمله طفل إلى أمه وقرأه {}»"
    made = amid(said.format("لها"), said.format("لأبيه"))
    assert all(said.format(end) in made.body for end in ("لها", "لأبيه"))


def test_an_item_of_a_list_is_no_caption() -> None:
    items = ("- العثور على خرائط في صناديق لم تفتح بعد وصولها", "- نقل الكتب إلى المدرسة.")
    made = amid("- بدء ترميم القاعة الكبيرة في الصيف.", *items)
    assert "images" not in made.values
    assert items[0].removeprefix("- ") in made.body


def test_a_question_about_another_matter_above_a_link_is_one() -> None:
    links = (
        "النيل: كيف ترون موسم الصيد وما أبرز أخباره؟",
        "الصيادون يصلحون شباكهم قبل موسم السردين",
    )
    assert body(amid(*links)) == TEXT


def test_a_question_above_a_paragraph_heads_it() -> None:
    assert "## المكتبة: كيف عادت بعد عامين؟" in amid("المكتبة: كيف عادت بعد عامين؟").body


def test_a_caption_below_who_signs_with_a_colon_is_one() -> None:
    shown = "أطفال القرية يحملون الكتب أمام باب المكتبة"
    made = above("سامي حداد - ليلى عمر - صدى الموانئ - صيدا - لبنان:", shown)
    assert captions_of(made) == [shown]


def test_a_summary_that_the_text_says_further_down_is_said_once() -> None:
    made = above(TEXT[2])
    assert (made.values.get("summary"), body(made)) == (None, TEXT)


def test_a_short_summary_that_stops_where_the_first_paragraph_goes_on_is_said_once() -> None:
    begun = "مكتبة القرية جزء من بيت المعلم القديم"
    first = f"{begun}، حيث يجد الزائر خرائط ومخطوطات عن تاريخ الوادي وعيونه."
    made = above(f"{begun}.", text=[first, *TEXT[1:]])
    assert (made.values.get("summary"), body(made)) == (None, [first, *TEXT[1:]])


@pytest.mark.parametrize(
    "line",
    [
        "وزير الثقافة أمام رفوف المكتبة الجديدة الخميس المقبل",
        "الأطفال يقفون عند الباب خلال زيارتهم",
    ],
)
def test_what_is_to_come_or_told_right_below_is_no_picture(line: str) -> None:
    told = "ويقول المعلم إن الأطفال يقفون عند الباب كل صباح خلال زيارتهم للمكتبة الجديدة في القرية."
    made = amid(line, told)
    assert "images" not in made.values
    assert line in made.body
