"""How worker processes are started."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from typing import Any

# Libraries for numbers start a thread for each core; workers have one core each.
_ONE_THREAD = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "RAYON_NUM_THREADS",
)
PRELOADED = ("claimx.batch.preload",)
# With the bundled pipeline, where that is what the workers need.
PRELOADED_BUNDLED = (*PRELOADED, "claimx.batch.preload_bundled")


def count_cores() -> int:
    """The cores that this process may use: those it is bound to, and no more than its control
    group (a container, a batch job) is given time for."""
    affinity = getattr(os, "sched_getaffinity", None)
    cores = len(affinity(0)) if affinity else os.cpu_count() or 1
    quota = _read_quota()
    return max(1, cores if quota is None else min(cores, int(quota)))


def _read_quota() -> float | None:
    """Cores' worth of time that the control group may use, if it is limited."""
    try:
        with open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:  # noqa: PTH123
            quota, period = file.read().split()
        return float(quota) / float(period)
    except (OSError, ValueError):  # no such file, or "max"
        pass
    try:
        with open("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", encoding="ascii") as file:  # noqa: PTH123
            micros = int(file.read())
        with open("/sys/fs/cgroup/cpu/cpu.cfs_period_us", encoding="ascii") as file:  # noqa: PTH123
            return micros / int(file.read()) if micros > 0 else None
    except (OSError, ValueError):
        return None


def use_one_thread() -> None:
    """Let the libraries for numbers that are loaded from now on use one thread.

    More would gain nothing on matrices of this size, and round differently from machine to machine.
    """
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")


def get_context(preload: tuple[str, ...] = PRELOADED) -> BaseContext:
    """How new processes come to be: never as a copy of this one, whose threads and locks they would
    have without what holds them, but of a process that has only imported what they need.

    Args:
        preload: The modules that it imports. Those of the first call hold for all.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    return context


@contextmanager
def starting() -> Iterator[None]:
    """While processes are started: they get one numeric thread, no interrupts, and no part of the
    program that starts them."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    mask = getattr(signal, "pthread_sigmask", None)
    blocked = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else None
    try:
        with _hiding_main():
            yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, blocked)
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _hiding_main() -> Iterator[None]:
    """Keep multiprocessing from running the program's first file again in every new process.

    A worker needs nothing of it, and a file that starts workers without asking for its
    ``__name__`` would start them again in each.
    """
    main = vars(sys.modules["__main__"])
    before: dict[str, Any] = {name: main[name] for name in ("__file__", "__spec__") if name in main}
    main.update(dict.fromkeys(before))
    try:
        yield
    finally:
        main.update(before)
