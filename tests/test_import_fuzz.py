"""Whatever a file holds, an import goes on, and article and report together hold all its text."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from conftest import examples, zipped
from warraq import importer, markdown
from warraq.config import Config
from warraq.importer import (
    containers,
    conversion,
    corpora,
    escapes,
    fields,
    labels,
    lines,
    markup,
    readers,
    typed_marks,
    webpage,
    wrapping,
)
from warraq.importer.decoding import UndecodableError, decode
from warraq.importer.report import DOUBTS, REASONS, RULES
from warraq.workers import SerialExecutor

TODAY = date(2026, 11, 24)
GOLDEN = Path(__file__).parent / "golden" / "convert"
SEEDS = {
    path.stem if "." in path.stem else f"{path.stem}.txt": path.read_text(encoding="utf-8")
    .partition("." * 20 + "\n")[0]
    .encode()
    for path in sorted(GOLDEN.glob("*.md"))
}
TEXTS = [data for name, data in SEEDS.items() if name.endswith(".txt")]
PAGES = [data for name, data in SEEDS.items() if name.endswith(".html")]
NOTES = [data for name, data in SEEDS.items() if name.endswith(".md")]
NAMES = ["a.txt", "a.html", "a.md", "a.csv#1", "a.json#x", "a", "نص.TXT", "a.HTM"]
CODECS = [
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
    *("cp1256", "iso8859_6", "latin-1"),
]
INSERTED = [
    *(b"\0", b"\x0c", b"\x1b[0m", b"\r", b"\xff", b"\xd8", b"\xd8\x00", b"\x00\xdc"),
    *(b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"&#xd800;", b"&#0;", b"<p>", b"<", b"<!--", b"]]>"),
    *(b"\n12\n", b"\n***\n", b"\nPDF\n", b"\n(AFP)\n", b"\n-\n", b"\n\xd9\xa3\n", b"\n:\n"),
    *(b"---\n", b'"', b"{", b"\\", b"```", rb"\n", rb"\n\r\n", rb"\u0627", b"[nl]"),
]


def _places(draw: st.DrawFn, data: bytes) -> tuple[int, int]:
    one, other = (draw(st.integers(0, len(data))) for _ in range(2))
    return min(one, other), max(one, other)


@st.composite
def mutated(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A real shape, in some encoding, that something has happened to."""
    data = draw(st.sampled_from(seeds))
    data = data.decode().encode(draw(st.sampled_from(CODECS)), "replace")
    for _ in range(draw(st.integers(0, 4))):
        start, end = _places(draw, data)
        change = draw(st.sampled_from(["cut", "double", "flip", "shuffle", "insert", "lose"]))
        if change == "cut":
            data = data[:end]
        elif change == "double":
            data = data[:end] + data[start:]
        elif change == "flip":
            data = data[:start] + bytes([draw(st.integers(0, 255))]) + data[start + 1 :]
        elif change == "shuffle":
            data = b"\n".join(draw(st.permutations(data.split(b"\n")[:40])))
        elif change == "insert":
            data = data[:start] + draw(st.sampled_from(INSERTED)) + data[start:]
        else:
            data = data[:start] + data[min(end, start + 7) :]
    return data


