"""Labels that are kept apart from their texts."""

from __future__ import annotations

import itertools
import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimx.evaluation.gold_labels import read_labels
from claimx_training.cli import main
from claimx_training.name_labels import LABELS
from claimx_training.news_labels import read_records
from claimx_training.prepare import read_name_sources
from claimx_training.tokenizer import make_blank_pipeline
from claimx_training.workspace import Workspace


def test_labels_are_joined_with_the_texts_of_their_corpora(corpora: Path) -> None:
    first, second, third, fourth = read_records(corpora)
    assert first["text"] == '"Go," Ann Hill said.'
    assert [name["text"] for name in first["entities"]] == ["Ann Hill"]
    (said,) = second["attributions"]
    assert said["source"]["text"] == "fit"
    assert [part["text"] for part in said["content"]] == ['"Go,"']
    assert third["text"].startswith("Ann ran.\n\nAnn ran.")
    assert [name["text"] for name in fourth["entities"]] == ["Hill"] * 3


def test_sentences_that_were_labelled_are_no_silver_data(corpora: Path) -> None:
    workspace = Workspace(corpora, corpora)
    silver = read_name_sources(workspace, make_blank_pipeline())["gmb"]
    sentences = sum(len(document) for document in silver.documents)
    assert sentences == 400 - 3


def test_joined_labels_are_gold_that_evaluation_reads(corpora: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["--corpora", str(corpora), "join-labels"])
    assert run.exit_code == 0
    gold = tmp_path / "gold.jsonl"
    gold.write_text(run.output, encoding="utf-8")
    first, *_ = read_labels(gold)
    assert first.text == '"Go," Ann Hill said.'
    assert first.names == ((6, 14, "PERSON"),)


def test_another_text_than_was_labelled_is_refused(corpora: Path, tmp_path: Path) -> None:
    changed = tmp_path / "corpora"
    shutil.copytree(corpora, changed)
    (changed / "polnear/train/text/fit.txt").write_text('"Go," fit said!')
    with pytest.raises(ValueError, match="fit of polnear is not the text that was labelled"):
        list(read_records(changed))


def test_the_labels_of_the_project_are_well_formed() -> None:
    path = files("claimx_training").joinpath("data/news_labels.jsonl")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({(record["corpus"], record["id"]) for record in records}) == len(records)
    for record in records:
        names = record["entities"]
        assert {name["label"] for name in names} <= set(LABELS)
        assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(names))
        for item in record["attributions"]:
            own = [item["cue"], item["source"]]
            assert item["content"]
            assert not any(
                span and span["start"] < part["end"] and part["start"] < span["end"]
                for span in own
                for part in item["content"]
            )
