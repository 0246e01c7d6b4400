"""What a saved page carries around its article: menus, share buttons, comments, owners' notices.

The words below only mark where such a part begins. What is cut is decided by structure, in
`anatomy/`; and everything that is cut is kept in the import report.
"""

import re
from functools import lru_cache
from typing import Final

from warraq.importer import foreign, furniture, noise, related
from warraq.importer.lines import key, without_feminine

_TAIL_PHRASES: Final = """
ابحث هنا، تصنيفات، التصنيفات، التصنيف،
قد يعجبك، قد يعجبك أيضا، ربما يعجبك أيضا، ربما يهمك، مشاركة، المشاركة،
شارك، شاركها، شاركنا، شارك الخبر، شارك هذا الخبر، شارك المقال، شارك هذا المقال، شارك الموضوع،
مشاركة الخبر، مشاركة المقال، شارك عبر، شارك على، شارك غرد، شارك برأيك، شاركنا برأيك، طباعة، اطبع،
للطباعة، نسخة للطباعة، أرسل، أرسل لصديق، أرسل إلى صديق، إرسال إلى صديق، حفظ، احفظ، المفضلة،
أضف للمفضلة، تعليق، التعليق، تعليقات، التعليقات، أضف تعليق، أضف تعليقا، أضف تعليقك،
أضف تعليقا جديدا، إضافة تعليق، إضافة تعليق جديد، اترك تعليقا، اترك تعليق، اكتب تعليقك، اكتب تعليقا،
علق، علق على الخبر، لا تعليقات، لا توجد تعليقات، لا يوجد تعليقات، كن أول من يعلق، إلغاء الرد،
تعليقات القراء، آراء القراء، تعليقات الزوار، تعليقات الفيس بوك، تعليقات فيسبوك، تعليق عبر الفيس بوك،
عدد التعليقات، الأكثر قراءة، أكثر قراءة، الأكثر مشاهدة، الأكثر تداولا، الأكثر تعليقا، الأكثر شيوعا،
الأكثر مشاركة، الأكثر زيارة، الأكثر تصفحا، الأكثر شعبية، الأشهر، الأحدث، خبر عاجل، أخبار عاجلة،
الأخبار العاجلة، شريط الأخبار، آخر الأخبار، أحدث الأخبار، أهم الأخبار، الأخبار الأكثر قراءة، المزيد،
المزيد من الأخبار، المزيد من، عرض المزيد، شاهد المزيد، أظهر المزيد، إظهار المزيد، مشاهدة المزيد،
رؤية المزيد، تحميل المزيد، قراءة المزيد، المزيد من المقالات، المزيد من المواضيع، عرض الكل،
عرض جميع الأخبار، شاهد الكل، لا توجد نتائج، لم يتم العثور على نتائج، لا توجد نتائج مطابقة،
الأكثر رواجا، إغلاق، أغلق النافذة، إغلاق النافذة، بحث متقدم، زر الذهاب إلى الأعلى، اقرأ التالي،
صورة المؤلف، نسخ رابط، تم النسخ، مشاركة الرابط، مواضيع قد تعجبك، الاشتراك في القائمة البريدية،
إنشاء حساب، نسيت كلمة المرور، إرسال التعليق، اعرف أكثر، مواضيع أخرى، مواضيع ساخنة اخرى،
مقالات مشابهة، مقالات أخرى، مقالات قد تعجبك، أخبار مشابهة، أخبار أخرى، متعلقات، من نفس الملف،
من نفس القسم، من نفس الكاتب، من نفس التصنيف، للكاتب أيضا، مقالات الكاتب، مقالات للكاتب، اخترنا لكم،
ترشيحاتنا، مختارات، اختيارات القراء، اختيارات المحرر، يمكنك أيضا قراءة، تابعنا، تابعونا، تابعنا على،
تابعونا على، اتبع، لا تتبع، إلغاء المتابعة، تابعنا عبر، تابعونا عبر، تابعنا على فيسبوك،
تابعنا على تويتر، اشترك، اشترك الآن، اشترك في النشرة البريدية، اشترك في نشرتنا، النشرة البريدية،
القائمة البريدية، حمل التطبيق، جميع الحقوق محفوظة، كل الحقوق محفوظة، الحقوق محفوظة،
حقوق النشر محفوظة، محتوى إعلاني، إعلان، إعلانات، الرئيسية، الصفحة الرئيسية، العودة إلى الأعلى،
العودة للأعلى، إلى الأعلى، للأعلى، أعلى الصفحة، من نحن، اتصل بنا، اتصلوا بنا، سياسة الخصوصية،
شروط الاستخدام،
اتفاقية الاستخدام، خريطة الموقع، أعلن معنا، السابق، التالي، المقال السابق، المقال التالي،
الخبر السابق، الخبر التالي، الموضوع السابق، نسخ الرابط، انسخ الرابط، رابط مختصر، الرابط المختصر،
رابط قصير، الرابط القصير، شاركنا تعليقك، شاركنا بتعليقك، Pin Interest، Whats App، Smaller، Bigger،
محتويات المقال، محتويات الموضوع، Article Information، Détails، Most Popular، Donate، الأحدث من،
موقع الويب، أنت هنا، Partager، Imprimer، Envoyer، Accueil، Commenter، Tweeter، Suivre، صور ساخنة،
ساهم الآن، الملخص، اظهر الملخص، أظهر الملخص، نسخ الرابط تم نسخ الرابط، انضم إلى المحادثة،
انضم الى المحادثة، انضم إلى المناقشة، الاسم الكامل، الأسم الكامل، كلفنا برأيك، انشر، أنشر،
تحليل التعليقات، كلمات مفتاحية، عن الكاتب، نبذة عن الكاتب، تغريد، غرد، تغريدة،
بث مباشر، المواضيع المتعلقة،
موضوعات مقترحة، هذا المحتوى من، قصص مقترحة نهاية، أخبار مقترحة، مشاهدات عالية، مشاهدات منخفضة،
حول هذه القصة، حول هذا الموضوع، معلومات المقال، بحث هذه المدونة الإلكترونية، يتصدر الآن،
فيديو قد يعجبك، أرسل تعليقك، تم نسخ الرابط، الخط، تسجيل الدخول، لا يوجد نتائج، شاهد كل النتائج،
انقر هنا لقراءة الخبر من مصدره، ملفات ساخنة، Next Previous، Share، Tweet، Print، Email،
شارك هذه الصفحة، مشاركة عبر، شاركها عبر، شارك عبر البريد، مشاركة عبر البريد،
مشاركة عبر البريد الإلكتروني، طباعة المقال، طباعة الخبر، اطبع المقال، اطبع الخبر، إرسال، أرسل الخبر،
أرسل المقال، حجم الخط، خط المقال، خط الخبر، تكبير الخط، تصغير الخط، كبر الخط، صغر الخط، تغيير حجم
الخط، الخط الافتراضي،
التعليقات مغلقة، أضف تعليقاتك، أضف ردا، اترك ردا، اترك رد، أدخل تعليقك هنا، تعليقك، الأحرف المتبقية،
البريد الإلكتروني، الموقع الإلكتروني، أعلمني بمتابعة التعليقات بواسطة البريد الإلكتروني،
أعلمني بالمواضيع الجديدة بواسطة البريد الإلكتروني، عدد المشاهدات، مشاهدات، المشاهدات، عدد القراءات،
عدد الزيارات، عدد الزوار، القراءات، إهداء، الإهداءات، خدمات المحتوى، قيم الموضوع، قيم المقال،
تقييم المقال، تقييم الخبر، رابط دائم، الرابط الدائم، المقالة السابقة، المقالة التالية، مقالة سابقة،
مقالة تالية، التدوينة السابقة، التدوينة التالية، الموضوع التالي، الخبر القادم، تصفح المقالات،
قد ترغب في، أخبار قد تهمك، أخبار تهمك، مواضيع قد تهمك، موضوعات قد تهمك، موضوعات قد تعجبك،
مقالات قد تهمك، ننصح بقراءة، ننصحك بقراءة، ننصحكم، المزيد من هذا القسم، المزيد في هذا القسم،
المزيد من نفس القسم، أخبار من نفس القسم، من القسم نفسه، في القسم نفسه، ذات صلة أيضا، الأكثر تفاعلا،
الأكثر متابعة، الأعلى مشاهدة، آخر المقالات، أحدث المقالات، آخر المستجدات، على المباشر، البث المباشر،
البث الحي، تعليقات حول الموضوع، تعليقات حول الخبر، تعليقات حول المقال، تعليقات على الموضوع،
تعليقات على الخبر، تعليقات على المقال، التعليق على الخبر، التعليق على المقال، لكتابة تعليق،
لإضافة تعليق، لإرسال تعليق، نموذج التعليق، جميع الحقول مطلوبة، الحقول المطلوبة، كلمات مفتاح،
مفاتيح البحث، آخر التعليقات، تفاصيل الخبر، تفاصيل المقال، أحدث التعليقات، آخر الفيديوهات،
اشترك معنا، للاشتراك، اشترك في القائمة البريدية، اشترك بالنشرة البريدية، النشرة الإخبارية،
تابعنا على جوجل نيوز، تابعونا على جوجل نيوز، أخبار جوجل، جوجل نيوز، Google News، الإبلاغ عن خطأ،
أبلغ عن خطأ، Copy link، Share on Facebook، Comments، Related posts، Previous Post، Next Post،
Related Stories، Load more، Read more، Leave a comment، Leave a reply، Previous، Next،
Advertisement، Newsletter، Loading، Subscribe، Follow us، Back to top،
سيئ جيد، تقييم المستخدم، تقييم، قيم هذا الخبر، قيم هذا المقال، أعجبني، لم يعجبني، في هذا العدد،
من أعداد سابقة، أعداد سابقة، تحميل PDF، معاينة، CAPTCHA، Facebook Like، Tweet Widget،
Google Plus One، Like، المرفقات، مرفقات، نسخة صالحة للطباعة،
Scan the QR code، مباشر، استمع إلى البث الحي، استمع إلى البث المباشر، الأحدث أولا، الأقدم أولا،
تحديث تلقائي، في نفس الباب، في الباب نفسه، من نفس الباب، الرد على هذا المقال، الرد على المقال،
كل مقالات الكاتب، جميع مقالات الكاتب، كل المشاركات لهذا الكاتب، الأوسع انتشارا، جديد الموقع،
رفع الحرف، هل أعجبك المقال، هل أعجبك هذا المقال، Pagination، Footer menu، مشاركة الفيديو،
مشاركة الصورة، استمع، استمع الآن، الصفحة الأولى، من نفس الركن، في نفس الركن، ادعمنا، ادعمونا،
ادعمنا الآن، ادعمونا الآن، تبرع الآن، تبرعوا الآن، لا تفوتك، لا يفوتك، بريدك الإلكتروني، Publicité،
Commentaires، التفاصيل، القصة كاملة، عودة، ادعم الموقع، ساعدنا على البقاء، ساهم معنا، ساهموا معنا،
من الأرشيف، كل مقالات الكاتبة، جميع مقالات الكاتبة
"""
_TAIL_KEYS: Final = related.LABELS | frozenset(
    key(phrase) for phrase in re.split(r"،\s+", _TAIL_PHRASES.strip())
)
_COUNT: Final = re.compile(
    r"\s*\(\s*\d{1,6}\s*\)\s*$|\s*:?\s+\d[\d,]{0,8}\s*$|^\s*\d{1,5}\s+(?=تعليق|[Cc]omm)"
)
"""«التعليقات (2)», «عدد القراءات: 845», «12 تعليقا»: how many there are."""
_BETWEEN_BUTTONS: Final = re.compile(r"\s*[|\[\]]\s*")
"""What parts buttons on one line: «طباعة | حفظ», «[ طباعة ] [ أرسل ]»."""
_NETWORKS: Final = (
    r"(?:ال)?فا?يس\s?بوك|تويتر|واتس\s?[آا]?ا?ب|تي?لي?[غجق]رام|[إا]?نست[غج]رام|يوتيوب|لينكد[إا]?ي?ن|"
    r"ما?سنجر|"
    r"بينتيريست|بنترست|سنابشات|فايبر|ريديت|facebook|twitter|whatsapp|telegram|instagram|youtube|"
    r"linkedin|messenger|pinterest|viber|reddit"
)
"""On which a page is shared or followed."""
_RIGHTS: Final = r"©|\(c\)\s*\d{4}|copyright\b|(?:جميع|كل|كافة)\s+الحقوق\b|حقوق (?:النشر|الطبع)"
_RIGHTS_BEGIN: Final = "©(cCجكح"
_OF_OWNER: Final = (
    _RIGHTS,
    r"(?:خط[أا]|تنبيه)\s*:(?=.{0,50}(?:محمي|نسخ))",
    (
        r"(?:عذرا\S?\s*[،,!]?\s*)?"
        r"(?:(?:ال)?محتوى (?:هذ\w+ \w+ )?محمي|(?:ال)?نسخ\s(?:المحتوى )?(?:غير مسموح|ممنوع)|"
        r"(?:غير مسموح|لا يسمح) ب(?:ال)?نسخ|لا يمكنك نسخ)\b.{0,40}$"
    ),
    r"(?:طبع|نقل) من (?:موقع|شبكة|بوابة)\b|[ -~]{0,40}powered by|the post .+ appeared first on\b",
    r"(?:المقال(?:ات)?|المواد|الآراء) المنشورة? (?:لا )?تعبر|الآراء (?:الواردة|المنشورة)",
    r"(?:الأخبار|المواد) المنشورة (?:على|في|عبر)\b",
    (
        r"(?:لمزيد من المعلومات|للمزيد من المعلومات|للاستفسار(?:ات)?|للتواصل)\s?(?:الإعلامية?|"
        r"الصحفية?)?"
        r"(?:[،,]?\s*(?:يرجى|الرجاء|يمكنكم)\s.{2,60}|\s*[:：].{0,80})$"
    ),
    r"ملاحظات? (?:إلى|ل)\s?(?:ال)?محرري?ن",
    r"(?:جميع|كل)\s+المقالات\s+المنشورة|هذا الموقع يستخدم",
    r"(?:من\s+)?(?:شروط|قواعد|ضوابط|سياسة)\s+(?:ال)?(?:نشر|تعليقات?|تعليق|مشارك(?:ة|ات))\s*:",
)
_COMMENTS: Final = (
    (
        r"كن [أا]ول من (?:يعلق|علّق|يكتب)\b|\d{1,5}\s+تعليق(?:ات|ا|ان)?\b|leave a (?:comment|reply)|"
        r"لن يتم نشر عنوان بريدك|احفظ اسمي"
    ),
    (
        r"(?:لقد )?تم حظر (?:وصولك|حسابك)\b|سوف (?:تتمكن|يمكنك) (?:من )?المشاركة مجددا|"
        r"(?:ضيوف|زوار|قراء|متابعي)نا (?:ال)?(?:أعزاء|كرام)\W*$|"
        r"(?:ال)?(?:مناقشات|تعليقات|دردشة) مغلقة\b"
    ),
    r"هل (?:كان|كانت|وجدت) (?:هذا|هذه) (?:ال)?\S+ (?:مفيد|نافع)(?:ا|اً|ًا|ة)?\s?[؟?]$",
    r"(?:[اأ](?:ضف|كتب|ترك)\s+تعليق\S{0,2}|احفظ\s+(?:المقالات?|الخبر))\s(?!.*[.؟]$)",
    (
        r"ل(?:[إا]رسال|[إا]ضافة|كتابة|ترك|لتعليق)\s.{0,25}"
        r"(?:الرجاء|يرجى|تعبئة|مل[ءأئ]|الحقول|النموذج|تسجيل الدخول)"
    ),
    r"(?:الرجاء|يرجى)\s+(?:تعبئة|مل[ءأئ]|[إا]دخال)\s.{0,30}(?:الحقول|النموذج|التعليق|الاسم|البريد)",
)
_SHARE: Final = (
    r"[أا]دخل\s+(?:عنوان\s)?(?:بريدك|[إا]يميلك)\b",
    r"share on\b|follow(?: us)?\s*:|(?:شارك|مشاركة|شاركه?ا?)\s+(?:هذا|هذه|الخبر|المقال|عبر|على)\b",
    r"[أا]رسل\s+(?:هذ[اه]\s+)?(?:ال\w+\s+)?(?:[إا]لى|ل)\s?صديقك?$|رابط (?:الخبر|المقال|الموضوع)\b",
)
_FOLLOW: Final = (
    (
        r"(?:[إا]شتركو?ا?|لل[إا]شتراك|لل[إا]نضمام|[إا]نضمو?ا?)\s+"
        r"(?:(?:(?:في|[إا]لى)\s+|ب|ل)(?:ال)?(?:نشر|قنا|خدم|مجموع|[قجك]روب)|الآن)"
    ),
    r"[إا]شترك(?:وا)?\s(?:معنا\s)?ل[يت]صلكم?\s",
    r"للمزيد من (?:الأخبار|أخبار\s.{2,30}\sتابعونا)|لمتابعة آخر الأخبار|تابعوا آخر",
    r"للتواصل مع (?:الكاتب|المحرر|التحرير)",
    (
        r"يمكنكم\s+(?:استلام|تسلم|الاشتراك|تحميل|متابعتنا)|حم[ّ]?ل(?:وا)?\s+تطبيق|"
        r"انضم(?:وا)?\s+إلى\s+قنا"
    ),
    r"فع[ّ]?لو?ا?\s(?:خدمة\s)?(?:التنبيهات|الإشعارات)\b",
    r"تابعو?ا?\s+\S.{0,40}\sعلى\s*:|تابعوا\s+\S.{0,30}\s(?:على|عبر)$",
    r"تابعوا [أا]خبار\s.{3,60}\s(?:عبر|على|من خلال)\s(?:[أا]ثير|[إا]ذاعة|شاشة)\s",
    r"للتواصل\s[أا]رسلو?ا?\s(?:رسالة|sms)\s",
    (
        r"يرجى التحقق من (?:ال)?بريدك?\b|ل[إا]تمام عملية الاشتراك\b|لا يمكن إضافة هذا البريد|"
        r"البريد مسجل مسبقا|شكرا لاشتراكك"
    ),
    (
        r"(?:للمزيد\s+)?(?:تابع(?:وا|ونا|نا)|لمتابع(?:ة|تنا)|متابعة أخبار)\s.{0,50}\s?"
        rf"(?:عل[ىي]|عبر|في)\s+(?:منصة\s+|تطبيق\s+)?(?:ال)?(?:[جغ]و[جغ]ل|Google|X\b|{_NETWORKS})"
    ),
)
_OWN_CHANNEL: Final = (
    (
        r"[\W_]{0,3}(?:(?:هل|ل[إا]ن كنت)\s[^.:]{3,50}؟\s)?(?:(?:يرجى|رجاء|ندعوكم|يمكنكم?|بإمكانكم?|"
        r"للمزيد|فضلا)\s)?"
        r"(?:ال)?(?:[إا]?شترا?كو?ا?|[إا]?نضما?م?و?ا?|تابعو?ا?|متابع[ةت]|حم[ّ]?لو?ا?|تحميل|مشارك[ةت]|"
        r"شاركوا)\s+"
        r"(?:الآن\s+|معنا\s+|مجانا\s+)?(?:(?:في|[إا]لى|على|عبر|ب)\s*)?[لب]?"
        r"(?:نشر[تا]{1,2}نا|قن[وا]?اتنا|صفح[ا]?تنا|حسابا?تنا|حسابنا|تطبيقنا|تطبيقاتنا|مجموعتنا|"
        r"خدمتنا|استبيان(?:نا)?)"
        r"(?=$|\W*$|[^\w\s]|\s(?:على|عبر|كل|كي|وا?|في|من|ال(?:بريدي|[إا]خباري|[أا]سبوعي|يومي|رسمي|"
        r"مجاني)ة|\S*[تي]صل|لل?\S)|\s\d|(?<=استبيان)\s)"
    ),
    (
        r"(?:[إا]نضمو?ا?(?=\s(?:[إا]لى|ل|الآن))|تابعوا|تابعونا|اشتركو?ا?(?=\s(?:في|ب|الآن))|"
        r"تابع(?=\s(?:قناة|صفحة|حساب|موقع|أخبار|صحيفة|جريدة|بوابة)|.*(?:google|نيوز)))"
        r"\s(?!.*[.؟]$).{2,40}\s(?:عل[ىي]|عبر|في)\s(?:ال)?"
        rf"(?:{_NETWORKS}|google news|(?:[أا]خبار\s)?[جغ]و[جغ]ل(?:\sنيوز)?)$"
    ),
    (
        r"تابعو?ا?\s[«\"“][^«»\"“”]{2,30}[»\"”]\s(?:عل[ىي]|عبر|في)\s(?:ال)?"
        rf"(?:{_NETWORKS})\b(?!.*[.؟]$)"
    ),
    (
        r"(?:استمعوا|شاهدوا|استمع(?=\s[إا]لى))\s(?:[إا]لى\s)?(?:ال)?(?:تصريح|مداخلة|حوار|تسجيل|فيديو|"
        r"لقاء|مقطع|حلقة)(?!.*[.؟]$)"
    ),
    rf"[\W_]{{0,4}}(?:مجموعة|قناة|[قجك]روب|صفحة)\s(?:ال)?(?:{_NETWORKS})(?:\s\(\d+\))?$",
    r"نشرة\s[«\"“][^»\"”]{2,30}[»\"”]\s(?:ال)?(?:صباحي|مسائي|يومي|[أا]سبوعي|بريدي|[إا]خباري)ة$",
    r"(?!.*[.؟]$).{10,90}\s(?:في|[إا]لى|على)\s(?:صندوق\s)?بريدكم?(?:\sال[إا]لكتروني)?(?:\s[^.]{2,30})?$",
    r"(?:لتلقي|لاستلام|لتصلكم?|ليصلكم?)\s.{3,60}\s(?:[إا]نضم|اشترك|تابع|الى مجموع|إلى مجموع)",
    (
        r"(?:و?يمكن(?:ك|كم)\s)?"
        r"(?:لمتابعة|لمتابعه|تابعوا|تابعونا|تابع|متابعة)\s(?:أحدث|آخر|أبرز|أهم|كل|"
        r"جميع)\s(?:ال)?(?:أخبار|مستجدات|تطورات|أنباء)\b"
        r"(?!.*[.؟]$).{0,60}(?:عبر|عل[ىي]|في|من خلال)\s"
    ),
)
"""A reader is asked to follow or to subscribe to what is the page's own, «اشترك في نشرتنا لتصلك آخر
التقارير»; nobody says so of others."""
_TABLE_LABEL: Final = (
    r"(?:(?:حالة\s)?الطقس|درجات الحرارة|(?:[أا]وقات|مواقيت)\s(?:الصلاة|ال[أآ]ذان)|"
    r"[أا]سعار (?:العملات|الصرف|الذهب|الوقود|المحروقات))"
)
"""Of what every page has of the day, and no story."""
_WAYS: Final = (
    r"(?:previous|next)\s*:|you (?:may|might) also like|related (?:posts|articles|news)|skip to\b",
    (
        r"(?:تخط[ىي]|تجاوز|انتقل|[اإ]ذهب|الانتقال|التخطي)\s+(?:مباشرة\s+)?"
        r"(?:(?:[إا]لى\s+)?ال(?:محتوى|قائمة|جزء|روابط|تنقل)|لمزيد من)\b(?!.*[.؟]$)"
    ),
    r"(?:ساعدو?نا|ادعمو?نا)\s(?!.*[.؟]$).{4,40}$|تبر[ّ]?ع(?:وا)? الآن\b.{0,24}$",
    r"من ملف\s*:|(?:أخبار|مواضيع|موضوعات|مقالات) أخرى (?:في|من)\s\S(?!.*[.؟]$)",
    (
        r"(?:قي[ّ]?مو?ا?|تقييم)\s(?:هذا\s|هذه\s)?(?:ال)?(?:مقال|خبر|موضوع|تقرير|مادة)ة?\s*"
        r"[:\d\s/★☆*.]*$"
    ),
    rf"{_TABLE_LABEL}\s*:(?:\s*[^\W\d]+(?:\s[^\W\d]+){{0,2}}\s*:?\s*-?\d[\d.,:٫]*\s*[°º]?){{2,}}$",
    rf"{_TABLE_LABEL}\s*[-–—:]\s*[^\W\d]+(?:\s[^\W\d]+){{0,2}}$",
    r"(?:تاريخ|وقت) الطباعة\s*:",
    r"(?:مرحب[اً]{1,2}|[أا]هل[اً]{1,2}(?: وسهل[اً]{1,2})?) بكم?\b(?!.*[.؟،]$)",
    r"تخط[ىي]\s+\S.{2,40}وواصل القراءة",
    r"(?:الموضوع|الخبر|المقالة?|التدوينة)\s+(?:التالي|السابق|القادم)ة?\s+\S(?!.*[.؟]$)",
    r"[←→‹›<>«»\s]*(?:السابق|التالي)\s*:\s*\S|إعلان\s*:\s*\S",
    (
        r"(?:ال)?[أا]كثر\s(?:قراء[ةه]|مشاهد[ةه]|تداولا?|زيار[ةه]|تعليقا?|مشارك[ةه]|تفاعلا|"
        r"متابع[ةه])\s"
        r"(?:(?:في|من)\s+[(\[«\"“][^.؟!]{2,50}|(?:(?:في|خلال|هذا)\s[^.؟!]{0,14})?"
        r"\b(?:ال)?(?:قسم|موقع|باب|يوم|[أا]سبوع|شهر|ساعة|[أا]يام))$"
    ),
    r"المزيد\s+(?:في|من\s+(?:أخبار|بوابة|موقع|صحيفة|قناة|جريدة))\s+\S+(?:\s\S+)?$",
    r"استخدم مفتاحي? ال[أا]سهم\b|\*?\s*ملخص (?:ب|من )?(?:ال)?الذكاء الاصطناعي",
    r"[أا]نت هنا\s*:?\s*(?:الصفحة\s)?الرئيسية\b",
    r"(?:المزيد في هذه الفئة|العناصر ذات الصلة|الأحدث من)\b(?!.*[.؟]$)",
    r"قراءة\s[\d,]+\s(?:مرة|مرات)\b.{0,60}$",
    (
        r"هل (?:كانت? )?(?:هذا |هذه )?(?:ال)?(?:مقال|موضوع|خبر|محتوى|صفحة|معلومات|شرح|دليل|إجابة|"
        r"تقرير)\S*\s.{0,20}(?:مفيد|[أا]عجب|استفد).{0,12}$"
    ),
    (
        r"(?:(?:ما|شو|إيه|\S{2,8})\s)?ر[أا]يك(?:م)?\s(?:في|ب|حول|عن)\s?(?:هذا\s|هذه\s)?(?:ال)?"
        r"(?:مقال|خبر|موضوع|تقرير|مادة)ة?\s?؟?$"
    ),
    r"[إا]?شترا?كو?ا?\sفي\s(?:رسائل|نشر[ةا]ت?)\s(?!.*[.؟]$).{2,50}$",
    (
        r"(?:تنويه|تنبيه|ملاحظة|إخلاء مسؤولية)\s*:\s(?=.*(?:\b|ال)معلومات)"
        r"(?=.*(?:موقع|صفحة|مجلة|صحيفة|مقال))"
        r".*لا\s[تي]غني عن\s"
    ),
    r"(?:\(\d+\)\s*)?هل (?:استفدت|[أا]عجبك|وجدت)\s.{0,30}(?:مقال|موضوع|خبر|محتوى|تقرير).{0,16}$",
    r"(?:تدقيق|مراجعة)(?:\s(?:طبي|علمي|لغوي)\S*)?\s*:\s*[^\W\d]+\.?(?:\s[^\W\d]+){1,4}$",
    (
        r"(?:ال)?(?:عود[ةه]|رجوع)\s+(?:[إا]ل[ىي]\s+(?:ال)?|لل)"
        r"(?:(?:صفح[ةه] ال)?رئيسي[ةه]|خلف|قائم[ةه]|[أا]على)$"
    ),
)
"""To other parts of the page, and to other stories."""
_FOOT: Final = (
    r"ظهرت? (?:ال)?(?:مقالة?|تدوينة|خبر|موضوع)\s.{4,}\s[أا]ول(?:ا|اً|ًا)\s(?:على|في)\s",
    r"أضف هذا (?:الخبر|المقال|الموضوع) (?:إلى|الى)\s*:",
    r"ن[ُ]?شرت? هذ[اه] (?:ال)?(?:نص|مقال|مادة|تقرير|حوار|مقالة) في العدد\s",
    r"[^\W\d]{4,6}\s+هذا\s+(?:الخبر|المقال|الموضوع)\s*:",
    r"//?\s*انته",
    r"(?:و\s?)?مع (?:أطيب )?تحياتي\b.{0,60}$",
    r"(?:(?:site|website|page)\s)?(?:designed|developed|hosted) (?:(?:and|&) \w+ )?by\b",
    r"مواقع (?:خارجية )?متصلة(?: بالموضوع)?\s*:?$",
    r"منقول(?:ة)?(?:\s(?:للفائد[ةه]|للأمانة|لكم|للعلم|من\s[^.]{2,40}|عن\s[^.]{2,40}))?[\s.!]*$",
    r"(?:و\s?)?لا\sتنسو?نا?\sمن\s(?:صالح\s)?(?:ال)?(?:دعا|ردود|تقييم|مشارك)\S*(?:\s\S+){0,3}$",
    r"[أا]خوكم?(?:\sفي الله)?\s*:\s*\S",
    r"[أا]دخلت?\s(?:بتاريخ|بواسطة|في\s\d)",
    r"(?:مرسلة|أرسلت?|نشرت?|كتبت?|أضيفت?)\s+بواسطة\b",
)
"""What an agency and a program put below a story."""
_TAIL_START: Final = re.compile(
    "|".join((*_OF_OWNER, *_COMMENTS, *_SHARE, *_FOLLOW, *_OWN_CHANNEL, *_WAYS, *_FOOT)),
    re.IGNORECASE,
)
"""How a line begins that stands behind an article."""
_OF_WRITER: Final = re.compile(
    r"مقالات أخرى للكاتب|(?:تويتر:)?[!-~\s]{0,60}للتواصل مع الكاتب\s[إا]?رسل رسالة"
)
"""A writer's other articles, and how to reach him, in lines of any length."""
_CLICK: Final = re.compile(r"\b(?:[اإ]ضغطو?ا?|[اأ]نقرو?ا?)\s+هنا\W*$")
_CLICK_WORDS: Final = 12
_TEMPLATE: Final = re.compile(r"\{\{[^{}]*\}\}")
_ASKS: Final = re.compile("|".join((*_FOLLOW, *_OWN_CHANNEL)), re.IGNORECASE)
_LONGEST_ASKING: Final = 220
_FOLLOWED: Final = re.compile(
    r"(?:تابعو?ا?|(?:ل)?متابعة)\s(?:(?:آخر\s)?[أا]خبار\s|قناة\s|صفحة\s|حساب\s)?"
    r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){0,2}(?<!نا))\s(?:عل[ىي]|عبر|في)\s(?:ال)?"
    rf"(?:{_NETWORKS}|[جغ]و[جغ]ل)",
    re.IGNORECASE,
)
_HIDE: Final = frozenset(("[إخفاء]", "[عرض]", "[أخف]", "[إظهار]", "[hide]", "[show]"))
_SHARE_BAR: Final = re.compile(
    r"(?!على|عبر|on)"
    r"(?:شارك|مشاركه|انشر|علق|المقال|الخبر|غرد|طباعه|اطبع|ارسال|ارسل|نسخ|انسخ|الرابط|رابط|بريد|البريد|الكتروني|"
    r"الالكتروني|على|عبر|email|mail|print|copy|link|share|on|to|"
    rf"{_NETWORKS}|google|plus|tweet|اكس|x|pin|interest|عن|طريق|المزيد\d{{0,4}})+"
)
"""Of a key: buttons on one line, and no other word: «طباعة فيسبوك تويتر WhatsApp»."""
_NETWORK: Final = re.compile(_NETWORKS)
_AMID_KEYS: Final = frozenset(
    map(
        key,
        (
            *(
                "مشاركة",
                "شارك المقال",
                "شارك الخبر",
                "شارك هذا المقال",
                "شارك هذا الخبر",
                "مشاركة المقال",
            ),
            *("مشاركة الخبر", "شاركها", "حفظ", "نسخ الرابط", "شارك القصة", "حجم الخط"),
            *("اشترك", "اشترك الآن", "للاشتراك", "بريدك الإلكتروني", "البريد الإلكتروني"),
            *("النشرة البريدية", "أدخل بريدك الإلكتروني", "اشترك في النشرة البريدية", "إعلان"),
        ),
    )
)
_HELPS: Final = ("دعم", "تبرع", "ساهم", "ساند", "ساعد", "اشتراك")
"""One of them stands in what asks for help, and in few other lines."""
_HELP: Final = re.compile(
    r"\b[وفبل]{0,2}(?:(?:تبرعات|دعم|تبرع|مساهمت|مساهمات|اشتراك|مساندت|مساعدت)(?:ك|كم|كن)|"
    r"(?:ساعد|ادعم|ساند|تبرع)(?:نا|ونا|وا)|تبرع ب\w+|ساهمو?ا? (?:ولو|معنا)|"
    r"[تي]ساعدون?نا|على تبرعات (?:قر[ّ]?ائ|زو[ّ]?ار)\w+)\b"
)
_OURS: Final = re.compile(
    r"\b[وفبل]{0,2}(?:صحافت|صفحات|عمل|مقالات|موقع|قراء|قرّاء|قرائ|رسالت|استمرار|تقارير|محتوا|جهود|استقلال\w*|منصت)نا\b|"
    r"\b(?:قراءنا|قرّاءنا|أعزاءنا|عزيز[يت]ي? القارئ)|\b[وف]?(?:نكتب|نعمل|نحتاج|نعتمد|ننشر|لنواصل)\b"
)
"""«دعمكم يبقي صحافتنا مستقلة»: a page asks for money."""
_RESERVED: Final = re.compile(_RIGHTS, re.IGNORECASE)
_LONGEST_LABEL: Final = 40
_COMMENT_LABELS: Final = frozenset(
    key(text)
    for text in (
        *("تعليق", "التعليق", "تعليقا", "تعليقان", "تعليقات", "التعليقات", "تعليقات القراء"),
        *("آراء القراء", "تعليقات الزوار", "Comments"),
    )
)
_DISCLAIMER: Final = re.compile(
    r"(?=.{0,60}\b(?:ال)?(?:موقع|صحيفة|جريدة|إدارة|وكالة|شبكة)\b).{0,90}"
    r"(?:غير|ليس|ليست|لا\s+[يت]تحمل\S*)\s+(?:أي\s+)?(?:ال)?مسؤول.{0,80}"
    r"(?:تعليقات|ردود|مشاركات|آراء)"
)
_STANDS_FOR: Final = re.compile(r"\b[ولف]?(?:[تي](?:عبّ?ر|مثّ?ل|عكس|تحمل)|(?:ال)?مس[ؤئ]ولي?[ةه]?)\b")
_THEIR_OWN: Final = re.compile(r"\b[ولب]?(?:[أا]صحاب|صاحب|كاتب|كتّ?اب|قائل|ناشر)ها?\b|\bبالضرورة\b")
_PUBLISHED: Final = re.compile(
    r"\b[وبلف]?(?:ال|لل)?(?:موقع(?:نا)?|صحيف[ةه]|جريد[ةه]|شبك[ةه]|مجل[ةه]|[إا]دار[ةه]|منتدى|"
    r"بواب[ةه]|"
    r"وكال[ةه]|تحرير|[تي]?نشر(?:ها)?|منشور[ةه]?|وارد[ةه]?)\b"
)
"""What a notice says: opinions that are published are their owners', and nobody else's."""
_RULES_COMMENTS: Final = re.compile(
    r"(?=.{0,40}\b(?:و?نعلم|و?ننوه|نحيط|ننبه|تنبيه|تنويه|ملاحظة|يرجى|نرجو|الرجاء|رجاء|عزيز[يت]ي?|"
    r"[أا]عزاءنا|قراءنا|"
    r"القراء|الزوار|زوارنا|لن|سيتم|سوف|لا يتم|لا يسمح|يمنع|يحق|[تن]حتفظ)\b)"
    r"(?=.*\b[ولبف]?(?:ال|لل)?(?:تعليق(?:ات|اتكم|ك|كم)?|مشاركات(?:كم)?)\b)"
    r".*(?:[إا]دراج|\bنشر\b|\bحذف\b|حجب|التزام|[يت]تنافى|تنافي|مسي?[ئء]|بناء[ةه]|تجريح|شتم|شتائم|"
    r"\bسب|قذف|تشهير|"
    r"آداب|[اأ]خلاق|لياق|عنصري|طائفي)"
)
"""«نرجو من القراء الالتزام بآداب التعليق»: readers are told what they may write."""
_PUBLISHED_HERE: Final = tuple(
    f"{what} المنشورة على {where}"
    for what in ("الأخبار", "المواد", "المقالات")
    for where in ("الصفحة الرسمية", "هذا الموقع", "هذه الصفحة")
)
"""How an agency says that its page shows a part of its service."""
_LONGEST_RULE: Final = 300
_TO_READERS: Final = re.compile(
    r"\*?\s*(?:هذا |هذه |تعبر )?(?:ال)?(?:مقال|مقالات|مقالة|مدونة|"
    r"آراء)\S*\s.{0,50}\bرأي\s.{0,80}(?:بالضرورة|لا يعكس|لا تعكس)|"
    r"جميع الحقول (?:مطلوبة|[إا]لزامية)\b|(?:لن يتم نشر|لن ينشر)\s(?:عنوان\s)?(?:ال)?بريدك?\b|"
    r"بريدك ال[إا]لكتروني لن\s|"
    r"و?نقدم لكم من خلال (?:موقع|بوابة|صحيفة)\b|"
    r"(?:هذا السؤال\s(?:هو\s)?)?لاختبار (?:ما )?إذا كنت\b|"
    r"[إا]ذا كنت(?:م|[ /]\S+)? ت(?:عتقد|رى|رغب|ود)\S*\s.{0,12}أن (?:هذا )?(?:ال)?(?:مقال|خبر|"
    r"تقرير|محتوى)\b"
)
"""How a page speaks of its form for comments, and asks for corrections."""
_LONGEST_NOTICE: Final = 600
_COOKIES: Final = ("ملفات تعريف الارتباط", "ملفات الارتباط", "كوكيز", "ookies")
_CONSENT: Final = re.compile(
    r"\b[وبلف]?(?:نستخدم|استخدامنا|موقعنا|تجربتكم?|استمراركم?|مواصلتكم?|متابعتكم?|موافقتكم?|"
    r"تصفحكم?|(?:ت)?وافق(?:ون|ت)?\s+على|[يت]جب (?:تفعيل|السماح|قبول)|we use|you agree|"
    r"use cookies)\b",
    re.IGNORECASE,
)
"""What a page says to its readers when it speaks of these."""
_NEWSLETTER: Final = re.compile(
    r"(?:ال)?(?:نشر(?:ة|ات|تنا|اتنا)|رسال(?:ة|تنا)(?=\sال)|رسائل(?=\sال))"
    r"(?:\sال(?:بريدية|إخبارية|اخبارية|يومية|أسبوعية|[إا]لكترونية|\w{3,}ية))?(?:\s[«\"“][^«»\"“”]{2,20}[»\"”])?"
)
_SAYS: Final = re.compile(
    r"\b[وف]?(?:قال|[أا]كد|[أا]ضاف|[أا]وضح|[أا]شار|ذكر|شدد|اعتبر|رأى)ت?\s|"
    r"\b(?<!كنت )(?:وي|وت|ي|ت)(?:قول|ؤكد|ضيف|وضح|رى)\b|\bقائلا|\bقائلة"
)
"""Somebody says so of another; what a page says of itself, nobody does."""
_BUTTONS: Final = re.compile(r"(?:\[[^\[\]]{1,30}\][\s|-]*){2,}")


