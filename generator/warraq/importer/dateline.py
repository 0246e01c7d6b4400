"""Datelines and bylines: the line that says where a story was written, for whom and by whom.

Newspapers print its parts in any order and with any separator: «دبي - رويترز», «رويترز- موسكو»,
«سارة عمر (جدة)», «لندن: «الحياة»». Each part is known by the gazetteer or by its company: beside
a city, one word is a paper and two to four are a name.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from warraq.arabic import bodies
from warraq.arabic.normalise import normalise
from warraq.importer import dating, gazetteer
from warraq.importer.lexicon import is_common
from warraq.importer.lines import key

_SEPARATOR: Final = re.compile(
    r"\s*(?:(?:^|(?<=\s))[ـ_]+(?=\s|$)|\s[-–—]+|[-–—]+\s|[-–—]{2,}|[/|:;()\[\]]|\s-)\s*"
)
_BARE_HYPHEN: Final = re.compile(r"\s*[-–—_]+\s*|(?<=[^\W\d_]{2}[^\W\d_ه])ـ+\s+")
_FROM: Final = re.compile(r"(.+?)\s+من\s+(\S+(?:\s\S+)?)$")
_BYLINE: Final = re.compile(
    r"(?:كتبته|كتبت|كتبه|كتبها|كتب|بقلم|(?:الكاتب|المؤلف|المحرر)ة?(?=\s*:)|"
    r"أعدته|أعده|أعدها|إعداد|اعداد|حوار|حاوره|حاورها|حاورته|حاورتها|أجرى الحوار|"
    r"أجرت الحوار|قراءة(?=\s*:)|استطلاع|تحقيق|متابعة|ترجمة|تحرير|تقرير|رصد|تغطية|"
    r"مراسل|مراسلة|هذا المقال بقلم|نص(?=\s*:)|By)"
    r"(?:\s+و(?:تصوير|ترجمة|تحرير|متابعة|إعداد|صور))?"
    r"(?P<mark>\s*[:/–—-]+\s*|\s+)(?P<names>\S.*)$",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s*[،,/&]\s*|\s+-\s+")
_LIST: Final = re.compile(r"\s*[،,]\s*|\s+و\s*")
_AND_NAME: Final = re.compile(r"\s+و\s*(?=(\S+))")
_WROTE: Final = re.compile(
    r"^(?:(?:كتبت?|بقلم|متابعة|تحقيق|تقرير|إعداد|قراءة|تصوير|رصد|ترجمة|حاورها?|حاوره|حاورته|حاورتها|حوار|استطلاع|هاتفيا)"
    r"(?:\s+و(?:تصوير|ترجمة|تحرير|متابعة))?(?:\s+|$))|[،,]?\s+(?:متابعة|تحقيق|تقرير|حوار|ترجمة|تصوير|خاص|استطلاع)$"
)
_TOWN: Final = re.compile(
    r"(?P<town>[^()]{2,25}?)[\s،,]*\((?P<land>[^()]{2,30})\)\s*(?P<rest>[-–—ـ:]\s*\S.*)$"
)
_PHOTOGRAPHER: Final = re.compile(
    r"(?<=[\w)])[\s،,/|(–—-]+(?:تصوير|عدسة)\s*[:/–—ـ-]\s*[^:/]{3,40}$"
)
"""Behind the writer's name; a line of its own is a caption's credit."""
_COUNTED: Final = re.compile(r"^\d{1,4}\s*\|\s*")
"""How many shared or read it, before whose it is."""
_GLUED: Final = re.compile(
    r"(?<=[\u0621-\u064a])(?=\d)|(?<=\dهـ)(?=الموافق)|(?<= هـ)(?=الموافق)|(?<=[\dم])(?=-[(\[/])"
)
"""Where a space is missing: «الدمام25 شوال», «1436هـالموافق», «2013-(قنا)»."""
_SENTENCE_END: Final = re.compile(r"[^\W\d_]{2}\.$|[؟!،]$")
_MARK: Final = re.compile(r"[^\w\s]|[\d_ـ]")
"""What parts the parts of a dateline, or is part of its day; most headlines have none."""
_CORRESPONDENT: Final = re.compile(
    r"(?:مراسلة?|مراسلو|موفدة?|مكتب)\s+(?=[«\"“]|\S+\s\S)|خاص\s+[بل](?:ـ+\s*|(?=[«\"“]))"
)
_FOLLOWED: Final = re.compile(r"^(?:متابعة|تغطية|رصد)\s*[-–—ـ/|]|[-–—ـ/|]\s*(?:متابعة|تغطية|رصد)$")
"""What a paper does with others' stories, beside its name."""
_OUTLET_WORDS: Final = 3
_SENDER: Final = re.compile(r"^(?:مراسلة?|موفدة?|خاص(?=\s[^بل]\S+$))\s+")
_BY: Final = re.compile(r"^من\s+(?=\S+\s\S)")
_AND_PLACE: Final = re.compile(r"(?P<name>\S+\s.*\S)\s+و(?P<place>\S+(?:\s\S+)?)")
BEFORE_DAY: Final = re.compile(r"(?:\s+(?:في|يوم|بتاريخ)|[\s،,–—-])+$")
_SENT: Final = re.compile(r"(.+?)\s+(?:إلى|في)\s+(\S+(?:\s\S+)?)")
_SLIDER: Final = re.compile(r"^(?:(?:Next|Prev(?:ious)?)\s+)+")
"""What the buttons of a row of pictures leave before a line."""
_QUOTED: Final = re.compile(r"[«\"“]([^«»\"“”]{2,30})[»\"”]")
_QUOTES: Final = re.compile(r"[«»\"“”{}]+")
_PAPER: Final = re.compile(
    r"(?:صوت|صدى|عين|نبض|مرآة|منبر|نداء|رأي|لسان|نبأ|أنباء|شمس|فجر|صباح|ضحى|لواء|بيان|وطن|حديث|جسر|جسور|"
    r"آفاق|أفق|ضفاف|نافذة|منصة|مدار|شعاع|شاهد|رسالة|كلمة|بريد|ملتقى|عالم|دنيا|حكاية|قلم|دار)\s+\S+"
)
"""Two words such as «صوت المغرب»: a paper's name, and no person's."""
_EDITORIAL: Final = re.compile(r"(?:كلمة|رأي|افتتاحية)\s")
_MEDIUM: Final = re.compile(r"(?:جريدة|صحيفة|مجلة)\s+\S+(?:\s\S+)?")
_IDAFA: Final = re.compile(r"\S+\s+ال\S*[^يةى\W]")
"""Other such words, which behind a dash are a paper more often than a person, and behind the colon
of a known place a person.
"""
_PLACE_WORD: Final = re.compile(
    r"(?:وادي|رأس|بني|أم|دير|حفر|بيت|كفر|خان|تل|سيدي|أولاد|آيت|مدينة|محافظة|ولاية|جزيرة|إقليم|قرية|بلدة|"
    r"مخيم|سان|سانت|سانتا|نيو|نورث|ساوث|فورت|ويست|إيست|لوس|لاس|بوينس|بوينوس|ساو|ريو|كيب|بورت|بور|ديار|بحر|جبل|حي)\s|"
    r".*\s(?:[آأا]باد|سيتي|بيتش)$"
)
_DESK: Final = re.compile(
    r"(?:ال)?(?:مكتب|محليات|ترجمة|قصة|رصد|تحرير|(?:محرر|موفد|مندوب|قسم|فريق)(?:\s+\S+)?|"
    r"سبت|أحد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)"
)
"""What a part of a dateline may be that is no place."""
EDGES: Final = " \t.:،,-–—ـ|/«»\"“”'()[]*"

