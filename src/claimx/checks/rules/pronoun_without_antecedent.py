"""CX103 pronoun-without-antecedent"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import anybody_named
from claimx.checks.rule import ON_WRITTEN, Hit, Precision, Rule
from claimx.lang.en.words import words_of

if TYPE_CHECKING:
    from claimx.article import Article

_REASONS = {
    "no-antecedent": "the article names nobody before “{}”",
    "ambiguous-pronoun": "several fit “{}”, and the article names nobody before it",
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
        is_pronoun = span.text.casefold() in words_of("person pronoun")
        if reason is None or not is_pronoun or span.start in seen:
            continue
        if anybody_named(article, 0, span.start):
            continue
        seen.add(span.start)
        yield Hit(span.start, span.end, reason.format(span.text), claim.confidence)


RULE = Rule(
    code="CX103",
    name="pronoun-without-antecedent",
    summary="A claim's source is a pronoun, and the article names nobody before it.",
    explanation=(
        "“He said” where the article has named nobody yet, neither a person nor an organization. "
        "Write the name."
    ),
    wrong="The bridge will stay shut until May, he said on Monday.",
    right="The bridge will stay shut until May, the engineer Paul Reyes said on Monday.",
    check=check,
    precision=Precision(
        right=26,
        read=26,
        on=ON_WRITTEN,
    ),
)
