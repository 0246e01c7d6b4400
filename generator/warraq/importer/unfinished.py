"""What tells that a line does not end its sentence, or that it goes on with the one above it."""

import re
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer.lexicon import is_function, is_listed, opens_story
from warraq.importer.lines import Line

_GOVERNING_LIST: Final = """
في من إلى على عن مع بين عبر نحو حول ضد دون خلال أثناء منذ حتى تحت فوق أمام خلف ضمن لدى عند داخل
بحسب وفقا طبقا نظرا استنادا خلافا رغم برغم بسبب بهدف بغية بشأن باسم أن إن لأن بأن التي الذي الذين
اللذين والتي والذي وفي ومن وإلى وعلى وعن أو حيث عندما بينما لكن ولكن كما وهو وهي وذلك إذا كي لكي
هذا هذه لهذا لهذه بهذا بهذه وقال وقالت وأضاف وأضافت وتابع وتابعت وأوضح وأوضحت
"""
_GOVERNING: Final = frozenset(map(normalise, _GOVERNING_LIST.split()))
"""Words with which no sentence ends, nor a headline."""
_TIMES: Final = frozenset(("بعد", "قبل"))
_NOT_YET: Final = re.compile(r"\b(?:لم|لما|ليس|ليست|من|ما)\s(?:\S+\s){0,8}(?:بعد|قبل)$")
"""«لم يبدأ بعد», «من قبل»: of these nothing need follow."""
_THAT: Final = frozenset(("أن", "إن", "ان", "بأن", "لأن"))
_ALI: Final = "علي"
"""As `normalise` has «على» too."""
_PERSONS: Final = "يتنا"
"""With which verbs begin."""
_STATION: Final = " تي في"
_BEGINNING_LIST: Final = """
غير لكن كما هنا أما إلا ثم بينما فيما هذا هذه ذلك تلك هناك هكذا كذلك لهذا لذلك
"""
_BEGINNING: Final = frozenset(map(normalise, _BEGINNING_LIST.split()))
"""Function words with which paragraphs begin."""
_MARK: Final = re.compile(r"[،؛,]|\.\s")
_FEW: Final = 4
"""Words with which a quotation begins."""
_OPENS: Final = re.compile(r'(?<!\S)"(?=\S)|[«“]')
_CLOSES: Final = re.compile(r'(?<=\S)"(?!\w)|[»”]')
_GLUED: Final = ("لل", "بال", "كال")
_SHORTEST: Final = 4
"""Letters of a noun and the preposition before it."""


def wants(line: Line) -> bool:
    """It ends in a word that wants another, «الذي يخرج من», or in «أن» and a noun of which nothing
    is said; and in no name, «… تي في», «سامي علي».
    """
    before, last = ("", *line.text.rsplit(" ", 2))[-2:]
    key = normalise(last)
    if line.ends or not key:
        return False
    if last in _TIMES:
        return _NOT_YET.search(line.text) is None
    if key in _GOVERNING:
        return last != _ALI and not line.text.endswith(_STATION)
    return before in _THAT and (key[0] not in _PERSONS or key.startswith("ال"))


def begins_with_mark(line: Line) -> bool:
    """It begins with the comma or the full stop of the sentence above."""
    return _MARK.match(line.text) is not None


def is_quoted_on(line: Line, below: Line) -> bool:
    """A quotation opens in the line and is closed in the one below, between which no sentence ends:
    «إن "اللجنة توصلت إلى أن», «ذلك كله صحيح".». One that begins the line may be a verse.
    """
    if line.ends or line.text[-1] == ":" or not _is_open(line.text):
        return False
    if line.text[0] in '"«“' and line.words > _FEW:
        return False
    first = below.text.partition(" ")[0]
    if first[0] == "و" or opens_story(normalise(first)):
        return False
    closed = _CLOSES.search(below.text)
    opened = _OPENS.search(below.text)
    return closed is not None and (opened is None or closed.start() < opened.start())


def _is_open(text: str) -> bool:
    return text.count('"') % 2 == 1 or any(
        text.count(opening) > text.count(closing) for opening, closing in ("«»", "“”")
    )


def goes_on(line: Line) -> bool:
    """It begins as no paragraph does: with a mark, or with a preposition or the like."""
    first = normalise(line.text.partition(" ")[0])
    if begins_with_mark(line):
        return True
    if not first[:1].isalpha() or first[0] == "و" or first in _BEGINNING or opens_story(first):
        return False
    return is_function(first) or _is_behind_preposition(first)


def _is_behind_preposition(key: str) -> bool:
    """«للحد», «بمركز»: a noun and what clings to it."""
    if len(key) < _SHORTEST:
        return False
    if key.startswith(_GLUED):
        return True
    return key[0] in "لب" and is_listed(key[1:]) and not is_listed(key)
