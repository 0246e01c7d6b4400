"""`warraq check`: what it finds in a built site, and what it leaves in peace."""

import os
import unicodedata
from pathlib import Path

import pytest

from warraq import check as checks
from warraq.check import Places, Tree, candidates, check, measure, resolve
from warraq.errors import Problem


def built(folder: Path, pages: dict[str, str]) -> Path:
    site = folder / "public"
    for name, text in {"index.html": "", **pages}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return site


def faults(folder: Path, pages: dict[str, str], base_path: str = "/") -> list[str]:
    """The problems of a site as `file:line severity`, shortened."""
    return [place(problem) for problem in check(built(folder, pages), base_path=base_path)]


def place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}"


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    pages = {
        "index.html": """
            <link rel="canonical" href="https://example.org/archive/">
            <link rel="stylesheet" href="assets/site.css?v=1">
            <a href="2011/01/a.html#نص">مقال</a> <a href="2011/">سنة</a> <a href="2011">سنة</a>
            <a href="category/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9/index.html">سياسة</a>
            <a href="#">أعلى</a> <a href="#top">أعلى</a> <a href="?q=1">بحث</a> <a href="">هنا</a>
            <a href="mailto:a@example.org">بريد</a> <a href="//example.org/x">خارج</a>
            <img src="data:image/gif;base64,R0lGOD" srcset="assets/a.png 1x, assets/b.png 2x">
        """,
        "2011/index.html": '<a href="..">أعلى</a> <a href="../">أعلى</a> <a href="./">هنا</a>',
        "2011/01/a.html": '<h2 id="نص">ن</h2> <a href="#%D9%86%D8%B5">ن</a> <a href="../..">ر</a>',
        "category/سياسة/index.html": '<a href="../../2011/01/a.html#:~:text=x">مقال</a>',
        "assets/site.css": "",
        "assets/a.png": "",
        "assets/b.png": "",
        "404.html": '<a href="/archive/">الرئيسية</a> <a href="#main">x</a> <p id="main">',
    }
    assert faults(tmp_path, pages, "/archive/") == []


# Links


@pytest.mark.parametrize(
    "link",
    [
        '<a href="b.html">x</a>',
        '<a href="b/">x</a>',
        '<a href="index.html/">x</a>',
        '<img src="b.png">',
        '<img srcset="index.html 1x,b.png 2x">',
        '<link rel="preload" imagesrcset="b.png">',
        '<form action="b.html">',
        '<video poster="b.png"></video>',
        '<object data="b.pdf"></object>',
        '<svg><use xlink:href="b.svg#i"/></svg>',
        '<meta http-equiv="Refresh" content="0; url=b.html">',
        '<a href="a&amp;b.html">x</a>',
        "<A HREF = 'b.html'>x</A>",
        "<a title='>' href=b.html>x</a>",
    ],
)
def test_a_link_to_what_is_not_there_is_found_with_its_line(tmp_path: Path, link: str) -> None:
    assert faults(tmp_path, {"a.html": f"<!doctype html>\n{link}"}) == ["public/a.html:2"]


def test_of_a_file_that_is_not_there_it_is_said_where_it_must_be_put(tmp_path: Path) -> None:
    """To build all anew, as for a page, would not bring it."""
    (tmp_path / "public").mkdir()
    links = '<a href="a.pdf">x</a> <a href="b.html">x</a>'
    (tmp_path / "public" / "index.html").write_text(links, encoding="utf-8")
    page, file = check(tmp_path / "public")
    assert "in content/" in file.en
    assert "--fresh" in page.en
    assert "--fresh" not in file.en


@pytest.mark.parametrize(
    "text",
    [
        '<!-- <a href="b.html"> -->',
        "<script>document.write('<a href=\"b.html\">')</script>",
        "<style>a { background: url(b.png) }</style>",
        '<textarea title="<a href=b.html>"></textarea>',
        '<a data-href="b.html">x</a>',
        '<meta name="description" content="0; url=b.html">',
        "<a href>x</a>",
    ],
)
def test_what_is_no_link_is_not_followed(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, {"a.html": text}) == []


