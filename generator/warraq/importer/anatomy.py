"""The anatomy of a saved article: what each of its lines is.

Every line is given one role; those of the role `body` are the article's text, all others leave it,
for the front matter or for nothing but the import report. A line that no rule knows stays body: it
is better to show a menu word than to lose a sentence.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import islice, pairwise, takewhile
from typing import Final, Literal, TypeAlias

from warraq.importer import (
    boilerplate,
    captions,
    dateline,
    dating,
    gazetteer,
    habits,
    headings,
    press,
)
from warraq.importer.habits import Habits
from warraq.importer.lines import Line, key

Role: TypeAlias = Literal[
    "body",
    "heading",  # stays, as a heading
    "title",
    "title again",
    "section",
    "outlet",
    "date",
    "dateline",
    "byline",
    "byline again",
    "caption",
    "caption again",
    "credit",
    "summary",
    "lead again",
    "pull quote",
    "url",
    "source",
    "tags",
    "links",
    "menu",
    "frame",
    "tail",
    "rule",  # the archive's owner wants it out
]
KEPT: Final = frozenset({"body", "heading"})

Kind: TypeAlias = Literal[
    "noise", "summary", "url", "date", "credit", "byline", "share", "section", "dateline", "shape",
    "outlet", "name", "label", "posted", "caption", "source", "other",
]  # fmt: skip

_PARTED: Final = re.compile(r"\s[-–—ـ|]+|[-–—|]+\s|[:/]")
_PARTING: Final = tuple("-–—|:/ـ»›>")
_AFFIX: Final = re.compile(r"\s+(?:[-–—|]|ـ{1,3})\s*|\s*\|\s*")
_BETWEEN_CRUMBS: Final = re.compile(r"\s-\s|[|»«<>]|\s/\s")
_WIRE_SECTION: Final = re.compile(r"(?P<section>\S+)\s+/\s+(?P<title>\S.{10,})$")

_BRACKETS: Final = "-–—ـ ()[]./*"

_TYPED_ABOVE: Final = 4
"""Lines that a reporter may have typed above a headline."""

_TITLE_WORDS: Final = 30
"""Of the longest headline."""

_CAPTION_WORDS: Final = 14
"""Of a line that nothing but its place shows to be a caption."""

_LONG_CAPTION_WORDS: Final = 20
"""Of a caption where the text below begins with its dateline."""

_OPENING: Final = 60
"""Characters in which a dateline names its agency."""
_LEAD_LETTERS: Final = 40
"""Of the shortest first paragraph that the text may repeat."""

_SMALL_HEAD: Final = 8
"""Lines above the first paragraph that a reporter may have typed; more are a page's menus."""


_MENU_WORDS: Final = 4
"""Of the longest item of a menu."""

_PARAGRAPH: Final = 40
"""Words of a line that is the text's own whatever it says."""

_ASKING_WORDS: Final = 7
"""Of the longest line amid a text that asks a reader to share or to subscribe."""

_BOX_LINES: Final = 5
"""Of a box about the writer, at most."""
_ABOUT: Final = ("عن", "عن الكاتب", "عن الكاتبة", "نبذة عن", "الكاتب", "الكاتبة")

_SUMMARY_WORDS: Final = 8
"""Of a line that is no caption where the picture has one."""
_BLOCK: Final = 3
"""Lines that make a block of tags, or of headlines."""
_TAG_WORDS: Final = 3
_MOSTLY: Final = 0.6
"""Of the tags of a block, those that the text speaks of."""
_OTHERS: Final = 0.5
"""Of the words of another story's headline, those that the text has too."""

_HEAD_KINDS: Final = frozenset(("date", "url", "dateline", "byline", "credit", "posted", "source"))
"""Of lines right above a headline that state something."""

_NO_HABITS: Final = Habits()


@dataclass(slots=True)
class Anatomy:
    """What was found; lists in the order of the text."""

    lines: Sequence[Line]
    roles: list[Role]
    title: str = ""
    summary: str = ""
    dated: dating.Dated | None = None
    dateline: str = ""
    source: str = ""
    owner: str = ""
    """Whom the page's copyright names."""
    authors: tuple[str, ...] = ()
    category: str = ""
    tags: tuple[str, ...] = ()
    images: list[captions.Caption] = field(default_factory=list)
    url: str = ""
    doubts: list[str] = field(default_factory=list)
    """Keys of `report.DOUBTS`."""


def dissect(
    lines: Sequence[Line], today: date, habits: Habits = _NO_HABITS, *, titled: bool = False
) -> Anatomy:
    """Give every line of a text its role, and read the facts that it states about itself.

    `titled`: the first line is known to be the headline.
    """
    reading = _Reading(lines, today, habits, titled=titled)
    for step in _STEPS:
        step(reading)
    return reading.found