_POSTED: Final = re.compile(
    r"(?:^|\s)(?:بواسطة|أرسلها?|كتبها?|نشرها?|أضافها?|[Bb]y)\s*:?\s+(?P<name>[^|،,•–—/-]{3,40}?)"
    r"(?=\s+(?:في|بتاريخ|on|in)(?:\s|$)|\s*[|،,•–—/-]|$)"
)
_SOURCED: Final = re.compile(r"[\s|–—-]*(?:المصدر|مصدر)\s*:\s*(?P<paper>\S.{1,40})$")
_PRINTED: Final = re.compile(
    r"(?:نشر|نشرت|نُشر)\s+في\s+(?P<paper>[^\d:]{2,40}?)\s+(?:يوم|بتاريخ)\s+(?P<day>\S.*)$"
)
_MADE: Final = re.compile(
    r"(?:تم\s+)?(?:ال)?(?:نشر|نشرت|كتب|كتبت|أضيف|أضيفت|أرسل|أرسلت|مرسلة|posted|published)"
    r"|\d{1,2}:\d{2}(?:\s*\w{1,5})?|\d{1,5}\s+تعليق(?:ات|ا)?",
    re.IGNORECASE,
)
_BARS: Final = re.compile(r"\s+[-–—/>]\s+|\s*[|»›]\s*|\s+في\s+(?=[^\W\d])")
_SECTION_LABEL: Final = re.compile(r"(?:ال)?(?:قسم|تصنيف|باب)\s*:\s*")
_SIGNED: Final = re.compile(r"(?:^|\s)(?:كتبت?|بقلم|إعداد|By)\s", re.IGNORECASE)
"""What stands before a writer's name, which may have the day beside it."""
_MOST_BARS: Final = 4
"""Parts of a line that names its section and its day."""
_PIECES: Final = re.compile(r"\s+(?:في|بتاريخ)(?:\s+|$)|\s*[|•]\s*|\s+[–—/]\s+")

