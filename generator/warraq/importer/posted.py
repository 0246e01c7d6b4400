"""What a program that makes pages says of an article in one line: writer, day, section, source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import attribution, bylines, dating, gazetteer
from warraq.importer.attribution import EDGES
from warraq.importer.lexicon import is_common
from warraq.importer.lines import key

_POSTED: Final = re.compile(
    r"(?:^|\s)(?:بواسطة|من طرف|أرسلها?|كتبها?|نشرها?|أضافها?|"
    r"[Bb]y)\s*:?\s+(?P<name>[^|،,•–—/-]{3,40}?)"
    r"(?=\s+(?:في|بتاريخ|on|in)(?:\s|$)|\s*[|،,•–—/-]|\s+\d|$)"
)
_SOURCED: Final = re.compile(r"[\s|–—-]*(?:المصدر|مصدر)\s*:\s*(?P<paper>\S.{1,40})$")
_PRINTED: Final = re.compile(
    r"(?:نشر|نشرت|نُشر)\s+في\s+(?P<paper>[^\d:]{2,40}?)\s+(?:يوم|بتاريخ)\s+(?P<day>\S.*)$"
)
_MATERIAL: Final = re.compile(
    r"ن[ُ]?شرت هذه (?:المادة|المقالة)\s+في\s+(?P<paper>(?:صحيفة|جريدة|"
    r"مجلة)?\s*\S+).{0,80}?\sبتاريخ\s*\(?(?P<day>[\d/.-]+)\)?$"
)
"""«نُشرت هذه المادة في صحيفة الضفاف المطبوعة العدد رقم (759) بتاريخ (01-01-2014)»."""
_MAILED: Final = re.compile(
    r"(?P<name>.{2,40}?)\s*أرسل بريد[اً]{0,2} إلكتروني[اً]{0,2}\s*(?P<day>\d.*)$"
)
_MADE: Final = re.compile(
    r"(?:تم\s+)?(?:ال)?(?:نشر|نشرت|كتب|كتبت|أضيف|أضيفت|أرسل|أرسلت|مرسلة?|posted|published)"
    r"|\d{1,2}:\d{2}(?:\s*\w{1,5})?|\d{1,5}\s+تعليق(?:ات|ا)?",
    re.IGNORECASE,
)
_COMMENTED: Final = re.compile(
    r"(?<=\w)\s*[|•·–—-]?\s*(?:(?:لا|بدون|لا توجد|لا يوجد)\s(?:أي\s)?تعليقات|"
    r"\d{1,5}\s+تعليق(?:ات|ا|اً)?|[أا]ضف تعليق(?:ا|اً|ًا|ك)?)$"
)
"""How many readers have said something, behind the rest."""
_ISSUE: Final = re.compile(
    r"(?P<paper>[^\W\d][^\d|]*?)\s*[|•–—-]\s*"
    r"(?:(?:يومية|أسبوعية|شهرية|فصلية)\s*[|•–—،-]\s*)?(?:ال)?عدد\s*(?:رقم\s*)?[(\[]?\d{1,6}[)\]]?\s*"
    r"[|•–—،-]\s*(?P<day>\S.*)"
)
_PAPER_APART: Final = re.compile(
    r"(?:\((?P<bracketed>[^\W\d]+(?: [^\W\d]+){0,2})\)|"
    r"(?P<paper>[^\W\d]+(?: [^\W\d]+){0,2})\s*[|•])\s*(?P<day>\S.*)"
)
"""«(الضفاف) 5 مارس 2013», «صوت الضفاف | 5 مارس 2013»."""
_SIGNED_BEHIND: Final = re.compile(
    r"(?:تم\s+)?ن[ُ]?شرت?\s+(?:في|بتاريخ|يوم)\s*:?\s*(?P<day>\d.*?)\s+[-–—|]\s+"
    r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3})"
)
_SUPPLEMENT: Final = re.compile(
    r"(?P<paper>ملحق\s[«\"“]?[^\d«»\"“”]{2,25}[»\"”]?(?:\s[^\W\d]+)?)\s*[|–—-]\s*(?P<day>\S.*)"
)
_LABELLED: Final = re.compile(r"(?P<label>[^\W\d]+(?:\s[^\W\d]+)?)\s*:\s*(?P<value>\S.*)")
_LABELS: Final = {
    key(label): name
    for name, labels in (
        ("day", ("التاريخ", "تاريخ النشر", "نشر في", "نشر بتاريخ", "النشر", "تاريخ")),
        ("section", ("القسم", "التصنيف", "الباب", "الركن")),
        ("name", ("الكاتب", "الكاتبة", "بقلم", "كتب", "كتبت", "المحرر", "إعداد", "تحرير")),
        ("paper", ("المصدر", "مصدر الخبر", "الجريدة", "الصحيفة", "الموقع")),
    )
    for label in labels
}
_BARS: Final = re.compile(r"\s+[-–—/>]\s+|\s*[|»›]\s*|\s+في\s+(?=[^\W\d])")
_SLASHES: Final = re.compile(r"\s+[/|•–—-]\s+|\s*\|\s*")
_SECTION_LABEL: Final = re.compile(r"(?:ال)?(?:قسم|تصنيف|باب)\s*:\s*")
_SIGNED: Final = re.compile(rf"(?:^|\s)(?:{bylines.SIGNED}|By)\s", re.IGNORECASE)
"""What stands before a writer's name, which may have the day beside it."""
_SECTION_WORDS: Final = 3
_PAPER_WORDS: Final = 3
_DAY_AND_HOUR: Final = 2
_DAY_AND_SECTION: Final = 2
_PUBLISHED: Final = re.compile(r"\s*(?:تم\s+)?(?:ال)?ن[ُ]?شرت?\s*(?:في|بتاريخ|يوم)?\s*:")
_SECTION: Final = re.compile(r"[^\W\d]+(?:\s[^\W\d]+){0,2}")
"""Behind the day and the hour of publication, whatever it is called."""
_LEAST_NAME: Final = 2
_MOST_NAME: Final = 4
"""Words of the name of a writer beside the day."""
_PARTING: Final = " |•/–—-،,"
"""What parts a name from a day."""
_WORD: Final = re.compile(r"[^\W\d]+")
_MOST_BARS: Final = 4
"""Parts of a line that names its section and its day."""
_PIECES: Final = re.compile(r"\s+(?:في|بتاريخ)(?:\s+|$)|\s*[|•]\s*|\s+[–—/]\s+")

