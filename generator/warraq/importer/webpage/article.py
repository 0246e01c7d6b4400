"""The article of a page: which of its blocks it is.

trafilatura finds it; where it did not, the elements tell in which most of the paragraphs are.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence, Set as AbstractSet
from datetime import date
from itertools import takewhile
from typing import Any, Final

from warraq.importer import boilerplate, dating, gazetteer
from warraq.importer.lines import key
from warraq.importer.markup import Block

BEFORE: Final = 3
"""Lines right before those that were found, such as a dateline, that belong to them."""
_SHORT_KEY: Final = 8
"""Letters of a line that may stand anywhere: it is the article's where the whole line was found."""
_LINKS_AT_MOST: Final = 0.3
"""Of an article's letters: where links are more, the article is a list of them."""
_HEADING_WORDS: Final = 14
_ASKING_WORDS: Final = 8
"""Of the longest line in bold letters that heads others, and of the longest that asks."""
_ITEM_WORDS: Final = 4
"""Of the shortest item that nothing but its list's place shows to be the article's."""
_MOST: Final = 0.6
"""Of an article's letters: the element that has so many is the article's."""
_PARAGRAPHS: Final = frozenset(
    (tag,) for tag in ("p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "pre")
)
"""Paths of elements that hold text wherever they stand; others do where most of an article does."""


def find(blocks: Sequence[Block], page: str, today: date) -> tuple[set[int], bool]:
    """The blocks that are the article of a page, and whether that is sure.

    They are those that were found, and the paragraphs beside them under one parent. Where these
    are much less than the largest run of paragraphs of the page, that run is the article.
    """
    keys = [key(block.text) for block in blocks]
    found, sure = _found(blocks, keys, _extracted(page))
    places = _places(blocks, found)
    home = _heavy((places[i], len(keys[i])) for i in found)
    once = _once(keys, found, places, home)
    if not once:
        return set(), sure
    beside = _beside(blocks, keys, found, once, home)
    chosen = _within(blocks, {*once.values(), *beside}, home)
    return _ended(blocks, _without_links(blocks, chosen), today), sure


def bold_headings(blocks: Sequence[Block], chosen: Collection[int]) -> frozenset[int]:
    """The lines of an article that are bold and nothing else, and stand alone between a paragraph
    and a paragraph or a list: its sub-headings.
    """
    rest = sorted(chosen)
    return frozenset(
        index
        for above, index, below in zip(rest, rest[1:], rest[2:], strict=False)
        if _may_head(blocks[index])
        and (blocks[above].prose or blocks[above].mark == "item")
        and (blocks[below].prose or blocks[below].mark == "item")
        and not (blocks[above].bold or blocks[below].bold)
    )


def _may_head(block: Block) -> bool:
    line = block.line(1)
    shaped = block.bold and line.words <= _HEADING_WORDS and block.linked == 0 and not line.stops
    if not shaped or (line.ends and line.words > _ASKING_WORDS) or block.text[-1] in "،؛":
        return False
    return not (boilerplate.marks_tail(block.text) or gazetteer.is_person(block.text))


def _extracted(text: str) -> list[str]:
    """The paragraphs of the article, as trafilatura finds them."""
    import trafilatura  # noqa: PLC0415  # it takes longer to load than a build without pages runs

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say ourselves what is wrong
    found = trafilatura.bare_extraction(
        text,
        favor_recall=True,
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    shown = getattr(found, "text", None) or ""
    return [line.removeprefix("- ") for line in shown.split("\n") if line.strip()]


def _found(
    blocks: Sequence[Block], keys: Sequence[str], extracted: Sequence[str]
) -> tuple[list[int], bool]:
    """The blocks that were extracted; with those of the largest run where they are less than half
    of it, so that they are not sure.
    """
    whole = {key(text) for text in extracted}
    joined = "".join(map(key, extracted))
    found = [
        i for i, k in enumerate(keys) if k and (k in whole or (len(k) > _SHORT_KEY and k in joined))
    ]
    largest = _largest_run(blocks, keys)
    size = sum(len(keys[i]) for i in largest)
    if sum(len(k) for k in {keys[i] for i in found}) * 2 >= size:
        return found, True
    return sorted({*found, *largest}), False


def _once(
    keys: Sequence[str], found: Iterable[int], places: dict[int, Any], home: AbstractSet[Any]
) -> dict[str, int]:
    """Of lines that stand twice, those in the article's own part of the page."""
    once: dict[str, int] = {}
    for i in found:
        other = once.setdefault(keys[i], i)
        if places[i] in home and places[other] not in home:
            once[keys[i]] = i
    return once


def _beside(
    blocks: Sequence[Block],
    keys: Sequence[str],
    found: Iterable[int],
    once: dict[str, int],
    home: AbstractSet[Any],
) -> set[int]:
    """Blocks among those that were found, and right before, which stand where most of them do."""
    paths = {i: _path(blocks[i], home) for i in range(len(blocks))}
    usual = _heavy((paths[i], len(keys[i])) for i in found)
    near = range(min(once.values()) - BEFORE, max(once.values()) + 2)
    beside = {blocks[i].element for i in found if blocks[i].mark == ""}
    return {
        i
        for i in range(max(0, near.start), min(near.stop, len(blocks)))
        if not (blocks[i].prose and once.get(keys[i], i) != i)  # it is there already
        and (
            paths[i] in usual
            or paths[i] == ()
            or paths[i] in _PARAGRAPHS
            or _is_of_list(blocks[i], beside)
        )
    }


def _is_long_item(block: Block) -> bool:
    words = block.text.count(" ") + 1
    return block.mark == "item" and block.linked == 0 and words >= _ITEM_WORDS


def _is_of_list(block: Block, beside: AbstractSet[Any]) -> bool:
    """An item of some words, of a list that lies in an element which says some of the article by
    itself, or beside its paragraphs.
    """
    around = block.parent.getparent() if _is_long_item(block) else None
    return around is not None and (around in beside or any(part in beside for part in around))


def _without_links(blocks: Sequence[Block], chosen: set[int]) -> set[int]:
    """Without lines that are nothing but a link or a button, to a story or to share this one."""
    links = {i for i in chosen if blocks[i].is_link and not blocks[i].prose}
    letters = sum(len(blocks[i].text) for i in chosen)
    few = sum(len(blocks[i].text) for i in links) < _LINKS_AT_MOST * letters
    return chosen - links if few else chosen


def _ended(blocks: Sequence[Block], chosen: set[int], today: date) -> set[int]:
    """Without what stands behind the element that most of the article is in: comments, cards,
    forms. What follows it there without a break is the article's, and so is what lies in an element
    just like it beside it; a break is a link, a label such as «Related», a day.
    """
    prose = [i for i in chosen if blocks[i].prose]
    home = _home(blocks, prose)
    letters = sum(len(blocks[i].text) for i in prose)
    if home is None or letters < _MOST * sum(len(blocks[i].text) for i in chosen):
        return chosen
    last = max(i for i in chosen if home in blocks[i].around())
    behind = takewhile(
        lambda i: (
            i in chosen
            and not boilerplate.marks_tail(blocks[i].text)
            and dating.read(blocks[i].text, today) is None
        ),
        range(last + 1, len(blocks)),
    )
    twins = {i for i in chosen if any(_is_twin(part, home) for part in blocks[i].around())}
    return {i for i in chosen if i <= last} | set(behind) | twins


def _is_twin(part: Any, home: Any) -> bool:
    """Two elements side by side that are called the same: parts of one text."""
    return (
        part.getparent() is home.getparent()
        and part.tag == home.tag
        and part.get("class") == home.get("class")
    )


def _home(blocks: Sequence[Block], prose: Collection[int]) -> Any:
    """The innermost element that most of an article's paragraphs are in."""
    weights = Counter[Any]()
    depths: dict[Any, int] = {}
    for i in prose:
        around = list(blocks[i].around())
        weights.update(dict.fromkeys(around, len(blocks[i].text)))
        depths |= {part: len(around) - at for at, part in enumerate(around)}
    total = max(weights.values(), default=0)
    most = [part for part, weight in weights.items() if weight >= _MOST * total]
    return max(most, key=lambda part: depths[part], default=None)


def _within(blocks: Sequence[Block], chosen: set[int], home: AbstractSet[Any]) -> set[int]:
    """Without the menus of a page that is laid out as a table: what stands before or after all that
    is of the article's own part, and is neither a paragraph nor a sentence.
    """
    places = _places(blocks, chosen)
    text = [i for i in chosen if places[i] in home or blocks[i].line(1).ends]
    first, last = min(text, default=0), max(text, default=len(blocks))
    while last + 1 in chosen and _is_long_item(blocks[last + 1]):
        last += 1
    return {i for i in chosen if first <= i <= last or blocks[i].line(1).prose}


def _heavy(weights: Iterable[tuple[Any, int]]) -> set[Any]:
    """What has a fifth of all letters."""
    total: Counter[Any] = Counter()
    for what, weight in weights:
        total[what] += weight
    return {what for what, weight in total.items() if weight * 5 >= total.total()}


def _places(blocks: Sequence[Block], chosen: Collection[int]) -> dict[int, Any]:
    """Of each block, the smallest element around it that holds others of those chosen too."""
    held: Counter[Any] = Counter()
    for i in chosen:
        held.update(blocks[i].around())
    return {
        i: next((part for part in blocks[i].around() if held[part] > 1), blocks[i].element)
        for i in chosen
    }


def _path(block: Block, home: AbstractSet[Any]) -> tuple[str, ...] | None:
    """The elements in which a block stands inside the article's part of the page, by their tags;
    None outside of it.
    """
    tags: list[str] = []
    for part in block.around():
        if part in home:
            return tuple(tags)
        tags.append(str(part.tag))
    return None


def _largest_run(blocks: Sequence[Block], keys: Sequence[str]) -> list[int]:
    """The sentences under the one parent that has most of them."""
    runs: dict[Any, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if block.mark in ("", "quote") and block.prose:
            runs[block.parent].append(i)
    return max(runs.values(), key=lambda run: sum(len(keys[i]) for i in run), default=[])
