"""Garbage: where millions of values are made and no circles, looking for circles is time lost."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsought() -> Iterator[None]:
    """Look for no circles meanwhile: it took a tenth of an index's time, and a thirtieth of an
    import's. What nothing refers to goes all the same.
    """
    was_sought = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_sought:
            gc.enable()
