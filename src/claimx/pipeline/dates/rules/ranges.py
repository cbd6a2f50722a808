"""Ranges as one expression: ``from 2014 to 2016``, ``March 3–5``, ``between May and July``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.pipeline.dates.expressions import (
    Between,
    Clock,
    EitherOrder,
    Expression,
    Fixed,
    Impossible,
    Length,
    Recurring,
    Repeated,
    Step,
    Vague,
)
from claimx.pipeline.dates.grammar import Rule
from claimx.pipeline.dates.rules.calendar import build_day
from claimx.pipeline.dates.values import make_day, period_of

Values = dict[str, Any]


# "Ten years to 2010" is no range between the two.
_NO_ENDS = Vague | Impossible | Length | Repeated


def build_range(*, first: Expression, last: Expression) -> Values | None:
    """``from … to …``, ``between … and …``: the words make it a range."""
    first, last = _as_today(first), _as_today(last)
    if isinstance(first, Recurring) and first.kind == "day":
        # "From the 13th to the 15th of July": the month is said once.
        found = build_day_before_day(day=int(first.name[0]), last=last)
        if found is not None:
            return found
    if isinstance(first, Clock) and isinstance(last, Clock):
        first = _with_day_and_zone(first, last)
    if isinstance(first, _NO_ENDS) or isinstance(last, _NO_ENDS):
        return None
    units = {first.shown_unit, last.shown_unit}
    if "clock" in units and units != {"clock"}:
        return None
    return {"DATE": Between(first, last)}


def build_plain_range(*, first: Expression, last: Expression) -> Values | None:
    """``Monday to Friday``, ``2014–2016``: only between two of a kind."""
    unit = first.shown_unit
    if unit is None or unit != last.shown_unit:
        return None
    return build_range(first=first, last=last)


def build_days_of_month(
    *, first: tuple[int, int], day: int, year: int | None = None
) -> Values | None:
    """``March 3–5``."""
    month, first_day = first
    if day <= first_day:
        return None
    start = build_day(month=month, day=first_day, year=year)
    end = build_day(month=month, day=day, year=year)
    return build_range(first=start["DATE"], last=end["DATE"])


def build_day_before_day(*, day: int, last: Expression) -> Values | None:
    """``3–5 March``."""
    if isinstance(last, Recurring) and last.kind == "month_day":
        month, last_day, year = int(last.name[0]), int(last.name[1]), None
    elif isinstance(last, Fixed) and last.period.granularity == "day":
        end = last.period.day
        month, last_day, year = end.month, end.day, end.year
    else:
        return None
    if day >= last_day:
        return None
    return build_range(first=build_day(month=month, day=day, year=year)["DATE"], last=last)


def build_next_day(*, day: int, last: Expression) -> Values | None:
    """``the 14th and 15th of March``: two days that follow each other."""
    found = build_day_before_day(day=day, last=last)
    if found is None:
        return None
    number = last.period.day.day if isinstance(last, Fixed) else _day_in(last)
    return found if number == day + 1 else None


def _day_in(expression: Expression) -> int:
    return int(expression.name[1]) if isinstance(expression, Recurring) else 0


def build_year_range(*, first: int, last: int) -> Values | None:
    """``1998 to 2003``: two bare years make each other sure."""
    if first >= last:
        return None
    return build_range(first=_year(first), last=_year(last))


def build_year_pair(*, years: tuple[int, int]) -> Values | None:
    """``2014–15``."""
    return build_year_range(first=years[0], last=years[1])


def build_hours(
    *, last: Expression, hour: int = 0, clock: tuple[int, ...] | None = None
) -> Values | None:
    """``8–10 p.m.``, ``7:30 to 9 p.m. Friday``: the half of the day is said once."""
    if not isinstance(last, Clock):
        return None
    hour, *minutes = clock or (hour,)
    half = last.hour // 12 * 12
    start = hour % 12 + half
    minute = minutes[0] if minutes else None
    if (start, minute or 0) >= (last.hour, last.minute or 0):
        start -= 12
    if start < 0 or hour > 12:
        return None
    return {"DATE": Between(_with_day_and_zone(Clock(start, minute), last), last)}


def _with_day_and_zone(first: Clock, last: Clock) -> Clock:
    """The beginning with what is said once, behind the end: ``9:30 to 11 a.m. EST on Friday``."""
    if first.base is not None:
        return first
    zone = last.zone if first.zone is None else first.zone
    return replace(first, base=last.base, zone=zone)


def build_short_range(*, first: Expression, last: Expression, year: int) -> Values | None:
    """``5/1-5/7, 2020``."""
    days = [_in_year(expression, year) for expression in (first, last)]
    return build_range(first=days[0], last=days[1])


def _in_year(expression: Expression, year: int) -> Expression:
    if isinstance(expression, EitherOrder):
        return EitherOrder(
            _in_year(expression.month_first, year), _in_year(expression.day_first, year)
        )
    if not isinstance(expression, Recurring):
        return expression
    month, day = (int(part) for part in expression.name[:2])
    found: Expression = build_day(month=month, day=day, year=year)["DATE"]
    return found


def _as_today(expression: Expression) -> Expression:
    return Step(0, "day") if expression == Vague("PRESENT_REF") else expression


def _year(year: int) -> Fixed:
    return Fixed(period_of("year", make_day(year, 1, 1)))


_TO = "(to|until|till|through|thru|-|–|—)"
_DASH = "(-|–|through|thru)"

RULES = [
    Rule(f"(from|between)? clock=PLAIN_CLOCK {_TO} last=CLOCK_TIME", build_hours),
    Rule("between clock=PLAIN_CLOCK and last=CLOCK_TIME", build_hours),
    Rule(f"(from|between)? clock=PLAIN_CLOCK {_TO} last=TIME", build_hours),
    Rule("between clock=PLAIN_CLOCK and last=TIME", build_hours),
    Rule(f"from first=DATE {_TO} (the)? last=DATE", build_range),
    Rule("between first=DATE (and|-|–|to) (the)? last=DATE", build_range),
    Rule(f"first=DATE {_DASH} last=DATE", build_plain_range),
    Rule("first=DATE (to|until|till) last=DATE", build_plain_range),
    Rule("first=WEEKDAY_DATE / last=WEEKDAY_DATE", build_plain_range),
    Rule("first=MONTH_DATE / last=LONG_DATE", build_plain_range),
    Rule(
        f"(from|between)? first=MONTH_DAY {_TO} (the)? day=DAY_OF_MONTH (,? (of)? year=YEAR)?",
        build_days_of_month,
    ),
    Rule(
        "(from|between)? first=MONTH_DAY and (the)? day=DAY_OF_MONTH (,? (of)? year=YEAR)?",
        build_days_of_month,
    ),
    Rule(f"(from|between)? (the)? day=DAY_OF_MONTH {_TO} last=DAY_DATE", build_day_before_day),
    Rule("between (the)? day=DAY_OF_MONTH and last=DAY_DATE", build_day_before_day),
    Rule("(the)? day=DAY_OF_MONTH and last=DAY_DATE", build_next_day),
    Rule("day=BARE_DAY and last=DAY_DATE", build_next_day),
    Rule(f"(from|between)? first=YEAR {_TO} last=YEAR", build_year_range),
    Rule("between first=YEAR and last=YEAR", build_year_range),
    Rule("years=YEAR_PAIR", build_year_pair),
    Rule(f"(from|between)? hour=HOUR_12 {_TO} last=CLOCK_TIME", build_hours),
    Rule("between hour=HOUR_12 and last=CLOCK_TIME", build_hours),
    Rule(f"(from|between)? hour=HOUR_12 {_TO} last=TIME", build_hours),
    Rule("between hour=HOUR_12 and last=TIME", build_hours),
    Rule(f"(from|between)? first=SHORT_DATE {_TO} last=SHORT_DATE", build_range),
    Rule(f"(from|between)? first=SHORT_DATE {_TO} last=SHORT_DATE ,? year=YEAR", build_short_range),
    Rule("between first=SHORT_DATE and last=SHORT_DATE", build_range),
    Rule(f"(from|between)? first=SHORT_DATE {_TO} last=DAY_DATE", build_range),
    Rule(f"from first=DATE {_TO} last=SHORT_DATE", build_range),
]
