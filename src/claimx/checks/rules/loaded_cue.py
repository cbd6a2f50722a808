"""CX206 loaded-attribution"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import shown
from claimx.checks.rule import ON_NEWS, Hit, Precision, Rule
from claimx.lang.en.words import words_of

if TYPE_CHECKING:
    from claimx.article import Article

# A clause is opened by "that" or a quotation mark, or has one of the finite auxiliaries of English;
# without one, what is claimed is a thing ("claimed responsibility", "revealed a mass").
_CLAUSE = re.compile(
    r"^(?:that\b|[\"“‘])|\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall"
    r"|should|do|does|did)\b|n[’']t\b",
    re.IGNORECASE,
)
_TAKES = {
    "distancing": "keeps the writer's distance from what is claimed",
    "endorsing": "takes what is claimed for true",
}


def check(article: Article, text: str) -> Iterator[Hit]:
    """Verbs of speech that say what the writer thinks of the clause that they report."""
    quoted = [span for quote in article.quotes for span in quote.spans]
    for claim in article.claims:
        cue = claim.cue
        if cue is None or cue.lemma not in words_of("loaded cue") or claim.stance not in _TAKES:
            continue
        if claim.source is None or not _CLAUSE.search(claim.content.text):
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
        "“Claim” doubts what it reports; “admit”, “concede”, “point out” and “reveal” take it for "
        "true. Many style guides keep them for where that is meant; “said” is neutral. The rule "
        "looks at clauses that these verbs report in the article's own voice, not at things that "
        "are claimed, such as responsibility."
    ),
    wrong="The bridge is safe, the engineer Ruth Okafor claimed on Monday.",
    right="The bridge is safe, the engineer Ruth Okafor said on Monday.",
    check=check,
    precision=Precision(
        right=34,
        read=38,
        on=ON_NEWS,
    ),
    preview=True,
    default=False,
)
