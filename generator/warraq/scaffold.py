"""`warraq new`: a working archive to begin with.

Its files are those of `archive_template/`, copied as they are: to change what a new archive holds,
change them there.
"""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from warraq.errors import Problem, WarraqError, refusal


def create(folder: Path) -> tuple[Path, ...]:
    """Write a new archive into a folder that is empty or not there yet; return its files.

    A fresh clone, which holds only `.git`, counts as empty. Nothing is ever overwritten. Raises
    WarraqError if the folder holds anything, or cannot be written.
    """
    try:
        if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
            raise WarraqError([_not_empty(folder)])
        return tuple(_write(folder / path, data) for path, data in template())
    except OSError as error:
        raise WarraqError([_not_writable(folder, error)]) from error


def template() -> Iterator[tuple[str, bytes]]:
    """The files of a new archive: relative paths, with forward slashes, and contents."""
    return _files(files("warraq") / "archive_template", "")


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
    return path


def _not_empty(folder: Path) -> Problem:
    return Problem(
        str(folder),
        0,
        "this folder is not empty, and a new archive overwrites nothing. "
        "Name a folder that does not exist yet: `warraq new my-archive`.",
        "هذا المجلد ليس فارغًا، والأرشيف الجديد لا يمحو شيئًا. "
        "سمِّ مجلدًا غير موجود بعد: `warraq new my-archive`.",
    )


def _not_writable(folder: Path, error: OSError) -> Problem:
    en, ar = refusal(error)
    return Problem(
        str(folder),
        0,
        f"the archive cannot be written here: {en}. Name another folder.",
        f"تعذرت كتابة الأرشيف هنا: {ar}. سمِّ مجلدًا آخر.",
    )
