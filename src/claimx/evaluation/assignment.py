"""The best one-to-one pairing: what the CEAF measure aligns chains with.

Kuhn (1955) and Munkres (1957), in the form with potentials and shortest augmenting paths of
Jonker and Volgenant (1987, "A shortest augmenting path algorithm for dense and sparse linear
assignment problems").
"""

from __future__ import annotations

from collections.abc import Sequence


def find_best_total(gains: Sequence[Sequence[float]]) -> float:
    """The largest sum of gains when each row takes at most one column, and each column one row.

    Args:
        gains: A row for each item of one side with its gain for each of the other; none below 0.
    """
    if not gains or not gains[0]:
        return 0.0
    if len(gains) > len(gains[0]):
        gains = list(zip(*gains, strict=True))
    return sum(gains[row][column] for column, row in _pair(gains).items())


def _pair(gains: Sequence[Sequence[float]]) -> dict[int, int]:
    """The row of each column that is taken; there are no more rows than columns."""
    columns = len(gains[0])
    row_level = [0.0] * len(gains)
    column_level = [0.0] * (columns + 1)
    # The column behind the last stands for "the row that is being placed".
    taken: list[int | None] = [None] * (columns + 1)
    for row in range(len(gains)):
        taken[columns] = row
        place = columns
        least = [float("inf")] * columns
        came_from = [columns] * columns
        is_done = [False] * (columns + 1)
        while (current := taken[place]) is not None:
            is_done[place] = True
            step, following = float("inf"), columns
            for column in range(columns):
                if is_done[column]:
                    continue
                cost = -gains[current][column] - row_level[current] - column_level[column]
                if cost < least[column]:
                    least[column], came_from[column] = cost, place
                if least[column] < step:
                    step, following = least[column], column
            for column in range(columns + 1):
                holder = taken[column]
                if is_done[column] and holder is not None:
                    row_level[holder] += step
                    column_level[column] -= step
                elif column < columns:
                    least[column] -= step
            place = following
        while place != columns:
            taken[place] = taken[came_from[place]]
            place = came_from[place]
    return {column: row for column, row in enumerate(taken[:columns]) if row is not None}
