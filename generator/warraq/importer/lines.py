"""A text as lines: cleaned of what nobody typed, split where its saver lost the breaks.

Spelling, tashkeel, tatweel, quotation marks and hashtags are the author's and stay. White space is
folded, and nothing else but invisible marks and control characters goes.
"""

import html
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias
from unicodedata import normalize

from warraq.arabic.normalise import INVISIBLE, normalise, strip_invisible
from warraq.importer import escapes

ENTITY: Final = r"(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
"""A whole entity of HTML, behind its &."""
_ENTITY: Final = re.compile(f"&{ENTITY}")
_LONG_RUN: Final = " " * 8
_LONGER_RUN: Final = re.compile(r"([\s\u00a0]{4,})")
_LINKED: Final = re.compile(r"(?<=[^\W\d_]) {3}(\w+(?: \w+){0,2}) {3}(?=[\w،])")
"""A word to three, between equal runs on both sides, amid a sentence: there stood a link."""
_RUN_OF_THREE: Final = re.compile(r"([^\s\d|:]) {3}(?=[^\s\d|])")
_LONGER_THAN_THREE: Final = re.compile(r"\S {4,}\S")
_LINKS: Final = 6
_SLIP: Final = re.compile(r"(?<=[^\W\d_]) {3}(?=\w)")
_RUN: Final = re.compile(r"[\s\u00a0]{3,}")
_SEPARATORS: Final = "\x1c\x1d\x1e\x1f"
"""White space at which `str.splitlines` would break a line."""
_SEPARATOR: Final = re.compile(f"[{_SEPARATORS}]+")
_SHAPES: Final = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc"
_SHAPE: Final = re.compile(f"[{_SHAPES}]")
"""Arabic presentation forms, but for signs that are words, such as ﷺ and ﷲ: they stay."""
_IN_NUMBER: Final = re.compile("(?<=\\d[.,/])([\u200f\u061c]+)(?=\\d)")
"""A mark that turns a number round: «7.1», with it between, is read as 1.7."""
_UNCLEAN: Final = re.compile(f"[\u00a0{_SHAPES}{''.join(map(chr, sorted(INVISIBLE)))}]")
_LETTERS: Final = {
    code: "".join(normalize("NFKC", chr(code)).split()).lstrip("\u0640" if code < 0xFE80 else "")
    for code in (
        *range(0xFB50, 0xFBB2),
        *range(0xFBD3, 0xFD3E),
        *range(0xFD50, 0xFDC8),
        *range(0xFE70, 0xFEFD),
    )
}
"""Each shape's letters; Unicode gives a mark without its letter a space or a tatweel to stand on,
which nobody typed."""
_ARABIC_LETTERS: Final = (
    _LETTERS | dict.fromkeys(range(0xFB8E, 0xFB92), "ك") | dict.fromkeys((0xFBFE, 0xFBFF), "ي")
)
"""In an Arabic text the shapes of Persian letters stand for those that look like them."""
_JOINER: Final = re.compile("([\u200c\u200d])")
_ENDS: Final = frozenset(".!?؟…۔")
CUT_OFF: Final = ("…", "...")
"""How a page shows that a line goes on elsewhere."""
_STOPS: Final = frozenset(".…۔")
_CLOSING: Final = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\"'”“»«’)]"
"""What may stand behind the mark that ends a sentence."""
_FIRST: Final = 8
"""Letters by which most lines differ from each other."""
_MARKED: Final = 4
"""Characters that a letter has at most: its shadda, its vowel, and a tatweel."""
_NOT_KEY: Final = re.compile(r"[\W_]+")

_LEADING: Final = """
في من على إلى الى عن مع أن ان إن التي الذي الذين بين بعد قبل و أو او ما لا لم هذا هذه كان كانت
"""
_LEADING_WORDS: Final = frozenset(_LEADING.split())

_NOT_YET: Final = re.compile(r"\b[وف]?(?:لم|لا|ما|ليس)\s(?:\S+\s){1,3}بعد$")

