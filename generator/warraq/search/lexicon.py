"""The lexicon: every word of the archive, taken apart, in files small enough to fetch one by one.

The browser never stems: it looks a word up here, so the page and the index cannot disagree. Words
stand in the order of their UTF-16 code units, as JavaScript compares them, and are cut into ranges;
`lexicon.json` names the first word of each. What begins alike stands together, which makes
completions cheap. The same file carries the tables of the normaliser and of the keys.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from warraq.arabic import analysis, normalise
from warraq.arabic.analysis import Analyser
from warraq.search import joined, keys, shards
from warraq.search.bundle import write_json

FREQUENT_SHARE: Final = 0.3
"""Words in more articles than this are left out of a query that has others."""

SPELLINGS: Final = 3
"""How many other spellings of a name a reader is told of."""

HELD: Final = ":"
"""Between a word's count and the segments that hold its stem."""

JOINED: Final = "+"
"""Between where a stem ends and where the second of the two words begins that the word is too."""


def write(
    counts: Mapping[str, int],
    holders: Mapping[str, int],
    analyser: Analyser,
    bundle: Path,
    *,
    printed: Mapping[str, str],
    joints: Mapping[str, int],
    documents: int,
) -> None:
    """Write `lexicon.json` and lexicon/*.lex into the index's folder.

    `counts` says in how many of the `documents` each normalised word occurs; `holders` in which
    segments, the oldest being the lowest bit; `printed` how words are shown to readers; `joints`
    where words may be parted (`joined`).
    """
    frequent = [word for word, count in counts.items() if count > FREQUENT_SHARE * documents > 15]
    root = {
        "documents": documents,
        "frequent": sorted(frequent),
        "shards": shards.write(_lines(counts, holders, analyser, printed, joints), bundle),
        "keys": {
            "letters": keys.LETTERS,
            "rare": keys.RARE,
            "closed": keys.CLOSED,
            "closing": keys.CLOSING,
        },
        "folding": normalise.tables(),
        "halves": {"first": joined.FIRST_HALVES, "second": joined.SECOND_HALVES},
        "clitics": analysis.clitics(),
        "endings": analysis.inflections(),
        "word": analysis.WORD.replace(r"[^\W_]", r"[\p{L}\p{N}]"),  # \W is of ASCII there
    }
    write_json(bundle / "lexicon.json", root)


def read(root: Mapping[str, Any], bundle: Path) -> Iterator[tuple[str, int, int, int, str]]:
    """Every word of a lexicon: where its stem starts and ends, its articles, its family's stem."""
    for _, name in root["shards"]:
        for line in shards.read(name, bundle):
            word, start, end, count, _, family, *_ = f"{line}  ".split(" ")
            end, count = end.partition(JOINED)[0], count.partition(HELD)[0]
            yield word, int(start), int(end), int(count), family


def _lines(
    counts: Mapping[str, int],
    holders: Mapping[str, int],
    analyser: Analyser,
    printed: Mapping[str, str],
    joints: Mapping[str, int],
) -> Iterator[str]:
    """A line a word, in fields: the word, where its stem starts and ends, in how many articles it
    stands, the letters that are printed otherwise, its family's stem, other spellings of a name.

    Where not all segments hold a word of its stem, the count is followed by those that do, in hex:
    others need not be asked. Where a word is written in two as well, the place follows its end. The
    last three fields may be empty, and are left out at the end.
    """
    held: dict[str, int] = {}
    for word in counts:
        cut = analyser.analyse(word)
        stem = cut.family or cut.stem
        held[stem] = held.get(stem, 0) | holders.get(word, 0)
    everywhere = max(held.values(), default=0).bit_length()
    for word in sorted(counts, key=lambda word: word.encode("utf-16-be", "surrogatepass")):
        cut = analyser.analyse(word)
        holding = held[cut.family or cut.stem]
        if not holding:
            continue  # a listed name that the archive has in no spelling: it may be a slip
        count = str(counts[word])
        if holding.bit_count() < everywhere:
            count += f"{HELD}{holding:x}"
        others = ",".join(printed.get(s, s) for s in analyser.spellings(cut)[:SPELLINGS])
        letters = _letters(word, printed.get(word, word))
        end = f"{cut.end}{_joint(word, cut.start, joints)}"
        line = f"{word} {cut.start} {end} {count} {letters} {cut.family} {others}"
        yield f"{line.rstrip()}\n"


def _joint(word: str, start: int, joints: Mapping[str, int]) -> str:
    """Where the second half of a word begins, if it has two; clitics may stand before the first."""
    if word in joints:
        return f"{JOINED}{joints[word]}"
    base = word[start:]
    return f"{JOINED}{start + joints[base]}" if base in joints else ""


def _letters(word: str, form: str) -> str:
    """Which letters of a word are others in print, with their places: of المدرسه «6ة»."""
    return "".join(f"{at}{one}" for at, one in enumerate(form) if one != word[at])
