"""Saved web pages: which of a page's lines are its article, and what its metadata says of it.

trafilatura finds the article; the lines are the page's own, so that no word of them is changed,
and all the others are reported. What a page states of itself for machines (JSON-LD, OpenGraph)
wins over what its lines seem to say.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from warraq.importer import captions, dateline, dating, decoding, language, markup
from warraq.importer.captions import Caption
from warraq.importer.document import Cut, Document, Facts
from warraq.importer.fields import Fields
from warraq.importer.lines import key
from warraq.importer.markup import Block

_SCRIPT: Final = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta\b[^<>]*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CODECS: Final = {
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859_6",
    "mac-arabic": "mac_arabic",
}
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_AFFIX: Final = re.compile(r"\s+[-–—|:]\s+|\s*[|]\s*")
_ADDRESS: Final = re.compile(r"https?://\S+")
_COMMAS: Final = re.compile(r"\s*[،,؛;|]\s*")

_LEAST: Final = 60
"""Letters of the shortest article that is believed to be one."""
_SHORT_KEY: Final = 8
"""Letters of a line that may stand anywhere: it is the article's where the whole line was found."""
_LONG_KEY: Final = 20
"""Letters of a headline that is no part of another by chance."""
_BEFORE: Final = 3
"""Lines right before those that were found, such as a dateline, that belong to them."""
_HEAD: Final = 12
"""Lines above an article in which its date, its writer and its picture are looked for."""
_MOST_TAGS: Final = 15
"""More keywords than these are written for search engines."""


def read(data: bytes, _file: str, today: date, _fields: Fields) -> Document:
    """Read a saved page; decoding.UndecodableError where it is no text, or has no article."""
    text, encoding, doubts = decoded(data)
    root = markup.parse(text)
    blocks = markup.blocks(root)
    arabic = language.is_arabic("\n".join(block.text for block in blocks if len(block.text) > 40))
    if not arabic:
        blocks = markup.blocks(root, joiners=True)
    chosen, sure = _article(blocks, _extracted(text))
    if sum(len(key(blocks[i].text)) for i in chosen) < _LEAST:
        raise decoding.UndecodableError("no article")
    page = _Page(blocks, chosen, _facts(root, text, today))
    facts, rules = page.read(today)
    lines = tuple(blocks[i].line(i + 1) for i in sorted(page.chosen))
    cuts = tuple(
        Cut(i + 1, block.text, rules.get(i, "page"))
        for i, block in enumerate(blocks)
        if i not in page.chosen
    )
    doubts = doubts if sure else (*doubts, "page")
    return Document(lines, encoding, arabic, facts, cuts=cuts, doubts=doubts)


