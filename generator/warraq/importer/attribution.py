"""Whose a text is, as its own words say: agencies and papers, where they are named as its source.

What a source is called is asked of `gazetteer`; where it stands in a text, of the rooms above.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from warraq.arabic import bodies
from warraq.importer import gazetteer
from warraq.importer.language import LETTER
from warraq.importer.lines import key

EDGES: Final = " \t.:،,-–—ـ|/«»\"“”'()[]*"
"""Marks around a name, which are none of it."""
AND: Final = re.compile(r"\s*[،,/&|]\s*|\s+[-ـ]\s+")
"""What parts two names."""
MAY_PART: Final = re.compile("[،,/&|ـ-]")
"""One of these is in it, or «و» is."""
_PAPER: Final = re.compile(
    r"(?!بيان صحفي)(?:صوت|صدى|عين|نبض|مرآة|مرايا|منبر|نداء|رأي|لسان|نبأ|أنباء|شمس|فجر|صباح|ضحى|"
    r"لواء|بيان|وطن|حديث|جسر|جسور|"
    r"آفاق|أفق|ضفاف|نافذة|منصة|مدار|شعاع|شاهد|رسالة|كلمة|بريد|ملتقى|عالم|دنيا|حكاية|قلم|دفتر|"
    r"أوراق|دار)\s+\S+"
)
_EDITORIAL: Final = re.compile(r"(?:كلمة|رأي|افتتاحية)\s")
_MEDIUM: Final = re.compile(
    r"(?:جريدة|صحيفة|مجلة|إذاعة|راديو|قناة(?!\s(?:السويس|بنما|كورنث|كييل))|"
    r"وكالة(?=.*\b(?:ل?ل?[أا]نباء|ال[أا]نباء|(?:ال)?[إا]خبارية)$))\s+[«\"]?\w+(?:\s\w+){0,2}[»\"]?"
)
_CLOSING: Final = re.compile(r"[(\[]\s*(?P<agency>[^()\[\]]{2,40}?)\s*[)\]]\s*[.»\"”*/]*$")
_AGENCY: Final = re.compile(r"وكالة(?:\s\S+){1,4}")
_ENDED: Final = re.compile(r"[.؟!»”\"]\s*$")
_BEHIND_SENTENCE: Final = re.compile(r"[.؟!…»”\"]\s+(?=(?P<agency>[^.؟!…\s].{1,29}?)[\s./*]*$)")
_OF_PAPER: Final = re.compile(r"^(?:مراسلة?|موفدة?|مندوبة?)\s+(?=[«\"“])")
_CLOSING_LENGTH: Final = 50
"""Characters at a text's end in which its agencies are named."""
_AGENCIES_ALL: Final = frozenset(map(key, ("وكالات", "الوكالات", "وكالات الأنباء")))
"""Agencies that nobody names: beside them a paper is the source."""
_SOURCE: Final = re.compile(
    r"(?:(?:المصدر|مصدر الخبر|source)\s*(?:[:：|]|\s[-–—])|الناشر\s*\||"
    r"[*(]*\s*نقل(?:ا|اً|ًا) عن\s*[:：]?)\s*"
    r"(?P<source>[^\s:.].{1,49}?)(?:\s(?:ليوم|بتاريخ|الصادرة?)\s.{3,40}?)?\s*[.)*]*",
    re.IGNORECASE,
)
_COPIED: Final = re.compile(
    r"\(?منقولة?\s(?:من|عن)\s(?:ال)?(?:جريدة|صحيفة|مجلة|وكالة|موقع|قناة)\s"
    r"(?P<source>[^\d.،]{3,30})\)?\.?"
)
"""«منقول من جريدة الضفاف»."""
_OWN: Final = re.compile(r"\s*[-–—/|]\s*خاص$")
"""Its own story, behind a paper's name."""
_SERVICE: Final = re.compile(r"\*?\s*خدمة\s[«\"“](?P<source>[^«»\"“”]{3,40})[»\"”]\.?")
"""«* خدمة «نيويورك تايمز»»: whose piece a paper prints."""
_DESCRIBED: Final = re.compile(
    r"(?P<source>[^\W\d]+(?: [^\W\d]+){0,2})\s*[|–—-]\s+"
    r"(?:(?:صحيفة|جريدة|مجلة|شبكة|منصة|بوابة|وكالة)"
    r"(?: (?!ال)\w+ي[ةه]| (?:مستقل|شامل|حر|جامع)ة){1,4}|"
    r"(?:يومية|[أا]سبوعية|شهرية|فصلية)(?: (?!ال)\w+ي[ةه]| (?:مستقل|شامل|حر|جامع)ة){1,4}|"
    r"موقع(?: (?!ال)\w+ي| (?:مستقل|شامل|حر)){1,4})"
)
"""«الضفاف | صحيفة يومية مستقلة»: a paper, and what it says that it is."""
_DESK: Final = re.compile(
    r"(?:محررة?|قسم|فريق|هيئة|إدارة)\s+(?:ال)?(?:عمل\b|شؤون|شئون|تحرير|محليات|أخبار|اقتصاد|رياضة)"
)
_INITIALS: Final = re.compile(
    r"[\W_ـ]*(?:\((?P<of>[^()]{2,30})\)\s)?(?:(?P<first>N)S)?L(?:SL){0,3}(?:S(?P<last>N))?"
    r"(?:\s*\((?P<agency>[^()]{2,30})\))?[\W_ـ]*".replace(
        "L",
        r"(?:[ء-ي](?:(?:\s?[.,]\s?|\s)[ء-ي]){0,2}\.?(?:\s?\([ء-ي]\))?|"
        r"[ء-ي]{2}(?=\s?/)|(?:(?<=/)|(?<=/\s))[ء-ي]{2})",
    )
    .replace("S", r"\s?[/\\,–—-]\s?")
    .replace("N", "[ء-ي]{3,12}")
)
"""«ع و/أ م», «ر.س/ع.ك (د ب أ)», «ف.ن/ وأج»: who wrote and who edited a wire's story. A name stands
where both are known by theirs: «م.ع/نجاة».
"""
_BETWEEN_DASHES: Final = re.compile(r"[-–—]+\s?[^\W\d]{2,6}\s?[-–—]+")
_DASHED_AGENCY: Final = re.compile(r"[-–—]{2,}\s?\((?P<agency>[^\W\d]+(?:\s[^\W\d]+){0,2})\)")
"""«--(بترا)»: how some agencies end a story."""
_OVER: Final = re.compile(r"^[/\s]*(?:انته[ىي]|النهاية)\s*[/.:-]+\s*")
"""«انتهى / ع ك»: the story is over."""
_LONGEST_INITIALS: Final = 60
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_TOLD: Final = re.compile(
    r"(?:^|[\s(«“\"])[وف]?"
    r"(?:قالت?|أكدت?|أوضحت?|صرحت?|كشفت?|ذكرت?|أفادت?|بي?ن|بيّن|أبان|تحدثت?|أبلغت?|روى|أضافت?|أشار|"
    r"تصريح(?:ات)?(?:ه|ها)?|حديثه?ا?|حوار|خاصة?|هاتفي|صح[اف]*ي)"
    r"\s+(?:[^\s.،؛:«»“”\"]+\s+){0,4}?ل(?:ـ+\s*|"
    r"\s?(?=[«“\"]))[«“\"]+\s*(?P<name>[^«»“”\"()\d]{2,30}?)[\s:]*[»”\"]"
)
"""«قال لـ"الضفاف"»: people speak to the paper that prints what they say."""
_TOLD_BEFORE: Final = re.compile(
    r"\sل(?:ـ+\s*|\s?(?=[«“\"]))[«“\"]\s*(?P<name>[^«»“”\"()\d]{2,30})[»”\"]\s*:"
)
_TO_QUOTED: Final = re.compile(r"ل(?:ـ+\s*|\s?)[«“\"]")
"""It stands in each, and in few paragraphs."""
_TOLD_WORDS: Final = 3
_SIGNED_PARTS: Final = 4
_BESIDE: Final = re.compile(r"\s*[/+]\s*")
_WITH: Final = re.compile(
    r"(?P<paper>[^\W\d][^\s،:]+(?:\s[^\s،:]+){0,2})\sمع\s\(?(?P<agency>[^()،.:]{2,20})\)?"
)
_OF_SITE: Final = re.compile(r"\w\.\w|\w\s?\d{1,3}$")
"""«صدى.كوم», «صدى 24»."""


