"""Words, plurals, digits: what is counted, and how it is said."""

import unicodedata

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given, strategies as st

from warraq.arabic import digits, plurals, words


def test_a_vocalised_sentence_has_as_many_words_as_a_bare_one() -> None:
    vocalised = "وَصَلَ القِطارُ إِلى المَدينَةِ صَباحَ اليَومِ الخَميسِ مُتَأَخِّرًا"
    assert words.word_count(vocalised) == 8


def test_punctuation_alone_is_no_word() -> None:
    assert words.words("قال – إن «الجسر» … 25 %") == ["قال", "إن", "«الجسر»", "25"]


def test_a_tatweel_that_serves_as_a_dash_is_no_word() -> None:
    assert words.words("برلين ـ د. ب. أ: ـــ 14 هـ") == ["برلين", "د.", "ب.", "أ:", "14", "هـ"]


@given(st.text(st.one_of(st.characters(), st.sampled_from("اَـ \u200f\x00\u2028-٣"))))
def test_there_are_as_many_words_as_are_counted(text: str) -> None:
    assert words.word_count(text) == len(words.words(text))


def test_invisible_marks_do_not_make_words() -> None:
    assert words.word_count("\u200f \u202b خبر\u200c \u202c") == 1


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (1, 1), (180, 1), (181, 2), (1000, 6)])
def test_reading_takes_whole_minutes_and_at_least_one(count: int, minutes: int) -> None:
    assert words.reading_minutes(count, 180) == minutes


def test_plural_forms_are_those_of_cldr() -> None:
    cldr = Locale("ar").plural_form
    assert all(plurals.plural_form(n) == cldr(n) for n in range(100_001))


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالًا"),
        (99, "99 مقالًا"),
        (100, "100 مقال"),
        (102, "102 مقال"),
        (103, "103 مقالات"),
        (1003, "1,003 مقالات"),
        (1011, "1,011 مقالًا"),
    ],
)
def test_things_are_counted_in_six_forms(n: int, said: str) -> None:
    assert plurals.count(n, "article", "latn", "EG") == said


@pytest.mark.parametrize("unit", plurals.UNITS)
def test_every_unit_has_all_forms_and_says_the_number_from_three_on(unit: str) -> None:
    forms = plurals.UNITS[unit]
    assert tuple(forms) == plurals.FORMS
    assert ["{n}" in forms[form] for form in plurals.FORMS] == [False] * 3 + [True] * 3


def test_digits_are_those_of_the_country() -> None:
    assert [digits.system_of(c) for c in ("EG", "LB", "SA", "MA", "TN", "AE")] == [
        *["arab"] * 3,
        *["latn"] * 3,
    ]


def test_numbers_are_grouped_by_three() -> None:
    assert digits.number(1234567, "latn", "AE") == "1,234,567"
    assert digits.number(1234567, "arab", "LB") == "١٬٢٣٤٬٥٦٧"
    assert digits.number(12, "arab", "EG") == "١٢"


def test_the_maghreb_groups_by_points_and_parts_decimals_by_a_comma() -> None:
    assert digits.number(1234567, "latn", "MA") == "1.234.567"
    assert [digits.number(8.12, "latn", c) for c in ("MA", "AE")] == ["8,1", "8.1"]
    assert digits.number(8.12, "arab", "LB") == "٨٫١"


@pytest.mark.parametrize("country", ["AE", "DZ", "EG", "LB", "LY", "MA", "SA", "TN", "YE"])
def test_the_signs_of_a_number_are_those_of_cldr(country: str) -> None:
    system = digits.system_of(country)
    shown = format_decimal(12345.6, locale=f"ar_{country}", numbering_system=system)
    assert digits.to_latin(digits.number(12345.6, system, country)) == shown


@given(st.text())
def test_setting_digits_changes_digits_only(text: str) -> None:
    systems: tuple[digits.DigitSystem, ...] = ("arab", "latn")
    for system in systems:
        changed = digits.set_digits(text, system)
        assert len(changed) == len(text)
        assert all(
            a == b or unicodedata.digit(a) == unicodedata.digit(b)
            for a, b in zip(text, changed, strict=True)
        )
    assert digits.to_latin("٢٠١١ ۲۰۱۱") == "2011 2011"
