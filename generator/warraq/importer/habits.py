"""Habits of an outlet, learnt from the texts that lie together in a folder.

What a site puts around its articles comes back from text to text; what a reporter writes does not.
So a line is habitual where it stands above the first or below the last paragraph of several
stories, and is either frequent in its folder or bound to another such line: wherever the one
stands, the other stands beside it. Copies of one story count once, so that an agency's story which
five papers printed is nobody's habit.

What most headlines of a folder have behind them, or nearly all before them, parted by a dash or a
bar, is their site's name.

What several texts of a folder have behind their last sentence, on its line, and what begins with
the same word, is their page's: «سمات …», «رابط الخبر …».

Where several texts of a folder end in how others begin, or have the headlines of others amid their
paragraphs, what looks like either is taken for it in all.

The owner may write down what warraq cannot know: `outlets` in site.yml.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, pairwise
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import gazetteer, glued, lines
from warraq.importer.lines import Line

SAMPLE: Final = 200
"""Texts of a folder that are looked at: enough to see whatever stands in a twentieth of them."""
LARGE_SAMPLE: Final = 600
"""Texts of a folder some of whose texts end as others begin: the more beginnings are known, the
more of them are found."""

_LEAST: Final = 3
"""Stories in which a line must stand."""
_FREQUENT: Final = 0.05
"""Of a folder's stories: a line in as many needs no company."""
_SELDOM: Final = 0.01
"""Of a folder's stories: a line in fewer is nobody's habit; a paragraph in fewer than `_FREQUENT`
may be a story's that several tell.
"""
_BOUND: Final = 0.5
"""Of the stories that hold a line: where another stands beside it in so many, the two belong
together."""
_AT_EDGE: Final = 0.9
"""Of a line's occurrences that must lie outside the text proper."""
_TELLING: Final = 12
"""Letters of a line that may be habitual by itself: a word or two may be the article's."""
_LONGEST: Final = 60
"""Words; a longer line is an article's."""
_START: Final = 16
"""Letters of a line by which it is seen whether it may come back."""
_START_WORDS: Final = 5
"""In which most lines have as many."""
HEAD: Final = 3
"""Lines in which a text says what it is about: headline, summary, first paragraph."""
_HEADLINE: Final = 4
"""Blanks in the shortest line that is taken for a headline."""
AFFIX: Final = re.compile(r"\s+(?:[-–—|]|ـ{1,3})\s*|\s*(?:\||::)\s*")
"""What parts a headline from what programs print in its line."""
_AFFIX_WORDS: Final = 6
"""Of the longest name of a site, its parts counted together."""
_BEFORE: Final = 0.9
"""Of a folder's texts, those that have a site's name before their headline: fewer are of a kind,
«فيديو - …».
"""
_TEASER: Final = 25
"""Characters of the shortest line that says which story it is about."""
_USUAL: Final = 0.6
"""Of a folder's texts: what so many have in one place is usual there."""
_USUAL_LEAST: Final = 8
_USUAL_STATED: Final = 0.2
"""Of a folder's texts that must state its source."""
_AGREED: Final = 0.9
"""Of the sources that are stated in a folder: when so many are one, the folder is its outlet's."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """Of one text, what learning needs: its lines, and whether each is a paragraph."""

    texts: tuple[str, ...]
    prose: tuple[bool, ...]

    def amid(self) -> Iterable[str]:
        """The lines between its paragraphs."""
        paragraphs = [at for at, prose in enumerate(self.prose) if prose]
        between = range(paragraphs[0], paragraphs[-1]) if paragraphs else ()
        return (self.texts[at] for at in between if not self.prose[at])


@dataclass(frozen=True, slots=True)
class Habits:
    """What is known of a text beyond the text itself."""

    repeated: Mapping[str, str] = field(default_factory=dict)
    """Lines that the outlet puts around its articles, by their keys."""
    usual: Mapping[int, str] = field(default_factory=dict)
    """By place below the headline, 1 for the next line, the role that the line there mostly has."""
    heads: Mapping[int, int] = field(default_factory=dict)
    """How other texts begin, where the outlet ends its texts in teasers: by `mark` of a line, a
    number for the story."""
    headlines: frozenset[int] = frozenset()
    """Of other texts, by `mark`, where the outlet has such amid its texts, as links to those."""
    kept: frozenset[str] = frozenset()
    """Keys of lines that the archive's owner wants in the text, wherever they stand."""
    removed: frozenset[str] = frozenset()
    """Keys of lines that the archive's owner wants out, wherever they stand."""
    ends: frozenset[str] = frozenset()
    """Keys of lines at which the owner says that the article is over."""
    glued: frozenset[str] = frozenset()
    """With which words that begins which the outlet's programs glue to last sentences, by key."""
    site: str = ""
    """What the outlet prints behind each headline, or before it, as its name."""
    source: str = ""
    """The outlet's name, for texts that state no source, as the owner says."""
    usual_source: str = ""
    """The source that most other texts of the folder state."""


