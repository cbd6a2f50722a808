"""When a date whose name comes round again falls: ``Friday``, ``March 14``, ``Christmas``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache

from claimx.pipeline.dates.expressions import Recurring
from claimx.pipeline.dates.holidays import date_of_holiday
from claimx.pipeline.dates.values import (
    SEASONS,
    OutOfCalendar,
    Period,
    add_days,
    add_months,
    make_day,
    period_of,
)


@lru_cache(maxsize=4096)
def occurrences_near(name: Recurring, day: date) -> tuple[Period, ...]:
    """Occurrences before, at and after ``day``, in order: several on each side, if there are."""
    return tuple(_SERIES[name.kind](name, day))


def occurrence_between(name: Recurring, start: datetime, end: datetime) -> Period:
    """The first occurrence that begins from ``start`` on and before ``end``.

    Raises:
        OutOfCalendar: Where there is none.
    """
    for period in occurrences_near(name, start.date()):
        if start <= period.start < end:
            return period
    raise OutOfCalendar("the longer period has no such part")


def _weekdays(name: Recurring, day: date) -> Iterator[Period]:
    monday = add_days(day, -day.weekday())
    for week in range(-3, 4):
        yield period_of("day", add_days(monday, 7 * week + int(name.name[0]) - 1))


def _weekends(name: Recurring, day: date) -> Iterator[Period]:
    for week in range(-2, 3):
        yield period_of("weekend", add_days(day, 7 * week))


def _days_of_month(name: Recurring, day: date) -> Iterator[Period]:
    for months in range(-3, 4):
        month = add_months(day.replace(day=1), months)
        yield from _existing(month.year, month.month, int(name.name[0]))


def _weekdays_with_day(name: Recurring, day: date) -> Iterator[Period]:
    weekday, number = (int(part) for part in name.name)
    for months in range(-24, 25):
        month = add_months(day.replace(day=1), months)
        for period in _existing(month.year, month.month, number):
            if period.day.isoweekday() == weekday:
                yield period


def _weeks(name: Recurring, day: date) -> Iterator[Period]:
    """Weeks by their number in the year, by ISO 8601; a year is part of the name where given."""
    number, *year = (int(part) for part in name.name)
    for of in year or range(day.year - 2, day.year + 3):
        try:
            yield period_of("week", date.fromisocalendar(of, number, 1))
        except ValueError:
            continue


def _of_years(
    find: Callable[[Recurring, int], Period], years: int
) -> Callable[..., Iterator[Period]]:
    def series(name: Recurring, day: date) -> Iterator[Period]:
        for year in range(day.year - years, day.year + years + 1):
            try:
                yield find(name, year)
            except OutOfCalendar:
                continue

    return series


def _month(name: Recurring, year: int) -> Period:
    return period_of("month", make_day(year, int(name.name[0]), 1))


def _month_day(name: Recurring, year: int) -> Period:
    month, day, *weekday = (int(part) for part in name.name)
    found = make_day(year, month, day)
    if weekday and found.isoweekday() != weekday[0]:
        raise OutOfCalendar("that day is another weekday in this year")
    return period_of("day", found)


def _season(name: Recurring, year: int) -> Period:
    return period_of("season", make_day(year, SEASONS[str(name.name[0])], 1))


def _quarter(name: Recurring, year: int) -> Period:
    return period_of("quarter", make_day(year, int(name.name[0]) * 3 - 2, 1))


def _half(name: Recurring, year: int) -> Period:
    return period_of("half", make_day(year, int(name.name[0]) * 6 - 5, 1))


def _holiday(name: Recurring, year: int) -> Period:
    return period_of("day", date_of_holiday(str(name.name[0]), year))


def _decades(name: Recurring, day: date) -> Iterator[Period]:
    for hundreds in (-100, 0, 100):
        year = day.year // 100 * 100 + hundreds + int(name.name[0])
        if year >= 10:
            yield period_of("decade", make_day(year, 1, 1))


def _existing(year: int, month: int, day: int) -> Iterator[Period]:
    try:
        yield period_of("day", make_day(year, month, day))
    except OutOfCalendar:
        return


_SERIES: dict[str, Callable[[Recurring, date], Iterator[Period]]] = {
    "weekday": _weekdays,
    "weekend": _weekends,
    "day": _days_of_month,
    "weekday_day": _weekdays_with_day,
    "week": _weeks,
    # A leap day comes again after at most eight years; with a weekday, every name within twelve.
    "month_day": _of_years(_month_day, 12),
    "month": _of_years(_month, 2),
    "season": _of_years(_season, 2),
    "quarter": _of_years(_quarter, 2),
    "half": _of_years(_half, 2),
    "holiday": _of_years(_holiday, 2),
    "decade": _decades,
}
