"""CX501 headline-unsupported"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import headlines, shown, speakers_of
from claimx.checks.rule import ON_SEEDED, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article, Offsets


def check(article: Article, text: str) -> Iterator[Hit]:
    """Claims of the headline whose speaker has none in the text."""
    heads = [section.span for section in headlines(article)]
    above = [claim for claim in article.claims if _inside(claim.content.spans[0].start, heads)]
    below = [claim for claim in article.claims if not _inside(claim.content.spans[0].start, heads)]
    if not below or not all(speakers_of(article, claim) for claim in below):
        # Who is unknown may be the speaker of the headline.
        return
    known = {speaker.id for claim in below for speaker in speakers_of(article, claim)}
    for claim in above:
        for speaker in speakers_of(article, claim):
            if (
                speaker.kind != "person"
                or speaker.id in known
                or claim.source is None
                or not claim.source.spans
            ):
                continue
            span = claim.source.spans[0]
            message = f"the text attributes nothing to {shown(speaker.name)}"
            yield Hit(span.start, span.end, message, claim.confidence)


def _inside(offset: int, spans: list[Offsets]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


RULE = Rule(
    code="CX501",
    name="headline-unsupported",
    summary="The headline attributes something to somebody who says nothing in the text.",
    explanation=(
        "“Mayor: bridge is safe”, and no claim of the text is the mayor's. Either the headline "
        "names the wrong speaker, or the text lost the passage. The rule is silent where a claim "
        "of the text has no known speaker, and looks at people alone: a court or a study of the "
        "headline goes by many names below."
    ),
    wrong=(
        "Paul Reyes: Bridge is safe\n\nThe bridge will stay open until May, the engineer Ruth "
        "Okafor said on Monday. She said the cables had been replaced."
    ),
    right=(
        "Ruth Okafor: Bridge is safe\n\nThe bridge will stay open until May, the engineer Ruth "
        "Okafor said on Monday. She said the cables had been replaced."
    ),
    check=check,
    precision=Precision(right=32, read=35, on=ON_SEEDED),
)
