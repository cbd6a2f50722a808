"""Figures on the dev halves of the corpora, held to their floors where the corpora are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.corpora import hash_corpora
from tests.quality.figures import Figure, read_floors


def test_the_floors_were_measured_on_these_corpora(corpora: Path) -> None:
    assert hash_corpora(corpora) == read_floors().corpora, (
        "the corpora are not those of floors.json: run python -m tests.quality --write-floors"
    )


def test_every_figure_has_its_floor(figures: dict[str, Figure]) -> None:
    kept = {name for name, figure in figures.items() if figure.has_floor}
    assert kept == set(read_floors().figures)


@pytest.mark.parametrize("name", sorted(read_floors().figures))
def test_no_figure_falls_below_its_floor(name: str, figures: dict[str, Figure]) -> None:
    value = figures[name].value
    assert value is not None
    assert value >= read_floors().figures[name]
