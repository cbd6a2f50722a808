"""A call's inputs -> outcomes, in this process or in several."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claimx.batch.analyst import Analyst
from claimx.batch.config import BatchConfig
from claimx.batch.memory import read_memory
from claimx.batch.outcomes import Outcome

if TYPE_CHECKING:
    from claimx.batch.units import Unit


def _know_nothing(unit: Unit) -> None:
    """There was no earlier run."""


def _ignore(worker: int, value: object) -> None:
    """Nobody asked."""


@dataclass(frozen=True)
class Running:
    """How a batch runs. None of this changes a byte of the records.

    Attributes:
        jobs: Worker processes; 1 is this process alone, unless there is a ``timeout``.
        ordered: Whether outcomes come in input order.
        timeout: Seconds that one article may take.
        know: The fingerprint of an input's record in an earlier run, by its unit.
        on_start: Called with the number of a worker and the unit that it begins.
        on_memory: Called with the number of a worker and the bytes that it holds.
    """

    jobs: int = 1
    ordered: bool = True
    timeout: float | None = None
    know: Callable[[Unit], str | None] = _know_nothing
    on_start: Callable[[int, Unit], None] = _ignore
    on_memory: Callable[[int, int], None] = _ignore


def run_batch(
    units: Iterable[Unit], config: BatchConfig, running: Running | None = None
) -> Iterator[Outcome]:
    """One outcome an article, each as soon as it may be given.

    Args:
        units: From `make_units`.
        config: What is asked of the records.
        running: How many processes, in what order, how long.

    Raises:
        claimx.pipeline.load.PipelineError: If the pipeline cannot be used.
        claimx.batch.pool.BrokenPoolError: If workers cannot be started.
    """
    running = running or Running()
    if running.jobs == 1 and running.timeout is None:
        analyst = Analyst(config)
        # What is loaded stays; a full collection would look at all of it every forty articles.
        gc.freeze()
        yield from _run_here(units, analyst, running)
        return
    from claimx.batch.pool import PoolSettings, analyse_in_workers
    from claimx.batch.processes import PRELOADED, PRELOADED_BUNDLED

    settings = PoolSettings(
        workers=running.jobs,
        ordered=running.ordered,
        timeout=running.timeout,
        preload=PRELOADED_BUNDLED if config.model is None else PRELOADED,
        on_start=running.on_start,
        on_memory=running.on_memory,
    )
    yield from analyse_in_workers(units, partial(Analyst, config), settings, running.know)


def _run_here(units: Iterable[Unit], analyst: Analyst, running: Running) -> Iterator[Outcome]:
    for unit in units:
        running.on_start(1, unit)
        yield from analyst(unit, running.know(unit))
        running.on_memory(1, read_memory())
