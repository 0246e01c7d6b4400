"""Addresses of the web as people read them: letters for their percent codes.

Names in Arabic stand in an address that reads from left to right. Each must be isolated from the
others, or two of them in a row would change places: who shows an address does it in his own way.
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote

_ENCODED: Final = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""Codes of what is not ASCII; those of ASCII hide what an address would take for its own."""
_BETWEEN: Final = re.compile("([/?&=#]+)")
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"


def parts(address: str) -> Iterator[tuple[str, str]]:
    """The names in an address, decoded, each with what stands between it and the next one."""
    found = _BETWEEN.split(_ENCODED.sub(_decoded, address))
    return zip(found[::2], [*found[1::2], ""], strict=True)


def isolated(address: str) -> str:
    """An address decoded, its names isolated by characters: for where there is no markup."""
    return "".join(
        (name if name.isascii() else f"{_ISOLATE}{name}{_ISOLATE_END}") + between
        for name, between in parts(address)
    )


def _decoded(codes: re.Match[str]) -> str:
    """Letters for a run of codes; what is no UTF-8 or not to be seen stays as it is."""
    try:
        text = unquote(codes[0], errors="strict")
    except UnicodeDecodeError:
        return codes[0]
    return "".join(letter if letter.isprintable() else quote(letter) for letter in text)