class _Reading:
    """One text while it is read: what is known so far."""

    def __init__(
        self, lines: Sequence[Line], today: date, habits: Habits, *, titled: bool = False
    ) -> None:
        self.lines = lines
        self.titled = titled
        self.today = today
        self.habits = habits
        self.longest_habit = 2 * max(map(len, habits.repeated.values()), default=0)
        """Characters; a key leaves out what is no letter or digit, so that lines of one may differ
        in length, but hardly by half."""
        self.found = Anatomy(lines, ["body"] * len(lines))
        self.roles = self.found.roles
        self.title = -1
        """Index of the headline; -1 without one."""
        self.start = 0
        """Index of the first paragraph."""
        self.end = len(lines)
        """Index at which the page goes on without the article."""
        self._kinds: dict[int, Kind] = {}
        self._datelines: dict[int, dateline.Dateline | None] = {}
        self._dates: dict[int, dating.Dated | None] = {}

    @cached_property
    def outlets(self) -> frozenset[str]:
        """Short lines of the head that come back in another line of it are the paper's name."""
        head = list(takewhile(lambda line: not line.sentence, self.lines[:_SMALL_HEAD]))
        return frozenset(
            line.key
            for line in head
            if line.words <= 3
            and any(
                line.key in other.key and line.key != other.key and _PARTED.search(other.text)
                for other in head
                if other.words <= 7
            )
            and not boilerplate.is_noise(line.text)
            and not gazetteer.is_place(line.text)
            and not gazetteer.is_person(line.text)
            and not gazetteer.is_section(line.text)
        )

    def is_outlet(self, name: str) -> bool:
        """Whether a line's key is the name of a paper, this text's own or a known one."""
        return name in gazetteer.OUTLETS or name in self.outlets

    def dateline(self, index: int) -> dateline.Dateline | None:
        if index not in self._datelines:
            text = self.lines[index].text
            self._datelines[index] = dateline.read(text, self.today, self.outlets)
        return self._datelines[index]

    def dated(self, index: int) -> dating.Dated | None:
        if index not in self._dates:
            self._dates[index] = dating.read(self.lines[index].text, self.today)
        return self._dates[index]

    def kind(self, index: int) -> Kind:
        if index not in self._kinds:
            self._kinds[index] = self._kind(index)
        return self._kinds[index]

    def _kind(self, index: int) -> Kind:
        kind = self.own_kind(index)
        return "share" if kind in ("other", "label") and self.habitual(index) else kind

    def own_kind(self, index: int) -> Kind:
        """What the line is by itself, whether or not it comes back in other texts."""
        text = self.lines[index].text
        return next((kind for kind, is_one in _KINDS if is_one(self, index, text)), "other")

    def habitual(self, index: int) -> bool:
        """The line stands around other articles of its outlet too."""
        line = self.lines[index]
        return len(line.text) <= self.longest_habit and line.key in self.habits.repeated

    def usual(self, index: int) -> str:
        """The role that a line in this place below the headline has in most of its outlet's texts;
        '' where none is usual, or there is no headline.
        """
        return self.habits.usual.get(index - self.title, "") if self.title >= 0 else ""

    def doubt(self, name: str) -> None:
        if name not in self.found.doubts:
            self.found.doubts.append(name)

    def rest(self, start: int = 0) -> list[int]:
        """Indexes of the lines that are still body, from `start` to the article's end."""
        return [i for i in range(start, self.end) if self.roles[i] in KEPT]


def _is_dateline(reading: _Reading, index: int, *, sure: bool) -> bool:
    where = reading.dateline(index)
    if where is None:
        return False
    if index == 0 and where.sure:
        # «مصر: دعوة إلى الحوار» is a headline; a first line needs an agency or a known name.
        named = all(map(gazetteer.is_person, where.authors))
        known = gazetteer.is_agency(where.source) or key(where.source) in reading.outlets
        known = known or gazetteer.is_outlet(where.source)
        return sure and named and (where.authors != () or known)
    return where.sure == sure


_KINDS: Final[tuple[tuple[Kind, Callable[[_Reading, int, str], bool]], ...]] = (
    ("date", lambda reading, index, _: reading.dated(index) is not None),
    ("noise", lambda _, __, text: boilerplate.is_noise(text) or boilerplate.is_frame(text)),
    ("summary", lambda _, __, text: boilerplate.meta_description(text) != ""),
    ("url", lambda _, __, text: boilerplate.url(text) != ""),
    ("credit", lambda _, index, text: index > 0 and captions.credit_line(text) != ""),
    ("credit", lambda _, __, text: captions.bracketed_agency(text) != ""),
    ("caption", lambda _, __, text: captions.labelled(text) != ""),
    (
        "share",
        lambda reading, index, text: boilerplate.is_staff(
            text, reading.lines[index - 1].text if index else ""
        ),
    ),
    ("posted", lambda reading, _, text: dateline.posted(text, reading.today) is not None),
    ("source", lambda _, __, text: boilerplate.source(text) != ""),
    ("byline", lambda _, __, text: dateline.byline(text) != ()),
    ("share", lambda _, __, text: boilerplate.marks_tail(text)),
    ("section", lambda _, __, text: gazetteer.is_section(text)),
    ("dateline", lambda reading, index, _: _is_dateline(reading, index, sure=True)),
    ("shape", lambda reading, index, _: _is_dateline(reading, index, sure=False)),
    ("outlet", lambda reading, _, text: reading.is_outlet(key(text))),
    ("name", lambda _, __, text: gazetteer.is_person(text)),
    ("label", lambda _, __, text: boilerplate.is_label(text)),
)
"""What a line of a head is, by itself; the first that fits."""


_MOST_STARTS: Final = 8
"""Paragraphs of which one is the text's first, if any is."""


def _find_start(reading: _Reading) -> None:
    """The text begins with its first paragraph, unless date or byline still come: that paragraph
    is a summary, or a page's news ticker.
    """
    lines = reading.lines
    sentences = (
        i
        for i, line in enumerate(lines)
        if line.sentence and not reading.habitual(i) and not _is_of_picture(reading, i)
    )
    prose = list(islice(sentences, _MOST_STARTS))
    if not prose:
        prose = [i for i, line in enumerate(lines) if i and line.prose]
    if reading.titled:
        prose = [i for i in prose if i]
    elif prose and prose[0] == 0 and len(prose) > 1 and _may_be_long_title(lines):
        prose = prose[1:]
    reading.start = prose[0] if prose else _end_of_short_head(reading)
    for index, following in pairwise(prose):
        if index != reading.start or following - index > 6:
            break
        above = {reading.kind(i) for i in range(max(0, index - _SMALL_HEAD), index)}
        if "dateline" in above or "byline" in above:
            break
        between = {reading.kind(i) for i in range(index + 1, following)}
        if {"dateline", "byline"} & between or ("date" in between and "date" not in above):
            reading.start = following


