"""Pagefind: the only module that knows its binary and its files.

Records go to one process of the pinned binary over its `--service` protocol. What it writes is
then settled: what our search page never asks for goes, and what varies from run to run is put in
order, so that the same records give the same bytes. Two habits of Pagefind 1.5.2, found by trying:
a record without a word in its content is dropped in silence, and a sort by numbers goes through
32-bit floats, too small for 20110125, so that dates sort as texts.
"""

import gzip
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import import_module
from itertools import chain
from pathlib import Path, PurePath
from subprocess import PIPE, Popen, SubprocessError, run
from tempfile import TemporaryFile
from typing import IO, Any, Final

import orjson

from warraq.errors import Problem, WarraqError

META: Final = "meta"
"""The folder of each index's list of all: its pages, and in which file which words stand."""
PAGEFIND: Final = "1.5.2"
"""The version whose files `_settled` can read: their format is private to each version."""
FACETS: Final = frozenset({"category", "source", "tag", "year"})
"""What a reader may narrow a search by."""
PART_SIZE: Final = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"
"""A setting that Pagefind takes from the environment; it says itself that it may go."""
OWN_PART_SIZE: Final = 20_000
"""What Pagefind takes of itself."""
REQUESTS_AHEAD: Final = 32
"""How many documents may wait inside Pagefind: it is never idle, and no memory piles up there."""


class SearchError(WarraqError):
    """The search index could not be made; the rest of the site does not depend on it."""


def available() -> Problem | None:
    """Why no index can be made on this system, or None where one can."""
    try:
        _executable()
    except SearchError as error:
        return error.problems[0]
    return None


@dataclass(frozen=True, slots=True)
class Index:
    """What Pagefind made of some records; nothing of it is on the disk yet."""

    version: str = ""
    pages: Sequence[str] = ()
    """The names of the pages' files."""
    chunks: Sequence[tuple[str, str, str]] = ()
    """Of each part of the index its first word, its last, and the name of its file."""
    facets: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    """The values of each facet with their pages."""
    rest: Sequence[Any] = ()
    """What else the list of all holds: sorts and fields."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The pages' files and the parts of the index, by path."""


def make(
    records: Iterable[Mapping[str, Any]], *, language: str, part_size: int = OWN_PART_SIZE
) -> Index:
    """Have Pagefind make an index of `records`, all in one `language`.

    Each record is the payload of an AddRecord request without its type, index and language. A part
    of the index, which is what a reader fetches for a word, holds about `part_size` occurrences.
    Raises SearchError if Pagefind is missing, stops, or refuses a record.
    """
    requests: Iterable[Mapping[str, Any]] = chain(
        [{"type": "NewIndex", "config": {}}],
        ({"type": "AddRecord", "index_id": 0, "language": language, **r} for r in records),
        # Not WriteFiles: its answer comes before the bytes are on the disk, and a process that ends
        # then leaves files cut short or empty.
        [{"type": "GetFiles", "index_id": 0}],
    )
    made = _converse([str(_executable()), "--service"], requests, {PART_SIZE: str(part_size)})
    return _settled({file["path"]: b64decode(file["content"]) for file in made["files"]})


def fragment(data: bytes) -> dict[str, Any]:
    """What a page's file holds: url, content, meta, filters."""
    held: dict[str, Any] = orjson.loads(_unpacked(data))
    return held


