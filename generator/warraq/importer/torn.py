"""Paragraphs that a program tore at their links and bold words, whole again.

Some ways of taking the text out of a page put each of its elements on a line of its own: «وفتح
الملك», «غوستاف الثاني», «الذي كان في بولندا تحقيقا.». A line that ends no sentence, a few words
below it, and below these one that goes on as no paragraph begins: where that is found several times
the text was torn so, and its lines go on in the next until a sentence ends with its line. As much
as several of these tell a line that begins with a comma, one that ends in a word which wants
another, «الذي يخرج من», three lines together where blank lines part the paragraphs, and a line
that is a verb and nothing else, «أعلنت», above whom it tells of.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import boilerplate, dating, furniture, gazetteer, related
from warraq.importer.lexicon import begins_story, is_function, is_listed, is_verb, opens_story
from warraq.importer.lines import Line
from warraq.importer.unfinished import begins_with_mark, goes_on, is_quoted_on, wants

_LEAST: Final = 3
"""Such places in a text that was torn."""
_WORDS: Final = 5
"""Of the shortest line that is torn from a few words below it."""
_MORE: Final = 3
"""Words that it has more than these: verses are alike."""
_FEW: Final = 4
"""Words of the longest element that may stand in a sentence."""
_ELEMENT: Final = 6
"""As `_FEW`, where three lines stand together."""
_LONG: Final = 8
"""Words of a line that is torn whatever the line below the few words begins with."""
_PARAGRAPH: Final = 15
"""Words of a line that is no heading, and no caption."""
_BEGUN: Final = 30
"""Letters of a beginning that is said again."""
_DASH: Final = re.compile(r"\s[-–—ـ]|[-–—]\s")
_MOSTLY: Final = 0.8
_NEARLY_ALL: Final = 0.9
_SENTENCE: Final = re.compile(r"[.؟!:]\s")
_HALVES: Final = re.compile(r":\s|\.\.|…|\|")
_ASKED: Final = "؟?"
_BARS: Final = "||"
_RIGHTS: Final = "©"
_ACCUSATIVE: Final = "ا"
_AND: Final = "و"
_HE: Final = "ي"
"""With which the present of a verb begins, and few nouns do."""
_THAT: Final = normalise("إن")
_LETTER_ALONE: Final = re.compile(r"\s[أبلكو]$")
"""The rest of its word was a link."""
_NO_CUT: Final = ':"”»)'
_QUOTES: Final = '"«“'
_REST: Final = 12
"""Words of the rest of a sentence that its row has behind a run of spaces."""
_MANY: Final = 6
_PART: Final = 1 / 4
"""Of the lines of a text whose paragraphs were broken, those that were, at least."""
_IN_TURN: Final = 3
"""Of these, one below the other."""
_MOST: Final = 16
"""Lines of a paragraph."""
_TOP: Final = 8
"""Lines among which a headline stands."""
_HEAD: Final = 2
"""Lines of which one may be a lead that its page cut off."""
_GOING_ON: Final = frozenset(
    map(normalise, ("من", "إلى", "عن", "التي", "الذي", "الذين", "أن", "لأن", "حتى", "أو"))
)
"""Function words with which a paragraph seldom begins."""


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text; those that were torn, joined."""
    if len(lines) > _LEAST and all(line.gap for line in lines[1:]):
        # blank lines part all, and tell nothing
        bare = _joined([line._replace(gap=False) for line in lines])
        return tuple(line._replace(gap=True) for line in bare)
    return _joined(lines)


def _joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    places = _places(lines)
    if sum(places.values()) < _LEAST:
        return tuple(lines)  # as nearly all texts
    first = next(i for i, line in enumerate(lines) if line.sentence or i in places)
    more = (at for at in range(len(lines) - 1) if at not in places)
    places |= {at: 0 for at in more if _goes_on_there(lines, at, first)}
    told = Counter(line.key for line in lines)
    alone = [
        at
        for at in places
        if told[lines[at].key] == told[lines[at + 1].key] == 1 and not _is_with_site(lines, at)
    ]
    runs = {at: end for at in alone if (end := _end(lines, at))}  # what comes back is the page's
    if sum(places[at] for at in runs) < _LEAST:
        return tuple(lines)
    found: list[Line] = []
    end = 0
    for at, line in enumerate(lines):
        if at < end:
            space = "" if begins_with_mark(line) else " "
            found[-1] = found[-1].saying(f"{found[-1].text}{space}{line.text}")
        else:
            found.append(line)
            end = runs.get(at, 0)
    return tuple(found)