def test_a_link_above_the_site_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("")
    (problem,) = check(built(tmp_path, {"a.html": '<a href="../secret.html">x</a>'}))
    assert "../secret.html" in problem.ar


def test_a_link_in_other_capitals_names_the_file_that_is_there(tmp_path: Path) -> None:
    (problem,) = check(built(tmp_path, {"a.html": '<a href="B.html">x</a>', "b.html": ""}))
    assert "B.html ≠ b.html" in problem.en


def test_a_link_whose_letters_are_composed_otherwise_is_inexact(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFC", "آداب.html")
    link = f'<a href="{unicodedata.normalize("NFD", name)}">x</a>'
    (problem,) = check(built(tmp_path, {"a.html": link, name: ""}))
    assert "≠" in problem.en


def test_an_absolute_link_is_a_fault_even_where_it_would_work(tmp_path: Path) -> None:
    (problem,) = check(built(tmp_path, {"a.html": '<a href="/index.html">x</a>'}))
    assert problem.severity == "error"
    assert "href" in problem.en


def test_the_404_page_must_link_from_the_base_path(tmp_path: Path) -> None:
    page = '<a href="index.html">x</a>\n<a href="/">x</a>\n<a href="/archive/b.html">x</a>'
    found = faults(tmp_path, {"404.html": page}, "/archive/")
    assert found == ["public/404.html:1", "public/404.html:2", "public/404.html:3"]


def test_a_base_path_may_be_percent_encoded(tmp_path: Path) -> None:
    page = '<a href="/%D8%A3%D8%B1%D8%B4%D9%8A%D9%81/index.html">x</a>'
    assert faults(tmp_path, {"404.html": page}, "/%D8%A3%D8%B1%D8%B4%D9%8A%D9%81/") == []


def test_a_fault_on_every_page_is_told_once_with_their_number(tmp_path: Path) -> None:
    pages = {f"{n}.html": '<a href="b.css">x</a> <a href="b.css">x</a>' for n in range(5)}
    (problem,) = check(built(tmp_path, pages))
    assert problem.file == "public/0.html"
    assert "4 more files" in problem.en
    assert "عددها 4" in problem.ar


def test_an_anchor_must_be_an_id_of_the_page_that_it_leads_to(tmp_path: Path) -> None:
    pages = {
        "a.html": '<a href="#gone">x</a>\n<a href="b.html#gone">x</a>\n<a href="b.html#y">x</a>',
        "b.html": '<a name="y">x</a> <a href="a.html#top">x</a>',
        "c.html": '<a href="b.html#gone">x</a>',
    }
    problems = check(built(tmp_path, pages))
    assert [place(problem) for problem in problems] == ["public/a.html:1", "public/a.html:2"]
    assert "b.html#gone" in problems[1].en
    assert "1 more files" in problems[1].en


def test_text_that_no_parser_understands_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    pages = {"a.html": "<![odd[x]]>", "b.html": '<a href="c.html">x</a>'}
    assert faults(tmp_path, pages)[-1] == "public/b.html:1"


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png 1x,b.png 2x", ["a.png", "b.png"]),
        ("a.png, b.png 300w", ["a.png", "b.png"]),
        ("\n a,1.png 1x,\n b.png 2x,\n", ["a,1.png", "b.png"]),
        ("data:image/gif;base64,AA 1x", ["data:image/gif;base64,AA"]),
        ("", []),
    ],
)
def test_the_addresses_of_a_srcset(srcset: str, expected: list[str]) -> None:
    assert list(candidates(srcset)) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("b.html", ("2011/01/b.html", "")),
        ("../../?q=1#x", ("index.html", "x")),
        ("#x", ("2011/01/a.html", "x")),
        ("..", ("2011", "")),
        ("../../../b.html", ("../b.html", "")),
        ("%23.html#%23", ("2011/01/#.html", "%23")),
        ("/b/", ("/b/index.html", "")),
    ],
)
def test_where_a_link_leads(link: str, expected: tuple[str, str]) -> None:
    assert resolve(link, "2011/01/a.html") == expected


