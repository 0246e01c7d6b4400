"""Who does the work: the one place that knows how tasks are spread.

Stages take a `concurrent.futures.Executor` and submit batches of values to it; what comes back is
the same whoever worked.
"""

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, Final, ParamSpec, TypeVar

from warraq.batches import SerialExecutor

__all__ = ["SerialExecutor", "executor"]

P = ParamSpec("P")
T = TypeVar("T")

_SOUGHT_AFTER: Final = 50_000
"""Values made, and not gone again, after which a worker looks for garbage; Python's own 700 are
fewer than a batch leaves behind."""


def executor(workers: int | None = None, *, preload: str = "warraq.render") -> Executor:
    """An executor for `workers` processes; by default one a core, and 1 stays in this process.

    Processes start with the first task, so a build with nothing to do starts none. They are forked
    from a clean server where the system can, as forking a process that has threads is unsafe; it
    imports `preload`, the module of most tasks, once for all of them.
    """
    count = workers or os.cpu_count() or 1
    if count == 1:
        return SerialExecutor()
    methods = multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if "forkserver" in methods:
        context.set_forkserver_preload([preload])
    return _Crew(count, mp_context=context, initializer=_settle_in)


class _Crew(ProcessPoolExecutor):
    """Processes that Ctrl-C does not reach from the moment on in which they start."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Give out a task; processes that start for it inherit that the signal is blocked."""
        with _interrupt_blocked():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _interrupt_blocked() -> Iterator[None]:
    """What Ctrl-C sends waits, for this thread and for what it starts; Windows has no such wait."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle_in() -> None:
    """Ctrl-C reaches every process of a terminal; the one that gave out the work decides.

    What a worker has when it starts, it keeps, and most of what it makes is sent off: to look for
    garbage there, and after each batch, took an eighteenth of its time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_SOUGHT_AFTER)