def _is_with_site(lines: Sequence[Line], at: int) -> bool:
    """It is the headline, and stands once more with its site's name, or without."""
    text = lines[at].text
    others = (line.text for line in lines[:_TOP] if line.words > _FEW and not line.sentence)
    return lines[at].words > _FEW and any(
        text != other and (text in other or other in text) for other in others
    )


def _places(lines: Sequence[Line]) -> dict[int, int]:
    """The lines that were torn from what is below them, each with the weight of what tells so.
    What tells least does only where nearly all paragraphs end as sentences do; and no headline is
    torn from what is below it, for above the first of these paragraphs only what tells most does.
    """
    places = {at for at in range(len(lines) - 1) if _may_be_torn(lines, at)}
    together, broken = set(_together(lines)) | set(_quoted(lines)), set(_broken(lines))
    together |= set(_between_rows(lines))
    if not (places or together or broken):
        return {}  # as most texts
    cut = places | together | broken
    prose = [line for i, line in enumerate(lines) if line.prose and i not in cut]
    marked = sum(line.ends for line in prose) >= _NEARLY_ALL * len(prose)
    first = next((i for i, line in enumerate(lines) if line.sentence or _is_governing(line)), 0)
    found = {at: _weight(lines, at, marked=marked) or int(marked) for at in places}
    found |= dict.fromkeys(broken - places, int(marked)) | dict.fromkeys(together, _LEAST)
    return {at: weight for at, weight in found.items() if weight >= (1 if at >= first else _LEAST)}


def _between_rows(lines: Sequence[Line]) -> Sequence[int]:
    """Where a row of many paragraphs ends in the middle of a sentence, and the next begins with its
    rest, as most rows of such a text do.
    """
    ends = [
        at for at in range(len(lines) - 1)
        if lines[at].piece and lines[at].number != lines[at + 1].number
    ]  # fmt: skip
    found = [
        at
        for at in ends
        if lines[at].words >= _LONG
        and not (lines[at].ends or lines[at].mark or lines[at].text[-1] in _NO_CUT)
        and lines[at + 1].ends
        and not (lines[at + 1].gap or lines[at + 1].mark)
    ]
    return found if len(found) >= _HEAD and 2 * len(found) > len(ends) else ()


def _quoted(lines: Sequence[Line]) -> Iterator[int]:
    """Where a quotation was torn; and the line above, where it is but the quotation's first words
    that stand between the two.
    """
    for at in range(len(lines) - 1):
        line, below = lines[at : at + 2]
        if line.mark or below.mark or below.gap:
            continue
        if not (is_quoted_on(line, below) or _waits_for_quotation(line, below)):
            continue
        yield at
        above = lines[at - 1] if at else line
        if line.words <= _FEW and not (above.ends or line.gap) and above.words > _LONG:
            yield at - 1


def _waits_for_quotation(line: Line, below: Line) -> bool:
    """«وطالب العمري البلدية», «"بتحمل مسؤولياتها".»."""
    opens = line.text[0] == _AND and not line.ends and below.text[0] in _QUOTES
    return opens and line.text[-1] not in _NO_CUT and goes_on(below.saying(below.text[1:]))


def _first(line: Line) -> str:
    """The key of its first word; '' where that has no letters."""
    return normalise(line.text.partition(" ")[0])


def _broken(lines: Sequence[Line]) -> Sequence[int]:
    """Long lines that end no sentence, above one that does not begin as paragraphs do: where these
    are many, and a good part of all lines, something broke the paragraphs, whatever words with.
    """
    found = [at for at in range(len(lines) - 1) if _may_be_broken(lines[at], lines[at + 1])]
    return found if len(found) >= max(_MANY, len(lines) * _PART) else ()


