"""Figures as JSON for scripts: shares from 0 to 1, intervals as pairs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from claimx.evaluation.attributions import AttributionFigures, Line
from claimx.evaluation.calibration import Calibration, Estimate
from claimx.evaluation.coreference import ChainScores, CoreferenceFigures, CoreferenceGroup
from claimx.evaluation.dates import DateFigures, DateGroup
from claimx.evaluation.intervals import Rates
from claimx.evaluation.labels import LabelFigures
from claimx.evaluation.measure import Evaluation

_DIGITS = 6


def to_json(evaluation: Evaluation, *, with_errors: bool = False) -> str:
    """One JSON object, two spaces deep, without a line end."""
    figures = evaluation.figures
    body: dict[str, Any] = {"gold": evaluation.gold, "pipelines": list(evaluation.pipelines)}
    if isinstance(figures, AttributionFigures):
        body |= {"kind": "attributions", **_describe_attributions(figures)}
    elif isinstance(figures, CoreferenceFigures):
        body |= {"kind": "coreference", **_describe_coreference(figures)}
    elif isinstance(figures, LabelFigures):
        body |= {"kind": "labels", **_describe_labels(figures)}
    else:
        body |= {"kind": "dates", **_describe_dates(figures)}
        if with_errors:
            body["errors"] = [asdict(error) for error in figures.errors]
    return json.dumps(_round(body), ensure_ascii=False, indent=2)


def _describe_attributions(figures: AttributionFigures) -> dict[str, Any]:
    return {
        "articles": figures.articles,
        "without_prediction": figures.missing,
        "attributions": {
            "gold": figures.gold,
            "predicted": figures.predicted,
            "nested": figures.nested,
        },
        **_describe_lines(figures.lines),
        "by": _describe_lines(figures.classes),
        "calibration": _describe_calibration(figures.calibration),
    }


def _describe_lines(lines: tuple[Line, ...]) -> dict[str, dict[str, Any]]:
    """By group (``span_f1``), then by name (``source``)."""
    groups: dict[str, dict[str, Any]] = {}
    for line in lines:
        name = line.name.removeprefix("+")
        groups.setdefault(line.group.lower().replace(" ", "_"), {})[name] = _describe_rates(
            line.rates
        )
    return groups


def _describe_rates(rates: Rates) -> dict[str, Any]:
    counts = rates.counts
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "intervals": {
            "precision": rates.precision_interval,
            "recall": rates.recall_interval,
            "f1": rates.f1_interval,
        },
        "counts": asdict(counts),
    }


def _describe_calibration(calibration: Calibration) -> dict[str, Any]:
    return {
        "predictions": calibration.predictions,
        "without_confidence": calibration.without_confidence,
        "expected_calibration_error": _describe_estimate(calibration.error),
        "auroc": _describe_estimate(calibration.auroc),
        "precision_of_more_confident_half": _describe_estimate(calibration.precise_half),
        "bins": [asdict(row) for row in calibration.bins],
    }


def _describe_estimate(estimate: Estimate) -> dict[str, Any]:
    return {"value": estimate.value, "interval": estimate.interval}


def _describe_dates(figures: DateFigures) -> dict[str, Any]:
    return {
        "without_prediction": figures.missing,
        "groups": {group.name: _describe_group(group) for group in figures.groups},
    }


def _describe_group(group: DateGroup) -> dict[str, Any]:
    return {
        "texts": group.texts,
        "gold": group.gold,
        "predicted": group.predicted,
        "relaxed": _describe_rates(group.relaxed),
        "strict": _describe_rates(group.strict),
        "value": _describe_rates(group.value),
        "value_accuracy": _describe_accuracy(group.value_accuracy),
        "value_accuracy_without_year": _describe_accuracy(group.value_accuracy_without_year),
    }


def _describe_coreference(figures: CoreferenceFigures) -> dict[str, Any]:
    body: dict[str, Any] = {
        "without_prediction": figures.missing,
        "groups": {group.name: _describe_chains(group) for group in figures.groups},
    }
    if figures.speakers is not None and figures.speakers_of_found is not None:
        body["speech_events"] = {
            "speaker_right": _describe_accuracy(figures.speakers),
            "speaker_right_where_claimed": _describe_accuracy(figures.speakers_of_found),
        }
    return body


def _describe_chains(group: CoreferenceGroup) -> dict[str, Any]:
    return {
        "texts": group.texts,
        "mentions": _describe_rates(group.mentions),
        "chains": _describe_scores(group.chains),
        "string_matching_of_names": _describe_scores(group.names),
    }


def _describe_scores(scores: ChainScores) -> dict[str, Any]:
    measures = {score.name: asdict(score) for score in scores.scores}
    for fields in measures.values():
        del fields["name"]
    return {**measures, "mean": scores.mean, "interval": scores.interval}


def _describe_labels(figures: LabelFigures) -> dict[str, Any]:
    groups: dict[str, dict[str, Any]] = {}
    for figure in figures.figures:
        groups.setdefault(figure.group, {})[figure.name] = _describe_rates(figure.rates)
    return {"articles": figures.articles, "without_prediction": figures.missing, **groups}


def _describe_accuracy(rates: Rates) -> dict[str, Any]:
    return {
        "value": rates.counts.precision if rates.counts.predicted else None,
        "interval": rates.precision_interval,
        "right": rates.counts.right,
        "found": rates.counts.predicted,
    }


def _round(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _DIGITS)
    if isinstance(value, dict):
        return {key: _round(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_round(item) for item in value]
    return value
