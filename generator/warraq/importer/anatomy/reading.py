"""The state of a text while it is read, and the kinds of its lines.

What a line is by itself, and whether it stands around other articles of its outlet too, is asked of
the reading, which finds it out once. What a line is in its place is for the rooms above to say.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice, pairwise, takewhile
from typing import Final, Literal, NamedTuple, TypeAlias

from warraq.arabic.normalise import normalise
from warraq.importer import (
    attribution,
    boilerplate,
    bylines,
    captions,
    dateline,
    dateline_parts,
    dating,
    furniture,
    gazetteer,
    headings,
    imprint,
    noise,
    opening_parts,
    posted,
    words,
)
from warraq.importer.habits import Habits
from warraq.importer.lexicon import opens_story
from warraq.importer.lines import Line, key

Role: TypeAlias = Literal[
    "body",
    "body again",
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
    "teasers",
    "menu",
    "frame",
    "tail",
    "rule",  # the archive's owner wants it out
]
KEPT: Final = frozenset({"body", "heading"})
"""Of the roles, those whose lines stay in the article."""
STATED: Final = frozenset[Role](("date", "dateline", "byline", "source", "outlet", "credit", "url"))
"""Between a headline and what stands below its picture."""

Kind: TypeAlias = Literal[
    "noise", "summary", "url", "date", "credit", "byline", "share", "section", "dateline", "shape",
    "outlet", "name", "label", "posted", "caption", "source", "other",
]  # fmt: skip
"""What a line is by itself."""
HEAD_KINDS: Final = frozenset[Kind](
    ("date", "url", "dateline", "byline", "credit", "posted", "source")
)
"""Of lines beside a headline that state something of its article."""

_PARTED: Final = re.compile(r"\s[-–—ـ|]+|[-–—|]+\s|[:/]")

_MARKS: Final = "/:()[]–—-"
_MARKED: Final = re.compile(r"([^\W\d_][^/:()\[\]–—-]{1,30})\s*[/:()\[\]–—-]")
_MENU_LINES: Final = 12
_BARS: Final = 3
_FOOT: Final = 30
"""Lines of a page in which its owner keeps its rights."""
_ABOUT: Final = re.compile(r"(?:عن|حول) ال|من نحن|اتصل")
"""What stands below a page's name at its foot."""
_OPENING: Final = 60
"""Characters in which a text names its paper."""
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")

_PARAGRAPHS: Final = 20
_SHORT_LINE: Final = 12
"""Words of a line that may be no paragraph."""
SMALL_HEAD: Final = 8
"""Lines above the first paragraph that a reporter may have typed."""
_MENUS: Final = 4
"""Lines above it that are a menu's or a button, and no reporter typed."""
TITLE_WORDS: Final = 24
"""Of the longest headline."""
TYPED_ABOVE: Final = 4
"""Lines that a reporter may have typed above a headline."""
PICTURE_LABELS: Final = frozenset(("حقوق النشر", "حقوق الصورة", "مصدر الصورة"))
"""Labels below a caption."""
_TOP: Final = 3
"""Lines at a page's top in which it names itself."""
_NAME_WORDS: Final = 3
_CALLED: Final = 4
"""Lines of a page, one of which has its name."""
_LATIN_BEHIND: Final = re.compile(r"\s[-|]?\s?[A-Za-z][A-Za-z' -]*$")
_HALVES: Final = re.compile(r"\s[|–—-]\s")
_BEHIND_NAME: Final = re.compile(r"\s(?:\d+|نيوز|أونلاين|أون لاين|الإلكترونية)$")
MENU_WORDS: Final = 4
"""Of the longest item of a menu."""


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
    run_together: str = ""
    """Tags that nothing parts, as they are printed."""
    images: list[captions.Caption] = field(default_factory=list)
    url: str = ""
    doubts: list[str] = field(default_factory=list)
    """Keys of `report.DOUBTS`."""


