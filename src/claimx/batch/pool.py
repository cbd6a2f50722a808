"""Worker processes: who works on what, in which order results are given, and what goes wrong."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

from claimx.article import Failure, FailureMetadata, FailureReason
from claimx.batch.feed import Feed
from claimx.batch.outcomes import Outcome, describe_outcome
from claimx.batch.processes import PRELOADED, get_context, starting
from claimx.batch.units import Unit
from claimx.batch.worker import Analyse, Broken, Done, Job, Made, Message, Ready, work

# A worker finds its next article waiting when it is done with one.
_JOBS_AHEAD = 2
# How far the others may run ahead of the slowest, in units and in characters.
_UNITS_AHEAD = 32
_CHARACTERS_AHEAD = 64_000_000
_READ_AHEAD = 4
# What is larger is not sent to a worker that is busy, since it would not fit into the pipe.
_LARGEST_AHEAD = 20_000
# An article that a worker died of is tried once more: the system may have meant another one.
_ATTEMPTS = 2
_STARTS_IN_VAIN = 3


class BrokenPoolError(RuntimeError):
    """No worker can be started; the message is one sentence."""


@dataclass(frozen=True)
class PoolSettings:
    """How a pool works.

    Attributes:
        workers: How many processes.
        ordered: Whether results come in the order of the units.
        timeout: Seconds that one article may take; None is without end.
        preload: Modules that are imported once for all workers.
        renew_after: Jobs after which a worker is replaced by a new one.
        on_start: Called with the number of a worker and the unit that it begins.
        on_memory: Called with the number of a worker and the bytes that it holds.
    """

    workers: int
    ordered: bool = True
    timeout: float | None = None
    preload: tuple[str, ...] = PRELOADED
    renew_after: int = 5_000
    on_start: Callable[[int, Unit], None] | None = None
    on_memory: Callable[[int, int], None] | None = None


@dataclass
class _Task:
    """A unit on its way: the outcomes that wait for their turn, and how often it was tried."""

    number: int
    unit: Unit
    known: str | None
    outcomes: deque[Outcome] = field(default_factory=deque)
    received: int = 0
    attempts: int = 0
    is_done: bool = False


@dataclass
class _Worker:
    number: int
    process: BaseProcess
    connection: Connection
    tasks: deque[_Task] = field(default_factory=deque)
    is_ready: bool = False
    is_leaving: bool = False
    jobs: int = 0
    since: float = 0.0


def analyse_in_workers(
    units: Iterable[Unit],
    make_analyst: Callable[[], Analyse],
    settings: PoolSettings,
    know: Callable[[Unit], str | None] = lambda unit: None,
) -> Iterator[Outcome]:
    """The outcomes of all units, whatever becomes of the workers.

    Memory does not depend on how many units there are: no more are taken than the workers need.

    Args:
        units: Taken in a thread of their own, so that they may come slowly.
        make_analyst: Loads what does the work; it is called in each worker and must be picklable.
        settings: How many workers, and how they work.
        know: The fingerprint of a unit's record in an earlier run, if there was one. It is asked
            once a unit, in order.

    Raises:
        BrokenPoolError: If no worker can be started, or load what does the work.
    """
    pool = _Pool(units, make_analyst, settings, know)
    try:
        yield from pool.run()
    finally:
        pool.close()


class _Pool:
    def __init__(
        self,
        units: Iterable[Unit],
        make_analyst: Callable[[], Analyse],
        settings: PoolSettings,
        know: Callable[[Unit], str | None],
    ) -> None:
        self._settings = settings
        self._make_analyst = make_analyst
        self._know = know
        self._context: BaseContext = get_context(settings.preload)
        self._window = _UNITS_AHEAD * settings.workers
        self._feed = Feed(units, ahead=_READ_AHEAD * settings.workers)
        self._error: Exception | None = None
        self._waiting: deque[_Task] = deque()  # to be given to a worker, in order
        self._open: deque[_Task] = deque()  # not yet all given out, in order
        self._ready: deque[Outcome] = deque()  # to be given out
        self._workers: list[_Worker] = []
        self._taken = 0
        self._held = 0  # characters of open units and their outcomes
        self._started = 0
        self._started_in_vain = 0

    # The loop

    def run(self) -> Iterator[Outcome]:
        while True:
            self._take_units()
            self._man()
            self._hand_out()
            self._collect_ready()
            while self._ready:
                outcome = self._ready.popleft()
                self._held -= len(outcome.line or "")
                yield outcome
            if self._feed.is_over and not self._open:
                break
            self._wait()
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """End all workers at once: what they still hold is not wanted any more."""
        self._feed.close()
        for worker in self._workers:
            worker.process.kill()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _wait(self) -> None:
        by_connection = {worker.connection: worker for worker in self._workers}
        watched: list[Any] = [*by_connection]
        # What waits in the feed would wake the loop over and over while it cannot be taken.
        if self._has_room() and not self._feed.is_over:
            watched.append(self._feed.fileno())
        ready = wait(watched, timeout=self._time_left())
        for item in ready:
            worker = by_connection.get(item)  # type: ignore[call-overload]
            if worker is not None:
                self._hear(worker)
        self._end_overdue()

    # Units

    def _take_units(self) -> None:
        while self._has_room() and not self._feed.is_over:
            try:
                unit = self._feed.take()
            except Exception as error:
                # All that came before it is still to be given out.
                self._error = error
                return
            if unit is None:
                return
            self._taken += 1
            self._held += unit.size
            task = _Task(self._taken, unit, self._know(unit))
            self._open.append(task)
            self._waiting.append(task)

    def _has_room(self) -> bool:
        return len(self._open) < self._window and self._held < _CHARACTERS_AHEAD

    def _hand_out(self) -> None:
        for depth in range(_JOBS_AHEAD):
            if depth and not all(worker.is_ready for worker in self._workers):
                return  # somebody will soon have nothing to do
            for worker in self._workers:
                if not self._waiting:
                    return
                if self._may_take(worker, depth):
                    self._give(worker, self._waiting.popleft())

    def _may_take(self, worker: _Worker, depth: int) -> bool:
        is_small = self._waiting[0].unit.size <= _LARGEST_AHEAD
        return (
            worker.is_ready
            and not worker.is_leaving
            and len(worker.tasks) <= depth
            and (is_small or not worker.tasks)
        )

    def _give(self, worker: _Worker, task: _Task) -> None:
        worker.tasks.append(task)
        worker.jobs += 1
        if worker.jobs >= self._settings.renew_after:
            worker.is_leaving = True
        if len(worker.tasks) == 1:
            self._begin(worker)
        try:
            worker.connection.send(Job(task.number, task.unit, task.known, task.received))
            if worker.is_leaving:
                worker.connection.send(None)
        except OSError:
            self._lose(worker, by_timeout=False)

    def _begin(self, worker: _Worker) -> None:
        worker.since = time.monotonic()
        if self._settings.on_start is not None:
            self._settings.on_start(worker.number, worker.tasks[0].unit)

    def _collect_ready(self) -> None:
        """Move what may be given out now: of the first open unit, or of any."""
        if self._settings.ordered:
            while self._open:
                task = self._open[0]
                self._ready.extend(task.outcomes)
                task.outcomes.clear()
                if not task.is_done:
                    return
                self._open.popleft()
            return
        for task in self._open:
            self._ready.extend(task.outcomes)
            task.outcomes.clear()
        self._open = deque(task for task in self._open if not task.is_done)

    # Workers

    def _man(self) -> None:
        """Start as many workers as there is work for."""
        present = [worker for worker in self._workers if not worker.is_leaving]
        wanted = min(self._settings.workers, len(self._open))
        for _ in range(wanted - len(present)):
            self._start()

    def _start(self) -> None:
        if self._started_in_vain >= _STARTS_IN_VAIN:
            raise BrokenPoolError(
                f"{self._started_in_vain} worker processes ended before they began: "
                "there may be too little memory for them"
            )
        ours, theirs = self._context.Pipe()
        process: Any = self._context.Process(  # type: ignore[attr-defined]
            target=work, args=(theirs, self._make_analyst), daemon=True
        )
        with starting():
            process.start()
        theirs.close()
        used = {worker.number for worker in self._workers}
        number = next(n for n in range(1, len(used) + 2) if n not in used)
        self._workers.append(_Worker(number, process, ours))

    def _hear(self, worker: _Worker) -> None:
        try:
            message: Message = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker, by_timeout=False)
            return
        match message:
            case Ready(memory):
                self._started_in_vain = 0
                worker.is_ready = True
                self._note_memory(worker, memory)
            case Broken(reason):
                raise BrokenPoolError(reason)
            case Made(_, outcome):
                worker.tasks[0].received += 1
                self._keep(worker.tasks[0], outcome)
                worker.since = time.monotonic()
            case Done(_, memory):
                self._finish(worker.tasks.popleft())
                self._note_memory(worker, memory)
                if worker.tasks:
                    self._begin(worker)

    def _keep(self, task: _Task, outcome: Outcome) -> None:
        task.outcomes.append(outcome)
        self._held += len(outcome.line or "")

    def _finish(self, task: _Task) -> None:
        task.is_done = True
        self._held -= task.unit.size

    def _note_memory(self, worker: _Worker, memory: int) -> None:
        if self._settings.on_memory is not None:
            self._settings.on_memory(worker.number, memory)

    def _time_left(self) -> float | None:
        if self._settings.timeout is None:
            return None
        begun = [worker.since for worker in self._workers if worker.tasks]
        if not begun:
            return None
        return max(0.0, min(begun) + self._settings.timeout - time.monotonic())

    def _end_overdue(self) -> None:
        timeout = self._settings.timeout
        if timeout is None:
            return
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.tasks and now - worker.since >= timeout and not worker.connection.poll():
                self._lose(worker, by_timeout=True)

    def _lose(self, worker: _Worker, *, by_timeout: bool) -> None:
        """A worker that is gone, or is to go: its article fails or is tried again, the ones behind
        it go to others."""
        worker.process.kill()
        worker.process.join()
        worker.connection.close()
        self._workers.remove(worker)
        if not worker.is_ready:
            self._started_in_vain += 1
        rest = list(worker.tasks)
        if rest:
            held = rest[0]
            held.attempts += 1
            failure = self._explain(held, worker, by_timeout)
            if failure is not None:
                self._keep(held, describe_outcome(failure))
                self._finish(held)
                rest = rest[1:]
        self._waiting.extendleft(reversed(rest))

    def _explain(self, task: _Task, worker: _Worker, by_timeout: bool) -> Failure | None:
        path = task.unit.path
        if by_timeout:
            return _fail(
                path,
                "ArticleTimeoutError",
                f"{path} was given up after {self._settings.timeout:g} seconds: allow it more "
                "(--timeout), or split it",
            )
        if task.attempts < _ATTEMPTS:
            return None
        code = worker.process.exitcode or 0
        cause = f"signal {-code}" if code < 0 else f"exit code {code}"
        return _fail(
            path,
            "WorkerLostError",
            f"{path} ended the process that worked on it, {task.attempts} times ({cause}): there "
            "may be too little memory for it",
        )


def _fail(path: str, kind: str, message: str) -> Failure:
    return Failure(
        metadata=FailureMetadata(path=path), error=FailureReason(type=kind, message=message)
    )
