"""An inbox of all kinds at once: texts, pages, notes, tables, exports and archives of these."""

import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from conftest import TODAY, Archive, zipped
from warraq import config, frontmatter, importer
from warraq.cli import main
from warraq.importer import ImportReport, anatomy, conversion, inbox as runs, readers
from warraq.workers import SerialExecutor

WELL = "فتحت البلدية البئر القديمة بعد ترميمها، وعاد الأولاد يملؤون جرارهم منها كل مساء."
KILN = "أوقد الخزاف الوحيد في القرية فرنه أول مرة منذ الشتاء، وخرجت منه مئة جرة من طين النهر."
LOOM = "علّمت النساجة حفيدتها أول غرزة على نول أمها، وبقي النول في مكانه قرب النافذة الشرقية."
MILL = "دارت الطاحونة بماء الساقية بعد صيف جاف، وطحنت في يومها الأول قمح أربعة بيوت من الحي."
BELL = "رن جرس المدرسة القديمة في التاسعة، فوقف المارة في الشارع ينظرون إلى بابها المفتوح."

PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>الفرن</title></head>
<body><nav><a>الرئيسية</a></nav><article><h1>الفرن يوقد من جديد</h1><p>{KILN}</p><p>{WELL}</p>
<p>{BELL}</p></article></body></html>"""


class Inbox:
    """An archive's inbox, and its imports."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.root = archive.root

    def save(self, name: str, data: str | bytes) -> None:
        self.archive.write(f"content/inbox/{name}", data)

    def run(self, **options: object) -> ImportReport:
        settings = config.load(self.root / "site.yml")
        return importer.run(settings, SerialExecutor(), **{"today": TODAY, **options})  # type: ignore[arg-type]  # a test's shorthand

    def records(self) -> dict[str, dict[str, str]]:
        """By the sources' names in the inbox."""
        text = (self.root / "content" / importer.REPORT).read_text(encoding="utf-8")
        found = map(json.loads, text.splitlines())
        return {record["file"].removeprefix("content/inbox/"): record for record in found}

    def article(self, name: str) -> frontmatter.FrontMatter:
        path = self.root / self.records()[name]["article"]
        return frontmatter.parse(path.read_text(encoding="utf-8"), "")

    def body(self, name: str) -> str:
        return self.article(name).body.strip()

    def ids(self) -> dict[str, str]:
        return {name: record["id"] for name, record in self.records().items() if "id" in record}

    def refused(self) -> dict[str, str]:
        return {n: record["refused"] for n, record in self.records().items() if "refused" in record}


@pytest.fixture
def inbox(site: Callable[[str], Archive]) -> Inbox:
    return Inbox(site(""))


def table(*texts: str, ids: str = "") -> str:
    """A table of texts; with ids, a letter for each."""
    head = "id,title,text" if ids else "title,text"
    rows = [f'خبر {text.split()[0]},"{text}"' for text in texts]
    return "\n".join(
        [head, *(f"{i},{row}" for i, row in zip(ids, rows, strict=True))] if ids else [head, *rows]
    )


def test_texts_of_every_kind_become_articles_side_by_side(inbox: Inbox) -> None:
    inbox.save("a.txt", f"البئر تفتح\n\n{WELL}\n")
    inbox.save("b.html", PAGE)
    inbox.save("c.md", f"---\ntitle: النول\n---\n\n{LOOM}\n")
    inbox.save("d.csv", table(MILL, BELL))
    inbox.save("e.json", json.dumps([{"title": "الطاحونة تدور", "body": f"{MILL} {BELL}"}]))
    inbox.save("f.jsonl", json.dumps({"id": 7, "title": "جرس", "content": f"{BELL}\n\n{MILL}"}))
    inbox.save("g.zip", zipped(("أخبار/بئر.txt", f"بئر وفرن\n\n{WELL}\n\n{KILN}\n".encode())))
    report = inbox.run()
    assert (report.new, report.refused, report.duplicates) == (8, 0, 0)
    assert {name: inbox.article(name).values["title"] for name in inbox.records()} == {
        "a.txt": "البئر تفتح",
        "b.html": "الفرن يوقد من جديد",
        "c.md": "النول",
        "d.csv#1": "خبر دارت",
        "d.csv#2": "خبر رن",
        "e.json#1": "الطاحونة تدور",
        "f.jsonl#7": "جرس",
        "g.zip/أخبار/بئر.txt": "بئر وفرن",
    }
    assert inbox.body("b.html") == f"{KILN}\n\n{WELL}\n\n{BELL}"
    assert inbox.body("g.zip/أخبار/بئر.txt") == f"{WELL}\n\n{KILN}"
    assert (inbox.run().unchanged, inbox.run().new) == (8, 0)


