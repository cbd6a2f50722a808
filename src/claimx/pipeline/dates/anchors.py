"""What dates are counted from: publication, dateline, what was said before, a quote's own time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claimx.pipeline.dates.resolve import Resolution
from claimx.pipeline.dates.values import OutOfCalendar, Period, period_of
from claimx.pipeline.layout_annotations import Context

PUBLISHED, DATELINE, ABSOLUTE = "published", "dateline", "absolute"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date to count from, and its name in the record; ``#key`` is another time expression."""

    period: Period | None
    name: str | None


def article_anchor(context: Context) -> Anchor:
    """When the article was written: by its dateline where that differs, else when published."""
    published, dateline = _day(context.published), _day(context.dateline)
    if dateline is not None and dateline != published:
        return Anchor(dateline, DATELINE)
    if published is not None:
        return Anchor(published, PUBLISHED)
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


def _day(value: str | None) -> Period | None:
    if not value:
        return None
    try:
        return period_of("day", date.fromisoformat(value[:10]))
    except (ValueError, OutOfCalendar):
        return None
