"""Pictures that lie beside a source, in a folder or in an archive: its article takes them along.

They go to content/media/YYYY/MM/, named by what they hold, as articles are: the same bytes are
there once a month, and nothing is ever written over. What is not there keeps its address.
"""

import os
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote

from warraq import markdown
from warraq.config import Config
from warraq.folders import write_atomically
from warraq.importer import archives
from warraq.importer.conversion import Conversion
from warraq.importer.member import LIMIT, table_of
from warraq.importer.sources import Survey, name_in, sha256
from warraq.model import PICTURES

MEDIA: Final = "media"
"""Below the content folder."""
SMALL: Final = 4096
"""Bytes below which what a page shows without a caption is a button, a badge or a counter's dot."""

_TARGET: Final = re.compile(
    r"(?P<open>\]\(\s*)(?P<address><[^<>\n]*>|(?:[^\s()<>]|\([^\s()<>]*\))+)"
)
"""A picture or a link in Markdown, from before its address to the end of that."""
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_UP: Final = re.compile(r"(?:\.\./|/)+")

Ids = Callable[[str], Iterator[str]]


class Album:
    """The pictures of one run."""

    def __init__(
        self, config: Config, survey: Survey, paths: Sequence[Path], ids: Ids, *, dry_run: bool
    ) -> None:
        """`paths` were named in the place of the inbox; `ids` are a digest's, the best first."""
        self.taken: dict[str, str] = {}
        """By name of the source, the file in content/."""
        self._root = config.root
        self._content = config.content
        self._survey = survey
        self._folders = paths or config.inbox
        self._ids = ids
        self._dry_run = dry_run
        self._archive = ""
        self._members: Mapping[str, Callable[[], bytes | None]] = {}

    def take(self, name: str, made: Conversion) -> Conversion:
        """The conversion of a source with the addresses of the pictures that were taken along; one
        that is not there is a doubt.
        """
        images = made.values.get("images")
        shown = images if isinstance(images, list) else []
        within = [unquote(one) for one, picture in markdown.own_addresses(made.body) if picture]
        above = [(address, image) for image in shown if (address := _address(image))]
        if not (within or above):
            return made
        kept: dict[str, str] = {}
        lost = False
        for address, least in (*((one, 0) for one in within), *_least(above)):
            found = self._find(name, address)
            if found is None:
                lost = True
            elif len(found[1]) >= least:
                kept[address] = self._take(*found, made)
        values = {**made.values, "images": [new for one in shown if (new := _moved(one, kept))]}
        return replace(
            made,
            values={key: value for key, value in values.items() if value},
            body=_TARGET.sub(lambda match: _readdressed(match, kept), made.body),
            doubts=(*made.doubts, "pictures") if lost else made.doubts,
        )

    def _take(self, source: str, data: bytes, made: Conversion) -> str:
        """The address in content/ of a picture, which is written there unless it is there."""
        day = made.day
        folder = f"{MEDIA}/{day.year:04}/{day.month:02}" if day else f"{MEDIA}/undated"
        ending = PurePosixPath(source).suffix.lower()
        kept = next(
            place
            for ident in self._ids(sha256(data))
            if self._is_free_for(place := f"{folder}/{ident}{ending}", data)
        )
        self.taken[source] = name_in(self._root, self._content / kept)
        if not (self._dry_run or (self._content / kept).exists()):
            write_atomically(self._content / kept, data)
        return f"/{kept}"

    def _is_free_for(self, place: str, data: bytes) -> bool:
        path = self._content / place
        return not path.exists() or path.read_bytes() == data

    def _find(self, name: str, address: str) -> tuple[str, bytes] | None:
        """A picture that a source names: its own name among the sources, and its bytes."""
        file, text = self._survey.texts[name].file, table_of(name) or name
        if file.lower().endswith(".zip"):
            self._open(file)
            for place in _places(posixpath.dirname(text.removeprefix(f"{file}/")), address):
                read = self._members.get(place)
                if read and (data := read()) is not None:
                    return f"{file}/{place}", data
            return None
        path = Path(os.fsdecode(self._survey.files[file].path))
        folder = next((one for one in self._folders if one in path.parents), path.parent)
        base = path.parent.relative_to(folder).as_posix()
        for place in _places("" if base == "." else base, address):
            for form in ("NFC", "NFD"):  # a Mac writes names in pieces
                found = folder / normalize(form, place)
                if (data := _read(found, folder)) is not None:
                    return name_in(self._root, found), data
        return None

    def _open(self, file: str) -> None:
        """Look into an archive; the last one stays at hand."""
        if self._archive != file:
            self._archive, self._members = file, {}
            with suppress(OSError, zipfile.BadZipFile):  # its texts were read a moment ago
                path = os.fsdecode(self._survey.files[file].path)
                self._members = archives.files(Path(path), PICTURES)


def _read(path: Path, folder: Path) -> bytes | None:
    """The bytes of a picture that lies in a folder, wherever links lead; None of any other."""
    try:
        inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
        if inside and path.is_file() and path.stat().st_size <= LIMIT:
            return path.read_bytes()
    except (OSError, ValueError):
        return None  # as if it were not there, which is told
    return None


def _places(base: str, address: str) -> Iterator[str]:
    """Where a picture may lie, in the folder or archive that its text is in: where the address
    leads from the text. One that leads up, or begins at the root, as exports keep the addresses of
    the site that they were, counts from the text's folder or one above as well.
    """
    for one in dict.fromkeys((re.split("[?#]", address, maxsplit=1)[0], address)):
        if PurePosixPath(one).suffix.lower() not in PICTURES:
            continue
        place = posixpath.normpath(posixpath.join(base, one))
        if not place.startswith(("/", "../")):
            yield place
        inner = posixpath.normpath(one)
        if up := _UP.match(inner):
            folders = [base, *map(str, PurePosixPath(base).parents)]
            yield from (
                posixpath.normpath(posixpath.join(above, inner[up.end() :])) for above in folders
            )


def _address(image: Mapping[str, str]) -> str:
    """Where a picture of front matter may lie in the inbox, not percent-encoded; or ''."""
    address = image.get("beside") or image.get("src", "")
    return unquote(address) if markdown.is_own(address) else ""


def _least(above: Sequence[tuple[str, Mapping[str, str]]]) -> Iterator[tuple[str, int]]:
    """How many bytes a picture of front matter must have to be one."""
    for address, image in above:
        yield address, SMALL if "beside" in image and not image.get("caption") else 0


def _moved(image: Mapping[str, str], kept: Mapping[str, str]) -> dict[str, str]:
    """A picture with its new address; nothing where nothing is left of it."""
    src = kept.get(_address(image), image.get("src", ""))
    rest = {name: value for name, value in image.items() if name not in ("src", "beside")}
    if src:
        return {"src": src, **rest}
    return rest if rest.get("caption") or rest.get("credit") else {}


def _readdressed(match: re.Match[str], kept: Mapping[str, str]) -> str:
    address = unquote(_ESCAPED.sub(r"\1", match["address"].strip("<>")))
    return match["open"] + kept.get(address, match["address"])
