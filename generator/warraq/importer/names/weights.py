"""What a name is worth as a tag: by its kind, by how often it is said, and where."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from warraq.importer import entities
from warraq.importer.entities import Kind
from warraq.importer.lexicon import is_common

WEIGHTS: Final[Mapping[Kind, float]] = MappingProxyType(
    {
        "archive": 1.2,
        "person": 1.0,
        "institution": 0.8,
        "place": 1.0,
        "name": 0.4,
        "subject": -1.0,
        "topic": -1.4,
    }
)
"""What a name of each kind is worth as a tag before it is counted."""
_MOST: Final = 12
_OFTEN: Final = 3
"""Times that a text says what it is about."""
_SAID: Final = tuple(math.log2(1 + count) for count in range(_MOST + 1))
"""What it is worth that a name is said so often; more often is worth no more."""
LEAST: Final = 2.2
"""Weight (`weight`) from which a name is worth a tag."""


class Found(NamedTuple):
    """A name, and how much of the text speaks of it.

    A tuple, as each text has dozens.
    """

    text: str
    """As the text has it, without clitics; or as the archive or the gazetteer writes it."""
    key: str
    kind: Kind
    count: int  # type: ignore[assignment]  # nobody counts what is in the tuple
    headline: bool
    lead: bool
    announced: bool = False
    """A title stands before it somewhere, or quotation marks around it."""


def weight(found: Found) -> float:
    """How well a name would do as a tag. An institution that is said once, and late, is most often
    somebody's office, but for one that everybody knows; what only the headline says, and nothing
    announces, is no name, nor is what is said twice, and late; and a sea is most often what
    something lies on.
    """
    once = found.kind == "institution" and found.count == 1 and not _is_known(found.key)
    headline = found.headline and (found.kind != "name" or found.count > 1 or found.announced)
    late = found.kind == "name" and not (found.headline or found.lead) and found.count < _OFTEN
    passing = not found.headline and found.count < _OFTEN and found.key in entities.WATERS
    return (
        WEIGHTS[found.kind]
        + _SAID[min(found.count, _MOST)]
        - (0.4 if once and not (found.headline or found.lead) else 0.0)
        - (1.5 if passing else 0.0)
        - (0.3 if late else 0.0)
        + (1.5 if headline else 0.0)
        + (0.6 if found.lead else 0.0)
        + (0.5 if found.announced else 0.0)
        + (0.3 if " " in found.key and found.kind not in ("subject", "topic") else 0.0)
    )


def _is_known(name: str) -> bool:
    """Everybody knows the institution, by a name that is nothing else, and no place to speak in."""
    return name in entities.known() and name not in entities.NETWORKS and not is_common(name)
