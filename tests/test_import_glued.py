"""What a page says around its article where a program put it on one line with a paragraph."""

import pytest

from conftest import TODAY
from warraq import markdown
from warraq.importer import habits, plain_text
from warraq.importer.conversion import Conversion, convert

TITLE = "عودة الصيادين إلى ميناء صيدا"
FIRST = "عاد الصيادون إلى ميناء صيدا مع أول الضوء، وحملوا معهم سمكا كثيرا باعوه في السوق."
LAST = "وقال أكبرهم سنا إن البحر كان هادئا طوال الليل، وإن الشباك لم تتمزق هذه المرة."


def made(*lines: str) -> Conversion:
    return convert("\n\n".join(lines).encode(), "a.txt", TODAY)


def body(conversion: Conversion) -> list[str]:
    return markdown.plain_text(conversion.body).split("\n")


def ending(end: str, *, texts: int = 4) -> list[Conversion]:
    """Stories of one folder whose last sentences have this behind them, on their line."""
    stories = [
        (f"{TITLE} {n}", FIRST.replace("معهم", str(n)), f"{LAST[:-1]} رقم {n}. {end.format(n=n)}")
        for n in range(texts)
    ]
    split = [plain_text.of("\n\n".join(lines))[0] for lines in stories]
    known = habits.of([habits.sketch(lines) for lines in split])
    return [convert("\n\n".join(lines).encode(), "a.txt", TODAY, known) for lines in stories]


ENDS = [
    f"رابط الخبر بصحيفة المرفأ: {TITLE} {{n}}",
    "رابط الخبر بصحيفة المرفأ: عودة الصيادين إلى مي",
    "سمات سفن أشرعة حبال",
    "تابع المرفأ نت على:",
    "مقالات أخرى للكاتبحكايات من سوق الحدادينرسائل إلى طفل لم يولد بعد",
]


@pytest.mark.parametrize("end", ENDS)
def test_what_several_texts_have_behind_their_last_sentence_is_their_pages(end: str) -> None:
    for n, text in enumerate(ending(end)):
        assert body(text)[-1] == f"{LAST[:-1]} رقم {n}."
        assert end.format(n=n) in [cut.text for cut in text.cuts]


@pytest.mark.parametrize("end", ENDS)
def test_words_behind_the_last_sentence_of_a_text_or_two_may_be_its_own(end: str) -> None:
    assert body(made(TITLE, FIRST, f"{LAST} {end}"))[-1] == f"{LAST} {end}"
    for n, text in enumerate(ending(end, texts=2)):
        assert body(text)[-1].endswith(end.format(n=n))


def test_tags_that_a_folders_texts_end_in_are_tags() -> None:
    for text in ending("سمات الصيادون صيدا الشباك"):
        assert text.values["tags"][:2] == ["الصيادون", "صيدا"]  # type: ignore[index]  # a list


def test_what_is_glued_before_a_habitual_label_stays() -> None:
    stories = ending(ENDS[0])
    assert stories
    own = f"{LAST} والعنوان التالي: www.marfa.example رابط الخبر بصحيفة المرفأ: {TITLE}"
    assert "www.marfa.example" in made(TITLE, FIRST, own).body


def test_a_network_that_sentences_end_in_is_theirs() -> None:
    for text in ending('وكتب ذلك عبر "تويتر".'):
        assert text.body.rstrip().endswith('"تويتر".')


def test_a_farewell_in_which_texts_end_is_theirs() -> None:
    for text in ending("والله من وراء القصد"):
        assert text.body.rstrip().endswith("والله من وراء القصد")


@pytest.mark.parametrize(
    "last",
    [
        f"{LAST} وكتب على لوح من خشب: {TITLE}",
        f"{LAST} رابط الخبر بالقصة القديمة: ما قاله الجد",
    ],
)
def test_a_last_sentence_that_is_no_way_to_the_page_stays(last: str) -> None:
    assert body(made(TITLE, FIRST, last))[-1] == last


def test_buttons_before_the_first_words_are_none_of_them() -> None:
    bar = "شارك من خلال تويتر فيسبوك جوجل بلس اكتب رأيك"
    text = made(TITLE, f"{bar} {FIRST}", LAST)
    assert body(text) == [FIRST, LAST]
    assert bar in [cut.text for cut in text.cuts]


@pytest.mark.parametrize(
    "first",
    [
        "سجل فيسبوك وتويتر وجوجل حضورهم في معرض صيدا للكتاب، ووزعوا أقلاما ودفاتر على الزوار.",
        "شارك فيسبوك في معرض صيدا للكتاب، ووزع على الزوار أقلاما ودفاتر طوال ثلاثة أيام.",
    ],
)
def test_a_sentence_about_networks_stays(first: str) -> None:
    assert body(made("معرض صيدا للكتاب يفتح أبوابه", first, LAST))[0] == first


