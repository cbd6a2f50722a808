"""Where in the calendar an expression lies, from a given anchor and in a given direction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import singledispatch

from claimx.article.values import DateReason
from claimx.pipeline.dates.expressions import (
    Around,
    Between,
    Clock,
    Distance,
    Ending,
    Expression,
    FiscalYear,
    Fixed,
    Impossible,
    Inside,
    InTimeOf,
    Nth,
    PartOfDay,
    Portion,
    Recurring,
    Step,
    Strictly,
    Told,
)
from claimx.pipeline.dates.holidays import nth_weekday
from claimx.pipeline.dates.hours import count_hours
from claimx.pipeline.dates.occurrences import occurrence_between, occurrences_near
from claimx.pipeline.dates.portions import cut_portion
from claimx.pipeline.dates.seasons_of_zones import zone_of_season
from claimx.pipeline.dates.values import (
    MONTHS_IN,
    OutOfCalendar,
    Period,
    add_days,
    add_months,
    fiscal_year,
    is_finer,
    part_of_day,
    period_of,
    time_of_day,
)

# Of decades too: "the 70s" are over.
_SHORT_ROUNDS = frozenset({"weekday", "weekend", "decade"})
_ALMOST_A_YEAR = timedelta(days=335)


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


@singledispatch
def locate(expression: Expression, anchors: Anchors) -> Period:
    """The period that ``expression`` means.

    Raises:
        OutOfCalendar: Where the calendar has none.
        Unresolved: Where an anchor is missing.
    """
    raise Unresolved("no-such-date")


@locate.register
def _(expression: Fixed, anchors: Anchors) -> Period:
    return expression.period


@locate.register
def _(expression: Impossible, anchors: Anchors) -> Period:
    raise OutOfCalendar("the words name a date that no calendar has")


@locate.register
def _(expression: Recurring, anchors: Anchors) -> Period:
    now = _now(anchors)
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
    nearest = min(near, key=lambda period: _gap(period, now))
    if anchors.direction == "past" and past:
        # A date almost a year ago would have been given its year.
        return nearest if _gap(past[-1], now) > _ALMOST_A_YEAR else past[-1]
    if anchors.direction == "future" and future:
        return nearest if _gap(future[0], now) > _ALMOST_A_YEAR else future[0]
    return nearest


@locate.register
def _(expression: Strictly, anchors: Anchors) -> Period:
    if expression.origin is not None:
        now = locate(expression.origin, anchors)
    else:
        now = _before(anchors) if expression.narrative else _now(anchors)
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
        return inside[0] if inside else min(near, key=lambda period: _gap(period, now))
    raise OutOfCalendar("the calendar has no such day near the anchor")


@locate.register
def _(expression: Step, anchors: Anchors) -> Period:
    if expression.origin is not None:
        return _beside(locate(expression.origin, anchors), expression)
    if expression.or_now and anchors.before is None:
        origin = _now(anchors)
    else:
        origin = _before(anchors) if expression.narrative else _now(anchors)
    if expression.narrative and is_finer(expression.granularity, origin.granularity):
        raise Unresolved("anchor-too-coarse")
    return period_of(expression.granularity, origin.day).step(expression.count)


@locate.register
def _(expression: FiscalYear, anchors: Anchors) -> Period:
    return fiscal_year(_now(anchors).day.year + expression.count)


@locate.register
def _(expression: Told, anchors: Anchors) -> Period:
    return _before(anchors)


@locate.register
def _(expression: Distance, anchors: Anchors) -> Period:
    if expression.origin is not None:
        origin = locate(expression.origin, anchors)
    else:
        origin = _before(anchors) if expression.narrative else _now(anchors)
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


@locate.register
def _(expression: Inside, anchors: Anchors) -> Period:
    outer = locate(expression.outer, anchors)
    return occurrence_between(expression.inner, outer.start, outer.end)


@locate.register
def _(expression: InTimeOf, anchors: Anchors) -> Period:
    if expression.time.granularity == "year":
        return occurrence_between(expression.inner, expression.time.start, expression.time.end)
    near = occurrences_near(expression.inner, expression.time.day)
    return min(near, key=lambda period: _gap(period, expression.time))


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


@locate.register
def _(expression: Between, anchors: Anchors) -> Period:
    if isinstance(expression.last, Recurring) and (
        anchors.direction == "future" or _name_in(expression.first) is None
    ):
        # "From November 2023 to March": the end is the first that follows.
        first = locate(expression.first, anchors)
        last = occurrence_between(
            expression.last, first.start.replace(tzinfo=None), datetime(9998, 12, 31)
        )
    elif _name_in(expression.first) is not None:
        last = locate(expression.last, anchors)
        first = _last_before(expression.first, last)
    else:
        first, last = locate(expression.first, anchors), locate(expression.last, anchors)
    first, last = _put_in_order(expression, first, last, anchors)
    if first.start.tzinfo is None and last.start.tzinfo is not None:
        first = replace(
            first,
            start=first.start.replace(tzinfo=last.start.tzinfo),
            end=first.end.replace(tzinfo=last.start.tzinfo),
        )
    if first.is_finer_than_day != last.is_finer_than_day or (
        (first.start.tzinfo is None) != (last.start.tzinfo is None)
    ):
        raise Unresolved("ends-differ")
    granularity = (
        first.granularity if is_finer(first.granularity, last.granularity) else last.granularity
    )
    if first.start >= last.end:
        raise OutOfCalendar("the range ends before it begins")
    end = max(first.end, last.end)
    return Period(granularity, first.start, end, f"{first.value}/{last.value}")


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


def _now(anchors: Anchors) -> Period:
    if anchors.now is None:
        raise Unresolved("no-anchor")
    return anchors.now


def _before(anchors: Anchors) -> Period:
    if anchors.before is None:
        raise Unresolved("no-date-before")
    return anchors.before


def _day_of(base: Expression | None, anchors: Anchors) -> date:
    if base is None:
        return (anchors.day or _now(anchors)).day
    period = locate(base, anchors)
    if period.granularity != "day":
        raise Unresolved("no-day")
    return period.day


def _gap(period: Period, now: Period) -> timedelta:
    if period.start <= now.start < period.end:
        return timedelta(0)
    return max(period.start - now.start, now.start - period.end)


def _put_in_order(
    expression: Between, first: Period, last: Period, anchors: Anchors
) -> tuple[Period, Period]:
    """Times of day whose days are not named for certain: ``10 p.m. to 2 a.m.``.

    Without a day of its own the end may lie after midnight; a day that comes round again ("from
    9 a.m. on Friday to 5 p.m. on Saturday") is the last before the end.
    """
    start, end = expression.first, expression.last
    if (
        not isinstance(start, Clock)
        or not isinstance(end, Clock)
        or first.start.replace(tzinfo=None) < last.end.replace(tzinfo=None)
    ):
        return first, last
    if end.base is None:
        next_day = period_of("day", add_days(first.day, 1))
        return first, locate(end, replace(anchors, day=next_day))
    if isinstance(start.base, Recurring):
        day = period_of("day", last.day)
        return locate(start, replace(anchors, now=day, direction="past")), last
    return first, last


def _name_in(expression: Expression) -> Recurring | None:
    """The name that comes round again, of which an expression is or names a portion."""
    if isinstance(expression, Portion):
        return _name_in(expression.base)
    return expression if isinstance(expression, Recurring) else None


def _last_before(first: Expression, last: Period) -> Period:
    """The beginning of a range: the last of its name before the end, or the portion of it."""
    if isinstance(first, Portion):
        return cut_portion(_last_before(first.base, last), first.portion, None)
    assert isinstance(first, Recurring)
    end = last.start.replace(tzinfo=None)
    near = [period for period in occurrences_near(first, last.day) if period.start <= end]
    if not near or end - near[-1].start > timedelta(days=366):
        raise OutOfCalendar("the range has no beginning")
    return near[-1]