def are_sources(text: str) -> bool:
    """Two agencies or papers, or more, and nothing else: «الضفاف / أ ف ب»."""
    names = AND.split(text)
    return len(names) > 1 and all(
        gazetteer.is_agency(name) or key(name) in gazetteer.OUTLETS for name in names
    )


def signed(text: str) -> tuple[str, tuple[str, ...]]:
    """The agency and those who wrote for it, in a line between slashes, «واع/سامي حداد»;
    or a paper and its agencies, «الضفاف/ أ ف ب», as they are printed, «فرانس 24 مع رويترز» as the
    agency; '' and () in any other line.
    """
    if agency := _beside_paper(text):
        return agency, ()
    parts = [part.strip(EDGES) for part in _BESIDE.split(text)]
    if not 1 < len(parts) <= _SIGNED_PARTS or not all(parts) or initials(text) is not None:
        return "", ()
    agencies = [part for part in parts if gazetteer.is_agency(part)]
    others = [part for part in parts if part not in agencies]
    if not agencies or any(part.count(" ") >= _TOLD_WORDS for part in others):
        return "", ()
    if others and parts[0] == agencies[0] and all(map(gazetteer.may_be_person, others)):
        return agencies[0], tuple(others)
    if len(others) == 1 and parts[-1] == agencies[-1] and not gazetteer.is_person(others[0]):
        return text.strip(" .-–—ـ()[]*"), ()
    return "", ()


