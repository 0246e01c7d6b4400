"""Sub-headings that nothing marks but their shape."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from warraq.importer import gazetteer, imprint, opening, words
from warraq.importer.lines import Line, key
from warraq.importer.unfinished import wants

_MOST_WORDS: Final = 8
_LEAST_BELOW: Final = 12
_MOST_IN_TURN: Final = 14
"""Words of a headline in a round-up."""
_HEADLINE_WORDS: Final = range(4, 17)
_PARAGRAPHS: Final = 2
"""Between two lines that take turns with paragraphs, at most."""
_TURNS: Final = 3
_LONGEST_OF_CHECK: Final = 24
_LONGER: Final = range(_MOST_WORDS + 1, 17)
"""Words of a heading of which what follows it speaks."""
_LONGER_BELOW: Final = 6
_NEAR: Final = 2
_SAID: Final = 0.6
_MORE: Final = 0.15
_NO_HEADING: Final = ':،,؛;»”")'
_QUOTED_LAST: Final = re.compile(
    r"[^\"«“»”]+\s(?:[بلكوف]\S{0,3})?[\"«“][^\"«“»”\s]+(?:\s[^\"«“»”\s]+)?[\"»”]"
)
_SHORTEST: Final = 3
"""Characters of a heading: «غزة»."""
_ASKS: Final = re.compile(r"[؟?]$|^[\"“«].*[؟?][\"”»]$")
_ASKS_TWICE: Final = re.compile(r"[؟?]\s+\w")
_STOPS_INSIDE: Final = re.compile(r"[^\W\d]{3,}\.\s+[^\W\d]{2,}")
_NO_END: Final = re.compile(r"[،,؛;…]$|\.$")
_LEAD_IN: Final = re.compile(
    r"(?:يلي|التالي|التالية|الآتي|الآتية|كالتالي|كالآتي|قال|قالت|قائلا|قائلة|قوله|قولها|بقوله|بقولها|أضاف|أضافت|وأضاف|وقال|وقالت|تابع|وتابع|"
    r"أوضح|وأوضح|منها|أبرزها|أهمها|وهي|وهم|هي|نصه|النص|وبعد|أما بعد)\s*:[ـ-]*$"
)
_ITEM: Final = re.compile(r"[-–—•*·▪◦●◗►▶■◆♦➢➤✔]|\d+\s*[-.)](?!\d)|[أ-ي]\s*[-)]|(?:س|ج)\s*[:/]")
_NUMBER: Final = re.compile(r"(\d{1,2})\s*[-.)]")
_HOUR: Final = re.compile(r"\d{1,2}:\d\d(?:\s(?:ص|م|صباحا|صباحًا|مساء|مساءً|ظهرا|ظهرًا))?")
_LONGEST_HOUR: Final = 12
_LONGEST_SPEAKER: Final = 33
_SPEAKER: Final = re.compile(r"(?P<name>[^\s:،.؟][^:،.؟]{1,30}?)\s?:\s\S")
_FACTS: Final = 3
_FACT_WORDS: Final = 12
_SCORE: Final = r"(?:\d{1,3}|صفر)"
_FACT: Final = re.compile(
    r"[^\s\d:.،«\"][^:.؟!«\"]{1,40}\s?: ?[^\s:][^:]*|"
    rf"[^\W\d][^:.]*?\s{_SCORE}\s?[-–—:]\s?{_SCORE}\W*|"
    rf"[^\W\d][^:.]*?\s{_SCORE}\s?[-–—:]\s?{_SCORE}\s[^\W\d][^:.]*"
)
_OF_CHECKS: Final = frozenset(
    map(
        key,
        (
            "الادعاء",
            "التحقق",
            "الخلاصة",
            "النتيجة",
            "المصادر",
            "الحقيقة",
            "التقييم",
            "الخبر المتداول",
            "الادعاء المتداول",
            "تحقيق مسبار",
            "تحقيق فتبينوا",
            "مصادر التحقق",
            "نتيجة التحقق",
        ),
    )
)
"""Under which those who check facts tell what they found."""
_OF_RECIPES: Final = frozenset(
    map(
        key,
        (
            *("المقادير", "المكونات", "المواد المطلوبة", "طريقة التحضير", "طريقة العمل", "التحضير"),
            *("الطريقة", "خطوات التحضير", "طريقة الإعداد", "طريقة التقديم"),
        ),
    )
)
"""Of the parts of a recipe."""
_OF_PART: Final = re.compile(r"(?:مقادير|مكونات|طريقة (?:عمل|تحضير|[إا]عداد))\s\w+(?:\s\w+)?\s?:?")
_STAR: Final = re.compile(r"\*{1,2}\s*(?P<text>[^*\s].*)(?<!\*)$")
_CLOSED: Final = re.compile(r"[.،؛:]$|^(?:ما|من|هل|كيف|لماذا|متى|أين|كم)\s(?:\S+\s){5,}\S+؟$")
"""No heading; and what an interview asks."""
_STARRED: Final = 11
"""Words of a heading with two stars before it, and the stars."""
_CONJOINED: Final = re.compile(
    r"و(?!(?:ماذا|كيف|لماذا|أين|هل|متى|ما)\b.*؟$|زار|زير|ثيق|سائل|سيل|فا|اقع|رش|ضع|عود|قف|جه|حد|صول|لاد|كال|الد|رق|طن|ظائف|ظيف)|"
    r"ف(?:قال|أضاف|ي|من|هم|هي|هو)\b"
)
"""«و» and «ف» that join a sentence to the one before it; the nouns that begin so are left out."""

_EXCLAIMED: Final = re.compile(r"(?:\.\.|…)\W*$|^(?:بل|يا|آه)\b")
"""As a writer exclaims amid what he tells."""
_OFFICE: Final = re.compile(r"\S\s?[،,]\s|\s[-–—]\s")
_QUOTATION: Final = re.compile(r"""["“«'].*["”»']|.*[.،]["”»]""")
"""All of the line; or its last words."""
_ADDRESS: Final = re.compile(
    r"[!-~]*|[a-z][ -~]*|[\W\d_]*|.*(?:https?://|\bwww\.|\bpic\.(?:twitter|x)\.com/|(?<!\S)@\w).*"
)
"""One Latin word, such as an address or an identifier; more in small letters, as an account's name;
no word at all; or any with an address among them, as in a post."""


def find(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the sub-headings among the lines of a body.

    At most eight words and no end mark; a paragraph, clearly longer, or a list follows; a
    paragraph, not another such line, precedes. So the first and the last line are none, nor is any
    of a run. Lines that take turns with paragraphs may be longer, and marked or numbered.
    """
    found = _alone(lines) | _in_turn(lines) | _spoken(lines) | _standing(lines)
    found |= _datelined(lines) | _hours(lines)
    return frozenset(found | _placed_alike(lines, found))


def _closes(text: str) -> bool:
    """It ends as no heading does: in what announces or goes on, in brackets or in a quotation, but
    for a few words quoted at the end: «… بالتصرف كـ"الفاشيين"».
    """
    return text[-1] in _NO_HEADING and _QUOTED_LAST.fullmatch(text) is None


def _datelined(lines: Sequence[Line]) -> set[int]:
    """The headlines of a round-up, two or more: each below a sentence, or the first of all, and
    above a paragraph that begins with its own dateline, a place and whose the story is.
    """
    found = {
        at
        for at in range(len(lines) - 1)
        if lines[at].words in _HEADLINE_WORDS
        and not (lines[at].ends or lines[at].mark or is_item(lines[at].text))
        and lines[at].text[-1] not in _NO_HEADING
        and (at == 0 or lines[at - 1].ends)
        and lines[at + 1].prose
        and _has_dateline(lines[at + 1].text)
    }
    return found if len(found) >= _NEAR else set()


def _hours(lines: Sequence[Line]) -> set[int]:
    """Of what is told as it happens the hours, three or more, each above what happened then."""
    found = {
        at
        for at in range(len(lines) - 1)
        if len(lines[at].text) <= _LONGEST_HOUR
        and _HOUR.fullmatch(lines[at].text)
        and lines[at + 1].ends
        and not _HOUR.match(lines[at + 1].text)
    }
    return found if len(found) >= _TURNS else set()


def _placed_alike(lines: Sequence[Line], found: set[int]) -> set[int]:
    """Lines without end mark, however long, that stand as several headings of the text do: a blank
    line parts each from what is above it, and none from the paragraph below.
    """
    if sum(_is_set_apart(lines, at) for at in found) < _TURNS:
        return set()
    return {
        at
        for at in range(len(lines) - 1)
        if _is_set_apart(lines, at)
        and lines[at].words < lines[at + 1].words
        and not (lines[at].ends or lines[at].mark or _NO_END.search(lines[at].text))
        and not (_announces(lines[at]) or is_item(lines[at].text))
    }


def _is_set_apart(lines: Sequence[Line], at: int) -> bool:
    below = lines[at + 1]
    return lines[at].gap and not below.gap and below.prose and below.ends


def _has_dateline(paragraph: str) -> bool:
    told = opening.read(paragraph)
    return told is not None and told.place != "" and told.source != ""


def _standing(lines: Sequence[Line]) -> set[int]:
    """What heads a part of every text of its kind, wherever it stands: of a recipe two or more, and
    what those who check facts begin with.
    """
    recipe = {at for at in range(len(lines) - 1) if is_of_recipe(lines[at].text)}
    first = {0} if len(lines) > 1 and is_of_check(lines[0].text) else set()
    return first | (recipe if len(recipe) > 1 else set())


def _alone(lines: Sequence[Line]) -> set[int]:
    told, talk = facts(lines), _turns_of_talk(lines)
    return {
        index
        for index in range(1, len(lines) - 1)
        if index not in told
        and index not in talk
        and (_heads(lines[index]) or _is_starred(lines, index))
        and not _names_a_writer(lines[index].text, lines[index + 1].text)
        and not _names_a_speaker(lines[index].text, lines[index - 1].text)
        and (
            _is_paragraph(lines[index + 1], lines[index].words)
            or _is_list(lines[index + 1 : index + 4], lines[index])
            or index + 1 in told
        )
        and (
            lines[index - 1].ends
            or lines[index - 1].words >= _LEAST_BELOW
            or _stands_below_list(lines, index)
        )
    }


def _turns_of_talk(lines: Sequence[Line]) -> frozenset[int]:
    """What somebody says in a talk: his name stands before it in several lines, and he asks."""
    named = {
        index: match["name"]
        for index, line in enumerate(lines)
        if ":" in line.text[:_LONGEST_SPEAKER] and (match := _SPEAKER.match(line.text))
    }
    if len(named) < _NEAR:
        return frozenset()  # as in most texts
    often = Counter(named.values())
    asking = {name for index, name in named.items() if lines[index].text[-1] in "؟?"}
    return frozenset(i for i, name in named.items() if often[name] >= _NEAR and name in asking)


def _stands_below_list(lines: Sequence[Line], index: int) -> bool:
    """Two items stand above, and a blank line, or a list below."""
    above = lines[max(0, index - _NEAR) : index]
    items = len(above) == _NEAR and all(is_item(line.text) for line in above)
    return items and (lines[index].gap or _is_list(lines[index + 1 : index + 4], lines[index]))


def _in_turn(lines: Sequence[Line]) -> set[int]:
    """Lines without end mark, three or more, with a sentence or two below each and nothing else
    among them: the headlines of a round-up, the points of a list that is told at length.
    """
    found: set[int] = set()
    run: list[int] = []
    short = [
        index
        for index in range(len(lines) - 1)
        if lines[index].words <= _MOST_IN_TURN and lines[index].words + 2 < lines[index + 1].words
    ]
    if len(short) < _TURNS:
        return found  # as in most texts
    for index in short:
        if not _takes_turns(lines, index):
            continue
        if run and not _is_next(lines, run[-1], index):
            run = []
        run.append(index)
        if len(run) >= _TURNS:
            found.update(run)
    return found


def _spoken(lines: Sequence[Line]) -> set[int]:
    """Longer lines without end mark between paragraphs, most of whose words those below say, and
    those above far fewer: so they head what follows, and no link to another story does.
    """
    return {
        index
        for index in range(1, len(lines) - 1)
        if lines[index].words in _LONGER
        and lines[index - 1].ends
        and lines[index + 1].ends
        and lines[index + 1].words >= lines[index].words + _LONGER_BELOW
        and not (lines[index].ends or lines[index].mark or is_item(lines[index].text))
        and not _closes(lines[index].text)
        and not _names_a_speaker(lines[index].text, lines[index - 1].text)
        and _is_said_below(lines, index)
    }


def _is_said_below(lines: Sequence[Line], index: int) -> bool:
    said = words.stems(lines[index].text)
    above = words.stems(*(line.text for line in lines[max(0, index - _NEAR) : index]))
    below = words.stems(*(line.text for line in lines[index + 1 : index + 1 + _NEAR]))
    more = len(said & below) - len(said & above)
    return len(said & below) >= _SAID * len(said) and more > _MORE * len(said)


def _takes_turns(lines: Sequence[Line], index: int) -> bool:
    line, below = lines[index], lines[index + 1]
    text = line.text
    after = index == 0 or lines[index - 1].ends or _announces(lines[index - 1])
    return (
        after
        and below.ends
        and _is_paragraph(below, line.words)
        and (not line.ends or _asks_in_turn(text))
        and not (_announces(line) or _NO_END.search(text) or _ADDRESS.fullmatch(text))
        and not (_CONJOINED.match(text) or imprint.is_hash_tags(text))
        and not _names_a_writer(text, below.text)
        and not (index and _names_a_speaker(text, lines[index - 1].text))
    )


def _asks_in_turn(text: str) -> bool:
    """A number stands before what it asks: «2. وما المقصود بالقمر العملاق؟»."""
    return text[-1] in "؟?" and _NUMBER.match(text) is not None


def _is_next(lines: Sequence[Line], above: int, index: int) -> bool:
    """Two paragraphs stand between the two, at most; or any, if they are numbered. A number that is
    left out was lost with its line, as programs lose some.
    """
    one, other = (_NUMBER.match(lines[at].text) for at in (above, index))
    numbered = one and other and int(one[1]) != int(other[1])
    near = numbered or index - above <= _PARAGRAPHS + 1
    return bool(near) and all(line.ends for line in lines[above + 1 : index])


def _names_a_writer(text: str, below: str) -> bool:
    """A person of whom the paragraph below does not speak wrote it, or is in a lost picture."""
    last = text.rsplit(maxsplit=1)[-1]
    return gazetteer.is_person(text) and last not in below and last[0] != "و"


def _names_a_speaker(text: str, above: str) -> bool:
    """Whose words the quotation above is, and his office."""
    named = _OFFICE.search(text) or gazetteer.is_person(" ".join(text.split()[:2]))
    return bool(named) and _QUOTATION.fullmatch(above) is not None


def is_item(text: str) -> bool:
    """The text begins with the mark or the number of a list's item; «*bold*» ends in it too."""
    return _ITEM.match(text) is not None and not (text[0] == "*" and text[-1] == "*")


def _heads(line: Line) -> bool:
    text = line.text
    if line.mark in ("item", "quote") or line.words > _MOST_WORDS:
        return False
    if len(text) < _SHORTEST or key(text) == "" or _NO_END.search(text) or is_item(text):
        return False
    if _ASKS_TWICE.search(text) or _ADDRESS.fullmatch(text) or imprint.is_hash_tags(text):
        return False
    if gazetteer.is_agency(text.strip("()[] ")) or _STOPS_INSIDE.search(text) or wants(line):
        return False
    if text.rstrip("ـ-").endswith(":"):
        told = _LEAD_IN.search(text) or _CONJOINED.match(text)
        return not told if line.words > 1 else key(text) in _OF_CHECKS
    exclaims = text[-1] == "!" and not (_CONJOINED.match(text) or _EXCLAIMED.search(text))
    return not line.ends or _ASKS.search(text) is not None or exclaims


def _is_starred(lines: Sequence[Line], index: int) -> bool:
    """A star before a few words that ask nothing, and below a paragraph that is no item: it is
    neither a list's nor an interview's. Two stars are Markdown's mark of bold letters.
    """
    match = _STAR.match(lines[index].text)
    if match and lines[index].text.startswith("**"):
        return lines[index].words <= _STARRED and not _CLOSED.search(match["text"])
    if match is None or is_item(lines[index + 1].text) or is_item(lines[index - 1].text):
        return False
    bare = lines[index].saying(match["text"])
    return not bare.ends and _heads(bare)


def is_of_check(text: str) -> bool:
    """What heads a part of every text of those who check facts: «الادعاء», «الخبر المتداول»."""
    return len(text) < _LONGEST_OF_CHECK and key(text) in _OF_CHECKS


def is_of_recipe(text: str) -> bool:
    """«المقادير», «طريقة التحضير:», «مقادير الصلصة»."""
    if len(text) >= _LONGEST_OF_CHECK:
        return False
    return key(text) in _OF_RECIPES or _OF_PART.fullmatch(text) is not None


def without_star(text: str) -> str:
    """A heading's words: the star before them only marked it as one."""
    match = _STAR.match(text)
    return match["text"] if match else text


def _is_paragraph(line: Line, above: int) -> bool:
    if line.words >= max(_LEAST_BELOW, above + 4):
        return True
    return (line.stops or _announces(line)) and line.words > above + 2


def _is_list(lines: Sequence[Line], above: Line) -> bool:
    """Two items, with or without a longer line that announces them, for which the line above is no
    announcement itself.
    """
    announced = [line for line in lines[:1] if line.words > above.words + 2 and _announces(line)]
    items = lines[len(announced) :][:2]
    return not _announces(above) and len(items) > 1 and all(is_item(line.text) for line in items)


def facts(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of short lines, three or more that follow one another, each of which says what
    something is («الطول: 20 قدما»), or how a match ended («المغرب - كرواتيا 0 - 0»).
    """
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.words > _FACT_WORDS or line.mark or not _is_fact(line.text):
            run = []
            continue
        run.append(index)
        if len(run) >= _FACTS:
            found.update(run)
    return frozenset(found)


def _is_fact(text: str) -> bool:
    return _FACT.fullmatch(text) is not None and not is_item(text)


def _announces(line: Line) -> bool:
    return line.text.rstrip("ـ-").endswith(":")
