"""Pictures beside the texts of an inbox: what an article takes along, what is said of the rest."""

import struct
import unicodedata
from typing import Any

import pytest

from conftest import Archive, zipped
from test_import_kinds import BELL, KILN, WELL, Inbox
from warraq.importer import album

PICTURE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 90, 60) + bytes(album.SMALL)
OTHER = PICTURE + b"\1"


@pytest.fixture
def inbox(tmp_path: Any) -> Inbox:
    archive = Archive(tmp_path)
    archive.write("site.yml", "title: دفتر القرية\n")
    (tmp_path / "content" / "inbox").mkdir(parents=True)
    return Inbox(archive)


def note(body: str, head: str = "") -> str:
    return f"---\ntitle: البئر القديمة\ndate: 2011-01-25\n{head}---\n\n{WELL}\n\n{body}\n"


def page(inner: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>الفرن</title>{head}'
        f"</head><body><article><h1>الفرن يوقد من جديد</h1>{inner}<p>{KILN}</p><p>{WELL}</p>"
        f"<p>{BELL}</p></article></body></html>"
    )


def images(inbox: Inbox, name: str) -> list[dict[str, str]]:
    found: Any = inbox.article(name).values.get("images", [])
    return list(found)


def doubts(inbox: Inbox, name: str) -> list[str]:
    found: Any = inbox.records()[name].get("doubts", [])
    return list(found)


def media(inbox: Inbox) -> dict[str, bytes]:
    """The files in content/media, by address."""
    folder = inbox.root / "content"
    return {
        f"/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in (folder / "media").rglob("*")
        if path.is_file()
    }


def test_pictures_of_a_note_go_with_it_and_its_addresses_follow(inbox: Inbox) -> None:
    inbox.save("a.md", note("![باب البئر](img/b%20c.png)", "images:\n  - src: d.png\n"))
    inbox.save("img/b c.png", PICTURE)
    inbox.save("d.png", OTHER)
    inbox.run()
    (shown,) = (one for one, data in media(inbox).items() if data == PICTURE)
    (above,) = (one for one, data in media(inbox).items() if data == OTHER)
    assert shown.startswith("/media/2011/01/")
    assert f"![باب البئر]({shown})" in inbox.body("a.md")
    assert images(inbox, "a.md") == [{"src": above}]
    assert doubts(inbox, "a.md") == []


def test_an_article_with_its_pictures_is_a_whole_site(inbox: Inbox) -> None:
    inbox.save("a.md", note("![باب البئر](b.png)"))
    inbox.save("b.png", PICTURE)
    inbox.archive.build()
    assert inbox.archive.report
    assert inbox.archive.report.problems == ()
    (path,) = (path for path in inbox.archive.tree() if path.startswith("files/"))
    assert path.startswith("files/media/2011/01/")


def test_pictures_that_went_with_an_article_are_no_texts_and_others_are_refused(
    inbox: Inbox,
) -> None:
    inbox.save("a.md", note("![باب البئر](b.png)"))
    inbox.save("b.png", PICTURE)
    inbox.save("scan.png", OTHER)
    first = inbox.run()
    assert [problem.file for problem in first.problems] == ["content/inbox/scan.png"]
    assert inbox.records()["b.png"]["taken_as"] in {f"content{one}" for one in media(inbox)}
    before = media(inbox)
    inbox.save("z.txt", f"الطاحونة\n\n{BELL}")
    again = inbox.run()
    assert (again.new, again.unchanged, again.refused) == (1, 1, 1)
    assert media(inbox) == before


def test_the_same_bytes_are_there_once_and_nothing_is_written_over(inbox: Inbox) -> None:
    inbox.save("a.md", note("![باب](b.png)"))
    inbox.save("c.md", note("![دلو](d.png)").replace("القديمة", "الجديدة"))
    inbox.save("b.png", PICTURE)
    inbox.save("d.png", PICTURE)
    inbox.run()
    ((address, _),) = media(inbox).items()
    inbox.archive.write(f"content{address}", b"repainted")
    inbox.save("a.md", note("![باب](b.png)\n\nوللبئر باب."))
    inbox.run()
    assert media(inbox)[address] == b"repainted"
    assert sorted(media(inbox).values()) == sorted([PICTURE, b"repainted"])


def test_a_picture_that_is_not_there_keeps_its_address_and_is_a_doubt(inbox: Inbox) -> None:
    inbox.save("a.md", note("![باب البئر](b.png)", "images:\n  - src: /c.jpg\n"))
    inbox.run()
    assert "![باب البئر](b.png)" in inbox.body("a.md")
    assert images(inbox, "a.md") == [{"src": "/c.jpg"}]
    assert doubts(inbox, "a.md") == ["pictures"]