@lru_cache(maxsize=1 << 8)  # each line is asked several times
def marks_tail(text: str) -> bool:
    """The line is one that only ever stands after an article: a share button, «الأكثر قراءة»."""
    if _OF_WRITER.match(text):
        return True
    if len(text) > 140:
        return asks_consent(text) or asks_support(text)
    text = without_feminine(text)
    return (
        _is_label(text)
        or asks_consent(text)
        or _TAIL_START.match(text.lstrip("*•-–— ")) is not None
        or _asks_to_click(text)
        or asks_support(text)
        or foreign.is_of_page(text)
        or _are_labels(text)
    )


def _is_label(text: str) -> bool:
    """A label or a button, or several buttons of which one is a network's; how many there are may
    stand beside it.
    """
    label = key(_uncounted(text))
    if label in _TAIL_KEYS:
        return True
    bar = _SHARE_BAR.fullmatch(label)
    if bar is None:
        return False
    return label.isascii() or text.count(" ") > 1 or _NETWORK.search(bar[0]) is not None


def stands_amid(text: str) -> bool:
    """What a page shows amid its articles too: a button that shares it, prints or keeps it, what
    asks a reader to follow it, to subscribe or to give; it leads to nothing else of the page.
    """
    label = key(_uncounted(text))
    if label in _AMID_KEYS or _SHARE_BAR.fullmatch(label) is not None:
        return True
    return asks_to_follow(text) or asks_support(text) or furniture.is_furniture(text)


