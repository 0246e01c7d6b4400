"""Broken plurals by their patterns: which singulars a noun may be the plural of.

Arabic makes most plurals by changing the vowels of a word. The pattern is regular one way: a plural
shows which singulars are possible, and the archive shows which of them exist. Patterns that verbal
nouns share, as فعال, are left to the list. See W. Wright, A Grammar of the Arabic Language,
§§ 304-305.
"""

import re
from collections.abc import Iterator
from typing import Final

from warraq.arabic.normalise import normalise

_C: Final = r"([^اويء])"
_LAST: Final = r"([^اويءه])"
_ANY: Final = r"([^ا])"
_NO_VERB: Final = r"([^اتينو])"
"""A first letter that no verb has before its stem, nor before that a و."""
_NO_PARTICIPLE: Final = r"([^اتينوم])"
_NO_REFLEXIVE: Final = r"([^اتن])"
"""A letter by which no verb is made reflexive: استياء, اعتناء, انقضاء are verbal nouns."""

PATTERNS: Final[tuple[tuple[re.Pattern[str], tuple[str, ...], float], ...]] = tuple(
    (re.compile(pattern), singulars, share)
    for pattern, singulars, share in (
        # قواميس, نواقيس: قاموس, ناقوس; مواقيت: ميقات
        (rf"{_ANY}وا{_C}ي{_LAST}", (r"\1ا\2و\3", r"\1ا\2ي\3", r"\1ي\2ا\3"), 0.02),
        # سكاكين, شبابيك: سكين, شباك
        (rf"{_ANY}{_C}ا\2ي{_LAST}", (r"\1\2ي\3", r"\1\2ا\3"), 0.02),
        # مفاتيح, تماسيح, صهاريج, شرايين: مفتاح, تمساح, صهريج, شريان
        (rf"{_ANY}{_ANY}ا{_ANY}ي{_LAST}", (r"\1\2\3ا\4", r"\1\2\3و\4", r"\1\2\3ي\4"), 0.02),
        # أساطير, أقاليم, أعاصير: أسطورة, إقليم, إعصار
        (rf"ا{_ANY}ا{_ANY}ي{_LAST}", (r"ا\1\2و\3", r"ا\1\2ي\3", r"ا\1\2ا\3"), 0.02),
        # بواخر, فواصل, عوائد: باخرة, فاصل, عائد
        (rf"([^اتيو])وا{_ANY}{_LAST}", (r"\1ا\2\3",), 0.02),
        # جرائد, حمائم: جريدة, حمامة
        (rf"{_NO_VERB}{_ANY}اي{_LAST}", (r"\1\2ي\3", r"\1\2ا\3", r"\1\2و\3"), 0.02),
        # وصايا, هدايا: وصية, هدية; زوايا: زاوية
        (rf"{_ANY}{_ANY}ايا", (r"\1\2ي", r"\1ا\2ي"), 0.02),
        # فتاوى, شكاوى: فتوى, شكوى
        (rf"{_NO_VERB}{_C}اوي", (r"\1\2وي",), 0.1),
        # معاطف, ثعالب: معطف, ثعلب. Not تعاون, يعاون: that is a verb.
        (rf"{_NO_VERB}{_ANY}ا{_ANY}{_LAST}", (r"\1\2\3\4",), 0.02),
        # قياصرة, أساتذة, تلامذة, عباقرة: قيصر, أستاذ, تلميذ, عبقري. Not مطالبة, a noun again.
        (
            rf"{_NO_PARTICIPLE}{_ANY}ا{_ANY}{_LAST}ه",
            (r"\1\2\3\4", r"\1\2\3ا\4", r"\1\2\3ي\4", r"\1\2\3\4ي"),
            0.1,
        ),
        # أفاضل: أفضل, فاضل
        (rf"ا{_ANY}ا{_C}{_LAST}", (r"ا\1\2\3", r"\1ا\2\3"), 0.1),
        # أصدقاء, أغنياء: صديق, غني
        (rf"ا{_NO_REFLEXIVE}{_NO_REFLEXIVE}{_C}اء", (r"\1\2ي\3",), 0.02),
        (rf"ا{_NO_REFLEXIVE}{_C}ياء", (r"\1\2ي",), 0.02),
        # وزراء, فقهاء: وزير, فقيه
        (rf"{_ANY}{_C}{_ANY}اء", (r"\1\2ي\3",), 0.1),
        # أعضاء, أجزاء: عضو, جزء
        (rf"ا{_ANY}{_ANY}اء", (r"\1\2و", r"\1\2ء"), 0.5),
        # أبواب, أنواع: باب, نوع
        (rf"ا{_ANY}وا{_LAST}", (r"\1ا\2", r"\1و\2"), 0.1),
        # أسعار, أوجاع: سعر, وجع
        (rf"ا{_ANY}{_ANY}ا{_LAST}", (r"\1\2\3",), 0.5),
        # أسمدة, أجهزة: سماد, جهاز; أرغفة: رغيف
        (rf"ا{_ANY}{_C}{_LAST}ه", (r"\1\2ا\3", r"\1\2ي\3"), 0.1),
        # شكوك, خطوط: شك, خط
        (rf"{_ANY}{_C}و\2", (r"\1\2",), 0.3),
        # نسور, كهوف: نسر, كهف
        (rf"{_ANY}{_ANY}و{_LAST}", (r"\1\2\3",), 1),
    )
)
"""What a plural looks like, what its singular may be but for a final ه, and how often, beside the
plural, that singular must at least occur."""