def _beside_paper(text: str) -> str:
    """The agency with which a paper or a site wrote; the paper, where the agencies are unnamed."""
    told = _WITH.fullmatch(text) if " مع " in text else None
    if told is None or not gazetteer.is_agency(told["agency"]):
        return ""
    paper = told["paper"]
    if not (key(paper) in gazetteer.OUTLETS or is_paper(paper) or _OF_SITE.search(paper)):
        return ""
    return first_source([paper, told["agency"]])


def is_paper(text: str) -> bool:
    """«صوت الجبل», «جريدة الضفاف»: what papers are called, and nothing else."""
    return is_called_as_papers(text) or is_medium(text)


def is_agency(text: str) -> bool:
    """An agency that is known, or is called one: «وكالة الضفاف»."""
    return gazetteer.is_agency(text) or _AGENCY.fullmatch(text) is not None


def is_medium(text: str) -> bool:
    """«جريدة الضفاف»."""
    return _MEDIUM.fullmatch(text) is not None


def is_called_as_papers(text: str) -> bool:
    """Two words such as «صوت المغرب»: a paper's name, and no person's."""
    return _PAPER.fullmatch(text) is not None


def editorial(text: str) -> str:
    """The paper whose own word a line announces, «كلمة الرياض»; or ''."""
    _, _, paper = text.partition(" ")
    if not _EDITORIAL.match(text):
        return ""
    return paper if any(paper in names for _, names, _ in gazetteer.outlets()) else ""


def are_agencies(text: str) -> bool:
    """«وكالات»: agencies that nobody names."""
    return key(text) in _AGENCIES_ALL


def is_desk(name: str) -> bool:
    """A paper's own desk, which says nobody's name: «محرر الشؤون المحلية»."""
    return _DESK.match(name) is not None


