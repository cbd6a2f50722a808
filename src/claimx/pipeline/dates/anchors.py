"""What dates are counted from: publication, dateline, what was said before, a quote's own time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from claimx.pipeline.dates.resolve import Resolution
from claimx.pipeline.dates.values import OutOfCalendar, Period, period_of, time_of_day
from claimx.pipeline.layout_annotations import Context

_LENGTH_OF_DATE = 10
PUBLISHED, DATELINE, ABSOLUTE = "published", "dateline", "absolute"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date to count from, and its name in the record; ``#key`` is another time expression.

    ``moment`` is the hour of that day, to the minute, where it is known.
    """

    period: Period | None
    name: str | None
    moment: Period | None = None


def article_anchor(context: Context) -> Anchor:
    """When the article was written: by its dateline where that differs, else when published."""
    published, dateline = _day(context.published), _day(context.dateline)
    if dateline is not None and dateline != published:
        return Anchor(dateline, DATELINE)
    if published is not None:
        return Anchor(published, PUBLISHED, _moment(context.published))
    return Anchor(None, None)


def can_be_counted_from(resolution: Resolution) -> bool:
    """Whether "the next day" can mean the day after this date."""
    period = resolution.period
    return (
        resolution.type in ("DATE", "TIME")
        and period is not None
        and "/" not in period.value
        and period.granularity not in ("century", "decade")
    )


def day_of(period: Period) -> Period:
    """The day that a time of day belongs to; a longer period as it is."""
    return period_of("day", period.day) if period.is_finer_than_day else period


def _moment(value: str | None) -> Period | None:
    """The minute of ``2025-03-14T16:00:00Z``; None where the hour is not told."""
    if not value or len(value) <= _LENGTH_OF_DATE:
        return None
    try:
        moment = datetime.fromisoformat(value)
        zone = moment.utcoffset()
        minutes = None if zone is None else int(zone.total_seconds() // 60)
        return time_of_day(moment.date(), moment.hour, moment.minute, None, minutes)
    except (ValueError, OutOfCalendar):
        return None


def _day(value: str | None) -> Period | None:
    if not value:
        return None
    try:
        return period_of("day", date.fromisoformat(value[:_LENGTH_OF_DATE]))
    except (ValueError, OutOfCalendar):
        return None
