"""Conversion as a function: nothing is lost, and the encoding does not matter."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, strategies as st

from conftest import examples
from warraq import markdown
from warraq.importer import conversion, escapes, lines
from warraq.importer.decoding import UndecodableError, decode

TODAY = date(2026, 11, 24)
TEXT = """هسبار
علوم
عودة اللقالق إلى مئذنة الجامع القديم
عودة اللقالق إلى مئذنة الجامع القديم
صورة: أرشيف
فاس - رويترز
الجمعة 1 مارس 2024 - 08:00

عادت اللقالق إلى مئذنة الجامع القديم كما تفعل في مطلع كل ربيع، وراقبها الأطفال من السطوح.

ويقول الجيران إنها تعود إلى العش نفسه، وإنهم يعرفونها واحدا واحدا، ولا يصعد أحد إليها.
"""


def converted(text: str | bytes, file: str = "source.txt") -> conversion.Conversion:
    return conversion.convert(text if isinstance(text, bytes) else text.encode(), file, TODAY)


def letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text))


SENTENCE = "وقال أهل الحي إن السوق القديم سيفتح أبوابه من جديد بعد أن رممت أقواسه."
PIECES = st.sampled_from(
    [
        "",
        "",
        SENTENCE,
        SENTENCE + " " + SENTENCE,
        "سوق قديم يفتح أبوابه",
        "سوق قديم يفتح أبوابه - مرايا",
        "بيروت - رويترز",
        "كتب: سامي حداد",
        "سامي حداد",
        "الأحد 3 مارس 2024",
        "31 فبراير 2024",
        "صورة: أ.ف.ب",
        "أقواس السوق قبل الترميم (رويترز)",
        "رياضة",
        "اقرأ أيضا",
        "الكلمات الدالة: سوق، ترميم",
        "#سوق #ترميم",
        "شارك",
        "جميع الحقوق محفوظة",
        "https://example.org/a",
        "(رويترز)",
        "// انتهى //",
        "- بند",
        "1. بند",
        "# بند",
        "|",
        "جانب أول من البيت           وجانب ثان منه",
        f"{SENTENCE}            {SENTENCE}    اقرأ أيضا    عنوان آخر",
        "&quot;قول&quot; &amp; &nbsp; &lt;b&gt;",
        "\u202bعنوان\u202c \u200fآخر",
        r"سطر\nسطر آخر",
        r"\r",
        r"\u0633\u0648\u0642",
        "سطر[nl]سطر آخر",
    ]
)


def changed(text: str, meant: str) -> set[str]:
    rows = zip(lines.rows_of(text), lines.rows_of(meant), strict=True)
    return {row for row, read in rows if row != read}


@examples(300)
@given(st.lists(PIECES | st.text(max_size=40), max_size=25))
def test_every_letter_of_the_source_is_in_the_article_or_in_the_report(parts: list[str]) -> None:
    data = "\n".join(parts).encode("utf-8", "replace")
    try:
        made = converted(data)
    except UndecodableError:
        return
    text = decode(data).text
    meant = escapes.read(text)
    assert changed(text, meant) <= {cut.text for cut in made.cuts if cut.rule == "repaired"}
    source = lines.repair(meant, joiners="not Arabic" in made.doubts).replace(escapes.BREAK, "\n")
    kept = letters(markdown.plain_text(made.body))
    cut = letters("".join(item.text for item in made.cuts if item.rule != "repaired"))
    bullets = set("-–—*•·▪◦●")  # of a list's items: a list shows its own
    repaired = Counter("".join(item.text for item in made.cuts if item.rule == "repaired"))
    marks = Counter({sign: repaired[sign] for sign in "#>+"})  # of Markdown: the body has its own
    lost = letters(source) - kept - cut - marks
    assert {sign: n for sign, n in lost.items() if sign not in bullets} == {}
    assert kept + cut - letters(source) == Counter()


@examples(200)
@given(st.binary(max_size=300))
def test_any_bytes_become_an_article_or_are_refused(data: bytes) -> None:
    try:
        made = converted(data)
    except UndecodableError:
        return
    assert made.values["title"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("cp1256"), "windows-1256"),
        (TEXT.encode("iso8859_6"), "iso-8859-6"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
        (TEXT.replace("\n", "\u2028").encode(), "utf-8"),
        (TEXT.encode().decode("cp1256").encode(), "utf-8 read as windows-1256"),
        (TEXT.encode().decode("latin-1").encode(), "utf-8 read as windows-1252"),
    ],
    ids=[
        "windows-1256",
        "iso-8859-6",
        "utf-16 with its mark",
        "utf-16-le",
        "utf-16-be",
        "utf-8 with its mark",
        "CRLF",
        "CR",
        "line separators",
        "read as windows-1256",
        "read as latin-1",
    ],
)
def test_the_same_text_in_any_encoding_is_the_same_article(data: bytes, encoding: str) -> None:
    plain, made = converted(TEXT), converted(data)
    assert (made.values, made.body) == (plain.values, plain.body)
    assert made.encoding == encoding


def test_a_text_read_in_the_wrong_code_page_is_read_again() -> None:
    garbled = "اللقالق تعود".encode().decode("cp1256")
    assert decode(garbled.encode()).text == "اللقالق تعود"


def test_a_download_cut_in_mid_letter_is_imported_with_a_doubt() -> None:
    made = converted(TEXT.encode()[:-3])
    assert made.doubts == ("broken characters",)
    assert made.values["title"] == "عودة اللقالق إلى مئذنة الجامع القديم"


def test_a_date_in_the_future_is_not_believed() -> None:
    made = converted(TEXT.replace("1 مارس 2024", "1 مارس 2031").replace("الجمعة ", ""))
    assert made.day is None
    assert made.values["date_from"] == "none"
    assert "future date" in made.doubts


def test_a_file_name_tells_the_day_where_the_text_does_not() -> None:
    bare = TEXT.replace("الجمعة 1 مارس 2024 - 08:00\n", "")
    for name in ("2024-03-02-storks", "storks-17-20240302", "storks-17-02032024", "02.03.2024"):
        made = converted(bare, f"inbox/{name}.txt")
        assert (made.values["date"], made.values["date_from"]) == ("2024-03-02", "file")


def test_an_event_of_the_past_gives_the_article_no_date() -> None:
    made = converted(
        "ذكرى المرصد\n\nافتتح المرصد في 5 مايو 2001، وكان يومها أكبر مراصد البلاد كلها."
    )
    assert made.day is None


def test_spelling_tashkeel_and_tatweel_stay_as_they_were() -> None:
    sentence = (
        "قـال إنّ «الهمزه» في شئون الناس ليست شانا صغيرا، وإن التاريخ 1445هـ يبقى كما هو #وسم_ما."
    )
    assert markdown.plain_text(converted(f"عنوان الخبر هنا\n\n{sentence}").body) == sentence


def test_a_list_with_the_number_of_its_stories_is_neither_caption_nor_place() -> None:
    made = converted(
        "عودة القطار إلى المحطة القديمة\nالملف:\nسكك الحديد (112)\n\n"
        "وصل أول قطار إلى المحطة القديمة صباح اليوم بعد عشرين سنة لم يمر فيها أحد على رصيفها.\n\n"
        "وقال ناظرها إن القطار سيمر مرتين في اليوم، وإن المقهى على الرصيف سيفتح أبوابه من جديد.\n"
    )
    assert "images" not in made.values
    assert "dateline" not in made.values
    assert ("سكك الحديد (112)", "menu") in [(cut.text, cut.rule) for cut in made.cuts]


def test_the_place_of_an_advertisement_is_no_paragraph() -> None:
    last = "وقد رسمها تلاميذ المدرسة على جدار الساحة هذا العام، وكتبوا تحتها أسماءهم كلهم."
    made = converted(f"{TEXT.rstrip()}\n\nإعلان\n\n{last}\n")
    assert "إعلان" not in made.body
    assert made.body.endswith(last)


LEAD = "عادت اللقالق إلى مئذنة الجامع القديم كما تفعل في مطلع كل ربيع، وراقبها الأطفال من السطوح."
REST = "ويقول الجيران إنها تعود إلى العش نفسه، وإنهم يعرفونها واحدا واحدا، ولا يصعد أحد إليها."
TITLE = "عودة اللقالق إلى مئذنة الجامع"


def test_what_stands_before_the_paragraph_that_begins_with_a_dateline_is_a_summary() -> None:
    dek = "وصلت اللقالق هذا العام قبل موعدها بأسبوعين كما يقول أهل الحي."
    made = converted(f"{TITLE}\n\n{dek}\n\nفاس، المغرب (رويترز) -- {LEAD}\n{REST}\n")
    assert made.values["summary"] == dek
    assert (made.values["dateline"], made.values["source"]) == ("فاس", "رويترز")
    again = converted(f"{TITLE}\n\n{LEAD}\n\nفاس (رويترز) -- {LEAD}\n{REST}\n")
    assert "summary" not in again.values
    assert again.body.count(LEAD) == 1


def test_the_name_between_two_prints_of_the_lead_is_the_writers() -> None:
    made = converted(f"{TITLE}\n\n{LEAD[:60]}\n\nكنعان الزين\n\n{LEAD}\n{REST}\n")
    assert made.values["authors"] == ["كنعان الزين"]
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("اللقالق", 1),  # of which the text speaks
        ("استراحة", 0),
        ("* عش جديد", 0),
    ],
)
def test_a_few_words_below_the_headline_are_a_caption_if_they_are_of_the_story(
    line: str, captions: int
) -> None:
    made = converted(f"{TITLE}\n{line}\n{LEAD}\n{REST}\n")
    images = made.values.get("images", [])
    assert isinstance(images, list)
    assert len(images) == captions


def test_a_long_line_above_a_text_that_begins_with_its_dateline_is_a_caption() -> None:
    line = (
        "صغار اللقالق في أعشاشها فوق مئذنة الجامع القديم كما رآها الأطفال من سطوح بيوتهم صباح أمس"
    )
    with_dateline = converted(f"{TITLE}\n{line}\nفاس، المغرب (رويترز) -- {LEAD}\n{REST}\n")
    assert with_dateline.values["images"] == [{"caption": line, "credit": ""}]
    assert "images" not in converted(f"{TITLE}\n{line}\n{LEAD}\n{REST}\n").values


def test_a_writers_name_that_the_headline_begins_with_is_no_caption() -> None:
    column = converted(f"سامي حداد: موعد اللقالق\nسامي حداد\n{LEAD}\n{REST}\n")
    assert column.values["authors"] == ["سامي حداد"]
    spoken_of = converted(f"سامي حداد: موعد اللقالق\nسامي حداد\n{LEAD}\nوقال حداد إنها عادت.\n")
    assert "authors" not in spoken_of.values


@pytest.mark.parametrize(
    "foot",
    [
        "يمكنكم استلام إشعارات بأهم الموضوعات بعد تحميل أحدث نسخة من تطبيقنا على هاتفكم.",
        "للتواصل مع الكاتب ارسل رسالة SMS\n12345 - Stc\n67890 - Mobily",
        "** جميع المقالات المنشورة تمثل رأي كتابها فقط.",
        "تابع الضفاف على:",
    ],
)
def test_what_asks_a_reader_below_the_text_is_none_of_it(foot: str) -> None:
    assert converted(f"{TITLE}\n\n{LEAD}\n{REST}\n{foot}\n").body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize(
    "clock",
    [
        *("منذ أسبوعين", "قبل 3 ساعات", "منذ دقيقتين", "منذ ٤ أيام", "قبل خمس دقائق", "قبل قليل"),
        *("آخر تحديث منذ ساعة واحدة", "نشر قبل 11 شهراً", "2 hours ago", "il y a 3 jours"),
        *("منذ ساعات 5", "منذ دقيقة 12"),
    ],
)
def test_how_long_ago_a_page_was_printed_is_none_of_the_text(clock: str) -> None:
    for page in (f"{TITLE}\n{clock}\n{LEAD}\n{REST}\n", f"{TITLE}\n\n{LEAD}\n{REST}\n{clock}\n"):
        made = converted(page)
        assert made.body == f"{LEAD}\n\n{REST}"
        assert "images" not in made.values
        assert "date" not in made.values


@pytest.mark.parametrize("line", ["قبل سنوات طويلة", "منذ عام 1987"])
def test_what_is_long_ago_and_no_clock_stays(line: str) -> None:
    assert converted(f"{TITLE}\n\n{LEAD}\n{REST}\n{line}\n").body.endswith(line)


@pytest.mark.parametrize(
    "line",
    [
        *("فريق التحرير", "كتب فريق التحرير 0 دقيقة للقراءة", "بقلم: أسرة التحرير", "La rédaction"),
        *("كاتب المقال La rédaction", "بواسطة هيئة التحرير", "By Newsroom", "إعداد/ قسم التحرير"),
    ],
)
def test_a_papers_own_desk_is_neither_source_nor_writer(line: str) -> None:
    for text in (f"{TITLE}\n{line}\n{LEAD}\n{REST}\n", f"{TITLE}\n\n{LEAD}\n{REST}\n{line}\n"):
        made = converted(text)
        assert not {"source", "authors"} & made.values.keys()
        assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize(
    "line", ["فريق التحرير عاد إلى عمله", "هيئة تحرير الضفاف", "تحرير الأسعار"]
)
def test_what_is_more_than_a_desk_stays(line: str) -> None:
    assert converted(f"{TITLE}\n\n{LEAD}\n{REST}\n{line}\n").body.endswith(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتب سامي حداد 3 دقائق للقراءة", ["سامي حداد"]),
        ("سامي حداد | 2 min read", ["سامي حداد"]),
        ("سامي حداد – دقيقة واحدة للقراءة", ["سامي حداد"]),
        ("سامي حداد ـ ليلى سعد ـ تصوير: سارة عمر", ["سامي حداد", "ليلى سعد"]),
        ("سامي حداد - ليلى سعد", ["سامي حداد", "ليلى سعد"]),
        ("كتبت: ليلى سعد ـ تصوير: سارة عمر", ["ليلى سعد"]),
    ],
)
def test_writers_stand_beside_another_a_photographer_or_the_minutes_of_reading(
    line: str, names: list[str]
) -> None:
    made = converted(f"{TITLE}\n{line}\n{LEAD}\n{REST}\n")
    assert made.values["authors"] == names
    assert made.body == f"{LEAD}\n\n{REST}"


def test_a_desk_above_a_text_leaves_room_for_the_writer_below() -> None:
    made = converted(f"{TITLE}\nفريق التحرير\n{LEAD}\n{REST}\n(تقرير: سامي حداد)\n")
    assert made.values["authors"] == ["سامي حداد"]
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize(
    ("box", "authors"),
    [("عن sami", ["sami"]), ("عن سامي حداد", ["سامي حداد"]), ("عن admin", None)],
)
def test_an_empty_box_right_above_the_tail_names_the_writer(
    box: str, authors: list[str] | None
) -> None:
    made = converted(f"{TITLE}\n\n{LEAD}\n{REST}\n\n{box}\n\nشاهد أيضاً\nعودة القوارب\n")
    assert made.values.get("authors") == authors
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize("line", ["عن البحر وأهله", "عن sami وأهله"])
def test_a_line_above_the_tail_that_names_nobody_stays(line: str) -> None:
    made = converted(f"{TITLE}\n\n{LEAD}\n{REST}\n\n{line}\n\nشاهد أيضاً\nعودة القوارب\n")
    assert line in made.body


@pytest.mark.parametrize(
    ("line", "source"),
    [
        *(("صوت الميناء / خاص:", "صوت الميناء"), ("//نبض الميناء – خاص //", "نبض الميناء")),
        *(("الميناء - خاص :", "الميناء"), ("صحيفة الميناء – متابعات", "صحيفة الميناء")),
        *(("الميناء نيوز -", "الميناء نيوز"), ("زاد الميناء الإخباري :", "زاد الميناء الإخباري")),
    ],
)
def test_a_paper_that_says_no_more_than_that_a_story_is_its_own_is_no_headline(
    line: str, source: str
) -> None:
    made = converted(f"{line}\n{LEAD}\n{REST}\n")
    assert (made.values["title_from"], made.values["source"]) == ("first words", source)
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize("line", ["خاص: عودة اللقالق", "اللقالق تعود - خاص", "اللقالق في الجامع -"])
def test_a_first_line_that_names_no_paper_is_the_headline(line: str) -> None:
    assert converted(f"{line}\n\n{LEAD}\n{REST}\n").values["title"] == line


def test_a_paper_that_follows_others_stands_above_the_day() -> None:
    made = converted(f"{TITLE}\nالصحيفة - متابعة\n5 مارس 2019 - 10:20\n\n{LEAD}\n{REST}\n")
    assert (made.values["source"], made.values["date"]) == ("الصحيفة", "2019-03-05 10:20")
    assert made.body == f"{LEAD}\n\n{REST}"


def test_the_place_with_which_a_text_begins_leaves_a_papers_name_above_it() -> None:
    made = converted(f"{TITLE}\nرؤية – سامي حداد\n\nالكويت – {LEAD}\n{REST}\n")
    assert (made.values["source"], made.values["dateline"]) == ("رؤية", "الكويت")
    placed = converted(f"{TITLE}\nنجران – سامي حداد\n\nالكويت – {LEAD}\n{REST}\n")
    assert placed.values["dateline"] == "نجران"


@pytest.mark.parametrize(
    "section",
    [
        *("أخبار الشرقية", "شؤون سوريا", "أخبار القاهرة والجيزة"),
        *("سوريا - لبنان - فلسطين", "المغرب / الجزائر / تونس"),
    ],
)
def test_news_of_a_place_or_places_in_a_row_above_a_headline_are_its_section(section: str) -> None:
    made = converted(f"{section}\n\n{TITLE}\n\n{LEAD}\n{REST}\n")
    assert (made.values["title"], made.values["category"]) == (TITLE, section)
    assert made.body == f"{LEAD}\n\n{REST}"


def test_news_of_a_place_above_no_headline_is_the_headline() -> None:
    made = converted(f"أخبار الشرقية\n\n{LEAD}\n{REST}\n")
    assert made.values["title"] == "أخبار الشرقية"


def test_a_story_in_a_box_on_top_of_a_page_is_not_the_article() -> None:
    box = f"الأكثر قراءة\n5 10:20 2019 مارس\n{SECOND}\n"
    made = converted(f"{box}مباشر\n{TITLE}\n9 10:20 2018 مارس\n{LEAD}\n{REST}\n")
    assert (made.values["title"], made.values["date"]) == (TITLE, "2018-03-09 10:20")
    assert made.body == f"{LEAD}\n\n{REST}"


def test_what_is_found_of_a_claim_stands_where_its_section_would() -> None:
    for text in (
        f"زائف\n{TITLE}\n{LEAD}\n{REST}\n",
        f"{TITLE}\nزائف\n2024-03-05\n{LEAD}\n{REST}\n",
    ):
        made = converted(text)
        assert (made.values["title"], made.values["category"]) == (TITLE, "زائف")
        assert made.body == f"{LEAD}\n\n{REST}"
    assert "زائف" in converted(f"{TITLE}\n{LEAD}\n{REST}\nزائف\n").body


def test_a_last_line_of_words_between_commas_of_which_the_text_speaks_is_its_tags() -> None:
    made = converted(f"{TITLE}\n\n{LEAD}\n{REST}\nاللقالق, مئذنة الجامع, العش\n")
    assert made.body == f"{LEAD}\n\n{REST}"
    assert made.values["tags"][:3] == ["اللقالق", "مئذنة الجامع", "العش"]  # type: ignore[index]  # a list


@pytest.mark.parametrize(
    "line",
    [
        "بيروت، فاس، القيروان",  # where else they nest, of which the text does not speak
        "اللقالق، الجامع، والعش",  # an enumeration joins its last item
        "اللقالق، الجامع",
        "اللقالق، الجامع، العش.",
    ],
)
def test_an_enumeration_that_a_text_ends_in_stays(line: str) -> None:
    assert converted(f"{TITLE}\n\n{LEAD}\n{REST}\n{line}\n").body.endswith(line)
    announced = converted(f"{TITLE}\n\n{LEAD}\n{REST}\nوفي الصور:\nاللقالق، الجامع، العش\n")
    assert announced.body.endswith("اللقالق، الجامع، العش")


def test_a_number_that_a_program_gave_a_picture_is_none_of_the_text() -> None:
    number = "0e7fc2d0-304d-4eaa-8723-33e296b09558"
    assert number not in converted(f"{TITLE}\n{number}\n\n{LEAD}\n{REST}\n").body


@pytest.mark.parametrize(
    "head",
    [
        "رئيس مجلس الإدارة\nسامي حداد\nرئيس التحرير\nكنعان الزين\n\n{title}\n",
        "رئيس التحرير: كنعان الزين\n\n{title}\n",
        "العدد 4911 - الثلاثاء 16 فبراير 2016م الموافق 08 جمادى الأولى 1437هـ\n\n{title}\n",
        "{title}\nعدد المشاهدات: 120\n",
        "{title}\n25 زيارة\nدقيقة واحدة\n",
        "- http://example.org -\n\n{title}\n",
        "{title}\nلوغو الضفاف\n+ الخط -\n",
        "قناة الضفاف الضفاف سبورت الضفاف عقارات\nرئيس التحرير\nسامي حداد\n\n{title}\n",
        "{title}\nnews-picture\n",
    ],
)
def test_what_a_page_prints_around_a_headline_is_neither_writer_nor_caption_nor_text(
    head: str,
) -> None:
    made = converted(f"{head.format(title=TITLE)}\n{LEAD}\n\n{REST}\n")
    assert made.values["title"] == TITLE
    assert made.body == f"{LEAD}\n\n{REST}"
    assert not {"authors", "images", "source", "category"} & made.values.keys()


@pytest.mark.parametrize(
    "head",
    [
        "{title}\nآخر تحديث: 7 مارس 2023\nنشر في: 5 مارس 2019\n",
        "{title}\nPublished: 5 March 2019\nUpdated: 7 March 2023\n",
        "الثلاثاء 7 مارس 2023 01:15 مـ 15 شعبان 1444 هـ\nالجبل نيوز\n×\n\n{title}\n\n5 مارس 2019\n",
    ],
)
def test_a_text_is_of_the_first_of_its_days(head: str) -> None:
    made = converted(f"{head.format(title=TITLE)}\n{LEAD}\n\n{REST}\n")
    assert (made.values["title"], made.values["date"]) == (TITLE, "2019-03-05")
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize(
    "label", ["نشر بتاريخ:", "نشر بتاريخ", "تم النشر في :", "تاريخ الخبر:", "Published On"]
)
def test_the_label_of_a_day_that_is_not_there_is_none_of_the_text(label: str) -> None:
    for text in (f"{TITLE}\n\n{label}\n\n{LEAD}\n\n{REST}", f"{LEAD}\n\n{label}\n\n{REST}"):
        made = converted(text)
        assert made.body == f"{LEAD}\n\n{REST}"
        assert "authors" not in made.values
    assert "كتب التاريخ" in converted(f"{TITLE}\n\n{LEAD}\n\nكتب التاريخ\n\n{REST}").body


def test_the_number_of_an_issue_stands_before_its_day() -> None:
    head = "العدد 4911 - الثلاثاء 16 فبراير 2016م"
    assert converted(f"{head}\n\n{TITLE}\n\n{LEAD}\n\n{REST}\n").day == date(2016, 2, 16)


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        ("لقلق في عشه (غيتي)", "لقلق في عشه", "غيتي"),
        ("لقلق في عشه (أ ف ب / غيتي)", "لقلق في عشه", "أ ف ب / غيتي"),
        ("لقلق في عشه / رويترز", "لقلق في عشه", "رويترز"),
        ("لقلق في عشه - AFP / أرشيف", "لقلق في عشه", "AFP / أرشيف"),
        ("لقلق في عشه (تصوير سامي حداد)", "لقلق في عشه", "سامي حداد"),
        ("Getty Images\nلقلق في عشه", "لقلق في عشه", "Getty Images"),
        (
            "صدر الصورة، Getty Images\nالتعليق على الصورة، لقلق في عشه",
            "لقلق في عشه",
            "Getty Images",
        ),
        ("صورة أرشيفية\nصورة أرشيفية", "صورة أرشيفية", ""),
        (
            "لقلق في عشه - (Photo by JANE DOE/AFP via Getty Images)",
            "لقلق في عشه",
            "JANE DOE/AFP via Getty Images",
        ),
    ],
)
def test_who_made_a_picture_is_not_whose_the_text_is(lines: str, caption: str, credit: str) -> None:
    made = converted(f"{TITLE}\n{lines}\n{LEAD}\n{REST}\n")
    assert made.values["images"] == [{"caption": caption, "credit": credit}]
    assert not {"source", "dateline", "authors"} & made.values.keys()
    assert made.body == f"{LEAD}\n\n{REST}"


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("{title}\n\nجريدة الضفاف\n", {"source": "جريدة الضفاف"}),
        ("{title}\n\nصوت الجبل\n", {"source": "صوت الجبل"}),
        ("{title}\nكلمة الرياض\n", {"source": "الرياض"}),
        ("{title}\nصنعاء\nالعربي الجديد\n", {"source": "العربي الجديد", "dateline": "صنعاء"}),
        ("{title}\nسامي حداد - خاص\n", {"authors": ["سامي حداد"]}),
        ("{title}\n\nق.شهابي\n", {"authors": ["ق.شهابي"]}),
        ("{title}\nمتابعات:\n", {}),
        ("{title}\n0|ا ش ا\n", {"source": "ا ش ا"}),
        ("{title}\nمراسل الضفاف - فاس\n", {"source": "الضفاف", "dateline": "فاس"}),
        ("شفق نيوز- محافظات\n\n{title}\n", {"source": "شفق نيوز"}),
        ("الرئيسية / {title}\n{title}\n5 مارس 2019\n", {}),
    ],
)
def test_a_name_that_stands_alone_below_a_headline_is_a_place_or_a_paper(
    head: str, wanted: dict[str, object]
) -> None:
    values = converted(f"{head.format(title=TITLE)}\n{LEAD}\n\n{REST}\n").values
    names = ("source", "dateline", "authors", "images")
    assert {name: values[name] for name in names if name in values} == wanted


def test_buttons_side_by_side_are_none_of_the_text() -> None:
    made = converted(f"{TITLE}\n\n{LEAD}\n\nشاركها\nفيسبوك\nتويتر\n\n{REST}\n\n{REST[:-1]} أبدا.\n")
    assert "فيسبوك" not in made.body
    assert made.body.startswith(LEAD)


def test_a_page_in_which_a_site_says_where_a_text_was_printed() -> None:
    head = f"{TITLE}\nسامي حداد\nنشر في صوت الجبل يوم 25 - 03 - 2013\n"
    foot = "انقر هنا لقراءة الخبر من مصدره."
    made = converted(f"{head}\n{LEAD}\n{REST}\n{foot}\n")
    assert made.day == date(2013, 3, 25)
    assert (made.values["source"], made.values["authors"]) == ("صوت الجبل", ["سامي حداد"])
    assert foot not in made.body


def test_a_section_the_day_and_the_hour_stand_in_one_line_above_a_headline() -> None:
    made = converted(f"أمن 17-09-2023, 20:30 | --\n\n{TITLE}\n\n{LEAD}\n\n{REST}\n")
    assert (made.values["title"], made.values["category"]) == (TITLE, "أمن")
    assert made.values["date"] == "2023-09-17 20:30"


def test_a_box_about_the_writer_is_none_of_the_text() -> None:
    box = "عن سامي حداد\nكاتب من فاس يهتم بالطيور والحدائق منذ سنوات طويلة ويكتب عنها."
    head = f"{TITLE}\nسامي حداد\n5 مارس 2019\n"
    assert converted(f"{head}\n{LEAD}\n\n{REST}\n\n{box}\n").body == f"{LEAD}\n\n{REST}"


def test_a_dateline_may_cling_to_the_sentence_behind_it() -> None:
    made = converted(f'{TITLE}\n\nفاس - "القدس العربي":{LEAD}\n\n{REST}\n')
    assert (made.values["dateline"], made.values["source"]) == ("فاس", "القدس العربي")


MENU = "\n".join(
    [
        *("الرئيسية", "أخبار عاجلة", "سياسة", "حوادث", "اقتصاد", "رياضة", "فن", "ثقافة", "منوعات"),
        *("صحة", "المرأة", "ألبومات", "فيديو", "كاريكاتير", "المزيد", "محافظات", "دين", "بحث"),
    ]
)
OTHERS = """افتتاح معرض الزهور السنوي بالحديقة العامة
مكتبة جديدة للأطفال بحي الأندلس قريبا
مباراة ودية بين فريقي الشباب والنجوم غدا"""


def page(head: str, foot: str) -> conversion.Conversion:
    return converted(f"{MENU}\n{head}\n{LEAD}\n\n{REST}\n\n{foot}\n")


def test_the_headline_of_a_page_is_not_the_summary_or_the_caption_below_it() -> None:
    dek = "عودة مبكرة هذا العام قبل موعدها بأسبوعين كما يقول أهل الحي"
    caption = "اللقالق فوق المئذنة (رويترز)"
    head = f"{TITLE}\n{dek}\n{caption}\n{caption}\nلندن: «الحياة»\n5 مارس 2019\n"
    values = page(head, f"الأكثر قراءة\n{OTHERS}").values
    assert (values["title"], values["summary"]) == (TITLE, dek)
    assert values["images"] == [{"caption": "اللقالق فوق المئذنة", "credit": "رويترز"}]
    assert (values["dateline"], values["source"]) == ("لندن", "الحياة")
    twice = f"{TITLE}\nاللقالق فوق المئذنة\n{caption}\n{caption}\n5 مارس 2019\n"
    values = page(twice, f"الأكثر قراءة\n{OTHERS}").values
    assert values["title"] == TITLE
    assert values["images"] == [{"caption": "اللقالق فوق المئذنة", "credit": "رويترز"}]


@pytest.mark.parametrize(
    ("foot", "tags"),
    [
        ("اللقالق\nالجامع القديم\nأخبار الطيور", ["اللقالق", "الجامع القديم", "أخبار الطيور"]),
        (OTHERS, []),
        ("عودة\nاللقالق\nمئذنة", []),  # the headline's words, taken apart
        ("مواضيع\nالمغرب\nالطيور", ["المغرب", "الطيور"]),
    ],
)
def test_tags_and_other_stories_stand_between_a_pages_article_and_its_foot(
    foot: str, tags: list[str]
) -> None:
    made = page(f"{TITLE}\n5 مارس 2019\n", f"{foot}\nتعليقات (0)\nالأكثر قراءة\n{OTHERS}")
    assert made.body == f"{LEAD}\n\n{REST}"
    suggested = made.values.get("suggested", {})
    assert isinstance(suggested, dict)
    printed = [tag for tag in made.values.get("tags", []) if tag not in suggested.get("tags", [])]  # type: ignore[attr-defined]
    assert printed == tags


def test_names_that_the_text_ends_in_stay_where_no_foot_follows() -> None:
    names = "فريق الشباب\nفريق النجوم\nفريق الساحل"
    made = converted(f"{TITLE}\n\n{LEAD}\n\n{REST}\n\n{names}\n")
    assert all(name in made.body for name in names.split("\n"))


def test_an_article_is_over_at_its_source_where_only_other_headlines_follow() -> None:
    made = page(f"{TITLE}\n5 مارس 2019\n", f'المصدر: "رويترز"\nموافق\n{OTHERS}\nأعلى الصفحة')
    assert made.body == f"{LEAD}\n\n{REST}"
    assert made.values["source"] == "رويترز"


def test_the_owner_of_a_page_is_no_place() -> None:
    foot = f"الأكثر قراءة\n{OTHERS}\nجميع الحقوق محفوظة © الضفاف 2019"
    values = page(f"{TITLE}\n5 مارس 2019\nسامي حداد – الضفاف\n", foot).values
    assert (values["source"], values["authors"]) == ("الضفاف", ["سامي حداد"])
    assert "dateline" not in values


def test_a_scrap_of_html_in_mid_text_is_none_of_it() -> None:
    made = converted(f'{TITLE}\n\n{LEAD}\n\nalt="عش عند النهر" />\n\n{REST}\n')
    assert made.body == f"{LEAD}\n\n{REST}"
    assert any("alt" in cut.text for cut in made.cuts)


def test_many_short_lines_without_a_menu_are_a_text_and_no_page() -> None:
    verses = [f"البيت رقم {n} من قصيدة البئر" for n in range(1, 31)]
    text = "\n".join(["قصيدة البئر القديمة", "كتب – سامي حداد", *verses, SENTENCE])
    made = converted(text)
    assert made.values["title"] == "قصيدة البئر القديمة"
    assert made.values["authors"] == ["سامي حداد"]
    assert [verse for verse in verses if verse not in made.body] == []


def test_short_lines_as_long_as_a_book_cost_no_more_each_than_a_few() -> None:
    line = "ومر في اليوم {} سرب جديد فوق السطوح."
    body = converted("\n".join([TITLE, *map(line.format, range(20_000))])).body
    assert body.count("\n\n") == 19_999


def test_pieces_of_one_line_as_long_as_a_book_cost_no_more_each_than_a_few() -> None:
    piece = "ومر في اليوم {} سرب جديد فوق السطوح القديمة عند المرفأ."
    body = converted(f"{TITLE}\n\n{(' ' * 5).join(map(piece.format, range(10_000)))}\n").body
    assert body.count("\n\n") == 9_999


def test_a_headline_made_of_a_text_does_not_begin_with_its_dateline() -> None:
    made = converted(f"صيدا (صدى الموانئ) - {LEAD}\n\n{REST}\n")
    assert made.values["title_from"] == "first words"
    assert LEAD.startswith(str(made.values["title"]).rstrip("…"))
    assert made.body.startswith("صيدا (صدى الموانئ) - ")


def test_a_headline_of_few_words_is_none_that_comes_back_as_a_section() -> None:
    text = f"EN\nكوردستان\nالرئيسية/كوردستان\nكوردستان\nثلوج تغلق طريقين\n5 مارس 2019\n{SENTENCE}"
    made = converted(text)
    assert made.values["title"] == "ثلوج تغلق طريقين"


SECOND = "ويقول الباعة إنهم ينتظرون الزوار منذ عام كامل، وإن الدكاكين صارت جاهزة."


@pytest.mark.parametrize(
    "above",
    [
        "[ طباعة ] [ إرسال إلى صديق ]",
        "الأخبار الوطنية",
        "شؤون محلية وإقليمية",
        "أخبار لبنانأهم الأخبار",
        "أخبار وتقاريرموضوعات رئيسية",
        "best online games cheap watches buy now",
        "28/06/1440",
        "مدة الفيديو 02:15",
        "صيدا",
        "لبنان",
        "الضفاف نيوز",
        "صحيفة الضفاف",
        "أخبار عاجلة",
        "العودة إلى الرئيسية",
        "Difaf Press",
        "الضفاف » الرئيسة » عربية ودولية",
        "الضفاف › محليات",
        "محليات | بيروت",
        "» محليات » بيئة",
    ],
)
def test_what_a_short_copy_of_a_page_shows_above_a_headline_is_none(above: str) -> None:
    made = converted(f"{above}\nعودة القوارب إلى المرفأ القديم\n\n{SENTENCE}\n{SECOND}\n")
    assert made.values["title"] == "عودة القوارب إلى المرفأ القديم"
    assert made.body == f"{SENTENCE}\n\n{SECOND}"
    assert any(above in cut.text for cut in made.cuts)


@pytest.mark.parametrize(
    "title",
    [
        "أخبار سارة لأهل المرفأ القديم",
        "Top 10",
        "السوق القديم [صور] يفتح أبوابه",
        "صيدا",
        "العودة إلى المرفأ",
        "الضفاف » القديمة",
        "المرفأ | بيروت",
        "«المرفأ» › «السوق»",
    ],
)
def test_a_headline_may_begin_as_what_stands_above_one(title: str) -> None:
    assert converted(f"{title}\n\n{SENTENCE}\n{SECOND}\n").values["title"] == title


@pytest.mark.parametrize(
    "way",
    [
        "الرئيسية / محليات",
        "أنت هنا: الرئيسية » أخبار » محليات",
        "You are here: Home » محليات",
        "الضفاف › الأخبار › محليات",
    ],
)
def test_the_way_to_a_page_is_no_headline_and_names_its_section(way: str) -> None:
    made = converted(f"{way}\nعودة القوارب إلى المرفأ القديم\n\n{SENTENCE}\n{SECOND}\n")
    assert made.values["title"] == "عودة القوارب إلى المرفأ القديم"
    assert made.values["category"] == "محليات"
    assert made.body == f"{SENTENCE}\n\n{SECOND}"


STOPPED = "عودة القوارب إلى المرفأ القديم بعد شتاء طويل ونزول الصيادين إلى السوق ."


@pytest.mark.parametrize("day", ["نشر بتاريخ:", "5 مارس 2019", "نشر في: 2019/3/5"])
def test_a_sentence_right_above_the_day_is_the_headline_where_no_other_line_is(day: str) -> None:
    made = converted(
        f"Difaf Press\nوكالة الأنباء الليبية\n\n{STOPPED}\n\n{day}\n\n{SENTENCE}\n\n{SECOND}\n"
    )
    assert made.values["title"] == STOPPED
    assert made.body == f"{SENTENCE}\n\n{SECOND}"


def test_a_sentence_above_the_day_and_below_a_headline_is_none() -> None:
    made = converted(f"عودة القوارب\n{STOPPED}\n5 مارس 2019\n{SENTENCE}\n{SECOND}\n")
    assert made.values["title"] == "عودة القوارب"
    told = converted(f"عادت {STOPPED}\n5 مارس 2019\n{SENTENCE}\n{SECOND}\n")
    assert told.values["title_from"] == "first words"


def test_what_stands_below_a_label_of_other_stories_is_no_headline() -> None:
    other = "عودة القوارب إلى المرفأ القديم"
    made = converted(f"أخبار متعلقة\n{other}\n\n{SENTENCE}\n{SECOND}\n")
    assert made.values["title_from"] != "stated"
    assert SENTENCE in made.body


def test_foreign_words_of_which_the_text_speaks_are_a_headline() -> None:
    head = "Harbour Days 2019\nعودة القوارب إلى المرفأ القديم"
    made = converted(f"{head}\n\nيفتح مهرجان Harbour أبوابه غدا عند المرفأ. {SENTENCE}\n")
    assert made.values["title"] == "Harbour Days 2019"


def test_sections_and_places_before_a_headline_are_none_of_it() -> None:
    title = "القوارب: عودة إلى المرفأ القديم"
    made = converted(f"جهات - صفاقس - فلاحة - {title}\n\n{SENTENCE}\n{SECOND}\n")
    assert (made.values["title"], made.values["category"]) == (title, "جهات")
    made = converted(f"{title} | محليات\n\n{SENTENCE}\n{SECOND}\n")
    assert (made.values["title"], made.values["category"]) == (title, "محليات")


def test_one_section_or_place_before_a_headline_may_be_what_it_speaks_of() -> None:
    title = "القوارب: عودة إلى المرفأ القديم"
    for of_one in (f"صفاقس - {title}", f"تقرير | {title}", f"{title} - فيديو"):
        assert converted(f"{of_one}\n\n{SENTENCE}\n{SECOND}\n").values["title"] == of_one


@pytest.mark.parametrize("above", ["Home", "buy cheap watches", "25°C صفاقس", "(طباعة) (إرسال)"])
def test_what_is_no_name_is_no_section(above: str) -> None:
    made = converted(f"{above}\nعودة القوارب إلى المرفأ القديم\n\n{SENTENCE}\n{SECOND}\n")
    assert made.values["title"] == "عودة القوارب إلى المرفأ القديم"
    assert made.body == f"{SENTENCE}\n\n{SECOND}"
    assert made.values.get("category") != above


def test_an_agencys_line_has_headline_section_and_day() -> None:
    title = "عودة القوارب إلى المرفأ القديم"
    made = converted(f"وفا : {title} - عام - 25/03/2019\n{title}\n\n{SENTENCE}\n{SECOND}\n")
    assert made.values["title"] == title
    assert made.body == f"{SENTENCE}\n\n{SECOND}"
    assert (made.values["category"], made.values["date"]) == ("عام", "2019-03-25")


def test_a_sites_name_and_its_first_page_are_no_dateline() -> None:
    head = "ضفاف نيوز - الرئيسية\nعودة القوارب إلى المرفأ القديم\nصور - سامي حداد"
    made = converted(f"{head}\n\n{SENTENCE}\n{SECOND}\n")
    assert (made.values["source"], made.values["dateline"]) == ("ضفاف نيوز", "صور")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("date 2019-03-05", "2019-03-05"),
        ("Published: 2019/03/05", "2019-03-05"),
        ("تاريخ النشر: 2019-03-05", "2019-03-05"),
        ("2019-03-05T10:20:00Z", "2019-03-05 10:20"),
        ("date 2019-03", None),
    ],
)
def test_a_day_that_a_crawler_put_before_the_first_words_is_none_of_them(
    head: str, day: str | None
) -> None:
    made = converted(f"{head} {SENTENCE}\n\n{SECOND}\n")
    assert made.body == f"{SENTENCE}\n\n{SECOND}"
    assert made.values.get("date") == day
    assert head in [cut.text for cut in made.cuts]


@pytest.mark.parametrize("first", ["2019-03-05 كان يوم عيد", "نشر في 2019-03-05 قرار", "خط 20-03"])
def test_a_day_that_a_sentence_begins_with_stays(first: str) -> None:
    made = converted(f"عودة القوارب\n\n{first} {SENTENCE}\n{SECOND}\n")
    assert first in made.body
    assert "date" not in made.values
    assert converted(f"{first} {SENTENCE}\n{SECOND}\n").body.startswith(first)


def test_an_hour_that_is_torn_from_its_day_is_none_of_the_text() -> None:
    head = "عودة القوارب إلى المرفأ القديم\n22 /08 /2008   الساعة   14:38:00"
    made = converted(f"{head}\n\n{SENTENCE}\n{SECOND}\n")
    assert made.body == f"{SENTENCE}\n\n{SECOND}"
    assert made.values["date"] == "2008-08-22"


def test_a_subtitle_between_headline_and_day_is_no_headline() -> None:
    head = "عودة الصيادين إلى المرفأ القديم\nعشرون شابا تعلموا الغوص على يد آخر الغواصين"
    made = converted(f"{head}\nاللاذقية ـ الضفاف\nالثلاثاء 5/3/2019\n\n{SENTENCE}")
    assert made.values["title"] == "عودة الصيادين إلى المرفأ القديم"


@pytest.mark.parametrize("last", ["و", "و(يا قلب لا تحزن)..!!", "60"])
def test_a_last_line_that_only_looks_like_a_wires_initials_stays(last: str) -> None:
    made = converted(f"عودة الماء إلى البئر\n\n{SENTENCE}\n{SENTENCE}\n{last}\n")
    assert letters(made.body) >= letters(last)
    assert last not in {cut.text for cut in made.cuts}


STORKS, NESTS = (line for line in TEXT.split("\n") if line.endswith("."))


def amid_storks(*lines: str) -> str:
    """A story with lines in its middle."""
    title = "عودة اللقالق إلى المئذنة"
    return "\n\n".join([title, STORKS, NESTS, "\n".join(lines), SENTENCE])


def test_programs_in_a_tagged_text_are_reported_and_no_paragraphs() -> None:
    program = "<script>\nvar shown = [];\nshown.push('سر');\n</script>\n<style>p {}</style>"
    made = converted(f"عودة اللقالق\n\n<p>{STORKS}</p>\n{program}\n<p>{NESTS}</p>\n<div></div>\n")
    assert markdown.plain_text(made.body).split("\n") == [STORKS, NESTS]
    reported = {cut.text: cut.line for cut in made.cuts if cut.rule == "repaired"}
    assert (reported["var shown = [];"], reported["shown.push('سر');"]) == (5, 6)


@pytest.mark.parametrize(
    "line",
    [
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        '{"@context":"https://schema.org","@type":"NewsArticle"}',
    ],
)
def test_what_advertises_on_a_page_is_no_paragraph(line: str) -> None:
    assert line not in markdown.plain_text(converted(amid_storks(line)).body)


@pytest.mark.parametrize(
    "line",
    [
        "items.push(1);",
        "يكتب المبرمج googletag.cmd ثم يشرح ما تفعله هذه الكلمة في الصفحة.",
    ],
)
def test_a_program_that_a_text_shows_or_speaks_of_stays(line: str) -> None:
    assert line in markdown.plain_text(converted(amid_storks(line)).body)


def test_how_long_a_film_takes_is_no_headline() -> None:
    menu = "أخبار\nرياضة\nثقافة\nفيديو\nمقالات\n" * 4
    clock = "مدة الفيديو 02 minutes 47 seconds\n02:47\n28/2/2023\n"
    made = converted(f"{menu}عودة اللقالق إلى مئذنة الجامع\n\n{clock}\n{STORKS}\n\n{NESTS}\n")
    assert made.values["title"] == "عودة اللقالق إلى مئذنة الجامع"
    assert made.values["date"] == "2023-02-28"


def test_an_article_is_over_where_its_source_stands_above_a_label_of_other_stories() -> None:
    story = f"عودة اللقالق إلى مئذنة الجامع\n\n{STORKS}\n\n{NESTS}\n\n{SENTENCE}"
    others = (
        "سوق الحدادين\nافتتح سوق الحدادين أبوابه أمس بعد أن رممت البلدية أقواسه الحجرية القديمة."
    )
    made = converted(f"{story}\n\nالمصدر : الضفاف + وكالات\nحول هذه القصة\n{others}\n")
    assert markdown.plain_text(made.body).split("\n") == [STORKS, NESTS, SENTENCE]
    assert made.values["source"] == "الضفاف + وكالات"
    inside = converted(f"{story}\n\nالمصدر : الضفاف + وكالات\n\n{others}\n")
    assert markdown.plain_text(inside.body).split("\n")[-1] == others.split("\n")[1]


LATIN = (
    "People watch storks on the old minaret (AP Photo/Sam Miller)",
    "Storks on the minaret - - FEZ, MOROCCO DATE 28/02/2023 SIZE x SOURCE Anadolu/Sam Miller",
    "مئذنة الجامع القديم AFP PHOTO / CITY / SAM MILLER",
)


@pytest.mark.parametrize("line", LATIN)
@pytest.mark.parametrize("below", ["", "لقلق على عشه فوق المئذنة (الأناضول)"])
def test_what_an_agency_says_of_its_picture_is_a_caption_with_its_credit(
    line: str, below: str
) -> None:
    made = converted(amid_storks(line, below))
    assert markdown.plain_text(made.body).split("\n") == [STORKS, NESTS, SENTENCE]
    images = made.values["images"]
    assert isinstance(images, list)
    assert "SAM MILLER" in images[0]["credit"].upper()
    if below:
        assert images[1] == {"caption": "لقلق على عشه فوق المئذنة", "credit": "الأناضول"}


def test_a_picture_keeps_its_description_in_another_language() -> None:
    lines = "Stork Nests On A Minaret\nلقلق على عشه فوق المئذنة (غيتي)"
    made = converted(amid_storks(lines))
    assert made.values["images"] == [
        {"caption": "لقلق على عشه فوق المئذنة", "credit": "غيتي", "alt": "Stork Nests On A Minaret"}
    ]
    assert "Stork" not in made.body


@pytest.mark.parametrize(
    "line",
    [
        "To be, or not to be, that is the question",
        "Arabian Highlands, Cornell University Press (New York)",
        "وتقول لافتة في المتحف إن الصورة من مجموعة Getty Images",
        "وجاء ذلك في بيان نشرته وكالة الأنباء الروسية (تاس)",
    ],
)
def test_a_line_with_latin_words_or_an_agency_that_is_no_pictures_stays(line: str) -> None:
    made = converted(amid_storks(line))
    assert line in markdown.plain_text(made.body).split("\n")


@pytest.mark.parametrize(
    ("end", "source"),
    [
        ("(رويترز)", "رويترز"),
        ("(أ .ف .ب)", "أ .ف .ب"),
        ("أ .ف .ب", "أ .ف .ب"),
        ("س.ع/ م.ك (أ ف ب، رويترز)", "أ ف ب، رويترز"),
        ("«د ب أ»", "د ب أ"),
        ("/وام/", "وام"),
    ],
)
def test_agencies_behind_the_last_sentence_are_whose_text_it_is_and_stay_in_it(
    end: str, source: str
) -> None:
    for text in (f"{SENTENCE} {end}", f"{SENTENCE}\n\n{SENTENCE} {end}"):
        made = converted(f"عودة الماء إلى البئر\n\n{text}")
        assert made.values["source"] == source
        assert letters(made.body) >= letters(end)


@pytest.mark.parametrize(
    "end", ["كما نقلت رويترز", "فعادا إلى البيت معا", "وانتهى الخبر. صورة من غيتي"]
)
def test_an_agency_amid_a_last_sentence_says_nothing_of_whose_text_it_is(end: str) -> None:
    assert "source" not in converted(f"عودة الماء إلى البئر\n\n{SENTENCE} {end}").values


OTHER = "وفي السوق القديم أربعون دكانا، بنيت كلها من حجر الجبل قبل مئتي عام."
NOTICES = [
    "نرحب في الموقع بكل نقاش، والآراء المنشورة هنا لا تعبر عن رأينا بل تعكس نظر أصحابها.",
    "** كل ما ينشر من مقالات يمثل رأي كاتبه وحده.",
    "التعليقات مسؤولية أصحابها، ولإدارة الموقع أن تحذف منها ما تشاء.",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_of_whose_opinions_are_printed_is_none_of_the_text(notice: str) -> None:
    made = converted(f"عودة الماء إلى البئر\n\n{SENTENCE}\n\n{SENTENCE}\n\n{notice}")
    assert "".join(notice.split()) not in "".join(made.body.split())
    assert notice in {cut.text for cut in made.cuts}


@pytest.mark.parametrize(
    "last",
    [
        "وقالت الصحيفة إن المقال المنشور لا يعبر عن رأيها بل عن رأي كاتبه.",
        "وتمثل آراء السكان في السوق القديم ما يعرفه أصحاب الدكاكين منذ أعوام.",
    ],
)
def test_a_sentence_about_opinions_is_no_notice(last: str) -> None:
    made = converted(f"عودة الماء إلى البئر\n\n{SENTENCE}\n\n{SENTENCE}\n\n{last}")
    assert last in made.body


@pytest.mark.parametrize(
    "caption",
    [
        "جانب من السوق بعد الترميم",
        "صورة لأقواس السوق من جهة البحر",
        "لقطة من فيلم عن السوق القديم",
        "صورة الباب القديم كما ظهرت في الكتاب",
    ],
)
def test_a_line_that_says_of_what_a_picture_is_is_its_caption(caption: str) -> None:
    made = converted(f"السوق القديم يفتح أبوابه\n\n{SENTENCE}\n{caption}\nمن بنى السوق؟\n{OTHER}")
    assert made.values["images"] == [{"caption": caption, "credit": ""}]
    assert "## من بنى السوق؟" in made.body


@pytest.mark.parametrize(
    "line",
    [
        "صورة السوق في أذهان الناس",
        "جانب منسي",
        "خريطة لإصلاح الأسواق",
        "صورة للسوق القديم تثير الدهشة",
        "جانب من السوق ما زال مغلقا.",
    ],
)
def test_a_line_that_only_begins_as_a_picture_is_no_caption(line: str) -> None:
    made = converted(f"السوق القديم يفتح أبوابه\n\n{SENTENCE}\n{line}\n{OTHER}")
    assert "images" not in made.values
    assert line in made.body


@pytest.mark.parametrize("office", ["* كاتب وباحث", "نائب رئيس جمعية الأسواق القديمة"])
def test_what_a_writer_is_right_behind_his_last_sentence_is_none_of_the_text(office: str) -> None:
    made = converted(f"السوق القديم\n\n{SENTENCE}\n\n{OTHER}\n\n{office}")
    assert office.strip("* ") not in made.body
    assert (office, "byline") in {(cut.text, cut.rule) for cut in made.cuts}


@pytest.mark.parametrize(
    "last", ["مدير المدرسة يكرم الفائزين", "رئيس البلدية: نعود إليه قريبا", "رئيس الجمعية."]
)
def test_a_last_line_in_which_somebody_acts_is_no_writers_office(last: str) -> None:
    assert last in converted(f"السوق القديم\n\n{SENTENCE}\n\n{OTHER}\n\n{last}").body


def test_the_last_line_may_be_a_dateline_or_a_paper() -> None:
    above = f"السوق القديم\n\n{SENTENCE}\n\n{OTHER}\n\n"
    signed = converted(f"{above}سامي حداد - بيروت")
    assert (signed.values["authors"], signed.values["dateline"]) == (["سامي حداد"], "بيروت")
    for paper in ("DIFAF24.COM", "صدى البلد", "(عكاظ)"):
        made = converted(above + paper)
        assert made.values["source"] == paper.strip("()")
        assert paper not in made.body
    for word in ("الحياة", "- الخبر", "أهل الحي - بيروت"):
        assert word in markdown.plain_text(converted(above + word).body)


HEADLINE = "السوق القديم يفتح أبوابه بعد الترميم"


def captions_of(made: conversion.Conversion) -> list[str]:
    images = made.values.get("images", [])
    assert isinstance(images, list)
    return [image["caption"] for image in images]


@pytest.mark.parametrize("stated", ["بيروت - رويترز", "كتب: سامي حداد", "الأحد 3 مارس 2024"])
def test_a_few_words_without_a_verb_below_what_is_stated_are_a_caption(stated: str) -> None:
    made = converted(f"{HEADLINE}\n\n{stated}\n\nأقواس السوق قبل الترميم\n{SENTENCE}\n{OTHER}")
    assert captions_of(made) == ["أقواس السوق قبل الترميم"]


@pytest.mark.parametrize(
    "shown", ["التجار أثناء عودتهم إلى السوق", "من أعمال الترميم", "رئيس البلدية خلال افتتاح السوق"]
)
def test_a_line_below_the_headline_that_says_what_a_picture_shows_is_its_caption(
    shown: str,
) -> None:
    assert captions_of(converted(f"{HEADLINE}\n\n{shown}\n{SENTENCE}\n{OTHER}")) == [shown]


@pytest.mark.parametrize(
    "subtitle", ["أهل الحي يعودون إلى السوق القديم", "أبواب جديدة لأهل الحي", "السوق يفتح أقواسه"]
)
def test_a_line_below_the_headline_that_says_more_of_the_same_is_the_summary(subtitle: str) -> None:
    made = converted(f"{HEADLINE}\n{subtitle}\n{SENTENCE}\n{OTHER}")
    assert made.values["summary"] == subtitle
    assert not captions_of(made)


@pytest.mark.parametrize(
    "line",
    [
        "مواسم",
        "سوق",
        "قال",
        "الفصل التاسع",
        "رحلة الغيوم إلى الجبال البعيدة",
        "أعلن رئيس البلدية فتح السوق القديم",
        "وفي ما يلي أسماء أهل الحي:",
    ],
)
def test_a_line_below_the_headline_that_nothing_speaks_for_stays_in_the_text(line: str) -> None:
    made = converted(f"{HEADLINE}\n\n{line}\n{SENTENCE}\n{OTHER}")
    assert line in made.body
    assert not captions_of(made)
    assert "summary" not in made.values


def test_an_everyday_word_between_headline_and_day_is_the_section() -> None:
    made = converted(f"{HEADLINE}\nحدائق\n3 مارس 2024\n\n{SENTENCE}\n{OTHER}")
    assert made.values["category"] == "حدائق"
    assert "category" not in converted(f"{HEADLINE}\nحدائق\n{SENTENCE}\n{OTHER}").values


def test_what_stands_between_two_prints_of_the_headline_and_says_nothing_of_it_is_the_pages() -> (
    None
):
    strange = "أمطار غزيرة على الساحل الشمالي"
    made = converted(f"{HEADLINE}\n\n{strange}\n{HEADLINE}\n{SENTENCE}\n{OTHER}")
    assert made.body == f"{SENTENCE}\n\n{OTHER}"
    assert (strange, "menu") in {(cut.text, cut.rule) for cut in made.cuts}


@pytest.mark.parametrize(
    "sign",
    [
        "م ح (خ) – ع ر",
        "خ ع / م ص ج",
        "م.ع/نجاة",
        "نجاة/ م.ع",
        "ق/ر",
        "اغ/ رح/ دص",
        "سوا1213 جمت ماي 10",
        "/انتهى/",
        "انتهى 12/س",
        "انتهى/ 12 / س ع",
    ],
)
def test_initials_and_codes_of_a_wire_below_the_text_are_none_of_it(sign: str) -> None:
    made = converted(f"{HEADLINE}\n\n{SENTENCE}\n\n{OTHER}\n\n{sign}")
    assert made.body == f"{SENTENCE}\n\n{OTHER}"


def test_an_agency_beside_initials_is_the_source() -> None:
    made = converted(f"{HEADLINE}\n\n{SENTENCE}\n\n{OTHER}\n\nف.ن/ وأج")
    assert made.values["source"] == "وأج"
    assert made.body == f"{SENTENCE}\n\n{OTHER}"


@pytest.mark.parametrize("last", ["المادة - أ", "انتهى 2/1 لصالح الضيوف", "من - إلى"])
def test_a_last_line_of_words_is_no_initials(last: str) -> None:
    assert last in converted(f"{HEADLINE}\n\n{SENTENCE}\n\n{OTHER}\n\n{last}").body


def test_initials_below_the_headline_are_no_paragraph_and_no_source() -> None:
    made = converted(f"{HEADLINE}\nل.ب\n\n{SENTENCE}\n\n{OTHER}")
    assert ("ل.ب", "byline") in {(cut.text, cut.rule) for cut in made.cuts}
    assert not {"authors", "source"} & made.values.keys()
    assert made.body == f"{SENTENCE}\n\n{OTHER}"


@pytest.mark.parametrize(
    "furniture",
    [
        "[ طباعة ] [ أرسل إلى صديق ]",
        "خ- خ+",
        "كبر الخط",
        "صغر الخط",
        "(مع صور)",
        "[فيديو]",
        "أخبار محليةاقتصاد",
        "آخر الأخبارعربي",
    ],
)
def test_furniture_around_a_headline_is_neither_headline_nor_text(furniture: str) -> None:
    for head in (f"{furniture}\n{HEADLINE}", f"{HEADLINE}\n{furniture}"):
        made = converted(f"{head}\n\n{SENTENCE}\n\n{OTHER}")
        assert made.values["title"] == HEADLINE
        assert made.body == f"{SENTENCE}\n\n{OTHER}"


@pytest.mark.parametrize(
    "foot",
    [
        "تعليقات 2 | إهداء 0 | زيارات 1316\nخدمات المحتوى",
        "— مرصد الضفاف (@difaf_sky)",
        "– مرصد الضفاف (@difaf_sky) 3 مارس 2024",
        "pic.twitter.com/a1B2c3D4e5",
        "difaftrade",
    ],
)
def test_furniture_below_the_text_is_none_of_it(foot: str) -> None:
    made = converted(f"{HEADLINE}\n\n{SENTENCE}\n\n{OTHER}\n\n{foot}")
    assert made.body == f"{SENTENCE}\n\n{OTHER}"


@pytest.mark.parametrize("line", ["[السوق] | [الحي]", "[…] | 12", "السوق (@difaf) عاد إلى الحي."])
def test_what_only_looks_like_furniture_stays(line: str) -> None:
    assert line.split(maxsplit=1)[0].strip("[]") in (
        converted(f"{HEADLINE}\n\n{SENTENCE}\n{OTHER}\n{line}").body.replace("\\", "")
    )


def test_a_programs_number_of_a_picture_between_paragraphs_is_none_of_the_text() -> None:
    number = "9fc01447-e225-41d1-883a-8f9219023a9e"
    made = converted(f"{HEADLINE}\n\n{SENTENCE}\n{number}\n{OTHER}")
    assert made.body == f"{SENTENCE}\n\n{OTHER}"


def test_headlines_under_a_label_that_a_text_begins_with_are_of_other_stories() -> None:
    links = "أخبار متعلقة\nأمطار غزيرة على الساحل الشمالي\nمهرجان للقصيدة في المدينة"
    made = converted(f"{links}\n{SENTENCE} {SENTENCE}\n{OTHER}")
    assert made.values["title_from"] != "stated"
    assert made.body == f"{SENTENCE} {SENTENCE}\n\n{OTHER}"


def test_a_line_that_goes_on_behind_a_comma_is_no_link() -> None:
    links = "أخبار متعلقة\nأمطار غزيرة على الساحل الشمالي"
    made = converted(f"{links}\nقال سامي حداد صاحب\n، المتجر القديم، {SENTENCE}\n{OTHER}")
    assert "قال سامي حداد صاحب" in made.body


def test_what_a_writer_does_is_said_in_a_notice_below_his_text() -> None:
    notice = "سامي حداد محرر في الضفاف يهتم بالتراث ويكتب عن الأسواق القديمة"
    made = converted(f"{HEADLINE}\n\n{SENTENCE}\n\n{OTHER}\n\n{notice}")
    assert made.body == f"{SENTENCE}\n\n{OTHER}"
    assert made.values["authors"] == ["سامي حداد"]


@pytest.mark.parametrize(
    "last", ["سامي حداد محرر عاد إلى الحي", "صاحب المتجر محرر قديم يهتم بالتراث"]
)
def test_a_last_line_that_is_no_notice_of_a_writer_stays(last: str) -> None:
    assert last in converted(f"{HEADLINE}\n\n{SENTENCE}\n\n{OTHER}\n\n{last}").body


def test_who_makes_a_paper_stands_at_the_foot_of_its_page_too() -> None:
    staff = "رئيس التحرير المسؤول: سامر حداد\nالمدير العام: فايز النجار"
    made = converted(f"السوق القديم\n\n{SENTENCE}\n\n{OTHER}\n\n{staff}")
    assert markdown.plain_text(made.body).split("\n") == [SENTENCE, OTHER]
    alone = converted(f"السوق القديم\n\n{SENTENCE}\n\n{OTHER}\n\nالمدير العام: فايز النجار")
    assert "فايز" in alone.body


def test_what_a_paper_calls_itself_is_no_headline() -> None:
    masthead = "الضفاف\nيومية سياسية مستقلة تصدر عن دار النهر للنشر\nمحليات\n3/5/2006\n"
    made = converted(f"{masthead}{HEADLINE}\n{SENTENCE}\n{OTHER}")
    assert made.values["title"] == HEADLINE


def test_boards_of_weather_and_counters_above_a_text_are_a_pages() -> None:
    towns = ("بيروت", "صيدا", "صور", "طرابلس", "زحلة", "بعلبك", "جونية", "جبيل", "البترون")
    board = [f"{20 + at}.5°{town}" for at, town in enumerate(towns)]
    made = converted("\n".join((*board, *board, "", HEADLINE, "", SENTENCE, "", OTHER)))
    assert made.values["title"] == HEADLINE
    assert markdown.plain_text(made.body).split("\n") == [SENTENCE, OTHER]


def test_a_writer_above_a_headline_is_not_the_headline() -> None:
    head = "محليات\nالثلاثاء 17/10/2006\nحلب\nفؤاد شيخ الجبل\n"
    assert converted(f"{head}\n{HEADLINE}\n\n{SENTENCE}\n{OTHER}").values["title"] == HEADLINE
    subject = "فؤاد شيخ الجبل"
    assert converted(f"{subject}\n\n{SENTENCE}\n{OTHER}").values["title"] == subject