_SLASHED_FORM: Final = "/ي"
_TABS: Final = 3
_ITEM_WORDS: Final = 3
"""Of an item of a menu."""
_SIGNATURE: Final = 4
"""Words of the longest signature behind a text."""

_LONG: Final = 25
"""Words from which a line is prose even without an end mark."""


Mark: TypeAlias = Literal["", "heading", "item", "quote", "caption"]


class Line(NamedTuple):
    """One line, or one piece of a line whose breaks were saved as runs of spaces.

    A tuple, as there are millions.
    """

    number: int
    """Of the source's line, counted from 1; pieces of one line share it."""
    text: str
    words: int
    gap: bool = False
    """A blank line stands before it."""
    piece: bool = False
    """It begins in the middle of its source line."""
    mark: Mark = ""
    """What its file itself marks it as."""

    @property
    def ends(self) -> bool:
        """It ends as a sentence does: . ! ؟ … with or without a closing quotation mark."""
        last = self.text[-1]
        return last in _ENDS or (last in _CLOSING and _last_mark(self.text) in _ENDS)

    @property
    def stops(self) -> bool:
        """It ends in a full stop or three: headlines may ask or shout, but hardly ever stop."""
        last = self.text[-1]
        return last in _STOPS or (last in _CLOSING and _last_mark(self.text) in _STOPS)

    @property
    def cut_off(self) -> bool:
        """It ends in three stops, as a page shows how another story begins."""
        return self.text.endswith(CUT_OFF)

    @property
    def is_open(self) -> bool:
        """It ends in a comma: its sentence goes on in the next line."""
        return self.text[-1] in "،,"

    @property
    def prose(self) -> bool:
        """It is a paragraph of running text, whatever stands around it."""
        return self.words >= _LONG or (self.words >= 9 and self.ends)

    @property
    def sentence(self) -> bool:
        """As `prose`, but too strictly for any headline."""
        return self.words >= _LONG or (self.words >= 9 and (self.stops or self.text.endswith(":")))

    def saying(self, text: str) -> "Line":
        """The same line with another text."""
        return self._replace(text=text, words=text.count(" ") + 1)

    @property
    def key(self) -> str:
        """Equal for lines that say the same: letters and digits only, folded."""
        return key(self.text)


def _last_mark(text: str) -> str:
    """A text's last character, but for what closes a quotation or brackets; '' without one."""
    return text.rstrip(_CLOSING)[-1:]


def may_begin_with(line: Line, other: Line) -> bool:
    """Whether a line's key may begin with another's, as their first letters tell, which are sooner
    folded than whole lines.
    """
    first = _folded(other.text[:_FIRST])[:-1]  # the last may depend on what follows it
    return _folded(line.text[: _FIRST * _MARKED]).startswith(first)


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Fold a text to its letters and digits, for comparing."""
    return _folded(text)


def _folded(text: str) -> str:
    folded = normalise(text).replace(" ", "")
    return folded if folded.isalnum() else _NOT_KEY.sub("", folded)


def without_feminine(text: str) -> str:
    """A text that asks her as well, «اشترك/ي», as it would ask him alone."""
    return text.replace(_SLASHED_FORM, "")


def are_menu_items(items: Iterable[str]) -> bool:
    """Each is a word to three, and none has a number."""
    return all(
        len(item.split()) <= _ITEM_WORDS and not any(map(str.isdigit, item)) for item in items
    )


def repair(text: str, *, joiners: bool = False) -> str:
    """The text without what is invisible; whole HTML entities read, non-breaking spaces plain, the
    shapes of letters written as letters.

    Zero-width joiners stay where `joiners` is true: Persian spelling needs them.
    """
    if "&" in text:
        text = _ENTITY.sub(_unescaped, text)
    return clean(text, joiners=joiners)


def _unescaped(entity: re.Match[str]) -> str:
    """An entity's character; one that would break the line is white space and no more."""
    read = html.unescape(entity[0])
    return " " if read.isspace() else read