_LONGEST: Final = 120
_LONGEST_DAY: Final = 110
"""Characters of a line, and of one without a writer's name behind «بواسطة»."""
_DAY_WORDS: Final = 9
"""Of the longest first piece: a section, and its day."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What such a line says; () or None or '' for what it does not."""

    authors: tuple[str, ...]
    dated: dating.Dated | None
    section: str
    source: str = ""


def read(text: str, today: date) -> Posted | None:
    """Read «نشر في 5 مارس 2013 بواسطة سامي حداد في منوعات», whose parts come in any order, or
    «نشر في الضفاف يوم 5 مارس 2013»; None where a line is something else.
    """
    if len(text) >= _LONGEST:
        return None
    if "تعليق" in text:
        text = _COMMENTED.sub("", text)
    for told in (
        _printed,
        _signed_behind,
        _mailed,
        _of_paper,
        _of_issue,
        _of_supplement,
        _labelled,
    ):
        if posted := told(text, today):
            return posted
    match = _POSTED.search(text)
    return _by_whom(text, match, today) if match else _of_section(text, today)


def _printed(text: str, today: date) -> Posted | None:
    match = _PRINTED.match(text) or _MATERIAL.match(text)
    dated = dating.read(match["day"], today) if match else None
    return Posted((), dated, "", match["paper"].strip(EDGES)) if match and dated else None


def _signed_behind(text: str, today: date) -> Posted | None:
    """«نشر في 5 مارس 2013 - سامي حداد»: behind the day and a mark stands who wrote."""
    match = _SIGNED_BEHIND.fullmatch(text)
    if match is None or not gazetteer.may_be_person(match["name"]):
        return None
    dated = dating.read(match["day"], today)
    return Posted(bylines.people(match["name"]), dated, "") if dated else None


