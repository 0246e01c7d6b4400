"""Furniture: lines in which a page speaks to its readers, known by their words, whatever they say.

«شارك القصة مع أصدقائك», «ابق على اطلاع بآخر الأخبار»: each site says it in its own way, so that no
list of such lines is long enough. But all of them say what a reader may do, and to what of a page;
the words for that are few, and a line of a text has others among them.
"""

import re
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer.lines import key, without_feminine

_VERB_LIST: Final = """
شارك شاركه شاركها شاركنا شاركونا شاركوا غرد انشر انشره أرسل أرسله اطبع انسخ احفظ علق علقوا أضف اترك
اتركوا اكتب اكتبوا تابع تابعنا تابعونا تابعوا اشترك اشتركوا انضم انضموا حمل حملوا نزل سجل اقرأ إقرأ
اقرؤوا طالع طالعوا شاهد شاهدوا انظر استمع استمعوا انقر انقروا اضغط إضغط اضغطوا زوروا تصفح تصفحوا ابق
ابقوا ابحث أبلغ قيم صوت أعجبك أعجبكم أعجبني يعجبك تعجبك يهمك تهمك يهمكم تهمكم نرشح ننصح ننصحك اخترنا
راسلنا راسلونا اتصل اتصلوا تواصلوا أخبرنا استكشف اكتشف تبرع تبرعوا ادعم ادعموا ادعمونا أغلق
انتقل اختر نشكركم نشكرك
"""
_NOUN_LIST: Final = """
مشاركة مشاركتكم لمشاركتكم تغريد إرسال طباعة نسخ حفظ تعليق تعليقا تعليقك تعليقكم تعليقات إضافة كتابة
رأيك رأيكم آرائكم آراءكم متابعة متابعتنا متابعتكم اشتراك انضمام تحميل تنزيل تسجيل استماع إبلاغ تقييم
تقييمك المزيد إغلاق إلغاء قبول موافقة تعريف تكبير تصغير تغيير تفعيل وضع عرض إظهار إخفاء عودة رجوع
تخطي التالي التالية السابق السابقة شكرا القراءة قراءة قراءتكم لقراءتكم
"""
_PAGE_LIST: Final = """
مقال مقالة مقالات مقالاتنا خبر أخبار أخبارنا موضوع مواضيع موضوعات مادة قصة قصص تقرير تقارير محتوى
منشور منشورات تدوينة صفحة صفحتنا صفحاتنا موقع موقعنا قسم أقسام باب رابط روابط قناة قناتنا قنواتنا
حساب حسابك حسابنا حساباتنا تطبيق تطبيقنا تطبيقاتنا فيديو فيديوهات صورة صور بودكاست حلقة نشرة نشرتنا
نشراتنا بريد بريدك بريدكم البريدية الإلكتروني الإلكترونية إلكتروني إيميل قائمة قائمتنا الرئيسية
الدخول الخروج المرور تنبيهات إشعارات وسوم وسم تصنيف تصنيفات الكلمات كلمات المفتاحية مفتاحية الدلالية
دلالية الدالة مصدر صلة علاقة متعلقة مشابهة مقترحة مرتبطة مشاهدة مشاهدات زيارة زيارات تداولا شيوعا
تفاعلا رواجا حقوق محفوظة النشر الطبع الخصوصية سياسة الاستخدام شروط أرشيف بحث مفضلة مفضلات كاتب كاتبة
مؤلف محرر تحرير قراء قراءنا قارئ زوارنا زوار زائر صديق صديقك أصدقائك أصدقاءك أصدقائكم أصدقاءكم
أصدقاء منصات منصاتنا مواقع وسائل شبكات التواصل الاجتماعي الاجتماعية هاتفك جوالك الخط حجم ردا رد ردود
الحقول مطلوبة الإلزامية إعلانات إعلان مؤرشف مؤرشفة خطة باقة باقات ممتاز بريميوم مميزة مستخدم
المستخدم لوحة ملفات الارتباط الكوكيز الأعضاء عضوية عضو مستجدات المستجدات فيس بوك واتس آب تيليجرام
تلجرام تلقرام انستجرام لينكد تيك توك سناب شات قوقل بلس بلاي أندرويد آيفون ماسنجر youtube tiktok rss
messenger url
"""
_NETWORK_LIST: Final = """
فيسبوك تويتر إكس واتساب تيليغرام تلغرام تليجرام انستغرام يوتيوب لينكدإن جوجل غوغل سنابشات facebook
twitter whatsapp telegram instagram linkedin google pinterest
"""
_OTHER_LIST: Final = """
هذا هذه ذلك كل جميع كافة آخر أحدث أهم أبرز أفضل أكثر الأكثر الأحدث الأخيرة الآن هنا مجانا مجاني
المجانية يوميا أسبوعيا الأسبوعية اليومية اليوم أول بأول معنا لنا لكم لك عنا علينا بنا إلينا منا أيضا
كذلك جديد جديدة جديدا جديدنا أخرى أعلى أسفل أدناه التي الذي هل ما ماذا كيف لا لم لن يتم الخاص الخاصة
بك بكم كي حتى لكي لتصلك يصلك تصلك لتصلكم يصلكم ليصلك ليصلكم يمكنك يمكنكم قد ربما كن أن من إلى الى
على في عن مع عبر بواسطة باستخدام خلال حول بعد قبل لدى أو و ثم كما عند أحد واحد فقط نفس دائما مباشرة
مباشر دائم مختصر اطلاع إطلاع نتطلع ونتطلع نتمنى القادمة قادمة لمزيد حصول الحصول لصلتك زيارتكم
زيارتنا فضلا رجاء الرجاء يرجى نحن نستخدم يستخدم تجربتك تجربة لتحسين تحسين الليلي النهاري الداكن
عزيزي يتوجب عليك لتتمكن تتمكن كاملة كاملا الكامل الكاملة تفاصيل التفاصيل أقل قدر قدرا بيانات نسخة
خفيفة تستهلك
"""
_BUTTON_LIST: Final = """
القائمة، قائمة، عاجل، البريد، بريد، إكس، أعلن، بحث، البحث، ابحث، رجوع، عودة، العودة، قبول، موافق،
أوافق، رفض، حسنا، خاص، حصري، حصريا، انفراد، الوضع الليلي، الوضع الداكن، تنزيل، تحميل، استماع، Menu،
Search، English، العربية، Français، Accept، OK
"""
_ARTICLES: Final = ("ال", "وال", "بال", "لل", "فال", "كال")
_MOST_WORDS: Final = 16
_LONGEST: Final = 120
"""Characters."""
_BUTTONS: Final = frozenset(map(key, re.split(r"،\s+", _BUTTON_LIST.strip())))
_LEAST: Final = 2
"""Words that name a deed or a part of a page."""
_WORD: Final = re.compile(r"[^\W_]+")
_MAIL: Final = re.compile(r"\S+@\S+\.\S+")


