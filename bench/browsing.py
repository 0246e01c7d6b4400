"""A built site in a headless Chromium, as the tests open one."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from conftest import FLAGS, chromium, served

__all__ = ["READY", "browsing", "served"]

READY = "() => window.warraq && typeof window.warraq.search === 'function'"
"""When a search page may be asked."""


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser, for as long as it is needed."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()
