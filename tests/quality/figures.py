"""A figure with its interval, and the floors in ``floors.json``."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimx.evaluation.intervals import Interval

PATH = Path(__file__).with_name("floors.json")
# Other machines round differently: so much less is no fall.
_MARGIN = 0.005
_CASES = 2
_STEPS = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured on what.

    Attributes:
        value: From 0 to 1, more is better; None where there was nothing to measure.
        total: How many gold items it was measured on.
        interval: Of 95 %, by bootstrap over the documents.
        has_floor: Whether it is kept from falling: not where there are too few items.
    """

    data: str
    measure: str
    value: float | None
    total: int
    interval: Interval | None
    has_floor: bool = True

    @property
    def name(self) -> str:
        """Both words together, by which the floors are kept."""
        return f"{self.data}: {self.measure}"

    def find_floor(self) -> float:
        """The figure less half a point or two items, whichever is more, rounded down."""
        floor = (self.value or 0.0) - max(_MARGIN, _CASES / max(self.total, 1))
        return math.floor(max(floor, 0.0) * _STEPS) / _STEPS


@dataclass(frozen=True, slots=True)
class Floors:
    """Below which nothing may fall.

    Attributes:
        sentences: Right cases with attributions (``positives``) and without (``negatives``).
        corpora: SHA-256 of what the figures were measured on.
        figures: By the names of the figures.
        labels: Likewise, of the articles in ``wikinews/``, which lie beside the tests.
    """

    sentences: Mapping[str, int]
    corpora: Mapping[str, str]
    figures: Mapping[str, float]
    labels: Mapping[str, float] = field(default_factory=dict)


def read_floors(path: Path = PATH) -> Floors:
    """The floors that hold; all empty before they are written for the first time."""
    if not path.exists():
        return Floors({}, {}, {})
    return Floors(**json.loads(path.read_text(encoding="utf-8")))


def write_floors(floors: Floors, path: Path = PATH) -> None:
    """Write the floors for the tests to hold to."""
    body = {
        "sentences": dict(floors.sentences),
        "corpora": dict(floors.corpora),
        "figures": dict(floors.figures),
        "labels": dict(floors.labels),
    }
    path.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8", newline="\n")


def make_floors(
    right: Mapping[str, int],
    hashes: Mapping[str, str],
    figures: Iterable[Figure],
    labels: Iterable[Figure],
) -> Floors:
    """Floors a small margin below what was measured."""
    return Floors(
        sentences={name: max(count - _CASES, 0) for name, count in right.items()},
        corpora=dict(hashes),
        figures={figure.name: figure.find_floor() for figure in figures if figure.has_floor},
        labels={figure.name: figure.find_floor() for figure in labels if figure.has_floor},
    )


def find_lowered(old: Floors, new: Floors) -> list[str]:
    """What would be let fall lower than before, or be let go."""
    return [
        f"{name}: {value} before, {after.get(name, 'none')} now"
        for before, after in (
            (old.sentences, new.sentences),
            (old.figures, new.figures),
            (old.labels, new.labels),
        )
        for name, value in before.items()
        if name not in after or after[name] < value
    ]


def format_figures(figures: Iterable[Figure], floors: Floors) -> Iterator[str]:
    """A table: data, measure, figure, its interval, items, floor; in per cent."""
    yield f"{'data':18s}{'measure':36s}{'figure':>7s}  {'95 %':14s}{'items':>6s}{'floor':>8s}"
    known = {**floors.figures, **floors.labels}
    for figure in figures:
        floor = known.get(figure.name)
        limits = (
            "–"
            if figure.interval is None
            else "{:.1f} to {:.1f}".format(*(100 * limit for limit in figure.interval))
        )
        is_low = figure.value is not None and floor is not None and figure.value < floor
        yield (
            f"{figure.data:18s}{figure.measure:36s}{_format(figure.value):>7s}  {limits:14s}"
            f"{figure.total:6d}{_format(floor):>8s}{'  below' if is_low else ''}"
        )


def _format(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"
