"""How readers are shown a word: in the letters that the archive prints."""

import pytest

from warraq.search.printed import printed_forms, printed_words, usual_forms


def shown(counts: dict[str, int], *parts: dict[str, int]) -> dict[str, str]:
    return dict(usual_forms(map(printed_forms, parts), counts))


@pytest.mark.parametrize(
    "token", ["الرئيس", "«الرئيس»،", "الرئيسُ", "الرئيـــس.", "(الرئيس", "–الرئيس:"]
)
def test_marks_and_signs_are_no_part_of_what_is_shown(token: str) -> None:
    (printed,) = printed_words(token)
    assert shown({"الرييس": 1}, {printed: 1}) == {"الرييس": "الرئيس"}


def test_a_word_that_is_printed_as_it_is_sought_needs_no_form() -> None:
    assert shown({"كتاب": 2, "apollo": 1}, {"كتاب": 2, "Apollo": 1}) == {"apollo": "Apollo"}


def test_what_half_of_the_papers_spell_without_its_hamza_is_shown_with_it() -> None:
    assert shown({"احمد": 5}, {"احمد": 3, "أحمد": 2}) == {"احمد": "أحمد"}


def test_a_rare_word_of_the_same_letters_is_not_shown_for_a_common_one() -> None:
    assert shown({"كان": 20}, {"كان": 18, "كأن": 2}) == {}


def test_of_several_forms_the_commonest_of_the_whole_archive_is_shown() -> None:
    parts = {"على": 3, "علي": 2}, {"على": 3}
    assert shown({"علي": 8}, *parts) == {"علي": "على"}


@pytest.mark.parametrize("token", ["٢٠١١", "ﷺ", "F-16", "بيت/دار", "–", "کتاب"])
def test_what_is_not_one_word_of_as_many_letters_is_shown_as_it_is_sought(token: str) -> None:
    assert printed_forms({token: 1}) == {}
