"""Related stories: the links to them that a page shows in a text and below it."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import dating, gazetteer, lexicon
from warraq.importer.lines import Line, key, without_feminine

_LABELS: Final = """
روابط ذات علاقة، روابط ذات صلة، اقرأ أيضا، اقرأ المزيد، مقالات ذات صلة، أخبار ذات صلة،
مواضيع ذات صلة، مواضيع متعلقة، موضوعات متعلقة، ذات صلة، شاهد أيضا، انظر أيضا، طالع أيضا، قد يهمك،
قد يهمك أيضا، قصص قد تهمك، قصص مقترحة، الموضوعات المتعلقة، مواضيع ذات علاقة، وصلات ذات صلة،
قد يعجبك، قد يعجبك أيضا، يهمك أيضا، لمعرفة المزيد، للاطلاع على المزيد،
في نفس السياق، أخبار متعلقة، الأخبار المتعلقة، مقالات متعلقة، أخبار مرتبطة، مواضيع مرتبطة،
مواضيع مشابهة، موضوعات ذات صلة، اقرأ كذلك، يمكنك قراءة، يمكنك أيضا قراءة، موضوعات مقترحة،
مواضيع مقترحة، موضوعات أخرى، أخبار أخرى، مواضيع أخرى، في العدد نفسه، من العدد نفسه،
في هذه الصفحة، في هذا العدد، تابع أيضا، تابعوا أيضا، وأيضا،
المزيد حول الموضوع، المزيد من المحتوى حول الموضوع، نرشح لك، اخترنا لك، محتوى ذو صلة، محتويات ذات
صلة، مختارات، مادة مقترحة، مواد مقترحة، مقال مقترح، مقالات مقترحة، مواد ذات صلة،
قصص مختارة، للمزيد في هذا الملف، المزيد في هذا الملف، في هذا الملف،
التحديثات الحية، الأخبار ذات الصلة، مواقع خارجية متصلة بالموضوع،
مواقع متصلة بالموضوع،
Read also، Related
"""
_BREAKING: Final = frozenset(
    map(key, ("عاجل", "أخبار عاجلة", "الأخبار العاجلة", "خبر عاجل", "شريط الأخبار", "أحدث الأخبار"))
)
LABELS: Final = frozenset(key(label) for label in re.split(r"،\s+", _LABELS.strip()))
"""Under which links to other stories stand."""
_LINK_START: Final = re.compile(
    r"(?:[اإ]قر[أا](?:وا)?\s+(?:[أا]يض[اًا]+|المزيد|كذلك)|شاهد\s+[أا]يض[اًا]+|طالع\s+[أا]يض[اًا]+|"
    r"ذات صلة\s*[:|]|من الأرشيف\s*:|(?:فيديو|بالفيديو)\s*[:|]|(?:معرض|ألبوم)(?:\s(?:ال)?صور)?\s*:|"
    r"للمزيد\s*[:،,–—-]|Read also|للمزيد على (?:موقع )?\S+(?:\s\S+){0,2}\s?(?=:\s*\S)|"
    r"(?:أخبار|مواضيع|موضوعات|مقالات|قصص|تقارير)\s(?:متعلقة|متصلة|مرتبطة|مشابهة|ذات صلة)\s*"
    r"(?=:\s*\S)|"
    r"(?:لل(?:مزيد|اطلاع على المزيد)|لمعرفة المزيد|[اإ]قر[أا](?:وا)?|[أا]يض[اًا]+|"
    r"و?قد\s+[يت]همكم?(?:\s+[أا]يض[اًا]+)?)\s*"
    r"(?=[:/|]|\.\.|…|\s[-–—]\s)|شاهد(?:وا)?\s*(?=\.\.|…))\s*[:/|.…–—-]*\s*\S",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?:أخبار|مواضيع|موضوعات|مقالات|قصص|تقارير|روابط)\s(?:أخرى\s)?(?:ذات (?:صلة|علاقة|العلاقة|"
    r"الصلة)|"
    r"مرتبطة|متعلقة|متصلة|مشابهة)(?:\s[^.؟!:]{2,24})?\s*:?"
)
_MORE_ON: Final = re.compile(r"(?:لل)?(?:مزيد|اقرأ المزيد) على (?:موقع )?\S+(?:\s\S+){0,2}\s?:")
"""«للمزيد على الضفاف:»."""
_ALSO: Final = re.compile(r"(?:على|في)\s\S+(?:\s\S+)?\s[أا]يض[اًا]+\s*:?")
_MORE_OF: Final = re.compile(r"(?:المزيد|اقر[أا] المزيد) (?:من|في|عن) (?P<section>\S.+?)\s?:?")
_SKIPPED: Final = re.compile(r"تخط[ىي]\s+(?P<what>\S.{1,40}?)\s+وواصل القراءة")
_MOST_SKIPPED: Final = 14
_PUBLISHED: Final = re.compile("(?:هذا المحتوى )?تم\u0651? نشر(?:ه| هذا المحتوى) على\\s")
_LEADS_ON: Final = ("طالع المزيد", "اقرأ المزيد", "تابع القراءة")
_ADDRESSED: Final = re.compile(
    r"[^<>]{2,120}\s<https?://[^\s<>]+>|\[\s*(?![\s#!])[^\[\]]{4,}\]\((?:https?:/)?/[^()\s]*\)"
)
"""A link with its address, as browsers save a page as text, and programs as Markdown."""
_LONGEST_LABEL: Final = 48
_LONGEST_LINK: Final = 200
_LISTED: Final = re.compile(r"[-–—•*·▪]\s")
_HEADING_WORDS: Final = 3
_TOLD_WORDS: Final = 8
"""Of a line that may be a sentence's first half, more."""
_MOST_LINKS: Final = 9
"""Of a block, with its label; the numbers beside them do not count."""
_END_OF_LIST: Final = "end of list"
"""What a list of links says to those who hear the page."""
_CUT_OFF: Final = (" …", " ...", "[…]", "[...]")
"""How a program shows that a story goes on behind its link."""
_FULL_STOP: Final = re.compile(r"[^.]\.$")


