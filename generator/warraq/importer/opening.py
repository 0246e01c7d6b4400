"""Openings: what stands before the first words of a text, in their line: «بيروت (رويترز) - قال…».

Place, source, writer and day come in any order there and with any separators, as in a dateline of
its own. But here a sentence follows, so that only what is known counts (`opening_parts`): a town
that is in no list must have an agency in brackets beside it, and a name must be a writer's by its
company. Where that tells nothing, a sentence that begins as stories do parts from itself what would
be a dateline in a line of its own: of a city and a paper that no list has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    bylines,
    dateline,
    dateline_parts,
    dating,
    gazetteer,
    opening_parts,
)
from warraq.importer.dateline import Dateline
from warraq.importer.lexicon import begins_story, is_common, is_function, opens_story
from warraq.importer.lines import key
from warraq.importer.opening_parts import DASH, DASHES, DAY_MARK, ENDS, Opened

_HEAD: Final = 100
"""Characters of a paragraph in which its dateline ends."""
_MARK: Final = re.compile(
    rf"(?:\s*(?:[{DASH}]+(?=\s)|(?<=\s)[{DASH}]+|[-–—]{{2,}}|[:/|{DAY_MARK}()\[\]،,«»\"“”]+"
    rf"|(?<=[»\"”)\]])[{DASH}]+))+\s*"
)
"""What parts the parts of an opening."""
_ANY_MARK: Final = re.compile(r"[-–—ـ_:/|(«\"“]")
_FIRST_MARK: Final = 50
"""Characters in which the first of these stands."""
_DAY: Final = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}(?=\s*[-/.]\s*\d|\s+[^\W\d])|(?:[أا]ول|فاتح)(?=\s))"
)
_WROTE: Final = re.compile(rf"{bylines.SIGNED}\s*[{DASH}:/]+\s*")
_TOWN: Final = re.compile(
    rf"(?P<town>[^\W\d_]{{3,20}})(?:\s*[-–—]|\s[{DASH}])\s+(?=\S)"
    r"(?=.*\s(?:في|قرب|إلى|الى|بلدة|بلدية|مدينة|قرية)\s(?P=town)\b)"
)
_CITY: Final = re.compile(r"(?P<city>[^\W\d_]{2,12}(?:\s[^\W\d_]{2,12})?):\s+(?![«\"“])(?=\S)")
_CITY_WORDS: Final = 24
"""Of the shortest paragraph that begins with nothing but a city; what is shorter may be a headline,
in which it speaks.
"""
_TOWN_OF_WRITER: Final = re.compile(
    rf"(?P<town>[^\W\d_]{{3,20}})\s*[{DASH}]+\s*من (?P<name>[^\W\d]+(?:\s[^\W\d]+){{1,4}})\s*:\s"
)
_NAMED: Final = r"[^\W\d]+(?:\s[^\W\d]+){1,4}"
_WRITER: Final = re.compile(rf"{bylines.SIGNED}\s(?P<name>{_NAMED})\s*:\s+(?![«\"“])")
"""«كتب سامي حداد: وصل…»; where a quotation follows, he is the story's."""
_WRITER_WHERE: Final = re.compile(
    rf"(?P<name>{_NAMED})\s*(?:\s[{DASH}]+\s+|\()(?P<place>[^\W\d]+(?:\s[^\W\d]+)?)\)?\s(?=[^\W\d])"
)
"""«سامي حداد ـ صيدا وصل…», «سامي حداد (صيدا) وصل…»."""
_WIRED: Final = re.compile(
    r"(?P<place>[^\W\d]+(?:\s[^\W\d]+)?)-(?P<source>[^\W\d]{3,12})\s(?=[^\W\d])"
)
"""«دمشق-سانا وصل…»."""
_SLASHED: Final = re.compile(
    r"(?P<first>[^\W\d]+(?:\s[^\W\d]+){0,2})\s*/\s*(?P<second>[^\W\d]+(?:\s[^\W\d]+){0,2})"
    r"(?P<end>\s*/)?\s+(?=[^\W\d])"
)
"""«صيدا/ مرسى الجنوب/ وصل…», «مرسى الجنوب/ صيدا وصل…»."""
_DOTTED: Final = re.compile(
    r"(?P<paper>[^\W\d]+(?:\s[^\W\d]+){0,2})\s*/\s*(?P<place>[^\W\d]+(?:\s[^\W\d]+){0,2})\s*\.{2,3}\s*"
)
"""«مرسى الجنوب/ صيدا.. وصل…»."""
_OF_LAND: Final = re.compile(
    rf"(?P<city>[^\W\d]+(?:\s[^\W\d]+){{0,2}})[،,]\s(?P<land>[^\W\d]+(?:\s[^\W\d]+){{0,3}})\s?"
    rf"(?:\(|(?<=\s)(?=[A-Z]))(?P<source>[^()]{{2,30}})\)\s*[{DASH}]+\s*(?=\S)"
)
"""«باسادينا، الولايات المتحدة (الضفاف)-- بدأ…»; a bracket is lost in «… DIFAF)-- بدأ»."""
_DATED: Final = re.compile(
    r"(?P<place>[^\W\d]+(?:\s[^\W\d]+)??)(?:\s(?:في\s)?|\s?/\s?)(?P<day>\d.{3,40}?)\s?"
    r"(?:/\s?(?P<source>[^\W\d]+(?:\s[^\W\d]+)?)\s?/|\((?P<agency>[^\W\d][^()]{1,19})\))"
    r"\s?[-–—]*\s?(?=\S)"
)
"""«المحرق في 9 أكتوبر / الضفاف / بدأ…», «صفاقس/14 جويلية 2019 (الضفاف) بدأ…»."""
_BEHIND_PLACE: Final = re.compile(rf"[{DASH}(/]|(?<=\s)\d")
"""What stands behind the place with which a dateline begins."""
_BEFORE_CITY: Final = " ةىء"
"""Behind a space or a letter with which words end."""
_SHORTEST_CAPTION: Final = 12
_CAPTION: Final = 140
"""Characters of the longest caption before one."""
_CAPTION_WORDS: Final = range(3, 19)
_NO_CAPTION: Final = re.compile(r"[.؟!:،؛«»\"/]|\s[-–—ـ]|[-–—]\s")
_WORD_BEGINS: Final = re.compile(r"(?<= )[^\W\d_]{2}")
_SENTENCE_ENDS: Final = re.compile(r"[.؟!…][»\"”)]?\s")
_HEADLINE_WORDS: Final = 20
_BEHIND_CITY: Final = ":،,-–—ـ(/"
_SHORTEST_CITY: Final = 4
_ENDS_BEFORE_VERB: Final = frozenset(":|")
"""Those which, behind a place alone, end a headline's first words as well."""
_ENDS_SOURCE: Final = frozenset(')]/»"”')
"""Marks that suffice behind a source."""
_QUOTE: Final = re.compile(r"(?<=\s)[«\"“(\[]+$")
"""The sentence begins with it."""
_BEHIND_APART: Final = re.compile(rf"\s*[)\]»\"”]\s*[{DASH}:]")
"""What stood in brackets or quotation marks before a dash or a colon."""
_OPENS: Final = '«“"([ '
_NAME_WORDS: Final = range(2, 6)
_TWO: Final = 2
_MOST_AUTHORS: Final = 3
_FROM: Final = " من "


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
        return _of_town(paragraph) or _of_shape(paragraph[:_HEAD], today, outlets)
    dated = dating.read(found.day, today) if today and found.day else None
    return replace(found.dateline, dated=dated) if dated else found.dateline


