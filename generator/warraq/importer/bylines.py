"""Who wrote a text: the words that stand before a writer's name, and the names in a line."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from warraq.importer import attribution, gazetteer
from warraq.importer.attribution import AND, EDGES, MAY_PART
from warraq.importer.lines import key
from warraq.importer.words import SERVANT

WORK: Final = r"[إا]عداد|حوار|استطلاع|تحقيق|متابعة|ترجمة|تقرير|رصد|تغطية|تحليل|رو?بورتاج"
"""What somebody did for a text."""
SIGNED: Final = rf"(?:[يت]?كتب(?:ت|ته|ه|ها)?|أعد(?:ته|ه|ها)|حاور(?:ته|تها|ه|ها)|بقلم|{WORK})"
"""What stands before the name of who did it."""
AND_WORK: Final = rf"(?:\s+و(?:{WORK}|تصوير|تحرير|صور))?"
"""What else he did, behind it."""
_BYLINE: Final = re.compile(
    rf"(?:{SIGNED}|(?:الكاتب|المؤلف|المحرر)ة?|أجر[ىت] الحوار|(?:قراءة|نص|كتابة)(?=\s*:)|Author|"
    rf"Writer|"
    rf"(?:ش\u0650?عر|قصيدة|قصة|خاطرة)(?=\s*[:/–—-])|"
    rf"تحرير(?: من طرف)?|نص(?=\s\S+\s\S)|مراسلة?|هذا المقال بقلم|By){AND_WORK}"
    r"(?P<mark>\s*(?:[:/–—-]+|\.\.+)\s*|(?:(?<=الكاتب)|(?<=الكاتبة)|(?<=Author))[،,]\s+|\s+)(?P<names>\S.*)$",
    re.IGNORECASE,
)
_AND_NAME: Final = re.compile(r"\s+و\s*(?=(\S+))")
_PHOTOGRAPHER: Final = re.compile(
    r"(?<=[\w)])[\s،,/|(–—ـ-]+(?:تصوير|عدسة)\s*[:/–—ـ-]\s*[^:/]{3,40}$|"
    r"(?<=[\w)])\s*[،,/|(–—ـ-]\s*(?:تصوير|عدسة)\s[^\W\d]{2,}(?:\s[^\W\d]{2,}){1,3}\)?$"
)
"""Behind the writer's name; a line of its own is a caption's credit."""
_ACCOUNT: Final = re.compile(r"\s[A-Za-z]\w{2,30}@$|(?<=[\w)])[\s|(–—-]+@\w{2,30}\)?$")
_EDITION: Final = re.compile(
    r"\sللنشرة\s\S+(?=\s*[-–—)]|$)|(?<=\w)\s*[-–—،]\s*(?:تحرير|للتواصل)\b[^-–—()]+$"
)
"""For which an agency's story was put into Arabic, and who edited it."""
_MINUTES: Final = re.compile(
    r"[\s|•·,،–—-]*(?:(?:وقت|مدة) القراءة:?\s*)?"
    r"(?:(?:(?:ال)?قراءة في\s)?\d{1,2}\s*(?:دقيقة|دقائق)(?:\s+(?:لل)?قراءة)?|"
    r"(?:دقيقة|دقيقتان|دقيقتين)(?:\s+واحدة)?\s+(?:لل)?قراءة|\d{1,2}\s*min(?:ute)?s? read)$",
    re.IGNORECASE,
)
_OFFICE_BEHIND: Final = re.compile(r"\s(?:صحافي|صحفي|كاتب|باحث|إعلامي)[ةه]?$")
_AGO: Final = re.compile(r"\s*[|•·]\s*(?:منذ|قبل)\s\S+(?:\s\S+){0,2}$")
"""How long ago, as the page was saved: «كتب - سامي حداد | منذ 5 ساعات»."""
_MINUTES_END: Final = ("قراءة", "دقيقة", "دقائق", "read", "Read")
_DESK: Final = re.compile(
    rf"(?:(?:{SIGNED}|بواسطة|تحرير|(?:ال)?(?:كاتب|محرر)ة?(?:\s(?:المقال|الخبر))?|"
    rf"By)\s*[:|/–—-]?\s*)?"
    r"(?:(?:هيئة|فريق|أسرة|قسم|إدارة|غرفة|طاقم)\s+(?:ال)?تحرير|غرفة الأخبار|"
    r"محررة?\s[^\W\d]+(?:\s[^\W\d]+)?|"
    r"la r[ée]daction|(?:the )?(?:editorial|news) (?:team|staff|desk)|newsroom)",
    re.IGNORECASE,
)
_LONGEST_DESK: Final = 60
_WRITES: Final = re.compile(r"(?P<name>[^\W\d]+\.?(?:\s[^\W\d]+\.?){1,5})\s[يت]كتب\s?[:.؟!]")
_NOTICE: Final = re.compile(
    r"هذا المقال بقلم:?\s(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,4})،\s.*\bو?الآراء\b"
)
_TRANSLATED: Final = re.compile(
    r"(?P<name>[^\W\d]+\.?(?:\s[^\W\d]+\.?){1,4})\s*[،,/|–—-]\s*(?:ترجم(?:ة|ه|ته|تها|ها)|تعريب)\s*"
    r"[:/]?\s*[^\W\d]+(?:\s[^\W\d]+){0,3}"
)
_BY_PEN: Final = "بقلم "
"""Nothing but a name without an everyday word follows it in a line, or a pencil."""
_ITEM: Final = re.compile(r"[-•*]\s+(?=(?:Author|الكاتبة?)[،,:])", re.IGNORECASE)
"""«- Author, سامي حداد»: a program makes a list of what a page says of an article."""
_HONOUR: Final = re.compile(r"^\S+\s")
_LONGEST_LIST: Final = 200
"""Characters of the longest line of names."""
OFFICES: Final = frozenset(
    [
        *("كاتب", "كاتبة", "باحث", "باحثة", "أكاديمي", "أكاديمية", "أستاذ", "أستاذة", "صحفي"),
        *("صحفية", "صحافي", "صحافية", "محلل", "محللة", "إعلامي", "إعلامية", "شاعر", "شاعرة"),
        *("روائي", "روائية", "ناقد", "ناقدة", "خبير", "خبيرة", "محام", "محامية", "طبيب", "طبيبة"),
        *("مستشار", "مستشارة", "سياسي", "سياسية", "دبلوماسي", "مهندس", "مهندسة", "أديب", "أديبة"),
        *("فنان", "فنانة", "مؤرخ", "مؤرخة", "مترجم", "مترجمة", "مدون", "مدونة"),
        *("مراسل", "مراسلة", "موفد", "موفدة", "محرر", "محررة"),
    ]
)
"""What writers are, below their names."""
_HALVES: Final = 2
"""Of a name: its first, and its family's."""


