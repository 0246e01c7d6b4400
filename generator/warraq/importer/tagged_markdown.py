"""Markdown with tags of HTML in it, as programs export it, as Markdown alone.

Our pages show HTML as it is typed, so that a reader would see its tags. Paragraphs, headings,
lists, links and emphasis have marks in Markdown; pictures go to the front matter with their
captions. A paragraph that is Markdown already stays byte for byte as it is.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise
from typing import Any, Final

from warraq import markdown
from warraq.importer import captions, markup, wrapping
from warraq.importer.captions import Caption
from warraq.importer.lines import ENTITY, Line, key

_BLANK_LINES: Final = re.compile(r"\n(?:[^\S\n]*\n)+")
_COMMENT: Final = re.compile(r"(?<!`)<!--.*?-->", re.DOTALL)
_ENTITY: Final = re.compile(rf"(?<!\\)&{ENTITY}")
_NO_ENTITY: Final = re.compile(rf"&(?!{ENTITY})")
"""As in addresses, where parsers would read one without its semicolon."""
_CODE: Final = re.compile(r"`|~~~")
_FENCE: Final = re.compile(r"(?m)^\s*(?:```|~~~)")
_CAPTIONED: Final = re.compile(
    r"\[caption\b[^\]]*\](?P<picture>\s*(?:<a\b[^>]*>\s*<img\b[^>]*>\s*</a>|<img\b[^>]*>))"
    r"(?P<text>.*?)\[/caption\]",
    re.DOTALL,
)
"""As WordPress keeps a picture and its caption."""
_FIGURE: Final = re.compile(r"\{\{[<%]\s*figure\b([^{}]*?)/?\s*[>%]\}\}")
"""As Hugo does."""
_HEADINGS: Final = {f"h{level}": "#" * max(2, level) for level in range(1, 7)}
_BLOCK_MARKS: Final = {"li": "-", "blockquote": ">"}
_JOINTS: Final = {"-": "\n", ">": "\n>\n"}
"""What parts the items of a list, and the paragraphs of a quotation."""
_EMPHASIS: Final = {"b": "**", "strong": "**", "em": "*", "i": "*"}
_LINK: Final = re.compile(r"(?:https?|mailto|tel):\S+|[^\s:]+")
_CODED: Final = re.compile(r"(?:%[0-9a-f]{2}){2}", re.IGNORECASE)
_GLUED_HEADING: Final = re.compile(
    r"(?m)(?<=^##)(?=[^\s#])|(?<=^###)(?=[^\s#])|(?<=^####)(?=[^\s#])"
)
_MARKED: Final = re.compile(r"[\s#>_+*-]|\d+[.)]")
"""How a line begins that is more than a line of a paragraph."""


def plain(text: str, today: date) -> tuple[str, tuple[Caption, ...], list[tuple[int, str]]]:
    """A body as Markdown alone, the pictures of its tags, and its lines with tags as they were,
    each with its index.

    Of a body with blocks of code nothing is changed: tags may be what it speaks of.
    """
    if _FENCE.search(text) or not ("<" in text or "&" in text or "{{" in text):
        return text, (), []
    shown = _COMMENT.sub(_line_breaks, markup.without_programs(text))
    shown = _FIGURE.sub(r"<img\1>", shown)
    shown = _CAPTIONED.sub(r"<figure>\g<picture><figcaption>\g<text></figcaption></figure>", shown)
    chunks = _BLANK_LINES.split(shown)
    pictures: list[Caption] = []
    written = [_written(chunk, pictures, today) if _is_tagged(chunk) else chunk for chunk in chunks]
    if shown == text and written == chunks:
        return text, (), []
    kept = Counter(row.strip() for chunk in written for row in chunk.split("\n"))
    rows = [(i, row.strip()) for i, row in enumerate(text.split("\n")) if row.strip()]
    tagged = []
    for index, row in rows:
        if kept[row]:
            kept[row] -= 1
        else:
            tagged.append((index, row))
    shown = "\n\n".join(chunk.strip("\n") for chunk in written if chunk.strip())
    return shown, tuple(pictures), tagged


def headed(text: str) -> str:
    """A body whose headings have the space behind their marks that a careless hand left out:
    «###السوق». One mark alone is that of a tag.
    """
    return text if "##" not in text or _FENCE.search(text) else _GLUED_HEADING.sub(" ", text)


def unwrapped(text: str) -> str:
    """A body whose paragraphs, where an editor wrapped them at a fixed width, are whole again;
    lists, tables, code and what its writer broke stay.
    """
    if "\n" not in text or _FENCE.search(text):
        return text
    rows = text.split("\n")
    lines = list(_lines_of_paragraphs(rows))
    joined = {line.number for line in lines}
    joined -= {line.number for line in wrapping.undone(lines, text)}
    found: list[str] = []
    for number, row in enumerate(rows, 1):
        if number in joined:
            found[-1] = f"{found[-1].rstrip()} {row.strip()}"
        else:
            found.append(row)
    return "\n".join(found)


def _lines_of_paragraphs(rows: Sequence[str]) -> Iterator[Line]:
    """The lines of those paragraphs that have no mark of another kind."""
    numbered = enumerate(rows, 1)
    for blank, group in groupby(numbered, lambda row: not row[1].strip()):
        chunk = list(group)
        if blank or any(_is_broken(row) for _, row in chunk):
            continue
        for index, (number, row) in enumerate(chunk):
            yield Line(number, row.strip(), row.count(" ") + 1, gap=index == 0)


def _is_broken(row: str) -> bool:
    """A mark begins it, it is a table's, or its writer ended it."""
    return _MARKED.match(row) is not None or "|" in row or row.endswith(("  ", "\\"))


