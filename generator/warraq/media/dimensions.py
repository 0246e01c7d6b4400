"""How wide and high a picture is, from its first bytes: a page that knows it does not jump."""

import re
import struct
from collections.abc import Callable
from typing import BinaryIO, Final, TypeAlias

Dimensions: TypeAlias = tuple[int, int]
"""Width and height in pixels, as the picture is shown."""

UNKNOWN: Final[Dimensions] = (0, 0)

_FIRST: Final = 4096
"""Bytes in which all but JPEG say it."""
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers of what holds height and width."""
_ORIENTATION: Final = 0x0112
_LYING: Final = frozenset({5, 6, 7, 8})
"""Orientations (Exif) in which a browser turns the picture by a quarter."""
_SVG: Final = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH: Final = rb"\b%s\s*=\s*[\"']\s*([0-9.]+)(?:px)?\s*[\"']"
_VIEW_BOX: Final = re.compile(
    rb"\bviewBox\s*=\s*[\"'][-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)"
)


def dimensions(file: BinaryIO) -> Dimensions:
    """Of a PNG, JPEG, GIF, WebP or SVG picture; UNKNOWN of all else and of what is damaged."""
    first = file.read(_FIRST)
    try:
        if first.startswith(b"\xff\xd8"):
            file.seek(2)
            return _jpeg(file)
        return next((read(first) for mark, read in _KINDS if mark in first[:16]), _svg(first))
    except (struct.error, ValueError):
        return UNKNOWN  # it ends too soon, or says no number where one must be


def _png(first: bytes) -> Dimensions:
    width, height = struct.unpack_from(">II", first, 16)
    return width, height


def _gif(first: bytes) -> Dimensions:
    width, height = struct.unpack_from("<HH", first, 6)
    return width, height


def _webp(first: bytes) -> Dimensions:
    """Of one of its three forms: lossy, lossless, extended."""
    form = first[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", first, 26)
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", first, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    wide, high = first[24:27], first[27:30]
    return 1 + int.from_bytes(wide, "little"), 1 + int.from_bytes(high, "little")


def _svg(first: bytes) -> Dimensions:
    """As it states them, or as its view is wide and high."""
    tag = _SVG.search(first)
    if tag is None:
        return UNKNOWN
    stated = [re.search(_LENGTH % name, tag[0]) for name in (b"width", b"height")]
    view = _VIEW_BOX.search(tag[0])
    if stated[0] and stated[1]:
        return round(float(stated[0][1])), round(float(stated[1][1]))
    return (round(float(view[1])), round(float(view[2]))) if view else UNKNOWN


def _jpeg(file: BinaryIO) -> Dimensions:
    """From its frame, which may stand behind much else; a camera may have been held upright."""
    turned = False
    while True:
        _, marker, length = struct.unpack(">BBH", file.read(4))
        if marker in _FRAMES:
            height, width = struct.unpack(">xHH", file.read(5))
            return (height, width) if turned else (width, height)
        part = file.read(length - 2)
        if marker == 0xE1 and part.startswith(b"Exif\0\0"):
            turned = _orientation(part[6:]) in _LYING


def _orientation(exif: bytes) -> int:
    order = "<" if exif.startswith(b"II") else ">"
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, value = struct.unpack_from(f"{order}H6xH", exif, entry)
        if tag == _ORIENTATION:
            return int(value)
    return 0


_KINDS: Final[tuple[tuple[bytes, Callable[[bytes], Dimensions]], ...]] = (
    (b"\x89PNG\r\n", _png),
    (b"GIF8", _gif),
    (b"WEBP", _webp),
)
