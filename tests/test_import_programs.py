"""What programs that save pages, and those who save by hand, put around a text and into it: labels
on lines of their own, galleries, buttons of pictures and players, tags that nothing parts.
"""

import pytest

from conftest import TODAY
from test_import_amid import amid, below, tags
from test_import_broadcasters import credits_of
from test_import_interrupted import MORE
from test_import_shapes import DAY, TEXT, TITLE, body, head, stated
from test_import_sites import captions_of, page
from warraq.importer import captions, dateline, headings, imprint, noise
from warraq.importer.conversion import convert
from warraq.importer.lines import split

CAPTION = "رفوف خشبية جديدة في قاعة الخرائط"
OTHERS = ("الصيادون يصلحون شباكهم قبل الموسم الجديد", "سوق السمك يعود إلى ساحة الميناء القديم")


def test_the_value_of_a_label_may_stand_on_the_line_below_it() -> None:
    above = f"رقم المادة: 77\nالعنوان:\n{TITLE}\nتاريخ النشر:\n{DAY}\nالتصنيف:\nفنون"
    made = convert(
        "\n".join((above, "الجهة:", "صوت الضفاف", "المحتوى:", *TEXT)).encode(), "a.txt", TODAY
    )
    assert stated(made, "title", "date", "category", "source") == [
        TITLE, "2024-05-03", "فنون", "صوت الضفاف",
    ]  # fmt: skip
    assert body(made) == TEXT


def test_an_empty_label_above_a_blank_line_has_no_value() -> None:
    made = convert(f"العنوان: {TITLE}\nالملخص:\n\n{TEXT[0]}\n{TEXT[1]}".encode(), "a.txt", TODAY)
    assert body(made) == TEXT[:2]
    assert "summary" not in made.values


def test_whose_a_text_is_and_where_it_stood_are_a_head_without_a_title() -> None:
    found = (
        "المصدر: صوت الضفاف",
        "الرابط: https://difaf.example/7",
        f"تاريخ النشر: {DAY}",
        "-----",
    )
    made = head(*found, TITLE)
    assert stated(made, "title", "date", "source", "source_url") == [
        TITLE, "2024-05-03", "صوت الضفاف", "https://difaf.example/7",
    ]  # fmt: skip


def test_what_a_label_of_writers_names_is_no_headline() -> None:
    made = head(TITLE, "بواسطة", "\nبركات ود الزين", "\nمايو 3, 2024", "في تقارير", text=[
        f"الخرطوم: بركات ود الزين\n{TEXT[0]}", *TEXT[1:],
    ])  # fmt: skip
    assert stated(made, "title", "authors", "category", "source") == [
        TITLE, ["بركات ود الزين"], "تقارير", None,
    ]  # fmt: skip
    assert body(made) == TEXT


def test_a_label_of_the_source_stands_above_it_too() -> None:
    made = head(TITLE, DAY, "المصدر:", "الضفاف بوست")
    assert stated(made, "source") == ["الضفاف بوست"]
    assert body(made) == TEXT


@pytest.mark.parametrize("label", ["الصورة", "صورة"])
def test_above_a_headline_stands_what_its_picture_shows(label: str) -> None:
    made = page(label, CAPTION, TITLE, DAY)
    assert stated(made, "title") == [TITLE]
    assert captions_of(made) == [CAPTION]


def test_pictures_that_are_counted_behind_the_last_sentence_have_captions() -> None:
    gallery = ("صورة ١ من ٢", CAPTION, "صورة ٢ من ٢", "باب المكتبة كما يبدو من الطريق")
    made = page("ثقافة", TITLE, DAY, below=(*gallery, "#مكتبة", "#قرية", "شارك", "تويتر"))
    assert captions_of(made) == [CAPTION, "باب المكتبة كما يبدو من الطريق"]
    assert body(made) == TEXT
    assert tags(made)[:2] == ["مكتبة", "قرية"]


def test_a_caption_in_brackets_says_that_it_is_one() -> None:
    made = amid(f"(الصورة: {CAPTION})")
    assert captions_of(made) == [CAPTION]
    assert body(made) == TEXT


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("صورة : منظر داخلي لمسرح القرية", "منظر داخلي لمسرح القرية"),
        ("صورة: باب المكتبة القديم", ""),
        ("صورة: سامي حداد", ""),
        ("الصورة: وكالة الأنباء الفرنسية", ""),
    ],
)
def test_a_few_words_behind_a_label_are_what_is_seen_if_they_begin_so(
    line: str, caption: str
) -> None:
    assert captions.labelled(line) == caption