@lru_cache(maxsize=1 << 8)
def asks_support(text: str) -> bool:
    """A page asks its readers to give: it speaks of itself as «we», and to them of their help."""
    if len(text) > _LONGEST_NOTICE:
        return False
    text = text.replace("\u0651", "")
    if not any(map(text.__contains__, _HELPS)):
        return False
    return (
        _HELP.search(text) is not None
        and _OURS.search(text) is not None
        and not (_SAYS.search(text) or text[0] in '"«“')
    )


def _asks_to_click(text: str) -> bool:
    short = "هنا" in text and text.count(" ") < _CLICK_WORDS
    return short and _CLICK.search(text) is not None


def _are_labels(text: str) -> bool:
    """Bars or brackets part them."""
    if "|" not in text and "[" not in text:
        return False
    parts = [part for part in _BETWEEN_BUTTONS.split(text) if part]
    labels = [_is_label(part) for part in parts]
    return any(labels) and all(
        known or noise.is_noise(part) for part, known in zip(parts, labels, strict=True)
    )


def asks_consent(text: str) -> bool:
    """«نستخدم ملفات تعريف الارتباط لتحسين تجربتك»: a page asks to remember its readers."""
    told = "رتباط" in text or "كوكيز" in text or "ookies" in text  # as in few lines
    if not told or len(text) > _LONGEST_NOTICE or not any(map(text.__contains__, _COOKIES)):
        return False
    return _CONSENT.search(text) is not None


