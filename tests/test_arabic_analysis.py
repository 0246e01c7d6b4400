"""Words taken apart, as far as the archive bears it out."""

import pytest
from hypothesis import given, strategies as st

from warraq.arabic.analysis import Analyser, words_of

ARCHIVE = (
    """
وقع الوزير اتفاقا مع الوزراء، وفي الاتفاق بنود، ولكل بند شرح. الاتفاقات كثيرة، واتفاقات أخرى.
في المدرسة كتاب، وفي مدرسة أخرى كتب. الكتاب في المدرسة. سيارة وسيارتان وسيارات. الفكرة والبيان.
كتب سيناريو وكتبوا السيناريو، والسيناريوهات كثيرة. الاتجاه والاتجاهات. عليه، وقال الشاعر عليان.
قال الوالد لولده إن اللجنة في لبنان. لجنة الطلاب ولجان. اللاعب ولاعبون ولاعبين. قال وقال وقالت.
الرياض مدينة. مكتبة ومكتبات. كبير وكبيرة. رئيس الوزراء في بيروت. كان القانون في الدولة.
"""
    * 3
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    counts: dict[str, int] = {}
    for word in words_of(ARCHIVE):
        counts[word] = counts.get(word, 0) + 1
    return Analyser(counts)


def stem(analyser: Analyser, word: str) -> str:
    (folded,) = words_of(word)
    return analyser.analyse(folded).stem


@pytest.mark.parametrize(
    "forms",
    [
        ("اتفاق", "الاتفاق", "والاتفاقات", "اتفاقًا", "للاتفاق", "اتفاقات", "بالاتفاق"),
        ("مدرسة", "المدرسة", "ومدرسته", "مدرستين", "للمدرسة"),
        ("سيارة", "سيارات", "السيارتان", "سيارتي"),
        ("لجنة", "اللجنة", "للجنة"),
        ("سيناريو", "السيناريو", "سيناريوهات"),
        ("اتجاه", "الاتجاهات"),
        ("لاعب", "اللاعب", "لاعبون", "لاعبين", "لاعبي", "لاعبو"),
        ("كبير", "كبيرة", "الكبيرة"),
        ("قال", "وقال", "قالت"),
    ],
)
def test_forms_of_one_word_have_one_stem(analyser: Analyser, forms: tuple[str, ...]) -> None:
    assert {stem(analyser, form) for form in forms} == {stem(analyser, forms[0])}


@pytest.mark.parametrize("word", ["فكرة", "والد", "بيان", "لبنان", "بيروت", "كتاب", "كان", "الله"])
def test_letters_of_the_word_itself_are_no_clitics(analyser: Analyser, word: str) -> None:
    (folded,) = words_of(word)
    assert analyser.analyse(folded).start == 0


def test_a_name_is_no_dual_of_a_preposition(analyser: Analyser) -> None:
    assert stem(analyser, "عليان") == "عليان"


@pytest.mark.parametrize("word", ["nasa", "2011", "c5", "و"])
def test_what_is_no_arabic_word_stays_whole(analyser: Analyser, word: str) -> None:
    assert analyser.analyse(word).stem == word


def test_letters_of_other_scripts_and_digits_make_words_of_their_own() -> None:
    assert words_of("منصة C5+1 عام ٢٠١٥م «أبولو»") == [
        "منصه",
        "c5",
        "1",
        "عام",
        "2015",
        "م",
        "ابولو",
    ]


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويء0a", min_size=1, max_size=12))
def test_any_word_is_cut_inside_itself(word: str) -> None:
    counts = {"كتاب": 3, "الكتاب": 2, "ا" + word[1:]: 5, word[:-1] + "ا": 5}
    analysis = Analyser(counts).analyse(word)
    assert 0 <= analysis.start < analysis.end <= len(word)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("تماسيح", "تمساح"),
        ("صهاريج", "صهريج"),
        ("نواقيس", "ناقوس"),
        ("بواخر", "باخرة"),
        ("جرائد", "جريدة"),
        ("معاطف", "معطف"),
        ("وزراء", "وزير"),
        ("أوجاع", "وجع"),
        ("أجهزة", "جهاز"),
        ("كهوف", "كهف"),
        ("أصدقاء", "صديق"),
        ("أغنياء", "غني"),
        ("سكاكين", "سكين"),
        ("أساطير", "أسطورة"),
        ("وصايا", "وصية"),
        ("فتاوى", "فتوى"),
        ("أعضاء", "عضو"),
        ("أبواب", "باب"),
        ("خطوط", "خط"),
    ],
)
def test_a_broken_plural_joins_the_singular_that_the_archive_attests(
    plural: str, singular: str
) -> None:
    counts = dict.fromkeys(words_of(f"{plural} ال{plural} {singular} ال{singular}"), 2)
    analyser = Analyser(counts)
    one, other = (analyser.analyse(words_of(word)[0]) for word in (plural, singular))
    assert (one.family or one.stem) == (other.family or other.stem)


