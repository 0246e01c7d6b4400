"""The tags of a text: beside or below a label, or bare, where the text speaks of them."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    boilerplate,
    entities,
    gazetteer,
    glued,
    headings,
    imprint,
    related,
)
from warraq.importer.anatomy.reading import Reading
from warraq.importer.lexicon import is_function, is_verb, may_be_present
from warraq.importer.lines import Line, key

BLOCK: Final = 3
"""Lines that make a block of tags, or of headlines."""
TAG_WORDS: Final = 3
MOSTLY: Final = 0.6
"""Of the tags of a block, those that the text speaks of."""
_PROPOSALS: Final = "مقترحات"
"""Of other stories, below tags; in a text it may be a heading."""
_LEAST_STRANGE: Final = 2
_BUTTONS: Final = 4
"""Lines that may stand between a text and its tags."""
_LEAST_TAGS: Final = 2
_BETWEEN_TAGS: Final = re.compile(r"[،,|]|\s[-–—/]\s")
_JOINED: Final = re.compile(r"و\s?\S{3}")
_IN_WORDS: Final = re.compile(r"(?=\W*\w{2})\D+")
_RUN_TOGETHER: Final = range(4, 15)
"""Words of a line of tags that nothing parts."""
_TOGETHER: Final = 4
"""Of these, the most that are one tag."""
_NEARLY: Final = 0.9
_MOST: Final = 12
"""Lines of tags below a label."""
_LAST_BLOCK: Final = range(BLOCK, _MOST + 1)
"""Lines of tags that have none."""
_LONGEST: Final = 40
"""Characters of a tag."""
_PARAGRAPH: Final = 15
"""Words of the shortest paragraph below tags by which a text goes on."""


_RESULT: Final = re.compile(r":\s*\d{1,3}\s*[-–:]\s*\d{1,3}$|\d\s?[-–]\s?\d{1,3}$")
"""«تونس - المكسيك: 3-1»."""


def is_bare(line: Line) -> bool:
    """A line that nothing shows to be the text's, or to state something: a tag, or a headline."""
    known = line.ends or line.sentence or line.mark or headings.is_item(line.text)
    known = known or _RESULT.search(line.text) is not None
    return not known and "#" not in line.text and attribution.initials(line.text) is None


def share_spoken(reading: Reading, text: str, end: int, *, start: int | None = None) -> float:
    """The share of a line's longer words that the headline has, or the text before `end`, with what
    stands between these two, unless another `start` is given.
    """
    lines = reading.lines[reading.title + 1 if start is None else start : end]
    whole = key("".join((reading.found.title, *(line.text for line in lines))))
    words = [folded for word in text.split() if len(folded := key(word).removeprefix("ال")) > 2]
    return sum(word in whole for word in words) / len(words) if words else 0


def read_tags(reading: Reading) -> None:
    """Tags stand beside or below a label, before the tail or in it."""
    lines = reading.lines
    for index in range(reading.start + 1, len(lines)):
        beside = None if lines[index].piece else imprint.tags_label(lines[index].text)
        if beside is not None:
            _read_labelled(reading, index, beside)
            break
    if not reading.found.tags:
        _read_hash_tags(reading)
        _read_bare_tags(reading)
        _read_last(reading)
        _read_behind(reading)
        _read_keywords(reading)


def _read_hash_tags(reading: Reading) -> None:
    """Lines below the text that are a # and a word each, two or more: tags. Where none of the
    text's paragraphs follows, it is over.
    """
    lines = reading.lines
    first = next((i for i, line in enumerate(lines) if i > reading.start and _is_hash(line)), 0)
    block = list(takewhile(_is_hash, lines[first:])) if first else []
    end = first + len(block)
    if len(block) < _LEAST_TAGS or any(line.words >= _PARAGRAPH for line in lines[end:]):
        return
    reading.roles[first:end] = ["tags"] * len(block)
    reading.found.tags = tuple(tag for line in block for tag in imprint.tags_of(line.text))
    reading.roles[end : reading.end] = ["tail"] * max(0, reading.end - end)
    reading.end = min(reading.end, end)


def _is_hash(line: Line) -> bool:
    return line.words == 1 and len(line.text) > 1 and line.text[0] == "#"


def _read_labelled(reading: Reading, index: int, beside: str) -> None:
    """Take the tags that a label has beside it; or below, if it has none there."""
    lines = reading.lines
    below = [] if beside else _below_label(reading, index)
    texts = [beside] if beside else [line.text for line in below]
    end = index + 1 + len(below)
    reading.roles[index:end] = ["tags"] * (end - index)
    if not texts and end < len(lines) and _are_run_together(reading, end):
        texts += _parted(reading, lines[end].text, end)
        end += 1
        reading.doubt("tags")
        reading.roles[index:end] = ["tags"] * (end - index)
    _cut_below(reading, end)
    tags = [tag for text in texts for tag in imprint.tags_of(text)]
    short = [tag for tag in tags if len(tag) <= _LONGEST]
    reading.found.tags = tuple(dict.fromkeys(short))
    if len(short) < len(tags):
        reading.doubt("tags")


