"""Dates that count from another: ``the week before``, ``two years ago``, ``at that time``."""

from __future__ import annotations

from datetime import date

from claimx.pipeline.dates.expressions import Distance, FiscalYear, Step, Told
from claimx.pipeline.dates.hours import count_hours
from claimx.pipeline.dates.locate.anchors import Anchors, Unresolved, before_of, now_of
from claimx.pipeline.dates.locate.dispatch import locate
from claimx.pipeline.dates.values import (
    MONTHS_IN,
    Period,
    add_days,
    add_months,
    fiscal_year,
    is_finer,
    period_of,
)


@locate.register
def _(expression: Step, anchors: Anchors) -> Period:
    if expression.origin is not None:
        return _beside(locate(expression.origin, anchors), expression)
    if expression.or_now and anchors.before is None:
        origin = now_of(anchors)
    else:
        origin = before_of(anchors) if expression.narrative else now_of(anchors)
    if expression.narrative and is_finer(expression.granularity, origin.granularity):
        raise Unresolved("anchor-too-coarse")
    return period_of(expression.granularity, origin.day).step(expression.count)


@locate.register
def _(expression: FiscalYear, anchors: Anchors) -> Period:
    return fiscal_year(now_of(anchors).day.year + expression.count)


@locate.register
def _(expression: Told, anchors: Anchors) -> Period:
    return before_of(anchors)


@locate.register
def _(expression: Distance, anchors: Anchors) -> Period:
    if expression.origin is not None:
        origin = locate(expression.origin, anchors)
    else:
        origin = before_of(anchors) if expression.narrative else now_of(anchors)
    if expression.unit == "hour" and expression.count and expression.count % 24 == 0:
        # "48 hours ago" is said for two days.
        days = int(expression.count) // 24 * expression.sign
        return period_of("day", add_days(origin.day, days))
    if expression.unit in ("hour", "minute", "second"):
        if anchors.moment is None or expression.origin is not None:
            raise Unresolved("no-hour")
        return count_hours(anchors.moment, expression)
    if is_finer(expression.unit if expression.unit in MONTHS_IN else "day", origin.granularity):
        raise Unresolved("anchor-too-coarse")
    return _at_distance(origin, expression)


def _beside(origin: Period, step: Step) -> Period:
    """The week before, the day after, … a period: counted from the edge that lies there."""
    edge = origin.last_day if step.count > 0 else origin.day
    return period_of(step.granularity, edge).step(step.count)


def _at_distance(origin: Period, expression: Distance) -> Period:
    """The period of the unit's own granularity at that distance: two years ago is a year."""
    count = (expression.count or 0) * expression.sign
    unit = {"fortnight": "week", "night": "day", "weekend": "weekend"}.get(
        expression.unit, expression.unit
    )
    if expression.unit == "fortnight":
        count *= 2
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if count != int(count):
        # Half a year is six months.
        if unit not in MONTHS_IN:
            raise Unresolved("not-countable")
        count, unit = count * MONTHS_IN[unit], "month"
    day = move_day(origin.day, int(count), unit)
    if expression.is_exact:
        return period_of(origin.granularity, day)
    if expression.origin is not None and origin.granularity == "day" and unit == "week":
        return period_of("day", day)
    return period_of(unit, day)


def move_day(day: date, count: int, unit: str) -> date:
    """The day that lies ``count`` units later."""
    if unit in MONTHS_IN:
        return add_months(day, count * MONTHS_IN[unit])
    days = {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1)
    return add_days(day, count * days)
