"""Site -> Pages: what will be written, each page closed over all that it may show. Pure.

To add a kind of page: a context in `contexts`, a function here listed in `PAGES`, a template.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from types import MappingProxyType
from typing import Final, TypeAlias
from urllib.parse import quote, unquote

from warraq import garbage, iptc
from warraq.arabic.collation import first_letter
from warraq.arabic.slugs import folded
from warraq.config import Config
from warraq.contexts import (
    ArticleContext,
    Count,
    DatesContext,
    DayContext,
    FeedContext,
    HomeContext,
    LetterGroup,
    Link,
    MonthContext,
    Pages,
    PlainContext,
    RedirectContext,
    SearchContext,
    SiteInfo,
    SitemapContext,
    SitemapIndexContext,
    TermContext,
    TermsContext,
    UndatedContext,
    YearContext,
    YearRow,
)
from warraq.errors import Problem, WarraqError
from warraq.model import TAXONOMIES, Article, Entry, MediaFile, Page, Site, Taxonomy, Term

FEED: Final = "feed.xml"
UNDATED: Final = "undated/"
SITEMAP_LIMIT: Final = 50_000
"""Addresses in one sitemap (sitemaps.org)."""


Files: TypeAlias = Mapping[str, Mapping[str, MediaFile]]
"""By article id: the files that it names, by the addresses under which it does."""


@dataclass(frozen=True)
class Plan:
    """What all planners read: the site, its settings, the files of articles, these by day."""

    site: Site
    config: Config
    info: SiteInfo
    files: Files

    @cached_property
    def days(self) -> dict[dt.date, list[Entry]]:
        """Entries by day, newest day first."""
        days: dict[dt.date, list[Entry]] = defaultdict(list)
        for entry in self.site.entries.values():
            if entry.date:
                days[entry.date].append(entry)
        return days

    @cached_property
    def months(self) -> dict[tuple[int, int], list[Entry]]:
        """Entries by year and month, newest first."""
        months: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for day, entries in self.days.items():
            months[day.year, day.month].extend(entries)
        return months

    @cached_property
    def undated(self) -> list[Entry]:
        """The entries that bear no date, by title."""
        return [entry for entry in self.site.entries.values() if entry.date is None]

    @cached_property
    def undated_count(self) -> Count | None:
        """The way to the undated; None where every article has its date."""
        if not self.undated:
            return None
        return Count("بلا تاريخ", f"{UNDATED}index.html", len(self.undated))

    @cached_property
    def years(self) -> tuple[YearRow, ...]:
        """Each year that has articles, newest first."""
        return tuple(self._year_row(year) for year in dict.fromkeys(y for y, _ in self.months))

    @cached_property
    def year_rows(self) -> dict[int, YearRow]:
        """`years`, by year."""
        return {row.year: row for row in self.years}

    def _year_row(self, year: int) -> YearRow:
        counts = [len(self.months.get((year, month), ())) for month in range(1, 13)]
        months = tuple(
            Count(str(month), _month_url(year, month) if count else "", count)
            for month, count in enumerate(counts, 1)
        )
        return YearRow(year, _year_url(year), sum(counts), months)

    def day_counts(self, days: Sequence[dt.date]) -> dict[str, Count]:
        """The number of articles of each of some days, by ISO date."""
        return {
            day.isoformat(): Count(day.isoformat(), _day_url(day), len(self.days[day]))
            for day in days
        }


@garbage.unsought()
def plan(site: Site, config: Config, files: Files = MappingProxyType({})) -> dict[str, Page]:
    """Every page of the site, by path.

    Raises WarraqError where two pages claim one path; paths are compared as macOS and Windows do:
    NFC, capitals folded.
    """
    whole = Plan(site, config, site_info(config, site), files)
    pages: dict[str, Page] = {}
    owners: dict[str, Page] = {}
    problems = []
    for planner in PAGES:
        for page in planner(whole):
            other = owners.setdefault(folded(page.path), page)
            if other is not page:
                problems.append(_collision(page, other, site))
            pages[page.path] = page
    if problems:
        raise WarraqError(problems)
    return pages


def site_info(config: Config, site: Site) -> SiteInfo:
    """What every page knows of the site."""
    names = {"category": "التصنيفات", "tag": "الوسوم", "source": "المصادر", "author": "الكتّاب"}
    nav = [Link("التواريخ", "dates/index.html")]
    nav += [Link(names[t], f"{t}/index.html") for t in TAXONOMIES if site.terms[t]]
    nav += [Link("البحث", "search.html")]
    return SiteInfo(
        title=config.title,
        description=config.description,
        base_url=config.base_url,
        country=config.country,
        digits=config.digits,
        hijri=config.hijri,
        rights=config.rights,
        words_per_minute=config.words_per_minute,
        feed=FEED,
        nav=tuple(nav),
        several_sources=len(site.terms["source"]) > 1,
        offline=config.offline,
    ).sealed()


def _collision(page: Page, other: Page, site: Site) -> Problem:
    def owner(claimant: Page) -> str:
        """The file whose owner can rename the page: an old address is its article's."""
        if claimant.body:
            return claimant.body.path
        if isinstance(claimant.context, RedirectContext):
            target = claimant.context.target
            for article in site.articles:
                if article.url == target:
                    return article.path
        return f"{claimant.template} ({claimant.path})"

    return Problem(
        owner(page),
        0,
        f"would be written to {page.path}, as would {owner(other)}. Rename one of them "
        "(ids, aliases and names that differ only in capitals count as the same).",
        f"سيُكتب في {page.path} كما سيُكتب فيه {owner(other)}. غيّر اسم أحدهما "
        "(ما لا يختلف إلا بالأحرف الكبيرة من معرّفات وأسماء يُعدّ واحدًا).",
    )


