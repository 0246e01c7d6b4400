"""The parts of an opening: what stands between two marks before a text's first words, and what it
is by itself and by what stands around it.
"""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from warraq.arabic.normalise import normalise
from warraq.importer import attribution, bylines, dateline_parts, dating, gazetteer
from warraq.importer.lexicon import begins_story, is_common, is_function, is_listed
from warraq.importer.lines import key

DASH: Final = "-–—ـ_"
"""Dashes, and what is typed for them."""
DAY_MARK: Final = "\N{BROKEN BAR}"
"""Stands in the place of the day."""
_EDITED: Final = re.compile(rf"^(?:{bylines.SIGNED}|تحرير|كتابة|من)\s*:?\s+(?=\S+\s\S)")
ENDS: Final = frozenset(f":|{DASH}")
"""Marks between the parts of an opening and its sentence."""
DASHES: Final = frozenset(DASH)
_BRACKETS: Final = frozenset("(/[")
_SET_APART: Final = _BRACKETS | frozenset('«"“')
_OPENING_QUOTES: Final = frozenset('«"“')
_CLOSING_QUOTES: Final = frozenset('»"”')
_SIGNED: Final = re.compile(bylines.SIGNED)
_PAPER: Final = re.compile(
    r"(?:\S+\s){1,3}(?:نيوز|سبورت|سبورتس|برس|بريس|بوست|تايمز?|ميديا|لايف|بلس|توداي|بالعربي|[أا]ونلاين|نت|نات|"
    r"(?:[أا]ف|[إا]ف)\s?[أإا]م|(?:ال)?[إا]خباري|"
    r"(?:ال)?[إا]خبارية|تي في|TV|FM|News)|(?:[^\W\d]{3,}\s){1,2}(?:24|٢٤)|\S{2,}نيوز|\S{3,}بريس",
    re.IGNORECASE,
)
"""A name that only papers, stations and sites have."""
_IN_ARABIC: Final = re.compile(r"(?P<name>[^\W\d_A-Za-z]{4,})\s(?:عربي|عربية|العربية|بالعربية)")
"""«يورونيوز عربي»: a foreign medium's pages for Arabs, behind a word that no lexicon has."""
_HAMZA: Final = ("أ", "إ")
"""With which no article begins: «ألبينا» is no «بينا»."""
_IDAFA: Final = re.compile(r"(?!ال)\S{3,} ال\S{3,}")
_TODAY: Final = re.compile(r"(?P<place>\S+(?:\s\S+)?)\s(?:اليوم|الآن|الان)")
"""«بغداد اليوم»: a site's name, or when something is where."""
_LONGEST: Final = 40
"""Characters of the longest part."""
_OWN_STORY: Final = "خاص "
_TOWN_WORDS: Final = 3
_LAND_WORDS: Final = 5
"""With its country's."""
_PAPER_WORDS: Final = 4

Kind = Literal["place", "source", "person", "nobody", "unknown", ""]


