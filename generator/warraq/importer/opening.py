"""Openings: what stands before the first words of a text, in their line: «بيروت (رويترز) - قال…».

Place, source, writer and day come in any order there and with any separators, as in a dateline of
its own. But here a sentence follows, so that only what is known counts: a town that is in no list
must have an agency in brackets beside it, and a name must be a writer's by its company.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from warraq.arabic.normalise import normalise
from warraq.importer import attribution, bylines, dateline, dateline_parts, dating, gazetteer
from warraq.importer.dateline import Dateline
from warraq.importer.lexicon import is_common, is_function, opens_story
from warraq.importer.lines import key

_HEAD: Final = 100
"""Characters of a paragraph in which its dateline ends."""
_DASH: Final = "-–—ـ_"
_DAY_MARK: Final = "\N{BROKEN BAR}"
"""Stands in the place of the day."""
_MARK: Final = re.compile(
    rf"(?:\s*(?:[{_DASH}]+(?=\s)|(?<=\s)[{_DASH}]+|[-–—]{{2,}}|[:/|{_DAY_MARK}()\[\]،,«»\"“”]+"
    rf"|(?<=[»\"”)\]])[{_DASH}]+))+\s*"
)
"""What parts the parts of an opening."""
_ANY_MARK: Final = re.compile(r"[-–—ـ_:/|(«\"“]")
_FIRST_MARK: Final = 50
"""Characters in which the first of these stands."""
_DAY: Final = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}(?=\s*[-/.]\s*\d|\s+[^\W\d])|(?:[أا]ول|فاتح)(?=\s))"
)
_WROTE: Final = re.compile(rf"{bylines.SIGNED}\s*[{_DASH}:/]+\s*")
_EDITED: Final = re.compile(rf"^(?:{bylines.SIGNED}|تحرير|كتابة)\s*:?\s+(?=\S+\s\S)")
_ENDS: Final = frozenset(f":|{_DASH}")
"""Marks between the parts of an opening and its sentence."""
_ENDS_BEFORE_VERB: Final = frozenset(":|")
"""Those which, behind a place alone, end a headline's first words as well."""
_DASHES: Final = frozenset(_DASH)
_ENDS_SOURCE: Final = frozenset(')]/»"”')
"""Marks that suffice behind a source."""
_BRACKETS: Final = frozenset("(/[")
_SET_APART: Final = _BRACKETS | frozenset('«"“')
_OPENING_QUOTES: Final = frozenset('«"“')
_CLOSING_QUOTES: Final = frozenset('»"”')
_QUOTE: Final = re.compile(r"(?<=\s)[«\"“(\[]+$")
"""The sentence begins with it."""
_BEHIND_APART: Final = re.compile(rf"\s*[)\]»\"”]\s*[{_DASH}:]")
"""What stood in brackets or quotation marks before a dash or a colon."""
_OPENS: Final = '«“"([ '
_PAPER: Final = re.compile(
    r"(?:\S+\s){1,3}(?:نيوز|برس|بريس|بوست|تايمز|ميديا|[أا]ونلاين|نت|نات|(?:ال)?[إا]خباري|"
    r"(?:ال)?[إا]خبارية|تي في|24|٢٤|TV|News)|\S{2,}نيوز|\S{3,}بريس",
    re.IGNORECASE,
)
"""A name that only papers, stations and sites have."""
_FORMULAS: Final = frozenset(
    key(text)
    for text in (
        *("بسم الله الرحمن الرحيم", "الحمد لله رب العالمين", "الحمد لله وحده", "أما بعد"),
        *("السلام عليكم", "السلام عليكم ورحمة الله", "السلام عليكم ورحمة الله وبركاته"),
        *("تحية طيبة", "تحية طيبة وبعد", "تحية وبعد", "وبعد"),
    )
)
"""With which letters, speeches and decrees begin."""
_GREETINGS: Final = tuple(
    map(key, ("السلام عليكم ورحمة الله", "بسم الله الرحمن", "بعون الله", "مع تحيات"))
)
"""Likewise, whatever follows; and before who signs a letter."""
_ADDRESSED: Final = re.compile(
    r"(?:سعادة|معالي|فضيلة|حضرة|الأستاذ|السيد|الأخ|عزيزي)\s.*\s(?:ال)?(?:محترم|مكرم|موقر)ة?",
)
"""To whom a letter is."""
_TODAY: Final = re.compile(r"(?P<place>\S+(?:\s\S+)?)\s(?:اليوم|الآن|الان)")
"""«بغداد اليوم»: a site's name, or when something is where."""
_LONGEST: Final = 40
"""Characters of the longest part."""
_TOWN_WORDS: Final = 3
_LAND_WORDS: Final = 5
"""With its country's."""
_PAPER_WORDS: Final = 4
_NAME_WORDS: Final = range(2, 6)

