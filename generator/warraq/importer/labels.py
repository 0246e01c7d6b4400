"""The head that a program writes above a text: a label and a value on each line.

«العنوان: …», «Date: …», or what is left of JSON, `"headline": "…",`. The labels are those of
`fields`; a head has the title's, or the text's, so that an article's own «المكان: …» is none. In
Markdown labels may be bold, and a heading above them is the title.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from warraq.importer.document import Cut
from warraq.importer.fields import Fields

_LABELLED: Final = re.compile(
    r"""[\s*#>•-]*["']?(?P<label>[^\W\d_][^:："'،]{0,28}?)["'*]*\s*[:：][\s*]*(?P<value>.*?)[\s*]*"""
)
_GLUED: Final = re.compile(
    r"\s*(?P<line>(?:(?P<label>[^\W\d_][^:：\n]{2,20}?)\s*(?P<mark>[:：]?)\s+)?"
    r"(?P<value>\d{2,4}[-/.]\d\d(?:[-/.]\d{2,4})?"
    r"(?P<hour>[T ]\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?))[ \t\u00a0]+(?=[«\"“]?[^\W\d_])"
)
"""The day that a crawler puts right before a text, on the line of its first words."""
_RULE: Final = re.compile(r"[\W_ـ]*")
_FIRST: Final = 200
"""Characters in which a head's first label stands."""
_DAY_AT: Final = 40
"""Characters in which the day stands that is glued to a text."""
_ABOVE: Final = 3
"""Lines of unknown labels that may stand above the first known one."""
_LABEL_WORDS: Final = 3
_PROSE: Final = 25
"""Words of a line that is text, whatever it begins with."""
_LEAST: Final = 2
"""Known labels of a head that the title's does not begin."""
_OF_ARTICLES: Final = frozenset(("authors", "category", "source", "source_url", "tags"))
_FOUND: Final = frozenset(("source", "source_url"))
_QUOTED: Final = ('"', "[")
_JSON: Final = re.compile(r"""^[\["]+|[\]"]*\s*,?$""")
_JSON_END: Final = re.compile(r'"\s*,?\s*$')


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says; nothing, where a text has none."""

    row: Mapping[str, str] = field(default_factory=dict)
    """Values by their labels, without the text's."""
    rows: tuple["Row", ...] = ()
    rest: str = ""
    """The text without its head, whose lines are blank."""

    def cuts(self, rules: Mapping[str, str]) -> Iterator[Cut]:
        """The lines of the head, each by the rule of its label."""
        for row in self.rows:
            yield Cut(row.number, row.line, rules.get(row.label, "column"))


class Row(NamedTuple):
    """A line of a head."""

    number: int
    line: str
    """As it stands; of the text's, the label alone."""
    label: str = ""
    name: str = ""
    """That of `fields`; '' of a label that is none of ours."""
    value: str = ""


def head(text: str, fields: Fields, *, titled: bool = False) -> Head:
    """Part a text from the head above it, or from the day that stands before its first words.
    `titled`: the title stands above it by itself.
    """
    if day := _glued_day(text, fields):
        return day
    if ":" not in text[:_FIRST] and "：" not in text[:_FIRST]:
        return Head()
    lines = text.splitlines()
    rows = list(_rows(lines, fields))
    while rows and not rows[-1].name and rows[-1].label:
        rows.pop()  # who speaks, and what he says: «سامي: نعم»
    if not _is_head([row.name for row in rows if row.name], titled=titled):
        return Head()
    for row in rows:
        lines[row.number - 1] = row.value if row.name == "text" else ""
    json = any(row.value.startswith(_QUOTED) for row in rows)
    values = {row.label: row.value for row in rows if row.label and row.name != "text"}
    if json:
        values = {label: _JSON.sub("", value) for label, value in values.items()}
        rows += _take_json(lines)
    return Head(values, tuple(rows), "\n".join(lines))


def _glued_day(text: str, fields: Fields) -> Head | None:
    """«date 2020-03-05 قال…»: a label of our days; an Arabic one has a colon, or may be a word. A
    moment such as 2020-03-05T10:20:00Z needs none.
    """
    glued = _GLUED.match(text) if any(map(str.isdigit, text[:_DAY_AT])) else None
    if glued is None:
        return None
    label = glued["label"] or "date"
    marked = glued["mark"] or (label.isascii() if glued["label"] else "T" in (glued["hour"] or ""))
    if not marked or fields.name(label) != "date":
        return None
    number = text.count("\n", 0, glued.start("line")) + 1
    row = Row(number, _folded(glued["line"]), label, "date", glued["value"])
    return Head({label: row.value}, (row,), "\n" * (number - 1) + text[glued.end() :])


def _rows(lines: Sequence[str], fields: Fields) -> Iterator[Row]:
    """The rows of a head: it ends with the text's label, or where a line has no label. The value of
    a known label may stand on the line below.
    """
    known = False
    above: tuple[str, str] | None = None  # a label without a value, and its name
    for number, line in enumerate(lines, 1):
        if _RULE.fullmatch(line):
            above = None
            if line.strip():
                yield Row(number, _folded(line))
            continue
        match = _LABELLED.fullmatch(line)
        label = match["label"].strip() if match and match["label"].count(" ") < _LABEL_WORDS else ""
        name = fields.name(label) if label else ""
        if above and not name:
            if line.count(" ") >= _PROSE:
                return
            yield Row(number, _folded(line), *above, _folded(line))
            above = None
            continue
        if match is None or not label:
            return
        value = _without_brackets(match["value"])
        known = known or name != ""
        if (not known and number > _ABOVE) or (not name and value.count(" ") >= _PROSE):
            return
        shown = line[: match.start("value")] if name == "text" else line
        yield Row(number, _folded(shown), label, name, value)
        if name == "text":
            return
        above = (label, name) if name and not value else None


def _without_brackets(value: str) -> str:
    """The items of a list as a program writes it, ['one', 'two'], between commas."""
    if value[:1] != "[" or value[-1:] != "]":
        return value
    return ", ".join(item.strip(" '\"") for item in value[1:-1].split(","))


def _folded(line: str) -> str:
    return " ".join(line.split())


def _is_head(known: Sequence[str], *, titled: bool) -> bool:
    """The title's label begins it, or is one of several, or the text's is; or it says whose the
    text is and where it stood, or, as a clipping's card does, first whose and then when. Below a
    title it may be any that a meeting, which has a place and a day too, has not.
    """
    if not known:
        return False
    several = len(set(known)) >= _LEAST
    sure = {"title", "text"} | (_OF_ARTICLES if titled else set())
    found = {*known} >= _FOUND or (known[0] == "source" and "date" in known)
    return known[0] == "title" or found or (several and not sure.isdisjoint(known))


def _take_json(lines: list[str]) -> list[Row]:
    """What closes an object goes from the end of its text, with the quotation marks around that."""
    taken: list[Row] = []
    while lines and _RULE.fullmatch(lines[-1]):
        number, line = len(lines), _folded(lines.pop())
        taken += [Row(number, line)] if line else []
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is not None:
        lines[first] = lines[first].lstrip().removeprefix('"')
        lines[-1] = _JSON_END.sub("", lines[-1])
    return taken
