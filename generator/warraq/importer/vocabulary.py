"""What an archive already knows: the tags and categories that its articles bear."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer.categories import CategoryModel
from warraq.model import Article


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The archive's own words for what its articles are about; empty: nothing is known."""

    tags: Mapping[str, str] = field(default_factory=dict)
    """By key (`arabic.normalise`), the spelling that most articles have."""
    longest: int = 0
    """Words of the longest tag."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """By key, the number of articles."""
    model: CategoryModel | None = None
    """What the archive's own articles taught about its categories."""


NOTHING: Final = Vocabulary()
"""What a new archive knows."""


def vocabulary_of(articles: Iterable[Article], model: CategoryModel | None = None) -> Vocabulary:
    """The vocabulary of an archive: tags that are printed, typed or accepted.

    A tag that was only suggested does not count: a suggestion must not be its own reason.
    """
    uses: Counter[str] = Counter()
    for article in articles:
        uses.update(set(article.tags) - set(article.suggested.tags))
    tags: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for tag, count in sorted(uses.items(), key=lambda item: (-item[1], item[0])):
        key = normalise(tag)
        tags.setdefault(key, tag)
        counts[key] += count
    longest = max((key.count(" ") + 1 for key in tags), default=0)
    return Vocabulary(tags, longest, dict(counts), model)
