"""The lines above a text that may be its headline."""

import re
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    captions,
    dateline,
    dateline_parts,
    formulas,
    gazetteer,
    headings,
    imprint,
    noise,
    opening,
    opening_parts,
    related,
)
from warraq.importer.anatomy import rivals
from warraq.importer.anatomy.affixes import WIRE_SECTION
from warraq.importer.anatomy.pictures import is_below_owner, is_said_with_credit
from warraq.importer.anatomy.reading import MENU_WORDS, PICTURE_LABELS, TITLE_WORDS, Kind, Reading
from warraq.importer.anatomy.start import stands_above_day
from warraq.importer.anatomy.statements import is_office, is_said_again
from warraq.importer.anatomy.strange import is_foreign, is_hardly_spoken_of, share_of
from warraq.importer.anatomy.subtitles import SPOKEN
from warraq.importer.lexicon import opens_story
from warraq.importer.lines import Line, key

_STORY_WORDS: Final = 17
"""Of the shortest line that is a text's first, and no headline, if it begins as stories do."""
_DATELINE_WORDS: Final = 10
"""Of the shortest line that is so if a dateline stands in it."""
_DATELINE: Final = 60
"""Characters in which it names its agency in brackets."""
_TORN_WORDS: Final = 3
"""Of a line with a verb and no more than its subject: «ذكرت وكالة»."""
_SAYS: Final = frozenset(
    normalise(
        "قال قالت ذكرت أعلن أعلنت أكد أكدت أفاد أفادت أوضح أوضحت صرح صرحت نقلت أضاف أضافت"
    ).split()
)
_TWO_SENTENCES: Final = 14
"""Words of the longest headline that may be two."""
_ASKED: Final = 18
"""As these, of one that asks first and then answers."""
_ASKS: Final = re.compile(r"^[^.!]+[؟?]\s[^.!؟?]+$")
_PICTURE_WORDS: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+")
_BREAKING_LINES: Final = 3
"""Headlines below such a label."""
_IN_TWO_SCRIPTS: Final = re.compile(r"[^!-~\d]{3,40}\s[-–—|]\s[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .'’&-]{2,40}")
_STATES: Final = frozenset[Kind](("date", "posted", "byline", "dateline", "shape"))
_SIGNED_LINES: Final = 5
"""Below a headline, one of them its writer's name."""
_STOPPED_WORDS: Final = range(5, 18)


def find(reading: Reading) -> list[int]:
    """The lines that may be the headline; a standing one, such as the weather's, or a foreign one,
    only where no other may. A text that begins with a label of other stories, which stands below a
    headline, has lost its own.
    """
    if _below_links(reading) and not reading.is_page:
        return []
    if signed := _signed_below(reading):
        return signed
    below = list(range(below_staff(reading), reading.start))
    below = [i for i in below if not _is_site(reading, i)]
    if reading.is_page:
        below = [i for i in below if not (is_foreign(reading, i) or _is_breaking(reading, i))]
        for at in below:
            _cut_links(reading, at)
        below = [i for i in below if reading.roles[i] != "links"]
        timed = [i for i in below if rivals.is_timed(reading.lines[i].text)]
        below = below if len(timed) == 1 else [i for i in below if i not in timed]
    own = [i for i in below if _may_be_title(reading, i, reading.kind(i))]
    own = [i for i in own if not is_below_picture(reading, i)] or own
    ours = [i for i in own if not (is_foreign(reading, i) or _is_above_headline(reading, i, own))]
    if not ours and (stopped := _stopped(reading) or _above_dateline(reading)):
        return stopped
    own = ours or own or [i for i in below if _may_be_title(reading, i, reading.own_kind(i))]
    return own or ([0] if _is_spoken_name(reading) else [])


def _cut_links(reading: Reading, index: int) -> None:
    """Cut the headlines of other stories below their label, which stands at this index of a page,
    above its day or its writer; none where one of them comes again.
    """
    if not related.is_link_label(reading.lines[index].text):
        return
    block = related.links(reading.lines, index, reading.start)
    states = (i for i in block[1:] if reading.kind(i) in _STATES)
    links = range(index + 1, next(states, block.stop))
    if not any(map(reading.comes_again, links)):
        reading.roles[links.start : links.stop] = ["links"] * len(links)


def _is_site(reading: Reading, index: int) -> bool:
    """The name of a page on its top, in two scripts: «صوت الضفاف - Difaf Voice»."""
    text = reading.lines[index].text
    return index < _BREAKING_LINES and _IN_TWO_SCRIPTS.fullmatch(text) is not None


