"""What is measured once for all tests of quality, and shown at the end of the run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import claimx
from tests.quality.corpora import ABSENT, find_corpora
from tests.quality.figures import Figure, format_figures, read_floors
from tests.quality.measure import measure_corpora, measure_labels
from tests.quality.sentences import Outcome, read_cases, summarise, try_cases

_SHOWN = pytest.StashKey[dict[str, list[str]]]()


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest) -> list[Outcome]:
    """What the bundled pipeline found in the attribution sentences."""
    found = try_cases(read_cases())
    _show(request.config, "attribution sentences", summarise(found))
    return found


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the corpora, where there is one."""
    folder = find_corpora()
    if folder is None:
        pytest.skip(ABSENT)
    return folder


@pytest.fixture(scope="session")
def figures(request: pytest.FixtureRequest, corpora: Path) -> dict[str, Figure]:
    """All figures on the corpora by their names."""
    measured = list(measure_corpora(corpora))
    _show(request.config, "figures on the corpora", format_figures(measured, read_floors()))
    return {figure.name: figure for figure in measured}


@pytest.fixture(scope="session")
def label_figures(request: pytest.FixtureRequest) -> dict[str, Figure]:
    """The figures on the labelled articles by their names."""
    measured = list(measure_labels(claimx.load()))
    _show(request.config, "labelled articles", format_figures(measured, read_floors()))
    return {figure.name: figure for figure in measured}


def _show(config: pytest.Config, title: str, lines: Iterator[str]) -> None:
    config.stash.setdefault(_SHOWN, {})[title] = list(lines)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show what was measured, whether or not a test failed."""
    for title, lines in config.stash.get(_SHOWN, {}).items():
        terminalreporter.section(title)
        for line in lines:
            terminalreporter.write_line(line)