def _is_of_picture(reading: _Reading, index: int) -> bool:
    """Long as a paragraph, but printed twice, or ending in a date and an agency; or HTML."""
    lines, line = reading.lines, reading.lines[index]
    if boilerplate.meta_description(line.text):
        return True
    twice = any(lines[i].text == line.text for i in (index - 1, index + 1) if 0 <= i < len(lines))
    if line.words > 60 or (line.stops and not twice):
        return False
    caption = captions.read(line.text, reading.today)
    known = (caption.credit != "", caption.dated is not None)
    return any(known) if twice else all(known)


def _may_be_long_title(lines: Sequence[Line]) -> bool:
    first, second = lines[0], lines[1]
    return second.gap and first.words <= 10 and second.words > 1.5 * first.words


def _end_of_short_head(reading: _Reading) -> int:
    """Without a paragraph of prose, as in a poem, the head is what is known to be of a head."""
    for index in range(min(len(reading.lines), _SMALL_HEAD)):
        if index and reading.kind(index) not in (
            "date",
            "dateline",
            "byline",
            "credit",
            "url",
            "section",
        ):
            return index
    return min(len(reading.lines), 1)


def _find_title(reading: _Reading) -> None:
    """The headline is the line that comes back, the one beside the date, or the first that is
    none of the head's other lines.
    """
    lines, start = reading.lines, reading.start
    if reading.titled:
        reading.title = 0
        reading.roles[0] = "title"
        reading.found.title = lines[0].text
        return
    below = range(_below_staff(reading), start)
    candidates = [i for i in below if _may_be_title(reading, i, reading.kind(i))]
    if not candidates:  # a standing headline, such as the weather's
        candidates = [i for i in below if _may_be_title(reading, i, reading.own_kind(i))]
    if not candidates:
        return
    keys = [line.key if line.words <= _TITLE_WORDS else line.text for line in lines]
    count = Counter(keys)
    best, best_score = -1, -1.0
    for index in candidates:
        score = _title_score(reading, index, keys, count, candidates)
        if score > best_score:
            best, best_score = index, score
    reading.title = best
    reading.roles[best] = "title"
    _read_title_line(reading, lines[best].text)
    if start > 2 * _SMALL_HEAD and best_score < 4:
        reading.doubt("title")


def _below_staff(reading: _Reading) -> int:
    """Index below the lines that say who makes the paper; above them are its menus."""
    texts = [line.text for line in reading.lines[: reading.start]]
    staff = (i for i in range(len(texts) - 1, -1, -1) if boilerplate.is_staff(texts[i], ""))
    return next(staff, -1) + 1


def _read_title_line(reading: _Reading, text: str) -> None:
    """The headline without the name of its site, or the section that a wire puts before it."""
    found = reading.found
    wire = _WIRE_SECTION.match(text)
    if wire and gazetteer.is_section(wire["section"]):
        found.category, text = wire["section"], wire["title"]
    first, last = 0, len(parts := _AFFIX.split(text, maxsplit=9))
    if _is_site(parts[-1]):
        last -= 1
    elif _is_site(parts[0]):
        first += 1
        first += last - first > 1 and gazetteer.is_section(parts[1])
    kept = parts[first:last]
    if kept and (first, last) != (0, len(parts)) and sum(part.count(" ") + 1 for part in kept) > 2:
        start = text.index(kept[0], sum(map(len, parts[:first])))
        text = text[start : text.rindex(kept[-1]) + len(kept[-1])]
    found.title = text


def _is_site(text: str) -> bool:
    return gazetteer.is_outlet(text) or gazetteer.is_agency(text)


def _may_be_title(reading: _Reading, index: int, kind: Kind) -> bool:
    line = reading.lines[index]
    if kind == "name" and index == 0:
        # A name above another writer's is a headline; alone, it is its writer's.
        below = {reading.kind(i) for i in range(1, reading.start)}
        kind = "other" if below & {"name", "byline", "dateline"} else kind
    if kind not in ("other", "shape") or line.words > _TITLE_WORDS or headings.is_item(line.text):
        return False
    if line.text.endswith(":") or (line.stops and line.words > 10 and line.text[-2:] != ".."):
        return False
    if line.words < 3 and len(line.text) < (6 if index else 3):
        return False
    if "<" in line.text and ">" in line.text:
        return False
    if _is_said_below(reading, index):
        return False
    caption = captions.read(line.text, reading.today)
    return not (caption.credit and index) and caption.dated is None


def _is_said_below(reading: _Reading, index: int) -> bool:
    """On a page, the next lines say the same and whose picture it is, so that it is a caption; or
    the headline alone, so that it is the way to it.
    """
    own = reading.lines[index]
    following = reading.lines[index + 1 : index + 3]
    return reading.start > 2 * _SMALL_HEAD and any(
        (line.key.startswith(own.key) and captions.read(line.text, reading.today).credit != "")
        or (line.words > 2 and _is_affixed(own.text, line.text))
        for line in following
    )


def _title_score(
    reading: _Reading, index: int, keys: list[str], count: Counter[str], candidates: list[int]
) -> float:
    line, own = reading.lines[index], keys[index]
    earlier = [i for i in candidates if index - 4 <= i < index and reading.lines[i].words >= 3]
    page = reading.start > 2 * _SMALL_HEAD
    score = 0.5 if line.words >= 4 else -1.0 if line.words == 3 else -2.5
    if len(own) > 7 and (line.words >= 4 or not page):
        if count[own] > 1 and (page or not earlier):
            score += 3 if page else 6  # a page's menus come back too, in its footer
        elif any(_is_affixed(other.text, line.text) for other in reading.lines):
            score += 3 if page else 5
    below_menu = page and _is_below_menu(reading, index)
    if any(reading.kind(i) == "date" for i in _until_other(reading, index, skip=below_menu)):
        score += 4
    if not page and any(reading.kind(i) == "date" for i in range(max(0, index - 2), index)):
        score += 2
    if index == candidates[0] and reading.start <= _SMALL_HEAD:
        score += 2
    if index == 0 and reading.lines[1:2] and reading.lines[1].gap:
        score += 3
    if page:
        score += 4 * index / reading.start
        score += 2 * below_menu
    if line.text.startswith("عاجل") and index != candidates[-1]:
        score -= 3  # what just happened stands above every page
    return score


