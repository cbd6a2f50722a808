"""Gold standards to figures: how well a pipeline does on texts that people have annotated.

A reader for each kind of gold (``gold_…``), measures apart from it (`attributions`, `dates`,
`calibration`, `intervals`), and two forms of output (`tables`, `json_form`). Predictions come as
claimx records; nothing here runs a pipeline.
"""

from __future__ import annotations

from claimx.evaluation.gold import Gold, GoldText, Kind, read_gold
from claimx.evaluation.measure import Evaluation, evaluate_predictions
from claimx.evaluation.predictions import Prediction, read_prediction, read_predictions
from claimx.evaluation.standards import GoldError

__all__ = [
    "Evaluation",
    "Gold",
    "GoldError",
    "GoldText",
    "Kind",
    "Prediction",
    "evaluate_predictions",
    "read_gold",
    "read_prediction",
    "read_predictions",
]
