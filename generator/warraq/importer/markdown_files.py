"""Markdown with front matter, as other site generators and note books keep it, or as we do.

The text is Markdown already and stays as it is, unless HTML stands in it. Our own keys are read as
ours; other people's have the names of `fields`. Without front matter, a heading and a list of
`labels` below it may be the head.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from warraq import frontmatter
from warraq.importer import decoding, fields as columns, labels, language, tagged_markdown
from warraq.importer.captions import Caption
from warraq.importer.document import Cut, Document, Facts
from warraq.importer.fields import Fields

_TOML: Final = re.compile(r"(?ms)\s*\+\+\+[ \t]*\n(?P<head>.*?)^\+\+\+[ \t]*(?:\n|\Z)")
_YAML: Final = re.compile(r"(?ms)\s*---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$")
_FENCE: Final = re.compile(r"[^\w]*(?:---|\+\+\+|\.\.\.)[^\w]*")
_KEY: Final = re.compile(r"[\"']?(\w[^:=\"']*?)[\"']?[ \t]*[:=]")
_BEGUN_HEAD: Final = re.compile(rf"\s*(?:---|\+\+\+)[ \t]*\n{_KEY.pattern}")
_HEADING: Final = re.compile(
    r"(?:\s*<(?:div|article|section|center)\b[^<>\n]*>)*\s*"
    r"(?P<level>#{1,6})[ \t]+(?P<title>\S[^\n]*?)[ \t]*#*[ \t]*(?:\n|\Z)"
)
_NUMBER: Final = re.compile(r"\(\d{1,3}\)\s+")
"""Of an article, in a list of them."""
_BREAK: Final = re.compile("\r\n|[\r\u2028\u2029]")
_OURS: Final = ("corrections", "withdrawn")
_NO_DATE: Final = ("false", "no")


def read(data: bytes, _file: str, today: date, fields: Fields) -> Document:
    """Read a Markdown file; decoding.UndecodableError where its bytes are no text."""
    decoded = decoding.decode(data)
    text = _BREAK.sub("\n", decoded.text).replace("\0", "")
    values, head, body = _parted(text)
    unread = not head and _BEGUN_HEAD.match(text) is not None
    start = head.count("\n") + 1
    heading = _HEADING.match(body)
    labelled = labels.Head() if head or unread else _labelled(body, heading, fields)
    if labelled.rows:
        values, body = labelled.row, labelled.rest
    told = columns.read(values, fields, today)
    facts = replace(told.facts, kept=_kept(values, told.facts))
    cuts = (*_head(head, told.rules), *labelled.cuts(told.rules))
    if heading and not facts.title and (heading["level"] == "#" or labelled.rows):
        title = heading["title"]
        facts = replace(facts, title=_NUMBER.sub("", title, 1) if labelled.rows else title)
        number = start + heading[0][: heading.start("level")].count("\n")
        cuts = (*cuts, Cut(number, " ".join(heading[0].split()), "title"))
        body = body if labelled.rows else body[heading.end() :]
    body = body.strip("\n")
    first = text.rstrip("\n").count("\n") - body.count("\n") + 1
    body, shown, tagged = tagged_markdown.plain(tagged_markdown.headed(body), today)
    if pictures := (*_pictures(values), *shown):
        facts = replace(facts, images=pictures)
    if not body.strip() and not facts.title and told.text.strip():
        raise decoding.UndecodableError("no fields")
    if not body.strip() and not facts.title:
        raise decoding.UndecodableError("empty")
    return Document(
        (),
        decoded.encoding,
        language.is_arabic(body or facts.title),
        facts,
        markdown=tagged_markdown.apart(tagged_markdown.unwrapped(body)),
        start=first,
        cuts=(*cuts, *(Cut(first + index, row, "repaired") for index, row in tagged)),
        doubts=(*decoded.doubts, *(("head",) if unread else ()), *told.doubts),
    )


def _labelled(body: str, heading: re.Match[str] | None, fields: Fields) -> labels.Head:
    """The head of labels in a text, below its heading if it has one, which goes with it."""
    if heading is None:
        return labels.head(body, fields)
    below = "\n" * heading[0].count("\n") + body[heading.end() :]
    return labels.head(below, fields, titled=True)


def _parted(text: str) -> tuple[Mapping[str, Any], str, str]:
    """The values at a file's head, that head, and the text below it; none where the head cannot be
    read, and then it stays in the text.
    """
    if match := _TOML.match(text):
        try:
            values = tomllib.loads(match["head"])
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}, "", text
        return _plain(values), match[0], text[match.end() :]
    parsed = frontmatter.parse(text, "")
    if (parsed.problems and not parsed.values) or not _YAML.match(text):
        return {}, "", text
    return parsed.values, text.removesuffix(parsed.body), parsed.body


def _head(head: str, rules: Mapping[str, str]) -> Iterator[Cut]:
    """The lines of a file's head as they stand, each by the rule of its key."""
    rule = "column"
    for number, line in enumerate(head.split("\n"), 1):
        if key := _KEY.match(line):
            rule = rules.get(key[1], "column")
        if line.strip() and not _FENCE.fullmatch(line):
            yield Cut(number, line.rstrip(), rule)


def _plain(value: Any) -> Any:
    """TOML's values as those of front matter."""
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, bool) else str(value)


def _kept(values: Mapping[str, Any], facts: Facts) -> dict[str, object]:
    """What is of our own front matter, and the addresses under which the text was known."""
    kept: dict[str, object] = {name: values[name] for name in _OURS if values.get(name)}
    old = [values.get("aliases"), values.get("permalink"), values.get("url")]
    listed = (item for value in old for item in (value if isinstance(value, list) else [value]))
    paths = [text for text in listed if isinstance(text, str) and text.startswith("/")]
    if paths:
        kept["aliases"] = list(dict.fromkeys(paths))
    if facts.kept or str(values.get("published", "")).lower() in _NO_DATE:
        kept["draft"] = True
    return kept


def _pictures(values: Mapping[str, Any]) -> tuple[Caption, ...]:
    """Pictures as our front matter has them."""
    images = values.get("images")
    if not isinstance(images, list):
        return ()
    return tuple(
        Caption(
            str(image.get("caption", "")),
            str(image.get("credit", "")),
            src=str(image.get("src", "")),
            alt=str(image.get("alt", "")),
        )
        for image in images
        if isinstance(image, Mapping)
    )
