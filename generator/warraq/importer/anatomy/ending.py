"""The end: where the page goes on without the article, and what the last lines state.

After the last sentence come tags, the writer, the source; then the page's tail, other stories, and
the names of its owner.
"""

import re
from collections.abc import Sequence
from typing import Final

from warraq.importer import (
    attribution,
    boilerplate,
    bylines,
    gazetteer,
    headings,
    imprint,
    noise,
    related,
)
from warraq.importer.anatomy.reading import Reading
from warraq.importer.anatomy.statements import (
    is_last_office,
    is_office,
    read_url,
    speaks_of,
    take_dateline,
)
from warraq.importer.anatomy.tail import tail
from warraq.importer.anatomy.teasers import cut_known
from warraq.importer.lines import Line, key

_BRACKETS: Final = "-–—ـ ()[]./*"
_BOX_LINES: Final = 5
"""Of a box about the writer, at most."""
_ABOUT: Final = ("عن", "عن الكاتب", "عن الكاتبة", "نبذة عن", "الكاتب", "الكاتبة")
_BLOCK: Final = 3
"""Lines that make a block of tags, or of headlines."""
_TAG_WORDS: Final = 3
_SOURCE_WORDS: Final = 20
"""Of the longest line that names whose a text is."""
_PLACE_WORDS: Final = 8
_STAFF: Final = 2
"""Lines at the foot of a page: one alone may be whom a text names last."""
_MOSTLY: Final = 0.6
"""Of the tags of a block, those that the text speaks of."""
_BUTTONS: Final = 4
"""Lines that may stand between a text and its tags."""
_LEAST_TAGS: Final = 2
_COMMA: Final = re.compile("[،,]")
_JOINED: Final = re.compile(r"و\s?\S{3}")
_IN_WORDS: Final = re.compile(r"(?=\W*\w{2})\D+")
_SOURCE_LINES: Final = 12
"""Of a tail, in which the text's source may be named behind links."""
_FOREIGN_WORDS: Final = 2
_NOTICE_WORDS: Final = 50
_JOURNALIST: Final = re.compile(r"\s(?:محرر|صحفي|صحافي|مراسل|مدون|إعلامي|كاتب)[ةه]?\s")
_DOES: Final = re.compile(
    r"\s[تي](?:هتم|كتب|عمل|غط[ّ]?ي|تابع|ختص|حرر)\s|\s(?:مهتم|متخصص|مختص)[ةه]?\s"
)
"""What a notice says of a writer: «تهتم بالتراث»."""
_OTHERS: Final = 0.5
"""Of the words of another story's headline, those that the text has too."""


def cut_tail(reading: Reading) -> None:
    """After the last sentence, from the first marker on, the page is no longer the article. What
    that tail states is read: the owner, and tags; teasers and tags may stand before it too.
    """
    reading.end = _find_end(reading)
    for index in range(reading.end, len(reading.lines)):
        reading.roles[index] = "tail"
    _read_owner(reading)
    cut_known(reading)
    _read_tags(reading)


def _find_end(reading: Reading) -> int:
    """The index at which the page goes on without the article: the tail's, or that of a box, of
    tags, of headlines or of noise before it.
    """
    habitual = frozenset(filter(reading.habitual, range(reading.start + 1, len(reading.lines))))
    names = frozenset(i for i in habitual if _is_of_end(reading, i))
    end = tail(reading.lines, reading.start + 1, habitual, names)
    end = min(end, _about_writer(reading, end), _above_staff(reading, end))
    is_noise = noise.is_noise
    if end < len(reading.lines):
        end = _cut_before_tail(reading, end)
    else:
        is_noise = _is_rule_or_counter  # without a tail, a number may be a table's last
    while end > reading.start + 1 and is_noise(reading.lines[end - 1].text):
        end -= 1
    return end


def _above_staff(reading: Reading, end: int) -> int:
    """The index above the lines that say, at the foot of a page, who makes the paper."""
    start = end
    while start - 1 > reading.start and imprint.is_staff(reading.lines[start - 1].text, ""):
        start -= 1
    return start if end - start >= _STAFF else end


