"""The one fitted scorer: the probability of each candidate of a mention.

A conditional logit (McFadden, 1974): the weights of what holds of a candidate are added up, and
the exponentials of the sums are normalised over the candidates. The weights are fitted by
``python -m claimx_training fit-coreference``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from claimx.pipeline.coreference.features import Candidate, list_features
from claimx.pipeline.coreference.queries import Query

FILE = "data/weights.json"


class Scorer(NamedTuple):
    """Weights by feature, and the least probability of an answer, 0 to 1.

    It stands under the type of the mention; under ``uncertain`` for a person or organization that
    the description fits no better than others, or an organization that only its place in the text
    suggests; under ``stranger`` for such a person.
    """

    weights: Mapping[str, float]
    least: Mapping[str, float]

    def rate(self, query: Query, candidates: Sequence[Candidate]) -> list[float]:
        """The probabilities of the candidates, in their order; they add up to 1."""
        weigh = self.weights.get
        sums = [
            sum(weigh(feature, 0.0) for feature in list_features(query, candidate))
            for candidate in candidates
        ]
        highest = max(sums)
        powers = [exp(score - highest) for score in sums]
        total = sum(powers)
        return [power / total for power in powers]


@cache
def load_scorer() -> Scorer:
    """The fitted scorer."""
    path = files(__package__).joinpath(FILE)
    fitted = json.loads(path.read_text(encoding="utf-8"))
    return Scorer(fitted["weights"], fitted["least"])
