"""Printed forms: how readers are shown a word that is sought as الرييس, and printed «الرئيس».

The index knows words by their normalised letters. Whoever is offered one, to go on with or in the
place of a slip, is shown the letters that the archive itself prints.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from warraq.arabic.analysis import words_of
from warraq.arabic.normalise import strip_marks

Forms: TypeAlias = Mapping[str, tuple[str, int]]
"""By word its commonest form that is not the word itself, and how often that was seen."""

USUAL: Final = 3
"""One of so many must be printed so: beside a hamza that many leave out, but not كأن for كان."""

_CORE: Final = re.compile(r"[^\W_](?:.*[^\W_])?")
_PLAIN: Final = re.compile("[\u0621-\u063a\u0641-\u064aA-Za-z]+")


def printed_forms(tokens: Mapping[str, int]) -> Forms:
    """The forms in which words are printed, out of what stands between spaces, and how often."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for token, times in tokens.items():
        core = _CORE.search(strip_marks(token))
        if core and _PLAIN.fullmatch(core[0]):
            words = words_of(core[0])
            if len(words) == 1 and len(words[0]) == len(core[0]) and words[0] != core[0]:
                forms[words[0]][core[0]] += times
    return {word: _commonest(found) for word, found in forms.items()}


def usual_forms(parts: Iterable[Forms], counts: Mapping[str, int]) -> Mapping[str, str]:
    """How words are shown, by the forms of an archive's parts and the words' documents in all."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        for word, (form, times) in part.items():
            forms[word][form] += times
    found = {word: _commonest(its) for word, its in forms.items()}
    return {word: form for word, (form, times) in found.items() if times * USUAL >= counts[word]}


def _commonest(found: Counter[str]) -> tuple[str, int]:
    """Of two that are as common the first by code point, whatever was counted first."""
    return min(found.items(), key=lambda form: (-form[1], form[0]))
