"""Keys: what Pagefind indexes in the place of words.

Pagefind's own Arabic stemmer takes وزير for ز + ير and does not know ة from ه. So it is given, for
each word, a chunk of small Latin letters that it can neither stem nor fold (language `qaa`), and
splits only where we put a hyphen. Every chunk leaves up to three keys at the word's position:

    والاتفاقات   w-a-l-atfaqx-atfaqxatz
        atfaqx                   the stem, ended by x
        atfaqxatz                the base, which is the word without clitics, ended by z
        walatfaqxatfaqxatz       the whole word: what Pagefind makes by joining the parts
    اتفاقات      atfaqx-a-t-z-y
        atfaqx                   the stem
        atfaqxatzy               the whole word; Pagefind finds it by its beginning, the base

A word of a family, as وزراء is of وزير, has the family's stem for its own.

Pagefind drops parts of one byte, so clitics and endings leave no keys of their own. Terminators
keep one stem from being the beginning of another.
"""

from collections.abc import Sequence
from typing import Final

from warraq.arabic.analysis import Analysis

LETTERS: Final = dict(zip("ابتجحخدرزسشصطعفقكلمنهوي", "abtghkdrvsceiofqulmnpwy", strict=True))
"""The 23 commonest letters of normalised Arabic, among them all of clitics and endings."""

RARE: Final = dict(zip("ثذضظغء0123456789", "abcdefghiklmnopq", strict=True))
"""Each of these is j and a letter."""

NO_WORD: Final = "-"
"""In the place of a word of the text that holds nothing to be found: keeps positions in step."""


def encode(word: str) -> str:
    """A normalised word in small Latin letters without x and z, no two words alike.

    Latin letters become `jw` and five letters for their code point, as does all else.
    """
    return "".join([LETTERS.get(letter) or _rare(letter) for letter in word])


def _rare(letter: str) -> str:
    if letter in RARE:
        return "j" + RARE[letter]
    return "jw" + "".join("abcdefghiklmnopq"[int(digit, 16)] for digit in f"{ord(letter):05x}")


def chunk(analyses: Sequence[Analysis]) -> str:
    """What stands for one word of the text; it may hold several, as in «٢٠١١/٢٠١٢»."""
    if len(analyses) == 1:
        return _single(analyses[0])
    return "-".join(_parts(analysis) for analysis in analyses) or NO_WORD


def _single(analysis: Analysis) -> str:
    stem, base = _stem(analysis), _base(analysis)
    if analysis.start or analysis.family:
        return "-".join([*encode(analysis.word[: analysis.start]), stem, base])
    return "-".join([stem, *base.removeprefix(stem), "y"])


def _parts(analysis: Analysis) -> str:
    """Stem and base as parts of their own, for what they are joined to is no word."""
    own = analysis.start or analysis.family
    return f"{_stem(analysis)}-{_base(analysis)}{'' if own else 'y'}"


def _stem(analysis: Analysis) -> str:
    return encode(analysis.family or analysis.stem) + "x"


def _base(analysis: Analysis) -> str:
    return f"{encode(analysis.stem)}x{encode(analysis.word[analysis.end :])}z"
