"""CX204 claim-without-source"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import prose
from claimx.checks.rule import ON_NEWS, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article

# Words by which a writer reports without naming a source, with the verbs that only do so where the
# sentence gives no agent.
_HEARSAY = re.compile(
    r"\b(?:reportedly|rumou?r has it|(?:is|are|was|were) (?:widely )?(?:rumou?red|said|reported)"
    r" to (?:be|have)|it (?:is|was|has been) (?:widely )?(?:said|reported|rumou?red|claimed"
    r"|alleged|believed)"
    r"|there are (?:reports|rumou?rs|claims))\b",
    re.IGNORECASE,
)


def check(article: Article, text: str) -> Iterator[Hit]:
    """Hearsay outside of quotations, and outside of what somebody named is reported to say."""
    held = [span for quote in article.quotes for span in quote.spans]
    sourced = [
        span
        for claim in article.claims
        if claim.source is not None
        for span in (*claim.content.spans, *(claim.cue.spans if claim.cue else ()))
    ]
    for section in prose(article):
        for match in _HEARSAY.finditer(text, section.span.start, section.span.end):
            if not any(s.start <= match.start() < s.end for s in (*held, *sourced)):
                message = f"“{match.group()}”: the sentence does not say who says so"
                yield Hit(match.start(), match.end(), message)


RULE = Rule(
    code="CX204",
    name="claim-without-source",
    summary="Hearsay: “reportedly”, “it is said”, and nobody who says so.",
    explanation=(
        "The writer hands on what somebody reported without saying who: “reportedly”, “it is "
        "believed that”, “there are reports of”. Name the report, or leave the claim out. "
        "The rule is silent inside quotations and where a source is given."
    ),
    wrong="The bridge will reportedly stay shut until May.",
    right="The bridge will stay shut until May, the Tribune reported.",
    check=check,
    precision=Precision(
        right=32,
        read=32,
        on=ON_NEWS,
    ),
)