def _is_rule_or_counter(text: str) -> bool:
    numbered, spelled = (any(map(test, text)) for test in (str.isdigit, str.isalpha))
    counter = numbered and spelled and noise.is_noise(text)
    clock = noise.is_clock(text)
    return counter or clock or noise.is_rule(text) or noise.is_code(text)


def _cut_before_tail(reading: Reading, end: int) -> int:
    """The index at which the article is over, where bare tags, or the headlines of other stories,
    stand between its last sentence and the page's tail: three lines or more. The tags are taken.
    """
    lines, start = reading.lines, end
    while start - 1 > reading.start and _is_bare(lines[start - 1]):
        start -= 1
    block = range(start, end)
    if len(block) < _BLOCK:
        return end
    said = [_share_spoken(reading, lines[i].text, start) for i in block]
    if all(lines[i].words <= _TAG_WORDS for i in block):
        if sum(share == 1 for share in said) >= _MOSTLY * len(block):
            tags = tuple(lines[i].text for i in block)
            if not _are_words_of_title(reading, tags):
                reading.found.tags = reading.found.tags or tags
            return start
    elif all(lines[i].words > _TAG_WORDS for i in block) and max(said) <= _OTHERS:
        return start
    return end


def _is_bare(line: Line) -> bool:
    known = line.ends or line.sentence or line.mark or headings.is_item(line.text)
    return not known and "#" not in line.text and attribution.initials(line.text) is None


def _share_spoken(reading: Reading, text: str, end: int) -> float:
    """The share of a line's longer words that the headline, what stands below it, or the text
    before `end` has.
    """
    lines = reading.lines[reading.title + 1 : end]
    whole = key("".join((reading.found.title, *(line.text for line in lines))))
    words = [folded for word in text.split() if len(folded := key(word).removeprefix("ال")) > 2]
    return sum(word in whole for word in words) / len(words) if words else 0


def _read_owner(reading: Reading) -> None:
    """Whose the text and the page are, as the tail says. A place that has the name of the page's
    owner is none: «سامي حداد – الضفاف».
    """
    found, tail = reading.found, reading.lines[reading.end :]
    told = (attribution.source(line.text) for line in tail[:_SOURCE_LINES])
    found.source = found.source or next(filter(None, told), "")
    owner = next(filter(None, (imprint.owner(line.text) for line in tail)), "")
    if not owner:
        return
    found.owner = imprint.paper_of(owner, (*reading.lines[: reading.start], *tail))
    if key(found.dateline) == key(found.owner) and not gazetteer.is_place(found.dateline):
        found.source, found.dateline = found.source or found.dateline, ""


def _about_writer(reading: Reading, end: int) -> int:
    """The index of a box about the article's writer, «عن سامي حداد», of a sentence or two."""
    titles = {f"{word} {name}" for word in _ABOUT for name in reading.found.authors}
    for index in range(end - 1, max(reading.start, end - _BOX_LINES), -1):
        if reading.lines[index].text in titles:
            return index
    return end


def _is_of_end(reading: Reading, index: int) -> bool:
    """A last line that states something: the agency, the writer, the day."""
    text = reading.lines[index].text
    return (
        reading.own_kind(index) in ("date", "url", "byline", "dateline", "name")
        or gazetteer.may_be_person(text)
        or gazetteer.is_agency(text.strip(_BRACKETS))
        or attribution.source(text) != ""
        or imprint.category(text) != ""
    )


def _read_tags(reading: Reading) -> None:
    """Tags stand beside or below a label, before the tail or in it."""
    lines = reading.lines
    for index in range(reading.start + 1, len(lines)):
        beside = imprint.tags_label(lines[index].text)
        if beside is None or lines[index].piece:
            continue
        reading.roles[index] = "tags"
        texts = [beside] if beside else []
        below = index + 1
        while not beside and below < min(len(lines), index + 13) and _may_be_tag(lines[below]):
            texts.append(lines[below].text)
            reading.roles[below] = "tags"
            below += 1
        tags = [tag for text in texts for tag in imprint.tags_of(text)]
        reading.found.tags = tuple(dict.fromkeys(tag for tag in tags if len(tag) <= 40))
        if len(tags) != len([tag for tag in tags if len(tag) <= 40]):
            reading.doubt("tags")
        break
    if not reading.found.tags:
        _read_bare_tags(reading)
        _read_keywords(reading)