class Reading:
    """One text while it is read: what is known so far."""

    def __init__(
        self,
        lines: Sequence[Line],
        today: date,
        habits: Habits,
        *,
        titled: bool = False,
        pictured: bool = False,
    ) -> None:
        self.lines = lines
        self.titled = titled
        self.pictured = pictured
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
        self.site = ""
        """Whose the page is, beside its headline."""
        self._kinds: dict[int, Kind] = {}
        self._pages: dict[int, bool] = {}
        """By where the text might begin."""
        self._datelines: dict[int, dateline.Dateline | None] = {}
        self._dates: dict[int, dating.Dated | None] = {}

    @cached_property
    def outlets(self) -> frozenset[str]:
        """Short lines of the head that come back in another line of it, or before a mark in the
        text's first words, are the paper's name.
        """
        head = list(takewhile(lambda line: not line.sentence, self.lines[:SMALL_HEAD]))
        begins = self.lines[len(head)].text[:_OPENING] if len(head) < len(self.lines) else ""
        last = max(map(begins.rfind, _MARKS))  # a name stands before one
        opened = {key(part) for part in _MARKED.findall(begins[: last + 1])}
        return (
            self._names_of_owner()
            | _called(opened, head)
            | frozenset(
                line.key
                for line in head
                if line.words <= 3
                and (
                    line.key in opened
                    or any(
                        line.key in other.key
                        and line.key != other.key
                        and _PARTED.search(other.text)
                        for other in head
                        if other.words <= 7
                    )
                )
                and not noise.is_noise(line.text)
                and not gazetteer.is_place(line.text)
                and not gazetteer.is_person(line.text)
                and not gazetteer.is_section(line.text)
            )
        )

    def _names_of_owner(self) -> frozenset[str]:
        """Of a page's owner, without a number behind it, and in the other letters beside which it
        stands at the page's top: «صوت الضفاف | Difaf Voice».
        """
        if len(self.lines) <= SMALL_HEAD or not self.owner:
            return frozenset()
        own = key(self.owner)
        names = {own, key(_BEHIND_NAME.sub("", self.owner)), key(imprint.name_alone(self.owner))}
        for line in self.lines[:_TOP]:
            halves = [half for half in _HALVES.split(line.text) if half.count(" ") < _NAME_WORDS]
            if own in map(key, halves):
                named = (half for half in halves if not gazetteer.is_place(half))
                names.update(key(half) for half in named if not gazetteer.is_section(half))
        return frozenset(names)

    @cached_property
    def owner(self) -> str:
        """Whom the page's copyright names, at its foot."""
        foot = self.lines[-_FOOT:]
        return next(filter(None, (imprint.owner(line.text) for line in foot)), "")

    @cached_property
    def called(self) -> str:
        """What a page calls itself: a few words on its top that another short line has too, as
        «ورق الضفاف» in «ادعم ورق الضفاف», or its first line, which stands at its foot above «من
        نحن»; '' where nothing tells.
        """
        if len(self.lines) <= SMALL_HEAD:
            return ""
        short = [f" {line.text.rstrip('+')} " for line in self.lines if line.words <= _SHORT_LINE]
        for line in self.lines[:_CALLED]:
            name = _LATIN_BEHIND.sub("", line.text)
            told = any(f" {name} " in text and text.strip() != line.text for text in short)
            if told and 0 < name.count(" ") + 1 <= _NAME_WORDS and self._may_be_called(name):
                return name
        first = self.lines[0].text
        again = any(
            line.text == first and _ABOUT.match(below.text)
            for line, below in pairwise(self.lines[-_FOOT:])
        )
        return first if again and self._may_be_called(first) else ""

    def _may_be_called(self, name: str) -> bool:
        if not name.replace(" ", "").isalpha() or gazetteer.is_section(name):
            return False
        return not (gazetteer.is_place(name) or furniture.is_button(name) or noise.is_noise(name))

    @property
    def is_page(self) -> bool:
        """So many lines stand above the text that most are the menus of a saved page; fewer, where
        several are known to be of a page.
        """
        if self.start not in self._pages:
            menus = (self.kind(i) in ("share", "section") for i in range(self.start))
            self._pages[self.start] = self.start > 2 * SMALL_HEAD or (
                self.start > SMALL_HEAD and sum(menus) >= _MENUS
            )
        return self._pages[self.start]

    def is_doubled(self, number: int) -> bool:
        """Paragraphs of a source line stand twice, one below the other."""
        row = [line for line in self.lines if line.number == number]
        return any(one.prose and one.key == other.key for one, other in pairwise(row))

    def is_outlet(self, name: str) -> bool:
        """Whether a line's key is the name of a paper, this text's own or a known one that is no
        item of the page's menu.
        """
        known = name in gazetteer.OUTLETS and name not in self._menu_items
        return known or name in self.outlets

    @cached_property
    def _menu_items(self) -> frozenset[str]:
        """Keys of what bars part in a menu above the text: «الحدث | الوطن | رياضة»."""
        bars = (line.text for line in self.lines[:_MENU_LINES] if line.text.count("|") >= _BARS)
        return frozenset(key(item) for bar in bars for item in bar.split("|"))

    def is_of_menu(self, name: str) -> bool:
        """An item of the page's menu has this name."""
        return key(name) in self._menu_items

    def dateline(self, index: int) -> dateline.Dateline | None:
        """The dateline that the line is, sure or by its shape."""
        if index not in self._datelines:
            text = self.lines[index].text
            self._datelines[index] = dateline.read(text, self.today, self.outlets)
        return self._datelines[index]

    def dated(self, index: int) -> dating.Dated | None:
        """The day that the line is."""
        if index not in self._dates:
            self._dates[index] = dating.read(self.lines[index].text, self.today)
        return self._dates[index]

    def kind(self, index: int) -> Kind:
        """What the line is by itself; one that states nothing and comes back in other texts is of
        the page, as what asks to share it.
        """
        if index not in self._kinds:
            self._kinds[index] = self._kind(index)
        return self._kinds[index]

    def _kind(self, index: int) -> Kind:
        kind = self.own_kind(index)
        return "share" if kind in ("other", "label") and self.habitual(index) else kind

    def own_kind(self, index: int) -> Kind:
        """What the line is by itself, whether or not it comes back in other texts."""
        text = self.lines[index].text
        if self.dated(index):
            return "date"
        first = _first_by_text(text, self.today)
        for at, is_one in _THERE:
            if at > first:
                break
            if is_one(self, index, text):
                return _RULES[at].kind
        return _RULES[first].kind if first < len(_RULES) else "other"

    def habitual(self, index: int) -> bool:
        """The line stands around other articles of its outlet too."""
        line = self.lines[index]
        return len(line.text) <= self.longest_habit and line.key in self.habits.repeated

    def usual(self, index: int) -> str:
        """The role that a line in this place below the headline has in most of its outlet's texts;
        '' where none is usual, or there is no headline.
        """
        return self.habits.usual.get(index - self.title, "") if self.title >= 0 else ""

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The first of the lines, from the text's first paragraph on, that are paragraphs, even
        where their stop is lost.
        """
        longer = (
            i
            for i in range(self.start, len(self.lines))
            if self.lines[i].sentence or self.lines[i].words > _SHORT_LINE
        )
        return tuple(islice(longer, _PARAGRAPHS))

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The stems of what these say."""
        return words.stems(*(self.lines[i].text for i in self.paragraphs))

    def cut_of_page(self, index: int) -> None:
        """Take a line out of the text before it is known where that begins."""
        self.roles[index] = "menu"
        self._kinds[index] = "share"

    def comes_again(self, index: int) -> bool:
        """The same line stands in the head once more, below this one."""
        own = self.lines[index].key
        return any(own == other.key for other in self.lines[index + 1 : self.start])

    def take_site(self, name: str) -> None:
        """Whose page it is, beside its headline; a line that names the source itself tells more."""
        if not self.found.source:
            self.found.source = self.site = name

    @property
    def has_own_source(self) -> bool:
        """It is known whose the text is, and not only whose the page."""
        return self.found.source not in ("", self.site)

    def doubt(self, name: str) -> None:
        """Note one of `report.DOUBTS`, once."""
        if name not in self.found.doubts:
            self.found.doubts.append(name)

    def rest(self, start: int = 0) -> list[int]:
        """Indexes of the lines that are still body, from `start` to the article's end."""
        return [i for i in range(start, self.end) if self.roles[i] in KEPT]


