"""Inside the text: what stands among its paragraphs and is none, and its headings."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    boilerplate,
    captions,
    entities,
    furniture,
    gazetteer,
    headings,
    imprint,
    noise,
    related,
    words,
)
from warraq.importer.anatomy.links import cut_below, cut_like_links, end_of_links
from warraq.importer.anatomy.pictures import take_caption
from warraq.importer.anatomy.pictures_amid import read_picture
from warraq.importer.anatomy.reading import Reading, Role
from warraq.importer.anatomy.statements import take_summary
from warraq.importer.anatomy.strange import begins_sentence
from warraq.importer.anatomy.summaries import begins_text
from warraq.importer.lines import Line, key

_PARAGRAPH: Final = 40
"""Words of a line that is the text's own whatever it says."""
_ASKING_WORDS: Final = 7
"""Of the longest line amid a text that asks a reader to share or to subscribe."""

_BUTTONS: Final = frozenset(("مشاركة", "شارك", "شاركها", "طباعة"))
"""Words by themselves that head no part of a text."""
_ORNAMENTS: Final = frozenset("|“”❝❞▶►⏵⏸/")
"""Of a page's design, each on a line of its own."""
_SPEAKER_WORDS: Final = 14
_TOPIC_WORDS: Final = 3
"""Of a heading right below what was pulled out: what somebody is has more."""
_CALLED_WORDS: Final = 14
"""Of what a video is called."""
_CLOSES: Final = frozenset(map(key, ("إغلاق", "إغلاق الفيديو", "أغلق", "Close", "×")))
_PLAYER_LINES: Final = 8
_OF_PLAYER: Final = 2
"""Lines that a player leaves amid a text, and of these some that are no other's, at least."""
_QUOTED: Final = 25
"""Letters of the shortest quotation that is seen twice: shorter ones head paragraphs."""
_DECK_WORDS: Final = range(9, 25)
_LEADS: Final = frozenset(("summary", "lead again"))
"""Below which the text may begin with a heading."""
_ORDERS: Final = frozenset(
    map(
        key,
        (
            "اشترك",
            "اشترك الآن",
            "اشتركوا الآن",
            "سجل",
            "سجل الآن",
            "إشترك الآن",
            "اشتراك",
            "تسجيل",
            "أرسل",
        ),
    )
)
_CALL: Final = re.compile(
    r"(?:(?:[أا]رسل|[اإ]تصل|تواصل)(?:وا)?|راسلونا|شاركو?نا) (?:\S+ ){1,10}?\+?\d{8,14}(?!\d)"
)
"""«أرسل رسالتك على الرقم 0500000000»: an order to the reader, and the number of a telephone."""
_CALL_WORDS: Final = 12
_LABEL_WORDS: Final = 3
_BOX_LINES: Final = 7
"""Of a page's box amid a text, at most."""
_ANSWERS: Final = (key("نعم"), key("لا"))
_VOTES: Final = frozenset(
    map(key, ("لا أدري", "لا رأي لي", "ربما", "صوت", "صوت الآن", "تصويت", "النتائج", "عرض النتائج"))
)
"""What may stand below these in a poll."""
_POLL_WORDS: Final = 14
_FAILED: Final = re.compile(r"(?:حدث|وقع) خطأ\b|شكرا لاشتراك")
_PULLED: Final = range(9, 31)
"""Words of a sentence that is seen twice without marks."""
_PULLED_BELOW: Final = 2
_SAID_ONCE: Final = 60
"""Letters of a quotation that stands in a text a second time only to be seen."""
_LAST_WORD: Final = 4
"""Letters at the end of a long one that may differ: «لا معنى لها», «لا معنى له»."""

_OF_PROGRAMS: Final = (
    noise.enlarges_picture,
    imprint.announces_day,
    noise.is_of_player,
    noise.is_placeholder,
    noise.is_scrap,
    noise.is_foot_of_post,
    noise.is_program_number,
    noise.is_file_name,
    noise.is_size_buttons,
    noise.points_away,
)


