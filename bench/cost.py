"""What a command costs, counted over every process that it starts."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SET_CHILD_SUBREAPER = 36  # prctl(2)


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU, user and system, and on the clock; MB of the command's own process, and of
    the largest of all, at their peak.
    """

    cpu: float
    wall: float
    own: int
    memory: int


def measure(command: Sequence[str], folder: Path | None = None) -> Cost:
    """Run a command and count it and all its descendants; leave the benchmark where it fails.

    Workers are children of a fork server that outlives the command, so waiting for the command
    alone would miss them. On Linux they are handed to us when it ends, and are waited for too;
    elsewhere a command of several processes is counted too low.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(command[:4])} failed")
    usages = [usage]
    while True:
        try:
            _, _, usage = os.wait4(-1, 0)
        except ChildProcessError:
            break
        usages.append(usage)
    return Cost(
        sum(usage.ru_utime + usage.ru_stime for usage in usages),
        wall,
        usages[0].ru_maxrss // 1024,
        max(usage.ru_maxrss for usage in usages) // 1024,
    )