def _is_below_menu(reading: _Reading, index: int) -> bool:
    """More words than a menu's items have, below lines that may be such."""
    above = reading.lines[max(0, index - 4) : index]
    menu = len(above) == 4 and all(line.words <= _MENU_WORDS for line in above)
    return menu and reading.lines[index].words > _MENU_WORDS


def _is_affixed(other: str, own: str) -> bool:
    """The other text is the same with a site's name, or a section, before or after it."""
    before, after = other.removesuffix(own), other.removeprefix(own)
    return (before != other and before.rstrip()[-1:] in _PARTING and before != "") or (
        after != other and after.lstrip()[:1] in _PARTING and after != ""
    )


def _until_other(reading: _Reading, index: int, *, skip: bool) -> list[int]:
    """The next four lines, up to one of running text; `skip`: up to the second, as the first may be
    a summary.
    """
    found = []
    for i in range(index + 1, min(index + 5 + skip, len(reading.lines))):
        line, first = reading.lines[i], skip and i == index + 1
        if line.prose or (line.words > 7 and not first and reading.kind(i) == "other"):
            break
        found.append(i)
    return found


def _read_above(reading: _Reading) -> None:
    """Above the headline: the paper, the section, the date, and a page's menus."""
    title, staff = reading.title, _below_staff(reading)
    for index in range(title - 1, -1, -1):
        line, kind, near = reading.lines[index], reading.kind(index), title - index <= 3
        headline = reading.lines[title]
        if line.key == headline.key or _is_affixed(line.text, headline.text):
            reading.roles[index] = "title again"
            _read_affix(reading, index)
        elif kind == "summary":
            _take_summary(reading, index, boilerplate.meta_description(line.text))
        elif kind == "section":
            _read_section(reading, index)
        elif kind == "outlet":
            reading.roles[index] = "outlet"
        elif (near and kind in _HEAD_KINDS) or (kind == "name" and title <= _TYPED_ABOVE):
            _read_head_line(reading, index)
        elif title <= _TYPED_ABOVE and line.words <= 3 and kind in ("other", "shape", "label"):
            _read_section(reading, index)
        elif (title > _TYPED_ABOVE and (not line.stops or line.words <= 2)) or (
            kind in ("noise", "label", "share", "url", "date") or index < staff
        ):
            reading.roles[index] = "menu"
        else:
            reading.doubt("line above the title")


def _read_section(reading: _Reading, index: int) -> None:
    """A section stands right above the headline; the others are those of a menu, in which others of
    its kind, or a few words of any kind, stand above it.
    """
    typed = reading.title <= _TYPED_ABOVE
    near = typed or reading.title - index <= 2
    above = reading.lines[index - 1] if index and not reading.lines[index].gap else None
    menu = index > 0 and reading.kind(index - 1) == "section"
    menu = menu or (
        not typed
        and above is not None
        and above.words <= _MENU_WORDS
        and reading.kind(index - 1) not in ("date", "noise", "share", "outlet")
    )
    if near and not menu and not reading.found.category:
        reading.roles[index] = "section"
        reading.found.category = reading.lines[index].text
    else:
        reading.roles[index] = "menu"


def _read_affix(reading: _Reading, index: int) -> None:
    """«BBC Arabic - العالم - العنوان»: a site's name and its section stand beside the title."""
    title = reading.lines[reading.title].text
    text = reading.lines[index].text
    rest = text.replace(title, " - ")
    for part in (p.strip(" -–—|/:ـ«»<>") for p in _BETWEEN_CRUMBS.split(rest)):
        if not part or boilerplate.marks_tail(part):
            continue
        if gazetteer.is_section(part) and not reading.found.category:
            reading.found.category = part
        elif part.count(" ") < 4 and (index < 2 or reading.start <= 2 * _SMALL_HEAD):
            reading.found.source = reading.found.source or part


def _read_below(reading: _Reading) -> None:
    """Between headline and text: date, dateline, byline, credit, captions, a summary."""
    unknown: list[int] = []
    headline = {key(reading.found.title), reading.lines[reading.title].key}
    for index in range(reading.title + 1, reading.start):
        line = reading.lines[index]
        again = index > 0 and line.key != "" and reading.lines[index - 1].key == line.key
        if reading.title >= 0 and line.key in headline:
            reading.roles[index] = "title again"
        elif _is_of_logo(reading, index):
            reading.roles[index] = "menu"
        elif again:
            _read_again(reading, index, unknown)
        elif reading.kind(index) == "share" and reading.habitual(index):
            reading.roles[index] = "menu"
            _read_desk(reading, index)
        elif line.sentence and _is_of_picture(reading, index):
            _take_caption(reading, index)
        elif line.sentence or reading.kind(index) == "summary":
            _take_summary(reading, index, boilerplate.meta_description(line.text) or line.text)
        elif _is_below_label(reading, index):
            reading.roles[index] = "menu"
        elif not _read_head_line(reading, index) and not line.mark:
            unknown.append(index)
    _read_unknown(reading, unknown)


def _read_again(reading: _Reading, index: int, unknown: list[int]) -> None:
    """A line that repeats the one above it: a caption, if that one is not known to be else."""
    if index - 1 in unknown:
        unknown.remove(index - 1)
        caption = captions.read(reading.lines[index].text, reading.today)
        if not (caption.credit or caption.dated) and reading.lines[index].words > _CAPTION_WORDS:
            reading.roles[index] = "lead again"
            return
        _take_caption(reading, index - 1)
    before = reading.roles[index - 1]
    if before in ("byline", "byline again"):
        reading.roles[index] = "byline again"
    elif before in ("caption", "caption again"):
        reading.roles[index] = "caption again"
    elif before not in KEPT:
        reading.roles[index] = "menu"