def sketch(split: Sequence[Line]) -> Sketch:
    """Reduce a text to what `repeated_lines` compares."""
    short = [line for line in split if line.words <= _LONGEST or line.sentence]
    return Sketch(tuple(line.text for line in short), tuple(line.sentence for line in short))


def of(texts: Sequence[Sketch]) -> Habits:
    """What comes back among the texts of one folder."""
    return Habits(
        repeated=repeated_lines(texts),
        heads=heads(texts),
        headlines=headlines(texts),
        glued=labels_glued(texts),
        site=site(texts),
    )


def repeated_lines(texts: Iterable[Sketch]) -> Mapping[str, str]:
    """The habitual lines among the texts of one folder, by their keys."""
    stories = _stories(texts)
    holders = Counter(key for story in stories for key in story.distinct)
    several = frozenset(key for key, count in holders.items() if count >= _LEAST)
    at_edge: Counter[str] = Counter()
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for story in stories:
        around = story.around(several)
        at_edge.update(set(around))
        pairs = {pair for a, b in pairwise(around) for pair in ((a, b), (b, a))}
        for one, other in pairs:
            beside[one][other] += 1
    prose = {key for story in stories for key in story.prose}
    often, seldom = (max(_LEAST, share * len(stories)) for share in (_FREQUENT, _SELDOM))
    spelt = {key: text for story in reversed(stories) for key, text in story.spelt.items()}
    return {
        key: spelt[key]
        for key in sorted(several)
        if key
        and at_edge[key] >= _AT_EDGE * holders[key]
        and (
            (len(key) >= _TELLING and holders[key] >= often)
            or (key not in prose and _is_bound(beside[key], holders, seldom))
        )
    }


def mark(key: str) -> int:
    """A line's key, made short."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


def end_in_others(texts: Sequence[Sketch]) -> bool:
    """Whether some text holds, below its own head, a line of another's."""
    first = _first_lines(texts)
    return any(
        first.intersection(text.texts[HEAD:]).difference(text.texts[:HEAD]) for text in texts
    )


def _first_lines(texts: Iterable[Sketch]) -> set[str]:
    return {line for text in texts for line in text.texts[:HEAD]}


def heads(texts: Sequence[Sketch]) -> Mapping[int, int]:
    """The first lines of a folder's texts, by `mark`, with a number for each story; none unless
    several texts end in those of others.
    """
    first = _first_lines(texts)
    if sum(len(first.intersection(text.texts[HEAD:])) > 1 for text in texts) < _LEAST:
        return {}  # as in most folders, and quickly seen
    marks = [[mark(lines.key(line)) for line in text.texts] for text in texts]
    found: dict[int, int] = {}
    for number, (text, own) in enumerate(zip(texts, marks, strict=True)):
        for line, known in zip(text.texts[:HEAD], own, strict=False):
            if len(line) >= _TEASER:
                found.setdefault(known, number)
    several = 0
    for own in marks:
        mine = {found[known] for known in own[:HEAD] if known in found}
        others = {found[known] for known in own[HEAD:] if known in found} - mine
        several += len(others) > 1
    return found if several >= _LEAST else {}


def headlines(texts: Sequence[Sketch]) -> frozenset[int]:
    """The headlines of a folder's texts, by `mark`; none unless several texts have those of others
    amid their paragraphs.
    """
    own = [frozenset(_headlines(text)) for text in texts]
    known = {line for line, times in Counter(chain.from_iterable(own)).items() if times == 1}
    amid = (known.intersection(text.amid()) - mine for text, mine in zip(texts, own, strict=True))
    linking = sum(map(bool, amid))
    return frozenset(mark(lines.key(line)) for line in known) if linking >= _LEAST else frozenset()