def _of_issue(text: str, today: date) -> Posted | None:
    """«الضفاف | العدد 47 | شباط 2018»: a paper, the number of its issue, its day or its month."""
    match = _ISSUE.fullmatch(text) if "عدد" in text else None
    if match is None or match["paper"].count(" ") >= _PAPER_WORDS:
        return None
    dated = dating.read(match["day"], today)
    named = dated is not None or dating.is_month(match["day"])
    return Posted((), dated, "", match["paper"].strip(EDGES)) if named else None


def _of_supplement(text: str, today: date) -> Posted | None:
    """«ملحق «مراكب» الثقافي - السبت 5 مارس 2013»: a paper's supplement and its day."""
    match = _SUPPLEMENT.fullmatch(text) if text.startswith("ملحق") else None
    dated = dating.read(match["day"], today) if match else None
    return Posted((), dated, "", match["paper"].strip(EDGES)) if match and dated else None


def _labelled(text: str, today: date) -> Posted | None:
    """«التاريخ: 5 مارس 2013 | القسم: ثقافة | الكاتب: سامي حداد»: each part has its label."""
    if text.count(":") < _DAY_AND_SECTION:
        return None  # as most lines
    parts = [_LABELLED.fullmatch(part) for part in _SLASHES.split(text.strip("| "))]
    if len(parts) < _DAY_AND_SECTION:
        return None
    told: dict[str, str] = {}
    for part in parts:
        name = _LABELS.get(key(part["label"])) if part else None
        if part is None or name is None:
            return None
        told.setdefault(name, part["value"].strip())
    dated = dating.read(told.get("day", ""), today)
    names = bylines.people(told["name"]) if "name" in told else ()
    stated = dated or names
    return Posted(names, dated, told.get("section", ""), told.get("paper", "")) if stated else None


def _of_paper(text: str, today: date) -> Posted | None:
    """«صوت الضفاف 5 مارس 2013», «2013-03-05 10:20|difaf.net», «سامي حداد 5 مارس 2013 10:20»: a
    paper, a site or the writer, and the day.
    """
    if not dating.has_digit(text):
        return None
    day = _beside_site(text)
    if day and (dated := dating.read(day, today)):
        return Posted((), dated, "")
    apart = _PAPER_APART.fullmatch(text)
    if apart and (apart["bracketed"] or attribution.is_paper(apart["paper"])):
        dated = dating.read(apart["day"], today)
        paper = apart["bracketed"] or apart["paper"]
        if dated and not (gazetteer.is_place(paper) or gazetteer.is_person(paper)):
            return Posted((), dated, "", paper)
    words = text.split()
    for at in range(1, min(len(words), _PAPER_WORDS + 1)):
        name, day = " ".join(words[:at]), " ".join(words[at:])
        writer = at > 1 and ":" in text and gazetteer.is_person(name)
        if not (writer or key(name) in gazetteer.OUTLETS):
            continue
        dated = dating.read(day, today)
        if dated and (dated.clock or not writer):
            return Posted((name,) if writer else (), dated, "")
    return None


def _beside_site(text: str) -> str:
    """The day in «Difaf News - 5 مارس 2013», «5 مارس 2013|difaf.net», «5 مارس 2013 الجزيرة»; '' in
    any other line.
    """
    latin, dash, day = text.partition(" - ")
    if dash and latin.isascii() and latin.count(" ") < _PAPER_WORDS:
        return "" if any(map(str.isdigit, latin.split()[-1])) else day
    front, bar, back = text.partition("|")
    if bar and gazetteer.is_site(back.strip()):
        return front
    front, _, last = text.rstrip().rpartition(" ")
    return front if key(last) in gazetteer.OUTLETS else ""


def _mailed(text: str, today: date) -> Posted | None:
    """«سامي حداد أرسل بريدا إلكترونيا 12 يناير، 2020»: a theme's button stands between the two."""
    match = _MAILED.match(text)
    dated = dating.read(match["day"], today) if match else None
    if match is None or dated is None:
        return None
    name = match["name"].strip(EDGES)
    if gazetteer.is_person(name):
        return Posted(bylines.people(name), dated, "")
    return Posted((), dated, "", name if name.count(" ") < _PAPER_WORDS else "")