@pytest.mark.parametrize(
    "address", ["../../media/uploads/b.png", "/media/uploads/b.png", "media/uploads/b.png?w=300"]
)
def test_an_export_may_name_its_pictures_as_its_site_did(inbox: Inbox, address: str) -> None:
    deep = "" if address.startswith("media") else "posts/2011/"
    inbox.save(f"{deep}a.md", note(f'<figure><img src="{address}" alt="باب البئر"></figure>'))
    inbox.save("media/uploads/b.png", PICTURE)
    inbox.run()
    ((kept, _),) = media(inbox).items()
    assert images(inbox, f"{deep}a.md") == [{"src": kept, "alt": "باب البئر"}]


def test_nothing_outside_of_the_inbox_is_taken(inbox: Inbox) -> None:
    inbox.archive.write("secret.png", PICTURE)
    inbox.save("a.md", note("![سر](../../secret.png) ![رابط](link.png)"))
    (inbox.root / "content/inbox/link.png").symlink_to(inbox.root / "secret.png")
    inbox.run()
    assert media(inbox) == {}


def test_a_name_that_a_mac_wrote_in_pieces_is_found(inbox: Inbox) -> None:
    inbox.save("a.md", note("![باب](بئرُنا.png)"))
    inbox.save(unicodedata.normalize("NFD", "آبار.png"), OTHER)
    inbox.save(unicodedata.normalize("NFD", "بئرُنا.png"), PICTURE)
    inbox.run()
    assert list(media(inbox).values()) == [PICTURE]


def test_pictures_come_out_of_an_archive_with_their_note(inbox: Inbox) -> None:
    text = note("![باب البئر](../img/b(1).png)")
    inbox.save("old.zip", zipped(("notes/a.md", text.encode()), ("img/b(1).png", PICTURE)))
    report = inbox.run()
    assert report.problems == ()
    ((kept, data),) = media(inbox).items()
    assert data == PICTURE
    assert f"![باب البئر]({kept})" in inbox.body("old.zip/notes/a.md")
    assert inbox.run().problems == ()


def test_a_row_takes_the_picture_beside_its_table_along(inbox: Inbox) -> None:
    inbox.save("a.csv", f"العنوان,النص,الصورة\nالبئر القديمة,{WELL},b.png\n")
    inbox.save("b.png", PICTURE)
    inbox.run()
    ((kept, _),) = media(inbox).items()
    assert images(inbox, "a.csv#1") == [{"src": kept}]


def test_a_saved_page_takes_the_pictures_of_its_article_along(inbox: Inbox) -> None:
    figure = (
        '<figure><img src="./%D8%A3_files/b.png" alt="جرة"><figcaption>جرار الفرن بعد خروجها منه'
        "</figcaption></figure>"
    )
    inbox.save("أ.html", page(figure))
    inbox.save("أ_files/b.png", PICTURE)
    inbox.save("أ_files/logo.png", OTHER)
    report = inbox.run()
    assert report.problems == ()
    ((kept, _),) = media(inbox).items()
    (image,) = images(inbox, "أ.html")
    assert image == {"src": kept, "caption": "جرار الفرن بعد خروجها منه", "alt": "جرة"}
    assert list(inbox.records()) == ["أ.html"]


def test_a_page_in_an_archive_takes_its_pictures_along_too(inbox: Inbox) -> None:
    shown = page("<p><img src=a_files/b.png></p>").encode()
    inbox.save("old.zip", zipped(("x/a.html", shown), ("x/a_files/b.png", PICTURE)))
    assert inbox.run().problems == ()
    assert images(inbox, "old.zip/x/a.html") == [{"src": one} for one in media(inbox)]
    assert list(media(inbox).values()) == [PICTURE]


def test_the_picture_that_a_page_names_is_the_one_that_was_saved_with_it(inbox: Inbox) -> None:
    head = '<meta property="og:image" content="https://example.org/b.png">'
    inbox.save("a.html", page("<p><img src=a_files/b.png></p>", head))
    inbox.save("a_files/b.png", PICTURE)
    inbox.run()
    ((kept, _),) = media(inbox).items()
    assert images(inbox, "a.html") == [{"src": kept}]


def test_of_a_page_without_its_folder_the_picture_stays_at_its_web_address(inbox: Inbox) -> None:
    head = '<meta property="og:image" content="https://example.org/b.png">'
    inbox.save("a.html", page("<p><img src=a_files/b.png></p>", head))
    inbox.run()
    assert images(inbox, "a.html") == [{"src": "https://example.org/b.png"}]
    assert doubts(inbox, "a.html") == ["pictures"]


def test_buttons_and_badges_of_a_page_are_no_pictures_of_its_article(inbox: Inbox) -> None:
    inbox.save("a.html", page("<p><img src=a_files/share.png></p>"))
    inbox.save("a_files/share.png", PICTURE[: album.SMALL - 1])
    inbox.run()
    assert media(inbox) == {}
    assert images(inbox, "a.html") == []
    assert doubts(inbox, "a.html") == []


def test_a_dry_run_takes_nothing(inbox: Inbox) -> None:
    inbox.save("a.md", note("![باب البئر](b.png)"))
    inbox.save("b.png", PICTURE)
    assert inbox.run(dry_run=True).problems == ()
    assert media(inbox) == {}