def _called(names: Iterable[str], head: Iterable[Line]) -> frozenset[str]:
    """Those of these names which a line of the head calls a paper's: «… - قناة الضفاف الفضائية»."""
    names = [name for name in names if name]
    if not names:
        return frozenset()
    halves = [half for line in head for half in _HALVES.split(line.text)]
    papers = [key(bare) for half in halves if (bare := imprint.name_alone(half)) != half]
    return frozenset(name for name in names if any(paper.startswith(name) for paper in papers))


def _is_dateline(reading: Reading, index: int, *, sure: bool) -> bool:
    where = reading.dateline(index)
    line = reading.lines[index]
    office = " - " not in line.text and bylines.begins_as_office(line.text)
    if where is None or office or headings.is_of_check(line.text):
        return False
    item = not (where.place or where.authors) and reading.is_of_menu(where.source)
    if item or (not where.sure and (imprint.is_label(line.text) or captions.says_whose(line))):
        return False
    if index > 1 and gazetteer.is_site(where.source) and reading.kind(index - 1) == "other":
        return False  # below the headline, but not beside what states something: it is the text's
    if index == 0 and (_is_above_story(reading, where) or _is_signature(reading, where)):
        return sure
    if index == 0 and where.sure:
        # «مصر: دعوة إلى الحوار» is a headline; a first line needs an agency or a known name, or
        # beside a city one that no word is.
        city = gazetteer.is_city(where.place)
        named = all(
            gazetteer.is_person(name) or (city and gazetteer.has_no_word(name))
            for name in where.authors
        )
        known = gazetteer.is_agency(where.source) or key(where.source) in reading.outlets
        known = known or gazetteer.is_outlet(where.source) or gazetteer.is_site(where.source)
        below = "".join(line.text for line in reading.lines[1:2] if line.sentence)
        above = below != "" and words.stems(where.source).isdisjoint(words.stems(below))
        known = known or dateline_parts.is_own(reading.lines[0].text, where.source, above=above)
        named = named or dateline_parts.is_of_sender(reading.lines[0].text)
        return sure and named and (where.authors != () or known)
    return where.sure == sure


