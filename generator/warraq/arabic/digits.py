"""Digits as a country writes them: ٠١٢ in the Mashriq, 012 in the Maghreb."""

from typing import Final, Literal

DigitSystem = Literal["arab", "latn"]

ARAB: Final = "٠١٢٣٤٥٦٧٨٩"
PERSIAN: Final = "۰۱۲۳۴۵۶۷۸۹"
LATIN: Final = "0123456789"

_ARAB_COUNTRIES = frozenset(
    {"BH", "EG", "IQ", "JO", "KW", "LB", "OM", "PS", "QA", "SA", "SD", "SY", "YE"}
)
_POINT_COUNTRIES = frozenset({"DZ", "LY", "MA", "MR", "TN"})
_TO_LATIN = str.maketrans(ARAB + PERSIAN, LATIN * 2)
_TO_ARAB = str.maketrans(LATIN + PERSIAN, ARAB * 2)
_SIGNS_ARAB = str.maketrans(LATIN + ",.", ARAB + "٬٫")
_SIGNS_POINT = str.maketrans(",.", ".,")


def system_of(country: str) -> DigitSystem:
    """Name the digits that the press of a country (ISO 3166, upper case) is printed in.

    The Maghreb, the Emirates and every country unknown here write 0-9.
    """
    return "arab" if country in _ARAB_COUNTRIES else "latn"


def number(n: float, system: DigitSystem, country: str) -> str:
    """Write a quantity in groups of three: 12,345 in Dubai, 12.345 in Rabat, ١٢٬٣٤٥ in Cairo.

    One that is no whole number has one decimal: 8.1, 8,1, ٨٫١. Years are no quantities.
    """
    grouped = f"{n:,}" if isinstance(n, int) else f"{n:,.1f}"
    if system == "arab":
        return grouped.translate(_SIGNS_ARAB)
    return grouped.translate(_SIGNS_POINT) if country in _POINT_COUNTRIES else grouped


def set_digits(text: str, system: DigitSystem) -> str:
    """Write every digit of `text` in one system; all else stays."""
    return text.translate(_TO_ARAB if system == "arab" else _TO_LATIN)


def to_latin(text: str) -> str:
    """Write Arabic-Indic and Persian digits as 0-9; all else stays."""
    return text if text.isascii() else text.translate(_TO_LATIN)