_CLOSING: Final = re.compile(r"[(\[]\s*(?P<agency>[^()\[\]]{2,40}?)\s*[)\]]\s*[.»\"”*/]*$")
_BEHIND_SENTENCE: Final = re.compile(r"[.؟!…»”\"]\s+(?=(?P<agency>[^.؟!…\s].{1,29}?)[\s./*]*$)")

_CLOSING_LENGTH: Final = 50
"""Characters at a text's end in which its agencies are named."""

_PICTURE: Final = re.compile(r"[(\[]\s*(?:تصوير|عدسة)|صورة:?\s")
_MOST_PARTS: Final = 8
_HOME: Final = frozenset(map(key, ("الرئيسية", "الصفحة الرئيسية")))
"""What a site calls its first page; behind its name the two are no place."""
_AGENCIES_ALL: Final = frozenset(map(key, ("وكالات", "الوكالات", "وكالات الأنباء")))
"""Agencies that nobody names: beside them a paper is the source."""
_NOBODY: Final = frozenset(
    map(key, ("متابعات", "عواصم", "العواصم", "خاص", "خاص بالموقع", "مواقع", "متابعة", "أرشيف"))
)
"""What stands where a source is named, and names none."""

Part = Literal["place", "agency", "outlet", "person", "maybe person", "word", "words", ""]


_UNKNOWN: Final[tuple[Part, ...]] = ("word", "words", "maybe person", "")


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
    if len(text) > 110 or text.count(" ") > 17 or text[:1] == "#":
        return None
    if not _MARK.search(text):
        part = _without_work(_SLIDER.sub("", text).strip())
        return _of_parts(halves_of(part), (text, text), None, outlets) if part else None
    if _SENTENCE_END.search(text):
        return None
    text = _GLUED.sub(" ", _COUNTED.sub("", text))
    line, dated = _without_date(_PHOTOGRAPHER.sub("", text), today)
    town = _TOWN.match(line)
    if town and gazetteer.is_place(town["land"]) and not gazetteer.is_person(town["town"]):
        found = read(town["land"] + town["rest"], today, outlets)
        return replace(found, place=town["town"]) if found else None
    parts = [half for part in parts_of(line) for half in halves_of(part)]
    return _of_parts(parts, (text, line), dated, outlets)


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
        parts = _one(parts[0])
    named = [part for part in parts if key(part) not in _NOBODY]
    if len(named) > 1 and key(named[-1]) in _HOME:
        named.pop()
    if len(named) < min(2, len(parts)):
        return _followed(named, dated)
    if len(named) == 1:
        return _alone(named[0], outlets, text, dated)
    kinds = _with_paper(text, named, [_kind(part, outlets) for part in named])
    said = ":" in text.rstrip(": ") and kinds == ["place", "maybe person"]
    if said and _is_phrase(named[1]):
        return None  # «لبنان: افتتاح ثلاث مدارس»
    if not 1 < len(named) <= _MOST_PARTS or not all(kinds) or _is_caption(line, named, kinds):
        return None
    return _read(named, kinds, dated, dashed=":" not in text.rstrip(": "))