@pytest.mark.parametrize("kind", ["(أرشيفية)", "(من المصدر)", "(صورة تعبيرية)"])
def test_below_a_caption_stands_in_brackets_what_kind_of_picture_it_is(kind: str) -> None:
    made = amid(f"سلال من قصب ملون\n{kind}")
    assert (captions_of(made), credits_of(made)) == (["سلال من قصب ملون"], [kind.strip("()")])
    assert body(made) == TEXT


def test_above_the_button_that_enlarges_a_picture_stands_what_it_shows() -> None:
    made = amid("سلال من قصب ملون\nتكبير الصورة")
    assert captions_of(made) == ["سلال من قصب ملون"]
    assert body(made) == TEXT


def test_below_a_player_a_caption_stands_above_its_credit() -> None:
    player = "فيديو قد يهمك\nعفواً، متصفحك لا يدعم تشغيل هذا الفيديو"
    made = amid(f"{player}\nسلال ملونة معروضة في القاعة\nتصوير: سامي حداد")
    assert (captions_of(made), credits_of(made)) == (["سلال ملونة معروضة في القاعة"], ["سامي حداد"])
    assert body(made) == TEXT


def test_what_a_video_is_called_stands_between_its_player_and_the_button_that_closes_it() -> None:
    made = amid("مشاهدة الفيديو 02:15", "كيف تصنع الرفوف من خشب الجوز؟", "إغلاق")
    assert body(made) == TEXT


@pytest.mark.parametrize("line", ["السرعة 1x", "1.5x", "عفواً، متصفحك لا يدعم تشغيل هذا الفيديو"])
def test_players_say_how_fast_they_are_and_what_they_miss(line: str) -> None:
    assert noise.is_of_player(line)


@pytest.mark.parametrize(
    ("text", "ago"),
    [("أسبوع واحد مضى", True), ("3 أيام مضت", True), ("شهر مضى على الحادثة", False)],
)
def test_how_long_ago_a_page_was_printed_may_stand_before_its_verb(text: str, *, ago: bool) -> None:
    assert noise.is_clock(text) is ago


def test_a_sentence_that_is_seen_twice_without_marks_is_said_once() -> None:
    seen = MORE[0].partition("إن ")[2].partition(" في أكياس")[0]
    made = head(TITLE, DAY, text=[*TEXT, MORE[0], seen, MORE[1]])
    assert body(made) == [*TEXT, *MORE]
    assert [cut.text for cut in made.cuts if cut.rule == "pull quote"] == [seen]


def test_what_the_paragraph_below_says_once_more_stays() -> None:
    seen = MORE[0].partition("إن ")[2].partition(" في أكياس")[0]
    assert seen in body(head(TITLE, DAY, text=[*TEXT, seen, *MORE]))


def test_below_what_was_pulled_out_a_heading_may_stand() -> None:
    said = f"«{TEXT[2].partition('أن ')[2].partition('،')[0]}»"
    below_it = (
        "والخرائط القديمة تعود إلى القاعة في الربيع، ومعها صناديق من ورق رسم عليها معلم المدرسة."
    )
    made = head(
        TITLE, DAY, text=["\n".join((*TEXT[:3], said, "خرائط الوادي", below_it)), *TEXT[3:]]
    )
    assert "## خرائط الوادي" in made.body
    assert said not in made.body


def test_below_links_a_line_as_short_as_a_heading_heads_the_paragraph() -> None:
    made = amid("\n".join(("أخبار ذات صلة", *OTHERS, "صندوق سادس مختلف", MORE[0])))
    assert "## صندوق سادس مختلف" in made.body
    assert not any(other in made.body for other in OTHERS)


@pytest.mark.parametrize("line", ["أسبوع واحد مضى", "5 أبريل 2024", "من هم الصيادون"])
def test_a_day_or_what_explains_something_below_a_link_is_of_its_box(line: str) -> None:
    made = amid("\n".join(("أخبار ذات صلة", OTHERS[0], line, MORE[0])))
    assert body(made) == [*TEXT[:2], MORE[0], *TEXT[2:]]


