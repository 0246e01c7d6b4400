"""Whoever does the work gives the same results, and only the one who gave it out can be stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from warraq.errors import ConfigError, Problem, WarraqError
from warraq.workers import executor


def interrupted(number: int) -> int:
    """What Ctrl-C does to a process, amid a task."""
    os.kill(os.getpid(), signal.SIGINT)
    return number * 2


def failing(kind: type[WarraqError]) -> None:
    raise kind([Problem("article.html", 3, "a name is wrong", "اسم خطأ")])


@pytest.mark.parametrize("kind", [WarraqError, ConfigError])
def test_an_error_met_by_a_worker_is_told_as_if_met_here(kind: type[WarraqError]) -> None:
    with executor(2) as crew, pytest.raises(kind) as met:
        crew.submit(failing, kind).result()
    assert met.value.problems == (Problem("article.html", 3, "a name is wrong", "اسم خطأ"),)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one process")
def test_a_worker_finishes_its_task_when_the_command_is_interrupted() -> None:
    with executor(2) as crew:
        assert list(crew.map(interrupted, range(4))) == [0, 2, 4, 6]


WORKING = """
from warraq.workers import executor
if __name__ == "__main__":
    with executor(2, preload="warraq.importer") as crew:
        try:
            print("started", flush=True)
            while True:
                crew.submit(abs, -1).result()
        except KeyboardInterrupt:
            print("stopped", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to a group")
@pytest.mark.parametrize("moment", [0.02, 0.1, 0.25])
def test_ctrl_c_while_workers_start_ends_the_command_and_breaks_no_worker(
    moment: float, tmp_path: Path
) -> None:
    """As in a terminal: the signal reaches the command and all that it started."""
    (tmp_path / "working.py").write_text(WORKING, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "working.py")]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as working:
        assert working.stdout
        assert working.stdout.readline() == "started\n"
        time.sleep(moment)
        os.killpg(working.pid, signal.SIGINT)
        try:
            out, err = working.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(working.pid, signal.SIGKILL)
            raise
    assert (out, err) == ("stopped\n", "")
