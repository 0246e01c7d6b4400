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
from warraq.search import keys, shards
from warraq.search.bundle import write_json

FREQUENT_SHARE: Final = 0.3
"""Words in more articles than this are left out of a query that has others."""

SPELLINGS: Final = 3
"""How many other spellings of a name a reader is told of."""

NO_FAMILY: Final = "-"

HELD: Final = ":"
"""Between a word's count and the segments that hold its stem."""


def write(
    counts: Mapping[str, int],
    holders: Mapping[str, int],
    analyser: Analyser,
    documents: int,
    bundle: Path,
) -> None:
    """Write `lexicon.json` and lexicon/*.lex into the index's folder.

    `counts` says in how many of the `documents` each normalised word occurs; `holders` in which
    segments, the oldest being the lowest bit.
    """
    frequent = [word for word, count in counts.items() if count > FREQUENT_SHARE * documents > 15]
    root = {
        "documents": documents,
        "frequent": sorted(frequent),
        "shards": shards.write(_lines(counts, holders, analyser), bundle),
        "keys": {
            "letters": keys.LETTERS,
            "rare": keys.RARE,
            "closed": keys.CLOSED,
            "closing": keys.CLOSING,
        },
        "folding": normalise.tables(),
        "clitics": analysis.clitics(),
        "endings": analysis.inflections(),
        "word": analysis.WORD.replace(r"[^\W_]", r"[\p{L}\p{N}]"),  # \W is of ASCII there
    }
    write_json(bundle / "lexicon.json", root)


def read(root: Mapping[str, Any], bundle: Path) -> Iterator[tuple[str, int, int, int, str]]:
    """Every word of a lexicon: where its stem starts and ends, its articles, its family's stem."""
    for _, name in root["shards"]:
        for line in shards.read(name, bundle):
            word, start, end, count, *more = line.split(" ")
            family = more[0] if more and more[0] != NO_FAMILY else ""
            yield word, int(start), int(end), int(count.partition(HELD)[0]), family


def _lines(
    counts: Mapping[str, int], holders: Mapping[str, int], analyser: Analyser
) -> Iterator[str]:
    """A line a word: the word, where its stem starts and ends, in how many articles it stands.

    Where not all segments hold a word of its stem, the count is followed by those that do, in hex:
    others need not be asked. Where it belongs to a family, the family's stem follows; behind that
    of a name, how else the archive spells it.
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
        spellings = analyser.spellings(cut)[:SPELLINGS]
        family = f" {cut.family or NO_FAMILY}" if cut.family or spellings else ""
        others = f" {','.join(spellings)}" if spellings else ""
        yield f"{word} {cut.start} {cut.end} {count}{family}{others}\n"