def clean(text: str, *, joiners: bool = False) -> str:
    """As `repair`, of a text whose entities have been read, as those of a web page are."""
    if not _UNCLEAN.search(text):
        return text  # as most
    text = text.replace("\u00a0", " ")
    if is_shaped(text):
        text = text.translate(_LETTERS if joiners else _ARABIC_LETTERS)
    kept = _JOINER if joiners else _IN_NUMBER
    if not kept.search(text):
        return strip_invisible(text)
    parts = kept.split(text)  # each second part is what stays
    parts[::2] = map(strip_invisible, parts[::2])
    return "".join(parts)


def is_shaped(text: str) -> bool:
    """Letters are saved by their shapes, ﻣﺼﺮ for مصر, as by old programs and by PDF."""
    return _SHAPE.search(text) is not None


def rows_of(text: str) -> list[str]:
    """The lines of a text as they were typed, by their numbers."""
    if any(map(text.__contains__, _SEPARATORS)):
        text = _SEPARATOR.sub(" ", text)
    return text.splitlines()


_PAIR: Final = 2
_MARK_ALONE: Final = re.compile(r"\d{1,2}\s?[.)-]|[-–—•*]")
"""Of a list's item, which follows."""
_HEADED_ROW: Final = 90
"""Characters of the shortest paragraph with a heading at its end."""
_ENDS_PARAGRAPH: Final = frozenset('.؟!”"»)')
_HEADING_END: Final = re.compile(r"(?:[^\s.؟!،؛:]+ ){0,5}[^\s.؟!،؛:]+")
_STAMP_DIGITS: Final = 6
_INDENT: Final = " " * 4
_INDENTED: Final = 5
"""Rows of a page whose rows are all indented, as what was taken out of HTML."""
_WRAPPED: Final = 120
"""Characters of the widest row of a text that was wrapped."""
_LONG_SPACES: Final = 8
"""In the shortest sentence that may be a paragraph."""


def split(text: str) -> tuple[Line, ...]:
    """The lines of a repaired text, in order; joined again, they are the text but for white space.

    A line is split at breaks that were written as escapes, between the items of a menu that tabs
    part, and, if it is a paragraph or more, at runs of three or more spaces.
    """
    rows = list(_rows(_without_links(text)))
    dump = any(len(parts) > 2 for _, parts, _ in rows) or _has_pairs(parts for _, parts, _ in rows)
    dump = dump or _is_indented(text)
    indents = _indents(text.split("\n")) if "\n  " in text else frozenset()
    found: list[Line] = []
    gap = False
    for number, parts, inside in rows:
        if not parts:
            gap = True
            continue
        gap = gap or number in indents
        first, *others = _pieces(parts, dump=dump) if len(parts) > 1 else parts
        found.append(Line(number, first, first.count(" ") + 1, gap, inside))
        found += [Line(number, text, text.count(" ") + 1, piece=True) for text in others]
        gap = False
    return tuple(_of_paragraphs(found, indents) if indents else found)


def _of_paragraphs(lines: Sequence[Line], indents: Container[int]) -> Iterator[Line]:
    """The lines of a text whose paragraphs begin with an indentation, each with those that go on
    from it: up to the next, or to a short one below a sentence's end.
    """
    whole: Line | None = None
    for line in lines:
        if whole and not (line.gap or line.piece) and not _is_apart(whole, line):
            whole = whole.saying(f"{whole.text} {line.text}")
            continue
        if whole:
            yield whole
        whole = line if line.number in indents and not line.piece else None
        if whole is None:
            yield line
    if whole:
        yield whole


def _is_apart(above: Line, line: Line) -> bool:
    return above.ends and len(line.text) < _HEADED_ROW / 2


def _without_links(text: str) -> str:
    """A text whose paragraphs have lines of their own, and in them runs of three spaces where links
    stood: most of these part the words of a sentence.
    """
    if "   " not in text:
        return text  # as most
    told = "\n".join(row.strip() for row in text.split("\n") if _is_told(row))
    breaks = [match[1] for match in _RUN_OF_THREE.finditer(told)]
    if len(breaks) < _LINKS or _LONGER_THAN_THREE.search(told):
        return text
    amid = sum(mark not in _ENDS for mark in breaks)
    return _RUN_OF_THREE.sub(r"\1 ", text) if amid > len(breaks) / 2 else text