def _read_keywords(reading: Reading) -> None:
    """The last line may be nothing but tags between commas, three or more, of most of which the
    article speaks. An enumeration is announced, and joins its last item to the others.
    """
    index = max(reading.rest(reading.start + 1), default=0)
    line = reading.lines[index]
    if not index or line.ends or reading.lines[index - 1].text.endswith(":"):
        return
    if len(_COMMA.findall(line.text)) < _BLOCK - 1:
        return
    tags = imprint.tags_of(line.text)
    few = all(tag.count(" ") < _TAG_WORDS and _IN_WORDS.fullmatch(tag) for tag in tags)
    if len(set(tags)) < _BLOCK or not few or _JOINED.match(tags[-1]):
        return
    said = sum(_share_spoken(reading, tag, index) == 1 for tag in tags)
    if said >= _MOSTLY * len(tags):
        reading.roles[index] = "tags"
        if not _are_words_of_title(reading, tags):
            reading.found.tags = reading.found.tags or tags


def _read_bare_tags(reading: Reading) -> None:
    """The first lines of the tail, below its buttons, may be tags without a label: a few words
    each, of most of which the article speaks, and no headlines under a label of theirs.
    """
    lines, start = reading.lines, reading.end
    while start < len(lines) and start - reading.end < _BUTTONS and _is_button(lines[start]):
        start += 1
    end = start
    while end < len(lines) and _is_bare(lines[end]) and lines[end].words <= _TAG_WORDS:
        if boilerplate.marks_tail(lines[end].text):
            break
        end += 1
    said = [_share_spoken(reading, lines[i].text, reading.end) == 1 for i in range(start, end)]
    while said and not said[-1]:
        said.pop()
    if len(said) < _LEAST_TAGS or sum(said) < _MOSTLY * len(said):
        return
    tags = tuple(line.text for line in lines[start : start + len(said)])
    if not _are_words_of_title(reading, tags):
        reading.found.tags = tags
        reading.roles[start : start + len(said)] = ["tags"] * len(said)


def _is_button(line: Line) -> bool:
    asks = boilerplate.marks_tail(line.text) and not related.is_link_label(line.text)
    return asks or line.text.isascii()


def _are_words_of_title(reading: Reading, tags: Sequence[str]) -> bool:
    """The headline, taken apart."""
    headline = set(map(key, reading.found.title.split()))
    return sum(key(tag) in headline for tag in tags) >= _MOSTLY * len(tags)


def _may_be_tag(line: Line) -> bool:
    commas = line.text.count("،") + line.text.count(",")
    few = line.words <= 5 or (commas and line.words <= 5 * (commas + 1))
    return bool(few) and not line.ends and not boilerplate.marks_tail(line.text)


def read_end(reading: Reading) -> None:
    """The last lines may name the agency, the writer, the address, the day, or be # tags."""
    found = reading.found
    for index in reversed(reading.rest(reading.start + 1)[-4:]):
        line, text = reading.lines[index], reading.lines[index].text
        if imprint.is_hash_tags(text):
            reading.roles[index] = "tags"
            found.tags = (*imprint.tags_of(text), *found.tags)
        elif imprint.url(text):
            read_url(reading, index)
        elif any(read(reading, index) for read in (_read_source, _read_initials, _read_place)):
            continue
        elif _is_foreign(line):
            reading.roles[index] = "menu"
        elif section := imprint.category(text):
            reading.roles[index] = "section"
            found.category = found.category or section
        elif _read_writer(reading, index):
            continue
        elif found.dated is None and line.words <= 12 and (dated := reading.dated(index)):
            reading.roles[index] = "date"
            found.dated = dated
        else:
            break
    for index in reading.rest(reading.start)[-1:]:
        found.source = found.source or attribution.closing(reading.lines[index].text)


def _is_foreign(line: Line) -> bool:
    """A word or two in Latin letters, as an advertiser's name, and no address."""
    few = line.words <= _FOREIGN_WORDS and line.text.isascii() and not line.piece
    return few and any(map(str.isalpha, line.text)) and "@" not in line.text


