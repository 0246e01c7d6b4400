"""Outlets: what is known of each folder's texts together, by learning and from the owner.

A folder of the inbox is taken for an outlet; a folder in which many outlets lie mixed teaches less,
but nothing wrong.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from heapq import heappop, heappush
from itertools import chain, islice
from pathlib import Path
from typing import Final, NamedTuple

from warraq import garbage
from warraq.batches import spread
from warraq.config import Config, Outlet
from warraq.importer import (
    anatomy,
    attribution,
    habits,
    lines,
    memory,
    readers,
    sources,
)
from warraq.importer.fields import Fields
from warraq.importer.habits import Habits, Sketch
from warraq.importer.member import table_of
from warraq.importer.sources import Survey

_BATCH: Final = 50
_TRIED: Final = 30
"""Texts of a folder that are taken apart to see what is usual in which place: twice as many taught
nothing else about any of 30 outlets."""
_PLACES: Final = 4
"""Lines below the headline that are compared."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """The habits of every folder and table, and what the owner has written of outlets."""

    learnt: Mapping[str, Habits] = field(default_factory=dict)
    """By the pattern of the texts that they are of."""
    rules: Sequence[Outlet] = ()
    _ruled: dict[tuple[str, tuple[int, ...]], Habits] = field(default_factory=dict, compare=False)
    """Habits by pattern and the rules that change them: thousands of texts share one."""

    def habits(self, name: str) -> Habits:
        """What is known of one source beyond itself."""
        pattern = pattern_of(name)
        numbers = tuple(n for n, rule in enumerate(self.rules) if sources.fits(name, rule.files))
        if (pattern, numbers) not in self._ruled:
            known = self.learnt.get(pattern, Habits())
            for number in numbers:
                known = _with_rule(known, self.rules[number])
            self._ruled[pattern, numbers] = known
        return self._ruled[pattern, numbers]


def rules_of(rules: Iterable[Outlet], name: str) -> str:
    """A digest of what the owner says of a source's outlet, by whatever patterns; '' if nothing."""
    fitting = [replace(rule, files=()) for rule in rules if sources.fits(name, rule.files)]
    return blake2b(repr(fitting).encode(), digest_size=6).hexdigest() if fitting else ""


def _with_rule(known: Habits, rule: Outlet) -> Habits:
    keep = frozenset(lines.key(text) for text in rule.keep)
    return replace(
        known,
        repeated={k: text for k, text in known.repeated.items() if k not in keep},
        kept=known.kept | keep,
        removed=known.removed | {lines.key(text) for text in rule.remove},
        ends=known.ends | {lines.key(text) for text in rule.stop},
        source=known.source or rule.source,
    )


def learn_all(
    config: Config, executor: Executor, today: date, paths: Sequence[Path] = ()
) -> Outlets:
    """Learn the habits of every folder of the inbox, or of `paths`."""
    survey = memory.survey(config, paths)
    return learn(config, survey, survey.texts, executor, today)


def learn(
    config: Config, survey: Survey, wanted: Iterable[str], executor: Executor, today: date
) -> Outlets:
    """Learn the habits of the folders and tables in which the sources `wanted` lie, from all that
    lies there.

    A folder's sample follows from the names in it alone: the same folder teaches the same.
    """
    needed = set(map(pattern_of, wanted)) - {""}
    drawn = _samples(survey, needed)
    samples = {pattern: drawn[pattern] for pattern in sorted(drawn) if len(drawn[pattern]) > 2}
    known = _repeated(survey, samples, executor, today)
    return Outlets(known | _usual(survey, samples, known, executor, today), config.outlets)


def _samples(survey: Survey, patterns: Collection[str]) -> Mapping[str, Sequence[str]]:
    """By pattern, the names that lot has put first: so many that no more are held at any time."""
    drawn: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for pattern in patterns:
        lots = drawn[pattern]
        for name, text in survey.chosen(pattern.partition("*")[0]):
            if pattern_of(name) == pattern and not text.refused:
                heappush(lots, (-_lot(name), name))
                if len(lots) > habits.LARGE_SAMPLE:
                    heappop(lots)
    return {
        pattern: [name for _, name in sorted(lots, reverse=True)] for pattern, lots in drawn.items()
    }


def _repeated(
    survey: Survey, samples: Mapping[str, Sequence[str]], executor: Executor, today: date
) -> dict[str, Habits]:
    """What comes back in the texts of each sample: in the first of them, or in all where some end
    as others begin.
    """
    known: dict[str, Habits] = {}
    large: dict[str, Sequence[str]] = {}
    small = {pattern: names[: habits.SAMPLE] for pattern, names in samples.items()}
    for pattern, sketches in _sketched(survey, small, executor, today):
        if habits.end_in_others(sketches) and len(samples[pattern]) > habits.SAMPLE:
            large[pattern] = samples[pattern]
        else:
            known[pattern] = habits.of(sketches)
    for pattern, sketches in _sketched(survey, large, executor, today):
        known[pattern] = habits.of(sketches)
    return known