def _read_desk(reading: _Reading, index: int) -> None:
    """A page prints its writer's name twice, for a picture and below it; a name that stands so in
    several stories and is no person's is the outlet's own.
    """
    line, below = reading.lines[index], reading.lines[index + 1 : index + 2]
    if below and below[0].key == line.key and line.words <= 4:
        is_name = reading.own_kind(index) == "other" and not gazetteer.is_person(line.text)
        reading.found.source = reading.found.source or (line.text if is_name else "")


def _is_of_logo(reading: _Reading, index: int) -> bool:
    """What a picture is called that is a logo, by its name or by the address below."""
    lines = reading.lines
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return boilerplate.is_logo(below) or boilerplate.names_logo(lines[index].text)


def _is_below_label(reading: _Reading, index: int) -> bool:
    """The value of a label that means nothing to us: «الموضوع:» and a line."""
    line = reading.lines[index]
    return (
        index > 0
        and reading.kind(index - 1) == "label"
        and reading.kind(index) == "other"
        and line.words <= 5
    )


def _read_head_line(reading: _Reading, index: int) -> bool:
    """Take what a line of the head states; False where it states nothing that is known."""
    found, text, kind = reading.found, reading.lines[index].text, reading.kind(index)
    if kind == "date":
        reading.roles[index] = "date"
        found.dated = found.dated or reading.dated(index)
    elif kind == "dateline" or (kind == "shape" and _is_signed(reading, index)):
        where = reading.dateline(index)
        if where is None or (found.dateline and where.place):
            return False
        reading.roles[index] = "dateline"
        _take_dateline(reading, where, usual=reading.usual(index) == "dateline")
    elif kind in ("posted", "byline") or (kind == "name" and not _is_subject(reading, text)):
        _take_byline(reading, index)
    elif kind in ("credit", "caption"):
        _take_of_picture(reading, index)
    elif kind == "url":
        _read_url(reading, index)
    elif kind == "section" and not found.category:
        reading.roles[index] = "section"
        found.category = text
    elif kind in ("outlet", "source"):
        reading.roles[index] = kind
        found.source = found.source or boilerplate.source(text) or text
    elif kind in ("noise", "share", "label", "section"):
        reading.roles[index] = "menu"
    else:
        return False
    return True


def _take_of_picture(reading: _Reading, index: int) -> None:
    """A line that is nothing but a credit, or says that it is a caption."""
    text = reading.lines[index].text
    if reading.kind(index) == "caption":
        _take_labelled(reading, index)
        return
    reading.roles[index] = "credit"
    credit = captions.credit_line(text) or captions.bracketed_agency(text)
    reading.found.images.append(captions.Caption("", credit))


def _take_labelled(reading: _Reading, index: int) -> None:
    """A caption that says that it is one."""
    reading.roles[index] = "caption"
    text = captions.labelled(reading.lines[index].text)
    _add_picture(reading, index, captions.Caption(text))


def _add_picture(reading: _Reading, index: int, picture: captions.Caption) -> None:
    """A caption is of the picture whose credit stands right above it; one that is there already
    is said again.
    """
    images = reading.found.images
    if any(key(image.text) == key(picture.text) for image in images if image.text):
        reading.roles[index] = "caption again"
        return
    if _is_below_credit(reading, index) and images and not images[-1].text:
        picture = replace(picture, credit=picture.credit or images.pop().credit)
    images.append(picture)


def _is_below_credit(reading: _Reading, index: int) -> bool:
    """Right below a picture's credit, or below the label that stands there."""
    above = index - 1
    if above > reading.title and reading.roles[above] == "menu":
        above -= 1
    return above >= 0 and reading.roles[above] == "credit"


def _is_signed(reading: _Reading, index: int) -> bool:
    """What has but the shape of a dateline is one right above the text; or right below the
    headline, with a known name.
    """
    where = reading.dateline(index)
    if where is None or reading.found.dateline:
        return False
    named = where.authors != () and all(map(gazetteer.is_person, where.authors))
    return index == reading.start - 1 or (named and index == reading.title + 1)


def _take_byline(reading: _Reading, index: int) -> None:
    """A writer's name; or writer, day and section, in a line that a program has made."""
    found, text = reading.found, reading.lines[index].text
    reading.roles[index] = "byline"
    posted = dateline.posted(text, reading.today)
    names = posted.authors if posted else dateline.byline(text) or dateline.people(text)
    found.authors = found.authors or names
    if posted:
        found.dated = found.dated or posted.dated
        found.category = found.category or posted.section
        found.source = found.source or posted.source


def _is_subject(reading: _Reading, name: str) -> bool:
    """A name that headline and text speak of is under a picture, not under the article; a headline
    alone may begin with its writer's.
    """
    headline = {key(word) for word in reading.lines[reading.title].text.split()}
    named = reading.title >= 0 and all(key(word) in headline for word in name.split())
    return named and _speaks_of(reading, name.rsplit(maxsplit=1)[-1])


def _speaks_of(reading: _Reading, word: str) -> bool:
    """The text has a word, with or without a letter that clings to it in front."""
    text = " ".join(line.text for line in reading.lines[reading.start : reading.end])
    return re.search(rf"(?<!\w)[وفبلك]?{re.escape(word)}(?!\w)", text) is not None


