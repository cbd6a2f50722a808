"""A gold standard and predictions to figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimx.evaluation.attributions import AttributionFigures, score_attributions
from claimx.evaluation.coreference import CoreferenceFigures, score_coreference
from claimx.evaluation.dates import DateFigures, score_dates
from claimx.evaluation.gold import Gold
from claimx.evaluation.labels import LabelFigures, score_labels
from claimx.evaluation.predictions import Prediction, pair_with_gold

Figures = AttributionFigures | DateFigures | CoreferenceFigures | LabelFigures


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of it.

    Attributes:
        gold: The path of the gold standard.
        pipelines: What made the predictions, in alphabetical order.
    """

    gold: str
    pipelines: tuple[str, ...]
    figures: Figures


def evaluate_predictions(gold: Gold, predictions: Iterable[Prediction]) -> Evaluation:
    """Hold predictions against a gold standard.

    Raises:
        GoldError: If a record was made from another text than the one that it is held against.
    """
    predictions = list(predictions)
    figures: Figures
    if gold.dated:
        figures = score_dates(pair_with_gold(gold.dated, predictions))
    elif gold.labelled:
        figures = score_labels(pair_with_gold(gold.labelled, predictions))
    elif gold.coreferent:
        figures = score_coreference(pair_with_gold(gold.coreferent, predictions))
    else:
        figures = score_attributions(
            pair_with_gold(gold.attributed, predictions),
            nested=sum(prediction.nested for prediction in predictions),
        )
    pipelines = {item.pipeline for item in predictions if item.pipeline is not None}
    return Evaluation(gold.path.as_posix(), tuple(sorted(pipelines)), figures)