@pytest.mark.parametrize(
    "link",
    [
        "قد يهمك/ حرفي من صور يصنع القوارب",
        "قد يهمك.. حرفي من صور يصنع القوارب",
        "للمزيد - حرفي من صور يصنع القوارب",
        "اقرأ: (حرفي من صور يصنع القوارب)",
        "أيضا.. حرفي من صور يصنع القوارب",
        "شاهد.. كيف يصنع حرفي من صور القوارب؟",
    ],
)
def test_a_link_to_another_story_amid_the_text_is_none_of_it(link: str) -> None:
    assert body(made(TITLE, FIRST, link, LAST)) == [FIRST, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "شاهد: رأيت القارب يقترب من الميناء قبل الفجر",
        "للمزيد من السمك يذهب الناس إلى سوق صيدا القديم",
        "أيضا عاد معهم قارب من صور لم يكن قد عاد منذ يومين.",
    ],
)
def test_a_line_that_only_begins_like_a_link_stays(line: str) -> None:
    assert line in body(made(TITLE, FIRST, line, LAST))


def test_a_headline_that_ends_in_not_yet_is_whole() -> None:
    head = "الصيادون في صيدا وصور يقولون إن موسم السردين لم يبدأ بعد"
    run = f"{head}      قارب في ميناء صيدا      {FIRST}      {LAST}"
    assert made(run).values["title"] == head


def test_a_sentence_torn_behind_a_preposition_is_one_paragraph() -> None:
    torn = "ويستعد الصيادون الآن لموسم السردين الذي يبدأ هذا العام قبل موعده في"
    text = made(TITLE, FIRST, f"{torn}\nأول الخريف كما قالوا.", LAST)
    assert body(text) == [FIRST, f"{torn} أول الخريف كما قالوا.", LAST]


@pytest.mark.parametrize("below", ["أعلن الميناء أن الرصيف القديم سيرمم.", "أخبار الميناء"])
def test_what_stands_below_a_text_that_was_cut_off_is_another_paragraph(below: str) -> None:
    torn = "ويستعد الصيادون الآن لموسم السردين الذي يبدأ هذا العام قبل موعده في"
    assert torn in body(made(TITLE, FIRST, torn, below))


def test_first_words_that_stand_for_a_headline_are_those_behind_the_dateline() -> None:
    text = made(f"صيدا - سامي حداد: {FIRST} {LAST}")
    assert (
        text.values["title"] == "عاد الصيادون إلى ميناء صيدا مع أول الضوء، وحملوا معهم سمكا كثيرا…"
    )
    assert body(text)[0].startswith("صيدا - سامي حداد: عاد")


def test_a_sites_name_that_clings_to_the_headline_is_none_of_it() -> None:
    text = made(f"{TITLE} بعد أسبوع من الغياب-أخبار الجزائر", FIRST, LAST)
    assert text.values["title"] == f"{TITLE} بعد أسبوع من الغياب"


def test_a_dash_may_join_two_words_of_a_headline() -> None:
    head = "قطار جديد على خط طنجة الدار البيضاء-الجزائر"
    assert made(head, FIRST, LAST).values["title"] == head


def test_a_quotation_mark_that_lost_the_beginning_of_its_entity_is_read() -> None:
    text = made(TITLE, FIRST.replace("الضوء", "#171;الضوء#187;"), f"{LAST} #صيدا")
    assert body(text) == [FIRST.replace("الضوء", "«الضوء»"), f"{LAST} #صيدا"]


def test_a_long_quotation_that_is_said_again_far_below_is_shown_once() -> None:
    quoted = "البحر كان هادئا طوال الليل والشباك لم تتمزق هذه المرة كما تمزقت في الخريف الماضي"
    between = [f"وعاد القارب رقم {number} إلى الميناء مع الفجر." for number in range(1, 10)]
    last = f"وقال أكبرهم سنا: “{quoted}”، ثم عاد إلى بيته."
    text = made(TITLE, FIRST, f"“{quoted}”", "صياد من صيدا", *between, last)
    assert body(text) == [FIRST, *between, last]


def test_a_short_quotation_that_is_said_again_far_below_stays() -> None:
    quoted = "البحر كان هادئا طوال الليل كله"
    between = [f"وعاد القارب رقم {number} إلى الميناء مع الفجر." for number in range(1, 10)]
    text = made(TITLE, FIRST, f"“{quoted}”.", *between, f"وقال: “{quoted}”، ثم عاد.")
    assert f"“{quoted}”." in body(text)


@pytest.mark.parametrize("opening", ["صيدا (رويترز) -", "صيدا أ.ف.ب:", "صيدا - الوكالة الوطنية:"])
def test_a_headline_on_the_line_of_its_text_ends_before_the_dateline(opening: str) -> None:
    title = "عودة الصيادين إلى الميناء القديم"
    text = made(f"{title} {opening} {FIRST} {LAST}")
    assert text.values["title"] == title
    assert text.values["dateline"] == "صيدا"
    assert text.body.strip() == f"{opening} {FIRST} {LAST}"


@pytest.mark.parametrize(
    "line",
    [
        f"عاد الصيادون اليوم من البحر إلى صيدا (رويترز) - {FIRST}",
        f"عاد الصيادون. ثم ناموا قرب المرفأ القديم صيدا (رويترز) - {FIRST}",
    ],
    ids=["in a city", "a sentence"],
)
def test_a_sentence_before_a_city_and_an_agency_is_no_headline(line: str) -> None:
    assert made(line, LAST).values["title_from"] == "first words"