@st.composite
def mutated_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive of which some bytes are others, or which ends too early."""
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(data) - 1))
        data = data[:place] + bytes([draw(st.integers(0, 255))]) + data[place + 1 :]
    return data[: draw(st.integers(1, len(data)))] if draw(st.booleans()) else data


def converted(data: bytes, name: str) -> conversion.Conversion | None:
    try:
        return conversion.convert(data, name, TODAY)
    except UndecodableError as error:
        reason = error.reason
    assert reason in REASONS
    return None


@examples(250)
@given(mutated(list(SEEDS.values())), st.sampled_from(NAMES))
def test_no_input_stops_an_import(data: bytes, name: str) -> None:
    made = converted(data, name)
    if made is not None:
        assert made.values["title"]
        assert set(made.doubts) <= set(DOUBTS)
        assert {cut.rule for cut in made.cuts} <= set(RULES)
        made.text("id", {}).encode()


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def restored(data: bytes, made: conversion.Conversion) -> None:
    """Go through the source line by line: each is next in the article, or in the report."""
    joiners = "not Arabic" in made.doubts
    rest = letters(markdown.plain_text(made.body))
    cuts = Counter((cut.line, cut.text) for cut in made.cuts if cut.rule != "repaired")
    source = decode(data).text
    wrapped = corpora.is_wrapped(source)
    text = without_head(source, cuts, wrapped=wrapped)
    if wrapped or markup.is_tagged(text):
        without_tags = markup.without_any_tags if wrapped else markup.without_tags
        rows = enumerate(text.splitlines(), 1)
        tagged = {(number, row.strip()) for number, row in rows if without_tags(row) != row}
        assert tagged <= {(cut.line, cut.text) for cut in made.cuts if cut.rule == "repaired"}
        text = without_tags(text)
    clean = lines.repair(escapes.read(text), joiners=joiners)
    typed = lines.split(clean)
    # A line of the report may be several that were wrapped, and has no marks of Markdown.
    split = typed_marks.read(wrapping.undone(typed, clean))
    assert letters("".join(line.text for line in split)) == letters(
        "".join(line.text for line in typed)
    )
    left = Counter((line.number, line.text) for line in split)
    for line in split:
        one, own = (line.number, line.text), letters(line.text)
        kept = left[one] > cuts[one] and rest.startswith(own)  # the first of two copies is kept
        left[one] -= 1
        if cuts[one] and not kept:
            cuts[one] -= 1
        else:
            assert rest.startswith(own), line
            rest = rest[len(own) :]
    assert rest == ""
    assert not +cuts


def without_head(text: str, cuts: Counter[tuple[int, str]], *, wrapped: bool) -> str:
    """A text without the head that a program wrote, whose lines are all among the cuts."""
    if wrapped:
        text = "\n".join(lines.rows_of(text))
    head = corpora.head(text, fields.DEFAULT) if wrapped else labels.head(text, fields.DEFAULT)
    if not head.rows:
        return text
    told = [(row.number, row.line) for row in head.rows]
    assert not Counter(told) - cuts
    cuts.subtract(told)
    said = "".join(line for _, line in told)
    assert Counter(letters(text)) == Counter(letters(said + head.rest))
    return head.rest


@examples(250)
@given(mutated(TEXTS))
def test_article_and_report_restore_every_letter_in_its_order(data: bytes) -> None:
    made = converted(data, "a.txt")
    if made is not None:
        restored(data, made)


def all_of(blocks: list[markup.Block]) -> Counter[str]:
    return Counter(letters("".join(block.text for block in blocks)))


def shown(data: bytes, made: conversion.Conversion) -> None:
    """What a page shows: each of its blocks is next in the article, or in the report."""
    document = readers.read(data, "a.html", TODAY)
    lines = [*((line.number, line.text) for line in document.lines)]
    lines += [(cut.line, cut.text) for cut in document.cuts]
    text, _, _ = webpage.decoded(data)
    joiners = not document.arabic
    with_lead, _ = markup.with_lead(text)
    blocks = markup.blocks(markup.parse(with_lead), joiners=joiners)
    assert not all_of(markup.blocks(markup.parse(text), joiners=joiners)) - all_of(blocks)
    assert sorted(lines) == [(number, block.text) for number, block in enumerate(blocks, 1)]
    cuts = Counter((cut.line, cut.text) for cut in made.cuts)
    rest = letters(markdown.plain_text(made.body))
    for number, block in enumerate(blocks, 1):
        if cuts[number, block.text]:
            cuts[number, block.text] -= 1
        else:
            own = letters(block.text)
            assert rest.startswith(own), block.text
            rest = rest[len(own) :]
    assert rest == ""
    assert not +cuts


@examples(150)
@given(mutated(PAGES))
def test_article_and_report_restore_what_a_page_shows(data: bytes) -> None:
    made = converted(data, "a.html")
    if made is not None:
        shown(data, made)


@examples(150)
@given(mutated(NOTES))
def test_the_text_of_a_note_stays_and_its_head_is_in_the_report(data: bytes) -> None:
    made = converted(data, "a.md")
    if made is None:
        return
    text, told = decode(data).text, letters("".join(cut.text for cut in made.cuts))
    if "<" in text or "&" in text:  # lines with tags or entities are told as they were
        assert not Counter(letters(text)) - Counter(told + letters(made.body))
    else:
        assert letters(text) == told + letters(made.body)


VALUES = st.one_of(
    st.sampled_from([data.decode() for data in TEXTS if b"<" not in data]),
    st.text(st.characters(exclude_characters="<&"), max_size=40),
    st.integers(),
    st.booleans(),
    st.lists(st.text("ابc1 ", max_size=10), max_size=3),
    st.dictionaries(st.text("ابc", max_size=5), st.text("ابc1 ", max_size=10), max_size=2),
)
COLUMNS = st.one_of(
    st.sampled_from(["title", "text", "date", "author", "tags", "url", "image", "status", "النص"]),
    st.text(max_size=8),
)


@examples(250)
@given(st.dictionaries(COLUMNS, VALUES, max_size=6))
def test_article_and_report_hold_every_value_of_a_row(row: dict[str, object]) -> None:
    data = json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace")
    made = converted(data, "a.json#1")
    if made is None:
        return
    values = [text for value in row.values() for text in texts_of(value)]
    assert not folded(values) - folded([made.body, *(cut.text for cut in made.cuts)])


def folded(texts: list[str]) -> Counter[str]:
    """Letters, however they were saved; a switch may be `True` or `true`."""
    return Counter(letters(lines.repair("".join(texts), joiners=True)).casefold())


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = [text for pair in value.items() for text in pair]
    if isinstance(value, list):
        yield from (text for item in value for text in texts_of(item))
    elif value not in ("", None):
        yield str(value)


READABLE = ("وصل القطار إلى المحطة", "في الصباح", "")
CELLS = st.text(st.sampled_from("اب,;\"'\n\r\t|# x\u2028"), max_size=12)


@examples(200)
@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6),
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1256"]),
)
def test_a_well_written_table_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    delimiter: str,
    codec: str,
) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    rows = [READABLE, *rows]  # so that a code page can be known
    writer.writerows([("title", "text", "note"), *rows])
    path = tmp_path_factory.getbasetemp() / "table.csv"
    path.write_bytes(written.getvalue().encode(codec, "replace"))
    found = [
        json.loads(member.data)
        for member in containers.members(path, fields.DEFAULT)
        if member.data
    ]
    names = ("title", "text", "note")
    cells = [[cell.encode(codec, "replace").decode(codec).strip() for cell in row] for row in rows]
    filled = [{n: c for n, c in zip(names, row, strict=True) if c} for row in cells]
    assert found == [row for row in filled if row]


TABLES = {
    "a.csv": b'title,text\nx,"one ""two""\nthree"\ny,four\n',
    "a.tsv": "title\ttext\nخبر\tنص من كلمات\n".encode(),
    "a.json": b'[{"title": "x", "text": "y"}, {"title": "z", "tags": ["a", null]}]',
    "a.jsonl": b'{"title": "x"}\n{"title": "y", "text": "z"}\n',
}


@examples(250)
@given(st.sampled_from(sorted(TABLES)), mutated([*TABLES.values()]))
def test_no_table_stops_an_import(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    for member in containers.members(path, fields.DEFAULT):
        if member.refused:
            assert member.refused in REASONS
        else:
            converted(member.data, member.name)


@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 100_000 + TEXTS[0] + b"\n" * 100_000,
        b"\r\n".join([b"x"] * 20_000),
        TEXTS[0].replace(b"\n", b" ") * 300,
        "\u0627".encode() * 500_000,
        "كلمة ".encode() * 60_000,
        ("سطر قصير\n" * 20_000).encode(),
        "<ا".encode() * 20_000,
        b"&" * 100_000,
        b"\xd8\xa7" * 5 + b"\xff" * 3,
        "\ud800 نص".encode("utf-16-le", "surrogatepass"),
        ("-" * 50_000 + "\n" + "*" * 50_000 + "\n" + "# " * 20_000).encode(),
        ("(" * 20_000 + ")" * 20_000).encode(),
    ],
    ids=range(12),
)
def test_extreme_texts_lose_nothing(data: bytes) -> None:
    made = converted(data, "a.txt")
    if made is not None:
        restored(data, made)


@pytest.mark.parametrize("name", ["a.html", "a.md", "a.json#1"])
@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 20_000 + "نص".encode(),
        b"<p>" + "كلمة ".encode() * 30_000,
        b"[" * 50_000,
        b'{"text": "' + b"<b>" * 10_000 + b'"}',
        b"---\n" * 5_000,
        b"---\na: " + b"[" * 5_000 + b"\n---\nx",
        b"+++\na = " + b"[" * 5_000 + b"\n+++\nx",
        b"<html><body>" + b"<p>" + "جملة قصيرة تنتهي هنا بعد كلمات عدة.</p>".encode() * 2_000,
    ],
    ids=range(8),
)
def test_extreme_files_of_other_kinds_stop_nothing(data: bytes, name: str) -> None:
    made = converted(data, name)
    assert made is None or made.values["title"]


@pytest.mark.parametrize("depth", [50, 400, 900])
@pytest.mark.parametrize("shape", ['{"a":%s}', "[%s]", '{"title":"x","text":%s}', '{"text":[%s]}'])
def test_values_nested_beyond_reason_stop_nothing(tmp_path: Path, shape: str, depth: int) -> None:
    text = '"x"'
    for _ in range(depth):
        text = shape % text
    path = tmp_path / "a.json"
    path.write_text(f"[{text}]", encoding="utf-8")
    found = list(containers.members(path, fields.DEFAULT))
    assert found
    assert {member.refused for member in found} <= {"deep", "damaged", "no object", "no fields"}
    assert converted(text.encode(), "a.json#1") is None


ZIPPED = zipped(*((f"أخبار/{name}", data) for name, data in SEEDS.items()))
FILES = st.tuples(
    st.sampled_from(["a.txt", "b/c.html", "d.md", "e.csv", "f.json", "g.jsonl", "h.zip", "i.pdf"]),
    mutated([*SEEDS.values(), *TABLES.values()]) | mutated_bytes(ZIPPED),
)


@examples(60)
@given(st.lists(FILES, min_size=1, max_size=4))
def test_an_inbox_of_broken_files_is_imported_once_and_told_of_in_full(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[str, bytes]]
) -> None:
    root = tmp_path_factory.mktemp("archive")
    inbox = root / "content/inbox"
    for name, data in files:
        path = inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    settings = Config(root=root, title="أرشيف", content=root / "content", inbox=(inbox,))
    first = importer.run(settings, SerialExecutor(), today=TODAY)
    (root / ".warraq/inbox.json").unlink()
    again = importer.run(settings, SerialExecutor(), today=TODAY)
    assert (again.new, again.updated, again.edited) == (0, 0, 0)
    assert again.unchanged == first.new
    assert (again.refused, again.duplicates) == (first.refused, first.duplicates)
    text = (root / "content/import-report.jsonl").read_text(encoding="utf-8")
    records = [json.loads(line) for line in text.splitlines()]
    assert len(records) == first.new + first.refused + first.duplicates
    articles = {record["article"] for record in records if "article" in record}
    assert len(articles) == first.new
    assert all((root / article).is_file() for article in articles)
