"""What a saved page says of its article for machines: JSON-LD, OpenGraph, <meta>, links' `rel`."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from warraq.importer import boilerplate, bylines, dateline, dating, gazetteer, markup, press
from warraq.importer.captions import Caption
from warraq.importer.document import Facts
from warraq.importer.lines import key

_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_AFFIX: Final = re.compile(r"\s+[-–—|:]\s+|\s*[|]\s*")
_ADDRESS: Final = re.compile(r"https?://\S+")
_CAPTURED: Final = re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]*/(?=https?://)")
"""What an archive of the web puts before the addresses in its captures."""
_COMMAS: Final = re.compile(r"\s*[،,؛;|]\s*")
_SITE_WORDS: Final = 4
"""Of the longest name of a site."""
_MOST_TAGS: Final = 15
"""More keywords than these are written for search engines."""


def read(root: Any, text: str, today: date) -> Facts:
    """What the page's metadata says, the most certain first: JSON-LD, OpenGraph, other <meta>."""
    story = next(_stories(root), {})
    meta: dict[str, list[str]] = {}
    for name, content in markup.metadata(root):
        meta.setdefault(name, []).append(content)

    def first(*names: str) -> str:
        return next((meta[name][0] for name in names if name in meta), "")

    site = _name(story.get("publisher")) or first("og:site_name", "application-name")
    title = _text(story.get("headline")) or first("og:title", "twitter:title", "dc.title")
    printed = next((markup.plain(t.text or "") for t in root.iter("title")), "")
    picture = _text(story.get("image")) or first("og:image", "twitter:image")
    saved = _SAVED_FROM.search(text[:2000])
    canonical = next((e.get("href") for e in root.iter("link") if e.get("rel") == "canonical"), "")
    address = first("og:url") or str(canonical or "") or (saved[1] if saved else "")
    address, picture = (_CAPTURED.sub("", one) for one in (address, picture))
    when = (
        _text(story.get("datePublished"))
        or first("article:published_time", "date", "dc.date", "dc.date.issued", "pubdate")
        or first("datepublished")
        or next(iter(_only(markup.moments(root))), "")
    )
    tags = (
        meta.get("article:tag")
        or _texts(story.get("keywords"))
        or list(dict.fromkeys(markup.links(root, "tag")))
    )
    keywords = meta.get("news_keywords") or meta.get("keywords") or []
    writers = (
        _names(story.get("author"))
        or meta.get("author")
        or meta.get("article:author")
        or _only(markup.links(root, "author"))
    )
    signed = signature(writers, today)
    return Facts(
        title=_without_site(title, site),
        called=_without_site(printed, site),
        summary=_text(story.get("description")) or first("og:description", "description"),
        dated=dating.stated(when, today) if when else None,
        dateline=signed.place,
        source=signed.source if key(signed.source) != key(site) else "",
        site=site,
        authors=tuple(n for n in signed.authors if is_name(n) and key(n) != key(site)),
        category=_text(story.get("articleSection"))
        or first("article:section")
        or next(markup.links(root, "category"), ""),
        tags=_several(tags),
        keywords=_several(keywords),
        images=(Caption("", src=picture),) if _ADDRESS.fullmatch(picture) else (),
        url=address if _ADDRESS.fullmatch(address) else "",
    )


def _several(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in lists of them; none where they are so many that they were written for machines
    alone.
    """
    names = [name for text in texts for name in _COMMAS.split(text) if name]
    return tuple(dict.fromkeys(names)) if len(names) <= _MOST_TAGS else ()


def signature(writers: Iterable[str], today: date) -> dateline.Dateline:
    """Who wrote it, as a page says for machines. What it calls a writer may be a dateline, «بيروت -
    الضفاف», or the place or the paper alone, and is read as if it were printed.
    """
    place, source, names = "", "", list[str]()
    for writer in writers:
        where = dateline.read(writer, today)
        if where and where.sure:
            place, source = place or where.place, source or where.source
            names += where.authors
        elif gazetteer.is_city(writer):
            place = place or writer
        else:
            names += bylines.byline(writer) or bylines.people(writer)
    return dateline.Dateline(place, source, tuple(dict.fromkeys(names)))


def is_name(name: str) -> bool:
    """It names a writer rather than an address or an account of the program."""
    return "http" not in name and not gazetteer.is_account(name)


def _only(texts: Iterable[str]) -> list[str]:
    """The one text that all are; [] where there are several, which may be other stories'."""
    different = list(dict.fromkeys(texts))
    return different if len(different) == 1 else []


def _without_site(title: str, site: str) -> str:
    """A headline without the site's name behind or before it."""
    parts = _AFFIX.split(title)
    if len(parts) > 1 and site and key(site) in (key(parts[0]), key(parts[-1])):
        first, last = (1, None) if key(parts[0]) == key(site) else (0, -1)
        kept = parts[first:last]
        start = title.index(kept[0], len(parts[0]) if first else 0)
        return title[start : title.rindex(kept[-1]) + len(kept[-1])]
    return title


def is_without_site(shown: str, title: str) -> bool:
    """A line is the headline in a title that has the name of its site at one end."""
    parts = _AFFIX.split(title)
    return len(parts) > 1 and any(
        len(key(shown)) > len(key(title)) / 2 and key(shown) == key("".join(kept))
        for kept in (parts[1:], parts[:-1])
    )


def site_beside(headline: str, title: str) -> str:
    """The site that a window's title names beside the headline: the part of it that is a paper's
    name; or its one other part, if that is nothing else that stands there, as a section does.
    """
    parts = _AFFIX.split(title)
    for size in range(1, len(parts)):
        for kept, rest in ((parts[:size], parts[size:]), (parts[-size:], parts[:-size])):
            if headline and key("".join(kept)) == key(headline):
                known = [press.of_name(part) or part for part in rest if _is_outlet(part)]
                own = [part for part in rest if len(rest) == 1 and _may_be_site(part)]
                return next(iter(known or own), "")
    return ""


def _is_outlet(text: str) -> bool:
    return gazetteer.is_outlet(text) or press.of_name(text) != ""


def _may_be_site(text: str) -> bool:
    known = (gazetteer.is_section, gazetteer.is_place, gazetteer.is_person, boilerplate.marks_tail)
    few = text.count(" ") < _SITE_WORDS and not any(map(str.isdecimal, text))
    return few and not any(is_one(text) for is_one in known)


def _stories(root: Any) -> Iterator[Mapping[str, Any]]:
    """The articles that a page describes in JSON-LD."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            try:
                yield from _stories_in(json.loads(script.text, strict=False))
            except (ValueError, RecursionError):
                continue  # a page's mistake: what else it says is read


def _stories_in(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _stories_in(item)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if any(str(k).endswith(("Article", "BlogPosting")) for k in _texts(kinds)):
            yield value
        yield from _stories_in(value.get("@graph"))
        yield from _stories_in(value.get("mainEntity"))


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, Mapping):
        return _texts(value.get("url") or value.get("name") or value.get("@id"))
    text = markup.plain(value) if isinstance(value, str) else ""
    return [text] if text else []


def _text(value: Any) -> str:
    return next(iter(_texts(value)), "")


def _names(value: Any) -> list[str]:
    """Names of people or papers, which stand alone, in lists, or in mappings."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, Mapping):
        return _names(value.get("name"))
    return _texts(value)


def _name(value: Any) -> str:
    return next(iter(_names(value)), "")
