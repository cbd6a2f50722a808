"""What expressions are resolved against, and what is missing where they cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from claimx.article.values import DateReason
from claimx.pipeline.dates.values import Period


class Unresolved(ValueError):
    """An expression has no value.

    Attributes:
        reason: The record's ``reason``.
    """

    def __init__(self, reason: DateReason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Anchors:
    """What an expression is resolved against.

    Attributes:
        now: The day of speaking or writing.
        before: What the text spoke of before.
        day: The day that a time of day belongs to, where one stands close by.
        moment: The minute from which hours are counted, where it is known.
        direction: ``past``, ``future`` or ``near`` (the nearest).
    """

    now: Period | None = None
    before: Period | None = None
    day: Period | None = None
    direction: str = "past"
    moment: Period | None = None


def now_of(anchors: Anchors) -> Period:
    """The day of speaking or writing.

    Raises:
        Unresolved: Where it is not known.
    """
    if anchors.now is None:
        raise Unresolved("no-anchor")
    return anchors.now


def before_of(anchors: Anchors) -> Period:
    """What the text spoke of before.

    Raises:
        Unresolved: Where it spoke of none.
    """
    if anchors.before is None:
        raise Unresolved("no-date-before")
    return anchors.before


def gap_between(period: Period, now: Period) -> timedelta:
    """The time between the beginning of ``now`` and a period; none inside it."""
    if period.start <= now.start < period.end:
        return timedelta(0)
    return max(period.start - now.start, now.start - period.end)