def apart(text: str) -> str:
    """A body whose paragraphs stand one below the other, with blank lines between them.

    They are lines that end as sentences do. Where blank lines part other paragraphs, a line is a
    sentence, or as much as its writer's window was wide; short lines are a list's or a poem's.
    """
    chunks = _BLANK_LINES.split(text)
    with_prose = [chunk for chunk in chunks if _has_prose(chunk)]
    if len(with_prose) != 1 or "\n" not in with_prose[0]:
        return text
    rows = with_prose[0].split("\n")
    if any(map(_MARKED.match, rows)) or any(row.endswith(("  ", "\\")) for row in rows):
        return text
    lines = [Line(0, row.strip(), row.count(" ") + 1) for row in rows]
    whole = all(line.prose and line.ends for line in lines[:-1])
    if not whole or not (lines[-1].prose or lines[-1].text.endswith(":")):
        return text
    return text.replace(with_prose[0], "\n\n".join(rows), 1)


def _has_prose(chunk: str) -> bool:
    rows = chunk.split("\n")
    return any(Line(0, row, row.count(" ") + 1).prose for row in rows)


def _is_tagged(chunk: str) -> bool:
    """Tags or entities stand in it, and it does not speak of them as of code."""
    tagged = ("<" in chunk and markup.has_tags(chunk)) or _ENTITY.search(chunk) is not None
    return tagged and not _CODE.search(chunk)