def _below_label(reading: Reading, index: int) -> Sequence[Line]:
    """The lines of tags below their label: several in each, or one; of those two or more at the end
    that cannot be the text's own are the page's.
    """
    block = list(takewhile(_may_be_tag, reading.lines[index + 1 : index + 1 + _MOST]))
    if block and _has_several(block[0]):
        return list(takewhile(_has_several, block))
    own = (at for at, line in enumerate(block) if _may_be_own(reading, line.text, index))
    last = max(own, default=len(block) - 1)
    return block[: last + 1] if len(block) - 1 - last >= _LEAST_STRANGE else block


def _may_be_own(reading: Reading, tag: str, end: int) -> bool:
    """Headline or text have a word of it, or it is a name that everybody knows."""
    return share_spoken(reading, tag, end) > 0 or normalise(tag) in entities.known()


def _has_several(line: Line) -> bool:
    return _BETWEEN_TAGS.search(line.text) is not None or ") [" in line.text


def _cut_below(reading: Reading, start: int) -> None:
    """Below the tags the article is over, where no sentence follows and a few lines do."""
    lines = reading.lines[start : reading.end]
    if lines and len(lines) <= _MOST and not any(line.sentence or line.ends for line in lines):
        for index in range(start, reading.end):
            reading.roles[index] = "tail"
        reading.end = start


def _read_behind(reading: Reading) -> None:
    """The last line may be tags behind a label without a colon, of most of whose words the article
    speaks, or which the outlet's programs glue to last sentences. Without commas nobody can part
    them.
    """
    index = max(reading.rest(reading.start + 1), default=0)
    line = reading.lines[index]
    said = imprint.tags_behind(line.text) if index and not line.ends else ""
    habitual = said != "" and glued.label(line.text) in reading.habits.glued
    if not said or not (habitual or share_spoken(reading, said, index) >= MOSTLY):
        return
    reading.roles[index] = "tags"
    tags = imprint.tags_of(said)
    if len(tags) == 1:
        tags = _parted(reading, said, index)
        reading.found.run_together = "" if tags else said
        reading.doubt("tags")
    reading.found.tags = reading.found.tags or tags


def _read_keywords(reading: Reading) -> None:
    """The last line may be nothing but tags between commas, bars or dashes, three or more, of most
    of which the article speaks. An enumeration is announced, and joins its last item to the others.
    """
    index = max(reading.rest(reading.start + 1), default=0)
    line = reading.lines[index]
    if not index or line.ends or reading.lines[index - 1].text.endswith(":"):
        return
    if len(_BETWEEN_TAGS.findall(line.text)) < BLOCK - 1:
        return
    tags = imprint.tags_of(line.text)
    few = all(tag.count(" ") < TAG_WORDS and _IN_WORDS.fullmatch(tag) for tag in tags)
    if len(set(tags)) < BLOCK or not few or _JOINED.match(tags[-1]):
        return
    said = sum(share_spoken(reading, tag, index) == 1 for tag in tags)
    if said >= MOSTLY * len(tags):
        reading.roles[index] = "tags"
        take_bare(reading, tags)


def _read_bare_tags(reading: Reading) -> None:
    """The first lines of the tail, below its buttons, may be tags without a label: a few words
    each, of most of which the article speaks, and no headlines under a label of theirs.
    """
    lines, start = reading.lines, reading.end
    while start < len(lines) and start - reading.end < _BUTTONS and _is_button(lines[start]):
        start += 1
    end = start
    while end < len(lines) and is_bare(lines[end]) and lines[end].words <= TAG_WORDS:
        if boilerplate.marks_tail(lines[end].text):
            break
        end += 1
    said = [share_spoken(reading, lines[i].text, reading.end) == 1 for i in range(start, end)]
    while said and not said[-1]:
        said.pop()
    if len(said) < _LEAST_TAGS or sum(said) < MOSTLY * len(said):
        return
    tags = tuple(line.text for line in lines[start : start + len(said)])
    if take_bare(reading, tags):
        reading.roles[start : start + len(said)] = ["tags"] * len(said)


def _read_last(reading: Reading) -> None:
    """The last lines of a text may be tags without a label and a tail: three to twelve of a word or
    three each, right behind a sentence that announces nothing, and the article speaks of most; of
    three, of all.
    """
    lines, start = reading.lines, reading.end
    while (
        start > reading.start and is_bare(lines[start - 1]) and lines[start - 1].words <= TAG_WORDS
    ):
        start -= 1
    block = range(start, reading.end)
    above = lines[start - 1]
    if len(block) not in _LAST_BLOCK or not above.prose or above.text[-1] == ":":
        return
    said = [share_spoken(reading, lines[i].text, start) == 1 for i in block]
    least = MOSTLY if len(block) > BLOCK else 1
    if sum(said) >= least * len(said) and take_bare(reading, tuple(lines[i].text for i in block)):
        reading.roles[start : reading.end] = ["tags"] * len(block)
        reading.doubt("tags")


