"""Several short lines between two paragraphs, which nothing marks: of these only the last can be a
heading. The others are headlines of other stories, of which the text hardly speaks; captions, of
whose words it has most; or what somebody says in a paragraph, and who it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import gazetteer, headings, words
from warraq.importer.anatomy.links import heads_nothing, is_told
from warraq.importer.anatomy.pictures import take_caption
from warraq.importer.anatomy.reading import Reading, Role
from warraq.importer.anatomy.statements import acts
from warraq.importer.anatomy.strange import begins_sentence, said_below, share_of
from warraq.importer.anatomy.tags import share_spoken
from warraq.importer.anatomy.teasers import names_one, tells
from warraq.importer.lexicon import is_function, may_be_present
from warraq.importer.lines import Line

_MOST_WORDS: Final = 17
_BLOCK: Final = range(2, 6)
"""Lines that stand together so."""
_HEADING_WORDS: Final = 8
_SHORT_HEADING: Final = 5
"""Words of the longest below headlines."""
_LINK_WORDS: Final = range(4, 18)
_CAPTION_WORDS: Final = range(3, 15)
_HARDLY: Final = 1 / 4
"""Of another story's headline, what the text says too."""
_LITTLE: Final = 1 / 3
"""As `_HARDLY`, of what is told as headlines tell."""
_MOSTLY: Final = 3 / 5
"""Of a caption, what it says as well."""
_PULLED_WORDS: Final = 7
_PULLED_LETTERS: Final = 30
_SPEAKER: Final = re.compile(r"^[^\W\d]+(?:\s[^\W\d]+){1,3}\s?(?:[،,]|[-–—]\s)\s?\S")
"""«سامي حداد، مدير المتحف»."""
_NAME_SPACES: Final = range(1, 4)
_PARTED: Final = re.compile(r"\S\.\.\s?\S|\w: \S")
"""How headlines are, and no verse."""
_PARTED_WORDS: Final = 6
_OPENS: Final = '"“«”'
_CLOSES: Final = '"”»“'
_QUOTED: Final = re.compile(r"[\"“”«»\d]")


def cut_between(reading: Reading) -> None:
    """Give each line of such a block its role, if all of them are known then."""
    for block in _blocks(reading):
        roles = _roles_above(reading, block) or _roles(reading, block, headed=False)
        if not all(roles):
            continue
        for index, role in zip(block, roles, strict=False):
            if role == "caption":
                take_caption(reading, index)
            elif role:
                reading.roles[index] = role
        reading.doubt("strange lines")


def _blocks(reading: Reading) -> Iterator[list[int]]:
    """Two to five short lines, below a paragraph that ends and above another."""
    lines, block = reading.lines, list[int]()
    rest = reading.rest(reading.start)
    told = headings.facts([lines[i] for i in rest])
    above = -1
    for at, index in enumerate(rest):
        line = lines[index]
        if _is_short(line) and at not in told:
            block.append(index)
            continue
        if len(block) in _BLOCK and above >= 0 and lines[above].ends and line.prose:
            yield block
        block, above = [], index if line.prose and not line.mark else -1


def _is_short(line: Line) -> bool:
    """It is no sentence, no item, and neither calls nor announces anything."""
    if line.words > _MOST_WORDS or line.mark or headings.is_item(line.text):
        return False
    if line.text.startswith("يا "):
        return False
    asks = line.text[-1] in "؟?"
    return (asks or not line.ends) and line.text[-1] not in ":،؛,;" and not line.text.isascii()


def _may_head(reading: Reading, index: int) -> bool:
    """A few words that the paragraphs below have something of."""
    line = reading.lines[index]
    said_above = _is_pulled(reading, index - 1) and _SPEAKER.match(line.text) is not None
    if line.words > _HEADING_WORDS or said_above:
        return False
    return not words.stems(line.text).isdisjoint(said_below(reading, index))


