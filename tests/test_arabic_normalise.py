"""One spelling for many."""

import pytest
from hypothesis import given, strategies as st

from warraq.arabic.normalise import normalise, strip_invisible, strip_marks

anything = st.text(st.characters())
arabic = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("ٱلرياض", "الرياض"),
        ("آسيا", "اسيا"),
        ("مدرسة", "مدرسه"),
        ("مصطفى", "مصطفي"),
        ("مَدرَسَةٌ", "مدرسة"),
        ("كــــتاب", "كتاب"),
        ("مسؤول", "مسئول"),
        ("شؤون", "شئون"),
        ("الکویت", "الكويت"),
        ("ﻻ ﻣﺼﺮ", "لا مصر"),
        ("ڤيينا", "فيينا"),
        ("پاریس", "باريس"),
        ("٢٠١١", "2011"),
        ("۲۰۱۱", "2011"),
        ("NASA", "nasa"),
        ("غز\u200cة", "غزة"),
        ("\u202bغزة\u202c", "غزة"),
    ],
)
def test_spellings_of_one_word_become_one(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(("one", "other"), [("علي", "علا"), ("سأل", "سال م"), ("ذهب", "دهب")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_a_ligature_of_words_stays_searchable_by_its_words() -> None:
    assert "الله" in normalise("ﷲ")


@given(st.one_of(anything, arabic))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.one_of(anything, arabic))
def test_what_cannot_be_seen_goes_and_all_else_stays(text: str) -> None:
    seen = strip_invisible(text)
    assert strip_invisible(seen) == seen
    assert [c for c in seen if c.isalnum()] == [c for c in text if c.isalnum()]
    assert len(seen.split()) == len(text.split()) or len(seen) < len(text)


@given(arabic)
def test_taking_marks_off_leaves_letters_with_their_hamza(text: str) -> None:
    bare = strip_marks("أإؤئآ " + text)
    assert bare.startswith("أإؤئآ ")
    assert not any("\u064b" <= c <= "\u0652" or c == "\u0640" for c in bare)
