"""Pictures and other files in content/ that belong to articles: which of them the site holds.

A file becomes part of the site because a published article names it, and for no other reason; what
lies outside of content/, whatever leads there, never does. An address counts from the article's
folder, one that begins with a slash from content/. In the site the files lie below `model.MEDIA` as
they do in content/, so that an address lasts as long as the file stays where it is.

Each file is read once and remembered by its size, time and inode, with its digest and dimensions.
"""

import os
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import Final, Literal, NamedTuple, TypeAlias
from urllib.parse import quote, unquote

import orjson

from warraq.arabic.slugs import folded
from warraq.edition import edition
from warraq.errors import Problem, refusal
from warraq.folders import Stat
from warraq.media.dimensions import dimensions
from warraq.model import MEDIA, Article, MediaFile, Named

CHUNK: Final = 1 << 20
"""Bytes read at a time: a recording may be larger than the memory."""

ARTICLES: Final = ".md"
PAGES: Final = frozenset({"", ".html", ".htm", ".xml", ARTICLES})
"""Links to names that end so may lead to pages of the site: `check` says whether they do."""

Fault: TypeAlias = Literal["missing", "outside"]


class Look(NamedTuple):
    """What reading a file gave."""

    stat: Stat
    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file that the site will hold: where it lies, and the digest of its bytes."""

    file: Path
    digest: str


@dataclass(frozen=True, slots=True)
class Media:
    """The files that an archive's articles name."""

    by_article: Mapping[str, Mapping[str, MediaFile]]
    """By article id and address."""
    sources: Mapping[str, Source]
    """By path in the site."""
    problems: tuple[Problem, ...]
    memory: bytes | None
    """What to hand to the next search; None where the memory given still holds."""


def find(root: Path, content: Path, articles: Iterable[Article], memory: bytes) -> Media:
    """The files that articles name, drafts and withdrawn ones apart; `content` is below `root`.

    `memory` comes from an earlier search, b"" at first. A file that is not there, lies outside of
    `content` or cannot be read is named as a warning, and no article has it.
    """
    folder = _Folder(content, content.relative_to(root).as_posix(), _recall(memory))
    found: dict[str, dict[str, MediaFile]] = {}
    sources: dict[str, Source] = {}
    problems = []
    for article in articles:
        if not article.named or article.draft or article.withdrawn:
            continue
        for named in article.named:
            outcome = folder.find(article, named)
            if isinstance(outcome, Problem):
                problems.append(outcome)
            elif outcome is not None:
                file, path, source = outcome
                found.setdefault(article.id, {})[named.address] = file
                sources[path] = source
    return Media(found, sources, tuple(problems), folder.memory())


@dataclass(slots=True)
class _Folder:
    """The content folder, as far as this search has looked at it."""

    path: Path
    name: str
    """As its owner knows it."""
    remembered: Mapping[str, Look]
    looks: dict[str, Look] = field(default_factory=dict)
    """By path in the folder, of what was found."""
    _inside: dict[str, bool] = field(default_factory=dict)
    _names: dict[str, dict[str, str]] = field(default_factory=dict)

    def find(
        self, article: Article, named: Named
    ) -> tuple[MediaFile, str, Source] | Problem | None:
        """A file that an article names: as pages know it, its path in the site, where it lies.

        None of a link that is no file's: it may be to a page.
        """
        base = posixpath.dirname(article.path.removeprefix(f"{self.name}/"))
        readings = _readings(named.address)
        looked_for = _path(base, next(iter(readings)))
        fault: Fault = "missing"
        for address, tail in readings.items():
            path = _path(base, address)
            if path == ".." or path.startswith("../"):
                fault = "outside"
                continue
            there = None if path.endswith(ARTICLES) else self._there(path)
            if there is None:
                continue
            path, stat = there
            if not self._is_inside(path):
                fault, looked_for = "outside", path
                continue
            try:
                look = self._look(path, stat)
            except OSError as error:
                return _unreadable(article, named, f"{self.name}/{path}", error)
            inside = f"{MEDIA}/{unicodedata.normalize('NFC', path)}"
            file = MediaFile(quote(inside) + tail, named.picture, look.width, look.height)
            return file, inside, Source(self.path / path, look.digest)
        if not named.picture and posixpath.splitext(looked_for)[1].lower() in PAGES:
            return None
        return _absent(article, named, posixpath.join(self.name, looked_for), self.name, fault)

    def _there(self, path: str) -> tuple[str, Stat] | None:
        """A file by its name, or by one that differs in capitals or in how letters are composed:
        some systems take these for one. With the name that it has.
        """
        stat = _stat_of(self.path / path)
        if stat is None:
            named = self._as_named(path)
            stat = None if named == path else _stat_of(self.path / named)
            path = named
        return None if stat is None else (path, stat)

    def _as_named(self, path: str) -> str:
        """A path with each name as its folder has it."""
        here = ""
        for part in path.split("/"):
            if here not in self._names:
                try:
                    listed = sorted(os.listdir(self.path / here))  # noqa: PTH208  # names are all
                except OSError:
                    listed = []
                self._names[here] = {folded(name): name for name in listed}
            here = posixpath.join(here, self._names[here].get(folded(part), part))
        return here

    def _is_inside(self, path: str) -> bool:
        """The file lies in the folder, wherever links lead."""
        if (self.path / path).is_symlink():
            return self._holds(path)
        folder = posixpath.dirname(path)
        if folder not in self._inside:
            self._inside[folder] = self._holds(folder)
        return self._inside[folder]

    def _holds(self, path: str) -> bool:
        real = Path(os.path.realpath(self.path / path))
        return real.is_relative_to(os.path.realpath(self.path))

    def _look(self, path: str, stat: Stat) -> Look:
        known = self.looks.get(path) or self.remembered.get(path)
        if known is None or known.stat != stat:
            known = _read(self.path / path, stat)
        self.looks[path] = known
        return known

    def memory(self) -> bytes | None:
        """What was seen, for the next search; None if it is what the last one saw."""
        if self.looks == self.remembered:
            return None
        files = {path: (tuple(look.stat), *look[1:]) for path, look in self.looks.items()}
        return orjson.dumps({"version": edition(), "files": files})