def _of_town(paragraph: str) -> Dateline | None:
    """A city before a colon, as a paragraph begins and not what it says; a town in no list, before
    a dash and who writes from it, «بدية ـ من سامي حداد:», or in which
    the paragraph says that something is: «رياق- لا يزال كبار السن في رياق يذكرون»; its word is no
    everyday one.
    """
    sent = _TOWN_OF_WRITER.match(paragraph)
    if sent and gazetteer.is_person(sent["name"]):
        return Dateline(sent["town"], authors=bylines.people(sent["name"]))
    city = _CITY.match(paragraph)
    if city and paragraph.count(" ") >= _CITY_WORDS and gazetteer.is_city(city["city"]):
        return Dateline(city["city"])
    match = _TOWN.match(paragraph)
    if match is None or is_common(normalise(match["town"])):
        return None
    return Dateline(place=match["town"])


def _of_shape(head: str, today: date | None, outlets: frozenset[str]) -> Dateline | None:
    """Who wrote and where, or whose the text is and where, with no mark before the sentence: what
    is known tells.
    """
    where = _WRITER_WHERE.match(head)
    if where and gazetteer.is_person(where["name"]) and (place := _first_city(where["place"])):
        return Dateline(place, authors=bylines.people(where["name"]))
    wired = _WIRED.match(head)
    if wired and gazetteer.is_city(wired["place"]) and _may_be_agency(wired["source"]):
        return Dateline(wired["place"], wired["source"])
    return _of_wire(head, today) or _between_slashes(head, outlets)


