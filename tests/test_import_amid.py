"""What stands amid a text and below it: captions, other stories, players, tags, signatures."""

from typing import Final

import pytest

from conftest import TODAY
from test_import_shapes import TEXT, TITLE, body
from warraq.importer import (
    attribution,
    boilerplate,
    foreign,
    noise,
    related,
)
from warraq.importer.conversion import Conversion, convert

OTHER: Final = "انطلاق بطولة السباحة للناشئين في المسبح الأولمبي بالقاهرة اليوم"
ANOTHER: Final = "سعر النفط العالمي يهبط مع ارتفاع المخزونات الأمريكية الأسبوعية"
SHORT: Final = "بطولة السباحة تنطلق في القاهرة"
LAST: Final = (
    "ويرى أهل القرية أن المكتبة أعادت إلى الساحة حياتها، وأن الكتب ستجمع الصغار والكبار كل مساء."
)
HEADING: Final = "صناديق خشبية للكتب"


def amid(*between: str) -> Conversion:
    """The story with lines between its second paragraph and its third."""
    return convert("\n\n".join((TITLE, *TEXT[:2], *between, *TEXT[2:])).encode(), "a.txt", TODAY)


def below(*last: str, byline: str = "") -> Conversion:
    """The story with lines below its last paragraph."""
    head = f"{TITLE}\n{byline}" if byline else TITLE
    return convert("\n\n".join((head, *TEXT, "\n".join(last))).encode(), "a.txt", TODAY)


def tags(made: Conversion) -> list[str]:
    found = made.values.get("tags", [])
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("رفوف المكتبة - تصوير: سامي حداد", "رفوف المكتبة", "سامي حداد"),
        ("رفوف المكتبة (صورة: سامي حداد)", "رفوف المكتبة", "سامي حداد"),
        ("[الصورة: رفوف المكتبة الجديدة]", "رفوف المكتبة الجديدة", ""),
        ("(أرشيف)", "", "أرشيف"),
        ("ح.م", "", "ح.م"),
        ("ص: سامي حداد", "", "سامي حداد"),
        ("صورة: رويترز\nرفوف المكتبة", "رفوف المكتبة", "رويترز"),
        ("الصورة\nرفوف المكتبة", "رفوف المكتبة", ""),
        ("رفوف المكتبة كما تبدو من الساحة", "رفوف المكتبة كما تبدو من الساحة", ""),
        ("لوحات من أعمال الأطفال", "لوحات من أعمال الأطفال", ""),
        ("المديرة خلال جولتها في القاعة", "المديرة خلال جولتها في القاعة", ""),
        ("متطوعون خلال ورشة في المدرسة", "متطوعون خلال ورشة في المدرسة", ""),
        ("أحد القراء لدى عودته", "أحد القراء لدى عودته", ""),
    ],
)
def test_a_line_amid_paragraphs_that_tells_of_a_picture_is_a_caption(
    line: str, caption: str, credit: str
) -> None:
    made = amid(line)
    assert made.values["images"] == [{"caption": caption, "credit": credit}]
    assert body(made) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "الوادي كما يظهر في الخريطة قديم.",
        "حياة أهل القرية بعد عودتهم في الصيف",
        "كيف صنع النجار الصناديق خلال الترميم",
        "أرشيف القرية",
        "عرض الصورة الكبيرة للوادي",
    ],
)
def test_a_heading_or_a_sentence_that_looks_like_a_caption_stays(line: str) -> None:
    made = amid(line)
    assert "images" not in made.values
    assert line in body(made)
    verses = ["المديرة خلال جولتها في القاعة", "والناس حول الباب في ساعة"]
    assert body(amid("\n".join(verses)))[2:4] == verses


def test_a_line_that_ends_in_the_paper_whose_the_text_is_is_a_caption() -> None:
    parts = (TITLE, "المصدر: صوت الوادي", *TEXT[:2], "رفوف المكتبة (صوت الوادي)", *TEXT[2:])
    made = convert("\n\n".join(parts).encode(), "a.txt", TODAY)
    assert made.values["images"] == [{"caption": "رفوف المكتبة", "credit": "صوت الوادي"}]
    assert "images" not in amid("رفوف المكتبة (صوت الوادي)").values


