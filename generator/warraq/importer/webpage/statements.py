"""What a line around a page's article states: who wrote it, when, where, for which section."""

import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from warraq.importer import (
    attribution,
    boilerplate,
    bylines,
    captions,
    dateline,
    dating,
    gazetteer,
    imprint,
    markup,
    noise,
    posted,
)
from warraq.importer.captions import Caption
from warraq.importer.document import Facts
from warraq.importer.lines import key
from warraq.importer.markup import Block
from warraq.importer.webpage import metadata

_BARS: Final = re.compile(r"\s+[-–—•]\s+|\s*\|\s*")


def head_line(facts: Facts, block: Block, today: date) -> tuple[Facts, str]:
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
        return with_caption(facts, Caption("", credit)), "credit"
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
        authors=facts.authors or tuple(filter(metadata.is_name, told.authors)),
        dated=facts.dated or told.dated,
        category=facts.category or told.section,
    )


def foot_line(facts: Facts, block: Block, today: date) -> tuple[Facts, str]:
    """What a line right below an article states: who wrote it and when, or whose it is."""
    if told := posted.read(block.text, today):
        return _posted(facts, told), "byline"
    if source := attribution.source(block.text):
        return replace(facts, source=facts.source or source), "source"
    return facts, ""


def with_caption(facts: Facts, caption: Caption) -> Facts:
    """The first caption is that of the page's picture."""
    images = facts.images
    if any(key(image.text) == key(caption.text) and image.text for image in images):
        return facts
    if len(images) == 1 and images[0].src and not images[0].text:
        return replace(facts, images=(replace(caption, src=images[0].src),))
    if images and not images[-1].credit and not caption.text:
        return replace(facts, images=(*images[:-1], replace(images[-1], credit=caption.credit)))
    return replace(facts, images=(*images, caption))
