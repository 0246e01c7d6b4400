"""Dates as newspapers print them, and only where a line says nothing else.

A date inside a sentence is the date of an event, but for that which it calls today. What counts is
a line, or the part of a caption or of a dateline, that is a date and nothing more but its weekday,
its hour and words such as «آخر تحديث». Every family of month names is read, alone and doubled
(كانون الثاني/يناير), in Arabic-Indic digits too, and Hijri dates, whose Gregorian equal counts
where it is printed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from warraq.arabic.dates import HIJRI_MONTHS, MONTHS, from_hijri
from warraq.arabic.normalise import normalise


def _any_of(names: Iterator[str]) -> str:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)


_MONTH: Final = rf"(?:{_any_of(iter(MONTHS))})(?![^\W\d_])"
_HIJRI_MONTH: Final = rf"(?:{_any_of(iter(HIJRI_MONTHS))})(?![^\W\d_])"
_SLASH: Final = r"\s*[-/.\\]\s*"
_DAY: Final = r"(?<!\d)(?P<day>\d{1,2})"
_YEAR: Final = r"(?P<year>\d{4})(?!\d)"
_OF: Final = r"(?:\s*[-/،,.]\s*|\s+من\s+|\s+|)(?:شهر\s+)?"
_IN: Final = r"\s*[-/،,.]*\s*(?:(?:ل?عام|سنه|لسنه)\s+)?"

_GREGORIAN: Final = (
    re.compile(
        rf"{_DAY}(?:st|nd|rd|th)?{_OF}(?P<month>{_MONTH})(?:\s*[/(\\–-]?\s*(?P<other>{_MONTH})\s*\)?)?{_IN}{_YEAR}"
    ),
    re.compile(
        rf"(?P<month>{_MONTH})(?:\s*[/(\\–-]?\s*(?P<other>{_MONTH})\s*\)?)?"
        rf"\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[،,]?\s+{_YEAR}"
    ),
    re.compile(rf"{_DAY}\s+{_YEAR}\s+(?P<month>{_MONTH})"),
    re.compile(rf"(?<!\d){_YEAR}\s+(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}[\s،,/-]+(?:[^\W\d]{{5,8}}[\s،,]+)?{_DAY}{_OF}(?P<month>{_MONTH})"),
    re.compile(
        rf"(?<!\d){_YEAR}{_SLASH}(?P<month>\d{{1,2}}){_SLASH}(?P<day>\d{{1,2}})(?!\d|{_SLASH}\d{{4}}(?!{_SLASH}\d))"
    ),
    re.compile(rf"{_DAY}{_SLASH}(?P<month>\d{{1,2}}){_SLASH}(?P<year>\d{{4}}|\d\d)(?!\d)"),
)
_HIJRI: Final = re.compile(rf"{_DAY}{_OF}(?P<month>{_HIJRI_MONTH}){_IN}(?P<year>1[345]\d\d)(?!\d)")
_DAY_DIGITS: Final = 2
_BEFORE_DAYS: Final = ("في", "يوم", "بتاريخ")
_MONTH_WORDS: Final = frozenset(month.split()[0] for month in MONTHS)
_DAY_BEGINS: Final = re.compile(r"(?:\d{1,2}|[أا]ول|فاتح)(?:\s*[-/.]\s*\d|\s*[-/.]?\s*([^\W\d]+))")
_DAY_WORDS: Final = 7
_SOME_YEAR: Final = " - 2000"
"""With it a day without a year is a date; of a leap year."""
_ZONE: Final = re.compile(
    r"\(?\s*ب?توقيت\s+\w+(?:\s+المكرمه)?\)?|\(?مكه المكرمه\)?|"
    r"\(?(?:غرينتش|جرينتش|جرينيتش)\s*[+-]\s*\d{1,2}|"
    r"\(?\b(?:gmt|utc)\s*[+-]\s*\d{1,2}:?\d{0,2}\)?|\(?[+-]\s*\d{1,2}\s*(?:gmt|utc)\)?|"
    r"(?<=\d:\d\d)\s+(?:دمشق|بيروت|القاهره|الرياض|بغداد|عمان|الدوحه|مكه|القدس|ابوظبي|دبي)\s*$|"
    r"(?<![a-z])(?:gst|ksa|uae|cet|cest|bst|est|edt)(?![a-z])|(?<=:\d\d)\s*[+-]\d\d:?\d\d(?!\d)"
)
_HALF: Final = r"صباحا|مساء|ظهرا|ليلا|فجرا|عصرا|ص(?!\w)|م(?!\w)|[ap]\.?m\b\.?"
_HOUR: Final = re.compile(
    rf"(?:الساعه\s+\d{{1,2}}(?![\dh.]|\s*:)|(?<![\d:./-])(?<!: )\d{{1,2}}\s*(?={_HALF}))"
)
"""Without minutes."""
_TIME: Final = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])(?:\s*:\s*|\.|h|\s*سا\s*)(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?!\d)"
    rf"\s*(?P<half>{_HALF})?"
)
_SPOKEN: Final = re.compile(r"(الساعه \d{1,2}) و ?(\d\d) دقيقه")
_MILITARY: Final = re.compile(r"^\s*(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s*(?:$|[-|]))")
_WIRED: Final = re.compile(
    r"[^\W\d]{2,8}\s?(?P<day>\d\d)(?:[01]\d|2[0-3])[0-5]\d\s*(?:جمت|gmt)\s*"
    r"(?P<month>[^\W\d]{2,8})\s*(?P<year>\d{4}|\d\d)"
)
"""«مرسى141530 جمت نوف 02»: an agency, the day and the hour, the month's first letters, the year."""
_WIRE_MONTHS: Final = {
    normalise(short): number
    for number, forms in enumerate(
        (
            *("ينا يناير", "فبر فبراير", "مار مارس", "ابر ابريل", "ماي مايو", "يون يونيو"),
            *("يول يوليو", "اغس اغسطس", "سبت سبتمبر", "اكت اكتوبر", "نوف نوفمبر", "ديس ديسمبر"),
        ),
        1,
    )
    for short in forms.split()
}
_CENTURY: Final = 100
_ISSUE: Final = re.compile(
    r"(?:السنه\s+\w+(?:\s+و?\w+)?[\s،,–-]+)?(?:رقم\s+)?(?:ال)?عدد\s*(?:رقم)?\s*:?\s*[\[(]?\d{1,6}[\])]?(?!\w)"
    r"(?:[\s،,–-]+السنه\s+(?!\d{4})\w+(?:\s+و?\w+)?$)?"
    r"|(?:عدد\s+)?(?:ال)?(?:قراءات|مشاهدات|زيارات|تعليقات)\s*:?\s*[\[(]?\d[\d,]*[\])]?(?!\w)"
    r"|(?:(?:وقت|مده) القراءه\s*:?\s*)?(?<![\d:/.-])\d{1,2}\s*(?:دقيقه|دقايق)"
    r"(?:\s+(?:لل)?قراءه)?(?!\w)"
    r"|(?:قر[اي]ت|شوهدت?|تمت القراءه|القراءه)\s*:?\s*\d[\d,]*\s*مر(?:ه|ات)(?!\w)"
    r"|(?<![\d:/.-])\d[\d,]*\s+(?:قراءه|قراءات|مشاهده|مشاهدات|زياره|زيارات|تعليقا?|تعليقات|views?)(?!\w|\s*:?\s*\d)"
)
"""Of a newspaper, printed beside its day; how many read it, and in how many minutes."""
_COUNTED: Final = ("عدد", "قراء", "مره", "مرات", "مشاهد", "زيار", "تعليق", "view", "دقيق", "دقايق")
"""One of these stands in each."""
_FIRST: Final = re.compile(
    r"(?<!\w)(?<!كانون )(?<!تشرين )(?<!ربيع )(?<!جمادي )(?<!جماد )"
    r"(?:(?:ال)?(?:اول|فاتح)(?: من)?|غره) (?:شهر )?"
    rf"(?={_MONTH}|{_HIJRI_MONTH})"
)
"""«أول سبتمبر», «فاتح ماي», but not the name of a month."""
_GLUED_HOUR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)t?(\d{1,2}:\d\d)|(?<=\d)t(?=\d\d:\d\d)")
_GLUED_COUNTS: Final = re.compile(
    r"(?<=[\s،,](?:19|20)\d\d)\d{1,3}\s\d[\d,]*\s(?:\d{1,2}\s|اقل من )?(?:دقيقه|دقيقتان|دقايق)$"
)
"""«اخر تحديث: 21 تموز، 20200 413 دقيقتان»: comments, readers, and how long it is read."""
_NUMBERED_MONTH: Final = re.compile(r"(كانون|تشرين)\s?([12])(?!\d)")
"""«كانون1/ديسمبر», as one program numbers the two months of a name."""
_COLONS: Final = re.compile(r"(?<!\d)((?:19|20)\d\d):(\d\d):(\d\d)(?:[.\s]|$)")
"""«2024:03:15.09:21»."""
_MAIL: Final = normalise("إرسال بريد إلكتروني")
"""The name of a button that a page shows right before its day, without a space between."""
_BEFORE_YEAR: Final = re.compile(r"\d:\d\d(?::\d\d)? (?:19|20)\d\d(?![\d/.:-])")
_HOUR_INSIDE: Final = re.compile(
    rf"(?<![\w:/.-])(?P<day>(?:{_MONTH} )?\d{{1,2}}(?: {_MONTH})?) "
    r"(?P<hour>\d{1,2}:\d\d(?::\d\d)?)(?= \d{4})"
)
"""A program's day has its hour inside: «26 12:21 2021 أفريل», «Apr 26 12:21 2021»."""
_MONTH_ALONE: Final = re.compile(
    r"(?P<month>[^\W\d]+(?: [^\W\d]+)?)(?: ?[/(-] ?[^\W\d]+(?: [^\W\d]+)?\)?)? \d{4}"
)
_CHRISTIAN: Final = normalise("مسيحي")
"""Behind a day as Libya wrote it from 1986 on, when some of its months had names of everyday."""
_LIBYAN: Final = tuple(
    (normalise(name), month)
    for name, month in (
        *(("الربيع", "مارس"), ("الطير", "ابريل"), ("الماء", "مايو"), ("الصيف", "يونيو")),
        *(("ناصر", "يوليو"), ("التمور", "اكتوبر")),
    )
)
_LIBYAN_BESIDE: Final = re.compile(
    rf" (?:{'|'.join(name for name, _ in _LIBYAN)}) \( ?({_MONTH}) ?\)"
)
"""«14 التمور ( أكتوبر ) 2008»."""
_MINUTES: Final = re.compile(
    r"[—–|•-]?\s*(?:(?:زمن|مده|وقت) القراءه|(?:ال)?قراءه)(?:\s*:|\sفي(?=\s))?\s*"
    r"(?:\d{1,2} ?)?(?:دقيقه|دقايق|د(?!\w))?"
)
"""How long a text is read."""
_DASHED_YEAR: Final = re.compile(r"(?<=[^\W\d] )(\d{1,2}) - ((?:19|20)\d\d)(?![\d/.:-])")
"""«ديسمبر 15 - 2020»."""
_HIJRI_BESIDE: Final = re.compile(rf"\d{{1,2}} (?:من )?{_HIJRI_MONTH} ?[،,]? ?(?=الموافق)")
"""The day of the other calendar without its year: «26 شوال الموافق 15 أكتوبر 2009»."""
_UPDATE: Final = re.compile(r"\(\s*(?:منذ|قبل|محدثه?|اخر تحديث|تحديث|updated)[^)]*\)")
_WEEKDAYS: Final = (
    ("الاثنين", "الإثنين", "اثنين", "monday", "mon"),
    ("الثلاثاء", "الثلثاء", "ثلاثاء", "tuesday", "tue"),
    ("الأربعاء", "الاربعا", "أربعاء", "wednesday", "wed"),
    ("الخميس", "خميس", "thursday", "thu"),
    ("الجمعة", "جمعة", "friday", "fri"),
    ("السبت", "سبت", "saturday", "sat"),
    ("الأحد", "أحد", "sunday", "sun"),
)
_WEEKDAY: Final = {normalise(name): day for day, names in enumerate(_WEEKDAYS) for name in names}
_WORD: Final = re.compile(r"[^\W_]+")
_SPACED: Final = re.compile(r"\S+")
BEFORE_DAY: Final = re.compile(
    r"(?:\s+(?:في|يوم|بتاريخ|ال(?:[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت|[أا]حد))|[\s،,–—-])+$"
)
"""What leads to a day, or parts it from what stands before it."""
_BEHIND_DAY: Final = " \t.:،,-–—ـ()[]/|"
_DECORATION: Final = frozenset(
    normalise(
        "نشر نشرت نشره أرسلت أرسل تم تمت في يوم اليوم تاريخ التاريخ بتاريخ النشر آخر أخر تحديث "
        "تحديثه التحديث "
        "حدث حدثت محدث ا z الإضافة إضافة "
        "حين تحيين التحيين محين اكتب قديم "
        "عدل تعديل أضيف الخبر كتب الموافق الموافقة هـ ه م ص ت غ ج جرينتش جرينيتش غرينتش بتوقيت "
        "توقيت الساعة الوقت على المحلي مساء صباحا وقت سنة عام منذ نسخ انسخ الرابط "
        "منشور هذا المحتوى إلى publication حرر حررت أدرج أدرجت صدر المقال الإنشاء الإصدار الإدراج "
        "إنشاؤه إنشاءه إنشائه "
        "loc date time published posted created updated modified release on at last gmt utc am pm "
        "publié mis à jour le"
    ).split()
)


