"""Names of the calendar, complete or coming round again: ``Friday``, ``March of last year``."""

from __future__ import annotations

from datetime import timedelta

from claimx.pipeline.dates.expressions import (
    Fixed,
    Impossible,
    Inside,
    InTimeOf,
    Recurring,
    Strictly,
)
from claimx.pipeline.dates.locate.anchors import (
    Anchors,
    before_of,
    gap_between,
    now_of,
)
from claimx.pipeline.dates.locate.dispatch import locate
from claimx.pipeline.dates.occurrences import occurrence_between, occurrences_near
from claimx.pipeline.dates.values import OutOfCalendar, Period, period_of

# Of decades too: "the 70s" are over.
_SHORT_ROUNDS = frozenset({"weekday", "weekend", "decade"})
_ALMOST_A_YEAR = timedelta(days=335)


@locate.register
def _(expression: Fixed, anchors: Anchors) -> Period:
    return expression.period


@locate.register
def _(expression: Impossible, anchors: Anchors) -> Period:
    raise OutOfCalendar("the words name a date that no calendar has")


@locate.register
def _(expression: Recurring, anchors: Anchors) -> Period:
    now = now_of(anchors)
    near = occurrences_near(expression, now.day)
    if not near:
        raise OutOfCalendar("the calendar has no such day near the anchor")
    past = [period for period in near if period.start <= now.start]
    future = [period for period in near if period.end > now.start]
    if expression.name == ("this",) and anchors.direction == "near":
        return period_of(expression.kind, now.day)
    if expression.kind in _SHORT_ROUNDS:
        # Of days that come round soon, a report means the last one unless it says otherwise.
        return future[0] if anchors.direction == "future" and future else (past or near)[-1]
    nearest = min(near, key=lambda period: gap_between(period, now))
    if anchors.direction == "past" and past:
        # A date almost a year ago would have been given its year.
        return nearest if gap_between(past[-1], now) > _ALMOST_A_YEAR else past[-1]
    if anchors.direction == "future" and future:
        return nearest if gap_between(future[0], now) > _ALMOST_A_YEAR else future[0]
    return nearest


@locate.register
def _(expression: Strictly, anchors: Anchors) -> Period:
    if expression.origin is not None:
        now = locate(expression.origin, anchors)
    else:
        now = before_of(anchors) if expression.narrative else now_of(anchors)
    near = occurrences_near(expression.base, now.day)
    margin = timedelta(days=1 if expression.skips_neighbour else 0)
    if expression.direction == "past":
        before = [period for period in near if period.end <= now.start - margin]
        if before:
            return before[-1]
    elif expression.direction == "future":
        after = [period for period in near if period.start >= now.end + margin]
        if after:
            return after[0]
    elif near:
        unit = "week" if expression.base.kind == "weekday" else "year"
        around = period_of(unit, now.day)
        inside = [period for period in near if around.start <= period.start < around.end]
        if inside and anchors.direction == "past" and inside[0].start > now.start:
            # "This Sunday he crossed the Channel": told of the one before.
            inside = [period for period in near if period.end <= now.start][-1:]
        is_weekday = expression.base.kind == "weekday"
        if inside and is_weekday and anchors.direction == "future" and inside[0].end <= now.start:
            # "They will meet this Monday", written on a Tuesday.
            inside = [period for period in near if period.start >= now.end][:1]
        return inside[0] if inside else min(near, key=lambda period: gap_between(period, now))
    raise OutOfCalendar("the calendar has no such day near the anchor")


@locate.register
def _(expression: Inside, anchors: Anchors) -> Period:
    outer = locate(expression.outer, anchors)
    return occurrence_between(expression.inner, outer.start, outer.end)


@locate.register
def _(expression: InTimeOf, anchors: Anchors) -> Period:
    if expression.time.granularity == "year":
        return occurrence_between(expression.inner, expression.time.start, expression.time.end)
    near = occurrences_near(expression.inner, expression.time.day)
    return min(near, key=lambda period: gap_between(period, expression.time))