def _by_whom(text: str, match: re.Match[str], today: date) -> Posted | None:
    """Around the writer's name there is nothing but days, sections and words of the program."""
    around = (text[: match.start()], text[match.end() :])
    pieces = [piece.strip() for part in around for piece in _PIECES.split(f" {part} ")]
    days = [dated for piece in pieces if (dated := dating.read(piece, today))]
    sections = [p for p in pieces if gazetteer.is_section(p) and not _MADE.fullmatch(p)]
    strangers = [piece for piece in pieces if piece and not _MADE.fullmatch(piece)]
    names = bylines.people(match["name"])
    if not names or len(strangers) > len(days) + len(sections):
        return None
    writers = tuple(name for name in names if not gazetteer.is_account(name))
    return Posted(writers, next(iter(days), None), next(iter(sections), ""))


def _of_section(text: str, today: date) -> Posted | None:
    """A day beside its section, its writer or its source."""
    if len(text) > _LONGEST_DAY or not dating.may_have_day(text):
        return None
    beside = (
        _beside_section(text, today)
        or _beside_name(text, today)
        or _between_bars(text, today)
        or _beside_person(text, today)
        or _of_pieces(text, today)
        or _before_section(text, today)
        or _beside_word(text, today)
        or _of_site(text, today)
    )
    return beside or (_with_hour(text, today) if ":" in text else None)  # no hour, as in most


def _with_hour(text: str, today: date) -> Posted | None:
    """«ثقافة 5 مارس 2013 - 10:20», «5 مارس 2013 | ثقافة | المصدر: الضفاف»: the day has its hour,
    and needs no mark.
    """
    told = _SOURCED.search(text)
    source = told["paper"].strip(EDGES) if told else ""
    pieces = _with_first_apart((text[: told.start()] if told else text).split("|"), today)
    sections = [piece.strip() for piece in pieces if gazetteer.is_section(piece.strip())]
    if not sections and len(pieces) == _DAY_AND_SECTION and _PUBLISHED.match(pieces[0]):
        sections = [piece for piece in (pieces[1].strip(),) if _SECTION.fullmatch(piece)]
    rest = " ".join(piece for piece in pieces if piece.strip() not in sections)
    dated = dating.read(rest.strip(" |-–—"), today) if sections or source else None
    if dated is None or dated.clock is None:
        return None
    return Posted((), dated, next(iter(sections), ""), source)


def _with_first_apart(pieces: list[str], today: date) -> list[str]:
    """The section of a word or two with which the first begins is a piece of its own."""
    pieces = list(filter(None, pieces))
    words = pieces[0].split() if pieces and not dating.read(pieces[0], today) else []
    for at in (1, 2) if len(words) < _DAY_WORDS else ():
        section = " ".join(words[:at])
        if gazetteer.is_section(section):
            return [section, " ".join(words[at:]), *pieces[1:]]
    return pieces


def _beside_section(text: str, today: date) -> Posted | None:
    """«ثقافة - 5/3/2013»: dashes or bars part them."""
    parts = [_SECTION_LABEL.sub("", part) for part in _BARS.split(text)]
    sections = [part for part in parts if gazetteer.is_section(part)]
    if not sections or len(parts) > _MOST_BARS:
        return None
    dated = dating.read(" - ".join(part for part in parts if part not in sections), today)
    return Posted((), dated, sections[0]) if dated else None


def _before_section(text: str, today: date) -> Posted | None:
    """«5 مارس 2013 حقوق الإنسان»: no mark parts the day from its section."""
    words = text.split()
    for at in range(len(words) - 1, max(0, len(words) - 1 - _SECTION_WORDS), -1):
        section = " ".join(words[at:])
        if gazetteer.is_section(section) and (dated := dating.read(" ".join(words[:at]), today)):
            return Posted((), dated, section)
    return None


def _beside_word(text: str, today: date) -> Posted | None:
    """«حكايات | 5 مارس 2013»: one everyday word is a section that no list has; behind or before a
    bar, another is whose it is.
    """
    parts = _BARS.split(text)
    if len(parts) != _DAY_AND_SECTION:
        return None
    for name, day in (parts, parts[::-1]):
        if not _WORD.fullmatch(name) or gazetteer.is_place(name):
            continue
        if dated := dating.read(day, today):
            if is_common(normalise(name)) and not gazetteer.is_outlet(name):
                return Posted((), dated, name)
            return Posted((), dated, "", name) if "|" in text else None
    return None