def _may_be_broken(line: Line, below: Line) -> bool:
    if line.words <= _LONG or line.ends or line.text[-1] in _NO_CUT or line.mark or below.gap:
        return False
    if not (below.ends or below.words > _LONG) or below.mark or _DASH.search(line.text):
        return False
    first = _first(below)
    return first[:1].isalpha() and first[:1] != _AND and not opens_story(first)


def _end(lines: Sequence[Line], at: int) -> int:
    """The index below the sentence that begins here and was torn; 0 where none was. A menu's words
    stand below one another, those of a sentence between longer pieces of it.
    """
    few = 0
    for end in range(at + 1, min(len(lines), at + _MOST)):
        line = lines[end]
        if line.text == _AND:
            continue
        few = few + 1 if line.words <= _FEW else 0
        if few > _IN_TURN or line.gap or (end > at + 1 and line.prose and begins_story(line.text)):
            return 0  # as above a story of its own
        if line.ends or line.text[-1] == ":" or _stands_above_paragraph(lines, end):
            return end + 1
    return 0


def _stands_above_paragraph(lines: Sequence[Line], at: int) -> bool:
    """A long line that has lost its stop, as the next one begins a paragraph."""
    line, *below = lines[at : at + 2]
    if line.words <= _LONG or not below or not below[0].prose or wants(line):
        return False
    return below[0].text[0] == _AND or begins_story(below[0].text)


def _may_be_torn(lines: Sequence[Line], at: int) -> bool:
    """A line that ends no sentence, and a few words below it that end none; or any line below one
    that wants a word.
    """
    line, inner = lines[at : at + 2]
    if line.ends or inner.gap or line.mark or inner.mark or related.is_link(line.text):
        return False
    if _is_no_sentence(line.text):
        return False
    if _is_verb_alone(lines, at):
        return True
    joins = line.text[0] == _AND  # it goes on from the paragraph above
    if (line.words < _WORDS and not joins) or _is_headline_again(line, lines[at + 1 : at + 3]):
        return False
    cut = _wants(lines, at) or _is_cut(line, inner) or _is_above_rest(lines, at)
    return cut and not _is_said_again(lines, at)


def _is_no_sentence(text: str) -> bool:
    """What just happened, as it runs over a page; or whose a picture is."""
    return _BARS in text or text[0] == _RIGHTS


def _is_above_rest(lines: Sequence[Line], at: int) -> bool:
    """Below a few words, or more of them above a comma, the sentence goes on."""
    line, inner = lines[at : at + 2]
    rest = next((rest for rest in lines[at + 2 : at + 3] if not rest.gap), None)
    if rest is None or inner.ends or line.text[-1] in _NO_CUT or _is_of_page(inner.text):
        return False
    if begins_with_mark(rest):
        return inner.words <= _LONG
    few = _FEW if line.text[0] == _AND else min(_FEW, line.words - _MORE)
    return inner.words <= few and _is_rest(line, rest)


def _is_of_page(text: str) -> bool:
    """A number, a day, a label of links, or what leads elsewhere: no words of a sentence."""
    if text.isdigit() or related.is_link_label(text) or boilerplate.marks_tail(text):
        return True
    return dating.read(text, date.max) is not None


def _is_verb_alone(lines: Sequence[Line], at: int) -> bool:
    """A line that is the verb of a sentence, and no button: below it a few words, and a paragraph
    that has no verb of its own in front, or one that goes on.
    """
    line, below = lines[at : at + 2]
    if line.words > 1 or furniture.asks(line.text):
        return False
    joins = line.text[0] == _AND
    verb = normalise(line.text)[joins:]
    if not verb or not (opens_story(verb) or (verb[0] == _HE and is_verb(verb))):
        return False
    if not joins and at and not lines[at - 1].ends:
        return False
    if below.prose:
        return goes_on(below) or (joins and not _begins_with_verb(below))
    rest = _rest(lines, at)
    first = _first(rest) if rest else ""
    return first != "" and not (opens_story(first) or is_verb(first))


