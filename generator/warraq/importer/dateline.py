"""Datelines: the line that says where a story was written, for whom and by whom.

Newspapers print its parts in any order and with any separator: «دبي - رويترز», «رويترز- موسكو»,
«سارة عمر (جدة)», «لندن: «الحياة»». Each part (`dateline_parts`) is known by the gazetteer
or by its company: beside a city, one word is a paper and two to four are a name.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import attribution, bylines, dateline_parts, dating, gazetteer
from warraq.importer.dateline_parts import Kind
from warraq.importer.lexicon import is_common
from warraq.importer.lines import key

_TOWN: Final = re.compile(
    r"(?P<town>[^()]{2,25}?)[\s،,]*\((?P<land>[^()]{2,30})\)\s*(?P<rest>[-–—ـ:]\s*\S.*)$"
)
_ROLE: Final = re.compile(r"^(?:الدور|Role)\s*[،,:]\s*")
"""What a page says a writer is, and where: «الدور، صوت الضفاف - القاهرة»."""
_EXCLUSIVE: Final = re.compile(r"\bخاص\s+(?=[«\"“][^«»\"“”]+[»\"”]$)")
"""Before the paper that alone has the story: «سامي حداد - خاص "الضفاف"»."""
_COUNTED: Final = re.compile(r"^\d{1,4}\s*\|\s*")
"""How many shared or read it, before whose it is."""
_GLUED: Final = re.compile(
    r"(?<=[\u0621-\u064a])(?=-?\d)|(?:(?<=/\d\d)|(?<=/\d{4}))(?=[\u0621-\u064a]{3})|"
    r"(?<=\dهـ)(?=الموافق)|(?<= هـ)(?=الموافق)|(?<=[\dم])(?=-[(\[/])"
)
"""Where a space is missing: «الدمام25 شوال», «1436هـالموافق», «2013-(قنا)»."""
_MAY_BE_GLUED: Final = re.compile(r"[\d-]|هـ")
_SENTENCE_END: Final = re.compile(r"[^\W\d_]{2}\.$|\.\.$|[؟!]$|(?<!\))،$|^[^:]*\w{2}\.\.\s[^:]*$")
"""Or two dots, which part the halves of a headline; with colons, two writers and their places."""
_TWO_DOTS: Final = re.compile(r"(?<=\w)\.\.\s")
_MARK: Final = re.compile(r"[^\w\s]|[\d_ـ]")
"""What parts the parts of a dateline, or is part of its day; most headlines have none."""
_QUOTED: Final = re.compile(r"[«\"“]([^«»\"“”]{2,30})[»\"”]")
_WHERE: Final = re.compile(r"\([^()]+\)\W*$")
"""Behind a writer's name, where he is: «سامي حداد (الشريط الحدودي)»."""
_IDAFA: Final = re.compile(r"\S+\s+ال\S*[^يةى\W]")
"""A noun and what defines it: behind a dash a paper more often than a person, and behind the colon
of a known place a person.
"""


_PICTURE: Final = re.compile(r"[(\[]\s*(?:تصوير|عدسة)|صورة:?\s")
_TWO: Final = 2
_ADDRESS: Final = re.compile(r"://|\bpic\.\w+\.com/")
_MOST_PARTS: Final = 8
_PLACE_AND_PAPER: Final = 2
_LONGEST_DAY: Final = 60
_BARE_WORDS: Final = 9
"""Of a dateline without any mark, at most, or of what stands between its marks and its day."""
_PIECES: Final = re.compile(r"[\d/|:;()\[\]،,–—ـ-]")
_PAPER_WORDS: Final = 5
"""Of the longest name behind «مراسل»."""
_OUTLET_WORDS: Final = 3
_WHEN: Final = frozenset(map(key, ("اليوم", "الآن", "عاجل")))
"""Names of papers, and when something is."""
_OF_PICTURE: Final = re.compile(
    r"[-–—|/]\s*(?:صورة )?(?:[أا]رشيفي[ةه]|تعبيري[ةه]|توضيحي[ةه]|[أا]رشيف)$"
)
"""Behind a caption: «قناة السويس - أرشيفية»."""
_ORNAMENTS: Final = " ■□●○▪◆◄►"
"""Of a paper's design, before its datelines."""
_MEDINA: Final = key("المدينة")
_MENU_BARS: Final = 4
_HOME: Final = frozenset(map(key, ("الرئيسية", "الصفحة الرئيسية")))
"""What a site calls its first page; behind its name the two are no place."""

