"""The command line: what it says, and how it ends."""

import errno
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import Archive
from warraq import __version__
from warraq.cli import main

Site = Callable[[str], Archive]

ONE = """
    -- content/articles/aaa.md --
    ---
    id: aaa
    title: خبر
    date: 2011-01-25
    ---

    نص الخبر.
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    def invoke(archive: Archive, *arguments: str, language: str = "en") -> Result:
        monkeypatch.chdir(archive.root)
        monkeypatch.setenv("WARRAQ_LANG", language)
        result = CliRunner().invoke(main, arguments, prog_name="warraq")
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return invoke


def test_a_build_says_what_it_did_in_one_line(site: Site, run: Callable[..., Result]) -> None:
    result = run(site(ONE), "build", "--no-search")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert line.startswith("1 article (0 imported), ")
    assert line.endswith("The site is in public/")


def test_it_says_so_in_arabic_with_right_plurals(site: Site, run: Callable[..., Result]) -> None:
    result = run(site(ONE), "build", "--no-search", language="ar_LB")
    assert result.stdout.startswith("مقال واحد (")


def test_a_line_has_one_kind_of_digits_and_says_nothing_of_no_files(
    site: Site, run: Callable[..., Result]
) -> None:
    """Not «كُتب لا ملفات»: a form of zero is no subject of a verb."""
    archive = site(ONE)
    archive.write("site.yml", "title: أ\ncountry: LB\n")
    run(archive, "build", "--no-search")
    for command in (("build", "--no-search"), ("import",)):
        line = run(archive, *command, language="ar").stdout.splitlines()[0]
        assert "لا ملفات" not in line
        assert re.search("[٠-٩]", line)
        assert not re.search("[0-9]", line)
    archive.write("site.yml", "title: أ\ncountry: MA\n")
    line = run(archive, "build", "--no-search", language="ar").stdout
    assert not re.search("[٠-٩]", line)


def test_a_warning_names_file_and_line_and_does_not_fail_a_build(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site(ONE.replace("2011-01-25", "2011-02-30"))
    result = run(archive, "build", "--no-search")
    assert result.exit_code == 0
    assert "warning: content/articles/aaa.md:4: `2011-02-30` is no date" in result.stderr
    again = run(archive, "build", "--no-search", language="ar")
    assert "تنبيه: content/articles/aaa.md:4: " in again.stderr


def test_a_hundred_warnings_of_one_kind_are_told_in_a_few_lines(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site("")
    for number in range(100):
        head = f"---\nid: id-{number}\ntitle: خبر\nlayout: post\n---\nنص"
        archive.write(f"content/articles/{number}.md", head)
    result = run(archive, "build", "--no-search")
    assert len(result.stderr.splitlines()) == 6
    assert "and 95 more of this kind" in result.stderr


def test_warnings_that_differ_only_in_the_names_they_say_are_of_one_kind(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site(ONE)
    pictures = "".join(f"![صورة]({number}.png)\n\n" for number in range(9))
    archive.write("content/articles/p.md", f"---\nid: ppp\ntitle: خبر\n---\n{pictures}")
    result = run(archive, "build", "--no-search")
    assert len(result.stderr.splitlines()) == 6
    assert "and 4 more of this kind" in result.stderr


def test_an_error_in_content_is_named_and_ends_with_1_and_the_rest_is_published(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site(ONE)
    archive.write("content/articles/bad.md", b"---\ntitle: \xff\n---\n")
    result = run(archive, "build", "--no-search")
    assert result.exit_code == 1
    assert "error: content/articles/bad.md:2: " in result.stderr
    assert "خبر" in archive.page("2011/01/aaa.html")


def test_wrong_settings_end_with_2_all_at_once(site: Site, run: Callable[..., Result]) -> None:
    archive = site(ONE)
    archive.write("site.yml", "titel: أ\npage_size: x\n")
    result = run(archive, "build")
    assert result.exit_code == 2
    assert "site.yml:1:" in result.stderr
    assert "site.yml:2:" in result.stderr
    assert not archive.public.exists()


def test_outside_an_archive_it_says_how_to_make_one(
    tmp_path: Path, run: Callable[..., Result]
) -> None:
    result = run(Archive(tmp_path), "build")
    assert result.exit_code == 2
    assert "warraq new DIR" in result.stderr


def test_check_before_build_says_what_to_do(site: Site, run: Callable[..., Result]) -> None:
    result = run(site(ONE), "check")
    assert result.exit_code == 2
    assert "Run `warraq build` first" in result.stderr


def test_check_finds_nothing_wrong_in_a_built_site(site: Site, run: Callable[..., Result]) -> None:
    archive = site(ONE)
    run(archive, "build", "--no-search")
    result = run(archive, "check")
    assert (result.exit_code, result.stdout) == (0, "No problem found.\n")


def test_check_finds_a_link_that_leads_nowhere(site: Site, run: Callable[..., Result]) -> None:
    archive = site(ONE.replace("نص الخبر.", "[رابط](missing.html)"))
    run(archive, "build", "--no-search")
    result = run(archive, "check")
    assert result.exit_code == 1
    assert "missing.html" in result.stderr


def test_importing_a_second_time_finds_nothing_new(site: Site, run: Callable[..., Result]) -> None:
    archive = site("")
    archive.write("content/inbox/a.txt", "عنوان الخبر الأول\n\nهذا نص الخبر وهو جملة كاملة.\n")
    assert run(archive, "import").stdout.startswith("1 new, ")
    assert run(archive, "import").stdout.startswith("0 new, ")


def test_files_named_on_the_command_line_are_imported_from_where_they_lie(
    site: Site, run: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("elsewhere") / "b.txt"
    source.write_text("عنوان الخبر الثاني\n\nهذا نص الخبر وهو جملة كاملة.\n", encoding="utf-8")
    archive = site("")
    assert run(archive, "import", str(source)).stdout.startswith("1 new, ")
    assert source.exists()
    assert "عنوان الخبر الثاني" in (archive.root / archive.article()).read_text(encoding="utf-8")


def test_a_new_archive_builds_at_once(
    tmp_path: Path, run: Callable[..., Result], site: Site
) -> None:
    result = run(site(""), "new", "mine")
    assert result.exit_code == 0
    archive = Archive(tmp_path / "mine")
    assert run(archive, "build", "--no-search").exit_code == 0
    assert run(archive, "check").exit_code == 0
    assert (archive.public / "index.html").exists()


def test_new_refuses_a_folder_that_holds_something(site: Site, run: Callable[..., Result]) -> None:
    result = run(site(ONE), "new", ".")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")


def test_it_runs_as_a_module_whatever_the_locale(site: Site) -> None:
    archive = site(ONE)
    for language in ("C", "ar_LB.UTF-8"):
        environment = {**os.environ, "LC_ALL": language, "LANG": language, "WARRAQ_LANG": ""}
        done = subprocess.run(
            [sys.executable, "-m", "warraq", "build", "--no-search"],
            cwd=archive.root,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip()


def test_it_knows_its_version() -> None:
    assert __version__ in CliRunner().invoke(main, ["--version"]).output


LIGHTHOUSE = """منارة المرفأ القديم تعمل من جديد

