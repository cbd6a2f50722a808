"""Times of day, alone and of a day: ``10 a.m. EST``, ``Friday morning``, ``6 p.m. on Friday``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.pipeline.dates.expressions import (
    Between,
    Clock,
    Expression,
    Fixed,
    Impossible,
    PartOfDay,
)
from claimx.pipeline.dates.grammar import Rule
from claimx.pipeline.dates.values import OutOfCalendar, make_day, time_of_day

Values = dict[str, Any]


def build_clock(
    *,
    hour: int = 0,
    clock: tuple[int, ...] | None = None,
    dotted: tuple[int, int] | None = None,
    meridiem: str = "",
) -> Values | None:
    """``10 a.m.``, ``10:30``, ``10:30:15 p.m.``; None where no clock shows it."""
    parts = clock or dotted or (hour,)
    hour = parts[0]
    minute = parts[1] if len(parts) > 1 else None
    second = parts[2] if len(parts) > 2 else None
    if meridiem:
        if not 1 <= hour <= 12:
            if hour > 24:
                return None
        else:
            hour = hour % 12 + (12 if meridiem == "pm" else 0)
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or (hour == 24 and (minute or second)):
        return None
    is_plain = clock is not None and not meridiem and 1 <= hour <= 12 and second is None
    return _clock_values(
        Clock(hour, minute, second), **({"PLAIN_CLOCK": clock} if is_plain else {})
    )


def build_military(*, time: tuple[int, int]) -> Values:
    """``1800 GMT``: the zone makes it a time."""
    return _clock_values(Clock(*time))


def build_named_hour(hour: int, minute: int | None = None) -> Any:
    """``noon``, ``midnight``."""
    return lambda **_: _clock_values(Clock(hour, minute))


def build_past_hour(
    *, hour: int, minute: int = 0, half: str = "", quarter: str = "", meridiem: str = ""
) -> Values | None:
    """``half past nine``, ``a quarter past 3 p.m.``."""
    minute = 30 if half else 15 if quarter else minute
    return build_clock(clock=(hour, minute), meridiem=meridiem)


def build_moment(*, iso: str) -> Values:
    """``2025-03-14T10:00Z``."""
    day, clock = iso[:10], iso[11:]
    zone: int | None = None
    if clock.endswith(("Z", "z")):
        clock, zone = clock[:-1], 0
    elif (sign := max(clock.find("+"), clock.find("-"))) > 0:
        digits = clock[sign + 1 :].replace(":", "")
        zone = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if clock[sign] == "-" else 1)
        clock = clock[:sign]
    hour, minute, *seconds = (int(part) for part in clock.split(".")[0].split(":"))
    try:
        if abs(zone or 0) >= 24 * 60:
            raise OutOfCalendar("there is no such time zone")
        date = make_day(*(int(part) for part in day.split("-")))
        period = time_of_day(date, hour, minute, seconds[0] if seconds else None, zone)
    except OutOfCalendar:
        return {"DATE": Impossible(), "TIME": None}
    return {"DATE": Fixed(period), "TIME": None}


def build_zoned(*, clock: Clock, zone: int | str) -> Values:
    """``10 a.m. EST``."""
    zoned = replace(clock, zone=zone)
    return _clock_values(zoned, ZONED=zoned)


def build_zoned_by_distance(*, clock: Clock, hours: int, plus: str = "") -> Values | None:
    """``6:40 p.m. (GMT +8)``."""
    if hours > 14:
        return None
    zoned = replace(clock, zone=hours * 60 * (1 if plus else -1))
    return _clock_values(zoned, ZONED=zoned)


def build_local(*, clock: Clock) -> Values:
    """``10 a.m. local time``: a zone, but one that is not named."""
    return _clock_values(clock, LOCAL_TIME=clock)


def build_local_beside(*, clock: Clock, other: Clock) -> Values | None:
    """``15:30 local time (1430 UTC)``: one moment, so that the local zone is known."""
    if not isinstance(other.zone, int):
        return None
    local, elsewhere = (60 * time.hour + (time.minute or 0) for time in (clock, other))
    east = (local - elsewhere + other.zone + 12 * 60) % (24 * 60) - 12 * 60
    return _clock_values(replace(clock, zone=east)) if east % 15 == 0 else None


def build_clock_of_day(*, clock: Clock, day: Expression) -> Values:
    """``10 a.m. on Friday``."""
    expression = replace(clock, base=day)
    return {"DATE": expression, "TIME": expression}


def build_part_of_day(*, day: Expression, part: str) -> Values:
    """``Friday morning``."""
    expression = PartOfDay(part, day)
    return {"DATE": expression, "TIME": expression}


def build_clock_in_part(*, clock: Clock, part: str, day: Expression | None = None) -> Values | None:
    """``8 in the morning``: the part tells which half of the day is meant."""
    if part == "NI" and clock.hour in (12, *range(1, 5)):
        # "At 2 last night": which day that is, is not told.
        return None
    if part in ("AF", "EV", "NI") and clock.hour < 12:
        clock = replace(clock, hour=clock.hour + 12)
    expression = replace(clock, base=day)
    values: Values = {"DATE": expression, "TIME": expression}
    return values if day is not None else values | {"CLOCK_TIME": expression}


def build_early_hours(*, day: Expression) -> Values:
    """``the early hours of Friday``: from midnight to six."""
    expression = Between(Clock(0, base=day), Clock(5, base=day))
    return {"DATE": expression}


def build_early_hours_of_time(*, time: Expression) -> Values | None:
    """``the early hours of Friday morning``."""
    if not isinstance(time, PartOfDay) or time.base is None:
        return None
    return build_early_hours(day=time.base)


def build_clock_in_time(*, clock: Clock, time: Expression) -> Values | None:
    """``8 a.m. this morning``."""
    if not isinstance(time, PartOfDay):
        return None
    return build_clock_in_part(clock=clock, part=time.part, day=time.base)


def build_hour_in_time(*, hour: int, time: Expression) -> Values | None:
    """``at 8 tonight``, ``Saturday morning at 9``."""
    return build_clock_in_time(clock=Clock(hour), time=time)


def build_bare_part(*, part: str) -> Values:
    """``in the morning``: of the day that is spoken of."""
    return {"DATE": PartOfDay(part), "TIME": PartOfDay(part)}


def _clock_values(clock: Clock, **more: Any) -> Values:
    return {"DATE": clock, "CLOCK_TIME": clock, **more}


# A row of four digits is a year unless a word beside it makes it a time: these go first.
MILITARY_RULES = [
    Rule("time=MILITARY (hours|hrs)", build_military),
    Rule("< time=MILITARY > ZONE", build_military),
]

_PAST = "(half=half|a? quarter=quarter|minute=MINUTE_WORD)"

TIME_RULES = [
    Rule("hour=HOUR meridiem=MERIDIEM", build_clock),
    Rule("hour=HOUR_WORD meridiem=MERIDIEM", build_clock),
    Rule("clock=CLOCK (meridiem=MERIDIEM)?", build_clock),
    Rule("dotted=DOTTED_CLOCK meridiem=MERIDIEM", build_clock),
    Rule("hour=HOUR_12 (o ' clock|oclock)", build_clock),
    Rule("hour=HOUR_WORD (o ' clock|oclock)", build_clock),
    Rule(f"{_PAST} past hour=HOUR_WORD (meridiem=MERIDIEM)?", build_past_hour),
    Rule(f"{_PAST} past hour=HOUR_12 (meridiem=MERIDIEM)?", build_past_hour),
    Rule("(at|by|before|after|until|till|around|from) < (12)? noon >", build_named_hour(12)),
    # It ends a day, but what begins at midnight or comes after it is of the day that begins.
    Rule("(at|by|before|until|till|around|shortly) < (12)? midnight >", build_named_hour(24)),
    Rule("(after|from|past) < (12)? midnight >", build_named_hour(0)),
    Rule("iso=ISO", build_moment),
    Rule("in < the (early|late)? part=PART >", build_bare_part),
    Rule("(the)? part=PART rush hour", build_bare_part),
    Rule("in < the part=PART rush >", build_bare_part),
    Rule("the (early|small) hours", lambda: {"EARLY_HOURS": True}),
]

ZONE_RULES = [
    Rule("clock=CLOCK_TIME zone=ZONE", build_zoned),
    Rule("clock=CLOCK_TIME \\( zone=ZONE \\)", build_zoned),
    Rule("clock=CLOCK_TIME ZONE plus=\\+ hours=HOUR", build_zoned_by_distance),
    Rule("clock=CLOCK_TIME ZONE - hours=HOUR", build_zoned_by_distance),
    Rule("clock=CLOCK_TIME \\( ZONE plus=\\+ hours=HOUR \\)", build_zoned_by_distance),
    Rule("clock=CLOCK_TIME \\( ZONE - hours=HOUR \\)", build_zoned_by_distance),
    Rule("clock=CLOCK_TIME zone=ZONE (standard|daylight)? time", build_zoned),
    Rule("clock=CLOCK_TIME zone=ZONE_NAME (standard|daylight|summer|mean)? time", build_zoned),
    Rule("clock=CLOCK_TIME local", build_local),
    Rule("clock=CLOCK_TIME \\(? local time \\)?", build_local),
]

# "15:30 local time (1430 UTC)": how far the place lies from Greenwich shows in the difference.
MOMENT_RULES = [
    Rule("< clock=LOCAL_TIME > ,? (on)? DAY_DATE (\\(|,|;|/|or) other=ZONED", build_local_beside),
    Rule("< clock=LOCAL_TIME > (\\(|,|;|/|or) other=ZONED", build_local_beside),
    Rule("other=ZONED (\\(|,|;|/|or) < clock=LOCAL_TIME >", build_local_beside),
]

DAY_RULES = [
    Rule("clock=CLOCK_TIME ,? (on|of)? day=DAY_DATE", build_clock_of_day),
    Rule("day=DAY_DATE (,|at|by|around|from|for)? clock=CLOCK_TIME", build_clock_of_day),
    Rule("day=DAY_DATE at (about|around|approximately) clock=CLOCK_TIME", build_clock_of_day),
    Rule("day=DAY_DATE (early|late)? part=PART", build_part_of_day),
    Rule("day=DAY_DATE in the (early|late)? part=PART", build_part_of_day),
    Rule("the (early|late)? part=PART of day=DAY_DATE", build_part_of_day),
    Rule("EARLY_HOURS (of|on) day=DAY_DATE", build_early_hours),
    Rule("EARLY_HOURS (of|on) day=DAY_DATE PART", build_early_hours),
    Rule("EARLY_HOURS (of|on) time=TIME", build_early_hours_of_time),
    Rule("clock=CLOCK_TIME (in)? time=TIME", build_clock_in_time),
    Rule("at < hour=HOUR_12 (in)? time=TIME >", build_hour_in_time),
    Rule("at < hour=HOUR_WORD (in)? time=TIME >", build_hour_in_time),
    Rule("time=TIME at hour=HOUR_12", build_hour_in_time),
    Rule("time=TIME at clock=CLOCK_TIME", build_clock_in_time),
    Rule("clock=CLOCK_TIME in the part=PART", build_clock_in_part),
    Rule("clock=CLOCK_TIME (,|on)? day=DAY_DATE part=PART", build_clock_in_part),
]