def byline(text: str) -> tuple[str, ...]:
    """The names of a line such as «كتب: سامي حداد»; () where it is none."""
    text = _ITEM.sub("", text) if text[:1] in "-•*" else text
    line = _AGO.sub("", text) if "منذ" in text or "قبل" in text else text
    line = without_minutes(_without_editor(without_photographer(line.strip("| "))))
    line, _ = with_agency(without_account(line))
    if one := _of_one(line):
        return people(one)
    translated = _TRANSLATED.fullmatch(line) if "ترجم" in line or "تعريب" in line else None
    if translated and gazetteer.may_be_person(translated["name"]):
        return people(translated["name"])
    match = _BYLINE.match(line)
    if not match or len(text) > 90:
        return people(line) if line != text and are_people(line) else ()
    if attribution.initials(match["names"]) is not None:
        return (match["names"].strip(),)
    names = people(match["names"].strip(EDGES))
    marked = match["mark"].strip() != "" or without_photographer(text) != text
    signed = line.startswith(_BY_PEN)
    known = all(
        gazetteer.is_person(name)
        or (signed and " " in name and gazetteer.has_no_word(name))
        or (marked and (gazetteer.may_be_person(name) or attribution.is_organisation(name)))
        for name in names
    )
    return names if known else ()


def _of_one(text: str) -> str:
    """The name in «من سامي حداد», and in what two programs print: «سامي حداد صحافي»."""
    bare = _OFFICE_BEHIND.sub("", text)
    if bare != text and gazetteer.is_person(bare):
        return bare
    bare = text.removeprefix("من ").partition("،")[0]
    return bare if text.startswith("من ") and gazetteer.is_person(bare) else ""