@dataclass(frozen=True, slots=True)
class Posted:
    """What a program that makes pages says of an article in one line."""

    authors: tuple[str, ...]
    dated: dating.Dated | None
    section: str
    source: str = ""


def posted(text: str, today: date) -> Posted | None:
    """Read «نشر في 5 مارس 2013 بواسطة سامي حداد في منوعات», whose parts come in any order, or
    «نشر في الضفاف يوم 5 مارس 2013»; None where a line is something else.
    """
    printed = _PRINTED.match(text) if len(text) < 120 else None
    if printed and (dated := dating.read(printed["day"], today)):
        return Posted((), dated, "", printed["paper"].strip(EDGES))
    match = _POSTED.search(text) if len(text) < 120 else None
    if match is None:
        return _of_section(text, today)
    around = (text[: match.start()], text[match.end() :])
    pieces = [piece.strip() for part in around for piece in _PIECES.split(f" {part} ")]
    days = [dated for piece in pieces if (dated := dating.read(piece, today))]
    sections = [piece for piece in pieces if gazetteer.is_section(piece)]
    strangers = [piece for piece in pieces if piece and not _MADE.fullmatch(piece)]
    names = people(match["name"])
    if not names or len(strangers) > len(days) + len(sections):
        return None
    return Posted(names, next(iter(days), None), next(iter(sections), ""))


def _of_section(text: str, today: date) -> Posted | None:
    """«ثقافة 5 مارس 2013 - 10:20», «5 مارس 2013 | ثقافة | المصدر: الضفاف»: the day with its hour,
    beside a section or a source; or with a dash or a bar between, as in «ثقافة - 5/3/2013».
    """
    if len(text) > 110 or not any(map(str.isdigit, text)):
        return None
    if beside := _beside_section(text, today) or _beside_name(text, today):
        return beside
    if ":" not in text:
        return None  # no hour, as in nearly all lines
    told = _SOURCED.search(text)
    source = told["paper"].strip(EDGES) if told else ""
    pieces = [piece for piece in (text[: told.start()] if told else text).split("|") if piece]
    words = pieces[0].split() if pieces and not dating.read(pieces[0], today) else []
    for at in (1, 2) if len(words) < 9 else ():
        if gazetteer.is_section(" ".join(words[:at])):
            pieces[:1] = [" ".join(words[:at]), " ".join(words[at:])]
            break
    sections = [piece.strip() for piece in pieces if gazetteer.is_section(piece.strip())]
    rest = " ".join(piece for piece in pieces if piece.strip() not in sections)
    dated = dating.read(rest.strip(" |-–—"), today) if sections or source else None
    if dated is None or dated.clock is None:
        return None
    return Posted((), dated, next(iter(sections), ""), source)


def _beside_section(text: str, today: date) -> Posted | None:
    parts = [_SECTION_LABEL.sub("", part) for part in _BARS.split(text)]
    sections = [part for part in parts if gazetteer.is_section(part)]
    if not sections or len(parts) > _MOST_BARS:
        return None
    dated = dating.read(" - ".join(part for part in parts if part not in sections), today)
    return Posted((), dated, sections[0]) if dated else None


