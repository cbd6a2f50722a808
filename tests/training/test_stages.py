"""The command line of the recipe, on corpora of a few words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner, Result
from spacy.tokens import DocBin

from claimx_training.cli import main
from claimx_training.workspace import PARTS


def read_texts(work: Path, name: str) -> list[str]:
    path = work / "corpus" / f"{name}.spacy"
    return [doc.text for doc in DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)]


def test_prepare_writes_every_split(corpora: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    result = CliRunner().invoke(main, ["--corpora", str(corpora), "--work", str(work), "prepare"])
    assert result.exit_code == 0, result.output
    for part in PARTS:
        assert f"{part}-train" in result.output
    train = read_texts(work, "syntax-train")
    assert train.count("Ann ran.") >= 36
    # Sentences of the articles stand alone, and none of those is in tune.
    assert "Bob Reid said that Ann Hill said yes." in {text.replace("’", "'") for text in train}
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


def test_a_missing_corpus_is_named(corpora: Path, tmp_path: Path) -> None:
    partial = tmp_path / "corpora"
    shutil.copytree(corpora, partial)
    shutil.rmtree(partial / "crossner")
    (partial / "few-nerd" / "test.txt").unlink()
    result = CliRunner().invoke(
        main, ["--corpora", str(partial), "--work", str(tmp_path / "work"), "prepare", "entities"]
    )
    assert result.exit_code == 1
    assert f"{partial / 'few-nerd' / 'test.txt'} does not exist" in result.output


def test_missing_corpora_are_said_to_be_missing(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--corpora", str(tmp_path / "none"), "prepare"])
    assert result.exit_code == 1
    assert "none" in result.output


@pytest.mark.parametrize(
    ("stage", "first"), [("fit-heads", "fit-encoder"), ("bundle", "fit-encoder")]
)
def test_a_stage_without_the_one_before_says_what_to_run_first(
    tmp_path: Path, stage: str, first: str
) -> None:
    pytest.importorskip("torch", reason="the recipe needs pip install '.[train]'")
    pytest.importorskip("onnx", reason="the recipe needs pip install '.[train]'")
    arguments = ["--work", str(tmp_path), stage]
    if stage == "bundle":
        arguments += ["--target", str(tmp_path / "target")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert first in result.output


def test_the_mean_of_checkpoints_takes_the_place_of_the_last(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="the recipe needs pip install '.[train]'")
    (tmp_path / "encoder").mkdir()
    paths = [tmp_path / "first.pt", tmp_path / "encoder" / "checkpoint.pt", tmp_path / "other.pt"]
    for path, value, labels in zip(paths, (1.0, 2.0, 3.0), ("a", "a", "b"), strict=True):
        state = {"model": {"w": torch.full((2,), value)}, "labels": {"deps": [labels]}, "step": 7}
        torch.save(state, path)

    def average(*checkpoints: Path) -> Result:
        stage = ["--work", str(tmp_path), "average-encoder", *map(str, checkpoints)]
        return CliRunner().invoke(main, stage)

    refused = average(paths[0], paths[2])
    assert refused.exit_code == 1
    assert f"{paths[0]} is of another fit than {paths[2]}" in refused.output
    assert average(*paths[:2]).exit_code == 0
    mean = torch.load(paths[1])
    assert (mean["model"]["w"].tolist(), mean["step"]) == ([1.5, 1.5], 7)