def test_headings_whose_numbers_have_gaps_are_headings() -> None:
    lines = [
        TEXT[0],
        "3- الرفوف",
        *MORE,
        TEXT[1],
        "5- الخرائط",
        *MORE,
        TEXT[2],
        "9- الصناديق",
        *MORE,
    ]
    found = headings.find(split("\n".join(lines)))
    assert [lines[at] for at in sorted(found)] == ["3- الرفوف", "5- الخرائط", "9- الصناديق"]


@pytest.mark.parametrize("between", ["، ", " - ", " / ", " | "])
def test_tags_below_a_label_are_parted_as_a_page_parts_them(between: str) -> None:
    made = below(
        "الكلمات المفتاحية:", between.join(("المكتبة", "القرية", "الخرائط القديمة", "أطفال"))
    )
    assert tags(made)[:4] == ["المكتبة", "القرية", "الخرائط القديمة", "أطفال"]
    assert body(made) == TEXT


def test_tags_that_nothing_parts_are_what_the_text_has_together() -> None:
    made = below("سمات مكتبة القرية هدى سالم المتطوعين")
    assert tags(made)[:3] == ["مكتبة القرية", "هدى سالم", "المتطوعين"]
    assert "tags" in made.doubts
    assert body(made) == TEXT


def test_tags_of_which_a_word_stands_nowhere_are_left_out() -> None:
    made = below("سمات مكتبة القرية هدى سالم المتطوعين مراكب")
    printed = tags(made)
    assert "مكتبة القرية هدى سالم المتطوعين مراكب" not in printed
    assert "tags" in made.doubts


def test_a_section_among_bare_tags_is_one_of_them() -> None:
    made = below("المكتبة", "القرية", "تراثيات", "علوم", "اخترنا لكم", *OTHERS)
    assert tags(made)[:4] == ["المكتبة", "القرية", "تراثيات", "علوم"]
    assert body(made) == TEXT


def test_above_the_tail_a_page_names_its_newsletter() -> None:
    tail = ("النشرة الثقافية", "احصل على آخر الأخبار في بريدك", "اشترك الآن")
    made = page("ثقافة", TITLE, DAY, below=("المكتبة، القرية، الخرائط", *tail))
    assert tags(made)[:3] == ["المكتبة", "القرية", "الخرائط"]
    assert body(made) == TEXT


def test_a_last_line_that_names_more_than_the_source_is_the_source() -> None:
    made = below("فرانس 24/ أ ف ب", byline="فرانس 24")
    assert stated(made, "source") == ["فرانس 24/ أ ف ب"]
    assert body(made) == TEXT


@pytest.mark.parametrize("address", ["haddad7@difaf.example", "@sami_haddad"])
@pytest.mark.parametrize("office", ["", " - المعلم بمدرسة الضفاف الابتدائية"])
def test_above_an_address_stands_whose_it_is_and_what_he_is(address: str, office: str) -> None:
    made = below(f"نايف بن حريز الشملان{office}", address)
    assert stated(made, "authors") == [["نايف بن حريز الشملان"]]
    assert body(made) == TEXT


@pytest.mark.parametrize("line", ["صوت الضفاف – المدينة", "الوطن – المدينة"])
def test_beside_another_paper_the_name_of_a_paper_may_be_a_city(line: str) -> None:
    made = head(TITLE, line)
    assert stated(made, "dateline", "source") == ["المدينة", line.partition(" – ")[0]]


def test_what_calls_upon_somebody_is_no_line_of_tags() -> None:
    made = below("المكتبة يا أهل القرية يا أطفال", "أخبار ذات صلة", *OTHERS)
    assert "tags" not in made.doubts


@pytest.mark.parametrize(
    ("line", "place", "source", "authors"),
    [
        ("برشلونة (د ب أ) 10 يونيو 2016", "برشلونة", "د ب أ", ()),
        ("الضفاف – برشلونة (د ب أ) 10 يونيو 2016", "برشلونة", "د ب أ", ()),
        ("■ صيدا: سامي حداد", "صيدا", "", ("سامي حداد",)),
    ],
)
def test_a_dateline_has_its_agency_whole_and_no_ornament(
    line: str, place: str, source: str, authors: tuple[str, ...]
) -> None:
    found = dateline.read(line, TODAY)
    assert found is not None
    assert (found.place, found.source, found.authors) == (place, source, authors)


