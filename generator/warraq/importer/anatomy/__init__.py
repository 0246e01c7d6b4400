"""The anatomy of a saved article: what each of its lines is.

Every line is given one role; those of the role `body` are the article's text, all others leave it,
for the front matter or for nothing but the import report. A line that no rule knows stays body: it
is better to show a menu word than to lose a sentence.

A text is one `reading` on which the steps write, each in a room of its own: `contents`, `start`,
`title`, `head` (with what is left `unknown` there), `ending` (with the page's `tail` and the
`tags`), `gallery`, `inside`, `between`, `lead`, `copies`, `teasers`, `last`. What a line says goes
to `statements` and `pictures`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from warraq.importer.anatomy.between import cut_between
from warraq.importer.anatomy.contents import cut_contents
from warraq.importer.anatomy.copies import cut_copies
from warraq.importer.anatomy.ending import cut_tail
from warraq.importer.anatomy.gallery import cut_galleries
from warraq.importer.anatomy.head import read_above, read_below
from warraq.importer.anatomy.inside import cut_inside, find_headings
from warraq.importer.anatomy.last import read_end
from warraq.importer.anatomy.lead import read_lead, read_opening
from warraq.importer.anatomy.reading import KEPT, Anatomy, Reading
from warraq.importer.anatomy.start import find_start
from warraq.importer.anatomy.tags import read_left
from warraq.importer.anatomy.teasers import cut_doubled, cut_headed, cut_headlines, cut_unknown
from warraq.importer.anatomy.title import find_title
from warraq.importer.habits import Habits
from warraq.importer.lines import Line

__all__ = ["KEPT", "Anatomy", "dissect"]

_NO_HABITS: Final = Habits()

_STEPS: Final = (
    cut_contents,
    find_start,
    find_title,
    read_above,
    read_below,
    cut_tail,
    cut_galleries,
    cut_inside,
    cut_doubled,
    cut_between,
    read_lead,
    read_opening,
    cut_copies,
    cut_unknown,
    cut_headed,
    cut_headlines,
    read_left,
    read_end,
    find_headings,
)
"""In this order: each knows only what those before it found."""


def dissect(
    lines: Sequence[Line],
    today: date,
    habits: Habits = _NO_HABITS,
    *,
    titled: bool = False,
    summary: str = "",
    pictured: bool = False,
) -> Anatomy:
    """Give every line of a text its role, and read the facts that it states about itself.

    `titled`: the first line is known to be the headline. `summary`: what is known to be the text's,
    so that none of its paragraphs is. `pictured`: a picture is known, and not its caption.
    """
    reading = Reading(lines, today, habits, titled=titled, pictured=pictured)
    reading.found.summary = summary
    for step in _STEPS:
        step(reading)
    return reading.found