def _read_unknown(reading: _Reading, unknown: list[int]) -> None:
    """Of the lines left in the head, those that end in a credit are captions; one that is alone
    may be a summary, a writer's name or a caption, by its shape.
    """
    alone = len(unknown) == 1 and reading.title >= 0
    for index in unknown:
        line = reading.lines[index]
        caption = captions.read(line.text, reading.today)
        beside_title = line.piece and line.number == reading.lines[reading.title].number
        of_credit = _is_below_credit(reading, index) and not line.ends
        if caption.credit or caption.dated or of_credit:
            _take_caption(reading, index)
        elif _read_name(reading, index, alone=alone):
            continue
        elif alone and reading.usual(index) in ("summary", "caption", "byline"):
            _take_usual(reading, index)
        elif alone and _stands_apart(reading, index):
            _take_summary(reading, index, line.text)
        elif (alone or index == reading.title + 1) and _may_be_writer(reading, line.text):
            reading.roles[index] = "byline"
            reading.found.authors = (line.text.rstrip(" *"),)
            reading.doubt("byline")
        elif alone and reading.found.images and line.words >= _SUMMARY_WORDS:
            _take_summary(reading, index, line.text)
        elif alone and _may_be_caption(reading, index) and (beside_title or not line.ends):
            _take_caption(reading, index)
            reading.doubt("caption")
        elif reading.start > 2 * _SMALL_HEAD and line.words <= 6 and not line.ends:
            reading.roles[index] = "menu"
        else:
            reading.doubt("line below the title")


def _may_be_caption(reading: _Reading, index: int) -> bool:
    """A few words, no item of a list; one word alone is whom the text speaks of; more words than
    usual stand right above a text that begins with its dateline.
    """
    line, below = reading.lines[index], reading.lines[reading.start : reading.start + 1]
    if headings.is_item(line.text) or "://" in line.text:
        return False
    if line.words == 1:
        return len(line.text) > 2 and _speaks_of(reading, line.text)
    if line.words <= _CAPTION_WORDS:
        return True
    opens = any(dateline.opening(paragraph.text) for paragraph in below)
    return opens and index == reading.start - 1 and line.words <= _LONG_CAPTION_WORDS


def _read_name(reading: _Reading, index: int, *, alone: bool) -> bool:
    """Take a line that is a city's name, a paper's own word, or, of one `alone`, what papers are
    called.
    """
    found, text = reading.found, reading.lines[index].text
    if gazetteer.is_city(text) and not found.dateline:
        reading.roles[index] = "dateline"
        found.dateline = text
        return True
    if paper := dateline.editorial(text):
        reading.roles[index] = "section"
        found.source = found.source or paper
        return True
    if alone and dateline.is_paper(text) and not _speaks_of(reading, text):
        reading.roles[index] = "outlet"
        found.source = found.source or text
        return True
    return False


def _take_usual(reading: _Reading, index: int) -> None:
    """A line whose shape says little, in the place where its outlet has captions, or writers."""
    text = reading.lines[index].text.rstrip(" *")
    if reading.usual(index) == "summary":
        _take_summary(reading, index, reading.lines[index].text)
    elif reading.usual(index) == "caption":
        _take_caption(reading, index)
    elif gazetteer.may_be_person(text) and not reading.found.authors:
        reading.roles[index] = "byline"
        reading.found.authors = (text,)
    else:
        reading.doubt("line below the title")


def _may_be_writer(reading: _Reading, text: str) -> bool:
    """It has the shape of a name, and neither headline nor text has a word of it, as they would
    of a caption; of a name that is known to be one, the last word counts alone.
    """
    name = text.rstrip(" *")
    if reading.found.authors or not gazetteer.may_be_person(name) or gazetteer.is_of_words(name):
        return False
    known = gazetteer.is_person(name) or gazetteer.has_title(name)
    words = name.split()[-1:] if known else name.split()
    headline = reading.lines[reading.title].text
    return not any(word in headline or _speaks_of(reading, word) for word in words if len(word) > 2)


def _stands_apart(reading: _Reading, index: int) -> bool:
    """As long as a sentence, or one by its end, and between blank lines: a summary."""
    lines, line = reading.lines, reading.lines[index]
    apart = line.gap and index + 1 < len(lines) and lines[index + 1].gap
    return apart and (line.words >= 10 or (line.ends and line.words >= 5))


def _take_caption(reading: _Reading, index: int) -> None:
    reading.roles[index] = "caption"
    _add_picture(reading, index, captions.read(reading.lines[index].text, reading.today))


def _take_summary(reading: _Reading, index: int, text: str) -> None:
    """A summary that only repeats how the text begins is shown once, there."""
    following = "".join(line.key for line in reading.lines[reading.start : reading.start + 3])
    if following.startswith(key(text)):
        reading.roles[index] = "lead again"
    else:
        reading.roles[index] = "summary"
        reading.found.summary = reading.found.summary or text


def _take_dateline(reading: _Reading, where: dateline.Dateline, *, usual: bool = False) -> None:
    found = reading.found
    found.dateline = found.dateline or where.place
    same = press.are_one(found.source, where.source)
    if not (same or (found.source and found.source in where.source)):
        found.source = where.source or found.source
    found.authors = found.authors or where.authors
    found.dated = found.dated or where.dated
    if not where.sure and not usual:
        reading.doubt("dateline")


def _read_url(reading: _Reading, index: int) -> None:
    reading.roles[index] = "url"
    reading.found.url = reading.found.url or boilerplate.url(reading.lines[index].text)


def _cut_tail(reading: _Reading) -> None:
    """After the last sentence, from the first marker on, the page is no longer the article."""
    habitual = frozenset(filter(reading.habitual, range(reading.start + 1, len(reading.lines))))
    names = frozenset(i for i in habitual if _is_of_end(reading, i))
    end = boilerplate.tail(reading.lines, reading.start + 1, habitual, names)
    end = min(end, _about_writer(reading, end))
    if end < len(reading.lines):
        end = _cut_before_tail(reading, end)
    while (
        end > reading.start + 1
        and boilerplate.is_noise(reading.lines[end - 1].text)
        and (end < len(reading.lines))
    ):
        end -= 1
    for index in range(end, len(reading.lines)):
        reading.roles[index] = "tail"
        reading.found.owner = reading.found.owner or boilerplate.owner(reading.lines[index].text)
    reading.end = end
    if reading.found.owner:
        outside = (*reading.lines[: reading.start], *reading.lines[end:])
        reading.found.owner = boilerplate.paper_of(reading.found.owner, outside)
        _take_owner(reading.found)
    _cut_teasers(reading)
    _read_tags(reading)


