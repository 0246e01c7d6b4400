"""Names that may be one: spellings of a tag or a category that differ in little. Pure.

Nothing is merged here. What is found is proposed as lines of a file that the archive's owner edits
(content/tags.yml, content/categories.yml): a line whose # is taken off merges, the others do not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

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
"""Letters from which names that differ by one letter are taken for one."""

_WORD: Final = re.compile(r"[^\W_]+")
_PLURALS: Final = ("ات", "ون", "ين", "ه")
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
    by_stem = defaultdict[str, list[str]](list)
    for name, key in keys.items():
        by_key[key or name].append(name)
        if stem := _singular(key):
            by_stem[stem].append(name)
    yield from by_key.values()
    yield from by_stem.values()
    yield from _one_letter_apart(keys)


def _key(name: str) -> str:
    """A name without tashkeel, seats of hamza, articles and marks."""
    words = _WORD.findall(normalise(name))
    return " ".join(w[2:] if w.startswith("ال") and len(w) > _SHORTEST + 1 else w for w in words)


def _singular(key: str) -> str:
    """A noun of one word without the ending of its plural or its ة; '' where too little remains."""
    if " " in key:
        return ""
    ending = next((e for e in _PLURALS if key.endswith(e)), "")
    stem = key[: len(key) - len(ending)]
    return stem if len(stem) >= _SHORTEST else ""


def _one_letter_apart(keys: Mapping[str, str]) -> Iterator[list[str]]:
    """Long names of which one becomes the other by a letter put in, taken out or changed.

    Names that differ in a digit are different: «كأس العالم 2018», «كأس العالم 2022».
    """
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
                if one != other and _is_near(keys[one], keys[other]):
                    yield [one, other]


def _is_near(one: str, other: str) -> bool:
    """At most one letter apart: between the ends that they share lies one letter or none."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next(
        (at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start
    )
    return max(len(one), len(other)) - start - end <= 1


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