def test_a_second_run_over_tables_and_archives_opens_nothing(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.save("a.zip", zipped(("a.txt", f"بئر\n\n{WELL}".encode()), ("b.pdf", b"%PDF")))
    inbox.save("b.csv", table(MILL, BELL) + '\nx,"')
    first = inbox.run()
    settings = config.load(inbox.root / "site.yml")
    opened: list[str] = []
    real = Path.open

    def noted(path: Path, *options: Any, **named: Any) -> Any:
        opened.append(path.name)
        return real(path, *options, **named)

    monkeypatch.setattr(Path, "open", noted)
    again = importer.run(settings, SerialExecutor(), today=TODAY)
    assert opened == ["inbox.json"]
    assert (again.unchanged, again.refused) == (first.new, first.refused) == (3, 2)
    assert again.lasting == first.lasting


def test_only_the_container_that_changed_is_opened(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.save("a.zip", zipped(("a.txt", f"بئر\n\n{WELL}".encode())))
    inbox.save("b.csv", table(MILL, BELL))
    inbox.run()
    inbox.save("b.csv", table(MILL, BELL, LOOM))
    opened: list[str] = []
    real = Path.open

    def noted(path: Path, *options: Any, **named: Any) -> Any:
        opened.append(path.name)
        return real(path, *options, **named)

    monkeypatch.setattr(Path, "open", noted)
    report = inbox.run()
    assert (report.new, report.unchanged) == (1, 3)
    assert "b.csv" in opened
    assert "a.zip" not in opened


@pytest.mark.parametrize("codec", ["cp720", "cp1256", "utf-8"])
def test_names_in_an_archive_are_read_and_kept_as_they_were(inbox: Inbox, codec: str) -> None:
    name = "أخبار/البئر القديمة.txt"
    inbox.save("a.zip", zipped((name, f"بئر\n\n{WELL}".encode()), codec=codec))
    inbox.run()
    (record,) = inbox.records().values()
    assert record["file"] == f"content/inbox/a.zip/{name}"
    assert inbox.article(f"a.zip/{name}").values["provenance"]["file"] == record["file"]  # type: ignore[index,call-overload]  # a mapping
    if codec != "utf-8":
        assert record["packed_as"].isascii()
        assert record["packed_as"] != ""


def test_an_id_follows_from_the_bytes_wherever_the_text_lies(inbox: Inbox) -> None:
    text = f"بئر\n\n{WELL}".encode()
    inbox.save("a.zip", zipped(("x/a.txt", text)))
    inbox.run()
    (packed,) = inbox.ids().values()
    (inbox.root / "content/inbox/a.zip").unlink()
    inbox.save("unpacked/a.txt", text)
    report = inbox.run()
    assert (report.new, report.unchanged) == (0, 1)
    assert inbox.ids() == {"unpacked/a.txt": packed}


def test_rows_put_on_top_of_others_change_the_address_of_none(inbox: Inbox) -> None:
    inbox.save("a.csv", table(WELL, KILN, LOOM))
    inbox.run()
    before = inbox.ids()
    inbox.save("a.csv", table(MILL, WELL, LOOM))
    report = inbox.run()
    assert (report.new, report.updated, report.unchanged) == (1, 0, 2)
    after = inbox.ids()
    assert (after["a.csv#2"], after["a.csv#3"]) == (before["a.csv#1"], before["a.csv#3"])
    assert set(before.values()) < set(after.values())
    inbox.save("a.csv", table(KILN, MILL, WELL, LOOM))
    assert inbox.run().new == 0
    assert inbox.ids()["a.csv#1"] == before["a.csv#2"]
    assert set(inbox.ids().values()) == set(after.values())


def test_a_corrected_row_renews_its_article(inbox: Inbox) -> None:
    inbox.save("a.csv", table(WELL, KILN, ids="xy"))
    inbox.run()
    before = inbox.ids()
    inbox.save("a.csv", table(LOOM, WELL, KILN.replace("مئة", "مئتا"), ids="zxy"))
    report = inbox.run()
    assert (report.new, report.updated, report.unchanged) == (1, 1, 1)
    assert before.items() < inbox.ids().items()
    assert "مئتا جرة" in inbox.body("a.csv#y")


def test_a_text_taken_out_of_an_archive_leaves_its_article(inbox: Inbox) -> None:
    texts = [("a.txt", f"بئر\n\n{WELL}".encode()), ("b.txt", f"فرن\n\n{KILN}".encode())]
    inbox.save("a.zip", zipped(*texts))
    inbox.run()
    before = inbox.ids()
    inbox.save("a.zip", zipped(texts[0]))
    assert inbox.run().unchanged == 1
    assert inbox.ids() == before


@pytest.mark.parametrize("reason", importer.REASONS)
def test_a_reason_says_what_was_found_and_what_to_do(reason: str) -> None:
    for text, mark in zip(importer.REASONS[reason], ("; ", "؛ "), strict=True):
        found, _, advice = text.partition(mark)
        assert found
        assert len(advice.split()) > 2


@pytest.mark.parametrize(
    ("file", "reason", "advice"),
    [
        (("a.pdf", b"%PDF-1.4"), "pdf", "copy its text"),
        (("a.doc", b"\xd0\xcf\x11\xe0"), "word", "save it as plain text"),
        (("a.docx", b"PK\x03\x04"), "word", "save it as plain text"),
        (("a.rtf", b"{\\rtf1"), "word", "save it as plain text"),
        (("a.jpg", b"\xff\xd8\xff\xe0"), "picture", "type the text in it"),
        (("a.png", b"\x89PNG\r\n"), "picture", "type the text in it"),
        (("a.xlsx", b"PK\x03\x04"), "sheet", "save it as CSV"),
        (("a.mht", b"MIME-Version: 1.0"), "web archive", "save it as .html"),
        (("a.rar", b"Rar!"), "archive", "unpack it"),
        (("a.xml", b"<?xml version='1.0'?><rss/>"), "export", "export CSV or JSON"),
        (("a.txt", b"PK\x03\x04\x00[Content_Types].xml"), "word", "save it as plain text"),
        (("a.txt", b"\x00\x01\x02\x03" * 50), "binary", "not a text file"),
        (("a.html", "<p>قريبا".encode()), "no article", "copy the article's text"),
    ],
)
@pytest.mark.parametrize("where", ["", "a.zip"])
def test_what_cannot_be_read_is_refused_with_its_reason_and_what_to_do(
    inbox: Inbox, file: tuple[str, bytes], reason: str, advice: str, where: str
) -> None:
    inbox.save(where or file[0], zipped(file) if where else file[1])
    report = inbox.run()
    assert inbox.refused() == {f"{where}/{file[0]}".strip("/"): reason}
    (problem,) = report.problems
    assert advice in problem.en
    assert problem.ar.startswith("لم يُستورد الملف: ")
    assert problem.severity == "warning"


@pytest.mark.parametrize("name", [".DS_Store.txt", "~$letter.docx"])
@pytest.mark.parametrize("where", ["", "a.zip"])
def test_files_of_the_system_and_locks_of_open_documents_are_passed_over(
    inbox: Inbox, name: str, where: str
) -> None:
    inbox.save(where or name, zipped((name, WELL.encode())) if where else WELL.encode())
    report = inbox.run()
    assert (report.new, report.refused, report.problems) == (0, 0, ())


def test_a_bomb_does_not_hide_its_neighbours(inbox: Inbox) -> None:
    inbox.save("a.zip", zipped(("bomb.txt", bytes(20 << 20)), ("b.txt", f"بئر\n\n{WELL}".encode())))
    assert inbox.run().new == 1
    assert inbox.refused() == {"a.zip/bomb.txt": "too large"}


def test_a_bad_row_is_named_with_its_line(inbox: Inbox) -> None:
    inbox.save("a.jsonl", f'{{"title": "بئر", "text": "{WELL}"}}\n{{"title": \n')
    inbox.save("b.csv", table(KILN, LOOM) + '\n"خبر,بلا نهاية\n' + f'طاحونة,"{MILL}"\n,\n')
    report = inbox.run()
    assert report.new == 4
    assert [(problem.file[14:], problem.line) for problem in report.problems] == [
        ("a.jsonl#2", 2),
        ("b.csv#3", 4),
    ]
    assert "the row was not imported: its quotation marks" in report.problems[1].en


def test_columns_that_site_yml_names_make_a_refused_table_readable(inbox: Inbox) -> None:
    inbox.save("a.csv", f"ع,م\nبئر,{WELL}\n")
    assert inbox.run().refused == 1
    inbox.archive.write("site.yml", "title: أرشيف\nfields:\n  title: ع\n  text: م\n")
    report = inbox.run()
    assert (report.new, report.refused) == (1, 0)
    assert inbox.body("a.csv#1") == WELL
    assert list(inbox.refused()) == []


def test_only_members_of_a_pattern_are_imported(inbox: Inbox) -> None:
    names = ["x/a.txt", "x/b.txt", "y/a.txt"]
    texts = zip(names, (WELL, KILN, LOOM), strict=True)
    inbox.save("a.zip", zipped(*((name, f"خبر\n\n{text}".encode()) for name, text in texts)))
    assert inbox.run(only=("a.zip/x/*",)).new == 2
    assert list(inbox.records()) == ["a.zip/x/a.txt", "a.zip/x/b.txt"]
    assert (inbox.run(dry_run=True).new, len(inbox.records())) == (1, 2)


@pytest.mark.parametrize("forced", ["a.csv", "a.csv#2"])
def test_a_member_or_all_of_a_file_can_be_made_anew(inbox: Inbox, forced: str) -> None:
    inbox.save("a.csv", table(WELL, KILN))
    inbox.run()
    for record in inbox.records().values():
        path = inbox.root / record["article"]
        path.write_text(path.read_text(encoding="utf-8") + "\nزيادة\n", encoding="utf-8")
    report = inbox.run(force=(inbox.root / "content/inbox" / forced,))
    assert (report.updated, report.edited) == ((2, 0) if forced == "a.csv" else (1, 1))


def test_the_command_makes_a_member_anew_and_shows_it(inbox: Inbox) -> None:
    inbox.save("a.csv", f"title,text,views\nبئر,{WELL},9\n")
    inbox.save("b.html", PAGE)
    settings = str(inbox.root / "site.yml")
    force = str(inbox.root / "content/inbox/a.csv#1")
    options = ["import", "--config", settings, "--force", force, "--review", "--only", "*"]
    assert CliRunner().invoke(main, options).exit_code == 0
    shown = (inbox.root / ".warraq/review/index.html").read_text(encoding="utf-8")
    assert "<del>views: 9</del>" in shown
    assert "<del>الرئيسية</del>" in shown
    assert shown.count(KILN) == 2


def test_rows_of_one_table_share_habits(inbox: Inbox) -> None:
    rows = [
        f"{a}\n\n{b}\n\nتابعونا على صفحتنا كل يوم"
        for a, b in zip((WELL, KILN, LOOM, MILL, BELL), (KILN, LOOM, MILL, BELL, WELL), strict=True)
    ]
    inbox.save("a.csv", table(*rows))
    inbox.run()
    assert [("تابعونا" in inbox.body(name)) for name in inbox.records()] == [False] * 5


def test_an_encoding_is_recorded_for_rows_too(inbox: Inbox) -> None:
    inbox.save("a.csv", table(WELL, KILN).encode("cp1256"))
    inbox.run()
    assert {record["encoding"] for record in inbox.records().values()} == {"windows-1256"}


def test_what_a_browser_saved_beside_a_page_is_no_text(inbox: Inbox) -> None:
    inbox.save("a.html", PAGE)
    inbox.save("a_files/frame.html", PAGE.replace("الفرن", "إعلان"))
    inbox.save("a_files/b.png", b"\x89PNG")
    inbox.save("b_files/c.txt", f"بئر\n\n{WELL}")
    inbox.run()
    assert list(inbox.records()) == ["a.html", "b_files/c.txt"]


def test_a_source_that_was_refused_keeps_the_article_that_it_had(inbox: Inbox) -> None:
    inbox.save("a.zip", zipped(("a.txt", f"بئر\n\n{WELL}".encode())))
    inbox.run()
    before = inbox.ids()
    inbox.save("a.zip", b"PK\x03\x04 cut")
    assert inbox.run().refused == 1
    assert before.items() <= inbox.ids().items()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no process groups to interrupt")
def test_ctrl_c_stops_all_processes_quietly_and_the_next_run_goes_on(inbox: Inbox) -> None:
    texts = 1200
    for number in range(texts):
        inbox.save(f"{number:04}.txt", f"خبر {number}\n\n" + f"{WELL} {number}\n\n{KILN}\n\n" * 12)
    command = [sys.executable, "-m", "warraq", "import", "--workers", "2", "--config", "site.yml"]
    process = subprocess.Popen(
        command, cwd=inbox.root, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    articles = inbox.root / "content/articles"
    deadline = time.monotonic() + 60
    while not articles.exists() and time.monotonic() < deadline:  # the first is being written
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == ""
    done = len(list(articles.rglob("*.md")))
    assert done < texts
    assert done - len(inbox.records()) in (0, 1)  # one may be written and not yet noted
    report = inbox.run()
    assert (report.new, report.unchanged) == (texts - done, done)
    assert len(set(inbox.ids().values())) == texts


def test_a_file_that_may_be_read_at_last_is_imported(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.save("a.csv", table(WELL, KILN))

    real = Path.open

    def closed(path: Path, *options: Any, **named: Any) -> Any:
        if path.suffix == ".csv":
            raise PermissionError
        return real(path, *options, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", closed)
        assert inbox.run().refused == 1
    assert inbox.refused() == {"a.csv": "unreadable"}
    assert (inbox.run().new, inbox.refused()) == (2, {})


def test_a_pattern_finds_a_name_that_a_mac_wrote(inbox: Inbox) -> None:
    inbox.save(unicodedata.normalize("NFD", "أخبار.txt"), f"بئر\n\n{WELL}")
    assert inbox.run(only=("أخبار.*",)).new == 1


def test_pages_of_one_folder_share_habits(inbox: Inbox) -> None:
    thanks = "نشكر قراءنا على متابعتهم الدائمة"
    for number, text in enumerate((WELL, KILN, LOOM, MILL, BELL)):
        own = f"هذا هو الخبر رقم {number} من أخبار القرية، وقد رواه لنا أهلها بعد صلاة العصر."
        article = (
            f"<article><h1>خبر {number}</h1><p>{text}</p><p>{own}</p><p>{thanks}</p></article>"
        )
        name = f"a/{number}.htm{'l' * (number % 2)}"
        inbox.save(name, f"<!doctype html><meta charset=utf-8><body>{article}</body>")
    inbox.run()
    assert [thanks in inbox.body(name) for name in inbox.records()] == [False] * 5


def test_a_mistake_of_ours_costs_one_text_and_is_said(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(data: bytes, name: str, *known: Any, **more: Any) -> conversion.Conversion:
        if KILN.encode() in data:
            raise IndexError
        return conversion.convert(data, name, *known, **more)

    monkeypatch.setattr(runs, "convert", convert)
    inbox.save("a.txt", f"البئر تفتح\n\n{WELL}\n")
    inbox.save("b.txt", f"الفرن يوقد\n\n{KILN}\n")
    report = inbox.run()
    assert (report.new, report.refused) == (1, 1)
    (problem,) = report.lasting
    assert (problem.file, problem.severity) == ("content/inbox/b.txt", "error")
    assert "(IndexError, test_import_kinds.py:" in problem.en
    assert "(IndexError, test_import_kinds.py:" in problem.ar
    monkeypatch.undo()
    inbox.save("c.txt", f"النول\n\n{LOOM}\n")
    assert inbox.run().new == 2, "it is tried again, and its text is still there"
    assert inbox.body("b.txt") == KILN


@pytest.mark.parametrize(("module", "step"), [(anatomy, "dissect"), (readers, "read")])
def test_a_mistake_in_learning_is_said_where_the_text_is_converted(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch, module: object, step: str
) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise KeyError

    for number, text in enumerate((WELL, KILN, LOOM, MILL, BELL)):
        inbox.save(f"folder/{number}.txt", f"خبر\n\n{text}\n")
    monkeypatch.setattr(module, step, fails)
    report = inbox.run()
    assert report.new + report.refused == 5
    assert {problem.severity for problem in report.lasting} <= {"error"}
