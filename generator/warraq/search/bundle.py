"""The index as browsers get it: one root that may change, and files named by what they hold.

`root.json` says which files an index is made of; it alone is asked for anew. So whatever else of an
index a browser has kept is right for ever, and two builds of an index never mix.

A page that was opened as a file may load scripts and nothing else. For it the same files are
wrapped: in base64, in scripts that hand them to assets/files.js.
"""

import gzip
import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any, Final

from warraq.model import mark_of
from warraq.search.pagefind import ENGINE

ROOT: Final = "root.json"
CORE: Final = "core.js"
"""The script of all that every search needs; each other file has its own, except fragments."""

ENTRY: Final = "pagefind-entry.json"
FRAGMENTS_TOGETHER: Final = 40
"""How many fragments may share a script, on average: 100 KB, and a tenth of the files."""


def fragment_name(page: Mapping[str, Any], data: bytes) -> str:
    """A folder of its year, a mark of its address, a digest of all it holds: `2011/3fa2c19b04d7`.

    The mark brings a page and its fragment together (`model.mark_of`).
    """
    year = page["filters"]["year"][0]
    return f"{year}/{mark_of(page['url'].lstrip('/'))}{blake2b(data, digest_size=4).hexdigest()}"


def seal(bundle: Path) -> None:
    """Name by its content every file that has a name for ever, and write the root."""
    entry = bundle / ENTRY
    names = {}
    for file in sorted(path for path in bundle.iterdir() if path.is_file() and path != entry):
        if file.suffix == ".pf_meta":
            continue  # Pagefind has named it so
        digest = blake2b(file.read_bytes(), digest_size=6).hexdigest()
        stem, dot, rest = file.name.partition(".")
        names[file.name] = f"{stem}-{digest}{dot}{rest}"
        file.rename(bundle / names[file.name])
    _write_json(bundle / ROOT, {"names": names, "entry": json.loads(entry.read_bytes())})
    entry.unlink()


def wrap(bundle: Path, target: Path) -> None:
    """Write the scripts that hold a sealed index into the empty or absent folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    root = json.loads((bundle / ROOT).read_bytes())
    fragments = sorted((bundle / "fragment").rglob("*.pf_fragment"))
    digits = next(n for n in count(1) if len(fragments) <= FRAGMENTS_TOGETHER * 16**n)
    engine = root["names"][ENGINE]
    (target / engine).write_bytes((bundle / engine).read_bytes())
    core = sorted(f for f in bundle.iterdir() if f.is_file() and f.name not in {ROOT, engine})
    _write_script(target / CORE, _wrapped(bundle, core), {"root": root, "digits": digits})
    for folder in ("filter", "index", "lexicon"):
        for file in (bundle / folder).iterdir():
            _write_script(target / folder / f"{file.stem}.js", _wrapped(bundle, [file]))
    together: dict[str, list[Path]] = defaultdict(list)
    for file in fragments:
        together[file.stem[:digits]].append(file)
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


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
