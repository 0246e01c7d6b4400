"""How well search guesses what was meant by a word that the archive does not hold.

    python bench/search_spelling.py ARCHIVE [--words 400] [--seed 1]

ARCHIVE is built, with its index. Questions made by rule: words of the archive, bare or
with the article, with one slip (a letter dropped, doubled, swapped with its neighbour, or replaced
by one beside it on the keyboard), and spellings of names (generator/warraq/search/lists/names.yml)
that the archive lacks while it holds another spelling of the same name. The third set asks for the
Latin spellings of that list as if it did not exist. Prints how often the right word is the first,
and among the three that a reader is offered; what was fetched of the lexicon, and the time in the
page.
"""

import argparse
import json
import random
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from browsing import READY, browsing, served
from warraq import config
from warraq.arabic.analysis import words_of
from warraq.search import lexicon

KEYBOARD = ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ءورزوظذ")
ASK = """async ([word, fresh]) => {
    const bench = (window.bench ??= {});
    if (!bench.index) {
        bench.index = await warraq.openIndex();
        const text = async (name) => new TextDecoder().decode(await bench.index.read(name));
        const json = async (name) => JSON.parse(await text(name));
        [bench.root, bench.spelling] = [await json("lexicon.json"), await json("spelling.json")];
    }
    if (fresh || !bench.lexicon) {
        bench.read = [];
        bench.lexicon = warraq.lexiconOf(bench.root, async (name) => {
            bench.read.push(name);
            return new TextDecoder().decode(await bench.index.read(`lexicon/${name}`));
        }, async () => bench.spelling);
    }
    const start = performance.now();
    const found = await bench.lexicon.spellings(word);
    return [found.map((one) => one.word), performance.now() - start, bench.read];
}"""


def main() -> None:
    """Ask, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print so many that were not found")
    args = parser.parse_args()
    site = args.archive / "public"
    (root,) = (site / "pagefind").glob("lexicon-*.json")
    words = {
        word: cut
        for word, *cut in lexicon.read(json.loads(root.read_bytes()), site / "pagefind")
        if cut[2]
    }
    rnd = random.Random(args.seed)
    sets = {
        "one slip": list(slips(words, rnd, args.words)),
        "spellings of names": list(unknown_spellings(args.archive / "content", words)),
        "names in Latin": list(latin_names(args.archive / "content", words)),
    }
    sizes = {path.name: path.stat().st_size for path in (site / "pagefind/lexicon").iterdir()}
    print(f"{'':20}{'asked':>7}{'first':>8}{'of three':>10}{'KB median':>11}{'p95':>6}{'ms':>7}")
    for name, asked, answers in answers_of(site, sets):
        first = sum(
            right(found[:1], wanted) for (_, wanted), (found, _, _) in asked_with(asked, answers)
        )
        three = sum(
            right(found, wanted) for (_, wanted), (found, _, _) in asked_with(asked, answers)
        )
        fetched = sorted(sum(sizes[shard] for shard in read) / 1000 for _, _, read in answers)
        times = [took for _, took, _ in answers]
        print(
            f"{name:20}{len(asked):7}{first / len(asked):8.3f}{three / len(asked):10.3f}"
            f"{statistics.median(fetched):11.0f}{fetched[int(0.95 * len(fetched))]:6.0f}"
            f"{statistics.median(times):7.1f}"
        )
        missed = [
            (word, sorted(wanted)[:2], found)
            for (word, wanted), (found, _, _) in asked_with(asked, answers)
            if not right(found, wanted)
        ]
        for word, wanted, found in missed[: args.show]:
            print("   ", word, wanted, found)


def asked_with(asked: list[Any], answers: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Each question with its answer."""
    return zip(asked, answers, strict=True)


def right(found: list[str], wanted: set[str]) -> bool:
    """Whether any of the words found is one of the wanted, with the article or without."""
    return any(word in wanted or word.removeprefix("ال") in wanted for word in found)


def slips(words: dict[str, Any], rnd: random.Random, number: int) -> Iterator[tuple[str, set[str]]]:
    """Words in three articles or more, of four letters or more, each with one slip."""
    known = sorted(
        word
        for word, (start, _, count, _) in words.items()
        if count >= 3 and arabic(word) and word[:start] in ("", "ال") and len(word) - start >= 4
    )
    while number:
        word = rnd.choice(known)
        slipped = slip(word, rnd)
        if slipped not in words and f"ال{slipped}" not in words:
            number -= 1
            yield slipped, {word, word.removeprefix("ال")}


def arabic(word: str) -> bool:
    """Whether a word begins with an Arabic letter."""
    return "\u0621" <= word[0] <= "\u064a"


def slip(word: str, rnd: random.Random) -> str:
    """The word with one slip at a random place."""
    at = rnd.randrange(len(word) - 1)
    kind = rnd.choice(("drop", "double", "swap", "beside"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    near = [
        row[place + step]
        for row in KEYBOARD
        for place, letter in enumerate(row)
        if letter == word[at]
        for step in (-1, 1)
        if 0 <= place + step < len(row)
    ]
    return word[:at] + rnd.choice(near or [word[at]]) + word[at + 1 :]


def unknown_spellings(content: Path, words: dict[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Listed spellings that the archive lacks, and those of the same name that it holds."""
    for family in config.word_families(content).names:
        spelt = {word for name in family for word in words_of(name)[:1] if arabic(word)}
        held = {w for w in spelt if count_of(words, w)}
        for word in sorted(spelt - held):
            if held:
                yield word, held


def latin_names(content: Path, words: dict[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Listed spellings in Latin letters, of names that the archive holds in Arabic."""
    for family in config.word_families(content).names:
        spelt = [word for name in family for word in words_of(name)[:1]]
        held = {word.removeprefix("ال") for word in spelt if arabic(word) and count_of(words, word)}
        held |= {word for word in spelt if arabic(word)} if held else set()
        for word in spelt:
            if held and word.isascii() and len(word) > 3:
                yield word, held


def count_of(words: dict[str, Any], word: str) -> int:
    """In how many articles a word stands, with the article or without."""
    return sum(words[form][2] for form in (word, f"ال{word}") if form in words)


def answers_of(
    site: Path, sets: dict[str, list[Any]]
) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Each set with the page's answers: spellings, milliseconds, files read by a fresh lexicon."""
    with served(site) as address, browsing() as browser:
        page = browser.new_page()
        page.goto(f"{address}search.html")
        page.wait_for_function(READY)
        for name, asked in sets.items():
            yield name, asked, [page.evaluate(ASK, [word, True]) for word, _ in asked]


if __name__ == "__main__":
    main()