_UNKNOWN: Final[tuple[Kind, ...]] = ("word", "words", "maybe person", "")


_WROTE_IN: Final = re.compile(
    rf"{bylines.SIGNED}\s+(?:من|في)\s+(?P<place>[^\W\d]+(?:\s[^\W\d]+){{0,2}}?)\s*[/:،–-]\s*"
    r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3})"
)
"""«حاوره في بيروت: سامي حداد»."""
_NAME_AMID: Final = re.compile(
    r"(?P<paper>[^\W\d]+(?:\s[^\W\d]+){0,2})\s[–-]\s(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3})\s"
    r"\((?P<place>[^\W\d]+(?:\s[^\W\d]+)?)\)"
)
"""«صوت الضفاف – سامي حداد (صيدا)»."""


_EACH_FROM: Final = re.compile(
    r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3})\sمن\s(?P<place>[^\W\d]+(?:\s[^\W\d]+)?)"
    r"\sو(?P<other>[^\W\d]+(?:\s[^\W\d]+){1,3})\sمن\s(?P<where>[^\W\d]+(?:\s[^\W\d]+)?)"
)
"""«سامي حداد من صيدا وليلى عمر من صور»."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; '' or () for what it does not."""

    place: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    dated: dating.Dated | None = None
    sure: bool = True
    """A part of it is known: a city, an agency, a paper. Otherwise only its shape speaks for it."""


@lru_cache(maxsize=1 << 10)  # an outlet's texts come from few places
def read(text: str, today: date, outlets: frozenset[str] = frozenset()) -> Dateline | None:
    """Read a line that is nothing but a dateline, or None.

    `outlets` are keys of names that the file itself shows to be its paper's.
    """
    text = text.lstrip(_ORNAMENTS) or text
    text = bylines.without_account(_EXCLUSIVE.sub("", _ROLE.sub("", text)))
    menu = text.count("|") >= _MENU_BARS  # and perhaps the day
    told = None if menu else _signed(text) or _of_day(text, today)
    if menu or told or len(text) > 110 or text.count(" ") > 17 or text[:1] == "#":
        return told
    if not _MARK.search(text):
        if text.count(" ") >= _BARE_WORDS:
            return None  # as most headlines
        words = dateline_parts.of_words(text)
        return _of_parts(words, (text, text), None, outlets) if words else None
    long = any(part.count(" ") >= _BARE_WORDS for part in _PIECES.split(text))
    other = _SENTENCE_END.search(text) or _ADDRESS.search(text) or _OF_PICTURE.search(text)
    if long or other:
        return None
    text = _COUNTED.sub("", text)
    if _MAY_BE_GLUED.search(text):
        text = _GLUED.sub(" ", text)
    text = _TWO_DOTS.sub(" - ", _with_dash(text))
    line, dated = dating.without_day(bylines.without_photographer(text), today)
    if dated is None and line[-1] == "/":  # as wires mark their datelines
        line = dating.without_day_of_month(line)
    town = _TOWN.match(line)
    if town and gazetteer.is_place(town["land"]) and not gazetteer.is_person(town["town"]):
        found = read(town["land"] + town["rest"], today, outlets)
        return replace(found, place=town["town"]) if found else None
    return _of_parts(dateline_parts.of_line(line), (text, line), dated, outlets)


def _of_day(text: str, today: date) -> Dateline | None:
    """The day, and behind it the city or the agency, without a mark: «15 ديسمبر 2020 الأبيض»."""
    if len(text) > _LONGEST_DAY or not dating.has_digit(text) or text[-1].isdigit():
        return None
    words = text.split()
    for at in (-1, -2):
        place = " ".join(words[at:])
        placed = gazetteer.is_city(words[0]) or gazetteer.is_city(" ".join(words[:2]))
        agency = gazetteer.is_news_agency(place) and not placed
        if not (agency or gazetteer.is_city(place)):
            continue
        if dated := dating.read(" ".join(words[:at]), today):
            return Dateline("", place, dated=dated) if agency else Dateline(place, dated=dated)
    return None


