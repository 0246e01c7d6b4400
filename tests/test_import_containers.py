"""What one file holds: archives made anywhere, tables of any spreadsheet, exports of any shape."""

import json
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from conftest import examples, zipped
from warraq.importer import containers, fields
from warraq.importer.member import Member

TEXT = "خبر قصير\n\nعادت اللقالق إلى مئذنة الجامع القديم كما تفعل في مطلع كل ربيع."
Save = Callable[[str, bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def write(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def members(path: Path, settings: dict[str, tuple[str, ...]] | None = None) -> list[Member]:
    return list(containers.members(path, fields.of(settings or {}), f"inbox/{path.name}"))


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(member.data) for member in members(path) if not member.refused]


def test_a_text_is_its_own_single_member(save: Save) -> None:
    assert members(save("a.txt", TEXT.encode())) == [Member("inbox/a.txt", TEXT.encode())]


def test_an_archive_yields_its_texts_from_folders_at_any_depth(save: Save) -> None:
    path = save(
        "a.zip",
        zipped(
            ("خبر.txt", TEXT.encode()),
            ("مجلد/داخل/صفحة.html", b"<p>1"),
            ("مجلد/", b""),
            ("برنامج.exe", b"MZ"),
            ("__MACOSX/._خبر.txt", b"x"),
            (".مخفي.txt", b"x"),
        ),
    )
    assert [member.name for member in members(path)] == [
        "inbox/a.zip/خبر.txt",
        "inbox/a.zip/مجلد/داخل/صفحة.html",
    ]


@pytest.mark.parametrize("codec", ["cp720", "cp1256", "iso8859_6"])
@pytest.mark.parametrize(
    "name",
    [
        "خبر.txt",
        "أخبار المدينة/عودة اللقالق إلى المئذنة.txt",
        "تقرير 2011.txt",
        "صورة من السوق.txt",
    ],
)
def test_names_written_by_an_old_windows_are_read_and_kept_as_they_were(
    save: Save, codec: str, name: str
) -> None:
    (member,) = members(save("a.zip", zipped((name, b"x"), codec=codec)))
    assert member.name == f"inbox/a.zip/{name}"
    assert member.original == name.encode(codec)


def test_no_name_leads_out_of_the_archive(save: Save) -> None:
    path = save(
        "a.zip",
        zipped(
            ("../../etc/خبر.txt", b"1"),
            ("/root/b.txt", b"2"),
            ("C:\\x\\c.txt", b"3"),
            ("etc/خبر.txt", b"4"),
        ),
    )
    names = [member.name for member in members(path)]
    assert names == [
        "inbox/a.zip/etc/خبر.txt",
        "inbox/a.zip/root/b.txt",
        "inbox/a.zip/C_/x/c.txt",
        "inbox/a.zip/etc/خبر (2).txt",
    ]
    assert sorted(p.name for p in path.parent.rglob("*")) == ["a.zip"]


def test_a_bomb_is_refused_and_its_neighbours_are_read(save: Save) -> None:
    path = save("a.zip", zipped(("bomb.txt", bytes(30 << 20)), ("a.txt", TEXT.encode())))
    assert [(member.name[12:], member.refused) for member in members(path)] == [
        ("bomb.txt", "too large"),
        ("a.txt", ""),
    ]


def test_a_locked_archive_says_so(save: Save) -> None:
    packed = bytearray(zipped(("a.txt", TEXT.encode())))
    packed[6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    (member,) = members(save("a.zip", bytes(packed)))
    assert (member.refused, member.data) == ("encrypted", b"")


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_damaged_archive_is_refused(save: Save, cut: int) -> None:
    packed = zipped(("a.txt", TEXT.encode()))[:cut]
    assert [member.refused for member in members(save("a.zip", packed))] == ["damaged"]


def test_an_archive_in_an_archive_is_read_and_no_deeper(save: Save) -> None:
    inner = zipped(("c.txt", b"3"), ("d.zip", zipped(("e.txt", b"4"))))
    path = save("a.zip", zipped(("b.zip", inner)))
    assert [(member.name, member.refused) for member in members(path)] == [
        ("inbox/a.zip/b.zip/c.txt", ""),
        ("inbox/a.zip/b.zip/d.zip", "archive"),
    ]


@examples(200)
@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8), st.integers(0, 400)
)
def test_no_archive_however_broken_stops_an_import(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]], cut: int
) -> None:
    packed = bytearray(zipped(("خبر.txt", TEXT.encode()), ("b.csv", b"title,text\n1,2\n")))
    for place, byte in changes:
        packed[place % len(packed)] = byte
    path = tmp_path_factory.getbasetemp() / "broken.zip"
    path.write_bytes(packed[: len(packed) - cut // 4])
    for member in members(path):
        assert member.refused or member.name.startswith("inbox/broken.zip/")


TABLE = [
    {
        "العنوان": "عنوان أول",
        "النص": "سطر أول\nسطر ثان، وفيه «فاصلة; وفاصلة»",
        "التاريخ": "2011-01-25",
    },
    {"العنوان": 'عنوان "ثان"', "النص": "نص آخر", "التاريخ": "2011-01-26"},
]


def table(delimiter: str, newline: str = "\r\n") -> str:
    quoted = (f'"{cell.replace(chr(34), chr(34) * 2)}"' for row in TABLE for cell in row.values())
    cells = [*TABLE[0], *quoted]
    return "".join(delimiter.join(cells[at : at + 3]) + newline for at in range(0, 9, 3))


@pytest.mark.parametrize(
    "data",
    [
        table(",").encode(),
        table(";").encode("utf-8-sig"),
        table("\t").encode("utf-16"),
        table(";").encode("cp1256"),
        table(",", "\n").encode(),
        table(",", "\r").encode(),
        ("sep=;\r\n" + table(";")).encode("utf-8-sig"),
        table("\t").encode("utf-16-le"),
    ],
    ids=[
        "commas",
        "semicolons and a mark",
        "Excel's Unicode text",
        "windows-1256",
        "LF",
        "CR",
        "sep=",
        "UTF-16 without a mark",
    ],
)
def test_a_table_from_any_spreadsheet_gives_its_rows(save: Save, data: bytes) -> None:
    assert rows(save("a.csv", data)) == TABLE


def test_a_row_says_which_encoding_its_table_was_in(save: Save) -> None:
    (first, _) = members(save("a.csv", table(";").encode("cp1256")))
    assert first.encoding == "windows-1256"


def test_rows_are_named_by_their_number_or_their_own_id(save: Save) -> None:
    plain = members(save("a.csv", b"title,text\nx,y\nx,z\n"))
    assert [member.name for member in plain] == ["inbox/a.csv#1", "inbox/a.csv#2"]
    own = members(save("b.csv", b"ID,title\n7,x\n9/3,y\n7,z\n,u\n"))
    assert [member.name for member in own] == [
        "inbox/b.csv#7",
        "inbox/b.csv#9-3",
        "inbox/b.csv#7 (3)",
        "inbox/b.csv#4",
    ]


def test_rows_put_on_top_rename_none_that_has_an_id(save: Save) -> None:
    before = {m.name: m.data for m in members(save("a.csv", b"id,title\n7,x\n8,y\n"))}
    after = {m.name: m.data for m in members(save("a.csv", b"id,title\n9,z\n7,x\n8,y\n"))}
    assert before.items() < after.items()


def test_a_column_that_is_empty_or_moves_changes_no_row(save: Save) -> None:
    first = members(save("a.csv", b"title,text\nx,y\n"))
    assert [m.data for m in members(save("b.csv", b"text,note,title\ny,,x\n"))] == [first[0].data]


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "أ"}, {"title": "ب"}]',
        '{"title": "أ"}\n\n{"title": "ب"}\n',
        '{"feed": "x", "items": [{"title": "أ"}, {"title": "ب"}]}',
        '{"data": {"count": 2, "articles": [{"title": "أ"}, {"title": "ب"}]}}',
        '\ufeff[{"title": "\\u0623"}, {"title": "ب"}]',
        '{"db": [{"tags": [{"name": "ت"}], "posts": [{"title": "أ"}, {"title": "ب"}]}]}',
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_an_export_in_any_shape_gives_its_rows(save: Save, text: str, codec: str) -> None:
    assert rows(save("a.json", text.encode(codec))) == [{"title": "أ"}, {"title": "ب"}]


