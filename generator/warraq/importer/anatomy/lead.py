"""How the text opens: a first paragraph that is said again or is a summary, and the dateline."""

from collections.abc import Sequence
from typing import Final

from warraq.importer import gazetteer, opening
from warraq.importer.anatomy.reading import Reading
from warraq.importer.anatomy.statements import take_byline, take_dateline
from warraq.importer.anatomy.summaries import begins_text
from warraq.importer.dateline import Dateline
from warraq.importer.lines import Line, key, may_begin_with

_LEAD_LETTERS: Final = 30
"""Of the shortest first paragraph that the text may repeat."""
_NOTES: Final = frozenset(("ملاحظة", "ملاحظة المحرر", "ملاحظة من المحرر", "تنويه"))
"""With which an editor speaks of a text above it."""
_SUMMARY_WORDS: Final = 60
"""Of the longest paragraph that is a summary."""


def read_lead(reading: Reading) -> None:
    """A first paragraph that the next one repeats is said once; one that stands apart from a text
    without blank lines is its summary.
    """
    rest = reading.rest(reading.start)
    if len(rest) < 2:
        return
    lead, following = reading.lines[rest[0]], [reading.lines[i] for i in rest[1:]]
    if _is_said_again(lead, following[:3]) or _is_said_below_note(lead, following):
        reading.roles[rest[0]] = "lead again"
    elif len(rest) > 2 and _is_signature(following[0]) and _is_said_again(lead, following[1:4]):
        reading.roles[rest[0]] = "lead again"
        take_byline(reading, rest[1])
    elif _is_said_further_down(lead, following):
        reading.roles[rest[0]] = "lead again"
    elif reading.title >= 0 and following[0].gap:
        _read_apart(reading, rest[0], following)
    elif reading.title >= 0 and len(rest) > 2 and _begins_below(reading, lead, following[0]):
        reading.roles[rest[0]] = "summary"
        reading.found.summary = lead.text
    _read_said_below(reading)


def _read_said_below(reading: Reading) -> None:
    """The body's first line, all of which the next one says too: it is how that one begins, or a
    summary in its words.
    """
    rest = reading.rest(reading.title + 1)[:2]
    if reading.title < 0 or len(rest) < 2:
        return
    line, following = (reading.lines[i] for i in rest)
    said = key(line.text.rstrip(".،… "))
    if not _LEAD_LETTERS <= len(said) < len(following.key):
        return
    if opening.begins([following.text], said):
        reading.roles[rest[0]] = "lead again"
    elif said in following.key and not reading.found.summary:
        reading.roles[rest[0]] = "summary"
        reading.found.summary = line.text


def _read_apart(reading: Reading, index: int, following: Sequence[Line]) -> None:
    """A first paragraph above a gap: a summary, if the dateline stands below, or if no other gap
    does; where the text behind its dateline begins with the same words, it is said again.
    """
    lead, below = reading.lines[index], following[0].text
    opens_below = opening.read(below) is not None
    apart = len(following) > 1 and not any(line.gap for line in following[1:])
    again = opens_below and key(opening.without(below)).startswith(lead.key)
    if opening.read(lead.text):
        return  # the text begins here
    if again:
        reading.roles[index] = "lead again"
    elif begins_text(lead, following[0]):
        return
    elif (apart or opens_below) and not reading.found.summary and lead.words <= _SUMMARY_WORDS:
        reading.roles[index] = "summary"
        reading.found.summary = lead.text


def _begins_below(reading: Reading, lead: Line, below: Line) -> bool:
    """The text begins with its dateline in the second paragraph, so that the first is a summary."""
    if reading.found.summary or reading.found.dateline or lead.words > _SUMMARY_WORDS:
        return False
    if lead.text.partition(":")[0] in _NOTES:
        return False
    where = opening.read(below.text)
    told = where is not None and gazetteer.is_place(where.place)
    return bool(told and where and (where.source or where.authors)) and not opening.read(lead.text)


def _is_signature(line: Line) -> bool:
    return not line.ends and gazetteer.may_be_person(line.text)


def _is_said_again(lead: Line, following: Sequence[Line]) -> bool:
    """The lines that follow, together, begin as the first one reads."""
    one, other = (key(line.text.partition(" ")[0]) for line in (lead, following[0]))
    if not (one.startswith(other) or other.startswith(one)) or len(following[0].key) == 1:
        return False
    said = "".join(line.key for line in following)
    return len(lead.key) >= _LEAD_LETTERS and said.startswith(lead.key)


def _is_said_further_down(lead: Line, following: Sequence[Line]) -> bool:
    """One of the lines is the same, and a blank line parts the first from these, and no other."""
    apart = following[0].gap and not any(line.gap for line in following[1:])
    said = apart and any(line.key == lead.key for line in following)
    return said and len(lead.key) >= _LEAD_LETTERS


def _is_said_below_note(lead: Line, following: Sequence[Line]) -> bool:
    """The text begins with it below what an editor says of the writer."""
    note, *below = following[:2]
    said = any(may_begin_with(line, lead) and line.key.startswith(lead.key) for line in below)
    if not (said and note.sentence and len(lead.key) >= _LEAD_LETTERS):
        return False
    return note.key not in [line.key for line in following[2:]]  # as where all is printed twice


def read_opening(reading: Reading) -> None:
    """The dateline in the first sentence is read, or in that below a summary; it stays whole."""
    for above, index in enumerate(reading.rest(reading.start)[:2]):
        where = opening.read(reading.lines[index].text, reading.today, reading.outlets)
        if where and (not above or _is_full(where)):
            _give_way(reading, where)
            take_dateline(reading, where)
            return
    _read_signed(reading)


def _read_signed(reading: Reading) -> None:
    """Who wrote the text, «كتب سامي حداد: عاد الصيادون», who is not said in it again."""
    rest = reading.rest(reading.start)
    names = opening.signed(reading.lines[rest[0]].text) if rest else ()
    family = [name.rpartition(" ")[2] for name in names]
    again = any(name in reading.lines[i].text for i in rest[1:] for name in family)
    if names and not (again or reading.found.authors):
        reading.found.authors = names


def _give_way(reading: Reading, where: Dateline) -> None:
    """A line with but the shape of a dateline names the paper and no place, if the text begins with
    that: «رؤية – سامي حداد» above «الكويت – وصل…».
    """
    found = reading.found
    shaped = "dateline" in found.doubts and not gazetteer.is_place(found.dateline)
    if shaped and found.dateline and gazetteer.is_place(where.place):
        found.source, found.dateline = found.source or found.dateline, ""


def _is_full(where: Dateline) -> bool:
    """It says where and whose or when, as none but the first of a text does."""
    return gazetteer.is_place(where.place) and bool(where.source or where.dated)