def _cut_before_tail(reading: _Reading, end: int) -> int:
    """The index at which the article is over, where bare tags, or the headlines of other stories,
    stand between its last sentence and the page's tail: three lines or more.
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
            headline = set(map(key, reading.found.title.split()))
            if sum(key(tag) in headline for tag in tags) < _MOSTLY * len(tags):
                reading.found.tags = reading.found.tags or tags  # else its words, taken apart
            return start
    elif all(lines[i].words > _TAG_WORDS for i in block) and max(said) <= _OTHERS:
        return start
    return end


def _is_bare(line: Line) -> bool:
    return not (line.ends or line.sentence or line.mark or headings.is_item(line.text))


def _share_spoken(reading: _Reading, text: str, end: int) -> float:
    """The share of a line's longer words that the headline or the text before `end` has."""
    lines = reading.lines[reading.start : end]
    whole = key("".join((reading.found.title, *(line.text for line in lines))))
    words = [folded for word in text.split() if len(folded := key(word).removeprefix("ال")) > 2]
    return sum(word in whole for word in words) / len(words) if words else 0


def _take_owner(found: Anatomy) -> None:
    """A place that has the name of the page's owner is none: «سامي حداد – الضفاف»."""
    if key(found.dateline) == key(found.owner) and not gazetteer.is_place(found.dateline):
        found.source, found.dateline = found.source or found.dateline, ""


def _about_writer(reading: _Reading, end: int) -> int:
    """The index of a box about the article's writer, «عن سامي حداد», of a sentence or two."""
    titles = {f"{word} {name}" for word in _ABOUT for name in reading.found.authors}
    for index in range(end - 1, max(reading.start, end - _BOX_LINES), -1):
        if reading.lines[index].text in titles:
            return index
    return end


def _cut_teasers(reading: _Reading) -> None:
    """Where an outlet's texts end in teasers, the lines with which other stories begin, two or
    more, and what stands among them.
    """
    heads, lines = reading.habits.heads, reading.lines
    if not heads:
        return
    marks = [habits.mark(line.key) for line in lines[: reading.end]]
    own = {heads[mark] for mark in marks[: reading.start + 1] if mark in heads}
    others = [i for i, mark in enumerate(marks) if mark in heads and heads[mark] not in own]
    while others and len(others) * 2 <= others[-1] - others[0]:
        others.pop(0)  # a line that only happens to begin another story
    if len({heads[marks[i]] for i in others}) > 1 and others[0] > reading.start:
        for index in range(others[0], others[-1] + 1):
            reading.roles[index] = "links"


def _is_of_end(reading: _Reading, index: int) -> bool:
    """A last line that states something: the agency, the writer, the day."""
    text = reading.lines[index].text
    return (
        reading.own_kind(index) in ("date", "url", "byline", "dateline", "name")
        or gazetteer.may_be_person(text)
        or gazetteer.is_agency(text.strip(_BRACKETS))
        or boilerplate.source(text) != ""
        or boilerplate.category(text) != ""
    )


def _read_tags(reading: _Reading) -> None:
    """Tags stand beside or below a label, before the tail or in it."""
    lines = reading.lines
    for index in range(reading.start + 1, len(lines)):
        beside = boilerplate.tags_label(lines[index].text)
        if beside is None or lines[index].piece:
            continue
        reading.roles[index] = "tags"
        texts = [beside] if beside else []
        below = index + 1
        while not beside and below < min(len(lines), index + 13) and _may_be_tag(lines[below]):
            texts.append(lines[below].text)
            reading.roles[below] = "tags"
            below += 1
        tags = [tag for text in texts for tag in boilerplate.tags_of(text)]
        reading.found.tags = tuple(dict.fromkeys(tag for tag in tags if len(tag) <= 40))
        if len(tags) != len([tag for tag in tags if len(tag) <= 40]):
            reading.doubt("tags")
        break


def _may_be_tag(line: Line) -> bool:
    commas = line.text.count("،") + line.text.count(",")
    few = line.words <= 5 or (commas and line.words <= 5 * (commas + 1))
    return bool(few) and not line.ends and not boilerplate.marks_tail(line.text)


def _cut_inside(reading: _Reading) -> None:
    """Inside the text: links to other stories under their label, credits, repeated quotations."""
    lines, index = reading.lines, reading.start
    while index < reading.end:
        text = lines[index].text
        if reading.roles[index] != "body":
            index += 1
            continue
        if boilerplate.is_link_label(text) and not lines[index].ends:
            block = boilerplate.links(lines, index, reading.end)
            for i in block:
                reading.roles[i] = "links"
            index = block.stop
            continue
        _cut_one(reading, index)
        index += 1


def _cut_one(reading: _Reading, index: int) -> None:
    """A line inside the text that is none of it."""
    lines, text = reading.lines, reading.lines[index].text
    if lines[index].words > _PARAGRAPH and text[0] not in "\"“”«'":
        return  # a paragraph, as most are
    noise = _noise(text)
    if index > reading.start and (credit := captions.credit_line(text)):
        reading.roles[index] = "credit"
        _take_inner_picture(reading, index, credit)
    elif captions.labelled(text):
        _take_labelled(reading, index)
    elif captions.is_of_photo(text):
        _take_caption(reading, index)
    elif _is_share_bar(reading, index):
        reading.roles[index] = "menu"
    elif noise and (index > reading.start or noise == "frame"):
        reading.roles[index] = noise
    elif _is_pull_quote(lines, index, reading.start):
        reading.roles[index] = "pull quote"
        after = index + 1
        if after < reading.end and not lines[after].ends and lines[after].words <= 14:
            reading.roles[after] = "pull quote"


def _is_share_bar(reading: _Reading, index: int) -> bool:
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