def test_of_two_short_lines_the_first_is_a_caption_where_the_text_has_spoken_of_it() -> None:
    made = amid("أمينة المكتبة", HEADING)
    assert made.values["images"] == [{"caption": "أمينة المكتبة", "credit": ""}]
    assert f"## {HEADING}" in made.body
    unsaid = amid("بائع الحلوى", HEADING)
    assert body(unsaid)[2:4] == ["بائع الحلوى", HEADING]


def test_a_row_of_pictures_below_the_text_has_a_caption_each() -> None:
    row = ("رفوف المكتبة كما تبدو من الساحة", "جانب من قاعة الأطفال")
    made = below(*row, "شارك")
    assert made.values["images"] == [{"caption": caption, "credit": ""} for caption in row]
    assert body(made) == TEXT


@pytest.mark.parametrize("headline", [OTHER, "بطولة السباحة للناشئين تنطلق في القاهرة بعد شهر"])
def test_a_headline_that_nothing_marks_and_of_which_the_text_says_nothing_goes(
    headline: str,
) -> None:
    made = amid(headline)
    assert body(made) == TEXT
    assert "strange lines" in made.doubts
    assert body(amid(headline, ANOTHER)) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "المكتبة تعرض خرائط ومخطوطات عن تاريخ الوادي وعيونه في بيروت",
        "وقال مدرب السباحة إن البطولة للناشئين في القاهرة هذا العام",
        "بطولة السباحة للناشئين، ثم بطولة الجري في القاهرة",
        "بطولة السباحة في القاهرة",
    ],
)
def test_a_heading_of_the_text_or_what_names_nothing_or_is_short_stays(line: str) -> None:
    assert line in body(amid(line))


def test_a_section_and_a_headline_amid_paragraphs_are_a_box() -> None:
    for lines_ in (("رياضة", SHORT), (f"رياضة\n{SHORT}",)):
        assert body(amid(*lines_)) == TEXT
    assert body(amid("سباحة وألعاب", SHORT))[2:4] == ["سباحة وألعاب", SHORT]
    assert f"{SHORT}." in body(amid("رياضة", f"{SHORT}."))


@pytest.mark.parametrize(
    "label", ["أخبار ذات صلة بالمكتبات", "روابط أخرى ذات صلة:", "الأكثر قراءة"]
)
def test_headlines_below_a_label_amid_a_text_are_other_stories(label: str) -> None:
    assert body(amid(label, OTHER, ANOTHER)) == TEXT
    told = "وقالت المديرة إن الأطفال أحبوا القصص الملونة أكثر من غيرها من كتب القاعة."
    assert body(amid(label, told)) == [*TEXT[:2], told, *TEXT[2:]]


def test_the_heading_of_the_paragraph_below_is_no_link() -> None:
    heading = "كتب قديمة في صناديق"
    made = amid("أخبار ذات صلة", OTHER, ANOTHER, heading)
    assert body(made) == [*TEXT[:2], heading, *TEXT[2:]]
    assert f"## {heading}" in made.body


def test_a_list_of_links_with_its_numbers_ends_where_it_says_so() -> None:
    assert body(amid("أخبار ذات صلة", "1", OTHER, "2", ANOTHER, "end of list")) == TEXT


def test_what_is_enumerated_below_a_label_is_no_link() -> None:
    listed = ["خرائط الوادي؛", "مخطوطات؛", "قصص."]
    assert body(amid("أخبار ذات صلة", *listed))[2:5] == listed


def test_what_readers_may_skip_is_none_of_the_text_up_to_where_it_ends() -> None:
    skipped = ("تخطى البودكاست وواصل القراءة", "حكايات الوادي", "بودكاست عن القرى.")
    assert body(amid(*skipped, "البودكاست نهاية")) == TEXT
    assert body(amid(*skipped))[2:4] == list(skipped[1:])  # nowhere does it end