def labels_glued(texts: Sequence[Sketch]) -> frozenset[str]:
    """The first words of what stands behind the last sentence of several texts, on its line, and is
    their page's.
    """
    found: Counter[str] = Counter()
    for text in texts:
        if at := glued.end(text.texts):
            found[glued.label(text.texts[-1][at:])] += 1
    return frozenset(label for label, times in found.items() if times >= _LEAST)


def _headlines(text: Sketch) -> Iterable[str]:
    """What may be the headline above a text's first paragraph; a menu's items are shorter."""
    above = _above(text) if True in text.prose else ()
    return (line for line in above if line.count(" ") >= _HEADLINE and line[-1] not in ".:")


def site(texts: Sequence[Sketch]) -> str:
    """The longest name that most texts of a folder have in a line of their head behind a headline,
    or nearly all before it; '' where there is none, or where it is a section, or somebody's.
    """
    if len(texts) < _USUAL_LEAST:
        return ""
    for sides, share in ((_behind, _USUAL), (_before, _BEFORE)):
        found = Counter(name for text in texts for name in sides(text))
        usual = [name for name, often in found.items() if often >= share * len(texts)]
        named = [name for name in usual if not _is_of_article(name)]
        if named:
            return max(named, key=len)
    return ""


def _is_of_article(name: str) -> bool:
    """It, or a part of it, says something of an article, and not whose site that is on."""
    return any(
        gazetteer.is_section(part) or gazetteer.is_person(part) or gazetteer.is_place(part)
        for part in AFFIX.split(name)
    )


def _behind(text: Sketch) -> frozenset[str]:
    """The last parts of lines above the first paragraph, behind what may be a headline."""
    return frozenset(
        line[mark.end() :]
        for line in _above(text)
        for mark in AFFIX.finditer(line)
        if line.count(" ", 0, mark.start()) >= _HEADLINE and _may_be_name(line[mark.end() :])
    )


def _before(text: Sketch) -> frozenset[str]:
    """The first parts of these lines, before what may be a headline."""
    return frozenset(
        line[: mark.start()]
        for line in _above(text)
        for mark in AFFIX.finditer(line)
        if line.count(" ", mark.end()) >= _HEADLINE and _may_be_name(line[: mark.start()])
    )


def _may_be_name(part: str) -> bool:
    return part.count(" ") < _AFFIX_WORDS and any(map(str.isalpha, part)) and part[-1] not in ".:؟"


def _above(text: Sketch) -> tuple[str, ...]:
    """The first lines above a text's first paragraph."""
    return text.texts[: text.prose.index(True) if True in text.prose else HEAD][:HEAD]


def _is_bound(beside: Mapping[str, int], holders: Mapping[str, int], least: float) -> bool:
    """Wherever some other line stands, this one mostly stands beside it."""
    return any(
        count >= least and count >= _BOUND * holders[other] for other, count in beside.items()
    )


def _stories(texts: Iterable[Sketch]) -> list["_Story"]:
    """The stories that several texts may tell, by their last. Few lines come back, so that the
    others, whose first letters say so, need no keys.
    """
    told = list({_longest(text.texts): text for text in texts if text.texts}.values())
    starts = [_starts(text.texts) for text in told]
    holders = Counter(start for own in starts for start in set(own))
    return [
        _Story(
            text,
            tuple(
                lines.key(line) if holders[start] >= _LEAST else start
                for line, start in zip(text.texts, own, strict=True)
            ),
        )
        for text, own in zip(told, starts, strict=True)
    ]


def _starts(texts: Sequence[str]) -> tuple[str, ...]:
    """The first letters of each line's key. The lines of a text are folded in one go, each up to
    a bar, which no key holds: one by one it takes twice as long.
    """
    begun = (text.replace("|", " ").split(None, _START_WORDS)[:_START_WORDS] for text in texts)
    folded = normalise("|".join(map(" ".join, begun))).split("|")
    bare = (one.replace(" ", "") for one in folded)
    starts = (one if one.isalnum() else "".join(filter(str.isalnum, one)) for one in bare)
    return tuple(
        (start if len(start) >= _START else lines.key(text))[:_START]
        for start, text in zip(starts, texts, strict=True)
    )


