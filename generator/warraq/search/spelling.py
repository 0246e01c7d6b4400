"""Where the words lie that a reader may have meant: by their consonants, and with one of them less.

A slip changes one letter, as a rule, or a vowel that nobody agrees on. So each word of the archive,
without clitics, stands under its skeleton (no vowels, letters of one sound as one) and under the
skeleton without each of its letters; a word that nobody wrote is sought under all of its own. What
they share, the page weighs. (After SymSpell's deletes: W. Garbe, 2012.) Behind each word a letter
says how common it is, a capital one if an article stands before it somewhere: to a word with an
article that nobody wrote, only such are likely. `spelling.json` names the first skeleton of each
file, and carries the tables.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log
from pathlib import Path
from string import ascii_lowercase
from typing import Final

from warraq.arabic.analysis import BEFORE_NOUNS, Analyser, is_arabic, words_of
from warraq.search import shards
from warraq.search.bundle import write_json

FOLDS: Final = {
    letter: letters[0] for letters in ("كجغق", "سصثز", "تط", "دذضظ", "حخ") for letter in letters[1:]
}
"""Letters that are heard or written for one another."""

DROPPED: Final = "اويءه"
"""Letters that a skeleton lacks."""

SHORTEST: Final = 3
"""Letters of a word that may be meant."""

SHARD_BYTES: Final = 32_000
"""Of plain text: less than of the lexicon's, for several files are read for one word."""

PARTICLES: Final = """
    في من على إلى عن مع بعد قبل خلال حول بين عند لدى منذ حتى دون ضد نحو أمام وراء خلف فوق
    تحت أثناء عبر غير سوى مثل بل أو أم ثم لكن لكنه لكنها لأن لأنه لأنها أن إن أنه أنها إنه
    إنها كان كانت يكون تكون ليس ليست قد لقد لم لن لا ما هل كما كلما عندما حين حينما بينما
    حيث إذا لو لولا كي لكي هذا هذه هذان ذلك تلك هؤلاء أولئك هنا هناك الذي التي الذين اللذين
    اللتين اللواتي هو هي هم هن نحن أنا أنت أنتم كل كلا بعض أي أية الآن أيضا إلا إنما أما إما
    لعل ليت فقط جدا منه منها فيه فيها عليه عليها إليه إليها به بها له لها لهم بهم منهم فيهم
    عنه عنها معه معها
"""
"""Words that only join others: a reader is offered none in the place of a word of hers."""

COMMONER: Final = 2**0.5
"""How much commoner each letter says a word to be than the one before it; a is one article."""


def write(counts: Mapping[str, int], analyser: Analyser, bundle: Path) -> None:
    """Write `spelling.json` and its files into the index's folder."""
    groups: dict[str, list[str]] = defaultdict(list)
    bases, nouns = _bases(counts, analyser)
    for word in sorted(bases):
        mark = commonness(bases[word])
        for skeleton in skeletons(word):
            groups[skeleton].append(word + (mark.upper() if word in nouns else mark))
    lines = (f"{skeleton or '-'} {' '.join(groups[skeleton])}\n" for skeleton in sorted(groups))
    root = {
        "folds": FOLDS,
        "dropped": DROPPED,
        "commoner": COMMONER,
        "particles": sorted(set(words_of(PARTICLES))),
        "shards": shards.write(lines, bundle, SHARD_BYTES),
    }
    write_json(bundle / "spelling.json", root)


def skeletons(word: str) -> set[str]:
    """The skeleton of a normalised word, whole and without each of its letters."""
    whole = "".join([FOLDS.get(letter, letter) for letter in word if letter not in DROPPED])
    return {whole, *(whole[:at] + whole[at + 1 :] for at in range(len(whole)))}


def commonness(count: int) -> str:
    """A letter for the articles that hold a word: one further for each half doubling."""
    return ascii_lowercase[min(round(log(count, COMMONER)), len(ascii_lowercase) - 1)]


def _bases(
    counts: Mapping[str, int], analyser: Analyser
) -> tuple[Mapping[str, int], frozenset[str]]:
    """The Arabic words without clitics, and in how many articles each stands, roughly.

    Beside them, those of which an article was taken.
    """
    bases: Counter[str] = Counter()
    nouns = set()
    for word, count in counts.items():
        if count and is_arabic(word):
            start = analyser.analyse(word).start
            base = word[start:]
            if len(base) >= SHORTEST:
                bases[base] += count
                if word[:start].endswith(BEFORE_NOUNS):
                    nouns.add(base)
    return bases, frozenset(nouns)
