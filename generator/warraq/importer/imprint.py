"""The imprint: what a page says of its article and of its paper in lines of their own.

The way to the page, its address, its section and its tags; who owns it and who makes the paper.
"""

import re
from collections.abc import Sequence
from typing import Final

from warraq.importer.lines import Line, key

_NAME_WORDS: Final = 6
"""Of the longest name of a paper that a line is."""
_TAGS_LABEL: Final = re.compile(
    r"\s*(?:ال)?(?:كلمات?\s+(?:ال)?(?:دالة|دلالية|مفتاحية|بحث)|سمات|السمات|وسوم|الوسوم|تسميات|التسميات|أوسمة|الأوسمة|تاجز|تاغز|علامات|مواضيع|دلالات|"
    r"tags|keywords)\s*(?P<mark>[:：]|$)\s*(?P<tags>.*)$",
    re.IGNORECASE,
)
_HASH_TAGS: Final = re.compile(r"(?:#[\w\u064b-\u0652]+[\s،,]*)+$|#\w+(?:\s\w+){1,2}$")
_CRUMBS: Final = re.compile(
    r"(?:[أا]نت هنا\s*:?\s*)?(?:الصفحة\s+)?(?:الرئيسية|home)\s*[/»›>|←\\]+\s*(?P<way>\S.{1,60})",
    re.IGNORECASE,
)
_CRUMB: Final = re.compile(r"\s*[/»›>|←\\]+\s*")
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


def crumbs(text: str) -> list[str]:
    """The way from a site's first page, «الرئيسية » أخبار » محليات», without that; or nothing."""
    match = _CRUMBS.fullmatch(text)
    return _CRUMB.split(match["way"]) if match else []


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