@pytest.mark.parametrize(
    ("text", "is_link"),
    [
        ("مقالات متعلقة: مكتبات القرى", True),
        ("مكتبات الضفاف <https://example.org/a>", True),
        ("السعودية السعودية ورد الطائف يكسو السفوح", True),
        ("أخبار متعلقة بالقرية", False),
        ("ومن أراد فالعنوان <https://example.org/a> في المكتبة", False),
        ("السعودية السعودية أولا", False),
        ("قليلا قليلا امتلأت الرفوف بالكتب", False),
    ],
)
def test_a_link_by_its_label_its_address_or_its_place_twice(text: str, *, is_link: bool) -> None:
    assert related.is_link(text) is is_link


@pytest.mark.parametrize(
    "line",
    [
        "هل تحب القصص؟ اشترك في نشرتنا",
        "تابع صحيفة الضفاف على فيسبوك",
        "استمع إلى حوار المديرة",
        "لتصلكم أخبار القرية كل صباح اشتركوا هنا",
        "اشترك/ي في نشرتنا",
        "تكبير الصورة",
        "00:00 / 03:12",
        "Video Player is loading.",
        "تخطي إعلان",
    ],
)
def test_what_a_page_asks_its_readers_and_what_a_player_leaves_go(line: str) -> None:
    assert body(amid(line)) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "تابع الأطفال القصص على فيسبوك",
        "استمع إلى حوار المديرة في الإذاعة.",
        "اشترك النجار في صنع الرفوف",
        "حمل المتطوعون الكتب إلى المدرسة",
        "شاهد الأطفال الفيديو",
    ],
)
def test_the_same_words_of_others_stay(line: str) -> None:
    assert not boilerplate.asks_to_follow(line)
    assert line in body(amid(line))


@pytest.mark.parametrize(
    "mark", ["👁 1,284 مشاهدة", "1٬284 مشاهدة", "★★★★★ 4.5 (12 صوت)", "3 - 5 دقائق", "5 min read"]
)
def test_counters_of_more_shapes_are_noise(mark: str) -> None:
    assert noise.is_noise(mark)
    assert not any(map(noise.is_noise, ("12 كتابا", "← السابق", "قراءة كتاب في دقائق", "English")))


@pytest.mark.parametrize("end", ["انتهى", "- انتهى -", "***انتهى***"])
def test_below_the_end_of_a_release_stands_who_sends_it(end: str) -> None:
    assert body(below(end, "عن مكتبة القرية", "تأسست المكتبة قبل مئة عام، وهي أقدمها.")) == TEXT


def test_what_is_over_or_goes_on_is_no_end() -> None:
    told = ["انتهى الترميم", "صنع النجار الرفوف."]
    assert body(below(*told))[-2:] == told
    assert body(below("يتبع", told[1])) == [*TEXT, told[1]]


@pytest.mark.parametrize(
    "line",
    [
        "لمزيد من المعلومات، يرجى زيارة موقع المكتبة",
        "للتواصل الإعلامي: سامي حداد",
        "مرحبا بكم في الضفاف",
        "هل استفدت من هذا المقال؟",
        "رابط قصير",
        "الأخبار المنشورة على الصفحة الرسمية للوكالة جزء من خدماتها",
        "إذا كنت تعتقد أن هذا المقال يحوي خطأ فراسلنا",
        "Partager sur Facebook",
        "Soyez le premier à commenter",
    ],
)
def test_notices_below_a_text_in_any_language_are_none_of_it(line: str) -> None:
    assert body(below(line)) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "للمزيد من المعلومات عن القرية قرأ الزائر كتابا.",
        "أهلا وسهلا بكم في المكتبة، قالت المديرة.",
        "هل استفدت من الكتاب؟",
        "إذا كنت تعتقد أن الكتاب ضائع فاسأل المديرة.",
        "Les livres de la mer",
    ],
)
def test_last_words_that_only_begin_as_a_notice_stay(line: str) -> None:
    assert not foreign.is_of_page(line)
    assert body(below(line)) == [*TEXT, line]


