"""Saved web pages: which of a page's lines are its article, and what its metadata says of it.

trafilatura finds the article; the lines are the page's own, so that no word of them is changed,
and all the others are reported. What a page states of itself for machines (JSON-LD, OpenGraph)
wins over what its lines seem to say.
"""

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import Any, Final

from warraq.importer import (
    attribution,
    boilerplate,
    bylines,
    captions,
    dateline,
    dating,
    decoding,
    gazetteer,
    imprint,
    language,
    markup,
    noise,
    page_facts,
    posted,
)
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
_LEAST: Final = 60
"""Letters of the shortest article that is believed to be one."""
_SHORT_KEY: Final = 8
"""Letters of a line that may stand anywhere: it is the article's where the whole line was found."""
_LONG_KEY: Final = 20
"""Letters of a headline that is no part of another by chance."""
_LINK: Final = 0.9
"""Of a line's letters that are a link: it is nothing else."""
_LINKS_AT_MOST: Final = 0.3
"""Of an article's letters: where links are more, the article is a list of them."""
_MOST: Final = 0.6
"""Of an article's letters: the element that has so many is the article's."""
_BEFORE: Final = 3
"""Lines right before those that were found, such as a dateline, that belong to them."""
_ABOUT: Final = 0.4
"""Of a description's words: one that shares more with the article is about it."""
_TITLE_LABEL: Final = re.compile(r"(?:ال)?(?:عنوان|موضوع)(?: (?:الخبر|المقال))?\s*:\s*(\S.{5,})")
_BARS: Final = re.compile(r"\s+[-–—•]\s+|\s*\|\s*")
_CAPTION: Final = 20
"""Words of the longest line that nothing but its place below a picture shows to be a caption."""
_BOXED: Final = 3
"""Words of the shortest that its picture alone shows to be one; fewer are a button's."""
_SUMMARY: Final = range(5, 61)
"""Words of a line below a headline that is a summary."""
_HEADLINE: Final = range(4, 31)
"""Words of a headline that nothing but its place shows to be one."""
_BESIDE: Final = 3
"""Lines right above a headline, in its own part of the page, in which its date may stand."""
_FOOT: Final = 8
"""Lines below an article in which its writer and its source are looked for."""
_TAG: Final = 40
"""Characters of the longest tag."""
_MOST_TAGS: Final = 12
_HEAD: Final = 12
"""Lines above an article in which its date, its writer and its picture are looked for."""


