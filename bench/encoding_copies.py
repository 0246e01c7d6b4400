"""Texts saved in every encoding and with every line end: how many come out the same.

    python bench/encoding_copies.py --corpus news.jsonl.xz [--texts 2000]

Each text of the corpus (JSON lines with `text`, packed with xz or not) is converted from UTF-8, and
again from each of its re-encodings that can hold it. Prints, for each: identical; refused; other,
with a doubt; other, silently. The last must be none.
"""

import argparse
import json
import lzma
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from warraq.importer.conversion import Conversion, convert
from warraq.importer.decoding import UndecodableError

TODAY = date(2026, 1, 1)


def _misread(codec: str) -> Callable[[str], bytes]:
    table = {byte: bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in range(256)}
    return lambda text: "".join(table[byte] for byte in text.encode()).encode()


def _strictly(codec: str) -> Callable[[str], bytes]:
    return lambda text: text.encode(codec)


WAYS: dict[str, Callable[[str], bytes]] = {
    "utf-8, mark": lambda text: text.encode("utf-8-sig"),
    "utf-16-le, mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be, mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "utf-16-le": _strictly("utf-16-le"),
    "utf-16-be": _strictly("utf-16-be"),
    "utf-32, mark": _strictly("utf-32"),
    "windows-1256": _strictly("cp1256"),
    "iso-8859-6": _strictly("iso8859_6"),
    "mac-arabic": _strictly("mac_arabic"),
    "read as windows-1256": _misread("cp1256"),
    "read as windows-1252": _misread("cp1252"),
    "read as latin-1": _misread("latin-1"),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "U+2028": lambda text: text.replace("\n", "\u2028").encode(),
    "windows-1256, CRLF": lambda text: text.replace("\n", "\r\n").encode("cp1256"),
    "utf-16-le, CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-16-le"),
}


def main() -> None:
    """Convert, compare, print the table; exit code 1 where a text came out wrong in silence."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=2000)
    args = parser.parse_args()
    counts = {way: Counter[str]() for way in WAYS}
    total = 0
    for text in islice(_texts(args.corpus), args.texts):
        plain = _converted(text.encode())
        if plain is None:
            continue
        total += 1
        for way, encode in WAYS.items():
            try:
                data = encode(text)
            except UnicodeEncodeError:
                counts[way]["cannot hold it"] += 1
                continue
            counts[way][_outcome(plain, _converted(data))] += 1
    names = ("identical", "refused", "with a doubt", "silently other", "cannot hold it")
    print(f"{total} texts")
    print(f"{'':22}" + "".join(f"{name:>16}" for name in names))
    for way, count in counts.items():
        print(f"{way:22}" + "".join(f"{count[name]:16}" for name in names))
    sys.exit(any(count["silently other"] for count in counts.values()))


def _texts(path: Path) -> Iterator[str]:
    """Every 18th text of the corpus, so that all its outlets are there; without carriage returns,
    which would be line ends of their own.
    """
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 18):
            yield json.loads(line)["text"].replace("\r\n", "\n").replace("\r", "\n")


def _converted(data: bytes) -> Conversion | None:
    try:
        return convert(data, "source.txt", TODAY)
    except UndecodableError:
        return None


def _outcome(plain: Conversion, other: Conversion | None) -> str:
    if other is None:
        return "refused"
    if (plain.values, plain.body, plain.cuts) == (other.values, other.body, other.cuts):
        return "identical"
    return "with a doubt" if set(other.doubts) - set(plain.doubts) else "silently other"


if __name__ == "__main__":
    main()
