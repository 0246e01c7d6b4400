"""Work in batches: how stages hand values to an executor and take results back, in order."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from functools import lru_cache
from itertools import chain, islice
from threading import Thread
from typing import Any, Final, ParamSpec, TypeVar

from warraq.errors import Problem, WarraqError

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")

AHEAD: Final = 8
"""Batches given out before the first is back: keeps processes busy and memory flat."""


class SerialExecutor(Executor):
    """Does each task at once, in this process."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run the task now; its error, if any, waits in the future as with other executors."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # the caller meets it in `result()`
            future.set_exception(error)
        return future


def spread(
    executor: Executor, work: Callable[[list[T]], Sequence[R]], items: Iterable[T], *, size: int
) -> Iterator[R]:
    """The results of `work` over `items`, in their order, whoever does it.

    `work` gets `size` items at a time and gives one result an item; it must be a function of a
    module, or a `partial` of one, so that it can travel. Items are drawn only as they are needed.
    What `work` carries, such as a theme or a vocabulary, is pickled once for all batches, and
    unpickled once in each process. What makes one batch is done here: a process costs more to
    start. Raises WarraqError where a process is killed from outside.
    """
    rest = iter(items)
    first = list(islice(rest, size))
    second = list(islice(rest, 1))
    if not second:
        yield from work(first) if first else ()
        return
    rest = chain(first, second, rest)
    packed = pickle.dumps(work)
    waiting: list[Future[Sequence[R]]] = []
    try:
        while batch := list(islice(rest, size)):
            waiting.append(executor.submit(_do, packed, batch))
            if len(waiting) >= AHEAD:
                yield from waiting.pop(0).result()
        while waiting:
            yield from waiting.pop(0).result()
    except BrokenExecutor as error:
        waiting.clear()  # the executor says of each that it is lost, and must find it uncancelled
        raise WarraqError([_worker_lost()]) from error
    finally:
        for future in waiting:  # only where the caller stopped half-way
            future.cancel()


def _worker_lost() -> Problem:
    return Problem(
        "",
        0,
        "a process that did part of the work was ended from outside, most often because memory ran "
        "out. The site is as it was. Close other programs, or give `--workers 1`, and try again.",
        "أُنهيت من الخارج عملية كانت تنجز جزءًا من العمل، وأكثر أسباب ذلك نفاد الذاكرة. الموقع كما "
        "كان. أغلق البرامج الأخرى أو أضف `--workers 1` ثم أعد المحاولة.",
    )


def wake(executor: Executor) -> None:
    """Have processes start while the first batch is still being prepared.

    Where that fails it fails again when work is given out, and is met there.
    """

    def start() -> None:
        with suppress(OSError, RuntimeError):
            executor.submit(bool)

    Thread(target=start).start()


def _do(packed: bytes, batch: list[Any]) -> Any:
    return _unpacked(packed)(batch)


@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> Callable[[list[Any]], Any]:
    work: Callable[[list[Any]], Any] = pickle.loads(packed)  # noqa: S301  # our own, made above
    return work
