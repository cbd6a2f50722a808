"""Times that come again: ``every Tuesday``, ``weekly``, ``twice a year``."""

from __future__ import annotations

from typing import Any

from claimx.pipeline.dates.expressions import Clock, Expression, PartOfDay, Recurring, Repeated
from claimx.pipeline.dates.grammar import Rule
from claimx.pipeline.dates.timex_durations import duration_value

Values = dict[str, Any]


def build_every_unit(*, unit: str) -> Values:
    """``every week``."""
    return _set_values(duration_value(1, unit))


def build_every_other_unit(*, unit: str) -> Values:
    """``every other week``."""
    return _set_values(duration_value(2, unit))


def build_every_length(*, length: tuple[float | None, str]) -> Values:
    """``every two weeks``."""
    return _set_values(duration_value(*length))


def build_rate(*, length: tuple[float | None, str]) -> Values | None:
    """``15 a year``."""
    return _set_values(duration_value(1, length[1])) if length[0] == 1 else None


def build_every_day(*, day: Expression) -> Values | None:
    """``every Tuesday``, ``each March``, ``every Christmas``."""
    time = ""
    if isinstance(day, Clock) and day.base is not None:
        time, day = f"T{day.hour:02d}:{day.minute or 0:02d}", day.base
    elif isinstance(day, PartOfDay) and day.base is not None:
        time, day = f"T{day.part}", day.base
    if not isinstance(day, Recurring):
        return None
    name = day.name
    value = {
        "weekday": "XXXX-WXX-{0}",
        "month": "XXXX-{0:02d}",
        "month_day": "XXXX-{0:02d}-{1:02d}",
        "season": "XXXX-{0}",
        "quarter": "XXXX-Q{0}",
    }.get(day.kind)
    return _set_values("P1Y" if value is None else value.format(*name) + time)


def build_weekdays(
    *,
    weekday: int,
    part: str = "",
    clock: Clock | None = None,
    dotted: tuple[int, int] | None = None,
) -> Values:
    """``on Tuesdays``, ``Tuesday afternoons``, ``Tuesdays at 9 a.m.``."""
    if clock is not None:
        dotted = (clock.hour, clock.minute or 0)
    if dotted is not None:
        part = f"{dotted[0]:02d}:{dotted[1]:02d}"
    return _set_values(f"XXXX-WXX-{weekday}{'T' if part else ''}{part}")


def build_daily_clock(*, clock: Clock, unit: str = "day") -> Values | None:
    """``every day at 3 p.m.``."""
    if unit != "day" or clock.base is not None:
        return None
    return _set_values(f"XXXX-XX-XXT{clock.hour:02d}:{clock.minute or 0:02d}")


def build_nth_of_every(*, unit: str) -> Values:
    """``the first Monday of every month``: as often as the longer unit comes round."""
    return _set_values(duration_value(1, unit))


def build_weekends() -> Values:
    """``on weekends``."""
    return _set_values("XXXX-WXX-WE")


def build_parts(*, part: str) -> Values:
    """``in the mornings``."""
    return _set_values(f"XXXX-XX-XXT{part}")


def build_frequency(*, value: str) -> Values:
    """``weekly``."""
    return _set_values(value) | {"FREQUENCY_WORD": value}


def _set_values(value: str) -> Values:
    return {"DATE": Repeated(value), "SET": value}


_TIMES = "(once|twice|thrice|QUANTITY times|QUANTITY)"

RULES = [
    Rule("(every|each) (single|given)? unit=UNIT", build_every_unit),
    Rule("any given unit=UNIT", build_every_unit),
    Rule("(every|each) (other|second) unit=UNIT", build_every_other_unit),
    Rule("(every|each) length=LENGTH", build_every_length),
    Rule("(every|each) (other|second)? day=DATE", build_every_day),
    Rule("(every|each) weekday=WEEKDAY_NAME part=PART", build_weekdays),
    Rule("(every|each) part=PART", build_parts),
    Rule("weekday=WEEKDAYS (at? clock=CLOCK_TIME)?", build_weekdays),
    Rule("weekday=WEEKDAYS at dotted=DOTTED_CLOCK", build_weekdays),
    Rule("weekday=WEEKDAY_NAME part=PARTS", build_weekdays),
    Rule("part=PARTS", build_parts),
    Rule("(once|twice|thrice) length=LENGTH", build_rate),
    Rule("QUANTITY times length=LENGTH", build_rate),
    Rule(
        "(QUANTITY|million|billion|trillion|percent|LARGE|hundred|thousand) < length=LENGTH >",
        build_rate,
    ),
    Rule("(once|twice)? (per|each|every) unit=UNIT", build_every_unit),
    Rule("QUANTITY times (per|each|every) unit=UNIT", build_every_unit),
    Rule("value=FREQUENCY", build_frequency),
    Rule("year - round", lambda: _set_values("P1Y")),
    Rule("(every|each) unit=UNIT (at|by|,)? clock=CLOCK_TIME", build_daily_clock),
    Rule("(every|each) PART (at|by|,)? clock=CLOCK_TIME", build_daily_clock),
    Rule("clock=CLOCK_TIME (every|each) unit=UNIT", build_daily_clock),
    Rule("clock=CLOCK_TIME (every|each) PART", build_daily_clock),
    Rule("daily at clock=CLOCK_TIME", build_daily_clock),
    Rule("clock=CLOCK_TIME daily", build_daily_clock),
    Rule("clock=CLOCK_TIME (on)? (every|each)? weekday=WEEKDAYS", build_weekdays),
    Rule("clock=CLOCK_TIME (on)? (every|each) weekday=WEEKDAY_NAME", build_weekdays),
    Rule(
        "(the)? ORDINAL (WEEKDAY_NAME|UNIT) (of|in) (every|each) unit=LARGE_UNIT",
        build_nth_of_every,
    ),
    Rule("(the)? STRICT_WEEKDAY (of|in) (every|each) unit=LARGE_UNIT", build_nth_of_every),
    Rule("(the)? last UNIT (of|in) (every|each) unit=LARGE_UNIT", build_nth_of_every),
    Rule("(on|at|over|most|during) < weekends >", build_weekends),
]

# "Every Tuesday and Thursday": the second comes round like the first.
ROW_RULES = [
    Rule("SET ,? (and|or) < weekday=WEEKDAY_NAME >", build_weekdays),
    Rule("SET , < weekday=WEEKDAY_NAME > ,? (and|or) WEEKDAY_NAME", build_weekdays),
    Rule("SET , WEEKDAY_NAME ,? (and|or) < weekday=WEEKDAY_NAME >", build_weekdays),
]