def add(
    index: Index,
    bundle: Path,
    language: str,
    restored: Callable[[Mapping[str, Any]], Mapping[str, Any]],
    name: Callable[[Mapping[str, Any], bytes], str],
) -> str:
    """Write an index into `bundle`, where others may lie; return the name of its list of all.

    Pages are written as `restored` gives them back. Every file is named anew, as its own names tell
    too little to keep parts of two indexes apart: a page's file by its page and its bytes, as
    `name` says (it may hold slashes); others by what they hold. Pagefind names a page's file by
    what it was given: that is not what is written, and a browser that keeps files by their names
    would keep the old text of a page.
    """
    pages, chunks, facets = [], [], []
    for old in index.pages:
        page = restored(fragment(index.files[_fragment_path(old)]))
        data = _packed(_json(page))
        new = name(page, data)
        _write(bundle / _fragment_path(new), data)
        pages.append([new, 0])  # how long a text is, nobody asks
    for first, last, old in index.chunks:
        data = index.files[_chunk_path(old)]
        chunks.append([first, last, _digest(language, data)])
        _write(bundle / _chunk_path(chunks[-1][-1]), data)
    for facet, values in index.facets.items():
        data = _encode([facet, values])
        facets.append([facet, _digest(language, data)])
        _write(bundle / _facet_path(facets[-1][-1]), _packed(data))
    meta = _encode([index.version, pages, chunks, facets, *index.rest])
    digest = _digest(language, meta)
    _write(bundle / _meta_path(digest), _packed(meta))
    return digest


def _fragment_path(name: str) -> str:
    return f"fragment/{name}.pf_fragment"


def _chunk_path(name: str) -> str:
    return f"index/{name}.pf_index"


def _facet_path(name: str) -> str:
    return f"filter/{name}.pf_filter"


def _meta_path(name: str) -> str:
    return f"{META}/{name}.pf_meta"


def _write(file: Path, data: bytes) -> None:
    try:
        with file.open("xb") as new:
            new.write(data)
    except FileNotFoundError:
        file.parent.mkdir(parents=True)
        _write(file, data)
    except FileExistsError:
        if file.read_bytes() != data:
            raise SearchError([_two_of_one_name(file)]) from None


def files_of(bundle: Path, meta_name: str, language: str) -> dict[str, bytes]:
    """All that was added to a bundle as one index, by path.

    Raises OSError, EOFError, ValueError or zlib.error where something is missing or damaged.
    """
    files: dict[str, bytes] = {}

    def read(path: str, name_of: Callable[[bytes], str]) -> bytes:
        files[path] = data = (bundle / path).read_bytes()
        if not PurePath(path).stem.endswith(name_of(data)):
            raise ValueError(path)
        return data

    def digest_of_content(data: bytes) -> str:
        return _digest(language, _unpacked(data))

    meta = read(_meta_path(meta_name), digest_of_content)
    _, pages, chunks, facets, *_ = _unpack(meta)
    for page, _ in pages:
        read(_fragment_path(page), digest_in_name)
    for *_, name in chunks:
        read(_chunk_path(name), lambda data: _digest(language, data))
    for _, name in facets:
        read(_facet_path(name), digest_of_content)
    return files


def digest_in_name(data: bytes) -> str:
    """What the name of a page's file ends with."""
    return blake2b(data, digest_size=3).hexdigest()


def places(bundle: Path, meta_name: str, key: str) -> dict[str, list[int]]:
    """Where an index that was added has a word of its own, by the paths of the pages' files.

    Reads what a browser would: the list of all, then the part in which the word must stand.
    """
    found: dict[str, list[int]] = {}
    _, pages, chunks, *_ = _unpack((bundle / _meta_path(meta_name)).read_bytes())
    for first, last, digest in chunks:
        if not first <= key or key[: len(last)] > last:
            continue  # bounds are cut short where that tells them from their neighbours
        (words,) = _unpack((bundle / _chunk_path(digest)).read_bytes())
        for word, held, _ in words:
            number = 0
            for step, numbers, _ in held if word == key else ():
                number += step
                found[_fragment_path(pages[number][0])] = _places(numbers)
    return found


def _places(numbers: Iterable[int]) -> list[int]:
    """The places of a word on a page: each counts from the one before; a negative is a weight."""
    found: list[int] = []
    for number in numbers:
        if number >= 0:
            found.append(number + (found[-1] if found else 0))
    return found


# The conversation: each message is JSON in base64, ended by a comma


