"""What an article might be filed under, where its text does not say so itself.

Printed tags and a printed section always win. What is suggested here is marked in the article's
front matter (`suggested`), so that an editor can tell it from what was printed.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from warraq.arabic.normalise import normalise
from warraq.importer import categories, entities, gazetteer, names
from warraq.importer.lexicon import without_article
from warraq.importer.names import Found
from warraq.importer.vocabulary import Vocabulary

MOST: Final = 8
"""Tags of one article, printed ones included."""

MOST_SUGGESTED: Final = 7

LEAST_OF_NAMES: Final = 1.7
"""Weight from which a name counts that is surely one, where no tags are printed."""

_CASES: Final = ("\u064b", "\u064c", "\u064d", "\u064e", "\u064f", "\u0650", "\u0652")
"""Vowels of a word's end, which verse and scripture have, and no newspaper's names."""

_GLUED: Final = 2.5
"""What a name is worth more that stands among tags which nobody can part."""

_THINGS: Final = frozenset({"place", "person", "institution", "archive"})


def tags(
    headline: str,
    paragraphs: Sequence[str],
    *,
    printed: Sequence[str],
    not_these: Sequence[str],
    vocabulary: Vocabulary,
    glued: str = "",
) -> tuple[str, ...]:
    """Tags for a text, the best first, beside those that are printed, or `glued` together.

    `not_these` names what the text is by, not about: its source, its writers. Nothing is suggested
    that says what a tag before it says.
    """
    found = names.find(headline, paragraphs, vocabulary)
    chosen: list[str] = []
    taken = [_Tag(_said(tag)) for tag in (*printed, *not_these) if tag]
    shown = f" {normalise(glued)} " if glued else ""
    least = names.LEAST if printed else LEAST_OF_NAMES
    weighed = [(names.weight(name), name) for name in found]
    if shown:
        weighed = [(w + _GLUED * (f" {name.key} " in shown), name) for w, name in weighed]
    weighed = [(weight, name) for weight, name in weighed if weight >= least]
    for weight, name in sorted(weighed, key=lambda pair: -pair[0]):
        if len(chosen) == MOST_SUGGESTED:
            break
        if weight < names.LEAST and name.kind not in _THINGS:
            continue
        if name.text.endswith(_CASES):
            continue
        tag = _Tag(_said(name.text), often=name.count > 1, place=name.kind == "place")
        if any(_overlap(tag, other) for other in taken) or _is_by(name):
            continue
        taken.append(tag)
        chosen.append(name.text)
    return tuple(chosen[: max(0, MOST - len(printed))])


def category(headline: str, paragraphs: Sequence[str], vocabulary: Vocabulary) -> str:
    """A category of the archive's for a text, or '' where none is likely enough."""
    if vocabulary.model is None:
        return ""
    name, probability = vocabulary.model.suggest("\n".join((headline, headline, *paragraphs)))
    return name if probability >= categories.SURE else ""


@lru_cache(maxsize=1 << 12)
def _said(name: str) -> frozenset[str]:
    """What a name says, however it is inflected."""
    return frozenset(_stem(word) for word in normalise(name).split())


def _stem(word: str) -> str:
    bare = without_article(word)
    return bare[:-1] if len(bare) > 3 and bare[-1] in "اه" else bare


class _Tag(NamedTuple):
    """A tag that is taken, or may be."""

    said: frozenset[str]
    often: bool = False
    """The text says it more than once."""
    place: bool = False


def _overlap(one: _Tag, other: _Tag) -> bool:
    """One says what the other does; but a place may stand beside a longer name, «حلب», «قلعة حلب»,
    where the text says each more than once.
    """
    short, long = sorted((one, other), key=lambda tag: len(tag.said))
    beside = short.place and short.often and long.often and short.said != long.said
    return short.said <= long.said and not beside


def _is_by(name: Found) -> bool:
    """An agency or a paper: texts name them as sources far more often than as their matter."""
    if name.headline or name.kind == "archive":
        return False
    if name.kind == "institution" and name.key.partition(" ")[0] in entities.MEDIA:
        return True
    return gazetteer.is_agency(name.text) or (
        name.kind == "name" and gazetteer.is_outlet(name.text)
    )
