"""Figures of a run while it goes on."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

from claimx.batch.memory import read_memory
from claimx.batch.outcomes import Outcome

_MEGABYTE = 1_000_000


class Stats:
    """Counts what a run does.

    Attributes:
        articles: Records that were made.
        kept: Records of an earlier run that were not made again.
        failures: Failed inputs by the type of the error.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.kept = 0
        self.failures: Counter[str] = Counter()
        self._memory: dict[int, int] = {}
        self._begun = time.monotonic()

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._begun

    @property
    def failed(self) -> int:
        """Inputs that failed."""
        return self.failures.total()

    @property
    def total(self) -> int:
        """Outcomes so far."""
        return self.articles + self.kept + self.failed

    @property
    def rate(self) -> float:
        """Articles a second so far."""
        return self.articles / self.seconds if self.articles else 0.0

    def count(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.error is not None:
            self.failures[outcome.error] += 1
        elif outcome.line is None:
            self.kept += 1
        else:
            self.articles += 1

    def note_memory(self, worker: int, memory: int) -> None:
        """Note what a worker holds, in bytes."""
        self._memory[worker] = memory

    def to_dict(self) -> dict[str, Any]:
        """All figures: seconds, counts, articles a second, memory in MB of this process and of
        each worker."""
        workers = {str(number): size // _MEGABYTE for number, size in sorted(self._memory.items())}
        return {
            "seconds": round(self.seconds, 3),
            "articles": self.articles,
            "kept": self.kept,
            "failed": self.failed,
            "failures": dict(sorted(self.failures.items())),
            "articles_per_second": round(self.rate, 3),
            "memory_mb": {"main": read_memory() // _MEGABYTE, "workers": workers},
        }

    def describe(self) -> str:
        """The counts in a few words."""
        parts = [f"{self.articles:,} {'article' if self.articles == 1 else 'articles'}"]
        if self.kept:
            parts.append(f"{self.kept:,} kept")
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        return ", ".join(parts)
