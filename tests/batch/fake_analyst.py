"""An analyst whose every move is ordered by the text: ``sleep 0.1``, ``die``, ``lines 3`` …

It is a module of its own, since workers import it.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from claimx.article import Failure
from claimx.batch.outcomes import Outcome
from claimx.batch.units import Unit
from claimx.listing import ListedFile, Unlisted


class FakeAnalyst:
    """Carries out the commands that it is given for articles."""

    def __call__(self, unit: Unit, known: str | None = None) -> Iterator[Outcome]:
        """The outcomes that the unit asks for."""
        source = unit.source
        if isinstance(source, ListedFile | Unlisted | Failure):
            raise TypeError("give a text")
        if known == source.text:
            yield Outcome(unit.path, None)
            return
        command, *arguments = source.text.split()
        if command == "lines":
            yield from _give_lines(unit.path, *arguments)
            return
        if command in _ACTIONS:
            _ACTIONS[command](*arguments)
        yield Outcome(unit.path, f"{source.text} by {os.getpid()}")


def _give_lines(path: str, number: str, length: str, *last_words: str) -> Iterator[Outcome]:
    """So many lines of that length; the process dies behind them if anything else is said."""
    for place in range(int(number)):
        yield Outcome(f"{path}:{place}", "x" * int(length))
    if last_words:
        _kill_itself()


def _kill_itself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _wait_for(path: str) -> None:
    while not Path(path).exists():
        time.sleep(0.01)


def _die_once(marker: str) -> None:
    """Die if there is no file ``marker`` yet, and leave one."""
    if not Path(marker).exists():
        Path(marker).touch()
        _kill_itself()


_ACTIONS: dict[str, Callable[..., None]] = {
    "sleep": lambda seconds: time.sleep(float(seconds)),
    "wait": _wait_for,
    "die": _kill_itself,
    "die-once": _die_once,
}


def make_analyst() -> FakeAnalyst:
    """As a worker does it."""
    return FakeAnalyst()


def refuse() -> FakeAnalyst:
    """A pipeline that cannot be loaded."""
    raise ValueError("there is no such pipeline")


def die() -> FakeAnalyst:
    """A pipeline for which there is no memory."""
    _kill_itself()
    return FakeAnalyst()
