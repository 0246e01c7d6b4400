"""Content files -> Articles."""

import datetime as dt
import os
from pathlib import Path

import pytest

from warraq.content import Library, Reading, parse, read_articles
from warraq.errors import Problem
from warraq.model import Article, Image
from warraq.workers import SerialExecutor


def read(text: str, path: str = "content/articles/2011/01/abcde.md") -> Reading:
    outcome = parse(path, text.encode())
    assert isinstance(outcome, Reading)
    return outcome


def article(head: str, body: str = "نص المقال.") -> Article:
    return read(f"---\nid: abcde\ntitle: خبر\n{head}\n---\n\n{body}\n").article


def library(root: Path, memory: bytes = b"") -> Library:
    return read_articles(root, root / "content", memory, SerialExecutor())


def test_fields_are_typed() -> None:
    found = article(
        "date: 2011-01-25 16:52\ndate_from: caption\nauthors: [سلمى، نادر]\ndraft: true\n"
        "images:\n  - caption: الجسر\n    credit: وكالة الضفاف"
    )
    assert found.date == dt.date(2011, 1, 25)
    assert found.time == dt.time(16, 52)
    assert found.date_from == "caption"
    assert found.authors == ("سلمى", "نادر")
    assert found.images == (Image(caption="الجسر", credit="وكالة الضفاف"),)
    assert found.draft


@pytest.mark.parametrize("date", ["2011-01-25", "2011-1-25", "٢٠١١-٠١-٢٥", "2011-01-25T10:00:00Z"])
def test_a_date_is_read_in_either_digits(date: str) -> None:
    assert article(f"date: {date}").date == dt.date(2011, 1, 25)


@pytest.mark.parametrize("date", ["2011-02-30", "25 يناير", "5/6/2011", "no"])
def test_a_date_that_is_none_leaves_the_article_undated_and_is_reported(date: str) -> None:
    reading = read(f"---\nid: abcde\ntitle: خبر\ndate: {date}\n---\nنص")
    assert reading.article.date is None
    assert reading.article.url == "undated/ab/abcde.html"
    (problem,) = reading.problems
    assert (problem.line, problem.severity) == (4, "warning")
    assert date in problem.ar


@pytest.mark.parametrize(
    "written", ["25/01/2011", "25-1-2011", "25 يناير 2011", "٢٥ كانون الثاني ٢٠١١", "25 جانفي 2011"]
)
def test_a_day_in_another_order_is_reported_with_the_line_to_write(written: str) -> None:
    (problem,) = read(f"---\nid: abcde\ntitle: خبر\ndate: {written}\n---\nنص").problems
    assert "`date: 2011-01-25`" in problem.en
    assert "`date: 2011-01-25`" in problem.ar


def test_a_day_that_may_be_another_is_not_guessed() -> None:
    (problem,) = read("---\nid: abcde\ntitle: خبر\ndate: 5/6/2012\n---\nنص").problems
    assert "2012-" not in problem.en


@pytest.mark.parametrize(
    "written", ["[سياسة، رياضة]", '["سياسة", "رياضة"]', "\n  - سياسة\n  - رياضة"]
)
def test_of_several_categories_the_first_is_taken_and_that_is_said(written: str) -> None:
    reading = read(f"---\nid: abcde\ntitle: خبر\ncategory: {written}\n---\nنص")
    assert reading.article.category == "سياسة"
    (problem,) = reading.problems
    assert (problem.line, problem.severity) == (4, "warning")
    assert "رياضة" in problem.en


@pytest.mark.parametrize("written", ["[سياسة]", "\n  - سياسة"])
def test_a_list_of_one_category_is_that_category(written: str) -> None:
    reading = read(f"---\nid: abcde\ntitle: خبر\ncategory: {written}\n---\nنص")
    assert (reading.article.category, reading.problems) == ("سياسة", ())


def test_an_address_is_made_of_the_date_and_the_id_only() -> None:
    assert article("date: 2011-01-25").url == "2011/01/abcde.html"


def test_an_article_without_id_gets_one_from_its_place_and_is_told_to_keep_it() -> None:
    reading = read("---\ntitle: خبر\n---\nنص")
    again = read("---\ntitle: خبر آخر\n---\nنص آخر")
    assert reading.article.id == again.article.id
    assert f"id: {reading.article.id}" in reading.problems[0].ar


def test_an_article_without_title_borrows_its_first_words() -> None:
    reading = read("---\nid: abcde\n---\nوصلت السفينة إلى الميناء صباحا.")
    assert reading.article.title == "وصلت السفينة إلى الميناء صباحا."
    assert reading.article.title_from == "first words"
    assert len(reading.problems) == 1


def test_an_unknown_key_is_reported_and_harmless() -> None:
    reading = read("---\nid: abcde\ntitle: خبر\nlayout: post\n---\nنص")
    (problem,) = reading.problems
    assert "`layout`" in problem.en
    assert problem.line == 4


