"""Pictures and other files of articles: which of them the site holds, how pages show them."""

import io
import os
import struct
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Archive
from warraq import config, media
from warraq.check import check
from warraq.media.dimensions import UNKNOWN, dimensions
from warraq.model import Claim, year_of
from warraq.offline import PACK_BYTES, packs
from warraq.packing.zips import divide

Site = Callable[[str], Archive]

BRIDGE = """
    -- content/articles/2011/01/aaa.md --
    ---
    id: aaa
    title: "افتتاح جسر على النهر"
    date: 2011-01-25
    images:
      - src: bridge.png
        caption: الجسر يوم افتتاحه
        alt: جسر من حجر
    ---

    افتُتح الجسر. وفي [تقرير البلدية](/media/report.pdf#page=2) تفاصيل بنائه.

    ![الجسر من بعيد](../../../media/%D8%AC%D8%B3%D8%B1.png)
"""
ARTICLE = "content/articles/2011/01/aaa.md"
PAGE = "2011/01/aaa.html"


def png(width: int, height: int, more: bytes = b"") -> bytes:
    """The head of a picture, which is all that is looked at."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + more


def with_files(site: Site, text: str = BRIDGE) -> Archive:
    archive = site(text)
    archive.write("content/articles/2011/01/bridge.png", png(900, 600))
    archive.write("content/media/جسر.png", png(300, 500))
    archive.write("content/media/report.pdf", b"%PDF-")
    return archive


def naming(address: str) -> str:
    """An article whose text shows a picture of this address."""
    return f"""
    -- content/articles/2011/01/aaa.md --
    ---
    id: aaa
    title: "افتتاح جسر على النهر"
    date: 2011-01-25
    ---

    افتُتح الجسر.

    ![جسر من حجر](<{address}>)
