"""`warraq new`: what a new archive holds, and what it never touches."""

import re
from dataclasses import replace
from pathlib import Path

import click
import pytest
import yaml

from warraq import config as configuration
from warraq.errors import WarraqError
from warraq.scaffold import create, template

ROOT = Path(__file__).parents[1]
WORKFLOWS = {
    "archive": dict(template())[".github/workflows/pages.yml"].decode(),
    "project": (ROOT / ".github/workflows/pages.yml").read_text(encoding="utf-8"),
    "ci": (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"),
}


def test_a_new_archive_holds_all_that_a_build_and_a_repository_need(tmp_path: Path) -> None:
    written = create(tmp_path / "archive")
    assert {path.relative_to(tmp_path / "archive").as_posix() for path in written} == {
        ".github/workflows/pages.yml",
        ".gitignore",
        "README.md",
        "content/inbox/arabic-language-day.txt",
        "site.yml",
    }
    assert all(path.read_bytes() for path in written)


def test_its_settings_are_read_without_a_problem(tmp_path: Path) -> None:
    create(tmp_path)
    config = configuration.load(tmp_path / "site.yml")
    assert config.title == "أرشيف جديد"
    assert config.inbox == (tmp_path.resolve() / "content/inbox",)


def test_every_setting_stands_in_the_file_with_its_default(tmp_path: Path) -> None:
    create(tmp_path)
    file = tmp_path / "site.yml"
    plain = configuration.load(file)
    text = re.sub(r"^# (?=[a-z_]+: )", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    assert set(yaml.safe_load(text)) == set(configuration.keys())
    full = configuration.load(file)
    assert replace(full, base_url="", rights="") == plain


def test_what_is_built_stays_out_of_the_repository(tmp_path: Path) -> None:
    create(tmp_path)
    config = configuration.load(tmp_path / "site.yml")
    ignored = (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert f"/{config.output.name}/" in ignored
    assert f"/{config.cache.name}/" in ignored


def test_a_fresh_clone_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert create(tmp_path)


def test_a_folder_that_holds_anything_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text("mine")
    with pytest.raises(WarraqError) as caught:
        create(tmp_path)
    assert "ليس فارغًا" in caught.value.problems[0].ar
    assert [path.name for path in tmp_path.iterdir()] == ["site.yml"]
    assert (tmp_path / "site.yml").read_text() == "mine"


def test_a_file_where_the_folder_should_be_is_a_problem_and_no_stack_trace(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("mine")
    for folder in (tmp_path / "archive", tmp_path / "archive" / "inside"):
        with pytest.raises(WarraqError):
            create(folder)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(name: str) -> None:
    uses = re.findall(r"uses: (.*)", WORKFLOWS[name])
    assert uses
    for action in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_one_action_has_one_version_in_all_workflows() -> None:
    uses = set(re.findall(r"uses: (.*)", "".join(WORKFLOWS.values())))
    assert len(uses) == len({action.partition("@")[0] for action in uses})


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_job_may_do_more_than_it_needs(name: str) -> None:
    workflow = yaml.safe_load(WORKFLOWS[name])
    granted = {
        (scope, level)
        for job in (workflow, *workflow["jobs"].values())
        for scope, level in job.get("permissions", {}).items()
        if level == "write"
    }
    assert granted == (set() if name == "ci" else {("pages", "write"), ("id-token", "write")})
    assert "permissions" in workflow


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_workflows_use_only_options_that_warraq_has(name: str) -> None:
    from warraq import cli

    for command, options in re.findall(r"\bwarraq (build|check)\b(.*)", WORKFLOWS[name]):
        known = {
            option
            for parameter in cli.main.commands[command].params
            if isinstance(parameter, click.Option)
            for option in parameter.opts
        }
        assert set(re.findall(r"--[a-z-]+", options)) <= known