def _beside_name(text: str, today: date) -> Posted | None:
    """«كتب سامي حداد 5 مارس 2013»."""
    if not _SIGNED.search(text):
        return None
    line, dated = _without_date(text, today)
    names = byline(line.strip(EDGES)) if dated else ()
    return Posted(names, dated, "") if names else None


def byline(text: str) -> tuple[str, ...]:
    """The names of a line such as «كتب: سامي حداد»; () where it is none."""
    match = _BYLINE.match(_PHOTOGRAPHER.sub("", text))
    if not match or len(text) > 90:
        return ()
    names = people(match["names"].strip(EDGES))
    marked = match["mark"].strip() != ""
    known = all(
        gazetteer.is_person(name)
        or (marked and (gazetteer.may_be_person(name) or is_organisation(name)))
        for name in names
    )
    return names if known else ()


def are_sources(text: str) -> bool:
    """Two agencies or papers, or more, and nothing else: «الضفاف / أ ف ب»."""
    names = _AND.split(text)
    return len(names) > 1 and all(
        gazetteer.is_agency(name) or key(name) in gazetteer.OUTLETS for name in names
    )


def is_paper(text: str) -> bool:
    """«صوت الجبل», «جريدة الضفاف»: what papers are called, and nothing else."""
    return _PAPER.fullmatch(text) is not None or is_medium(text)


def is_medium(text: str) -> bool:
    """«جريدة الضفاف»."""
    return _MEDIUM.fullmatch(text) is not None


def editorial(text: str) -> str:
    """The paper whose own word a line announces, «كلمة الرياض»; or ''."""
    _, _, paper = text.partition(" ")
    if not _EDITORIAL.match(text):
        return ""
    return paper if any(paper in names for _, names, _ in gazetteer.outlets()) else ""


def says_nobody(text: str) -> bool:
    """«متابعات», «خاص», a desk or a weekday: part of a dateline, and no name."""
    return key(text) in _NOBODY or _DESK.fullmatch(text) is not None


def are_people(text: str) -> bool:
    """A name that is a person's, or several."""
    return _all_people(text, gazetteer.is_person)


def first_source(sources: Sequence[str]) -> str:
    """The first that has a name: «وكالات» is the source only where no other is."""
    named = (name for name in sources if key(name) not in _AGENCIES_ALL)
    return next(named, "".join(sources[:1]))


def is_organisation(name: str) -> bool:
    """An agency, a paper or a desk, which is a source and no author: «أ ف ب», «هيئة التحرير»."""
    return gazetteer.is_agency(name) or gazetteer.is_outlet(name) or bodies.is_body(name)


def people(text: str) -> tuple[str, ...]:
    """The names in a text; «و» parts two of them only before a given name."""
    names: list[str] = []
    for part in _AND.split(text):
        start = 0
        for match in _AND_NAME.finditer(part):
            if key(match[1]) in gazetteer.GIVEN_NAMES:
                names.append(part[start : match.start()])
                start = match.end()
        names.append(part[start:])
    return tuple(name for name in (name.strip(EDGES) for name in names) if name)


def closing(paragraph: str) -> str:
    """The agencies with which a text ends, in brackets or behind its last sentence, or ''; the text
    stays whole.
    """
    end = paragraph[-_CLOSING_LENGTH:]
    bracketed = _CLOSING.search(end)
    matches = [bracketed] if bracketed else _BEHIND_SENTENCE.finditer(end)
    names = (match["agency"].strip(EDGES) for match in matches)
    return next((n for n in names if gazetteer.is_news_agency(n) or are_sources(n)), "")


def parts_of(line: str) -> list[str]:
    """What stands between separators, without quotation marks and «كتب»."""
    parts: list[str] = []
    for part in _SEPARATOR.split(_SLIDER.sub("", line)):
        bare = _QUOTES.sub("", part).strip(EDGES)
        halves = _BARE_HYPHEN.split(bare)
        if len(halves) > 1 and any(map(_is_known, halves)):
            parts += halves
        else:
            parts.append(bare)
    return list(filter(None, map(_without_work, parts)))


