"""Words taken apart, as far as the archive bears it out."""

import pytest
from hypothesis import given, strategies as st

from warraq.arabic.analysis import Analyser, words_of

ARCHIVE = (
    """
وقع الوزير اتفاقا مع الوزراء، وفي الاتفاق بنود، ولكل بند شرح. الاتفاقات كثيرة، واتفاقات أخرى.
في المدرسة كتاب، وفي مدرسة أخرى كتب. الكتاب في المدرسة. سيارة وسيارتان وسيارات. الفكرة والبيان.
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
    analysis = Analyser({"كتاب": 3, "الكتاب": 2, word[1:]: 5, word[:-1]: 5}).analyse(word)
    assert 0 <= analysis.start < analysis.end <= len(word)