@dataclass(slots=True)
class Opened:
    """What was read so far of an opening."""

    places: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Parts that only what stands behind them can tell."""
    kinds: list[Kind] = field(default_factory=list)
    """Of all parts, in their order."""
    has_day: bool = False
    signed: bool = False
    """«كتب» stands before the first name."""
    bracketed: bool = False
    """The source stands in brackets or between slashes."""
    story: bool = False
    """Behind the last mark stands a word with which stories begin."""

    @property
    def last(self) -> Kind:
        """What the last part is."""
        return self.kinds[-1] if self.kinds else ""


def take(opened: Opened, part: str, marks: tuple[str, str], outlets: frozenset[str]) -> bool:
    """Take a part between two marks; False where it belongs to the sentence."""
    mark, following = marks
    if len(part) > _LONGEST or (mark and _is_sentence(part)):
        return False
    if opened.kinds and _SIGNED.fullmatch(part):
        opened.kinds.append("nobody")
        opened.signed = True
        return True
    part = dating.BEFORE_DAY.sub("", part) if DAY_MARK in following else part
    part = _EDITED.sub("", part) if opened.sources else part
    own = part.removeprefix(_OWN_STORY)
    part = own if is_paper(own) else part
    names = dateline_parts.of_line(part)
    for name in names or [part.strip(attribution.EDGES)]:
        kind = _kind(name, opened, marks, outlets)
        if not kind:
            return False
        opened.kinds.append(kind)
        if kind == "place":
            opened.places.append(name)
        elif kind == "source":
            opened.sources.append(name)
            opened.bracketed = opened.bracketed or not _BRACKETS.isdisjoint(mark)
        elif kind == "person":
            opened.people += bylines.people(name)
        elif kind == "unknown":
            opened.unknown.append(name)
    return True


def _is_sentence(part: str) -> bool:
    """It begins with a verb that stories begin with, and is no name that looks like one."""
    return begins_story(part) and not bylines.are_people(part)


def _kind(name: str, opened: Opened, marks: tuple[str, str], outlets: frozenset[str]) -> Kind:
    """What a part is between its marks, by itself and by what stands before it; '' of the
    sentence.
    """
    apart = not _SET_APART.isdisjoint(marks[0])
    if dateline_parts.says_nobody(name):
        return "nobody"
    if opened.signed and gazetteer.may_be_person(name):
        return "person"
    is_source = key(name) in outlets or _is_source(name)
    second = opened.places and "،" not in marks[0]  # «فاس، المغرب»
    if gazetteer.is_place(name) and not (is_source and (second or apart)):
        return "place"  # even if a paper is called so too
    if is_source or (second and _is_quoted(name, opened, marks)):
        return "source"
    if bylines.are_people(name) or (opened.places and _is_like_a_writer(name, marks)):
        return "source" if _is_of_words(name) else "person"
    return _of_company(name, opened, marks, apart=apart)


def _is_quoted(name: str, opened: Opened, marks: tuple[str, str]) -> bool:
    """A paper's name in quotation marks, before a story's first verb or another mark."""
    mark, following = marks
    return (
        mark[-1:] in _OPENING_QUOTES
        and not _CLOSING_QUOTES.isdisjoint(following)
        and (opened.story or not ENDS.isdisjoint(following))
        and name.count(" ") < _PAPER_WORDS
    )


def _is_of_words(name: str) -> bool:
    """«ورق الغار»: an everyday noun and what defines it, as papers are called, and no people."""
    of_words = _IDAFA.fullmatch(name) and is_common(normalise(name.partition(" ")[0]))
    return bool(of_words) and not bylines.are_people(name)


def _is_like_a_writer(name: str, marks: tuple[str, str]) -> bool:
    """A name whose given name is in no list: of no words, or between a city's dash and the
    sentence's colon.
    """
    mark, following = marks
    if ENDS.isdisjoint(following) or not dateline_parts.may_be_people(name):
        return False
    named = ":" in following and ":" not in mark and not attribution.is_organisation(name)
    return named or gazetteer.has_no_word(name)


def _of_company(name: str, opened: Opened, marks: tuple[str, str], *, apart: bool) -> Kind:
    """One word behind a city is a paper, in quotation marks or brackets, or where a story begins
    behind its dash or slash; what stands first, or right behind a town that does, is told by what
    follows.
    """
    following = marks[1]
    if (
        opened.places
        and " " not in name
        and _is_paper_behind_place(name, opened, marks, apart=apart)
    ):
        return "source"
    if apart and opened.places and " " not in name and not ENDS.isdisjoint(following):
        return ""
    placed = opened.places or opened.kinds == ["unknown"]
    apart_so = ("(" in marks[0] and ")" in following) or ("/" in marks[0] and "/" in following)
    if opened.has_day and placed and apart_so:
        return "source" if name.count(" ") < _TOWN_WORDS else ""
    if len(opened.kinds) > 1 or not {*opened.kinds} <= {"place", "unknown"}:
        return ""
    words = _LAND_WORDS if "(" in following else _TOWN_WORDS
    return "unknown" if name.count(" ") < words else ""


def _is_paper_behind_place(
    name: str, opened: Opened, marks: tuple[str, str], *, apart: bool
) -> bool:
    """Any word is one between a place's dash or slash and a story's first verb; else one set apart
    that is no everyday word.
    """
    mark, following = marks
    if not opened.story:
        return apart and not ENDS.isdisjoint(following) and not is_common(normalise(name))
    ends = not (DASHES | _BRACKETS).isdisjoint(following) or (apart and ":" in following)
    return ends and ":" not in mark and not is_function(normalise(name))


def is_paper(name: str) -> bool:
    """A name that only papers, stations and sites have."""
    if _PAPER.fullmatch(name):
        return True
    told = _IN_ARABIC.fullmatch(name)
    if told is None:
        return False
    is_word = is_listed if name.startswith(_HAMZA) else is_common
    return not is_word(normalise(told["name"]))


def _is_source(name: str) -> bool:
    """A news agency, or a paper by its name."""
    return (
        gazetteer.is_news_agency(name)
        or gazetteer.is_outlet(name)
        or is_paper(name)
        or is_of_today(name)
    )


def is_of_today(name: str) -> bool:
    """«بغداد اليوم»: a city's paper by its name, or when something is where."""
    match = _TODAY.fullmatch(name)
    return match is not None and gazetteer.is_place(match["place"])
