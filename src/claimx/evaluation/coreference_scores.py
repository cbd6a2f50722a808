"""MUC, B³ and CEAFe over the chains of one text.

Vilain et al. (1995), A model-theoretic coreference scoring scheme; Bagga and Baldwin (1998),
Algorithms for scoring coreference chains; Luo (2005), On coreference resolution performance
metrics. Mentions that only one side has are dealt with as in the reference implementation of
Pradhan et al. (2014), Scoring coreference partitions of predicted mentions: they count in that
side's denominators and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable
from dataclasses import dataclass

from claimx.evaluation.assignment import find_best_total

Chain = Collection[Hashable]


@dataclass(frozen=True, slots=True)
class Shares:
    """What recall and precision of one measure are fractions of; added up over texts.

    Attributes:
        found: Numerator of recall.
        gold: Its denominator.
        right: Numerator of precision.
        predicted: Its denominator.
    """

    found: float = 0.0
    gold: float = 0.0
    right: float = 0.0
    predicted: float = 0.0

    def __add__(self, other: Shares) -> Shares:
        return Shares(
            self.found + other.found,
            self.gold + other.gold,
            self.right + other.right,
            self.predicted + other.predicted,
        )

    @property
    def recall(self) -> float:
        """0 where the gold has nothing."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def score_muc(gold: Collection[Chain], predicted: Collection[Chain]) -> Shares:
    """Links: how many of those that hold a chain together the other side has too."""
    found, total = _count_links(gold, predicted)
    right, answers = _count_links(predicted, gold)
    return Shares(found, total, right, answers)


def _count_links(chains: Collection[Chain], others: Collection[Chain]) -> tuple[int, int]:
    holder = {mention: number for number, chain in enumerate(others) for mention in chain}
    kept = total = 0
    for chain in chains:
        held = {holder[mention] for mention in chain if mention in holder}
        alone = sum(mention not in holder for mention in chain)
        kept += len(chain) - len(held) - alone
        total += len(chain) - 1
    return kept, total


def score_b_cubed(gold: Collection[Chain], predicted: Collection[Chain]) -> Shares:
    """Mentions: what share of each mention's chain the other side's chain of it has."""
    return Shares(
        _share_of_chains(gold, predicted),
        sum(map(len, gold)),
        _share_of_chains(predicted, gold),
        sum(map(len, predicted)),
    )


def _share_of_chains(chains: Collection[Chain], others: Collection[Chain]) -> float:
    holder = {mention: number for number, chain in enumerate(others) for mention in chain}
    total = 0.0
    for chain in chains:
        common = Counter(holder[mention] for mention in chain if mention in holder)
        total += sum(count * count for count in common.values()) / len(chain)
    return total


def score_ceaf_e(gold: Collection[Chain], predicted: Collection[Chain]) -> Shares:
    """Entities: how alike chains are, paired one to one as well as can be (Luo's φ4)."""
    sets = [set(chain) for chain in predicted]
    gains = [
        [2 * len(other.intersection(chain)) / (len(chain) + len(other)) for other in sets]
        for chain in gold
    ]
    total = find_best_total(gains)
    return Shares(total, len(gold), total, len(predicted))