def test_a_key_that_is_misspelt_is_reported_with_the_one_that_was_meant() -> None:
    (problem,) = read("---\nid: abcde\ntitle: خبر\nauthor: سمير\n---\nنص").problems
    assert problem.en.endswith("Did you mean `authors`?")
    assert problem.ar.endswith("هل تقصد `authors`؟")


def test_a_file_that_is_no_utf8_is_named_with_the_line_that_is_none() -> None:
    data = "---\ntitle: خبر\n".encode() + "---\nنص".encode("windows-1256")
    problem = parse("content/articles/a.md", data)
    assert isinstance(problem, Problem)
    assert (problem.file, problem.line, problem.severity) == ("content/articles/a.md", 4, "error")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_an_article_that_is_a_link_to_nowhere_is_named_and_hides_no_other(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("---\nid: abc\ntitle: خبر\n---\nنص", encoding="utf-8")
    (tmp_path / "content/b.md").symlink_to(tmp_path / "gone.md")
    found = library(tmp_path)
    assert [article.id for article in found.articles] == ["abc"]
    (problem,) = found.problems
    assert (problem.file, problem.severity) == ("content/b.md", "error")


def test_words_are_counted_without_markup_and_marks() -> None:
    assert article("", "## عنوان\n\nوَصَلَ **القطار** إلى [المدينة](a.html).").words == 5


def test_an_excerpt_does_not_repeat_the_words_that_a_headline_was_made_of() -> None:
    head = 'title_from: first words\ntitle: "عبرت القافلة الوادي…"'
    body = "عبرت القافلة  الوادي، ثم نزلت\nعند العين.\n\nوفي الصباح تابعت سيرها."
    found = read(f"---\nid: abcde\n{head}\n---\n\n{body}\n").article
    assert found.excerpt == "…ثم نزلت عند العين."
    placed = read(f"---\nid: abcde\n{head}\n---\n\nصيدا - {body}\n").article
    assert placed.excerpt == "…ثم نزلت عند العين."
    untitled = read("---\nid: abcde\n---\n\nعبرت القافلة الوادي.\n").article
    assert (untitled.title, untitled.excerpt) == ("عبرت القافلة الوادي.", "")


def test_an_excerpt_may_begin_as_a_printed_headline_does() -> None:
    assert article("", "خبر سار وصل إلى القرية.").excerpt == "خبر سار وصل إلى القرية."


def test_a_long_text_gives_a_short_excerpt_that_ends_with_a_word() -> None:
    found = article("", "وصلت السفينة إلى الميناء. " * 40)
    assert len(found.excerpt) <= 201
    assert found.excerpt.endswith("…")
    assert found.excerpt.split()[-1].rstrip("….") in ("وصلت", "السفينة", "إلى", "الميناء")


def test_two_files_with_one_id_are_an_error_that_names_both(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        path = tmp_path / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\nid: abcde\ntitle: خبر\n---\nنص", encoding="utf-8")
    found = library(tmp_path)
    assert [article.path for article in found.articles] == ["content/a.md"]
    (problem,) = found.problems
    assert problem.file == "content/b.md"
    assert "content/a.md" in problem.en


def test_what_was_read_once_is_remembered_whole(tmp_path: Path) -> None:
    path = tmp_path / "content" / "a.md"
    path.parent.mkdir()
    path.write_text(
        "---\nid: abcde\ntitle: خبر\ndate: 2011-01-25 10:20\ntags: [غزة]\nunknown: x\n"
        "images:\n  - caption: ص\ncorrections:\n  - date: 2012-01-01\n    text: ت\n"
        "withdrawn:\n  date: 2013-01-01\n  reason: س\nprovenance:\n  file: a.txt\n---\nنص",
        encoding="utf-8",
    )
    first = library(tmp_path)
    assert first.memory is not None
    second = library(tmp_path, first.memory)
    assert second == Library(first.articles, first.problems, None)


def test_a_file_that_changes_is_read_again_and_one_that_goes_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "content" / "a.md"
    path.parent.mkdir()
    path.write_text("---\nid: abcde\ntitle: أول\n---\nنص", encoding="utf-8")
    first = library(tmp_path)
    path.write_text("---\nid: abcde\ntitle: ثان\n---\nنص", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    second = library(tmp_path, first.memory or b"")
    assert second.articles[0].title == "ثان"
    path.unlink()
    assert library(tmp_path, second.memory or b"").articles == ()


@pytest.mark.parametrize("memory", [b"", b"{", b"{}", b"[]", b'{"version":"0"}', b"\xff"])
def test_a_torn_memory_is_only_slow(tmp_path: Path, memory: bytes) -> None:
    path = tmp_path / "content" / "a.md"
    path.parent.mkdir()
    path.write_text("---\nid: abcde\ntitle: أول\n---\nنص", encoding="utf-8")
    assert [article.title for article in library(tmp_path, memory).articles] == ["أول"]
