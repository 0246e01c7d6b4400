"""`warraq pack`: zips that open anywhere."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import Archive
from warraq import config
from warraq.check import check
from warraq.errors import WarraqError
from warraq.packing import zips
from warraq.packing.copies import Packed
from warraq.packing.zips import divide, pack

Site = Callable[[str], Archive]

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

YEARS = """
    -- content/articles/a.md --
    ---
    id: moon69
    title: "الإنسان يمشي على القمر"
    date: 1969-07-21
    tags: [الفضاء]
    ---

    هبطت المركبة على سطح القمر.
    -- content/articles/b.md --
    ---
    id: dam70
    title: "اكتمال السد"
    date: 1970-07-21
    tags: [الفضاء]
    ---

    اكتمل بناء السد.
    -- content/articles/c.md --
    ---
    id: nodate
    title: "خبر بلا تاريخ"
    ---

    نص.
"""


def packed(archive: Archive, folder: Path) -> Packed:
    return pack(config.load(archive.root / "site.yml"), folder)


def test_a_zip_holds_the_start_page_and_the_site_without_what_servers_need(
    site: Site, tmp_path: Path
) -> None:
    archive = site(YEARS).build(with_search=True)
    done = packed(archive, tmp_path / "zips")
    (path,) = done.copies
    with zipfile.ZipFile(path) as opened:
        assert opened.testzip() is None
        names = opened.namelist()
    top = path.stem
    assert names[0] == f"{top}/START.html"
    assert f"{top}/site/1969/07/moon69.html" in names
    assert f"{top}/site/pagefind-file/core.js" in names
    assert not [name for name in names if "/pagefind/" in name or name.endswith(".nojekyll")]
    assert done.files == len(names) - 1
    assert done.size == path.stat().st_size


def test_no_link_of_an_unpacked_site_leads_nowhere(site: Site, tmp_path: Path) -> None:
    (path,) = packed(site(YEARS).build(with_search=True), tmp_path / "zips").copies
    with zipfile.ZipFile(path) as opened:
        opened.extractall(tmp_path / "unpacked")
    assert check(tmp_path / "unpacked" / path.stem / "site") == ()


def test_names_in_arabic_are_marked_as_such(site: Site, tmp_path: Path) -> None:
    (path,) = packed(site(YEARS).build(), tmp_path / "zips").copies
    with zipfile.ZipFile(path) as opened:
        marked = {entry.filename: bool(entry.flag_bits & 0x800) for entry in opened.infolist()}
    assert any(marked.values())
    assert all(flag == (not name.isascii()) for name, flag in marked.items())


def test_the_same_site_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    archive = site(YEARS).build()
    one = packed(archive, tmp_path / "one").copies[0].read_bytes()
    for file in archive.public.rglob("*"):
        os.utime(file, (1, 1))
    assert packed(archive, tmp_path / "two").copies[0].read_bytes() == one


def test_a_large_archive_is_cut_between_years_and_comes_together_again(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = site(YEARS).build()
    (whole,) = packed(archive, tmp_path / "whole").copies
    monkeypatch.setattr(zips, "ZIP_FILES", 4)
    parts = packed(archive, tmp_path / "parts").copies
    assert [path.name.removeprefix(whole.stem) for path in parts] == [
        ".zip",
        "-1969.zip",
        "-1970.zip",
        "-undated.zip",
    ]
    for path in (whole, *parts):
        with zipfile.ZipFile(path) as opened:
            opened.extractall(tmp_path / f"un{path.parent.name}")
    tops = [tmp_path / name / whole.stem / "site" for name in ("unwhole", "unparts")]
    trees = [sorted(p.relative_to(top) for p in top.rglob("*")) for top in tops]
    assert trees[0] == trees[1]
    start = (tops[1].parent / "START.html").read_text(encoding="utf-8")
    assert "هذه النسخة 4 حزم" in start
    assert parts[1].name in start
    assert '<a href="site/undated/index.html">بلا تاريخ</a>' in start


@pytest.mark.parametrize(
    ("files", "size", "wanted"),
    [
        (99, 99, [""]),
        (3, 99, ["", "2001-2002", "2003"]),
        (99, 25, ["", "2001", "2002-2003"]),
        (1, 1, ["", "2001", "2002", "2003"]),
    ],
)
def test_as_few_parts_as_the_limits_allow(files: int, size: int, wanted: list[str]) -> None:
    sizes = {"index.html": 1, "2001/a.html": 10, "2001/b.html": 9, "2002/a.html": 10}
    sizes |= {"2003/a.html": 5}
    parts = divide(sizes, files_at_most=files, bytes_at_most=size)
    assert [part.name for part in parts] == wanted
    assert sorted(path for part in parts for path in part.paths) == sorted(sizes)


def test_a_full_disk_leaves_nothing_half_done_and_is_explained(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = site(YEARS).build()
    before = packed(archive, tmp_path / "zips").copies[0].read_bytes()

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(WarraqError) as caught:
        packed(archive, tmp_path / "zips")
    assert "No space left" in caught.value.problems[0].en
    (left,) = (tmp_path / "zips").iterdir()
    assert left.read_bytes() == before


def test_a_site_that_is_not_built_is_not_packed(site: Site, tmp_path: Path) -> None:
    with pytest.raises(WarraqError) as caught:
        packed(site(""), tmp_path / "zips")
    assert "warraq build" in caught.value.problems[0].en


@pytest.mark.browser
def test_an_unpacked_zip_is_opened_by_its_start_page_and_searched(
    site: Site, tmp_path: Path, browser: Any
) -> None:
    (path,) = packed(site(YEARS).build(with_search=True), tmp_path / "zips").copies
    with zipfile.ZipFile(path) as opened:
        opened.extractall(tmp_path / "حزمة مفتوحة")
    tab = browser.new_page()
    tab.goto((tmp_path / "حزمة مفتوحة" / path.stem / "START.html").as_uri())
    assert tab.locator("#packed").is_hidden()
    tab.get_by_role("link", name="افتح الأرشيف").click()
    tab.fill("input[type=search]", "القمر")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".list mark")
    tab.click(".list a")
    assert tab.locator("h1").inner_text() == "الإنسان يمشي على القمر"
    tab.close()


@pytest.mark.browser
def test_a_start_page_opened_inside_the_zip_says_that_it_must_be_unpacked(
    site: Site, tmp_path: Path, browser: Any
) -> None:
    (path,) = packed(site(YEARS).build(), tmp_path / "zips").copies
    with zipfile.ZipFile(path) as opened:
        opened.extract(f"{path.stem}/START.html", tmp_path / "viewer")
    tab = browser.new_page()
    tab.goto((tmp_path / "viewer" / path.stem / "START.html").as_uri())
    tab.locator("#packed").wait_for()
    assert "استخرج الحزمة كلها" in tab.locator("#packed").inner_text()
    tab.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("whole", [True, False])
def test_axe_finds_nothing_to_complain_of_on_the_start_page(
    site: Site,
    tmp_path: Path,
    browser: Any,
    monkeypatch: pytest.MonkeyPatch,
    *,
    scheme: str,
    width: int,
    whole: bool,
) -> None:
    monkeypatch.setattr(zips, "ZIP_FILES", 4)  # so that it names its parts
    for path in packed(site(YEARS).build(with_search=True), tmp_path / "zips").copies:
        with zipfile.ZipFile(path) as opened:
            opened.extractall(tmp_path)
    (start,) = tmp_path.glob("*/START.html")
    if not whole:
        start = start.rename(tmp_path / "zips" / "START.html")
    size = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="ar")
    page = context.new_page()
    page.goto(start.as_uri())
    assert page.locator("#packed").is_visible() == (not whole)
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
