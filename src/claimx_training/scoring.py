"""Precision, recall and F1 of sets of spans, with bootstrap intervals over documents."""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass
from random import Random

RESAMPLES = 1000
SEED = 20250314


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items are right, how many were predicted and how many the gold has."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the predicted that is right; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where the gold has nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


def count_matches(predicted: Set[Hashable], gold: Set[Hashable]) -> Counts:
    """The counts of one document's sets."""
    return Counts(len(predicted & gold), len(predicted), len(gold))


def add_counts(counts: Sequence[Counts]) -> Counts:
    """The counts of several documents together."""
    return Counts(
        sum(c.right for c in counts), sum(c.predicted for c in counts), sum(c.gold for c in counts)
    )


def bootstrap_f1(counts: Sequence[Counts]) -> tuple[float, float]:
    """The 95 % interval of F1 over documents drawn with replacement, always the same draw."""
    rng = Random(SEED)
    scores = sorted(add_counts(rng.choices(counts, k=len(counts))).f1 for _ in range(RESAMPLES))
    return scores[int(0.025 * RESAMPLES)], scores[int(0.975 * RESAMPLES) - 1]
