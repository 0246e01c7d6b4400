"""Front matter: the block between two `---` lines at the head of an article.

People write it by hand, in Arabic, and YAML punishes them for a colon or a number sign in a
headline. So every value is text first, and its key says how to read it: a line of text is taken as
it stands, a list may use Arabic commas, and only nested values are left to YAML. What cannot be
read is reported with its line, and costs that one value, never the article.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Final, TypeAlias, Union

import yaml

from warraq.errors import Problem

Value: TypeAlias = Union[str, list["Value"], dict[str, "Value"]]  # noqa: UP007  # it names itself

TEXT_KEYS: Final = frozenset(
    {"title", "summary", "dateline", "source", "category"},
)
"""Prose on one line: a colon, a number sign or a bracket in it is part of the text."""

PLAIN_KEYS: Final = frozenset(
    {"id", "date", "date_from", "source_url", "title_from", "source_from", "draft"}
)
"""A word on one line; a comment may follow it."""

LIST_KEYS: Final = frozenset({"authors", "tags", "aliases"})
NESTED_KEYS: Final = frozenset({"images", "provenance", "corrections", "withdrawn", "suggested"})
KEYS: Final = TEXT_KEYS | PLAIN_KEYS | LIST_KEYS | NESTED_KEYS

_EDGE: Final = " \t\r\ufeff\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"
_EDGE_MARKS: Final = _EDGE + "\u2060\u2066\u2067\u2068\u2069\u00a0"
_BREAKING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+")
_ENTRY: Final = re.compile(r"([^\s:#\-\[\]{}\"'][^:]*?)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)$")
_NESTED: Final = re.compile(r"([ \t]+)([A-Za-z_][\w-]*):(?:[ \t]+(.*))?$")
_COMMENT: Final = re.compile(r"(?:^|[ \t]+)#.*$")
_COMMA: Final = re.compile(r"[,،]")
_UNSAFE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a content file says, and the text below it."""

    values: dict[str, Value]
    """All scalars are strings."""
    lines: dict[str, int]
    """The line of each key, counted from 1."""
    body: str
    """Markdown."""
    problems: tuple[Problem, ...]


def parse(text: str, file: str) -> FrontMatter:
    """Read a content file; `file` is its name in messages. Never raises on any text."""
    text = text.replace("\r\n", "\n").lstrip(_EDGE_MARKS + "\n")
    head, body = _split(text)
    if head is None:
        return FrontMatter({}, {}, text, ())
    reader = _Reader(file)
    reader.read(head)
    if body is None:
        body = ""
        reader.warn(
            1,
            "the front matter is not closed: a line `---` must stand below it.",
            "بيانات المقال غير مغلقة: يجب أن يأتي بعدها سطر فيه `---` وحدها.",
        )
    return FrontMatter(reader.values, reader.lines, body, tuple(reader.problems))


