"""CX403 altered-quote"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimx.checks.alignment import align, describe_changes, similar_pairs
from claimx.checks.names import may_be_same
from claimx.checks.occurrences import Occurrence
from claimx.checks.rule import ON_SEEDED, Hit, Precision, Rule

_FEWEST_WORDS = 6


def compare(occurrences: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, Hit]]:
    """Quotations that nearly repeat an earlier one, words changed inside."""
    long = [item for item in occurrences if len(item.forms) >= _FEWEST_WORDS]
    told = set()
    for earlier, later in similar_pairs([item.forms for item in long]):
        before, behind = long[earlier], long[later]
        if later in told or not _comparable(before, behind):
            continue
        changes = align(before.forms, behind.forms)
        if changes is None or not changes:
            continue
        told.add(later)
        where = "above" if before.article == behind.article else f"in {before.path}"
        message = f"the quotation {where} reads otherwise: {describe_changes(changes)}"
        yield behind, Hit(behind.start, behind.end, message, behind.confidence)


def _comparable(before: Occurrence, behind: Occurrence) -> bool:
    """Whether both may be the words of one speaker, with nothing left out on purpose."""
    if len(before.parts) != 1 or len(behind.parts) != 1:
        return False
    return before.speaker is None or behind.speaker is None or may_be_same(before, behind)


RULE = Rule(
    code="CX403",
    name="altered-quote",
    summary="A quotation stands twice, in words that differ.",
    explanation=(
        "Two quotations of six words or more, within an article or in two articles of the call, "
        "agree in most words and differ in some inside: one of them is not what was said. What one "
        "leaves out at its edges, marks, case, ellipses and brackets do not count."
    ),
    wrong=(
        "“The bridge will stay shut until the end of May,” the engineer Ruth Okafor said on "
        "Monday.\n\nThe union protested. “The bridge will stay shut until the start of May,” "
        "Okafor had told the council."
    ),
    right=(
        "“The bridge will stay shut until the end of May,” the engineer Ruth Okafor said on "
        "Monday.\n\nThe union protested. “The bridge will stay shut until the end of May,” "
        "Okafor had told the council."
    ),
    compare=compare,
    precision=Precision(right=50, read=50, on=ON_SEEDED),
)
