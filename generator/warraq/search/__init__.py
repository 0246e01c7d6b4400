"""Search: an index that a reader's browser can ask without a server.

Pagefind stores and finds, but what it is given are keys, not words (`keys`): our own analyser takes
each word apart, and the page asks for the keys of what the reader typed, which it looks up in a
lexicon (`lexicon`). Afterwards the original text is put back into the files that results are shown
from, so that excerpts and marks fall on the untouched Arabic.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from warraq import garbage
from warraq.arabic.analysis import Analyser, words_of
from warraq.arabic.normalise import strip_invisible
from warraq.errors import Problem
from warraq.model import WordFamilies
from warraq.recall import Recall
from warraq.search import joined, kept, lexicon, pagefind, spelling
from warraq.search.bundle import ROOT, fragment_name, prepare, seal, take, unpacked, wrap
from warraq.search.kept import Kept
from warraq.search.keys import CLAUSE_END, chunk, key, mark_clause_ends
from warraq.search.pagefind import PAGEFIND, SearchError, available
from warraq.search.printed import printed_forms, printed_words, usual_forms
from warraq.search.segments import cut

__all__ = [
    "PAGEFIND",
    "ROOT",
    "Document",
    "SearchError",
    "Segment",
    "available",
    "cut",
    "index",
    "unpacked",
    "wrap",
]

LANGUAGE: Final = "qaa"
"""A code that ISO 639 leaves to private use: Pagefind has no stemmer for it."""

PART_SIZE: Final = 5_000
"""Of parts of the index: 8 KB as a rule; Pagefind's own are 32, and their list 5 KB shorter."""

REMEMBERED: Final = 1 << 18
"""Words of the text, as printed, whose keys are kept at hand: about 70 MB."""

LONGEST_WITHOUT_ARTICLE: Final = 4
"""Letters of a listed word up to which ال is its own."""

UNDATED: Final = "undated"
"""The year of an article that bears no date."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as search knows it."""

    url: str
    """Relative to the site's root, percent-encoded."""
    id: str
    title: str
    text: str
    """Plain text, without the title."""
    date: dt.date | None = None
    category: str = ""
    source: str = ""
    tags: tuple[str, ...] = ()
    dateline: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Documents that share an index of their own."""

    read: Callable[[], Iterable[Document]]
    """Gives the documents, the same each time."""
    digest: str = ""
    """Changes whenever a document in it does; '' is unlike any other."""


@garbage.unsought()
def index(
    segments: Sequence[Segment],
    target: Path,
    families: WordFamilies = WordFamilies(),  # noqa: B008 - it is frozen
    *,
    before: Path | None = None,
    memory: Path | None = None,
) -> None:
    """Write the search index into the folder `target`, which must be empty or absent.

    The oldest segment comes first (`cut`). Documents are read twice, to count words and to index,
    and one segment's texts at most are held together. `families` are words that count as one. The
    same documents give the same files; a segment that is as it was, by what the folder `memory`
    keeps, is taken from the index in `before` and not read. Without `before` nothing that is kept
    counts.

    Raises SearchError if Pagefind is missing, stops, refuses or loses a document, or if an index
    made of keys does not fit the text; `target` is then worth nothing.
    """
    prepare(target)
    known = [_known(segment, memory if before else None) for segment in segments]
    counts: Counter[str] = Counter()
    holders: dict[str, int] = {}
    for number, one in enumerate(known):
        counts.update(one.words)
        for word in one.words:
            holders[word] = holders.get(word, 0) | 1 << number
    plurals, names = _folded(families.plurals), _folded(families.names)
    analyser = Analyser(counts, plurals, names)
    keyed = _Keyed(analyser)
    digest_of = cache(lambda word: kept.digest_of_key(word, keyed.key_of(word)))
    made = []
    for segment, one in zip(segments, known, strict=True):
        keys = kept.digest_of_keys(one.words, digest_of)
        described = one.described if one.keys == keys else {}
        if not (described and before and take(before, target, described["meta"], LANGUAGE)):
            described = _indexed(segment.read, keyed, target)
        made.append(replace(one, keys=keys, described=described))
    members = {word: counts.get(word, 0) for family in (*plurals, *names) for word in family}
    documents = sum(one.documents for one in known)
    printed = usual_forms([one.printed for one in known], counts)
    shown = {**members, **counts}
    joints = joined.together([one.joints for one in known], counts)
    lexicon.write(
        shown, holders, analyser, target, printed=printed, joints=joints, documents=documents
    )
    spelling.write(counts, analyser, target)
    seal(target, [one.described for one in made])
    if memory:
        named = {s.digest: one for s, one in zip(segments, made, strict=True) if s.digest}
        kept.remember(memory, named)


def _known(segment: Segment, memory: Path | None) -> Kept:
    """A segment's words, out of the memory or counted."""
    found = kept.recall(memory, segment.digest) if memory and segment.digest else None
    if found:
        return found
    words: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    texts: list[list[str]] = []
    documents = 0
    words_in = cache(words_of)
    for document in segment.read():
        tokens = printed_words(f"{_content(document)} {_one_line(document.dateline)}")
        printed.update(set(tokens))
        in_order = list(chain.from_iterable(map(words_in, tokens)))
        words.update(set(in_order))
        texts.append(in_order)
        documents += 1
    return Kept(words, documents, printed_forms(printed), joined.joints(texts, words))


