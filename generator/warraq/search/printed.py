"""Printed forms: how readers are shown a word that is sought as الرييس, and printed «الرئيس».

The index knows words by their normalised letters. Whoever is offered one, to go on with or in the
place of a slip, is shown the letters that the archive itself prints.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from warraq.arabic.normalise import normalise, strip_marks

Forms: TypeAlias = Mapping[str, tuple[str, int]]
"""By word its commonest form that is not the word itself, and how often that was seen."""

USUAL: Final = 3
"""One of so many must be printed so: beside a hamza that many leave out, but not كأن for كان."""

_FOLDED: Final = re.compile("[آأإؤئةىA-Z]")
"""One of these is in every form that is not the word itself, but for marks."""
_FORM: Final = re.compile("[\u0621-\u063a\u0641-\u064aA-Za-z]+")
_SIGNS: Final = "«»()[]{}\"'“”‘’.,:;!?،؛؟…-–—/*"


def printed_words(line: str) -> list[str]:
    """What stands between the spaces of a line, in order, without the signs around it."""
    return [token.strip(_SIGNS) for token in line.split(" ")]


def printed_forms(printed: Mapping[str, int]) -> Forms:
    """The forms of words, out of what is printed (`printed_words`), and in how many documents."""
    return _commonest(_seen(printed))


def _seen(printed: Mapping[str, int]) -> Iterator[tuple[str, str, int]]:
    for token, times in printed.items():
        if not _FOLDED.search(token):
            continue
        form = token if _FORM.fullmatch(token) else strip_marks(token)
        word = normalise(form) if _FORM.fullmatch(form) else form
        if word != form and len(word) == len(form):
            yield word, form, times


def usual_forms(parts: Iterable[Forms], counts: Mapping[str, int]) -> Mapping[str, str]:
    """How words are shown, by the forms of an archive's parts and the words' documents in all."""
    found = _commonest((word, *form) for part in parts for word, form in part.items())
    return {word: form for word, (form, times) in found.items() if times * USUAL >= counts[word]}


def _commonest(seen: Iterable[tuple[str, str, int]]) -> Forms:
    """Of each word the form that was seen most often; of two the first by code point."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word, form, times in seen:
        forms[word][form] += times
    return {
        word: min(found.items(), key=lambda form: (-form[1], form[0]))
        for word, found in forms.items()
    }
