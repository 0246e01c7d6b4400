"""Broken plurals by their patterns: which singulars a stem may be the plural of.

Arabic makes most plurals by changing the vowels of a word. The pattern is regular one way: a plural
shows which singulars are possible, and the archive shows which of them exist. Patterns are of
normalised stems, without the final ه. See W. Wright, A Grammar of the Arabic Language, §§ 304-305.
"""

import re
from collections.abc import Iterator
from typing import Final

_C: Final = r"([^اويء])"
_ANY: Final = r"([^ا])"

PATTERNS: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = tuple(
    (re.compile(pattern), singulars)
    for pattern, singulars in (
        # مفاتيح, تماسيح, صهاريج, شرايين: مفتاح, تمساح, صهريج, شريان
        (rf"{_ANY}{_ANY}ا{_ANY}ي{_C}", (r"\1\2\3ا\4", r"\1\2\3و\4", r"\1\2\3ي\4")),
        # قواميس, نواقيس: قاموس, ناقوس; مواقيت: ميقات
        (rf"{_ANY}وا{_C}ي{_C}", (r"\1ا\2و\3", r"\1ا\2ي\3", r"\1ي\2ا\3")),
        # بواخر, فواصل: باخرة, فاصل
        (rf"{_ANY}وا{_C}{_ANY}", (r"\1ا\2\3",)),
        # جرائد, حمائم: جريدة, حمامة
        (rf"{_ANY}{_ANY}اي{_C}", (r"\1\2ي\3", r"\1\2ا\3", r"\1\2و\3")),
        # معاطف, ثعالب, قياصرة: معطف, ثعلب, قيصر; عباقرة: عبقري
        (rf"{_ANY}{_ANY}ا{_ANY}{_C}", (r"\1\2\3\4", r"\1\2\3\4ي")),
        # أفاضل: أفضل, فاضل
        (rf"ا{_ANY}ا{_C}{_C}", (r"ا\1\2\3", r"\1ا\2\3")),
        # وزراء, فقهاء: وزير, فقيه
        (rf"{_ANY}{_C}{_ANY}اء", (r"\1\2ي\3", r"\1ا\2\3")),
        # أسعار, أوجاع: سعر, وجع
        (rf"ا{_ANY}{_ANY}ا{_C}", (r"\1\2\3", r"\1ا\3", r"\1و\3")),
        # أسمدة, أجهزة: سماد, جهاز; أرغفة: رغيف
        (rf"ا{_ANY}{_C}{_C}", (r"\1\2ا\3", r"\1\2ي\3")),
        # نسور, كهوف: نسر, كهف
        (rf"{_ANY}{_ANY}و{_C}", (r"\1\2\3",)),
        # جبال, كلاب: جبل, كلب
        (rf"{_ANY}{_C}ا{_C}", (r"\1\2\3",)),
    )
)
"""What a plural's stem looks like, and the stems that its singular may have."""


def singulars(stem: str) -> Iterator[str]:
    """The stems of which `stem` may be the broken plural, the likeliest first."""
    for pattern, templates in PATTERNS:
        match = pattern.fullmatch(stem)
        if match:
            yield from (match.expand(template) for template in templates)
