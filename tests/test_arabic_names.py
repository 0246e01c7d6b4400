"""Names: in which order they stand, and how they become addresses."""

import itertools
import random
import unicodedata

import pytest
from hypothesis import given, strategies as st

from warraq.arabic.collation import first_letter, sort_key
from warraq.arabic.slugs import MAX_BYTES, slug, slugs

names = st.text(min_size=1, max_size=80)
arabic = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويآأإؤئءةى ـَُّ-/:؟!\u200f٠١٢9aA", min_size=1)


def test_names_stand_as_an_arab_reader_looks_them_up() -> None:
    shuffled = ["NASA", "القاهرة", "2011", "بيروت", "أحمد", "الأردن", "إيران", "تونس", "آسيا"]
    assert sorted(shuffled, key=sort_key) == [
        "أحمد",
        "الأردن",
        "آسيا",
        "إيران",
        "بيروت",
        "تونس",
        "القاهرة",
        "NASA",
        "2011",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("الرياضة", "رياضة"), ("رِياضة", "رياضة"), ("إسلام", "اسلام"), ("مدرسة", "مدرسه")],
)
def test_spellings_of_one_name_stand_side_by_side(one: str, other: str) -> None:
    assert sort_key(one)[0] == sort_key(other)[0]
    assert sort_key(one) != sort_key(other)


@pytest.mark.parametrize("name", ["ال", "الله", "ألمانيا", "إلياس", "التزام", "آلات"])
def test_letters_that_belong_to_the_word_are_no_article(name: str) -> None:
    assert first_letter(name) == "ا"


def test_numbers_in_names_count_by_value() -> None:
    assert sorted(["الحلقة 10", "الحلقة ٩", "الحلقة 1"], key=sort_key) == [
        "الحلقة 1",
        "الحلقة ٩",
        "الحلقة 10",
    ]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("أحمد", "ا"),
        ("القاهرة", "ق"),
        ("«الأهرام»", "ا"),
        ("nasa", "N"),
        ("École", "E"),
        ("Москва", "#"),
        ("2011", "#"),
        ("🙂", "#"),
    ],
)
def test_an_index_lists_a_name_under_its_first_letter(name: str, letter: str) -> None:
    assert first_letter(name) == letter


@given(st.lists(st.one_of(st.text(), arabic, st.text("اaAéßıМ9 !_"))))
def test_names_in_order_stand_together_letter_by_letter(found: list[str]) -> None:
    letters = [letter for letter, _ in itertools.groupby(sorted(found, key=sort_key), first_letter)]
    assert len(letters) == len(set(letters))


def test_accented_names_stand_among_their_plain_neighbours() -> None:
    assert sorted(["Zola", "École", "Elysée", "edf"], key=sort_key) == [
        "École",
        "edf",
        "Elysée",
        "Zola",
    ]


@given(st.lists(st.one_of(names, arabic)))
def test_sorting_is_total_and_independent_of_the_order_given(found: list[str]) -> None:
    shuffled = random.Random(1).sample(found, len(found))
    assert sorted(found, key=sort_key) == sorted(shuffled, key=sort_key)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("رياضة", "رياضة"),
        ("الأمم المتحدة", "الأمم-المتحدة"),
        ("رِيَاضَة", "رياضة"),
        ("كــــتاب", "كتاب"),
        ("أ/ب: ج؟", "أ-ب-ج"),
        ("C5+1", "C5+1"),
        ("cafe\u0640\u0301", "café"),
        ("  \u200fغزة\u200e ", "غزة"),
        ("..", None),
        ("🙂🙂", None),
        ("؟!", None),
        ("con", None),
        ("NUL.txt", None),
        ("COM¹", None),
        ("index", None),
    ],
)
def test_a_slug_keeps_arabic_and_is_safe_everywhere(name: str, expected: str | None) -> None:
    made = slug(name)
    if expected is None:
        assert made not in (name, "", ".", "..")
        assert made[-8:].isalnum()
    else:
        assert made == expected


@given(st.one_of(names, arabic))
def test_every_slug_can_be_a_folder_on_every_system(name: str) -> None:
    made = slug(name)
    assert made
    assert len(made.encode()) <= MAX_BYTES
    assert unicodedata.normalize("NFC", made) == made
    assert not set(made) & set('<>:"/\\|?*%# \t\n')
    assert made.strip(". ") == made
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in made)


@given(st.sets(st.one_of(names, arabic)), st.randoms())
def test_no_two_names_share_an_address(found: set[str], rnd: random.Random) -> None:
    made = slugs(found)
    folded = {unicodedata.normalize("NFC", text.casefold()) for text in made.values()}
    assert len(folded) == len(found)
    shuffled = sorted(found, key=lambda _: rnd.random())
    assert slugs(shuffled) == made


@given(st.sets(arabic, min_size=1))
def test_a_name_keeps_its_address_when_unrelated_names_come(found: set[str]) -> None:
    before = slugs(found)
    after = slugs([*found, "Z unrelated name"])
    assert {name: after[name] for name in found} == before


def test_a_name_that_is_spelt_like_the_address_of_another_gets_its_own() -> None:
    rivals = ["CNN", "cnn", "!!!"]
    taken = slugs(rivals)
    made = slugs([*rivals, *taken.values(), *(text.upper() for text in taken.values())])
    assert len({text.casefold() for text in made.values()}) == len(made)
    assert {name: made[name] for name in rivals} == taken


def test_names_that_differ_by_case_or_marks_only_get_addresses_of_their_own() -> None:
    made = slugs(["NASA", "nasa", "رياضة", "رِياضة", "علوم"])
    assert len({text.casefold() for text in made.values()}) == 5
    assert made["علوم"] == "علوم"