def cut_inside(reading: Reading) -> None:
    """Inside the text: links to other stories under their label, credits, repeated quotations."""
    index = reading.start
    while index < reading.end:
        if reading.roles[index] != "body":
            index += 1
        elif (end := end_of_links(reading, index)) > index:
            index = end
        elif (end := _end_of_newsletter(reading, index) or _end_of_poll(reading, index)) > index:
            reading.roles[index:end] = ["menu"] * (end - index)
            index = end
        else:
            _cut_one(reading, index)
            if reading.roles[index] == "links":
                index = cut_below(reading, index)
            index += 1
    _cut_told(reading)
    _cut_shown(reading)
    for run in _short_runs(reading):
        _cut_around_player(reading, run)
    cut_like_links(reading)


def _cut_shown(reading: Reading) -> None:
    """What a video is called stands between its player and the button that closes it, or right
    below the player where blank lines part these two from the text.
    """
    lines, roles = reading.lines, reading.roles
    for index in range(reading.start + 1, reading.end - 2):
        if roles[index] != "menu" or lines[index + 1].prose:
            continue
        if not noise.is_of_player(lines[index].text):
            continue
        called, below = lines[index + 1 : index + 3]
        if called.words > _CALLED_WORDS:
            continue
        if below.key in _CLOSES:
            roles[index + 1 : index + 3] = ["menu", "menu"]
        elif called.gap or not lines[index].gap:
            continue
        elif roles[index + 2] == "menu" or (below.gap and not called.ends):
            roles[index + 1] = "menu"


def _cut_told(reading: Reading) -> None:
    """A button to listen or to watch, what is heard or seen, and how long that is."""
    lines, roles = reading.lines, reading.roles
    for index in range(reading.start + 1, reading.end - 2):
        if roles[index : index + 3] != ["body"] * 3 or not noise.is_length(lines[index + 2].text):
            continue
        called = lines[index + 1]
        if noise.may_be_of_player(lines[index].text) and not (called.prose or called.ends):
            roles[index : index + 3] = ["menu"] * 3


def _short_runs(reading: Reading) -> Iterator[range]:
    """The lines, so many together, that are no paragraphs."""
    first = reading.start
    for index in range(reading.start, reading.end):
        if reading.lines[index].prose:
            if index - first >= _PLAYER_LINES:
                yield range(first, index)
            first = index + 1


def _cut_around_player(reading: Reading, run: range) -> None:
    """Amid a text a player leaves many lines, most of them without an Arabic letter, and some that
    are surely its: what stands among them is its too, and so is what it is called above them.
    """
    lines, roles = reading.lines, reading.roles
    foreign = [i for i in run if roles[i] == "menu" or lines[i].text.isascii()]
    if len(foreign) * 2 <= len(run) or sum(roles[i] == "menu" for i in run) < _OF_PLAYER:
        return
    block = range(foreign[0], foreign[-1] + 1)
    called = {lines[i].key for i in block}
    for i in run:
        if roles[i] == "body" and (i in block or lines[i].key in called):
            roles[i] = "menu"


def _end_of_newsletter(reading: Reading, index: int) -> int:
    """The index below a box in which a page offers its newsletter: from the label to the button
    that orders it, and what the page says when that fails, or to what asks to subscribe; 0 where
    none is.
    """
    line = reading.lines[index]
    if line.words > _LABEL_WORDS or not boilerplate.names_newsletter(line.text):
        return 0
    end = 0
    for at in range(index + 1, min(index + _BOX_LINES, reading.end)):
        line = reading.lines[at]
        if boilerplate.asks_to_follow(line.text):
            end = at + 1
        if line.words <= _LABEL_WORDS and line.key in _ORDERS:
            below = reading.lines[at + 1 : at + 2]
            return at + 1 + any(_FAILED.match(one.text) is not None for one in below)
        if line.prose:
            break
    return end


