"""Choices among candidates, each described by features of value one (McFadden, 1974)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MINIMUM_COUNT = 5
STEPS = 300
RATE = 0.5


@dataclass
class Choice:
    """The features of each candidate, and which candidates are right."""

    candidates: list[list[str]]
    right: list[int]


def fit_weights(choices: list[Choice], penalty: float) -> dict[str, float]:
    """Weights by feature that maximise the likelihood of the right candidates (full batch Adam).

    ``penalty`` is that of the squares of the weights; rare features are left out.
    """
    counts: dict[str, int] = {}
    for choice in choices:
        for feature in {f for candidate in choice.candidates for f in candidate}:
            counts[feature] = counts.get(feature, 0) + 1
    names = sorted(feature for feature, count in counts.items() if count >= MINIMUM_COUNT)
    if not names:
        return {}
    index = {name: place for place, name in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    starts: list[int] = []
    targets: list[float] = []
    row = 0
    for choice in choices:
        starts.append(row)
        for place, candidate in enumerate(choice.candidates):
            for feature in candidate:
                if feature in index:
                    rows.append(row)
                    columns.append(index[feature])
            targets.append(1.0 / len(choice.right) if place in choice.right else 0.0)
            row += 1
    row_of, column_of, first = np.asarray(rows), np.asarray(columns), np.asarray(starts)
    target = np.asarray(targets)
    lengths = np.diff(np.append(first, row))
    weights = np.zeros(len(names))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = np.bincount(row_of, weights=weights[column_of], minlength=row)
        chances = np.exp(scores - np.repeat(np.maximum.reduceat(scores, first), lengths))
        chances /= np.repeat(np.add.reduceat(chances, first), lengths)
        pull = np.bincount(column_of, weights=(chances - target)[row_of], minlength=len(names))
        gradient = (pull + penalty * weights) / len(choices)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[place]), 3) for name, place in index.items()}