def read_left(reading: Reading) -> None:
    """Bare tags behind the last sentence, where what stood between them and the page's tail was
    left out: three lines or more; or one, whose tags nobody can part, where the page goes on.
    """
    if reading.found.tags or reading.title < 0:
        return
    rest = reading.rest(reading.start + 1)
    block: list[int] = []
    while rest and is_bare(reading.lines[rest[-1]]) and _may_be_left(reading.lines[rest[-1]]):
        block.insert(0, rest.pop())
    if not rest or not block:
        return
    above = reading.lines[rest[-1]]
    sourced = attribution.source(above.text) != ""  # whose it is stands last, but for tags
    if not (above.ends or sourced):
        return
    if not (sourced or _page_goes_on(reading, block[-1] + 1)):
        return
    texts = tuple(reading.lines[i].text for i in block)
    said = [share_spoken(reading, text, block[0]) == 1 for text in texts]
    if len(block) >= BLOCK and sum(said) >= MOSTLY * len(block):
        if take_bare(reading, texts):
            reading.doubt("tags")
    elif len(block) == 1 and _are_run_together(reading, block[0]):
        take_bare(reading, _parted(reading, texts[0], block[0]))
        reading.doubt("tags")
    else:
        return
    for index in block:
        reading.roles[index] = "tags"


def _page_goes_on(reading: Reading, start: int) -> bool:
    """Right below stand a button, links, or what a page says to its readers."""
    below = range(start, min(start + _BUTTONS, len(reading.lines)))
    return any(
        reading.roles[i] in ("links", "teasers", "menu") or reading.kind(i) == "share"
        for i in below
    )


def _may_be_left(line: Line) -> bool:
    return line.words <= TAG_WORDS + 1 or line.words in _RUN_TOGETHER


def _are_run_together(reading: Reading, index: int) -> bool:
    """No verb and no function word, and all words are the article's."""
    line = reading.lines[index]
    if line.words not in _RUN_TOGETHER or not line.text.replace(" ", "").isalpha():
        return False
    folded = normalise(line.text).split()
    if gazetteer.is_person(line.text) or not entities.LINKS.isdisjoint(folded) or "يا" in folded:
        return False
    known = entities.known()
    if any(is_function(w) or is_verb(w) or (may_be_present(w) and w not in known) for w in folded):
        return False
    return share_spoken(reading, line.text, index) >= _NEARLY


def _parted(reading: Reading, text: str, end: int) -> tuple[str, ...]:
    """Tags that nothing parts: from the first word on, as many words as headline or text above
    `end` have together, a word to four. None where one word of them stands nowhere.
    """
    above = [line.text for line in reading.lines[reading.title + 1 : end]]
    whole = f" {' '.join(_folded(one) for one in (reading.found.title, *above))} "
    words, tags = text.split(), list[str]()
    while words:
        runs = range(min(len(words), _TOGETHER), 0, -1)
        count = next((n for n in runs if f" {_folded(' '.join(words[:n]))} " in whole), 0)
        if not count:
            return ()
        tags.append(" ".join(words[:count]))
        words = words[count:]
    return tuple(dict.fromkeys(tags))


def _folded(text: str) -> str:
    """Words as they are compared, between single spaces."""
    return " ".join(re.findall(r"\w+", normalise(text)))


def _is_button(line: Line) -> bool:
    asks = boilerplate.marks_tail(line.text) and not related.is_link_label(line.text)
    return asks or line.text.isascii()


def take_bare(reading: Reading, tags: tuple[str, ...]) -> bool:
    """Take what stands where tags do without a label, unless it is the headline taken apart."""
    if _are_words_of_title(reading, tags):
        return False
    reading.found.tags = reading.found.tags or tags
    return True


def _are_words_of_title(reading: Reading, tags: Sequence[str]) -> bool:
    """The headline, taken apart."""
    headline = set(map(key, reading.found.title.split()))
    return sum(key(tag) in headline for tag in tags) >= MOSTLY * len(tags)


def _may_be_tag(line: Line) -> bool:
    parts = len(_BETWEEN_TAGS.findall(line.text)) + line.text.count(") [")
    few = line.words <= 5 or (parts and line.words <= 5 * (parts + 1))
    label = related.is_link_label(line.text) or boilerplate.marks_tail(line.text)
    label = label or line.text == _PROPOSALS
    return bool(few) and not line.ends and not label
