"""`claimx evaluate`: forms of output, refusals and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from click.testing import CliRunner, Result
from spacy.language import Language
from spacy.tokens import Doc

from claimx.cli import main
from claimx.cli.pipelines import load_pipeline
from claimx.pipeline import annotations

Invoke = Callable[..., Result]


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch) -> Iterator[Invoke]:
    """Runs the program with a pipeline that takes every year for a date, and finds no more."""

    def mark(doc: Doc) -> Doc:
        timexes = []
        for token in doc:
            if len(token) == 4 and token.is_digit:
                year = int(token.text)
                limits = {"earliest": f"{year}-01-01", "latest": f"{year + 1}-01-01"}
                timexes.append(
                    annotations.Timex(
                        span=doc[token.i : token.i + 1],
                        type="DATE",
                        values={"value": token.text, **limits},
                    )
                )
        annotations.set_timexes(doc, timexes)
        return doc

    Language.component("mark_years", func=mark)

    def load(model: str | None = None) -> Language:
        nlp = spacy.blank("en")
        nlp.add_pipe("mark_years")
        return nlp

    monkeypatch.setattr("claimx.pipeline.load.load", load)
    load_pipeline.cache_clear()
    runner = CliRunner()

    def run(*arguments: str | Path) -> Result:
        return runner.invoke(main, ["evaluate", *map(str, arguments)])

    yield run
    load_pipeline.cache_clear()


def assert_refused(result: Result, *words: str) -> None:
    """The call ends with exit code 2 and one sentence on standard error."""
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("claimx: ")
    assert result.stderr.count("\n") == 1
    for word in words:
        assert word in result.stderr


def test_the_table_begins_with_the_figures_of_the_field(invoke: Invoke, data: Path) -> None:
    result = invoke(data / "brat", "--predictions", data / "predictions.jsonl")
    expected = (data / "expected_attributions.txt").read_text(encoding="utf-8")
    assert result.exit_code == 0
    assert result.stdout.startswith(expected + "\n")
    for title in ("95 % intervals", "by directness", "by kind of source", "calibration"):
        assert title in result.stdout


def test_the_whole_report_looks_like_this(
    invoke: Invoke, data: Path, compare_golden: Callable[[str, str], None]
) -> None:
    result = invoke(data / "brat", "--predictions", data / "predictions.jsonl")
    compare_golden("attributions.txt", result.stdout)


def test_json_holds_the_same_figures(invoke: Invoke, data: Path) -> None:
    result = invoke(data / "brat", "--predictions", data / "predictions.jsonl", "-f", "json")
    found = json.loads(result.stdout)
    assert found["kind"] == "attributions"
    assert found["attributions"] == {"gold": 12, "predicted": 13, "nested": 1}
    assert found["linked"]["source"]["counts"] == {
        "right": 7,
        "predicted": 13,
        "found": 7,
        "gold": 12,
    }
    low, high = found["linked"]["source"]["intervals"]["f1"]
    assert low < found["linked"]["source"]["f1"] < high
    assert set(found["by"]) == {"directness", "source"}
    assert len(found["calibration"]["bins"]) == 10


def test_the_pipeline_is_run_where_there_are_no_predictions(invoke: Invoke, data: Path) -> None:
    result = invoke(data / "brat", "-f", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["without_prediction"] == 0
    assert found["attributions"]["predicted"] == 0
    assert len(found["pipelines"]) == 1


def test_dates_of_meantime(
    invoke: Invoke, data: Path, compare_golden: Callable[[str, str], None]
) -> None:
    result = invoke(data / "meantime", "--errors")
    assert result.exit_code == 0
    compare_golden("meantime.txt", result.stdout)


def test_dates_of_gum_by_genre(
    invoke: Invoke, data: Path, compare_golden: Callable[[str, str], None]
) -> None:
    result = invoke(data / "gum", "--errors")
    assert result.exit_code == 0
    compare_golden("gum.txt", result.stdout)
    only_news = json.loads(invoke(data / "gum", "--genre", "news", "-f", "json").stdout)
    assert only_news["groups"]["all"]["texts"] == 1


def test_json_lists_the_errors_on_request(invoke: Invoke, data: Path) -> None:
    path = data / "meantime"
    assert "errors" not in json.loads(invoke(path, "-f", "json").stdout)
    errors = json.loads(invoke(path, "-f", "json", "--errors").stdout)["errors"]
    assert {error["kind"] for error in errors} == {"missed"}
    assert all(error["words"] in error["sentence"] for error in errors)


def test_records_with_text_are_gold_for_dates_too(
    invoke: Invoke, data: Path, write_records: Callable[[list[dict[str, Any]]], Path]
) -> None:
    text = "It closed in 2008. It was old."
    span = {"start": 13, "end": 17, "text": "2008"}
    record = {
        "metadata": {"path": "a.txt"},
        "text": text,
        "claims": [],
        "dates": [{"span": span, "type": "DATE", "value": "2008"}],
    }
    path = write_records([record])
    found = json.loads(invoke(path, "--kind", "dates", "-f", "json").stdout)
    # A record without an id or a hash is known by the name of its file.
    assert found["groups"]["all"]["value"]["counts"]["right"] == 1


def test_a_text_that_cannot_be_analysed_is_announced_and_counted(
    invoke: Invoke, tmp_path: Path
) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "attributions" / "a_x.ann").write_text("", encoding="utf-8")
    result = invoke(tmp_path)
    assert result.exit_code == 3
    assert "is empty" in result.stderr
    assert result.stdout.startswith("articles 1  without a prediction 1 ")


def test_what_is_no_gold_is_refused(invoke: Invoke, tmp_path: Path) -> None:
    assert_refused(invoke(tmp_path), "no gold standard", "brat folder")
    assert_refused(invoke(tmp_path / "nowhere"), "does not exist")


def test_records_without_their_texts_need_predictions(invoke: Invoke, data: Path) -> None:
    assert_refused(invoke(data / "predictions.jsonl"), "--include-text", "--predictions")


def test_a_model_is_refused_where_predictions_are_given(invoke: Invoke, data: Path) -> None:
    predictions = data / "predictions.jsonl"
    assert_refused(
        invoke(data / "brat", "--predictions", predictions, "--model", "x"), "leave --model out"
    )


def test_errors_of_attributions_are_refused(invoke: Invoke, data: Path) -> None:
    assert_refused(invoke(data / "brat", "--errors"), "--errors")


def test_predictions_that_cannot_be_read_are_refused(invoke: Invoke, data: Path) -> None:
    missing = data / "nowhere.jsonl"
    assert_refused(invoke(data / "brat", "--predictions", missing), "nowhere.jsonl")


def test_a_device_is_no_file_of_predictions(invoke: Invoke, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "It was over.", "claims": []}\n')
    result = invoke(str(gold), "--predictions", "/dev/zero")
    assert result.exit_code == 2
    assert "/dev/zero is no file: give records of claimx" in result.stderr


def test_no_more_of_a_line_is_held_than_a_record_may_have(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimx.evaluation.lines.LONGEST_LINE", 1000)
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "It was over.", "claims": []}\n' + "x" * 5000 + "\n")
    result = invoke(str(gold))
    assert result.exit_code == 2
    assert "gold.jsonl:2 is longer than a record may be" in result.stderr