def _sketched(
    survey: Survey, samples: Mapping[str, Sequence[str]], executor: Executor, today: date
) -> Iterator[tuple[str, Sequence[Sketch]]]:
    """The sketches of each sample. The texts of all are given out in one go, so that nobody waits
    where one folder ends.
    """
    texts = chain.from_iterable(map(survey.read, samples.values()))
    work = partial(sketch_batch, today=today, fields=survey.fields)
    made = spread(executor, work, texts, size=_BATCH)
    for pattern, names in samples.items():
        yield pattern, list(filter(None, islice(made, len(names))))


def _usual(
    survey: Survey,
    samples: Mapping[str, Sequence[str]],
    known: Mapping[str, Habits],
    executor: Executor,
    today: date,
) -> dict[str, Habits]:
    """What is `known` of samples, and what their heads teach beside it."""
    tried = {
        pattern: names[:_TRIED] for pattern, names in samples.items() if all(map(_has_head, names))
    }
    texts = (
        (name, data, known[pattern])
        for pattern, names in tried.items()
        for name, data in survey.read(names)
    )
    work = partial(heads_batch, today=today, fields=survey.fields)
    made = spread(executor, work, texts, size=_BATCH)
    learnt: dict[str, Habits] = {}
    for pattern, names in tried.items():
        heads = list(islice(made, len(names)))
        learnt[pattern] = replace(
            known[pattern],
            usual=habits.usual_places([head.places for head in heads if head.places]),
            usual_source=_source_of(heads, known[pattern]),
        )
    return learnt


def _source_of(heads: Sequence["Head"], known: Habits) -> str:
    """Whose the texts of a folder are, as most of them tell; or ''."""
    stated = [head.source for head in heads]
    return (
        habits.usual_source(stated, known.repeated)
        or habits.told_source(head.told for head in heads)
        or habits.signing_source([head.signed for head in heads], stated)
    )


@garbage.unsought()
def sketch_batch(
    texts: Iterable[tuple[str, bytes]], today: date, fields: Fields
) -> list[Sketch | None]:
    """Sketches of texts, each with its name; None for what is no text."""
    splits = (_lines(name, data, today, fields) for name, data in texts)
    return [habits.sketch(split) if split else None for split in splits]


class Head(NamedTuple):
    """What one text teaches about those beside it."""

    places: Mapping[int, str]
    """The roles of the lines below its headline."""
    source: str
    """Which it states, or ''."""
    told: str = ""
    """The paper to which people speak in it, or ''."""
    signed: str = ""
    """Who alone signs it, where it states no source, or ''."""


@garbage.unsought()
def heads_batch(
    texts: Iterable[tuple[str, bytes, Habits]], today: date, fields: Fields
) -> list[Head]:
    """The heads of texts, each with its name and what comes back in its folder."""
    return [_head(_lines(name, data, today, fields), known, today) for name, data, known in texts]


def _head(split: tuple[lines.Line, ...], known: Habits, today: date) -> Head:
    try:
        found = anatomy.dissect(split, today, known) if split else None
    except Exception:  # noqa: BLE001  # converting it fails as well, and says so
        found = None
    if found is None:
        return Head({}, "")
    roles = found.roles
    title = roles.index("title") if "title" in roles else -1
    below = range(1, min(_PLACES, len(roles) - title)) if title >= 0 else ()
    told = attribution.told(line.text for line in split)
    signed = found.authors[0] if len(found.authors) == 1 and not found.source else ""
    return Head({place: roles[title + place] for place in below}, found.source, told, signed)


def _lines(name: str, data: bytes, today: date, fields: Fields) -> tuple[lines.Line, ...]:
    """A text's lines; none where it cannot be read, or where reading it fails: converting it does
    so as well, and says why.
    """
    try:
        return readers.read(data, name, today, fields).lines
    except Exception:  # noqa: BLE001  # see the docstring
        return ()


def pattern_of(name: str) -> str:
    """The pattern of the sources that share one's habits: the texts of its folder, its pages, whose
    heads and feet are gone, or the rows of its table; '' for what learns nothing.
    """
    if table := table_of(name):
        return f"{table}#*"
    folder, _, file = name.rpartition("/")
    kind = file.rpartition(".")[2].lower()
    if kind in ("html", "htm"):
        return f"{folder}/*.htm*"
    return f"{folder}/*" if kind == "txt" else ""


def _has_head(name: str) -> bool:
    """Its lines begin where its file does: other files state their head by their form."""
    return name.lower().endswith(".txt")


def _lot(name: str) -> int:
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
