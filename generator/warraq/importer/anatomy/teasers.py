"""Teasers: the beginnings of other stories, a paragraph of each, in which some outlets end a text;
or their headlines.

Nothing heads or marks them. They are known where the folder has the stories that they begin; else
by what they are: several paragraphs that all begin as a news story does and as none goes on, or
several headlines that name places and say what was done there, and that speak of something else
than the text above them.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, takewhile
from typing import Final, NamedTuple

from warraq.arabic.normalise import normalise
from warraq.importer import entities, habits, headings, opening, words
from warraq.importer.anatomy.reading import KEPT, Reading
from warraq.importer.anatomy.statements import acts
from warraq.importer.lexicon import is_function, opens_story
from warraq.importer.lines import Line, key

_LEAST: Final = 3
_PAIR: Final = 2
"""A headline and its paragraph."""
_TELLING: Final = 40
"""Stems of a text that tells what it does not speak of."""
_OPENING: Final = 2
_HARDLY: Final = 0.1
"""Of the words of three, those that the text may have where only two begin as stories do."""
_HARDLY_ANY: Final = 1 / 6
"""As `_HARDLY`, on the average, where all begin as stories do."""
_LEAST_HABITUAL: Final = 2
"""Where other texts of the folder end in beginnings of stories that lie there."""
_SHORTEST: Final = 12
_SHORTEST_CUT_OFF: Final = 6
_LONGEST: Final = 60
"""Words of a teaser."""
_UNENDED: Final = 3
_FROM_ABOVE: Final = frozenset(
    map(normalise, ("كما", "لكن", "غير", "إلا", "بينما", "فيما", "يذكر", "يشار"))
)
_STORY: Final = 2
"""Paragraphs above the teasers, at least."""
_NEARLY_ALL: Final = 3 / 4
_HEADLINE: Final = 1 / 3
"""Of the headline's words, those that the text above the teasers must have."""
_SHARED: Final = 0.5
"""Of a teaser's words, those that the text may have too."""
_SHARED_BY_FIRST: Final = 0.25
"""Of the first teaser's: all that parts it from the text is what it says."""
_HEADLINE_WORDS: Final = range(5, 17)
_ITEM_WORDS: Final = range(5, 24)
"""Of a headline with its mark, and its day."""
_ITEM: Final = re.compile(r"[-–—•*▪●]+\s*")
_DAY: Final = re.compile(r"\(?(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})")
_NAMED: Final = 3 / 4
_TOLD: Final = 1 / 2
"""Of headlines of other stories, those that name something known, and those that tell of a deed."""
_WORD: Final = re.compile(r"\w+")
_PARTS: Final = re.compile(
    r"\S: |\.\. ?\S|[؟?]|\sت(?:دعو|حذر|علن|هدد|طالب|رفض|ؤكد|بحث|ستعد|واصل|نفي|كشف|طلق|نظم|شهد|"
    r"ستضيف|قرر|دين|وقع|بدأ|عتزم|رتفع|راجع|تراجع|وقف|فتتح|ستقبل|عزز|ناقش)\s"
)
_SAID_FIRST: Final = re.compile(r".{5,120}?[؟\"»”]\s?\.\.\s")
"""«"لن نرحل".. هكذا قال…»: a story begins with it."""
_TIMES: Final = frozenset(("في", "بعد", "عبر", "منذ", "مع", "قبل", "خلال", "الان", "ربما"))
"""Function words that may begin a story, as they say when, where or how sure."""
_PAPER: Final = key("صحيفة")
"""Function word of a source, and a noun."""
_ENDING: Final = frozenset(
    ("يذكر", "يشار", "تجدر", "الجدير", "جدير", "المعروف", "معلوم", "للاشاره")
)
"""With which a story's last paragraph begins, in which its reporter tells what went before."""


class _Last(NamedTuple):
    """One of the last paragraphs of a text."""

    place: int
    known: bool
    """The folder has the story that it begins."""
    opens: bool
    """It begins as stories do."""


def cut_known(reading: Reading) -> None:
    """Where an outlet's texts end in teasers, the lines with which other stories begin, two or
    more, and what stands among them.
    """
    heads, lines = reading.habits.heads, reading.lines
    if not heads:
        return
    marks = [habits.mark(line.key) for line in lines[: reading.end]]
    own = {heads[mark] for mark in marks[: reading.start + 1] if mark in heads}
    others = [i for i, mark in enumerate(marks) if mark in heads and heads[mark] not in own]
    while others and len(others) * 2 <= others[-1] - others[0]:
        others.pop(0)  # a line that only happens to begin another story
    if len({heads[marks[i]] for i in others}) > 1 and others[0] > reading.start:
        for index in range(others[0], others[-1] + 1):
            reading.roles[index] = "teasers"