_TODAY: Final = re.compile(
    rf"\bاليوم\s+(?P<weekday>{'|'.join(name for names in _WEEKDAYS for name in names)})\s*"
    r"(?:\((?P<day>[^()]{8,50})\)|(?P<bare>\d{1,2}\s[^\W\d_]{3,8}\s?(?:19|20)\d\d)(?!\d))"
)
_TENS: Final = {20: "العشرين", 30: "الثلاثين"}
_ORDINAL_LIST: Final = (
    *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"),
    "العاشر",
)
_LAST_DAY: Final = 31
_DIGITS: Final = re.compile(r"\d+")
_YEAR_AND_DAY: Final = re.compile(r"\d(?:\D*\d){3}")
"""Digits that every date has, 5/6/20 too, and most lines that have some have not."""
_COMPACT: Final = re.compile(r"(?:19|20)\d{6}")


@dataclass(frozen=True, slots=True)
class Dated:
    """A printed date."""

    day: date
    clock: time | None = None
    doubts: tuple[str, ...] = ()
    """Keys of `report.DOUBTS`."""


@lru_cache(maxsize=1 << 10)  # many texts are of one day
def read(text: str, today: date) -> Dated | None:
    """Read a text that is nothing but a date, or None; of two days, the later is that of an update.
    `today` tells 2 from 20 in 5/6/20.
    """
    if len(text) > 160 or not _DIGITS.search(text):
        return None
    rest = " ".join(normalise(text).split())
    stamp = _WIRED.fullmatch(rest)
    if stamp or not _YEAR_AND_DAY.search(rest):
        return _of_wire(stamp, today) if stamp else None
    rest = _without_counts(rest)
    weekday = next((_WEEKDAY[word] for word in _WORD.findall(rest) if word in _WEEKDAY), None)
    if (printed := _printed(rest, weekday, today)) is None:
        return None
    found, rest, before_second = printed
    hijri = [_hijri(match) for match in _HIJRI.finditer(rest)]
    if not found:
        if not hijri or hijri[0] is None:
            return None
        found.append(hijri[0])
    rest = _numeric_hijri(_HIJRI.sub(" ", rest))
    clock, rest = _clock(rest)
    words = (
        word for word in _WORD.findall(rest) if word not in _DECORATION and word not in _WEEKDAY
    )
    if next(words, None) is not None:
        return None
    first = min(found, key=lambda dated: ("hijri" in dated.doubts, dated.day))
    if before_second:  # the hour may be that of the later day
        clock = _clock(before_second)[0] if first is found[0] else None
    doubts = first.doubts
    if weekday is not None and first.day.weekday() != weekday and "hijri" not in doubts:
        doubts = (*doubts, "weekday")
    return Dated(first.day, clock, doubts)