def asks_to_follow(text: str) -> bool:
    """A reader is asked to follow the page, or to subscribe to what is its own, wherever the line
    stands.
    """
    if _asks_to_click(text):
        return True
    return len(text) < _LONGEST_ASKING and _ASKS.match(text) is not None


def followed(text: str) -> str:
    """Whom a reader is asked to follow on a network, «تابعوا الضفاف على فيسبوك»; '' where nobody is
    named.
    """
    match = _FOLLOWED.match(text) if len(text) < _LONGEST_ASKING else None
    return match["name"] if match else ""


def names_newsletter(text: str) -> bool:
    """What a box is called in which readers are asked for their address: «النشرة البريدية»."""
    return len(text) <= _LONGEST_LABEL and _NEWSLETTER.fullmatch(text) is not None


def are_buttons(text: str) -> bool:
    """Nothing but words in square brackets, several times: «[ طباعة ] [ إرسال إلى صديق ]»."""
    if text[:1] != "[":
        return False
    return _BUTTONS.fullmatch(text) is not None or text in _HIDE


def _uncounted(text: str) -> str:
    """A label without the number beside it; most lines have none at an end, as is soon seen."""
    if "{{" in text:
        text = _TEMPLATE.sub("", text).strip()  # a program's place for it
    numbered = text[:1].isdigit() or text.rstrip(") ,")[-1:].isdigit()
    return _COUNT.sub("", text) if numbered else text


