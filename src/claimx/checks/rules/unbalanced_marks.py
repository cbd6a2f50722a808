"""CX401 unbalanced-quotation-marks"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx.checks.records import shown
from claimx.checks.rule import ON_SEEDED, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article

_MARKS = "“”‘’«»„\"'"


def check(article: Article, text: str) -> Iterator[Hit]:
    """Quotations that open and never close."""
    for quote in article.quotes:
        if not quote.complete:
            span = quote.spans[-1]
            words = shown(span.text.strip(_MARKS), 40)
            message = f"the quotation that begins “{words}” is not closed"
            yield Hit(span.start, span.end, message)


RULE = Rule(
    code="CX401",
    name="unbalanced-quotation-marks",
    summary="A quotation mark opens, and none closes.",
    explanation=(
        "A quotation begins and the paragraph ends without its second mark, so that readers cannot "
        "tell where the speaker stops. A quotation over several paragraphs, each with an opening "
        "mark and only the last with a closing one, is in order."
    ),
    wrong="“The bridge will stay shut until May, the city engineer Ruth Okafor said on Monday.",
    right="“The bridge will stay shut until May,” the city engineer Ruth Okafor said on Monday.",
    check=check,
    precision=Precision(right=50, read=50, on=ON_SEEDED),
)