def _readings(address: str) -> dict[str, str]:
    """How an address can be meant, as a file's name: as it stands, or decoded, or without what
    follows `?` and `#`; each with what stays behind it in a link.
    """
    plain = re.split("[?#]", address, maxsplit=1)[0]
    fragment = address.partition("#")[2]
    return {
        unquote(plain): f"#{fragment}" if fragment else "",
        unquote(address): "",
        address: "",
    }


def _path(folder: str, address: str) -> str:
    """Where an address leads in the content folder, from a folder in it."""
    if address.startswith("/"):
        return posixpath.normpath(address.lstrip("/"))
    return posixpath.normpath(posixpath.join(folder, address))


def _stat_of(path: Path) -> Stat | None:
    """Of a file; None where there is none, or a name that no file can have."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if not S_ISREG(found.st_mode):
        return None
    return Stat(found.st_size, found.st_mtime_ns, found.st_ino)


def _read(path: Path, stat: Stat) -> Look:
    digest = blake2b(digest_size=12)
    with path.open("rb") as file:
        width, height = dimensions(file)
        file.seek(0)
        while part := file.read(CHUNK):
            digest.update(part)
    return Look(stat, digest.hexdigest(), width, height)


def _recall(memory: bytes) -> dict[str, Look]:
    try:
        stored = orjson.loads(memory)
        if stored["version"] != edition():
            return {}
        return {path: Look(Stat(*stat), *rest) for path, (stat, *rest) in stored["files"].items()}
    except (ValueError, KeyError, TypeError):
        return {}  # absent, torn or of another version: every file is read again


def _absent(article: Article, named: Named, looked_for: str, content: str, fault: Fault) -> Problem:
    """That no file was found where an address leads, or one that may not be taken."""
    address = unquote(named.address)
    if fault == "outside":
        return Problem(
            article.path,
            named.line,
            f"names the file `{address}`, which lies outside of {content}/ and was left out. Put "
            f"it beside the article or elsewhere in {content}/, and correct the address.",
            f"يذكر المقال الملف `{address}`، وهو خارج {content}/ فلم يُنشر. ضعه بجانب المقال أو في "
            f"موضع آخر من {content}/ ثم صحّح العنوان.",
            "warning",
        )
    return Problem(
        article.path,
        named.line,
        f"names the file `{address}`, which is not there: it was looked for as `{looked_for}`. "
        "Put it there, or correct the address.",
        f"يذكر المقال الملف `{address}`، وهو غير موجود: بُحث عنه في `{looked_for}`. "
        "ضعه هناك أو صحّح العنوان.",
        "warning",
    )


def _unreadable(article: Article, named: Named, file: str, error: OSError) -> Problem:
    en, ar = refusal(error)
    return Problem(
        article.path,
        named.line,
        f"names the file `{file}`, which could not be read ({en}) and was left out. Give access.",
        f"يذكر المقال الملف `{file}`، ولم تمكن قراءته ({ar}) فلم يُنشر. امنح إذن قراءته.",
        "warning",
    )
