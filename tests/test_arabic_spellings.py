"""Spellings of foreign names, families of words, and the skeletons by which words are sought."""

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from warraq.arabic.analysis import Analyser
from warraq.arabic.families import Families
from warraq.arabic.spellings import spellings
from warraq.search import shards, spelling
from warraq.search.spelling import commonness, skeletons


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


@pytest.mark.parametrize(
    ("one", "other"), [("ماتياس", "ماثياس"), ("انطونيو", "انتونيو"), ("كندوز", "قندوز")]
)
def test_names_with_one_t_or_k_or_another_are_one(one: str, other: str) -> None:
    assert list(spellings({one: 3, other: 2})) == [(one, other)]


@pytest.mark.parametrize(("one", "other"), [("غوردون", "غوردن"), ("بيرنال", "برنال")])
def test_a_name_of_six_letters_may_lack_a_vowel_at_its_beginning_or_end(
    one: str, other: str
) -> None:
    assert list(spellings({one: 3, other: 2})) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"), [("ماركو", "مارغو"), ("ديليما", "ديلما"), ("مورنيو", "مورنو")]
)
def test_names_that_are_not_one_stay_two(one: str, other: str) -> None:
    assert list(spellings({one: 3, other: 2})) == []


def test_the_commoner_spelling_comes_first() -> None:
    assert list(spellings({"جراهام": 9, "غراهام": 2})) == [("جراهام", "غراهام")]


@pytest.mark.parametrize(
    ("one", "other"), [("تقريب", "تجريب"), ("مغادر", "مقادر"), ("سالم", "سلم"), ("جبل", "قبل")]
)
def test_arabic_words_are_not_taken_for_spellings_of_one(one: str, other: str) -> None:
    words = [one, other, f"ال{one}", f"ال{other}"]
    analyser = Analyser(dict.fromkeys(words, 5))
    assert analyser.analyse(one).family == analyser.analyse(other).family == ""


@pytest.mark.parametrize(
    ("one", "other", "shown_by"),
    [
        ("ستقابل", "ستجابل", "يقابل"),  # another person
        ("سيقابل", "سيجابل", "يقابل"),  # the present, without the future's س
        ("استقام", "استجام", "قام"),
        ("قابلني", "جابلني", "قابل"),  # what is said to somebody
    ],
)
def test_verbs_are_not_taken_for_names(one: str, other: str, shown_by: str) -> None:
    analyser = Analyser({one: 5, other: 5, shown_by: 5})
    assert analyser.spellings(analyser.analyse(one)) == []


@pytest.mark.parametrize(
    ("one", "other"), [("نيكاراغوا", "نيكاراجوا"), ("تشارلتون", "شارلتون"), ("سيرغيو", "سيرجيو")]
)
def test_a_name_may_begin_as_a_verb_does(one: str, other: str) -> None:
    analyser = Analyser({one: 5, other: 3})
    assert analyser.spellings(analyser.analyse(one)) == [other]


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


def test_a_letter_says_how_common_a_word_is_in_half_doublings() -> None:
    assert "".join(map(commonness, (1, 2, 4, 5, 6, 1000, 10**9))) == "aceffuz"


def test_a_capital_says_that_an_article_stands_before_a_word(tmp_path: Path) -> None:
    counts = {"الكتاب": 3, "وكتاب": 1, "يكتبون": 2}
    spelling.write(counts, Analyser(counts), tmp_path)
    root = json.loads((tmp_path / "spelling.json").read_bytes())
    words = {
        word
        for _, name in root["shards"]
        for line in shards.read(name, tmp_path)
        for word in line.split(" ")[1:]
    }
    assert words == {"كتابE", "يكتبونc"}
