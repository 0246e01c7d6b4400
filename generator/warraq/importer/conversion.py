"""A source file's bytes as an article: its front matter, its Markdown, and what was left out.

One of the `readers` makes lines and facts of the bytes, and `anatomy` finds in the lines what the
facts do not say.

Pure: bytes in, values out. The same text gives the same article whatever encoding it came in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from warraq import frontmatter, markdown
from warraq.importer import (
    anatomy,
    attribution,
    bylines,
    dating,
    fields as columns,
    gazetteer,
    glued,
    imprint,
    opening,
    paragraphs,
    press,
    readers,
    suggestions,
)
from warraq.importer.anatomy import KEPT, Anatomy
from warraq.importer.captions import Caption
from warraq.importer.decoding import UndecodableError
from warraq.importer.document import Cut, Document, Facts
from warraq.importer.fields import Fields
from warraq.importer.habits import Habits
from warraq.importer.lines import Line, key
from warraq.importer.vocabulary import NOTHING, Vocabulary

_NO_HABITS: Final = Habits()
_OPENING: Final = 3
"""Paragraphs that a summary may repeat, and in which a text names its day."""
_TITLE_WORDS: Final = 12
_TATWEEL: Final = "ـ"
_TITLE_LENGTH: Final = 90


@dataclass(frozen=True, slots=True)
class Conversion:
    """An article made of a source file. `values` are those of its front matter, but for those that
    only the archive can know: its id, and its provenance.
    """

    values: dict[str, object]
    body: str
    day: date | None
    encoding: str
    said: str
    """As `Document.said`."""
    cuts: tuple[Cut, ...]
    doubts: tuple[str, ...]

    def text(self, article_id: str, provenance: dict[str, str]) -> str:
        """The Markdown file."""
        values = {"id": article_id, **self.values, "provenance": provenance}
        return frontmatter.write(
            {name: values[name] for name in _ORDER if name in values}, self.body
        )


_ORDER: Final = [
    "id",
    "title",
    "summary",
    "date",
    "date_from",
    "dateline",
    "source",
    "authors",
    "category",
    "tags",
    "images",
    "source_url",
    "provenance",
    "title_from",
    "source_from",
    "suggested",
    "corrections",
    "withdrawn",
    "aliases",
    "draft",
]


def convert(
    data: bytes,
    file: str,
    today: date,
    habits: Habits = _NO_HABITS,
    vocabulary: Vocabulary = NOTHING,
    *,
    fields: Fields = columns.DEFAULT,
) -> Conversion:
    """Convert a file's bytes; UndecodableError where there is no text in them.

    `file` is its name, in which a date may stand; a date after `today` is not believed. Category
    and tags that the text does not state are suggested, by the archive's own `vocabulary` first.
    `fields` says which columns of tables and keys of front matter hold what.
    """
    document = readers.read(data, file, today, fields)
    doubts = list(document.doubts)
    if not (document.lines or document.markdown or document.facts.title):
        raise UndecodableError("empty")
    split, ruled_out = _ruled(glued.with_last_apart(document.lines, habits.glued), habits)
    found = _anatomy(document, split, today, habits)
    if not document.arabic:
        doubts.append("not Arabic")
    doubts += found.doubts
    cuts = [
        *document.cuts,
        *(Cut(line.number, line.text, "rule") for line in ruled_out),
        *(
            Cut(line.number, line.text, role)
            for line, role in zip(found.lines, found.roles, strict=True)
            if role not in KEPT
        ),
    ]
    kept = [
        (line, role == "heading" or line.mark == "heading")
        for line, role in zip(found.lines, found.roles, strict=True)
        if role in KEPT
    ]
    dated, date_from = _date(found, [line.text for line, _ in kept[:_OPENING]], file, today, doubts)
    title, title_from = _title(found, kept, file)
    if not (kept or document.markdown):
        doubts.append("no text")
    authors = [name for name in found.authors if not bylines.is_desk(name)] or [
        *(bylines.in_headline(found.title) or bylines.in_notice(line.text for line, _ in kept))
    ]
    signed_by = [
        name for name in authors if attribution.is_organisation(name) or name == habits.usual_source
    ]
    signed_by.sort(key=gazetteer.is_agency, reverse=True)  # «الضفاف / أ ف ب»: the agency wrote it
    signed = attribution.paper_of(next(iter(signed_by), ""))
    stated = found.source or signed or document.facts.site
    source, source_from = _source(stated, found, file, habits)
    if not source:
        told = attribution.told(line.text for line, _ in kept) or attribution.told_in(found.title)
        source, source_from = told, "text" if told else ""
    values: dict[str, object] = {
        "title": title,
        "summary": found.summary,
        "date": _date_text(dated),
        "date_from": date_from,
        "dateline": found.dateline,
        "source": source,
        "authors": [name for name in authors if name not in signed_by],
        "category": found.category,
        "tags": list(found.tags),
        "images": [
            _picture(image)
            for image in found.images
            if image.text or image.credit or image.src or image.beside
        ],
        "source_url": found.url,
        "title_from": title_from,
        "source_from": source_from,
        **document.facts.kept,
    }
    if document.arabic:
        headline = title if title_from == "stated" else ""
        texts = [line.text for line, _ in kept] or _paragraphs(document.markdown)
        values |= _suggested(found, headline, texts, vocabulary)
    return Conversion(
        values={name: value for name, value in values.items() if value},
        body=document.markdown or paragraphs.write(kept),
        day=dated.day if dated else None,
        encoding=document.encoding,
        said=document.said,
        cuts=tuple(sorted(cuts, key=lambda cut: cut.line)),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _paragraphs(text: str) -> list[str]:
    return markdown.plain_text(text).split("\n") if text else []


def _suggested(
    found: Anatomy, headline: str, texts: list[str], vocabulary: Vocabulary
) -> dict[str, object]:
    """Category and tags where they are not printed, and the mark that says which those are."""
    said = [found.summary, *(image.text for image in found.images)]
    last, run = imprint.glued_tags(texts[-1]) if len(texts) > 1 else ("", "")
    run = run or found.run_together
    texts = [opening.without(text) for text in texts[:1]] + texts[1:-1] + [last] + said
    new = suggestions.tags(
        headline,
        texts,
        printed=found.tags,
        not_these=(found.source, *found.authors),
        vocabulary=vocabulary,
        glued=run,
    )
    category = "" if found.category else suggestions.category(headline, texts, vocabulary)
    return {
        "category": found.category or category,
        "tags": [*found.tags, *new],
        "suggested": _mark(category, new),
    }


def _mark(category: str, tags: tuple[str, ...]) -> dict[str, object]:
    """What `content` reads as `model.Suggested`."""
    mark: dict[str, object] = {"category": True} if category else {}
    return mark | ({"tags": list(tags)} if tags else {})


def _ruled(split: tuple[Line, ...], habits: Habits) -> tuple[tuple[Line, ...], list[Line]]:
    """Part the lines that the archive's owner wants out from the rest."""
    if not (habits.removed or habits.ends):
        return split, []
    end = next((i for i, line in enumerate(split) if i and line.key in habits.ends), len(split))
    out = [i for i, line in enumerate(split) if i >= end or line.key in habits.removed]
    kept: list[Line] = []
    for index, line in enumerate(split):
        if index not in out:
            gap = line.gap or (index - 1 in out and split[index - 1].gap)
            kept.append(line._replace(gap=gap))
    return tuple(kept), [split[i] for i in out]


