"""The order in which an Arab reader looks things up.

As in the index of an Arabic book: a leading ال, hamza seats and tashkeel do not count; ة goes with
ه, whose shape it has, and ى with ي, as printed indexes put them. Names that begin with ابن stay
under ا: dropping ابن is a custom of scholars' indexes and would surprise a newspaper's reader.
Arabic comes before Latin, then other scripts, then digits, and what has neither letter nor digit
comes last. Accents do not count, and numbers inside a name count by their value, so that
«الحلقة 9» stands before «الحلقة 10».
"""

import re
import unicodedata
from typing import Final, TypeAlias

from warraq.arabic.normalise import normalise, strip_invisible, strip_marks

SortKey: TypeAlias = tuple[tuple[tuple[int, str], ...], str]

ALPHABET: Final = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"

_ORDER: Final = {letter: chr(0x100 + place) for place, letter in enumerate(ALPHABET)}
_START: Final = re.compile(r"^[\W_]+")
_ARTICLE: Final = re.compile(r"ال(?=\w{2})")
"""Looked for before letters are folded: the أل of ألمانيا is no article."""

_ROOTED: Final = re.compile(
    "الله|التزام|التهاب|التماس|التقاط|التحاق|التفاف|التئام|التباس|التفات|التواء|التجاء|التحام"
    "|التقاء|الياس|البوم|المانيا|الكترون"
)
"""Beginnings whose ال belongs to the word."""

_PART: Final = re.compile(r"\d+|[^\W\d_]+")

_ARABIC, _LATIN, _OTHER, _NUMBER, _NOTHING = range(5)


def sort_key(text: str) -> SortKey:
    """A key for sorting names; two names have one key only if they are the same string."""
    parts = tuple(_part(match[0]) for match in _PART.finditer(_bare(text)))
    return parts or ((_NOTHING, ""),), text


def first_letter(text: str) -> str:
    """The letter under which an index lists a name: ا for أحمد, ق for القاهرة, N for nasa.

    Names that begin with no Arabic or Latin letter stand under '#'. Names in their order stand
    together letter by letter.
    """
    match = _PART.search(_bare(text))
    if not match or match[0][0].isdigit():
        return "#"
    first = _unaccented(match[0])[0]
    return "#" if _script(first) == _OTHER else first.upper()


def _bare(text: str) -> str:
    """The normalised name without its punctuation at the start and without a leading ال."""
    text = _START.sub("", strip_marks(strip_invisible(text)))
    bare = text[2:] if _ARTICLE.match(text) and not _ROOTED.match(text) else text
    return normalise(bare)


def _part(run: str) -> tuple[int, str]:
    if run[0].isdigit():
        digits = run.lstrip("0")
        return _NUMBER, f"{len(digits):04}{digits}"
    letters = _unaccented(run)
    return _script(letters[0]), "".join(_ORDER.get(letter, letter) for letter in letters)


def _unaccented(run: str) -> str:
    """É as e, and ß as ss, so that they stand where they are looked up."""
    if run[0] in _ORDER or run.isascii():
        return run
    letters = unicodedata.normalize("NFKD", run)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.upper().casefold() or run


def _script(letter: str) -> int:
    if letter in _ORDER:
        return _ARABIC
    return _LATIN if unicodedata.name(letter, "").startswith("LATIN") else _OTHER