def first_source(sources: Sequence[str]) -> str:
    """The first that has a name, an agency before the paper that took its story: «وكالات» is the
    source only where no other is.
    """
    named = [name for name in sources if not are_agencies(name)]
    named.sort(key=gazetteer.is_news_agency, reverse=True)
    return next(iter(named), "".join(sources[:1]))


def is_organisation(name: str) -> bool:
    """An agency, a paper or a desk, which is a source and no author: «أ ف ب», «هيئة التحرير»."""
    return gazetteer.is_agency(name) or gazetteer.is_outlet(name) or bodies.is_body(name)


def paper_of(correspondent: str) -> str:
    """The paper of «مراسل «الضفاف»»; what is none stays."""
    return _OF_PAPER.sub("", correspondent).strip(EDGES)


def closing(paragraph: str) -> str:
    """The agencies with which a text ends, in brackets or behind its last sentence, or ''; the text
    stays whole.
    """
    end = paragraph[-_CLOSING_LENGTH:]
    bracketed = _CLOSING.search(end)
    if bracketed and _ENDED.search(end, 0, bracketed.start()) and is_agency(bracketed["agency"]):
        return str(bracketed["agency"])
    matches = [bracketed] if bracketed else _BEHIND_SENTENCE.finditer(end)
    names = (match["agency"].strip(EDGES) for match in matches)
    return next((n for n in names if gazetteer.is_news_agency(n) or are_sources(n)), "")


def source(text: str) -> str:
    """The source named in a line such as «المصدر: رويترز», or ''."""
    service = _SERVICE.fullmatch(text)
    if service and (text[0] == "*" or gazetteer.is_outlet(service["source"])):
        return service["source"]
    if described := _DESCRIBED.fullmatch(text):
        return described["source"]
    if copied := _COPIED.fullmatch(text):
        return copied["source"]
    match = _SOURCE.fullmatch(text)
    if not match or "http" in text or match["source"].partition("،")[0].count(" ") > 5:
        return ""
    named = _OWN.sub("", match["source"])
    first, comma, _ = named.partition("،")
    if comma and gazetteer.is_news_agency(first.strip()):
        named = first  # and what else was read for it
    bare = re.sub('["«»“”]', "", named).strip(" .،()")
    return bare if bare.count("(") == bare.count(")") else re.sub("[()]", "", bare)


def initials(text: str) -> str | None:
    """The agency, or the name, beside the initials of who wrote and edited a story, '' without one;
    None where a line is something else.
    """
    if len(text) > _LONGEST_INITIALS:
        return None
    if dashed := _DASHED_AGENCY.fullmatch(text):
        return dashed["agency"]
    match = _INITIALS.fullmatch(_OVER.sub("", text).replace("هـ", "ه"))  # so that it stands alone
    if match and len(LETTER.findall(_BRACKETED.sub("", text))) > 1:
        return match["agency"] or match["of"] or match["last"] or match["first"] or ""
    return "" if _BETWEEN_DASHES.fullmatch(text) else None


def told(texts: Iterable[str]) -> str:
    """The paper to which somebody says something in a text; '' where there is none, or several."""
    found = {
        match["name"]: None
        for text in texts
        if _TO_QUOTED.search(text)
        for match in _TOLD.finditer(text)
    }
    papers = [name for name in found if name.count(" ") < _TOLD_WORDS and not _is_other(name)]
    return papers[0] if len({key(name) for name in papers}) == 1 else ""


def told_in(headline: str) -> str:
    """The paper to which the headline says that somebody speaks: «سامي حداد لـ«الضفاف»: …»."""
    match = _TOLD_BEFORE.search(headline)
    name = match["name"].strip() if match else ""
    if name.count(" ") >= _TOLD_WORDS or _is_other(name):
        return ""
    land = gazetteer.is_place(name) and key(name) not in gazetteer.OUTLETS
    return "" if land else name


def _is_other(name: str) -> bool:
    """An agency serves all papers; institutions are spoken to as well."""
    return gazetteer.is_agency(name) or bodies.is_body(name)
