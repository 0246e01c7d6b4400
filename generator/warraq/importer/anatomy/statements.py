"""What a line states about the article: its writer, place, day, source, address, summary.

What is stated first holds; but of the source a dateline knows more than a line of the head.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    bylines,
    dateline,
    dating,
    gazetteer,
    imprint,
    opening,
    opening_parts,
    posted,
    press,
)
from warraq.importer.anatomy.pictures import take_of_picture
from warraq.importer.anatomy.reading import Reading
from warraq.importer.lexicon import is_common, opens_story
from warraq.importer.lines import key

_TITLES: Final = bylines.OFFICES | frozenset(
    [
        *("رئيس", "رئيسة", "نائب", "نائبة", "عضو", "عضوة", "مدير", "مديرة", "أمين", "أمينة"),
        *("وزير", "وزيرة", "وكيل", "وكيلة", "سفير", "سفيرة", "عميد", "عميدة", "متخصص", "متخصصة"),
        *("مختص", "مختصة", "أخصائي", "أخصائية", "اختصاصي", "محاضر", "محاضرة", "ناشط", "ناشطة"),
        *("داعية", "مفكر", "مفكرة", "مؤلف", "مؤلفة", "منسق", "منسقة", "معلم", "معلمة"),
    ]
)
"""With what others are too, of whom texts speak."""
_NAMES: Final = range(2, 6)
"""Words of a name before them."""
_OFFICE_WORDS: Final = 8
_NOTICE_WORDS: Final = 30
"""Of what a page says of a writer between headline and text."""
_ACTS: Final = re.compile(r"\sي\w{2,}(?<![يةى])\b")
"""A verb, as a caption or a headline has; «يمني» is none."""
_SLIP: Final = 0.7
"""How alike two spellings of one word are, at least."""
_LEAD_WORDS: Final = 13
"""Of the shortest line that is no headline if the text says it again."""


def read_head_line(reading: Reading, index: int) -> bool:
    """Take what a line of the head states; False where it states nothing that is known."""
    found, text, kind = reading.found, reading.lines[index].text, reading.kind(index)
    if kind == "date":
        reading.roles[index] = "date"
        found.dated = dating.earlier(found.dated, reading.dated(index))
    elif kind == "dateline" or (kind == "shape" and _is_signed(reading, index)):
        return _read_dateline(reading, index)
    elif kind in ("posted", "byline") or (kind == "name" and not _is_subject(reading, text)):
        take_byline(reading, index)
    elif kind in ("credit", "caption"):
        take_of_picture(reading, index)
    elif kind == "url":
        read_url(reading, index)
    elif kind == "section" and not found.category:
        reading.roles[index] = "section"
        found.category = imprint.category(text) or text
    elif kind in ("outlet", "source"):
        reading.roles[index] = kind
        named, dated = dating.without_day(attribution.source(text) or text, reading.today)
        found.dated = found.dated or dated
        _take_source(reading, named.strip(" :-–—،,"))
    elif kind in ("noise", "share", "label", "section"):
        reading.roles[index] = "menu"
    else:
        return False
    return True


def _is_of_other(reading: Reading, index: int, where: dateline.Dateline) -> bool:
    """Above the headline of a page whose owner is known, the name of another paper and nothing
    else: an item of its menu.
    """
    if not (reading.is_page and reading.owner and index < reading.title and where.source):
        return False
    alone = not (where.place or where.dated or where.authors)
    other = key(where.source) not in reading.outlets and not gazetteer.is_agency(where.source)
    return alone and other


def _read_dateline(reading: Reading, index: int) -> bool:
    """Take a dateline; not a second place."""
    where, found = reading.dateline(index), reading.found
    if where is None or (found.dateline and where.place):
        return False
    if _is_of_other(reading, index, where):
        reading.roles[index] = "menu"
        return True
    if index < reading.title and _is_of_land(where):
        reading.roles[index] = "outlet"
        found.source = found.source or where.source
        return True
    reading.roles[index] = "dateline"
    take_dateline(reading, where, usual=reading.usual(index) == "dateline")
    return True


def _is_of_land(where: dateline.Dateline) -> bool:
    """A paper and its country, above a headline: «صحيفة الضفاف - لبنان»."""
    land = gazetteer.is_place(where.place) and not gazetteer.is_city(where.place)
    return land and attribution.is_medium(where.source) and not where.authors


def _is_signed(reading: Reading, index: int) -> bool:
    """What has but the shape of a dateline is one right above the text, or its day; or right below
    the headline, or its day, with a known name.
    """
    where = reading.dateline(index)
    if where is None or reading.found.dateline or _is_above_dateline(reading, index):
        return False
    named = where.authors != () and all(map(gazetteer.is_person, where.authors))
    above_text = all(reading.kind(i) == "date" for i in range(index + 1, reading.start))
    below = all(reading.kind(i) in ("date", "noise") for i in range(reading.title + 1, index))
    dated = index + 1 < reading.start and reading.kind(index + 1) == "date"
    return above_text or (named and (below or dated))


def _is_above_dateline(reading: Reading, index: int) -> bool:
    """Where it was written, and for whom, stands right below."""
    if index + 1 >= reading.start or reading.kind(index + 1) != "dateline":
        return False
    below = reading.dateline(index + 1)
    return below is not None and below.place != "" and below.source != ""


def _is_subject(reading: Reading, name: str) -> bool:
    """A name that headline and text speak of is under a picture, not under the article, be it all
    but its first word: «زهرة السوسن الأسود»; a headline alone may begin with its writer's.
    """
    text = reading.lines[reading.title].text
    headline = {key(word) for word in text.split()}
    rest = name.partition(" ")[2]
    named = all(key(word) in headline for word in name.split()) or (" " in rest and rest in text)
    named = named and reading.title >= 0
    return named and speaks_of(reading, name.rsplit(maxsplit=1)[-1])


def speaks_of(reading: Reading, word: str, before: int | None = None) -> bool:
    """The text, or what of it stands above a line, has a word, with or without a letter that clings
    to it in front; tags behind its last sentence do not count.
    """
    end = reading.end if before is None else before
    *others, last = [line.text for line in reading.lines[reading.start : end]] or [""]
    text = " ".join((*others, "" if imprint.tags_behind(last) else imprint.glued_tags(last)[0]))
    return re.search(rf"(?<!\w)[وفبلك]?{re.escape(word)}(?!\w)", text) is not None


def take_byline(reading: Reading, index: int) -> None:
    """A writer's name; or writer, day and section, in a line that a program has made."""
    found, text = reading.found, reading.lines[index].text
    reading.roles[index] = "byline"
    told = posted.read(text, reading.today)
    text, agency = bylines.with_agency(text)
    names = told.authors if told else bylines.byline(text) or bylines.writers(text)
    if reading.site:  # «نص: الضفاف / رويترز»
        names = tuple(name for name in names if key(name) != key(reading.site))
    second = index > 0 and reading.roles[index - 1] == "byline" and len(found.authors) == 1
    if second and not told and _are_writers(reading, (*found.authors, *names)):
        found.authors = tuple(dict.fromkeys((*found.authors, *names)))
    found.authors = found.authors or names
    found.source = found.source or agency
    if told:
        found.dated = found.dated or told.dated
        found.category = found.category or told.section
        found.source = found.source or told.source


