"""What a source was found to stand for."""

from __future__ import annotations

from typing import NamedTuple

from claimx.article.values import EvidenceRule
from claimx.lang.en.nouns import pronoun_forms
from claimx.pipeline.speakers.referents import Referent

FIRST = frozenset(
    word for word, form in pronoun_forms().items() if form.person == 1 and form.number == "singular"
)
FIRST_PLURAL = frozenset(
    word for word, form in pronoun_forms().items() if form.person == 1 and form.number == "plural"
)
SECOND = frozenset(word for word, form in pronoun_forms().items() if form.person == 2)


class Resolution(NamedTuple):
    """Who a source or pronoun stands for, and how that was decided.

    Attributes:
        referent: The referent, or None where it stays open.
        rule: Name of the rule that decided, or of what stood in the way.
        score: Certainty, 0 to 1.
        antecedent: Token offsets of the mention that it was joined to.
    """

    referent: Referent | None
    rule: EvidenceRule
    score: float
    antecedent: tuple[int, int] | None = None


def last_mention(referent: Referent) -> tuple[int, int] | None:
    """The last mention by name or description, else the last of all."""
    for start, end, kind in reversed(referent.mentions):
        if kind != "pronoun":
            return start, end
    return referent.mentions[-1][:2] if referent.mentions else None