def told(texts: Iterable[str], today: date) -> Dated | None:
    """The day that a text calls today, in full and with its right weekday: «اليوم الجمعة (25 يناير/
    كانون الثاني 2013)», «اليوم الخميس (التاسع من نوفمبر 2017)», «اليوم الخميس 6 نوفمبر 2025».
    """
    for said in (said for text in texts if "اليوم" in text for said in _TODAY.finditer(text)):
        day = said["day"] or said["bare"]
        ordinal, of, rest = day.partition(" من ")
        number = _ordinals().get(normalise(ordinal)) if of else None
        found = read(f"{said['weekday']} {f'{number} {rest}' if number else day}", today)
        if found and not found.doubts:
            return found
    return None


@cache
def _ordinals() -> Mapping[str, int]:
    """The days of a month as they are counted in words, by their keys."""
    found = dict(enumerate(_ORDINAL_LIST, 1))
    units = {1: "الحادي"} | {unit: found[unit] for unit in range(2, 10)}
    found |= {10 + unit: f"{name} عشر" for unit, name in units.items()}
    for tens, name in _TENS.items():
        found |= {tens: name} | {tens + unit: f"{one} و{name}" for unit, one in units.items()}
    return {normalise(name): day for day, name in found.items() if day <= _LAST_DAY}


