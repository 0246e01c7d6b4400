"""Names that stand in a list: the archive's own vocabulary, or the gazetteer."""

from functools import cache, lru_cache
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import entities, gazetteer
from warraq.importer.lexicon import is_listed
from warraq.importer.names.scan import Scan
from warraq.importer.words import forms

_NAMED_AFTER: Final = frozenset(map(normalise, ("قوة", "فيلق", "جبل", "صحيفة", "جريدة", "مجلة")))
"""What may be called after a place, and is another."""
_PAPERS: Final = frozenset(("تايمز", "بوست", "جورنال", "ستار", "تريبيون", "هيرالد"))
_OTHERS: Final = frozenset(
    (normalise(name), normalise(before))
    for name, words in (
        ("المغرب", ("صلاة", "أذان", "آذان")),
        ("الأقصى", ("الحد", "المدى", "حدها", "حده")),
        ("القاعدة", ("هذه", "تلك")),
    )
    for before in words
)
"""What places' names are elsewhere: «صلاة المغرب», «الحد الأقصى»."""
_TOWNS: Final = entities.TOWN_WORDS | frozenset(("في", "من", "ع", "بين"))
_FEMININE: Final = "ة"
_BARE: Final = "ه"
"""Folded."""


def take_known(scan: Scan, start: int) -> int:
    """Count the longest name of a list that begins here; where it ends, 0 without one."""
    keys, known, starts = scan.words.keys, entities.known(), entities.starts()
    for bare, cut in forms(keys[start]):
        longest = max(starts.get(bare, 0), scan.starts.get(bare, 0))
        if not longest:
            continue
        for stop in range(scan.end(start, start + longest), start, -1):
            name = " ".join((bare, *keys[start + 1 : stop])) if stop > start + 1 else bare
            entry = known.get(name)
            if entry is None and name not in scan.archive:
                continue
            shown, kind, one = entry or ("", "archive", name)
            if kind == "place" and not _is_place(scan, start, name, cut):
                continue
            if kind == "institution" and _is_papers(scan, stop):
                return stop + 1  # «وول ستريت جورنال»
            if shown[-1:] == _FEMININE and name[-1] == _BARE and scan.is_owned(stop - 1):
                continue
            written = scan.written(start, stop, cut)
            scan.add(one, (scan.of_archive(name), written), kind, (start, stop))
            return stop
    return 0


def _is_place(scan: Scan, at: int, name: str, cut: int) -> bool:
    """«صور» and «العين» are towns only where a word for a town stands before them."""
    if " " in name:
        return True
    if cut and (scan.words.keys[at][0] not in "وبلف" or is_listed(scan.words.keys[at])):
        return False  # «لغات» is no «to Ghat»
    before = scan.words.keys[at - 1] if at and not scan.words.parted[at] else ""
    if _is_of_other(scan, at, name, before):
        return False
    if before in entities.LINKS or (before in gazetteer.GIVEN_NAMES and not name.startswith("ال")):
        return False
    if name in entities.HOMONYMS or len(name) < 3 or name in gazetteer.GIVEN_NAMES:
        return before in entities.TOWN_WORDS
    return True


def _is_papers(scan: Scan, at: int) -> bool:
    """Here stands the rest of a paper's name that begins with another's."""
    return at < len(scan.words.keys) and scan.words.keys[at] in _PAPERS


def _is_of_other(scan: Scan, at: int, name: str, before: str) -> bool:
    """A place's name inside another name, «واشنطن بوست»; or other words that look like it."""
    if before in _NAMED_AFTER or (name, before) in _OTHERS or _is_papers(scan, at + 1):
        return True
    return scan.words.keys[at] == name and _is_bound_noun(name) and before not in _TOWNS


@lru_cache(maxsize=1 << 10)
def _is_bound_noun(name: str) -> bool:
    """A town that may be an everyday noun with ب or ل: «بعقوبة»."""
    return name[0] in "بل" and is_listed(name[1:]) and name not in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(map(normalise, entities.nations().values()))


def place_at(scan: Scan, start: int, end: int) -> int:
    """Where the place that begins at `start` ends; 0 where none does."""
    for stop in range(end, start, -1):
        name = " ".join(scan.words.keys[start:stop])
        entry = entities.known().get(name)
        if entry and entry.kind == "place" and name not in entities.HOMONYMS:
            return stop
    return 0
