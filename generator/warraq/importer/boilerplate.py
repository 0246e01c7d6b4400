"""What a saved page carries around its article: menus, share buttons, related stories, footers.

The words below only mark where such a part begins. What is cut is decided by structure: a tail is
cut when no sentence follows its marker, links when they stand under a label; and everything that is
cut is kept in the import report.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from warraq.importer import attribution
from warraq.importer.lines import Line, key

_TAIL_PHRASES: Final = """
تصنيفات، التصنيفات، التصنيف، قصص قد تهمك، قد يهمك، قد يهمك أيضا، قد يعجبك، قد يعجبك أيضا،
ربما يعجبك أيضا، قد يهمك ايضا، ربما يهمك، مشاركة، المشاركة، شارك، شاركها، شاركنا، شارك الخبر،
شارك هذا الخبر، شارك المقال، شارك هذا المقال، شارك الموضوع، مشاركة الخبر، مشاركه الخبر،
مشاركة المقال، شارك عبر، شارك على، شارك غرد، شارك برأيك، شاركنا برأيك، طباعة، اطبع، إطبع،
للطباعة، نسخة للطباعة، أرسل، أرسل لصديق، أرسل إلى صديق، ارسل لصديق، إرسال إلى صديق، حفظ، احفظ،
المفضلة، أضف للمفضلة، تعليق، التعليق، تعليقات، التعليقات، أضف تعليق، أضف تعليقا، أضف تعليقك،
أضف تعليقا جديدا، إضافة تعليق، إضافة تعليق جديد، اترك تعليقا، اترك تعليق، أترك تعليقا،
اكتب تعليقك، اكتب تعليقا، علق، علق على الخبر، لا تعليقات، لا توجد تعليقات، لا يوجد تعليقات،
كن أول من يعلق، إلغاء الرد، تعليقات القراء، آراء القراء، تعليقات الزوار، تعليقات الفيس بوك،
تعليقات فيسبوك، تعليق عبر الفيس بوك، عدد التعليقات، الأكثر قراءة، الاكثر قراءة، أكثر قراءة،
الأكثر مشاهدة، الأكثر تداولا، الأكثر تعليقا، الأكثر شيوعا، الأكثر مشاركة، الأكثر زيارة،
الأكثر تصفحا، الأكثر شعبية، الأشهر، الأحدث، آخر الأخبار، أخر الأخبار، اخر الأخبار،
أحدث الأخبار، أهم الأخبار، الأخبار الأكثر قراءة، المزيد، المزيد من الأخبار، المزيد من،
عرض المزيد، اقرأ المزيد، إقرأ المزيد، شاهد المزيد، اعرف أكثر، مواضيع ذات صلة، مواضيع متعلقة،
مواضيع ذات علاقة، مواضيع مشابهة، مواضيع مرتبطة، مواضيع أخرى، مواضيع ساخنة اخرى،
موضوعات ذات صلة، موضوعات متعلقة، مقالات ذات صلة، مقالات متعلقة، مقالات مشابهة، مقالات أخرى،
مقالات قد تعجبك، أخبار ذات صلة، أخبار متعلقة، أخبار مشابهة، أخبار مرتبطة، أخبار أخرى،
روابط ذات صلة، روابط ذات علاقة، وصلات ذات صلة، ذات صلة، متعلقات، من نفس الملف، من نفس القسم،
من نفس الكاتب، من نفس التصنيف، في نفس السياق، للكاتب أيضا، مقالات الكاتب، مقالات للكاتب،
اقرأ أيضا، إقرأ أيضا، اقرأ ايضا، إقرأ ايضا، اقرا ايضا، اقرأ أيضاً، انظر أيضا، شاهد أيضا،
شاهد ايضا، طالع أيضا، اخترنا لك، اخترنا لكم، ترشيحاتنا، نرشح لك، مختارات، اختيارات القراء،
اختيارات المحرر، يمكنك أيضا قراءة، تابعنا، تابعونا، تابعنا على، تابعونا على، اتبع، لا تتبع،
إلغاء المتابعة، تابعنا عبر، تابعونا عبر، تابعنا على فيسبوك، تابعنا على تويتر، اشترك،
اشترك الآن، اشترك في النشرة البريدية، اشترك في نشرتنا، النشرة البريدية، القائمة البريدية،
حمل التطبيق، جميع الحقوق محفوظة، كل الحقوق محفوظة، الحقوق محفوظة، حقوق النشر محفوظة،
محتوى إعلاني، محتوى اعلاني، إعلان، إعلانات، اعلان، الرئيسية، الصفحة الرئيسية،
العودة إلى الأعلى، العودة للأعلى، إلى الأعلى، للأعلى، من نحن، اتصل بنا، اتصلوا بنا،
سياسة الخصوصية، شروط الاستخدام، اتفاقية الاستخدام، خريطة الموقع، أعلن معنا، السابق، التالي،
المقال السابق، المقال التالي، الخبر السابق، الخبر التالي، الموضوع السابق، نسخ الرابط،
انسخ الرابط، رابط مختصر، الرابط المختصر، كلمات مفتاحية، عن الكاتب، نبذة عن الكاتب، تغريد، غرد،
بث مباشر، الموضوعات المتعلقة، المواضيع المتعلقة، الأخبار المتعلقة، موضوعات مقترحة،
هذا المحتوى من، قصص مقترحة، قصص مقترحة نهاية، أخبار مقترحة، مشاهدات عالية، مشاهدات منخفضة،
حول هذه القصة، حول هذا الموضوع، يتصدر الآن،
فيديو قد يعجبك، أرسل تعليقك، ارسل تعليقك، تم نسخ الرابط، الخط، تسجيل الدخول، لا يوجد نتائج،
شاهد كل النتائج، انقر هنا لقراءة الخبر من مصدره، ملفات ساخنة، Next Previous، Share، Tweet،
Print، Email، Facebook، Twitter، WhatsApp، Telegram، شارك هذه الصفحة، مشاركة عبر، شاركها عبر،
شارك عبر البريد، مشاركة عبر البريد، مشاركة عبر البريد الإلكتروني، طباعة المقال، طباعة الخبر،
اطبع المقال، اطبع الخبر، ارسل، إرسال، أرسل الخبر، أرسل المقال، حجم الخط، تكبير الخط،
تصغير الخط، كبر الخط، صغر الخط، تغيير حجم الخط، الخط الافتراضي، التعليقات مغلقة،
أضف تعليقاتك، أضف ردا، اترك ردا،
اترك رد، أدخل تعليقك هنا، تعليقك، الأحرف المتبقية، البريد الإلكتروني، البريد الالكتروني،
الموقع الإلكتروني، الموقع الالكتروني، أعلمني بمتابعة التعليقات بواسطة البريد الإلكتروني،
أعلمني بالمواضيع الجديدة بواسطة البريد الإلكتروني، عدد المشاهدات، مشاهدات، المشاهدات،
عدد القراءات، عدد الزيارات، عدد الزوار، القراءات، إهداء، الإهداءات، خدمات المحتوى،
قيم الموضوع، قيم المقال، تقييم المقال،
تقييم الخبر، رابط دائم، الرابط الدائم، المقالة السابقة، المقالة التالية، مقالة سابقة،
مقالة تالية، التدوينة السابقة، التدوينة التالية، الموضوع التالي، الخبر القادم، تصفح المقالات،
قد ترغب في، أخبار قد تهمك، أخبار تهمك، مواضيع قد تهمك، موضوعات قد تهمك، موضوعات قد تعجبك،
مقالات قد تهمك، ننصح بقراءة، ننصحك بقراءة، ننصحكم، المزيد من هذا القسم، المزيد في هذا القسم،
المزيد من نفس القسم، أخبار من نفس القسم، من القسم نفسه، في القسم نفسه، ذات صلة أيضا،
الأكثر تفاعلا، الأكثر متابعة، الأعلى مشاهدة، آخر المقالات، أحدث المقالات، آخر المستجدات،
آخر التعليقات، أحدث التعليقات، آخر الفيديوهات، اشترك معنا، للاشتراك،
اشترك في القائمة البريدية، اشترك بالنشرة البريدية، النشرة الإخبارية، تابعنا على جوجل نيوز،
تابعونا على جوجل نيوز، أخبار جوجل، جوجل نيوز، Google News، الإبلاغ عن خطأ، أبلغ عن خطأ،
فيسبوك، تويتر، واتساب، تلغرام، تليغرام، تيليجرام، لينكدإن، ماسنجر، انستغرام، إنستغرام، يوتيوب،
بينتيريست، LinkedIn، Pinterest، Copy link، Share on Facebook، Comments، Related،
Related posts، Previous Post، Next Post، Related Stories، Load more،
Read more، Read also، Leave a comment، Leave a reply، Previous، Next،
Advertisement، Newsletter، Subscribe، Follow us، Back to top
"""
_TAIL_KEYS: Final = frozenset(
    key(phrase) for phrase in _TAIL_PHRASES.strip().replace("\n", " ").split("،")
)
_COUNT: Final = re.compile(
    r"\s*\(\s*\d{1,6}\s*\)\s*$|\s*:?\s+\d[\d,]{0,8}\s*$|^\s*\d{1,5}\s+(?=تعليق)"
)
"""«التعليقات (2)», «عدد القراءات: 845», «12 تعليقا»: how many there are."""
_COMMENTS: Final = frozenset(
    key(text)
    for text in (
        *("تعليق", "التعليق", "تعليقا", "تعليقان", "تعليقات", "التعليقات", "تعليقات القراء"),
        *("آراء القراء", "تعليقات الزوار", "Comments"),
    )
)
_RESERVED: Final = re.compile(
    r"©|\(c\)\s*\d{4}|copyright\b|(?:جميع|كل|كافة)\s+الحقوق\b|حقوق (?:النشر|الطبع)", re.IGNORECASE
)
_DISCLAIMER: Final = re.compile(
    r"(?=.{0,60}\b(?:ال)?(?:موقع|صحيفة|جريدة|إدارة|وكالة|شبكة)\b).{0,90}"
    r"(?:غير|ليس|ليست|لا\s+[يت]تحمل\S*)\s+(?:أي\s+)?(?:ال)?مسؤول.{0,80}"
    r"(?:تعليقات|ردود|مشاركات|آراء)"
)
_STANDS_FOR: Final = re.compile(r"\b[ولف]?(?:[تي](?:عبّ?ر|مثّ?ل|عكس|تحمل)|(?:ال)?مس[ؤئ]ولي?[ةه]?)\b")
_THEIR_OWN: Final = re.compile(r"\b[ولب]?(?:[أا]صحاب|صاحب|كاتب|كتّ?اب|قائل|ناشر)ها?\b|\bبالضرورة\b")
_PUBLISHED: Final = re.compile(
    r"\b[وبلف]?(?:ال|لل)?(?:موقع(?:نا)?|صحيف[ةه]|جريد[ةه]|شبك[ةه]|مجل[ةه]|[إا]دار[ةه]|منتدى|بواب[ةه]|"
    r"وكال[ةه]|تحرير|[تي]?نشر(?:ها)?|منشور[ةه]?|وارد[ةه]?)\b"
)
"""What a notice says: opinions that are published are their owners', and nobody else's."""
_LONGEST_NOTICE: Final = 600
_SAYS: Final = re.compile(
    r"\b[وف]?(?:قال|[أا]كد|[أا]ضاف|[أا]وضح|[أا]شار|ذكر|شدد|اعتبر|رأى)ت?\s|"
    r"\b(?:وي|وت|ي|ت)(?:قول|ؤكد|ضيف|وضح|رى)\b|\bقائلا|\bقائلة"
)
"""Somebody says so of another; what a page says of itself, nobody does."""
_ADVERTS: Final = frozenset(
    key(text) for text in ("إعلان", "إعلانات", "محتوى إعلاني", "مساحة إعلانية", "Advertisement")
)
_BETWEEN_BUTTONS: Final = re.compile(r"\s*[|\[\]]\s*")
"""What parts buttons on one line: «طباعة | حفظ», «[ طباعة ] [ أرسل ]»."""
_TAIL_START: Final = re.compile(
    r"(?:©|\(c\)\s*\d{4}|copyright\b|(?:جميع|كل|كافة)\s+الحقوق\b|حقوق (?:النشر|الطبع)|"
    r"(?:طبع|نقل) من (?:موقع|شبكة|بوابة)\b|\d{1,5}\s+تعليق(?:ات|ا|ان)?\b|"
    r"(?:previous|next)\s*:|[ -~]{0,40}powered by|share on\b|you might also like|"
    r"related (?:posts|articles|news)|leave a (?:comment|reply)|follow(?: us)?\s*:|"
    r"[أا]رسل\s+(?:هذ[اه]\s+)?(?:ال\w+\s+)?(?:[إا]لى|ل)\s?صديقك?$|"
    r"//?\s*انته|لن يتم نشر عنوان بريدك|"
    r"(?:تخط[ىي]|تجاوز|انتقل|[اإ]ذهب|الانتقال|التخطي)\s+(?:مباشرة\s+)?"
    r"(?:(?:[إا]لى\s+)?ال(?:محتوى|قائمة|جزء|روابط|تنقل)|لمزيد من)\b(?!.*[.؟]$)|"
    r"skip to\b|the post .+ appeared first on\b|من ملف\s*:|"
    r"(?:الموضوع|الخبر|المقالة?|التدوينة)\s+(?:التالي|السابق|القادم)ة?\s+\S(?!.*[.؟]$)|"
    r"المزيد\s+(?:في|من\s+أخبار)\s+\S+(?:\s\S+)?$|"
    r"(?:مرسلة|أرسلت?|نشرت?|كتبت?|أضيفت?)\s+بواسطة\b|"
    r"(?:[إا]شتركو?ا?|للاشتراك|للانضمام)\s+(?:(?:(?:في|[إا]لى)\s+|ب)(?:نشر|قنا|خدم|مجموع)|الآن)|"
    r"(?:المقال(?:ات)?|المواد|الآراء) المنشورة? (?:لا )?تعبر|الآراء (?:الواردة|المنشورة)|"
    r"(?:من\s+)?(?:شروط|قواعد|ضوابط|سياسة)\s+(?:ال)?(?:نشر|تعليقات?|تعليق|مشارك(?:ة|ات))\s*:|"
    r"للمزيد من الأخبار|"
    r"لمتابعة آخر الأخبار|تابعوا آخر|للتواصل مع (?:الكاتب|المحرر|التحرير)|"
    r"يمكنكم\s+(?:استلام|تسلم|الاشتراك|تحميل|متابعتنا)|حم[ّ]?ل(?:وا)?\s+تطبيق|انضم(?:وا)?\s+إلى\s+قنا|"
    r"تابعو?ا?\s+\S.{0,40}\sعلى\s*:|"
    r"(?:للمزيد\s+)?(?:تابع(?:وا|ونا|نا)|لمتابع(?:ة|تنا)|متابعة أخبار)\s.{0,50}\s?"
    r"(?:على|عبر|في)\s+(?:منصة\s+|تطبيق\s+)?"
    r"(?:ال)?(?:[جغ]و[جغ]ل|تي?لي?[غجق]رام|فيس\s?بوك|تويتر|واتس\s?[آا]ب|يوتيوب|[إا]نست[غج]رام|"
    r"Google|Telegram|Facebook|Twitter|X\b|WhatsApp|YouTube|Instagram)|"
    r"(?:جميع|كل)\s+المقالات\s+المنشورة|"
    r"تخط[ىي]\s+\S.{2,40}وواصل القراءة|هذا الموقع يستخدم|احفظ اسمي|رابط (?:الخبر|المقال|الموضوع)\b|"
    r"(?:[اأ](?:ضف|كتب|ترك)\s+تعليق\S{0,2}|احفظ\s+(?:المقالات?|الخبر))\s(?!.*[.؟]$)|"
    r"(?:شارك|مشاركة|شاركه?ا?)\s+(?:هذا|هذه|الخبر|المقال|عبر|على)\b)",
    re.IGNORECASE,
)
_FRAME: Final = re.compile(
    r"/*\s*\(?\s*(?:انتهى|انتهت|النهاية|يتبع|ا\s?ن\s?ت\s?ه\s?ى)\s*\)?\s*/*(?:\s[ء-ي]|[\s/])*|"
    r"[/(\s]*انتهى[/)\s]*\d{1,4}\s*/\s*[ء-ي](?:\s?[./]?\s?[ء-ي])?|"
    r"إضافة\s+(?:أولى|ثانية|ثالثة|رابعة|خامسة|سادسة|أخيرة)(?:\s+و\s?أخيرة)?|"
    r"\d{1,2}:\d{2}\s*(?:ت\s*\.?\s*(?:م|غ|ج)\.?|جمت|GMT)|"
    r"(?:[^\W\d]{2,6}\s?)?\d{4}(?:\d\d)?\s*(?:جمت|GMT)(?:\s[\d/.-]+|\s[ء-ي]{3,5}\s\d{2,4})?"
)
_LINK_KEYS: Final = frozenset(
    key(phrase)
    for phrase in [
        "روابط ذات علاقة",
        "روابط ذات صلة",
        "اقرأ أيضا",
        "إقرأ أيضا",
        "اقرا ايضا",
        "اقرأ أيضاً",
        "اقرأ المزيد",
        "إقرأ المزيد",
        "مقالات ذات صلة",
        "أخبار ذات صلة",
        "مواضيع ذات صلة",
        "مواضيع متعلقة",
        "موضوعات متعلقة",
        "ذات صلة",
        "شاهد أيضا",
        "انظر أيضا",
        "طالع أيضا",
        "قد يهمك",
        "قد يهمك أيضا",
        "قصص قد تهمك",
        "قصص مقترحة",
        "الموضوعات المتعلقة",
        "مواضيع ذات علاقة",
        "وصلات ذات صلة",
        "في نفس السياق",
        "أخبار متعلقة",
        "الأخبار المتعلقة",
        "مقالات متعلقة",
        "أخبار مرتبطة",
        "مواضيع مرتبطة",
        "مواضيع مشابهة",
        "موضوعات ذات صلة",
        "اقرأ كذلك",
        "نرشح لك",
        "اخترنا لك",
        "Read also",
        "Related",
    ]
)
_LINK_START: Final = re.compile(
    r"(?:[اإ]قر[أا](?:وا)?\s+(?:[أا]يض[اًا]+|المزيد|كذلك)|شاهد\s+[أا]يض[اًا]+|طالع\s+[أا]يض[اًا]+|"
    r"للمزيد\s*:|Read also)\s*[:|…-]*\s*\S",
    re.IGNORECASE,
)
_TAGS_LABEL: Final = re.compile(
    r"\s*(?:ال)?(?:كلمات?\s+(?:ال)?(?:دالة|دلالية|مفتاحية|بحث)|سمات|السمات|وسوم|الوسوم|تسميات|التسميات|أوسمة|الأوسمة|تاجز|تاغز|علامات|مواضيع|دلالات|"
    r"tags|keywords)\s*(?P<mark>[:：]|$)\s*(?P<tags>.*)$",
    re.IGNORECASE,
)
_HASH_TAGS: Final = re.compile(r"(?:#[\w\u064b-\u0652]+[\s،,]*)+$|#\w+(?:\s\w+){1,2}$")
_RULE: Final = re.compile(r"[-=*~_ـ—–#+|•/\\<>{}\s]{2,}")
_FOOT_OF_POST: Final = re.compile(r"[-–—]{1,2}\s?[^()]{2,60}\(@\w{2,20}\)(?:\s[^.؟!]{4,24})?")
_PICTURE_OF_POST: Final = re.compile(r"[. ]*(?:https?://)?pic\.(?:twitter|x)\.com/\w{4,14}")
_NUMBER: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBER_LENGTH: Final = 36
_LONGEST_CLOCK: Final = 50
_CODE: Final = re.compile(
    r"\bfunction\s*\w*\s*\(|\b(?:var|let|const)\s+\w+\s*=|\)\s*;\s*$|\}\s*\)?\s*;?\s*$|"
    r"\b(?:window|document)\.\w+|^/\*|\*/$"
)
"""Of a line without any Arabic letter: a piece of a page's program."""
_PROGRAM: Final = re.compile(
    r"\badsbygoogle\b|\bgoogletag\.|\bgtag\(|\bdataLayer\b|\bfbq\(|\b_taboola\b|\btwttr\.|"
    r"""\{\s*"@context"\s*:"""
)
_CLICK: Final = re.compile(r"\b(?:[اإ]ضغطو?ا?|[اأ]نقرو?ا?)\s+هنا\W*$")
_CLICK_WORDS: Final = 12
_ARABIC: Final = re.compile("[\u0621-\u064a]")
_SHARE_BAR: Final = re.compile(
    r"(?!على|عبر|on)"
    r"(?:شارك|مشاركه|انشر|غرد|طباعه|اطبع|ارسال|ارسل|نسخ|انسخ|الرابط|رابط|بريد|البريد|الكتروني|"
    r"الالكتروني|على|عبر|فا?يسبوك|تويتر|اكس|واتسا?ا?ب|تي?لي?[غجق]رام|لينكدا?ي?ن|"
    r"ماسنجر|مسنجر|بينتيريست|بنترست|ا?نست[غج]رام|سنابشات|فايبر|ريديت|facebook|twitter|x|whatsapp|"
    r"telegram|linkedin|pinterest|pin|interest|messenger|instagram|viber|reddit|email|mail|print|"
    r"copy|link|share|on){2,}"
)
"""Of a key: buttons on one line, and no other word: «طباعة فيسبوك تويتر WhatsApp»."""
_NETWORK: Final = re.compile(r"بوك|تويتر|واتساب|رام|facebook|twitter|whatsapp")
_HOW_MANY: Final = (
    r"(?:\d{1,3}|ثلاثة?|[أا]ربعة?|خمسة?|ستة?|سبعة?|ثمان(?:ية?)?|تسعة?|عشرة?|"
    r"(?:[أا]حد|[إا]حدى|[إا]ثن[اىيت]{1,3})\s+عشرة?)"
)
_TIME: Final = (
    r"(?:لحظ(?:ة|ات)|ثاني(?:ة|تين)|ثوان[يٍ]?|دقيق(?:ة|تين)|دقائق|ساع(?:ة|تين|ات)|[أا]يام|"
    r"(?:يوم|[أا]سبوع|شهر|عام)(?:ين|[اً]{1,2})?|سن(?:ة|تين))"
)
_COUNTED_TIME: Final = r"(?:[أا]سابيع|[أا]شهر|شهور|سنوات|[أا]عوام)"
"""Without a number it tells no clock: «منذ سنوات»."""
_SPAN: Final = rf"(?:{_HOW_MANY}\s+(?:{_TIME}|{_COUNTED_TIME})|{_TIME}(?:\s+واحدة?)?)(?:\s+تقريبا)?"
_AGO: Final = re.compile(
    r"(?:(?:تم\s+)?(?:ال)?(?:نشرت?|نُشر|[أا]ضيفت?|(?:[آا]خر\s+)?تحديث)\s*:?\s*)?(?:منذ|قبل)\s+"
    rf"(?:(?:حوالي|نحو|[أا]كثر من|[أا]قل من)\s+)?(?:قليل|{_SPAN}(?:\s+و\s*{_SPAN})?)|"
    r"(?:(?:about|over|almost|posted|updated|published)\s+)?(?:\d{1,3}|an?|one|two|three)\s*"
    r"(?:(?:second|sec|minute|min|hour|hr|day|week|month|year)s?|[smhdw])\s+ago|just now|"
    r"il y a\s+(?:\d{1,3}|une?)\s+(?:(?:minute|heure|jour|semaine|an)s?|mois)",
    re.IGNORECASE,
)
"""«منذ أسبوعين», «قبل 3 ساعات», «2 hours ago»: true on the day on which the page was saved."""
_NOISE: Final = re.compile(
    r"(?=[^+-]*[+-])(?:[-+]?\s*[Aaتعاأخ]\s*[-+]?[\s|-]*){1,4}(?:الحجم الطبيعي|حجم الخط)?|"
    r"[(\[]\s*(?:مع\s+)?(?:ال)?(?:صور[ةه]?|فيديو)(?:\s*[+و،/]\s*(?:ال)?(?:صور|فيديو))?\s*[)\]]|"
    r"(?:(?:views?|hits|comments?|shares?|likes)\s*:?\s*\d+[\s|,·-]*)+|"
    r"(?:مدة (?:الفيديو|المقطع|التسجيل)\s*:?\s*)?(?:\d+\s(?:hours?|minutes?|seconds?)\s?){1,3}|"
    r"مدة (?:الفيديو|المقطع|التسجيل)\s*:?\s*[\d:,٠-٩]+(?:\s*(?:دقيقة|دقائق|ثانية|ثوان|ثواني))?|"
    r"\d{1,2}:\d{2}\s*(?:ص|م|صباحا|صباحًا|مساء|مساءً|[ap]m)?|logo|news-picture|image|img|icon|avatar|thumbnail|"
    r"(?:عدد\s+)?(?:ال)?(?:قراءات|مشاهدات|زيارات|زوار|تعليقات)\s*:?\s*[\d,]+|مشاهد(?:ة|ات)|"
    r"(?:رقم\s+)?(?:ال)?عدد\s*(?:رقم)?\s*:?\s*[\[(]?\d{1,6}[\])]?|"
    r"[\d\s,.]+(?:زيارة|زيارات|مشاهدة|مشاهدات|قراءة|قراءات|مشاركة|مشاركات|views?|shares?)|"
    r"(?:(?:وقت|مدة|زمن) القراءة\s*:?\s*)?(?:أقل من\s+)?"
    r"\d*\s*(?:دقيقة|دقيقتان|دقيقتين|دقائق)(?:\s+واحدة)?"
    r"(?:\s+(?:لل)?قراءة)?|[\W\d_ـ]*|\w{1,2}|"
    r"-?\d[\d.]*\s*°\s*[cfم]?\s*[^\W\d]*(?:\s[^\W\d]+)?|[^\W\d]+(?:\s[^\W\d]+)?\s*-?\d[\d.]*\s*°\s*[cfم]?|"
    rf"{_NUMBER.pattern}|"
    r"(?:https?://)?\S+\.(?:jpe?g|png|gif|webp|svg)\S*|alt=\".*|src=\".*",
    re.IGNORECASE,
)
_CRUMBS: Final = re.compile(
    r"(?:[أا]نت هنا\s*:?\s*)?(?:الصفحة\s+)?(?:الرئيسية|home)\s*[/»›>|←\\]+\s*(?P<way>\S.{1,60})",
    re.IGNORECASE,
)
_CRUMB: Final = re.compile(r"\s*[/»›>|←\\]+\s*")
_BUTTONS: Final = re.compile(r"(?:\[[^\[\]]{1,30}\][\s|-]*){2,}")
_SCRAP: Final = re.compile(r"""(?:alt|src|class|style|title)=["'][^"']*["']?\s*/?>?""")
_LOGO_NAME: Final = re.compile(r"(?:لوغو|لوجو|شعار)\s+\S+(?:\s+\S+){0,2}")
_LOGO: Final = re.compile(r"https?://\S*logo\S*\.(?:jpe?g|png|gif|webp|svg)\S*", re.IGNORECASE)
_META: Final = re.compile(r"""content=(?P<mark>["'])(?P<text>.+?)(?P=mark)?\s*/?>\s*$""")
_URL: Final = re.compile(
    r"[-–—\s]*(?:(?:المصدر|رابط (?:الخبر|المقال|الموضوع)|الرابط|رابط|source|url|link)\s*:?\s*)?<?(?P<url>https?://[^\s<>]+)>?[-–—\s]*",
    re.IGNORECASE,
)
_CATEGORY: Final = re.compile(
    r"(?:التصنيف|تصنيف|القسم|قسم|الباب|category|section)\s*[:：]\s*(?P<name>[^:]{2,40})",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(
    r"©|\(c\)|\bcopyright\b|(?:ال)?حقوق\b.{0,20}\bمحفوظ[ةه]|حقوق (?:النشر|الطبع)", re.IGNORECASE
)
_RIGHTS: Final = re.compile(
    r"©|\(c\)|copyright|all rights reserved|(?:(?:جميع|كل|كافة)\s+)?(?:ال)?حقوق|محفوظ[ةه]|"
    r"(?:و?ال)(?:نشر|طبع)|\d{4}(?:\s*[-–/]\s*\d{4})?",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"(?<!\w)ل(?:ـ+\s*|دى\s+|(?=(?:مؤسسة|شركة|موقع|صحيفة|جريدة|بوابة|دار|قناة|وكالة|شبكة|مجلة)\b)|\s+)"
)
_OF_THE: Final = re.compile(r"^لل(?=\w{3})")
_BY: Final = re.compile(r"^(?:to|by|for|of)\s+", re.IGNORECASE)
_EXCEPT: Final = re.compile(r"(?:إلا|الا|ما لم|ولا|لا|يمنع|بموجب|except|unless)\s", re.IGNORECASE)
"""How a condition begins that stands beside the owner's name."""

_HOUSE: Final = re.compile(r"^(?:دار|مؤسسة|شركة|مجموعة|مجمع)\s+")
_MEDIUM: Final = re.compile(
    r"^(?:قناة|صحيفة|جريدة|مجلة|بوابة|موقع|شبكة|إذاعة|راديو|تلفزيون|وكالة)\s+(?=\S)"
)

_CAPTION_COMES: Final = re.compile(r"(?:ال)?تعليق(?: على)? الصورة\s*[،,:]?")
_STAFF: Final = re.compile(
    r"(?:نائب\s+)?(?:رئيس|رئيسة|مدير|مديرة|سكرتير|أمين|المشرف|الإشراف|صاحب|صاحبة|المدير|الناشر|المؤسس)"
    r"(?:\s+(?:التحرير|تحرير|مجلس|الإدارة|الادارة|الحزب|الامتياز|الإمتياز|العام|العامة|المسؤول|التنفيذي|"
    r"عام|على|و?رئيس))*(?P<name>\s*[:：]\s*.{3,60})?"
)
_MASTHEAD: Final = re.compile(
    r"(?:(?:جريدة|صحيفة|مجلة)\s+)?(?:يومية|أسبوعية|اسبوعية|نصف شهرية|شهرية|فصلية)"
    r"(?:\s+[^\W\d]+){0,4}\s+تصدر(?:ها)?\s[^.]+"
)
"""«يومية سياسية تصدر عن دار الضفاف»: how a paper calls itself above every story."""

_LABEL: Final = re.compile(r"(?:\S+\s*){1,3}:")
_LABEL_KEYS: Final = frozenset(
    key(label)
    for label in (
        *("العنوان", "التاريخ", "تاريخ النشر", "تاريخ الإضافة", "المصدر", "الكاتب", "التصنيف"),
        *("القسم", "بواسطة", "كتب بواسطة", "نشر في", "آخر تحديث"),
    )
)
"""Labels whose colon is lost."""

_HEADING_WORDS: Final = 3
_FULL_STOP: Final = re.compile(r"[^.]\.$")
_NAME_WORDS: Final = 6
"""Of the longest name with a day beside it."""
_END_LINES: Final = 4
"""Behind the source, at most: an address, tags, a day, a name."""
_NEXT_LINES: Final = 12


def marks_tail(text: str) -> bool:
    """The line is one that only ever stands after an article: a share button, «الأكثر قراءة»."""
    if len(text) > 140:
        return False
    if key(_uncounted(text)) in _TAIL_KEYS or _TAIL_START.match(text.lstrip("*•-–— ")):
        return True
    if "هنا" in text and text.count(" ") < _CLICK_WORDS and _CLICK.search(text):
        return True
    if (bar := _SHARE_BAR.fullmatch(key(text))) and _NETWORK.search(bar[0]):
        return True
    if "|" not in text and "[" not in text:
        return False
    parts = [part for part in _BETWEEN_BUTTONS.split(text) if part]
    buttons = [key(_uncounted(part)) in _TAIL_KEYS for part in parts]
    return any(buttons) and all(
        known or is_noise(part) for part, known in zip(parts, buttons, strict=True)
    )


def crumbs(text: str) -> list[str]:
    """The way from a site's first page, «الرئيسية » أخبار » محليات», without that; or nothing."""
    match = _CRUMBS.fullmatch(text)
    return _CRUMB.split(match["way"]) if match else []


def are_buttons(text: str) -> bool:
    """Nothing but words in square brackets, several times: «[ طباعة ] [ إرسال إلى صديق ]»."""
    return text[:1] == "[" and _BUTTONS.fullmatch(text) is not None


def _uncounted(text: str) -> str:
    """A label without the number beside it; most lines have none at an end, as is soon seen."""
    numbered = text[:1].isdigit() or text.rstrip(") ,")[-1:].isdigit()
    return _COUNT.sub("", text) if numbered else text


def is_noise(text: str) -> bool:
    """No words in it: a rule, a bar, a counter, a clock, one or two letters, a picture's address, a
    piece of a program.
    """
    return _NOISE.fullmatch(text) is not None or is_clock(text) or is_code(text)


def is_clock(text: str) -> bool:
    """How long ago a page was printed, in words, and nothing else."""
    return len(text) <= _LONGEST_CLOCK and _AGO.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """A piece of a page's program."""
    return not _ARABIC.search(text) and _CODE.search(text) is not None


def is_program(text: str) -> bool:
    """A piece of the programs that advertise and count on a page, wherever it stands."""
    return _PROGRAM.search(text) is not None


def is_foot_of_post(text: str) -> bool:
    """Whose a post is that a page shows, «— مرصد الضفاف (@difaf)», with its day or without; or the
    address of its picture.
    """
    if text.isascii():
        return _PICTURE_OF_POST.fullmatch(text) is not None
    return "(@" in text and _FOOT_OF_POST.fullmatch(text) is not None


def is_program_number(text: str) -> bool:
    """The number by which a page's program knows a picture."""
    return len(text) == _NUMBER_LENGTH and _NUMBER.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Signs that part a text from what is none of it, and no mark of a sentence."""
    return _RULE.fullmatch(text) is not None


def is_scrap(text: str) -> bool:
    """An attribute of HTML that a saver left."""
    return _SCRAP.fullmatch(text) is not None


def is_logo(text: str) -> bool:
    """The address of a site's own picture."""
    return _LOGO.fullmatch(text) is not None


def names_logo(text: str) -> bool:
    """What a site's own picture is called."""
    return _LOGO_NAME.fullmatch(text) is not None


def is_frame(text: str) -> bool:
    """What a news agency puts around a story: «// انتهى //», «16:29 ت م»."""
    return _FRAME.fullmatch(text) is not None


def is_advert(text: str) -> bool:
    """The line announces an advertisement that was not saved."""
    return len(text) < 20 and key(text) in _ADVERTS


def is_staff(text: str, above: str) -> bool:
    """Who makes a paper, as its pages say above every story: «رئيس التحرير», and the name that
    stands beside it or below; or what the paper calls itself.
    """
    if len(text) > 90:
        return False
    if _MASTHEAD.fullmatch(text):
        return True
    if _STAFF.fullmatch(text):
        return " " in text or ":" in text
    match = _STAFF.fullmatch(above)
    return match is not None and " " in above and not match["name"] and text.count(" ") < 5


def is_label(text: str) -> bool:
    """One to three words and a colon, which announce what is not there; or that a caption comes."""
    if len(text) >= 40:
        return False
    if key(text) in _LABEL_KEYS:
        return True
    return _LABEL.fullmatch(text) is not None or _CAPTION_COMES.fullmatch(text) is not None


def meta_description(text: str) -> str:
    """The summary in a scrap of HTML that a saver left: content="…" />; or ''."""
    match = _META.fullmatch(text)
    return match["text"].strip() if match else ""


def url(text: str) -> str:
    """The address of a line that is nothing else, or ''."""
    match = _URL.fullmatch(text)
    return match["url"] if match else ""


def owner(text: str) -> str:
    """Whom a line of copyright names, as in «جميع الحقوق محفوظة لصحيفة الضفاف»; or ''."""
    if len(text) > 160 or not _COPYRIGHT.search(text):
        return ""
    for part in re.split(r"\s[-–|]+\s*|[.،,|]", _RIGHTS.sub(" ", text)):
        name = _OF_THE.sub("ال", _OF.sub("", " ".join(part.split()), count=1))
        name = _BY.sub("", name.strip(' :-–«»"“”()'))
        if _EXCEPT.match(name):
            return ""
        if len(name) > 2 and name.count(" ") < 4:
            return name
    return ""


def paper_of(owner: str, lines: Sequence[Line]) -> str:
    """The paper of a page's owner, where a line of the page is nothing but its name: with what it
    is before it, «قناة الضفاف», or without the house that prints it, «دار الضفاف».
    """
    bare = key(_HOUSE.sub("", owner))
    for line in lines:
        if line.words <= _NAME_WORDS and (
            (line.key == bare and bare != key(owner))
            or (_MEDIUM.match(line.text) and key(_MEDIUM.sub("", line.text)) == bare)
        ):
            return line.text
    return owner


def category(text: str) -> str:
    """The section named in a line such as «التصنيف: ثقافة», or ''."""
    match = _CATEGORY.fullmatch(text)
    return match["name"].strip(' .،«»"') if match and text.count(" ") < 6 else ""


def tags_label(text: str) -> str | None:
    """What stands beside a label such as «الكلمات الدالة:», '' if nothing; None without label."""
    match = _TAGS_LABEL.fullmatch(text)
    return str(match["tags"]).strip() if match and len(text) < 300 else None


def tags_of(text: str) -> tuple[str, ...]:
    """The tags of a line: parted by commas, bars or # signs; underscores are spaces."""
    parts = re.findall(r"#([^#،,|]+)", text) if "#" in text else re.split(r"[،,|؛;•]", text)
    if len(parts) == 1:
        parts = re.split(r"\s[-–—]\s", parts[0])
    return tuple(
        part
        for part in (" ".join(p.replace("_", " ").split()).strip(" .:-") for p in parts)
        if part
    )


def is_hash_tags(text: str) -> bool:
    """A line of # tags and nothing else."""
    return _HASH_TAGS.fullmatch(text) is not None


def is_link_label(text: str) -> bool:
    """A label under which links to other stories stand, in the middle of a text too."""
    return len(text) < 40 and key(text) in _LINK_KEYS


def is_link(text: str) -> bool:
    """«اقرأ أيضا:» and a headline, on one line."""
    return len(text) < 200 and text[-1] != "." and _LINK_START.match(text) is not None


def tail(
    lines: Sequence[Line],
    start: int,
    habitual: frozenset[int] = frozenset(),
    names: frozenset[int] = frozenset(),
) -> int:
    """The index at which the article is over: of the first marker at or after `start` after which
    no sentence comes, or so many other markers and short lines that the page has left the article,
    or right above which the source is named.

    Lines that the outlet puts around its articles, `habitual`, are no sentences; they are markers
    too, but for those that name a writer or an agency.
    """
    sentences = [
        i
        for i in range(start, len(lines))
        if lines[i].sentence and i not in habitual and not _is_of_owner(lines[i].text)
    ]
    marks = [
        not line.piece
        and (
            marks_tail(line.text)
            or _disclaims(line.text)
            or (index in habitual and index not in names)
        )
        for index, line in enumerate(lines)
    ]
    last = sentences[-1] if sentences else start
    for index in range(start, len(lines)):
        if (
            index > last
            and index + _END_LINES < len(lines)
            and attribution.source(lines[index].text)
        ):
            return index + 1  # whose it is stands last, but for a few lines about the text
        if not marks[index]:
            continue
        behind = bisect_right(sentences, index)
        following = sentences[behind] if behind < len(sentences) else len(lines)
        near = sum(marks[index : min(index + _NEXT_LINES, following)])
        if following == len(lines) or following - index > _NEXT_LINES or near >= 4:
            return index
        if index > start and attribution.source(lines[index - 1].text):
            return index
        if _are_comments(lines, index, sentences):
            while marks[index - 1] and index - 1 > start:
                index -= 1  # noqa: PLW2901  # what stands right above them is no article's either
            return index
    return len(lines)


def _is_of_owner(text: str) -> bool:
    return _RESERVED.match(text) is not None or _disclaims(text)


def _disclaims(text: str) -> bool:
    """A page's owner does not answer for what its readers, or its writers, think."""
    if "مسؤول" in text and len(text) < 240 and _DISCLAIMER.match(text):
        return True
    opinions = "رأي" in text or "آراء" in text or "تعليق" in text or "ة نظر" in text
    if not opinions or len(text) > _LONGEST_NOTICE:
        return False
    of_notice = all(said.search(text) for said in (_THEIR_OWN, _STANDS_FOR, _PUBLISHED))
    return of_notice and _SAYS.search(text) is None


def _are_comments(lines: Sequence[Line], index: int, sentences: Sequence[int]) -> bool:
    """Below a label such as «التعليقات (2)», after an article of two paragraphs or more, whatever
    is said has above it the name of who says it.
    """
    text = lines[index].text
    if len(text) > 40 or key(_uncounted(text)) not in _COMMENTS:
        return False
    before = sum(1 for at in sentences if at < index)
    said = [at for at in sentences if at > index]
    return before > 1 and all(
        at - 1 > index and not lines[at - 1].sentence and lines[at - 1].words <= _NAME_WORDS
        for at in said
    )


def links(lines: Sequence[Line], start: int, end: int) -> range:
    """The link block whose label is lines[start]: the label and the headlines under it.

    It ends before the first sentence, before a line that goes on in the next, after eight lines,
    and before a line that a blank line parts from headlines that none parts: that one may be a
    sub-heading. Where blank lines part all, the last of several may be one if it is short.
    """
    index = start + 1
    parted = index < end and lines[index].gap
    while index < min(end, start + 9) and _may_be_link(lines[index]):
        if goes_on(lines, index):
            break
        if not parted and lines[index].gap and not any(x.gap for x in lines[start + 2 : index]):
            break
        index += 1
    if parted and index > start + 2 and lines[index - 1].words <= _HEADING_WORDS:
        index -= 1
    return range(start, index)


def goes_on(lines: Sequence[Line], index: int) -> bool:
    """The next line begins with a comma, as what a link once parted."""
    return index + 1 < len(lines) and lines[index + 1].text[0] in "،,"


def _may_be_link(line: Line) -> bool:
    return not line.sentence and line.words <= 18 and _FULL_STOP.search(line.text) is None