def _article_pages(plan: Plan) -> Iterator[Page]:
    site = plan.site
    dated = [entry for entry in site.entries.values() if entry.date]
    pairs = [*pairwise(reversed(dated)), *pairwise(plan.undated)]
    previous = {after.id: before for before, after in pairs}
    following = {before.id: after for before, after in pairs}
    for article in site.articles:
        context = ArticleContext(
            site=plan.info,
            article=article,
            category=next(iter(_links(plan, article, "category")), None),
            tags=_links(plan, article, "tag"),
            source=next(iter(_links(plan, article, "source")), None),
            authors=_links(plan, article, "author"),
            day=_day_url(article.date) if article.date in plan.days and article.date else "",
            previous=previous.get(article.id),
            next=following.get(article.id),
            related=site.related.get(article.id, ()),
            topic=_topic(plan, article),
            also=site.also.get(article.id, ()),
            files=plan.files.get(article.id, {}),
        )
        if article.withdrawn:
            yield Page(article.url, "withdrawn.html", context)
        else:
            yield Page(article.url, "article.html", context, body=article)


def _topic(plan: Plan, article: Article) -> str:
    found = iptc.topic(article.category) if plan.config.categories == "iptc" else None
    return found.address if found else ""


def _links(plan: Plan, article: Article, taxonomy: Taxonomy) -> tuple[Link, ...]:
    terms = plan.site.terms[taxonomy]
    return tuple(
        Link(name, terms[name].url if name in terms else "") for name in article.terms(taxonomy)
    )


def _home(plan: Plan) -> Iterator[Page]:
    dated = list(plan.days)
    context = HomeContext(
        site=plan.info,
        total=len(plan.site.entries),
        first=dated[-1] if dated else None,
        last=dated[0] if dated else None,
        latest=tuple(plan.site.entries.values())[: plan.config.page_size],
        categories=tuple(_counts(plan.site.terms["category"])),
        years=plan.years,
        undated=plan.undated_count,
    )
    yield Page("index.html", "home.html", context)


def _counts(terms: Mapping[str, Term]) -> Iterator[Count]:
    return (Count(term.name, term.url, len(term.entries)) for term in terms.values())


def _term_pages(plan: Plan) -> Iterator[Page]:
    for taxonomy in TAXONOMIES:
        terms = plan.site.terms[taxonomy]
        yield Page(f"{taxonomy}/index.html", "terms.html", _terms_context(plan, taxonomy))
        for term in terms.values():
            if term.url:
                yield from _pages_of_term(plan, term)


def _terms_context(plan: Plan, taxonomy: Taxonomy) -> TermsContext:
    letters: dict[str, list[Count]] = defaultdict(list)
    terms = plan.site.terms[taxonomy]
    for count in _counts(terms):
        letters[first_letter(count.name)].append(count)
    groups = tuple(LetterGroup(letter, tuple(counts)) for letter, counts in letters.items())
    return TermsContext(plan.info, taxonomy, len(terms), groups)


