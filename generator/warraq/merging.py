"""Names that may be one: spellings of a tag or a category that differ in little. Pure.

Nothing is merged here. What is found is proposed as lines of a file that the archive's owner edits
(content/tags.yml, content/categories.yml): a line whose # is taken off merges, the others do not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

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


def proposals(counts: Mapping[str, int]) -> tuple[Proposal, ...]:
    """Which of these names may be one, given the number of articles of each; most used first."""
    names = sorted(counts)
    families = Families()
    for alike in _alike(names):
        families.join(alike)
    groups = [families.members(head) for head in {families.head(name) for name in names}]
    found = [
        sorted(group, key=lambda name: (-counts[name], name)) for group in groups if len(group) > 1
    ]
    found.sort(key=lambda group: (-sum(counts[name] for name in group), group))
    return tuple(Proposal(tuple(g), tuple(counts[name] for name in g)) for g in found)


def _alike(names: Sequence[str]) -> Iterator[list[str]]:
    """Groups of names that are the same in one of three ways."""
    keys = {name: _key(name) for name in names}
    by_key = defaultdict[str, list[str]](list)
    for name, key in keys.items():
        by_key[key or name].append(name)
    yield from by_key.values()
    yield from _of_one_noun(by_key)
    yield from _one_letter_apart(keys)


def _key(name: str) -> str:
    """A name without tashkeel, seats of hamza, articles and marks."""
    words = _WORD.findall(_SERVANT.sub("عبد", normalise(name)))
    return " ".join(w[2:] if w.startswith("ال") and len(w) > _SHORTEST + 1 else w for w in words)


def _of_one_noun(by_key: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """Names of one word that are the singular and the plurals of one noun. Of «رحمة» and «رحم» each
    is another; «شركات» is the plural of «شركة», if there is one, and not of «شرك».
    """
    by_noun = defaultdict[str, list[str]](list)
    for key, names in by_key.items():
        ending = next((e for e in _PLURALS if key.endswith(e)), "")
        stem = key.removesuffix(ending)
        if len(stem) < _SHORTEST or " " in key:
            continue
        single = f"{stem}ه" if ending == "ات" and f"{stem}ه" in by_key else stem
        by_noun[single if ending else key] += names
    yield from by_noun.values()


def _one_letter_apart(keys: Mapping[str, str]) -> Iterator[list[str]]:
    """Long names of which one becomes the other by a letter put in, taken out or changed.

    Names that differ in a digit are different: «كأس العالم 2018», «كأس العالم 2022».
    """
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
