"""What Pagefind might be given in the place of each word, side by side, on one archive.

    python bench/search_keys.py ARCHIVE [--queries 200] [--part-size 5000] [--only one closed]

ARCHIVE is a folder with site.yml and content/articles; nothing of it is changed, and the product is
asked for no other keys than its own: the records are built here. For each kind of key: CPU seconds
of a process of its own that counts the words, takes them apart and indexes (the texts are not put
back, no lexicon is written), the bytes of the index, how many different keys it holds, and what a
word of a headline costs to look up: the parts of the index that hold what is asked for it, without
start-up files and lexicon. All as one segment.

stock       Pagefind's own Arabic, given the text
stem        one key: the stem (of the family, where the word has one)
two         at one place the stem and the word without clitics
three       these and the word as it stands
one         one key, of which the three are beginnings
closed      the same, and where a clause ends: the product's

How well each finds cannot be measured here: the page asks for the product's keys only.
"""

import argparse
import pickle
import random
import statistics
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from search_cost import plain, read, usage_of
from warraq import config, search
from warraq.arabic.analysis import Analyser, Analysis, words_of
from warraq.search import Document, keys, pagefind

Place = tuple[str, int]
"""A page's address, and the number of a word of its content."""


def main() -> None:
    """Index with each kind of key, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--part-size", type=int, default=search.PART_SIZE)
    parser.add_argument("--only", choices=["stock", *KEYS], nargs="+")
    args = parser.parse_args()
    documents = read(args.archive)
    families = config.word_families(args.archive / "content")
    asked = asked_places(documents, args.queries)
    size_of_part = {"part_size": args.part_size}
    kinds: dict[str, tuple[Callable[[], pagefind.Index], Callable[[set[str]], set[str]]]] = {
        "stock": (
            partial(pagefind.make, plain(documents), language="ar", **size_of_part),
            lambda found: found,
        )
    }
    for name, (write, beginnings) in KEYS.items():
        kinds[name] = (partial(index, documents, families, write, args.part_size), beginnings)
    print(f"{len(documents)} articles, parts of {args.part_size}")
    print(f"{'':8}{'CPU s':>8}{'index MB':>10}{'keys':>10}{'KB median':>11}{'p95':>6}")
    for name in args.only or kinds:
        make, beginnings = kinds[name]
        with tempfile.TemporaryDirectory() as scratch:
            file = Path(scratch, "index")
            usage = usage_of(partial(keep, make, file))
            made: pagefind.Index = pickle.loads(file.read_bytes())
            cpu = usage.ru_utime + usage.ru_stime
            parts = parts_of(made)
            fetched = sorted(
                sum(fetched_for(beginning, parts) for beginning in beginnings(found))
                for found in keys_at(asked, made, parts).values()
                if found
            )
            print(
                f"{name:8}{cpu:8.1f}{sum(size for *_, size, _ in parts) / 1e6:10.2f}"
                f"{sum(len(words) for *_, words in parts):10}"
                f"{statistics.median(fetched) / 1000:11.0f}"
                f"{fetched[int(0.95 * len(fetched))] / 1000:6.0f}",
                flush=True,
            )


def keep(make: Callable[[], pagefind.Index], file: Path) -> None:
    """Make an index and put it into a file, for another process."""
    file.write_bytes(pickle.dumps(make()))


def stem_of(cut: Analysis) -> str:
    """The stem of the family, ended as in the product."""
    return keys.encode(cut.family or cut.stem) + "x"


def base_of(cut: Analysis) -> str:
    """The word without clitics: Pagefind joins what hyphens part, and leaves out single letters."""
    return "-".join([stem_of(cut), *keys.encode(cut.word[cut.start :]), "z"])


def whole_of(cut: Analysis) -> str:
    """The stem and the base; joined, they are the word as it stands."""
    base = f"{stem_of(cut)}{keys.encode(cut.word[cut.start :])}z"
    return "-".join([*keys.encode(cut.word[: cut.start]), stem_of(cut), base])


def stems(found: set[str]) -> set[str]:
    """What keys of the product's kind are asked for by."""
    return {key[: key.index("x") + 1] for key in found}