def _of_wire(stamp: re.Match[str], today: date) -> Dated | None:
    """The day of an agency's stamp, of this century unless that has not come."""
    month = _WIRE_MONTHS.get(stamp["month"])
    year = int(stamp["year"])
    if month is None:
        return None
    if year < _CENTURY:
        year += today.year // _CENTURY * _CENTURY
        year -= _CENTURY * (year > today.year)
    return _dated(year, month, int(stamp["day"]), ())


def is_month(text: str) -> bool:
    """A month and its year, and no day: «شباط/فبراير 2018»."""
    match = _MONTH_ALONE.fullmatch(" ".join(normalise(text).split()))
    return match is not None and match["month"] in MONTHS


def _without_counts(text: str) -> str:
    """A line without what is counted beside a day: issues, readers, updates, hours without minutes;
    its first of a month is a number. Most lines have little of it, as is quickly seen.
    """
    if "اخر تحديث" in text:
        text = _GLUED_COUNTS.sub("", text)
    if "دقيقه" in text:
        text = _SPOKEN.sub(r"\1:\2", text)
    if any(map(text.__contains__, _COUNTED)):
        text = _ISSUE.sub(" ", text)
    if "(" in text:
        text = _UPDATE.sub(" ", text)
    if "اول" in text or "فاتح" in text or "غره" in text:
        text = _FIRST.sub("1 ", text)
    if ":" in text:
        text = _COLONS.sub(r"\1-\2-\3 ", _GLUED_HOUR.sub(r"\1 \2", text))
    if "قراءه" in text or "القراءه" in text:
        text = _MINUTES.sub(" ", text)
    text = _HOUR.sub(" ", text).removeprefix(_MAIL)
    if ":" in text and _BEFORE_YEAR.search(text):
        text = _HOUR_INSIDE.sub(r"\g<hour> \g<day>", text)
    return _with_plain_day(text)


