"""What each template sees: one dataclass a page kind, nothing else is in scope but the filters.

Contexts hold plain values. Dates, numbers and addresses are set by filters when a page is rendered,
so that planning a page that will not be rendered costs next to nothing. Nothing here may change
between two builds of the same content: no clock, no totals on article pages.

Every `url` is relative to the site's root, with an explicit file name, percent-encoded; the filter
`href` makes a link of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from warraq.model import Article, Entry, MediaFile, Taxonomy, digest_of


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads; `url` is '' where there is no page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Count:
    """A link with the number of articles behind it."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """The same on every page: `site` in every template."""

    title: str
    description: str
    base_url: str
    """Ends in a slash; '' where the archive's address is not known."""
    country: str
    """ISO 3166 code, upper case; decides month names and digits."""
    digits: str
    """'arab' (٠١٢) or 'latn' (012)."""
    hijri: bool
    """Show the Hijri date beside the Gregorian one."""
    rights: str
    """A line on who owns the texts, shown in the footer; may be ''."""
    words_per_minute: int
    feed: str
    """Url of the Atom feed."""
    nav: tuple[Link, ...]
    several_sources: bool = False
    """Its articles are not all from one source, so lists name it."""
    offline: bool = False
    """Readers may keep the site for reading without a net."""
    digest: str = field(default="", compare=False)

    def sealed(self) -> "SiteInfo":
        """The same with its digest, so that pages need not look into it."""
        values = {name: getattr(self, name) for name in self.__slots__ if name != "digest"}
        return SiteInfo(**values, digest=digest_of(*values.values()))


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a list page stands in its list.

    Pages are numbered from the oldest, so they never move; those of a list by title from its first.
    """

    number: int
    total: int | None
    """Known on the list's first page only: others would change whenever the list grows."""
    newer: str
    """Url of the page before it in the list, or ''."""
    older: str
    """Url of the page after it in the list, or ''."""


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """An article. Its text, rendered, is the extra name `body`."""

    site: SiteInfo
    article: Article
    category: Link | None
    tags: tuple[Link, ...]
    source: Link | None
    authors: tuple[Link, ...]
    day: str
    """Url of the page of its day, or ''."""
    previous: Entry | None
    """The article before it in time; of one without a date, before it by title among its like."""
    next: Entry | None
    """The article after it, likewise."""
    related: tuple[Entry, ...]
    """Older articles that share its tags; undated ones count as the oldest."""
    also: tuple[Entry, ...]
    """The same story from other sources: the oldest first, the undated last."""
    topic: str = ""
    """Address of the IPTC Media Topic that its category is, or ''."""
    files: Mapping[str, MediaFile] = field(default_factory=dict)
    """The archive's files that it names, by the addresses under which it does: the `src` of its
    images that are there. The text's own addresses are replaced in `body`."""


@dataclass(frozen=True, slots=True)
class HomeContext:
    """The front page."""

    site: SiteInfo
    total: int
    first: date | None
    last: date | None
    latest: tuple[Entry, ...]
    categories: tuple[Count, ...]
    years: tuple["YearRow", ...]
    """Newest first."""
    undated: Count | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of the archive, month by month."""

    year: int
    url: str
    count: int
    months: tuple[Count, ...]
    """Twelve, January first; `name` is the number of the month, `url` is '' where it is empty."""


@dataclass(frozen=True, slots=True)
class TermContext:
    """One page of a category, tag, source or author."""

    site: SiteInfo
    taxonomy: Taxonomy
    name: str
    total: int | None
    """Articles in all; on the newest page only."""
    entries: tuple[Entry, ...]
    pages: Pages
    years: tuple[Count, ...]
    """Coverage over time, oldest first, empty years included; on the newest page only."""


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The terms that begin with one letter."""

    letter: str
    terms: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class TermsContext:
    """All categories, tags, sources or authors, by letter."""

    site: SiteInfo
    taxonomy: Taxonomy
    total: int
    groups: tuple[LetterGroup, ...]


@dataclass(frozen=True, slots=True)
class DatesContext:
    """The whole archive by year and month."""

    site: SiteInfo
    total: int
    years: tuple[YearRow, ...]
    """Newest first."""
    undated: Count | None


@dataclass(frozen=True, slots=True)
class YearContext:
    """A year: twelve months and a calendar of its days."""

    site: SiteInfo
    year: int
    total: int
    months: tuple[Count, ...]
    days: Mapping[str, Count]
    """By ISO date, only days that have articles."""
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class MonthContext:
    """One page of a month's articles; the newest page also has the month's calendar."""

    site: SiteInfo
    year: int
    month: int
    total: int | None
    """Articles in all; on the newest page only."""
    days: Mapping[str, Count]
    entries: tuple[Entry, ...]
    pages: Pages
    year_url: str
    previous: Link | None
    """The nearest earlier month that has articles; `name` is its ISO form, 2011-01."""
    next: Link | None


@dataclass(frozen=True, slots=True)
class DayContext:
    """One day's articles."""

    site: SiteInfo
    day: date
    entries: tuple[Entry, ...]
    year_url: str
    month_url: str
    previous: Link | None
    """The nearest earlier day that has articles; `name` is its ISO date."""
    next: Link | None


@dataclass(frozen=True, slots=True)
class UndatedContext:
    """One page of the articles that bear no date, by title."""

    site: SiteInfo
    total: int | None
    """Articles in all; on the first page only."""
    entries: tuple[Entry, ...]
    pages: Pages


@dataclass(frozen=True, slots=True)
class SearchContext:
    """The search page."""

    site: SiteInfo
    total: int


@dataclass(frozen=True, slots=True)
class FeedContext:
    """An Atom feed of the newest articles; those without a date are not in it."""

    site: SiteInfo
    title: str
    url: str
    """Of the feed itself."""
    entries: tuple[Entry, ...]
    """Newest first, each with its date; none in an archive where nothing is dated."""


@dataclass(frozen=True, slots=True)
class SitemapContext:
    """A sitemap: at most 50,000 addresses."""

    site: SiteInfo
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SitemapIndexContext:
    """The list of sitemaps."""

    site: SiteInfo
    sitemaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedirectContext:
    """An old address of an article, or of a term that another took the place of."""

    site: SiteInfo
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class PlainContext:
    """A page that shows nothing but itself: 404.html, offline.html, robots.txt."""

    site: SiteInfo
