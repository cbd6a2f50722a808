"""What was decided of the mentions of an article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from claimx.article.values import EvidenceRule
from claimx.pipeline.coreference.chains import Chain


class Decision(NamedTuple):
    """What a mention stands for.

    Attributes:
        chain: Number of the chain; None where it stays open.
        probability: How certain that is, 0 to 1.
        rule: What decided, or what stood in the way.
        antecedent: Number of the mention that it was joined to.
    """

    chain: int | None
    probability: float
    rule: EvidenceRule
    antecedent: int | None = None


@dataclass
class Decoded:
    """The chains of an article, by number, and the decision for each mention that has one."""

    chains: list[Chain] = field(default_factory=list)
    decisions: dict[int, Decision] = field(default_factory=dict)