def _signed_below(reading: Reading) -> list[int]:
    """A headline as long as a paragraph, which says before its colon who wrote the text, «سامي
    حداد: لماذا …؟ وهل …؟», and below it stands that name by itself.
    """
    lines = reading.lines[: reading.start]
    for index, line in enumerate(lines):
        name, colon, _ = line.text.partition(":")
        if colon and line.words > TITLE_WORDS and gazetteer.may_be_person(name):
            below = lines[index + 1 : index + 1 + _SIGNED_LINES]
            return [index] if any(one.text == name for one in below) else []
    return []


def _is_breaking(reading: Reading, index: int) -> bool:
    """Right below a label of what just happened, where the text hardly speaks of it, or of the next
    one; not above the place or the writer, as a headline.
    """
    if index + 1 < reading.start and reading.kind(index + 1) in ("dateline", "byline"):
        return False
    above = reading.lines[max(0, index - _BREAKING_LINES) : index]
    labelled = [related.is_breaking(line.text) for line in above]
    if not any(labelled):
        return False
    if any(imprint.crumbs(line.text) for line in above[labelled.index(True) :]):
        return False  # the way to this page begins its own head
    next_too = index + 1 < reading.start and is_hardly_spoken_of(reading, index + 1)
    return is_hardly_spoken_of(reading, index) or (next_too and labelled[-1])


def _below_links(reading: Reading) -> int:
    """Index below the headlines of other stories, where a text begins with their label: «أخبار
    متعلقة».
    """
    if reading.start <= 1 or not related.is_link_label(reading.lines[0].text):
        return 0
    block = related.links(reading.lines, 0, reading.start)
    for index in block:
        reading.roles[index] = "links"
    return block.stop


def _is_spoken_name(reading: Reading) -> bool:
    """The first line is a name or looks like a writer's, and the text speaks of most of it, as it
    does not of its writer.
    """
    if reading.start == 0 or reading.kind(0) not in ("name", "byline"):
        return False
    return (share_of(reading, 0) or 0) > SPOKEN


def _stopped(reading: Reading) -> list[int]:
    """The first sentence, where it stands right above the day, as nothing but a headline does."""
    sentences = (i for i in range(reading.start) if reading.lines[i].sentence)
    first = next(sentences, reading.start)
    return [first] if first < reading.start and stands_above_day(reading, first) else []


def _above_dateline(reading: Reading) -> list[int]:
    """The first line, a sentence by its stop, between which and a text that begins with its
    dateline nothing but a blank line stands.
    """
    lines = reading.lines
    if len(lines) <= 1 or not lines[1].gap or lines[0].words not in _STOPPED_WORDS:
        return []
    first = 1 if reading.start == 0 else reading.start
    begins = first == 1 and opening.read(lines[1].text) is not None
    states = reading.dated(0) is not None or opening.read(lines[0].text) is not None
    return [0] if begins and not states else []


def _is_above_headline(reading: Reading, index: int, candidates: list[int]) -> bool:
    """A writer's name, a place or a paper, of up to four words, or several places, above a headline
    that has more.
    """
    line = reading.lines[index]
    if not any(i > index and reading.lines[i].words > MENU_WORDS for i in candidates):
        return False
    few = line.words <= MENU_WORDS and any(names(line.text) for names in _NAMES_ABOVE)
    return few or dateline_parts.are_places(line.text)


def _is_writer(text: str) -> bool:
    given = key(text.partition(" ")[0]) in gazetteer.GIVEN_NAMES
    return given and gazetteer.may_be_person(text)


_NAMES_ABOVE: Final = (
    _is_writer,
    gazetteer.is_place,
    gazetteer.is_news_of_place,
    opening_parts.is_paper,
    attribution.is_medium,
)


def below_staff(reading: Reading) -> int:
    """Index below the lines that say who makes the paper; above them are its menus."""
    texts = [line.text for line in reading.lines[: reading.start]]
    staff = (i for i in range(len(texts) - 1, -1, -1) if imprint.is_staff(texts[i], ""))
    return next(staff, -1) + 1