def _is_paper_alone(text: str) -> bool:
    """«الضفاف نيوز -»: what stands before a text's first words has a line of its own."""
    return text[-1] in ":-–—" and opening_parts.is_paper(text.rstrip(" :-–—"))


def _is_signature(reading: Reading, where: dateline.Dateline) -> bool:
    """A first line of two halves, the second a name that begins with a given one: it stands right
    above a paragraph, and the text says none of its words.
    """
    below = reading.lines[1:2]
    if not (where.source and len(where.authors) == 1 and below and below[0].sentence):
        return False
    given = key(where.authors[0].partition(" ")[0]) in gazetteer.GIVEN_NAMES
    return given and not words.stems(reading.lines[0].text) & words.stems(
        *(line.text for line in reading.lines[1:])
    )


def _is_above_story(reading: Reading, where: dateline.Dateline) -> bool:
    """A first line right below which a story begins that has none of its words, as it would have
    those of its headline; but for a known place's, or that of a writer's name.
    """
    lines = reading.lines
    below = lines[1] if len(lines) > 1 else None
    first = _FIRST_WORD.match(below.text) if below and below.sentence else None
    if first is None or not opens_story(normalise(first[0])):
        return False
    text = " ".join(line.text for line in lines[1:])
    said = words.stems(text)
    signed = where.authors != () and all(
        gazetteer.is_person(name) or gazetteer.has_no_word(name) for name in where.authors
    )
    places = where.place.split() if signed or gazetteer.is_place(where.place) else []
    return not any(
        word in text if word.isascii() else said & words.stems(word)
        for word in _LONG_WORD.findall(lines[0].text)
        if not (word in places or dateline_parts.says_nobody(word))
    )