def _anatomy(document: Document, split: tuple[Line, ...], today: date, habits: Habits) -> Anatomy:
    """What the lines of a document are, and its facts: those that it states, then those found."""
    facts = document.facts
    titled = facts.title != ""
    if titled:
        split = (Line(0, facts.title, facts.title.count(" ") + 1), *split)
    if document.markdown:
        found = Anatomy((), [])
    elif document.arabic:
        found = anatomy.dissect(
            split,
            today,
            habits,
            titled=titled,
            summary=facts.summary,
            pictured=any(not image.text for image in facts.images),
        )
    else:
        found = _plain(split, titled=titled)
    if titled and found.lines:
        found.lines, found.roles = found.lines[1:], found.roles[1:]
    if habits.kept:
        found.roles = [
            "body" if role not in KEPT and line.key in habits.kept else role
            for line, role in zip(found.lines, found.roles, strict=True)
        ]
    _state(facts, found, document.markdown)
    return found


def _state(facts: Facts, found: Anatomy, written: str) -> None:
    """What is stated wins; but a summary that only repeats how the text begins is shown once,
    there.
    """
    found.title = facts.title or found.title or facts.called
    if facts.summary:
        begun = _paragraphs(written)[:_OPENING] or _begun(found)
        again = opening.begins(begun, key(facts.summary.rstrip(".… ")))
        found.summary = "" if again else facts.summary
    found.dated = facts.dated or found.dated
    found.dateline = facts.dateline or found.dateline
    found.source = facts.source or found.source
    found.authors = facts.authors or found.authors
    found.category = facts.category or found.category
    found.tags = facts.tags or found.tags
    found.images = [*facts.images, *found.images]
    found.url = facts.url or found.url


