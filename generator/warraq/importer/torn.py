"""Paragraphs that a program tore at their links and bold words, whole again.

Some ways of taking the text out of a page put each of its elements on a line of its own: «وفتح
الملك», «غوستاف الثاني», «الذي كان في بولندا تحقيقا.». A line that ends no sentence, a few words
below it, and below these one that goes on as no paragraph begins: where that is found several times
the text was torn so, and its lines go on in the next until a sentence ends with its line.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer.lexicon import is_function
from warraq.importer.lines import Line

_LEAST: Final = 3
"""Such places in a text that was torn."""
_WORDS: Final = 5
"""Of the shortest line that is torn from a few words below it."""
_MORE: Final = 3
"""Words that it has more than these: verses are alike."""
_FEW: Final = 4
"""Words of the longest element that may stand in a sentence."""
_IN_TURN: Final = 2
"""Of these, one below the other."""
_MOST: Final = 16
"""Lines of a paragraph."""


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text; those that were torn, joined."""
    places = [at for at in range(len(lines) - 2) if _is_torn(lines, at)]
    told = Counter(line.key for line in lines) if len(places) >= _LEAST else Counter[str]()
    places = [at for at in places if told[lines[at + 1].key] == 1]  # what comes back is the page's
    runs = {at: end for at in places if (end := _end(lines, at))}
    if len(runs) < _LEAST:
        return tuple(lines)  # as nearly all texts
    found: list[Line] = []
    end = 0
    for at, line in enumerate(lines):
        if at < end:
            found[-1] = found[-1].saying(f"{found[-1].text} {line.text}")
        else:
            found.append(line)
            end = runs.get(at, 0)
    return tuple(found)


def _end(lines: Sequence[Line], at: int) -> int:
    """The index below the sentence that begins here and was torn; 0 where none was. A menu's words
    stand below one another, those of a sentence between longer pieces of it.
    """
    few = 0
    for end in range(at + 1, min(len(lines), at + _MOST)):
        line = lines[end]
        few = few + 1 if line.words <= _FEW else 0
        if few > _IN_TURN or line.gap:
            return 0
        if line.ends or line.text[-1] == ":":
            return end + 1
    return 0


def _is_torn(lines: Sequence[Line], at: int) -> bool:
    line, inner, rest = lines[at : at + 3]
    if line.words < max(_WORDS, inner.words + _MORE) or inner.words > _FEW:
        return False
    if line.ends or inner.ends:
        return False
    if inner.gap or rest.gap or line.text[-1] == ":":
        return False
    first = normalise(rest.text.partition(" ")[0])
    return first[:1] != "و" and is_function(first)
