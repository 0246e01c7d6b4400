"""The headline of a page: what it prints, what its metadata says, what headings and days show."""

import re
from collections.abc import Iterable, Sequence, Set as AbstractSet
from datetime import date
from typing import Final

from warraq.importer import boilerplate, dating, gazetteer
from warraq.importer.document import Facts
from warraq.importer.lines import key
from warraq.importer.markup import Block
from warraq.importer.webpage import metadata

_SHORT_KEY: Final = 8
"""Letters of a line that says what others say by chance."""
_LONG_KEY: Final = 20
"""Letters of a headline that is no part of another by chance."""
_TITLE_LABEL: Final = re.compile(r"(?:ال)?(?:عنوان|موضوع)(?: (?:الخبر|المقال))?\s*:\s*(\S.{5,})")
_HEADLINE: Final = range(4, 31)
"""Words of a headline that nothing but its place shows to be one."""
ABOUT: Final = 0.4
"""Of a text's words: one that shares more with the article is about it."""
_ABOVE: Final = 12
"""Lines above an article in which the day below its headline is looked for."""


def find(blocks: Sequence[Block], chosen: AbstractSet[int], facts: Facts, today: date) -> str:
    """The headline that is printed in the article, or behind a label; the metadata's, at the page's
    own length if a heading says the same at more; what the window's title says, if the page says
    it too, and has no main heading while the text speaks of something else; the last heading above
    the text, and rather one that is no person's name; the line above its day. '' where only its
    lines can tell.
    """
    first = min(chosen)
    text = next((i for i in sorted(chosen) if blocks[i].prose), first)
    within = [blocks[i] for i in sorted(chosen) if i < text]
    above = [*blocks[:first], *within]
    main = _headlines((block for block in blocks if block.element.tag == "h1"), today)
    printed = next((block.text for block in within if block.text in main), "")
    if found := printed or next(filter(None, (labelled(block.text) for block in above)), ""):
        return found
    if facts.title:
        same = [b.text for b in above if metadata.is_without_site(b.text, facts.title)]
        return next((text for text in main + same if _says(text, facts.title)), facts.title)
    called = _called(above, facts.called)
    if called and not (main and _is_strange(called, (blocks[i].text for i in chosen))):
        return called
    heads = _headlines((block for block in above if block.mark == "heading"), today)
    others = [heading for heading in heads if not gazetteer.is_person(heading)]
    last = (main or others or heads)[-1:]
    return last[0] if last else _above_day(blocks, chosen, first, today)


def _headlines(blocks: Iterable[Block], today: date) -> list[str]:
    return [block.text for block in blocks if _may_be_headline(block.text, today)]


def _called(above: Sequence[Block], called: str) -> str:
    """The longest line that says what the window's title says, and is no paper's name."""
    said = [b.text for b in above if _says(b.text, called) and not gazetteer.is_outlet(b.text)]
    return max(said, key=len, default="") if called else ""


def _is_strange(called: str, texts: Iterable[str]) -> bool:
    """The text does not speak of what the window's title says, as where it names the site alone."""
    return share_said(called, key("".join(texts))) <= ABOUT


def _above_day(blocks: Sequence[Block], chosen: AbstractSet[int], first: int, today: date) -> str:
    """The line right above the day that stands above the text, if it speaks of the same."""
    days = range(first - 1, max(0, first - 1 - _ABOVE), -1)
    day = next((i for i in days if dating.read(blocks[i].text, today)), 0)
    above = blocks[day - 1]
    if not day or above.is_link or above.line(1).words not in _HEADLINE:
        return ""
    whole = key("".join(blocks[i].text for i in chosen))
    return above.text if share_said(above.text, whole) > ABOUT else ""


def _may_be_headline(heading: str, today: date) -> bool:
    """It is no day, no section of a site, and no button."""
    known = gazetteer.is_section(heading) or boilerplate.marks_tail(heading)
    return not known and dating.read(heading, today) is None


def labelled(text: str) -> str:
    """The headline behind a label, as where a page was made for printing; or ''."""
    match = _TITLE_LABEL.fullmatch(text)
    return match[1] if match else ""


def _says(heading: str, stated: str) -> bool:
    """A heading says what the metadata says, at more or less length."""
    known, shown = key(stated), key(heading)
    if len(shown) > len(known):
        return known in shown and len(known) > _LONG_KEY
    return shown in known and len(shown) > _SHORT_KEY


def share_said(text: str, whole: str) -> float:
    """The share of a text's words that stand in a whole, whatever letters cling to them there."""
    words = [k for word in text.split() if len(k := key(word).removeprefix("ال")) > 1]
    return sum(word in whole for word in words) / len(words) if words else 0
