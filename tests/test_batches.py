"""Work in batches: processes that are waked before there is work."""

import threading
from concurrent.futures import Executor, Future
from typing import Any

from warraq.batches import spread, wake
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
