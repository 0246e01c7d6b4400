"""Whatever a file holds, an import goes on, and article and report together hold all its text."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from warraq import markdown
from warraq.importer import conversion, lines
from warraq.importer.decoding import UndecodableError, decode
from warraq.importer.report import DOUBTS, REASONS, RULES

TODAY = date(2026, 11, 24)
GOLDEN = Path(__file__).parent / "golden" / "convert"
SEEDS = {
    path.stem if "." in path.stem else f"{path.stem}.txt": path.read_text(encoding="utf-8")
    .partition("." * 20 + "\n")[0]
    .encode()
    for path in sorted(GOLDEN.glob("*.md"))
}
TEXTS = [data for name, data in SEEDS.items() if name.endswith(".txt")]
NAMES = ["a.txt", "a.html", "a.md", "a.csv#1", "a.json#x", "a", "نص.TXT", "a.HTM"]
CODECS = [
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"),
    *("cp1256", "iso8859_6", "latin-1"),
]
INSERTED = [
    *(b"\0", b"\x0c", b"\x1b[0m", b"\r", b"\xff", b"\xd8", b"\xd8\x00", b"\x00\xdc"),
    *(b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"&#xd800;", b"&#0;", b"<p>", b"<", b"<!--", b"]]>"),
    *(b"---\n", b'"', b"{", b"\\", b"```"),
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


def converted(data: bytes, name: str) -> conversion.Conversion | None:
    try:
        return conversion.convert(data, name, TODAY)
    except UndecodableError as error:
        reason = error.reason
    assert reason in REASONS
    return None


@settings(deadline=None, max_examples=250)
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
    for line in lines.split(lines.repair(decode(data).text, joiners=joiners)):
        if cuts[line.number, line.text]:
            cuts[line.number, line.text] -= 1
        else:
            own = letters(line.text)
            assert rest.startswith(own), line
            rest = rest[len(own) :]
    assert rest == ""
    assert not +cuts


@settings(deadline=None, max_examples=250)
@given(mutated(TEXTS))
def test_article_and_report_restore_every_letter_in_its_order(data: bytes) -> None:
    made = converted(data, "a.txt")
    if made is not None:
        restored(data, made)


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
