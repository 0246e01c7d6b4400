"""Whoever does the work gives the same results, and only the one who gave it out can be stopped."""

import os
import signal

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
