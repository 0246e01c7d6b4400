"""Paragraphs that a program tore at their links and bold words, whole again.

Some ways of taking the text out of a page put each of its elements on a line of its own: «وفتح
الملك», «غوستاف الثاني», «الذي كان في بولندا تحقيقا.». A line that ends no sentence, a few words
below it, and below these one that goes on as no paragraph begins: where that is found several times
the text was torn so, and its lines go on in the next until a sentence ends with its line. A line
that begins with a comma tells as much as several of these.
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
_LONG: Final = 8
"""Words of a line that is torn whatever the line below the few words begins with."""
_NEARLY_ALL: Final = 0.9
_COMMAS: Final = "،؛,"
_IN_TURN: Final = 2
"""Of these, one below the other."""
_MOST: Final = 16
"""Lines of a paragraph."""


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text; those that were torn, joined."""
    places = _places(lines)
    if sum(places.values()) < _LEAST:
        return tuple(lines)  # as nearly all texts
    told = Counter(line.key for line in lines)
    alone = [at for at in places if told[lines[at].key] == told[lines[at + 1].key] == 1]
    runs = {at: end for at in alone if (end := _end(lines, at))}  # what comes back is the page's
    if sum(places[at] for at in runs) < _LEAST:
        return tuple(lines)
    found: list[Line] = []
    end = 0
    for at, line in enumerate(lines):
        if at < end:
            space = "" if line.text[0] in _COMMAS else " "
            found[-1] = found[-1].saying(f"{found[-1].text}{space}{line.text}")
        else:
            found.append(line)
            end = runs.get(at, 0)
    return tuple(found)


def _places(lines: Sequence[Line]) -> dict[int, int]:
    """The lines that were torn from what is below them, each with the weight of what tells so.
    What tells least does only where nearly all paragraphs end as sentences do.
    """
    found = {at: _weight(lines, at) for at in range(len(lines) - 2) if _may_be_torn(lines, at)}
    if not found:
        return {}  # as most texts
    prose = [i for i, line in enumerate(lines) if line.prose and i not in found]
    marked = sum(lines[i].ends for i in prose) >= _NEARLY_ALL * len(prose)
    weak = int(marked)
    return {at: weight or weak for at, weight in found.items() if weight or weak}


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


def _may_be_torn(lines: Sequence[Line], at: int) -> bool:
    """A line that ends no sentence, and a few words below it that end none."""
    line, inner, rest = lines[at : at + 3]
    if line.words < max(_WORDS, inner.words + _MORE) or inner.words > _FEW:
        return False
    if line.ends or inner.ends or inner.gap or rest.gap or line.text[-1] == ":":
        return False
    return rest.text[0] in _COMMAS or _goes_on(rest) or (line.words >= _LONG and rest.prose)


def _weight(lines: Sequence[Line], at: int) -> int:
    rest = lines[at + 2]
    return _LEAST if rest.text[0] in _COMMAS else int(_goes_on(rest))


def _goes_on(line: Line) -> bool:
    """It begins as no paragraph does."""
    first = normalise(line.text.partition(" ")[0])
    return first[:1] != "و" and is_function(first)