def _indexed(
    read: Callable[[], Iterable[Document]], keyed: "_Keyed", target: Path
) -> Mapping[str, Any]:
    """Index one segment, add it to the files in `target`, and say what the root must know of it."""
    texts: dict[str, _Text] = {}
    sent = 0
    years: set[str] = set()

    def records() -> Iterator[Mapping[str, Any]]:
        nonlocal sent
        for document in read():
            sent += 1
            text = _Text(document.url, _content(document), _meta(document))
            texts[document.url] = text
            years.add(_year(document))
            yield _record(document, text, keyed)

    made = pagefind.make(records(), language=LANGUAGE, part_size=PART_SIZE)
    if len(made.pages) != sent:
        raise SearchError([_incomplete(len(made.pages), sent)])
    meta = pagefind.add(made, target, LANGUAGE, partial(_restored, texts), fragment_name)
    _see_that_it_finds(texts.values(), keyed, target, meta)
    return {"meta": meta, "years": sorted(years)}


def _folded(families: Iterable[Sequence[str]]) -> list[list[str]]:
    """The words as they are counted; a name in a list is the same with the article and without."""
    return [
        [words_of(_without_article(word))[0] for word in family if words_of(word)]
        for family in families
    ]


def _without_article(word: str) -> str:
    """«ألوان», whose hamza is written in a list, has no article."""
    return word[2:] if word.startswith("ال") and len(word) > LONGEST_WITHOUT_ARTICLE else word


def _content(document: Document) -> str:
    """What is searched, in one line: the page counts words by its spaces to place its marks.

    Pagefind would drop a document without any word, so that one is searched by its id.
    """
    content = _one_line(f"{document.title} {document.text}")
    return content if any(map(str.isalnum, content)) else document.id


def _meta(document: Document) -> dict[str, str]:
    """What is searched beside the content: every `meta` field is, so the date must be none."""
    meta = {"title": document.title, "dateline": document.dateline}
    return {name: _one_line(text) for name, text in meta.items() if text.strip()}


def _year(document: Document) -> str:
    return f"{document.date.year:04}" if document.date else UNDATED


def _one_line(text: str) -> str:
    return " ".join(strip_invisible(text).split())