def _notice_of(reading: Reading, index: int) -> str:
    """The writer of whom the very last line says what he does: it begins with a name and a
    journalist's office; or ''.
    """
    line, authors = reading.lines[index], reading.found.authors
    office = _JOURNALIST.search(line.text) if line.words <= _NOTICE_WORDS else None
    if office is None or index + 1 < reading.end or not _DOES.search(line.text):
        return ""
    name = line.text[: office.start()]
    return name if name in authors or (not authors and gazetteer.is_person(name)) else ""


def _read_writer(reading: Reading, index: int) -> bool:
    """Take the writer whom a last line names, or what he is; False where it names none, or one more
    than the head has.
    """
    found, line, text = reading.found, reading.lines[index], reading.lines[index].text
    is_his_office = is_office(reading, index) or is_last_office(reading, index)
    if notice := _notice_of(reading, index):
        reading.roles[index] = "byline"
        found.authors = found.authors or (notice,)
        return True
    if is_his_office or text in found.authors:
        reading.roles[index] = "byline again" if found.authors else "byline"
        return True
    names = bylines.byline(text)
    if found.authors or not (names or (line.words <= 4 and _is_writer(reading, index, text))):
        return False
    reading.roles[index] = "byline"
    found.authors = names or (text,)
    return True


def _read_source(reading: Reading, index: int) -> bool:
    """Take the source that a last line names; False where it names none."""
    found, text = reading.found, reading.lines[index].text
    if reading.lines[index].words > _SOURCE_WORDS:
        return False
    named, bare = attribution.source(text), text.strip(_BRACKETS)
    if named:
        found.source = found.source or named
    elif attribution.are_sources(bare):
        found.source = found.source or bare
    elif gazetteer.is_agency(bare):
        found.source = bare
    elif reading.lines[index - 1].ends and _is_paper(text, bare):
        found.source = found.source or bare.strip('«»"“”')
    else:
        return False
    reading.roles[index] = "source"
    return True


def _is_paper(text: str, bare: str) -> bool:
    """A known paper, by more than a word: «صدى البلد», «(الجزيرة)»; or a site: «DIFAF.COM»."""
    if text.isascii():
        return gazetteer.is_site(text)
    more = " " in bare or text[0] in '(«["“'
    return more and key(bare) in gazetteer.OUTLETS


def _read_place(reading: Reading, index: int) -> bool:
    """Take a dateline that stands right behind the last sentence: the writer, or a known paper, and
    the place; False where the line is none.
    """
    line, above = reading.lines[index], reading.lines[index - 1]
    if line.ends or line.words > _PLACE_WORDS or not (above.ends and above.prose):
        return False
    where = reading.dateline(index)
    if where is None or not (where.sure and where.place):
        return False
    if where.authors:
        known = all(map(gazetteer.is_person, where.authors))
    else:
        known = gazetteer.is_news_agency(where.source) or key(where.source) in gazetteer.OUTLETS
    if known:
        reading.roles[index] = "dateline"
        take_dateline(reading, where)
    return known


def _read_initials(reading: Reading, index: int) -> bool:
    """Take the agency that stands beside the initials of who wrote for it; False without these."""
    agencies = attribution.initials(reading.lines[index].text)
    if agencies is None:
        return False
    if agencies and key(agencies) not in gazetteer.GIVEN_NAMES:
        if not (gazetteer.is_agency(agencies) or attribution.are_sources(agencies)):
            return False
        reading.found.source = agencies
    reading.roles[index] = "frame"
    return True


def _is_writer(reading: Reading, index: int, text: str) -> bool:
    """A known name, or the shape of one where other texts of the outlet end in it too; or a given
    name with another word, of which the text does not speak, right behind its last sentence.
    """
    if gazetteer.is_person(text):
        return True
    if not gazetteer.may_be_person(text):
        return False
    if reading.habitual(index):
        return True
    words = text.split()
    signed = any(key(word) in gazetteer.GIVEN_NAMES for word in words) and not any(
        speaks_of(reading, word, before=index) for word in words
    )
    if signed and reading.lines[index - 1].stops:
        reading.doubt("byline")
        return True
    return False
