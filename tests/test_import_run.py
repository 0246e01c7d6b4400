"""The importer at work on a folder: what it writes, and what it never touches."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from warraq import frontmatter, importer
from warraq.config import Config, Outlet
from warraq.errors import ConfigError
from warraq.importer import ImportReport
from warraq.workers import SerialExecutor, executor

TODAY = date(2026, 11, 24)
FERRY = """عبارة جديدة بين الضفتين

القاهرة - رويترز
الثلاثاء 5 مارس 2024 - 10:30

بدأت صباح اليوم عبارة جديدة نقل الركاب بين ضفتي النهر، وهي تعبر كل نصف ساعة من السادسة صباحا.

وقال قبطانها إن أول ركابها كان بائع خبز ينتظر على الرصيف منذ الفجر.

شارك
"""
SCHOOL = """مدرسة تزرع سطحها

زرع تلاميذ مدرسة سطحها بالنعناع والزعتر، وصاروا يسقونه قبل أول حصة من كل يوم دراسي.
"""

Run = Callable[..., ImportReport]


@pytest.fixture
def archive(tmp_path: Path) -> Config:
    (tmp_path / "content/inbox").mkdir(parents=True)
    return Config(
        root=tmp_path,
        title="أرشيف",
        content=tmp_path / "content",
        inbox=(tmp_path / "content/inbox",),
    )


@pytest.fixture
def run(archive: Config) -> Run:
    def once(**options: object) -> ImportReport:
        return importer.run(archive, SerialExecutor(), **{"today": TODAY, **options})  # type: ignore[arg-type]  # a test's shorthand

    return once


def save(archive: Config, name: str, text: str | bytes) -> Path:
    path = archive.inbox[0] / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def articles(archive: Config) -> list[Path]:
    return sorted((archive.content / "articles").rglob("*.md"))


def only_article(archive: Config) -> Path:
    (path,) = articles(archive)
    return path


def records(archive: Config) -> dict[str, dict[str, object]]:
    lines = (archive.content / importer.REPORT).read_text(encoding="utf-8").splitlines()
    return {record["file"]: record for record in map(json.loads, lines)}


def tree(archive: Config) -> dict[str, bytes]:
    """All that is not cache."""
    return {
        path.relative_to(archive.root).as_posix(): path.read_bytes()
        for path in sorted(archive.root.rglob("*"))
        if path.is_file() and archive.cache not in path.parents
    }


def counts(report: ImportReport) -> tuple[int, int, int, int, int, int]:
    return (
        report.new,
        report.unchanged,
        report.updated,
        report.edited,
        report.refused,
        report.duplicates,
    )


def test_an_article_lies_in_the_folder_of_its_month(archive: Config, run: Run) -> None:
    save(archive, "2024/ferry.txt", FERRY)
    assert counts(run()) == (1, 0, 0, 0, 0, 0)
    path = only_article(archive)
    assert path.parent == archive.content / "articles/2024/03"
    values = frontmatter.parse(path.read_text(encoding="utf-8"), "").values
    assert values["id"] == path.stem
    assert values["title"] == "عبارة جديدة بين الضفتين"
    assert values["date"] == "2024-03-05 10:30"
    assert values["source"] == "رويترز"
    assert values["provenance"] == {
        "file": "content/inbox/2024/ferry.txt",
        "sha256": records(archive)["content/inbox/2024/ferry.txt"]["sha256"],
        "encoding": "utf-8",
        "imported": "2026-11-24",
    }


def test_an_article_without_a_date_lies_among_the_undated(archive: Config, run: Run) -> None:
    save(archive, "school.txt", SCHOOL)
    run()
    path = only_article(archive)
    assert path.parent == archive.content / "articles/undated" / path.stem[:2]


def test_a_second_run_changes_nothing(archive: Config, run: Run) -> None:
    save(archive, "ferry.txt", FERRY)
    save(archive, "school.txt", SCHOOL)
    save(archive, "empty.txt", b"")
    run()
    before = tree(archive)
    assert counts(run(today=date(2027, 1, 1))) == (0, 2, 0, 0, 1, 0)
    assert tree(archive) == before


def test_an_edited_article_is_left_to_its_editor(archive: Config, run: Run) -> None:
    source = save(archive, "ferry.txt", FERRY)
    run()
    path = only_article(archive)
    edited = path.read_text(encoding="utf-8").replace("بائع خبز", "بائع صحف")
    path.write_text(edited, encoding="utf-8")
    report = run()
    assert counts(report) == (0, 0, 0, 1, 0, 0)
    assert report.problems == ()
    source.write_text(FERRY.replace("نصف ساعة", "ساعة"), encoding="utf-8")
    report = run()
    assert counts(report) == (0, 0, 0, 1, 0, 0)
    assert [problem.file for problem in report.problems] == ["content/inbox/ferry.txt"]
    assert path.read_text(encoding="utf-8") == edited


def test_a_changed_source_renews_its_article_under_the_same_id(archive: Config, run: Run) -> None:
    source = save(archive, "ferry.txt", FERRY)
    run()
    before = only_article(archive)
    source.write_text(FERRY.replace("5 مارس", "2 أبريل"), encoding="utf-8")
    assert counts(run()) == (0, 0, 1, 0, 0, 0)
    after = only_article(archive)
    assert after.name == before.name
    assert after.parent.name == "04"
    assert counts(run()) == (0, 1, 0, 0, 0, 0)


def test_a_deleted_article_is_written_again_while_its_source_is_there(
    archive: Config, run: Run
) -> None:
    save(archive, "ferry.txt", FERRY)
    run()
    path = only_article(archive)
    text = path.read_bytes()
    path.unlink()
    assert counts(run(today=date(2027, 1, 1))) == (1, 0, 0, 0, 0, 0)
    assert path.read_bytes() == text


def test_the_same_bytes_under_two_names_are_one_article(archive: Config, run: Run) -> None:
    save(archive, "b.txt", FERRY)
    run()
    save(archive, "a.txt", FERRY)
    assert counts(run()) == (0, 1, 0, 0, 0, 1)
    assert len(articles(archive)) == 1
    assert records(archive)["content/inbox/a.txt"]["duplicate_of"] == "content/inbox/b.txt"
    before = tree(archive)
    assert counts(run()) == (0, 1, 0, 0, 0, 1)
    assert tree(archive) == before


OTHER_BYTES = {
    "windows-1256": FERRY.encode("cp1256"),
    "UTF-8 with a mark": FERRY.encode("utf-8-sig"),
    "UTF-16": FERRY.encode("utf-16"),
    "Windows line ends": FERRY.replace("\n", "\r\n").encode(),
    "more blank lines": FERRY.replace("\n\n", "\n\n\n").encode(),
}


@pytest.mark.parametrize("data", OTHER_BYTES.values(), ids=OTHER_BYTES.keys())
def test_the_same_text_in_other_bytes_is_one_article(
    archive: Config, run: Run, data: bytes
) -> None:
    save(archive, "b.txt", FERRY)
    run()
    save(archive, "a.txt", data)
    assert counts(run()) == (0, 1, 0, 0, 0, 1)
    assert len(articles(archive)) == 1
    assert records(archive)["content/inbox/a.txt"]["duplicate_of"] == "content/inbox/b.txt"
    before = tree(archive)
    save(archive, "school.txt", SCHOOL)
    assert counts(run()) == (1, 1, 0, 0, 0, 1)
    assert tree(archive).items() > before.items() - {_report(archive, before)}


def _report(archive: Config, files: dict[str, bytes]) -> tuple[str, bytes]:
    name = (archive.content / importer.REPORT).relative_to(archive.root).as_posix()
    return name, files[name]


def test_one_text_in_two_encodings_is_one_article_from_the_first_run(
    archive: Config, run: Run
) -> None:
    save(archive, "new.txt", FERRY)
    save(archive, "old.txt", FERRY.encode("cp1256"))
    assert counts(run(dry_run=True)) == (1, 0, 0, 0, 0, 1)
    assert counts(run()) == (1, 0, 0, 0, 0, 1)
    assert records(archive)["content/inbox/old.txt"]["duplicate_of"] == "content/inbox/new.txt"


def test_one_page_in_two_encodings_is_one_article(archive: Config, run: Run) -> None:
    page = """<html><head><meta charset="{}"><title>{}</title></head><body><article><h1>{}</h1>
        <p>{}</p><p>{}</p></article></body></html>"""
    title, *rest = FERRY.splitlines()
    texts = (title, title, *(line for line in rest if len(line) > 50))
    save(archive, "a.html", page.format("utf-8", *texts).encode())
    save(archive, "b.html", page.format("windows-1256", *texts).encode("cp1256"))
    assert counts(run()) == (1, 0, 0, 0, 0, 1)


def test_a_text_that_is_changed_in_one_encoding_becomes_an_article_of_its_own(
    archive: Config, run: Run
) -> None:
    save(archive, "a.txt", FERRY)
    save(archive, "b.txt", FERRY.encode("cp1256"))
    run()
    save(archive, "b.txt", FERRY.replace("النهر", "البحر").encode("cp1256"))
    assert counts(run()) == (1, 1, 0, 0, 0, 0)


def test_where_the_first_of_two_says_something_else_now_the_other_has_an_article(
    archive: Config, run: Run
) -> None:
    save(archive, "a.txt", FERRY)
    save(archive, "b.txt", FERRY.encode("cp1256"))
    run()
    save(archive, "a.txt", SCHOOL)
    assert counts(run()) == (1, 0, 1, 0, 0, 0)
    assert "duplicate_of" not in records(archive)["content/inbox/b.txt"]


def test_the_same_text_in_another_encoding_takes_the_article_over_where_the_first_has_gone(
    archive: Config, run: Run
) -> None:
    source = save(archive, "a.txt", FERRY.encode("cp1256"))
    run()
    before = only_article(archive)
    save(archive, "b.txt", FERRY)
    run()
    source.unlink()
    assert counts(run()) == (0, 0, 1, 0, 0, 0)
    assert only_article(archive) == before
    assert list(records(archive)) == ["content/inbox/b.txt"]
    assert counts(run()) == (0, 1, 0, 0, 0, 0)


def test_an_edited_article_is_left_alone_when_another_encoding_takes_it_over(
    archive: Config, run: Run
) -> None:
    source = save(archive, "a.txt", FERRY.encode("cp1256"))
    run()
    article = only_article(archive)
    article.write_text(article.read_text(encoding="utf-8") + "\nتصحيح.\n", encoding="utf-8")
    before = article.read_bytes()
    source.unlink()
    save(archive, "b.txt", FERRY)
    report = run()
    assert (counts(report), report.problems) == ((0, 0, 0, 1, 0, 0), ())
    assert only_article(archive).read_bytes() == before


def test_without_a_report_the_same_text_in_other_bytes_is_known_from_the_article(
    archive: Config, run: Run
) -> None:
    save(archive, "b.txt", FERRY)
    run()
    save(archive, "a.txt", FERRY.encode("cp1256"))
    run()
    (archive.content / importer.REPORT).unlink()
    assert counts(run()) == (0, 1, 0, 0, 0, 1)
    assert len(articles(archive)) == 1


def test_rows_that_say_the_same_are_told_apart_by_their_ids(archive: Config, run: Run) -> None:
    row = "الطقس اليوم,غائم جزئيا مع احتمال سقوط أمطار خفيفة على السواحل في ساعات المساء"
    save(archive, "t.csv", f"id,title,text\n1,{row}\n2,{row}\n")
    assert counts(run()) == (2, 0, 0, 0, 0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_that_leads_nowhere_is_named_and_stops_nothing(archive: Config, run: Run) -> None:
    save(archive, "ferry.txt", FERRY)
    (archive.inbox[0] / "lost.txt").symlink_to(archive.root / "unplugged" / "school.txt")
    report = run()
    assert counts(report) == (1, 0, 0, 0, 1, 0)
    (problem,) = report.problems
    assert problem.file == "content/inbox/lost.txt"
    assert "a link that leads nowhere; put the file itself here" in problem.en
    (archive.root / "unplugged").mkdir()
    (archive.root / "unplugged/school.txt").write_text(SCHOOL, encoding="utf-8")
    assert counts(run()) == (1, 1, 0, 0, 0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_to_folders_are_followed_once_and_never_in_circles(
    archive: Config, run: Run, tmp_path: Path
) -> None:
    inbox = archive.inbox[0]
    save(archive, "2011/ferry.txt", FERRY)
    (inbox / "2011/all").symlink_to(inbox)
    (inbox / "again").symlink_to(inbox / "2011")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "school.txt").write_text(SCHOOL, encoding="utf-8")
    (elsewhere / "back").symlink_to(elsewhere)
    (inbox / "b").symlink_to(elsewhere)
    (inbox / "c").symlink_to(elsewhere)
    assert counts(run()) == (2, 0, 0, 0, 0, 0)
    assert list(records(archive)) == ["content/inbox/2011/ferry.txt", "content/inbox/b/school.txt"]


def test_a_dry_run_sends_nobody_to_articles_that_are_not_there(archive: Config, run: Run) -> None:
    save(archive, "title.txt", "عنوان بلا نص\n")
    assert [p.en for p in run(dry_run=True).problems] == ["there is a title and no text."]
    assert "Look at content/articles/" in run().problems[0].en


def test_a_renamed_source_keeps_its_article(archive: Config, run: Run) -> None:
    source = save(archive, "ferry.txt", FERRY)
    run()
    before = only_article(archive).read_bytes()
    source.rename(source.with_name("عبارة.txt"))
    assert counts(run()) == (0, 1, 0, 0, 0, 0)
    assert only_article(archive).read_bytes() == before
    assert list(records(archive)) == ["content/inbox/عبارة.txt"]


def test_an_article_that_its_editor_moved_is_not_written_twice(archive: Config, run: Run) -> None:
    save(archive, "ferry.txt", FERRY)
    run()
    path = only_article(archive)
    elsewhere = archive.content / "articles/2024/05" / path.name
    elsewhere.parent.mkdir()
    path.rename(elsewhere)
    assert counts(run()) == (0, 1, 0, 0, 0, 0)
    assert only_article(archive) == elsewhere


def test_without_its_report_the_importer_knows_its_articles_again(
    archive: Config, run: Run
) -> None:
    save(archive, "ferry.txt", FERRY)
    school = save(archive, "school.txt", SCHOOL)
    run()
    report = archive.content / importer.REPORT
    before = tree(archive)
    report.unlink()
    assert counts(run(today=date(2027, 1, 1))) == (0, 2, 0, 0, 0, 0)
    assert tree(archive) == before
    edited = next(path for path in articles(archive) if "undated" in path.parts)
    edited.write_text(edited.read_text(encoding="utf-8") + "\nسطر جديد\n", encoding="utf-8")
    report.unlink()
    school.write_text(SCHOOL + "\nخبر آخر.\n", encoding="utf-8")
    assert counts(run()) == (0, 1, 0, 1, 0, 0)
    assert "سطر جديد" in edited.read_text(encoding="utf-8")


def test_a_report_that_says_the_same_in_other_bytes_is_left_as_it_is(
    archive: Config, run: Run
) -> None:
    save(archive, "ferry.txt", FERRY)
    save(archive, "school.txt", SCHOOL)
    run()
    report = archive.content / importer.REPORT
    lines = map(json.loads, report.read_bytes().splitlines())
    spaced = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines).encode()
    assert spaced != report.read_bytes()
    report.write_bytes(spaced)
    shutil.rmtree(archive.cache)  # as in a fresh clone
    assert counts(run()) == (0, 2, 0, 0, 0, 0)
    assert report.read_bytes() == spaced


def test_a_damaged_report_is_made_again_and_said_to_be(archive: Config, run: Run) -> None:
    save(archive, "ferry.txt", FERRY)
    run()
    report = archive.content / importer.REPORT
    whole = report.read_bytes()
    report.write_bytes(b"{ not json\n")
    found = run()
    assert counts(found) == (0, 1, 0, 0, 0, 0)
    assert [problem.file for problem in found.problems] == [importer.REPORT]
    assert report.read_bytes() == whole


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n\t\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "picture"),
        (bytes(range(256)), "binary"),
        (bytes(range(0x80, 0x100)) * 4, "undecodable"),
    ],
)
def test_a_file_without_text_is_refused_with_its_reason(
    archive: Config, run: Run, data: bytes, reason: str
) -> None:
    save(archive, "bad.txt", data)
    report = run()
    assert counts(report) == (0, 0, 0, 0, 1, 0)
    (problem,) = report.problems
    assert (problem.file, problem.severity) == ("content/inbox/bad.txt", "warning")
    assert records(archive)["content/inbox/bad.txt"]["refused"] == reason
    assert articles(archive) == []


def test_a_title_alone_is_imported_and_doubted(archive: Config, run: Run) -> None:
    save(archive, "title.txt", "عنوان بلا نص يتبعه")
    assert counts(run()) == (1, 0, 0, 0, 0, 0)
    record = records(archive)["content/inbox/title.txt"]
    assert record["title"] == "عنوان بلا نص يتبعه"
    assert record["doubts"] == ["no text"]


def test_a_run_that_was_stopped_goes_on_where_it_stopped(archive: Config, run: Run) -> None:
    for number in range(5):
        save(archive, f"{number}.txt", FERRY.replace("نصف", f"{number} نصف"))

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(progress=stop)
    assert len(articles(archive)) == 3
    assert counts(run()) == (2, 3, 0, 0, 0, 0)


def test_a_run_that_was_killed_before_its_report_leaves_nothing_double(
    archive: Config, run: Run
) -> None:
    run()
    save(archive, "ferry.txt", FERRY)
    report = archive.content / importer.REPORT
    run()
    report.write_bytes(b"")
    assert counts(run(today=date(2027, 1, 1))) == (0, 1, 0, 0, 0, 0)
    assert len(articles(archive)) == 1


def test_named_files_are_imported_instead_of_the_inbox(
    archive: Config, run: Run, tmp_path: Path
) -> None:
    save(archive, "school.txt", SCHOOL)
    outside = tmp_path / "old site"
    outside.mkdir()
    (outside / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert counts(run(paths=(outside,))) == (1, 0, 0, 0, 0, 0)
    assert list(records(archive)) == ["old site/ferry.txt"]
    assert (outside / "ferry.txt").exists()


@pytest.mark.parametrize("own", ["content/articles", "content/articles/2024", "site.yml", "public"])
def test_what_is_the_archives_own_is_no_text_to_import(archive: Config, run: Run, own: str) -> None:
    archive = replace(archive, output=archive.root / "public")
    save(archive, "ferry.txt", FERRY)
    run()
    with pytest.raises(ConfigError) as refused:
        importer.run(archive, SerialExecutor(), today=TODAY, paths=[archive.root / own])
    assert str(archive.root / own) in str(refused.value)
    assert len(articles(archive)) == 1


def test_of_a_folder_that_holds_the_archive_only_the_texts_are_imported(
    archive: Config, run: Run
) -> None:
    save(archive, "ferry.txt", FERRY)
    run()
    (archive.root / "old").mkdir()
    (archive.root / "old/school.txt").write_text(SCHOOL, encoding="utf-8")
    found = run(paths=[archive.root])
    assert (found.new, found.unchanged, found.refused) == (1, 1, 0)
    assert len(articles(archive)) == 2


def test_article_and_report_together_are_the_source(archive: Config, run: Run) -> None:
    save(archive, "ferry.txt", FERRY)
    run()
    (record,) = records(archive).values()
    removed = {item["line"]: item["text"] for item in record["removed"]}  # type: ignore[attr-defined]  # JSON
    body = frontmatter.body_of(only_article(archive).read_bytes())
    kept = iter(body.strip().split("\n\n"))
    lines = [
        removed.get(number) or next(kept)
        for number, line in enumerate(FERRY.split("\n"), 1)
        if line
    ]
    assert lines == [line for line in FERRY.split("\n") if line]


def test_a_dry_run_says_what_it_would_do_and_does_nothing(archive: Config, run: Run) -> None:
    save(archive, "ferry.txt", FERRY)
    before = tree(archive)
    assert counts(run(dry_run=True)) == (1, 0, 0, 0, 0, 0)
    assert tree(archive) == before
    assert counts(run()) == (1, 0, 0, 0, 0, 0)


def test_only_the_texts_of_a_pattern_are_imported(archive: Config, run: Run) -> None:
    save(archive, "river/ferry.txt", FERRY)
    save(archive, "school.txt", SCHOOL)
    assert counts(run(only=("river/*",))) == (1, 0, 0, 0, 0, 0)
    assert list(records(archive)) == ["content/inbox/river/ferry.txt"]
    assert counts(run()) == (1, 1, 0, 0, 0, 0)


def test_an_edited_article_is_made_anew_only_where_that_is_forced(
    archive: Config, run: Run
) -> None:
    ferry = save(archive, "ferry.txt", FERRY)
    save(archive, "school.txt", SCHOOL)
    run()
    for path in articles(archive):
        path.write_text(path.read_text(encoding="utf-8") + "\nزيادة\n", encoding="utf-8")
    assert counts(run(force=(ferry,))) == (0, 0, 1, 1, 0, 0)
    texts = {path: path.read_text(encoding="utf-8") for path in articles(archive)}
    assert ["زيادة" in text for text in texts.values()].count(True) == 1
    assert counts(run()) == (0, 1, 0, 1, 0, 0)


def test_forcing_what_is_no_text_of_the_inbox_is_refused(archive: Config, run: Run) -> None:
    save(archive, "ferry.txt", FERRY)
    run()
    with pytest.raises(ConfigError, match="is no text of the inbox"):
        run(force=(only_article(archive),))


def test_a_run_with_nothing_to_do_opens_no_file(
    archive: Config, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(archive, "ferry.txt", FERRY)
    save(archive, "empty.txt", b"")
    first = run()

    def opened(path: Path, *_: object, **__: object) -> bytes:
        assert path.name == "inbox.json", f"{path} was opened"
        return read(path)

    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", opened)
    again = run()
    assert counts(again) == (0, 1, 0, 0, 1, 0)
    assert again.problems == first.problems


@pytest.mark.parametrize("change", ["source", "article", "report", "outlets"])
def test_whatever_an_import_depends_on_wakes_it(archive: Config, run: Run, change: str) -> None:
    source = save(archive, "ferry.txt", FERRY)
    run()
    match change:
        case "source":
            source.write_text(FERRY.replace("نصف ساعة", "ساعة"), encoding="utf-8")
            assert counts(run()) == (0, 0, 1, 0, 0, 0)
        case "article":
            only_article(archive).unlink()
            assert counts(run()) == (1, 0, 0, 0, 0, 0)
        case "report":
            path = archive.content / importer.REPORT
            path.write_text("", encoding="utf-8")
            run()
            assert path.read_text(encoding="utf-8") != ""
        case "outlets":
            changed = replace(archive, outlets=(Outlet(("*",), source="النهضة"),))
            (archive.content / importer.REPORT).unlink()
            assert importer.run(changed, SerialExecutor(), today=TODAY).unchanged == 1


def test_processes_import_as_one_does(archive: Config, run: Run) -> None:
    for number in range(100):
        save(archive, f"{number}.txt", FERRY.replace("نصف", f"{number} نصف"))
    run()
    alone = tree(archive)
    for path in articles(archive):
        path.unlink()
    (archive.content / importer.REPORT).unlink()
    with executor(2) as crew:
        importer.run(archive, crew, today=TODAY)
    assert tree(archive) == alone


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets names be any bytes")
def test_a_name_from_an_old_windows_is_read_as_it_was_meant(archive: Config, run: Run) -> None:
    folder = os.fsencode(archive.inbox[0])
    with open(folder + b"/" + "خبر.txt".encode("windows-1256"), "wb") as file:  # noqa: PTH123  # bytes
        file.write(FERRY.encode())
    assert counts(run()) == (1, 0, 0, 0, 0, 0)
    assert list(records(archive)) == ["content/inbox/خبر.txt"]
    assert counts(run()) == (0, 1, 0, 0, 0, 0)
    (archive.content / importer.REPORT).unlink()
    assert counts(run()) == (0, 1, 0, 0, 0, 0)


def _somewhere(archive: Config, random: Random) -> Path:
    """Some source."""
    found = sorted(path for path in archive.inbox[0].rglob("*") if path.is_file())
    return random.choice(found) if found else save(archive, "alone.txt", FERRY)


def _some_article(archive: Config, random: Random) -> Path:
    """Some article; a source where there is none."""
    return random.choice(articles(archive) or [_somewhere(archive, random)])


def _turn_page(archive: Config) -> None:
    """A page, or its end: what lies in the folder of its name is a text only without it."""
    page = archive.inbox[0] / "page.html"
    if page.exists():
        page.unlink()
    else:
        page.write_text(f"<h1>مدرسة</h1><p>{SCHOOL}</p><p>{SCHOOL}</p>", encoding="utf-8")


def _change(archive: Config, random: Random, number: int) -> None:  # noqa: C901, PLR0912  # a list
    """Something that may befall an archive between two runs."""
    source = _somewhere(archive, random)
    article = _some_article(archive, random)
    match random.choice(CHANGES):
        case "a new text":
            folder = random.choice(["", "ضفاف/", "page_files/"])
            save(archive, f"{folder}{number}.txt", FERRY.replace("نصف", f"{number} نصف"))
        case "a copy":
            shutil.copy(source, archive.inbox[0] / f"copy-{number}.txt")
        case "the same in another encoding":
            text = source.read_bytes().decode("utf-8", "replace")
            save(archive, f"other-{number}.txt", text.encode("utf-16"))
        case "another name":
            source.rename(archive.inbox[0] / f"renamed-{number}.txt")
        case "a correction":
            source.write_bytes(source.read_bytes() + f"\nوقال {number} من الركاب ذلك.\n".encode())
        case "an edited article":
            article.write_bytes(article.read_bytes() + f"\nزاد المحرر {number}.\n".encode())
        case "an article elsewhere" if article.suffix == ".md":
            article.rename(archive.content / "articles" / article.name)
        case "rows":
            table = [{"title": f"خبر {n}", "text": SCHOOL * n} for n in range(1, number % 4 + 3)]
            random.shuffle(table)
            save(archive, "rows.json", json.dumps(table, ensure_ascii=False))
        case "a source that goes":
            source.unlink()
        case "an article that goes":
            article.unlink()
        case "a page":
            _turn_page(archive)
        case "a lost report":
            (archive.content / importer.REPORT).unlink(missing_ok=True)
        case "no text":
            save(archive, f"empty-{number}.txt", b"")


CHANGES = (
    *("a new text", "a new text", "a copy", "the same in another encoding", "another name"),
    *("a correction", "an edited article", "an article elsewhere", "rows", "a source that goes"),
    *("an article that goes", "a page", "a lost report", "no text", "nothing"),
)


@pytest.mark.parametrize("seed", range(12))
def test_a_run_that_remembers_does_what_one_does_that_forgot(tmp_path: Path, seed: int) -> None:
    def run(name: str, step: int) -> tuple[ImportReport, dict[str, bytes]]:
        """The same changes in an archive of its own; a forgetful one loses its cache each time."""
        root = tmp_path / name
        inbox = root / "content/inbox"
        inbox.mkdir(parents=True, exist_ok=True)
        archive = Config(root=root, title="أرشيف", content=root / "content", inbox=(inbox,))
        random = Random(f"{seed} {step}")
        for number in range(random.randint(1, 3)):
            _change(archive, random, 10 * step + number)
        if name == "forgetful":
            shutil.rmtree(archive.cache, ignore_errors=True)
        options = random.choice([{}, {}, {"only": ("*1.txt",)}, {"paths": (inbox / "ضفاف",)}])
        done = importer.run(archive, SerialExecutor(), today=TODAY, **options)  # type: ignore[arg-type]  # one of them
        return replace(done, notices=()), tree(archive)  # these are for who converts something

    for step in range(12):
        assert run("mindful", step) == run("forgetful", step), f"step {step}"
