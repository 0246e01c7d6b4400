"""`warraq pack --zim`: one file for the readers of Kiwix, read back by libzim and by a browser."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from conftest import TODAY, Archive
from warraq import config
from warraq.build import library_of
from warraq.check import check
from warraq.errors import WarraqError
from warraq.packing import zim
from warraq.packing.copies import Packed
from warraq.workers import SerialExecutor

reader = pytest.importorskip("libzim.reader", reason="libzim is not installed (the extra `zim`)")

SITE = """\
title: دفتر التجربة
description: أرشيف صغير لتجربة ملفات زيم
country: EG
rights: نصوص كُتبت للتجربة
base_url: https://example.org/archive/
"""
MOON = """\
---
id: moon69
title: "الإنسان يمشي على القمر"
date: 1969-07-21
tags: [الفضاء]
---

هبطت المركبة على سطح القمر، وتابعت المدينة الخبر بالمذياع.
"""
DAM = """\
---
id: dam70
title: "اكتمال السد العالي"
date: 1970-07-21
tags: [الفضاء]
---

اكتمل بناء السد في أسوان، وهي مدينة على النيل.
"""
GONE = """\
---
id: gone71
title: "خبر مسحوب عن الزرافة"
date: 1971-01-01
withdrawn:
  date: 1972-01-01
  reason: طلب من صاحبه
---

نص فيه زرافة.
"""
DRAFT = """\
---
id: draft1
title: "مسودة عن الكركدن"
draft: true
---

