"""What all copies of a built site have in common: its files, a name, and what may go wrong."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from warraq.config import Config
from warraq.errors import Problem, WarraqError, refusal
from warraq.offline import FOLDER, WORKER
from warraq.output import NO_JEKYLL

UNWANTED: Final = (f"{FOLDER}/", WORKER, "unsaved.html", "app.webmanifest", NO_JEKYLL)
"""What begins so no copy holds: it is for hosts, and for keeping what a copy has already."""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written: the copies, how many files of the site they hold, and their size."""

    copies: tuple[Path, ...]
    files: int
    size: int


def sizes_of(config: Config, *, without: tuple[str, ...]) -> dict[str, int]:
    """The files of the built site by path, but for those whose paths begin with any of `without`.

    Raises WarraqError where no site is built.
    """
    if not (config.output / "index.html").is_file():
        raise WarraqError([_not_built(config)])
    found = ((p.relative_to(config.output).as_posix(), p) for p in config.output.rglob("*"))
    return {
        path: file.stat().st_size
        for path, file in sorted(found)
        if file.is_file() and not path.startswith(without)
    }


def stem_of(config: Config) -> str:
    """What copies are called: as the archive's folder, where all systems can write its name."""
    name = config.root.name
    return name if re.fullmatch(r"[A-Za-z0-9._-]+", name) else "archive"


@contextmanager
def disk_problems_explained(folder: Path) -> Iterator[None]:
    """A full or closed disk is told, with what to do."""
    try:
        yield
    except OSError as error:
        raise WarraqError([unwritable(folder, *refusal(error))]) from error


def unwritable(folder: Path, en: str, ar: str) -> Problem:
    """That a copy could not be written into a folder."""
    return Problem(
        str(folder),
        0,
        f"{en}. The copy was not finished and was taken away. Make room or give access, or "
        "name another folder with --to.",
        f"{ar}. لم تكتمل النسخة فحُذفت. وفّر مساحة أو أذونات كافية، أو اختر مجلدًا آخر بالخيار --to.",
    )


def _not_built(config: Config) -> Problem:
    folder = os.path.relpath(config.output, config.root)
    return Problem(
        "",
        0,
        f"there is no site in {folder}/ to pack. Run `warraq build` first.",
        f"لا موقع في {folder}/ لحزمه. نفّذ `warraq build` أولًا.",
    )
