"""Words that are written in one and in two: what the archive shows of them."""

import pytest

from warraq.arabic.analysis import words_of
from warraq.search.joined import joints, together


def shown(*texts: str) -> dict[str, int]:
    held = [words_of(text) for text in texts]
    return dict(joints(held, {word for words in held for word in words}))


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("وصل عبدالصبور", "قال عبد الصبور"), {"عبدالصبور": 3}),
        (("عنب كفرزيتون", "إلى كفر زيتون"), {"كفرزيتون": 3}),
        (("كتب بنسالم", "كتب بن سالم"), {"بنسالم": 2}),
        (("منها", "من ها هنا"), {}),
        (("عنب كفرزيتون", "زيتون كفر"), {}),
        (("عبدالعزيز", "عبد العزيز", "عبدا لعزيز"), {"عبدالعزيز": 3}),
    ],
)
def test_what_stands_side_by_side_and_in_one_is_one(
    texts: tuple[str, ...], wanted: dict[str, int]
) -> None:
    assert shown(*texts) == shown(*reversed(texts)) == wanted


def test_a_noun_is_no_name_though_its_letters_stand_side_by_side() -> None:
    found = shown("بأمانة، أو أمانة", "أم أنه نسي")
    assert found == {"امانه": 2}
    assert together([found], {"امانه": 1}) == found
    assert together([found], {"امانه": 1, "الامانه": 1}) == {}


def test_segments_agree_on_where_a_word_is_parted_in_whatever_order_they_come() -> None:
    parts = [{"عبدالعزيز": 4}, {"عبدالعزيز": 3}]
    assert together(parts, {}) == together(parts[::-1], {}) == {"عبدالعزيز": 3}
