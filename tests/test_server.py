"""The preview: what it answers, what it adds to pages, and one real server from start to Ctrl-C."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from textwrap import dedent
from typing import Any

import httpx
import pytest
import uvicorn

import warraq
from conftest import Archive, page_without_errors
from warraq.errors import Problem, WarraqError
from warraq.server import (
    Builds,
    Outcome,
    application,
    attempt,
    event,
    inject,
    locate,
    overlay,
    serve,
)

PATIENCE = 20
"""Seconds after which a server that should have answered has failed."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    for name, text in {
        "index.html": "<html><body>الرئيسية</BODY></html>",
        "404.html": "<html><body>مفقودة</body></html>",
        "category/سياسة/index.html": "<body>سياسة</body>",
        "2025/11/ab12.html": "<p>بلا جسم",
        "feed.xml": "<feed/>",
        "assets/search.js": "export {}",
        "assets/font.woff2": "font",
        "pagefind/index/ar_1.pf_index": "index",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret")
    return folder


def ask(
    site: Path,
    path: str,
    base: str = "/archive/",
    method: str = "GET",
    builds: Builds | None = None,
) -> httpx.Response:
    async def asked() -> httpx.Response:
        app = application(builds or Builds(), site, base)
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://preview") as client:
            return await client.request(method, path)

    return asyncio.run(asked())


# What a path leads to


def test_a_file_is_served_under_the_base_path(site: Path) -> None:
    target = locate("/archive/2025/11/ab12.html", site, "/archive/")
    assert (target.status, target.file) == (200, site / "2025/11/ab12.html")


def test_a_folder_is_its_index(site: Path) -> None:
    assert locate("/archive/", site, "/archive/").file == site / "index.html"
    assert locate("/", site, "/").file == site / "index.html"


def test_a_folder_without_its_slash_is_a_redirect_to_the_encoded_address(site: Path) -> None:
    target = locate("/archive/category/سياسة", site, "/archive/")
    assert target.status == 301
    assert target.location == "/archive/category/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/"


def test_the_base_path_without_its_slash_is_a_redirect(site: Path) -> None:
    assert locate("/archive", site, "/archive/").location == "/archive/"


def test_a_base_path_may_be_percent_encoded(site: Path) -> None:
    assert locate("/أرشيف/", site, "/%D8%A3%D8%B1%D8%B4%D9%8A%D9%81/").status == 200


@pytest.mark.parametrize("path", ["/", "/index.html", "/Archive/index.html", "/archive2/"])
def test_nothing_is_served_outside_the_base_path(site: Path, path: str) -> None:
    target = locate(path, site, "/archive/")
    assert (target.status, target.file) == (404, None)


@pytest.mark.parametrize("path", ["nothing.html", "Index.html", "category/x/", "index.html/", "//"])
def test_what_is_not_there_by_that_very_name_is_the_sites_404(site: Path, path: str) -> None:
    target = locate("/archive/" + path, site, "/archive/")
    assert (target.status, target.file) == (404, site / "404.html")


@pytest.mark.parametrize(
    "path",
    ["/../secret.html", "/category/../../secret.html", "//secret.html", "/./index.html", "/a\0b"],
)
def test_no_path_leads_out_of_the_site(site: Path, path: str) -> None:
    assert locate(path, site, "/").status == 404


def test_an_absolute_path_inside_a_path_is_not_followed(site: Path) -> None:
    assert locate(f"/{site.parent}/secret.html", site, "/").status == 404


def test_links_are_not_followed_as_pages_does_not_publish_them(site: Path) -> None:
    (site / "link.html").symlink_to(site.parent / "secret.html")
    assert locate("/link.html", site, "/").status == 404


