"""What stands before the first words of a text, in their line: place, source, writer and day."""

from datetime import date

import pytest

from warraq.importer import opening

TODAY = date(2026, 11, 1)
FIRST = "عاد الصيادون إلى الميناء"


@pytest.mark.parametrize(
    ("text", "place", "source", "day"),
    [
        ("الخرطوم 25-3-2018 (سونا) -", "الخرطوم", "سونا", date(2018, 3, 25)),
        ("تونس 14 جوان 2021 (وات) -", "تونس", "وات", date(2021, 6, 14)),
        ("عمان 27 أيار (بترا)-", "عمان", "بترا", None),
        ("الكويت - 11 - 6 (كونا) --", "الكويت", "كونا", None),
        ("الدوحة في 09 أبريل /قنا/", "الدوحة", "قنا", None),
        ("صحار في ٩ أبريل /العُمانية/", "صحار", "العُمانية", None),
        ("رام الله 25-5-2021 وفا-", "رام الله", "وفا", date(2021, 5, 25)),
        ("القاهرة أول مايو 2009 (شينخوا)", "القاهرة", "شينخوا", date(2009, 5, 1)),
        ("عجمان، 14 مارس 2024:", "عجمان", "", date(2024, 3, 14)),
        ("3 مايو (رويترز) -", "", "رويترز", None),
        ("عجلون–", "عجلون", "", None),
        ("الضفاف نيوز (نواكشوط) –", "نواكشوط", "الضفاف نيوز", None),
        ("إربد 4 كانون الأول (بترا) ليلى النجار-", "إربد", "بترا", None),
        ("بني عيشون، فنلندا (رويترز) -", "بني عيشون", "رويترز", None),
        ("عدن/ أصوات العراق:", "عدن", "أصوات العراق", None),
        ("نواذيبو- “المينارتي”-", "نواذيبو", "المينارتي", None),
        ("بيروت «الحياة»، وكالات:", "بيروت", "الحياة", None),
        ("طنجة (و م ع)-", "طنجة", "و م ع", None),
        ("صيدا – أ ف ب –", "صيدا", "أ ف ب", None),
        ("جنين / سما /", "جنين", "سما", None),
        ("دبي: «الخليج»", "دبي", "الخليج", None),
        ("الضفاف نيوز- ذي قار/ الناصرية:", "ذي قار", "الضفاف نيوز", None),
        ("الضفاف الإخباري –", "", "الضفاف الإخباري", None),
        ("سبأنت -", "", "سبأنت", None),
        ("عواصم – وكالات:", "", "وكالات", None),
        ("صيدا: ", "صيدا", "", None),
        ("صيدا|| ", "صيدا", "", None),
        ("صيدا |", "صيدا", "", None),
        ("طرابلس 27 أغسطس 2022 م ( وال ) -", "طرابلس", "وال", date(2022, 8, 27)),
        ("لبنان/المرفأ –", "لبنان", "المرفأ", None),
        ("صيدا (المرفأ):", "صيدا", "المرفأ", None),
        ("صيدا / المرفأ /", "صيدا", "المرفأ", None),
        ("صيدا-المرفأ-", "صيدا", "المرفأ", None),
        ("صيدا – المرفأ –", "صيدا", "المرفأ", None),
        ("المرفأ – صيدا:", "صيدا", "المرفأ", None),
        ("لبنان اليوم –", "", "لبنان اليوم", None),
        ("الضفاف نيوز (رويترز):", "", "رويترز", None),
        ("القاهرة في الثلاثاء 20 يناير 2026 12:29 مساءً -", "القاهرة", "", date(2026, 1, 20)),
    ],
)
def test_it_says_where_and_when_and_whose(
    text: str, place: str, source: str, day: date | None
) -> None:
    found = opening.read(f"{text} {FIRST}", TODAY)
    assert found is not None
    assert (found.place, found.source) == (place, source)
    assert (found.dated.day if found.dated else None) == day


@pytest.mark.parametrize(
    ("text", "place", "source", "authors"),
    [
        ("القاهرة، مصر (صدى الموانئ)--", "القاهرة", "صدى الموانئ", ()),
        ("صيدا (ميدان الأخبار) -", "صيدا", "ميدان الأخبار", ()),
        ("صيدا – ميدان الأخبار –", "صيدا", "ميدان الأخبار", ()),
        ("صيدا: صدى الموانئ -", "صيدا", "صدى الموانئ", ()),
        ("صيدا/ ميدان الأخبار/", "صيدا", "ميدان الأخبار", ()),
        ("ميدان الأخبار - صيدا:", "صيدا", "ميدان الأخبار", ()),
        ("«ميدان الأخبار» - صيدا:", "صيدا", "ميدان الأخبار", ()),
        ("صيدا: «ميدان الأخبار»", "صيدا", "ميدان الأخبار", ()),
        ("صيدا «حبر الموانئ»:", "صيدا", "حبر الموانئ", ()),
        ("صيدا - «حبر الموانئ»، وكالات:", "صيدا", "حبر الموانئ", ()),
        ("سامي حداد - حبر الموانئ - صيدا:", "صيدا", "حبر الموانئ", ("سامي حداد",)),
        ("عافت شهابي- صدى الموانئ- صيدا:", "صيدا", "صدى الموانئ", ("عافت شهابي",)),
        ("صدى الموانئ - خاص:", "", "صدى الموانئ", ()),
        ("سامي حداد – صدى الموانئ:", "", "صدى الموانئ", ("سامي حداد",)),
        ("صيدا، لبنان -", "صيدا", "", ()),
        ("سانا -", "", "سانا", ()),
    ],
)
def test_a_paper_need_be_in_no_list_where_a_dateline_has_its_shape(
    text: str, place: str, source: str, authors: tuple[str, ...]
) -> None:
    found = opening.read(f"{text} {FIRST}", TODAY)
    assert found is not None
    assert (found.place, found.source, found.authors) == (place, source, authors)


