"""Whoever does the work gives the same results, and only the one who gave it out can be stopped."""

import os
import signal

import pytest

from warraq.workers import executor


def interrupted(number: int) -> int:
    """What Ctrl-C does to a process, amid a task."""
    os.kill(os.getpid(), signal.SIGINT)
    return number * 2


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one process")
def test_a_worker_finishes_its_task_when_the_command_is_interrupted() -> None:
    with executor(2) as crew:
        assert list(crew.map(interrupted, range(4))) == [0, 2, 4, 6]