"""


def warnings(archive: Archive) -> list[tuple[str, int, str]]:
    assert archive.report
    assert {problem.severity for problem in archive.report.problems} <= {"warning"}
    return [(problem.file, problem.line, problem.en) for problem in archive.report.problems]


def article(archive: Archive) -> str:
    return (archive.root / ARTICLE).read_text(encoding="utf-8")


def written(archive: Archive) -> int:
    assert archive.report
    return archive.report.written


def media_of(archive: Archive) -> set[str]:
    return {path for path in archive.tree() if path.startswith("files/")}


def test_a_picture_beside_an_article_is_shown_with_its_width_and_height(site: Site) -> None:
    archive = with_files(site).build()
    assert archive.tree()["files/articles/2011/01/bridge.png"] == png(900, 600)
    assert (
        '<img src="../../files/articles/2011/01/bridge.png" alt="جسر من حجر" '
        'width="900" height="600">'
    ) in archive.page(PAGE)
    assert warnings(archive) == []


def test_a_text_shows_and_links_to_files_of_folders_that_several_articles_share(site: Site) -> None:
    page = with_files(site).build().page(PAGE)
    assert '<a href="../../files/media/report.pdf#page=2">تقرير البلدية</a>' in page
    assert 'src="../../files/media/%D8%AC%D8%B3%D8%B1.png"' in page
    assert 'loading="lazy" width="300" height="500"' in page


def test_machines_are_told_where_the_pictures_are(site: Site) -> None:
    archive = with_files(site)
    archive.write("site.yml", "title: أ\nbase_url: https://example.org/archive/\n")
    page = archive.build().page(PAGE)
    first = "https://example.org/archive/files/articles/2011/01/bridge.png"
    assert f'<meta property="og:image" content="{first}">' in page
    assert f'"image": ["{first}", "https://example.org/archive/files/media/' in page
    assert "report.pdf" not in page[: page.index("<article")]
    assert check(archive.public, base_path="/archive/") == ()


def test_only_what_a_published_article_names_is_in_the_site(site: Site) -> None:
    archive = with_files(site)
    archive.write("content/media/other.png", png(1, 1))
    assert media_of(archive.build()) == {
        "files/articles/2011/01/bridge.png",
        "files/media/جسر.png",
        "files/media/report.pdf",
    }
    published = article(archive)
    for line in ("draft: true", "withdrawn: بطلب من صاحبه"):
        archive.write(ARTICLE, published.replace("id: aaa", f"id: aaa\n{line}"))
        assert media_of(archive.build()) == set()


def test_no_article_is_published_because_another_links_to_its_file(site: Site) -> None:
    archive = site(naming("b.md"))
    archive.write("content/articles/2011/01/b.md", "---\nid: bbb\ntitle: مسودة\ndraft: true\n---\n")
    assert media_of(archive.build()) == set()


@pytest.mark.parametrize("address", ["../../../../secret.png", "link.png", "linked/secret.png"])
def test_nothing_outside_of_content_is_published_whatever_leads_there(
    site: Site, address: str
) -> None:
    archive = site(naming(address))
    archive.write("secret.png", png(1, 1))
    archive.write("content/articles/2011/01/note.txt", "جار")
    folder = archive.root / "content" / "articles" / "2011" / "01"
    (folder / "link.png").symlink_to(archive.root / "secret.png")
    (folder / "linked").symlink_to(archive.root)
    archive.build()
    assert media_of(archive) == set()
    ((_, line, said),) = warnings(archive)
    assert line == 9
    assert f"`{address}`, which lies outside of content/" in said


def test_a_link_inside_of_content_is_followed(site: Site) -> None:
    archive = site(naming("link.png"))
    archive.write("content/media/a.png", png(1, 1))
    (archive.root / "content/articles/2011/01/link.png").symlink_to("../../../media/a.png")
    assert archive.build().tree()["files/articles/2011/01/link.png"] == png(1, 1)


def test_a_file_that_is_not_there_is_named_with_its_line_and_place(site: Site) -> None:
    archive = with_files(site)
    archive.delete("content/articles/2011/01/bridge.png")
    archive.delete("content/media/report.pdf")
    archive.build()
    assert [(file, line) for file, line, _ in warnings(archive)] == [(ARTICLE, 6), (ARTICLE, 11)]
    said = "`bridge.png`, which is not there: it was looked for as `content/articles/2011/01/bridge"
    assert said in warnings(archive)[0][2]
    assert "looked for as `content/media/report.pdf`" in warnings(archive)[1][2]


def test_in_place_of_a_picture_that_is_not_there_stand_its_words(site: Site) -> None:
    archive = with_files(site)
    archive.delete("content/articles/2011/01/bridge.png")
    archive.delete("content/media/جسر.png")
    page = archive.build().page(PAGE)
    assert "<img" not in page
    assert '<span class="lost">الجسر من بعيد</span>' in page
    lost = page[page.index('<figure class="lost">') : page.index("</figure>")]
    assert "الجسر يوم افتتاحه" in lost
    assert "جسر من حجر" in lost
    assert check(archive.public) == ()


def test_a_lost_picture_without_words_leaves_no_frame(site: Site) -> None:
    archive = site(BRIDGE.replace("caption: الجسر يوم افتتاحه", "").replace("alt: جسر من حجر", ""))
    assert "<figure" not in archive.build().page(PAGE)


def test_links_to_pages_of_the_site_are_left_to_check(site: Site) -> None:
    archive = site(naming("a.png").replace("![جسر من حجر](<a.png>)", "[السنة](../index.html)"))
    assert 'href="../index.html"' in archive.build().page(PAGE)
    assert warnings(archive) == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("a b.png", "a b.png"),
        ("a%20b.png", "a b.png"),
        ("A.PNG", "a.png"),
        ("a.png?w=300", "a.png"),
        ("sub/a.png", "sub/a.png"),
        ("./a.png", "a.png"),
        ("100%25.png", "100%.png"),
        ("a%20b.png", "a%20b.png"),
        ("لُؤلؤ.png", unicodedata.normalize("NFD", "لُؤلؤ.png")),
    ],
)
def test_a_file_is_found_as_a_reader_would_find_it(site: Site, address: str, name: str) -> None:
    archive = site(naming(address))
    archive.write(f"content/articles/2011/01/{name}", png(4, 3))
    composed = unicodedata.normalize("NFC", name)
    assert media_of(archive.build()) == {f"files/articles/2011/01/{composed}"}
    assert check(archive.public) == ()


def test_files_are_read_and_copied_once_and_then_looked_at(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = with_files(site).build()
    copy = archive.public / "files/articles/2011/01/bridge.png"
    before = copy.stat().st_ino
    monkeypatch.setattr(media, "_read", lambda *_: pytest.fail("opened again"))
    archive.build()
    assert written(archive) == 0
    assert copy.stat().st_ino == before


def test_a_file_that_changes_is_copied_anew_and_its_page_told_how_wide_it_is(site: Site) -> None:
    archive = with_files(site).build()
    archive.write("content/articles/2011/01/bridge.png", png(900, 600, b"sharper"))
    archive.build()
    assert written(archive) == 1
    assert archive.tree()["files/articles/2011/01/bridge.png"].endswith(b"sharper")
    archive.write("content/articles/2011/01/bridge.png", png(400, 600))
    archive.build()
    assert written(archive) == 2
    assert 'width="400"' in archive.page(PAGE)


def test_a_file_that_goes_or_is_named_no_more_leaves_the_site(site: Site) -> None:
    archive = with_files(site).build()
    archive.delete("content/articles/2011/01/bridge.png")
    archive.write(
        ARTICLE, article(archive).replace("[تقرير البلدية](/media/report.pdf#page=2)", "")
    )
    assert media_of(archive.build()) == {"files/media/جسر.png"}


def test_a_site_with_files_is_the_same_however_it_was_made(site: Site) -> None:
    archive = with_files(site).build()
    archive.delete("content/media/report.pdf")
    archive.write("content/articles/2011/01/bridge.png", png(2, 3))
    stepwise = archive.build().tree()
    os.utime(archive.root / "content/articles/2011/01/bridge.png", (1, 1))
    assert archive.build(fresh=True).tree() == stepwise
    assert archive.build(fresh=True, workers=2).tree() == stepwise


def test_a_file_that_may_not_be_read_is_named_and_stops_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, _: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(media, "_read", refused)
    archive = with_files(site).build()
    assert all("Permission denied" in said for _, _, said in warnings(archive))
    assert media_of(archive) == set()


def test_an_archive_may_keep_its_content_under_another_name(site: Site) -> None:
    archive = site(naming("/bilder/a.png").replace("content/", "texts/"))
    archive.write("site.yml", "title: أ\ncontent: texts\n")
    archive.write("texts/bilder/a.png", png(1, 1))
    assert config.load(archive.root / "site.yml").content.name == "texts"
    assert media_of(archive.build()) == {"files/bilder/a.png"}


@pytest.mark.parametrize(
    ("path", "year"),
    [
        ("files/articles/2011/01/a.png", "2011"),
        ("files/articles/undated/aa/a.png", "undated"),
        ("files/media/uploads/2011/10/a.png", "2011"),
        ("files/media/a.png", ""),
        ("files/media/2011.png", ""),
        ("tag/2011/index.html", ""),
    ],
)
def test_files_go_where_the_year_of_their_folder_goes(path: str, year: str) -> None:
    assert year_of(path) == year
    sizes = {"index.html": 1, "2001/a.html": 1, path: 1}
    parts = divide(sizes, files_at_most=1, bytes_at_most=9)
    assert [part.first for part in parts if path in part.paths] == [year]


def test_readers_keep_the_pictures_of_a_year_but_no_recordings_and_nothing_huge() -> None:
    sizes = {
        "2011/01/aaa.html": 10,
        "files/articles/2011/01/a.PNG": 10,
        "files/articles/2011/01/film.mp4": 10,
        "files/articles/2011/01/huge.jpg": PACK_BYTES + 1,
        "files/media/logo.svg": 10,
    }
    kept = packs({path: Claim(path, size) for path, size in sizes.items()})
    assert {pack.group: set(pack.members) for pack in kept} == {
        "2011": {"2011/01/aaa.html", "files/articles/2011/01/a.PNG"},
        "lists": {"files/media/logo.svg"},
    }


EXIF = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
FRAME = b"\xff\xc2\0\x11\x08\x02\x58\x03\x84\x03"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(900, 600), (900, 600)),
        (b"GIF89a\x84\x03\x58\x02", (900, 600)),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x84\x03\x58\x02", (900, 600)),
        (b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (899 | 599 << 14).to_bytes(4, "little"), (900, 600)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x83\x03\0\x57\x02\0", (900, 600)),
        (b"\xff\xd8\xff\xe0\0\x04ab" + FRAME, (900, 600)),
        (b"\xff\xd8\xff\xe1\0\x22" + EXIF + FRAME, (600, 900)),
        (b'<?xml version="1.0"?><svg width="900" height=\'600px\'/>', (900, 600)),
        (b'<svg viewBox="0 0 90.2 60" width="100%"/>', (90, 60)),
        (b"<svg/>", UNKNOWN),
        (b"%PDF-1.7", UNKNOWN),
        (b"\x89PNG\r\n", UNKNOWN),
        (b"\xff\xd8\xff", UNKNOWN),
        (b"\xff\xd8\xff\xe0\0\0", UNKNOWN),
        (b"", UNKNOWN),
    ],
)
def test_how_wide_and_high_a_picture_is_stands_in_its_first_bytes(
    data: bytes, size: tuple[int, int]
) -> None:
    assert dimensions(io.BytesIO(data)) == size
