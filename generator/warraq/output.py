"""The output folder: what is in it, what must change, and the change itself.

Everything new is written beside first, into a staging folder; only when all of it is there do files
move into place, and what no page claims any more goes. A build that is stopped before that leaves
the old site as it was. A build killed during the moves is made good by the next one: the manifest
that says what is in place loses the entries concerned before the first file moves.
"""

import os
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import orjson

from warraq import garbage
from warraq.edition import edition
from warraq.errors import Problem, WarraqError
from warraq.folders import write_atomically
from warraq.model import Claim, File, Page, digest_of

NO_JEKYLL: Final = ".nojekyll"
"""Tells GitHub Pages to publish the folder as it is; by what it holds we know that it is ours."""
OURS: Final = b"warraq\n"


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit did."""

    written: int
    removed: int
    unchanged: int


class Output:
    """One build's view of the output folder; use it in a `with` block and `commit` at the end."""

    def __init__(self, folder: Path, cache: Path, *, fresh: bool = False) -> None:
        self._folder = folder
        self._manifest = cache / "manifest.json"
        self._staging = cache / "staging"
        self._scratch = cache / "scratch"
        self._present = dict(_sizes(folder))
        if self._present and not self._is_ours():
            raise WarraqError([_foreign(folder)])  # the manifest may be that of another folder
        known = {} if fresh else _recall(self._manifest)
        self._remembered = known
        self._known = {path: claim for path, claim in known.items() if self._is_whole(path, claim)}
        self._claims: dict[str, Claim] = {}
        self._staged: list[str] = []
        self._folders: set[str] = set()

    def __enter__(self) -> Self:
        self._clear()
        self.copy(NO_JEKYLL, OURS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._clear()

    def _is_ours(self) -> bool:
        """Others too put an empty file of that name where they publish."""
        return NO_JEKYLL in self._present and (self._folder / NO_JEKYLL).read_bytes() == OURS

    def _clear(self) -> None:
        for folder in (self._staging, self._scratch):
            shutil.rmtree(folder, ignore_errors=True)

    def scratch(self, name: str) -> Path:
        """An empty folder to make something in before it is adopted; it goes with this build."""
        folder = self._scratch / name
        folder.mkdir(parents=True)
        return folder

    def changed(self, planned: Mapping[str, Page], theme_digest: str) -> list[Page]:
        """The pages that differ from what is in place; the others are claimed as they are."""
        changed = []
        for path, page in planned.items():
            fingerprint = page.fingerprint + theme_digest
            if not self.keep(path, fingerprint):
                self._claims[path] = Claim(fingerprint, 0)
                changed.append(page)
        return changed

    def write(self, file: File) -> None:
        """Stage a page that `changed` named."""
        self.put(file.path, file.data, self._claims[file.path].fingerprint)

    def copy(self, path: str, data: bytes) -> None:
        """Stage a file that is no page, unless it is in place already."""
        fingerprint = digest_of(data)
        if not self.keep(path, fingerprint):
            self.put(path, data, fingerprint)

    def bring(self, path: str, source: Path, fingerprint: str) -> None:
        """Stage a copy of a file of any size, unless one made from the same is in place already."""
        if not self.keep(path, fingerprint):
            staged = self._stage(path, 0, fingerprint)
            shutil.copyfile(source, staged)
            self._claims[path] = Claim(fingerprint, staged.stat().st_size)

    def keep(self, path: str, fingerprint: str) -> bool:
        """Claim a file as it is, if it was made from this; the answer says whether it was."""
        known = self._known.get(path)
        if known is None or known.fingerprint != fingerprint:
            return False
        self._claims[path] = known
        return True

    def put(self, path: str, data: bytes, fingerprint: str) -> None:
        """Stage a file that was made from what `fingerprint` stands for."""
        self._stage(path, len(data), fingerprint).write_bytes(data)

    @property
    def claims(self) -> Mapping[str, Claim]:
        """All that the site will hold, as far as it is claimed."""
        return self._claims

    def read(self, path: str) -> bytes:
        """A file as the site will hold it."""
        staged = self._staging / path
        return (staged if staged.exists() else self._folder / path).read_bytes()

    def settled(self, *later: str) -> bool:
        """Whether the site holds just what is claimed, apart from what begins with any of `later`.

        If so that is claimed too: what is made from all the rest is as it was.
        """
        rest = {path: claim for path, claim in self._known.items() if path.startswith(later)}
        whole = len(rest) == sum(path.startswith(later) for path in self._remembered)
        if not rest or not whole or self._staged or self._known != {**self._claims, **rest}:
            return False
        self._claims.update(rest)
        return True

    def holds(self, folder: str, fingerprint: str) -> bool:
        """Whether a folder made from this fingerprint is in place; if so it is claimed."""
        inside = {p: c for p, c in self._remembered.items() if p.startswith(folder + "/")}
        whole = bool(inside) and all(
            claim.fingerprint == fingerprint and self._is_whole(path, claim)
            for path, claim in inside.items()
        )
        if whole:
            self._claims.update(inside)
        return whole

    def _is_whole(self, path: str, claim: Claim) -> bool:
        return self._present.get(path) == claim.size

    def adopt(self, folder: str, made: Path, fingerprint: str) -> None:
        """Move all files below `made`, to be `folder`; those that are in place stay untouched."""
        for name, size in _sizes(made):
            path, source = f"{folder}/{name}", made / name
            if self._present.get(path) == size and _same(self._folder / path, source):
                self._claims[path] = Claim(fingerprint, size)
            else:
                source.replace(self._stage(path, size, fingerprint))

    def commit(self) -> Changes:
        """Move everything into place, remove what nothing claims, and remember it all."""
        surplus = [path for path in self._present if path not in self._claims]
        changes = Changes(len(self._staged), len(surplus), len(self._claims) - len(self._staged))
        if self._staged or surplus or self._known != self._claims:
            with _uninterrupted():
                staged = set(self._staged)
                self._remember(
                    {
                        path: claim
                        for path, claim in self._known.items()
                        if self._claims.get(path) == claim and path not in staged
                    }
                )
                self._move()
                self._prune(surplus)
                self._remember(self._claims)
        return changes

    def _stage(self, path: str, size: int, fingerprint: str) -> Path:
        """Claim a file that is new or differs; return where to put it until all are there."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self._staging / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        self._staged.append(path)
        self._claims[path] = Claim(fingerprint, size)
        return self._staging / path

    def _move(self) -> None:
        if not self._staged:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        mark = self._staging / NO_JEKYLL
        if mark.exists():  # first to be moved: it marks the folder as ours
            mark.replace(self._folder / NO_JEKYLL)
        _merge(self._staging, self._folder)

    def _prune(self, surplus: list[str]) -> None:
        for path in surplus:
            target = self._folder / path
            target.unlink(missing_ok=True)
            for parent in target.parents:
                if parent == self._folder or any(parent.iterdir()):
                    break
                parent.rmdir()

    def _remember(self, claims: Mapping[str, Claim]) -> None:
        files = {path: (claim.fingerprint, claim.size) for path, claim in claims.items()}
        data = orjson.dumps({"version": edition(), "files": files})
        write_atomically(self._manifest, data)


def _sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """All files below a folder, by path, with their sizes."""
    pending = [str(folder)] if folder.is_dir() else []
    base = len(str(folder)) + 1
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                else:
                    size = entry.stat(follow_symlinks=False).st_size
                    yield entry.path[base:].replace(os.sep, "/"), size


def _merge(staged: Path, folder: Path) -> None:
    """Move what lies in `staged` into a folder that exists; a folder new to it moves whole."""
    with os.scandir(staged) as found:
        entries = list(found)
    for entry in entries:
        target = folder / entry.name
        if entry.is_dir(follow_symlinks=False) and target.is_dir():
            _merge(Path(entry.path), target)
        else:
            Path(entry.path).replace(target)


@garbage.unsought()
def _recall(manifest: Path) -> dict[str, Claim]:
    try:
        stored = orjson.loads(manifest.read_bytes())
        if stored["version"] != edition():
            return {}
        return {path: Claim(*claim) for path, claim in stored["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # absent, torn or of another version: everything is written again


def _same(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()


def _foreign(folder: Path) -> Problem:
    return Problem(
        folder.name,
        0,
        "this folder holds files that warraq did not write, and a build would remove them. "
        "Empty it, or name another folder as `output:` in site.yml.",
        "في هذا المجلد ملفات لم يكتبها ورّاق، وسيحذفها البناء. "
        "أفرغه أو اختر مجلدًا آخر في المفتاح `output:` من site.yml.",
    )


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back for the moment in which files move into place."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pending: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: pending.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pending:
        raise KeyboardInterrupt
