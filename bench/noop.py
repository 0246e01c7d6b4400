"""A build with nothing to do: what it costs, and whether it touches anything.

    python bench/noop.py ARCHIVE [--rounds 5] [--no-search]

ARCHIVE is a folder with site.yml. It is built once, then again and again.
"""

import argparse
import statistics
import sys
from pathlib import Path

from cost import measure


def main() -> None:
    """Build, then measure builds that find nothing to do."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-search", action="store_true")
    args = parser.parse_args()
    command = [sys.executable, "-m", "warraq", "build"] + ["--no-search"] * args.no_search
    measure(command, args.archive)
    before = snapshot(args.archive)
    costs = [measure(command, args.archive) for _ in range(args.rounds)]
    after = snapshot(args.archive)
    touched = sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())
    seconds = [cost.cpu for cost in costs]
    peak = max(cost.memory for cost in costs)
    print(
        f"{len(before)} files; CPU s: median {statistics.median(seconds):.2f} "
        f"({min(seconds):.2f} to {max(seconds):.2f}); peak {peak} MB; "
        f"files touched: {touched}"
    )


def snapshot(folder: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of every file of the site and of the build's memory."""
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for part in ("public", ".warraq", "content")
        for path in (folder / part).rglob("*")
        if path.is_file()
    }


if __name__ == "__main__":
    main()
