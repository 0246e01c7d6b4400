"""Work in batches: processes that are waked before there is work."""

import os
import signal
import threading
from concurrent.futures import Executor, Future
from typing import Any

import pytest

from warraq.batches import spread, wake
from warraq.errors import WarraqError
from warraq.workers import SerialExecutor, executor


class Refusing(Executor):
    """A system that lets no process start."""

    def __init__(self) -> None:
        self.asked = threading.Event()

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        self.asked.set()
        raise OSError("no more processes")


def lengths(words: list[str]) -> list[int]:
    return [len(word) for word in words]


def killed(words: list[str]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return lengths(words)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_worker_that_the_system_kills_is_told_kindly_and_nobody_waits_for_it() -> None:
    words = ["باب", "كتاب"] * 20
    with executor(2) as pair, pytest.raises(WarraqError) as met:
        list(spread(pair, killed, words, size=1))
    (problem,) = met.value.problems
    assert "memory" in problem.en
    assert "الذاكرة" in problem.ar


def test_who_was_waked_works_as_who_was_not() -> None:
    words = ["باب", "كتاب", "مكتبة"]
    with executor(2) as pair:
        wake(pair)
        assert list(spread(pair, lengths, words, size=1)) == [3, 4, 5]
    serial = SerialExecutor()
    wake(serial)
    assert list(spread(serial, lengths, words, size=2)) == [3, 4, 5]


def test_who_cannot_be_waked_says_so_when_work_is_given_out(capfd: Any) -> None:
    crew = Refusing()
    wake(crew)
    assert crew.asked.wait(10)
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(10)
    assert capfd.readouterr().err == ""
