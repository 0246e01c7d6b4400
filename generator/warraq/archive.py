"""Articles -> Site: order, terms, related articles. Pure."""

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from warraq import garbage
from warraq.arabic.collation import SortKey, sort_key
from warraq.arabic.slugs import slugs
from warraq.model import TAXONOMIES, Article, Entry, Site, Taxonomy, Term, digest_of

RELATED: Final = 4
"""Related articles shown with an article."""

TITLE_START: Final = 24
"""Letters of a title that are looked at to put the undated in order."""

RELATED_CANDIDATES: Final = 12
"""Newest older articles of each tag that are weighed against each other."""


Merges = Mapping[Taxonomy, Mapping[str, str]]
"""By taxonomy: names with the name that takes their place."""

NO_MERGES: Final[Merges] = MappingProxyType({})


@garbage.unsought()
def arrange(
    articles: Iterable[Article],
    *,
    tag_page_minimum: int = 1,
    merges: Merges = NO_MERGES,
    also: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Site:
    """Put an archive in order. Drafts are left out; withdrawn articles have a page and no more.

    Names of terms in `merges` give way to others, whatever the articles' files say. `also` names,
    by article id, the ids of the others that tell the same story; of these, what one source has
    twice once its names are merged was published nowhere else.
    """
    published = _in_order(_merged(article, merges) for article in articles if not article.draft)
    listed = [article for article in published if article.withdrawn is None]
    also = _elsewhere(also, {article.id: article.source for article in listed})
    entries = {article.id: _entry(article) for article in listed}
    terms = {name: _terms(name, listed, entries, tag_page_minimum) for name in TAXONOMIES}
    return Site(
        articles=tuple(published),
        entries=MappingProxyType(entries),
        terms=MappingProxyType(terms),
        moved=MappingProxyType(
            {
                path: term
                for taxonomy, names in merges.items()
                for path, term in _moved(taxonomy, names, terms[taxonomy])
            }
        ),
        related=MappingProxyType(_related(listed, entries, also)),
        also=MappingProxyType(
            {
                ident: tuple(sorted((entries[other] for other in others), key=_as_published))
                for ident, others in also.items()
            }
        ),
    )


def _as_published(entry: Entry) -> tuple[dt.date, dt.time, SortKey, str]:
    """Oldest first, undated last; then by source, as an Arab reader sorts."""
    return (
        entry.date or dt.date.max,
        entry.time or dt.time.max,
        sort_key(entry.source),
        entry.id,
    )


def _merged(article: Article, merges: Merges) -> Article:
    """The article under the names that are kept; its digest then stands for them too."""
    if all(names.keys().isdisjoint(article.terms(one)) for one, names in merges.items()):
        return article
    category, tags, source, authors = (
        tuple(dict.fromkeys(merges.get(one, {}).get(name, name) for name in article.terms(one)))
        for one in TAXONOMIES
    )
    return replace(
        article,
        category="".join(category),
        tags=tags,
        source="".join(source),
        authors=authors,
        digest=digest_of(article.digest, category, tags, source, authors),
    )


def _elsewhere(
    also: Mapping[str, Collection[str]], sources: Mapping[str, str]
) -> dict[str, list[str]]:
    """Of the others that tell an article's story, those from another source, or from none named."""
    return {
        ident: apart
        for ident, others in also.items()
        if (apart := [o for o in others if not sources[o] or sources[o] != sources[ident]])
    }


def _moved(
    taxonomy: Taxonomy, merged: Mapping[str, str], terms: Mapping[str, Term]
) -> Iterator[tuple[str, Term]]:
    """Where names had their pages before they were merged, and the term that took their place.

    A name that is kept may have moved as well: spellings that collide share no address.
    """
    before = slugs({*terms, *merged})
    taken = {term.url for term in terms.values()}
    for name, slug in before.items():
        term = terms.get(merged.get(name, name))
        url = f"{taxonomy}/{quote(slug)}/index.html"
        if term is not None and url not in taken and (name in merged or term.url):
            yield f"{taxonomy}/{slug}/index.html", term


def _in_order(articles: Iterable[Article]) -> list[Article]:
    """Newest first; the undated last, by title, as an Arab reader looks them up."""
    in_time = sorted(articles, key=_moment, reverse=True)
    dated = [article for article in in_time if article.date]
    return [*dated, *sorted(in_time[len(dated) :], key=_by_title)]


def _moment(article: Article) -> tuple[dt.date, dt.time, str]:
    return (article.date or dt.date.min, article.time or dt.time.min, article.id)


def _by_title(article: Article) -> tuple[SortKey, str, str]:
    return (sort_key(article.title[:TITLE_START]), article.title, article.id)


def _entry(article: Article) -> Entry:
    shown = {
        "url": article.url,
        "id": article.id,
        "title": article.title,
        "summary": _teaser(article),
        "date": article.date,
        "time": article.time,
        "dateline": article.dateline,
        "source": article.source,
        "category": article.category,
    }
    return Entry(digest=digest_of(shown), **shown)  # type: ignore[arg-type]  # one list of fields serves the digest and the value


def _teaser(article: Article) -> str:
    """What stands under the headline in a list: never a summary that the headline was made of."""
    start = article.title.removesuffix("…")
    made_of_it = article.title_from == "first words" and article.summary.startswith(start)
    return article.excerpt if made_of_it else article.summary or article.excerpt


def _terms(
    taxonomy: Taxonomy,
    articles: Sequence[Article],
    entries: Mapping[str, Entry],
    tag_page_minimum: int,
) -> Mapping[str, Term]:
    members: dict[str, list[Entry]] = defaultdict(list)
    for article in articles:
        for name in article.terms(taxonomy):
            members[name].append(entries[article.id])
    slug_of = slugs(members)
    minimum = tag_page_minimum if taxonomy == "tag" else 1
    return MappingProxyType(
        {
            name: Term(
                taxonomy=taxonomy,
                name=name,
                url=f"{taxonomy}/{quote(slug_of[name])}/index.html"
                if len(members[name]) >= minimum
                else "",
                entries=tuple(members[name]),
            )
            for name in sorted(members, key=sort_key)
        }
    )


def _related(
    articles: Sequence[Article],
    entries: Mapping[str, Entry],
    also: Mapping[str, Collection[str]],
) -> dict[str, tuple[Entry, ...]]:
    """For each article the older ones that share its tags, rare tags weighing more.

    Only older ones, and only the nearest of each tag, so that a new article changes no page but
    its own and its neighbours'. A tag's weight is the logarithm of how rare it is among the
    articles up to then, for the same reason. What tells the same story is named elsewhere.
    """
    older: dict[str, list[str]] = defaultdict(list)
    related: dict[str, tuple[Entry, ...]] = {}
    for number, article in enumerate(reversed(articles), 1):
        score: dict[str, float] = defaultdict(float)
        for tag in article.tags:
            weight = math.log(1 + number / (1 + len(older[tag])))
            for other in older[tag][-RELATED_CANDIDATES:]:
                score[other] += weight
        for other in also.get(article.id, ()):
            score.pop(other, None)
        if score:
            best = sorted(score, key=lambda ident: (-score[ident], ident))[:RELATED]
            related[article.id] = tuple(entries[ident] for ident in best)
        for tag in article.tags:
            older[tag].append(article.id)
    return related