نص فيه كركدن.
"""


def site_in(folder: Path) -> Archive:
    archive = Archive(folder)
    archive.write("site.yml", SITE)
    for name, text in {"moon": MOON, "dam": DAM, "gone": GONE, "draft": DRAFT}.items():
        archive.write(f"content/articles/{name}.md", text)
    return archive


def packed(archive: Archive, folder: Path) -> Packed:
    settings = config.load(archive.root / "site.yml")
    with SerialExecutor() as crew:
        articles = library_of(settings, crew).articles
    return zim.pack_zim(settings, articles, folder, today=TODAY)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return site_in(tmp_path_factory.mktemp("دفتر") / "notebook").build(with_search=True)


@pytest.fixture(scope="module")
def made(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = packed(archive, tmp_path_factory.mktemp("out")).copies
    assert path.name == "notebook.zim"
    return path


@pytest.fixture(scope="module")
def opened(made: Path) -> Any:
    return reader.Archive(made)


def found(opened: Any, query: str) -> set[str]:
    from libzim.search import Query, Searcher

    return set(Searcher(opened).search(Query().set_query(query)).getResults(0, 50))


def suggested(opened: Any, text: str) -> set[str]:
    from libzim.suggestion import SuggestionSearcher

    return set(SuggestionSearcher(opened).suggest(text).getResults(0, 50))


MOON_PAGE, DAM_PAGE = "1969/07/moon69.html", "1970/07/dam70.html"


def test_a_zim_is_whole_and_opens_at_the_front_page(opened: Any) -> None:
    assert opened.check()
    assert opened.main_entry.get_item().path == "index.html"
    assert opened.has_fulltext_index
    assert opened.has_title_index


def test_a_zim_says_what_it_is(opened: Any, archive: Archive) -> None:
    wanted = {
        "Title": "دفتر التجربة",
        "Description": "أرشيف صغير لتجربة ملفات زيم",
        "Language": "ara",
        "Creator": "دفتر التجربة",
        "Publisher": "دفتر التجربة",
        "Date": TODAY.isoformat(),
        "Name": "notebook_ar_all",
        "License": "نصوص كُتبت للتجربة",
        "Source": "https://example.org/archive/",
    }
    assert {name: opened.get_metadata(name).decode() for name in wanted} == wanted
    pages = len(list(archive.public.rglob("*.html"))) - len(["404.html", "unsaved.html"])
    assert f"text/html={pages}" in opened.get_metadata("Counter").decode()
    icon = archive.public / "assets" / "icon-48.png"
    assert bytes(opened.get_illustration_item(48).content) == icon.read_bytes()


def test_a_theme_may_have_no_icon(tmp_path: Path) -> None:
    archive = site_in(tmp_path).build()
    (archive.public / "assets" / "icon-48.png").unlink()
    opened = reader.Archive(packed(archive, tmp_path / "out").copies[0])
    assert opened.check()
    assert not opened.has_illustration(48)


def test_long_titles_are_cut_for_libraries_of_zims_and_told_whole(tmp_path: Path) -> None:
    archive = site_in(tmp_path)
    about = "نصوص من صحف كثيرة جُمعت في سنوات طويلة " * 3
    archive.write(
        "site.yml", f"title: {'دفتر الأيام والشهور والسنين والعقود'}\ndescription: {about}\n"
    )
    opened = reader.Archive(packed(archive.build(), tmp_path / "out").copies[0])
    title, short, whole = (
        opened.get_metadata(name).decode() for name in ("Title", "Description", "LongDescription")
    )
    assert len(title) <= 30
    assert len(short) <= 80
    assert title.endswith("…")
    assert short.endswith("…")
    assert whole == about.strip()


def test_a_zim_holds_the_site_byte_by_byte_without_what_servers_need(
    opened: Any, archive: Archive
) -> None:
    tree = archive.tree()
    left_out = {path for path in tree if not opened.has_entry_by_path(path)}
    named = {"sw.js", "unsaved.html", "app.webmanifest", "404.html", "robots.txt", ".nojekyll"}
    folders = ("offline/", "pagefind-file/", "sitemap")
    assert {path for path in left_out if not path.startswith(folders)} == named
    for path in set(tree) - left_out - {"assets/offline.js"}:
        assert bytes(opened.get_entry_by_path(path).get_item().content) == tree[path], path


def test_no_link_in_a_zim_leads_nowhere(opened: Any, archive: Archive, tmp_path: Path) -> None:
    for path in filter(opened.has_entry_by_path, archive.tree()):
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(bytes(opened.get_entry_by_path(path).get_item().content))
    assert check(tmp_path) == ()


def test_its_index_knows_articles_and_no_menus(opened: Any) -> None:
    assert found(opened, "القمر") == {MOON_PAGE}
    for menu in ("التصنيفات", "الوسوم", "التواريخ", "بلا اتصال", "الفضاء"):
        assert found(opened, menu) == set(), menu


def test_its_index_knows_arabic_forms(opened: Any) -> None:
    for form in ("المدينة", "مدينة", "بالمدينة", "مدينه"):
        assert found(opened, form) == {MOON_PAGE, DAM_PAGE}, form
    assert found(opened, "اسوان") == {DAM_PAGE}


def test_what_is_withdrawn_or_a_draft_is_not_found(opened: Any) -> None:
    assert found(opened, "زرافة") == found(opened, "الكركدن") == set()
    assert suggested(opened, "الزرافة") == suggested(opened, "الكركدن") == set()
    page = bytes(opened.get_entry_by_path("1971/01/gone71.html").get_item().content).decode()
    assert "نص فيه" not in page


def test_titles_of_articles_are_suggested_and_no_others(opened: Any) -> None:
    assert suggested(opened, "السد") == {DAM_PAGE}
    assert suggested(opened, "الإنس") == {MOON_PAGE}
    for other in ("الوسوم", "البحث", "index", "الفضاء"):
        assert suggested(opened, other) == set(), other
    assert opened.article_count == 2


def test_a_machine_without_libzim_is_told_what_to_install(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zim, "find_spec", lambda _name: None)
    with pytest.raises(WarraqError) as caught:
        packed(archive, tmp_path / "out")
    (problem,) = caught.value.problems
    assert "pip install 'warraq[zim]'" in problem.en
    assert "pip install 'warraq[zim]'" in problem.ar
    assert not (tmp_path / "out").exists()


def test_nothing_else_needs_libzim(archive: Archive) -> None:
    code = (
        "import sys; sys.modules['libzim'] = None;"
        "from warraq.cli import main; main(['pack', '--to', 'zips'])"
    )
    done = run(archive, sys.executable, "-c", code)
    assert done.returncode == 0, done.stderr
    assert "notebook.zip" in done.stdout


def test_a_full_disk_leaves_nothing_half_done_and_is_explained(archive: Archive) -> None:
    """A real limit of the system on the size of files, met by libzim in a thread of its own."""
    command = f"ulimit -f 60; exec {sys.executable} -m warraq pack --zim --to full"
    done = run(archive, "sh", "-c", command)
    assert done.returncode == 2
    assert "The copy was not finished" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((archive.root / "full").iterdir()) == []


def test_one_that_is_stopped_leaves_the_earlier_one(archive: Archive, tmp_path: Path) -> None:
    (path,) = packed(archive, tmp_path / "out").copies
    before = path.read_bytes()

    def stop(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    settings = config.load(archive.root / "site.yml")
    with pytest.raises(KeyboardInterrupt):
        zim.pack_zim(settings, (), path.parent, today=TODAY, progress=stop)
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == before


def test_libzim_does_not_talk_in_between(archive: Archive) -> None:
    done = run(archive, sys.executable, "-m", "warraq", "pack", "--zim", "--to", "quiet")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    assert line.endswith(": notebook.zim")
    assert done.stderr == ""


def run(archive: Archive, *command: str) -> "subprocess.CompletedProcess[str]":
    path = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": path, "WARRAQ_LANG": "en"}
    return subprocess.run(
        command, cwd=archive.root, env=environment, capture_output=True, text=True, check=False
    )


def test_a_site_that_is_not_built_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(WarraqError) as caught:
        packed(site_in(tmp_path), tmp_path / "out")
    assert "warraq build" in caught.value.problems[0].en


def test_an_article_without_a_page_is_not_promised(tmp_path: Path) -> None:
    archive = site_in(tmp_path).build()
    archive.write("content/articles/new.md", '---\nid: new\ntitle: "جديد"\n---\n\nنص.\n')
    opened = reader.Archive(packed(archive, tmp_path / "out").copies[0])
    assert opened.article_count == 2
    assert suggested(opened, "جديد") == set()


# In a browser, from Kiwix's own server


@contextmanager
def kiwix(made: Path) -> Iterator[str]:
    """Kiwix's server with this one file; gives the address of its front page's folder."""
    program = shutil.which("kiwix-serve")
    if program is None:
        pytest.skip("no kiwix-serve on this machine; Debian has it in kiwix-tools")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "--address", "127.0.0.1", "--port", str(port), str(made)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            yield _address(f"http://127.0.0.1:{port}", made.stem)
        finally:
            server.terminate()


def _address(root: str, name: str) -> str:
    """Newer ones have their content in a folder of that name."""
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        for base in (f"{root}/content/{name}/", f"{root}/{name}/"):
            with suppress(httpx.TransportError):
                if httpx.get(base + "index.html").status_code == 200:
                    return base
        time.sleep(0.1)
    message = "kiwix-serve does not answer"
    raise AssertionError(message)


@pytest.mark.browser
def test_kiwix_shows_the_site_and_its_own_search_works_there(browser: Any, made: Path) -> None:
    complaints: list[str] = []
    context = browser.new_context(locale="ar")
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("response", lambda r: complaints.append(r.url) if r.status >= 400 else None)
    with kiwix(made) as address:
        page.goto(address + "index.html")
        page.fill("main input[type=search]", "بالقمر")
        page.keyboard.press("Enter")
        page.wait_for_selector(".list mark")
        page.click(".list a")
        page.wait_for_selector("article h1")
        assert page.locator("article h1").inner_text() == "الإنسان يمشي على القمر"
        assert page.url == address + MOON_PAGE
        page.get_by_role("link", name="الوسوم").first.click()
        page.get_by_role("link", name="الفضاء").first.click()
        assert unquote(page.url).startswith(address + "tag/الفضاء")
        assert page.locator("main h1").inner_text() == "الفضاء"
        page.get_by_role("link", name="القراءة بلا اتصال").click()
        page.locator("#problem").filter(has_text="تُقرأ بلا اتصال أصلًا").wait_for()
        workers = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
        assert page.evaluate(workers) == 0
    context.close()
    assert complaints == []


@pytest.mark.browser
def test_kiwix_shows_text_beside_its_results_and_no_menus(made: Path) -> None:
    with kiwix(made) as address:
        asked = {"content": made.stem, "pattern": "القمر"}
        answer = httpx.get(httpx.URL(address).join("/search"), params=asked).text
    (shown,) = re.findall("<cite>(.*?)</cite>", answer, re.DOTALL)
    assert re.sub("<.*?>", "", shown).strip(". \n") == MOON.rpartition("---")[2].strip(". \n")
