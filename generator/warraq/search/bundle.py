"""The index as browsers get it: one root that may change, and files named by what they hold.

`root.json` says which files an index is made of; it alone is asked for anew. So whatever else of an
index a browser has kept is right for ever, and two builds of an index never mix.

A page that was opened as a file may load scripts and nothing else. For it the same files are
wrapped: in base64, in scripts that hand them to assets/files.js.
"""

import gzip
import json
import zlib
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any, Final

from warraq.errors import Problem
from warraq.model import mark_of
from warraq.search import pagefind
from warraq.search.pagefind import META, SearchError

ROOT: Final = "root.json"
CORE: Final = "core.js"
"""The script of all that every search needs; each other file has its own, except fragments."""

NO_DAY: Final = "0000"
"""Of an article without a date; its year is `undated`."""
DAY_DIGITS: Final = 4
"""Of a fragment's name, before its mark; assets/files.js and offline have the same number."""
FRAGMENTS_TOGETHER: Final = 40
"""How many fragments may share a script, on average: 100 KB, and a tenth of the files."""


def prepare(bundle: Path) -> None:
    """Make the folder, which must be absent or empty."""
    try:
        bundle.mkdir(parents=True, exist_ok=True)
        if any(bundle.iterdir()):
            raise SearchError([_not_empty(bundle)])
    except OSError as error:
        raise SearchError([_unwritable(bundle, error)]) from error


def fragment_name(page: Mapping[str, Any], data: bytes) -> str:
    """A folder of its year, its day, a mark of its address, a digest: `2011/01253fa2c19b04`.

    So names sort by date, and the index of everything need not: it holds the name of every page,
    and each byte of a name is fetched as often as there are pages. The mark brings a page and its
    fragment together (`model.mark_of`).
    """
    year = page["filters"]["year"][0]
    day = page["filters"]["date"][0][5:].replace("-", "") if "date" in page["filters"] else NO_DAY
    mark = mark_of(page["url"].lstrip("/"))
    return f"{year}/{day}{mark}{pagefind.digest_in_name(data)}"


def seal(bundle: Path, segments: Iterable[Mapping[str, Any]]) -> None:
    """Name by its content every file that has a name for ever, and write the root.

    `segments` say what each is: the name of its list of all, `meta`, and its `years`. They are set
    down newest first.
    """
    names = {}
    for file in sorted(path for path in bundle.iterdir() if path.is_file()):
        names[file.name] = _sealed(file.name, file.read_bytes())
        file.rename(bundle / names[file.name])
    write_json(bundle / ROOT, {"names": names, "segments": list(segments)[::-1]})


def _sealed(name: str, data: bytes) -> str:
    stem, dot, rest = name.partition(".")
    return f"{stem}-{blake2b(data, digest_size=6).hexdigest()}{dot}{rest}"


def take(before: Path, target: Path, meta: str, language: str) -> bool:
    """Copy one segment's index out of another bundle, if all of it lies there unharmed."""
    try:
        files = pagefind.files_of(before, meta, language)
    except (OSError, EOFError, ValueError, zlib.error):
        return False
    for path, data in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    return True


def wrap(bundle: Path, target: Path) -> None:
    """Write the scripts that hold a sealed index into the empty or absent folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    root = json.loads((bundle / ROOT).read_bytes())
    fragments = sorted((bundle / "fragment").rglob("*.pf_fragment"))
    digits = next(n for n in count(1) if len(fragments) <= FRAGMENTS_TOGETHER * 16**n)
    core = {file.name: file for file in sorted(bundle.iterdir()) if file.is_file()}
    del core[ROOT]
    _write_script(target / CORE, _wrapped(bundle, core.values()), {"root": root, "digits": digits})
    for folder in ("filter", "index", "lexicon", META):
        for file in (bundle / folder).glob("*"):
            _write_script(target / folder / f"{file.stem}.js", _wrapped(bundle, [file]))
    together: dict[str, list[Path]] = defaultdict(list)
    for file in fragments:
        together[file.stem[DAY_DIGITS : DAY_DIGITS + digits]].append(file)
    for beginning, files in together.items():
        _write_script(target / "fragment" / f"{beginning}.js", _wrapped(bundle, files))


def unpacked(data: bytes) -> bytes:
    """A file of the index out of its gzip; browsers read it so too."""
    return gzip.decompress(data)


def _wrapped(bundle: Path, files: Iterable[Path]) -> Mapping[str, str]:
    return {
        file.relative_to(bundle).as_posix(): b64encode(file.read_bytes()).decode() for file in files
    }


def _write_script(path: Path, *arguments: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ",".join(json.dumps(a, ensure_ascii=False, separators=(",", ":")) for a in arguments)
    path.write_text(f"warraq.unwrap({text})\n", encoding="utf-8")


def write_json(path: Path, value: Any) -> None:
    """Write a file of the index that is no part of Pagefind's."""
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _not_empty(target: Path) -> Problem:
    return Problem(
        str(target),
        0,
        "The folder for the search index is not empty, and old parts would mix with the new."
        " Empty it, then build again.",
        "مجلد فهرس البحث ليس فارغًا، وستختلط أجزاء قديمة بالجديدة. أفرغه ثم أعد البناء.",
    )


def _unwritable(target: Path, error: OSError) -> Problem:
    return Problem(
        str(target),
        0,
        f"The search index cannot be written here: {error.strerror}."
        " Give yourself the right to write in this folder, or name another.",
        f"لا يمكن كتابة فهرس البحث هنا: {error.strerror}."
        " امنح نفسك حق الكتابة في هذا المجلد، أو اختر مجلدًا غيره.",
    )
