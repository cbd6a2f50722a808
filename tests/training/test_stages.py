"""The command line of the recipe, on corpora of a few words."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner
from spacy.tokens import DocBin

from claimx_training.cli import main
from claimx_training.fit import open_config
from claimx_training.workspace import PARTS


def read_texts(work: Path, name: str) -> list[str]:
    path = work / "corpus" / f"{name}.spacy"
    return [doc.text for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)]


def test_prepare_writes_every_split_and_keeps_tuning_articles_out(
    corpora: Path, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    result = CliRunner().invoke(main, ["--corpora", str(corpora), "--work", str(work), "prepare"])
    assert result.exit_code == 0, result.output
    for part in PARTS:
        assert f"{part}-train" in result.output
    assert read_texts(work, "attributions-tune") == ['"Go," held said.']
    assert read_texts(work, "attributions-train") == ['"Go," fit said.', "“Go,” fit said."]
    assert len(read_texts(work, "syntax-train")) == 36
    assert len(read_texts(work, "syntax-tune")) == 4


def test_prepare_gives_the_same_bytes_each_time(corpora: Path, tmp_path: Path) -> None:
    for work in ("one", "two"):
        arguments = [
            "--corpora",
            str(corpora),
            "--work",
            str(tmp_path / work),
            "prepare",
            "entities",
        ]
        assert CliRunner().invoke(main, arguments).exit_code == 0
    assert read_texts(tmp_path / "one", "entities-train") == read_texts(
        tmp_path / "two", "entities-train"
    )


def test_missing_corpora_are_said_to_be_missing(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--corpora", str(tmp_path / "none"), "prepare"])
    assert result.exit_code == 1
    assert "none" in result.output


def test_a_fit_without_prepared_corpora_says_what_to_run_first(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--work", str(tmp_path), "fit", "syntax"])
    assert result.exit_code == 1
    assert "prepare" in result.output


@pytest.mark.parametrize("part", PARTS)
def test_the_committed_configs_are_complete_and_seeded(part: str) -> None:
    with open_config(part) as path:
        config = spacy.util.load_config(path, interpolate=True)
    assert config["training"]["seed"] == 20250314
    assert config["paths"] == {"train": None, "dev": None}
    assert set(config["nlp"]["pipeline"]) == set(config["components"])