def _noise(text: str) -> Role | None:
    """What a line is that is no part of a text wherever it stands in it."""
    if boilerplate.is_link(text):
        return "links"
    if boilerplate.is_frame(text):
        return "frame"
    if boilerplate.is_scrap(text):
        return "menu"
    asks = text.count(" ") in range(1, _ASKING_WORDS) and boilerplate.marks_tail(text)
    return "menu" if asks or boilerplate.is_advert(text) else None


def _take_inner_picture(reading: _Reading, index: int, credit: str) -> None:
    """A picture in mid text: its caption stands right under its credit."""
    text, below = "", index + 1
    if below < reading.end:
        line = reading.lines[below]
        told = captions.labelled(line.text)
        if told or (not line.gap and not line.ends and line.words <= 20):
            reading.roles[below] = "caption"
            text = told or line.text
    reading.found.images.append(captions.Caption(text, credit))


def _is_pull_quote(lines: Sequence[Line], index: int, start: int) -> bool:
    """A quotation, in marks and without its speaker, that stands in a paragraph near it."""
    line = lines[index]
    if line.text[0] not in "\"“”«'" or len(line.key) < 25:
        return False
    near = (*lines[max(start, index - 6) : index], *lines[index + 1 : index + 4])
    return any(line.key in other.key and len(other.key) > len(line.key) for other in near)


def _read_lead(reading: _Reading) -> None:
    """A first paragraph that the next one repeats is said once; one that stands apart from a text
    without blank lines is its summary.
    """
    rest = reading.rest(reading.start)
    if len(rest) < 2:
        return
    lead, following = reading.lines[rest[0]], [reading.lines[i] for i in rest[1:]]
    if _is_said_again(lead, following[:3]):
        reading.roles[rest[0]] = "lead again"
        return
    if len(following) > 1 and _is_signature(following[0]) and _is_said_again(lead, following[1:4]):
        reading.roles[rest[0]] = "lead again"
        _take_byline(reading, rest[1])
        return
    apart = following[0].gap and not any(line.gap for line in following[1:])
    opens_below = following[0].gap and dateline.opening(following[0].text) is not None
    if opens_below and not dateline.opening(lead.text):
        said = dateline.without_opening(following[0].text)
        if reading.title >= 0 and key(said).startswith(lead.key):
            reading.roles[rest[0]] = "lead again"
            return
    if (
        (apart or opens_below)
        and len(following) > (0 if opens_below else 1)
        and reading.title >= 0
        and not reading.found.summary
        and lead.words <= 60
    ):
        reading.roles[rest[0]] = "summary"
        reading.found.summary = lead.text


def _is_signature(line: Line) -> bool:
    return not line.ends and gazetteer.may_be_person(line.text)


def _is_said_again(lead: Line, following: Sequence[Line]) -> bool:
    """The lines that follow, together, begin as the first one reads."""
    one, other = (key(line.text.partition(" ")[0]) for line in (lead, following[0]))
    if not (one.startswith(other) or other.startswith(one)) or len(following[0].key) == 1:
        return False
    said = "".join(line.key for line in following)
    return len(lead.key) >= _LEAD_LETTERS and said.startswith(lead.key)


def _read_end(reading: _Reading) -> None:
    """The last lines may name the agency, the writer, the address, the day, or be # tags."""
    found = reading.found
    for index in reversed(reading.rest(reading.start + 1)[-4:]):
        line, text = reading.lines[index], reading.lines[index].text
        if boilerplate.is_hash_tags(text):
            reading.roles[index] = "tags"
            found.tags = (*boilerplate.tags_of(text), *found.tags)
        elif boilerplate.url(text):
            _read_url(reading, index)
        elif _read_source(reading, index):
            continue
        elif section := boilerplate.category(text):
            reading.roles[index] = "section"
            found.category = found.category or section
        elif (names := dateline.byline(text)) or (
            line.words <= 4 and _is_writer(reading, index, text)
        ):
            if found.authors:
                break
            reading.roles[index] = "byline"
            found.authors = names or (text,)
        elif found.dated is None and line.words <= 12 and (dated := reading.dated(index)):
            reading.roles[index] = "date"
            found.dated = dated
        else:
            found.source = found.source or dateline.closing(text)
            break


def _read_source(reading: _Reading, index: int) -> bool:
    """Take the source that a last line names; False where it names none."""
    found, text = reading.found, reading.lines[index].text
    named, bare = boilerplate.source(text), text.strip(_BRACKETS)
    if named:
        found.source = found.source or named
    elif dateline.are_sources(bare):
        found.source = found.source or bare
    elif gazetteer.is_agency(bare):
        found.source = bare
    else:
        return False
    reading.roles[index] = "source"
    return True


def _is_writer(reading: _Reading, index: int, text: str) -> bool:
    """A known name, or the shape of one where other texts of the outlet end in it too."""
    return gazetteer.is_person(text) or (reading.habitual(index) and gazetteer.may_be_person(text))


def _read_opening(reading: _Reading) -> None:
    """The dateline in the first sentence is read, or in that below a summary; it stays whole."""
    for place, index in enumerate(reading.rest(reading.start)[:2]):
        text = reading.lines[index].text
        if place and "(" not in text[:_OPENING]:
            return  # the second paragraph begins with an agency in brackets, or with no dateline
        if where := dateline.opening(text):
            _take_dateline(reading, where)
            return


def _find_headings(reading: _Reading) -> None:
    rest = [i for i in reading.rest() if i > reading.title and not reading.habitual(i)]
    for at in headings.find([reading.lines[i] for i in rest]):
        reading.roles[rest[at]] = "heading"


_STEPS: Final = (
    _find_start,
    _find_title,
    _read_above,
    _read_below,
    _cut_tail,
    _cut_inside,
    _read_lead,
    _read_opening,
    _read_end,
    _find_headings,
)
"""In this order: each knows only what those before it found."""