def _end_of_poll(reading: Reading, index: int) -> int:
    """The index below a box in which readers vote: from its name or its question to the answers,
    yes and no each on a line, and the button; 0 where none is.
    """
    line = reading.lines[index]
    box = reading.lines[index + 1 : min(index + _BOX_LINES, reading.end)]
    if line.words > _POLL_WORDS or not box or box[0].words > _POLL_WORDS:
        return 0  # as of most lines
    keys = [one.key if one.words <= _POLL_WORDS else "" for one in box]
    yes = next((at for at, pair in enumerate(pairwise(keys)) if pair == _ANSWERS), -1)
    asked = [line, *box[: yes + 1]][: yes + 1]
    if yes < 0 or any(one.words > _POLL_WORDS for one in asked) or asked[-1].text[-1] not in "؟?":
        return 0
    below = yes + len(_ANSWERS)
    while below < len(box) and keys[below] in _VOTES:
        below += 1
    return index + 1 + below


def _cut_one(reading: Reading, index: int) -> None:
    """A line inside the text that is none of it."""
    lines, text = reading.lines, reading.lines[index].text
    if lines[index].words > _PARAGRAPH and text[0] not in "\"“”«'":
        if text.isascii() and captions.is_of_photo(text):
            take_caption(reading, index)
        return  # a paragraph, as most are
    if read_picture(reading, index):
        return
    noise = _noise(text)
    if _is_share_bar(reading, index) or _is_beside_player(reading, index):
        reading.roles[index] = "menu"
    elif noise and (index > reading.start or noise == "frame"):
        reading.roles[index] = noise
    elif _is_pull_quote(lines, index, reading.start):
        reading.roles[index] = "pull quote"
        after = index + 1
        if after < reading.end and _may_be_speaker(lines[after]) and not _heads(reading, after):
            reading.roles[after] = "pull quote"
    elif _is_pulled_out(reading, index):
        reading.roles[index] = "pull quote"


def _may_be_speaker(line: Line) -> bool:
    """Who says what was pulled out of a text may stand below it; no label of other stories."""
    name, comma, _ = line.text.partition("،")
    named = comma != "" and gazetteer.may_be_person(name)
    short = line.words <= _SPEAKER_WORDS and (named or not line.ends)
    return short and not related.is_link_label(line.text)


def _heads(reading: Reading, index: int) -> bool:
    """It names nobody, and the paragraph below speaks of it as nothing above does."""
    line, below = reading.lines[index], reading.lines[index + 1 : reading.end][:1]
    if line.words > _TOPIC_WORDS or line.text.startswith("من "):
        return False
    named = "،" in line.text or gazetteer.is_person(line.text) or _has_title(line.text)
    if named or not (below and below[0].prose):
        return False
    said = words.stems(line.text)
    above = words.stems(*(one.text for one in reading.lines[reading.start : index]))
    return not said.isdisjoint(words.stems(below[0].text)) and said.isdisjoint(above)


def _has_title(text: str) -> bool:
    """«الناقدة ليلى عمر»."""
    title, _, name = text.partition(" ")
    return normalise(title) in entities.TITLES and gazetteer.may_be_person(name)


def _is_share_bar(reading: Reading, index: int) -> bool:
    """A button among others: «شاركها», «فيسبوك»."""
    lines = reading.lines
    if lines[index].words > _ASKING_WORDS:
        return False
    near = (i for i in (index - 1, index + 1) if reading.start < i < reading.end)
    return (
        index > reading.start
        and boilerplate.marks_tail(lines[index].text)
        and any(boilerplate.marks_tail(lines[i].text) for i in near)
    )


def _is_beside_player(reading: Reading, index: int) -> bool:
    """A player's button, name or clock, right above or below what is surely of a player."""
    if not noise.may_be_of_player(reading.lines[index].text):
        return False
    near = (i for i in range(index - 2, index + 3) if reading.start <= i < reading.end)
    return any(noise.is_of_player(reading.lines[i].text) for i in near if i != index)


