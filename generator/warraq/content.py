"""Content files -> Articles.

Each file is read once and remembered by its size, time and inode, with what was found in it: a
build of an unchanged archive opens none of them. Deleting that memory changes nothing but speed.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import date, time
from difflib import get_close_matches
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeAlias, get_args
from urllib.parse import unquote

import orjson

from warraq import folders, frontmatter, garbage, markdown
from warraq.arabic.dates import MONTHS
from warraq.arabic.digits import to_latin
from warraq.arabic.normalise import normalise, one_line
from warraq.arabic.words import word_count
from warraq.batches import spread
from warraq.edition import edition
from warraq.errors import Problem
from warraq.folders import Stat
from warraq.model import (
    Article,
    Correction,
    DateOrigin,
    Image,
    Named,
    Provenance,
    SourceOrigin,
    Suggested,
    TitleOrigin,
    Withdrawal,
)

EXCERPT_LENGTH: Final = 200
"""Characters of an article's text that stand in for a missing summary."""

EXCERPT_FROM: Final = 60
"""Characters below which a first line is rather a dateline or a heading."""

TITLE_WORDS: Final = 12
"""Words of the text that stand in for a missing title."""

_DATELINE_LENGTH: Final = 100
"""Characters of the longest."""

BATCH: Final = 100
"""Files parsed by one task."""

Sketch: TypeAlias = Callable[[str], bytes]
"""From an article's plain text to what is kept of it to find its like; it must be known by name, so
that processes can be sent it."""

_NOTHING_SUGGESTED: Final = Suggested()
_LISTED: Final[Mapping[str, type]] = {"images": Image, "named": Named, "corrections": Correction}
"""Fields of an article that hold several values of a kind."""

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{2,63}")
_DAY_FIRST: Final = re.compile(
    r"(\d{1,2})[\s/.-]+(\d{1,2}|[^\W\d_]+(?: [^\W\d_]+)?)[\s/.-]+(\d{4})"
)
_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::\d\d)?.*)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a content file gave."""

    article: Article
    problems: tuple[Problem, ...] = ()
    sketch: bytes = b""
    """What `sketch` made of the text; b"" where the file was not opened this time."""


@dataclass(frozen=True, slots=True)
class Library:
    """All articles of an archive, drafts too, in the order of their files."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    memory: bytes | None
    """What to hand to the next reading; None where the memory given still holds, or where nobody
    wants one."""
    sketches: Mapping[str, bytes] = field(default_factory=dict)
    """By digest of the article, of those whose files were opened this time."""


def read_articles(
    root: Path,
    folder: Path,
    memory: bytes,
    executor: Executor,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    *,
    sketch: Sketch | None = None,
    remember: bool = True,
) -> Library:
    """Read every `*.md` below `folder`; paths in the result are relative to `root`.

    `sketch` is asked what to keep of each text that is read, while it is at hand.

    `memory` comes from an earlier reading, b"" at first; `remember` asks for one for the next.
    Files that are no UTF-8 text are named as errors and left out; two articles with one id are an
    error that names both, the first stays.
    """
    remembered = _recall(memory)
    looks = dict(_scan(root, folder))
    found = {path: stat for path, stat in looks.items() if stat is not None}
    known = {
        path: reading
        for path, (stat, reading) in remembered.items()
        if path in found and found[path] == stat
    }
    unread = [path for path in found if path not in known]
    problems = [_lost(path) for path in looks if path not in found]
    sketches: dict[str, bytes] = {}
    for outcome in _parse_all(root, unread, executor, progress, sketch):
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            known[outcome.article.path] = outcome
            sketches[outcome.article.digest] = outcome.sketch
    memory_now = None
    if remember and (unread or len(remembered) != len(known)):
        memory_now = _remember((path, found[path], known[path]) for path in found if path in known)
    readings = [known[path] for path in found if path in known]
    articles, doubles = _without_doubles(reading.article for reading in readings)
    problems += doubles
    problems += [problem for reading in readings for problem in reading.problems]
    return Library(articles, tuple(problems), memory_now, sketches)


