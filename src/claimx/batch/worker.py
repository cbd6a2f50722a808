"""What a worker process does: take a unit, send back its outcomes, until there are no more."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue

from claimx.batch.memory import read_memory
from claimx.batch.outcomes import Outcome
from claimx.batch.units import Unit

Analyse = Callable[[Unit, str | None], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Job:
    """A unit with its number among all, and how many of its outcomes have been sent before."""

    number: int
    unit: Unit
    known: str | None
    sent_before: int


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded its pipeline and takes jobs."""

    memory: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The worker cannot load its pipeline, and ends."""

    message: str


@dataclass(frozen=True, slots=True)
class Made:
    """An outcome of the job that the worker holds."""

    number: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Done:
    """There is no more to come of the job."""

    number: int
    memory: int


Message = Ready | Broken | Made | Done


def work(connection: Connection, make_analyst: Callable[[], Analyse]) -> None:
    """Be a worker until the connection closes or brings None.

    Args:
        connection: Brings jobs and takes messages.
        make_analyst: Loads what does the work.
    """
    # An interrupt of the terminal comes to all processes; what to do is the first one's decision.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        analyse = make_analyst()
    except ValueError as error:
        connection.send(Broken(str(error)))
        return
    try:
        connection.send(Ready(read_memory()))
        for job in _receive(connection):
            for place, outcome in enumerate(analyse(job.unit, job.known)):
                if place >= job.sent_before:
                    connection.send(Made(job.number, outcome))
            connection.send(Done(job.number, read_memory()))
    except ConnectionError:
        return


def _receive(connection: Connection) -> Iterator[Job]:
    """The jobs, taken from the connection as soon as they come.

    Otherwise the first process could wait for the worker to take a job, and the worker for the
    first process to take an outcome.
    """
    jobs: SimpleQueue[Job | None] = SimpleQueue()

    def take() -> None:
        with suppress(EOFError, OSError):
            while (job := connection.recv()) is not None:
                jobs.put(job)
        jobs.put(None)

    threading.Thread(target=take, daemon=True).start()
    while (job := jobs.get()) is not None:
        yield job


def _end_with_parent() -> None:
    """A worker whose first process was killed has nobody to work for."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