def cut_unknown(reading: Reading) -> None:
    """The last paragraphs of a text with a headline, where three or more begin as stories do and
    speak of something else, and none goes on from the one above; two of three suffice where the
    text above has hardly a word of any, or all of it goes on from its first paragraph. Where the
    headline is not of what stands above them, they are items as that is.
    """
    block = _block(reading)
    opening = sum(one.opens for one in block)
    if reading.title < 0 or not block or opening < (1 if reading.habits.heads else _OPENING):
        return
    story = [i for i in range(reading.start, block[0].place) if reading.roles[i] in KEPT]
    if len(story) < _STORY:
        return
    headline, text = _spoken(reading, (reading.title,)), _spoken(reading, story)
    if _share(headline, text) < _HEADLINE:
        return
    text |= headline
    spoken = [_spoken(reading, (one.place,)) for one in block]
    shares = [_share(said, text) for said in spoken]
    disjoint = [headline.isdisjoint(said) for said in spoken]
    first = len(block)
    least = _LEAST_HABITUAL if reading.habits.heads else _LEAST
    if opening >= least or max(shares) <= _HARDLY or _are_cut_off(reading, block):
        first = _first_of_others(reading, block, shares, disjoint, min(least, opening))
    if len(block) - first < least and len(text) < _TELLING and not any(o.known for o in block):
        first = len(block)
    if _goes_on_throughout(reading, story):
        first = min(first, _first_of_many(reading, block, shares, disjoint))
    unknown = [one.place for one in block[first:] if not one.known]
    if block[first:]:
        unknown = _unended_above(reading, block[first].place) + unknown
    if unknown:
        _take(reading, unknown)


def _unended_above(reading: Reading, first: int) -> list[int]:
    """The paragraphs right above other stories' beginnings that end no sentence, as these do not,
    where each of the text's own does.
    """
    lines, found = reading.lines, list[int]()
    above = [i for i in range(reading.start, first) if reading.roles[i] in KEPT]
    while len(above) > _STORY and _may_be_begun(lines[above[-1]]):
        found.insert(0, above.pop())
    own = all(lines[i].ends for i in above if lines[i].prose)
    return found if own and len(found) <= _UNENDED else []


def _may_be_begun(line: Line) -> bool:
    """It ends no sentence, and does not begin as what goes on from the paragraph above."""
    first = normalise(line.text.partition(" ")[0])
    return line.prose and not (line.ends or first[:1] == "و" or first in _FROM_ABOVE)


def _first_of_many(
    reading: Reading, block: Sequence[_Last], shares: Sequence[float], disjoint: Sequence[bool]
) -> int:
    """As `_first_of_others`, where two that begin as stories do suffice among three or more, and
    above these there may be more.
    """
    first = _first_of_others(reading, block, shares, disjoint, _LEAST_HABITUAL)
    while 0 < first < len(block) and _is_one_more(reading, block, shares, first - 1):
        first -= 1
    return first if len(block) - first >= _LEAST else len(block)


def _is_one_more(
    reading: Reading, block: Sequence[_Last], shares: Sequence[float], at: int
) -> bool:
    """Above other stories' beginnings one more, perhaps of the same matter, that tells of somebody
    as a story does; or of another matter.
    """
    if block[at].opens:
        return shares[at] <= _SHARED and _names_its_subject(reading.lines[block[at].place])
    return shares[at] <= _HEADLINE


def _are_cut_off(reading: Reading, block: Sequence[_Last]) -> bool:
    """Each ends in stops, with which a page cuts off how a story begins."""
    return all(reading.lines[one.place].cut_off for one in block)


def _first_of_others(
    reading: Reading,
    block: Sequence[_Last],
    shares: Sequence[float],
    disjoint: Sequence[bool],
    least: int,
) -> int:
    """The first of the last paragraphs that are of other stories; the number of them, where none
    is. It is the first of all where no other is sure, all begin as stories, and the text has hardly
    a word of them; of two, the first has none of the headline's either. `shares` are theirs of the
    text's words; `disjoint`, that one has no word of the headline.
    """
    for at, first in enumerate(block):
        other = first.opens and shares[at] <= _SHARED_BY_FIRST and disjoint[at]
        named = other and _names_its_subject(reading.lines[first.place])
        if (first.known or named) and _are_others(block[at:], shares[at:], least):
            return at
    if len(block) < _OPENING or not all(one.opens for one in block):
        return len(block)
    few = disjoint[0] and shares[0] <= _HARDLY and max(shares) <= _HARDLY_ANY
    few = few or (_are_cut_off(reading, block) and max(shares) <= _SHARED_BY_FIRST)
    mean = sum(shares) / len(block)
    many = len(block) >= _LEAST and max(shares) <= _SHARED_BY_FIRST and mean <= _HARDLY_ANY
    return 0 if few or many else len(block)


