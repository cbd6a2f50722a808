"""Figures on the labelled articles beside the tests, held to their floors on any machine."""

from __future__ import annotations

import pytest

from tests.quality.figures import Figure, read_floors


def test_every_figure_has_its_floor(label_figures: dict[str, Figure]) -> None:
    kept = {name for name, figure in label_figures.items() if figure.has_floor}
    assert kept == set(read_floors().labels)


@pytest.mark.parametrize("name", sorted(read_floors().labels))
def test_no_figure_falls_below_its_floor(name: str, label_figures: dict[str, Figure]) -> None:
    value = label_figures[name].value
    assert value is not None
    assert value >= read_floors().labels[name]
