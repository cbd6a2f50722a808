"""CX402 same-quote-two-speakers"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.checks.names import may_be_same
from claimx.checks.occurrences import Occurrence
from claimx.checks.records import shown
from claimx.checks.rule import ON_SEEDED, Hit, Precision, Rule

_FEWEST_WORDS = 5


def compare(occurrences: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Hit]]:
    """Quotations in the same words that two different speakers are given, here or elsewhere."""
    first: dict[tuple[str, ...], list[Occurrence]] = {}
    for occurrence in occurrences:
        forms = occurrence.forms
        if len(forms) < _FEWEST_WORDS or occurrence.speaker is None:
            continue
        earlier = first.setdefault(forms, [])
        other = next((item for item in earlier if not may_be_same(item, occurrence)), None)
        if other is not None:
            where = "above" if other.article == occurrence.article else f"in {other.path}"
            message = (
                f"given to {shown(occurrence.speaker)} here and to "
                f"{shown(other.speaker or '')} {where}"
            )
            yield occurrence, Hit(occurrence.start, occurrence.end, message, occurrence.confidence)
        earlier.append(occurrence)


RULE = Rule(
    code="CX402",
    name="same-quote-two-speakers",
    summary="The same words are quoted from two speakers.",
    explanation=(
        "A quotation of five words or more stands twice, within an article or in two articles of "
        "the call, and is given to different speakers. One of them did not say it. Marks, case and "
        "kinds of apostrophe do not count."
    ),
    wrong=(
        "“The bridge will stay shut until May,” the engineer Ruth Okafor said on Monday.\n\nThe "
        "union protested. “The bridge will stay shut until May,” the union’s head Paul Reyes said."
    ),
    right=(
        "“The bridge will stay shut until May,” the engineer Ruth Okafor said on Monday.\n\nThe "
        "union protested. “The bridge must open in spring,” the union’s head Paul Reyes said."
    ),
    compare=compare,
    precision=Precision(right=50, read=50, on=ON_SEEDED),
)