def _converse(
    command: list[str], requests: Iterable[Mapping[str, Any]], settings: Mapping[str, str]
) -> Mapping[str, Any]:
    """Send every request to a new process and read every reply; return the last one's payload.

    Raises SearchError at a refusal.
    """
    with TemporaryFile() as complaints:
        try:
            with Popen(  # noqa: S603 - the pinned binary, no shell
                command,
                stdin=PIPE,
                stdout=PIPE,
                stderr=complaints,
                env={**os.environ, **settings},
            ) as process:
                assert process.stdin is not None
                assert process.stdout is not None
                return _exchange(process.stdin, _replies(process.stdout), requests)
        except (OSError, EOFError) as error:
            complaints.seek(0)
            said = complaints.read().decode("utf-8", "replace").strip()
            raise SearchError([_stopped(said[-400:] or str(error))]) from error


def _exchange(
    requests_to: IO[bytes],
    replies: Iterator[Mapping[str, Any]],
    requests: Iterable[Mapping[str, Any]],
) -> Mapping[str, Any]:
    """Keep at most REQUESTS_AHEAD requests unanswered; return the last reply's payload.

    No pipe can fill up for good: Pagefind reads in a thread of its own, whatever it is busy with.
    """
    waiting: dict[int, str] = {}
    payload: Mapping[str, Any] = {}
    for number, request in enumerate(requests):
        message = _json({"message_id": number, "payload": request})
        requests_to.write(b64encode(message) + b",")
        requests_to.flush()
        waiting[number] = request.get("url", "")
        if len(waiting) > REQUESTS_AHEAD:
            _accept(next(replies), waiting)
    while waiting:
        payload = _accept(next(replies), waiting)
    return payload


def _replies(stream: IO[bytes]) -> Iterator[Mapping[str, Any]]:
    """Yield the replies as they come; raise EOFError where the process ends instead."""
    begun: list[bytes] = []  # the last reply holds the whole index: joined once, not at every read
    while data := os.read(stream.fileno(), 1 << 16):
        first, *others = data.split(b",")
        begun.append(first)
        for part in others:
            yield orjson.loads(b64decode(b"".join(begun)))
            begun = [part]
    raise EOFError("it ended without a word")


