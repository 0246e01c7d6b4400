"""Words as a reader counts them."""

import math
import unicodedata
from typing import Final

from warraq.arabic.normalise import strip_invisible

_LETTERS_AND_DIGITS: Final = ("L", "N")


def words(text: str) -> list[str]:
    r"""The words of a text: what stands between white space and holds a letter or a digit.

    Tashkeel does not part a word, as it does for `\w`; a lone dash or bracket is no word.
    """
    return [word for word in strip_invisible(text).split() if _is_word(word)]


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(words(text))


def reading_minutes(count: int, words_per_minute: int) -> int:
    """Whole minutes that reading `count` words takes, at least one."""
    return max(1, math.ceil(count / words_per_minute))


def _is_word(word: str) -> bool:
    return word.isalnum() or any(unicodedata.category(c)[0] in _LETTERS_AND_DIGITS for c in word)
