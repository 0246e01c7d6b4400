"""What is kept of each segment between two builds, so that one that is as it was is not made again.

A segment's index follows from its documents and from how their words are taken apart, which all the
archive decides. Its documents are known by a digest, without reading them; their words are kept
here, so that the archive's can be counted without them too. Of what the last build wrote nothing is
kept twice: it lies in the site.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import orjson

from warraq.folders import write_atomically

KEY_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class Kept:
    """A segment as it was indexed."""

    words: Mapping[str, int]
    """In how many of its documents each normalised word stands."""
    documents: int
    printed: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """The commonest form of words that are printed otherwise, and in how many documents."""
    joints: Mapping[str, int] = field(default_factory=dict)
    """Words that it also writes in two, and where the second begins."""
    keys: str = ""
    """A digest of the keys of its words; '' before they are known."""
    described: Mapping[str, Any] = field(default_factory=dict)
    """What the root says of it."""


def recall(folder: Path, digest: str) -> Kept | None:
    """What is kept of the segment with this digest, or None."""
    try:
        return Kept(**orjson.loads((folder / digest).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None  # absent or torn: the segment is made again


def remember(folder: Path, segments: Mapping[str, Kept]) -> None:
    """Keep these segments, and forget all others."""
    folder.mkdir(parents=True, exist_ok=True)
    for digest, kept in segments.items():
        held = {
            "words": dict(kept.words),
            "documents": kept.documents,
            "printed": dict(kept.printed),
            "joints": dict(kept.joints),
            "keys": kept.keys,
            "described": kept.described,
        }
        write_atomically(folder / digest, orjson.dumps(held))
    for path in folder.iterdir():
        if path.name not in segments:
            path.unlink()


def digest_of_keys(words: Iterable[str], digest_of: Callable[[str], int]) -> str:
    """One digest of the keys of all `words`, in whatever order they come."""
    total = sum(map(digest_of, words))
    return f"{total % (1 << 8 * KEY_BYTES):x}"


def digest_of_key(word: str, key: str) -> int:
    """A digest of one word with its key."""
    named = f"{word} {key}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(named, digest_size=KEY_BYTES).digest(), "big")
