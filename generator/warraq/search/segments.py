"""Segments: the archive cut by time into parts, each of which has an index of its own.

Pagefind holds a whole index in memory while it makes one, and its readers load a list of all pages
before their first answer. Cut into segments, neither grows with the archive, and the newest part
answers first.

An article's segment follows from its day and its address and from how many articles lie near it,
never from its place in a list: time is halved (into 8,192 years, 4,096, ... one, half a year, ...
a day, and then by a mark of the address) until no part holds more than LARGEST. So an article that
is added or corrected changes its own segment, and a year is only cut where it has very many.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

from warraq.model import mark_of

LARGEST: Final = 4000
"""Articles of a segment: Pagefind's memory is then below 1 GB, and its list of pages some 40 KB."""

MONTH_BITS, DAY_BITS, MARK_BITS = 4, 5, 16
ALL_BITS: Final = 14 + MONTH_BITS + DAY_BITS + MARK_BITS
"""Years to 9999 have 14."""


class Dated(Protocol):
    """What has an address and may bear a date."""

    @property
    def url(self) -> str:
        """Relative to the site's root."""

    @property
    def date(self) -> dt.date | None:
        """The day of the article, or None."""


Item = TypeVar("Item", bound=Dated)


def cut(articles: Iterable[Item], largest: int = LARGEST) -> tuple[tuple[Item, ...], ...]:
    """The articles in segments, both from old to new; undated ones count as the oldest."""
    placed = sorted(((_place(article), article) for article in articles), key=_by_place)
    places = [place for place, _ in placed]
    return tuple(
        tuple(article for _, article in placed[start:end])
        for start, end in _halved(places, 0, len(places), ALL_BITS, largest)
    )


def _place(article: Dated) -> int:
    day = article.date
    number = (day.year << MONTH_BITS | day.month) << DAY_BITS | day.day if day else 0
    return number << MARK_BITS | int(mark_of(article.url), 16)


def _by_place(placed: tuple[int, Dated]) -> tuple[int, str]:
    return placed[0], placed[1].url


def _halved(
    places: Sequence[int], start: int, end: int, bits: int, largest: int
) -> Iterator[tuple[int, int]]:
    """Where segments start and end; all of `places[start:end]` agree but in their last `bits`."""
    if end - start <= largest or not bits:
        if end > start:
            yield start, end
        return
    half = places[start] >> bits << bits | 1 << bits - 1
    middle = bisect_left(places, half, start, end)
    yield from _halved(places, start, middle, bits - 1, largest)
    yield from _halved(places, middle, end, bits - 1, largest)
