"""Captions of pictures that a saved text has lost: their words, their credit, their date."""

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from warraq.arabic.normalise import normalise, strip_marks
from warraq.importer import attribution, dating, entities, gazetteer
from warraq.importer.lexicon import is_common
from warraq.importer.lines import Line, key

_CREDIT_LINE: Final = re.compile(
    r"(?:(?:(?:ال)?صورة(?:\s+من)?|صور|(?:ال)?تصوير|عدسة|المصور|حقوق الصورة|Photo|Credit)\s*[:：/]|"
    r"(?:صورة\s+)?(?:تعبيرية|توضيحية|[أا]رشيفية)\s*[/|:–—-]|(?:تصوير|عدسة)\s?[-–—]\s|"
    r"[تص]\s*:(?=\s*[^\W\d]{2})|"
    r"م?صدر الصورة\s*(?:[:：/،,]|(?=\s[A-Z][A-Za-z/ ]{2,40}$)))"
    r"\s*\(?\s*(?P<credit>[^()]{2,60}?)\s*\)?$"
    r"|(?:©|\(c\)|حقوق النشر)\s*(?P<copyright>\S.{1,60})$|(?P<owner>[A-Z][A-Za-z/ ]{1,40}?)\s*©$|"
    r"(?P<archive>(?:ال)?[أا]رشيف|ح\s?\.\s?م)$",
    re.IGNORECASE,
)
_PHOTO: Final = re.compile(r"(?:Photo|Credit)\s*:\s*(?P<credit>\S.{1,60})", re.IGNORECASE)
"""«[Photo : Difaf News]»."""
_LABELLED: Final = re.compile(
    r"(?:(?:ال)?تعليق(?: على)? الصورة\s*[:：/،,]|شرح الصورة\s*:|Image caption\s+|"
    r"(?:Großansicht des Bildes mit der )?Bildunterschrift\s*:|"
    r"(?:ال)?صورة\s*:(?=\s*\S+(?:\s\S+){4}))\s*(?P<text>\S.*)$|"
    r"\[\s*(?:(?:ال)?صورة\s*:|(?=[^\W\d][^\[\]\s]*(?:\s[^\[\]\s]+){3,20}\s*\]))\s*"
    r"(?P<within>[^\[\]]{3,}?[^\[\].؟!:\s])\s*\]$|"
    r"(?:[*(]\s?)?(?P<kind>(?:صورة\s+)?(?:[أا]رشيفي[ةه]|تعبيري[ةه]|توضيحي[ةه]|"
    r"من [أا]رشيف[^\s)]*))\)?$"
)
"""Behind «صورة:» alone, five words or more are what it shows, and fewer whose it is."""
_BULLETS: Final = frozenset("-–—•*")
_OF_KIND_SHOWN: Final = re.compile(
    r"(?:صورة\s)?(?:[أا]رشيفي|تعبيري|توضيحي)[ةه]\s?[:：]\s*(?P<shown>[^\W\d]+(?:\s[^\s.؟!]+){3,})"
)
"""«صورة أرشيفية: سوق المدينة مطلع القرن»: fewer words are whose it is."""
_LABELLED_FEW: Final = re.compile(
    r"(?:ال)?صورة\s*:\s*(?P<text>(?P<first>[^\W\d]+)(?:\s[^\W\d]+){2,3})"
)
"""Three or four, if the first is what pictures show."""
_PICTURE: Final = ("صورة", "الصورة")
_VIEWS: Final = frozenset(map(normalise, ("منظر", "مشهد", "جانب", "لقطة", "صورة", "خريطة", "غلاف")))
"""What pictures are, beside what they show."""
_BY: Final = re.compile(r"(?:تصوير|عدسة)\s(?P<name>[^\W\d]{2,}(?:\s[^\W\d]{2,}){1,3})")
_OF_KIND: Final = re.compile(r"(?:صورة )?(?:[أا]رشيفي[ةه]|تعبيري[ةه]|توضيحي[ةه])|من المصدر")
"""In brackets, what a picture above is, or whose."""
_LABEL: Final = re.compile(
    r"(?:م?صدر الصورة|(?:ال)?تعليق على الصورة|شرح الصورة|Bildunterschrift)\s*[:：،,]"
)
_PICTURED: Final = re.compile(
    r"(?:صور[ةه]?|لقط(?:ة|ه|ات))\s+(?:من|شاشة|عن قرب|جماعي[ةه]|تذكاري[ةه]|جوي[ةه]|[أا]رشيفي[ةه]|"
    r"التقط(?:ها|تها|ته|ت)|نشرتها|وزعتها|بثتها|متداول[ةه]|ملتقط[ةه]|مأخوذ[ةه]|ت(?:ظهر|بي[ّ]?ن|وض[ّ]?ح|جمع))\s+\S|"
    r"صورة?\s+(?:تعبيري|توضيحي|رمزي|[أا]رشيفي)[ةه]$|"
    r"صور[ةه]?\s+(?:\S+\s){1,3}[تي](?:ظهر|بي[ّ]?ن|وض[ّ]?ح)\s+\S|"
    r"(?:جزء|تفصيل) من (?:خريط|لوح|جدار|نقش|مخطوط|فسيفسا|تمثال|واجه)|"
    r"(?:صورة|رسم)\s+(?:(?:فضائي|جوي|مجهري|قديم|نادر)[ةه]?\s+)?ل\w{2}|(?:جانب|جوانب|مشهد|"
    r"مشاهد)\s+من\s+\S|(?:مشهد|منظر)\s+عام\s+\S|"
    r"غلاف\s+(?:ال)?(?:كتاب|رواية|مجلة|عدد|ديوان|مجموعة|[أا]لبوم)|رسم\s+(?:بياني|توضيحي|تخيلي)\s+\S|"
    r"خريطة\s+ت(?:ظهر|بي[ّ]?ن|وض[ّ]?ح)\s+\S|(?:تغريدة|منشور)\s+(?:(?:ال)?(?:حساب|صفحة)\s+\S|"
    r"ل\w{2})|"
    r"(?:صورة|لقطة|تغريدة|منشور)\s+\S.*\sكما\s+(?:ظهر|بد|ورد|نشر)|"
    r"(?:لوحة|لوحات|قطعة|قطع|نماذج|نموذج|بعض)\s+من\s+(?:ال)?(?:[أا]عمال|معروضات|مقتنيات|إنتاج|"
    r"منتجات|لوحات)|"
    r"(?:مقطع|رسم|مخطط|شكل|لوحة|خارطة)\s+\S+\s+[يت](?:ظهر|بيّ?ن|وضّ?ح)\s+\S|"
    r"(?:المحرر|محررنا|مندوبنا|مراسلنا|الزميل)ة?\s(?:مع|يحاور|تحاور|في حديث مع)\s\S"
)
"""«جانب من الحضور», «لقطة من الفيلم»: what a picture is and what of."""
_PART: Final = re.compile(r"(?:جانب|جوانب)\s+من\s|(?:مشهد|منظر)\s+عام\s")
_TELLS: Final = re.compile(
    r"\s[تي](?:ثير|شعل|غضب|فج[ّ]?ر|كشف|فضح|تصدر|جتاح|هز|حصد|ربك|خطف|قلب|دفع|حرج|عيد|تحول)\b"
)
"""What pictures do in headlines."""
_PICTURED_WORDS: Final = 18
_SAID_WORDS: Final = 40
_OWNER_WORDS: Final = 3
_SHOWN: Final = re.compile(
    r"\s(?:[أا]ثناء|لحظة|لدى|عقب)\s+\S|\sمتوسط(?:ا|اً|ًا|ة)\s|"
    r"\sخلال\s+(?:ال)?(?:لقا[ءئ]|استقبال|كلمت|مؤتمر|حفل|احتفال|جلس[ةت]|مبارا[ةت]|زيار[ةت]|"
    r"جول[ةت]|اجتماع|"
    r"توقيع|افتتاح|مشارك[ةت]|تكريم|تسليم|مقابل[ةت]|تدريب|عرض|دورة|نسخة|طبعة|موسم|معرض|مهرجان|"
    r"ندو[ةت]|"
    r"ورش[ةت]|فعالي[ةت])|"
    r"^من\s+(?:أعمال|أجواء|الأمسية|الافتتاح|المعرض|الورشة|الحفل|اللقاء|التدريبات|المهرجان|"
    r"المؤتمر|الندوة|منتجات|المباراة|احتفال(?:ات)?|افتتاح|تكريم|مراسم|فعاليات|تدريبات|عمليات|"
    r"مباراة|لقاء|حفل|مشاركة|اجتماع|تكريم)\s+\S"
)
"""«المدرب أثناء التدريب», «من لقاء الفريقين»: somebody or something at a time."""
_DOING: Final = re.compile(
    r"\s(?:[أا]ثناء|لحظة)\s+\S|\sمتوسط(?:ا|اً|ًا|ة)\s|\s(?:لدى|عقب|خلال)\s+[^\W\d]{3,}(?:ته|ه|ها|"
    r"هم|هما)\b|"
    r"\s(?:بعد|قبل|داخل|[أا]مام|وسط|خلف)\s+(?:[إا]عادة\s+)?[^\W\d]{3,}(?:ته|ها|هم)(?:$|\s(?:في|ب))|"
    r"\s[يت](?:قف|جلس|سير|لتقط|صافح|تفقد|توسط|دلي)(?:ون|ان)?\s"
    r"|"
    r"\sخلال\s+(?:ال)?(?:لقا[ءئ]|استقبال|مؤتمر|حفل|احتفال|جلس[ةت]|زيار[ةت]|جول[ةت]|اجتماع|توقيع|"
    r"افتتاح|تكريم|"
    r"تسليم|تدريب|عرض|ورش[ةت]|ندو[ةت]|(?:دورة|نسخة|طبعة) سابقة)"
)
_BESIDE: Final = re.compile(
    r"^(?!.*\s[يت]\w{3,}\s).*\s(?:داخل|وسط|على متن|خلف|[أا]مام|فوق|تحت|بجانب|بجوار|قرب|على حافة|"
    r"على ضف(?:ة|اف))\s\S"
)
"""«زوار أمام القلعة»: where somebody or something is, and no verb of a present."""
_AT_WORK: Final = re.compile(
    r"^\S+\s(?:\S+\s){0,2}[يت](?:نشر|غادر|رفع|حمل|عرض|قطف|جمع|جلس|سير|عبر|سبح|حلق|رعى|غسل|صنع|نسج|قود|"
    r"ركب|تسلق|حصد|حرث|بيع|لهو|لعب|راقب|صطاد|نقل|فرز|طحن|عجن|خبز|رسم|قرأ|شرب|نحت|بحر|رسو|كسر|غطي|"
    r"حتمي|طل|علو|متد|نتشر|تدلى|ستريح|نتظر|قف|شاهد|ستمع|صلي|لتقط|حتفل|مشي|كتب|"
    r"جفف|فرش|رمم|نظف|طعم|حلب|روض|طبخ|خيط|طرز|"
    r"زرع|سقي|حيك|رقص|عزف|غني|تفرج|تنزه|تدرب|قرآ)(?:ون|ان|ن)?\s(?:.*\s)?"
    r"(?:في|على|من|قرب|بين|داخل|عند|وسط|خارج|قبل|بعد|ب\w{4,})\s?"
)
"""«مزارع ينشر ثمار البن على سطح منزله»: at what one can be seen, and where."""
_NAMED_AT: Final = re.compile(
    r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,2})\s(?:(?:داخل|وسط|خلف|[أا]مام|بجانب|بجوار)\s[^\W\d]"
    r"(?!.*\s[يت]\w{3,}\s)|(?:بعد|عقب)\s(?:تسجيل|[إا]حراز|تسل[ّ]?م|استلام|تكريم|تتويج)ه?(?:\s|$))"
)
"""«سامي حداد أمام القلعة», «سامي حداد بعد تسلم الجائزة»."""
_OF_YEAR: Final = re.compile(
    r"[^\d،.؟!:]{8,70}، (?:عام |سنة |نحو )?(?:1[89]|20)\d\d|"
    r"(?!.*\s[يت]\w{3,}\s)[^\d،.؟!:]{16,60} (?:عند|[أا]مام|لدى|[أا]ثناء) [^\d،.؟!:]{4,50} "
    r"(?:عام|سنة) (?:1[89]|20)\d\d"
)
"""«قاطرة بخارية في محطة رياق، 1938»."""
_PLACED: Final = frozenset(
    map(
        normalise,
        (
            *("حجر", "تابوت", "مومياء", "عملة", "عملات", "خاتم", "سيف", "خوذة", "ثوب", "إناء"),
            *("أدوات", "آلة", "آلات", "هيكل", "تمثال", "تماثيل", "نقش", "نقوش", "لوحة", "لوح"),
            *("مخطوطة", "مخطوطات", "صفحة", "صفحات", "قطعة", "قطع", "جرار", "أوان", "حلي"),
            *("زقاق", "أزقة", "ساحة", "باحة", "فناء", "شارع", "درج", "ممر", "مدخل", "بوابة"),
            *("واجهة", "جدار", "جدران", "سقف", "قبة", "مئذنة", "برج", "أبراج", "قلعة", "قصر"),
            *("دير", "كنيسة", "مسجد", "جسر", "قنطرة", "ساقية", "ناعورة", "نواعير", "طاحونة"),
            *("بئر", "عين", "بحيرة", "شلال", "شلالات", "وادي", "واد", "جبل", "كثبان", "حقل"),
            *("حقول", "بستان", "بساتين", "مزرعة", "غابة", "شاطئ", "ميناء", "مرفأ", "محطة"),
            *("قوس", "أقواس", "رواق", "أروقة", "عمود", "أعمدة", "زورق", "زوارق", "مضيف", "بلورات"),
            *("صخرة", "صخور", "كهف", "مغارة", "قاطرة", "ملعب", "مدرج", "مسرح", "مبنى", "معبد"),
            *("ضريح", "مقبرة", "هرم", "أهرام", "أهرامات", "ثمار", "أغصان", "جذوع", "شتلات"),
            *("سلال", "أقفاص", "أخطبوط", "حوت", "دلفين", "غزال", "حصان", "خيول", "نسر", "سلحفاة"),
            *("قطار", "قطارات", "عربة", "عربات", "منزل", "منازل", "بيوت", "خان", "قاعة"),
        ),
    )
)
"""What pictures show that stands or lies somewhere."""
_WHERE: Final = re.compile(
    r"(?=\S+(?:\s\S+){4})(?!.*(?<!\sفي)(?<!\sقرب)(?<!\sمن)\s[يت]\w{3,}\s)\S+(?:\s[^\s،.؟!«\"]+){0,5}\s"
    r"(?:في|على|بين|داخل|قرب|عند|وسط|فوق|تحت|خلف|[أا]مام|شمال|جنوب|شرق|غرب|"
    r"من (?=ال(?:جهة|داخل|خارج|أعلى|جو|شمال|جنوب|شرق|غرب)))\s?\S+(?:\s\S+){0,8}"
    r"|\S+(?:\s[^\s،.؟!«\"]+){1,6}\s(?:عند|وقت) (?:الغروب|الشروق|المغيب|الفجر|الظهيرة)"
    r"|.*\s(?:مساء|صباح|ظهر|ليلة|فجر|[أا]ول|ليل|نهار) (?:من )?[أا]مس"
)
"""«أدوات الغوص القديمة في إحدى قاعات المعرض»: five words or more, and none of them acts."""
_ON_SHOW: Final = re.compile(
    r"(?!.*\s[يت]\w{3,}\s)(?!.*\s(?:التي|الذي|كانت?)\s)[^\s،.؟!:«\"]+(?:\s[^\s،.؟!:«\"]+){1,6}\s(?:معروض|معلق|محفوظ|مصفوف|مركون|مكدس)"
    r"(?:ة|ان|تان|ات)?\s(?:في|على|[أا]مام|داخل|عند)\s\S+(?:\s[^\s،.؟!:«\"]+){0,7}"
)
"""«نسخة من الكتاب معروضة في بهو المكتبة»."""
_SEEN: Final = entities.TITLES | frozenset(
    map(
        normalise,
        (
            *("أحد", "إحدى", "عدد", "مجموعة", "بعض", "طلاب", "طالبات", "أطفال", "عمال", "نساء"),
            *("رجال", "متطوعون", "متطوعات", "مواطنون", "زوار", "صيادون", "سكان", "أهالي", "فريق"),
            *("فرقة", "عناصر", "قوات", "أفراد", "جنود", "تلاميذ", "مزارع", "مزارعون", "عامل"),
            *("عاملة", "بائع", "بائعة", "مسافرون", "مشجعون", "متظاهرون", "محتجون", "جمهور"),
            *("سيارة", "سيارات", "دراجة", "دراجات", "حافلات", "مارة", "عابرون"),
            *("زائر", "زائرة", "سائح", "سياح", "سيدة", "رجل", "شاب", "شبان", "طفل", "طفلة"),
            *("عائلة", "صياد", "غواص", "غواصون", "حرفي", "حرفيون", "راع", "سرب", "أسراب", "قطيع"),
            *("قطعان", "طائر", "طيور", "نحلة", "جمل", "جمال", "إبل", "قارب", "قوارب", "مركب"),
            *("مراكب", "سفينة", "سفن", "حافلة", "شاحنة", "شاحنات", "خيمة", "خيام", "شجرة"),
            *("أشجار", "قوالب", "أكوام", "أكياس", "فلاح", "فلاحة", "فلاحون", "مزارعة", "باعة"),
            *("بائعات", "تاجر", "تجار", "خباز", "خبازون", "نجار", "نجارون", "طالب", "طالبة"),
            *("تلميذ", "تلميذة", "عازف", "عازفون", "راقصون", "لاعب", "لاعبون", "لاعبات"),
            *("متسابقون", "متسابقات", "عداؤون", "دراجون", "مصلون", "حجاج", "متسوقون", "مارة"),
            *("امرأة", "فتاة", "فتيات", "فتيان", "صبي", "صبية", "رعاة", "بحارة", "بناؤون"),
            *("تلميذان", "تلميذتان", "طفلان", "طفلتان", "طالبان", "طالبتان", "رجلان", "عاملان"),
            *("طباخ", "طباخون", "سائق", "سائقون", "قاطفو", "قاطفات", "غواصات", "نساج", "ناسجة"),
        ),
    )
)
"""Who is seen in pictures, beside those who have the article or a name."""
_OF_YESTERDAY: Final = re.compile(
    r"(?!.*\s[يت]\w{3,}\s)ال\w{3,}(?:ون|ين|ات)(?:\s[^\s،.؟!:«\"]+){1,9}\s[أا]مس(?:\sال[أا]ول)?"
)
"""«المشاركون في الجلسة أمس الأول»."""
_HOUR_WORDS: Final = range(5, 15)
_AT_HOUR: Final = re.compile(
    r"(?!.*\s[يت]\w{3,}\s)(?!.*[.؟!])\S+\s.*(?:في|على|فوق|تحت|[أا]مام|قرب|داخل|وسط|بين|عند|خلف)\s.*\s"
    r"(?:(?:فجر|صباح|ضحى|ظهر|عصر|مساء|ليل|ليلة)\s(?:يوم\s)?\S+(?:\s\S+)?|"
    r"(?:عند|وقت|قبل|بعد|مع|قبيل)\s(?:الفجر|الشروق|الظهر|الظهيرة|العصر|المغيب|الغروب|"
    r"(?:شروق|غروب)\sالشمس))"
)
_SEEN_WORDS: Final = 8
"""Of the shortest line that names one of these, and where it is: fewer are a heading's."""
_NO_CAPTION: Final = ".،؛:؟?!…"
"""What no caption ends in."""
_FIRST_LETTERS: Final = frozenset("صلجمغرختقنبا")
"""With which such a line begins; few lines do."""
BRACKETED: Final = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{2,70})[)\]]\s*\.?$")
_NUMBERED: Final = re.compile(r"^\d{1,2}\s?[-–.)]\s+(?=[^\W\d])")
"""«1- زقاق في المدينة»: of several pictures."""
_WHOLE_IN_BRACKETS: Final = re.compile(r"\((?P<told>[^()]{12,})\)")
_BRACKETED_LAST: Final = re.compile(rf"(?P<body>.+?){BRACKETED.pattern}")
_SLASHED: Final = re.compile(
    r"(?P<body>\S+(?: [^\s/]+){3,}) ?/ (?:ت(?:صوير)?\s?:\s?)?"
    r"(?P<credit>[^\W\d][^\s/:]*(?: [^\s/:]+){0,2})"
)
_SOURCED_LAST: Final = re.compile(r"(?P<body>.+\S)[.،]?\s+(?:ال)?مصدر: (?P<credit>[^.:()]{2,40})")
_DASHED_LAST: Final = re.compile(
    r"(?P<body>[^.؟!…–—-]*[^.؟!…:،\s–—-]) [-–—] (?P<credit>[^\W\d][^.؟!:،/-]{1,20})"
)
"""«… في الحقل - رويترز»."""
_QUOTED_LAST: Final = re.compile(
    r"(?P<body>[^.؟!«»\"“”]+?)\s?[.،]{0,2}\s[«\"“](?P<paper>[^«»\"“”]{2,30})[»\"”]"
)
_DASHED: Final = re.compile(
    r"\s*(?:\s[-–—|/]|[-–—|/]\s|[.:]\s)\s*(?P<credit>[^-–—|/]{2,40}(?:\s?/\s?[^-–—|/]{2,20})?|"
    r"[A-Za-z][A-Za-z./&'-]+(?:[ /][A-Za-z./&'-]+){0,4})$"
)
_CREDIT_LENGTH: Final = 80
"""Characters at a line's end in which its credit is looked for, separators included."""
_SENTENCE_END: Final = re.compile(r"[.،,:]\s+|\s+[-–—|]\s+|\s+في\s+")
_AS_SEEN: Final = re.compile(
    r"\sكما\s+(?:(?:[تي]بدوا?|[تي]باع|[تي]ظهر|[تي]رى|بدت?|ظهرت?|رسم(?:ت|ها?)?|صو[ّ]?ر(?:ت|ها?)|[تي]?عرضت?|"
    r"[تي]بدو[اي]?ن|[تي]ظهر[او]?ن|التقطت(?:ها?)?)\s+(?:اليوم\s)?(?:من|في|على|[أا]مام|داخل)\s|"
    r"صو[ّ]?رت?(?:ه|ها|هم)\s(?:ال)?\w{3,}|بد(?:ا|ت)\s(?:من\s)?[اأ](?:لأسبوع|لشهر|ليوم|لعام|مس))"
)
"""«الأبراج كما تبدو من الميناء»."""
_SAYS_WHOSE: Final = re.compile(
    r"(?:(?<=\w)(?<!ال)(?=صورة من|تصوير|عدسة)|"
    r"\s+(?=Photo|Cr|Source|صورة من\s?:|(?:تصوير|عدسة)\s?:)|"
    r"\s*[-–—ـ|(\[/.]+\s*)(?:صورة من|(?:ال)?تصوير|عدسة|Photo|Cr[ée]dit|Source|"
    r"(?:مصدر|حقوق) الصورة)\s*[:：]\s*"
    r"(?P<credit>[^:：()\[\]]{2,60}?)\s*[)\]]?$"
    r"|\s[(\[]\s*(?:ال)?صورة\s*[:：]\s*(?P<photo>[^()\[\]]{2,40}?)\s*[)\]]$"
    r"|[.\s]\s*[(\[]?(?P<source>من المصدر)[)\]]?$"
    r"|(?:\s[-–—|]|(?<=[\u0621-\u064a])\s/)\s"
    r"(?P<archive>(?:صورة\s+)?[أا]رشيفية|(?:صورة )?من الأرشيف|[أا]رشيف)$"
    r"|\s[-–—|]\s(?:ال)?(?:صورة|مصدر):\s(?P<picture>[^:()\[\]]{2,40}?)$"
    r"|\s[-–—|]\s(?P<kind>تعبيرية|توضيحية|"
    r"من (?:[أا]رشيف|محفوظات|مقتنيات|مجموعة) [^:()\[\].]{3,40})$"
    r"|\s[-–—|/]\s(?:تصوير|عدسة)\s"
    r"(?P<by>[^\W\d]{2,}(?:\s[^\W\d]{2,}){1,3}|[^\W\d](?:\s?\.?\s?[^\W\d]){2,3})$",
    re.IGNORECASE,
)
"""«… في المتحف - تصوير: سامي حداد», and what some pages print without a space between."""
_INITIAL_NAME: Final = re.compile(r"[^\W\d]\s?\.\s?[^\W\d]{3,}")
_OF_SOURCE: Final = ("من المصدر", "من المصدر)", "رشيفية", "رشيف", "تعبيرية", "توضيحية")
_OF_ARCHIVE: Final = re.compile(r"\s[-–—|]\sمن (?:[أا]رشيف|محفوظات|مقتنيات|مجموعة)\s")
_ARCHIVED: Final = (
    *("(أرشيف)", "(الأرشيف)", "(أرشيفية)", "(صورة أرشيفية)", "(من الأرشيف)"),
    *("(تعبيرية)", "(صورة تعبيرية)"),
)
_COPYRIGHTED: Final = re.compile(r"\s*©\s*(?P<credit>[^©]{2,40})$")
_PHOTO_BY: Final = re.compile(r"[(\[]\s*Photo by [^()\[\]]{3,70}[)\]]\s*$", re.IGNORECASE)
_AGENCY_PHOTO: Final = re.compile(
    r"(?<![\w/])(?P<credit>(?:AP|AFP|EPA|EFE|DPA|REUTERS|Reuters|Getty)\s+(?:PHOTO|Photo|IMAGES|"
    r"Images)s?"
    r"(?:\s?/[A-Za-z .,'&/-]{2,60}|(?=\s*[)\]])))\s*[)\]]?$"
    r"|\bSIZE x SOURCE\s(?P<source>[!-~][ -~]{1,60})$"
)
"""«(AP Photo/…)», «AFP PHOTO / …», and how an agency ends what it says of a picture."""
_CREDIT_ENDS: Final = frozenset(f")]{string.ascii_letters}")
_TAKEN_BY: Final = re.compile(
    r"[^.؟!/–—-]*[^.؟!\s/–—-]\s*[(\[]\s*(?:(?:ال)?تصوير|ب?عدسة)\b\s*[:/-]?\s*"
    r"[^\W\d]{2,}(?:\s[^\W\d]{2,}){1,3}\s*[)\]]"
)
_TAKEN_WORDS: Final = range(4, 26)
_CREDITED_WORDS: Final = range(4, 21)
_PHOTOGRAPHED_WORDS: Final = range(6, 21)
_BETWEEN: Final = re.compile(r"\s*[-–—/،,]\s*")
_PERSON_CREDIT: Final = re.compile(r"^(?:تصوير|عدسة)\s*[:/]?\s*")
_OWNER: Final = re.compile(r"\w\s\(ال[^\W\d]{3,}(?:\s[^\W\d]+){1,4}\)$")
_BRACKET_ENDS: Final = (")", "]", ").", "].")
_SHORT_CREDIT: Final = re.compile(r"^[صت]\s?[.:]\s?(?=[^\W\d]{2,}(?:\s[^\W\d]{2,}){0,2}$)")
"""«ص. سامي حداد»."""
_CREDIT_FIRST: Final = re.compile(
    r"\[\s*(?:ال)?(?:صورة|تصوير|عدسة)\s*:\s*(?P<credit>[^\[\]:]{2,40})\]\s+(?P<body>\S.{6,})"
)
"""«[صورة: سامي حداد] رفوف المكتبة»."""
_LATIN_BEHIND: Final = re.compile(
    r"(?<=[\u0621-\u06d3»\"”\d])\s(?P<credit>(?P<agency>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+){0,2})"
    r"(?:\s?/\s?[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,2})?)$"
)
"""«… في النفق عام 2010 Keystone / AlpTransit»."""
_LATIN_CREDIT: Final = re.compile(r"[A-Za-z][A-Za-z.&'-]+(?:[ /][A-Za-z.&'-]+){0,4}")
_SHARED_CREDIT: Final = re.compile(
    r"[^\W\d_]{3,}(?:[ .-][^\W\d_]+){0,2}/[^\W\d_]{3,}(?:[ .-]?[\w]+){0,3}"
)
"""«Imago/Westend61», «الضفاف/سامي حداد»: an agency, and with whom or whose."""
_FILE_PHOTO: Final = re.compile(
    r"(?:صورة\s+)?(?:(?:من\s+)?(?:ال)?[أا]رشيفي?ة?|تعبيري[ةه])|ح\s?\.\s?م|Archive|"
    r"[أا]رشيف\s\S+(?:\s\S+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption without its credit; `dated` is the day that it ends in, which stays in its text."""

    text: str
    credit: str = ""
    dated: dating.Dated | None = None
    src: str = ""
    alt: str = ""
    beside: str = ""
    """Where a browser saved the picture beside its page."""


def with_labels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a text; a label of pictures that a page hides from the eye, «صدر الصورة،», has
    what stands right below on its own line.
    """
    found: list[Line] = []
    for line in lines:
        if found and not line.gap and _LABEL.fullmatch(label := found[-1].text):
            found[-1] = found[-1].saying(f"{label} {line.text}")
        else:
            found.append(line)
    return tuple(found)


def credit_line(text: str) -> str:
    """The credit of a line that is nothing else: «صورة: رويترز», «© AFP»; or ''."""
    bare = text[1:-1] if text[:1] in "([" and text[-1:] in ")]" else text
    match = _CREDIT_LINE.match(bare) if len(text) <= 90 else None
    if bare != text and (taken := _BY.fullmatch(bare)):
        return taken["name"]
    if bare != text and _OF_KIND.fullmatch(bare):
        return bare
    if bare != text and (photo := _PHOTO.fullmatch(bare)):
        return photo["credit"].strip()
    if match is None or labelled(text):
        return ""
    credit = match["credit"] or match["copyright"] or match["owner"] or match["archive"]
    return str(credit).strip(" :")


def labelled(text: str) -> str:
    """The caption of a line that says that it is one: «التعليق على الصورة، …», in brackets or
    without; or ''.
    """
    if text[:1] in _BULLETS and text[1:2] == " ":
        text = text[2:]  # «- صورة: …»
    match = _LABELLED.match(text)
    if match is None and text[:1] == "(" and text[-1] == ")":
        text = text[1:-1].strip()
        match = _LABELLED.match(text)
    if (shown := _OF_KIND_SHOWN.fullmatch(text)) and not gazetteer.is_agency(shown["shown"]):
        return shown["shown"]
    picture = match is None and text.startswith(_PICTURE)
    if picture and (few := _LABELLED_FEW.fullmatch(text)):
        return few["text"] if normalise(few["first"]) in _PLACED | _SEEN | _VIEWS else ""
    return str(match["text"] or match["within"] or match["kind"]) if match else ""


def kind_of(text: str) -> str:
    """What a line says of what kind a picture is, and nothing else: «أرشيفية»; or ''."""
    match = _LABELLED.match(text)
    return str(match["kind"] or "") if match else ""


def pictures(line: Line) -> bool:
    """The line says of what a picture is: it begins with one, in few words that end no sentence."""
    if not 1 < line.words <= _PICTURED_WORDS:
        return False
    pictured = line.text[0] in _FIRST_LETTERS and _PICTURED.match(line.text) is not None
    return (
        (pictured or (" كما " in line.text and _AS_SEEN.search(strip_marks(line.text)) is not None))
        and line.text[-1] not in _NO_CAPTION
        and _TELLS.search(line.text) is None
    )


def says_whose(line: Line) -> bool:
    """The line ends in whose picture it tells of: «… في المتحف - تصوير: سامي حداد»."""
    if line.words > _SAID_WORDS or line.mark:
        return False
    match = _SAYS_WHOSE.search(line.text, 1) if _may_say_whose(line.text) else None
    told = match is not None and not _is_writer(line.text[: match.start()])
    return told or ("©" in line.text[1:] and _COPYRIGHTED.search(line.text, 1) is not None)


def _is_writer(text: str) -> bool:
    """Whose words stand beside the photographer's: a known name, or one with an initial."""
    return gazetteer.is_person(text) or _INITIAL_NAME.fullmatch(text) is not None


def is_of_archive(text: str) -> bool:
    """It ends as no headline does: «… عام 1920 (أرشيف)»."""
    return text.endswith(_ARCHIVED)


def _may_say_whose(text: str) -> bool:
    """As few lines do."""
    if ":" in text or " تصوير " in text or " عدسة " in text or text.endswith(_OF_SOURCE):
        return True
    kept = "رشيف " in text or "محفوظات " in text or "مقتنيات " in text or "مجموعة " in text
    return kept and _OF_ARCHIVE.search(text) is not None


def is_of_part(line: Line) -> bool:
    """«جانب من الحضور»: no headline begins so, as those of other pictures do."""
    return _PART.match(line.text) is not None and pictures(line)


def shows(line: Line) -> bool:
    """The line says what a picture shows: of what it is, or who is doing what."""
    return pictures(line) or (
        _SHOWN.search(line.text) is not None and _TELLS.search(line.text) is None
    )


def shows_somebody(line: Line) -> bool:
    """Amid paragraphs, where headings stand too: the line begins with somebody or something that
    can be seen, and says what he is doing: «المحافظ خلال الجولة», «أحد القوارب لدى عودته».
    """
    first = normalise(line.text.partition(" ")[0])
    if ":" in line.text or _TELLS.search(line.text):
        return False
    if is_seen(line):
        return True
    if not _DOING.search(line.text):
        return False
    return first.startswith("ال") or first in _SEEN or not is_common(first)


def is_at_hour(line: Line) -> bool:
    """Amid paragraphs: the line has no verb, and says where and at what hour: «سحب ركامية فوق
    الساحل عصر الاثنين», «قاطفات الورد في الحقول عند الفجر».
    """
    if line.words not in _HOUR_WORDS or line.text[-1] in _NO_CAPTION or ":" in line.text:
        return False
    return _AT_HOUR.fullmatch(line.text) is not None


def is_seen(line: Line) -> bool:
    """The line names what stands or lies somewhere, or who is at work there, and where: «زقاق مسقوف
    في المدينة القديمة», «صياد ينشر شباكه على الرصيف».
    """
    if line.text[-1] in _NO_CAPTION or ":" in line.text:
        return False
    if any(shape.fullmatch(line.text) for shape in (_OF_YEAR, _OF_YESTERDAY, _ON_SHOW)):
        return True
    named = _NAMED_AT.match(line.text)
    if named and gazetteer.is_person(named["name"]):
        return True
    first = normalise(line.text.partition(" ")[0])
    if first in _PLACED and _WHERE.fullmatch(line.text):
        return True
    long = line.words >= _SEEN_WORDS and not any(map(line.text.__contains__, '«"“؟'))
    if first in _SEEN and long and _WHERE.fullmatch(line.text):
        return True
    at_work = _BESIDE.search(line.text) or _AT_WORK.search(line.text)
    return at_work is not None and (first in _SEEN or first in _PLACED)


def quoted_last(line: Line) -> Caption | None:
    """A line that ends in what stands in quotation marks, if that is whose picture it tells of:
    «زوار في السوق. «الضفاف»».
    """
    if line.text[-1] not in '»”"' or line.words not in _CREDITED_WORDS:
        return None
    match = _QUOTED_LAST.fullmatch(line.text)
    return Caption(match["body"], match["paper"]) if match else None


def begins_as_seen(line: Line) -> bool:
    """The line begins with what stands or lies somewhere: «واجهة المحطة المركزية»."""
    return normalise(line.text.partition(" ")[0]) in _PLACED and line.text[-1] not in _NO_CAPTION


def is_of_photo(text: str) -> bool:
    """The line ends as agencies end what they write below their pictures: in «(Photo by …)», in
    «(AP Photo/…)».
    """
    if text[-1] not in _CREDIT_ENDS:
        return False  # as most lines
    return _PHOTO_BY.search(text) is not None or _AGENCY_PHOTO.search(text) is not None


def is_taken_by(line: Line) -> bool:
    """The line is no sentence, and ends in who took the picture: «… (تصوير سامي حداد)». One with a
    dash is a dateline, and names its writer too.
    """
    taken = line.text[-1] in ")]" and line.words in _TAKEN_WORDS
    return taken and _TAKEN_BY.fullmatch(line.text) is not None


def is_credited(line: Line) -> bool:
    """The line is no sentence, and ends in an agency in brackets, «… في الحقل (رويترز)», or behind
    a slash; or in what kind of picture it is, with a full stop or without: «… عام 1978 (أرشيف
    العائلة).».
    """
    if line.words not in _CREDITED_WORDS or line.mark:
        return False
    parted = _SLASHED.fullmatch(line.text) if " / " in line.text else None
    if parted is None and (" - " in line.text or " – " in line.text or " — " in line.text):
        parted = _DASHED_LAST.fullmatch(line.text)
    if parted:
        return gazetteer.is_agency(parted["credit"]) or _latin_credit(line.text) is not None
    if not line.text.endswith(_BRACKET_ENDS):
        return _latin_credit(line.text) is not None
    credit = BRACKETED.search(line.text)
    if credit is None or not credit.start():
        return False
    if line.text[-1] == ".":  # sentences too end so, behind an agency
        return _FILE_PHOTO.fullmatch(credit["credit"]) is not None
    return _is_agency(credit)


def is_by_photographer(line: Line) -> bool:
    """The line is no sentence, and ends in a person's name in brackets, as no headline does: «… في
    واجهة القصر (سامي حداد)».
    """
    if line.text[-1] != ")" or line.words not in _PHOTOGRAPHED_WORDS or line.mark:
        return False
    credit = BRACKETED.search(line.text)
    return credit is not None and gazetteer.is_person(credit["credit"])


def is_sentence(text: str) -> bool:
    """It ends in a full stop, and not in whose picture it tells of."""
    return text[-1] == "." and not text.endswith(_BRACKET_ENDS)


def may_name_owner(text: str) -> bool:
    """It ends in brackets in what may be an institution, as no headline does: «… في البحر (الجمعية
    البحرية)».
    """
    return text[-1] == ")" and _OWNER.search(text) is not None


def _is_agency(credit: re.Match[str]) -> bool:
    name, before = credit["credit"].strip(' .«»"'), credit.string[: credit.start()]
    known = gazetteer.is_agency(name) or _FILE_PHOTO.fullmatch(name) is not None
    known = known or _SHORT_CREDIT.match(name) is not None
    known = known or _SHARED_CREDIT.fullmatch(name) is not None
    known = known or (before.endswith(" -") and gazetteer.is_person(name))
    return known and before[-1] not in '.؟!…»":،'


def bracketed_agency(text: str) -> str:
    """The agency of a line such as «(رويترز)», which is a picture's above a text, or of one that
    only sells pictures, or that names its photographer, «Sputnik / …»; or ''.
    """
    bare = text.strip("()[] .-–—")
    agency, slash, name = bare.partition(" / ")
    if len(agency) > gazetteer.LONGEST_AGENCY:
        return ""  # as most lines
    if key(agency) in gazetteer.PHOTO_AGENCIES:
        return bare
    if slash and agency.isascii() and gazetteer.is_agency(agency):
        return "" if gazetteer.is_agency(name) else bare
    return bare if text[:1] == "(" and text[-1:] == ")" and gazetteer.is_agency(bare) else ""


def read(text: str, today: date) -> Caption:
    """Part a caption from the agency or photographer at its end, and find the day it ends in."""
    whole = _WHOLE_IN_BRACKETS.fullmatch(text)
    if whole and (inner := read(whole["told"], today)).credit:
        return inner
    body, credit = text, ""
    first = _CREDIT_FIRST.fullmatch(text) if text[:1] == "[" else None
    told = _COPYRIGHTED.search(text, 1) if "©" in text[1:] else None
    if known := first or told:
        body = first["body"] if first else text[: known.start()].rstrip(" -–—|/")
        return Caption(body, known["credit"].strip())
    if _may_say_whose(text) and (told := _SAYS_WHOSE.search(text, 1)):
        body = text[: told.start() + (text[told.start()] == ".")].rstrip(" -–—|/(")
        return Caption(body, next(filter(None, told.groups())).strip(), _last_date(body, today))
    shot = text.rstrip()[-1:] in _CREDIT_ENDS and not _PHOTO_BY.search(text)
    if shot and (told := _AGENCY_PHOTO.search(text)):
        return Caption(text[: told.start()].rstrip(" -–—|/(["), told["credit"] or told["source"])
    if latin := _latin_credit(text):
        body = text[: latin.start()]
        return Caption(body, latin["credit"], _last_date(body, today))
    for pattern in (BRACKETED, _DASHED):
        match = pattern.search(text, max(1, len(text) - _CREDIT_LENGTH))
        bracketed = pattern is BRACKETED
        if match and (name := _credit(match["credit"], bracketed=bracketed)):
            body, credit = text[: match.start()].rstrip(" -–—|/"), name
            break
    return Caption(body, credit, _last_date(body, today))


def _latin_credit(text: str) -> re.Match[str] | None:
    """A known agency in Latin letters behind the words of a caption, and nothing between."""
    last = text[-1:]
    told = _LATIN_BEHIND.search(text) if last.isascii() and last.isalnum() else None
    return told if told and gazetteer.is_agency(told["agency"]) else None


def by_place(text: str, today: date) -> Caption:
    """As `read`, of a line whose place shows it to be a caption: what its last brackets hold, or a
    slash parts from it, is whose the picture is, whoever that is.
    """
    text = _NUMBERED.sub("", text)
    caption = read(text, today)
    told = None
    if not caption.credit:
        told = _BRACKETED_LAST.fullmatch(text) or _SLASHED.fullmatch(text)
        told = told or _SOURCED_LAST.fullmatch(text)
    if (
        told is None
        or told["credit"].count(" ") >= _OWNER_WORDS
        or dating.has_digit(told["credit"])
    ):
        return caption
    body = told["body"].rstrip(" -–—|/")
    return Caption(body, told["credit"].strip(), _last_date(body, today))


def _credit(text: str, *, bracketed: bool = False) -> str:
    """Whose a picture is; `bracketed`, a person's name is enough."""
    bare = _SHORT_CREDIT.sub("", text.strip(' .«»"'))
    if bare.lower().startswith("photo by "):
        return bare[9:].strip()
    if bare != text.strip(' .«»"') or _LATIN_CREDIT.fullmatch(bare):
        return bare
    named = _PERSON_CREDIT.sub("", bare)
    several = [part for part in _BETWEEN.split(bare) if part]
    if len(several) > 1 and any(map(_credit, several)):
        return bare
    if gazetteer.is_agency(bare) or gazetteer.is_outlet(bare) or _FILE_PHOTO.fullmatch(bare):
        return bare
    if bracketed and (gazetteer.is_person(bare) or attribution.is_paper(bare)):
        return bare
    return named if named != bare and gazetteer.may_be_person(named) else ""


def _last_date(text: str, today: date) -> dating.Dated | None:
    """The date that ends a caption, after a full stop, a comma, a dash or «في»."""
    tail = text.rstrip(" .")
    start = max(0, len(tail) - 60)
    if not dating.has_digit(tail, start):
        return None
    for match in _SENTENCE_END.finditer(tail, start):
        if dated := dating.read(tail[match.end() :], today):
            return dated
    return None
