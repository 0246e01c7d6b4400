"""Reading without a net: what a browser may keep of the site, and the worker that gives it back.

A reader keeps years, the lists, and the search index, each in a few packs: files of the site, one
after another, in gzip, their common lines but once. `packs.json` lists the packs; a pack is named
by what it was made from, so whoever has kept one fetches it again only where something in it has
changed. The page's side is in the theme, assets/offline.js.
"""

import gzip
import json
import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files as resources
from itertools import chain
from typing import Any, Final
from urllib.parse import quote

from warraq.model import MEDIA, PICTURES, Claim, digest_of, mark_of, year_of

FOLDER: Final = "offline"
LISTING: Final = f"{FOLDER}/packs.json"
WORKER: Final = "sw.js"
"""At the site's root, for a worker serves only what lies beside and below it."""

PACK_BYTES: Final = 8_000_000
"""What a group's packs hold on average at most, unpacked: a phone has one in its memory at a time,
and an archive of five thousand articles comes in some twenty."""

LEVEL: Final = 6
"""Of gzip: the highest costs more than twice the time, for one byte in a hundred."""
LONG: Final = 12
"""Lines of so many bytes are worth a reference; assets/offline.js has the same number."""
REFERENCE: Final = b"\x01"

MARK: Final = slice(4, 8)
"""Where it stands in the name of what search shows of an article, behind its day."""

SHELL: Final = ("index.html", "search.html", "offline.html", "unsaved.html", "app.webmanifest")
"""Beside the assets, what every reader's browser keeps from the first visit on."""
SEARCH: Final = "search"
"""The group of the index; what its results are shown from is with the articles."""
LISTS: Final = "lists"
"""The group of all pages and pictures that are of no year."""


@dataclass(frozen=True, slots=True)
class Pack:
    """Some files of one group: of a year, of `undated`, of the lists, or of the search index."""

    group: str
    members: tuple[str, ...]
    """Paths, in the order in which they stand in the pack."""
    fingerprint: str

    @property
    def path(self) -> str:
        """Where it is written."""
        return f"{FOLDER}/{self.fingerprint}.pack"


def packs(site: Mapping[str, Claim]) -> tuple[Pack, ...]:
    """All packs of a site, the newest year first.

    Which of a group's packs a file is in is decided by its own address, and how many there are is a
    power of two: so an article that is added or corrected changes one pack of its year. A picture
    that would fill a pack is in none.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for path in sorted(site):
        group = group_of(path)
        if group and not (path.startswith(f"{MEDIA}/") and site[path].size > PACK_BYTES):
            groups[group].append(path)
    return tuple(
        _pack(group, members, site)
        for group in sorted(groups, reverse=True)
        for members in _divided(groups[group], sum(site[path].size for path in groups[group]))
        if members
    )


def group_of(path: str) -> str:
    """The group in which a file of the site is kept; '' for one that is kept otherwise or never."""
    fragment = re.match(r"pagefind/fragment/([^/]+)/", path)
    if fragment:
        return fragment[1]  # with the articles of its year, beside its own
    if path.startswith("pagefind/"):
        return "" if path == "pagefind/root.json" else SEARCH
    # Other files of articles are for who has a net.
    endings = PICTURES if path.startswith(f"{MEDIA}/") else (".html", ".htm")
    if not path.lower().endswith(endings) or path in SHELL or path == "404.html":
        return ""
    return year_of(path) or LISTS


def _divided(paths: Sequence[str], size: int) -> Iterable[list[str]]:
    shares = 1
    while size > shares * PACK_BYTES:
        shares *= 2
    divided: list[list[str]] = [[] for _ in range(shares)]
    for path in paths:
        divided[int(_mark(path), 16) % shares].append(path)
    return map(_side_by_side, divided)


def _mark(path: str) -> str:
    """A page and what search shows of it have one mark, and so are in one pack."""
    if path.startswith("pagefind/fragment/"):
        return path.rpartition("/")[2][MARK]
    return mark_of(path)


def _side_by_side(paths: Sequence[str]) -> list[str]:
    """Each fragment right after its article: gzip then finds nearly all of it said before."""
    marks = {path: _mark(path) for path in paths}
    pages = {marks[path]: path for path in paths if not path.startswith(("pagefind/", MEDIA))}

    def place(path: str) -> tuple[str, str]:
        page = pages.get(marks[path])
        return (page, path) if page else (path, "")

    return sorted(paths, key=place)


def _pack(group: str, members: Sequence[str], site: Mapping[str, Claim]) -> Pack:
    # Files of the index are named by what they hold; what they were made from is all articles.
    made_from = [p if p.startswith("pagefind/") else site[p].fingerprint for p in members]
    return Pack(group, tuple(members), digest_of(members, made_from))


def encode(pack: Pack, read: Callable[[str], bytes]) -> bytes:
    """A pack's bytes: in gzip, a line of JSON that names files and counts their lines, then these.

    Names are as browsers ask for them. A line that stood in the pack before is only referred to:
    pages have much in common, further apart than gzip looks back.
    """
    contents = [read(path).split(b"\n") for path in pack.members]
    counts = [[quote(path), len(lines)] for path, lines in zip(pack.members, contents, strict=True)]
    head = json.dumps(counts, separators=(",", ":")).encode()
    return gzip.compress(b"\n".join([head, *_folded(chain(*contents))]), LEVEL, mtime=0)


def _folded(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Each line, or REFERENCE and, in hex, its number among the long ones that differ."""
    numbers: dict[bytes, int] = {}
    for line in lines:
        if line.startswith(REFERENCE):
            yield REFERENCE + b"=" + line  # one that only looks like a reference
        elif len(line) < LONG:
            yield line
        elif line in numbers:
            yield REFERENCE + b"%x" % numbers[line]
        else:
            numbers[line] = len(numbers)
            yield line


def listing(made: Iterable[tuple[Pack, int]], root: bytes | None) -> bytes:
    """`packs.json`: every pack with the bytes of its file, and the root of the search index."""
    described: dict[str, Any] = {
        "packs": [
            {"group": pack.group, "name": pack.fingerprint, "bytes": size} for pack, size in made
        ],
        "root": json.loads(root) if root else None,
    }
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")).encode()


def is_shell(path: str) -> bool:
    """Whether every reader's browser keeps this file from the first visit on."""
    return path in SHELL or path.startswith("assets/")


def worker(shell: Mapping[str, bytes]) -> bytes:
    """The service worker of a site with this shell; the same for whatever address the site has."""
    described = [
        [quote(path), f"sha256-{b64encode(sha256(data).digest()).decode()}"]
        for path, data in sorted(shell.items())
    ]
    head = (
        f"const VERSION = {json.dumps(digest_of(described))};\n"
        f"const SHELL = {json.dumps(described, indent=0)};\n"
    )
    return head.encode() + _script("worker.js")


def tombstone() -> bytes:
    """The worker of a site whose owner has switched this off: it ends what an earlier one began."""
    return _script("tombstone.js")


def _script(name: str) -> bytes:
    return resources(__name__).joinpath(name).read_bytes()
