"""One spelling for many, so that a reader who types احمد finds أحمد.

`normalise` makes keys for comparing and searching; nobody is ever shown its result. `one_line`,
`strip_marks` and `strip_invisible` keep text readable. The theme's script folds queries by the same
tables.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final
from unicodedata import normalize


def _codes(*ranges: tuple[int, int]) -> frozenset[int]:
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


INVISIBLE: Final = _codes(
    (0x0000, 0x0008),  # controls, but for those that are white space
    (0x000E, 0x001B),
    (0x007F, 0x0084),
    (0x0086, 0x009F),
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x180E, 0x180E),
    (0x200B, 0x200F),  # zero width spaces and joiners, direction marks
    (0x202A, 0x202E),  # direction embeddings and overrides
    (0x2060, 0x206F),  # word joiner, direction isolates
    (0xFEFF, 0xFEFF),  # byte order mark
)
"""Code points that neither show nor separate words."""

MARKS: Final = _codes(
    (0x0610, 0x061A),  # honorifics, small high signs
    (0x0640, 0x0640),  # tatweel
    (0x064B, 0x065F),  # tashkeel
    (0x0670, 0x0670),  # dagger alef
    (0x06D6, 0x06DC),  # Quranic signs
    (0x06DF, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08D3, 0x08FF),
    (0xFE20, 0xFE2F),  # combining half marks
)
"""Code points that dress an Arabic word and are not part of its letters; tatweel is one."""

LETTERS: Final[Mapping[str, str]] = {
    "آأإٱٲٳٵ": "ا",
    "ىیېێےۓۍٸ": "ي",
    "ةۃەہھۀۂ": "ه",
    "ؤۇۆۋۏ": "و",
    "کڪگګڬ": "ك",
    "ڤڨ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
    "ں": "ن",
    **{f"{chr(0x0660 + digit)}{chr(0x06F0 + digit)}": str(digit) for digit in range(10)},
}
"""The letters and digits on the left are read as the one on the right; ئ and ء depend on what
follows them."""

_INVISIBLE = re.compile(f"[{''.join(map(chr, sorted(INVISIBLE)))}]")
_COMPATIBILITY = re.compile("[\u00aa-\u00be\ufb50-\ufdff\ufe70-\ufefc\uff00-\uffef]+")
_COMMON = re.compile("[ -@\\[-~«»،؛؟\u0621-\u063a\u0640-\u0652\u0660-\u0669]*")
"""Letters, marks and signs of nearly all words; none of them composes with another."""
_PLAIN = re.compile("[ -@\\[-~«»،؛؟\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]*")
"""Of these, what is as it will be: two words of three have nothing else."""
_HAMZA_BEFORE_WAW = re.compile("[ئء]+(?=و)")
_LINE = 32
"""Characters from which a text is folded letter by letter of the alphabet, not of its own: that
takes half the time, and of a word twice."""


def _table(deleted: Iterable[int], letters: Mapping[str, str]) -> dict[int, int | None]:
    """For str.translate. Common code points map to themselves: a missing one costs an exception."""
    table: dict[int, int | None] = {code: code for code in (*range(0x0700), *range(0x2000, 0x2070))}
    table.update(dict.fromkeys(deleted))
    table.update((ord(one), ord(base)) for forms, base in letters.items() for one in forms)
    return table


_WITHOUT_INVISIBLE = _table(INVISIBLE, {})
_WITHOUT_MARKS = _table(MARKS, {})
_FOLDED = _table(MARKS, LETTERS)
_COMMON_FOLDED = tuple(
    (form, base)
    for form, base in (
        *((form, base) for forms, base in LETTERS.items() for form in forms),
        *((chr(code), "") for code in sorted(MARKS)),
    )
    if _COMMON.fullmatch(form)
)


def normalise(text: str) -> str:
    """Fold `text` to the one spelling under which it is searched and compared.

    Tashkeel and tatweel go, hamza seats, ة, ى and Persian letters become their plain neighbours,
    all digits become 0-9, Latin becomes lower case. White space and punctuation stay. Folding
    twice changes nothing; no string is refused.
    """
    if _PLAIN.fullmatch(text):
        return text
    if text.isascii() and text.isprintable():
        return text.lower()
    if _COMMON.fullmatch(text):
        return _without_hamza(_fold_line(text) if len(text) >= _LINE else text.translate(_FOLDED))
    text = _COMPATIBILITY.sub(lambda run: normalize("NFKC", run[0]), text)
    # What is deleted may have kept a letter and its accent apart: compose before and after.
    text = normalize("NFC", text.translate(_WITHOUT_INVISIBLE)).translate(_FOLDED)
    return normalize("NFC", _without_hamza(text).lower())


def _fold_line(text: str) -> str:
    for form, base in _COMMON_FOLDED:
        if form in text:
            text = text.replace(form, base)
    return text


def _without_hamza(text: str) -> str:
    """شئون is شؤون, and مسئول مسؤول: before و, hamza is written in too many ways to tell apart."""
    if "ئو" in text or "ءو" in text:
        text = _HAMZA_BEFORE_WAW.sub(lambda run: "و" * len(run[0]), text)
    return text.replace("ئ", "ي")


def one_line(text: str) -> str:
    """A text as one line in NFC: so names are read wherever they stand, and meet."""
    return normalize("NFC", " ".join(text.split()))


def strip_marks(text: str) -> str:
    """Take off tashkeel and tatweel; letters keep their hamza, composed or not."""
    if text.isascii():
        return text
    return normalize("NFC", text).translate(_WITHOUT_MARKS)


def strip_invisible(text: str) -> str:
    """Take out direction marks, zero-width characters, byte order marks and controls.

    White space of every kind stays, for it separates words: what becomes of it is its reader's
    affair.
    """
    return text.translate(_WITHOUT_INVISIBLE) if _INVISIBLE.search(text) else text


def tables() -> dict[str, object]:
    """What `normalise` does, as data for the search page's script, so that the two cannot differ.

    `compatible` is the pattern of what NFKC unfolds; `invisible` and `marks` are ranges of code
    points to delete, before and after composing; `letters` maps forms to their letter.
    """
    return {
        "compatible": _COMPATIBILITY.pattern,
        "invisible": _ranges(INVISIBLE),
        "marks": _ranges(MARKS),
        "letters": {form: base for forms, base in LETTERS.items() for form in forms},
    }


def _ranges(codes: Iterable[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code)
        else:
            ranges.append((code, code))
    return ranges
