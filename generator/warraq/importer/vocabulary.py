"""What an archive already knows: the tags and categories that its articles bear."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer.categories import CategoryModel
from warraq.importer.entities import longest_by_start
from warraq.model import Article


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The archive's own words for what its articles are about; empty: nothing is known."""

    tags: Mapping[str, str] = field(default_factory=dict)
    """By key (`arabic.normalise`), the spelling that most articles have."""
    starts: Mapping[str, int] = field(default_factory=dict)
    """By the first word of a key, the words of the longest key that begins so."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """By key, the number of articles."""
    model: CategoryModel | None = None
    """What the archive's own articles taught about its categories."""


NOTHING: Final = Vocabulary()
"""What a new archive knows."""


def vocabulary_of(
    articles: Iterable[Article],
    model: CategoryModel | None = None,
    merges: Mapping[str, str] = MappingProxyType({}),
) -> Vocabulary:
    """The vocabulary of an archive: tags that are printed, typed or accepted.

    A tag that was only suggested does not count: a suggestion must not be its own reason. Spellings
    that its owner has merged (`merges`: each with the name that takes its place) are known by it.
    """
    uses: Counter[str] = Counter()
    for article in articles:
        accepted = set(article.tags) - set(article.suggested.tags)
        uses.update({merges.get(tag, tag) for tag in accepted})
    tags: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for tag, count in sorted(uses.items(), key=lambda item: (-item[1], item[0])):
        key = normalise(tag)
        tags.setdefault(key, tag)
        counts[key] += count
    for spelling, kept in merges.items():
        if normalise(kept) in tags:
            tags[normalise(spelling)] = kept
    return Vocabulary(tags, longest_by_start(tags), dict(counts), model)