@pytest.mark.parametrize(
    "line",
    [
        "Mots-clés: مكتبة القرية، الأطفال",
        "Tagged under: مكتبة القرية، الأطفال",
        "علامات دالة: مكتبة القرية، الأطفال",
        "المزيد عن: مكتبة القرية، الأطفال",
        "#\nمكتبة القرية\nالأطفال",
        "#مكتبة القرية #الأطفال #رفوف",
        "كلمات دلالية: مكتبة القرية، الأطفال\nسوق الوادي\nبلدية",
    ],
)
def test_tags_behind_labels_of_more_programs(line: str) -> None:
    made = below(line)
    assert (body(made), tags(made)[:2]) == (TEXT, ["مكتبة القرية", "الأطفال"])


@pytest.mark.parametrize(
    "line", ["المزيد عن المكتبة في كتاب الوادي", "#مكتبة القرية تفتح. #أطفال #رفوف"]
)
def test_words_of_a_label_in_a_sentence_are_none(line: str) -> None:
    assert body(below(line)) == [*TEXT, line]


def test_bare_tags_leave_the_text_where_the_page_goes_on() -> None:
    bare = ("مكتبة القرية", "الأطفال", "الرفوف الجديدة")
    made = below(*bare, "اقرأ أيضا: رياضة اليوم")
    assert (body(made), tags(made)[:3]) == (TEXT, list(bare))
    together = below("مكتبة القرية الأطفال الرفوف", "شارك")
    assert body(together) == TEXT
    assert "tags" in made.doubts
    assert "tags" in together.doubts
    assert body(below(*bare)) == TEXT
    assert len(body(below("مكتبة القرية الأطفال الرفوف"))) == len(TEXT) + 1


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("واع/سامي حداد", "واع", ["سامي حداد"]),
        ("رويترز/سامي حداد/منى سعد", "رويترز", ["سامي حداد", "منى سعد"]),
        ("* خدمة «نيويورك تايمز»", "نيويورك تايمز", None),
        ("الجزيرة.نت", "الجزيرة.نت", None),
        ("سامي حداد ومنى سعد", None, ["سامي حداد", "منى سعد"]),
        ("ع,م", None, None),
        ("شارك\nنشر بواسطة سامي حداد في 5 مارس 2013", None, ["سامي حداد"]),
    ],
)
def test_who_signs_a_text_in_more_shapes(
    line: str, source: str | None, authors: list[str] | None
) -> None:
    made = below(line)
    assert (made.values.get("source"), made.values.get("authors")) == (source, authors)
    assert body(made) == TEXT


@pytest.mark.parametrize(
    "text", ["سوق/ نجار", "رويترز/ تقرير طويل عن كتب القرية", "سامي حداد/ رويترز"]
)
def test_other_words_beside_a_slash_sign_nothing(text: str) -> None:
    assert attribution.signed(text) == ("", ())


def test_the_writer_once_more_below_the_text_is_known_and_another_name_stays() -> None:
    for last in ("سامي حداد: كاتب من أهل القرية", "بقلم: سامي حداد", "سامي حداد - صحفي"):
        made = below(last, byline="بقلم: سامي حداد")
        assert body(made) == TEXT
        assert not made.doubts
    other = "سامي نجار: صنعت الرفوف من خشب الأرز"
    assert body(below(other, byline="بقلم: سامي حداد")) == [*TEXT, other]


def test_a_day_below_the_text_is_the_texts_where_it_is_the_same_or_has_a_city() -> None:
    day = "3 مايو 2024"
    assert body(below(day, byline=day)) == TEXT
    assert body(below("5 مايو 2024", byline=day)) == [*TEXT, "5 مايو 2024"]
    assert below("تونس في 5 مارس 2013").values["date"] == "2013-03-05"
    unknown = "كفرزوزة في 5 مارس 2013"
    assert body(below(unknown)) == [*TEXT, unknown]


TORN: Final = [
    "وقف أطفال القرية عند باب المكتبة ينتظرون دورهم، ومعهم\nأمهات جئن من القرى المجاورة مبكرا.",
    "ورتبت المديرة الكتب في الرفوف الجديدة، وعلقت\nعلى الجدار خريطة قديمة للوادي وعيونه.",
    "وقالت إن الزوار يجدون كل ما يحبون هنا، وإن\nالمكتبة تفتح حتى المساء، ثم شكرت النجار.",
]


