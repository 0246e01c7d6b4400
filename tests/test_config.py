"""site.yml: typed, forgiving of nothing, kind about everything."""

from pathlib import Path

import pytest

from warraq.config import READERS, Config, load, term_merges, word_families
from warraq.errors import ConfigError, Problem


def settings(folder: Path, text: str, base_url: str | None = None) -> Config:
    (folder / "site.yml").write_text(text, encoding="utf-8")
    return load(folder / "site.yml", base_url=base_url)


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as caught:
        settings(folder, text)
    return caught.value.problems


def test_a_title_is_enough(tmp_path: Path) -> None:
    config = settings(tmp_path, "title: أرشيف")
    assert config.title == "أرشيف"
    assert config.articles == tmp_path / "content" / "articles"
    assert config.base_path == "/"


def test_digits_follow_the_country_unless_they_are_given(tmp_path: Path) -> None:
    assert settings(tmp_path, "title: أ\ncountry: EG").digits == "arab"
    assert settings(tmp_path, "title: أ\ncountry: ma").digits == "latn"
    assert settings(tmp_path, "title: أ\ncountry: EG\ndigits: latn").digits == "latn"


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "title: أ\ncontry: LB\n")
    assert (problem.file, problem.line) == ("site.yml", 2)
    assert "`contry`" in problem.en
    assert "`country`" in problem.en
    assert "`country`" in problem.ar


def test_all_problems_are_reported_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = "title: أ\nhijri: perhaps\npage_size: 0\ncountry: FR\nbase_url: here\ntitel: ب\n"
    assert [problem.line for problem in problems(tmp_path, text)] == [2, 3, 4, 5, 6]


def test_a_key_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "title: أ\ntitle: ب")
    assert "line 1" in problem.en


def test_an_archive_needs_a_title(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "country: LB")
    assert "`title` is missing" in problem.en


def test_a_title_with_a_colon_gets_a_kind_message_with_its_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "country: LB\ntitle: أرشيف: القاهرة: 1950\n")
    assert problem.line == 2
    assert "double quotes" in problem.en


@pytest.mark.parametrize(
    "text",
    ["title: a: b", "title: [a", 'title: "a', "title: *a", "title: x\n  b: c\n d: e", "a:\n\tb"],
)
def test_why_a_file_is_no_yaml_is_said_in_arabic_too(tmp_path: Path, text: str) -> None:
    (problem,) = problems(tmp_path, text)
    reason = problem.ar.removeprefix("ليس بصيغة YAML صحيحة: ").partition(".")[0]
    assert reason
    assert not any("a" <= char <= "z" for char in reason)


def test_wrong_keys_of_outlets_are_named_with_their_lines_and_the_nearest_known_ones(
    tmp_path: Path,
) -> None:
    text = "title: أرشيف\noutlets:\n  - files: a/*\n    sources: ن\n  - files: b\n    stops: x\n"
    assert [(p.line, "`source`" in p.en, "`stop`" in p.ar) for p in problems(tmp_path, text)] == [
        (4, True, False),
        (6, False, True),
    ]


def test_a_missing_site_yml_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "site.yml")
    assert "warraq new" in caught.value.problems[0].en


