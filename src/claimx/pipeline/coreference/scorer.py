"""The one fitted scorer: the probability of each candidate of a mention.

A conditional logit (McFadden, 1974): the weights of what holds of a candidate are added up, and
the exponentials of the sums are normalised over the candidates. The weights are fitted by
``python -m claimx_training fit-coreference``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from claimx.pipeline.coreference.features import Candidate, list_prefixes, name_features
from claimx.pipeline.coreference.queries import Query

FILE = "data/weights.json"


class Scorer:
    """Weights by feature, and the least probability of an answer, 0 to 1.

    It stands under the type of the mention; under ``uncertain`` for a person or organization that
    the description fits no better than others, or an organization that only its place in the text
    suggests; under ``stranger`` for such a person.
    """

    def __init__(self, weights: Mapping[str, float], least: Mapping[str, float]) -> None:
        self.weights, self.least = weights, least
        self._added: dict[tuple[str, ...], dict[str, float]] = {}

    def rate(self, query: Query, candidates: Sequence[Candidate]) -> list[float]:
        """The probabilities of the candidates, in their order; they add up to 1."""
        if len(candidates) == 1:
            return [1.0]
        weigh = self._add_up(list_prefixes(query)).get
        sums = [
            sum([weigh(name, 0.0) for name in name_features(query, candidate)])
            for candidate in candidates
        ]
        highest = max(sums)
        powers = [exp(score - highest) for score in sums]
        total = sum(powers)
        return [power / total for power in powers]

    def _add_up(self, prefixes: tuple[str, ...]) -> dict[str, float]:
        """The weights of the features of a kind of mention, those of all its prefixes together."""
        if prefixes not in self._added:
            total: dict[str, float] = defaultdict(float)
            for feature, weight in self.weights.items():
                prefix, _, name = feature.partition(": ")
                if prefix in prefixes:
                    total[name] += weight
            self._added[prefixes] = dict(total)
        return self._added[prefixes]


@cache
def load_scorer() -> Scorer:
    """The fitted scorer."""
    path = files(__package__).joinpath(FILE)
    fitted = json.loads(path.read_text(encoding="utf-8"))
    return Scorer(fitted["weights"], fitted["least"])
