"""Dates as a country's readers write them."""

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from warraq.arabic import dates
from warraq.arabic.normalise import normalise

DAY = dt.date(2025, 11, 6)


@pytest.mark.parametrize(
    ("country", "january", "july", "august"),
    [
        ("EG", "يناير", "يوليو", "أغسطس"),
        ("SA", "يناير", "يوليو", "أغسطس"),
        ("LB", "كانون الثاني", "تموز", "آب"),
        ("IQ", "كانون الثاني", "تموز", "آب"),
        ("TN", "جانفي", "جويلية", "أوت"),
        ("DZ", "جانفي", "جويلية", "أوت"),
        ("MA", "يناير", "يوليوز", "غشت"),
    ],
)
def test_months_have_the_names_of_the_country(
    country: str, january: str, july: str, august: str
) -> None:
    assert [dates.month_name(month, country) for month in (1, 7, 8)] == [january, july, august]


def test_a_date_is_written_in_full_with_the_digits_asked_for() -> None:
    assert dates.long_date(DAY, "LB", "arab") == "٦ تشرين الثاني ٢٠٢٥"
    assert dates.long_date(DAY, "MA", "latn") == "6 نونبر 2025"
    assert dates.weekday_name(DAY) == "الخميس"


def test_the_hijri_date_stands_where_the_calendar_is_known() -> None:
    assert dates.hijri_date(DAY, "latn") == "15 جمادى الأولى 1447 هـ"
    assert dates.hijri_date(dt.date(1924, 8, 1), "arab") == "١ محرم ١٣٤٣ هـ"


@pytest.mark.parametrize(
    "day", [dt.date(1924, 7, 31), dt.date(1869, 11, 17), dt.date(2077, 11, 17)]
)
def test_outside_the_known_calendar_nothing_is_guessed(day: dt.date) -> None:
    assert dates.hijri_date(day, "latn") == ""


@given(st.dates(dt.date(1924, 8, 1), dt.date(2077, 11, 16)))
def test_a_hijri_date_that_is_shown_leads_back_to_its_day(day: dt.date) -> None:
    number, *names, year, _ = dates.hijri_date(day, "latn").split()
    month = dates.HIJRI_MONTHS[normalise(" ".join(names))]
    assert dates.from_hijri(int(year), month, int(number)) == day


@pytest.mark.parametrize("date", [(1447, 2, 30), (1447, 13, 1), (1300, 1, 1), (0, 0, 0)])
def test_a_hijri_date_that_is_none_gives_none(date: tuple[int, int, int]) -> None:
    assert dates.from_hijri(*date) is None


@pytest.mark.parametrize("country", ["EG", "LB", "TN", "MA", "MR", "SA", "LY", "AE"])
def test_every_month_name_that_is_written_can_be_read(country: str) -> None:
    for month in range(1, 13):
        assert dates.MONTHS[normalise(dates.month_name(month, country))] == month


@pytest.mark.parametrize("country", ["", "FR", "ZZ", "lb", "no country"])
def test_a_country_that_is_not_known_gets_a_date_and_a_week_all_the_same(country: str) -> None:
    assert dates.MONTHS[normalise(dates.month_name(1, country))] == 1
    assert dates.week_start(country) == 0


@pytest.mark.parametrize("name", ["الربيع", "الماء", "الصيف", "ناصر", "الطير", "التمور"])
def test_words_of_everyday_prose_are_read_as_no_month(name: str) -> None:
    assert normalise(name) not in dates.MONTHS


def test_the_week_begins_as_in_the_country() -> None:
    assert dates.week_start("EG") == 5
    assert dates.week_start("SA") == 6
    assert dates.week_start("MA") == 0
