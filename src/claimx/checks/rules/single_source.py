"""CX203 single-source"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import shown, speakers_of
from claimx.checks.rule import ON_NEWS, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article

_FEWEST_CLAIMS = 3
_REPORTED = ("speech", "writing", "evidence")


def check(article: Article, text: str) -> Iterator[Hit]:
    """Articles in which one speaker says all there is."""
    claims = [
        claim
        for claim in article.claims
        if claim.parent is None and (claim.cue is None or claim.cue.kind in _REPORTED)
    ]
    if len(claims) < _FEWEST_CLAIMS:
        return
    named = [speakers_of(article, claim) for claim in claims]
    if not all(named):
        # Who is unknown may be somebody else.
        return
    if len({speaker.id for speakers in named for speaker in speakers}) != 1:
        return
    speaker = named[0][0]
    span = next(
        (claim.source.spans[0] for claim in claims if claim.source and claim.source.spans),
        claims[0].content.spans[0],
    )
    message = f"all {len(claims)} claims of the article come from {shown(speaker.name)}"
    yield Hit(span.start, span.end, message)


RULE = Rule(
    code="CX203",
    name="single-source",
    summary="All that the article attributes comes from one speaker.",
    explanation=(
        "Of three or more reported claims, each has a speaker, and it is always the same one. Ask "
        "whoever is concerned, or say that they did not answer. The rule is silent where a single "
        "claim has no known speaker."
    ),
    wrong=(
        "The bridge will stay shut until May, Ruth Okafor said on Monday. Okafor said the money "
        "was there. “We will open it in spring,” she added."
    ),
    right=(
        "The bridge will stay shut until May, Ruth Okafor said on Monday. Okafor said the money "
        "was there. The union’s head, Paul Reyes, said it was not."
    ),
    check=check,
    precision=Precision(
        right=4,
        read=4,
        on=ON_NEWS,
    ),
    preview=True,
    default=False,
)