def _json(value: Mapping[str, Any]) -> bytes:
    """As JSON; half a surrogate pair, which nobody could read, becomes a question mark."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")


def _accept(reply: Mapping[str, Any], waiting: dict[int, str]) -> Mapping[str, Any]:
    """Strike the answered request off the list; raise SearchError if a document was refused."""
    url = waiting.pop(reply["message_id"], "")
    payload: Mapping[str, Any] = reply["payload"]
    if payload["type"] == "Error":
        raise SearchError([_refused(url, payload["message"])])
    return payload


# What is kept of what Pagefind wrote


def _settled(files: Mapping[str, bytes]) -> Index:
    """Of Pagefind's files what our search page loads, in a fixed order.

    Pagefind's hash maps have a new order each run, so the values inside a facet, the facets inside
    the list of all (`pf_meta`), and the names made of their hashes all vary.
    """
    metas = [_unpack(data) for path, data in files.items() if path.endswith(".pf_meta")]
    if not metas:
        return Index()  # it was given nothing
    [(version, pages, chunks, filters, *rest)] = metas
    facets = {
        name: sorted(_unpack(files[_facet_path(digest)])[1])
        for name, digest in sorted(filters)
        if name in FACETS
    }
    return Index(version, [name for name, _ in pages], chunks, facets, rest, files)


def _digest(language: str, data: bytes) -> str:
    return f"{language}_{blake2b(data, digest_size=5).hexdigest()}"


# Pagefind's own files: a signature and CBOR (RFC 8949), in gzip

SIGNATURE: Final = b"pagefind_dcd"
NUMBER, NEGATIVE, TEXT, ARRAY = 0, 1, 3, 4  # the major types that occur in Pagefind's files


def _unpack(data: bytes) -> Any:
    return _decode(_unpacked(data), 0)[0]


def _unpacked(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(SIGNATURE)


def _packed(data: bytes) -> bytes:
    return gzip.compress(SIGNATURE + data, mtime=0)


def _decode(data: bytes, at: int) -> tuple[Any, int]:
    """Read the item that begins at `at`; return it and where it ends."""
    kind, argument = divmod(data[at], 32)
    at += 1
    if argument >= 24:
        size = 1 << (argument - 24)
        argument = int.from_bytes(data[at : at + size], "big")
        at += size
    if kind == NUMBER:
        return argument, at
    if kind == NEGATIVE:
        return -1 - argument, at
    if kind == TEXT:
        return data[at : at + argument].decode(), at + argument
    assert kind == ARRAY, f"a new kind of item in Pagefind's files: {kind}"
    items = []
    for _ in range(argument):
        item, at = _decode(data, at)
        items.append(item)
    return items, at


def _encode(item: Any) -> bytes:
    if isinstance(item, int):
        return _head(NUMBER, item)
    if isinstance(item, str):
        text = item.encode()
        return _head(TEXT, len(text)) + text
    return _head(ARRAY, len(item)) + b"".join(map(_encode, item))


def _head(kind: int, argument: int) -> bytes:
    if argument < 24:
        return bytes([kind << 5 | argument])
    size = next(size for size in (1, 2, 4, 8) if argument < 1 << 8 * size)
    return bytes([kind << 5 | 23 + size.bit_length()]) + argument.to_bytes(size, "big")


# The binary, and what may be wrong


def _executable() -> Path:
    """Find Pagefind, and see that it runs here and is the version we can read."""
    try:
        found = Path(import_module("pagefind_bin").get_executable())
        answer = run([str(found), "--version"], capture_output=True, text=True, check=True)  # noqa: S603 - the pinned binary, no shell
    except (ImportError, OSError, SubprocessError) as error:
        raise SearchError([_missing(str(error))]) from error
    if answer.stdout.split()[-1:] != [PAGEFIND]:
        raise SearchError([_missing(answer.stdout.strip())])
    return found


def _missing(detail: str) -> Problem:
    return Problem(
        "",
        0,
        f"The search engine, Pagefind {PAGEFIND}, is missing or does not run on this system"
        f" ({detail}). The site is built without search. To have it, run:"
        f" pip install --force-reinstall pagefind-bin=={PAGEFIND}",
        f"محرّك البحث Pagefind {PAGEFIND} غير موجود أو لا يعمل على هذا النظام ({detail})."
        " بُني الموقع من دون بحث. لإضافة البحث نفّذ الأمر:"
        f" pip install --force-reinstall pagefind-bin=={PAGEFIND}",
        "warning",
    )


def _stopped(detail: str) -> Problem:
    return Problem(
        "",
        0,
        f"Pagefind stopped before the search index was finished: {detail}."
        " See that there is enough memory and room on the disk, then build again.",
        f"توقّف محرّك البحث قبل أن يكتمل الفهرس: {detail}."
        " تأكّد من كفاية الذاكرة والمساحة على القرص، ثم أعد البناء.",
    )


def _refused(url: str, detail: str) -> Problem:
    return Problem(
        url,
        0,
        f"Pagefind refused this article: {detail}."
        " Look for damaged characters in its text or title, then build again.",
        f"رفض محرّك البحث هذا المقال: {detail}."
        " ابحث عن محارف تالفة في نصّه أو عنوانه، ثم أعد البناء.",
    )


def _two_of_one_name(file: Path) -> Problem:
    return Problem(
        str(file),
        0,
        "Two parts of the search index would have one name, so the old site stays. Please"
        " report this.",
        "جزءان من فهرس البحث باسم واحد. بقي الموقع القديم على حاله. نرجو الإبلاغ عن ذلك.",
    )
