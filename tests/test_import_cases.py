"""The bad input that every archive has, each kind once and together: what its owner expects.

Finer points of the same cases stand beside the rooms that handle them: encodings in
test_import_encodings, dates in test_import_lines, tags in test_merging, copies in test_duplicates,
archives in test_import_containers, interruptions in test_import_run.
"""

import errno
import json
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from conftest import TODAY
from warraq import folders, frontmatter, importer
from warraq.config import Config
from warraq.importer import ImportReport, conversion
from warraq.workers import SerialExecutor

STORK = """عودة اللقالق إلى مئذنة الجامع

عادت اللقالق إلى مئذنة الجامع القديم كما تفعل في كل ربيع، وراقبها الأطفال من السطوح.

ويقول الجيران إنها تعود إلى العش نفسه، وإنهم يعرفونها واحدا واحدا، ولا يصعد أحد إليها.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Config:
    inbox = tmp_path / "content/inbox"
    inbox.mkdir(parents=True)
    return Config(root=tmp_path, title="أرشيف", content=tmp_path / "content", inbox=(inbox,))


@pytest.fixture
def run(archive: Config) -> Callable[[], ImportReport]:
    return lambda: importer.run(archive, SerialExecutor(), today=TODAY)


def save(archive: Config, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (archive.inbox[0] / name).write_bytes(data)


def heads(archive: Config) -> dict[str, frontmatter.FrontMatter]:
    """The articles by the names of their sources."""
    found = {}
    for path in archive.articles.rglob("*.md"):
        head = frontmatter.parse(path.read_text(encoding="utf-8"), path.name)
        origin = head.values["provenance"]
        assert isinstance(origin, dict)
        found[str(origin["file"]).removeprefix("content/inbox/")] = head
    return found


def records(archive: Config) -> dict[str, dict[str, object]]:
    lines = (archive.content / importer.REPORT).read_text(encoding="utf-8").splitlines()
    found = map(json.loads, lines)
    return {str(r["file"]).removeprefix("content/inbox/"): r for r in found}


def test_encodings_mixed_in_one_folder_all_become_the_same_article_and_each_is_recorded(
    archive: Config, run: Callable[[], ImportReport]
) -> None:
    def numbered(number: int) -> str:
        return STORK.replace("واحدا واحدا", f"منذ {number} أعوام")

    codecs = ["utf-8", "utf-8-sig", "cp1256", "iso8859_6", "utf-16", "utf-16-le", "utf-16-be"]
    texts = {f"{n}.txt": numbered(n).encode(codec) for n, codec in enumerate(codecs)}
    texts["7.txt"] = numbered(7).encode().decode("cp1256").encode()
    texts["8.txt"] = b"\x81\x8d\x8f\x90\x9d" * 40
    save(archive, texts)
    report = run()
    assert (report.new, report.refused) == (8, 1)
    found = heads(archive)
    for number in range(8):
        assert (
            found[f"{number}.txt"].body
            == conversion.convert(numbered(number).encode(), "a.txt", TODAY).body + "\n"
        )
    assert [records(archive)[f"{n}.txt"]["encoding"] for n in (0, 2, 3, 5, 7)] == [
        "utf-8",
        "windows-1256",
        "iso-8859-6",
        "utf-16-le",
        "utf-8 read as windows-1256",
    ]
    assert [problem.file for problem in report.problems] == ["content/inbox/8.txt"]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (STORK.replace("الأطفال", "ﺍﻷﻃﻔﺎﻝ"), "presentation forms"),
        ("\n".join(line[::-1] for line in STORK.split("\n")), "visual order"),
        (STORK.replace("ك", "ک").replace("ي", "ی"), ""),
    ],
    ids=["shapes of letters", "reversed lines", "a Persian keyboard"],
)
def test_letters_that_no_search_would_find_are_repaired_or_named(text: str, doubt: str) -> None:
    made = conversion.convert(text.encode(), "a.txt", TODAY)
    assert doubt in (*made.doubts, "")
    if doubt == "presentation forms":
        assert "الأطفال" in made.body
        assert any("ﺍﻷﻃﻔﺎﻝ" in cut.text for cut in made.cuts)
    else:
        whole = f"{made.values['title']}{made.body}"
        assert sorted("".join(whole.split())) == sorted("".join(text.split()))


@pytest.mark.parametrize(
    ("line", "day", "doubts"),
    [
        ("٢٥ يناير ٢٠١١", "2011-01-25", ()),
        ("25 كانون الثاني 2011", "2011-01-25", ()),
        ("25 كانون الثاني/ يناير 2011", "2011-01-25", ()),
        ("الثلاثاء 25 جانفي 2011", "2011-01-25", ()),
        ("21 صفر 1432", "2011-01-25", ("hijri",)),
        ("21 صفر 1432 هـ الموافق 25 يناير 2011 م", "2011-01-25", ()),
        ("5/6/2011", "2011-06-05", ("day or month",)),
        ("25/6/2011", "2011-06-25", ()),
        ("2011-02-30", None, ()),
        ("25 كانون الثاني", None, ()),
        ("5 مارس 2031", None, ("future date",)),
        ("", None, ()),
    ],
)
def test_a_date_is_read_or_doubted_and_none_is_invented(
    line: str, day: str | None, doubts: tuple[str, ...]
) -> None:
    made = conversion.convert(STORK.replace("\n\n", f"\n{line}\n\n", 1).encode(), "a.txt", TODAY)
    assert made.values.get("date") == day
    assert made.values["date_from"] == ("stated" if day else "none")
    assert set(doubts) <= set(made.doubts)


def test_empty_files_and_those_that_are_no_text_are_named_and_the_others_imported(
    archive: Config, run: Callable[[], ImportReport]
) -> None:
    long = STORK + "\n".join(f"ومر في اليوم {n} سرب جديد فوق السطوح القديمة." for n in range(4000))
    save(
        archive,
        {
            "nothing.txt": b"",
            "blank.txt": b"\n\n \t\n",
            "program.txt": b"MZ\x90\0\3\0\0\0",
            "title.txt": "عودة اللقالق إلى المئذنة\n".encode(),
            "long.txt": long.encode(),
            "stork.txt": STORK.encode(),
        },
    )
    assert len(long.encode()) > 280_000
    report = run()
    assert (report.new, report.refused) == (3, 3)
    assert sorted(heads(archive)) == ["long.txt", "stork.txt", "title.txt"]
    refused = {name: r["refused"] for name, r in records(archive).items() if "refused" in r}
    assert refused == {"nothing.txt": "empty", "blank.txt": "empty", "program.txt": "program"}
    assert records(archive)["title.txt"]["doubts"] == ["no text"]
    assert "اليوم 3999 سرب" in heads(archive)["long.txt"].body


def test_one_wire_story_in_five_papers_is_five_articles(
    archive: Config, run: Callable[[], ImportReport]
) -> None:
    papers = ["الضفاف", "المرايا", "الواحة", "السطوح", "النخيل"]
    save(archive, {f"{n}.txt": f"{STORK}\nالمصدر: {p}\n".encode() for n, p in enumerate(papers)})
    assert run().new == 5
    assert sorted(str(head.values["source"]) for head in heads(archive).values()) == sorted(papers)


def test_a_zip_from_an_old_windows_keeps_its_names_as_they_were_and_as_they_read(
    archive: Config, run: Callable[[], ImportReport]
) -> None:
    raw = "أخبار".encode("cp1256")
    path = archive.inbox[0] / "old.zip"
    with zipfile.ZipFile(path, "w") as zipped:
        zipped.writestr("AAAAA.txt", STORK)
    path.write_bytes(path.read_bytes().replace(b"AAAAA", raw))
    assert run().new == 1
    (record,) = records(archive).values()
    assert record["file"] == "content/inbox/old.zip/أخبار.txt"
    assert record["packed_as"] == "%C3%CE%C8%C7%D1.txt"


def test_running_again_over_the_same_folder_changes_no_byte(
    archive: Config, run: Callable[[], ImportReport]
) -> None:
    save(archive, {"a.txt": STORK.encode(), "b.txt": STORK.replace("كل", "مطلع كل").encode()})
    run()
    before = {path: path.read_bytes() for path in archive.content.rglob("*") if path.is_file()}
    report = run()
    assert (report.new, report.unchanged, report.problems) == (0, 2, ())
    assert before == {p: p.read_bytes() for p in archive.content.rglob("*") if p.is_file()}


def test_a_disk_that_fills_in_the_middle_leaves_whole_articles_and_the_next_run_goes_on(
    archive: Config, run: Callable[[], ImportReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {f"{n}.txt": STORK.replace("كل", f"مطلع {n} كل").encode() for n in range(6)}
    save(archive, texts)
    write, written = folders.write_atomically, []

    def full(path: Path, data: bytes | Iterable[bytes]) -> None:
        written.append(path)
        if len(written) > 3:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write(path, data)

    monkeypatch.setattr(folders, "write_atomically", full)
    with pytest.raises(OSError, match="No space left"):
        run()
    monkeypatch.undo()
    assert len(heads(archive)) == 3
    assert not list(archive.root.rglob("*.part"))
    report = run()
    assert (report.new + report.unchanged, report.problems) == (6, ())
    assert sorted(heads(archive)) == sorted(texts)
