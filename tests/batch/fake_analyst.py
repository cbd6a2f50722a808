"""An analyst whose every move is ordered by the text: ``sleep 0.1``, ``die``, ``lines 3`` …

It is a module of its own, since workers import it.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
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
        match command:
            case "sleep":
                time.sleep(float(arguments[0]))
            case "wait":
                while not Path(arguments[0]).exists():
                    time.sleep(0.01)
            case "die":
                os.kill(os.getpid(), signal.SIGKILL)
            case "die-once":
                marker = Path(arguments[0])
                if not marker.exists():
                    marker.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            case "lines":
                for number in range(int(arguments[0])):
                    yield Outcome(f"{unit.path}:{number}", "x" * int(arguments[1]))
                if arguments[2:]:
                    os.kill(os.getpid(), signal.SIGKILL)
                return
        yield Outcome(unit.path, f"{source.text} by {os.getpid()}")


def make_analyst() -> FakeAnalyst:
    """As a worker does it."""
    return FakeAnalyst()


def refuse() -> FakeAnalyst:
    """A pipeline that cannot be loaded."""
    raise ValueError("there is no such pipeline")


def die() -> FakeAnalyst:
    """A pipeline for which there is no memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    return FakeAnalyst()