def _roles_above(reading: Reading, block: Sequence[int]) -> list[Role | None]:
    """What the lines above the last are, if that may be a heading; with its own, if it is one more
    headline, as long as those above it.
    """
    line, heads = reading.lines[block[-1]], _may_head(reading, block[-1])
    asks = line.words <= _HEADING_WORDS and line.text[-1] in "؟?"
    roles = _roles(reading, block[:-1], headed=True)
    if not heads:  # headlines of other stories ask too, but hardly below a caption
        below_caption = asks and {*roles} == {"caption"}
        below_quote = line.words <= _SHORT_HEADING and {*roles} == {"pull quote"}
        below_quote = below_quote and not _is_speaker(reading, block[-1], roles)
        return roles if below_caption or below_quote else []
    one_more = {*roles} == {"links"} and line.words > _SHORT_HEADING
    return [*roles, "links"] if one_more else roles


def _roles(reading: Reading, others: Sequence[int], *, headed: bool) -> list[Role | None]:
    """What each of these lines is; None for one that may be anything."""
    roles: list[Role | None] = []
    for index in others:
        if _is_pulled(reading, index) or _is_speaker(reading, index, roles):
            roles.append("pull quote")
        elif _is_link(reading, index):
            roles.append("links")
        else:
            roles.append("caption" if _is_caption(reading, index) else None)
    links = [reading.lines[i] for i, role in zip(others, roles, strict=True) if role == "links"]
    told = [line for line in links if line.text[-1] not in "؟?"]  # a text asks as well
    sure = any(_is_headline(line, headed=headed) for line in told)
    alone = headed and len(told) == len(others) == 1
    sure = sure or (alone and share_of(reading, others[0]) == 0)
    return roles if sure or not links else [None]


def _is_headline(line: Line, *, headed: bool) -> bool:
    """It has a headline's marks, or names what everybody knows; above a heading a verb is enough,
    as verses are not followed by one.
    """
    marked = _PARTED.search(line.text) is not None or names_one(line.text)
    return marked or (headed and tells(line.text))


def _is_link(reading: Reading, index: int) -> bool:
    """The text hardly speaks of it; or it is parted as headlines are, and longer than a heading."""
    line = reading.lines[index]
    asks = line.text[-1] in "؟?"
    first = normalise(line.text.partition(" ")[0])
    if line.words not in _LINK_WORDS or begins_sentence(line) or (is_function(first) and not asks):
        return False
    if line.words >= _PARTED_WORDS and _PARTED.search(line.text):
        return True
    if _is_said(reading, index) or _is_said(reading, index - 1):
        return False  # somebody says so in this text alone
    spoken = share_of(reading, index)
    if spoken is None:
        return False
    told = spoken <= _LITTLE and is_told(line.text) and heads_nothing(reading, index)
    return told or spoken <= _HARDLY


def _is_said(reading: Reading, index: int) -> bool:
    """A quotation, and right below it who says so."""
    said, speaker = reading.lines[index : index + 2]
    quoted = said.text[0] in _OPENS and said.text[-1] in _CLOSES
    return quoted and _SPEAKER.match(speaker.text) is not None


def _is_caption(reading: Reading, index: int) -> bool:
    """The text has most of its words, and nobody does anything."""
    line = reading.lines[index]
    if line.words not in _CAPTION_WORDS or line.text[-1] in "؟?" or acts(line.text):
        return False
    if _PARTED.search(line.text) or _QUOTED.search(line.text):
        return False
    if any(map(may_be_present, normalise(line.text).split())) or begins_sentence(line):
        return False
    return share_spoken(reading, line.text, index) >= _MOSTLY


def _is_pulled(reading: Reading, index: int) -> bool:
    """A paragraph has all of it."""
    line = reading.lines[index]
    if line.words < _PULLED_WORDS or len(line.key) < _PULLED_LETTERS:
        return False
    return any(line.key in reading.lines[i].key for i in reading.rest(reading.start) if i != index)


def _is_speaker(reading: Reading, index: int, roles: Sequence[Role | None]) -> bool:
    """Below what was pulled out stands who says it, or where: «من نص الدراسة»."""
    text = reading.lines[index].text
    if list(roles[-1:]) != ["pull quote"]:
        return False
    if _SPEAKER.match(text) or gazetteer.is_person(text) or text.startswith("من "):
        return True
    return text.count(" ") in _NAME_SPACES and share_spoken(reading, text, index) == 1