def _is_told(row: str) -> bool:
    """It is no row of a menu: some part of it has a sentence's words."""
    if row.count(" ") < _LONG_SPACES * 2:
        return False
    return any(part.count(" ") >= _LONG_SPACES for part in row.split("   "))


def _indents(rows: Sequence[str]) -> frozenset[int]:
    """The numbers of rows that begin paragraphs, where an indentation tells so and nothing else:
    all rows are short enough to have been wrapped, several have it, each below a row that ends a
    sentence or is short, and full ones go on below them without it.
    """
    told = [(number, row.rstrip()) for number, row in enumerate(rows, 1) if row.strip()]
    widest = max((len(row) for _, row in told), default=0)
    if widest > _WRAPPED:
        return frozenset()
    depths = Counter(depth for _, row in told if (depth := len(row) - len(row.lstrip(" "))) > 1)
    if not depths:
        return frozenset()
    depth, count = depths.most_common(1)[0]
    found, going_on = set[int](), 0
    for (above, before), (number, row) in pairwise(told):
        if number - above > 1:
            continue
        if len(row) - len(row.lstrip(" ")) == depth:
            if not found or _last_mark(before) in _ENDS or len(before) < len(row) / 2:
                found.add(number)
        elif above in found and not row.startswith("  "):
            going_on += len(before) > widest * 2 / 3
    several = count >= _INDENTED and len(depths) == 1 and going_on >= _INDENTED - _PAIR
    return frozenset(found) if several and len(found) >= _INDENTED - _PAIR else frozenset()


def _is_indented(text: str) -> bool:
    """All rows begin with four spaces or more, as no hand types them."""
    rows = [row for row in text.split("\n") if row.strip()] if _INDENT in text else []
    return len(rows) >= _INDENTED and all(row.startswith(_INDENT) for row in rows)


def _has_pairs(rows: Iterable[list[str]]) -> bool:
    """Two rows or more are two paragraphs each: no hand slips twice between sentences."""
    pairs = (
        parts
        for parts in rows
        if len(parts) == _PAIR and min(part.count(" ") for part in parts) >= _LONG_SPACES
    )
    return sum(all(_last_mark(part) in _ENDS for part in parts) for parts in pairs) >= _PAIR


def _rows(text: str) -> Iterator[tuple[int, list[str], bool]]:
    """Each row's number and parts, and whether it begins in the middle of its source line."""
    rows = rows_of(text)
    headed = _headed(rows) if "  " in text else {}
    tabbed = _is_tabbed(rows) if "\t" in text else False
    for number, row in enumerate(rows, 1):
        if number in headed:
            yield number, _parts(row[: headed[number]].rstrip()), False
            yield number, [" ".join(row[headed[number] :].split())], True
        elif tabbed and "\t" in row:
            pieces = (parts for piece in row.split("\t") if (parts := _parts(piece)))
            for at, parts in enumerate(pieces):
                yield number, parts, at > 0
        elif escapes.BREAK in row:
            for at, part in enumerate(_cells(row)):
                yield number, _parts(part), at > 0
        elif (
            row.count("\t") >= _TABS
            and not _is_of_table(rows, number - 1)
            and (items := _items(row))
        ):
            for at, item in enumerate(items):
                yield number, [item], at > 0
        else:
            yield number, _parts(row), False


def _is_tabbed(rows: Sequence[str]) -> bool:
    """Tabs part the paragraphs of a text, as what a program took out of a page's elements."""
    pieces = [
        piece.strip() for row in rows if row.count("\t") >= _PAIR for piece in row.split("\t")
    ]
    long = (piece for piece in pieces if piece.count(" ") >= _LONG_SPACES)
    return sum(_last_mark(piece) in _ENDS for piece in long) > _PAIR


def _headed(rows: Sequence[str]) -> dict[int, int]:
    """By their numbers, where a heading begins at the end of rows: behind the paragraph's stop and
    two spaces, a few words without any, as in two rows or more.
    """
    ends = {number: at for number, row in enumerate(rows[:-1], 1) if (at := _heading_at(row))}
    return ends if len(ends) >= _PAIR else {}