def test_an_article_with_lists_of_its_own_is_one_row(save: Save) -> None:
    article = {"title": "أ", "content": "ب", "images": [{"src": "a.jpg"}]}
    assert rows(save("a.json", json.dumps(article).encode())) == [article]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.json", b"{", "damaged"),
        ("a.json", b"[" * 100_000, "damaged"),
        ("a.json", b"   ", "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"one,two\n1,2\n", "no fields"),
        ("a.csv", b"%PDF-1.4 \0", "pdf"),
        ("a.csv", b"title,text\n", "empty"),
        ("a.pdf", b"%PDF-1.4", "pdf"),
        ("a.docx", b"PK", "word"),
        ("a.rar", b"Rar!", "archive"),
    ],
)
def test_what_is_no_table_is_refused_by_name(
    save: Save, name: str, data: bytes, reason: str
) -> None:
    (member,) = members(save(name, data))
    assert (member.name, member.data, member.refused) == (f"inbox/{name}", b"", reason)


def shown(path: Path) -> list[tuple[str, str, int]]:
    return [(m.name.partition("#")[2], m.refused, m.line) for m in members(path)]


def test_a_bad_line_of_an_export_is_named_and_the_others_are_read(save: Save) -> None:
    path = save("a.jsonl", b'{"title": "x"}\n\n{"title": \n12\n{"title": "y"}\n')
    assert shown(path) == [("1", "", 1), ("2", "no object", 3), ("3", "no object", 4), ("4", "", 5)]


