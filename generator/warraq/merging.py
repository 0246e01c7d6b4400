"""Names that may be one: of a tag, a category, a source or a writer. Pure.

Nothing is merged here. What is found is proposed as lines of a file that the archive's owner edits
(`config.MERGES`): a line whose # is taken off merges, the others do not. What makes names of a
taxonomy one is the table `_RULES`; what no letters tell (`Lore`) comes from those who know names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Final, TypeAlias

from warraq.arabic import spellings
from warraq.arabic.families import Families
from warraq.arabic.normalise import normalise
from warraq.model import Article, Taxonomy

HEAD: Final = """\
# {ar}: احذف # من أول السطر ليُعدّ ما بين القوسين والاسمُ الذي قبله واحدًا.
# {en}: take the # off a line, and the names in brackets become the one before them.
"""
"""With which a merge file begins."""

_TITLES: Final = {
    "tag": ("وسوم متقاربة", "Tags that are near"),
    "category": ("تصنيفات متقاربة", "Categories that are near"),
    "source": ("مصادر متقاربة", "Sources that are near"),
    "author": ("كتّاب متقاربة أسماؤهم", "Writers whose names are near"),
}

LONG: Final = 8
"""Letters from which names that differ by one letter may be one."""

_SLIGHT: Final = frozenset("اويهءaeiou")
"""Letters that one spelling has, and another has not or has another of."""
_EXCHANGED: Final = tuple(
    map(
        frozenset,
        (_SLIGHT, *spellings.VELARS, spellings.TEETH, "زسثص", "دذض", "ضظ", "جك", "قڨ", "فڤ"),
    )
)
"""Letters of which one spelling has one and another another."""
_OFTEN: Final = 2
"""In so many names of one frame two words stand that are one."""
_CLITICS: Final = "وفبكل"
"""With which a name begins that was cut out of a sentence."""

_WORD: Final = re.compile(r"[^\W_]+")
_SERVANT: Final = re.compile(r"\bعبد (?=ال)")
"""The first half of names that are written as one word or as two: «عبدالعزيز», «عبد العزيز»."""
_PLURALS: Final = ("ات", "ون", "ين")
_VOWEL: Final = re.compile("[\u064b-\u0650\u0652]")
_LETTER: Final = re.compile(r"[^\W_][\u0640\u064b-\u0652\u0670]*")
"""With its tashkeel."""
_TITLES_OF_WRITERS: Final = frozenset(
    normalise("د أ م دكتور دكتورة الدكتور الدكتورة الأستاذ الأستاذة المهندس المهندسة").split()
)
_NAME_AND_FATHERS: Final = 2
"""Words that a writer's name has at the least."""
_HOUSES: Final = {
    normalise(noun): kind
    for kind, nouns in {
        "paper": "صحيفة جريدة يومية",
        "magazine": "مجلة",
        "agency": "وكالة",
        "station": "قناة فضائية تلفزيون إذاعة راديو",
        "": "موقع شبكة بوابة منصة",
    }.items()
    for noun in nouns.split()
}
"""What a source is, by the noun before its name; a site may be of any kind."""
_HOUSE: Final = re.compile(rf"(?P<noun>{'|'.join(_HOUSES)}) (?:(?<=^وكاله )انباء )?(?P<name>.+)")
_SHORTEST: Final = 3
_PLAIN: Final = re.compile(r"[\w\u0640-\u065f][\w\u0640-\u065f .+/()-]*[\w\u0640-\u065f.)+]")
_RESERVED: Final = frozenset(("true", "false", "null", "yes", "no", "on", "off"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """Names that may be one, the most used first: it would be kept."""

    names: tuple[str, ...]
    counts: tuple[int, ...]


def counts(
    articles: Iterable[Article], taxonomy: Taxonomy, merges: Mapping[str, str]
) -> dict[str, int]:
    """How many articles each name has; what is merged counts for the name that is kept."""
    uses: Counter[str] = Counter()
    for article in articles:
        uses.update({merges.get(name, name) for name in article.terms(taxonomy)})
    return dict(uses)


@dataclass(frozen=True, slots=True)
class Lore:
    """What is known of names beyond their letters."""

    things: Sequence[Sequence[str]] = ()
    """Names of one thing each, tashkeel and all: «عُمان» and «سلطنة عمان»; another is «عمان»."""
    words: Sequence[Sequence[str]] = ()
    """Spellings of one word each: «أميركا», «أمريكا»."""


def proposals(
    counts: Mapping[str, int], taxonomy: Taxonomy, lore: Lore = Lore()
) -> tuple[Proposal, ...]:
    """Which of these names may be one, given the number of articles of each; most used first."""
    names = sorted(counts)
    known = _known(names, taxonomy, lore)
    families = Families()
    for rule in _RULES[taxonomy]:
        for alike in rule(known):
            for group in _parted(alike, known.things):
                families.join(group)
    groups = [families.members(head) for head in {families.head(name) for name in names}]
    found = [
        sorted(group, key=lambda name: (-counts[name], name)) for group in groups if len(group) > 1
    ]
    found.sort(key=lambda group: (-sum(counts[name] for name in group), group))
    return tuple(Proposal(tuple(g), tuple(counts[name] for name in g)) for g in found)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names in order, with what is known of each."""

    keys: Mapping[str, str]
    """By name, its words as they are compared."""
    things: Mapping[str, int]
    """By name, the number of the thing that it is of; of most names none is known."""


_Rule: TypeAlias = Callable[[_Names], Iterator[list[str]]]
"""Gives groups of names that may be one."""


def _known(names: Iterable[str], taxonomy: Taxonomy, lore: Lore) -> _Names:
    words = _words_of_person if taxonomy == "author" else _words
    spelt: dict[str, str] = {}
    for spelling, *others in lore.words:
        spelt |= dict.fromkeys((" ".join(words(one)) for one in others), " ".join(words(spelling)))
    keys = {name: " ".join(spelt.get(word, word) for word in words(name)) for name in names}
    return _Names(keys, _things(keys, lore.things))


def _things(names: Iterable[str], things: Iterable[Sequence[str]]) -> dict[str, int]:
    """Of which thing a name is: by all its marks, or by its letters where they are of one only."""
    by_marks, by_letters = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for number, thing in enumerate(things):
        for name in thing:
            by_marks[name].add(number)
            by_letters[_letters(name)].add(number)
    found = {name: by_marks.get(name) or by_letters[_letters(name)] for name in names}
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}


def _letters(name: str) -> str:
    return "".join(_words(name)) or name


def _words(name: str) -> list[str]:
    """Words without tashkeel, seats of hamza, articles and marks."""
    words = _WORD.findall(_SERVANT.sub("عبد", normalise(name)))
    return [w[2:] if w.startswith("ال") and len(w) > _SHORTEST + 1 else w for w in words]


def _words_of_person(name: str) -> list[str]:
    """As `_words`, without what is said before a name; «علي» and «العلي» are two families."""
    words = _WORD.findall(normalise(name))
    while len(words) > _NAME_AND_FATHERS and words[0] in _TITLES_OF_WRITERS:
        del words[0]
    return words


def _parted(names: Sequence[str], things: Mapping[str, int]) -> Iterator[list[str]]:
    """Names that a rule takes for one, by what they are of, if that is known to be more than one
    thing or if their tashkeel contradicts itself: «عِلم», «عَلَم».
    """
    several = len({things[name] for name in names if name in things}) > 1
    if not several and not any(_contradict(*pair) for pair in combinations(names, 2)):
        yield list(names)
        return
    by_reading = defaultdict[object, list[str]](list)
    for name in names:
        by_reading[things.get(name, _vowels(name))].append(name)
    yield from by_reading.values()


def _contradict(one: str, other: str) -> bool:
    """Two names have other short vowels on the same letter."""
    mine, its = _vowels(one), _vowels(other)
    return len(mine) == len(its) and any(a and b and a != b for a, b in zip(mine, its, strict=True))


def _vowels(name: str) -> tuple[str, ...]:
    """The short vowels that are written on each letter."""
    return tuple("".join(_VOWEL.findall(letter)) for letter in _LETTER.findall(name))


def _of_one_thing(names: _Names) -> Iterator[list[str]]:
    """Names that are known to be of one thing, whatever their letters."""
    by_thing = defaultdict[int, list[str]](list)
    for name, thing in names.things.items():
        by_thing[thing].append(name)
    yield from by_thing.values()


def _of_the_same_letters(names: _Names) -> Iterator[list[str]]:
    """Names of the same letters, in one word or in two: «نور الدين», «نورالدين»."""
    by_letters = defaultdict[str, list[str]](list)
    for name, key in names.keys.items():
        by_letters[key.replace(" ", "") or name].append(name)
    yield from by_letters.values()


def _of_one_house(names: _Names) -> Iterator[list[str]]:
    """Sources of one name, with and without the noun that says what they are: «الضفاف», «جريدة
    الضفاف». Where a paper and a station share a name, it alone may be either's.
    """
    houses = defaultdict[str, dict[str, list[str]]](dict)
    for name, key in names.keys.items():
        house = _HOUSE.fullmatch(key)
        kind, bare = (_HOUSES[house["noun"]], house["name"]) if house else ("", key)
        houses[bare or name].setdefault(kind, []).append(name)
    for by_kind in houses.values():
        nameless = by_kind.pop("", [])
        if len(by_kind) > 1:
            yield from by_kind.values()
        else:
            yield [*nameless, *(name for group in by_kind.values() for name in group)]


def _of_one_noun(names: _Names) -> Iterator[list[str]]:
    """Names of one word that are the singular and the plurals of one noun. Of «رحمة» and «رحم» each
    is another; «شركات» is the plural of «شركة», if there is one, and not of «شرك».
    """
    by_key, by_noun = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for name, key in names.keys.items():
        by_key[key].append(name)
    for key, spellings_of_it in by_key.items():
        ending = next((e for e in _PLURALS if key.endswith(e)), "")
        stem = key.removesuffix(ending)
        if len(stem) < _SHORTEST or " " in key:
            continue
        single = f"{stem}ه" if ending == "ات" and f"{stem}ه" in by_key else stem
        by_noun[single if ending else key] += spellings_of_it
    yield from by_noun.values()


def _one_letter_apart(names: _Names) -> Iterator[list[str]]:
    """Long names of which one becomes the other by a letter put in, taken out or changed.

    Names that differ in a digit are different: «كأس العالم 2018», «كأس العالم 2022».
    """
    keys = names.keys
    frames = _frames(keys.values())
    without = defaultdict[str, list[str]](list)
    for name, key in keys.items():
        if len(key) < LONG:
            continue
        for at in range(len(key)):
            if not key[at].isdigit():
                without[key[:at] + key[at + 1 :]].append(name)
        without[key].append(name)
    for alike in without.values():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                if keys[one] != keys[other] and _are_one(keys[one], keys[other], frames):
                    yield [one, other]


def _frames(keys: Iterable[str]) -> Mapping[str, set[str]]:
    """By word, what stands around it in the keys that have it."""
    frames = defaultdict[str, set[str]](set)
    for key in keys:
        words = key.split()
        for at, word in enumerate(words):
            frames[word].add(" ".join((*words[:at], "…", *words[at + 1 :])))
    return frames


def _are_one(one: str, other: str, frames: Mapping[str, set[str]]) -> bool:
    """Where two keys differ, spellings of one name do; and not in two words that stand in other
    names too, and never again in the same: «وليد سلمان», «وليد سليمان».
    """
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    start, mine, its = _difference(one, other)
    if max(len(mine), len(its)) > 1:
        return False
    if mine + its == " ":  # two words, or written as one
        return True
    words = zip(one.split(), other.split(), strict=True)
    here, there = next((frames[a], frames[b]) for a, b in words if a != b)
    if min(len(here), len(there)) > 1 and len(here & there) < _OFTEN:
        return False
    return _is_slight({mine, its} - {""}) or _is_slip(one if mine else other, start, mine and its)


def _difference(one: str, other: str) -> tuple[int, str, str]:
    """Where two texts begin to differ, and what each has there before the end that they share."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next(
        (at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start
    )
    return start, one[start : len(one) - end], other[start : len(other) - end]


def _is_slight(letters: set[str]) -> bool:
    """A letter that one spelling has and another has not, or has another of."""
    return any(letters <= alike for alike in (_EXCHANGED if len(letters) > 1 else (_SLIGHT,)))


def _is_slip(longer: str, at: int, changed: str) -> bool:
    """The letter that one has more is typed twice, or a clitic before the name, or of «تش»."""
    doubled = longer[at] in (longer[at - 1 : at], longer[at + 1 : at + 2])
    clitic = at == 0 and longer[0] in _CLITICS
    return not changed and (doubled or clitic or longer[at : at + 2] == "تش")


_SUBJECTS: Final = (_of_one_thing, _of_the_same_letters, _of_one_noun, _one_letter_apart)
_RULES: Final[Mapping[Taxonomy, tuple[_Rule, ...]]] = MappingProxyType(
    {
        "tag": _SUBJECTS,
        "category": _SUBJECTS,
        "source": (_of_one_thing, _of_the_same_letters, _of_one_house, _one_letter_apart),
        "author": (_of_the_same_letters,),
    }
)
"""What makes names one. A letter more or less makes another person: «سلمان» and «سليمان», «حسن» and
«حسين», «عمر» and «عمار».
"""


def extended(text: str, taxonomy: Taxonomy, found: Iterable[Proposal]) -> str:
    """The text of a merge file with the proposals that it does not hold yet, each commented out.

    What is there stays as it is. A proposal is there already if some line, commented out or not,
    speaks of all its names.
    """
    known = [_names_of(line) for line in text.split("\n")]
    new = [
        proposal for proposal in found if not any(set(proposal.names) <= names for names in known)
    ]
    if not new:
        return text
    ar, en = _TITLES[taxonomy]
    head = text if text.strip() else HEAD.format(ar=ar, en=en)
    return "".join([head, "" if head.endswith("\n") else "\n", *map(_line, new)])


def _line(proposal: Proposal) -> str:
    kept, *merged = map(_written, proposal.names)
    return f"# {kept}: [{', '.join(merged)}]  # {' + '.join(map(str, proposal.counts))}\n"


def _written(name: str) -> str:
    """A name as YAML takes it: in quotes, where it holds anything but letters, digits, spaces."""
    if _PLAIN.fullmatch(name) and name.lower() not in _RESERVED and not name[0].isdigit():
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _names_of(line: str) -> set[str]:
    """The names in a line of a merge file."""
    body = line.lstrip("# ").partition("  #")[0]
    parts = re.findall(r'"(?:[^"\\]|\\.)*"|[^\[\]:,،"]+', body)
    return {part.strip().strip('"').replace('\\"', '"').replace("\\\\", "\\") for part in parts}
