"""HTML as lines: what a reader of the page sees, block by block, in the page's order.

Nothing that shows is left out, so that whatever is not taken for the article can be reported.
"""

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from warraq.importer import lines
from warraq.importer.lines import Line

HIDDEN: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "canvas"}
    | {"audio", "video", "math"}
)
_FRAMES: Final = frozenset({"wm-ipp-base", "wm-ipp"})
"""What an archive of the web shows above its captures, and no part of these."""
INLINE: Final = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "picture", "q", "rp", "rt"}
    | {"ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time"}
    | {"tt", "u", "var", "wbr"}
)
_LINKS: Final = frozenset({"a", "button"})
_BOLD: Final = frozenset({"b", "strong"})
_LINK: Final = 0.9
"""Of a block's letters that are links or buttons: it is nothing else."""
PICTURES: Final = frozenset({"img", "picture", "amp-img"})
_MARKS: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "item",
    "blockquote": "quote",
    "figcaption": "caption",
}
_WRITER: Final = re.compile(r"(?:^|[\s_-])(?:author|byline|writer)", re.IGNORECASE)
_CAPTION_CLASS: Final = re.compile(r"(?:^|[\s_-])(?:wp-)?caption(?:$|[\s_-])", re.IGNORECASE)
_CATEGORY_CLASS: Final = re.compile(
    r"(?:^|[\s_-])(?:category|cat-links)(?:$|[\s_-])", re.IGNORECASE
)
_KNOWN: Final = (
    "a|abbr|article|aside|audio|b|bdi|bdo|big|blockquote|body|br|button|center|cite|code|dd|del|"
    "div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|"
    "input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|p|param|picture|pre|q|s|script|"
    "section|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|"
    "title|tr|tt|u|ul|video|wbr|o:p"
)
_TAG: Final = re.compile(rf"</?(?:{_KNOWN})(?=[\s/>])[^<>]*>|<!--", re.IGNORECASE)
_WHOLE_TAG: Final = re.compile(rf"</?(?P<name>{_KNOWN})(?=[\s/>])[^<>]*>", re.IGNORECASE)
_BLOCK_TAG: Final = re.compile(
    r"</?(?:p|br|div|img|li|tr|td|h[1-6])(?=[\s/>])[^<>]*>", re.IGNORECASE
)
_PROGRAM: Final = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_FOREIGN_TAG: Final = re.compile(
    r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?[^<>\n]*>|<![A-Za-z][^<>\n]*>|</?[A-Za-z][\w:.-]*(?=[\s/>])[^<>\n]*>"
)
_LEAST_TAGS: Final = 3
_STRAY: Final = re.compile(rf"<(?!/?(?:{_KNOWN})(?=[\s/>])|!--)", re.IGNORECASE)
"""A sign that opens no tag, as in <name@example.org>, and is part of a text."""
_ANY_TAG: Final = re.compile(r"</?([A-Za-z][\w:-]*)[^<>]*>")
_ESCAPED_TAG: Final = re.compile(r"&lt;/?(?:p|br|div|span|strong|h[1-6]|a|img)\b", re.IGNORECASE)
_BREAKING_TAG: Final = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_UNREADABLE: Final = re.compile("[\0\ud800-\udfff]")
_DOCUMENT: Final = re.compile(r"(?:\d+\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"<[!?]")
_WHOLE_PAGE: Final = re.compile(r"<(?:html|head|title|body|h1)[\s>]", re.IGNORECASE)
_LINE_BREAK: Final = re.compile(r"\r\n|[\n\r]")
_BLANK_LINE: Final = re.compile(r"(?:\r\n|[\n\r])[ \t]*(?:\r\n|[\n\r])")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a page as it shows: a paragraph, a heading, an item, what stands before a <br>."""

    text: str
    mark: str
    """heading, item, quote, caption, or ''."""
    gap: bool
    """It begins a block of its own."""
    element: Any
    """The element that it is the text of."""
    linked: float = 0.0
    """The share of its letters that are links or buttons."""
    pictured: bool = False
    """A picture stands right before it."""
    pictures: tuple[tuple[str, str], ...] = ()
    """Addresses and descriptions of those that do."""
    bold: bool = False
    """All its letters are bold, and nothing but that tells it from a paragraph."""

    @property
    def is_link(self) -> bool:
        """It is nothing but a link or a button."""
        return self.linked > _LINK

    @property
    def prose(self) -> bool:
        """It is a paragraph of running text."""
        return self.line(1).prose

    @property
    def parent(self) -> Any:
        """The element around its own."""
        parent = self.element.getparent()
        return self.element if parent is None else parent

    def around(self) -> Iterator[Any]:
        """Its element, and those around that, the innermost first."""
        yield self.element
        yield from self.element.iterancestors()

    def line(self, number: int) -> Line:
        """The block as a line of a text."""
        line = Line(number, self.text, self.text.count(" ") + 1, self.gap)
        if self.mark == "caption" or (self.mark == "heading" and line.words > 8 and line.stops):
            return line
        return line._replace(mark=self.mark)  # type: ignore[arg-type]


def parse(text: str) -> Any:
    """The root element of a page or of a piece of one; None where there is nothing to read.

    The parser stops where elements are nested too deep; then only the breaks between them are left.
    """
    root, whole = _parsed(text)
    return root if whole else _parsed(_ANY_TAG.sub(_break_or_nothing, text))[0]


def _parsed(text: str) -> tuple[Any, bool]:
    data = _UNREADABLE.sub("\ufffd", text).encode()
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    return root, not any("depth" in entry.message.lower() for entry in parser.error_log)


def _break_or_nothing(tag: re.Match[str]) -> str:
    return "" if tag[1].lower() in INLINE else "<br>"


def blocks(root: Any, *, breaks: bool = False, joiners: bool = False) -> list[Block]:
    """What shows, block by block. `breaks`: line breaks outside of paragraphs part blocks, as where
    a program was to make paragraphs of them.
    """
    walk = _Walk(breaks=breaks, joiners=joiners)
    if root is not None:
        walk.enter(root, "")
        walk.flush()
    return walk.found


def of_fragment(text: str, *, joiners: bool = False) -> list[Block]:
    """The blocks of a text that a database or a feed keeps as HTML."""
    if _ESCAPED_TAG.search(text) and not _TAG.search(text):
        text = html.unescape(text)
    text = without_strays(text)
    if not _BREAKING_TAG.search(text):
        text = _LINE_BREAK.sub("<br>", text)
    else:
        text = _BLANK_LINE.sub("\u2029", text)
    return blocks(parse(f"<div>{text}</div>"), breaks=True, joiners=joiners)


def is_tagged(text: str) -> bool:
    """Tags that nobody types have been left in a plain text."""
    return "<" in text and len(_BLOCK_TAG.findall(text)) >= _LEAST_TAGS


def without_programs(text: str) -> str:
    """A tagged text without its scripts and styles; its lines stay as many."""
    return _PROGRAM.sub(lambda program: "\n" * program[0].count("\n"), text)


def without_tags(text: str) -> str:
    """A tagged text without its tags, in lines where they part it."""
    return _WHOLE_TAG.sub(lambda tag: "" if tag["name"].lower() in INLINE else "\n", text)


def has_tags(text: str) -> bool:
    """Tags of HTML stand in a text, of whatever kind."""
    return _WHOLE_TAG.search(text) is not None


def begins_block(text: str) -> bool:
    """A text begins with a tag that is no part of a line."""
    tag = _WHOLE_TAG.match(text.lstrip())
    return tag is not None and tag["name"].lower() not in INLINE


def without_strays(text: str) -> str:
    """A text in which each sign < opens a tag."""
    return _STRAY.sub("&lt;", text)


def is_caption(element: Any) -> bool:
    """Its name or its class says that it is a picture's caption."""
    named = _CAPTION_CLASS.search(element.get("class") or "")
    return element.tag == "figcaption" or (named is not None and element.find(".//img") is None)


def without_any_tags(text: str) -> str:
    """As `without_tags`, of a text whose tags are markup whatever their names. Those that HTML does
    not know mark words, unless a line is nothing else.
    """
    return _FOREIGN_TAG.sub("", without_tags(text))


def is_html(name: str) -> bool:
    """Elements of HTML have this name."""
    return _TAG.match(f"<{name}>") is not None


def is_markup(text: str) -> bool:
    """The text is HTML rather than plain."""
    return _TAG.search(text) is not None or _ESCAPED_TAG.search(text) is not None


def plain(text: str) -> str:
    """A value on one line, as it reads: without tags, its entities read."""
    if _TAG.search(text):
        text = " ".join(block.text for block in of_fragment(text))
    return " ".join(lines.repair(text, joiners=True).split())


class _Walk:
    """Gathers blocks in the order of the page."""

    def __init__(self, *, breaks: bool, joiners: bool) -> None:
        self.breaks = breaks
        self.joiners = joiners
        self.found: list[Block] = []
        self._parts: list[str] = []
        self._linked = 0
        self._links = 0
        self._bold = 0
        self._plain = False
        self._pictured = False
        self._pictures: tuple[tuple[str, str], ...] = ()
        self._broken = False
        self._place: tuple[Any, str] = (None, "")
        self._gap = True

    def enter(self, element: Any, mark: str) -> None:
        """Walk an element. Parsers keep pages from being nested deeper than Python can follow."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in HIDDEN or element.get("id") in _FRAMES:
            return
        if tag == "br":
            blank = self._broken and not "".join(self._parts).strip()  # the second of two
            self.flush(gap=blank)
            self._broken = True
            return
        if tag in PICTURES:
            self._pictured = True
            self._pictures += ((element.get("src") or "", plain(element.get("alt") or "")),)
        link = tag in _LINKS and (element.get("href") is not None or not element.get("name"))
        self._links += link
        self._bold += tag in _BOLD
        block = tag not in INLINE
        if block:
            self.flush()
            mark = _MARKS.get(tag, mark)
            if _CAPTION_CLASS.search(element.get("class") or "") and not len(element) > 3:
                mark = "caption"
        self._add(element, mark, element.text)
        for child in element:
            self.enter(child, mark)
            self._add(element, mark, child.tail)
        self._links -= link
        self._bold -= tag in _BOLD
        if block:
            self.flush()

    def _add(self, element: Any, mark: str, text: str | None) -> None:
        if not text:
            return
        for index, part in enumerate(text.split("\u2029") if self.breaks else [text]):
            if index:
                self.flush()
            self._place = (element, mark)
            self._parts.append(part)
            self._linked += len(part.strip()) if self._links else 0
            self._plain = self._plain or (not self._bold and part.strip() != "")

    def flush(self, *, gap: bool = True) -> None:
        """End a block."""
        text = " ".join(lines.clean("".join(self._parts), joiners=self.joiners).split())
        if text:
            element, mark = self._place
            linked = min(1.0, self._linked / len(text))
            block = _block_of(element)
            shown = self._pictured, self._pictures, not (self._plain or mark)
            self.found.append(Block(text, mark, self._gap, block, linked, *shown))
            self._gap = self._pictured = False
            self._pictures = ()
        self._gap = self._gap or gap
        self._parts = []
        self._linked = 0
        self._plain = False


def _block_of(element: Any) -> Any:
    while element.tag in INLINE and element.getparent() is not None:
        element = element.getparent()
    return element


def with_lead(text: str) -> tuple[str, int]:
    """A piece of a page above whose first block stand lines without tags, as where the fields of a
    record were written one below the other, with these as blocks; and how many they are.
    """
    lead = text[: tag.start()] if (tag := _WHOLE_TAG.search(text)) else ""
    rows = [row for row in lead.splitlines() if plain(row)]
    if (
        not rows
        or _DECLARATION.search(lead)
        or _WHOLE_PAGE.search(text)
        or not begins_block(text[len(lead) :])
    ):
        return text, 0
    blocks = "".join(f"<p>{without_strays(row)}</p>\n" for row in rows)
    return blocks + text[len(lead) :], len(rows)


def source_shown(root: Any) -> str:
    """The page whose source a browser shows, where that was saved and not the page; or ''."""
    if root is None or root.find("body") is None:
        return ""
    shown = "".join(root.find("body").itertext()).strip()
    return shown if _DOCUMENT.match(shown) and "</" in shown else ""


def metadata(root: Any) -> Iterator[tuple[str, str]]:
    """The names and contents of a page's <meta>, in small letters, in order."""
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if name and (content := plain(meta.get("content") or "")):
            yield name.lower(), content


def links(root: Any, rel: str) -> Iterator[str]:
    """The texts of a page's links that say so of themselves: `rel="tag"`, `rel="author"`. One that
    says `category tag`, or a `tag` that stands where the page lists categories, as some programs
    write, is a category.
    """
    for link in root.iter("a"):
        said = (link.get("rel") or "").lower().split()
        if not {"tag", "category"}.isdisjoint(said) and _is_of_category(link, said):
            said = ["category"]
        if rel in said and (text := plain("".join(link.itertext()))):
            yield text


def _is_of_category(link: Any, said: Collection[str]) -> bool:
    parent = link.getparent()
    around = "" if parent is None else parent.get("class") or ""
    return "category" in said or _CATEGORY_CLASS.search(around) is not None


def moments(element: Any) -> Iterator[str]:
    """What <time> elements, and others that mark a day of publication, say for machines."""
    for part in element.iter():
        named = (part.get("class") or "").lower().split()
        if part.tag == "time" or "published" in named or part.get("itemprop") == "datePublished":
            moment = part.get("datetime") or part.get("content") or part.get("title")
            if moment:
                yield moment


def pieces(element: Any) -> Iterator[tuple[str, Any]]:
    """The texts of an element's own parts, and the element that says each; None for its own."""
    yield from _piece(element.text, None)
    for part in element:
        yield from _piece("".join(part.itertext()), part)
        yield from _piece(part.tail, None)


def is_bold(element: Any) -> bool:
    """All that an element says stands in <b> or <strong>."""
    bold = "".join("".join(part.itertext()) for part in element.iter("b", "strong"))
    return plain(bold) == plain("".join(element.itertext()))


def is_boxed(block: Block) -> bool:
    """The block is all that its element says, and all else in that is one picture."""
    pictures = sum(part.tag in PICTURES for part in block.element.iter())
    return pictures == 1 and plain("".join(block.element.itertext())) == block.text


def kind_of(element: Any) -> str:
    """What an element says that it is: writer, section, time or ''."""
    said = f"{element.get('rel')} {element.get('itemprop')} {element.get('class')}"
    if "category" in (element.get("rel") or "").split():
        return "section"
    return "writer" if _WRITER.search(said) else "time" if element.tag == "time" else ""


def _piece(text: str | None, part: Any) -> Iterator[tuple[str, Any]]:
    shown = plain(text or "").strip(" |/-–—•·,،:")
    if shown:
        yield shown, part