def _signed(text: str) -> Dateline | None:
    """Who wrote, and where, behind a word that says so, or around the name."""
    wrote = _WROTE_IN.fullmatch(text)
    if wrote and gazetteer.may_be_person(wrote["name"]):
        return Dateline(wrote["place"], authors=bylines.people(wrote["name"]))
    each = _EACH_FROM.fullmatch(text)
    if each and all(map(gazetteer.is_place, each.group("place", "where"))):
        names = each.group("name", "other")
        if all(map(gazetteer.is_person, names)):
            return Dateline(each["place"], authors=names)
    of = _NAME_AMID.fullmatch(text)
    if of is None or not gazetteer.is_person(of["name"]):
        return None
    if gazetteer.is_agency(of["place"]) or gazetteer.is_person(of["paper"]):
        return None  # a picture's
    return Dateline(of["place"], of["paper"], bylines.people(of["name"]))


def _with_dash(text: str) -> str:
    """The next writer's city may stand right behind a name: «برلين: سامي حداد لندن: منى»."""
    first, *others = text.split(":")
    if len(others) < _TWO:
        return text
    for at, part in enumerate(others[:-1]):
        writer, _, city = part.rpartition(" ")
        if writer.count(" ") >= _TWO and gazetteer.is_city(city):
            others[at] = f"{writer} - {city}"
    return ":".join((first, *others))


def _of_parts(
    parts: list[str],
    written: tuple[str, str],
    dated: dating.Dated | None,
    outlets: frozenset[str],
) -> Dateline | None:
    """What the parts of a line say together; it is given as `written`, and without photographer
    and day.
    """
    text, line = written
    if len(parts) == 1:
        parts = dateline_parts.of_from(parts[0], quoted=_QUOTED.search(text) is not None)
    else:
        parts = [part for part in parts if not dateline_parts.are_initials(part)]
    named = [part for part in parts if not dateline_parts.stands_for_source(part)]
    if len(named) > 1 and key(named[-1]) in _HOME:
        named.pop()
    if len(named) < min(2, len(parts)):
        return _followed(named, dated)
    if len(named) == 1:
        return _alone(named[0], outlets, text, dated)
    kinds = _with_paper(text, named, [dateline_parts.kind_of(part, outlets) for part in named])
    kinds = _with_town(text, named, _with_city(named, kinds))
    papers = "outlet" in kinds or "agency" in kinds
    if len(named) < len(parts) and not papers:  # «خاص», «متابعة» stand beside a paper
        kinds = ["outlet" if kind == "word" else kind for kind in kinds]
    told = kinds in (["person", "word"], ["person", "words"]) and _WHERE.search(text) is not None
    if told:
        kinds[1] = "outlet" if attribution.is_paper(named[1]) else "place"
    said = ":" in text.rstrip(": ") and kinds == ["place", "maybe person"]
    if said and _is_phrase(named[1]):
        return None  # «لبنان: افتتاح ثلاث مدارس»
    if not 1 < len(named) <= _MOST_PARTS or not all(kinds) or _is_caption(line, named, kinds):
        return None
    if (
        kinds[0] == "outlet"
        and key(named[0]) in _WHEN
        and set(kinds[1:]) <= {"words", "maybe person"}
    ):
        return None  # «اليوم: سحب عابرة»
    found = _around_writer(named, kinds, dated) if text.count("/") == _TWO else None
    found = found or _read(named, kinds, dated, dashed=":" not in text.rstrip(": "))
    return replace(found, sure=False) if found and told else found


def _around_writer(
    parts: list[str], kinds: list[Kind], dated: dating.Dated | None
) -> Dateline | None:
    """A town and an agency in no list, around who wrote: «طرابزون / ليلى حداد / النخيل»."""
    if kinds[1:] != ["person", "word"] or kinds[0] not in ("word", "words", "maybe person"):
        return None
    town, writer, agency = parts
    return Dateline(town, agency, bylines.people(writer), dated, sure=False)


def _with_paper(text: str, parts: list[str], kinds: list[Kind]) -> list[Kind]:
    """Beside a place, what stands in quotation marks is a paper, whatever else has its name."""
    quoted = {match.strip() for match in _QUOTED.findall(text)}
    of_parts = list(zip(parts, kinds, strict=True))
    if not quoted or all(part in quoted for part, kind in of_parts if kind == "place"):
        return kinds
    return [
        "outlet" if kind and kind != "agency" and part in quoted else kind
        for part, kind in of_parts
    ]


def _with_city(parts: list[str], kinds: list[Kind]) -> list[Kind]:
    """Of two papers the last is a city, if that is called so too: «الضفاف - المدينة»."""
    if len(parts) != _TWO or key(parts[1]) != _MEDINA:
        return kinds
    paper = kinds[0] == "outlet" or attribution.is_paper(parts[0])
    return ["outlet", "place"] if paper else kinds