# What is answered


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("assets/search.js", "text/javascript; charset=utf-8"),
        ("assets/font.woff2", "font/woff2"),
        ("pagefind/index/ar_1.pf_index", "application/octet-stream"),
    ],
)
def test_each_file_has_its_type_and_is_never_stored(site: Path, path: str, kind: str) -> None:
    answer = ask(site, f"/archive/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_not_a_page_is_sent_as_it_is(site: Path) -> None:
    assert ask(site, "/archive/feed.xml").text == "<feed/>"


def test_a_page_gets_the_script_before_its_body_ends(site: Path) -> None:
    script = '<script src="/archive/__warraq__/preview.js" data-build=""></script>'
    assert ask(site, "/archive/").text == f"<html><body>الرئيسية{script}</BODY></html>"


def test_the_file_on_disk_stays_without_the_script(site: Path) -> None:
    before = (site / "index.html").read_bytes()
    ask(site, "/archive/")
    assert (site / "index.html").read_bytes() == before


def test_a_page_without_a_body_tag_gets_the_script_too() -> None:
    assert inject(b"<p>x", "/s.js", "7") == b'<p>x<script src="/s.js" data-build="7"></script>'


def test_a_missing_page_is_the_sites_404_page_with_its_status(site: Path) -> None:
    answer = ask(site, "/archive/nothing.html")
    assert answer.status_code == 404
    assert "مفقودة" in answer.text
    assert "preview.js" in answer.text


def test_before_the_first_good_build_there_is_a_page_that_can_show_problems(tmp_path: Path) -> None:
    answer = ask(tmp_path / "public", "/archive/")
    assert answer.status_code == 404
    assert 'dir="rtl"' in answer.text
    assert "preview.js" in answer.text


def test_outside_the_base_path_a_link_leads_back(site: Path) -> None:
    answer = ask(site, "/<b>.html")
    assert answer.status_code == 404
    assert '<a href="/archive/">' in answer.text
    assert "<b>" not in answer.text


def test_a_redirect_keeps_the_query(site: Path) -> None:
    answer = ask(site, "/archive/category?q=1")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/archive/category/?q=1"


def test_head_is_answered_as_get(site: Path) -> None:
    got, head = ask(site, "/archive/"), ask(site, "/archive/", method="HEAD")
    assert head.status_code == 200
    assert head.headers["content-length"] == got.headers["content-length"]


def test_nothing_can_be_posted(site: Path) -> None:
    assert ask(site, "/archive/", method="POST").status_code == 405


def test_the_script_itself_is_served(site: Path) -> None:
    answer = ask(site, "/archive/__warraq__/preview.js")
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "EventSource" in answer.text


# What a build comes to


def failing(error: Exception) -> Outcome:
    def build() -> None:
        raise error

    return attempt(build, "7")


def test_a_good_build_has_a_new_name_and_no_problems() -> None:
    first = attempt(lambda: None, "")
    assert first.problems == ()
    assert first.build not in ("", attempt(lambda: None, first.build).build)


def test_a_failed_build_leaves_the_last_good_one_standing() -> None:
    problem = Problem("content/a.md", 3, "wrong", "خطأ")
    assert failing(WarraqError([problem])) == Outcome("7", (problem,))


def test_an_error_that_nobody_expected_is_a_problem_too() -> None:
    (problem,) = failing(ZeroDivisionError("by zero")).problems
    assert "ZeroDivisionError: by zero" in problem.ar


def test_a_failure_without_a_reason_is_still_a_failure() -> None:
    assert failing(WarraqError([])).problems


def test_the_overlay_isolates_the_place_and_escapes_everything() -> None:
    shown = overlay([Problem("content/<i>.md", 12, "no", "عنوان <b> غير معروف")])
    assert "<bdi>content/&lt;i&gt;.md:12</bdi>" in shown
    assert "عنوان &lt;b&gt; غير معروف" in shown
    assert 'dir="rtl"' in shown


def test_the_overlay_shows_errors_before_warnings() -> None:
    shown = overlay([Problem("", 0, "", "تنبيه", "warning"), Problem("", 0, "", "خلل", "error")])
    assert shown.index("خلل") < shown.index("تنبيه")


def test_a_thousand_problems_do_not_fill_the_browser() -> None:
    shown = overlay([Problem("a.md", line, "", "خلل") for line in range(1, 1001)])
    assert shown.count("<li") == 50
    assert "950" in shown


def test_an_event_is_one_line_whatever_the_problem_says() -> None:
    lines = event(Outcome("7", (Problem("a.md", 0, "", "سطر\nوسطر\r\n"),))).splitlines()
    assert lines[1].startswith("data: ")
    assert lines[2:] == [""]
    assert json.loads(lines[1].removeprefix("data: "))["build"] == "7"


def test_a_new_listener_hears_the_latest_outcome_and_then_each_newer_one() -> None:
    async def heard() -> list[str]:
        builds = Builds()
        builds.publish(Outcome("1"))
        names = []
        async for outcome in builds.outcomes():
            names.append(outcome.build)
            if outcome.build == "1":
                builds.publish(Outcome("2"))
            else:
                builds.close()
        return names

    assert asyncio.run(heard()) == ["1", "2"]


# A real server


def test_a_taken_port_is_named_with_a_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WarraqError) as caught:
            serve(
                lambda: None,
                site=tmp_path,
                base_path="/",
                watched=(),
                port=port,
                announce=lambda _: None,
            )
    (problem,) = caught.value.problems
    assert str(port) in problem.en
    assert str(port) in problem.ar
    assert "--port" in problem.ar