def _without_work(part: str) -> str:
    """A part without what its bearer did or is: «كتب», «مراسل», «مكتب»."""
    named = _CORRESPONDENT.sub("", _WROTE.sub("", part.removesuffix(" و")))
    return _of_office(named) if named else ""


def _with_paper(text: str, parts: list[str], kinds: list[Part]) -> list[Part]:
    """Beside a place, what has the name of another and stands in quotation marks is a paper."""
    quoted = {match.strip() for match in _QUOTED.findall(text)}
    if not quoted or kinds.count("place") < 2:
        return kinds
    return [
        "outlet" if kind == "place" and part in quoted else kind
        for part, kind in zip(parts, kinds, strict=True)
    ]


def _of_office(part: str) -> str:
    """«مكتب دبي», «مراسل الضفاف» without its first word."""
    rest = part.removeprefix("مكتب ")
    if _is_known(rest):
        return rest
    rest = _BY.sub("", part)
    of_two = rest.count(" ") == 1 and gazetteer.may_be_person(rest)
    if rest != part and (of_two or gazetteer.is_person(rest)):
        return rest
    return _SENDER.sub("", part)


def _is_known(part: str) -> bool:
    return gazetteer.is_place(part) or gazetteer.is_agency(part) or key(part) in gazetteer.OUTLETS


def _without_date(text: str, today: date) -> tuple[str, dating.Dated | None]:
    """A wire line has its date in the middle: «الرياض 10 أغسطس 2015 واس»."""
    words = text.split()
    start = next((i for i, word in enumerate(words) if any(map(str.isdigit, word))), None)
    if start is None:
        return text, None
    if start and dating.read(" ".join(words[start - 1 :]), today):
        start -= 1  # the weekday before the day
    for end in range(len(words), start, -1):
        if dated := dating.read(" ".join(words[start:end]), today):
            before = BEFORE_DAY.sub("", " ".join(words[:start]))
            return " - ".join((before, " ".join(words[end:]))), dated
    return text, None


def _apart(part: str) -> list[str]:
    """A place and a name whose separator is lost: «جدة سامي حداد», «سامي حداد بيروت»."""
    words = part.split()
    if not 2 <= len(words) <= 8 or _is_known(part) or gazetteer.is_person(part):
        return [part]
    halves = list(filter(None, map(str.strip, part.split("،"))))
    if len(halves) > 1 and len(sorts := set(map(_sort_of, halves))) > 1 and "" not in sorts:
        return halves
    sent = _SENT.fullmatch(part)
    if sent and _is_known(sent[1]) and gazetteer.is_place(sent[2]):
        return [sent[1], sent[2]]
    for at in (1, 2):
        front, back = " ".join(words[:at]), " ".join(words[at:])
        if gazetteer.is_place(front) and (
            gazetteer.is_person(back) or (back and gazetteer.is_agency(back))
        ):
            return [front, back]
    for at in (1, 2):
        front, back = " ".join(words[:-at]), " ".join(words[-at:])
        if gazetteer.is_place(back) and (gazetteer.is_person(front) or _sort_of(front) == "source"):
            return [front, back]
    return [part]


def halves_of(part: str) -> list[str]:
    """What stands together in a part and is two."""
    return _and_place(part) or _apart(part)


def _and_place(part: str) -> list[str]:
    """A name and the place of the next writer: «سامي حداد والرياض»."""
    match = _AND_PLACE.fullmatch(part) if " و" in part else None
    if match and gazetteer.is_place(match["place"]) and gazetteer.is_person(match["name"]):
        return [match["name"], match["place"]]
    return []


def _sort_of(part: str) -> str:
    """What is known of a part: a place, a person, a source; or ''."""
    if gazetteer.is_place(part):
        return "place"
    if gazetteer.is_agency(part) or key(part) in gazetteer.OUTLETS:
        return "source"
    return "person" if gazetteer.is_person(part) else ""