def parse(path: str, data: bytes, sketch: Sketch | None = None) -> Reading | Problem:
    """One content file as an Article; the Problem says why it is none.

    What cannot be read of its front matter is reported and left empty: a bad date never hides an
    article.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Problem(
            path,
            line,
            "is no UTF-8 text, so the article was left out. Save it again as UTF-8.",
            "ليس نصًا بترميز UTF-8 فلم يُنشر المقال. احفظ الملف من جديد بهذا الترميز.",
        )
    head = frontmatter.parse(text, path)
    reader = _Fields(path, head)
    plain = markdown.plain_text(head.body)
    article = reader.article(blake2b(data, digest_size=12).hexdigest(), plain)
    article = replace(article, named=_named(article.images, head.body, text))
    problems = (*head.problems, *reader.problems)
    return Reading(article, problems, sketch(plain) if sketch else b"")


def _named(images: Iterable[Image], body: str, text: str) -> tuple[Named, ...]:
    """The files of the archive that pictures and text name, with the first line that does."""
    shown = ((image.src, True) for image in images if markdown.is_own(image.src))
    found: dict[str, bool] = {}
    for address, picture in (*shown, *markdown.own_addresses(body)):
        found[address] = found.get(address, False) or picture
    if not found:
        return ()
    rows = [unquote(row) for row in text.split("\n")]
    return tuple(
        Named(address, _line_of(unquote(address), rows), picture)
        for address, picture in found.items()
    )


def _line_of(address: str, rows: Sequence[str]) -> int:
    return next((number for number, row in enumerate(rows, 1) if address in row), 1)


def _lost(path: str) -> Problem:
    return Problem(
        path,
        0,
        "is a link that leads nowhere, so the article was left out. Put the file itself here, or "
        "delete the link.",
        "رابط لا يؤدي إلى ملف، فلم يُنشر المقال. ضع الملف نفسه هنا أو احذف الرابط.",
    )


def _scan(root: Path, folder: Path) -> Iterator[tuple[str, Stat | None]]:
    """The Markdown files below a folder, by path relative to `root`, in a stable order."""
    base = len(str(root)) + 1
    for path, stat in folders.scan(folder, (".md",)):
        yield path[base:].replace(os.sep, "/"), stat


def _parse_all(
    root: Path,
    paths: Sequence[str],
    executor: Executor,
    progress: Callable[[int, int], None],
    sketch: Sketch | None,
) -> Iterator[Reading | Problem]:
    """Bytes are read here and parsed by the executor, which touches no disk."""
    files = ((path, (root / path).read_bytes()) for path in paths)
    work = partial(parse_batch, sketch=sketch)
    for number, outcome in enumerate(spread(executor, work, files, size=BATCH), 1):
        yield outcome
        if number % BATCH == 0 or number == len(paths):
            progress(number, len(paths))


def parse_batch(
    batch: Sequence[tuple[str, bytes]], sketch: Sketch | None = None
) -> list[Reading | Problem]:
    """`parse` for several files: the unit of work of an executor."""
    return [parse(path, data, sketch) for path, data in batch]


def _without_doubles(articles: Iterable[Article]) -> tuple[tuple[Article, ...], list[Problem]]:
    first: dict[str, Article] = {}
    problems = []
    for article in articles:
        other = first.setdefault(article.id, article)
        if other is not article:
            problems.append(
                Problem(
                    article.path,
                    1,
                    f"has the id `{article.id}`, as {other.path} has, and was left out. "
                    "Give one of them another id, or delete the copy.",
                    f"معرّفه `{article.id}` هو معرّف {other.path} نفسه، فلم يُنشر. "
                    "غيّر معرّف أحدهما أو احذف النسخة.",
                )
            )
    return tuple(first.values()), problems


class _Fields:
    """Types the values of one front matter, and gathers what is wrong with them."""

    def __init__(self, path: str, head: frontmatter.FrontMatter) -> None:
        self.path = path
        self.head = head
        self.problems: list[Problem] = []

    def article(self, digest: str, text: str) -> Article:
        title, title_from = self._title(text)
        day, clock = self._date()
        origin: DateOrigin = self._choice("date_from", get_args(DateOrigin), "stated")
        self._report_unknown_keys()
        category, tags = self._category(), self._texts("tags")
        return Article(
            path=self.path,
            digest=digest,
            id=self._id(),
            title=title,
            summary=self._text("summary"),
            excerpt=_excerpt(_behind(title, text) if title_from == "first words" else text),
            date=day,
            time=clock,
            date_from=origin if day else "none",
            dateline=self._text("dateline"),
            source=self._text("source"),
            authors=self._texts("authors"),
            category=category,
            tags=tags,
            images=tuple(
                Image(*(_clean(image.get(name, "")) for name in Image.__slots__))
                for image in self._mappings("images")
            ),
            source_url=self._web_address(),
            provenance=self._provenance(),
            title_from=title_from,
            source_from=self._choice("source_from", get_args(SourceOrigin), "stated"),
            corrections=tuple(
                Correction(_clean(c.get("date", "")), _clean(c.get("text", "")))
                for c in self._mappings("corrections")
            ),
            withdrawn=self._withdrawn(),
            aliases=self._texts("aliases"),
            draft=self._text("draft").lower() in ("true", "yes", "on"),
            suggested=self._suggested(category, tags),
            words=word_count(text),
        )

    def _warn(self, key: str, en: str, ar: str) -> None:
        line = self.head.lines.get(key, 1)
        self.problems.append(Problem(self.path, line, en, ar, "warning"))

    def _text(self, key: str) -> str:
        return _clean(self.head.values.get(key, ""))

    def _category(self) -> str:
        """The category; the first of several."""
        written = self._text("category")
        if not (written.startswith("[") and written.endswith("]")):
            return written
        first, *others = [part.strip(" \"'") for part in re.split("[,،]", written[1:-1])]
        if others:
            self._warn(
                "category",
                f"an article has one category; of `{written[:60]}` the first was taken. Write "
                f"`category: {first}`, and the others as tags.",
                f"للمقال قسم واحد، فأُخذ الأول من `{written[:60]}`. اكتب `category: {first}` واجعل "
                "الباقي وسومًا.",
            )
        return first

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self.head.values.get(key, [])
        items = value if isinstance(value, list) else [value]
        return tuple(dict.fromkeys(filter(None, map(_clean, items))))

    def _mappings(self, key: str) -> list[dict[str, Any]]:
        value = self.head.values.get(key) or []
        items = value if isinstance(value, list) else [value]
        if not all(isinstance(item, dict) for item in items):
            self._warn(
                key,
                f"`{key}` must be a list of `- name: value` blocks; what is none was left out.",
                f"يجب أن يكون `{key}` قائمة من كتل `- اسم: قيمة`؛ وأُهمل ما ليس كذلك.",
            )
        return [item for item in items if isinstance(item, dict)]

    def _id(self) -> str:
        ident = self._text("id")
        if _ID.fullmatch(ident):
            return ident
        derived = blake2b(self.path.encode(), digest_size=5).hexdigest()
        found = f"`{ident}` is no id" if ident else "there is no id"
        found_ar = f"`{ident}` ليس معرّفًا صالحًا" if ident else "لا معرّف للمقال"
        self._warn(
            "id",
            f"{found} (wanted: 3 to 64 small Latin letters, digits or hyphens); `{derived}` was "
            f"taken. Write `id: {derived}` into the file, so that its address outlasts a move.",
            f"{found_ar} (المطلوب: من 3 إلى 64 من الأحرف اللاتينية الصغيرة أو الأرقام أو الشرطات)؛ "
            f"فاستُعمل `{derived}`. اكتب `id: {derived}` في الملف ليبقى عنوانه ثابتًا إن نُقل.",
        )
        return derived

    def _title(self, text: str) -> tuple[str, TitleOrigin]:
        title = self._text("title")
        if title:
            return title, self._choice("title_from", get_args(TitleOrigin), "stated")
        words = text.split()
        self._warn(
            "title",
            "has no title; its first words stand in. Write `title: …` into the file.",
            "لا عنوان للمقال فاستُعملت كلماته الأولى. اكتب `title: …` في الملف.",
        )
        if not words:
            return Path(self.path).stem, "file name"
        ellipsis = "…" if len(words) > TITLE_WORDS else ""
        return " ".join(words[:TITLE_WORDS]) + ellipsis, "first words"

    def _choice(self, key: str, known: tuple[str, ...], default: str) -> Any:
        value = self._text(key)
        if not value or value in known:
            return value or default
        self._warn(
            key,
            f"`{key}` is `{value}`; wanted is one of: {', '.join(known)}.",
            f"قيمة `{key}` هي `{value}`؛ والمطلوب واحدة من: {', '.join(known)}.",
        )
        return default

    def _date(self) -> tuple[date | None, time | None]:
        text = self._text("date")
        if not text:
            return None, None
        match = _DATE.fullmatch(to_latin(text))
        try:
            if match:
                day = date(int(match[1]), int(match[2]), int(match[3]))
                return day, time(int(match[4]), int(match[5])) if match[4] else None
        except ValueError:
            pass  # 2011-02-30: reported below like any other text that is no date
        meant = _day_meant(to_latin(text))
        wanted = f"`date: {meant}`" if meant else "a day of the calendar as `date: 2011-01-25`"
        wanted_ar = f"`date: {meant}`" if meant else "يومًا من التقويم مثل `date: 2011-01-25`"
        self._warn(
            "date",
            f"`{text}` is no date as year-month-day, so the article counts as undated. "
            f"Write {wanted}.",
            f"`{text}` ليس تاريخًا بصورة سنة-شهر-يوم، فعُدّ المقال بلا تاريخ. اكتب {wanted_ar}.",
        )
        return None, None

    def _provenance(self) -> Provenance:
        value = self.head.values.get("provenance")
        if not isinstance(value, dict):
            return Provenance()
        return Provenance(*(_clean(value.get(name, "")) for name in Provenance.__slots__))

    def _suggested(self, category: str, tags: tuple[str, ...]) -> Suggested:
        """The marks of what was suggested; a mark whose category or tag has gone is none."""
        value = self.head.values.get("suggested")
        if not value:
            return Suggested()
        if not isinstance(value, dict):
            self._warn(
                "suggested",
                "`suggested` must hold `category: true` and `tags: […]`; it was left out. "
                "Delete the line if all suggestions are accepted.",
                "يجب أن يكون في `suggested` سطران: `category: true` و`tags: […]`؛ وقد أُهمل. "
                "احذف السطر إن قبلت المقترحات كلها.",
            )
            return Suggested()
        marked = value.get("tags", [])
        items = marked if isinstance(marked, list) else [str(marked).strip("[] ")]
        names = {_clean(name) for item in items for name in (item, *re.split("[,،]", str(item)))}
        return Suggested(
            category=category != "" and str(value.get("category", "")).lower() in ("true", "yes"),
            tags=tuple(tag for tag in tags if tag in names),
        )

    def _withdrawn(self) -> Withdrawal | None:
        value = self.head.values.get("withdrawn")
        if isinstance(value, dict):
            return Withdrawal(_clean(value.get("date", "")), _clean(value.get("reason", "")))
        if value and str(value).lower() not in ("false", "no"):
            return Withdrawal("", "" if str(value).lower() in ("true", "yes") else _clean(value))
        return None

    def _web_address(self) -> str:
        url = self._text("source_url")
        if url and not url.lower().startswith(("http://", "https://")):
            self._warn(
                "source_url",
                f"`{url[:60]}` is no web address and was left out; wanted is https://…",
                f"`{url[:60]}` ليس عنوانًا على الشبكة فأُهمل؛ والمطلوب ‎https://…",
            )
            return ""
        return url

    def _report_unknown_keys(self) -> None:
        for key in self.head.values:
            if key not in frontmatter.KEYS:
                near = get_close_matches(key, frontmatter.KEYS, n=1)
                self._warn(
                    key,
                    f"warraq does not know the key `{key}`; it stays in the file, unused."
                    + (f" Did you mean `{near[0]}`?" if near else ""),
                    f"لا يعرف ورّاق المفتاح `{key}`؛ وهو باقٍ في الملف دون استعمال."
                    + (f" هل تقصد `{near[0]}`؟" if near else ""),
                )


def _day_meant(text: str) -> str:
    """The day that people write in the order of their country, if it can be no other: 25/01/2011,
    25 يناير 2011; or ''.
    """
    match = _DAY_FIRST.fullmatch(text)
    if not match:
        return ""
    day, named, year = int(match[1]), match[2], int(match[3])
    month = MONTHS.get(normalise(named), 0) or (int(named) if named.isdigit() and day > 12 else 0)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _clean(value: Any) -> str:
    """A value as one line of text in NFC; what is no text becomes ''."""
    return one_line(value) if isinstance(value, str) else ""


def _behind(title: str, text: str) -> str:
    """The text behind the words that its title was made of, which a dateline may stand before."""
    words = map(re.escape, title.removesuffix("…").split())
    match = re.match(rf"\s*(?:[^\n]{{1,{_DATELINE_LENGTH}}}?(?<!\w))?" + r"\s+".join(words), text)
    rest = text[match.end() :].lstrip(" ،,.؛;:…-") if match else text
    return f"…{rest}" if match and rest.strip() and not rest.startswith("\n") else rest


def _excerpt(text: str) -> str:
    """The first words of the first paragraph that says something, cut at a word's end."""
    lines = [line for line in text.split("\n") if line.strip()]
    first = next((line for line in lines[:4] if len(line) >= EXCERPT_FROM), "".join(lines[:1]))
    first = " ".join(first[: EXCERPT_LENGTH * 2].split())
    if len(first) <= EXCERPT_LENGTH:
        return first
    return first[:EXCERPT_LENGTH].rpartition(" ")[0].rstrip(" ،,.؛:") + "…"