def _with_town(text: str, parts: list[str], kinds: list[Kind]) -> list[Kind]:
    """Before a colon, a town that no list has stands behind what papers are called: «صدى الموانئ-
    بدية:».
    """
    unknown = len(parts) == _TWO and {*kinds} <= {"word", "words"} and " " not in parts[1]
    told = unknown and text.rstrip().endswith(":") and attribution.is_called_as_papers(parts[0])
    return ["outlet", "place"] if told else kinds


def _followed(parts: list[str], dated: dating.Dated | None) -> Dateline | None:
    """«الضفاف - متابعات», «سامي حداد - خاص»: whose the story is, or where it was written."""
    part = parts[0] if parts else ""
    if dateline_parts.is_place(part):
        return Dateline(place=part, dated=dated)
    if part and (
        bylines.are_people(part)
        or (dateline_parts.may_be_people(part) and gazetteer.has_no_word(part))
    ):
        return Dateline(authors=bylines.people(part), dated=dated)
    return Dateline(source=part, dated=dated) if part.count(" ") < 3 else None


def _is_caption(line: str, parts: list[str], kinds: list[Kind]) -> bool:
    """Several unknown words, and whose picture it is in brackets or behind a bar, as in «عش جديد
    (رويترز)»; whatever has a photographer, or one who only sells pictures; or a number: «(423)»
    counts the stories of a list.
    """
    if _PICTURE.search(line) or any(map(str.isdigit, parts)):
        return True
    if any(key(part) in gazetteer.PHOTO_AGENCIES for part in parts):
        return True
    if len(parts) != 2 or kinds[1] not in ("agency", "outlet") or kinds[0] not in _UNKNOWN:
        return False
    words = parts[0].count(" ") + 1
    apart = re.search(r"[(\[/|]", line) is not None
    return words > (1 if apart else 2) and not dateline_parts.begins_as_place(parts[0])


def _alone(
    part: str, outlets: frozenset[str], text: str, dated: dating.Dated | None
) -> Dateline | None:
    """A line that names nothing but an agency, a paper, a correspondent's paper, or a town."""
    if part.isdigit() or _PICTURE.search(text):
        return None
    kind = dateline_parts.known_kind_of(part, outlets)
    known = kind == "agency" or (kind == "outlet" and key(part) in gazetteer.OUTLETS)
    known = known or gazetteer.is_site(part)
    if known or (dateline_parts.is_correspondents(text) and part.count(" ") < _PAPER_WORDS):
        return Dateline(source=part, dated=dated)
    if kind == "place" and (dated or text.rstrip().endswith((":", "-"))):
        return Dateline(place=part, dated=dated)
    if dateline_parts.is_followed(text) and part.count(" ") < _OUTLET_WORDS:
        return Dateline(source=part, dated=dated, sure=False)
    return None


def _read(
    parts: list[str], kinds: list[Kind], dated: dating.Dated | None, *, dashed: bool = True
) -> Dateline | None:
    """The parts together; None where they are too many, or nothing but unknown words.

    `dashed`: no colon parts them, as it would the speaker from the words of a headline.
    """
    of_kind: dict[Kind, list[str]] = defaultdict(list)
    for part, kind in zip(parts, kinds, strict=True):
        of_kind[kind].append(part)
    place = next(iter(of_kind["place"]), "")
    sources = of_kind["agency"] + of_kind["outlet"]
    source = attribution.first_source(sources)
    if not place and sources == [source] and of_kind["person"] and gazetteer.is_city(source):
        place, source, sources = source, "", []  # «قنا» is an agency too
    sure = bool(place or source)
    named, unknown = _names_and_others(of_kind, place, sure=sure, dashed=dashed)
    authors = tuple(dict.fromkeys(name for part in named for name in bylines.people(part)))
    unknown.sort(key=parts.index)
    words = max((part.count(" ") + 1 for part in unknown), default=0)
    if words > 3 and not (place and dashed):
        return None
    if gazetteer.is_section(parts[0]) and not (authors or sources):
        return None  # «أخبار | تونس»: the way to a page
    if not sure and (len(unknown) != 1 if authors else not dashed or len(unknown) * words > 4):
        return None
    return _placed(Dateline(place, source, authors, dated, sure), unknown, dashed=dashed)