def _of_wire(head: str, today: date | None) -> Dateline | None:
    """The country behind the city, or the day, and the agency in its marks."""
    if land := _of_land(head):
        return Dateline(land["city"], land["source"])
    dated = _DATED.match(head)
    if dated and gazetteer.is_city(dated["place"]) and _is_day(dated["day"]):
        day = dating.read(dated["day"], today) if today else None
        return Dateline(dated["place"], dated["source"] or dated["agency"], dated=day)
    return None


def _of_land(head: str) -> re.Match[str] | None:
    """The city, behind it its country, and the agency in brackets."""
    land = _OF_LAND.match(head)
    placed = land and gazetteer.is_place(land["land"]) and not gazetteer.is_place(land["source"])
    return land if placed else None


def _between_slashes(head: str, outlets: frozenset[str]) -> Dateline | None:
    dotted = _DOTTED.match(head)
    if dotted and gazetteer.is_city(dotted["place"]) and begins_story(head[dotted.end() :]):
        return Dateline(dotted["place"], dotted["paper"])
    slashed = _SLASHED.match(head)
    if slashed is None:
        return None
    first, second = slashed["first"], slashed["second"]
    if slashed["end"] and gazetteer.is_city(first) and not gazetteer.is_place(second):
        if gazetteer.is_person(second):
            return Dateline(first, authors=bylines.people(second))
        return Dateline(first, second)
    place = "" if slashed["end"] else _first_city(second)
    if not place and not slashed["end"] and opening_parts.is_paper(first):
        return Dateline("", first)
    return Dateline(place, first) if place and _is_own(first, outlets) else None


def _is_day(text: str) -> bool:
    return dating.length_of_day(text) == len(text)


def signed(paragraph: str) -> tuple[str, ...]:
    """Who wrote a text, as its first words may say: «كتب سامي حداد: عاد الصيادون»; () where they do
    not. If the text speaks of him too, that is what he wrote in it.
    """
    wrote = _WRITER.match(paragraph[:_HEAD])
    known = wrote is not None and gazetteer.is_person(wrote["name"])
    return bylines.people(wrote["name"]) if wrote and known else ()


def _may_be_agency(name: str) -> bool:
    """One word that is no place's, and neither a function word nor a noun with its article."""
    other = gazetteer.is_place(name) or is_function(normalise(name)) or name.startswith("ال")
    return gazetteer.is_news_agency(name) or not other


def _first_city(text: str) -> str:
    """The city with which words begin; '' where they begin with none."""
    return next(filter(gazetteer.is_city, (text, text.partition(" ")[0])), "")


def behind_caption(paragraph: str) -> int:
    """Where a paragraph's dateline begins, a city and its agency or paper, behind a picture's
    caption that its saver put before it, with or without a space; 0 where none does.
    """
    for mark in _BEHIND_PLACE.finditer(paragraph, _SHORTEST_CAPTION, _CAPTION):
        before = paragraph[: mark.start()].rstrip()
        start = before.rfind(" ", 0, max(0, before.rfind(" "))) + 1  # of the last two words
        for at in _beginnings(before[start:], start):
            caption = paragraph[:at].rstrip()
            if caption.count(" ") + 1 not in _CAPTION_WORDS or _NO_CAPTION.search(caption):
                continue
            found = _read(paragraph[at : at + _HEAD], frozenset())
            if found is None or not (found.dateline.place and found.dateline.source):
                continue
            if not _leads(caption):
                return at
    return 0


