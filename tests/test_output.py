"""The output folder: atomic, incremental, never a stranger's."""

import os
import signal
from pathlib import Path

import pytest

from warraq.contexts import PlainContext, SiteInfo
from warraq.errors import WarraqError
from warraq.model import File, Page
from warraq.output import Changes, Output


def info(title: str = "أرشيف") -> SiteInfo:
    return SiteInfo(
        title=title,
        description="",
        base_url="",
        country="LB",
        digits="latn",
        hijri=True,
        rights="",
        words_per_minute=180,
        feed="feed.xml",
        nav=(),
    ).sealed()


def page(path: str, title: str = "أرشيف") -> Page:
    return Page(path, "404.html", PlainContext(info(title)))


def publish(root: Path, texts: dict[str, str], *, theme: str = "t", fresh: bool = False) -> Changes:
    """Build pages whose context is their text and whose bytes are the same text."""
    planned = {path: page(path, text) for path, text in texts.items()}
    with Output(root / "public", root / ".warraq", fresh=fresh) as output:
        for each in output.changed(planned, theme):
            output.write(File(each.path, each.context.site.title.encode()))
        return output.commit()


def tree(root: Path) -> dict[str, str]:
    folder = root / "public"
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_pages_are_written_once_and_then_left_alone(tmp_path: Path) -> None:
    assert publish(tmp_path, {"a.html": "1", "b/c.html": "2"}).written == 3
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "public").rglob("*")}
    assert publish(tmp_path, {"a.html": "1", "b/c.html": "2"}) == Changes(0, 0, 3)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_page_that_changed_is_written_and_the_others_are_not(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1", "b.html": "2"})
    assert publish(tmp_path, {"a.html": "1", "b.html": "3"}) == Changes(1, 0, 2)
    assert tree(tmp_path) == {".nojekyll": "warraq\n", "a.html": "1", "b.html": "3"}


def test_what_no_page_claims_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1", "b/c/d.html": "2"})
    assert publish(tmp_path, {"a.html": "1"}).removed == 1
    assert not (tmp_path / "public" / "b").exists()


def test_another_theme_writes_every_page(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1"})
    assert publish(tmp_path, {"a.html": "1"}, theme="other").written == 1


def test_a_page_that_somebody_deleted_or_cut_is_written_again(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1", "b.html": "22"})
    (tmp_path / "public" / "a.html").unlink()
    (tmp_path / "public" / "b.html").write_text("2")
    assert publish(tmp_path, {"a.html": "1", "b.html": "22"}).written == 2
    assert tree(tmp_path) == {".nojekyll": "warraq\n", "a.html": "1", "b.html": "22"}


def test_a_folder_of_somebody_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / "thesis.doc").write_text("x")
    with pytest.raises(WarraqError) as caught:
        publish(tmp_path, {"a.html": "1"})
    assert "output:" in caught.value.problems[0].en
    assert (folder / "thesis.doc").exists()


def test_a_site_that_moves_into_a_stranger_s_folder_removes_nothing_there(tmp_path: Path) -> None:
    """What is remembered of the old folder says nothing of the new one."""
    publish(tmp_path, {"a.html": "1"})
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "thesis.doc").write_text("x")
    with pytest.raises(WarraqError) as caught:
        Output(papers, tmp_path / ".warraq")
    assert caught.value.problems[0].file == "papers"


def test_a_folder_that_others_publish_from_is_not_taken_for_ours(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / ".nojekyll").touch()
    (docs / "index.html").write_text("a site of their own")
    with pytest.raises(WarraqError):
        Output(docs, tmp_path / ".warraq")


def test_a_lost_memory_is_only_slow(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1", "b.html": "2"})
    (tmp_path / ".warraq" / "manifest.json").write_bytes(b"{torn")
    publish(tmp_path, {"a.html": "1"})
    assert tree(tmp_path) == {".nojekyll": "warraq\n", "a.html": "1"}


def test_a_build_that_fails_before_the_end_leaves_the_old_site(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "old", "b.html": "old"})
    with pytest.raises(KeyboardInterrupt):
        _publish_half(tmp_path)
    assert tree(tmp_path) == {".nojekyll": "warraq\n", "a.html": "old", "b.html": "old"}
    assert not (tmp_path / ".warraq" / "staging").exists()


def _publish_half(root: Path) -> None:
    planned = {path: page(path, "new") for path in ("a.html", "b.html")}
    with Output(root / "public", root / ".warraq") as output:
        first, *_ = output.changed(planned, "t")
        output.write(File(first.path, b"new"))
        raise KeyboardInterrupt


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to be killed for real")
@pytest.mark.parametrize(
    "moves", [0, 1, 2], ids=["at the first", "at the second", "at the removal"]
)
def test_a_build_killed_while_files_move_is_made_good_by_the_next(
    tmp_path: Path, moves: int
) -> None:
    publish(tmp_path, {"a.html": "old", "b.html": "old", "c.html": "old"})
    child = os.fork()
    if child == 0:
        _kill_after(moves)
        publish(tmp_path, {"a.html": "new", "b.html": "new"})
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    # The next build wants the OLD texts again: what the killed one had moved must not survive.
    publish(tmp_path, {"a.html": "old", "b.html": "old", "c.html": "old"})
    assert tree(tmp_path) == {
        ".nojekyll": "warraq\n",
        "a.html": "old",
        "b.html": "old",
        "c.html": "old",
    }


def _kill_after(moves: int) -> None:
    """Make this process die of SIGKILL at the given change of a file in the output folder."""
    real_replace, real_unlink, left = Path.replace, Path.unlink, [moves]

    def count_down() -> None:
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1

    def replace(self: Path, target: Path) -> Path:
        if "staging" in self.parts:
            count_down()
        return real_replace(self, target)

    def unlink(self: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002  # pathlib's own signature
        if "public" in self.parts:
            real_unlink(self, missing_ok=missing_ok)
            count_down()

    Path.replace = replace  # type: ignore[method-assign, assignment]
    Path.unlink = unlink  # type: ignore[method-assign]


def test_a_folder_made_elsewhere_is_adopted_and_its_equal_files_stay(tmp_path: Path) -> None:
    def adopt(fingerprint: str, second: str) -> Changes:
        made = tmp_path / "made"
        (made / "sub").mkdir(parents=True, exist_ok=True)
        (made / "one").write_text("1")
        (made / "sub" / "two").write_text(second)
        with Output(tmp_path / "public", tmp_path / ".warraq") as output:
            if not output.holds("index", fingerprint):
                output.adopt("index", made, fingerprint)
            return output.commit()

    assert adopt("f1", "2").written == 3
    assert adopt("f1", "2") == Changes(0, 0, 3)
    assert adopt("f2", "3") == Changes(1, 0, 2)
    assert tree(tmp_path)["index/sub/two"] == "3"
    (tmp_path / "public" / "index" / "one").unlink()
    assert adopt("f2", "3").written == 1