def decoded(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """A page's text. Its words decide which encoding it is in, for a saved page often names
    another; what it names decides where the words do not.
    """
    if kind := decoding.kind_of(data):
        raise decoding.UndecodableError(kind)
    words = _SCRIPT.sub(b" ", data) if b"\0" not in data else data
    try:
        found = decoding.decode(words)
    except decoding.UndecodableError:
        named = _CHARSET.search(data[:4096])
        codec = _CODECS.get(named[1].decode("ascii", "replace").lower()) if named else None
        if codec is None or b"\0" in data:
            raise
        return data.decode(codec, "replace"), named[1].decode().lower() if named else "", ()
    if words is data:
        return found.text, found.encoding, found.doubts
    base, _, garbled = found.encoding.partition(" read as ")
    text = data.removeprefix(b"\xef\xbb\xbf").decode(_CODECS.get(base, base), "replace")
    return decoding.regained(text, garbled) if garbled else text, found.encoding, found.doubts


def _extracted(text: str) -> list[str]:
    """The paragraphs of the article, as trafilatura finds them."""
    import trafilatura  # noqa: PLC0415  # it takes longer to load than a build without pages runs

    found = trafilatura.bare_extraction(
        text,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    shown = getattr(found, "text", None) or ""
    return [line.removeprefix("- ") for line in shown.split("\n") if line.strip()]


def _article(blocks: Sequence[Block], extracted: Sequence[str]) -> tuple[set[int], bool]:
    """The blocks that are the article, and whether that is sure.

    They are those that were found, and the paragraphs beside them under one parent. Where these
    are much less than the largest run of paragraphs of the page, that run is the article.
    """
    whole = {key(text) for text in extracted}
    joined = "".join(map(key, extracted))
    keys = [key(block.text) for block in blocks]
    found = [
        i for i, k in enumerate(keys) if k and (k in whole or (len(k) > _SHORT_KEY and k in joined))
    ]
    largest = _largest_run(blocks, keys)
    size = sum(len(keys[i]) for i in largest)
    sure = sum(len(k) for k in {keys[i] for i in found}) * 2 >= size
    if not sure:
        found = sorted({*found, *largest})
    parents = _weights(blocks, keys, found)
    home = {parent for parent, weight in parents.items() if weight * 5 >= sum(parents.values())}
    once: dict[str, int] = {}
    for i in found:  # of lines that stand twice, those in the article's own part of the page
        if keys[i] not in once or _parent(blocks[i]) in home > {_parent(blocks[once[keys[i]]])}:
            once[keys[i]] = i
    if not once:
        return set(), sure
    tags: Counter[str] = Counter()
    for i in found:
        tags[blocks[i].element.tag] += len(keys[i])
    usual = {tag for tag, weight in tags.items() if weight * 5 >= tags.total()} | _PARAGRAPHS
    near = range(min(once.values()) - _BEFORE, max(once.values()) + 2)
    beside = {
        i
        for i in range(max(0, near.start), min(near.stop, len(blocks)))
        if _parent(blocks[i]) in home and blocks[i].element.tag in usual
    }
    return {*once.values(), *beside}, sure


_PARAGRAPHS: Final = frozenset({"p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre"})
"""Elements that hold text wherever they stand; others do where most of an article is in such."""


def _parent(block: Block) -> Any:
    parent = block.element.getparent()
    return block.element if parent is None else parent


def _weights(blocks: Sequence[Block], keys: Sequence[str], chosen: Sequence[int]) -> Counter[Any]:
    """How many letters of the chosen blocks each parent holds."""
    weights: Counter[Any] = Counter()
    for i in chosen:
        weights[_parent(blocks[i])] += len(keys[i])
    return weights


def _largest_run(blocks: Sequence[Block], keys: Sequence[str]) -> list[int]:
    """The sentences under the one parent that has most of them."""
    prose = [i for i, block in enumerate(blocks) if block.mark in ("", "quote") and _prose(block)]
    weights = _weights(blocks, keys, prose)
    if not weights:
        return []
    ((parent, _),) = weights.most_common(1)
    return [i for i in prose if _parent(blocks[i]) is parent]


def _prose(block: Block) -> bool:
    return block.line(1).prose


@dataclass(slots=True)
class _Page:
    """A page's blocks, those of its article, and what its metadata says."""

    blocks: Sequence[Block]
    chosen: set[int]
    facts: Facts

    def read(self, today: date) -> tuple[Facts, dict[int, str]]:
        """The facts of metadata and of the lines around the article, and the rules of those."""
        rules: dict[int, str] = {}
        facts = self.facts
        first = min(self.chosen)
        title = self._title(first)
        facts = replace(facts, title=title)
        for i, block in enumerate(self.blocks):
            if title and key(block.text) == key(title):
                rules[i] = "title again" if "title" in rules.values() else "title"
                self.chosen.discard(i)
        start = max((i for i in rules if i < first), default=max(0, first - _HEAD))
        for i in range(start, max(self.chosen, default=first) + 1):
            block = self.blocks[i]
            if block.mark == "caption":
                rules[i] = "caption"
                self.chosen.discard(i)
                facts = _with_caption(facts, captions.read(block.text, today))
            elif i < first and i not in rules:
                facts, rule = _head_line(facts, block, today)
                rules |= {i: rule} if rule else {}
        return _without_lead(facts, [self.blocks[i].text for i in sorted(self.chosen)]), rules

    def _title(self, first: int) -> str:
        """The headline that is printed in the article; the metadata's, at the page's own length if
        a heading says the same at more; the last heading above the article.
        """
        stated = self.facts.title
        for i in sorted(self.chosen):
            if self.blocks[i].element.tag == "h1":
                return self.blocks[i].text
            if _prose(self.blocks[i]):
                break
        headings = [block.text for block in self.blocks if block.element.tag == "h1"]
        for heading in headings if stated else []:
            known, shown = key(stated), key(heading)
            if shown and (shown in known or (known in shown and len(known) > _LONG_KEY)):
                return heading
        above = [block.text for block in self.blocks[:first] if block.mark == "heading"]
        return stated or (headings or above[-1:] or [""])[-1]


def _head_line(facts: Facts, block: Block, today: date) -> tuple[Facts, str]:
    """What a line between headline and article states, and its rule."""
    dated = dating.read(block.text, today)
    if dated:
        return replace(facts, dated=facts.dated or dated), "date"
    if names := dateline.byline(block.text):
        return replace(facts, authors=facts.authors or names), "byline"
    if credit := captions.credit_line(block.text):
        return _with_caption(facts, Caption("", credit)), "credit"
    return facts, ""


def _with_caption(facts: Facts, caption: Caption) -> Facts:
    """The first caption is that of the page's picture."""
    images = facts.images
    if any(key(image.text) == key(caption.text) and image.text for image in images):
        return facts
    if len(images) == 1 and images[0].src and not images[0].text:
        return replace(facts, images=(replace(caption, src=images[0].src),))
    if images and not images[-1].credit and not caption.text:
        return replace(facts, images=(*images[:-1], replace(images[-1], credit=caption.credit)))
    return replace(facts, images=(*images, caption))


def _without_lead(facts: Facts, texts: Sequence[str]) -> Facts:
    """A description that only repeats how the text begins is no summary."""
    opening = key("".join(texts[:3]))
    repeats = opening.startswith(key(facts.summary.rstrip(".… ")))
    return replace(facts, summary="") if repeats else facts


def _facts(root: Any, text: str, today: date) -> Facts:
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
    when = _text(story.get("datePublished")) or first(
        "article:published_time", "date", "dc.date", "dc.date.issued", "pubdate", "datepublished"
    )
    keywords = (
        meta.get("article:tag")
        or _texts(story.get("keywords"))
        or meta.get("news_keywords")
        or meta.get("keywords")
        or []
    )
    tags = [tag for word in keywords for tag in _COMMAS.split(word) if tag]
    writers = _names(story.get("author")) or meta.get("author") or meta.get("article:author") or []
    people = [name for writer in writers for name in dateline.people(writer)]
    return Facts(
        title=_without_site(title or printed, site),
        summary=_text(story.get("description")) or first("og:description", "description"),
        dated=dating.stated(when, today) if when else None,
        site=site,
        authors=tuple(n for n in dict.fromkeys(people) if "http" not in n and key(n) != key(site)),
        category=_text(story.get("articleSection")) or first("article:section"),
        tags=tuple(dict.fromkeys(tags)) if len(tags) <= _MOST_TAGS else (),
        images=(Caption("", src=picture),) if _ADDRESS.fullmatch(picture) else (),
        url=address if _ADDRESS.fullmatch(address) else "",
    )


def _without_site(title: str, site: str) -> str:
    """A headline without the site's name behind or before it."""
    parts = _AFFIX.split(title)
    if len(parts) > 1 and site and key(site) in (key(parts[0]), key(parts[-1])):
        first, last = (1, None) if key(parts[0]) == key(site) else (0, -1)
        kept = parts[first:last]
        start = title.index(kept[0], len(parts[0]) if first else 0)
        return title[start : title.rindex(kept[-1]) + len(kept[-1])]
    return title


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
