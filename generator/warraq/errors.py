"""What can go wrong, said kindly.

A `Problem` is a value: rooms return or gather them, and only the command line prints them.
`WarraqError` stops a command and carries every problem found up to then:

* WarraqError
  x ConfigError   site.yml or the command line is wrong (exit 2)
  x SearchError   no search index can be made (`search`); a build goes on without
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, in both languages of the people who will read it.

    Each text is one or two sentences: what was found, what was wanted, what to do.
    """

    file: str
    """The file as its owner knows it: relative to the archive, or '' where no file is concerned."""
    line: int
    """Counted from 1; 0 where no line is concerned."""
    en: str
    ar: str
    severity: Severity = "error"


class WarraqError(Exception):
    """A command cannot go on; `problems` says all that is known about why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.file}:{p.line}: {p.en}" for p in self.problems))


class ConfigError(WarraqError):
    """site.yml, or an option of the command line, is wrong."""