def _longest(texts: Sequence[str]) -> str:
    """The longest key of a text's lines, by which copies of one story are known."""
    most = [len(text) - text.count(" ") for text in texts]
    found, best = "", (-1, 0)
    for index in sorted(range(len(texts)), key=lambda i: -most[i]):
        if most[index] < best[0]:
            break
        key = lines.key(texts[index])
        if (length := (len(key), -index)) > best:
            found, best = key, length
    return found


class _Story:
    """A text among others."""

    def __init__(self, text: Sketch, keys: tuple[str, ...]) -> None:
        self.keys = keys
        """Those of lines that come back; of others, what is no such line's."""
        self.spelt = dict(zip(keys, text.texts, strict=True))
        self.distinct = frozenset(keys)
        self.paragraphs = [i for i, prose in enumerate(text.prose) if prose]
        self.prose = frozenset(keys[i] for i in self.paragraphs)

    def around(self, several: frozenset[str]) -> list[str]:
        """Those of the lines `several` that stand before the first and after the last paragraph
        of the text's own, in their order. A text most of whose paragraphs stand in others too is
        another version of their story, and has no edges to speak of.
        """
        keys = self.keys
        own = [i for i in self.paragraphs if keys[i] not in several]
        if len(own) * 2 < len(self.paragraphs):
            return []
        first, last = (own[0], own[-1]) if own else (len(keys), len(keys))
        outside = [*keys[:first], *keys[last + 1 :]]
        return [key for key in outside if key in several]


def _most_frequent(names: Counter[str]) -> tuple[str, int]:
    """The name that comes most often, and how often; '' and 0 where there is none."""
    return next(iter(names.most_common(1)), ("", 0))


def usual_source(sources: Iterable[str], repeated: Container[str] = frozenset()) -> str:
    """The source that most texts of a folder state, '' where they are few or differ; few are enough
    where its name is one of the lines that come back. «الضفاف الإلكترونية» is «الضفاف» once more.
    `sources` holds one for each text, '' where it states none; agencies serve all papers, and do
    not count.
    """
    texts = list(sources)
    stated = Counter(source for source in texts if source and not gazetteer.is_agency(source))
    source, count = _most_frequent(stated)
    name = lines.key(source)
    least = _LEAST if name in repeated else max(_LEAST, _USUAL_STATED * len(texts))
    same = sum(often for other, often in stated.items() if name in lines.key(other))
    return source if count >= least and same >= _AGREED * stated.total() else ""


def told_source(papers: Iterable[str]) -> str:
    """The paper to which people speak in the texts of a folder; '' where they are few or differ."""
    told = Counter(filter(None, papers))
    source, often = _most_frequent(told)
    return source if often >= max(_LEAST, _AGREED * told.total()) else ""


def signing_source(signed: Sequence[str], sources: Sequence[str]) -> str:
    """The paper that looks like a writer's name, as it stands where these do: who signs most texts
    of a folder, or many, and is the source of some; has no given name, and has an everyday word.
    '' without one; both hold one for each text, '' where nobody signs it or it states none.
    """
    name, often = _most_frequent(Counter(filter(None, signed)))
    stated = sources.count(name) if name else 0
    least = _USUAL_STATED if stated >= _LEAST else _USUAL
    if len(signed) < _USUAL_LEAST or often + stated < least * len(signed):
        return ""
    given = any(lines.key(word) in gazetteer.GIVEN_NAMES for word in name.split())
    return "" if given or gazetteer.has_no_word(name) else name


def usual_places(places: Iterable[Mapping[int, str]]) -> Mapping[int, str]:
    """The role that most texts of a folder have at each place below the headline.

    `places` holds, for each text, the roles that its lines have there.
    """
    texts = list(places)
    if len(texts) < _USUAL_LEAST:
        return {}
    found = {}
    for place in sorted({place for text in texts for place in text}):
        role, count = Counter(text[place] for text in texts if place in text).most_common(1)[0]
        if count >= _USUAL * len(texts):
            found[place] = role
    return found
