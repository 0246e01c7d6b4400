"""Which program wrote a cache.

A cache of another program is worth nothing: it may tell of other files, or of other rules. The
version alone does not say so, as two checkouts bear one number.
"""

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from warraq import __version__

CODE: Final = (".py", ".txt", ".yml", ".html", ".js")
"""Endings of the files that decide what a site holds."""


@cache
def edition() -> str:
    """The version, and a digest of the program's own files."""
    package = Path(__file__).parent
    state = blake2b(digest_size=8)
    for path in sorted(path for path in package.rglob("*") if path.suffix in CODE):
        state.update(path.read_bytes())
    return f"{__version__} {state.hexdigest()}"
