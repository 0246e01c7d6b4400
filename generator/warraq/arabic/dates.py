"""Dates as a country's readers write them, and the names under which their months are read.

January is يناير in Cairo, كانون الثاني in Beirut and جانفي in Tunis. What is written comes from
CLDR, through Babel; what is read is every name in use, by its normalised spelling.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from hijridate import Gregorian, Hijri

from warraq.arabic.digits import DigitSystem, set_digits
from warraq.arabic.normalise import normalise

_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")

_HIJRI_MONTHS = (
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
)

_SPELLINGS = (
    "يناير، ينائر، جانفي، كانون الثاني، كانون ثاني، كانون ثان، أي النار، January، Jan، janvier، ك2",
    "فبراير، فبرائر، فيبراير، فيفري، شباط، إشباط، النوار، February، Feb، février",
    "مارس، آذار، March، Mar، mars",
    "أبريل، إبريل، أفريل، نيسان، April، Apr، avril",
    "مايو، ماي، مايس، أيار، May، mai",
    "يونيو، يونيه، جوان، حزيران، June، Jun، juin",
    "يوليو، يوليه، يوليوز، جويلية، جويليا، تموز، July، Jul، juillet",
    "أغسطس، أغسطوس، أوغسطس، أغشت، غشت، أوت، آب، هانيبال، August، Aug، août",
    "سبتمبر، سيبتمبر، شتنبر، شتمبر، سبتنبر، أيلول، الفاتح، September، Sept، Sep، septembre",
    "أكتوبر، أوكتوبر، تشرين الأول، تشرين أول، October، Oct، octobre، ت1",
    (
        "نوفمبر، نوفنبر، نونبر، تشرين الثاني، تشرين ثاني، تشرين ثان، الحرث، November، Nov، "
        "novembre، ت2"
    ),
    "ديسمبر، دسمبر، دجنبر، دجمبر، كانون الأول، كانون أول، الكانون، December، Dec، décembre، ك1",
)
# Libya's names of 1986 that are words of everyday prose are left out: الربيع الطير الماء الصيف ناصر
# التمور would make dates of sentences.

_HIJRI_SPELLINGS = (
    "محرم، المحرم، محرم الحرام",
    "صفر، صفر الخير",
    "ربيع الأول، ربيع أول",
    "ربيع الآخر، ربيع آخر، ربيع الثاني، ربيع ثاني، ربيع ثان",
    "جمادى الأولى، جمادى أولى، جمادى الأول، جمادى أول، جماد الأول، جماد الأولى، جماد أول",
    (
        "جمادى الآخرة، جمادى الآخر، جمادى آخرة، جمادى آخر، جمادى الثانية، جمادى الثاني، "
        "جمادى ثانية، جمادى ثاني، جمادى ثان، جماد الآخر، جماد الآخرة، جماد آخر، جماد الثاني، "
        "جماد ثاني، جماد ثان"
    ),
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة، ذي القعدة، ذوالقعدة، ذيالقعدة، ذا القعدة، ذو قعدة، ذي قعدة",
    "ذو الحجة، ذي الحجة، ذوالحجة، ذا الحجة، ذو حجة، ذي حجة",
)


def _months(spellings: tuple[str, ...]) -> Mapping[str, int]:
    return {
        normalise(name): month
        for month, names in enumerate(spellings, start=1)
        for name in names.split("، ")
    }


MONTHS: Final = _months(_SPELLINGS)
"""The month, 1 to 12, by the normalised form of any name that the Arabic press gives it. Names of
two words have one space between them."""

HIJRI_MONTHS: Final = _months(_HIJRI_SPELLINGS)
"""The Hijri month, 1 to 12, by the normalised form of its name."""


@cache
def _month_names(country: str) -> tuple[str, ...]:
    try:
        locale = Locale.parse(f"ar_{country}")
    except (UnknownLocaleError, ValueError):
        locale = Locale("ar")
    names = locale.months["format"]["wide"]
    return tuple(names[month] for month in range(1, 13))


def month_name(month: int, country: str) -> str:
    """Name a month, 1 to 12, as a country's press does; an unknown country gets Egypt's names."""
    return _month_names(country)[month - 1]


def weekday_name(day: date) -> str:
    """Name the day of the week: الخميس."""
    return _WEEKDAYS[day.weekday()]


@lru_cache(maxsize=1 << 12)  # a day stands in several lists
def long_date(day: date, country: str, system: DigitSystem) -> str:
    """Write a date in full: 6 تشرين الثاني 2025."""
    return set_digits(f"{day.day} {month_name(day.month, country)} {day.year}", system)


@lru_cache(maxsize=1 << 12)
def hijri_date(day: date, system: DigitSystem) -> str:
    """Write a date of the Umm al-Qura calendar: 15 جمادى الأولى 1447 هـ.

    The calendar is known from 1924-08-01 to 2077-11-16: outside, the result is '', for a guess
    would be a false date. What was announced on the day may differ by one.
    """
    try:
        hijri = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    return set_digits(f"{hijri.day} {_HIJRI_MONTHS[hijri.month - 1]} {hijri.year} هـ", system)


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Find the day of an Umm al-Qura date; None where there is none, or none is known."""
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (OverflowError, ValueError):
        return None
    return date(*gregorian.datetuple())


@cache
def week_start(country: str) -> int:
    """Say on which day a country's week begins, 0 for Monday to 6 for Sunday.

    An unknown country has the world's default, Monday.
    """
    try:
        locale = Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        return 0
    return locale.first_week_day if locale.territory == country else 0