def behind_headline(paragraph: str) -> int:
    """Where a paragraph's dateline begins, a city and its agency or paper, behind the headline that
    a program put on its line: «عودة الصيادين إلى مينائهم صيدا (الضفاف) - قال…»; 0 where none does.
    """
    for word in _WORD_BEGINS.finditer(paragraph, _SHORTEST_CAPTION, _CAPTION):
        at = word.start()
        headline = paragraph[:at].rstrip()
        if _SENTENCE_ENDS.search(headline) or headline.count(" ") >= _HEADLINE_WORDS:
            return 0
        if not any(map(gazetteer.is_city, _first_words(paragraph[at : at + _HEAD]))):
            continue
        found = _read(paragraph[at : at + _HEAD], frozenset())
        if found and found.dateline.place and found.dateline.source and not _leads(headline):
            return at
    return 0


def _first_words(text: str) -> Iterator[str]:
    """The first word; the first two."""
    one, _, rest = text.partition(" ")
    yield one.rstrip(_BEHIND_CITY)
    yield f"{one} {rest.partition(' ')[0]}".rstrip(_BEHIND_CITY)


def _beginnings(words: str, start: int) -> Iterator[int]:
    """Where in these words a city's name begins with which they end, in mid word too."""
    for at in range(len(words) - _SHORTEST_CITY + 1):
        begins = at == 0 or words[at - 1] in _BEFORE_CITY
        if begins and gazetteer.is_city(words[at:]):
            yield start + at


def _leads(caption: str) -> bool:
    """A sentence goes on behind these words: they end in a preposition, or begin as stories do."""
    return is_function(normalise(caption.rpartition(" ")[2])) or begins_story(caption)


def without(paragraph: str) -> str:
    """A paragraph without the dateline that it begins with, whose place is a desk's."""
    head = paragraph[:_HEAD]
    if found := _read(head, frozenset()):
        return paragraph[found.end :].lstrip()
    land = _of_land(head)
    return paragraph[land.end() :] if land else paragraph


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
    opened = Opened()
    found, mark, end = None, "", 0
    if wrote := _WROTE.match(head):
        opened.signed, end = True, wrote.end()
    for part, following, stop in _parts(head, end):
        opened.story = begins_story(head[stop:])
        if part and not opening_parts.take(opened, part, (mark, following), outlets):
            break
        mark, end = following if part else mark + following, stop
        opened.has_day = opened.has_day or DAY_MARK in following
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
        story = begins_story(head[mark.end() :])
        apart = _BEHIND_APART.match(mark[0]) is not None
        if not (story or apart) and ENDS.isdisjoint(mark[0]):
            continue
        line = head[: mark.end()].rstrip(_OPENS)
        found = dateline.read(line, date.max, outlets)
        if found and found.authors and _FROM in line and gazetteer.is_city(found.place):
            return _Found(replace(found, dated=None), mark.end(), "")  # «سامي حداد من لندن: …»
        if not (found and found.source) or _enumerates(found):
            continue
        city = _city(found.place)
        placed = gazetteer.is_city(city) and (story or apart)
        if placed or (city and found.authors) or (story and _names_paper(found, line)):
            told = replace(found, place=city, dated=None)
            return _Found(told, mark.end(), day if found.dated else "")
    return None


def _enumerates(found: Dateline) -> bool:
    """No names but what is told of something: «أرضية صالحة، طقس بارد، جمهور متوسط»."""
    return len(found.authors) > _MOST_AUTHORS or found.source.count("،") > 1


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
    return f"{head[:start]}{DAY_MARK * length}{head[end:]}", head[start:end]


def _parts(head: str, start: int) -> Iterator[tuple[str, str, int]]:
    """Each part with the mark behind it and where that ends."""
    for match in _MARK.finditer(head, start):
        yield head[start : match.start()].strip(), match[0], match.end()
        start = match.end()


def _name_before_verb(opened: Opened, rest: str, mark: str) -> str:
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


def _is_closed(opened: Opened, mark: str) -> bool:
    """The last mark parts what was read from a sentence, and not two parts of that."""
    if not ENDS.isdisjoint(mark):
        return True
    if opened.last == "person" or opened.kinds == ["unknown", "place"]:
        return "/" in mark  # the photographer follows; «شناشيل/ سامراء/ …»
    placed = opened.places or opened.has_day
    return bool(opened.last == "source" and placed and not _ENDS_SOURCE.isdisjoint(mark))