def _begins_with_verb(line: Line) -> bool:
    first = _first(line)
    return first[:1] == _AND or opens_story(first) or is_verb(first)


def _rest(lines: Sequence[Line], at: int) -> Line | None:
    """The paragraph below the few words of a link or two that stand below a line."""
    for below in range(at + 1, min(at + 2 + _IN_TURN, len(lines))):
        line = lines[below]
        if line.gap or line.mark or (below > at + 1 and line.prose):
            return line if line.prose and not line.gap else None
        if line.words > _ELEMENT or line.ends:
            return None
    return None


def _goes_on_there(lines: Sequence[Line], at: int, first: int) -> bool:
    """In a text that was torn elsewhere: the line below goes on, however few words say so. Above
    the `first` sentence may be a headline and who wrote.
    """
    line, below = lines[at : at + 2]
    if line.ends or below.gap or line.mark or below.mark or line.text[-1] == ":":
        return False
    if below.text[-1] in _ASKED or _is_no_sentence(line.text) or related.is_link(line.text):
        return False
    if wants(line) or _LETTER_ALONE.search(line.text):
        return begins_with_mark(below) or not begins_story(below.text)
    told = line.text[0] == _AND or begins_story(line.text)
    if at >= first:
        return _goes_on_inside(lines, at, told=told)
    named = gazetteer.is_person(below.text) or any(map(str.isdigit, below.text))
    return begins_with_mark(below) or (not named and _is_above_more(lines, at, sure=told))


def _goes_on_inside(lines: Sequence[Line], at: int, *, told: bool) -> bool:
    line, below = lines[at : at + 2]
    if begins_with_mark(below) or line.is_open or below.text[0] == "(":
        return True
    told = told or line.words >= _LONG
    if told and goes_on(below):
        return True
    return _is_actor(line, below) or _is_above_more(lines, at, sure=told)


def _is_actor(line: Line, below: Line) -> bool:
    """A few words, and below them what these did."""
    return line.words <= _ELEMENT and below.prose and _lacks_subject(below)


def _lacks_subject(line: Line) -> bool:
    """A verb, and right behind it no noun but one that it governs: «قال في», «شهد إقبالا»."""
    verb, noun, *_ = map(normalise, (*line.text.split(" ", 2), ""))
    governed = noun.endswith(_ACCUSATIVE) and is_listed(noun.removesuffix(_ACCUSATIVE))
    return opens_story(verb) and (governed or is_function(noun))


def _is_above_more(lines: Sequence[Line], at: int, *, sure: bool) -> bool:
    """Below are the few words of a link, and below these the sentence goes on; where it is sure
    that one begins here, nothing need say so.
    """
    line, rest = lines[at], _rest(lines, at)
    if rest is None:
        return False
    if goes_on(rest):
        return sure or line.words >= _WORDS
    first = _first(rest)
    return sure and not (first[:1] == _AND or opens_story(first) or is_function(first))


def _is_headline_again(line: Line, below: Iterable[Line]) -> bool:
    """One of these is the line above without its site's name."""
    return any(other.text in line.text and other.words > _FEW for other in below)


def _is_cut(line: Line, below: Line) -> bool:
    """A paragraph that ends in the middle of a sentence, and below it one that ends one, or is as
    long, and does not begin as paragraphs do: with a verb, «و», a sentence of its own.
    """
    if line.words < _PARAGRAPH or line.ends or line.text[-1] in _NO_CUT:
        return False
    if not (below.ends or below.words >= _PARAGRAPH):
        return False
    if _SENTENCE.split(line.text)[-1].count(" ") < _ELEMENT:
        return False  # a heading is glued to it
    if _DASH.search(line.text):
        return False  # a headline and its site
    first = _first(below)
    if is_function(first):
        return first in _GOING_ON
    return first[:1].isalpha() and first[:1] != _AND and not (opens_story(first) or _begins(below))


