"""Names as parts of addresses: Arabic stays Arabic, and every file system can hold it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from warraq.arabic.normalise import strip_invisible, strip_marks

MAX_BYTES: Final = 120
"""Of UTF-8: a file name may have 255, and on Windows a whole path has 260 characters."""

_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|index|page-\d+)(?:\.|$)|(?:.*-)?[0-9a-f]{8}$"
)
"""Names that Windows keeps for itself, those of the pages beside which terms stand, and what looks
like the digest of another name: without it, a name could be spelt like another's address."""

_SEPARATORS: Final = re.compile(r"[^\w.+]+|_+")


def slug(name: str) -> str:
    """A name as a part of an address: NFC, without marks, words joined by hyphens, never empty.

    At most 120 bytes, cut after a whole word. A name without any letter or digit, or one that a
    file system reserves, becomes or gets a short digest of itself.
    """
    text = unicodedata.normalize("NFC", strip_marks(strip_invisible(name)))
    text = _SEPARATORS.sub("-", text).strip("-.+ ")
    text = _cut(text, MAX_BYTES)
    if not any(letter.isalnum() for letter in text):
        return _digest(name)
    return _marked(text, name) if _RESERVED.match(folded(text)) else text


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug for each name, no two alike under NFC and case folding.

    A name's slug depends on no order, and on no names but those that collide with it: none of them
    has precedence, all get a digest of their exact spelling.
    """
    plain = {name: slug(name) for name in names}
    claims = Counter(folded(text) for text in plain.values())
    return {
        name: text if claims[folded(text)] == 1 else _marked(text, name)
        for name, text in plain.items()
    }


def folded(name: str) -> str:
    """What macOS and Windows take for the same name of a file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _marked(text: str, name: str) -> str:
    return f"{_cut(text, MAX_BYTES - 9)}-{_digest(name)}"


def _digest(name: str) -> str:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def _cut(text: str, limit: int) -> str:
    """At most `limit` bytes, ending with a whole word if the first word fits."""
    encoded = text.encode("utf-8", "ignore")
    if len(encoded) <= limit:
        return encoded.decode("utf-8")
    head = encoded[:limit].decode("utf-8", "ignore")
    return (head.rpartition("-")[0] or head).rstrip("-.+ ")