Kind = Literal["place", "source", "person", "nobody", "unknown", ""]


@dataclass(slots=True)
class _Opened:
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


class _Found(NamedTuple):
    """A dateline, without its day."""

    dateline: Dateline
    end: int
    day: str
    """As it is printed; '' without one."""


def read(
    paragraph: str, today: date | None = None, outlets: frozenset[str] = frozenset()
) -> Dateline | None:
    """The dateline with which a paragraph begins, or None; the text stays whole. A day in it is
    read where `today` is told; `outlets` are keys of names that are the text's own paper's.
    """
    found = _read(paragraph[:_HEAD], outlets)
    if found is None:
        return None
    dated = dating.read(found.day, today) if today and found.day else None
    return replace(found.dateline, dated=dated) if dated else found.dateline


def without(paragraph: str) -> str:
    """A paragraph without the dateline that it begins with, whose place is a desk's."""
    found = _read(paragraph[:_HEAD], frozenset())
    return paragraph[found.end :].lstrip() if found else paragraph


def begins(paragraphs: Sequence[str], said: str) -> bool:
    """Whether a text begins with what this key says, with or without its dateline before it."""
    if key("".join(paragraphs)).startswith(said):
        return True
    return key("".join((*map(without, paragraphs[:1]), *paragraphs[1:]))).startswith(said)


@lru_cache(maxsize=1 << 6)  # a first paragraph is asked for again and again
def _read(head: str, outlets: frozenset[str]) -> _Found | None:
    """The longest dateline."""
    if not _ANY_MARK.search(head, 0, _FIRST_MARK):
        return None  # as most paragraphs
    whole = head
    head, day = _without_day(head)
    opened = _Opened()
    found, mark, end = None, "", 0
    if wrote := _WROTE.match(head):
        opened.signed, end = True, wrote.end()
    for part, following, stop in _parts(head, end):
        opened.story = _begins_story(head[stop:])
        if part and not _take(opened, part, (mark, following), outlets):
            break
        mark, end = following if part else mark + following, stop
        opened.has_day = opened.has_day or _DAY_MARK in following
        if _is_closed(opened, mark) and _is_dateline(opened, mark, outlets):
            found = _found(opened, day, end)
    if name := _name_before_verb(opened, head[end:], mark):
        opened.people.append(name)
        return _found(opened, day, head.index(name, end) + len(name))
    if not (found and (found.dateline.source or found.dateline.authors)):
        found = _as_line(whole, day, outlets) or found
    if found and (quote := _QUOTE.search(head[: found.end])):
        return found._replace(end=quote.start())
    return found


def _as_line(head: str, day: str, outlets: frozenset[str]) -> _Found | None:
    """What would be a dateline in a line of its own, with a paper that no list has, and where it
    ends: before a story's first verb, or behind what is set apart and ends in a dash or colon;
    before any word where a writer and a place are named too.
    """
    for mark in _MARK.finditer(head):
        story = _begins_story(head[mark.end() :])
        apart = _BEHIND_APART.match(mark[0]) is not None
        if not (story or apart) and _ENDS.isdisjoint(mark[0]):
            continue
        line = head[: mark.end()].rstrip(_OPENS)
        found = dateline.read(line, date.max, outlets)
        if not (found and found.source):
            continue
        city = _city(found.place)
        placed = gazetteer.is_city(city) and (story or apart)
        if placed or (city and found.authors) or (story and _names_paper(found, line)):
            told = replace(found, place=city, dated=None)
            return _Found(told, mark.end(), day if found.dated else "")
    return None


def _names_paper(found: Dateline, line: str) -> bool:
    """«صوت الوادي - خاص:», «سامي حداد - صوت الوادي:»."""
    if found.authors:
        return attribution.is_paper(found.source)
    return any(map(dateline_parts.stands_for_source, dateline_parts.of_line(line)))


def _city(place: str) -> str:
    """«أتلانتا، الولايات المتحدة» without the country."""
    return re.split("[،,]", place, maxsplit=1)[0].rstrip()