class _Keyed:
    """Texts with a chunk of keys in the place of each word; of frequent words it is remembered."""

    def __init__(self, analyser: Analyser) -> None:
        self.key_of = cache(lambda word: key(analyser.analyse(word)))
        self._chunks = Recall(self._chunk, REMEMBERED)

    def __call__(self, text: str) -> str:
        return " ".join(map(self._chunks.__getitem__, mark_clause_ends(text).split(" ")))

    def _chunk(self, word: str) -> str:
        keys = [self.key_of(part) for part in words_of(word.removesuffix(CLAUSE_END))]
        return chunk(keys, closed=word.endswith(CLAUSE_END))


@dataclass(frozen=True, slots=True)
class _Text:
    """What a document's results are shown from."""

    url: str
    content: str
    meta: Mapping[str, str]


def _record(document: Document, text: _Text, keyed: _Keyed) -> Mapping[str, Any]:
    """A document as Pagefind is given it; what is shown but not searched travels as filters."""
    day = document.date.isoformat() if document.date else ""
    filters = {
        "category": [document.category],
        "date": [day],
        "id": [document.id],
        "source": [document.source],
        "tag": list(document.tags),
        "year": [_year(document)],
    }
    return {
        "url": text.url,
        "content": keyed(text.content),
        "meta": {name: keyed(shown) for name, shown in text.meta.items()},
        "filters": {name: values for name, values in filters.items() if any(values)},
    }


def _restored(texts: Mapping[str, _Text], page: Mapping[str, Any]) -> Mapping[str, Any]:
    """A page with its document's own words where results are shown from, word for word."""
    text = texts[page["url"].lstrip("/")]
    if text.content.count(" ") != page["content"].count(" "):
        raise SearchError([_misaligned(text.url)])
    return {**page, "content": text.content, "meta": text.meta}


def _see_that_it_finds(texts: Iterable[_Text], keyed: "_Keyed", bundle: Path, meta: str) -> None:
    """Ask what was written for one word, and see that it leads to that word in its article.

    Pagefind's files are private to each version, and read here as a browser does. Raises
    SearchError where the word is not found, or where another stands.
    """
    for text in texts:
        words = text.content.split(" ")
        place, word = max(enumerate(words), key=lambda numbered: len(numbered[1]))
        word_key = keyed(text.content).split(" ")[place]
        if not word_key.isalpha():
            continue  # it holds several words, or none
        for path, found in pagefind.places(bundle, meta, word_key).items():
            page = pagefind.fragment((bundle / path).read_bytes())
            is_there = place in found and page["content"].split(" ")[place] == word
            if page["url"].lstrip("/") == text.url and is_there:
                return
        raise SearchError([_untrue(text.url, word)])


def _untrue(url: str, word: str) -> Problem:
    return Problem(
        url,
        0,
        f"The search index was written, but asked for «{word}» it does not lead to that word in"
        " this article: searches would go wrong. The old site stays. Build again; if it stays so,"
        " please report this, with the article.",
        f"كُتب فهرس البحث لكنه لا يدل على كلمة «{word}» في هذا المقال، فلن يُعتمد على نتائجه."
        " بقي الموقع القديم على حاله. أعد البناء؛ فإن تكرّر ذلك نرجو الإبلاغ عنه مع نص المقال.",
    )


def _incomplete(indexed: int, wanted: int) -> Problem:
    return Problem(
        "",
        0,
        f"The search index holds {indexed} articles of {wanted}: searches would miss the rest."
        " Build again; if it stays so, two articles may share one address.",
        f"عدد المقالات في فهرس البحث {indexed} والمطلوب {wanted}، فلن يظهر الباقي في نتائج البحث."
        " أعد البناء؛ فإن تكرّر ذلك فلعلّ مقالين يشتركان في عنوان واحد.",
    )


def _misaligned(url: str) -> Problem:
    return Problem(
        url,
        0,
        "The words of this article and their keys in the search index are not in step, so excerpts"
        " would be marked at wrong places. Please report this, with the article.",
        "كلمات هذا المقال ومفاتيحها في فهرس البحث غير متطابقة، فتقع العلامات في غير مواضعها."
        " نرجو الإبلاغ عن ذلك مع نص المقال.",
    )