def _one(text: str) -> list[str]:
    """A line without separators but «من»: «سامي حداد من الرياض»."""
    match = _FROM.match(text)
    if match and gazetteer.is_place(match[2]) and text.count(" ") < 6:
        whom = match[1]
        named = gazetteer.may_be_person(whom) and whom.count(" ") == 1
        named = named or _all_people(whom, gazetteer.is_person)
        if named or gazetteer.is_agency(whom) or gazetteer.is_outlet(whom):
            return [whom, match[2]]
    return [text]


def _kind(part: str, outlets: frozenset[str]) -> Part:
    if key(part) in outlets:
        return "outlet"
    known = _first(part, _PARTS)
    words = part.count(" ") + 1
    return known or ("word" if words == 1 else "words" if words < 6 else "")


def _first(part: str, kinds: Sequence[tuple[Part, Callable[[str], bool]]]) -> Part:
    """The first of these kinds that fits; '' where none does."""
    return next((kind for kind, is_one in kinds if is_one(part)), "")


def _is_agencies(part: str) -> bool:
    """An agency, or several: «أ ف ب، رويترز»."""
    if gazetteer.is_news_agency(part):
        return True
    names = _listed(part)
    return len(names) > 1 and all(
        gazetteer.is_news_agency(n) or gazetteer.is_outlet(n) for n in names
    )


def _all_people(part: str, is_one: Callable[[str], bool]) -> bool:
    names = people(part)
    return names != () and all(map(is_one, names))


def may_be_people(part: str) -> bool:
    """A name of the shape of a person's, or several."""
    return not (_PAPER.fullmatch(part) or _PLACE_WORD.match(part)) and _all_people(
        part, gazetteer.may_be_person
    )


def _is_place(part: str) -> bool:
    """A city, two cities, or a city and its country: «بيروت، لبنان», «القاهرة وغزة»."""
    if gazetteer.is_place(part):
        return True
    names = _listed(part)
    return 1 < len(names) < 4 and all(map(gazetteer.is_place, names))


def _listed(part: str) -> list[str]:
    """What commas and «و» join; where there are none, as in most parts, that is quickly seen."""
    return _LIST.split(part) if " و" in part or "،" in part or "," in part else [part]


_KNOWN_PARTS: Final[tuple[tuple[Part, Callable[[str], bool]], ...]] = (
    ("agency", _is_agencies),
    ("place", _is_place),
    ("outlet", gazetteer.is_outlet),
)
_PARTS: Final[tuple[tuple[Part, Callable[[str], bool]], ...]] = (
    *_KNOWN_PARTS,
    ("person", lambda part: _all_people(part, gazetteer.is_person)),
    ("maybe person", may_be_people),
)
"""What a part of a dateline is, by itself; the first that fits."""


def _followed(parts: list[str], dated: dating.Dated | None) -> Dateline | None:
    """«الضفاف - متابعات», «سامي حداد - خاص»: whose the story is, or where it was written."""
    part = parts[0] if parts else ""
    if _is_place(part):
        return Dateline(place=part, dated=dated)
    if part and (
        _all_people(part, gazetteer.is_person)
        or (may_be_people(part) and gazetteer.has_no_word(part))
    ):
        return Dateline(authors=people(part), dated=dated)
    return Dateline(source=part, dated=dated) if part.count(" ") < 3 else None


def _is_caption(line: str, parts: list[str], kinds: list[Part]) -> bool:
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
    return words > (1 if apart else 2) and not _PLACE_WORD.match(parts[0])


def _alone(
    part: str, outlets: frozenset[str], text: str, dated: dating.Dated | None
) -> Dateline | None:
    """A line that names nothing but an agency, a paper, a correspondent's paper, or a town."""
    if part.isdigit() or _PICTURE.search(text):
        return None
    kind = "outlet" if key(part) in outlets else _first(part, _KNOWN_PARTS)
    known = kind == "agency" or (kind == "outlet" and key(part) in gazetteer.OUTLETS)
    known = known or gazetteer.is_site(part)
    if known or _is_correspondents(text, part):
        return Dateline(source=part, dated=dated)
    if kind == "place" and (dated or text.rstrip().endswith((":", "-"))):
        return Dateline(place=part, dated=dated)
    if _FOLLOWED.search(text) and part.count(" ") < _OUTLET_WORDS:
        return Dateline(source=part, dated=dated, sure=False)
    return None


