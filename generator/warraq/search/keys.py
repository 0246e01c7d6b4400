"""Keys: what Pagefind indexes in the place of words.

Pagefind's own Arabic stemmer takes وزير for ز + ير and does not know ة from ه. So it is given, for
each word, one key of small Latin letters that it can neither stem nor fold (language `qaa`). It
finds every key by its beginning, so a key begins with what many forms share:

    والاتفاقات   atfaqx at z wal y
        atfaqx          the stem, ended by x
        atfaqxatz       the base, which is the word without clitics, ended by z
        atfaqxatzwaly   the whole word, ended by y

A word of a family, as وزراء is of وزير, has the family's stem first and then its own:

    وزراء        wvyr x wvrajf x z y

Ends keep one stem from being the beginning of another, and one base of another. All forms of a
stem stand side by side in the index, so that one file of it answers as a rule.
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
    return "-".join(map(key, analyses)) or NO_WORD


def key(analysis: Analysis) -> str:
    """The key of a word that has been taken apart."""
    own = encode(analysis.stem) + "x"
    stem = f"{encode(analysis.family)}x{own}" if analysis.family else own
    ending = encode(analysis.word[analysis.end :])
    return f"{stem}{ending}z{encode(analysis.word[: analysis.start])}y"
