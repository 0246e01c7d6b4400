"""Keys: what Pagefind indexes in the place of words.

Pagefind's own Arabic stemmer takes وزير for ز + ير and does not know ة from ه. So it is given, for
each word, one key of small Latin letters that it can neither stem nor fold (language `qaa`). It
finds every key by its beginning, so a key begins with what many forms share:

    والاتفاقات   atfaqx at z wal y
        atfaqx          the stem, ended by x
        atfaqxatz       the base, which is the word without clitics, ended by z
        atfaqxatzwaly   the whole word, ended by y

Where the word ends a clause, c stands behind all: a phrase in quotes asks for keys to their end,
and does not go on behind a comma.

A word of a family, as وزراء is of وزير, has the family's stem first and then its own:

    وزراء        wvyr x wvrajf x z y

Ends keep one stem from being the beginning of another, and one base of another. All forms of a
stem stand side by side in the index, so that one file of it answers as a rule.
"""

import re
from collections.abc import Sequence
from typing import Final

from warraq.arabic.analysis import Analysis

LETTERS: Final = dict(zip("ابتجحخدرزسشصطعفقكلمنهوي", "abtghkdrvsceiofqulmnpwy", strict=True))
"""The 23 commonest letters of normalised Arabic, among them all of clitics and endings."""

_SIXTEEN: Final = "abcdefghiklmnopq"
"""Letters that stand behind j; as digits of a code point, in arabic.js too."""

RARE: Final = dict(zip("ثذضظغء0123456789", _SIXTEEN, strict=True))
"""Each of these is j and a letter."""

NO_WORD: Final = "-"
"""In the place of a word of the text that holds nothing to be found: keeps positions in step."""

CLOSED: Final = "c"
"""Behind the key of a word that ends a clause."""

CLOSING: Final = r"[.,:;!?()\[\]{}…–—،؛؟۔]"
"""What parts the words of a text. Quotation marks do not: who seeks a phrase leaves them out."""

CLAUSE_END: Final = "\0"
"""Stands behind each word that ends a clause, where `mark_clause_ends` has been."""

_SIGNS: Final = r"(?:[^\w ]|_)*"
_NOT_OF_ONE_LETTER: Final = r"(?<!(?<![^ ])[^\W_]\.(?![^ ]))"
_CLOSED_BEHIND: Final = re.compile(rf"{CLOSING}{_NOT_OF_ONE_LETTER}{_SIGNS}(?![^ ])")
_CLOSED_BEFORE_NEXT: Final = re.compile(rf"(?<!{CLAUSE_END}) (?={_SIGNS}{CLOSING})")


def encode(word: str) -> str:
    """A normalised word in small Latin letters without x and z, no two words alike.

    Latin letters become `jw` and five letters for their code point, as does all else.
    """
    return "".join([LETTERS.get(letter) or _rare(letter) for letter in word])


def _rare(letter: str) -> str:
    if letter in RARE:
        return "j" + RARE[letter]
    return "jw" + "".join(_SIXTEEN[int(digit, 16)] for digit in f"{ord(letter):05x}")


def mark_clause_ends(text: str) -> str:
    """A line without invisible characters, with CLAUSE_END behind each word that ends a clause.

    A word does where signs part it from the next: «مصر، مندوب», «دولار) خلال», «القاهرة (رويترز».
    The full stop of an abbreviation of one letter parts nothing: «د. طه».
    """
    text = _CLOSED_BEHIND.sub(rf"\g<0>{CLAUSE_END}", text)
    return _CLOSED_BEFORE_NEXT.sub(f"{CLAUSE_END} ", text)


def chunk(keys: Sequence[str], *, closed: bool = False) -> str:
    """What stands for one word of the text; it may hold several, as in «٢٠١١/٢٠١٢».

    `closed` where the text has the end of a clause behind it.
    """
    return "-".join(keys) + CLOSED * closed if keys else NO_WORD


def key(analysis: Analysis) -> str:
    """The key of a word that has been taken apart."""
    own = encode(analysis.stem) + "x"
    stem = f"{encode(analysis.family)}x{own}" if analysis.family else own
    ending = encode(analysis.word[analysis.end :])
    return f"{stem}{ending}z{encode(analysis.word[: analysis.start])}y"