def _goes_on_throughout(reading: Reading, story: Sequence[int]) -> bool:
    """Nearly all paragraphs of a story but its first go on from the one above: one that does not is
    no part of it.
    """
    later = [reading.lines[i] for i in story[1:] if reading.lines[i].prose]
    going = sum(_goes_on(key(line.text.partition(" ")[0])) for line in later)
    return len(later) >= _STORY and going >= _NEARLY_ALL * len(later)


def cut_headed(reading: Reading) -> None:
    """The last paragraphs of a text that each have a headline of their own right above, once or
    twice, which says what they say, where the text above says hardly anything of either. One alone
    is a text's last part below its sub-heading, unless it is cut off.
    """
    kept = KEPT | {"links"}  # some headline was one already
    rest = [i for i in range(reading.start + 1, reading.end) if reading.roles[i] in kept]
    pairs: list[list[int]] = []
    while pair := _headed(reading, rest):
        rest = rest[: -len(pair)]
        pairs.append(pair)
    above = [i for i in rest if reading.lines[i].prose]
    if not pairs or len(above) < _STORY:
        return
    if len(pairs) == 1 and not reading.lines[pairs[0][-1]].cut_off:
        return
    cut = list(chain.from_iterable(pairs))
    text = _spoken(reading, (*above, reading.title) if reading.title >= 0 else above)
    if len(text) >= _TELLING and all(
        _share(_spoken(reading, (i,)), text) <= _SHARED_BY_FIRST for i in cut
    ):
        _take(reading, cut)


def _headed(reading: Reading, rest: Sequence[int]) -> list[int]:
    """The last lines of these: a paragraph, or its beginning, and its headline, printed once or
    twice; or nothing.
    """
    lines = reading.lines
    if len(rest) < _PAIR + 1:
        return []
    said, head = lines[rest[-1]], lines[rest[-2]]
    headline = head.words in _HEADLINE_WORDS and not (head.stops or head.mark)
    said_so = said.prose or (said.cut_off and said.words >= _SHORTEST_CUT_OFF)
    if not headline or head.text[-1] in ":؟?" or not said_so or said.mark:
        return []  # below a question stands what is answered
    own = words.stems(head.text)
    same = len(own) > _PAIR and _share(own, words.stems(said.text)) >= _SHARED
    twice = lines[rest[-3]].key == head.key
    return list(rest[-_PAIR - twice :]) if same or said.cut_off else []


def cut_doubled(reading: Reading) -> None:
    """The last lines of a row on which each paragraph stands twice, if they do so too and are no
    paragraphs: headlines of other stories, as captions and headings stand there once.
    """
    lines = reading.lines
    rest = [i for i in range(reading.start + 1, reading.end) if reading.roles[i] in KEPT]
    cut: list[int] = []
    while len(rest) > _PAIR and _is_pair(*(lines[i] for i in rest[-_PAIR:])):
        cut += rest[-_PAIR:]
        rest = rest[:-_PAIR]
    if cut and reading.is_doubled(lines[cut[0]].number):
        _take(reading, cut)


def _is_pair(line: Line, below: Line) -> bool:
    same = line.key == below.key and line.number == below.number
    return same and line.piece and not line.prose and line.words >= _HEADLINE_WORDS[0]


def cut_headlines(reading: Reading) -> None:
    """The last lines of a text, three or more below a blank line or all items, where all have the
    shape of headlines, nearly all name a place or an institution, and all speak of something else.
    Verses name few, results of matches have no verb, and what is enumerated is announced. Items
    that begin with a day each are headlines.
    """
    block = _last_headlines(reading) or _last_items(reading)
    if len(block) < _LEAST:
        return
    story = [i for i in range(reading.start, block[0]) if reading.roles[i] in KEPT]
    above = reading.lines[story[-1]] if story else None
    if above is None or not (above.stops and above.prose) or len(story) < _STORY:
        return
    texts = [_ITEM.sub("", reading.lines[i].text, count=1) for i in block]
    if all(map(_DAY.match, texts)):
        _take(reading, block)
        return
    text = _spoken(reading, (*story, reading.title) if reading.title >= 0 else story)
    shares = [_share(_spoken(reading, (i,)), text) for i in block]
    if max(shares) > _SHARED or sum(shares) > _SHARED_BY_FIRST * len(block):
        return
    if len({text.split(" ", 1)[0] for text in texts}) < len(texts):
        return  # what is enumerated begins alike
    named, told = sum(map(names_one, texts)), sum(map(tells, texts))
    if named >= _NAMED * len(block) and told >= _TOLD * len(block):
        _take(reading, block)


