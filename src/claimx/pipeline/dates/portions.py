"""Parts of a period that have no limits of their own: ``early 2019``, ``mid-March``."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from claimx.pipeline.dates.values import OutOfCalendar, Period, add_days, add_months, period_of

# Months from the beginning: where the second half begins; where the middle begins and ends.
_MONTHS = {
    "half": (3, 2, 4),
    "year": (6, 4, 8),
    "decade": (60, 48, 84),
    "century": (600, 360, 840),
}
_DAYS_OF_MONTH = (15, 10, 20)


def cut_portion(base: Period, portion: str, now: Period | None) -> Period:
    """The part of ``base``, of the same value; itself below the day.

    What is early or late is the first or second half, as the calendar cuts it: to the 15th, to
    June. ``earlier`` and ``later`` reach to the day ``now`` or from it on.
    """
    if base.granularity == "day" or base.is_finer_than_day:
        return base
    start, end = base.start, base.end
    second_half, middle, after_middle = _cuts(base)
    if portion in ("early", "start"):
        end = second_half
    elif portion in ("late", "end"):
        start = second_half
    elif portion == "mid":
        start, end = middle, after_middle
    elif now is not None:
        if portion == "earlier":
            end = now.start
        else:
            start = now.start
    return base.narrow(start, end)


def _cuts(base: Period) -> tuple[datetime, datetime, datetime]:
    """Where the second half begins, where the middle begins and where it ends."""
    try:
        named = period_of(base.granularity, base.day)
        if (named.start, named.end) == (base.start, base.end):
            if base.granularity == "month":
                first, second, third = (add_days(base.day, days) for days in _DAYS_OF_MONTH)
                return _midnight(first), _midnight(second), _midnight(third)
            if base.granularity in _MONTHS:
                first, second, third = (
                    add_months(base.day, months) for months in _MONTHS[base.granularity]
                )
                return _midnight(first), _midnight(second), _midnight(third)
    except (KeyError, OutOfCalendar):
        pass
    third_part, half = (base.end - base.start) / 3, (base.end - base.start) / 2
    return (
        _round_to_day(base.start + half),
        _round_to_day(base.start + third_part),
        _round_to_day(base.end - third_part),
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _round_to_day(moment: datetime) -> datetime:
    return datetime(moment.year, moment.month, moment.day) + timedelta(days=moment.hour >= 12)