def test_initials_may_be_lengthened_so_that_they_stand_alone() -> None:
    made = below("ي.ش/ هـ.ك (د ب أ)")
    assert stated(made, "source", "dateline") == ["د ب أ", None]
    assert body(made) == TEXT


def test_a_source_in_brackets_is_named_without_them() -> None:
    assert stated(below("نقلا عن صحيفة (الضفاف)"), "source") == ["صحيفة الضفاف"]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("جميع حقوق المؤلف والنشر محفوظة © 2023 الضفاف عربية", "الضفاف عربية"),
        ("حقوق النشر محفوظة لمؤسسة الضفاف الصحفية ١٤٣٩هـ", "مؤسسة الضفاف الصحفية"),
        ("جميع الحقوق محفوظة 1444 هـ صدى الضفاف", "صدى الضفاف"),
    ],
)
def test_a_year_of_either_calendar_is_no_part_of_an_owners_name(line: str, owner: str) -> None:
    assert imprint.owner(line) == owner


@pytest.mark.parametrize(
    ("agency", "source"), [("أ ب", "أ ب"), ("رويترز", "رويترز"), ("وكالات", None)]
)
def test_a_writer_may_have_written_with_an_agency(agency: str, source: str | None) -> None:
    made = page("ثقافة", TITLE, f"بقلم: لمى عواد مع {agency}", DAY)
    assert stated(made, "authors", "source") == [["لمى عواد"], source]


def test_a_site_that_signs_its_text_is_its_source_and_no_writer() -> None:
    made = head(f"{TITLE} | الضفاف الدولية", "نص: الضفاف الدولية", DAY)
    assert stated(made, "title", "authors", "source") == [TITLE, None, "الضفاف الدولية"]


def test_more_on_a_site_is_the_label_of_its_links() -> None:
    box = "للمزيد على الضفاف:\n• كيف تستعد القرى لموسم المطر؟\n• بالصور: قرية لا تدخلها السيارات"
    assert body(amid(box)) == TEXT


def test_what_a_chat_says_to_its_readers_is_below_the_text() -> None:
    chat = ("ضيوفنا الأعزاء!", "لقد تم حظر وصولك إلى الدردشة .")
    made = page("ثقافة", TITLE, DAY, below=(*chat, "سوف تتمكن من المشاركة مجددا بعد: ∞."))
    assert body(made) == TEXT
    assert "images" not in made.values


def test_the_button_of_a_player_is_no_line_of_a_text() -> None:
    assert body(amid("play")) == TEXT


def test_numbered_questions_head_what_answers_them() -> None:
    asked = ["1. هل الخرائط قديمة فعلا؟", "2. وما المقصود بالوادي؟", "3. كيف يمكن الوصول إليه؟"]
    told = [line for pair in zip(asked, TEXT[1:], strict=False) for line in pair]
    lines = split("\n".join((TEXT[0], *told)))
    assert [lines[at].text for at in sorted(headings.find(lines))] == asked


def test_hours_head_what_happened_then() -> None:
    hours = ("17:05", "16:52", "15:00")
    told = [line for pair in zip(hours, TEXT[1:], strict=False) for line in pair]
    lines = split("\n".join((TEXT[0], *told)))
    assert [lines[at].text for at in sorted(headings.find(lines))] == ["17:05", "16:52", "15:00"]
    assert not headings.find(split("\n".join((TEXT[0], *told[:4]))))


def test_what_a_paper_asks_in_a_talk_heads_nothing() -> None:
    asked = (
        "صوت الضفاف: ما أول كتاب وصل؟",
        "صوت الضفاف: ومن نقل الصناديق إلى المدرسة في الشتاء الماضي؟",
    )
    talk = "\n".join((asked[0], f"هدى سالم: {TEXT[1]}", asked[1], f"هدى سالم: {TEXT[2]}"))
    made = head(TITLE, DAY, text=[TEXT[0], talk, *TEXT[3:]])
    assert "## " not in made.body
    assert asked[0] in made.body


def test_a_place_before_several_headings_is_nobody_who_speaks() -> None:
    heads = ("لبنان: بلد الينابيع", "لبنان: من الجبل إلى الساحل")
    lines = split("\n".join((TEXT[0], heads[0], *MORE, TEXT[1], heads[1], *MORE, TEXT[2])))
    assert [lines[at].text for at in sorted(headings.find(lines))] == list(heads)


