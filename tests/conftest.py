"""What tests read like: a site in a string, a real browser, a real server."""

import datetime as dt
import functools
import http.server
import io
import os
import re
import shutil
import signal
import textwrap
import threading
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import hypothesis
import pytest

from warraq import build as building, config
from warraq.build import Report
from warraq.contexts import SearchContext, SiteInfo
from warraq.model import Page
from warraq.search import Document, Segment, index
from warraq.theme import load_theme, render_page
from warraq.workers import SerialExecutor, executor

HUNT = int(os.environ.get("WARRAQ_HUNT", "0"))
"""How many times the usual number of examples to try, new ones each time; 0: the same each time, so
that a commit passes or fails by what it changed."""

hypothesis.settings.register_profile(
    "warraq",
    deadline=None,  # other machines are slower
    derandomize=not HUNT,
)
hypothesis.settings.load_profile("warraq")


def pytest_configure() -> None:
    """What a shell starts in the background ignores Ctrl-C, and so does all that it starts; the
    tests send it to commands that must not.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def examples(number: int) -> hypothesis.settings:
    """Try a property with so many examples, or with more where failures are hunted for."""
    return hypothesis.settings(max_examples=number * max(1, HUNT))


ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 11, 24)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Archive:
    """An archive's folder, and what its last build reported."""

    root: Path
    report: Report | None = None

    def write(self, path: str, text: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode() if isinstance(text, str) else text
        target.write_bytes(data)

    def delete(self, path: str) -> None:
        (self.root / path).unlink()

    def build(self, *, workers: int = 1, **options: Any) -> "Archive":
        options = {"today": TODAY, "with_search": False, **options}
        settings = config.load(self.root / "site.yml")
        with SerialExecutor() if workers == 1 else executor(workers) as crew:
            self.report = building.build(settings, crew, **options)
        return self

    @property
    def public(self) -> Path:
        return self.root / "public"

    def page(self, path: str) -> str:
        return (self.public / path).read_text(encoding="utf-8")

    def article(self) -> str:
        """The path of the only article made by the importer."""
        (path,) = (self.root / "content" / "articles").rglob("*.md")
        return path.relative_to(self.root).as_posix()

    def tree(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.public).as_posix(): path.read_bytes()
            for path in sorted(self.public.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Archive]:
    """An archive from one string: `-- path --` lines, each followed by the file's text."""

    def make(text: str = "") -> Archive:
        archive = Archive(tmp_path)
        archive.write("site.yml", "title: أرشيف\ncountry: EG\ndigits: latn\n")
        parts = re.split(r"^-- (\S+) --\n", textwrap.dedent(text).lstrip("\n"), flags=re.MULTILINE)
        for path, content in zip(parts[1::2], parts[2::2], strict=True):
            archive.write(path, content)
        return archive

    return make


def zipped(*entries: tuple[str, bytes], codec: str = "utf-8") -> bytes:
    """An archive; its names are in a code page, if one is given, and nothing says so."""
    buffer = io.BytesIO()
    names = [name.encode(codec) for name, _ in entries]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, (name, data) in enumerate(entries):
            plain = f"{index}".rjust(len(names[index]), "~")
            archive.writestr(name if codec == "utf-8" else plain, data)
    packed = buffer.getvalue()
    for index, raw in enumerate(names if codec != "utf-8" else []):
        packed = packed.replace(f"{index}".rjust(len(raw), "~").encode(), raw)
    return packed


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of this repository, built from its raw texts, search and all."""
    archive = Archive(tmp_path_factory.mktemp("sample"))
    shutil.copytree(ROOT / "content" / "inbox", archive.root / "content" / "inbox")
    shutil.copy(ROOT / "site.yml", archive.root)
    return archive.build(with_search=True)


def chromium() -> str:
    """Where Chromium is; a test that needs it is skipped where there is none."""
    found = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    path = next(found, None)
    if path is None:
        pytest.skip("no Chromium on this machine; `make test` installs one")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The system's Chromium, headless; closed with its module, as it keeps an event loop alive."""
    from playwright.sync_api import sync_playwright

    path = chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


class _Handler(http.server.SimpleHTTPRequestHandler):
    base = "/"

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.base)
        return super().translate_path("/" + path[len(self.base) :] if inside else "/outside-base")

    def log_message(self, *_: object) -> None:
        """Tests speak for themselves."""


@contextmanager
def page_without_errors(browser: Any, **options: Any) -> Iterator[Any]:
    """A page that fails its test on any error in the console."""
    context = browser.new_context(locale="ar", **options)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    yield opened
    context.close()
    assert complaints == []


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """A plain web server for a folder under a base path; gives the address of the folder."""
    handler = type("Handler", (_Handler,), {"base": base})
    make = functools.partial(handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), make)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write_search_site(
    root: Path, segments: Sequence[Sequence[Document]], *, digits: Literal["arab", "latn"] = "arab"
) -> None:
    """Write the search page with its assets and the index, as a build lays them out."""
    site = SiteInfo(
        title="دفتر الوادي",
        description="",
        base_url="",
        country="LB",
        digits=digits,
        hijri=False,
        rights="",
        words_per_minute=200,
        feed="feed.xml",
        nav=(),
    ).sealed()
    theme = load_theme(root, "warraq")
    page = Page("search.html", "search.html", SearchContext(site, sum(map(len, segments))))
    (root / "search.html").write_text(render_page(theme, page, None), encoding="utf-8")
    for path, data in theme.assets:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    index([Segment(functools.partial(iter, segment)) for segment in segments], root / "pagefind")
