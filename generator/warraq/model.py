"""The values that travel through a build, in the order in which they travel.

`Article` is read from content, `Entry` and `Term` are what other pages may know of it, `Site`
holds them in order, `Page` is what will be rendered, `File` what was rendered. All are immutable.
A value that carries a `digest` stands for all that a page may show of it: equal digests, equal
pages.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, Final, Literal

DateOrigin = Literal["stated", "url", "file", "text", "caption", "none"]
TitleOrigin = Literal["stated", "first words", "file name"]
SourceOrigin = Literal["stated", "url", "file", "owner", "folder", "text"]
Taxonomy = Literal["category", "tag", "source", "author"]

TAXONOMIES: tuple[Taxonomy, ...] = ("category", "tag", "source", "author")

MEDIA: Final = "files"
"""The site's folder of the files that articles name; below it they lie as they do in content/."""

PICTURES: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
"""How the names of files end that browsers show as pictures, in small letters."""

_YEAR: Final = re.compile(rf"(?:{MEDIA}/(?:[^/]+/)*?)?([0-9]{{4}}|undated)/")
"""What the addresses of articles begin with (`Article.url`); the first such folder of a file."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article; `src` may be empty where only the caption was saved."""

    src: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A file of the archive, or so it seems, that an article names."""

    address: str
    """As the article writes it; in a text, percent-encoded."""
    line: int
    picture: bool
    """To be shown; what is none is only linked to."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file that an article names, as the site holds it."""

    url: str
    picture: bool
    width: int = 0
    """In pixels; 0 where it is not known."""
    height: int = 0


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article's text came from: the source file, its SHA-256, its encoding, the day."""

    file: str = ""
    sha256: str = ""
    encoding: str = ""
    imported: str = ""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What the importer suggested and no editor has accepted; taking off the mark accepts it."""

    category: bool = False
    tags: tuple[str, ...] = ()
    """Those of the article's tags that were not printed."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A change made after publication, and the day it was made."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why and when an article was taken out of the archive; its page remains as a notice."""

    date: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article's metadata, about 1 KB. Its text is read again when its page is rendered."""

    path: str
    """The content file, relative to the archive's folder, with forward slashes."""
    digest: str
    """Of the whole file, text included."""
    id: str
    """Short, ASCII, permanent."""
    title: str
    summary: str = ""
    excerpt: str = ""
    """Its text's first words, for lists; none that its title was made of."""
    date: dt.date | None = None
    time: dt.time | None = None
    date_from: DateOrigin = "none"
    dateline: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    category: str = ""
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    named: tuple[Named, ...] = ()
    """The files that its `images` and its text name, each address once."""
    source_url: str = ""
    provenance: Provenance = Provenance()
    title_from: TitleOrigin = "stated"
    source_from: SourceOrigin = "stated"
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    aliases: tuple[str, ...] = ()
    draft: bool = False
    suggested: Suggested = Suggested()
    words: int = 0

    @property
    def url(self) -> str:
        """The article's address inside the site, percent-encoded by nature: ASCII only."""
        if self.date is None:
            return f"undated/{self.id[:2]}/{self.id}.html"
        return f"{self.date.year:04}/{self.date.month:02}/{self.id}.html"

    def terms(self, taxonomy: Taxonomy) -> tuple[str, ...]:
        """The names of its terms in one taxonomy."""
        match taxonomy:
            case "category":
                return (self.category,) if self.category else ()
            case "source":
                return (self.source,) if self.source else ()
            case "tag":
                return self.tags
            case "author":
                return self.authors


@dataclass(frozen=True, slots=True)
class Entry:
    """What other pages may know of an article: lists, feeds and neighbours see this much."""

    digest: str
    url: str
    id: str
    title: str
    summary: str
    date: dt.date | None
    time: dt.time | None
    dateline: str
    source: str
    category: str


@dataclass(frozen=True, slots=True)
class Term:
    """A category, tag, source or author, and its entries, newest first."""

    taxonomy: Taxonomy
    name: str
    url: str
    """Of its newest page, percent-encoded; '' where the term has no page of its own."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The archive in order: articles newest first, the undated last by title; terms by name."""

    articles: tuple[Article, ...]
    """All that have a page of their own, withdrawn ones included; drafts are not here."""
    entries: Mapping[str, Entry]
    """By article id, in the same order; without the withdrawn."""
    terms: Mapping[Taxonomy, Mapping[str, Term]]
    """By name as displayed, in reading order."""
    related: Mapping[str, tuple[Entry, ...]]
    """By article id: older entries that share its rarest tags."""
    also: Mapping[str, tuple[Entry, ...]]
    """By article id: the same story from other sources, the oldest first."""
    moved: Mapping[str, Term] = field(default_factory=dict)
    """By the path of a page that is no more, not percent-encoded: the term that took its place."""


@dataclass(frozen=True, slots=True)
class Page:
    """A planned output, closed: all that its template may see is in its context.

    `body` is the article whose text the page shows, or None. Rendering a Page is a pure function
    of the page, the text of `body` (whose digest is in the context) and the theme.
    """

    path: str
    """Where it is written: relative, NFC, forward slashes, not percent-encoded."""
    template: str
    context: Any
    """A dataclass of `warraq.contexts`."""
    body: Article | None = None

    @property
    def fingerprint(self) -> str:
        """Changes whenever anything changes that the page could show, the theme apart."""
        return digest_of(self.template, self.context)


@dataclass(frozen=True, slots=True)
class File:
    """A rendered output."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Claim:
    """A file that the site will hold: the fingerprint of what it was made from, and its bytes."""

    fingerprint: str
    size: int


@dataclass(frozen=True, slots=True)
class WordFamilies:
    """Words that search takes for one though no rule sees it; each family's head stands first."""

    plurals: tuple[tuple[str, ...], ...] = ()
    """Singulars with their broken plurals: وزير, وزراء."""
    names: tuple[tuple[str, ...], ...] = ()
    """Spellings of one name: غوغل, جوجل, Google."""


def year_of(path: str) -> str:
    """The year whose articles and lists a page belongs to, or `undated`; '' for one of no year.

    A file that articles name is of the year in whose folder it lies.
    """
    found = _YEAR.match(path)
    return found[1] if found else ""


def mark_of(url: str) -> str:
    """Four hex digits of an address, by which things that belong to one page come together."""
    return blake2b(url.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()


def digest_of(*values: Any) -> str:
    """A short digest of plain values and dataclasses, the same on every machine and run.

    A value with a `digest` is taken by it and not looked into: that keeps the fingerprints of
    100,000 pages under a second.
    """
    parts: list[str] = []
    _flatten(values, parts)
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _flatten(value: Any, parts: list[str]) -> None:
    digest = getattr(value, "digest", None)
    if digest is not None:
        parts.append(digest)
    elif isinstance(value, str):
        parts.append(value)
    elif isinstance(value, Mapping):
        parts.append(f"\x02{len(value)}")
        for key, item in value.items():
            parts.append(str(key))
            _flatten(item, parts)
    elif is_dataclass(value):
        parts.append(type(value).__name__)
        for name in names_of(value):
            _flatten(getattr(value, name), parts)
    elif isinstance(value, Iterable):
        items = tuple(value)
        parts.append(f"\x02{len(items)}")
        for item in items:
            _flatten(item, parts)
    else:
        parts.append(repr(value))


def names_of(value: object) -> tuple[str, ...]:
    """The names of a dataclass's fields, in order."""
    kind: object = type(value)
    return _names_of(kind)


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
