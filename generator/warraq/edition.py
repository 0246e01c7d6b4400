"""Which program wrote a cache.

A cache of another program is worth nothing: it may tell of other files, or of other rules. The
version alone does not say so, as two checkouts bear one number.
"""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from warraq import __version__

_CODE = (".py", ".txt", ".yml", ".html")


@cache
def edition() -> str:
    """The version, and a digest of the program's own files."""
    package = Path(__file__).parent
    state = blake2b(digest_size=8)
    for path in sorted(path for path in package.rglob("*") if path.suffix in _CODE):
        state.update(path.read_bytes())
    return f"{__version__} {state.hexdigest()}"