FAKE_ARCHIVE = dedent("""
    import sys
    from pathlib import Path
    from warraq.errors import Problem, WarraqError
    from warraq.server import serve

    root = Path(sys.argv[1])

    def build():
        text = (root / "content" / "a.md").read_text(encoding="utf-8")
        if text == "broken":
            raise WarraqError([Problem("content/a.md", 1, "broken", "مكسور")])
        (root / "public").mkdir(exist_ok=True)
        (root / "public" / "index.html").write_text(f"<body>{text}</body>", encoding="utf-8")

    serve(
        build,
        site=root / "public",
        base_path="/archive/",
        watched=[root / "content", root / "site.yml", root / "themes" / "mine"],
        port=0,
        announce=lambda address: print(address, flush=True),
    )
    print("stopped", flush=True)
""")


class Preview:
    """A server in a process of its own, and what its browser hears."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-c", FAKE_ARCHIVE, str(root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(Path(warraq.__file__).parents[1])},
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        if not self.address:
            raise AssertionError(self.process.communicate())
        self.events: Queue[dict[str, str]] = Queue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        with httpx.stream("GET", f"{self.address}__warraq__/events", timeout=PATIENCE) as answer:
            for line in answer.iter_lines():
                if line.startswith("data: "):
                    self.events.put(json.loads(line.removeprefix("data: ")))

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".new").write_text(text, encoding="utf-8")
        path.with_suffix(".new").replace(path)

    def next_event(self) -> dict[str, str]:
        return self.events.get(timeout=PATIENCE)

    def until_shown(self, text: str) -> None:
        """Several changes may be several builds: wait for the one that shows this."""
        while text not in httpx.get(self.address, timeout=PATIENCE).text:
            self.next_event()

    def interrupt(self) -> tuple[int, str, str]:
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, err

    def stop(self) -> None:
        if self.process.returncode is None:
            self.interrupt()
        self._listener.join(PATIENCE)


@pytest.mark.browser
def test_a_preview_says_that_nothing_of_it_is_kept_and_asks_for_no_worker(
    browser: Any, tmp_path: Path
) -> None:
    archive = Archive(tmp_path)
    archive.write("site.yml", "title: أرشيف")
    archive.build(with_search=True)
    app = application(Builds(), archive.public, "/")
    settings = uvicorn.Config(
        app, port=0, lifespan="off", log_level="error", timeout_graceful_shutdown=1
    )
    running = uvicorn.Server(settings)
    with settings.bind_socket() as listener:
        thread = threading.Thread(target=running.run, args=([listener],))
        thread.start()
        try:
            with page_without_errors(browser) as page:
                page.goto(f"http://127.0.0.1:{listener.getsockname()[1]}/offline.html")
                page.locator("#problem").filter(has_text="هذه معاينة الموقع").wait_for()
        finally:
            running.should_exit = True
            thread.join(PATIENCE)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    if sys.platform == "win32":
        pytest.skip("SIGINT cannot be sent to a single process there")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").write_text("أول", encoding="utf-8")
    (tmp_path / "site.yml").write_text("title: x")
    running = Preview(tmp_path)
    yield running
    running.stop()


def test_from_a_change_to_a_reload_and_from_a_mistake_to_its_overlay(preview: Preview) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/archive/", preview.address)
    first = preview.next_event()
    assert first["overlay"] == ""
    assert f'أول<script src="/archive/__warraq__/preview.js" data-build="{first["build"]}">' in (
        httpx.get(preview.address, timeout=PATIENCE).text
    )
    head = httpx.head(preview.address, timeout=PATIENCE)
    assert (head.status_code, head.content) == (200, b"")

    preview.write("content/a.md", "ثان")
    preview.until_shown("ثان")

    preview.write("content/a.md", "broken")
    broken = preview.next_event()
    while not broken["overlay"]:
        broken = preview.next_event()
    assert "<bdi>content/a.md:1</bdi>" in broken["overlay"]
    assert "ثان" in httpx.get(preview.address, timeout=PATIENCE).text

    preview.write("content/a.md", "ثالث")
    preview.until_shown("ثالث")

    assert preview.interrupt() == (0, "stopped\n", "")


def test_settings_and_a_theme_that_appears_later_are_watched_too(preview: Preview) -> None:
    last = preview.next_event()["build"]
    for name in ("site.yml", "site.yml", "themes/mine/base.html", "themes/mine/base.html"):
        preview.write(name, "changed")
        heard = preview.next_event()
        while heard["build"] == last:
            heard = preview.next_event()
        last = heard["build"]
