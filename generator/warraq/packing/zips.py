"""The built site in zips that anyone can unpack and open, without a server or a net.

A zip holds one folder: a start page, and the site beside it. What only a server needs stays out. A
large archive becomes several zips, cut between years, that unpack into the same folder. The same
site gives the same bytes.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Final

from warraq.arabic.digits import set_digits
from warraq.arabic.plurals import count
from warraq.config import Config
from warraq.model import year_of
from warraq.packing.copies import UNWANTED, Packed, disk_problems_explained, sizes_of, stem_of
from warraq.theme import render_alone

ZIP_FILES: Final = 60_000
"""Files in one zip: above 65,535 it would need Zip64, which not every program unpacks."""
ZIP_BYTES: Final = 2_000_000_000
"""Bytes in one zip, before compression: above 4 GB it would need Zip64, and FAT32 takes no file."""

ONLY_FOR_SERVERS: Final = (*UNWANTED, "pagefind/")
"""What a site that is opened as files never asks for."""

START: Final = "START.html"
SITE: Final = "site"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a zip: one that moves would give other bytes each time."""


@dataclass(frozen=True, slots=True)
class Part:
    """What goes into one zip: files of the site, by path, and what they are."""

    paths: tuple[str, ...]
    size: int
    first: str = ""
    """The first of its years, or '' where it holds what all years share."""
    last: str = ""

    @property
    def name(self) -> str:
        """What the zip's name says of it: `2011-2013`, or '' for what all years share."""
        return self.first if self.first == self.last else f"{self.first}-{self.last}"


def pack(config: Config, folder: Path) -> Packed:
    """Write the built site's zips into `folder`, over those of earlier times.

    Raises WarraqError where the site is not built or the disk refuses.
    """
    sizes = sizes_of(config, without=ONLY_FOR_SERVERS)
    parts = divide(sizes, files_at_most=ZIP_FILES, bytes_at_most=ZIP_BYTES)
    stem = stem_of(config)
    names = [f"{stem}{'-' if part.name else ''}{part.name}.zip" for part in parts]
    start = _start_page(config, sizes, names).encode()
    zips = tuple(folder / name for name in names)
    with disk_problems_explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for part, path in zip(parts, zips, strict=True):
            _write(path, part, config.output, stem, start)
    return Packed(zips, len(sizes), sum(path.stat().st_size for path in zips))


def divide(sizes: dict[str, int], *, files_at_most: int, bytes_at_most: int) -> list[Part]:
    """The files in as few parts as the limits allow; a single year is never cut.

    The first part holds what all years share, and the years too where everything fits.
    """
    by_year = {
        year: tuple(paths) for year, paths in groupby(sorted(sizes, key=_order), key=year_of)
    }

    def part(years: Sequence[str]) -> Part:
        paths = tuple(path for year in years for path in by_year[year])
        return Part(paths, sum(sizes[path] for path in paths), years[0], years[-1])

    def fits(years: Sequence[str]) -> bool:
        wanted = part(years)
        return len(wanted.paths) <= files_at_most and wanted.size <= bytes_at_most

    if fits(list(by_year)):
        return [Part(tuple(sizes), sum(sizes.values()))]
    parts: list[list[str]] = [[""]]
    for year in filter(None, by_year):
        if parts[-1] == [""] or not fits([*parts[-1], year]):
            parts.append([])
        parts[-1].append(year)
    return [part(years) for years in parts]


def _order(path: str) -> tuple[str, str]:
    return year_of(path), path


def _write(path: Path, part: Part, site: Path, folder: str, start: bytes) -> None:
    """Write one zip beside, then rename: nobody takes half of one to a friend."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(beside, "w") as made:
            _add(made, f"{folder}/{START}", start)
            for name in sorted(part.paths):
                _add(made, f"{folder}/{SITE}/{name}", (site / name).read_bytes())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _add(made: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file; a name beyond ASCII is marked as UTF-8, which `zipfile` does by itself."""
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.create_system = 3  # Unix, wherever it is made
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    made.writestr(entry, data, compresslevel=9)


def _start_page(config: Config, sizes: dict[str, int], names: Sequence[str]) -> str:
    years = sorted({year for year in map(year_of, sizes) if year.isdigit()})
    style = next((path for path in sorted(sizes) if path.endswith(".css")), "")
    return render_alone(
        files(__package__).joinpath("start.html").read_text(encoding="utf-8"),
        title=config.title,
        description=config.description,
        site=SITE,
        proof=style,
        years=[(year, set_digits(year, config.digits)) for year in years],
        undated="undated/index.html" in sizes,
        zips=names if len(names) > 1 else [],
        counted=count(len(names), "pack", config.digits, config.country),
        search="search.html" in sizes and any(path.startswith("pagefind-file/") for path in sizes),
    )
