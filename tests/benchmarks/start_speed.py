"""How long the program takes until it answers, without a pipeline.

    python -m tests.benchmarks.start_speed

Prints, for calls that load no pipeline, the fastest, the middle and the slowest of 20 runs:
seconds on the clock, and seconds of CPU, which other programs on the machine change less.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

CALLS = (("--help",), ("--version",), ("extract", "--help"), ("check", "--list"), ("help", "dates"))
_RUNS = 20


def measure(arguments: tuple[str, ...]) -> tuple[list[float], list[float]]:
    """Seconds on the clock and of CPU, for each run."""
    command = [sys.executable, "-m", "claimx", *arguments]
    walls, times = [], []
    for _ in range(_RUNS):
        before, start = os.times(), time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        walls.append(time.perf_counter() - start)
        after = os.times()
        times.append(
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system
        )
    return walls, times


def main() -> None:
    """Print a row a call."""
    print(f"{'claimx':<16} {'wall: least':>12} {'middle':>8} {'most':>8} {'CPU: middle':>12}")
    for arguments in CALLS:
        walls, times = measure(arguments)
        print(
            f"{' '.join(arguments):<16} {min(walls):>12.3f} {statistics.median(walls):>8.3f} "
            f"{max(walls):>8.3f} {statistics.median(times):>12.3f}"
        )
    print(f"load of the machine (1 minute): {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