def _without_day(head: str) -> tuple[str, str]:
    """The head with marks in the place of its day, which may be one without a year; and the day."""
    match = _DAY.search(head)
    length = dating.length_of_day(head[match.start() :]) if match else 0
    if match is None or not length:
        return head, ""
    start, end = match.start(), match.start() + length
    return f"{head[:start]}{_DAY_MARK * length}{head[end:]}", head[start:end]


def _parts(head: str, start: int) -> Iterator[tuple[str, str, int]]:
    """Each part with the mark behind it and where that ends."""
    for match in _MARK.finditer(head, start):
        yield head[start : match.start()].strip(), match[0], match.end()
        start = match.end()


def _take(opened: _Opened, part: str, marks: tuple[str, str], outlets: frozenset[str]) -> bool:
    """Take a part between two marks; False where it belongs to the sentence."""
    mark, following = marks
    if len(part) > _LONGEST or (mark and _is_sentence(part)):
        return False
    part = dating.BEFORE_DAY.sub("", part) if _DAY_MARK in following else part
    part = _EDITED.sub("", part) if opened.sources else part
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
    return _begins_story(part) and not bylines.are_people(part)


def _begins_story(text: str) -> bool:
    return opens_story(normalise(text.partition(" ")[0]))


def _kind(name: str, opened: _Opened, marks: tuple[str, str], outlets: frozenset[str]) -> Kind:
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
        return "person"
    return _of_company(name, opened, marks, apart=apart)


def _is_quoted(name: str, opened: _Opened, marks: tuple[str, str]) -> bool:
    """A paper's name in quotation marks, before a story's first verb or another mark."""
    mark, following = marks
    return (
        mark[-1:] in _OPENING_QUOTES
        and not _CLOSING_QUOTES.isdisjoint(following)
        and (opened.story or not _ENDS.isdisjoint(following))
        and name.count(" ") < _PAPER_WORDS
    )


def _is_like_a_writer(name: str, marks: tuple[str, str]) -> bool:
    """A name whose given name is in no list: of no words, or between a city's dash and the
    sentence's colon.
    """
    mark, following = marks
    if _ENDS.isdisjoint(following) or not dateline_parts.may_be_people(name):
        return False
    named = ":" in following and ":" not in mark and not attribution.is_organisation(name)
    return named or gazetteer.has_no_word(name)


def _of_company(name: str, opened: _Opened, marks: tuple[str, str], *, apart: bool) -> Kind:
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
    if apart and opened.places and " " not in name and not _ENDS.isdisjoint(following):
        return ""
    if len(opened.kinds) > 1 or not {*opened.kinds} <= {"place", "unknown"}:
        return ""
    words = _LAND_WORDS if "(" in following else _TOWN_WORDS
    return "unknown" if name.count(" ") < words else ""


def _is_paper_behind_place(
    name: str, opened: _Opened, marks: tuple[str, str], *, apart: bool
) -> bool:
    """Any word is one between a place's dash or slash and a story's first verb; else one set apart
    that is no everyday word.
    """
    mark, following = marks
    if not opened.story:
        return apart and not _ENDS.isdisjoint(following) and not is_common(normalise(name))
    ends = not (_DASHES | _BRACKETS).isdisjoint(following) or (apart and ":" in following)
    return ends and ":" not in mark and not is_function(normalise(name))


def is_formula(text: str) -> bool:
    """«بسم الله الرحمن الرحيم»: a text's first words, in a line of their own, or before its end; so
    are those to whom a letter is and those who sign it.
    """
    own = key(text)
    return (
        own in _FORMULAS
        or own.startswith(_GREETINGS)
        or _ADDRESSED.fullmatch(text.strip(" -،:")) is not None
    )


def is_paper(name: str) -> bool:
    """A name that only papers, stations and sites have."""
    return _PAPER.fullmatch(name) is not None


def _is_source(name: str) -> bool:
    """A news agency, or a paper by its name."""
    return (
        gazetteer.is_news_agency(name)
        or gazetteer.is_outlet(name)
        or is_paper(name)
        or _is_of_today(name)
    )


def _is_of_today(name: str) -> bool:
    match = _TODAY.fullmatch(name)
    return match is not None and gazetteer.is_place(match["place"])


def _name_before_verb(opened: _Opened, rest: str, mark: str) -> str:
    """The writer's name between a city's colon, or «كتب:», and the sentence's verb, without a mark
    of its own: «دبي: سامي حداد أعلنت البلدية»; or ''.
    """
    signed = opened.signed and not opened.people
    if not (signed or (opened.kinds == ["place"] and ":" in mark)):
        return ""
    words = rest.split(maxsplit=_NAME_WORDS.stop)
    for end in _NAME_WORDS:
        if end < len(words) and opens_story(normalise(words[end])):
            name = " ".join(words[:end])
            return name if gazetteer.is_person(name) and name in rest else ""
    return ""