def _with_plain_day(text: str) -> str:
    """A line whose day is written as most write it: without the other calendar's beside it, its
    year behind a comma, its month by the name that other countries give it.
    """
    if "الموافق" in text:
        text = _HIJRI_BESIDE.sub(" ", text)
    if " - " in text:
        text = _DASHED_YEAR.sub(r"\1, \2", text)
    if _CHRISTIAN in text:
        for name, month in _LIBYAN:
            text = text.replace(f" {name} ", f" {month} ")
        text = text.replace(_CHRISTIAN, " ")
    if "(" in text:
        text = _LIBYAN_BESIDE.sub(r" \1", text)
    if "كانون" in text or "تشرين" in text:
        text = _NUMBERED_MONTH.sub(_second, text)
    return text


def _second(month: re.Match[str]) -> str:
    return f"{month[1]} {'الاول' if month[2] == '1' else 'الثاني'}"


def _printed(text: str, weekday: int | None, today: date) -> tuple[list[Dated], str, str] | None:
    """The Gregorian days in a line, what else is in it, and what of that stands before a second
    day; None with 31 February, as the line is not nothing but a date then.
    """
    for pattern in _GREGORIAN:
        matches = list(pattern.finditer(text))
        found = [dated for match in matches if (dated := _gregorian(match, weekday, today))]
        if len(found) < len(matches):
            return None
        if found:
            several = len({dated.day for dated in found if "hijri" not in dated.doubts}) > 1
            before = pattern.sub(" ", text[: matches[1].start()]) if several else ""
            return found, _without_again(pattern.sub(" ", text), found[0].day, today), before
    return [], text, ""