def _nouns(text: str) -> frozenset[str]:
    """Keys of nouns, with the article and without, and behind what clings to them."""
    bare = {normalise(word) for word in text.split()}
    return frozenset(
        f"{clitic}{key}"
        for key in bare | {key.removeprefix("ال") for key in bare}
        for clitic in ("", "و", "ب", "ل", "ف", *_ARTICLES)
    )


def _verbs(text: str) -> frozenset[str]:
    """Keys of verbs, and behind a conjunction."""
    return frozenset(f"{and_}{normalise(word)}" for word in text.split() for and_ in ("", "و", "ف"))


_ASKED: Final = _verbs(_VERB_LIST)
_TYPED: Final = _ASKED.union(_VERB_LIST.split())
_DEEDS: Final = _ASKED | _nouns(_NOUN_LIST)
"""What a reader is asked to do, and what he does by a button."""
_PARTS: Final = _nouns(f"{_PAGE_LIST} {_NETWORK_LIST}")
"""Of pages and sites, to which that is done."""
_OTHERS: Final = _nouns(_OTHER_LIST)
"""What stands beside these."""
_NETWORKS: Final = frozenset(map(normalise, _NETWORK_LIST.split()))
_ALL: Final = _DEEDS | _PARTS | _OTHERS


def is_button(text: str) -> bool:
    """A word by itself that above a text is a button's or a flag's; inside, it may be a heading."""
    return key(text) in _BUTTONS


def asks(word: str) -> bool:
    """A word by which a page asks its readers to do something: «تابع», «شارك»."""
    return normalise(word) in _ASKED


def bar(text: str) -> int:
    """Where a text goes on that begins with a bar of buttons on its own line, two networks' and two
    deeds among them: «شارك فيسبوك تويتر اكتب رأيك وصل الصيادون»; 0 where it begins with none.
    """
    if text.partition(" ")[0] not in _TYPED:
        return 0  # as most lines
    end, asked, networks = 0, 0, 0
    for word in _WORD.finditer(text, 0, _LONGEST):
        folded = normalise(word[0])
        if folded not in _ALL:
            break
        asked += folded in _ASKED
        networks += folded in _NETWORKS
        if folded in _DEEDS or folded in _PARTS:
            end = word.end()
    return end if min(asked, networks) >= _LEAST else 0


def is_furniture(text: str) -> bool:
    """All words of a line are those in which pages speak to their readers, two of them or more name
    what a reader does or to what, and one what he does.
    """
    if len(text) > _LONGEST:
        return False
    text = without_feminine(text)
    words: list[str] = []
    for word in _WORD.finditer(_MAIL.sub(" ", text) if "@" in text else text):
        folded = normalise(word[0])
        if folded not in _ALL and not folded.isdigit():
            return False
        words.append(folded)
    if not _LEAST <= len(words) <= _MOST_WORDS:
        return False
    telling = sum(word in _DEEDS or word in _PARTS for word in words)
    return telling >= _LEAST and not _DEEDS.isdisjoint(words)