def _names_and_others(
    of_kind: dict[Kind, list[str]], place: str, *, sure: bool, dashed: bool
) -> tuple[list[str], list[str]]:
    """The parts that are names, and those that are unknown; of what may be a name, what stands
    beside it tells.
    """
    named = list(of_kind["person"])
    if place and not named:
        named = list(filter(_ends_in_a_name, of_kind["words"]))[:1]
    said = sure and not dashed
    maybe = _without_words(of_kind["maybe person"], place, colon=said)
    unknown = of_kind["word"] + [part for part in of_kind["words"] if part not in named]
    unknown += [part for part in of_kind["maybe person"] if part not in maybe]
    if of_kind["agency"] and not place:
        names = 0  # beside an agency, a town that is not in the gazetteer
    elif said:
        names = len(maybe)
    else:
        names = int(not named and (sure or len(unknown) == 1))
    return named + maybe[:names], unknown + maybe[names:]


def _without_words(parts: list[str], place: str, *, colon: bool) -> list[str]:
    """Those that are names rather than words: behind a city's colon all, behind a country's not
    those of a headline, «مصر: إنشاء مدرسة كبيرة».
    """
    if colon and (not place or gazetteer.is_city(place)):
        return parts
    if colon:
        return [part for part in parts if _begins_as_name(part) or not gazetteer.is_of_words(part)]
    return [part for part in parts if not _is_of_words(part)]


def _begins_as_name(part: str) -> bool:
    return key(part.partition(" ")[0]) in gazetteer.GIVEN_NAMES


def _is_of_words(part: str) -> bool:
    """«دفتر الأيام»: a noun and what defines it; of «هتان النجار» no word is an everyday one."""
    return _IDAFA.fullmatch(part) is not None and any(map(is_common, normalise(part).split()))


def _is_phrase(part: str) -> bool:
    """Three words or more, most of which are everyday ones, as those of no name are, unless a given
    name is the first that is no other word.
    """
    words = normalise(part).split()
    if _begins_as_name(part) and not is_common(words[0]):
        return False
    return len(words) > 2 and sum(map(is_common, words)) > len(words) / 2


def _ends_in_a_name(part: str) -> bool:
    """«السيد حسن»: two or three words, the last of which is a given name."""
    words = part.split()
    known = key(words[-1]) in gazetteer.GIVEN_NAMES
    return known and len(words) in (2, 3) and not attribution.is_called_as_papers(part)


def _placed(found: Dateline, unknown: list[str], *, dashed: bool) -> Dateline | None:
    """Unknown parts are the place, then the paper, where these are not known yet."""
    beside = [part for part in unknown if not _is_of_desk(part, placed=found.place != "")]
    of_desk, unknown = len(beside) < len(unknown), beside
    if of_desk and unknown and not (found.place or found.source or " " in unknown[0]):
        return replace(found, source=unknown[0])  # «الضفاف - المحليات»
    if found.place:
        unknown.sort(key=attribution.is_called_as_papers, reverse=True)
    if len(unknown) > _PLACE_AND_PAPER:
        return None
    placed: Dateline | None = found
    for part in unknown:
        if placed:
            placed = _with_unknown(placed, part, dashed=dashed, only=len(unknown) == 1)
    return placed


def _is_of_desk(part: str, *, placed: bool) -> bool:
    """Beside a place, a section is the desk for which somebody writes there."""
    return dateline_parts.is_desk(part) or (placed and gazetteer.is_section(part))


def _with_unknown(found: Dateline, part: str, *, dashed: bool, only: bool) -> Dateline | None:
    """A dateline with what an unknown part is beside it; None where the two are none. `only`: no
    other part is unknown.
    """
    latin = part.isascii()
    town = not latin and (" " not in part or dateline_parts.begins_as_place(part))
    if found.place and found.source:
        if town:
            return found  # the second of two
        writer = not found.authors and gazetteer.may_be_person(part)
        return replace(found, authors=(part,)) if writer else None
    paper = attribution.is_called_as_papers(part) or (dashed and not town)
    if found.place or (found.authors and paper):
        return replace(found, source=part)
    if gazetteer.is_section(part):
        beside = found.authors or (found.source and only)
        return found if beside else None  # it says what they wrote: an analysis, a report
    if town or not (found.source or latin):
        return replace(found, place=part)
    return found  # beside an agency, two words that are no place are the paper that took its story
