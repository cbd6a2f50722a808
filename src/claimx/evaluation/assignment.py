"""The best one-to-one pairing: what the CEAF measure aligns chains with.

Kuhn (1955) and Munkres (1957), in the form with potentials and shortest augmenting paths of
Jonker and Volgenant (1987, "A shortest augmenting path algorithm for dense and sparse linear
assignment problems").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


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
    pairing = _Pairing(
        gains, [0.0] * len(gains), [0.0] * (columns + 1), taken=[None] * (columns + 1)
    )
    for row in range(len(gains)):
        pairing.place_row(row)
    return {column: row for column, row in enumerate(pairing.taken[:columns]) if row is not None}


@dataclass(slots=True)
class _Pairing:
    """The rows that are placed so far, and the potentials that make their pairs cost nothing.

    The column behind the last stands for "the row that is being placed".
    """

    gains: Sequence[Sequence[float]]
    row_level: list[float]
    column_level: list[float]
    taken: list[int | None]

    def place_row(self, row: int) -> None:
        """Give ``row`` a column, and other ones to the rows that must make room for it."""
        columns = len(self.gains[0])
        self.taken[columns] = row
        place = columns
        paths = _Paths([float("inf")] * columns, [columns] * columns, [False] * (columns + 1))
        while (current := self.taken[place]) is not None:
            paths.is_done[place] = True
            self._extend_paths(paths, place, current)
            following = paths.find_nearest()
            self._shift_levels(paths, paths.least[following])
            place = following
        while place != columns:
            self.taken[place] = self.taken[paths.came_from[place]]
            place = paths.came_from[place]

    def _extend_paths(self, paths: _Paths, place: int, row: int) -> None:
        """Go on from ``place``, whose row is ``row``, where that is the shorter way."""
        for column in paths.list_open():
            cost = -self.gains[row][column] - self.row_level[row] - self.column_level[column]
            if cost < paths.least[column]:
                paths.least[column], paths.came_from[column] = cost, place

    def _shift_levels(self, paths: _Paths, step: float) -> None:
        """Shift the potentials so that the nearest column, ``step`` away, costs nothing."""
        for column, holder in enumerate(self.taken):
            if paths.is_done[column] and holder is not None:
                self.row_level[holder] += step
                self.column_level[column] -= step
            elif column < len(paths.least):
                paths.least[column] -= step


@dataclass(slots=True)
class _Paths:
    """The shortest paths from the row that is being placed to each column.

    Attributes:
        least: What the path costs, as far as it is known.
        came_from: The column before.
        is_done: Whether the path goes on from the column; the last is that of the row itself.
    """

    least: list[float]
    came_from: list[int]
    is_done: list[bool]

    def list_open(self) -> list[int]:
        """The columns from which no path goes on yet."""
        return [column for column in range(len(self.least)) if not self.is_done[column]]

    def find_nearest(self) -> int:
        """The first of the open columns that cost least."""
        return min(self.list_open(), key=self.least.__getitem__)