Write = Callable[[list[Analysis], bool], str]
"""What stands for a word of the text, which may be several, and may end a clause."""


def each(key: Callable[[Analysis], str]) -> Write:
    """The keys of all words, whether a clause ends or not."""
    return lambda cuts, _: "-".join(map(key, cuts)) or keys.NO_WORD


KEYS: dict[str, tuple[Write, Callable[[set[str]], set[str]]]] = {
    "stem": (each(stem_of), lambda found: found),
    "two": (each(base_of), lambda found: found),
    "three": (each(whole_of), lambda found: found),
    "one": (each(keys.key), stems),
    "closed": (lambda cuts, closed: keys.chunk([*map(keys.key, cuts)], closed=closed), stems),
}
"""How a word is written for Pagefind, and with what its keys are asked for."""


def index(
    documents: list[Document],
    families: Any,
    write: Write,
    part_size: int,
) -> pagefind.Index:
    """Take the words apart as the product does, and index them with this kind of key."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update(set(words_of(f"{document.title} {document.text}")))
    listed = (families.plurals, families.names)
    folded = [search._folded(lists) for lists in listed]  # noqa: SLF001 - as the product does
    analyser = Analyser(counts, *folded)

    @cache
    def chunk(word: str) -> str:
        cuts = [analyser.analyse(part) for part in words_of(word)]
        return write(cuts, word.endswith(keys.CLAUSE_END))

    def keyed(text: str) -> str:
        return " ".join(map(chunk, keys.mark_clause_ends(search._one_line(text)).split(" ")))  # noqa: SLF001

    records = (
        {
            **record,
            "content": keyed(str(record["content"])),
            "meta": {"title": keyed(document.title)},
        }
        for document, record in zip(documents, plain(documents), strict=True)
    )
    return pagefind.make(records, language=search.LANGUAGE, part_size=part_size)


def asked_places(documents: list[Document], number: int) -> list[Place]:
    """Words of headlines, but for those of every third article."""
    counts = Counter(
        word
        for document in documents
        for word in set(words_of(f"{document.title} {document.text}"))
    )
    places = [
        (document.url, place)
        for document in documents
        for place, word in enumerate(document.title.split())
        if [counts[part] <= 0.3 * len(documents) for part in words_of(word) if len(part) > 1]
        == [True]
    ]
    return random.Random(1).sample(places, number)


Part = tuple[str, str, int, list[Any]]
"""Between which words a part of the index lies, its bytes, its words with their pages."""


def parts_of(made: pagefind.Index) -> list[Part]:
    """The parts of an index, as a browser would read them."""
    parts = []
    for first, last, name in made.chunks:
        data = made.files[pagefind._chunk_path(name)]  # noqa: SLF001 - a bench looks inside
        (words,) = pagefind._unpack(data)  # noqa: SLF001
        parts.append((first, last, len(data), words))
    return parts


def keys_at(
    asked: list[Place], made: pagefind.Index, parts: list[Part]
) -> Mapping[Place, set[str]]:
    """The keys that the index has at these places."""
    files = [made.files[pagefind._fragment_path(name)] for name in made.pages]  # noqa: SLF001
    urls = [pagefind.fragment(data)["url"].lstrip("/") for data in files]
    wanted: dict[str, set[int]] = {}
    for url, place in asked:
        wanted.setdefault(url, set()).add(place)
    found: dict[Place, set[str]] = {place: set() for place in asked}
    for *_, words in parts:
        for url, word, places in postings(words, urls):
            for place in wanted.get(url, set()) & set(places):
                found[url, place].add(word)
    return found


def postings(words: list[Any], urls: list[str]) -> Iterator[tuple[str, str, list[int]]]:
    """Each word of a part with each page that holds it, and its places there."""
    for word, held, _ in words:
        number = 0
        for step, numbers, _ in held:
            number += step
            yield urls[number], word, pagefind._places(numbers)  # noqa: SLF001


def fetched_for(beginning: str, parts: list[Part]) -> int:
    """Bytes of the parts in which words may stand that begin so; bounds are cut short."""
    return sum(
        number
        for first, last, number, _ in parts
        if first <= beginning + "~" and last >= beginning[: len(last)]
    )


if __name__ == "__main__":
    main()
