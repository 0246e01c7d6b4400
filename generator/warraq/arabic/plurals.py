"""Counted things in their six forms: لا مقالات، مقال واحد، مقالان، 3 مقالات، 11 مقالًا، 100 مقال."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from warraq.arabic.digits import DigitSystem, number

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]

FORMS: Final[tuple[PluralForm, ...]] = ("zero", "one", "two", "few", "many", "other")


def plural_form(n: int) -> PluralForm:
    """The CLDR plural form of a whole number in Arabic: 1003 is few, 1011 many, 1000 other."""
    if n < 3:
        return FORMS[n]
    rest = n % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


def _unit(*forms: str) -> Mapping[str, str]:
    return dict(zip(FORMS, forms, strict=True))


UNITS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "article": _unit("لا مقالات", "مقال واحد", "مقالان", "{n} مقالات", "{n} مقالًا", "{n} مقال"),
        "undated": _unit(
            "لا مقال بلا تاريخ",
            "واحد بلا تاريخ",
            "اثنان بلا تاريخ",
            *["{n} بلا تاريخ"] * 3,
        ),
        "result": _unit(
            "لا نتائج", "نتيجة واحدة", "نتيجتان", "{n} نتائج", "{n} نتيجة", "{n} نتيجة"
        ),
        "category": _unit(
            "لا تصنيفات", "تصنيف واحد", "تصنيفان", "{n} تصنيفات", "{n} تصنيفًا", "{n} تصنيف"
        ),
        "tag": _unit("لا وسوم", "وسم واحد", "وسمان", "{n} وسوم", "{n} وسمًا", "{n} وسم"),
        "source": _unit("لا مصادر", "مصدر واحد", "مصدران", "{n} مصادر", "{n} مصدرًا", "{n} مصدر"),
        "author": _unit("لا كتّاب", "كاتب واحد", "كاتبان", "{n} كتّاب", "{n} كاتبًا", "{n} كاتب"),
        "year": _unit("لا سنوات", "سنة واحدة", "سنتان", "{n} سنوات", "{n} سنة", "{n} سنة"),
        "month": _unit("لا أشهر", "شهر واحد", "شهران", "{n} أشهر", "{n} شهرًا", "{n} شهر"),
        "day": _unit("لا أيام", "يوم واحد", "يومان", "{n} أيام", "{n} يومًا", "{n} يوم"),
        "minute": _unit(
            "أقل من دقيقة", "دقيقة واحدة", "دقيقتان", "{n} دقائق", "{n} دقيقة", "{n} دقيقة"
        ),
        "word": _unit("لا كلمات", "كلمة واحدة", "كلمتان", "{n} كلمات", "{n} كلمة", "{n} كلمة"),
        "line": _unit("لا أسطر", "سطر واحد", "سطران", "{n} أسطر", "{n} سطرًا", "{n} سطر"),
        "page": _unit("لا صفحات", "صفحة واحدة", "صفحتان", "{n} صفحات", "{n} صفحة", "{n} صفحة"),
        "pack": _unit("لا حزم", "حزمة واحدة", "حزمتان", "{n} حزم", "{n} حزمة", "{n} حزمة"),
        "file": _unit("لا ملفات", "ملف واحد", "ملفان", "{n} ملفات", "{n} ملفًا", "{n} ملف"),
    }
)
"""For each countable thing its six forms; `{n}` stands for the number."""


def count(n: int, unit: str, system: DigitSystem, country: str) -> str:
    """A number of things in words: `count(3, "article", "arab", "LB")` is «٣ مقالات»."""
    return UNITS[unit][plural_form(n)].replace("{n}", number(n, system, country))
