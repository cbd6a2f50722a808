"""Attributions against brat folders and records: the figures that the field uses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.tagged import read_tagged

from claimx.evaluation import GoldError, evaluate_predictions, read_gold, read_predictions
from claimx.evaluation.attributions import AttributionFigures, score_attributions
from claimx.evaluation.gold_brat import read_standoff
from claimx.evaluation.intervals import Counts
from claimx.evaluation.predictions import Prediction
from claimx.evaluation.standards import AttributedText, Attribution
from claimx.evaluation.tables import format_attributions

WriteRecords = Callable[..., Path]
NOTHING = Prediction(
    id=None,
    sha256=None,
    path="a.txt",
    text=None,
    published=None,
    attributions=(),
    nested=0,
    dates=(),
    pieces=(),
    pipeline=None,
)


def measure(gold: Path, predictions: Path) -> AttributionFigures:
    figures = evaluate_predictions(read_gold(gold), read_predictions(predictions)).figures
    assert isinstance(figures, AttributionFigures)
    return figures


def first_block(figures: AttributionFigures) -> list[str]:
    """The lines before the first empty one."""
    lines = list(format_attributions(figures))
    return lines[: lines.index("")]


def read_attributions(tagged: str) -> tuple[str, tuple[Attribution, ...]]:
    text, items = read_tagged(tagged)
    return text, tuple(
        Attribution(tuple(item.source), tuple(item.cue), tuple(item.content))
        for item in items.values()
    )


def compare(
    gold: str, predicted: str, confidence: float | None = None
) -> dict[tuple[str, str], Counts]:
    """Counts by line of one article, both sides given with inline tags."""
    text, gold_items = read_attributions(gold)
    same_text, items = read_attributions(predicted)
    assert text == same_text
    prediction = replace(
        NOTHING, attributions=tuple(replace(item, confidence=confidence) for item in items)
    )
    article = AttributedText(name="a", text=text, attributions=gold_items)
    figures = score_attributions([(article, prediction)], nested=0)
    return {
        (line.group, line.name): line.rates.counts for line in (*figures.lines, *figures.classes)
    }


def test_a_brat_folder_gives_the_figures_that_were_worked_out_once(data: Path) -> None:
    figures = measure(data / "brat", data / "predictions.jsonl")
    expected = (data / "expected_attributions.txt").read_text(encoding="utf-8")
    assert first_block(figures) == expected.splitlines()


if "CLAIMX_SCORER" in os.environ:

    def test_another_scorer_prints_the_same(data: Path) -> None:
        scorer = os.environ["CLAIMX_SCORER"]
        gold = Path(os.environ.get("CLAIMX_SCORER_GOLD", data / "brat"))
        predictions = Path(os.environ.get("CLAIMX_SCORER_PREDICTIONS", data / "predictions.jsonl"))
        printed = subprocess.run(
            [sys.executable, scorer, gold, predictions],
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        assert first_block(measure(gold, predictions)) == printed.splitlines()


def test_the_first_annotator_by_name_is_the_gold(data: Path) -> None:
    museum = next(t for t in read_gold(data / "brat").attributed if t.name == "museum")
    assert museum.text is not None
    contents = [museum.text[a:b] for item in museum.attributions for a, b in item.content]
    assert "the cellar is dry" in contents
    # Two annotations are left out: the other annotator's, and what was discarded.
    assert len(contents) == 3


def test_an_article_that_nobody_annotated_is_no_gold(data: Path) -> None:
    assert "budget" not in {text.name for text in read_gold(data / "brat").attributed}


def test_contents_overlap_by_half_or_they_are_wrong() -> None:
    gold = "<source>He</source> <cue>said</cue> <content>aaaa bbbb</content>."
    half = compare(gold, "<source>He</source> <cue>said</cue> <content>aaaa</content> bbbb.")
    less = compare(gold, "<source>He</source> <cue>said</cue> <content>aaa</content>a bbbb.")
    assert half["linked", "+source"].right == 1
    assert less["linked", "content"].right == 0


def test_a_wrong_source_spoils_the_link_and_none_on_both_sides_does_not() -> None:
    gold = "Ada met Bo. <source>She</source> <cue>said</cue> <content>it was over</content>."
    wrong = "<source>Ada</source> met Bo. She <cue>said</cue> <content>it was over</content>."
    counts = compare(gold, wrong)
    assert counts["linked", "content"].right == 1
    assert counts["linked", "+source"].right == 0
    none = "Ada met Bo. She <cue>said</cue> <content>it was over</content>."
    assert compare(none, none)["linked", "+source"].right == 1
    assert compare(gold, none)["linked", "+source"].right == 0


def test_marks_and_full_stops_at_the_edges_do_not_matter() -> None:
    gold = "<content>“It was over.”</content> <cue>said</cue> <source>Ada</source>."
    predicted = "“<content>It was over</content>.” <cue>said</cue> <source>Ada.</source>"
    assert compare(gold, predicted)["linked", "exact"].right == 1


def test_each_attribution_is_paired_once() -> None:
    gold = "<source>Ada</source> <cue>said</cue> <content>it was over</content>."
    text, items = read_attributions(gold)
    article = AttributedText(name="a", text=text, attributions=items)
    twice = replace(NOTHING, attributions=items * 2)
    figures = score_attributions([(article, twice)], nested=0)
    linked = next(line for line in figures.lines if line.name == "+source").rates.counts
    assert (linked.right, linked.predicted, linked.gold) == (1, 2, 1)


def test_classes_are_told_by_the_predictions_on_one_side_and_by_the_gold_on_the_other() -> None:
    gold = "<source>Ada</source> <cue>said</cue> <content>“it was over”</content>."
    predicted = "<source>Ada</source> <cue>said</cue> “<content>it was over</content>”."
    counts = compare(gold, predicted)
    assert counts["linked", "quoted"] == Counts(right=0, predicted=0, found=1, gold=1)
    assert counts["directness", "direct"] == Counts(right=0, predicted=0, found=1, gold=1)
    assert counts["directness", "indirect"] == Counts(right=1, predicted=1, found=0, gold=0)
    assert counts["source", "name"] == Counts(right=1, predicted=1, found=1, gold=1)


def test_predictions_in_discarded_text_are_not_scored() -> None:
    text, items = read_attributions("Ada <cue>said</cue> <content>it was over</content>.")
    article = AttributedText(name="a", text=text, attributions=(), discarded=((0, len(text)),))
    figures = score_attributions([(article, replace(NOTHING, attributions=items))], nested=0)
    assert figures.predicted == 0


def test_an_article_without_a_prediction_counts_as_missed() -> None:
    text, items = read_attributions("Ada <cue>said</cue> <content>it was over</content>.")
    figures = score_attributions([(AttributedText("a", text, items), None)], nested=0)
    assert (figures.missing, figures.gold, figures.predicted) == (1, 1, 0)


def test_claims_without_confidence_are_counted_and_left_out_of_the_calibration(
    data: Path,
) -> None:
    calibration = measure(data / "brat", data / "predictions.jsonl").calibration
    assert (calibration.predictions, calibration.without_confidence) == (12, 1)


@pytest.mark.parametrize("kept", ["sha256", "id", "path"])
def test_records_as_gold_know_their_predictions(
    data: Path, write_records: WriteRecords, kept: str
) -> None:
    predictions = data / "predictions.jsonl"
    records = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    gold = []
    for record in records:
        if "claims" in record:
            keys = {"sha256": record["sha256"], "id": record["id"], "path": None}
            if kept == "path":
                keys = {"sha256": None, "id": "0", "path": record["metadata"]["path"]}
            elif kept == "id":
                keys["sha256"] = None
            metadata = {**record["metadata"], "path": keys.pop("path")}
            gold.append({**record, **keys, "metadata": metadata})
    figures = measure(write_records(gold), predictions)
    assert (figures.articles, figures.missing) == (4, 0)
    rates = {line.name: line.rates.counts for line in figures.lines if line.group == "linked"}
    assert rates["exact"] == Counts(right=15, predicted=15, found=15, gold=15)


def test_records_without_text_and_with_it_give_the_same_figures(
    data: Path, write_records: WriteRecords
) -> None:
    brat = read_gold(data / "brat")
    texts = {text.name: text.text for text in brat.attributed}
    predictions = data / "predictions.jsonl"
    records = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    records = [r for r in records if Path(r["metadata"]["path"]).stem in texts]
    with_text = [{**r, "text": texts[Path(r["metadata"]["path"]).stem]} for r in records]
    # The prediction is the gold with every source gone.
    poor: list[dict[str, Any]] = [
        {**r, "claims": [{**c, "source": None} for c in r["claims"]]} for r in records
    ]
    predicted = write_records(poor, "predicted.jsonl")
    plain = measure(write_records(records, "plain.jsonl"), predicted)
    full = measure(write_records(with_text, "full.jsonl"), predicted)
    assert plain == full


@pytest.mark.parametrize("line", ["T1\tCue 0 x\tsaid", "T1\tCue 5\tsaid", "T1\tCue\tsaid"])
def test_standoff_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(GoldError, match=r"a\.ann:2 "):
        read_standoff("T9\tCue 0 4\tsaid\n" + line, "a.ann")


def test_what_is_no_record_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"metadata": {}, "claims": []}\n{"text": "no claims"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"p\.jsonl:2 is no claimx record"):
        read_predictions(path)
