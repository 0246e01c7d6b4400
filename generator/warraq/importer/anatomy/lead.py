"""How the text opens: a first paragraph that is said again or is a summary, and the dateline."""

from collections.abc import Sequence
from typing import Final

from warraq.importer import dateline, gazetteer
from warraq.importer.anatomy.reading import Reading
from warraq.importer.anatomy.statements import take_byline, take_dateline
from warraq.importer.lines import Line, key

_OPENING: Final = 60
"""Characters in which a dateline names its agency."""
_LEAD_LETTERS: Final = 40
"""Of the shortest first paragraph that the text may repeat."""


def read_lead(reading: Reading) -> None:
    """A first paragraph that the next one repeats is said once; one that stands apart from a text
    without blank lines is its summary.
    """
    rest = reading.rest(reading.start)
    if len(rest) < 2:
        return
    lead, following = reading.lines[rest[0]], [reading.lines[i] for i in rest[1:]]
    if _is_said_again(lead, following[:3]):
        reading.roles[rest[0]] = "lead again"
        return
    if len(following) > 1 and _is_signature(following[0]) and _is_said_again(lead, following[1:4]):
        reading.roles[rest[0]] = "lead again"
        take_byline(reading, rest[1])
        return
    apart = following[0].gap and not any(line.gap for line in following[1:])
    opens_below = following[0].gap and dateline.opening(following[0].text) is not None
    if opens_below and not dateline.opening(lead.text):
        said = dateline.without_opening(following[0].text)
        if reading.title >= 0 and key(said).startswith(lead.key):
            reading.roles[rest[0]] = "lead again"
            return
    if (
        (apart or opens_below)
        and len(following) > (0 if opens_below else 1)
        and reading.title >= 0
        and not reading.found.summary
        and lead.words <= 60
    ):
        reading.roles[rest[0]] = "summary"
        reading.found.summary = lead.text


def _is_signature(line: Line) -> bool:
    return not line.ends and gazetteer.may_be_person(line.text)


def _is_said_again(lead: Line, following: Sequence[Line]) -> bool:
    """The lines that follow, together, begin as the first one reads."""
    one, other = (key(line.text.partition(" ")[0]) for line in (lead, following[0]))
    if not (one.startswith(other) or other.startswith(one)) or len(following[0].key) == 1:
        return False
    said = "".join(line.key for line in following)
    return len(lead.key) >= _LEAD_LETTERS and said.startswith(lead.key)


def read_opening(reading: Reading) -> None:
    """The dateline in the first sentence is read, or in that below a summary; it stays whole."""
    for place, index in enumerate(reading.rest(reading.start)[:2]):
        text = reading.lines[index].text
        if place and "(" not in text[:_OPENING]:
            return  # the second paragraph begins with an agency in brackets, or with no dateline
        if where := dateline.opening(text):
            take_dateline(reading, where)
            return
