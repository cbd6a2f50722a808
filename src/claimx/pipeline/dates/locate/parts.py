"""Parts of a longer period, and times of a day."""

from __future__ import annotations

from datetime import date, timedelta

from claimx.pipeline.dates.expressions import (
    Around,
    Clock,
    Ending,
    Expression,
    Nth,
    PartOfDay,
    Portion,
)
from claimx.pipeline.dates.holidays import nth_weekday
from claimx.pipeline.dates.locate.anchors import Anchors, Unresolved, now_of
from claimx.pipeline.dates.locate.dispatch import locate
from claimx.pipeline.dates.locate.distances import move_day
from claimx.pipeline.dates.portions import cut_portion
from claimx.pipeline.dates.seasons_of_zones import zone_of_season
from claimx.pipeline.dates.values import (
    OutOfCalendar,
    Period,
    add_days,
    is_finer,
    part_of_day,
    period_of,
    time_of_day,
)


@locate.register
def _(expression: Nth, anchors: Anchors) -> Period:
    base = locate(expression.base, anchors)
    if expression.unit == "weekday":
        if base.granularity == "month":
            first = base.day
            day = nth_weekday(first.year, first.month, expression.weekday, expression.number)
            return period_of("day", day)
        raise Unresolved("not-countable")
    if not is_finer(expression.unit, base.granularity):
        raise Unresolved("not-countable")
    # A week belongs to the month or year that holds most of it, as in ISO 8601.
    most = timedelta(days=3 if expression.unit == "week" else 0)
    if expression.number < 0:
        part = period_of(expression.unit, add_days(base.end.date(), -1))
        return part.step(-1) if part.end - base.end > most else part
    part = period_of(expression.unit, base.day)
    if base.start - part.start > most:
        part = part.step(1)
    part = part.step(expression.number - 1)
    if part.start >= base.end:
        raise OutOfCalendar(f"{base.value} has no {expression.number}. {expression.unit}")
    return part


@locate.register
def _(expression: Around, anchors: Anchors) -> Period:
    return period_of(expression.granularity, locate(expression.base, anchors).day)


@locate.register
def _(expression: Ending, anchors: Anchors) -> Period:
    base = locate(expression.base, anchors)
    if base.granularity not in ("day", "month"):
        raise Unresolved("no-day")
    named = period_of(expression.unit, base.day)
    if named.end == base.end:
        return named
    first = move_day(add_days(base.last_day, 1), -1, expression.unit)
    start = period_of("day", first).start
    return Period(expression.unit, start, base.end, f"{first.isoformat()}/{base.value}")


@locate.register
def _(expression: Portion, anchors: Anchors) -> Period:
    return cut_portion(locate(expression.base, anchors), expression.portion, anchors.now)


@locate.register
def _(expression: PartOfDay, anchors: Anchors) -> Period:
    return part_of_day(_day_of(expression.base, anchors), expression.part)


@locate.register
def _(expression: Clock, anchors: Anchors) -> Period:
    day = _day_of(expression.base, anchors)
    zone = expression.zone
    if isinstance(zone, str):
        zone = zone_of_season(zone, day)
    return time_of_day(day, expression.hour, expression.minute, expression.second, zone)


def _day_of(base: Expression | None, anchors: Anchors) -> date:
    if base is None:
        return (anchors.day or now_of(anchors)).day
    period = locate(base, anchors)
    if period.granularity != "day":
        raise Unresolved("no-day")
    return period.day