def _take(reading: Reading, block: Iterable[int]) -> None:
    for index in block:
        reading.roles[index] = "teasers"
    reading.doubt("teasers")


def _last_items(reading: Reading) -> list[int]:
    """The last lines that are items, and may be headlines."""
    last = reversed(reading.rest(reading.start + 1))
    return list(takewhile(lambda i: _may_be_item(reading.lines[i]), last))[::-1]


def _may_be_item(line: Line) -> bool:
    shaped = line.words in _ITEM_WORDS and not line.stops and line.text[-1] not in ":،؛"
    return shaped and not (line.mark or line.piece) and _ITEM.match(line.text) is not None


def _last_headlines(reading: Reading) -> list[int]:
    """The last lines below a blank line, if all may be headlines."""
    block: list[int] = []
    for index in reversed(reading.rest(reading.start + 1)):
        line = reading.lines[index]
        if line.words not in _HEADLINE_WORDS or line.stops or line.text[-1] in ":،؛":
            break
        if line.mark or line.piece or headings.is_item(line.text):
            break
        block.append(index)
        if line.gap and len(block) >= _LEAST:
            return block[::-1]
    return []


def names_one(text: str) -> bool:
    """It names a place or an institution that everybody knows."""
    known, starts, folded = entities.known(), entities.starts(), _WORD.findall(normalise(text))
    if not entities.nations().keys().isdisjoint(word.removeprefix("ال") for word in folded):
        return True
    for at, word in enumerate(folded):
        for first in {word, word.lstrip("وبلف")} & starts.keys():
            rest = folded[at + 1 : at + starts[first]]
            names = (" ".join((first, *rest[:end])) for end in range(len(rest) + 1))
            if any(name in known for name in names):
                return True
    return False


def tells(text: str) -> bool:
    """It has a verb, somebody who says it, or two parts, as a headline has."""
    return acts(text) or opens_story(key(text.partition(" ")[0])) or _PARTS.search(text) is not None


def _block(reading: Reading) -> list[_Last]:
    """The last paragraphs, as far up as each may be a teaser for itself."""
    block: list[_Last] = []
    for index in range(reading.end - 1, reading.start, -1):
        line, role = reading.lines[index], reading.roles[index]
        if role == "teasers":
            block.append(_Last(index, known=True, opens=True))
        elif role in KEPT:
            item = headings.is_item(line.text)
            if not _may_be_teaser(line) or (item and not block):
                break
            told = opening.without(_ITEM.sub("", line.text, count=1) if item else line.text)
            first = key(told.partition(" ")[0])
            opens = told[:1].isalpha() and opens_story(first)
            if not opens and (item or (_goes_on(first) and not _SAID_FIRST.match(told))):
                break
            block.append(_Last(index, known=False, opens=opens))
            if item:
                break  # of a list each line would be one
    return block[::-1]


def _may_be_teaser(line: Line) -> bool:
    shortest = _SHORTEST_CUT_OFF if line.cut_off else _SHORTEST
    return shortest <= line.words <= _LONGEST and not line.mark


def _goes_on(first: str) -> bool:
    """A paragraph that begins with this word goes on from the one above."""
    if first in _TIMES or first.isdigit():
        return False
    return first.startswith("و") or first in _ENDING or is_function(first)


def _names_its_subject(line: Line) -> bool:
    """Who did it stands behind the verb: «قال إن» tells of somebody who is known already."""
    subject = key(line.text.split(" ", 2)[1])
    return subject == _PAPER or not is_function(subject)


def _are_others(block: Sequence[_Last], shares: Sequence[float], least: int) -> bool:
    """Enough of these paragraphs begin stories other than the text, of whose words they have these
    shares, and each begins one or speaks of another matter.
    """
    apart = [one.known or share <= _SHARED for one, share in zip(block, shares, strict=True)]
    sure = sum(one.opens and strange for one, strange in zip(block, apart, strict=True))
    return sure >= max(least, len(block) / 2) and all(
        one.opens or strange for one, strange in zip(block, apart, strict=True)
    )


def _spoken(reading: Reading, indexes: Iterable[int]) -> frozenset[str]:
    """What lines speak of."""
    return words.stems(*(reading.lines[index].text for index in indexes))


def _share(said: frozenset[str], text: frozenset[str]) -> float:
    """Of what is said, that which a text says too."""
    return len(said & text) / max(1, len(said))