def _heading_at(row: str) -> int:
    """Where a heading may begin at the end of a row; 0 where none does."""
    row = row.rstrip()
    at = row.rfind("  ") + 2
    stopped = at > _HEADED_ROW and row[: at - 2].rstrip()[-1:] in _ENDS_PARAGRAPH
    return at if stopped and _HEADING_END.fullmatch(row, at) else 0


def _cells(row: str) -> list[str]:
    """The lines of a row whose breaks were written as escapes. Tabs part its first from the cells
    before it, and its last from those behind it.
    """
    first, *inner, last = row.split(escapes.BREAK)
    return [*first.split("\t"), *inner, *last.split("\t")]


def _parts(raw: str) -> list[str]:
    """What stands between the runs of spaces of a line, its own white space folded."""
    if not raw:
        return []
    if raw.isprintable() and "  " not in raw and raw[0] != " " and raw[-1] != " ":
        return [raw]  # no white space but single spaces, as in most lines
    plain = " ".join(raw.split())
    if len(raw) - len(plain) < 2 or len(raw.strip()) - len(plain) < 2:
        return [plain] if plain else []  # too few for a run, as in nearly all lines
    if "     " in raw:
        raw = _LINKED.sub(r" \1 ", raw)
    if _LONG_RUN in raw:
        raw = "".join(map(_without_slips, _LONGER_RUN.split(raw)))
    return [" ".join(part.split()) for part in _RUN.split(raw.strip())]


def _is_of_table(rows: list[str], at: int) -> bool:
    """The row above or below has as many cells."""
    tabs = rows[at].count("\t")
    beside = (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2])
    return any(row.count("\t") == tabs for row in beside)


def _items(raw: str) -> list[str]:
    """What tabs part that are the items of a menu, of a word to three and no number; or nothing."""
    items = [" ".join(item.split()) for item in raw.split("\t") if not item.isspace() and item]
    return items if len(items) > _TABS and are_menu_items(items) else []


def _without_slips(part: str) -> str:
    """What stands between longer runs: a sentence is one, if three spaces part two of its words."""
    return _SLIP.sub(" ", part) if _last_mark(part) in _ENDS else part


def _pieces(parts: list[str], *, dump: bool) -> list[str]:
    """The lines that one line was. Where a file has no more than one run in any line, a run is a
    slip, or parts the halves of a verse; but what stands behind a sentence, and is a name or so, is
    a line of its own: it is who wrote it.
    """
    if len(parts) == _PAIR and not dump and not any(map(_is_stamp, parts)):
        sentence = parts[0].count(" ") >= _LONG_SPACES and _last_mark(parts[0]) in _ENDS
        if not sentence or parts[1].count(" ") >= _SIGNATURE or parts[1].endswith(":"):
            return [" ".join(parts)]
    pieces: list[str] = []
    for part in parts:
        if pieces and (_goes_on(pieces[-1], part) or _MARK_ALONE.fullmatch(pieces[-1])):
            pieces[-1] = f"{pieces[-1]} {part}"
        else:
            pieces.append(part)
    return pieces


def _is_stamp(part: str) -> bool:
    """A day and an hour in numbers: «2301 (GMT+04:00) - 19/03/09»."""
    return sum(map(str.isdigit, part)) >= _STAMP_DIGITS and part.isascii()


def _goes_on(text: str, part: str) -> bool:
    """The next part is of the same sentence: what is in brackets stands in one."""
    return _broken(text) or (part[0] == "(" and _last_mark(text) not in _ENDS)


def _broken(text: str) -> bool:
    """The text was cut in mid sentence: it is long, and ends in a comma or a word that wants
    another. «لم يبدأ بعد» is over.
    """
    if text.count(" ") < _LONG_SPACES or _last_mark(text) in _ENDS or _NOT_YET.search(text):
        return False
    return text[-1] in "،,؛" or text.rsplit(" ", 1)[-1] in _LEADING_WORDS
