"""CX101 quote-without-speaker"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import anybody_named, paragraphs_around, shown
from claimx.checks.rule import ON_WRITTEN, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article


def check(article: Article, text: str) -> Iterator[Hit]:
    """Direct quotations that words attribute, but to nobody who could be told."""
    claims = {claim.id: claim for claim in article.claims}
    for quote in article.quotes:
        claim = claims.get(quote.claim or "")
        if quote.kind != "direct" or quote.speaker is not None or claim is None:
            continue
        if anybody_named(article, *paragraphs_around(article, quote.spans[0].start)):
            # Whoever is named so near may well be the speaker.
            continue
        source = claim.source.spans if claim.source else []
        if source:
            message = (
                f"nobody in the article is known to be “{shown(source[0].text)}”, who says this"
            )
        else:
            message = "the words around this quotation name nobody who says it"
        yield Hit(quote.spans[0].start, quote.spans[0].end, message, claim.confidence)


RULE = Rule(
    code="CX101",
    name="quote-without-speaker",
    summary="A direct quotation is attributed, but nobody can be told to be its speaker.",
    explanation=(
        "The quotation has a verb or a phrase of attribution, but no source, or one that leads to "
        "nobody: a pronoun with nobody before it, or one that fits several people. A reader who "
        "wants to check the quotation needs a name. Write the name, or the role. "
        "The rule is silent where somebody is named in the same paragraph or in the one before."
    ),
    wrong="The bridge will stay shut until May.\n\n“We cannot open it safely,” he said on Monday.",
    right=(
        "The bridge will stay shut until May.\n\n“We cannot open it safely,” the engineer Ruth "
        "Okafor said on Monday."
    ),
    check=check,
    precision=Precision(
        right=26,
        read=27,
        on=ON_WRITTEN,
    ),
)
