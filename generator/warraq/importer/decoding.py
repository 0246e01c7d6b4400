"""Bytes to text: which encoding a file is in, and when nobody can tell.

Arabic newsrooms kept files in Windows-1256, in ISO-8859-6, in UTF-16 and in UTF-8, often in one
folder. The order of the tests matters: UTF-16 Arabic without a mark at its head is often valid
UTF-8 (every byte is below 0x80), and every file is valid Windows-1256.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warraq.importer.language import is_reversed, sense

_BYTE_ORDER_MARKS: Final = (
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
    (BOM_UTF8, "utf-8"),
)
_SAMPLE: Final = 4096
_HIGH_BYTES: Final = (0x00, 0x06)
"""The high byte of nearly all UTF-16 in an Arabic text: Latin and spaces, Arabic."""

_LEGACY: Final = (
    ("windows-1256", "cp1256"),
    ("iso-8859-6", "iso8859_6"),
    ("mac-arabic", "mac_arabic"),  # after ISO-8859-6, which has the same letters and fewer marks
)
_SIGNATURES: Final = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "word"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word"),
    (b"PK\x03\x04", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b\x08", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x89PNG\r\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"RIFF", "picture"),
    (b"ID3", "recording"),
    (b"OggS", "recording"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
)
"""How files that are no text begin; the shorter ones count only where a NUL byte follows."""
_OFFICE: Final = (b"[Content_Types].xml", b"word/", b"mimetypeapplication/vnd.")
"""What stands in the head of a zip archive that is a document of a word processor."""
_GARBLED: Final = (
    ("cp1256", ("ط§", "ظ„"), re.compile("[طظ][^\u0620-\u064a\\s]|[طظ][طظ€-₿]")),
    ("cp1252", ("Ø§", "Ù\u201e", "Ù\x84"), re.compile("[ØÙÚÛ][\x80-\xff\u0150-\u2122]")),
)
"""UTF-8 read in a code page: its codec, what alef and lam (all Arabic has them) look like, and what
most letters do."""

_BREAKS: Final = re.compile("(\r\n|[\n\r])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was in, and what is not sure about it."""

    text: str
    encoding: str
    doubts: tuple[str, ...] = ()


class UndecodableError(Exception):
    """No text can be had of these bytes; `reason` is a key of `report.REASONS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def decode(data: bytes) -> Decoded:
    """Read a file's bytes as text; UndecodableError where they are none, or none that we know."""
    if not data.strip(b" \t\r\n\0"):
        raise UndecodableError("empty")
    if kind := kind_of(data):
        raise UndecodableError(kind)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if encoding := _utf16_pattern(data):
        return _marked(data, encoding)
    if b"\0" in data:
        raise UndecodableError("binary")
    return _utf8(data) or _legacy(data)


def kind_of(data: bytes) -> str:
    """What a file that is no text is, by its first bytes: a key of `report.REASONS`; or ''."""
    head = data[:_SAMPLE]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature) and (len(signature) > 4 or b"\0" in head):
            return "word" if kind == "archive" and any(s in head for s in _OFFICE) else kind
    return "recording" if head[4:8] == b"ftyp" and b"\0" in head else ""


def _marked(data: bytes, encoding: str) -> Decoded:
    """Text that says its encoding; a last character that was cut in two is let go, with a doubt."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if not text.strip():
        raise UndecodableError("empty")
    if broken > 1 + len(text) // 100:
        raise UndecodableError("undecodable")
    if encoding == "utf-8":
        return _repaired(text, encoding, ("broken characters",) * bool(broken))
    return Decoded(text, encoding, ("broken characters",) * bool(broken))


def _utf16_pattern(data: bytes) -> str:
    sample = data[:_SAMPLE]
    if not any(byte in sample for byte in _HIGH_BYTES):
        return ""
    halves = {"utf-16-be": sample[0::2], "utf-16-le": sample[1::2]}
    for encoding, high in halves.items():
        known = sum(high.count(byte) for byte in _HIGH_BYTES)
        low = len(sample) - len(high)
        strangers = sum(sample.count(byte) for byte in _HIGH_BYTES) - known
        if len(high) > 1 and known > 0.8 * len(high) and strangers < 0.3 * low:
            return encoding
    return ""


def _utf8(data: bytes) -> Decoded | None:
    try:
        return _repaired(data.decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    # A download that stopped in mid character, or a byte or two gone bad, is still UTF-8.
    valid = len(text.encode("utf-8", "ignore")) - 3 * text.count("\ufffd")
    if sense(text) > 0.2 and text.count("\ufffd") * 100 <= valid:
        return _repaired(text, "utf-8", ("broken characters",))
    return None


def _legacy(data: bytes) -> Decoded:
    """The code page in which the bytes make the most Arabic sense."""
    best, score, name = "", 0.0, ""
    for encoding, codec in _LEGACY:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        made = sense(text)
        if made > score:
            best, score, name = text, made, encoding
    if score < 0.1:
        return _backwards(data)
    return Decoded(best, name, ("encoding",) if score < 0.25 else ())


def repaired(text: str) -> str:
    """A text that was read in a wrong code page, read again; any other as it is."""
    return _repaired(text, "", ()).text


def _backwards(data: bytes) -> Decoded:
    """The code page in which the bytes make sense when they are read from the end of each line."""
    for encoding, codec in _LEGACY:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if is_reversed(text):
            return Decoded(text, encoding, ("encoding",))
    raise UndecodableError("undecodable")


def _repaired(text: str, encoding: str, doubts: tuple[str, ...]) -> Decoded:
    """Undo `ط§ظ„` and `Ø§Ù„`, line by line, and only where doing it again gives the same bytes.
    What cannot be undone, as where signs have been lost, is left with a doubt.
    """
    for codec, signs, pattern in _GARBLED:
        if not _has_any(signs, text) or len(pattern.findall(text)) * 8 < len(text):
            continue
        repaired = _read_again(text, codec)
        if sense(repaired) > max(sense(text), 0.1):
            left = bool(pattern.search(repaired))
            return Decoded(
                repaired,
                f"{encoding} read as {codec.replace('cp', 'windows-')}",
                (*doubts, *("garbled",) * left),
            )
        doubts = (*doubts, "garbled")
    return Decoded(text, encoding, doubts)


def _has_any(signs: Sequence[str], text: str) -> bool:
    """One of the signs is there: their second letters are rare, and quicker to look for."""
    return any(sign[1] in text and sign in text for sign in signs)


def regained(text: str, encoding: str) -> str:
    """The lines of a text that was UTF-8 and was read in `encoding`, a Windows code page, read
    again; lines that were not, as they are.
    """
    return _read_again(text, encoding.replace("windows-", "cp"))


def _read_again(text: str, codec: str) -> str:
    return "".join(_regained(part, codec) for part in _BREAKS.split(text))


def _regained(line: str, codec: str) -> str:
    """A line that is UTF-8 when its signs are bytes again. Arabic that was read as it should hardly
    ever is, so that short lines need no other sign.
    """
    if line.isascii():
        return line
    try:
        data = b"".join(_byte(character, codec) for character in line)
        return data.decode("utf-8")
    except UnicodeError:
        return line


def _byte(character: str, codec: str) -> bytes:
    """One byte of the code page; its holes stand for the control characters of their number."""
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        return character.encode("latin-1")
