"""Two commands that write into one archive wait for each other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from warraq.errors import ConfigError
from warraq.turns import turn

HOLD = """
import sys
from pathlib import Path
from warraq.turns import turn
with turn(Path(sys.argv[1]), lambda: None):
    print("mine", flush=True)
    sys.stdin.read()
"""


def other(cache: Path) -> "subprocess.Popen[bytes]":
    """Another process that has its turn until its input ends."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(cache)], stdin=pipe, stdout=pipe)
    assert process.stdout is not None
    assert process.stdout.readline() == b"mine" + os.linesep.encode()
    return process


def test_alone_nobody_waits(tmp_path: Path) -> None:
    for _ in range(2):
        with turn(tmp_path / "cache", lambda: pytest.fail("there is nobody to wait for")):
            pass


def test_the_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    with other(tmp_path) as first:
        said: list[str] = []

        def let_go() -> None:
            said.append("waiting")
            assert first.stdin is not None
            first.stdin.close()

        with turn(tmp_path, let_go):
            assert said == ["waiting"]


def test_who_dies_has_no_turn_any_more(tmp_path: Path) -> None:
    with other(tmp_path) as first:
        first.kill()
        first.wait()
        with turn(tmp_path, lambda: pytest.fail("the other is dead")):
            pass


def test_after_long_waiting_the_command_says_who_is_in_its_way(tmp_path: Path) -> None:
    with other(tmp_path) as first:
        with pytest.raises(ConfigError, match="still writing"), turn(tmp_path, lambda: None, 0.05):
            pass
        first.kill()


def test_archives_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with other(tmp_path / "one") as first:
        with turn(tmp_path / "two", lambda: pytest.fail("that is another archive")):
            pass
        first.kill()


def test_where_nothing_can_be_written_the_command_goes_on_and_says_so_itself(
    tmp_path: Path,
) -> None:
    (tmp_path / "cache").write_text("no folder")
    with turn(tmp_path / "cache", lambda: pytest.fail("there is nobody to wait for")):
        pass
