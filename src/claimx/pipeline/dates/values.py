"""A small calendar algebra: stretches of calendar time, their TIMEX3 values and their steps.

A `Period` is a named stretch of the calendar (a day, a month, the afternoon of a day) with its
half-open limits. Years run from 1 to 9998; whatever leaves them raises `OutOfCalendar`.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import get_args

from claimx.article.values import Granularity

# From the longest to the shortest.
GRANULARITIES: tuple[str, ...] = get_args(Granularity)
_FINER_THAN_DAY = frozenset({"part_of_day", "hour", "minute", "second"})
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Hours of the day from and to; the night runs into the next day. TIMEX3 names, limits of ours.
PARTS_OF_DAY = {
    "MO": (6, 12),
    "MI": (12, 13),
    "AF": (12, 18),
    "EV": (18, 24),
    "NI": (20, 30),
    "DT": (6, 18),
}


class OutOfCalendar(ValueError):
    """A date that no calendar has, or one outside the years 1 to 9998."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of calendar time.

    Attributes:
        granularity: One of ``article.values.Granularity``.
        start: First moment.
        end: The moment after the last.
        value: TIMEX3 value (TimeML 1.2.1; ISO 8601 for months, weeks, days and times).
    """

    granularity: str
    start: datetime
    end: datetime
    value: str

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise OutOfCalendar(f"{self.value} ends before it begins")

    @property
    def day(self) -> date:
        """The day on which the period begins."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The day in which the period ends."""
        return (self.end - timedelta(microseconds=1)).date()

    @property
    def earliest(self) -> str:
        """The first moment in ISO 8601: a date, or a date and time below the day."""
        return _iso(self.start, self.is_finer_than_day)

    @property
    def latest(self) -> str:
        """The end, excluded, in the same form as `earliest`."""
        return _iso(self.end, self.is_finer_than_day)

    @property
    def is_finer_than_day(self) -> bool:
        """Whether the period is measured in hours or less."""
        return self.granularity in _FINER_THAN_DAY

    def narrow(self, start: datetime, end: datetime) -> Period:
        """The part between ``start`` and ``end``, of the same value; itself where none is."""
        start, end = max(self.start, start), min(self.end, end)
        return self if start >= end else replace(self, start=start, end=end)

    def step(self, count: int) -> Period:
        """The period of the same granularity ``count`` places later."""
        if self.granularity in MONTHS_IN:
            return period_of(
                self.granularity, add_months(self.day, count * MONTHS_IN[self.granularity])
            )
        days = {"week": 7, "weekend": 7, "day": 1}
        if self.granularity not in days:
            raise OutOfCalendar(f"no step in the granularity {self.granularity}")
        return period_of(self.granularity, add_days(self.day, count * days[self.granularity]))


MONTHS_IN = {
    "century": 1200,
    "decade": 120,
    "year": 12,
    "half": 6,
    "quarter": 3,
    "season": 3,
    "month": 1,
}


def is_finer(granularity: str, other: str) -> bool:
    """Whether ``granularity`` is shorter than ``other``."""
    return GRANULARITIES.index(granularity) > GRANULARITIES.index(other)


def make_day(year: int, month: int, day: int) -> date:
    """The day of that name.

    Raises:
        OutOfCalendar: Where there is none; the message says why.
    """
    if not 1 <= year <= 9998:
        raise OutOfCalendar(f"the year {year} is outside the calendar")
    if not 1 <= month <= 12:
        raise OutOfCalendar(f"there is no month {month}")
    if not 1 <= day <= monthrange(year, month)[1]:
        raise OutOfCalendar(f"{year:04d}-{month:02d} has no day {day}")
    return date(year, month, day)


def add_days(day: date, count: int) -> date:
    """The day ``count`` days later."""
    try:
        return _in_calendar(day + timedelta(days=count))
    except OverflowError as error:
        raise OutOfCalendar("the date is outside the calendar") from error


