"""Articles -> which of them tell one story in the words of one wire. Pure.

Of each text a sketch is made when it is read: a MinHash of its runs of three words, and its
numbers. Sketches whose bands agree are compared, and no others, so that an archive of 100,000 is
never compared each with each. Being the same story is a matter of two articles: what is like a text
and what is like that again may have nothing in common, so no chains are followed.

numpy costs a tenth of a second to import. It is imported by the first text that is long enough and
by the first comparison; a build that finds nothing changed does not ask for it. datasketch, which
makes the same MinHash, is not used: it brings scipy, half a second and 100 MB, for these few lines.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, count
from struct import Struct
from typing import TYPE_CHECKING, Final, TypeAlias
from zlib import crc32

import orjson

from warraq.arabic.normalise import INVISIBLE, MARKS, normalise
from warraq.edition import edition
from warraq.model import Article, digest_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table: TypeAlias = NDArray[np.void]
    """Sketches, in `_layout`."""
    Hashes: TypeAlias = NDArray[np.uint32]
    """Numbers that stand for runs of words."""
    Rows: TypeAlias = NDArray[np.intp]
    """Numbers of rows."""

RUN: Final = 3
"""Words that make a run. Two texts on one event share many words and few runs."""

MINIMUM: Final = 30
"""Runs below which a text is too short to be told from others of its kind."""

SIZE: Final = 192
"""Values of a MinHash: it tells how much two texts share, give or take 0.03."""

BAND: Final = 3
"""Values that must agree for two texts to be compared. 64 bands of 3 find 98 pairs of 100 that
share 0.4 of their runs, and all but one in 100,000 of those that share 0.55."""

CROWD: Final = 40
"""Articles beyond which a band in which they agree tells of a form, not of a story."""

SHARED: Final = 0.4
"""The part of the runs of two texts that both have; less is another story, or much more than it."""

CONTAINED: Final = 0.78
"""The part of the shorter text's runs that the longer has. Texts made from one form with other
names in it (congratulations, executions, arrivals) reach 0.75; wires that were cut and edited
begin there too, and some of those are given up."""

DAYS: Final = 14
"""Days between two articles after which one is a later edition: of a month's or a year's bulletin,
or of this year's congratulations."""

NUMBERS: Final = 16
"""Numbers of a text that are kept: all that most texts have, and a fair sample of more."""

AGREEING: Final = 0.5
"""The part of the numbers that must agree: bulletins of weather and of prices differ in nothing
else."""

_SKETCH: Final = Struct(f"<HB{SIZE}s{NUMBERS}H")
"""How many runs, how many numbers are kept, a byte for each value of the MinHash, the numbers."""

NO_SKETCH: Final = bytes(_SKETCH.size)
"""The sketch of a text that is too short for one."""

_DIGEST: Final = 12
"""Bytes of an article's digest."""

_MOST: Final = 0xFFFF
_ARABIC_END: Final = 0x0780
"""The first code point after the Arabic block and its supplement."""


def sketch(text: str) -> bytes:
    """What is kept of a plain text to find its like: 227 bytes, NO_SKETCH if it is too short.

    Spelling, tashkeel, punctuation and the kind of digits make no difference; numbers do.
    """
    letters = _letters(text)
    words = letters.split()
    if len(words) < MINIMUM + RUN - 1:
        return NO_SKETCH
    runs = _runs(words)
    several = _distinct(runs)
    if several < MINIMUM:
        return NO_SKETCH
    # The lowest byte of each value is enough: texts that differ agree in 1 of 256.
    values = _minhash(runs).astype("u1").tobytes()
    numbers = sorted({crc32(number) & _MOST for number in _NUMBER.findall(letters)})
    numbers = numbers[:NUMBERS]
    empty = [0] * (NUMBERS - len(numbers))
    return _SKETCH.pack(min(several, _MOST), len(numbers), values, *numbers, *empty)


def _letters(text: str) -> bytes:
    """A text, normalised, in an alphabet of one byte a letter, with spaces between its words.

    `arabic.normalise` in substance, at a tenth of its cost for a whole text.
    """
    import numpy as np  # noqa: PLC0415  # see the head of this module

    data = unicodedata.normalize("NFKC", text).encode("utf-16-le", "surrogatepass")
    letters: bytes = _alphabet()[np.frombuffer(data, "<u2")].tobytes().translate(None, b"\0")
    for hamza in "ئء":
        letters = letters.replace(_letter(hamza) + _letter("و"), _letter("و"))
    return letters