def body_of(data: bytes) -> str:
    """The Markdown below the front matter, which is not read; what is no UTF-8 becomes U+FFFD."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").lstrip(_EDGE_MARKS + "\n")
    head, body = _split(text)
    return text if head is None else body or ""


def write(values: Mapping[str, object], body: str) -> str:
    """A content file's text. Every string is double-quoted, so that no title can break it.

    Values are strings, booleans, lists, or mappings of these; empty ones are left out.
    """
    return "\n".join(["---", *_entries(values, ""), "---", "", body.rstrip("\n"), ""])


def _entries(values: Mapping[str, object], indent: str) -> list[str]:
    """The lines of a mapping."""
    lines: list[str] = []
    for key, value in values.items():
        if isinstance(value, str):  # as nearly all are
            if value:
                plain = key == "date" and _DATE.fullmatch(value)
                lines.append(f"{indent}{key}: {value if plain else _quoted(value)}")
        elif isinstance(value, (dict, Mapping)):
            if value:
                lines += (f"{indent}{key}:", *_entries(value, f"{indent}  "))
        elif isinstance(value, (list, tuple, Sequence)):
            if value:
                lines += (f"{indent}{key}:", *_items(value, indent))
        elif value is not None:
            lines.append(f"{indent}{key}: {_scalar(value)}")
    return lines


def _items(values: Sequence[object], indent: str) -> Iterator[str]:
    """The lines of a list."""
    for item in values:
        if not isinstance(item, str) and isinstance(item, (dict, Mapping)):
            inner = _entries(item, f"{indent}    ")
            if inner:
                yield f"{indent}  - {inner[0].lstrip()}"
                yield from inner[1:]
        else:
            yield f"{indent}  - {_scalar(item)}"


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    quoted: str = encode_basestring(text)
    if quoted.isprintable():  # as nearly all are, and nothing unsafe is
        return quoted
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _split(text: str) -> tuple[list[str] | None, str | None]:
    """The lines between the two `---`, and what follows; None where either is missing."""
    first, _, rest = text.partition("\n")
    if first.strip(_EDGE_MARKS) != "---":
        return None, None
    head: list[str] = []
    position = 0
    while position <= len(rest):
        end = rest.find("\n", position)
        end = len(rest) if end < 0 else end
        line = rest[position:end]
        if line.rstrip(_EDGE) in ("---", "..."):
            return head, rest[end + 1 :].lstrip("\n")
        head.append(line)
        position = end + 1
    return head, None


class _Reader:
    """Gathers the values of one file's front matter."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[str, Value] = {}
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []

    def warn(self, line: int, en: str, ar: str) -> None:
        self.problems.append(Problem(self.file, line, en, ar, "warning"))

    def read(self, head: list[str]) -> None:
        for number, key, first, rest in self._entries(head):
            if key in self.lines:
                self.warn(
                    number,
                    f"`{key}` stands twice, here and in line {self.lines[key]}; "
                    "the lower one counts. Delete one of them.",
                    f"المفتاح `{key}` مكرر، هنا وفي السطر {self.lines[key]}؛ "
                    "يُعمل بالأخير. احذف أحدهما.",
                )
            self.lines[key] = number
            self.values[key] = self._value(number, key, first, rest)

    def _entries(self, head: list[str]) -> Iterator[tuple[int, str, str, list[str]]]:
        """Each top-level entry: line number, key, the text beside it, the lines below it."""
        current: tuple[int, str, str, list[str]] | None = None
        for number, line in enumerate(head, 2):
            clean = line.lstrip(_EDGE_MARKS[3:]) if line[:1] not in " \t-#" else line
            match = _ENTRY.match(clean) if clean[:1] not in (" ", "\t", "-", "#", "") else None
            if match is None and current and _holds_no_keys(current[1], current[2]):
                match = self._indented(number, line)
            if match:
                if current:
                    yield current
                current = (number, match[1].strip(_EDGE_MARKS), match[2] or "", [])
            elif current:
                current[3].append(line)
            elif line.strip(_EDGE_MARKS) and not line.startswith("#"):
                self.warn(
                    number,
                    f"`{line.strip()[:40]}` is no `key: value` line and was passed over.",
                    f"السطر `{line.strip()[:40]}` ليس على صورة `مفتاح: قيمة` فلم يُقرأ.",
                )
        if current:
            yield current

    def _indented(self, number: int, line: str) -> re.Match[str] | None:
        """An entry that was moved in below another, whose text would swallow it."""
        match = _ENTRY.match(line.strip(_EDGE_MARKS))
        if match is None or match[1] not in KEYS:
            return None
        self.warn(
            number,
            f"`{match[1]}` is indented, and was read as an entry of its own. Take away the spaces "
            "before it.",
            f"قبل `{match[1]}` مسافات، وقد قُرئ مفتاحًا مستقلًا. احذف المسافات التي قبله.",
        )
        return match

    def _value(self, number: int, key: str, first: str, rest: list[str]) -> Value:
        first = first.strip(_EDGE_MARKS)
        below = [line for line in rest if line.strip() and not line.lstrip().startswith("#")]
        if key in TEXT_KEYS or key in PLAIN_KEYS:
            return self._text(number, key, first, below)
        if key in LIST_KEYS:
            return self._list(number, key, first, below)
        if not first and below and (nested := self._mapping(number, below)) is not None:
            return nested
        if not below and first[:1] not in ("[", "{"):
            return self._scalar(number, first)
        return self._yaml(number, key, first, rest)

    def _text(self, number: int, key: str, first: str, below: list[str]) -> str:
        if first[:1] in ("|", ">") and below:
            value = self._yaml(number, key, first, below)
            return value if isinstance(value, str) else ""
        items = [_ITEM.match(line) for line in below]
        if not first and items and all(items):  # a list where one line is wanted
            texts = [match[1].strip(_EDGE_MARKS) for match in items if match]
            first, below = texts[0] if len(texts) == 1 else f"[{'، '.join(texts)}]", []
        if key in PLAIN_KEYS and first[:1] not in ("'", '"'):
            first = _COMMENT.sub("", first)
        text = self._scalar(number, " ".join([first, *(line.strip() for line in below)]).strip())
        return "" if key != "title" and text in ("~", "null") else text

    def _list(self, number: int, key: str, first: str, below: list[str]) -> list[Value]:
        items = [_ITEM.match(line) for line in below]
        if not first and all(items):
            return [self._scalar(number, match[1]) for match in items if match]
        if first.startswith("["):
            joined = " ".join([first, *(line.strip() for line in below)])
            try:
                node = yaml.compose(joined, Loader=yaml.CBaseLoader)
            except yaml.YAMLError:
                return list(_split_commas(joined.strip("[] ")))
            if isinstance(node, yaml.SequenceNode):
                return [part for item in node.value for part in _list_items(item)]
        if first and not below:
            quoted = first[:1] in ("'", '"')
            text = self._scalar(number, first)
            return [text] if quoted else list(_split_commas(text))
        value = self._yaml(number, key, first, below) if first or below else []
        if isinstance(value, list):
            return value
        return [value] if value else []

    def _mapping(self, number: int, below: list[str]) -> Value | None:
        """A mapping of plain lines at one depth; None where only YAML can tell."""
        values: dict[str, Value] = {}
        indent = None
        for line in below:
            match = _NESTED.match(line)
            if not match or (indent is not None and match[1] != indent):
                return None
            indent = match[1]
            raw = (match[3] or "").strip(_EDGE_MARKS)
            if not raw or raw[0] in "|>[{&*!":
                return None
            values[match[2]] = self._scalar(number, raw)
        return values

    def _scalar(self, number: int, raw: str) -> str:
        """A value on one line: quoted as YAML quotes, or the text as it stands."""
        raw = raw.strip(_EDGE_MARKS)
        text = raw
        if raw[:1] == '"' and raw[-1:] == '"' and len(raw) > 1:
            text = _double_quoted(raw)
        elif raw[:1] == "'" and raw[-1:] == "'" and len(raw) > 1:
            inner = raw[1:-1]
            text = inner.replace("''", "'") if "'" not in inner.replace("''", "") else raw
        if _BREAKING.search(text):
            self.warn(
                number,
                "an invisible control character or line separator was read as a space. "
                "Type the line again.",
                "في السطر محرف تحكم خفي أو فاصل أسطر، وقد قُرئ مسافة. أعد كتابة السطر.",
            )
            text = _BREAKING.sub(" ", text)
        return text.strip(_EDGE_MARKS)

    def _yaml(self, number: int, key: str, first: str, below: list[str]) -> Value:
        source = "\n".join([f"{key}: {first}", *below])
        try:
            node = yaml.compose(source, Loader=yaml.CBaseLoader)
            return _plain(node.value[0][1]) if isinstance(node, yaml.MappingNode) else ""
        except (yaml.YAMLError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            line = number + (mark.line if mark else 0)
            self.warn(
                line,
                f"the value of `{key}` is not valid YAML and was left out. "
                'Put texts in double quotes: "…".',
                f"قيمة `{key}` ليست مكتوبة بصيغة YAML صحيحة فأُهملت. "
                'ضع النصوص بين علامتي اقتباس: "…".',
            )
            return ""


def _holds_no_keys(key: str, first: str) -> bool:
    """The value is a text or a list of texts, and is not announced as lines of text."""
    return key in KEYS - NESTED_KEYS and first[:1] not in ("|", ">")


def _double_quoted(raw: str) -> str:
    """The text of a double-quoted scalar; as it stands where its inner quotes were not escaped."""
    try:
        value = json.loads(raw, strict=False)
    except ValueError:
        try:
            value = yaml.load(raw, Loader=yaml.CBaseLoader)  # noqa: S506  # BaseLoader builds strings only
        except yaml.YAMLError:
            return raw
    return value if isinstance(value, str) else raw


def _list_items(node: yaml.Node) -> Iterator[Value]:
    if isinstance(node, yaml.ScalarNode) and node.style not in ("'", '"'):
        yield from _split_commas(node.value)
    elif node.value:
        yield _plain(node)


def _split_commas(text: str) -> Iterator[str]:
    return filter(None, (part.strip(_EDGE_MARKS) for part in _COMMA.split(text)))


def _plain(node: yaml.Node) -> Value:
    """A YAML node as strings, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(key)): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return str(node.value)