عادت منارة مرفأ اللاذقية إلى العمل بعد ثلاثين سنة، ورآها صيادو اللاذقية من عرض البحر ليلا.

وقال حارس المنارة إن اللاذقية انتظرت ضوءها طويلا، وإن مصباحها الجديد يكفي لإرشاد السفن كلها.
"""


def test_new_texts_are_tagged_in_the_archives_own_spelling_and_marked(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site(ONE.replace("title: خبر", "title: خبر\n    tags: [اللاذقيّة]"))
    archive.write("content/inbox/lighthouse.txt", LIGHTHOUSE)
    run(archive, "import")
    (path,) = (archive.root / "content/articles/undated").rglob("*.md")
    text = path.read_text(encoding="utf-8")
    assert text.count('- "اللاذقيّة"') == 2
    assert "suggested:" in text


def test_an_import_says_why_it_suggests_no_category_and_a_build_does_not(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site(ONE)
    archive.write("content/inbox/lighthouse.txt", LIGHTHOUSE)
    assert "no categories are suggested" not in run(archive, "build", "--no-search").stderr
    archive.write("content/inbox/more.txt", LIGHTHOUSE.replace("ثلاثين", "أربعين"))
    assert "no categories are suggested" in run(archive, "import").stderr
    assert "no categories are suggested" not in run(archive, "import").stderr


def test_packing_says_in_one_line_what_it_made(site: Site, run: Callable[..., Result]) -> None:
    archive = site(ONE)
    assert run(archive, "pack").exit_code == 2
    run(archive, "build", "--no-search")
    result = run(archive, "pack", "--to", "zips")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert " files packed, " in line
    assert (archive.root / "zips" / line.rpartition(" ")[2]).is_file()


def test_a_pattern_that_no_text_has_is_told_and_not_counted_as_nothing_new(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site("")
    archive.write("content/inbox/hespress/a.txt", "عنوان الخبر\n\nهذا نص الخبر وهو جملة كاملة.\n")
    result = run(archive, "import", "--only", "hespres/*")
    assert result.exit_code == 2
    assert "hespres/*" in result.stderr
    assert "hespres/*" in run(archive, "import", "--only", "hespres/*", language="ar").stderr
    assert run(archive, "import", "--only", "hespress/*").exit_code == 0
    assert run(archive, "import", "--only", "hespress/*").exit_code == 0  # nothing new, but seen


def test_an_inbox_without_texts_says_what_belongs_there(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site("")
    archive.write("content/inbox/letter", "عنوان الخبر\n\nهذا نص الخبر وهو جملة كاملة.\n")
    said = run(archive, "import")
    assert (said.exit_code, said.stdout[:6]) == (0, "0 new,")
    assert "no texts were found in content/inbox. Put files there whose names end in" in said.stderr
    assert "لا نصوص في content/inbox." in run(archive, "import", language="ar").stderr
    archive.write("content/inbox/letter.txt", "عنوان الخبر\n\nهذا نص الخبر وهو جملة كاملة.\n")
    assert "no texts were found" not in run(archive, "import").stderr


def test_an_inbox_that_is_named_and_not_there_is_a_warning_and_the_usual_one_may_be_missing(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site(ONE)
    assert run(archive, "build", "--no-search").stderr == ""
    archive.write("site.yml", "title: أ\ninbox: [content/inbox, texst]\n")
    for command in (("build", "--no-search"), ("import",)):
        result = run(archive, *command)
        assert result.exit_code == 0
        assert result.stderr.count("which is not there") == 1
        assert "texst" in result.stderr


def test_a_new_archive_s_name_can_be_pasted_into_a_shell_as_it_is_printed(
    site: Site, run: Callable[..., Result]
) -> None:
    archive = site("")
    name = "أرشيف 'بيروت' الجديد"
    printed = run(archive, "new", name, language="ar").stdout.splitlines()[1]
    assert shlex.split(printed) == ["cd", name]


def test_what_each_command_does_stands_in_one_line_that_is_not_cut() -> None:
    lines = CliRunner().invoke(main, ["--help"], terminal_width=80).stdout.splitlines()
    told = lines[lines.index("Commands:") + 1 :]
    assert len(told) == len(main.commands)
    assert all(line.endswith(".") and not line.endswith("...") for line in told)


def test_what_the_system_does_not_allow_is_told_and_not_traced(
    site: Site, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = site(ONE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "content/import-report.jsonl")

    monkeypatch.setattr("warraq.importer.run", refuse)
    result = run(archive, "import")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: content/import-report.jsonl: Permission denied. ")
    result = run(archive, "import", language="ar")
    assert result.stderr.startswith("خطأ: content/import-report.jsonl: لم يأذن النظام. ")


@pytest.mark.parametrize(
    ("line", "found", "command"),
    [
        (("tagz",), "لا أمر اسمه tagz. هل تقصد tags؟", "warraq"),
        (("build", "--frsh"), "لا خيار اسمه --frsh. هل تقصد --fresh؟", "warraq build"),
        (("--nonsense",), "لا خيار اسمه --nonsense.", "warraq"),
        (("new",), "ينقص FOLDER.", "warraq new"),
        (("import", "no.txt"), "لا ملف ولا مجلد يصلح بهذا الاسم: no.txt", "warraq import"),
        (("serve", "--port", "0"), "--port: المطلوب عدد من 1 إلى 65535.", "warraq serve"),
        (("build", "--workers"), "--workers", "warraq"),
        (("check", "this"), "this", "warraq check"),
    ],
)
def test_a_line_that_is_typed_wrong_is_told_in_arabic_with_where_the_options_are(
    site: Site, run: Callable[..., Result], line: tuple[str, ...], found: str, command: str
) -> None:
    result = run(site(ONE), *line, language="ar")
    assert result.exit_code == 2
    assert result.stderr.startswith("خطأ: ")
    assert found in result.stderr
    assert result.stderr.endswith(f"لعرض الخيارات: {command} --help\n")


def test_a_line_that_is_typed_wrong_is_told_in_english_too(
    site: Site, run: Callable[..., Result]
) -> None:
    result = run(site(ONE), "tagz")
    assert result.exit_code == 2
    assert "No such command" in result.stderr