def _is_rest(line: Line, rest: Line) -> bool:
    """It goes on where a line, and a few words below that, were torn off."""
    if _is_headline(line):
        return False
    part = line.words >= _LONG or line.text[0] == _AND  # no heading
    if line.words < _WORDS and not rest.prose:
        return False  # verses are as short
    return goes_on(rest) or (part and rest.prose)


def _together(lines: Sequence[Line]) -> Iterator[int]:
    """Where a long line that ends no sentence, a few words and the rest stand together, in a text
    of which blank lines part nearly all paragraphs.
    """
    prose = [line for line in lines[1:] if line.prose]
    if sum(line.gap for line in prose) < _MOSTLY * len(prose):
        return
    for at in range(len(lines) - 2):
        line, inner, rest = lines[at : at + 3]
        if line.words < _PARAGRAPH or line.ends or not (rest.prose and rest.ends):
            continue
        if _is_headline_again(line, (rest,)):
            continue
        if inner.words <= _ELEMENT and not (inner.gap or rest.gap or inner.ends or rest.mark):
            yield at


def _is_headline(line: Line) -> bool:
    """What parts it in two is a headline's, and a sentence is longer."""
    return line.words < _PARAGRAPH and _HALVES.search(line.text) is not None


def _begins(line: Line) -> bool:
    """A story begins with it, or its dateline: what is above it was cut off. A whole sentence goes
    on from nothing, but for one that begins with a noun which another defines.
    """
    whole = line.prose and line.ends and not line.text.startswith("ال")
    return whole or begins_story(line.text) or _DASH.search(line.text) is not None


def _is_said_again(lines: Sequence[Line], at: int) -> bool:
    """The text begins with these words below its beginning, which was cut off."""
    begun = lines[at].key[:_BEGUN]
    return any(line.key.startswith(begun) for line in lines[at + 1 :])


def _weight(lines: Sequence[Line], at: int, *, marked: bool) -> int:
    if _wants(lines, at) or _is_verb_alone(lines, at):
        return _LEAST
    if _is_cut(lines[at], lines[at + 1]):
        below = lines[at + 1]
        piece = below.piece and below.number == lines[at].number and below.words <= _REST
        return _LEAST if piece and marked else 0
    rest = lines[at + 2]
    if begins_with_mark(rest):
        return _LEAST
    alone = lines[at].words >= _PARAGRAPH and lines[at + 1].words == 1  # a heading seldom is
    twice = marked and lines[at].words >= _LONG  # its stop would be lost, and that of no other
    return int(goes_on(rest)) * (1 + twice) + 2 * alone


def _wants(lines: Sequence[Line], at: int) -> bool:
    """The line ends in a word or a comma behind which its sentence goes on, and the one below does
    not begin as a story or, where this may be a lead that was cut off, as a sentence does.
    """
    line, below = lines[at : at + 2]
    if _is_open(line, below):
        return True
    if line.text[0] == _AND and (_lacks_subject(below) or not begins_story(below.text)):
        return below.text[0] != _AND and wants(line)  # no lead begins so
    begins = _begins(below) if at < _HEAD else begins_story(below.text) or below.text[0] == _AND
    return _is_governing(line) and not begins


def _is_open(line: Line, below: Line) -> bool:
    """A comma ends the line, and the one below, which ends a sentence, begins as none does, or with
    a noun; or with the verb for which a line waits that says but where or when.
    """
    if not (line.is_open and below.ends and below.prose):
        return False
    if line.words >= _WORDS and is_function(_first(line).removeprefix(_AND)):
        return begins_story(below.text) or _is_open_noun(line, below)
    return _is_open_noun(line, below)


def _is_open_noun(line: Line, below: Line) -> bool:
    if line.words < _PARAGRAPH and not (line.words >= _LONG and begins_story(line.text)):
        return False
    first = _first(below)
    if is_function(first):
        return first in _GOING_ON or first == _THAT
    return first.isalpha() and first[0] != _AND and not (begins_story(below.text) or is_verb(first))


def _is_governing(line: Line) -> bool:
    """It ends in a word that wants another, and is no verse: too long, or a sentence's second."""
    return (line.words >= _LONG or line.text[0] == _AND) and wants(line)
