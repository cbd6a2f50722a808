"""The command line with a pipeline that finds nothing, so that tests start at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner, Result

from claimx.cli import main
from claimx.cli.pipelines import load_pipeline

Invoke = Callable[..., Result]


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch) -> Iterator[Invoke]:
    """``invoke("extract", "a.txt", input=…)`` runs the program in this process."""

    def load(model: str | None = None) -> spacy.Language:
        return spacy.blank("en")

    monkeypatch.setattr("claimx.pipeline.load.load", load)
    load_pipeline.cache_clear()
    runner = CliRunner()

    def run(*arguments: str | Path, **options: object) -> Result:
        return runner.invoke(main, [str(argument) for argument in arguments], **options)

    yield run
    load_pipeline.cache_clear()


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two short articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bridge.txt").write_text("The bridge is “shut”, they said.\n", encoding="utf-8")
    (tmp_path / "harbour.txt").write_text("The harbour is open.\n", encoding="utf-8")
    return tmp_path