def _is_dateline(opened: Opened, mark: str, outlets: frozenset[str]) -> bool:
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


def _is_alone(opened: Opened, outlets: frozenset[str]) -> bool:
    """A paper that is no other word, or an agency or a city's paper before a story's first verb."""
    source = opened.sources[0]
    if _is_own(source, outlets):
        return True
    return opened.story and (gazetteer.is_news_agency(source) or opening_parts.is_of_today(source))


def _is_city_alone(opened: Opened, mark: str) -> bool:
    """«صيدا –», «صيدا، لبنان –»; «غزة: …» is a headline."""
    city, *land = opened.places
    told = opened.story or _ENDS_BEFORE_VERB.isdisjoint(mark)
    of_land = len(land) == 1 and not gazetteer.is_city(land[0])
    return told and gazetteer.is_city(city) and (of_land or not land)


def _is_by_company(opened: Opened, mark: str) -> bool:
    """A town beside an agency in brackets, or in slashes behind a day; a paper before the city of
    its writer, or of a story's first verb; or a writer before his paper.
    """
    if not opened.sources:
        first = opened.kinds[0] == "unknown" and len(opened.unknown) == 1
        if first and opened.has_day and " " not in opened.unknown[0]:
            return not DASHES.isdisjoint(mark)  # «ولاتة، 5/3/2013 - أشرف»
        if first and opened.story and _is_papers_name(opened.unknown[0]):
            return bool(opened.places and gazetteer.is_city(opened.places[0]))
        if first and "/" in mark and _is_papers_name(opened.unknown[0]):
            return bool(opened.places and gazetteer.is_city(opened.places[0]))
        return bool(first and opened.places and opened.people)
    if _is_writer_first(opened):
        return True
    agency = opened.has_day and gazetteer.is_news_agency(opened.sources[0])
    return opened.bracketed and (agency or not ENDS.isdisjoint(mark))


def _is_papers_name(name: str) -> bool:
    """One word; or two, of which one is an everyday one and the first no given name."""
    words = normalise(name).split()
    if len(words) == 1:
        return True
    return len(words) == _TWO and any(map(is_common, words)) and not gazetteer.is_person(name)


def _is_writer_first(opened: Opened) -> bool:
    """A name before his paper and its city: «حداد الزرعي - سبق - جازان:»."""
    return (
        opened.kinds[:2] == ["unknown", "source"]
        and opened.places != []
        and not opened.bracketed
        and dateline_parts.may_be_people(opened.unknown[0])
    )


def _is_own(source: str, outlets: frozenset[str]) -> bool:
    """A name that is no other word: it may stand alone."""
    if key(source) in outlets or opening_parts.is_paper(source):
        return True
    other = key(source) in gazetteer.GIVEN_NAMES or is_function(normalise(source))
    if other or opening_parts.is_of_today(source):
        return False  # «فارس», «وما»
    known = key(source) in gazetteer.OUTLETS and (" " in source or not is_common(normalise(source)))
    return known or gazetteer.is_news_agency(source)


def _found(opened: Opened, day: str, end: int) -> _Found:
    places, sources, people = list(opened.places), list(opened.sources), opened.people
    if opened.kinds[:1] == ["unknown"]:
        if _is_writer_first(opened):
            people = [opened.unknown[0], *people]
        else:
            placed = sources or (opened.has_day and not places)
            (places if placed else sources).insert(0, _without_land(opened.unknown[0]))
    authors = tuple(dict.fromkeys(people))
    dateline = Dateline(next(iter(places), ""), attribution.first_source(sources), authors)
    return _Found(dateline, end, day if opened.has_day else "")


def _without_land(town: str) -> str:
    """«جنيف سويسرا», «جنيف الاتحاد السويسري» without the country; «بنما سيتي» is a town."""
    if dateline_parts.begins_as_place(town):
        return town
    words = town.split()
    fronts = (" ".join(words[:count]) for count in (2, 1) if count < len(words))
    return next(filter(gazetteer.is_place, fronts), town)