def add_months(day: date, count: int) -> date:
    """The same day ``count`` months later, or the last of that month where it is shorter."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        raise OutOfCalendar("the date is outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_of(granularity: str, day: date) -> Period:
    """The period of ``granularity`` (a day or longer) that ``day`` lies in.

    Of seasons that of the northern hemisphere by the meteorological calendar; the winter that
    begins in December bears the year of that December.
    """
    return _PERIODS[granularity](_in_calendar(day))


def century(number: int) -> Period:
    """The ``number``-th century: the 20th runs from 1900 to 1999, as people use the word."""
    if not 1 <= number <= 99:
        raise OutOfCalendar(f"there is no {number}. century in the calendar")
    first = (number - 1) * 100
    return _make("century", max(first, 1), 1, first + 100, 1, f"{number - 1:02d}")


def fiscal_year(year: int) -> Period:
    """A fiscal year by its name.

    Which months it holds depends on whose it is. The limits hold all customs in use: from years
    that end in January of ``year`` to those that end in March of the next.
    """
    first = make_day(year - 1, 2, 1)
    last = make_day(year + 1, 4, 1)
    return Period("year", _midnight(first), _midnight(last), f"FY{year:04d}")


def part_of_day(day: date, part: str) -> Period:
    """The morning, afternoon, … of a day; ``part`` is a TIMEX3 name (``MO``, ``AF``, …)."""
    first, last = PARTS_OF_DAY[part]
    start = _midnight(day)
    value = f"{day.isoformat()}T{part}"
    return Period(
        "part_of_day", start + timedelta(hours=first), start + timedelta(hours=last), value
    )


def time_of_day(
    day: date, hour: int, minute: int | None, second: int | None, zone: int | None = None
) -> Period:
    """An hour, minute or second of a day.

    Args:
        hour: 0 to 24; 24 is the midnight that ends the day.
        zone: Minutes east of Greenwich, where stated.
    """
    if not (0 <= hour <= 24 and 0 <= (minute or 0) <= 59 and 0 <= (second or 0) <= 59):
        raise OutOfCalendar("there is no such time of day")
    if hour == 24 and (minute or second):
        raise OutOfCalendar("no time follows 24:00")
    tzinfo = None if zone is None else timezone(timedelta(minutes=zone))
    start = datetime.combine(day, time(0), tzinfo) + timedelta(
        hours=hour, minutes=minute or 0, seconds=second or 0
    )
    if second is not None:
        granularity, length = "second", timedelta(seconds=1)
    elif minute is not None:
        granularity, length = "minute", timedelta(minutes=1)
    else:
        granularity, length = "hour", timedelta(hours=1)
    clock = f"{hour:02d}:{minute or 0:02d}" + (f":{second:02d}" if second is not None else "")
    value = f"{day.isoformat()}T{clock}{_zone_name(zone)}"
    return Period(granularity, start, start + length, value)


def _iso(moment: datetime, with_time: bool) -> str:
    return moment.isoformat() if with_time else moment.date().isoformat()


def _zone_name(zone: int | None) -> str:
    if zone is None:
        return ""
    if zone == 0:
        return "Z"
    hours, minutes = divmod(abs(zone), 60)
    return f"{'-' if zone < 0 else '+'}{hours:02d}:{minutes:02d}"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _in_calendar(day: date) -> date:
    if not 1 <= day.year <= 9998:
        raise OutOfCalendar("the date is outside the calendar")
    return day


def _make(
    granularity: str, year: int, month: int, to_year: int, to_month: int, value: str
) -> Period:
    start, end = make_day(year, month, 1), make_day(to_year, to_month, 1)
    return Period(granularity, _midnight(start), _midnight(end), value)


def _months(granularity: str, day: date, first: int, count: int, value: str) -> Period:
    """The period of ``count`` months that begins with month ``first`` of the year of ``day``."""
    to_year, to_month = divmod(day.year * 12 + first - 1 + count, 12)
    return _make(granularity, day.year, first, to_year, to_month + 1, value)


def _decade_of(day: date) -> Period:
    first = day.year // 10 * 10
    return _make("decade", max(first, 1), 1, first + 10, 1, f"{day.year // 10:03d}")


def _year_of(day: date) -> Period:
    return _months("year", day, 1, 12, f"{day.year:04d}")


def _half_of(day: date) -> Period:
    half = (day.month - 1) // 6
    return _months("half", day, half * 6 + 1, 6, f"{day.year:04d}-H{half + 1}")


def _quarter_of(day: date) -> Period:
    quarter = (day.month - 1) // 3
    return _months("quarter", day, quarter * 3 + 1, 3, f"{day.year:04d}-Q{quarter + 1}")


def _season_of(day: date) -> Period:
    if day.month < 3:
        day = make_day(day.year - 1, 12, 1)
    name, first = max(
        (item for item in SEASONS.items() if item[1] <= day.month), key=lambda item: item[1]
    )
    return _months("season", day, first, 3, f"{day.year:04d}-{name}")


def _month_of(day: date) -> Period:
    return _months("month", day, day.month, 1, f"{day.year:04d}-{day.month:02d}")


def _week_of(day: date) -> Period:
    monday = add_days(day, -day.weekday())
    year, week, _ = monday.isocalendar()
    return Period(
        "week", _midnight(monday), _midnight(add_days(monday, 7)), f"{year:04d}-W{week:02d}"
    )


def _weekend_of(day: date) -> Period:
    week = _week_of(day)
    return Period("weekend", week.end - timedelta(days=2), week.end, f"{week.value}-WE")


@lru_cache(maxsize=1024)
def _day_of(day: date) -> Period:
    return Period("day", _midnight(day), _midnight(day) + timedelta(days=1), day.isoformat())


def _century_of(day: date) -> Period:
    return century(day.year // 100 + 1)


_PERIODS: dict[str, Callable[[date], Period]] = {
    "century": _century_of,
    "decade": _decade_of,
    "year": _year_of,
    "half": _half_of,
    "quarter": _quarter_of,
    "season": _season_of,
    "month": _month_of,
    "week": _week_of,
    "weekend": _weekend_of,
    "day": _day_of,
}
