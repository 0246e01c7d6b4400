"""What the importer does with lines that no rule knows: headlines of other stories around a text.

    python bench/strange_lines.py --corpus DIR [--texts N]

Each text of the corpus that has a headline and five paragraphs is written anew, as a headline and
paragraphs; then with the headlines of other texts of the corpus above it or below it, there with
their first paragraphs as well, and with some of them in the place of its own. What the importer
makes of that is compared with what it was: is the headline the text's own, are the others gone, is
a paragraph of the text gone with them? No list of phrases can know these lines.
"""

import argparse
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from warraq import markdown
from warraq.importer.conversion import convert
from warraq.importer.decoding import UndecodableError

TODAY = date(2026, 1, 1)
PARAGRAPHS = 5
CASES = {
    "nothing": (0, True, 0, 0),
    "one headline above": (1, True, 0, 0),
    "four above, its own lost": (4, False, 0, 0),
    "one right below its own": (0, True, 1, 0),
    "one below the text": (0, True, 0, 1),
    "two below the text": (0, True, 0, 2),
    "a story begun below": (0, True, 0, 1),
    "two stories begun below": (0, True, 0, 2),
}
"""By name: headlines of others above, whether its own is there, headlines of others right below it
and below the text.
"""
BEGUN = "begun"


class Story(NamedTuple):
    """What a text was before anything was put around it."""

    title: str
    paragraphs: tuple[str, ...]


class Outcome(NamedTuple):
    """What became of one text in one case."""

    titled: bool
    strange_gone: float
    body_whole: bool


def story(path: Path) -> Story | None:
    """A text's headline and paragraphs; None where it has not enough of both."""
    try:
        made = convert(path.read_bytes(), "a.txt", TODAY)
    except UndecodableError:
        return None
    paragraphs = tuple(filter(None, markdown.plain_text(made.body).split("\n")))
    stated = made.values["title_from"] == "stated"
    enough = len(paragraphs) >= PARAGRAPHS
    return Story(str(made.values["title"]), paragraphs) if stated and enough else None


def outcome(case: str, told: tuple[Story, Sequence[Story]]) -> Outcome:
    """Put the headlines of others around a story, and convert that."""
    own, others = told
    above, titled, between, below = CASES[case]
    titles = [other.title for other in others]
    head, under = titles[:above], titles[above : above + between]
    tail = [
        line
        for other in others[above + between : above + between + below]
        for line in (other.title, *(other.paragraphs[:1] if BEGUN in case else ()))
    ]
    strange = [*head, *under, *tail]
    headline = [own.title] if titled else []
    text = "\n\n".join((*head, *headline, *under, *own.paragraphs, *tail))
    made = convert(text.encode(), "a.txt", TODAY)
    left = list(filter(None, markdown.plain_text(made.body).split("\n")))
    title = str(made.values["title"]) if made.values["title_from"] == "stated" else ""
    return Outcome(
        title == (own.title if titled else ""),
        sum(line not in left and line != title for line in strange) / max(1, len(strange)),
        set(own.paragraphs) <= set(left),
    )


def main() -> None:
    """Print for each case how many headlines were right, lines gone, and bodies whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=2_000)
    arguments = parser.parse_args()
    paths = sorted(arguments.corpus.rglob("*.txt"))
    random.Random(1).shuffle(paths)
    with ProcessPoolExecutor() as crew:
        found = crew.map(story, paths[: arguments.texts], chunksize=50)
        stories = list(filter(None, found))
        told = [(one, (stories * 2)[at + 1 : at + 5]) for at, one in enumerate(stories)]
        print(f"{len(stories)} texts")
        for case in CASES:
            results = list(crew.map(partial(outcome, case), told, chunksize=50))
            titled, gone, whole = (sum(of) / len(results) for of in zip(*results, strict=True))
            shown = f"   strange lines gone {gone:.3f}" if case != "nothing" else " " * 28
            print(f"{case:26} headline right {titled:.3f}{shown}   body whole {whole:.3f}")


if __name__ == "__main__":
    main()