def _take_source(reading: Reading, name: str) -> None:
    """A paper's name; «المصدر: دبي - الضفاف» has the place beside it."""
    where = dateline.read(name, reading.today, reading.outlets)
    if where and where.place and (where.source or where.authors):
        take_dateline(reading, where)
    else:
        reading.found.source = reading.found.source or name


def _are_writers(reading: Reading, names: Sequence[str]) -> bool:
    """All are known names, of none of which the text speaks."""
    return all(
        gazetteer.is_person(name) and not speaks_of(reading, name.rsplit(maxsplit=1)[-1])
        for name in names
    )


def take_dateline(reading: Reading, where: dateline.Dateline, *, usual: bool = False) -> None:
    """What a dateline states; doubted where nothing but its shape says that it is one, unless that
    is the `usual` place for it.
    """
    found = reading.found
    if _is_papers(reading, where):
        where = replace(where, place="", source=where.place)
    if where.source in found.authors or _is_of_owner(reading, where):
        where = replace(where, source="")  # a name that no list has; the page's foot says it whole
    if _is_writers(reading, where):
        where = replace(where, source="", authors=(where.source,))
    found.dateline = found.dateline or where.place
    same = press.are_one(found.source, where.source)
    if not (same or (found.source and found.source in where.source)):
        found.source = where.source or found.source
    found.authors = found.authors or where.authors
    found.dated = dating.earlier(found.dated, where.dated)
    if not where.sure and not usual:
        reading.doubt("dateline")


def _is_writers(reading: Reading, where: dateline.Dateline) -> bool:
    """What seems a paper's name behind the place is the writer's, where page or head name their
    paper: two words, none of which is an everyday one.
    """
    name = where.source
    if not where.place or name.count(" ") != 1 or where.authors or reading.found.authors:
        return False
    known = gazetteer.is_agency(name) or gazetteer.is_outlet(name) or opening_parts.is_paper(name)
    return not known and gazetteer.has_no_word(name) and _has_other_paper(reading, name)


