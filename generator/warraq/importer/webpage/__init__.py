"""Saved web pages: the lines of their articles, and what they and their metadata say of those.

The lines are the page's own, so that no word of them is changed, and all the others are reported.
Which are the article's is for `article` to say; `title` and `surroundings` read what stands around
it, as `statements`. What a page states of itself for machines (`metadata`) wins over what its lines
seem to say.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from warraq.importer import decoding, language, markup
from warraq.importer.document import Cut, Document
from warraq.importer.fields import Fields
from warraq.importer.lines import key
from warraq.importer.webpage import article, metadata, pictures
from warraq.importer.webpage.surroundings import Page

_SCRIPT: Final = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta\b[^<>]*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CODECS: Final = {
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859_6",
    "mac-arabic": "mac_arabic",
}
_LEAST: Final = 60
"""Letters of the shortest article that is believed to be one."""


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
    chosen, sure = article.find(blocks, text, today)
    if sum(len(key(blocks[i].text)) for i in chosen) < _LEAST:
        raise decoding.UndecodableError("no article")
    stated = metadata.read(root, text, today)
    page = Page(blocks, chosen | set(range(lead)), stated, today, lead)
    page.read()
    facts = pictures.with_saved(page.facts, blocks, page.chosen, page.rules)
    heads = article.bold_headings(blocks, page.chosen)
    lines = tuple(
        (replace(blocks[i], mark="heading") if i in heads else blocks[i]).line(i + 1)
        for i in sorted(page.chosen)
    )
    cuts = tuple(
        Cut(i + 1, block.text, page.rules.get(i, "page"))
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