def test_paragraphs_of_lines_about_as_wide_are_made_whole() -> None:
    made = convert("\n\n".join((TITLE, *TORN)).encode(), "a.txt", TODAY)
    assert body(made) == [paragraph.replace("\n", " ") for paragraph in TORN]


@pytest.mark.parametrize(
    "blocks",
    [
        [block.replace("\n", ".\n") for block in TORN],  # each line is a sentence
        [
            "يا دار أهل القرية، البيضاء في أعلى الجبل\nيا من كتبت، على الرفوف حكاية منذ الأزل.",
            "يا نبع هذا الحي، يجري مثل ماء من جبل\nيا نخلة، في الصبح تروي قصة عمن رحل.",
            "عودي إلينا، في المساء كما أتى منك الأمل\nثم احملي، للغائبين تحية فيها وجل.",
        ],
    ],
)
def test_sentences_and_verses_stay_lines(blocks: list[str]) -> None:
    made = convert("\n\n".join((TITLE, *blocks)).encode(), "a.txt", TODAY)
    assert made.body.split("\n\n") == "\n".join(blocks).split("\n")


@pytest.mark.parametrize("mark", ["◗", "►", "■", "✔\ufe0f"])
def test_items_behind_more_marks_are_a_list(mark: str) -> None:
    items = ["رفوف من خشب", "قاعة للأطفال", "خرائط الوادي"]
    made = amid("\n".join(f"{mark} {item}" for item in items))
    assert "\n".join(f"- {item}" for item in items) in made.body
    assert f"{mark} {items[0]}" in amid("\n".join(f"{mark} {item}" for item in items[:2])).body


def test_items_that_blank_lines_part_or_that_are_sentences_are_a_loose_list() -> None:
    items = ["- رفوف من خشب", "- قاعة للأطفال", "- خرائط الوادي"]
    assert "\n\n".join(items) in amid(*items).body
    sentences = [f"{item} في الطابق." for item in items]
    assert "\n\n".join(sentences) in amid("\n".join(sentences)).body
    assert "\n".join(items) in amid("\n".join(items)).body


def test_what_checkers_of_facts_head_their_paragraphs_with_is_a_heading() -> None:
    for word in ("الادعاء:", "الخلاصة:"):
        assert f"## {word}" in amid(word).body
    assert "##" not in amid("الكتب:").body


@pytest.mark.parametrize("line", ["12", "***", "—", "٣", "PDF", "(AFP)", ":", "+", "«»"])
@pytest.mark.parametrize("below_links", [True, False])
def test_a_line_of_no_letters_below_a_text_stops_nothing(line: str, *, below_links: bool) -> None:
    links = ("اقرأ أيضا", OTHER, ANOTHER) if below_links else ()
    made = below(*links, line, "الرئيسية", line, "اتصل بنا")
    assert all(paragraph in made.body for paragraph in TEXT)


def test_a_last_paragraph_below_links_stays_with_what_is_glued_to_it() -> None:
    made = below("اقرأ أيضا", OTHER, ANOTHER, f"{LAST}#مكتبة#قراءة")
    assert LAST in made.body
    assert OTHER not in made.body


@pytest.mark.parametrize(
    "line",
    [
        "هزة أرضية خفيفة شرقي الجزيرة دون أضرار",
        "بلدية الميناء توزع شتلات الزيتون على سكانها",
        "للمزيد- أسعار الأسماك تهبط في الأسواق",
    ],
)
def test_a_headline_of_which_a_text_is_silent_is_a_link(line: str) -> None:
    assert line not in amid(line).body


def test_a_label_and_a_picture_without_a_colon_are_no_headings() -> None:
    made = amid("محتوى ذو صلة", OTHER, ANOTHER)
    assert "محتوى ذو صلة" not in made.body
    made = amid("مصدر الصورة Getty Images", "Image caption رفوف المكتبة الجديدة")
    assert made.values["images"] == [{"caption": "رفوف المكتبة الجديدة", "credit": "Getty Images"}]
