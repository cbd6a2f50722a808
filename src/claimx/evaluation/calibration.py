"""Whether confidence means what it says: of claims given 0.8, are 80 in 100 right?

Guo et al. (2017), On Calibration of Modern Neural Networks (expected calibration error); Fawcett
(2006), An Introduction to ROC Analysis (AUROC).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimx.evaluation.intervals import Interval, Resamples, find_interval

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A prediction with its confidence and whether it is right; ``article`` is its number."""

    article: int
    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions whose confidence lies from ``low`` up to ``high``, which only 1.0 reaches.

    ``confidence`` is their mean and ``precision`` the share that is right; None where there are
    none.
    """

    low: float
    high: float
    predictions: int
    confidence: float | None
    precision: float | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval; both None where there is nothing to measure it on."""

    value: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How confidence and truth go together.

    Attributes:
        without_confidence: Predictions that give none, and are left out.
        error: Expected calibration error over the bins.
        auroc: Chance that a right prediction has more confidence than a wrong one; equal
            confidence counts half.
        precise_half: Precision of the more confident half. Of those as confident as the last
            of that half, an even share is taken, so that no order decides.
    """

    predictions: int
    without_confidence: int
    bins: tuple[Bin, ...]
    error: Estimate
    auroc: Estimate
    precise_half: Estimate


def measure_calibration(
    judged: Sequence[Judged], without_confidence: int, resamples: Resamples
) -> Calibration:
    """The figures of all predictions that have a confidence."""
    table = _Table(judged)
    all_once = np.ones(len(judged), dtype=np.int64)
    measures = (table.find_error, table.find_auroc, table.find_precise_half)
    values = [measure(all_once) for measure in measures]
    samples = [
        [measure(row[table.articles]) for measure in measures]
        for row in (resamples.weights if judged else ())
    ]
    error, auroc, precise_half = (
        _estimate(value, [sample[i] for sample in samples]) for i, value in enumerate(values)
    )
    return Calibration(
        predictions=len(judged),
        without_confidence=without_confidence,
        bins=tuple(table.make_bins()),
        error=error,
        auroc=auroc,
        precise_half=precise_half,
    )


def _estimate(value: float | None, samples: list[float | None]) -> Estimate:
    return Estimate(value, find_interval(np.array(samples, dtype=np.float64)))


class _Table:
    """Predictions by confidence, from the highest down; each measure takes their weights."""

    def __init__(self, judged: Sequence[Judged]) -> None:
        ranked = sorted(judged, key=lambda item: -item.confidence)
        self.articles: NDArray[Any] = np.array([item.article for item in ranked], dtype=np.int64)
        self._confidence = np.array([item.confidence for item in ranked], dtype=np.float64)
        self._right = np.array([item.is_right for item in ranked], dtype=np.int64)
        self._bins = np.minimum((self._confidence * BINS).astype(np.int64), BINS - 1)
        # Where a new confidence begins; equal ones are a group.
        self._starts = np.flatnonzero(np.diff(self._confidence, prepend=np.inf))

    def make_bins(self) -> list[Bin]:
        bins = []
        for number in range(BINS):
            inside = self._bins == number
            count = int(inside.sum())
            bins.append(
                Bin(
                    low=number / BINS,
                    high=(number + 1) / BINS,
                    predictions=count,
                    confidence=float(self._confidence[inside].mean()) if count else None,
                    precision=float(self._right[inside].mean()) if count else None,
                )
            )
        return bins

    def find_error(self, weights: NDArray[Any]) -> float | None:
        total = weights.sum()
        if not total:
            return None
        # In each bin: |sum of truth - sum of confidence|, which is the gap times its size.
        gaps = np.bincount(self._bins, weights=weights * (self._right - self._confidence))
        return float(np.abs(gaps).sum() / total)

    def find_auroc(self, weights: NDArray[Any]) -> float | None:
        if not len(weights):
            return None
        right = np.add.reduceat(weights * self._right, self._starts)
        wrong = np.add.reduceat(weights * (1 - self._right), self._starts)
        pairs = right.sum() * wrong.sum()
        if not pairs:
            return None
        wrong_below = wrong.sum() - np.cumsum(wrong)
        return float((right * (wrong_below + wrong / 2)).sum() / pairs)

    def find_precise_half(self, weights: NDArray[Any]) -> float | None:
        if not weights.sum():
            return None
        counts = np.add.reduceat(weights, self._starts)
        right = np.add.reduceat(weights * self._right, self._starts)
        half = counts.sum() / 2
        before = np.cumsum(counts) - counts
        share = np.divide(
            np.clip(half - before, 0, counts), counts, out=np.zeros(len(counts)), where=counts > 0
        )
        return float((right * share).sum() / half)