def _is_closed(opened: _Opened, mark: str) -> bool:
    """The last mark parts what was read from a sentence, and not two parts of that."""
    if not _ENDS.isdisjoint(mark):
        return True
    if opened.last == "person":
        return "/" in mark  # the photographer follows
    placed = opened.places or opened.has_day
    return bool(opened.last == "source" and placed and not _ENDS_SOURCE.isdisjoint(mark))


def _is_dateline(opened: _Opened, mark: str, outlets: frozenset[str]) -> bool:
    """What was read is a dateline, and no subject of a sentence or of a headline."""
    if opened.unknown:
        return _is_by_company(opened, mark)
    place, source, people = opened.places, opened.sources, opened.people
    if (place or source) and (
        people or opened.has_day or "nobody" in opened.kinds or (place and source) or source[1:]
    ):
        return True
    if people:
        return opened.signed
    if place:
        return _is_city_alone(opened, mark)
    # «رويترز: …»
    return source != [] and _ENDS_BEFORE_VERB.isdisjoint(mark) and _is_alone(opened, outlets)


def _is_alone(opened: _Opened, outlets: frozenset[str]) -> bool:
    """A paper that is no other word, or an agency or a city's paper before a story's first verb."""
    source = opened.sources[0]
    if _is_own(source, outlets):
        return True
    return opened.story and (gazetteer.is_news_agency(source) or _is_of_today(source))


def _is_city_alone(opened: _Opened, mark: str) -> bool:
    """«صيدا –», «صيدا، لبنان –»; «غزة: …» is a headline."""
    city, *land = opened.places
    told = opened.story or _ENDS_BEFORE_VERB.isdisjoint(mark)
    of_land = len(land) == 1 and not gazetteer.is_city(land[0])
    return told and gazetteer.is_city(city) and (of_land or not land)


def _is_by_company(opened: _Opened, mark: str) -> bool:
    """A town beside an agency in brackets, or in slashes behind a day; a paper before the city of
    its writer, or of a story's first verb; or a writer before his paper.
    """
    if not opened.sources:
        first = opened.kinds[0] == "unknown" and len(opened.unknown) == 1
        if first and opened.story and " " not in opened.unknown[0]:
            return bool(opened.places and gazetteer.is_city(opened.places[0]))
        return bool(first and opened.places and opened.people)
    if _is_writer_first(opened):
        return True
    agency = opened.has_day and gazetteer.is_news_agency(opened.sources[0])
    return opened.bracketed and (agency or not _ENDS.isdisjoint(mark))


def _is_writer_first(opened: _Opened) -> bool:
    """A name before his paper and its city: «حداد الزرعي - سبق - جازان:»."""
    return (
        opened.kinds[:2] == ["unknown", "source"]
        and opened.places != []
        and not opened.bracketed
        and dateline_parts.may_be_people(opened.unknown[0])
    )


def _is_own(source: str, outlets: frozenset[str]) -> bool:
    """A name that is no other word: it may stand alone."""
    if key(source) in outlets or is_paper(source):
        return True
    other = key(source) in gazetteer.GIVEN_NAMES or is_function(normalise(source))
    if other or _is_of_today(source):
        return False  # «فارس», «وما»
    known = key(source) in gazetteer.OUTLETS and (" " in source or not is_common(normalise(source)))
    return known or gazetteer.is_news_agency(source)


def _found(opened: _Opened, day: str, end: int) -> _Found:
    places, sources, people = list(opened.places), list(opened.sources), opened.people
    if opened.kinds[:1] == ["unknown"]:
        if _is_writer_first(opened):
            people = [opened.unknown[0], *people]
        else:
            (places if sources else sources).insert(0, _without_land(opened.unknown[0]))
    authors = tuple(dict.fromkeys(people))
    dateline = Dateline(next(iter(places), ""), attribution.first_source(sources), authors)
    return _Found(dateline, end, day if opened.has_day else "")


def _without_land(town: str) -> str:
    """«جنيف سويسرا», «جنيف الاتحاد السويسري» without the country."""
    words = town.split()
    fronts = (" ".join(words[:count]) for count in (2, 1) if count < len(words))
    return next(filter(gazetteer.is_place, fronts), town)
