"""Where the words lie that a reader may have meant: by their consonants, and with one of them less.

A slip changes one letter, as a rule, or a vowel that nobody agrees on. So each word of the archive,
without clitics, stands under its skeleton (no vowels, letters of one sound as one) and under the
skeleton without each of its letters; a word that nobody wrote is sought under all of its own. What
they share, the page weighs. (After SymSpell's deletes: W. Garbe, 2012.) `spelling.json` names the
first skeleton of each file, and carries the tables.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from warraq.arabic.analysis import Analyser
from warraq.search import shards

FOLDS: Final = {
    letter: letters[0] for letters in ("كجغق", "سصثز", "تط", "دذضظ", "حخ") for letter in letters[1:]
}
"""Letters that are heard or written for one another."""

DROPPED: Final = "اويءه"
"""Letters that a skeleton lacks."""

SHORTEST: Final = 3
"""Letters of a word that may be meant."""


def write(counts: Mapping[str, int], analyser: Analyser, bundle: Path) -> None:
    """Write `spelling.json` and its files into the index's folder."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word, count in sorted(_bases(counts, analyser).items()):
        for skeleton in skeletons(word):
            groups[skeleton].append(f"{word} {count}")
    lines = (f"{skeleton or '-'} {' '.join(groups[skeleton])}\n" for skeleton in sorted(groups))
    root = {"folds": FOLDS, "dropped": DROPPED, "shards": shards.write(lines, bundle)}
    text = json.dumps(root, ensure_ascii=False, separators=(",", ":"))
    (bundle / "spelling.json").write_text(text, encoding="utf-8")


def skeletons(word: str) -> set[str]:
    """The skeleton of a normalised word, whole and without each of its letters."""
    whole = "".join([FOLDS.get(letter, letter) for letter in word if letter not in DROPPED])
    return {whole, *(whole[:at] + whole[at + 1 :] for at in range(len(whole)))}


def _bases(counts: Mapping[str, int], analyser: Analyser) -> Mapping[str, int]:
    """The Arabic words without clitics, and in how many articles each stands, roughly."""
    bases: Counter[str] = Counter()
    for word, count in counts.items():
        if count and "\u0621" <= word[0] <= "\u064a":
            base = word[analyser.analyse(word).start :]
            if len(base) >= SHORTEST:
                bases[base] += count
    return bases