def _begun(found: Anatomy) -> list[str]:
    """The first paragraphs."""
    pairs = zip(found.lines, found.roles, strict=True)
    return [line.text for line in islice((line for line, role in pairs if role in KEPT), _OPENING)]


def _plain(split: tuple[Line, ...], *, titled: bool) -> Anatomy:
    """Another language: the first line is its title if it has the shape of one; nothing else."""
    found = Anatomy(split, ["body"] * len(split))
    if titled or (len(split) > 1 and split[0].words <= 20 and not split[0].stops):
        found.title = split[0].text
        found.roles[0] = "title"
    return found


def _date(
    found: Anatomy, begun: Sequence[str], file: str, today: date, doubts: list[str]
) -> tuple[dating.Dated | None, str]:
    """The day of publication and what says so, the strongest evidence first; '' and no day."""
    in_caption = next((image.dated for image in found.images if image.dated), None)
    in_url = dating.in_url(found.url)
    in_name = dating.in_file_name(file.rpartition("/")[2])
    for dated, origin in (
        (found.dated, "stated"),
        (dating.Dated(in_url) if in_url else None, "url"),
        (dating.Dated(in_name) if in_name else None, "file"),
        (dating.told(begun, today), "text"),
        (in_caption, "caption"),
    ):
        if dated is None:
            continue
        if dated.day > today:
            doubts.append("future date")
            continue
        doubts.extend(dated.doubts)
        if origin == "caption":
            doubts.append("date of a picture")
        return dated, origin
    return None, "none"


def _source(stated: str, found: Anatomy, file: str, habits: Habits) -> tuple[str, str]:
    """Whose text it is, and what says so where the text itself does not: the strongest evidence
    first. A page's owner may be the house of several papers, so that a known paper's address counts
    for more.
    """
    stated = stated or habits.source
    if attribution.is_desk(stated):
        stated = habits.source
    if stated and not stated.isascii():
        return stated, ""
    by_url, by_file = press.of_address(found.url), press.of_file(file)
    if stated:
        return press.arabic(stated, by_url or by_file), ""
    for source, origin in (
        (by_url, "url"),
        (by_file, "file"),
        (press.named(found.owner), "owner"),
        (habits.usual_source, "folder"),
    ):
        if source:
            return source, origin
    return "", ""


def _picture(image: Caption) -> dict[str, str]:
    """A picture as front matter has it; its address and description where they are known. `beside`
    is for `album`, which takes it out.
    """
    known = {"src": image.src} if image.src else {}
    known |= {"caption": image.text, "credit": image.credit}
    known |= {"alt": image.alt} if image.alt else {}
    return known | ({"beside": image.beside} if image.beside else {})


def _date_text(dated: dating.Dated | None) -> str:
    if dated is None:
        return ""
    day = dated.day.isoformat()
    return f"{day} {dated.clock:%H:%M}" if dated.clock else day


def _title(found: Anatomy, kept: list[tuple[Line, bool]], file: str) -> tuple[str, str]:
    """The printed headline; without one, the first words of the text behind its dateline. The text
    keeps them.
    """
    if found.title:
        return found.title, "stated"
    first = next((line.text for line, _ in kept), "")
    text = found.summary or opening.without(first) or first
    if not text:
        return PurePosixPath(file).stem, "file name"
    words = text.split()
    taken = words[:_TITLE_WORDS]
    while len(taken) > 1 and (len(" ".join(taken)) > _TITLE_LENGTH or taken[-1][-1] == _TATWEEL):
        taken.pop()  # «ناهز الـ» hangs on the next word
    shortened = " ".join(taken)[:_TITLE_LENGTH]
    if len(taken) == len(words):
        return shortened, "first words"
    return shortened.rstrip("،,؛;:.- ") + "…", "first words"