def read(data: bytes, _file: str, today: date, _fields: Fields) -> Document:
    """Read a saved page; decoding.UndecodableError where it is no text, or has no article."""
    text, encoding, doubts = decoded(data)
    root = markup.parse(text)
    if source := markup.source_shown(root):
        text, root = source, markup.parse(source)
    text, lead = markup.with_lead(text)
    root = markup.parse(text) if lead else root
    blocks = markup.blocks(root)
    arabic = language.is_arabic("\n".join(block.text for block in blocks if len(block.text) > 40))
    if not arabic:
        blocks = markup.blocks(root, joiners=True)
    chosen, sure = _article(blocks, _extracted(text), today)
    if sum(len(key(blocks[i].text)) for i in chosen) < _LEAST:
        raise decoding.UndecodableError("no article")
    page = _Page(blocks, chosen | set(range(lead)), page_facts.read(root, text, today), lead)
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

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say ourselves what is wrong
    found = trafilatura.bare_extraction(
        text,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    shown = getattr(found, "text", None) or ""
    return [line.removeprefix("- ") for line in shown.split("\n") if line.strip()]


def _article(
    blocks: Sequence[Block], extracted: Sequence[str], today: date
) -> tuple[set[int], bool]:
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
    places = _places(blocks, found)
    home = _heavy((places[i], len(keys[i])) for i in found)
    once: dict[str, int] = {}
    for i in found:  # of lines that stand twice, those in the article's own part of the page
        other = once.setdefault(keys[i], i)
        if places[i] in home and places[other] not in home:
            once[keys[i]] = i
    if not once:
        return set(), sure
    paths = {i: _path(blocks[i], home) for i in range(len(blocks))}
    usual = _heavy((paths[i], len(keys[i])) for i in found)
    near = range(min(once.values()) - _BEFORE, max(once.values()) + 2)
    beside = {
        i
        for i in range(max(0, near.start), min(near.stop, len(blocks)))
        if not (_prose(blocks[i]) and once.get(keys[i], i) != i)  # it is there already
        and (paths[i] in usual or paths[i] == () or paths[i] in _PARAGRAPHS)
    }
    chosen = _within(blocks, {*once.values(), *beside}, home)
    return _ended(blocks, _without_links(blocks, chosen), today), sure


def _without_links(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Without lines that are nothing but a link or a button, to a story or to share this one."""
    links = {i for i in chosen if blocks[i].linked > _LINK and not _prose(blocks[i])}
    letters = sum(len(blocks[i].text) for i in chosen)
    few = sum(len(blocks[i].text) for i in links) < _LINKS_AT_MOST * letters
    return chosen - links if few else chosen


def _ended(blocks: Sequence[Block], chosen: set[int], today: date) -> set[int]:
    """Without what stands behind the element that most of the article is in: comments, cards,
    forms. What follows it there without a break is the article's, and so is what lies in an element
    just like it beside it; a break is a link, a label such as «Related», a day.
    """
    prose = [i for i in chosen if _prose(blocks[i])]
    home = _home(blocks, prose)
    letters = sum(len(blocks[i].text) for i in prose)
    if home is None or letters < _MOST * sum(len(blocks[i].text) for i in chosen):
        return chosen
    last = max(i for i in chosen if home in _around(blocks[i]))
    behind = takewhile(
        lambda i: (
            i in chosen
            and not boilerplate.marks_tail(blocks[i].text)
            and dating.read(blocks[i].text, today) is None
        ),
        range(last + 1, len(blocks)),
    )
    twins = {i for i in chosen if any(_is_twin(part, home) for part in _around(blocks[i]))}
    return {i for i in chosen if i <= last} | set(behind) | twins


def _is_twin(part: Any, home: Any) -> bool:
    """Two elements side by side that are called the same: parts of one text."""
    return (
        part.getparent() is home.getparent()
        and part.tag == home.tag
        and part.get("class") == home.get("class")
    )


def _home(blocks: Sequence[Block], prose: Collection[int]) -> Any:
    """The innermost element that most of an article's paragraphs are in."""
    weights = Counter[Any]()
    depths: dict[Any, int] = {}
    for i in prose:
        around = list(_around(blocks[i]))
        weights.update(dict.fromkeys(around, len(blocks[i].text)))
        depths |= {part: len(around) - at for at, part in enumerate(around)}
    total = max(weights.values(), default=0)
    most = [part for part, weight in weights.items() if weight >= _MOST * total]
    return max(most, key=lambda part: depths[part], default=None)


def _within(blocks: Sequence[Block], chosen: set[int], home: AbstractSet[Any]) -> set[int]:
    """Without the menus of a page that is laid out as a table: what stands before or after all that
    is of the article's own part, and is neither a paragraph nor a sentence.
    """
    places = _places(blocks, chosen)
    text = [i for i in chosen if places[i] in home or blocks[i].line(1).ends]
    first, last = min(text, default=0), max(text, default=len(blocks))
    return {i for i in chosen if first <= i <= last or blocks[i].line(1).prose}


def _heavy(weights: Iterable[tuple[Any, int]]) -> set[Any]:
    """What has a fifth of all letters."""
    total: Counter[Any] = Counter()
    for what, weight in weights:
        total[what] += weight
    return {what for what, weight in total.items() if weight * 5 >= total.total()}


def _places(blocks: Sequence[Block], chosen: Collection[int]) -> dict[int, Any]:
    """Of each block, the smallest element around it that holds others of those chosen too."""
    held: Counter[Any] = Counter()
    for i in chosen:
        held.update(_around(blocks[i]))
    return {
        i: next((part for part in _around(blocks[i]) if held[part] > 1), blocks[i].element)
        for i in chosen
    }


def _path(block: Block, home: AbstractSet[Any]) -> tuple[str, ...] | None:
    """The elements in which a block stands inside the article's part of the page, by their tags;
    None outside of it.
    """
    tags: list[str] = []
    for part in _around(block):
        if part in home:
            return tuple(tags)
        tags.append(str(part.tag))
    return None


def _around(block: Block) -> Iterator[Any]:
    yield block.element
    yield from block.element.iterancestors()


_PARAGRAPHS: Final = frozenset(
    (tag,) for tag in ("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre")
)
"""Paths of elements that hold text wherever they stand; others do where most of an article does."""


def _largest_run(blocks: Sequence[Block], keys: Sequence[str]) -> list[int]:
    """The sentences under the one parent that has most of them."""
    runs: dict[Any, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if block.mark in ("", "quote") and _prose(block):
            runs[_parent(block)].append(i)
    return max(runs.values(), key=lambda run: sum(len(keys[i]) for i in run), default=[])


def _parent(block: Block) -> Any:
    parent = block.element.getparent()
    return block.element if parent is None else parent


def _prose(block: Block) -> bool:
    return block.line(1).prose


@dataclass(slots=True)
class _Page:
    """A page's blocks, those of its article, and what its metadata says."""

    blocks: Sequence[Block]
    chosen: set[int]
    facts: Facts
    lead: int = 0
    """Lines without tags at its beginning, which are read as a text's."""

    def read(self, today: date) -> tuple[Facts, dict[int, str]]:
        """The facts of metadata and of the lines around the article, and the rules of those."""
        first = min(self.chosen)
        rules = self._rules_of_head(first, today)
        facts = self.facts
        start = max((i for i in rules if i < first), default=max(0, first - _HEAD))
        text = next((i for i in sorted(self.chosen) if _prose(self.blocks[i])), first)
        for i in (
            *self._beside(start),
            *range(max(start, self.lead), max(self.chosen, default=first) + 1),
        ):
            block, rule = self.blocks[i], rules.get(i, "")
            marked = block.mark == "caption"
            if i < text and not rule and not marked:
                facts, rule = _head_line(facts, block, today)
            if marked or (not rule and i > start and self._is_caption(i)):
                rule = "caption"
                facts = _with_caption(facts, captions.read(block.text, today))
            if not rule and i == start + 1 and self._is_summary(i):
                rule = "summary"
                facts = replace(facts, summary=facts.summary or block.text)
            if rule:
                rules[i] = rule
                self.chosen.discard(i)
        end = max(self.chosen, default=first) + 1
        for i in range(end, min(end + _FOOT, len(self.blocks))):
            facts, rule = _foot_line(facts, self.blocks[i], today)
            rules |= {i: rule} if rule else {}
            if not facts.tags and (tagged := self._tagged(i)):
                facts = replace(facts, tags=self._tags(tagged))
                rules |= dict.fromkeys(tagged, "tags")
        return _of_article(facts, [self.blocks[i].text for i in sorted(self.chosen)]), rules

    def _rules_of_head(self, first: int, today: date) -> dict[int, str]:
        """Find the headline, and take it and what stands above it out of the text."""
        rules: dict[int, str] = {}
        title = self._title(first, today)
        site = self.facts.site or page_facts.site_beside(title, self.facts.called)
        self.facts = replace(self.facts, title=title, site=site)
        for i, block in enumerate(self.blocks):
            if title and key(title) in (key(block.text), key(_labelled(block.text))):
                rules[i] = "title again" if "title" in rules.values() else "title"
                self.chosen.discard(i)
        if not title:  # it may be one of the lines above, which others than pages have too
            self.chosen.update(self._above(first))
            return rules
        for i in sorted(self.chosen):
            if i > min(rules, default=0) or _prose(self.blocks[i]) or self.blocks[i].line(1).ends:
                break
            self.chosen.discard(i)  # a site's name or a menu above the headline
        return rules

    def _tagged(self, index: int) -> range:
        """A label such as «وسوم:» with tags beside it, or with links in one part below it."""
        beside = imprint.tags_label(self.blocks[index].text)
        below = self.blocks[index + 1 : index + 1 + _MOST_TAGS] if beside == "" else []
        links = takewhile(
            lambda block: block.linked > _LINK and _parent(block) is _parent(below[0]), below
        )
        count = sum(1 for _ in links)
        return range(index, index + 1 + count if beside or count else index)

    def _tags(self, indexes: Sequence[int]) -> tuple[str, ...]:
        texts = [self.blocks[i].text for i in indexes]
        texts[0] = imprint.tags_label(texts[0]) or ""
        tags = (tag for text in texts for tag in imprint.tags_of(text))
        return tuple(tag for tag in tags if len(tag) <= _TAG)

    def _above(self, first: int) -> Iterator[int]:
        """Lines right above the text that are no links."""
        for i in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
            if self.blocks[i].linked > _LINK:
                return
            yield i

    def _beside(self, title: int) -> Iterator[int]:
        """The lines right above the headline that share its part of the page: no page's clock."""
        part = _parent(self.blocks[title])
        for i in range(title - 1, max(-1, title - 1 - _BESIDE), -1):
            if part not in _around(self.blocks[i]) or part.tag in ("body", "html"):
                return
            yield i

    def _is_caption(self, index: int) -> bool:
        """A few words right below a picture, in a box of their own with it; or by themselves, and a
        paragraph below them. In bold letters they are a sub-heading, and what asks is a button.
        """
        block, line = self.blocks[index], self.blocks[index].line(1)
        after = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if not (block.pictured and block.gap and block.mark == "" and line.words <= _CAPTION):
            return False
        if line.ends or markup.is_bold(block.element) or boilerplate.marks_tail(block.text):
            return False
        boxed = line.words >= _BOXED and block.linked == 0 and markup.is_boxed(block)
        return boxed or (after is not None and _prose(after))

    def _is_summary(self, index: int) -> bool:
        """Right below the headline, in the same part of the page, and none of the article; no link
        and no button.
        """
        title, block = self.blocks[index - 1], self.blocks[index]
        return (
            self.facts.title != ""
            and index not in self.chosen
            and _parent(title) is _parent(block)
            and block.linked == 0
            and _SUMMARY.start <= block.line(1).words < _SUMMARY.stop
            and not boilerplate.marks_tail(block.text)
        )

    def _title(self, first: int, today: date) -> str:
        """The headline that is printed in the article; the metadata's, at the page's own length if
        a heading says the same at more; what the window's title says, if the page says it too; the
        last heading above the text, and rather one that is no person's name; the line above its
        day. '' where only its lines can tell.
        """
        text = next((i for i in sorted(self.chosen) if _prose(self.blocks[i])), first)
        within = [self.blocks[i] for i in sorted(self.chosen) if i < text]
        headings = [block.text for block in self.blocks if block.element.tag == "h1"]
        headings = [heading for heading in headings if _may_be_headline(heading, today)]
        if printed := next((b.text for b in within if b.text in headings), ""):
            return printed
        stated = self.facts.title
        above = [*self.blocks[:first], *within]
        if labelled := next(filter(None, (_labelled(block.text) for block in above)), ""):
            return labelled
        if stated:
            headings += [b.text for b in above if page_facts.is_without_site(b.text, stated)]
            return next((heading for heading in headings if _says(heading, stated)), stated)
        called = self.facts.called
        said = [b.text for b in above if _says(b.text, called) and not gazetteer.is_outlet(b.text)]
        if called and said:
            return max(said, key=len)
        heads = [block.text for block in above if block.mark == "heading"]
        heads = [heading for heading in heads if _may_be_headline(heading, today)]
        others = [heading for heading in heads if not gazetteer.is_person(heading)]
        return (headings or others[-1:] or heads[-1:] or [self._above_day(first, today)])[-1]

    def _above_day(self, first: int, today: date) -> str:
        """The line right above the day that stands above the text, if it speaks of the same."""
        for i in range(first - 1, max(0, first - 1 - _HEAD), -1):
            if dating.read(self.blocks[i].text, today):
                text, words = self.blocks[i - 1].text, self.blocks[i - 1].line(1).words
                whole = key("".join(self.blocks[j].text for j in self.chosen))
                headline = words in _HEADLINE and self.blocks[i - 1].linked <= _LINK
                return text if headline and _share_said(text, whole) > _ABOUT else ""
        return ""


def _may_be_headline(heading: str, today: date) -> bool:
    """It is no day, no section of a site, and no button."""
    known = gazetteer.is_section(heading) or boilerplate.marks_tail(heading)
    return not known and dating.read(heading, today) is None


def _labelled(text: str) -> str:
    """The headline behind a label, as where a page was made for printing; or ''."""
    match = _TITLE_LABEL.fullmatch(text)
    return match[1] if match else ""


def _says(heading: str, stated: str) -> bool:
    """A heading says what the metadata says, at more or less length."""
    known, shown = key(stated), key(heading)
    if len(shown) > len(known):
        return known in shown and len(known) > _LONG_KEY
    return shown in known and len(shown) > _SHORT_KEY


def _head_line(facts: Facts, block: Block, today: date) -> tuple[Facts, str]:
    """What a line between headline and article states, and its rule; where it says several things
    by elements of their own, all of them must be known.
    """
    for moment in markup.moments(block.element):
        facts = replace(facts, dated=facts.dated or dating.stated(moment, today))
    found, rule = _said(facts, block.text, "", today)
    if rule:
        return found, rule
    found, rule, known = _said_by_parts(facts, block.element, "", today)
    return (found, rule) if rule and known else (facts, "")


def _said_by_parts(facts: Facts, element: Any, kind: str, today: date) -> tuple[Facts, str, bool]:
    """What the parts of an element state, or the parts of these; the rule of the first that states
    something; and whether all are known.
    """
    own, rule = markup.kind_of(element) or kind, ""
    for text, part in markup.pieces(element):
        called = own if part is None else markup.kind_of(part) or own
        facts, said = _said(facts, text, called, today)
        known = bool(said)
        if not said and part is not None and len(part):
            facts, said, known = _said_by_parts(facts, part, own, today)
        elif not said:
            facts, said, known = _said_by_bars(facts, text, called, today)
        if not known:
            return facts, "", False
        rule = rule or said
    return facts, rule, True


def _said_by_bars(facts: Facts, text: str, kind: str, today: date) -> tuple[Facts, str, bool]:
    """As `_said_by_parts`, of what bars and dashes part."""
    rule = ""
    for part in filter(None, _BARS.split(text)):
        section = part if kind == "section" or gazetteer.is_section(part) else ""
        facts, said = _said(facts, part, kind, today)
        is_known = (boilerplate.marks_tail, noise.is_noise, imprint.is_label)
        known = said or section or key(part) == key(facts.site)
        if not (known or any(is_one(part) for is_one in is_known)):
            return facts, "", False
        rule = rule or said
        facts = replace(facts, category=facts.category or section)
    return facts, rule, True


def _said(facts: Facts, text: str, kind: str, today: date) -> tuple[Facts, str]:
    """What a text states, and its rule. `kind` is what its element is called by its page."""
    dated = dating.read(text, today)
    if dated or kind == "time":
        return replace(facts, dated=facts.dated or dated), "date"
    if told := posted.read(text, today):
        return _posted(facts, told), "byline"
    signed, rule = _signed(facts, text, kind, today)
    if rule:
        return signed, rule
    if section := imprint.category(text):
        return replace(facts, category=facts.category or section), "section"
    if credit := captions.credit_line(text):
        return _with_caption(facts, Caption("", credit)), "credit"
    return facts, ""


def _signed(facts: Facts, text: str, kind: str, today: date) -> tuple[Facts, str]:
    """Who wrote it, where and for whom: a dateline below the headline, of which the place is known,
    or names. What its page calls a writer may be the place or the paper alone.
    """
    writer = kind == "writer"
    where = dateline.read(text, today) if facts.title or writer else None
    if writer and gazetteer.is_city(text):
        where = dateline.Dateline(text)
    if where and where.sure and (writer or gazetteer.is_place(where.place)):
        found = replace(
            facts,
            dateline=facts.dateline or where.place,
            source=facts.source or where.source,
            authors=facts.authors or where.authors,
            dated=facts.dated or where.dated,
        )
        return found, "dateline" if where.place else "byline"
    named = writer or gazetteer.is_person(text)
    names = bylines.byline(text) or (bylines.people(text) if named else ())
    own = tuple(name for name in names if key(name) != key(facts.site))
    return replace(facts, authors=facts.authors or own), "byline" if names else ""


def _posted(facts: Facts, told: posted.Posted) -> Facts:
    """With what a page's program says of who wrote it, when and for which section."""
    return replace(
        facts,
        authors=facts.authors or tuple(filter(page_facts.is_name, told.authors)),
        dated=facts.dated or told.dated,
        category=facts.category or told.section,
    )


def _foot_line(facts: Facts, block: Block, today: date) -> tuple[Facts, str]:
    """What a line right below an article states: who wrote it and when, or whose it is."""
    if told := posted.read(block.text, today):
        return _posted(facts, told), "byline"
    if source := attribution.source(block.text):
        return replace(facts, source=facts.source or source), "source"
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


def _of_article(facts: Facts, texts: Sequence[str]) -> Facts:
    """A description is a summary unless it speaks of something else, as a site's own does; keywords
    are tags where the text speaks of them.
    """
    whole = key("".join([facts.title, *texts]))
    about = _share_said(facts.summary, whole) > _ABOUT
    tags = tuple(word for word in facts.keywords if _share_said(word, whole) == 1)
    return replace(facts, summary=facts.summary if about else "", tags=facts.tags or tags)


def _share_said(text: str, whole: str) -> float:
    """The share of a text's words that stand in a whole, whatever letters cling to them there."""
    words = [k for word in text.split() if len(k := key(word).removeprefix("ال")) > 1]
    return sum(word in whole for word in words) / len(words) if words else 0
