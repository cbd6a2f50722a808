"""Nothing was said after the article that reports it: a day of saying is never ahead of it."""

from __future__ import annotations

from collections.abc import Sequence

from claimx.pipeline.annotations import Attribution
from claimx.pipeline.dates.anchors import Anchor
from claimx.pipeline.dates.direction import FUTURE, PAST, find_direction
from claimx.pipeline.dates.narrative import Narrative
from claimx.pipeline.dates.sentences import has_parse
from claimx.pipeline.dates.tenses import read_tense


def keep_saying_behind(
    narrative: Narrative, attributions: Sequence[Attribution], article: Anchor
) -> None:
    """Read days of saying that lie ahead anew, and untie those that still do.

    What will be announced on Tuesday has not been said: it has no day of saying. Where
    something was said on a date after publication, the date keeps its value and a reason.

    Args:
        narrative: With all dates outside quotations resolved.
        attributions: Their ``said_on`` is set to None where it cannot be.
        article: The date of writing.
    """
    if article.period is None:
        return
    for attribution in attributions:
        position = narrative.position_of(attribution.said_on)
        if position is None or not _lies_ahead(narrative, position, article):
            continue
        if not _is_to_be_said(attribution, narrative, position):
            narrative.resolve(position, article, PAST)
            if not _lies_ahead(narrative, position, article):
                continue
            narrative.timexes[position].values["reason"] = "said-ahead"
        attribution.said_on = None


def _lies_ahead(narrative: Narrative, position: int, article: Anchor) -> bool:
    found = narrative.resolution_at(position)
    if found is None or found.period is None or article.period is None:
        return False
    return found.period.day > article.period.last_day


def _is_to_be_said(attribution: Attribution, narrative: Narrative, position: int) -> bool:
    """Whether the clause of the date or of the cue speaks of what comes: ``will announce on …``."""
    date = narrative.timexes[position].span
    if not has_parse(date):
        return False
    if narrative.candidates[position].expression.needs_anchor:
        return find_direction(date) == FUTURE
    return read_tense(attribution.cue[0].root, date, is_direct=True) == FUTURE