def _pages_of_term(plan: Plan, term: Term) -> Iterator[Page]:
    folder = unquote(term.url).removesuffix("index.html")
    coverage = _coverage(plan, term.entries)
    for path, entries, pages in paginate(folder, term.entries, plan.config.page_size):
        newest = not pages.newer
        context = TermContext(
            site=plan.info,
            taxonomy=term.taxonomy,
            name=term.name,
            total=len(term.entries) if newest else None,
            entries=entries,
            pages=pages,
            years=coverage if newest else (),
        )
        yield Page(path, "term.html", context)


def _coverage(plan: Plan, entries: Sequence[Entry]) -> tuple[Count, ...]:
    """Articles by year, oldest first, from the first year of these entries to the last."""
    counts: dict[int, int] = defaultdict(int)
    for entry in entries:
        if entry.date:
            counts[entry.date.year] += 1
    if not counts:
        return ()
    rows = plan.year_rows
    return tuple(
        Count(str(year), rows[year].url if year in rows else "", counts[year])
        for year in range(min(counts), max(counts) + 1)
    )


def paginate(
    folder: str, entries: Sequence[Entry], size: int
) -> Iterator[tuple[str, tuple[Entry, ...], Pages]]:
    """Cut a list, newest first, into pages: path, entries, place in the list.

    Pages are numbered from the oldest and sealed when full, so that a new article rewrites the
    newest page only, for ever; that one, `index.html`, holds from `size` to 2·`size` - 1 entries.
    """
    sealed = max(0, len(entries) // size - 1)
    newest = len(entries) - sealed * size
    quoted = quote(folder)
    starts = [0, *range(newest, len(entries), size)]
    for place, start in enumerate(starts):
        number = sealed + 1 - place
        end = newest if place == 0 else start + size
        name = "index.html" if place == 0 else f"page-{number}.html"
        newer = "" if place == 0 else "index.html" if place == 1 else f"page-{number + 1}.html"
        pages = Pages(
            number=number,
            total=sealed + 1 if place == 0 else None,
            newer=quoted + newer if newer else "",
            older=f"{quoted}page-{number - 1}.html" if number > 1 else "",
        )
        yield folder + name, tuple(entries[start:end]), pages


def _date_pages(plan: Plan) -> Iterator[Page]:
    context = DatesContext(plan.info, len(plan.site.entries), plan.years, plan.undated_count)
    yield Page("dates/index.html", "dates.html", context)
    yield from _year_pages(plan)
    yield from _month_pages(plan)
    yield from _day_pages(plan)
    yield from _undated_pages(plan)


def _undated_pages(plan: Plan) -> Iterator[Page]:
    """A list by title grows anywhere, so its pages are numbered as they are read, never sealed."""
    size = plan.config.page_size
    starts = range(0, len(plan.undated), size)
    names = ["index.html", *(f"page-{number}.html" for number in range(2, len(starts) + 1))]
    urls = ["", *(UNDATED + name for name in names), ""]
    for number, (name, start) in enumerate(zip(names, starts, strict=False), 1):
        first = number == 1
        pages = Pages(number, len(starts) if first else None, urls[number - 1], urls[number + 1])
        total = len(plan.undated) if first else None
        entries = tuple(plan.undated[start : start + size])
        context = UndatedContext(plan.info, total, entries, pages)
        yield Page(UNDATED + name, "undated.html", context)


def _year_pages(plan: Plan) -> Iterator[Page]:
    days_of: dict[int, list[dt.date]] = defaultdict(list)
    for day in plan.days:
        days_of[day.year].append(day)
    neighbours = _neighbours([(str(row.year), row.url) for row in plan.years])
    for row in plan.years:
        previous, following = neighbours[row.url]
        context = YearContext(
            site=plan.info,
            year=row.year,
            total=row.count,
            months=row.months,
            days=plan.day_counts(days_of[row.year]),
            previous=previous,
            next=following,
        )
        yield Page(row.url, "year.html", context)


def _month_pages(plan: Plan) -> Iterator[Page]:
    days_of: dict[tuple[int, int], list[dt.date]] = defaultdict(list)
    for day in plan.days:
        days_of[day.year, day.month].append(day)
    neighbours = _neighbours([(f"{y:04}-{m:02}", _month_url(y, m)) for y, m in plan.months])
    for (year, month), listed in plan.months.items():
        previous, following = neighbours[_month_url(year, month)]
        for path, entries, pages in paginate(
            f"{year:04}/{month:02}/", listed, plan.config.page_size
        ):
            newest = not pages.newer
            context = MonthContext(
                site=plan.info,
                year=year,
                month=month,
                total=len(listed) if newest else None,
                days=plan.day_counts(days_of[year, month]) if newest else {},
                entries=entries,
                pages=pages,
                year_url=_year_url(year),
                previous=previous if newest else None,
                next=following if newest else None,
            )
            yield Page(path, "month.html", context)


def _day_pages(plan: Plan) -> Iterator[Page]:
    neighbours = _neighbours([(day.isoformat(), _day_url(day)) for day in plan.days])
    for day, entries in plan.days.items():
        previous, following = neighbours[_day_url(day)]
        context = DayContext(
            site=plan.info,
            day=day,
            entries=tuple(entries),
            year_url=_year_url(day.year),
            month_url=_month_url(day.year, day.month),
            previous=previous,
            next=following,
        )
        yield Page(_day_url(day), "day.html", context)


def _neighbours(
    newest_first: Sequence[tuple[str, str]],
) -> dict[str, tuple[Link | None, Link | None]]:
    """The link before and the link after each url in time."""
    links: list[Link | None] = [None, *(Link(*pair) for pair in newest_first), None]
    return {
        link.url: (links[place + 1], links[place - 1])
        for place, link in enumerate(links)
        if link is not None
    }


def _search_page(plan: Plan) -> Iterator[Page]:
    yield Page("search.html", "search.html", SearchContext(plan.info, len(plan.site.entries)))


def _feed(plan: Plan) -> Iterator[Page]:
    """The newest; of the undated nobody can say that they are new."""
    dated = (entry for entry in plan.site.entries.values() if entry.date)
    newest = tuple(islice(dated, plan.config.feed_size))
    yield Page(FEED, "feed.xml", FeedContext(plan.info, plan.config.title, FEED, newest))


def _sitemaps(plan: Plan) -> Iterator[Page]:
    """Sitemaps hold full addresses, so there is none where the site's address is not known.

    The addresses go in from the oldest on: of many sitemaps a new article changes only the last.
    """
    if not plan.config.base_url:
        return
    urls = ["index.html", "dates/index.html", *(row.url for row in plan.years)]
    urls += [term.url for terms in plan.site.terms.values() for term in terms.values() if term.url]
    urls += [entry.url for entry in reversed(list(plan.site.entries.values()))]
    parts = [tuple(urls[at : at + SITEMAP_LIMIT]) for at in range(0, len(urls), SITEMAP_LIMIT)]
    if len(parts) == 1:
        yield Page("sitemap.xml", "sitemap.xml", SitemapContext(plan.info, parts[0]))
        return
    names = tuple(f"sitemap-{number}.xml" for number in range(1, len(parts) + 1))
    yield Page("sitemap.xml", "sitemap-index.xml", SitemapIndexContext(plan.info, names))
    for name, part in zip(names, parts, strict=True):
        yield Page(name, "sitemap.xml", SitemapContext(plan.info, part))


def _plain_pages(plan: Plan) -> Iterator[Page]:
    yield Page("404.html", "404.html", PlainContext(plan.info))
    yield Page("robots.txt", "robots.txt", PlainContext(plan.info))
    if plan.config.offline:
        for name in ("offline.html", "unsaved.html", "app.webmanifest"):
            yield Page(name, name, PlainContext(plan.info))


def _redirects(plan: Plan) -> Iterator[Page]:
    for article in plan.site.articles:
        for alias in article.aliases:
            path = unquote(alias).strip("/")
            if ".." in path.split("/") or not path:
                continue
            if not path.endswith((".html", ".htm")):
                path += "/index.html"
            yield Page(
                path, "redirect.html", RedirectContext(plan.info, article.title, article.url)
            )


def _moved_terms(plan: Plan) -> Iterator[Page]:
    """The addresses of merged terms lead on; one without a page, to the list."""
    for path, term in plan.site.moved.items():
        target = term.url or f"{term.taxonomy}/index.html"
        yield Page(path, "redirect.html", RedirectContext(plan.info, term.name, target))


PAGES: Final[tuple[Callable[[Plan], Iterator[Page]], ...]] = (
    _home,
    _article_pages,
    _term_pages,
    _date_pages,
    _search_page,
    _feed,
    _sitemaps,
    _plain_pages,
    _redirects,
    _moved_terms,
)
"""The kinds of pages: what `plan` asks, in this order."""


def _year_url(year: int) -> str:
    return f"{year:04}/index.html"


def _month_url(year: int, month: int) -> str:
    return f"{year:04}/{month:02}/index.html"


def _day_url(day: dt.date) -> str:
    return f"{day.year:04}/{day.month:02}/{day.day:02}.html"