def test_a_word_that_only_looks_like_a_plural_stays_for_itself() -> None:
    counts = {"اعلان": 90, "الاعلان": 60, "العلن": 1, "علن": 1}
    assert Analyser(counts).analyse("اعلان").family == ""


def test_a_word_that_takes_a_sound_ending_is_no_broken_plural() -> None:
    counts = dict.fromkeys(words_of("مقابل المقابل مقابلين المقابلين مقبل المقبل"), 3)
    assert Analyser(counts).analyse("مقابل").family == ""


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("وزراؤها", "الوزير"),
        ("وزرائهم", "وزيرًا"),
        ("والمدارس", "مدرسة"),
        ("للمدرستين", "مدارسنا"),
        ("بأركانها", "الركن"),
        ("قادتهم", "قائد"),
        ("أبنيتها", "البناء"),
        ("كمائن", "الكمين"),
        ("قراهم", "قرية"),
    ],
)
def test_what_is_listed_is_known_through_clitics_and_endings(form: str, word: str) -> None:
    families = [
        words_of(family)
        for family in (
            "وزير وزراء",
            "مدرسة مدارس",
            "ركن أركان",
            "قائد قادة",
            "بناء أبنية",
            "كمين كمائن",
            "قرية قرى",
        )
    ]
    text = "وزراء الوزير مدرسة المدارس مدارس أركان الركن قادة القائد الأبنية الكمين قرى قرية مين"
    counts = dict.fromkeys(words_of(f"{text} {form} {word}"), 2)
    analyser = Analyser(counts, families)
    one, other = (analyser.analyse(words_of(w)[0]) for w in (form, word))
    assert (one.family or one.stem) == (other.family or other.stem)


def test_the_son_is_not_merged_with_the_building_whose_plural_looks_like_him() -> None:
    families = [["ابن", "ابناء"], ["بناء", "ابنيه"]]
    counts = dict.fromkeys(["ابن", "الابن", "ابناء", "بناء", "البناء", "ابنيه", "ابني"], 5)
    analyser = Analyser(counts, families)
    assert analyser.analyse("ابنيه").family == "بناء"
    assert analyser.analyse("ابناء").family == "ابن"


def test_words_of_a_family_count_as_one_and_families_that_meet_are_one() -> None:
    families = [["غوغل", "جوجل"], ["جوجل", "قوقل"], ["بيت", "منزل"]]
    analyser = Analyser({"غوغل": 1, "جوجل": 1, "قوقل": 1, "بيت": 1, "منزل": 1}, families)
    assert {analyser.analyse(w).family or w for w in ("غوغل", "جوجل", "قوقل")} == {"غوغل"}
    assert {analyser.analyse(w).family or w for w in ("بيت", "منزل")} == {"بيت"}


def test_the_order_of_the_counts_changes_nothing() -> None:
    words = words_of(ARCHIVE)
    counts = {word: words.count(word) for word in words}
    backwards = dict(reversed(counts.items()))
    one, other = Analyser(counts), Analyser(backwards)
    assert [one.analyse(word) for word in counts] == [other.analyse(word) for word in counts]