NO_PLURALS: Final = frozenset(
    normalise(
        """
        إبعاد إبلاغ إثبات إجبار إجماع إجمال إجهاد إحباط إحراج إحراز إحضار إخراج إخضاع إخفاق إخلاص
        إدخال إدراج إدراك إدماج إرباك إرسال إرشاد إرغام إزعاج إسراع إسراف إسعاف إسقاط إسكان إسناد
        إسهاب إسهال إشباع إشراك إشعال إشهار إصلاح إصرار إضحاك إضراب إطعام إطلاق إظهار إعجاب إعدام
        إعسار إعلام إعلان إغراق إغفال إغلاق إفراج إفراط إفساح إفصاح إفطار إفلات إفلاس إقبال إقراض
        إقطاع إقلاع إقناع إكثار إكمال إلحاق إمداد إنتاج إنذار إنزال إنعاش إنقاذ إنكار إهدار إهمال
        إبحار إبداع إبراز إتلاف إغراء إنهاء إلغاء إلقاء إثراء إنماء إنشاء إبطاء إيهام إحياء اتساع

        بروز بلوغ ثبوت جلوس جنوح حدوث حصول حضور خروج خشوع خضوع خمول دخول ذهول رجوع رسوب رسوخ
        رضوخ ركوب ركود ركوع ركون سجود سرور سفور سقوط سكوت سكون سلوك شحوب شذوذ شروق شعور شمول شيوع
        صدور صعود صمود ضمور طلوع ظهور عبور عدول عزوف غروب غرور غموض فتور فجور فضول فطور قبول قدوم
        قعود كسوف لجوء لزوم مثول مجون مرور نزوح نزوع نزول نشوب نضوج نفور نفوذ نكوص نهوض هبوط هجوم
        هدوء هروب وجود ورود وصول وضوح وقوع وقوف صبور حنون ودود خلوق عطوف شغوف خجول غيور بعوض سحور

        بطحاء بغضاء بلهاء حرباء زهراء شهباء صعداء أربعاء ثلاثاء كربلاء هموم ذكور أجداد جزائر
        خوارج طوارق نوائب مراسل معارض مواطن محافظ محاضر مهاجر مقاتل مراسم ملازم استياء
        عبود حمود حسون سلوم عنود عمور

        إعمار إنفاق إشراف إشعار إنصاف إقفال إجرام إقدام إثمار إعداد انهار أنساب
        أملاك ديون ضوابط شواهد وسائط نظائر توابع خوادم عقاقير متاعب أوقاف أنقاض أنفاس نفوس
        أكابر كروم قدور
        """
    ).split()
)
"""Verbal nouns, adjectives and others that look like a plural of some common word, and are none.

At the end stand plurals whose singular is nearly always another word: أملاك are of no مَلِك."""


def singulars(plural: str) -> Iterator[tuple[str, float]]:
    """The nouns of which `plural` may be the broken plural, and the share that each must have."""
    for pattern, templates, share in PATTERNS if plural not in NO_PLURALS else ():
        match = pattern.fullmatch(plural)
        if match:
            for template in templates:
                singular = match.expand(template)
                yield singular, share
                if len(singular) > 2:
                    yield singular + "ه", share