@cache
def _alphabet() -> "NDArray[np.uint8]":
    """For each code unit of UTF-16 a byte: a letter's or digit's, 0 for a mark, or a space."""
    import numpy as np  # noqa: PLC0415  # see the head of this module

    alphabet = np.full(1 << 16, ord(" "), np.uint8)
    for code in range(len(alphabet)):
        character = chr(code)
        if code < _ARABIC_END:
            character = normalise(character)
        if character.isalnum():
            alphabet[code] = _letter(character)[0]
        elif not character or code in MARKS or code in INVISIBLE:
            alphabet[code] = 0
    return alphabet


def _letter(character: str) -> bytes:
    """Letters of the Arabic, Latin and other alphabets get bytes of their own; rare ones share."""
    return bytes([ord(character) % 197 + ord("!")])


_NUMBER: Final = re.compile(b"[%b-%b]+" % (_letter("0"), _letter("9")))


def _runs(words: Sequence[bytes]) -> "Hashes":
    """The runs of words as numbers, in their order."""
    import numpy as np  # noqa: PLC0415  # see the head of this module

    hashes = np.fromiter(map(crc32, words), np.uint32, len(words))
    first, second, third = (hashes[at : len(hashes) - RUN + 1 + at] for at in range(RUN))
    # Multipliers tell the places apart: «a b c» is not «c b a».
    mixed = (first * np.uint32(0x9E3779B1) + second) * np.uint32(0x85EBCA77) + third
    mixed ^= mixed >> np.uint32(16)
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    return mixed


def _distinct(numbers: "Hashes") -> int:
    import numpy as np  # noqa: PLC0415  # see the head of this module

    ordered = np.sort(numbers)
    return 1 + int(np.count_nonzero(ordered[1:] != ordered[:-1]))


def _minhash(runs: "Hashes") -> "Hashes":
    """Of each of SIZE hash functions the lowest value over all runs (Broder, "On the resemblance
    and containment of documents", 1997). Two sets of runs agree in such a value as often as they
    share a run.
    """
    import numpy as np  # noqa: PLC0415  # see the head of this module

    factors, summands = _functions()
    lowest = np.full(SIZE, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(runs), 1024):  # so that memory stays flat
        values = runs[start : start + 1024, np.newaxis] * factors + summands
        np.minimum(lowest, values.min(axis=0), out=lowest)
    return lowest


@cache
def _functions() -> "tuple[Hashes, Hashes]":
    """Hash functions x -> ax + b modulo 2**32, a odd; they are part of what sketches mean."""
    import numpy as np  # noqa: PLC0415  # see the head of this module

    numbers = np.random.RandomState(1)  # whose sequence numpy promises to keep for ever
    factors, summands = numbers.randint(0, 1 << 32, (2, SIZE), np.uint64).astype(np.uint32)
    return factors | np.uint32(1), summands


@dataclass(frozen=True, slots=True)
class Stories:
    """Each two articles that tell one story, by id, sorted; found among articles of this digest."""

    digest: str
    pairs: tuple[tuple[str, str], ...]

    def hold(self, articles: Iterable[Article]) -> bool:
        """Whether they were found among these articles, and so need not be looked for again."""
        return self.digest == _digest(articles)

    def by_article(self) -> dict[str, list[str]]:
        """For each article that has any, the ids of the others that tell its story."""
        others: dict[str, list[str]] = defaultdict(list)
        for one, other in self.pairs:
            others[one].append(other)
            others[other].append(one)
        return others


def find(articles: Sequence[Article], sketches: Mapping[str, bytes]) -> Stories:
    """The stories among some articles; `sketches` by their digests.

    The two articles of a pair are published. They come from two sources, or from one that is not
    named; if both are dated, not more than DAYS days lie between them; their texts are mostly the
    same, and so are their numbers. The order of the articles makes no difference to the pairs.
    """
    known = [
        article
        for article in articles
        if not article.draft and article.withdrawn is None and sketches[article.digest] != NO_SKETCH
    ]
    return Stories(_digest(articles), tuple(sorted(_pairs(known, sketches))))


def _digest(articles: Iterable[Article]) -> str:
    return digest_of("\n".join([f"{article.id} {article.digest}" for article in articles]))


