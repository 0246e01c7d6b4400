"""Words as a reader counts them."""

import math
import re
from typing import Final

from warraq.arabic.normalise import strip_invisible

_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_ـ]")
"""Tatweel is no letter: the press prints it as a dash, «برلين ـ رويترز»."""

_WORD: Final = re.compile(rf"{_LETTER_OR_DIGIT.pattern}\S*")
"""A word from its first letter or digit on."""


def words(text: str) -> list[str]:
    r"""The words of a text: what stands between white space and holds a letter or a digit.

    Tashkeel does not part a word, as it does for `\w`; a lone dash or bracket is no word.
    """
    return [word for word in strip_invisible(text).split() if _LETTER_OR_DIGIT.search(word)]


def word_count(text: str) -> int:
    """How many words a text has."""
    # What is invisible parts no words: taking it out first would cost as much as the counting.
    return len(_WORD.findall(text))


def reading_minutes(count: int, words_per_minute: int) -> int:
    """Whole minutes that reading `count` words takes, at least one."""
    return max(1, math.ceil(count / words_per_minute))