@garbage.unsought()
def _recall(memory: bytes) -> dict[str, tuple[Stat, Reading]]:
    try:
        stored = orjson.loads(memory)
        if stored["version"] != edition():
            return {}
        return {
            path: (Stat(*stat), _reading(path, article, problems))
            for path, stat, article, problems in stored["files"]
        }
    except (ValueError, KeyError, TypeError):
        return {}  # absent, torn or of another version: everything is read again


def _remember(readings: Iterable[tuple[str, Stat, Reading]]) -> bytes:
    records = [
        (
            path,
            (stat.size, stat.mtime_ns, stat.inode),
            _stored(reading.article),
            [(p.line, p.en, p.ar, p.severity) for p in reading.problems],
        )
        for path, stat, reading in readings
    ]
    return orjson.dumps({"version": edition(), "files": records})


def _stored(article: Article) -> dict[str, Any]:
    """The fields that differ from an article's defaults."""
    return {
        name: value
        for name in Article.__slots__
        if (value := getattr(article, name)) and name != "path" and value != _NOTHING_SUGGESTED
    }


def _reading(path: str, stored: dict[str, Any], problems: list[Any]) -> Reading:
    if "date" in stored:
        stored["date"] = date.fromisoformat(stored["date"])
    if "time" in stored:
        stored["time"] = time.fromisoformat(stored["time"])
    for name in ("authors", "tags", "aliases"):
        if name in stored:
            stored[name] = tuple(stored[name])
    for name, kind in _LISTED.items():
        if name in stored:
            stored[name] = tuple(kind(**item) for item in stored[name])
    if "provenance" in stored:
        stored["provenance"] = Provenance(**stored["provenance"])
    if "suggested" in stored:
        suggested = stored["suggested"]
        stored["suggested"] = Suggested(suggested["category"], tuple(suggested["tags"]))
    if "withdrawn" in stored:
        stored["withdrawn"] = Withdrawal(**stored["withdrawn"])
    article = Article(path=path, **stored)
    return Reading(article, tuple(Problem(path, *problem) for problem in problems))