def in_headline(text: str) -> tuple[str, ...]:
    """The writer whom a column's headline names: «سامي حداد يكتب: دكان عند الزاوية»."""
    match = _WRITES.match(text)
    if match is None:
        return ()
    name = match["name"].strip()
    titled = gazetteer.has_title(name) and gazetteer.may_be_person(_HONOUR.sub("", name))
    return people(name) if titled or gazetteer.is_person(name) else ()


def in_notice(texts: Iterable[str]) -> tuple[str, ...]:
    """A writer for whose opinion a paper does not answer: «هذا المقال بقلم ليلى عمر، والآراء …»."""
    notices = (match for text in texts if (match := _NOTICE.match(text)))
    return next((people(match["name"]) for match in notices), ())


def begins_as_office(text: str) -> bool:
    """Its first word is what a writer is: «محرر الشؤون الدولية - صوت الضفاف»."""
    return text.lstrip("*-–— ").partition(" ")[0].rstrip("،,") in OFFICES


def is_desk(text: str) -> bool:
    """A paper's own desk wrote it, which says nobody's name: «كتب فريق التحرير»."""
    return len(text) < _LONGEST_DESK and _DESK.fullmatch(without_minutes(text)) is not None


def with_agency(text: str) -> tuple[str, str]:
    """A line without the agency with which somebody wrote, and that: «سامي حداد مع رويترز»; '' for
    one that nobody names, «مع وكالات», and where there is none.
    """
    name, joined, beside = text.rpartition(" مع ")
    agency = beside.strip("() ")
    if not joined or not gazetteer.is_agency(agency) or gazetteer.is_outlet(name):
        return text, ""
    return name.rstrip(), "" if attribution.are_agencies(agency) else agency


def _without_editor(text: str) -> str:
    """A line without who edited it, and for which edition."""
    edited = "تحرير" in text or "للنشرة" in text or "للتواصل" in text
    return _EDITION.sub("", text) if edited else text


def without_minutes(text: str) -> str:
    """A line without how long its text is read: «سامي حداد 3 دقائق للقراءة»."""
    return _MINUTES.sub("", text) if text.endswith(_MINUTES_END) else text


def without_account(text: str) -> str:
    """A line without the account by which a network knows whose it is: «سامي حداد @sami»."""
    return _ACCOUNT.sub("", text) if "@" in text else text


def without_photographer(text: str) -> str:
    """A line without whose its pictures are: «سامي حداد - تصوير: ليلى عمر»; a colon that ends it
    stays.
    """
    if not ("تصوير" in text or "عدسة" in text):
        return text
    line = text.removesuffix(":")
    return _PHOTOGRAPHER.sub("", line) + text[len(line) :]


def writers(text: str) -> tuple[str, ...]:
    """The names of a line that is nothing else, without the photographer's."""
    return people(without_photographer(text))


def are_writers(text: str) -> bool:
    """Two known names or more, and nothing else: «سامي حداد ـ ليلى عمر ـ تصوير: هدى علي»."""
    names = writers(text) if len(text) < _LONGEST_LIST else ()
    return len(names) > 1 and all(map(gazetteer.is_person, names))


def are_people(text: str) -> bool:
    """A name that is a person's, or several."""
    return _all_people(text, gazetteer.is_person)


def people(text: str) -> tuple[str, ...]:
    """The names in a text; «و» parts two of them only before a given name, and no two words:
    «أسماء وهبة» is one writer.
    """
    if not (" و" in text or MAY_PART.search(text)):
        return (alone,) if (alone := text.strip(EDGES)) else ()  # as most names
    names: list[str] = []
    for part in AND.split(text):
        start = 0
        for match in _AND_NAME.finditer(part):
            given = key(match[1]) in gazetteer.GIVEN_NAMES or match[1] == SERVANT
            if given and part.count(" ") > 1:
                names.append(part[start : match.start()])
                start = match.end()
        names.append(part[start:])
    found = tuple(name for name in (name.strip(EDGES) for name in names) if name)
    if len(found) == _HALVES and not any(" " in name for name in found) and "،" in text:
        return (" ".join(found),)  # «سامي،حداد», as some programs write one
    return found


def may_be_people(text: str) -> bool:
    """A name of the shape of a person's, or several."""
    return _all_people(text, gazetteer.may_be_person)


def _all_people(part: str, is_one: Callable[[str], bool]) -> bool:
    names = people(part)
    return names != () and all(map(is_one, names))