def _has_other_paper(reading: Reading, name: str) -> bool:
    """The page, or what stands above the headline, names another paper than this."""
    above = (line.text for line in reading.lines[: max(0, reading.title)])
    papers = [text for text in above if attribution.is_paper(text) or opening_parts.is_paper(text)]
    papers += filter(None, (reading.found.source, reading.owner, reading.called))
    return papers != [] and not any(word in paper for paper in papers for word in name.split())


def _is_of_owner(reading: Reading, where: dateline.Dateline) -> bool:
    """«ضفاف نيوز», in no list, on a page that keeps its rights as «وكالة ضفاف الإخبارية»; «ضفاف»
    where no place and no writer stand beside it.
    """
    source, owner = where.source, reading.owner
    if not source or key(source) == key(owner):
        return False
    if source in owner:
        return not (where.place or where.authors)
    known = gazetteer.is_news_agency(source) or key(source) in gazetteer.OUTLETS
    return not known and source.partition(" ")[0] in owner.split()


def _is_papers(reading: Reading, where: dateline.Dateline) -> bool:
    """What seems a writer's place, an everyday word with its article of which the text does not
    speak, is his paper's name: «الشاهد – سامي حداد».
    """
    place = where.place
    return (
        not (where.sure or where.source)
        and where.authors != ()
        and place.startswith("ال")
        and is_common(normalise(place))
        and not speaks_of(reading, place)
    )


def is_said_again(reading: Reading, index: int) -> bool:
    """The first paragraph, with or without its dateline, begins with a line that stands above it;
    one that is long, as headlines are not, or the verb alone.
    """
    said = reading.lines[index]
    below = reading.lines[max(index + 1, reading.start) :][:1]
    if below and said.words == 1 and opens_story(normalise(said.text)):
        return below[0].text.startswith(f"{said.text} ")
    if said.words < _LEAD_WORDS or not below:
        return False
    return opening.begins([below[0].text], said.key)


def take_summary(reading: Reading, index: int, text: str) -> None:
    """A summary that only repeats how the text begins, behind its dateline or below a note, or all
    of it but a slip in one word, is shown once, there.
    """
    following = reading.lines[reading.start : reading.start + 3]
    said = key(text.rstrip(".… "))
    again = opening.begins([line.text for line in following], said)
    again = again or any(line.key.startswith(said) for line in following[1:2])
    if again or any(_differs_by_slip(text, line.text) for line in following[:1]):
        reading.roles[index] = "lead again"
    else:
        reading.roles[index] = "summary"
        above = reading.found.summary
        kicked = above != "" and reading.title > 0 and reading.roles[reading.title - 1] == "summary"
        reading.found.summary = f"{above}\n{text}" if kicked else above or text


def _differs_by_slip(text: str, below: str) -> bool:
    """All its words but one begin the text, and that one is spelt nearly as the text's."""
    words, others = ([key(word) for word in one.split()] for one in (text, below))
    if len(words) < _LEAD_WORDS or len(others) < len(words):
        return False
    pairs = [(one, other) for one, other in zip(words, others, strict=False) if one != other]
    return len(pairs) == 1 and SequenceMatcher(None, *pairs[0]).ratio() > _SLIP


def read_url(reading: Reading, index: int) -> None:
    """The page's own address."""
    reading.roles[index] = "url"
    reading.found.url = reading.found.url or imprint.url(reading.lines[index].text)


def is_office(reading: Reading, index: int) -> bool:
    """What a writer is, below his name: «كاتبة من العراق»."""
    line, above = reading.lines[index], reading.lines[index - 1]
    return (
        line.words <= (_OFFICE_WORDS if index > reading.start else _NOTICE_WORDS)
        and not (line.ends and index > reading.start)
        and bylines.begins_as_office(line.text)
        and (above.text in reading.found.authors or gazetteer.is_person(above.text))
    )


def named_with_office(text: str) -> str:
    """The writer's name in «سامي حداد عضو الجمعية», a known one and behind it what he is; or ''."""
    words = text.split()
    for count in _NAMES:
        name = " ".join(words[:count])
        if count < len(words) and words[count] in _TITLES and gazetteer.is_person(name):
            return name
    return ""


def is_last_office(reading: Reading, index: int) -> bool:
    """What the writer is, right behind the last sentence; his name stands above the text, or is
    lost.
    """
    line, above = reading.lines[index], reading.lines[index - 1]
    bare = line.text.lstrip("*-–—ـ ")
    return (
        line.words <= _OFFICE_WORDS
        and not line.ends
        and above.ends
        and above.prose
        and bare.partition(" ")[0] in _TITLES
        and ":" not in bare
        and not acts(bare)
    )


def acts(text: str) -> bool:
    """It has a verb, as a headline has."""
    return _ACTS.search(text) is not None
