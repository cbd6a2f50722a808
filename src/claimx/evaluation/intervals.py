"""How far figures on a small set can be trusted: bootstrap over articles.

Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentile interval).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

SAMPLES = 1000
SEED = 20250314
_LOWER, _UPPER = 0.025, 0.975

Weights = NDArray[np.int64]
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was predicted and what the gold has, and how much of either is right.

    The two kinds of right differ where a class is told by the predictions on one side and by the
    gold on the other.
    """

    right: int
    predicted: int
    found: int
    gold: int

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the predicted that is right, 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0 where the gold has nothing."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and F1 with their 95 % intervals, all from 0 to 1.

    Samples in which there is nothing to measure do not count; where none has, there is no
    interval.
    """

    counts: Counts
    precision_interval: Interval | None
    recall_interval: Interval | None
    f1_interval: Interval | None


class Resamples:
    """Samples of articles, drawn with replacement, always the same for a number of articles."""

    def __init__(self, articles: int) -> None:
        """``articles`` is how many there are; each sample draws as many."""
        rng = Random(SEED)
        numbers = range(articles)
        samples = SAMPLES if articles else 0
        draws = [rng.choices(numbers, k=articles) for _ in range(samples)]
        self.weights: Weights = np.zeros((samples, articles), dtype=np.int64)
        """How often each article (column) is in each sample (row)."""
        for row, draw in zip(self.weights, draws, strict=True):
            row += np.bincount(draw, minlength=articles)

    def rate(self, counts: Sequence[Counts]) -> Rates:
        """The figures of ``counts``, one entry an article."""
        table = np.array(
            [(c.right, c.predicted, c.found, c.gold) for c in counts], dtype=np.int64
        ).reshape(-1, 4)
        right, predicted, found, gold = (self.weights @ table).T
        precision, recall = _divide(right, predicted), _divide(found, gold)
        p, r = np.nan_to_num(precision), np.nan_to_num(recall)
        f1 = np.nan_to_num(_divide(2 * p * r, p + r))
        f1[predicted + gold == 0] = np.nan
        return Rates(
            sum(counts, Counts(0, 0, 0, 0)),
            find_interval(precision),
            find_interval(recall),
            find_interval(f1),
        )


def find_interval(scores: NDArray[Any]) -> Interval | None:
    """From the 2.5th to the 97.5th percentile of the scores that are numbers, if any is."""
    known = scores[~np.isnan(scores)]
    if not known.size:
        return None
    lower, upper = np.quantile(known, (_LOWER, _UPPER))
    return float(lower), float(upper)


def _divide(over: NDArray[Any], under: NDArray[Any]) -> NDArray[np.float64]:
    """Quotients; no number where there is nothing to divide by."""
    quotients = np.full(len(over), np.nan)
    np.divide(over, under, out=quotients, where=under != 0)
    return quotients
