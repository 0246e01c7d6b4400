"""What a reader makes of a file's bytes: the lines of its text, and what it states beside them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from warraq.importer.captions import Caption
from warraq.importer.dating import Dated
from warraq.importer.lines import Line

_SAID_LENGTH: Final = 32
"""Hexadecimal digits of a digest of what a file says: 128 bits."""


class Cut(NamedTuple):
    """A line that is not in the article's text, and the rule (see `report.RULES`) that says so.

    A tuple, as a page has hundreds, which travel between processes.
    """

    line: int
    """Counted from 1; 0 for what stands beside the text."""
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of its article by its form: fields of a table, a page's metadata, front
    matter. Facts win over what the text is found to say.
    """

    title: str = ""
    called: str = ""
    """The title, if the text has none."""
    summary: str = ""
    dated: Dated | None = None
    dateline: str = ""
    source: str = ""
    site: str = ""
    """The source, if the text names none."""
    authors: tuple[str, ...] = ()
    category: str = ""
    tags: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    """Tags, as far as the text speaks of them."""
    images: tuple[Caption, ...] = ()
    url: str = ""
    kept: Mapping[str, object] = field(default_factory=dict)
    """Values of our own front matter that are kept as they are."""


NO_FACTS: Final = Facts()


@dataclass(frozen=True, slots=True)
class Document:
    """A file, read."""

    lines: tuple[Line, ...]
    encoding: str
    arabic: bool
    facts: Facts = NO_FACTS
    markdown: str = ""
    """The text, where it is Markdown already; then there are no lines."""
    start: int = 1
    """The line of the file on which the Markdown begins, or one above it."""
    cuts: tuple[Cut, ...] = ()
    """What stands in the file and in none of its lines."""
    doubts: tuple[str, ...] = ()
    """Keys of `report.DOUBTS`."""

    @property
    def said(self) -> str:
        """Equal for files that say the same, line by line, whatever their encoding, line ends and
        blank lines: a digest of their lines and facts.
        """
        lines = (line.text for line in self.lines)
        said = "\n".join((*lines, self.markdown, *(cut.text for cut in self.cuts)))
        # To write all fields of no facts would cost more than the rest.
        facts = "" if self.facts is NO_FACTS or self.facts == NO_FACTS else self.facts
        return hashlib.sha256(f"{said}\n{facts}".encode()).hexdigest()[:_SAID_LENGTH]