def _line_breaks(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _written(chunk: str, pictures: list[Caption], today: date) -> str:
    """A paragraph of Markdown with tags, or a piece of HTML, which begins with a block of it."""
    if not ("<" in chunk and markup.has_tags(chunk)):
        return _ENTITY.sub(lambda one: html.unescape(one[0]), chunk).replace("\u00a0", " ")
    writer = _Writer(pictures, today, raw=markup.begins_block(chunk))
    whole = markup.without_strays(_NO_ENTITY.sub("&amp;", chunk)).replace("<!--", "&lt;!--")
    writer.enter(markup.parse(f"<div>{whole}</div>"))
    return "\n\n".join(writer.finished())


@dataclass(slots=True)
class _Writer:
    """Writes the elements of a piece of HTML as Markdown."""

    pictures: list[Caption]
    today: date
    raw: bool
    """Its text is HTML's, in which Markdown has no marks and white space no meaning."""
    blocks: list[tuple[str, str]] = field(default_factory=list)
    """Each with its mark."""
    parts: list[str] = field(default_factory=list)
    mark: str = ""

    def finished(self) -> Iterator[str]:
        """The blocks; the items of a list, and the paragraphs of a quotation, together."""
        self.flush()
        together = ""
        for (mark, text), (following, _) in pairwise([*self.blocks, ("", "")]):
            together += text
            if mark == following and mark in _JOINTS:
                together += _JOINTS[mark]
            else:
                yield together
                together = ""

    def enter(self, element: Any) -> None:
        """Write an element. Parsers keep texts from being nested deeper than Python can follow."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in markup.PICTURES:
            self._picture(element)
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _EMPHASIS or tag == "a":
            self._inline(element, tag)
        elif tag in markup.INLINE:
            self._inner(element)
        elif tag not in markup.HIDDEN:
            self._block(element, tag)

    def _inner(self, element: Any) -> None:
        self._text(element.text)
        for child in element:
            self.enter(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        text = (text or "").replace("\u00a0", " ")
        if self.raw and (shown := " ".join(text.split())):
            before, after = text[0].isspace(), text[-1].isspace()
            text = f"{' ' * before}{markdown.escape(shown)}{' ' * after}"
        elif self.raw:
            text = " " if text else ""
        self.parts.append(text)

    def _picture(self, element: Any) -> None:
        for image in [element, *element.iter("img")][-1:]:
            alt = image.get("alt") or ""
            named = _CODED.search(alt) or (alt.isascii() and " " not in alt)  # after its file
            alt = "" if named else alt
            self.pictures.append(Caption("", src=image.get("src") or "", alt=alt))
            if caption := markup.plain(image.get("caption") or ""):
                self._caption(caption)

    def _inline(self, element: Any, tag: str) -> None:
        """Emphasis and links go around words, without the white space at their ends."""
        outer, count = self.parts, len(self.blocks)
        self.parts = []
        self._inner(element)
        inner = "".join(self.parts)
        text = inner.strip()
        if text and len(self.blocks) == count:
            before, _, after = inner.partition(text)
            self.parts = [before, self._around(element, tag, text), after]
        self.parts = outer + self.parts

    def _around(self, element: Any, tag: str, text: str) -> str:
        if tag in _EMPHASIS:
            heading = self.mark.startswith("#")
            return text if heading or "*" in text else f"{_EMPHASIS[tag]}{text}{_EMPHASIS[tag]}"
        address = (element.get("href") or "").strip()
        if not _LINK.fullmatch(address) or "[" in text or address == text:
            return text
        address = address.replace("(", "%28").replace(")", "%29")
        return f"[{text}]({address})"

    def _block(self, element: Any, tag: str) -> None:
        self.flush()
        outer = self.mark
        if tag == "hr":
            self.blocks.append(("", "---"))
        self.mark = _HEADINGS.get(tag) or _BLOCK_MARKS.get(tag) or outer
        count = len(self.blocks)
        self._inner(element)
        self.flush()
        if markup.is_caption(element) and self.pictures and not self.pictures[-1].text:
            told = markdown.plain_text("\n\n".join(text for _, text in self.blocks[count:]))
            self._caption(" ".join(told.split()))
            del self.blocks[count:]
        self.mark = outer

    def _caption(self, text: str) -> None:
        """Give the last picture its caption; what the picture shows need not be said twice."""
        src, alt = self.pictures[-1].src, self.pictures[-1].alt
        caption = captions.read(text, self.today)
        alt = "" if key(alt) in (key(text), key(caption.text)) else alt
        self.pictures[-1] = replace(caption, src=src, alt=alt)

    def flush(self) -> None:
        """End a block."""
        rows = [row.strip() if self.raw else row for row in "".join(self.parts).split("\n")]
        text = "\n".join(rows).strip("\n")
        self.parts = []
        if not text.strip():
            return
        if self.mark:
            text = "\n".join(f"{self.mark} {row}".rstrip() for row in text.split("\n"))
        self.blocks.append((self.mark, text))
