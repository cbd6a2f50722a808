"""Ranges: ``from November to March``, ``10 p.m. to 2 a.m.``."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from claimx.pipeline.dates.expressions import Between, Clock, Expression, Portion, Recurring
from claimx.pipeline.dates.locate.anchors import Anchors, Unresolved
from claimx.pipeline.dates.locate.dispatch import locate
from claimx.pipeline.dates.occurrences import occurrence_between, occurrences_near
from claimx.pipeline.dates.portions import cut_portion
from claimx.pipeline.dates.values import OutOfCalendar, Period, add_days, is_finer, period_of


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


def _put_in_order(
    expression: Between, first: Period, last: Period, anchors: Anchors
) -> tuple[Period, Period]:
    """Times of day whose days are not named for certain: ``10 p.m. to 2 a.m.``.

    Without a day of its own the end may lie after midnight; a day that comes round again ("from
    9 a.m. on Friday to 5 p.m. on Saturday") is the last before the end.
    """
    start, end = expression.first, expression.last
    if not isinstance(start, Clock) or not isinstance(end, Clock):
        return first, last
    if end.base is None and start.base is not None:
        # "On Friday from 10 a.m. to noon".
        last = locate(end, replace(anchors, day=period_of("day", first.day)))
    if first.start.replace(tzinfo=None) < last.end.replace(tzinfo=None):
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