def _may_be_title(reading: Reading, index: int, kind: Kind) -> bool:
    line = reading.lines[index]
    if index and imprint.labels_writer(reading.lines[index - 1].text):
        return False
    if kind == "name" and index == 0:
        # A name above another writer's is a headline; alone, it is its writer's.
        below = {reading.kind(i) for i in range(1, reading.start)}
        kind = "other" if below & {"name", "byline", "dateline"} else kind
    if kind not in ("other", "shape") or not _has_shape(line, first=index == 0):
        return False
    if line.words <= MENU_WORDS and (_is_name_of_paper(line.text) or _is_of_owner(reading, line)):
        return False
    return not (
        _begins_text(reading, index)
        or _is_left_of_picture(reading, index)
        or (index and is_office(reading, index))
        or _is_caption(reading, index)
        or _is_said_below(reading, index)
        or related.goes_on(reading.lines, index)
    )


def _is_name_of_paper(text: str) -> bool:
    """«إذاعة الضفاف», «الضفاف نيوز»: nothing else is called so."""
    return attribution.is_medium(text) or opening_parts.is_paper(text)


def _is_of_owner(reading: Reading, line: Line) -> bool:
    """«الضفاف نيوز عربي», on a page that keeps its rights as «الضفاف»."""
    return reading.is_page and reading.owner != "" and line.key.startswith(key(reading.owner))


def _is_caption(reading: Reading, index: int) -> bool:
    """By its words, its credit or its day, or by the label or the owner beside it."""
    line, below = reading.lines[index], reading.lines[index + 1 : index + 2]
    if any(label.text in PICTURE_LABELS for label in below) or is_below_owner(reading, index):
        return True
    if captions.is_of_part(line) if index == 0 else captions.pictures(line):
        return True
    caption = captions.read(line.text, reading.today)
    says = index > 0 or captions.says_whose(line)  # a headline may end in its agency
    says = says or captions.is_of_archive(line.text)
    return (caption.credit != "" and says) or caption.dated is not None


def _has_shape(line: Line, *, first: bool) -> bool:
    """What a headline is: neither too long nor too short, no sentence, no item, no markup."""
    if headings.is_item(line.text) or line.text.endswith(":"):
        return False
    if line.words > TITLE_WORDS and not WIRE_SECTION.match(line.text):
        return False
    if line.stops and line.words > 10 and line.text[-2:] != "..":
        return False
    asks = first and line.words <= _ASKED and _ASKS.search(line.text) is not None
    if line.words > _TWO_SENTENCES and not asks and rivals.has_two_sentences(line.text):
        return False
    if line.words < 3 and len(line.text) < (3 if first else 6):
        return False
    return not ("<" in line.text and ">" in line.text)


def _begins_text(reading: Reading, index: int) -> bool:
    """The line is the beginning of the text: a formula; a long line that begins as stories do, with
    a verb or a dateline; what the text says again; or what is torn from its sentence.
    """
    line = reading.lines[index]
    if formulas.is_formula(line.text):
        return True
    if line.words <= _TORN_WORDS and normalise(line.text.split()[0]) in _SAYS:
        return True
    if line.words >= _STORY_WORDS and ".." not in line.text:  # as headlines are parted
        first = _WORD.search(normalise(line.text))
        if first and opens_story(first[0]):
            return True
    if is_said_again(reading, index):
        return True
    wired = line.words >= _DATELINE_WORDS and "(" in line.text[:_DATELINE]
    where = opening.read(line.text) if wired else None
    return where is not None and gazetteer.is_place(where.place)


def is_below_picture(reading: Reading, index: int) -> bool:
    """The word that a page prints in the place of a picture stands right above."""
    return index > 0 and noise.names_picture(reading.lines[index - 1].text)


def _is_left_of_picture(reading: Reading, index: int) -> bool:
    """A word or three below a dateline are what a lost picture shows; a day with its place may
    stand above a headline.
    """
    return reading.lines[index].words <= _PICTURE_WORDS and any(
        reading.kind(i) == "dateline" and (where := reading.dateline(i)) and _has_place(where)
        for i in range(index)
    )


def _has_place(where: dateline.Dateline) -> bool:
    return where.place != "" and where.dated is None


def _is_said_below(reading: Reading, index: int) -> bool:
    """On a page, the next lines say the same and whose picture it is, so that it is a caption; or
    the headline alone, so that it is the way to it.
    """
    own = reading.lines[index]
    following = reading.lines[index + 1 : index + 3]
    return reading.is_page and any(
        is_said_with_credit(reading, own, line)
        or (line.words > 2 and rivals.is_affixed(own.text, line.text))
        for line in following
    )