def test_the_objects_before_the_damage_of_an_array_are_read(save: Save) -> None:
    path = save("a.json", b'{"n": 1, "items": [\n{"title": "x"},\n{"title": "y"},\n{"tit')
    assert shown(path) == [("1", "", 0), ("2", "", 0), ("3", "damaged", 4)]


def test_an_item_that_is_no_object_is_named(save: Save) -> None:
    path = save("a.json", b'[{"title": "x"}, "y", {"title": "z"}]')
    assert shown(path) == [("1", "", 0), ("2", "no object", 0), ("3", "", 0)]


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row_alone(save: Save) -> None:
    rows = ["title,text", 'x,"one\ntwo"', 'y,"open', "z,three", 'w,"f""our"']
    assert shown(save("a.csv", "\n".join(rows).encode())) == [
        ("1", "", 2),
        ("2", "quotation marks", 4),
        ("3", "", 5),
        ("4", "", 6),
    ]


def test_quotation_marks_that_are_text_stay_text(save: Save) -> None:
    path = save("a.csv", b'title,text\n"Al Nahr" reopens,x\nz,"he" said "no"\n')
    assert rows(path) == [
        {"title": '"Al Nahr" reopens', "text": "x"},
        {"title": "z", "text": '"he" said "no"'},
    ]


def test_all_lines_of_a_row_that_cannot_be_read_are_named(save: Save) -> None:
    path = save("a.csv", b'title,text\nx,"one "two"\nthree, four"\nfive\ny,six\n')
    assert [line for _, refused, line in shown(path) if refused] == [2, 3, 4]
    assert rows(path) == [{"title": "y", "text": "six"}]


def test_blank_rows_are_no_rows(save: Save) -> None:
    assert shown(save("a.csv", b"\ntitle,text\n\nx,y\n,\nz,\n")) == [("1", "", 4), ("2", "", 6)]


def test_an_archive_that_tells_the_same_bytes_many_times_is_refused(save: Save) -> None:
    packed = zipped(("a.txt", bytes(range(256)) * 40))
    at = packed.index(b"PK\x01\x02")
    end = packed.index(b"PK\x05\x06")
    entry, tail = packed[at:end], bytearray(packed[end:])
    tail[8:12] = struct.pack("<HH", 9, 9)
    tail[12:16] = struct.pack("<L", 9 * len(entry))
    path = save("a.zip", packed[:at] + entry * 9 + bytes(tail))
    assert [(member.name, member.refused) for member in members(path)] == [
        ("inbox/a.zip", "too large")
    ]


def test_what_a_browser_saves_beside_a_page_is_passed_over(save: Save) -> None:
    names = ["خبر.htm", "خبر_files/إعلان.html", "خبر_files/a.png", "other_files/نص.txt"]
    path = save("a.zip", zipped(*((name, b"x") for name in names)))
    assert [member.name[12:] for member in members(path)] == ["خبر.htm", "other_files/نص.txt"]


def test_members_that_are_not_asked_for_are_not_unpacked(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = b"title,text\nx,y\nz,w\n"
    path = save("a.zip", zipped(("a.txt", b"1"), ("b/c.csv", table), ("d.txt", b"2")))
    opened: list[str] = []
    unpack = zipfile.ZipFile.open

    def noted(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> object:
        opened.append(info.filename)
        return unpack(archive, info)

    monkeypatch.setattr(zipfile.ZipFile, "open", noted)
    wanted = ["inbox/a.zip/b/c.csv#2", "inbox/a.zip/a.txt"]
    found = containers.members(path, fields.DEFAULT, "inbox/a.zip", wanted)
    assert [member.name for member in found] == sorted(wanted)
    assert opened == ["a.txt", "b/c.csv"]


def test_site_yml_names_the_columns_of_an_odd_table(save: Save) -> None:
    path = save("a.csv", b"one,two,key\n1,2,k\n")
    (member,) = members(path, {"title": ("one",), "id": ("key",)})
    assert member.name == "inbox/a.csv#k"


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_large_table_is_read_in_little_memory(save: Save, name: str) -> None:
    text = TEXT.replace("\n", " ") * 5
    row = (
        f"{text},{text}\n" if name == "a.csv" else json.dumps({"title": text, "text": text}) + "\n"
    )
    data = ("title,text\n" if name == "a.csv" else "").encode() + row.encode() * 10_000
    path = save(name, data)
    tracemalloc.start()
    count = sum(1 for _ in containers.members(path, fields.DEFAULT))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 2_000_000 < len(data)
