"""CX103 pronoun-without-antecedent"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.rule import Hit, Rule

if TYPE_CHECKING:
    from claimx.article import Article

_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "his", "their"})
_REASONS = {
    "no-antecedent": "nobody whom the article mentions before fits “{}”",
    "antecedent-too-far": "whom “{}” may stand for was mentioned too long ago to be clear",
    "ambiguous-pronoun": "several people before fit “{}” about equally",
}


def check(article: Article, text: str) -> Iterator[Hit]:
    """Sources that are a third-person pronoun with no one or several to stand for."""
    seen = set()
    for claim in article.claims:
        source = claim.source
        if source is None or source.speakers or len(source.spans) != 1 or not source.evidence:
            continue
        span = source.spans[0]
        reason = _REASONS.get(source.evidence.rule)
        if reason is None or span.text.casefold() not in _PRONOUNS or span.start in seen:
            continue
        seen.add(span.start)
        yield Hit(span.start, span.end, reason.format(span.text), claim.confidence)


RULE = Rule(
    code="CX103",
    name="pronoun-without-antecedent",
    summary="A claim's source is a pronoun that stands for nobody, or for one of several.",
    explanation=(
        "“He said” where nobody before can be he, where the last who can was mentioned too long "
        "ago, or where two people fit about equally. Write the name again."
    ),
    wrong="The bridge will stay shut until May, he said on Monday.",
    right="The bridge will stay shut until May, the engineer Paul Reyes said on Monday.",
    check=check,
)