def _of_site(text: str, today: date) -> Posted | None:
    """«ثقافة | صوت الضفاف | 5 مارس 2013»: a section, whose it is, and the day, in any order."""
    parts = list(map(str.strip, text.split("|")))
    if len(parts) != _DAY_AND_HOUR + 1:
        return None
    sections = [part for part in parts if gazetteer.is_section(part)]
    days = [dated for part in parts if (dated := dating.read(part, today))]
    names = [p for p in parts if p not in sections and _SECTION.fullmatch(p)]
    if not len(sections) == len(days) == len(names) == 1:
        return None
    return Posted((), days[0], sections[0], names[0])


def _between_bars(text: str, today: date) -> Posted | None:
    """«صوت الضفاف | 5 مارس 2013 | 10:20»: the first of three is whose it is, or who wrote it."""
    name, *rest = map(str.strip, text.replace("•", "|").split("|"))
    read = len(rest) == _DAY_AND_HOUR and not bylines.without_minutes(rest[1])
    if read and (dated := dating.read(rest[0], today)) and name.count(" ") < _PAPER_WORDS:
        return Posted((), dated, "", name)  # «صوت الضفاف • 5 مارس 2013 • 3 دقائق»
    if len(rest) != _DAY_AND_HOUR or name.count(" ") > _PAPER_WORDS or not name:
        return None
    dated = dating.read(" ".join(rest), today)
    if dated is None or dated.clock is None or any(map(str.isdigit, name)):
        return None
    if gazetteer.is_person(name):
        return Posted(bylines.people(name), dated, "")
    return Posted((), dated, "", name)


def _beside_person(text: str, today: date) -> Posted | None:
    """«سامي حداد | 5 مارس 2013», «5 مارس 2013 - سامي حداد»: a known name and the day, whatever
    parts them.
    """
    words = text.split()
    for at in range(_LEAST_NAME, min(len(words), _MOST_NAME + 2)):  # a mark may stand alone
        for name, day in ((words[:at], words[at:]), (words[-at:], words[:-at])):
            person = " ".join(name).strip(_PARTING)
            named = gazetteer.is_person(person) or ("|" in text and _may_be_writer(person))
            if not named:
                continue
            if dated := dating.read(" ".join(day).strip(_PARTING), today):
                return Posted(bylines.people(person), dated, "")
    return None


def _may_be_writer(name: str) -> bool:
    """What looks like a name begins with a given one, or has no word of every day."""
    given = key(name.partition(" ")[0]) in gazetteer.GIVEN_NAMES
    return gazetteer.may_be_person(name) and (given or gazetteer.has_no_word(name))


def _of_pieces(text: str, today: date) -> Posted | None:
    """«القسم: ثقافة / بقلم: سامي حداد / نشر بتاريخ 5 مارس 2013»: each piece states one of these;
    where bars part them, a dash may stand before the hour.
    """
    told = _of_each(text.strip("| ").split("|"), today) if "|" in text else None
    return told or _of_each(_SLASHES.split(text.strip("| ")), today)


def _of_each(parts: Sequence[str], today: date) -> Posted | None:
    pieces = list(map(str.strip, parts))
    if not 1 < len(pieces) <= _MOST_BARS:
        return None
    names: tuple[str, ...] = ()
    section, dated = "", None
    for piece in pieces:
        bare = _SECTION_LABEL.sub("", piece)
        if bare != piece or gazetteer.is_section(bare):
            section = section or bare
        elif day := dating.read(piece, today):
            dated = dated or day
        elif written := bylines.byline(piece):
            names = names or written
        else:
            return None
    return Posted(names, dated, section) if dated else None


def _beside_name(text: str, today: date) -> Posted | None:
    """«كتب سامي حداد 5 مارس 2013»."""
    if not _SIGNED.search(text):
        return None
    line, dated = dating.without_day(text, today)
    names = bylines.byline(line.strip(EDGES)) if dated else ()
    return Posted(names, dated, "") if names else None
