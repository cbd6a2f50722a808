"""Hours, minutes and seconds counted from a known moment."""

from __future__ import annotations

from datetime import timedelta

from claimx.pipeline.dates.expressions import Distance
from claimx.pipeline.dates.values import OutOfCalendar, Period, time_of_day


def count_hours(moment: Period, expression: Distance) -> Period:
    """The hour, minute or second at a distance from a known one: ``four hours ago``.

    Raises:
        OutOfCalendar: Where the calendar does not reach so far.
    """
    seconds = {"hour": 3600, "minute": 60, "second": 1}[expression.unit] * (expression.count or 0)
    try:
        start = moment.start + timedelta(seconds=int(seconds) * expression.sign)
    except OverflowError as error:
        raise OutOfCalendar("the date is outside the calendar") from error
    zone = start.utcoffset()
    minute = time_of_day(
        start.date(),
        start.hour,
        start.minute,
        start.second if expression.unit == "second" else None,
        None if zone is None else int(zone.total_seconds() // 60),
    )
    if expression.unit != "hour":
        return minute
    return Period("hour", minute.start, minute.start + timedelta(hours=1), minute.value)