class _Rule(NamedTuple):
    """What one kind of line is known by: its text alone, or what stands around it too."""

    kind: Kind
    by_text: Callable[[str, date], bool] | None = None
    there: Callable[[Reading, int, str], bool] | None = None


_RULES: Final = (
    _Rule(
        "noise",
        lambda text, _: (
            noise.is_noise(text)
            or noise.is_advert(text)
            or noise.is_placeholder(text)
            or noise.is_frame(text)
            or noise.is_menu_bar(text)
            or noise.is_scrap(text)
            or noise.is_size_buttons(text)
            or gazetteer.are_sections(text)
        ),
    ),
    _Rule("label", lambda text, _: imprint.labels_text(text) or imprint.labels_picture(text)),
    _Rule("summary", lambda text, _: imprint.meta_description(text) != ""),
    _Rule("url", lambda text, _: imprint.url(text) != ""),
    _Rule(
        "credit",
        there=lambda reading, index, text: (
            index > 0
            and (not reading.lines[index].piece or text[0] == "©")
            and (captions.credit_line(text) != "" or noise.counts_pictures(text))
        ),
    ),
    _Rule("credit", lambda text, _: captions.bracketed_agency(text) != ""),
    _Rule(
        "share",
        there=lambda reading, index, _: noise.is_portrait(*reading.lines[index : index + 2]),
    ),
    _Rule("caption", lambda text, _: captions.labelled(text) != ""),
    _Rule(
        "share",
        there=lambda reading, index, text: (
            imprint.is_staff(text, reading.lines[index - 1].text if index else "")
            and attribution.source(text) == ""
        ),
    ),
    _Rule("share", lambda text, _: bylines.is_desk(text)),
    _Rule("posted", lambda text, today: posted.read(text, today) is not None),
    _Rule("source", lambda text, _: attribution.source(text) != ""),
    _Rule("byline", lambda text, _: bylines.byline(text) != ()),
    _Rule(
        "share",
        lambda text, _: (
            boilerplate.marks_tail(text)
            or boilerplate.are_buttons(text)
            or furniture.is_furniture(text)
            or furniture.is_button(text)
        ),
    ),
    _Rule("share", lambda text, _: imprint.crumbs(text) != []),
    _Rule("section", lambda text, _: gazetteer.is_section(text) or imprint.category(text) != ""),
    _Rule("dateline", there=lambda reading, index, _: _is_dateline(reading, index, sure=True)),
    _Rule("shape", there=lambda reading, index, _: _is_dateline(reading, index, sure=False)),
    _Rule(
        "outlet",
        there=lambda reading, _, text: reading.is_outlet(key(text)) or _is_paper_alone(text),
    ),
    _Rule(
        "name",
        lambda text, _: (
            gazetteer.is_person(text)
            or bylines.are_writers(text)
            or (text[-1] in "-–—" and gazetteer.is_person(text.rstrip(" -–—")))
        ),
    ),
    _Rule("label", lambda text, _: imprint.is_label(text)),
)
"""What a line of a head is, by itself, if it is no day; the first that fits."""

_BY_TEXT: Final = [(at, rule.by_text) for at, rule in enumerate(_RULES) if rule.by_text]
_THERE: Final = [(at, rule.there) for at, rule in enumerate(_RULES) if rule.there]


@lru_cache(maxsize=1 << 11)  # many texts have the same dateline, day or button in their heads
def _first_by_text(text: str, today: date) -> int:
    """The place of the first rule that a text alone fulfils; behind the last where none is."""
    return next((at for at, is_one in _BY_TEXT if is_one(text, today)), len(_RULES))