def announces_comments(text: str) -> bool:
    """«التعليقات (2)»: what readers say stands below."""
    return len(text) <= _LONGEST_LABEL and key(_uncounted(text)) in _COMMENT_LABELS


def is_of_page(text: str) -> bool:
    """A line in which a page's owner speaks of itself, or to its readers."""
    if (_TO_READERS.match(text) and len(text) < _LONGEST_RULE) or asks_support(text):
        return True
    return is_of_owner(text) or furniture.is_furniture(text)


def is_of_owner(text: str) -> bool:
    """The owner of a page keeps its rights, or does not answer for what others think."""
    if text.startswith(_PUBLISHED_HERE) and len(text) < _LONGEST_NOTICE:
        return True
    reserved = text[:1] in _RIGHTS_BEGIN and _RESERVED.match(text) is not None
    return reserved or disclaims(text)


def disclaims(text: str) -> bool:
    """A page's owner does not answer for what its readers, or its writers, think; or rules what
    readers may write.
    """
    if "مسؤول" in text and len(text) < 240 and _DISCLAIMER.match(text):
        return True
    asks = len(text) < _LONGEST_RULE and ("تعليق" in text or "مشاركات" in text)
    if asks and _RULES_COMMENTS.match(text) and not _SAYS.search(text):
        return True
    opinions = "رأي" in text or "آراء" in text or "تعليق" in text or "ة نظر" in text
    if not opinions or len(text) > _LONGEST_NOTICE:
        return False
    of_notice = all(said.search(text) for said in (_THEIR_OWN, _STANDS_FOR, _PUBLISHED))
    return of_notice and _SAYS.search(text) is None