def test_pictures_may_be_counted_from_right_to_left() -> None:
    shown = (
        "قناع من ذهب وخزف ملون",
        "كرسي من خشب وعلى ظهره طائران",
        "مدخل المكتبة من الطريق القديم",
    )
    gallery = "\n".join(line for at, one in enumerate(shown, 1) for line in (f"3/{at}", one))
    made = head(TITLE, DAY, text=[*TEXT[:3], gallery, *TEXT[3:]])
    assert captions_of(made) == list(shown)
    assert body(made) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "مزارع يجفف ثمار البن على سطح منزله في الجبل",
        "صورة التقطها رائد فضاء من محطة الفضاء الدولية عام 2004",
    ],
)
def test_what_somebody_does_and_who_took_a_picture_are_captions(line: str) -> None:
    made = amid(line)
    assert captions_of(made) == [line]
    assert body(made) == TEXT


@pytest.mark.parametrize("day", ["16 ديسمبر", "3 كانون الأول", "5 أيار"])
def test_a_wires_dateline_may_have_a_day_without_its_year(day: str) -> None:
    made = head("1442/05/01 هـ - 2020/12/16 م", TITLE, f"أبوظبي في {day} / وكالة الضفاف /")
    assert stated(made, "date", "dateline", "source") == ["2020-12-16", "أبوظبي", "وكالة الضفاف"]
    assert body(made) == TEXT


def test_whether_a_text_was_useful_is_asked_below_it() -> None:
    made = below("هل كان هذا التحقق مفيدا؟", "نعم", "لا", "تحققات أخرى", *OTHERS)
    assert body(made) == TEXT


def test_what_stands_above_a_turn_of_a_talk_is_no_heading_of_it() -> None:
    talk = ("ثم يكمل حديثه ضاحكا", "هدى سالم: من يحمل الصناديق؟", "هدى سالم: نحن.")
    assert not headings.find(split("\n".join((TEXT[0], *talk, TEXT[2]))))


def test_in_a_head_what_kind_of_picture_it_is_stands_below_the_caption() -> None:
    made = page("ثقافة", TITLE, DAY, "سلال ملونة معروضة في القاعة", "أرشيفية", "كتبت - هدى سالم:")
    assert (captions_of(made), credits_of(made)) == (["سلال ملونة معروضة في القاعة"], ["أرشيفية"])
    assert body(made) == TEXT


def test_parts_of_a_recipe_are_headed_by_what_they_are_of() -> None:
    recipe = ("المقادير", "كوبان من الرز", "مقادير الصلصة", "حبتا طماطم وملح", "الطريقة", TEXT[1])
    lines = split("\n".join((TEXT[0], *recipe)))
    found = [lines[at].text for at in sorted(headings.find(lines))]
    assert found == ["المقادير", "مقادير الصلصة", "الطريقة"]


def test_above_the_place_the_line_below_what_just_happened_is_the_headline() -> None:
    live = "لحظة بلحظة.. إطلاق مركب شراعي كبير إلى البحر"
    made = page("عاجل", "مباشر", live, "دبي - الضفاف لايف", DAY)
    assert stated(made, "title", "title_from") == [live, "stated"]


def test_what_asks_a_reader_to_send_something_is_no_section() -> None:
    made = head("صوت الضفاف", "ثقافة", "أرسل خبرا", TITLE, DAY)
    assert made.values.get("category") != "أرسل خبرا"


@pytest.mark.parametrize("kind", ["أرشيفية", "تعبيرية", "أرشيف"])
def test_of_what_kind_a_picture_is_stands_in_no_dateline(kind: str) -> None:
    assert dateline.read(f"ميناء صيدا - {kind}", TODAY) is None
    made = head(TITLE, DAY, f"ميناء صيدا القديم - {kind}")
    assert (captions_of(made), credits_of(made)) == (["ميناء صيدا القديم"], [kind])
    assert stated(made, "dateline", "source", "authors") == [None, None, None]


@pytest.mark.parametrize("name", ["الضفاف لايف", "الوادي تايم", "نخيل بلس", "الضفاف نيوز"])
def test_names_that_only_sites_have_are_no_writers(name: str) -> None:
    made = head(TITLE, name, DAY)
    assert stated(made, "source", "authors", "category") == [name, None, None]
    assert body(made) == TEXT