def earlier(one: Dated | None, other: Dated | None) -> Dated | None:
    """Of two days that a text states, that on which it was published: later ones are those of its
    updates, or of the page that was saved.
    """
    if one is None or other is None:
        return one or other
    for sure, unsure in ((one, other), (other, one)):
        if "day or month" in unsure.doubts and "day or month" not in sure.doubts:
            day = unsure.day
            if (sure.day.month, sure.day.day) == (day.day, day.month) and sure.day.year == day.year:
                return sure
            if (turned := turned_before(unsure, sure)) is not unsure:
                return turned
    if one.day == other.day and one.clock and other.clock:
        return min(one, other, key=lambda dated: dated.clock or time.max)
    return other if other.day < one.day else one


def turned_before(dated: Dated | None, saved: Dated | None) -> Dated | None:
    """A day that may be read in two ways, in that in which it is not behind the day on which its
    page was saved, as no text appears later; any other as it is.
    """
    if dated is None or saved is None or dated.day <= saved.day:
        return dated
    if "day or month" not in dated.doubts or "day or month" in saved.doubts:
        return dated
    turned = _dated(dated.day.year, dated.day.day, dated.day.month, dated.doubts)
    return replace(turned, clock=dated.clock) if turned and turned.day <= saved.day else dated


def length_of_day(text: str) -> int:
    """How much of the beginning of a text is a day, with or without its year; 0 where none is."""
    begins = _DAY_BEGINS.match(text)
    if not begins or (begins[1] and normalise(begins[1]) not in _MONTH_WORDS):
        return 0
    ends = [match.end() for match in islice(_SPACED.finditer(text), _DAY_WORDS)]
    for year in ("", _SOME_YEAR):
        for end in reversed(ends):
            if text.count("(", 0, end) > text.count(")", 0, end):
                continue  # what is in brackets is of another part
            day = text[:end].rstrip(_BEHIND_DAY)
            if read(f"{day}{year}", date.max):
                return len(day)
    return 0


def without_day(text: str, today: date) -> tuple[str, Dated | None]:
    """A wire line has its date in the middle: «الرياض 10 أغسطس 2015 واس»."""
    if not may_have_day(text):
        return text, None
    words = text.split()
    start = next((i for i, word in enumerate(words) if any(map(str.isdigit, word))), None)
    if start is None:
        return text, None
    weekday = start > 0 and words[start - 1][-1] not in ")]"
    if weekday and read(" ".join(words[start - 1 :]), today):
        start -= 1
    for end in range(len(words), start, -1):
        if dated := read(" ".join(words[start:end]), today):
            before = BEFORE_DAY.sub("", " ".join(words[:start]))
            return " - ".join((before, " ".join(words[end:]))), dated
    return text, None


def without_day_of_month(text: str) -> str:
    """A line without the day whose year it does not state: «أبوظبي في 16 ديسمبر / وام /»."""
    words = text.split()
    for at, (day, *month) in enumerate(zip(words, words[1:], [*words[2:], ""], strict=False)):
        first = normalise(month[0])
        if not (day.isdigit() and len(day) <= _DAY_DIGITS and first in _MONTH_WORDS):
            continue
        long = normalise(" ".join(month)) in MONTHS  # «كانون الأول»
        start = at - (at > 0 and words[at - 1] in _BEFORE_DAYS)
        return " ".join((*words[:start], *words[at + 2 + long :]))
    return text


def may_have_day(text: str) -> bool:
    """What has no year and no day of a month, by their look, has no day."""
    return has_digit(text) and _YEAR_AND_DAY.search(normalise(text)) is not None


def has_digit(text: str, start: int = 0) -> bool:
    """What has none from `start` on has no day there."""
    return _DIGITS.search(text, start) is not None


def says_nothing(text: str) -> bool:
    """Nothing but words that stand beside a day: «الساعة», «تاريخ النشر»."""
    return all(word in _DECORATION for word in _WORD.findall(normalise(text)))


def _without_again(text: str, day: date, today: date) -> str:
    """Blank out the same day, written another way: «13.10.2022 13 أكتوبر 2022»."""
    if not _DIGITS.search(text):
        return text
    for pattern in _GREGORIAN:
        for match in pattern.finditer(text):
            again = _gregorian(match, day.weekday(), today)
            if again and again.day == day:
                text = text.replace(match[0], " ")
    return text


