"""Outlets: what is known of each folder's texts together, by learning and from the owner.

A folder of the inbox is taken for an outlet; a folder in which many outlets lie mixed teaches less,
but nothing wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Final

from warraq.batches import spread
from warraq.config import Config, Outlet
from warraq.importer import anatomy, decoding, habits, lines, memory, sources
from warraq.importer.habits import Habits, Sketch
from warraq.importer.sources import Survey

_TEXTS: Final = (".txt",)
_BATCH: Final = 50
_TRIED: Final = 60
"""Texts of a folder that are taken apart to see what is usual in which place."""
_PLACES: Final = 4
"""Lines below the headline that are compared."""


@dataclass(frozen=True, slots=True)
class Outlets:
    """The habits of every folder, and what the owner has written of outlets."""

    folders: Mapping[str, Habits] = field(default_factory=dict)
    rules: Sequence[Outlet] = ()

    def habits(self, name: str) -> Habits:
        """What is known of one source beyond itself."""
        known = self.folders.get(_folder(name), Habits())
        for rule in self.rules:
            if sources.fits(name, rule.files):
                keep = {lines.key(text) for text in rule.keep}
                known = replace(
                    known,
                    repeated={k: text for k, text in known.repeated.items() if k not in keep},
                    removed=known.removed | {lines.key(text) for text in rule.remove},
                    ends=known.ends | {lines.key(text) for text in rule.stop},
                    source=known.source or rule.source,
                )
        return known


def learn_all(
    config: Config, executor: Executor, today: date, paths: Sequence[Path] = ()
) -> Outlets:
    """Learn the habits of every folder of the inbox, or of `paths`."""
    survey = memory.survey(config, paths)
    return learn(config, survey, survey.sources, executor, today)


def learn(
    config: Config, survey: Survey, wanted: Iterable[str], executor: Executor, today: date
) -> Outlets:
    """Learn the habits of the folders in which the sources `wanted` lie, from all that lies there.

    A folder's sample follows from the names in it alone: the same folder teaches the same.
    """
    needed = {_folder(name) for name in wanted if name.endswith(_TEXTS)}
    members: dict[str, list[str]] = defaultdict(list)
    for name in survey.sources:
        if name.endswith(_TEXTS) and _folder(name) in needed:
            members[_folder(name)].append(name)
    learnt = {
        folder: _learn(survey, sorted(names, key=_lot)[: habits.SAMPLE], executor, today)
        for folder, names in sorted(members.items())
        if len(names) > 2
    }
    return Outlets(learnt, config.outlets)


def _learn(survey: Survey, sample: Sequence[str], executor: Executor, today: date) -> Habits:
    texts = (data for _, data in survey.read(sample))
    sketches = [s for s in spread(executor, sketch_batch, texts, size=_BATCH) if s is not None]
    known = Habits(repeated=habits.repeated_lines(sketches))
    tried = (data for _, data in survey.read(sample[:_TRIED]))
    work = partial(places_batch, known=known, today=today)
    places = [p for p in spread(executor, work, tried, size=_BATCH) if p]
    return replace(known, usual=habits.usual_places(places))


def sketch_batch(texts: Iterable[bytes]) -> list[Sketch | None]:
    """Sketches of texts; None for what is no text."""
    return [habits.sketch(split) if split else None for split in map(_lines, texts)]


def places_batch(texts: Iterable[bytes], known: Habits, today: date) -> list[Mapping[int, str]]:
    """For each text, the roles of the lines below its headline."""
    return [_places(split, known, today) for split in map(_lines, texts)]


def _places(split: tuple[lines.Line, ...], known: Habits, today: date) -> Mapping[int, str]:
    if not split:
        return {}
    roles = anatomy.dissect(split, today, known).roles
    title = roles.index("title") if "title" in roles else -1
    if title < 0:
        return {}
    return {place: roles[title + place] for place in range(1, min(_PLACES, len(roles) - title))}


def _lines(data: bytes) -> tuple[lines.Line, ...]:
    try:
        return lines.split(lines.repair(decoding.decode(data).text))
    except decoding.UndecodableError:
        return ()


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _lot(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
