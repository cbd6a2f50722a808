"""Holidays whose date is fixed or can be computed from the year."""

from __future__ import annotations

from datetime import date
from typing import Any

from claimx.article.values import DateReason
from claimx.pipeline.dates.data_files import read_json
from claimx.pipeline.dates.values import OutOfCalendar, add_days, add_months, make_day


def holiday_names() -> list[str]:
    """All known names in lower case, with straight apostrophes."""
    return list(read_json("holidays"))


def date_of_holiday(name: str, year: int) -> date:
    """The day on which ``name`` falls in ``year``.

    Raises:
        OutOfCalendar: Where the year is outside the calendar.
    """
    rule: dict[str, Any] = read_json("holidays")[name]
    if "easter" in rule:
        return add_days(easter_sunday(year), rule["easter"])
    if "weekday" in rule:
        day = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return add_days(day, rule.get("shift", 0))
    return make_day(year, rule["month"], rule["day"])


def year_of_holiday(name: str) -> int | None:
    """The year of a day that came but once: ``Black Monday``."""
    year: int | None = read_json("holidays")[name].get("year")
    return year


def doubt_holiday(name: str) -> DateReason | None:
    """What a name can also mean, where countries differ."""
    doubt: DateReason | None = read_json("holidays")[name].get("doubt")
    return doubt


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The ``number``-th Monday (1) … Sunday (7) of a month; -1 is the last.

    Raises:
        OutOfCalendar: Where the month has no such day.
    """
    first = make_day(year, month, 1)
    if number < 0:
        last = add_days(add_months(first, 1), -1)
        return add_days(last, -((last.isoweekday() - weekday) % 7) + 7 * (number + 1))
    day = add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    if day.month != month:
        raise OutOfCalendar(f"the month has no {number}. such weekday")
    return day


def easter_sunday(year: int) -> date:
    """Easter of the Gregorian calendar (Meeus 1991, Astronomical Algorithms, chapter 8)."""
    golden = year % 19
    hundreds, rest = divmod(year, 100)
    leap = hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + leap + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return make_day(year, month, day + 1)