def _is_correspondents(text: str, part: str) -> bool:
    return _CORRESPONDENT.search(text) is not None and part.count(" ") < 5


def _read(
    parts: list[str], kinds: list[Part], dated: dating.Dated | None, *, dashed: bool = True
) -> Dateline | None:
    """The parts together; None where they are too many, or nothing but unknown words.

    `dashed`: no colon parts them, as it would the speaker from the words of a headline.
    """
    of_kind: dict[Part, list[str]] = defaultdict(list)
    for part, kind in zip(parts, kinds, strict=True):
        of_kind[kind].append(part)
    place = next(iter(of_kind["place"]), "")
    sources = of_kind["agency"] + of_kind["outlet"]
    source = first_source(sources)
    sure = bool(place or source)
    named = list(of_kind["person"])
    if place and not named:
        named = list(filter(_ends_in_a_name, of_kind["words"]))[:1]
    maybe = of_kind["maybe person"]
    maybe = _without_words(maybe, place, colon=sure and not dashed)
    unknown = of_kind["word"] + [part for part in of_kind["words"] if part not in named]
    unknown += [part for part in of_kind["maybe person"] if part not in maybe]
    if of_kind["agency"] and not place:
        unknown = unknown + maybe  # beside an agency, a town that is not in the gazetteer
    elif sure and not dashed:
        named += maybe
    elif maybe and not named and (sure or len(unknown) == 1):
        named, unknown = maybe[:1], unknown + maybe[1:]
    else:
        unknown = unknown + maybe
    authors = tuple(dict.fromkeys(name for part in named for name in people(part)))
    unknown.sort(key=parts.index)
    words = max((part.count(" ") + 1 for part in unknown), default=0)
    if words > 3 and not (place and dashed):
        return None
    if gazetteer.is_section(parts[0]) and not (authors or sources):
        return None  # «أخبار | تونس»: the way to a page
    if not sure and (len(unknown) != 1 if authors else not dashed or len(unknown) * words > 4):
        return None
    return _placed(Dateline(place, source, authors, dated, sure), unknown, dashed=dashed)


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
    """Three words or more, most of which are everyday ones, as those of no name are."""
    words = normalise(part).split()
    return len(words) > 2 and sum(map(is_common, words)) > len(words) / 2


def _is_desk(part: str) -> bool:
    """Beside a place, a section is the desk for which somebody writes there."""
    return _DESK.fullmatch(part) is not None or gazetteer.is_section(part)


def _ends_in_a_name(part: str) -> bool:
    """«السيد حسن»: two or three words, the last of which is a given name."""
    words = part.split()
    known = key(words[-1]) in gazetteer.GIVEN_NAMES
    return known and len(words) in (2, 3) and not _PAPER.fullmatch(part)


def _placed(found: Dateline, unknown: list[str], *, dashed: bool) -> Dateline | None:
    """Unknown parts are the place, then the paper, where these are not known yet."""
    desks = _is_desk if found.place else _DESK.fullmatch
    unknown = [part for part in unknown if not desks(part)]
    if len(unknown) > 2:
        return None
    for part in unknown:
        latin = part.isascii()
        town = not latin and (" " not in part or _PLACE_WORD.match(part) is not None)
        paper = _PAPER.fullmatch(part) or (dashed and not town)
        if found.place and found.source:
            if town:
                continue  # the second of two
            if found.authors or not gazetteer.may_be_person(part):
                return None
            found = replace(found, authors=(part,))
        elif found.place or (found.authors and paper):
            found = replace(found, source=part)
        elif gazetteer.is_section(part):
            if not (found.authors or (found.source and len(unknown) == 1)):
                return None  # else it says what they wrote: an analysis, a report
        elif town or not (found.source or latin):
            found = replace(found, place=part)
        # else: beside an agency, two words that are no place are the paper that took its story
    return found
