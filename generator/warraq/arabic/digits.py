"""Digits as a country writes them: ٠١٢ in the Mashriq, 012 in the Maghreb."""

from typing import Final, Literal

DigitSystem = Literal["arab", "latn"]

ARAB: Final = "٠١٢٣٤٥٦٧٨٩"
PERSIAN: Final = "۰۱۲۳۴۵۶۷۸۹"
LATIN: Final = "0123456789"

_ARAB_COUNTRIES = frozenset(
    {"BH", "EG", "IQ", "JO", "KW", "LB", "OM", "PS", "QA", "SA", "SD", "SY", "YE"}
)
_TO_LATIN = str.maketrans(ARAB + PERSIAN, LATIN * 2)
_TO_ARAB = str.maketrans(LATIN + PERSIAN, ARAB * 2)
_GROUPED_ARAB = str.maketrans(LATIN + ",", ARAB + "٬")


def system_of(country: str) -> DigitSystem:
    """Name the digits that the press of a country (ISO 3166, upper case) is printed in.

    The Maghreb, the Emirates and every country unknown here write 0-9.
    """
    return "arab" if country in _ARAB_COUNTRIES else "latn"


def number(n: int, system: DigitSystem) -> str:
    """Write a quantity in groups of three: 12,345 or ١٢٬٣٤٥. Years are no quantities."""
    grouped = f"{n:,}"
    return grouped.translate(_GROUPED_ARAB) if system == "arab" else grouped


def set_digits(text: str, system: DigitSystem) -> str:
    """Write every digit of `text` in one system; all else stays."""
    return text.translate(_TO_ARAB if system == "arab" else _TO_LATIN)


def to_latin(text: str) -> str:
    """Write Arabic-Indic and Persian digits as 0-9; all else stays."""
    return text if text.isascii() else text.translate(_TO_LATIN)
