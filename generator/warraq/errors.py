"""What can go wrong, said kindly.

A `Problem` is a value: rooms return or gather them, and only the command line prints them.
`WarraqError` stops a command and carries every problem found up to then:

* WarraqError
  x ConfigError   site.yml or the command line is wrong (exit 2)
  x SearchError   no search index can be made (`search`); a build goes on without
"""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, Self

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

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """An error that a worker meets travels with its problems, not with its text."""
        return type(self), (self.problems,)


class ConfigError(WarraqError):
    """site.yml, or an option of the command line, is wrong."""


_REFUSALS: Final[Mapping[int, str]] = MappingProxyType(
    {
        errno.EACCES: "لم يأذن النظام",
        errno.EPERM: "لم يأذن النظام",
        errno.EROFS: "القرص للقراءة فقط",
        errno.ENOSPC: "امتلأ القرص",
        errno.ENOENT: "لا ملف ولا مجلد بهذا الاسم",
        errno.EEXIST: "الاسم مستعمل",
        errno.EISDIR: "هذا مجلد لا ملف",
        errno.ENOTDIR: "هذا ملف لا مجلد",
        errno.ENAMETOOLONG: "الاسم أطول مما يقبله النظام",
    }
)


def refusal(error: OSError) -> tuple[str, str]:
    """Why the system refused, in English and in Arabic; what is rare, in the system's words."""
    en = error.strerror or str(error)
    return en, _REFUSALS.get(error.errno or 0, en)