def is_link_label(text: str) -> bool:
    """A label under which links to other stories stand, in the middle of a text too."""
    if len(text) >= _LONGEST_LABEL:
        return False
    bare = without_feminine(text)
    if more := _MORE_OF.fullmatch(bare):
        return gazetteer.is_section(more["section"])
    known = key(bare) in LABELS or _LABELLED.fullmatch(bare) is not None
    return known or _MORE_ON.fullmatch(bare) is not None


def is_breaking(text: str) -> bool:
    """«خبر عاجل»: a label of what just happened elsewhere."""
    return len(text) < _LONGEST_LABEL and key(text) in _BREAKING


def may_be_link_label(text: str) -> bool:
    """«على الضفاف أيضا»: a label, if headlines stand below."""
    return len(text) < _LONGEST_LABEL and _ALSO.fullmatch(text) is not None


def is_published(text: str) -> bool:
    """«تم نشر هذا المحتوى على …»: how one page begins what it tells of another story, amid a text
    and below its headline.
    """
    return text[0] in "ته" and _PUBLISHED.match(text) is not None


def leads_on(text: str) -> bool:
    """«طالع المزيد» and the headline of the story that the lines above it begin."""
    return text.startswith(_LEADS_ON)


def end_of_skipped(lines: Sequence[Line], start: int, end: int) -> int:
    """Where what readers may skip is over, «تخطى البودكاست وواصل القراءة»: below the line that says
    so, «البودكاست نهاية»; 0 where none does.
    """
    match = _SKIPPED.fullmatch(lines[start].text)
    if match is None:
        return 0
    what = key(match["what"])
    last = min(end, start + _MOST_SKIPPED)
    over = (
        i + 1 for i in range(start + 1, last) if lines[i].key in (f"{what}نهايه", f"نهايه{what}")
    )
    return next(over, 0)


def is_link(text: str) -> bool:
    """«اقرأ أيضا:» and a headline, on one line."""
    if len(text) >= _LONGEST_LINK or text[-1] == ".":
        return False
    text = text.lstrip("»›>*•· ") or text
    if text[-1] in ">)" and _ADDRESSED.fullmatch(text):
        return True
    return _LINK_START.match(text) is not None or _is_below_label(text)


def _is_below_label(text: str) -> bool:
    """A place's or a section's name stands twice before a headline, as one page prints its links:
    «السعودية السعودية ورد الطائف يكسو السفوح».
    """
    name, _, rest = text.partition(" ")
    if not rest.startswith(f"{name} ") or rest.count(" ") < _HEADING_WORDS:
        return False
    return gazetteer.is_place(name) or (gazetteer.is_section(name) and name.startswith("ال"))


def links(lines: Sequence[Line], start: int, end: int) -> range:
    """The link block whose label is lines[start]: the label and the headlines under it.

    It ends before the first sentence, before a line that goes on in the next, after eight lines,
    before one without the mark of a list that the first has, before one that is there twice where
    the first is not, as captions are, and before a line that a blank line parts from headlines that
    none parts: that one may be a sub-heading. Where blank lines part all,
    the last of several may be one if it is short. The very last line of a text is of it if it is a
    story's beginning, cut off by stops that stand apart.
    """
    index = start + 1
    parted = index < end and lines[index].gap
    listed = index < end and _LISTED.match(lines[index].text) is not None
    most = start + _MOST_LINKS
    while index < min(end, most) and _may_be_link(lines[index]):
        most += lines[index].text.isdigit()
        if goes_on(lines, index) or (listed and not _LISTED.match(lines[index].text)):
            break
        if index > start + 1 and _is_first_of_two(lines, index, start + 1):
            break
        if lines[index].text == _END_OF_LIST:
            return range(start, index + 1)
        if not parted and lines[index].gap and not any(x.gap for x in lines[start + 2 : index]):
            break
        index += 1
    if index == end - 1 and index > start + 1 and lines[index].text.endswith(_CUT_OFF):
        return range(start, end)
    if parted and index > start + 2 and _may_head(lines[index - 1]):
        index -= 1
    return range(start, index)


def _is_first_of_two(lines: Sequence[Line], index: int, first: int) -> bool:
    """The line stands right below once more, as the block's first does not."""
    twice, first_twice = (
        lines[at + 1 : at + 2] != () and lines[at].key == lines[at + 1].key for at in (index, first)
    )
    return twice and not first_twice


def _may_head(line: Line) -> bool:
    """A word to three, and no day."""
    return line.words <= _HEADING_WORDS and dating.read(line.text, date.max) is None


def goes_on(lines: Sequence[Line], index: int) -> bool:
    """The next line begins with a comma, as what a link once parted."""
    return index + 1 < len(lines) and lines[index + 1].text[0] in "،,"


def _begins_amid(text: str) -> bool:
    """It goes on from a sentence above, as no headline does."""
    return lexicon.goes_on(normalise(text.partition(" ")[0]))


def _may_be_link(line: Line) -> bool:
    if line.sentence or line.words > 18 or line.text[-1] in ":؛;،":
        return False  # what is enumerated
    if line.text.count("؟") > 1:
        return False  # a talk asks so
    if line.words > _TOLD_WORDS and line.text[0] == "و" and _begins_amid(line.text):
        return False  # «وتقول الهيئة إن …»: torn off
    return _FULL_STOP.search(line.text) is None