def _noise(text: str) -> Role | None:
    """What a line is that is no part of a text wherever it stands in it."""
    if related.is_link(text):
        return "links"
    if noise.is_frame(text) or ("/" in text and attribution.initials(text) == ""):
        return "frame"  # of a wire's take, too: «ل خ/ن ش»
    return "menu" if _is_of_program(text) or _asks(text) else None


def _is_of_program(text: str) -> bool:
    """What a program shows or leaves: a player, a picture's place, the day, a file's name."""
    if text in _ORNAMENTS or (text.isascii() and noise.is_program(text)):
        return True
    for is_one in _OF_PROGRAMS:  # noqa: SIM110  # asked of every line: `any` would cost as much more
        if is_one(text):
            return True
    return False


def _asks(text: str) -> bool:
    """It asks a reader to do something here, or to buy."""
    spaces = text.count(" ")
    if text in _BUTTONS:
        return True
    if spaces in range(1, _ASKING_WORDS) and boilerplate.marks_tail(text):
        return True
    if boilerplate.asks_consent(text) or boilerplate.asks_support(text):
        return True
    if spaces > 1 and text[-1] != "." and furniture.is_furniture(text):
        return True
    if spaces < _CALL_WORDS and _CALL.match(text) is not None:
        return True
    return noise.is_advert(text) or boilerplate.asks_to_follow(text)


def _is_pull_quote(lines: Sequence[Line], index: int, start: int) -> bool:
    """A quotation, in marks and without its speaker, that stands in a paragraph near it; a long one
    in any, as nobody says so much twice.
    """
    line = lines[index]
    if line.text[0] not in "\"“”«'" or len(line.key) < _QUOTED:
        return False
    long = len(line.key) >= _SAID_ONCE
    first, end = (start, len(lines)) if long else (max(start, index - 6), index + 4)
    others = (*lines[first:index], *lines[index + 1 : end])
    said, nearly = line.key, line.key[:-_LAST_WORD] if long else line.key
    return any(
        (said in other.key and len(other.key) > len(said))
        or (nearly in other.key and len(other.key) > len(said) + _LAST_WORD)
        for other in others
    )


def _is_pulled_out(reading: Reading, index: int) -> bool:
    """A sentence without its stop and without marks, as long as no heading, all of which one of the
    two lines above says, and not the text's first; so it heads nothing of the paragraph below.
    """
    line, below = reading.lines[index], reading.lines[index + 1 : reading.end][:1]
    if line.words not in _PULLED or line.ends or line.mark or line.text[-1] in ":،؛":
        return False
    if below and not below[0].prose:
        return False  # of several such lines, those between two paragraphs tell more together
    above = range(max(reading.start + 1, index - _PULLED_BELOW), index)
    kept = (reading.lines[i] for i in above if reading.roles[i] == "body")
    return any(one.prose and line.key in one.key for one in kept)


def _is_deck(reading: Reading, index: int) -> bool:
    """Right below the headline, more words than a heading has, and no sentence; a paragraph
    follows.
    """
    line, below = reading.lines[index], reading.lines[index + 1 : reading.end][:1]
    placed = index - 1 == reading.title >= 0 and not reading.found.summary
    shaped = line.words in _DECK_WORDS and not (line.ends or line.mark or line.is_open)
    if not (placed and shaped and below and below[0].prose) or line.text[-1] in ":؛":
        return False
    told = begins_sentence(line) or begins_text(line, below[0])
    return not (told or headings.is_item(line.text))


def find_headings(reading: Reading) -> None:
    """Of the lines that are left in the article, those that head others."""
    rest = [i for i in reading.rest() if i > reading.title and not reading.habitual(i)]
    if rest and _is_deck(reading, rest[0]):
        take_summary(reading, rest[0], reading.lines[rest[0]].text)
        rest = rest[1:]
    first = rest[0] if rest else 0
    above = [i for i in range(reading.title + 1, first) if reading.roles[i] in _LEADS][-1:]
    lines = [reading.lines[i] for i in (*above, *rest)]
    for at in headings.find(lines):
        if at >= len(above):
            reading.roles[rest[at - len(above)]] = "heading"
