"""Spellings of foreign names, families of words, and the skeletons by which words are sought."""

import pytest
from hypothesis import given, strategies as st

from warraq.arabic.analysis import Analyser
from warraq.arabic.families import Families
from warraq.arabic.spellings import spellings
from warraq.search.spelling import skeletons


def test_names_that_differ_in_a_velar_or_in_a_long_vowel_are_one() -> None:
    names = dict.fromkeys(["غراهام", "جراهام", "بلومبرغ", "بلومبيرغ", "ميتران"], 2)
    assert {frozenset(pair) for pair in spellings(names)} == {
        frozenset(("غراهام", "جراهام")),
        frozenset(("بلومبرغ", "بلومبيرغ")),
    }


@pytest.mark.parametrize(
    ("one", "other"), [("رودريغيز", "رودريغيس"), ("سانشيز", "سانشيث"), ("تشارلوت", "شارلوت")]
)
def test_names_that_end_in_one_hiss_or_another_are_one(one: str, other: str) -> None:
    assert list(spellings({one: 3, other: 2})) == [(one, other)]


def test_the_commoner_spelling_comes_first() -> None:
    assert list(spellings({"جراهام": 9, "غراهام": 2})) == [("جراهام", "غراهام")]


@pytest.mark.parametrize(
    ("one", "other"), [("تقريب", "تجريب"), ("مغادر", "مقادر"), ("سالم", "سلم"), ("جبل", "قبل")]
)
def test_arabic_words_are_not_taken_for_spellings_of_one(one: str, other: str) -> None:
    words = [one, other, f"ال{one}", f"ال{other}"]
    analyser = Analyser(dict.fromkeys(words, 5))
    assert analyser.analyse(one).family == analyser.analyse(other).family == ""


def test_a_name_knows_how_else_the_archive_spells_it() -> None:
    counts = {"نتنياهو": 9, "نتانياهو": 4, "ونتنياهو": 1}
    analyser = Analyser(counts, names=[["نتنياهو", "نتانياهو", "نيتانياهو"]])
    assert analyser.spellings(analyser.analyse("ونتنياهو")) == ["نتانياهو"]
    assert analyser.spellings(analyser.analyse("نتانياهو")) == ["نتنياهو"]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3), max_size=8))
def test_families_that_share_a_member_are_one_whatever_the_order(lists: list[list[str]]) -> None:
    there, back = Families(), Families()
    for family in lists:
        there.join(family)
    for family in reversed(lists):
        back.join(family)
    for letter in "abcdefgh":
        assert set(there.members(letter)) == set(back.members(letter))
        assert there.head(letter) in there.members(letter)
        assert {there.head(member) for member in there.members(letter)} == {there.head(letter)}


arabic = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", min_size=3, max_size=9)


@given(arabic, st.data())
def test_a_word_and_what_one_slip_makes_of_it_share_a_skeleton(
    word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("ابتجدرسعفقكلمن"))
    dropped, added = word[:at] + word[at + 1 :], word[:at] + letter + word[at:]
    swapped = word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    for slipped in (dropped, added, swapped, word[:at] + letter + word[at + 1 :]):
        assert skeletons(word) & skeletons(slipped)
