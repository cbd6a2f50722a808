"""CX206 loaded-attribution"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import shown
from claimx.checks.rule import ON_WIKINEWS, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article

_TAKES = {
    "distancing": "keeps the writer's distance from what is claimed",
    "endorsing": "takes what is claimed for true",
}


def check(article: Article, text: str) -> Iterator[Hit]:
    """Cues of speech that say what the writer thinks of the claim."""
    quoted = [span for quote in article.quotes for span in quote.spans]
    for claim in article.claims:
        cue = claim.cue
        if cue is None or cue.kind != "speech" or claim.stance not in _TAKES:
            continue
        span = cue.spans[0]
        if any(other.encloses(span) for other in quoted):
            continue
        message = f"“{shown(span.text)}” {_TAKES[claim.stance]}: “said” does not"
        yield Hit(span.start, span.end, message, claim.confidence)


RULE = Rule(
    code="CX206",
    name="loaded-attribution",
    summary="The verb of attribution judges the claim: “claimed”, “admitted”, “pointed out”.",
    explanation=(
        "Verbs such as “claim” and “allege” doubt what they report, and “admit”, “reveal” or "
        "“point out” take it for true. Many style guides keep them for where that is meant; "
        "“said” is neutral. The rule looks at spoken claims in the article's own voice."
    ),
    wrong="The bridge is safe, the engineer Ruth Okafor claimed on Monday.",
    right="The bridge is safe, the engineer Ruth Okafor said on Monday.",
    check=check,
    precision=Precision(
        right=16,
        read=28,
        on=ON_WIKINEWS,
    ),
    preview=True,
    default=False,
)