def stated(text: str, today: date) -> Dated | None:
    """Read a date as programs write it, ISO 8601 or that of mail and feeds, as forms do, or as
    newspapers do. The day and the hour are those of its own time zone; midnight is no hour.
    """
    text = text.strip()
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        try:
            when = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return read(text, today)
    if _DIGITS.fullmatch(text) and not _COMPACT.fullmatch(text):
        return None  # a number, not a day
    clock = when.time().replace(second=0, microsecond=0)
    return Dated(when.date(), clock if clock != time() else None)


def _numeric_hijri(text: str) -> str:
    """Blank out a second date, in digits, whose year is of the Hijri calendar."""
    return re.sub(rf"\d{{1,2}}{_SLASH}\d{{1,2}}{_SLASH}1[345]\d\d(?!\d)", " ", text)


def _gregorian(match: re.Match[str], weekday: int | None, today: date) -> Dated | None:
    year, month, day = (match[name] for name in ("year", "month", "day"))
    doubts: tuple[str, ...] = ()
    if not month.isdigit():
        number = MONTHS[" ".join(month.split())]
        other = match.groupdict().get("other")
        if other and MONTHS[" ".join(other.split())] != number:
            doubts = ("months differ",)
        return _dated(int(year), number, int(day), doubts)
    full = int(year)
    if len(year) == 2:
        full += 2000 if 2000 + full <= today.year else 1900
    if 1300 <= full < 1500:
        known = from_hijri(full, int(month), int(day))
        return Dated(known, doubts=("hijri",)) if known else None
    dated = _dated(full, int(month), int(day), ())
    if len(match["year"]) == 4 and match.start("year") < match.start("day"):
        return dated
    other_way = _dated(full, int(day), int(month), ())
    if dated is None or (other_way and _only_second_fits(dated, other_way, weekday)):
        return other_way
    if other_way and dated.day != other_way.day and dated.day.weekday() != weekday:
        return Dated(dated.day, doubts=("day or month",))
    return dated


def _only_second_fits(one: Dated, other: Dated, weekday: int | None) -> bool:
    return weekday is not None and one.day.weekday() != weekday == other.day.weekday()


def _dated(year: int, month: int, day: int, doubts: tuple[str, ...]) -> Dated | None:
    try:
        return Dated(date(year, month, day), doubts=doubts)
    except ValueError:
        return None


def _hijri(match: re.Match[str]) -> Dated | None:
    month = HIJRI_MONTHS[" ".join(match["month"].split())]
    day = from_hijri(int(match["year"]), month, int(match["day"]))
    return Dated(day, doubts=("hijri",)) if day else None


def _clock(text: str) -> tuple[time | None, str]:
    """The hour of a line, and the line without its hours."""
    text = _ZONE.sub(" ", text)
    match = _TIME.search(text) or _MILITARY.search(text)
    rest = _MILITARY.sub(" ", _TIME.sub(" ", text))
    if match is None:
        return None, rest
    hour, half = int(match["hour"]), (match.groupdict().get("half") or "")[:1]
    if half in ("م", "p", "ع") and hour < 12:
        hour += 12
    elif half in ("ص", "a", "ف") and hour == 12:
        hour = 0
    return time(hour, int(match["minute"])), rest


_IN_URL: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/?#._-]|$)")
_IN_NAME: Final = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
    ),
    re.compile(
        r"(?<!\d)(?P<day>0[1-9]|[12]\d|3[01])(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)"
    ),
)
"""No eight digits are both: the months of one would be the century of the other."""


def in_url(url: str) -> date | None:
    """The day in an address such as /2015/07/26/."""
    match = _IN_URL.search(url)
    dated = match and _dated(int(match[1]), int(match[2]), int(match[3]), ())
    return dated.day if dated else None


def in_file_name(name: str) -> date | None:
    """The day in a file's name, 2011-01-25, 20110125 or 25012011, if there is exactly one."""
    days = {
        dated.day
        for pattern in _IN_NAME
        for match in pattern.finditer(name)
        if (dated := _dated(int(match["year"]), int(match["month"]), int(match["day"]), ()))
    }
    return days.pop() if len(days) == 1 else None