def test_a_file_in_another_encoding_is_refused_kindly(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_bytes("title: أرشيف".encode("windows-1256"))
    with pytest.raises(ConfigError) as caught:
        load(tmp_path / "site.yml")
    assert "UTF-8" in caught.value.problems[0].en


@pytest.mark.parametrize(
    ("url", "fix"),
    [
        ("https://name.github.io/archive", "https://name.github.io/archive/"),
        ("https://name.github.io/Archive/", "https://name.github.io/archive/"),
        ("https://Name.github.io/Archive", "https://name.github.io/archive/"),
    ],
)
def test_a_base_url_that_would_break_online_is_refused_with_the_fix(
    tmp_path: Path, url: str, fix: str
) -> None:
    (problem,) = problems(tmp_path, f"title: أ\nbase_url: {url}")
    assert f"`{fix}`" in problem.en
    assert f"`{fix}`" in problem.ar


@pytest.mark.parametrize("url", ["name.github.io/", "ftp://a/", "https://a/?q=1", "/archive/"])
def test_a_base_url_is_a_web_address(tmp_path: Path, url: str) -> None:
    (problem,) = problems(tmp_path, f"title: أ\nbase_url: {url}")
    assert "https://name.github.io/archive/" in problem.en


def test_the_command_line_may_give_the_address_that_the_host_itself_named(tmp_path: Path) -> None:
    config = settings(tmp_path, "title: أ", base_url="https://name.github.io/MyArchive/")
    assert config.base_path == "/MyArchive/"


@pytest.mark.parametrize("folder", [".", "..", "../elsewhere", "/tmp"])
def test_the_output_cannot_lie_where_a_build_would_remove_what_is_not_its_own(
    tmp_path: Path, folder: str
) -> None:
    (problem,) = problems(tmp_path, f"title: أ\noutput: {folder}")
    assert "inside the archive" in problem.en


@pytest.mark.parametrize(
    "lines",
    [
        "output: content",
        "output: Content",
        "output: content/articles/site",
        "output: archive\ncontent: archive/texts",
        "output: texts\ninbox: [texts/old, texts/new]",
        "output: themes/mine",
        "output: .git/site",
        "content: public/../public",
    ],
)
def test_the_site_is_written_to_no_folder_that_holds_texts_or_lies_among_them(
    tmp_path: Path, lines: str
) -> None:
    """A build removes all from there that is not its own: an archive was lost so."""
    (problem,) = problems(tmp_path, f"title: أ\n{lines}")
    assert problem.line == 2
    assert "`output: public`" in problem.en
    assert "`output: public`" in problem.ar


def test_the_site_may_lie_beside_the_texts_in_any_folder_of_its_own(tmp_path: Path) -> None:
    config = settings(tmp_path, "title: أ\noutput: content-site\ninbox: [texts, ../shared]")
    assert config.output == tmp_path / "content-site"


def test_every_key_is_a_field_and_has_words_that_explain_it() -> None:
    source = Path(load.__code__.co_filename).read_text(encoding="utf-8")
    for key in READERS:
        assert key in Config.__slots__
        after = source.split(f"\n    {key}: ", 1)[1].split("\n", 2)
        assert after[1].strip().startswith('"""'), key


def test_the_lists_that_come_with_warraq_are_families_of_single_words() -> None:
    families = word_families(Path("nowhere"))
    assert len(families.plurals) > 1000
    assert len(families.names) > 500
    assert ("غوغل", "جوجل", "قوقل", "كوكل", "Google") in families.names
    assert ("وزير", "وزراء") in families.plurals


def test_an_archive_adds_families_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "search"
    folder.mkdir()
    (folder / "names.yml").write_text("- [العيون, لعيون]\n", encoding="utf-8")
    (folder / "plurals.yml").write_text("# none yet\n", encoding="utf-8")
    assert ("العيون", "لعيون") in word_families(tmp_path).names


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- [العيون, لعيون]\n- وحيد\n", 2),
        ("- [هونغ كونغ, هونج كونج]\n", 1),
        ("- [العيون, لعيون]\n- [لعيون\n", 3),
        ("العيون: لعيون\n", 1),
    ],
)
def test_what_is_no_family_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    folder = tmp_path / "search"
    folder.mkdir()
    (folder / "names.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        word_families(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (f"{tmp_path.name}/search/names.yml", line)


@pytest.mark.parametrize("name", ["tags.yml", "search/names.yml"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [("- [وزير, وزراء]".encode("windows-1256"), "UTF-8"), (b"- [a, b", "not valid YAML")],
)
def test_a_list_that_cannot_be_read_is_not_taken_for_one_that_says_nothing(
    tmp_path: Path, name: str, text: bytes, wanted: str
) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / name).write_bytes(text)
    with pytest.raises(ConfigError) as caught:
        (word_families if name.startswith("search/") else term_merges)(tmp_path)
    (problem,) = caught.value.problems
    assert problem.file == f"{tmp_path.name}/{name}"
    assert wanted in problem.en
    assert wanted.rsplit(maxsplit=1)[-1] in problem.ar


def test_a_file_of_another_name_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "name.yml").write_text("- [العيون, لعيون]\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        word_families(tmp_path)
    assert caught.value.problems[0].file == f"{tmp_path.name}/search/name.yml"
