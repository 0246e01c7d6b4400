r"""Breaks and characters that a program wrote as escapes and none read back: «\n» within a line,
«\"», «\u0627», «[nl]».

Each becomes what it stands for; a break becomes `BREAK`, so that the numbers of the lines stay
those of their file.
"""

import json
import re
import unicodedata
from typing import Final

BREAK: Final = "\u2424"
"""Unicode's symbol for a new line."""
_LEAST: Final = 2
"""Escapes that show that a program wrote them; one may be anything."""
_ESCAPE: Final = re.compile(r"""\\(?:r\\n|[nrt"']|u[0-9a-fA-F]{4})""")
_READ: Final = re.compile(r"""\\(?:r\\n|[nrt"'/\\])|(?:\\u[0-9a-fA-F]{4})+""")
_BARE: Final = re.compile(r"(?<![\\\w])(?:u06[0-9a-fA-F]{2}){2,}(?!\w)")
"""A word whose escapes have lost their «\\»."""
_BREAK_MARK: Final = re.compile(r"\[(?:nl|br|newline)\]|\{(?:nl|br|newline)\}", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"(?<![!-~])#([1-9]\d{1,3});")
"""A character of HTML by its number, whose «&» is lost."""
_DRIVE: Final = re.compile(r"\b[A-Za-z]:\\")
"""A path on a disk, where «\\n» may begin a name."""
_MEANS: Final = {r"\r\n": BREAK, r"\n": BREAK, r"\r": BREAK, r"\t": " "}


def read(text: str) -> str:
    """The text with its escapes read, if a program wrote them. Its lines keep their numbers."""
    if "\\" in text and _are_many(_ESCAPE, text) and not _DRIVE.search(text):
        text = _READ.sub(_meant, text)
    if "u06" in text and _are_many(_BARE, text):
        text = _BARE.sub(lambda word: _READ.sub(_meant, word[0].replace("u", r"\u")), text)
    if "#" in text and _are_many(_REFERENCE, text):
        text = _REFERENCE.sub(_sign, text)
    if ("[" in text or "{" in text) and _are_many(_BREAK_MARK, text):
        text = _BREAK_MARK.sub(BREAK, text)
    return text


def _are_many(pattern: re.Pattern[str], text: str) -> bool:
    found = pattern.finditer(text)
    return sum(1 for _ in zip(found, range(_LEAST), strict=False)) == _LEAST


def _sign(reference: re.Match[str]) -> str:
    """A sign or a quotation mark; a letter or a digit is nobody's, and stays as it is written."""
    sign = chr(int(reference[1]))
    return sign if unicodedata.category(sign)[0] in "PS" else reference[0]


def _meant(escape: re.Match[str]) -> str:
    """What an escape stands for; what stands for half a character, or for what would break a line,
    stays.
    """
    written = escape[0]
    if written[1] != "u":
        return _MEANS.get(written, written[1:])
    meant: str = json.loads(f'"{written}"')
    halves = any("\ud800" <= char <= "\udfff" for char in meant)
    return written if halves or meant.splitlines() != [meant] else meant