# Names and permissions


def test_an_empty_folder_is_told_to_be_built(tmp_path: Path) -> None:
    (problem,) = check(tmp_path / "public")
    assert "warraq build" in problem.ar


def test_two_names_that_are_one_on_other_systems_are_a_fault(tmp_path: Path) -> None:
    site = built(tmp_path, {"tag/آ/index.html": "", "tag/Gaza/index.html": ""})
    (site / "tag" / unicodedata.normalize("NFD", "آ")).mkdir()
    (site / "tag" / "gaza").mkdir()
    if len(list((site / "tag").iterdir())) < 4:
        pytest.skip("this file system takes these names for one")
    problems = check(site)
    assert [problem.severity for problem in problems] == ["error", "error"]
    assert any("tag/Gaza" in problem.en for problem in problems)


@pytest.mark.skipif(os.name != "posix", reason="Windows does not let such files be made")
@pytest.mark.parametrize("name", ["a:b.html", "a?.html", "con", "Aux.html", "com1", "end.", "x "])
def test_a_name_that_windows_refuses_is_a_warning(tmp_path: Path, name: str) -> None:
    (problem,) = check(built(tmp_path, {name: ""}))
    assert problem.severity == "warning"
    assert f"`{name}`" in problem.en


@pytest.mark.parametrize("name", ["console.html", "com.html", "سياسة", ".nojekyll", "a.b"])
def test_a_name_that_windows_takes_is_none(tmp_path: Path, name: str) -> None:
    assert faults(tmp_path, {name: ""}) == []


def test_a_symbolic_link_is_a_fault(tmp_path: Path) -> None:
    site = built(tmp_path, {"a.html": ""})
    (site / "b.html").symlink_to("a.html")
    (problem,) = check(site)
    assert (problem.file, problem.severity) == ("public/b.html", "error")


@pytest.mark.skipif(os.name != "posix", reason="there are no such permissions")
def test_files_and_folders_must_be_open_to_all(tmp_path: Path) -> None:
    site = built(tmp_path, {"a.html": "", "b/c.html": "", "b/d.html": ""})
    (site / "a.html").chmod(0o640)
    (site / "b").chmod(0o754)
    (problem,) = check(site)
    assert problem.severity == "error"
    assert problem.file == "public/a.html"
    assert "1 more files" in problem.en


# Limits


def limits(files: dict[str, int], folders: dict[str, int] | None = None) -> tuple[Problem, ...]:
    places = Places()
    measure(Tree(files, folders or {}), places)
    return places.problems("public")


def test_a_site_within_all_limits_gets_no_warning() -> None:
    files = {f"{n}.html": 1000 for n in range(20_000)}
    assert limits(files | {"0.html": 25 * checks.MIB}, {"": 3_000}) == ()


@pytest.mark.parametrize(
    ("files", "folders", "said"),
    [
        ({"a": 25 * checks.MIB + 1}, {}, "25 MiB"),
        ({"a": 100 * checks.MB + 1}, {}, "100 MB"),
        ({str(n): 90 * checks.MIB for n in range(11)}, {}, "1 GB"),
        ({str(n): 1 for n in range(20_001)}, {}, "20,001"),
        ({}, {"2011/01": 3_001}, "3,001"),
    ],
)
def test_each_limit_of_a_host_is_a_warning_with_its_number(
    files: dict[str, int], folders: dict[str, int], said: str
) -> None:
    problems = limits(files, folders)
    assert {problem.severity for problem in problems} == {"warning"}
    assert any(said in problem.en and said in problem.ar for problem in problems)


@pytest.mark.parametrize("kind", checks.FAULTS)
def test_every_fault_says_in_both_languages_what_to_do(kind: str) -> None:
    places = Places()
    places.add((kind, "x"), "a.html", 3)
    (problem,) = places.problems("public")
    for text in (problem.en, problem.ar):
        assert text.endswith(".")
        assert text.count(". ") >= 1
        assert "{" not in text