def _pairs(articles: Sequence[Article], sketches: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    sources = {name: number for number, name in enumerate({a.source for a in articles})}
    if len(articles) < 2 or (len(sources) == 1 and "" not in sources):
        return  # of one newspaper alone nothing was published elsewhere
    import numpy as np  # noqa: PLC0415  # see the head of this module

    table = np.frombuffer(b"".join([sketches[a.digest] for a in articles]), _layout())
    source = np.array([sources[a.source] if a.source else -1 for a in articles])
    day = np.array([a.date.toordinal() if a.date else 0 for a in articles])
    found: set[tuple[int, int]] = set()
    for left, right in _candidates(table):
        apart = (source[left] != source[right]) | (source[left] < 0)
        near = (abs(day[left] - day[right]) <= DAYS) | (day[left] == 0) | (day[right] == 0)
        one, other = left[apart & near], right[apart & near]
        same = _alike(table, one, other)
        found.update(zip(one[same].tolist(), other[same].tolist(), strict=True))
    numbers = {row: _numbers(table, row) for row in chain.from_iterable(found)}
    for mine, yours in found:
        if _numbers_agree(numbers[mine], numbers[yours]):
            first, second = sorted((articles[mine].id, articles[yours].id))
            yield first, second


def _layout() -> "np.dtype[np.void]":
    """A sketch as numpy sees it."""
    import numpy as np  # noqa: PLC0415  # see the head of this module

    return np.dtype(
        [
            ("runs", "<u2"),
            ("kept", "u1"),
            ("values", "u1", (SIZE,)),
            ("numbers", "<u2", (NUMBERS,)),
        ]
    )


def _candidates(table: "Table") -> "Iterator[tuple[Rows, Rows]]":
    """For each band the pairs of rows that agree in it, but for crowds; the lower row first."""
    import numpy as np  # noqa: PLC0415  # see the head of this module

    for at in range(0, SIZE - BAND + 1, BAND):
        low, middle, high = (table["values"][:, at + n].astype(np.uint32) for n in range(BAND))
        band = low | middle << 8 | high << 16
        order = np.argsort(band)
        band = band[order]
        starts = np.flatnonzero(np.concatenate(([True], band[1:] != band[:-1])))
        lengths = np.diff(starts, append=len(band))
        few = np.repeat((lengths > 1) & (lengths <= CROWD), lengths)
        order, band = order[few], band[few]
        for step in count(1):
            rows = np.flatnonzero(band[:-step] == band[step:])
            if not rows.size:
                break
            one, other = order[rows], order[rows + step]
            yield np.minimum(one, other), np.maximum(one, other)


def _alike(table: "Table", one: "Rows", other: "Rows") -> "NDArray[np.bool_]":
    """Whether each two rows are mostly of the same words."""
    import numpy as np  # noqa: PLC0415  # see the head of this module

    values = table["values"]
    equal = np.empty(len(one))
    for start in range(0, len(one), 1 << 16):  # so that memory stays flat
        part = slice(start, start + (1 << 16))
        equal[part] = (values[one[part]] == values[other[part]]).mean(axis=1)
    shared = np.maximum(equal - 1 / 256, 0) / (1 - 1 / 256)
    runs = table["runs"].astype(float)
    both = shared / (1 + shared) * (runs[one] + runs[other])
    contained = both / np.minimum(runs[one], runs[other])
    alike: NDArray[np.bool_] = (shared >= SHARED) & (contained >= CONTAINED)
    return alike


def _numbers(table: "Table", row: int) -> list[int]:
    numbers: list[int] = table["numbers"][row][: table["kept"][row]].tolist()
    return numbers


def _numbers_agree(mine: Sequence[int], yours: Sequence[int]) -> bool:
    """Whether most numbers of the text with fewer stand in the other; one may have none."""
    # Of a text with many numbers the lowest are kept: beyond the last of them nothing is known.
    end = min((kept[-1] for kept in (mine, yours) if len(kept) == NUMBERS), default=_MOST)
    left, right = ({number for number in kept if number <= end} for kept in (mine, yours))
    return len(left & right) >= AGREEING * min(len(left), len(right))


def remember(stories: Stories) -> bytes:
    """Stories for the next build, which compares nothing if no article has changed until then."""
    found = {"digest": stories.digest, "pairs": stories.pairs}
    return orjson.dumps({"version": edition(), **found})


def recall(memory: bytes) -> Stories:
    """What `remember` wrote; Stories of no archive where it is absent or torn."""
    nothing = Stories("", ())
    try:
        stored = orjson.loads(memory)
        if stored["version"] != edition():
            return nothing
        return Stories(stored["digest"], tuple((one, other) for one, other in stored["pairs"]))
    except (ValueError, KeyError, TypeError):
        return nothing  # all is compared again


def pack(articles: Iterable[Article], sketches: Mapping[str, bytes]) -> bytes:
    """The sketches of these articles, for the next build in which one changes."""
    digests = sorted({article.digest for article in articles})
    return b"".join((_head(), *(bytes.fromhex(name) + sketches[name] for name in digests)))


def unpack(packed: bytes) -> dict[str, bytes]:
    """What `pack` wrote; nothing where it is absent, torn or of another version."""
    head, size = len(_head()), _DIGEST + _SKETCH.size
    if not packed.startswith(_head()) or (len(packed) - head) % size:
        return {}
    return {
        packed[at : at + _DIGEST].hex(): packed[at + _DIGEST : at + size]
        for at in range(head, len(packed), size)
    }


def _head() -> bytes:
    return f"warraq {edition()}\n".encode()
