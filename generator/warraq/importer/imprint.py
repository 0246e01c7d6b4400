"""The imprint: what a page says of its article and of its paper in lines of their own.

The way to the page, its address, its section and its tags; who owns it and who makes the paper.
"""

import re
from collections.abc import Sequence
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import boilerplate, gazetteer, latin_letters
from warraq.importer.lexicon import opens_story
from warraq.importer.lines import Line, key

_TOP: Final = 3
"""Lines of a page, one of them its paper's name."""
_NAME_WORDS: Final = 6
"""Of the longest name of a paper that a line is."""
_TAGS_LABEL: Final = re.compile(
    r"\s*(?:ال)?(?:كلمات?\s+(?:ال)?(?:دالة|دلالية|دليلية|مفتاحية|متعلقة|مرتبطة|مفتاح|مفاتيح|بحث)|"
    r"علامات (?:ال)?دالة|سمات|السمات|وسوم|الوسوم|تسميات|التسميات|أوسمة|الأوسمة|"
    r"تاجز|تاغز|تاقات|تاغات|تاجات|هاشتا[غقج]|علامات|مواضيع|دلالات|"
    r"#(?=\s*$)|موسومة? تحت|المزيد عن(?=\s*[:：])|tagged(?: (?:under|with))?|tags|keywords|"
    r"mots[- ]cl[ée]s|étiquettes)\s*(?P<mark>[:：]|$)\s*(?P<tags>.*)$",
    re.IGNORECASE,
)
_TAGS_BEHIND: Final = re.compile(
    r"(?:(?:ال)?(?:سمات|وسوم|تاقات|تاغات|تاجات)|(?:ال)?كلمات (?:ال)?(?:دالة|دلالية|دليلية|مفتاحية)|"
    r"tags|tagged(?: (?:under|with))?)\s(?P<tags>\S.*)",
    re.IGNORECASE,
)
"""A label without its colon; as many words of a headline begin so, only the last line has one."""
_TAGS_GLUED: Final = re.compile(
    r"""(?<=[.!؟…"”»)])\s(?=(?:(?:ال)?(?:سمات|وسوم|تاقات|تاغات|تاجات)|"""
    r"""(?:ال)?كلمات (?:ال)?(?:دالة|دلالية|دليلية|مفتاحية))"""
    r"""(?:\s[^\s.!؟…:]+){1,24}$)"""
)
"""Where a label without its colon goes on behind the last sentence, to the end."""
_HASH_TAGS: Final = re.compile(
    r"(?:#\s?[^\s#.:؟!][^#.:؟!]{1,40}){3,}|(?:#[\w\u064b-\u0652]+[\s،,]*)+$|#\w+(?:\s\w+){1,2}$"
)
_CRUMBS: Final = re.compile(
    r"(?:(?:[أا]نت هنا|you are here)\s*[:»]?\s*)?"
    r"(?:(?:الصفحة\s+)?الرئيسية|الصفحة\s+ال[أا]ولى|home)\s*"
    r"[/»›>|←\\]+\s*(?P<way>\S.{1,60})",
    re.IGNORECASE,
)
_WAY_TO: Final = re.compile(r"(?:الصفحة )?الرئيسية\s*[/»›>|←\\]\s*(?P<way>.{4,90}(?:\.{2,3}|…))")
"""A way that ends in the page's headline, cut off."""
_CRUMB: Final = re.compile(r"\s*[/»›>|←\\]+\s*")
_WAYS: Final = (
    (re.compile(r"\s*(?:[»›→]|>{1,2})\s*"), True),
    (re.compile(r"\s*(?:[«‹←]|<{1,2})\s*"), True),
    (re.compile(r"\s*(?:\||::)\s*|\s+[/\\–—-]\s+"), False),
)
"""What stands between the names of pages on the way to one, and whether it is an arrow."""
_ONWARD: Final = re.compile(r"\S\s[>›]\s\S")
"""An arrow that is no quotation mark."""
_WAY_MARK: Final = re.compile(r"[»›→>«‹←<|/\\–—-]|::")
"""There is one in each of these."""
_BAR: Final = re.compile(r"\||::|\s/\s")
_LONGEST_WAY: Final = 80
_PAGE_WORDS: Final = 3
_NO_PAGE: Final = re.compile(r"""[\d.:؟!"“”()\[\]]""")
"""What no page's name on such a way has in it."""
_LINKED: Final = re.compile(r"\[([^\[\]]+)\]\([^()]*\)")
_TWO: Final = 2
_KEYWORDS: Final = 3
_KEYWORD_WORDS: Final = 3
"""Of a keyword, on average."""
_META: Final = re.compile(r"""content=(?P<mark>["'])(?P<text>.+?)(?P=mark)?\s*/?>\s*$""")
_URL: Final = re.compile(
    r"[-–—\s]*(?:(?:المصدر|رابط (?:الخبر|المقال|الموضوع|مختصر)|الرابط المختصر|الرابط|رابط|source|"
    r"url|"
    r"link)\s*:?\s*)?<?(?P<url>https?://[^\s<>]+)>?[-–—\s]*",
    re.IGNORECASE,
)
_CATEGORY: Final = re.compile(
    r"(?:(?:التصنيف|تصنيف|القسم|قسم|الباب|باب|الفئة|زاوية|صفحة|ركن|عمود|category|section)\s*[:：]|في\s*[:：](?=\s*\S+(?:\s\S+)?$)|"
    r"(?:posted|published|filed)\s(?:in|under)\s*:?)\s*(?P<name>[^:]{2,40})",
    re.IGNORECASE,
)
_SECTION_OF: Final = ("قسم ", "in ", "في ")
_FILED: Final = re.compile(
    r"(?:تم النشر|نشرت?|منشورة?|مصنف) (?:في|ضمن|تحت)(?:\s(?:قسم|باب|تصنيف))?\s*:?\s*"
    r"(?P<name>[^:\d]{3,30})"
)
_AS_SECTION: Final = re.compile(r"\s(?:تحت|ضمن|في)\s(?:قسم|باب|تصنيف)\b")
_COPYRIGHT: Final = re.compile(
    r"©|\(c\)|\bcopyright\b|\sمرخصة? من\s|(?:ال)?حقوق\b.{0,20}\bمحفوظ[ةه]|حقوق (?:النشر|الطبع)",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(
    r"©|\(c\)|copyright|all rights reserved|(?:(?:جميع|كل|كافة)\s+)?(?:ال)?حقوق|محفوظ[ةه]|"
    r"(?:و?ال)(?:نشر|طبع|طباعة|ملكية|مؤلف)\b|\d{4}(?:\s*[-–/]\s*\d{4})?(?:\s?هـ(?!\w))?",
    re.IGNORECASE,
)
_OF: Final = re.compile(
    r"(?<!\w)ل(?:ـ+\s*|دى\s+|(?=(?:مؤسسة|شركة|موقع|صحيفة|جريدة|يومية|بوابة|دار|قناة|وكالة|شبكة|"
    r"مجلة|جامعة|كلية|معهد|وزارة|هيئة|نادي|مركز|جمعية|اتحاد|حزب|تلفزيون|إذاعة|راديو)\b)|\s+)"
)
_OF_THE: Final = re.compile(r"^لل(?=\w{3})")
_BY: Final = re.compile(r"^(?:to|by|for|of)\s+", re.IGNORECASE)
_HERE: Final = re.compile(r"أنت(?:م)? هنا\s*:\s*(?=\S)")
"""Before the way to a page, on its line."""
_LICENSED: Final = re.compile(
    r"\s(?:(?:ال)?مرخصة?\s(?:من|لدى)|(?:ليست?|غير)\sمسؤول(?:ة|ا|اً|ًا)?)\s.*$"
)
"""«صحيفة الضفاف مرخصة من وزارة الإعلام», «الضفاف ليست مسؤولة عن محتويات المواقع»."""
_PROGRAM: Final = re.compile(r"vbulletin|joomla|wordpress|drupal|phpbb|xenforo", re.IGNORECASE)
"""Whose makers keep the rights of it on the pages that it makes."""
_LETTERS: Final = re.compile(r"[^\W\d_]")
_EXCEPT: Final = re.compile(r"(?:إلا|الا|ما لم|ولا|لا|يمنع|بموجب|except|unless)\s", re.IGNORECASE)
"""How a condition begins that stands beside the owner's name."""
_HOUSE: Final = re.compile(
    r"^(?:دار|مؤسسة|شركة|مجموعة|مجمع)\s+|\s+لل(?:صحافة|إعلام|نشر|طباعة|إنتاج)(?:\s+و\S+){0,3}$|"
    r"\s+(?:الصح[ا]?في|الإعلامي|الإخباري)ة$"
)
_MEDIUM: Final = re.compile(
    r"^(?:قناة|صحيفة|جريدة|مجلة|بوابة|موقع|شبكة|إذاعة|راديو|تلفزيون|وكالة)\s+(?=\S)"
)
_CAPTION_COMES: Final = re.compile(r"(?:ال)?تعليق(?: على)? الصورة\s*[،,:]?")
_STAFF: Final = re.compile(
    r"(?:نائب\s+)?(?:رئيس|رئيسة|مدير|مديرة|سكرتير|أمين|المشرف|الإشراف|صاحب|صاحبة|المدير|"
    r"المؤسس)"
    r"(?:\s+(?:و?التحرير|تحرير|مجلس[يى]?|الإدارة|الادارة|الحزب|الامتياز|الإمتياز|العام|العامة|"
    r"المسؤول|التنفيذي|"
    r"عام|على|و?رئيس))*(?P<name>\s*[:：]\s*.{3,60})?"
)
_MASTHEAD: Final = re.compile(
    r"(?:مجلة|صحيفة|جريدة)\s\S+(?:\s\S+){0,2}\s[-–—]\s[^.]{3,60}\sتصدر(?:ها)?\s(?:في|عن|من|كل)\s[^.]+|"
    r"\S+(?:\s\S+)?\s[-–—]\s(?:صحيفة|جريدة|مجلة)\s[^\W\d]+ة(?:\s[^\W\d]+){1,3}|(?:(?:جريدة|صحيفة|"
    r"مجلة)\s+)?(?:يومية|أسبوعية|اسبوعية|نصف شهرية|شهرية|فصلية)"
    r"(?:\s+[^\W\d]+){0,4}\s+تصدر(?:ها)?\s[^.]+|"
    r"\S+(?:\s\S+)?\s[-–—]\s(?:يومية|أسبوعية|اسبوعية|شهرية|فصلية)(?:\s[^\W\d]+ة){1,3}|"
    r"[أا]ول\s(?:صحيفة|جريدة|مجلة|وكالة|بوابة|موقع)\s(?:[^\W\d]+\s){0,2}"
    r"(?:[إا]لكتروني|مستقل|[إا]خباري)ة?(?:\s[^\W\d]+){0,6}"
)
"""«يومية سياسية تصدر عن دار الضفاف»: how a paper calls itself above every story."""
_WIDGETS: Final = frozenset(
    key(name)
    for name in (
        *("حالة الطقس", "الطقس", "أسعار العملات", "أسعار الذهب", "مواقيت الصلاة", "استطلاع الرأي"),
        *("استطلاع", "تصويت", "ألبوم الصور", "معرض الصور", "صور", "فيديو", "فيديوهات", "كاريكاتير"),
        *("عاجل", "شريط الأخبار", "كتاب ومقالات", "مقالات الرأي", "عدد اليوم", "أرشيف", "بحث"),
        *(
            "إعلانات مبوبة",
            "خدمات",
            "وظائف",
            "ملتيميديا",
            "عداد الزوار",
            "ملفات خاصة",
            "أرشيف الأخبار",
        ),
    )
)
"""What boxes at a page's side are called, and much else."""
_POLLS: Final = frozenset(
    key(name)
    for name in (
        *("استطلاع", "استطلاع رأي", "استطلاع الرأي", "استطلاعات الرأي", "استطلاع القراء"),
        *("استفتاء", "استفتاء الموقع", "تصويت", "التصويت", "صوت معنا", "شارك في الاستطلاع"),
        *("سؤال الأسبوع", "سؤال اليوم", "سؤال الشهر", "سؤال الاستطلاع", "استبيان", "Poll"),
    )
)
_LABEL: Final = re.compile(r"(?:\S+\s*){1,3}:")
_SAYS: Final = re.compile(r"[وف]?(?:[يت]قول|قالت?|أنشدت?|[يت]نشد|[يت]سأل|سألت?)\s\S.*:")
"""Who says what stands below: «يقول أبو تمام:»."""
_DAY_LABELS: Final = frozenset(
    key(label)
    for label in (
        *(
            "نشر",
            "نشرت",
            "نشر في",
            "نشر بتاريخ",
            "نشرت بتاريخ",
            "نشر يوم",
            "تم النشر",
            "تم النشر في",
        ),
        *("تم النشر بتاريخ", "تاريخ النشر", "تاريخ الإضافة", "تاريخ الخبر", "تاريخ المقال"),
        *("تاريخ التحديث", "آخر تحديث", "تم التحديث", "بتاريخ", "Published", "Published on"),
        *("Published date", "Published at", "Posted on", "Updated", "Updated on", "Last updated"),
    )
)
_ABOVE_DAY: Final = _DAY_LABELS | frozenset(map(key, ("التاريخ", "تاريخ")))
"""With those that may head a part of a text as well."""
_LABEL_KEYS: Final = _DAY_LABELS | frozenset(
    map(
        key,
        (
            "العنوان",
            "التاريخ",
            "تاريخ",
            "المصدر",
            "الكاتب",
            "التصنيف",
            "القسم",
            "بواسطة",
            "كتب بواسطة",
        ),
    )
)
"""Labels whose colon is lost."""
_WRITER_LABELS: Final = frozenset(
    map(
        key,
        (
            "نص",
            "بواسطة",
            "كتب بواسطة",
            "كتبه",
            "كتبته",
            "بقلم",
            "الكاتب",
            "الكاتبة",
            "Author",
            "By",
        ),
    )
)
_ISSUE_NUMBER: Final = re.compile(r"(?:ال)?عدد\s*(?:رقم\s*)?:?\s*[(\[]?\d[\d.,٬]{0,8}[)\]]?")
_TEXT_LABELS: Final = frozenset(
    map(key, ("نص الخبر", "نص المقال", "نص الموضوع", "نص التقرير", "نص المادة", "محتوى الخبر"))
)
_PICTURE_LABELS: Final = frozenset(
    map(key, ("صورة رئيسية", "الصورة الرئيسية", "صورة الخبر", "صورة المقال", "تعليق الصورة"))
)
_SOURCE_LABELS: Final = frozenset(map(key, ("المصدر", "مصدر الخبر", "الجهة", "Source")))
_LONGEST_ABOVE: Final = 14
"""Characters of a label that stands above its value."""
_LONGEST_LABEL: Final = 40
_LONGEST_NOTE: Final = 120
_INTELLIGENCE: Final = "الذكاء الاصطناعي"
_OF_MACHINE: Final = re.compile(rf"\*?\s*(?:ملخص|تلخيص|هذا الملخص)\s.{{0,20}}{_INTELLIGENCE}")
_ROLE: Final = re.compile(r"(?:[-•*]\s)?(?:Role|الدور)\s*[،,:]\s")
"""What a page says a writer is."""


def crumbs(text: str) -> list[str]:
    """The way from a site's first page, «الرئيسية » أخبار » محليات», without that; one that begins
    elsewhere, as with the site's name, whole; or nothing.
    """
    text = _HERE.sub("", text) if text.startswith("أنت") else text
    match = _CRUMBS.fullmatch(text) or _WAY_TO.fullmatch(text)
    return _CRUMB.split(match["way"]) if match else _way(text)


def states_day(text: str) -> bool:
    """A label of the day of publication, and perhaps the day: «تاريخ النشر: 5/3/2013»."""
    return key(text.partition(":")[0]) in _DAY_LABELS


def begins_home(text: str) -> bool:
    """The way to a page begins with the site's first page; bars part a menu's items too."""
    return "|" not in text and names_home(text)


def names_home(text: str) -> bool:
    """The site's first page comes first, on a way or in a menu."""
    return _CRUMBS.fullmatch(text) is not None


def _way(text: str) -> list[str]:
    """Pages between arrows, of which three are a way, or two if one is a section or the arrow no
    quotation mark; between other marks the first is a section, and the others are sections or
    places; or a bar stands between the site's name and a section.
    """
    if len(text) > _LONGEST_WAY or ("«" in text and "»" in text) or not _WAY_MARK.search(text):
        return []
    ways = ((list(filter(None, mark.split(text))), is_arrow) for mark, is_arrow in _WAYS)
    pages, is_arrow = next(((way, arrow) for way, arrow in ways if len(way) > 1), ([], False))
    if not pages or any(page.count(" ") >= _PAGE_WORDS or _NO_PAGE.search(page) for page in pages):
        return []
    sections = list(map(gazetteer.is_section, pages))
    if is_arrow:
        sure = any(sections) or len(pages) > _TWO or _ONWARD.search(text) is not None
        sure = sure or _MEDIUM.match(pages[0]) is not None  # «صحيفة الضفاف » تحقيقات»
        return pages if sure else []
    of_site = sections == [False, True] and _BAR.search(text) is not None
    if of_site and not (gazetteer.is_place(pages[0]) or gazetteer.is_person(pages[0])):
        return pages  # «الضفاف نيوز | محليات»
    known = all(one or gazetteer.is_place(page) for page, one in zip(pages, sections, strict=True))
    dateline = gazetteer.is_outlet(pages[0]) and len(pages) == _TWO  # «الشرق الأوسط - بيروت»
    return pages if sections[0] and known and not dateline else []


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


def is_widget(text: str) -> bool:
    """The name of a box at a page's side, which may head a text's part as well."""
    return len(text) < 20 and key(text) in _WIDGETS


def labels_writer(text: str) -> bool:
    """What stands right above a writer's name, on a line of its own: «بواسطة», «Author,»."""
    return len(text) < _LONGEST_ABOVE and key(text) in _WRITER_LABELS


def labels_source(text: str) -> bool:
    """What stands right above a paper's name, on a line of its own: «المصدر:»."""
    return len(text) < _LONGEST_ABOVE and key(text) in _SOURCE_LABELS


def numbers_issue(text: str) -> bool:
    """«العدد 4902», in a line of its own."""
    return len(text) < _LONGEST_LABEL and _ISSUE_NUMBER.fullmatch(text) is not None


def labels_day(text: str) -> bool:
    """What stands right above the day, on a line of its own: «التاريخ»."""
    return len(text) < _LONGEST_LABEL and key(text) in _ABOVE_DAY


def labels_text(text: str) -> bool:
    """What a program prints right above a text, as the name of its field: «نص الخبر:»."""
    return len(text) < _LONGEST_ABOVE and key(text) in _TEXT_LABELS


def labels_picture(text: str) -> bool:
    """Likewise above a caption: «صورة رئيسية:»."""
    return len(text) < _LONGEST_LABEL and key(text) in _PICTURE_LABELS


def is_poll(text: str) -> bool:
    """The name of a box in which readers are asked a question."""
    return len(text) < 20 and key(text) in _POLLS


def is_label(text: str) -> bool:
    """One to three words and a colon, which announce what is not there; or that a caption comes."""
    if _ROLE.match(text):
        return True
    if len(text) >= _LONGEST_LABEL or says(text):
        return False
    if key(text) in _LABEL_KEYS:
        return True
    return _LABEL.fullmatch(text) is not None or _CAPTION_COMES.fullmatch(text) is not None


def says(text: str) -> bool:
    """Somebody says what stands below, in a line of its own."""
    return _SAYS.fullmatch(text) is not None


def is_of_machine(text: str) -> bool:
    """«ملخص بالذكاء الاصطناعي»: a machine wrote the summary that stands above."""
    told = len(text) < _LONGEST_NOTE and _INTELLIGENCE in text
    return told and _OF_MACHINE.match(text) is not None


def announces_day(text: str) -> bool:
    """The label of a day that is not there: «نشر بتاريخ:»."""
    return len(text) < _LONGEST_LABEL and key(text) in _DAY_LABELS


def meta_description(text: str) -> str:
    """The summary in a scrap of HTML that a saver left: content="…" />; or ''."""
    match = _META.fullmatch(text)
    return match["text"].strip() if match else ""


def meta_keywords(text: str) -> tuple[str, ...]:
    """The words by which a page wants to be found, in a scrap as that of its summary: three names
    or more between commas, and no sentence; or ().
    """
    said = meta_description(text).rstrip("،, ")
    if not ("،" in said or "," in said) or said[-1] in ".؟!":
        return ()
    names = tags_of(said)
    few = said.count(" ") < _KEYWORD_WORDS * len(names)
    told = any(opens_story(normalise(name.partition(" ")[0])) for name in names)
    return names if len(names) >= _KEYWORDS and few and not told else ()


def url(text: str) -> str:
    """The address of a line that is nothing else, or ''."""
    match = _URL.fullmatch(text)
    return match["url"] if match else ""


def owner(text: str) -> str:
    """Whom a line of copyright names, as in «جميع الحقوق محفوظة لصحيفة الضفاف»; or ''."""
    if len(text) > 160 or not _COPYRIGHT.search(text) or _PROGRAM.search(text):
        return ""
    for part in re.split(r"\s[-–|]+\s*|[.،,|]", _RIGHTS.sub(" ", text)):
        name = _OF_THE.sub("ال", _OF.sub("", " ".join(part.split()), count=1))
        name = _LICENSED.sub("", _BY.sub("", name.strip(' :-–«»"“”()')))
        if _EXCEPT.match(name):
            return ""
        if _may_own(name):
            return name
    return ""


def _may_own(name: str) -> bool:
    """A few words, and no button; in two letters only where these are Latin capitals:
    «RW».
    """
    if boilerplate.marks_tail(name):
        return False
    long = len(_LETTERS.findall(name)) > 2 or (name.isupper() and len(name) > 1)
    return long and name.count(" ") < 4


def paper_of(owner: str, lines: Sequence[Line]) -> str:
    """The paper of a page's owner, where a line of the page is nothing but its name: with what it
    is before it, «قناة الضفاف», or without the house that prints it, «دار الضفاف», or what it is,
    «صحيفة الضفاف»; of one in Latin letters, the Arabic name that the page has as well.
    """
    if owner.isascii():
        return _in_arabic(owner, lines) or owner
    if owner[0] == "ل" and any(line.text == owner[1:] for line in lines):
        owner = owner[1:]  # «محفوظة لمساء الضفاف»
    bare, alone = key(_HOUSE.sub("", owner)), key(name_alone(owner))
    if alone != bare and any(line.key == alone for line in lines if line.words <= _NAME_WORDS):
        return name_alone(owner)
    for line in lines:
        if line.words <= _NAME_WORDS and (
            (line.key == bare and bare != key(owner))
            or (_MEDIUM.match(line.text) and key(name_alone(line.text)) == bare)
        ):
            return line.text
    top = next((line for line in lines[:_TOP] if _is_house(line, owner)), None)
    return top.text if top else owner


def _in_arabic(owner: str, lines: Sequence[Line]) -> str:
    """The line that is nothing but a name which sounds as the owner's; ''."""
    names = (line.text for line in lines if line.words <= _PAGE_WORDS)
    return next((name for name in names if latin_letters.are_alike(name_alone(name), owner)), "")


def _is_house(line: Line, owner: str) -> bool:
    """A name of two or three words that begins with the house's: «الضفاف اليوم»."""
    house = _HOUSE.sub("", _HOUSE.sub("", owner))  # «شركة دار الضفاف»
    return house != owner and line.words <= _PAGE_WORDS and line.text.startswith(f"{house} ")


def name_alone(paper: str) -> str:
    """A paper's name without what it is: «موقع الضفاف»."""
    return _MEDIUM.sub("", paper)


def category(text: str) -> str:
    """The section named in a line such as «التصنيف: ثقافة», «قسم الاقتصاد», or ''."""
    for word in _SECTION_OF:
        bare = text.removeprefix(word)
        if bare != text and gazetteer.is_section(bare):
            return bare
    filed = _FILED.fullmatch(text)
    if filed and (gazetteer.is_section(filed["name"]) or _AS_SECTION.search(text)):
        return filed["name"]
    match = _CATEGORY.fullmatch(text.replace("ـ", ""))
    return match["name"].strip(' .،«»"') if match and text.count(" ") < 6 else ""


def tags_label(text: str) -> str | None:
    """What stands beside a label such as «الكلمات الدالة:», '' if nothing; None without label."""
    match = _TAGS_LABEL.fullmatch(text)
    return str(match["tags"]).strip() if match and len(text) < 300 else None


def tags_behind(text: str) -> str:
    """What stands behind a label of tags that has lost its colon: «وسوم القمح الحصاد»; or ''."""
    match = _TAGS_BEHIND.fullmatch(text)
    return match["tags"] if match else ""


def glued_tags(text: str) -> tuple[str, str]:
    """A last paragraph without the tags that are glued to its last sentence behind their label, and
    these. They stay in the text, as nobody can part them, or be sure.
    """
    parts = _TAGS_GLUED.split(text)
    return (parts[0], tags_behind(parts[1])) if len(parts) == _TWO else (text, "")


def tags_of(text: str) -> tuple[str, ...]:
    """The tags of a line: parted by commas, bars or # signs, or else by dashes or slashes, or each
    a link in Markdown; underscores are spaces.
    """
    if linked := _LINKED.findall(text):
        text = "،".join(linked)
    parts = re.findall(r"#([^#،,|]+)", text) if "#" in text else re.split(r"[،,|؛;•]", text)
    if len(parts) == 1:
        parts = re.split(r"\s[-–—/]\s", parts[0])
    return tuple(
        part
        for part in (" ".join(p.replace("_", " ").split()).strip(" .:-") for p in parts)
        if part
    )


def is_hash_tags(text: str) -> bool:
    """A line of # tags and nothing else."""
    return _HASH_TAGS.fullmatch(text) is not None
