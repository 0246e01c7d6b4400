"""Noise: what a page or a wire leaves around a text and in it that says nothing of it.

Rules, counters, clocks, pieces of programs and of HTML, what an agency puts around a story.
"""

import re
from typing import Final

from warraq.importer.language import LETTER
from warraq.importer.lines import Line, are_menu_items, key

_ADVERTS: Final = frozenset(
    key(text)
    for text in (
        "إعلان",
        "إعلانات",
        "ads",
        "إعلان اقرأ المزيد",
        "إعلانات Google",
        "إعلانات جوجل",
        "إعلانات غوغل",
        "إضافة إعلان",
        "تخطي إعلان",
        "تخطي الإعلان",
        "محتوى إعلاني",
        "إعلان ممول",
        "إعلان مدفوع",
        "محتوى ممول",
        "ads",
        "advertising",
        "sponsored",
        "مادة إعلانية",
        "مساحة إعلانية",
        "إشهار",
        "مساحة إشهارية",
        "Publicité",
        "Advertisement",
    )
)
_FRAME: Final = re.compile(
    r"\(\s*تقرير\s[إا]خباري\s*\)|"
    r"[-–—/*\s]*\(?\s*(?:انتهى|انتهت|النهاية|يتبع|نهاية الخبر|"
    r"ا\s?ن\s?ت\s?ه\s?ى)\s*\)?\s*[-–—/*]*(?:[\s/.]+[ء-ي](?![^\W\d_])|[\s/.])*\d{0,3}|"
    r"[/(\s]*انتهى[/)\s]*\d{1,4}\s*/?\s*[ء-ي](?:\s?[./]?\s?[ء-ي])?|"
    r"\(?\s*(?:البقية|التتمة|تتمة|بقية)\s*(?:في|على)?\s*(?:ال)?ص(?:فحة)?\.?\s*\d{1,3}\s*\)?|"
    r"={4,}\s*(?:[ء-ي]\s?\.\s?){1,4}[ء-ي]?|\(?\s*(?:ال)?تتمة\s*\)?|"
    r"[إا]ضافة\s+(?:أولى|ثانية|ثالثة|رابعة|خامسة|سادسة|أخيرة)(?:\s+و\s?أخيرة)?|"
    r"\d{1,2}:\d{2}\s*(?:ت\s*\.?\s*(?:م|غ|ج|ع)\.?|جمت|GMT)|"
    r"(?:[^\W\d]{2,6}\s?)?\d{4}(?:\d\d)?\s*(?:جمت|GMT)(?:\s[\d/.-]+|\s[ء-ي]{3,5}\s\d{2,4})?|"
    r"[^\s/]+(?:\s[^\s/]+){0,3}/[^/]{2,40}/\s?[إا]ضافة\s[^/]{3,30}|"
    r"\(?\d{1,4}\s(?:كلمة|كلمات)\)?|\(\s*زائرة?\s*\)"
)
_LONGEST_FRAME: Final = 120
_STAMP: Final = re.compile(
    r"(?:[أا]مس|اليوم|\d{1,2}\s[^\W\d]{3,8}(?:\s\d{4})?)\s?[,،]\s?\d{1,2}:\d{2}\s(?:GMT|ت\.?\s?غ\.?)"
)
_PORTRAIT: Final = "صورة "
_RULE: Final = re.compile(r"[-=*~_ـ—–#+|•/\\<>{}\s]{2,}|[|•]")
_FOOT_OF_POST: Final = re.compile(
    r"(?:[-–—]{1,2}\s?|تمت مشاركة منشور بواسطة\s|منشور تمت مشاركته بواسطة\s|"
    r"(?:A post shared by|Une publication partagée par)\s)"
    r"[^()]{2,60}\(@[\w.]{2,30}\)(?:\s[^.؟!]{4,24})?"
)
_HEAD_OF_POST: Final = frozenset(
    map(key, ("عرض هذا المنشور على Instagram", "View this post on Instagram"))
)
_CHANNEL: Final = re.compile(r"(?:https?://)?(?:t\.me|wa\.me|telegram\.me|chat\.whatsapp\.com)/\S+")
"""Where readers may follow a page."""
_PICTURE_OF_POST: Final = re.compile(r"[. ]*(?:https?://)?pic\.(?:twitter|x)\.com/\w{4,14}")
_LIKED: Final = re.compile(
    r"(?:\d[\d.,٬]*\s?(?:[إا]عجاب|تعليق|مشارك|مشاهد|likes?|comments?|shares?)\S{0,3}[\s·•|,،]*){2,}",
    re.IGNORECASE,
)
"""«214 إعجابا · 37 تعليقا»."""
_NUMBER: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBER_LENGTH: Final = 36
_LONGEST_CLOCK: Final = 50
_SYMBOLS: Final = "\u2190"
_PICTOGRAM: Final = re.compile("^[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+\\s*")
"""A sign before a counter: «👁 1,284 مشاهدة»."""
_LONGEST_PLAYER: Final = 90
_SCRIPTS: Final = (
    *("جافا سكر", "جافاسكر", "javascript", "java script", "برنامج النصوص", "فلاش بلاير"),
    *("فلاش بليير", "ريال بلاير", "ويندوز ميديا"),
)
_LONGEST_END: Final = 24
_SPEED: Final = r"\d\.\d{1,2}\s?x"
"""Of a player: «1.0x»."""
_PLAYER: Final = re.compile(
    r"\[?video\]?|(?:استمع|الاستماع|استماع)\s(?:(?:لل|[إا]لى ال)\S+\s)?\d{1,2}:\d\d|"
    r"(?:استمع|استماع|الاستماع)\s(?:لل|[إا]لى ال)(?:خبر|مقال|قصة|تقرير)\s\d(?:\.\d)?x|"
    rf"\d{{1,2}}:\d\d\s*/\s*\d{{1,2}}:\d\d|{_SPEED}|"
    r"(?:video |audio )?player is loading\.?|(?:video|audio) player|0?0:00(?::00)?|"
    r"تشغيل (?:الفيديو|الصوت|المقطع)|"
    r"تعذ[ّ]?ر (?:تشغيل|تحميل|عرض) (?:هذا )?(?:الفيديو|الصوت|المقطع)\b(?:\.\s[^.]{4,60}\.?)?|"
    r"(?:(?:عذر|عفو)(?:ا|اً|ًا)[،,]?\s)?(?:لا يدعم متصفحك|متصفحك لا يدعم)\s(?:تشغيل\s)?"
    r"(?:هذا ال)?[^\s.]+(?:\s[^\s.]+)?\.?|(?:(?:ال)?سرعة\s)?\d(?:\.\d{1,2})?\s?x|"
    r"مدة (?:الفيديو|المقطع|التسجيل)\b.{0,40}|مشاهدة (?:الفيديو|المقطع)(?:\s*\d{1,2}:\d\d)?|رابط دائم\s+https?://\S+|"
    r"\d+ seconds? of \d.{0,40}|شاهد (?:ملخص المباراة|الفيديو)|مشغل (?:الصوت|الفيديو)|"
    r"play(?: (?:video|audio))?",
    re.IGNORECASE,
)
_PAGE_NUMBER: Final = re.compile(
    r"(?:ال)?صفحة(?: رقم)? \d{1,4} (?:من|/) \d{1,4}|\d{1,3}(?:\s?\|\s?(?:\d{1,4}|\.{2,3}|…)){2,}|"
    r"page \d{1,4} (?:of|/|sur) \d{1,4}",
    re.IGNORECASE,
)
_BESIDE_PLAYER: Final = re.compile(
    r"(?:استمع|استماع|شاهد|(?:ال)?فيديو|(?:ال)?صوت|تشغيل|مقطع (?:فيديو|صوتي))\s?:?|\d{1,2}:\d\d|"
    r"(?:شاهد|استمع إلى) (?:ال)?(?:تقرير|فيديو|مقطع|حلقة|مقابلة)(?: \S{3,9})?"
)
_LENGTH: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d\d")
_PICTURE_OF: Final = re.compile(r"(?:ال)?صورة\s\d{1,3}\s(?:من|/)\s\d{1,3}")
_PICTURE: Final = re.compile(rf"(?:ال)?صورة(?:\s*:)?|{_PICTURE_OF.pattern}|Image|Photo")
_ENLARGES: Final = frozenset(("تكبير الصورة", "تصغير الصورة", "عرض الصورة", "شاهد الصورة"))
_CODE: Final = re.compile(
    r"\bfunction\s*\w*\s*\(|\b(?:var|let|const)\s+\w+\s*=|\)\s*;\s*$|\}\s*\)?\s*;?\s*$|"
    r"\b(?:window|document)\.\w+|^/\*|\*/$"
)
"""Of a line without any Arabic letter: a piece of a page's program."""
_PROGRAM: Final = re.compile(
    r"^(?:var|let|const)\s[\w$]+\s?=|^function\s?\w*\(|"
    r"\badsbygoogle\b|\bgoogletag\.|\bgtag\(|\bdataLayer\b|\bfbq\(|\b_taboola\b|\btwttr\.|"
    r"""\{\s*"@context"\s*:|\{\{.*\}\}"""
)
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
    rf"(?:(?:حوالي|نحو|[أا]كثر من|[أا]قل من)\s+)?"
    rf"(?:قليل|{_SPAN}(?:\s+و\s*{_SPAN})?|(?:{_TIME}|{_COUNTED_TIME})\s+\d{{1,2}})(?:\s?في)?|"
    r"(?:(?:about|over|almost|posted|updated|published)\s+)?(?:\d{1,3}|an?|one|two|three)\s*"
    r"(?:(?:second|sec|minute|min|hour|hr|day|week|month|year)s?|[smhdw])\s+ago|just now|"
    rf"{_SPAN}(?:\s(?:واحد|واحدة))?\s(?:مضى|مضت|مضيا|مضين)|"
    r"il y a\s+(?:\d{1,3}|une?)\s+(?:(?:minute|heure|jour|semaine|an)s?|mois)",
    re.IGNORECASE,
)
"""«منذ أسبوعين», «قبل 3 ساعات», «2 hours ago»: true on the day on which the page was saved."""
_SIZES: Final = (
    (
        r"(?=[\sAaتعاأخ|]*[+-])(?:[-+]?\s*[Aaتعاأخ]\s*[-+]?[\s|-]*){1,4}"
        r"(?:الحجم الطبيعي|حجم الخط|الحجم)?"
    ),
    r"(?:[Aaعت]\s+){1,3}[Aaعت]",
    r"(?:[•·▪*+-]\s*)?(?:Aa?|[عاأخت])(?:\s*[+-])?(?:\s*[•·▪|]\s*(?:Aa?|[عاأخت])(?:\s*[+-])?)*",
)
"""Buttons for the size of letters: «A+ A-»."""
_SIZE_BUTTONS: Final = re.compile(rf"(?=.*[+•·▪|-]|Aa)(?:{'|'.join(_SIZES)})", re.IGNORECASE)
_LONGEST_FORUM: Final = 70
_FORUM: Final = re.compile(
    r"\S.*\sغير متواجد حالي(?:ا|اً|ًا)|\S.*\sمتواجد حالي(?:ا|اً|ًا)|"
    r"(?:تاريخ التسجيل|المشاركات|معدل تقييم المستوى|الدولة|رقم العضوية|عدد النقاط)\s*:\s*\S.{0,20}|"
    r"عضوة? (?:ذهبي|نشيط|جديد|مميز|فعال|متألق|ماسي|فضي|برونزي|شرف)[ةه]?|مراقب عام|"
    r"اسم المستخدم.{0,3}حفظ البيانات؟|إضافة رد|رد مع اقتباس|أدوات الموضوع|"
    r"[اأ]نواع عرض الموضوع|لا تستطيع (?:إضافة|الرد|إرفاق|تعديل) \S+(?: \S+)?|"
    r"(?:BB code|Trackbacks|Pingbacks|Refbacks)\s.{2,20}|كود (?:\[IMG\]|HTML)\s.{2,12}|"
    r"الابتسامات \S+|__+",
    re.IGNORECASE,
)
_SIZE_OF_LETTERS: Final = "حجم الخط"
_SIZE_LABELS: Final = re.compile(
    rf"(?:(?:تصغير|زيادة|تكبير|تقليل)\s)?{_SIZE_OF_LETTERS}"
    rf"(?:\s(?:تصغير|زيادة|تكبير|تقليل)\s{_SIZE_OF_LETTERS})+"
)
"""As one program prints their names, one behind the other."""
_LETTER_BUTTONS: Final = re.compile(r"(?:[fgptwx@+]\s+){2,}[fgptwx@+]", re.IGNORECASE)
"""«f t w @»."""
_LONGEST_BUTTONS: Final = 40
_MEDIA: Final = (
    r"[(\[]\s*(?:مع\s+)?(?:ال)?(?:صور[ةه]?|فيديو)(?:\s*[+و،/]\s*(?:ال)?(?:صور|فيديو))?\s*[)\]]",
    r"logo|news-picture|image|img|icon|avatar|thumbnail|alt=\".*|src=\".*",
    r"\[(?:IMG|INLINE|LINK|EMBED|[\w.-]+\.(?:png|jpe?g|gif|svg))\]",
    r"\[?\s*!\[[^\[\]]*\]\([^()\s]*\)\s*(?:\]\([^()\s]*\))?",
    r"(?:https?://)?\S+\.(?:jpe?g|png|gif|webp|svg)\S*",
    _NUMBER.pattern,
    (
        r"\S.{0,80}\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)"
        r"(?:\s*\([\d.,٫]+\s*(?:كيلو|ميغا|ميجا)?\s?(?:بايت|[kmg]b|ك\.?ب|م\.?ب)\))?"
    ),
)
_FILE_NAME: Final = re.compile(
    r"(?:https?://)?[^\s/]+\.(?:jpe?g|png|gif|webp|bmp|heic|mp4)(?:\?\S*)?|"
    r"(?:[\w.+~()-]*%[0-9a-f]{2}){3,}[\w.+~()%-]*|"
    r"(?:(?:fb_)?img|dsc[nf]?|pxl|vid|pic|image|photo|picture|screen\s?shot|capture|untitled|"
    r"unnamed|"
    r"download|whatsapp image|صور[ةه]|لقطة شاشة)[ _-]*\(?\d"
    r"(?:[\d\s._:()-]|at|wa|copy|scaled|edited|[ap]m|e|x)*|"
    r"(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{16,}",
    re.IGNORECASE,
)
"""What a picture is called where it lies: by its camera, by a program, by an address."""
_LONGEST_FILE_NAME: Final = 400
_LONGEST_WORD: Final = 28
_LONGEST_MENU: Final = 400
_MENU_WORD: Final = re.compile(
    r"(?:الرئيسية|سياسة|اقتصاد|إقتصاد|رياضة|ثقافة|منوعات|محليات|دوليات|أخبار|تكنولوجيا|صحة)(?=[ء-ي]{3})\S*"
    r"(?:سياسة|اقتصاد|إقتصاد|رياضة|ثقافة|منوعات|محليات|دوليات|أخبار|تكنولوجيا|صحة|فيديو|مقالات)"
)
_BARS: Final = 3
_BETWEEN_HEADLINES: Final = (" * ", " • ", " ■ ", " ● ")
_HEADLINE: Final = r"(?:[^\s.؟!*•■●]+\s){3,}[^\s.؟!*•■●]+"
_HEADLINES: Final = re.compile(rf"{_HEADLINE}(?:\s[*•■●]\s{_HEADLINE}){{2,}}")
"""Of four words and more each: a writer, a day and how long a text is read are none."""
_COUNTERS: Final = (
    r"(?:(?:views?|hits|comments?|shares?|likes)\s*:?\s*\d+[\s|,·-]*)+|\d+ comm?entaires?",
    r"(?:عدد\s+)?(?:ال)?(?:قراءات|مشاهدات|زيارات|زوار|تعليقات)\s*:?\s*[\d,٫٬]+|مشاهد(?:ة|ات)",
    r"[\d\s,.٫٬]+(?:زيارة|زيارات|مشاهدة|مشاهدات|قراءة|قراءات|مشاركة|مشاركات|شارك|شوهد|views?|shares?)",
    (
        r"(?:مشاهدة|قراءة|زيارة)\s*:?\s*[\d,٫٬]+|شوهد\s*:?\s*[\d,]+\s(?:مرة|مرات)|(?:affichages|lectures|"
        r"vues)\s*:\s*\d+"
    ),
    (
        r"\(?[\d.,]*\s*\(?[\d,]+\s(?:صوت|[أا]صوات|صوتا|تقييم\S*)\)?|"
        r"[★☆⭐\s]{3,}(?:[\d.]+)?\s*(?:\(\d+\s\S+\))?"
    ),
    r"يوم\s*:?\s*\d{1,2}\s*شهر\s*:?\s*\d{1,2}\s*سنة\s*:?\s*\d{4}(?:\s[^\W\d]+)?",
    r"(?:رقم\s+)?(?:ال)?عدد\s*(?:رقم)?\s*:?\s*[\[(]?\d{1,6}[\])]?",
    (
        r"(?:ال)?عدد\s*:?\s*\d{1,6}\s*[-–—،,|/]\s*(?:شهر\s)?[^\W\d]+(?:\s?[/(]?\s?[^\W\d]+\)?){0,2}\s*\d{4}"
        r"\s*(?:هـ?|م)?(?:\s*[/–-]\s*[^\W\d]+(?:\s[^\W\d]+)?\s\d{4}\s?م?)?"
    ),
    r"(?:[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s?\d{1,6}\s*)+",
    r"[◄▼►▶◀]\s*[^()]{2,40}\(\d{1,5}\)|[^\W\d]+(?:\s[^\W\d]+)?\s\(\d{1,4}\)",
)
_CLOCKS: Final = (
    r"\d{1,2}(?::\d{2}){1,2}\s*/\s*\d{1,2}(?::\d{2}){1,2}(?:\s*(?:جمت|GMT|ت\.?\s?غ\.?))?",
    r"(?:مدة (?:الفيديو|المقطع|التسجيل)\s*:?\s*)?(?:\d+\s(?:hours?|minutes?|seconds?)\s?){1,3}",
    r"مدة (?:الفيديو|المقطع|التسجيل)\s*:?\s*[\d:,٠-٩]+(?:\s*(?:دقيقة|دقائق|ثانية|ثوان|ثواني))?",
    (
        r"(?:[•·]\s*)?(?:(?:الساعة|التوقيت|الوقت|توقيت)(?:\s+الآن)?\s*:?\s*)?\d{1,2}(?::\d{2}){1,2}"
        r"\s*(?:ص|م|صباحا|صباحًا|مساء|مساءً|[ap]m)?(?:[\s,،]+بتوقيت\s+\S+(?:\s\S+)?)?"
    ),
    (
        r"(?:page|total|execution|load|generated|generation|render|process|script)"
        r"(?=.*(?:time|second|sec\b))[a-z\d\s:.,()]*\d[a-z\d\s.,()]*"
    ),
    (
        r"(?:تم|زمن|مدة|وقت|سرعة)\s(?:توليد|[إا]نشاء|تحميل|تنفيذ|تكوين|فتح)\s(?:هذه\s)?الصفحة\b"
        r"[^\d]{0,20}[\d.,]+\s*ثانية\.?"
    ),
    (
        r"(?:(?:وقت|مدة|زمن) القراءة\s*:?\s*)?(?:أقل من\s+)?"
        r"(?:قراءة\s*:?\s+)?(?:[\d,٬.]+\s+){0,2}(?:\d+\s*[-–—]\s*)?\d*\s*(?:دقيقة|دقيقتان|دقيقتين|"
        r"دقائق|د)(?:\s+واحدة)?"
        r"(?:\s+(?:لل)?قراءة)?|(?:\d+\s*[-–—]\s*)?\d+\s*min(?:ute)?s?(?:\s+read)?"
    ),
)
_WEATHER: Final = (
    r"(?:-?\d[\d.]*\s*[°º]\s*C?[\s~/|-]*){2,}",
    r"[•·]?\s*-?\d[\d.]*\s*(?:[°º]\s*[cfم]?|[℃℉]|\s[CF](?!\w))\s*[^\W\d]*(?:[\s,،]+[^\W\d]+){0,2}",
    r"[^\W\d]++(?:\s[^\W\d]++)?\s*-?\d[\d.]*\s*(?:[°º]\s*[cfم]?|[℃℉])",
    r"[^\W\d]++(?:\s[^\W\d]++)?\s+-?\d{1,2}\s*/\s*-?\d{1,2}",
)
_PRAYERS: Final = (
    r"(?:الفجر|الصبح|الشروق|الظهر|العصر|المغرب|العشاء)\s*:?\s*\d{1,2}:\d{2}(?:\s*[صم])?",
)
_READING: Final = re.compile(
    r"(?:وقت|مدة|زمن) القراءة\s*:?\s*.{1,20}|.{1,12}\s(?:لل)?قراءة|"
    r"قراءة\s(?:\d{1,2}\s)?(?:دقيقة|دقيقتان|دقيقتين|دقائق)(?:\sواحدة)?"
)
_READERS: Final = re.compile(
    r"\d[\d.,٬]*\s?(?:مشاهد(?:ة|ات)|قراء(?:ة|ات)|زيار(?:ة|ات)|views?)|"
    r"(?:عدد )?(?:ال)?(?:مشاهدات|قراءات|زيارات)\s?:?\s?\d[\d.,٬]*",
    re.IGNORECASE,
)
_LANGUAGE: Final = (
    r"(?:العربية|عربي|English|Fran[çc]ais|Español|Deutsch|Русский|Türkçe|Italiano|Português|中文|日本語|"
    r"فارس[یي]|[کك]ورد[یيى]|اردو|Kurdî|Soomaali|עברית|EN|FR|AR|ع)"
)
_LANGUAGES: Final = (rf"{_LANGUAGE}(?:[\s|/•·،,-]+{_LANGUAGE})+",)
"""In which else a page may be read."""
_EDITED: Final = (
    r"آخر (?:تعديل|تحديث)\s*:?\s*(?:ال[^\W\d]+\s+)?\d{1,2}:\d{2}(?:\s*(?:[AP]M|ص|م|صباحا|مساء))?",
)
_WORDLESS: Final = (r"[\W\d_ـ]*|\w{1,2}",)
_NOISE: Final = re.compile(
    "|".join(
        (
            *_SIZES,
            _SPEED,
            *_MEDIA,
            *_COUNTERS,
            *_CLOCKS,
            *_LANGUAGES,
            *_EDITED,
            *_WORDLESS,
            *_WEATHER,
            *_PRAYERS,
        )
    ),
    re.IGNORECASE,
)
_SCRAP: Final = re.compile(
    r"""(?:alt|src|class|style|title)=["'][^"']*["']?\s*/?>?|"""
    r"""(?:\[(?:[\W_]*|\s*(?:Tweet|Twitter|X|Facebook|WhatsApp|Telegram|LinkedIn|Email|Share|Pin)\s*)\]"""
    r"""\([^()\s]*\)\s*)+""",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = re.compile(
    r"(?:صفحة جديدة|new page|untitled(?: document)?|مستند (?:جديد|بدون عنوان))(?:\s*\d{1,3})?|"
    r"(?:no|add|enter|insert|image|photo|picture)\s(?:(?:image|photo|picture|a|your)\s)*"
    r"caption(?:\s(?:here|available))?\.?|"
    r"no (?:(?:photo |image |alt )?(?:description|text)|image|photo) available\.?|"
    r"(?:image|photo) may contain\b.*|may be an? (?:\w+ )?(?:image|photo|graphic|illustration)\b.*|"
    r"مصدر الصورة\s*:?|"
    r"لا (?:يتوفر|يوجد) (?:وصف|تعليق|نص بديل)(?: متاح)? (?:للصورة|لهذه الصورة|على الصورة)\.?|"
    r"قد تكون صورة (?:مقربة )?(?:لـ*\s?)?(?:\d+ )?(?:شخص|أشخاص|نص)\b.{0,80}|"
    r"ربما تحتوي الصورة على: .{1,90}|لا توجد صورة(?: متاحة)?",
    re.IGNORECASE,
)
READ_ON: Final = r"شاهد(?:وا)?|[اإ]قر[أا](?:وا)?|طالع(?:وا)?"
MORE: Final = r"المزيد|التفاصيل|القصة كاملة"
"""With which a page leads on from a text, in brackets."""
_POINTER: Final = re.compile(
    rf"\(\s?(?:(?:{READ_ON}|استمع(?:وا)?|انظر)\s[^()]{{2,30}}|(?:{MORE})\s?)\)"
)
_LOGO_NAME: Final = re.compile(r"(?:لوغو|لوجو|شعار)\s+\S+(?:\s+\S+){0,2}")
_LOGO: Final = re.compile(r"https?://\S*logo\S*\.(?:jpe?g|png|gif|webp|svg)\S*", re.IGNORECASE)


def is_of_forum(text: str) -> bool:
    """What a forum's program says of a thread, of who wrote in it, and of what he may do."""
    return len(text) < _LONGEST_FORUM and _FORUM.fullmatch(text) is not None


def is_noise(text: str) -> bool:
    """No words in it: a rule, a bar, a counter, a clock, one or two letters, a picture's address, a
    piece of a program.
    """
    if text[0] > _SYMBOLS:
        text = _PICTOGRAM.sub("", text) or text
    known = _NOISE.fullmatch(text) is not None or is_clock(text) or is_code(text)
    known = known or is_of_player(text) or is_page_number(text) or is_glued_menu(text)
    return known or is_file_name(text) or is_of_forum(text)


def is_portrait(line: Line, below: Line | None = None) -> bool:
    """«صورة سامي حداد», where the line below begins with him: a writer's, beside his name."""
    if below is None or not line.text.startswith(_PORTRAIT):
        return False
    return below.text.startswith(line.text.removeprefix(_PORTRAIT))


def tells_reading(text: str) -> bool:
    """How long a text is read: «مدة القراءة: دقيقتان»."""
    return _READING.fullmatch(text) is not None


def counts_readers(text: str) -> bool:
    """How many have read a text: «5,417 مشاهدة»."""
    return _READERS.fullmatch(text) is not None


def is_page_number(text: str) -> bool:
    """«صفحة 1 من 2», «1 | 2 | 3 | ... | 21»."""
    return len(text) < _LONGEST_CLOCK and _PAGE_NUMBER.fullmatch(text) is not None


def is_menu_bar(text: str) -> bool:
    """The items of a menu on one line, parted by bars: four or more, of a word to three; or three
    headlines or more, parted by two bars each, or by stars or dots.
    """
    for mark in _BETWEEN_HEADLINES:
        if text.count(mark) > 1:
            return _HEADLINES.fullmatch(text) is not None
    if text.count("|") < _BARS:
        return False
    return text.count("||") > 1 or are_menu_items(text.split("|"))


def is_file_name(text: str) -> bool:
    """The name of a picture's file: «IMG_2031», «image 1743889397», «%d8%a7%d8%b3-2»."""
    if "ء" <= text[0] not in "صل" and (" " in text or text[-1] >= "{"):
        return False  # as most lines
    return len(text) < _LONGEST_FILE_NAME and _FILE_NAME.fullmatch(text) is not None


def is_glued_menu(text: str) -> bool:
    """The items of a menu that a program wrote as one word, «الرئيسيةسياسةرياضةاقتصاد»: nobody
    writes one so long.
    """
    if len(text) > _LONGEST_MENU or max(map(len, text.split()), default=0) < _LONGEST_WORD:
        return False
    return _MENU_WORD.search(text) is not None


def points_away(text: str) -> bool:
    """A reader is sent elsewhere, in brackets: «(شاهد الفيديو أعلاه)», «( التفاصيل )»."""
    return text[0] == "(" and text[-1] == ")" and _POINTER.fullmatch(text) is not None


def is_size_buttons(text: str) -> bool:
    """Buttons for the size of letters, with their signs: «+ A -», «• ع»."""
    if len(text) < _LONGEST_BUTTONS and _SIZE_BUTTONS.fullmatch(text):
        return True
    return text.endswith(_SIZE_OF_LETTERS) and _SIZE_LABELS.fullmatch(text) is not None


def is_clock(text: str) -> bool:
    """How long ago a page was printed, in words, and nothing else."""
    return len(text) <= _LONGEST_CLOCK and _AGO.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """A piece of a page's program."""
    return not LETTER.search(text) and _CODE.search(text) is not None


def is_program(text: str) -> bool:
    """A piece of the programs that advertise and count on a page, wherever it stands."""
    return _PROGRAM.search(text) is not None


def is_foot_of_post(text: str) -> bool:
    """Whose a post is that a page shows, «— مرصد الضفاف (@difaf)», with its day or without; the
    address of its picture; or who liked it.
    """
    if text[0].isdigit() and _LIKED.fullmatch(text):
        return True
    if "(@" in text:
        return _FOOT_OF_POST.fullmatch(text) is not None
    if text.endswith("Instagram"):
        return key(text) in _HEAD_OF_POST
    return text.isascii() and _PICTURE_OF_POST.fullmatch(text) is not None


def is_program_number(text: str) -> bool:
    """The number by which a page's program knows a picture."""
    return len(text) == _NUMBER_LENGTH and _NUMBER.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Signs that part a text from what is none of it, and no mark of a sentence."""
    return _RULE.fullmatch(text) is not None


def is_scrap(text: str) -> bool:
    """An attribute of HTML that a saver left, links in Markdown that show nothing, or the letters
    of networks.
    """
    return _SCRAP.fullmatch(text) is not None or _LETTER_BUTTONS.fullmatch(text) is not None


def is_placeholder(text: str) -> bool:
    """What a program writes in the place of a caption that nobody wrote: «No Image Caption»."""
    return text[:1] in "nNaAeEiIpPfFmMuUلقرمص" and _PLACEHOLDER.fullmatch(text) is not None


def is_logo(text: str) -> bool:
    """The address of a site's own picture."""
    return _LOGO.fullmatch(text) is not None


def names_logo(text: str) -> bool:
    """What a site's own picture is called."""
    return _LOGO_NAME.fullmatch(text) is not None


def is_frame(text: str) -> bool:
    """What a news agency puts around a story: «// انتهى //», «16:29 ت م»."""
    short = len(text) < _LONGEST_FRAME
    return short and (_FRAME.fullmatch(text) or _CHANNEL.fullmatch(text)) is not None


def is_stamp(text: str) -> bool:
    """The day and the hour of another story, as some pages put them above its headline: «أمس, 14:20
    GMT».
    """
    return len(text) < _LONGEST_CLOCK and ":" in text and _STAMP.fullmatch(text) is not None


def says_end(text: str) -> bool:
    """The line is nothing but «انتهى», as releases and wires put it below a story."""
    return len(text) < _LONGEST_END and "نته" in text and is_frame(text)


def is_of_player(text: str) -> bool:
    """What a player of sound or pictures leaves: «00:00 / 03:12», «1.0x»."""
    if len(text) < _LONGEST_PLAYER and any(map(text.lower().__contains__, _SCRIPTS)):
        return True  # «يحتاج تشغيل الفيديو إلى تفعيل جافا سكريبت»
    return len(text) < _LONGEST_CLOCK and _PLAYER.fullmatch(text) is not None


def may_be_of_player(text: str) -> bool:
    """What stands beside a player, and elsewhere is no noise: «استمع», «02:17»."""
    return len(text) < _LONGEST_END and _BESIDE_PLAYER.fullmatch(text) is not None


def is_length(text: str) -> bool:
    """How long something is heard or seen: «04:12»."""
    return len(text) < _LONGEST_END and _LENGTH.fullmatch(text) is not None


def names_picture(text: str) -> bool:
    """What some pages print where a picture stands: «الصورة», «الصورة 1 من 4»."""
    return _PICTURE.fullmatch(text) is not None


def enlarges_picture(text: str) -> bool:
    """«تكبير الصورة»: a button right below a picture or what it shows."""
    return text in _ENLARGES


def counts_pictures(text: str) -> bool:
    """«الصورة 1 من 4»: of several pictures one was shown."""
    return _PICTURE_OF.fullmatch(text) is not None


def is_advert(text: str) -> bool:
    """The line announces an advertisement that was not saved."""
    return len(text) < 20 and key(text) in _ADVERTS