def test_a_dateline_of_a_paper_that_is_in_no_list_has_its_day() -> None:
    found = opening.read(f"صيدا، 3 أيار 1998 (صدى الموانئ) - {FIRST}", TODAY)
    assert found is not None
    assert found.dated is not None
    assert (found.place, found.source, found.dated.day) == (
        "صيدا", "صدى الموانئ", date(1998, 5, 3)
    )  # fmt: skip


def test_what_is_set_apart_behind_a_city_is_a_paper_whatever_follows() -> None:
    for text in ("صيدا (حبر الموانئ) – مع أول الصباح", "صيدا - «حبر الموانئ»: مع أول الصباح"):
        found = opening.read(f"{text} عاد الصيادون", TODAY)
        assert found is not None
        assert (found.place, found.source) == ("صيدا", "حبر الموانئ")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("كتب- سامي حداد:", "سامي حداد"),
        ("كتبت – ليلى النجار:", "ليلى النجار"),
        ("كتب: سامي حداد -", "سامي حداد"),
        ("كتبت: ميسون شهابي -", "ميسون شهابي"),
        ("الضفاف - جرش - سامي حداد -", "سامي حداد"),
        ("سامي حداد- سبق- جازان:", "سامي حداد"),
        ("سامي حداد - عجلون في الثلاثاء 20 يناير 2026 -", "سامي حداد"),
        ("عافت شهابي- سبق- جازان:", "عافت شهابي"),
        ("قابس 22 جانفي (وات / تحرير ليلى النجار) -", "ليلى النجار"),
        ("دبي - سامي حداد / تصوير - ليلى النجار:", "سامي حداد"),
        ("دبي: سامي حداد", "سامي حداد"),
        ("إعداد: سامي حداد", "سامي حداد"),
    ],
)
def test_it_names_the_writer(text: str, author: str) -> None:
    found = opening.read(f"{text} {FIRST}", TODAY)
    assert found is not None
    assert found.authors == (author,)


@pytest.mark.parametrize(
    "text",
    [
        "عمان - الغد:",
        "صيدا (ميدان الأخبار) -",
        "صيدا: «ميدان الأخبار»",
        "كتبت: ليلى النجار -",
        "عجمان، 14 مارس 2024:",
        "دبي: سامي حداد",
    ],
)
def test_a_text_is_compared_without_it(text: str) -> None:
    assert opening.without(f"{text} {FIRST}") == FIRST


def test_the_quotation_mark_behind_it_is_the_sentences() -> None:
    assert opening.without("بيروت - رويترز: «عاد البحر» قال الصياد") == "«عاد البحر» قال الصياد"


@pytest.mark.parametrize(
    "text",
    [
        "الصياد العجوز - عاد إلى البحر",
        "في 12 مارس الماضي قالت وفا- إن الصيادين عادوا",
        "وقالت صحف / رويترز / إن الصيادين عادوا",
        "وفي خبر نشرته (الندوة) في 8-6-2011 قال الصياد إن البحر هادئ",
        "لبنان – بلد الصيادين",
        "مصر: دعوة إلى حماية الأسماك",
        "غزة: مدينة الصيادين",
        "مصر/ السودان: قمة الصيادين",
        "سامي حداد: أعود إلى البحر غدا",
        "كتب سامي حداد: عاد الصيادون",
        "الحياة - كما قال الصياد - جميلة",
        "فارس - كما قال الصياد - مات",
        "بغداد اليوم – مدينة الصيادين",
        "قناة السويس: مرور خمسين قاربا",
        "رويترز: عاد الصيادون",
        "لبنان: عاد الصيادون",
        "لبنان – عاد الصيادون",
        "صيدا | مدينة الصيادين",
        "لبنان اليوم: عاد الصيادون",
        "المرفأ – عاد الصيادون",
        "المرفأ – صيدا: مدينة الصيادين",
        "لبنان/المرفأ – مدينة الصيادين",
        "صيدا: «يوم طويل» حكاية من البحر",
        "صيدا (عاصمة الجنوب) مدينة الصيادين",
        "حبر الموانئ – سفن الصيادين: مراكب من خشب",
        "«يوم طويل» - فيلم عن صيدا: عاد الصيادون",
    ],
)
def test_the_first_words_of_a_sentence_are_none(text: str) -> None:
    assert opening.read(text, TODAY) is None


def test_an_agency_that_the_sentence_names_is_no_part_of_it() -> None:
    found = opening.read("دبي، الإمارات (رويترز)-- أعلنت وكالة الأنباء (وفا)، أن الصيادين عادوا")
    assert found is not None
    assert (found.place, found.source) == ("دبي", "رويترز")


def test_a_day_of_the_sentence_is_not_its_day() -> None:
    found = opening.read("دبي (رويترز)-- في 6 سبتمبر 1997، عاد الصيادون", TODAY)
    assert found is not None
    assert (found.place, found.dated) == ("دبي", None)


def test_the_papers_own_name_may_stand_alone() -> None:
    text = f"المرفأ - {FIRST}"
    assert opening.read(text) is None
    found = opening.read(text, outlets=frozenset(["المرفا"]))
    assert found is not None
    assert found.source == "المرفأ"
