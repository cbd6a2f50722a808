"""What lies beside a date or is counted within one: ``the week before Easter``.

``the first nine months of 2024``, ``the quarter ended March 31``, ``week 31 of 2018``,
``year-end``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.pipeline.dates.expressions import (
    Distance,
    EitherOrder,
    Ending,
    Expression,
    Fixed,
    Inside,
    Length,
    Nth,
    Portion,
    Recurring,
    Step,
    Strictly,
)
from claimx.pipeline.dates.grammar import Rule
from claimx.pipeline.dates.rules.calendar import day_values, long_values
from claimx.pipeline.dates.values import is_finer

Values = dict[str, Any]

# What something can lie before or after; durations, sets and times of day are not.
_NEIGHBOURS = (
    Distance | EitherOrder | Ending | Fixed | Inside | Nth | Portion | Recurring | Step | Strictly
)
_LONG_UNITS = frozenset({"month", "quarter", "year", "decade", "century"})


def build_side(*, side: tuple[int, str], base: Expression) -> Values | None:
    """``the week before Easter``, ``the day after Christmas``."""
    count, unit = side
    if not isinstance(base, _NEIGHBOURS):
        return None
    if isinstance(base, Recurring) and base.kind == "month" and unit != "month":
        # "The day before may …" is the verb.
        return None
    expression = Step(count, unit, origin=base)
    return day_values(expression) if unit == "day" else long_values(expression)


def build_weekday_beside(*, weekday: int, base: Expression, after: str = "") -> Values | None:
    """``the Friday before Easter``."""
    if not isinstance(base, _NEIGHBOURS):
        return None
    name = Recurring("weekday", (weekday,))
    return day_values(Strictly(name, "future" if after else "past", origin=base))


def build_weekdays_ago(*, count: float | None, weekday: int) -> Values | None:
    """``two Fridays ago``."""
    if count is None or count != int(count) or not 1 <= count <= 52:
        return None
    nearest = Strictly(Recurring("weekday", (weekday,)), "past")
    return day_values(Distance(count - 1, "week", -1, origin=nearest))


def build_week_from_weekday(*, weekday: int) -> Values:
    """``Tuesday week``, ``a week on Tuesday``: seven days after the Tuesday to come."""
    nearest = Strictly(Recurring("weekday", (weekday,)), "future")
    return day_values(Distance(1, "week", 1, origin=nearest))


def build_fortnight_from_weekday(*, weekday: int) -> Values:
    """``Saturday fortnight``: fourteen days after the Saturday to come."""
    nearest = Strictly(Recurring("weekday", (weekday,)), "future")
    return day_values(Distance(2, "week", 1, origin=nearest))


def build_edge_length(edge: str) -> Any:
    """``the first nine months``: of what, a later rule finds beside it."""

    def build(*, count: float | None, unit: str, number: int = 1) -> Values | None:
        if number != 1:
            return None
        length = Length(count, unit, "past" if edge == "last" else None)
        values: Values = {"DATE": length, "EDGE_LENGTH": (edge, count, unit)}
        return values | ({"ANCHORED": length} if edge == "last" else {})

    return build


def build_length_within(*, edge: tuple[str, float | None, str], base: Expression) -> Values | None:
    """``the first nine months of 2024``, ``the last two weeks of August``."""
    name, count, unit = edge
    direction = "first" if name == "first" else "last"
    if not isinstance(base, _NEIGHBOURS):
        return None
    return {"DATE": Length(count, unit, direction, within=base)}


def build_ending(*, day: Expression, the: Step | None = None) -> Values | None:
    """``the quarter ended March 31``, ``the fiscal year ending June 30``."""
    if not isinstance(day, _NEIGHBOURS):
        return None
    return long_values(Ending("year" if the is None else the.granularity, day))


def build_length_ending(*, length: tuple[float | None, str], day: Expression) -> Values | None:
    """``three months ended June 30``."""
    count, unit = length
    if not isinstance(day, _NEIGHBOURS) or day.shown_unit not in ("day", "month", "year", unit):
        return None
    return {"DATE": Length(count, unit, "until", within=day)}


def build_anniversary(*, distance: Distance, day: int = 0, step: Step | None = None) -> Values:
    """``a year ago today``, ``ten years ago this month``."""
    origin = step if step is not None else Step(day, "day")
    expression = replace(distance, origin=origin, is_exact=True)
    return day_values(expression) if step is None else long_values(expression)


def build_week(*, number: int, year: int | None = None, weekday: int = 0) -> Values | None:
    """``week 31 of 2018``, ``2018-W31``, ``calendar week 31``, ``Thursday, week 31``."""
    if not 1 <= number <= 53:
        return None
    name = (number,) if year is None else (number, year)
    week = Recurring("week", name)
    if weekday:
        return day_values(Inside(Recurring("weekday", (weekday,)), week))
    return long_values(week)


def build_end_of_unit(*, unit: str) -> Values | None:
    """``year-end``, ``the month's end``: the last day; "week-end" is another word."""
    if unit not in _LONG_UNITS:
        return None
    return day_values(Nth(-1, "day", Step(0, unit)))


def build_end(*, base: Expression) -> Values:
    """``last year's end``."""
    return day_values(Nth(-1, "day", base))


def build_nth_of_owner(*, base: Expression, number: int, unit: str) -> Values:
    """``2016's first half``, ``last year's second week``."""
    expression = Nth(number, unit, base)
    return day_values(expression) if unit == "day" else long_values(expression)


def build_spoken_unit(*, the: Step | None = None) -> Values | None:
    """``for the week``: the one that the text speaks of, else that of writing."""
    unit = "day" if the is None else the.granularity
    if unit not in ("day", "week", "month", "year"):
        # Figures "for the quarter" are those of the one that is over.
        return None
    expression = Step(0, unit, narrative=True, or_now=True)
    return day_values(expression) | {"SPOKEN_UNIT": unit}


def build_same_unit(*, unit: str, distance: Distance) -> Values | None:
    """``the same month a year ago``: that of the text, moved by the distance."""
    if distance.count is None or is_finer(distance.unit, unit):
        return None
    spoken = Step(0, unit, narrative=True, or_now=True)
    expression = replace(distance, narrative=False, origin=spoken, is_exact=True)
    return day_values(expression) if unit == "day" else long_values(expression)


def build_same_unit_of(*, unit: str, step: Step) -> Values | None:
    """``the same month last year``."""
    if step.narrative or step.count >= 0:
        return None
    return build_same_unit(unit=unit, distance=Distance(-step.count, step.granularity, -1))


def build_compared_day(*, portion: str) -> Values:
    """``earlier in the day``."""
    return day_values(Portion(Step(0, "day", narrative=True, or_now=True), portion))


_ENDED = "(ended|ending|to|through)"

# Before anything is made of several expressions.
RULES = [
    Rule("count=QUANTITY weekday=WEEKDAYS ago", build_weekdays_ago),
    Rule("weekday=WEEKDAY week", build_week_from_weekday),
    Rule("a week on weekday=WEEKDAY", build_week_from_weekday),
    Rule("weekday=WEEKDAY fortnight", build_fortnight_from_weekday),
    Rule("a fortnight on weekday=WEEKDAY", build_fortnight_from_weekday),
    Rule("the number=ORDINAL count=QUANTITY unit=UNIT", build_edge_length("first")),
    Rule(
        "(in|over|during|for|within) < number=ORDINAL count=QUANTITY unit=UNIT >",
        build_edge_length("first"),
    ),
    Rule("(the)? opening count=QUANTITY unit=UNIT", build_edge_length("first")),
    Rule("(the)? last count=QUANTITY unit=UNIT", build_edge_length("last")),
    Rule("(the)? (final|closing) count=QUANTITY unit=UNIT", build_edge_length("final")),
    Rule("(the)? (calendar)? week number=NUMBER (of|in|,) year=YEAR", build_week),
    Rule("year=YEAR (,|-)? week number=NUMBER", build_week),
    Rule("year=YEAR -? w number=TWO_DIGITS", build_week),
    Rule("(the)? calendar week number=NUMBER", build_week),
    Rule(
        "weekday=ANY_WEEKDAY ,? (of|in)? (the)? (calendar)? week number=NUMBER ((of|,) year=YEAR)?",
        build_week,
    ),
    Rule("(the|this)? unit=LARGE_UNIT POSSESSIVE end", build_end_of_unit),
    Rule("(the)? unit=LARGE_UNIT - end", build_end_of_unit),
    Rule(
        "(by|at|before|until|till|since|to|from|through) < unit=LARGE_UNIT end >",
        build_end_of_unit,
    ),
    Rule("(for|in|during|on) < the day >", build_spoken_unit),
    Rule("portion=COMPARED in the day", build_compared_day),
]

# When nothing else has come of "the week".
SPOKEN_RULES = [Rule("(for|in|during) < the=THE_UNIT >", build_spoken_unit)]

NESTING_RULES = [
    Rule("side=SIDE base=DAY_DATE", build_side),
    Rule("side=SIDE base=LONG_DATE", build_side),
    Rule("the weekday=WEEKDAY_NAME after=after base=DAY_DATE", build_weekday_beside),
    Rule("the weekday=WEEKDAY_NAME before base=DAY_DATE", build_weekday_beside),
    Rule("edge=EDGE_LENGTH (of|in) base=LONG_DATE", build_length_within),
    Rule("edge=EDGE_LENGTH (of|in) base=THE_UNIT", build_length_within),
    Rule(f"the=THE_UNIT {_ENDED} (on)? day=DAY_DATE", build_ending),
    Rule(f"(the)? (fiscal|financial) year {_ENDED} (on)? day=DAY_DATE", build_ending),
    Rule(f"(the)? length=LENGTH {_ENDED} (on)? day=DAY_DATE", build_length_ending),
    Rule(f"(the)? length=LENGTH {_ENDED} (in)? day=LONG_DATE", build_length_ending),
    Rule(f"the=THE_UNIT {_ENDED} (in)? day=MONTH_DATE", build_ending),
    Rule("unit=SAME_UNIT distance=AGO", build_same_unit),
    Rule("unit=SAME_UNIT (of|in)? (the)? step=STEP", build_same_unit_of),
    Rule("distance=AGO day=NAMED_DAY", build_anniversary),
    Rule("distance=AGO step=STEP", build_anniversary),
    Rule("base=THE_UNIT POSSESSIVE number=ORDINAL unit=PERIOD_UNIT", build_nth_of_owner),
    Rule("base=STEP POSSESSIVE number=ORDINAL unit=PERIOD_UNIT", build_nth_of_owner),
    Rule("base=YEAR_DATE POSSESSIVE number=ORDINAL unit=PERIOD_UNIT", build_nth_of_owner),
    Rule("base=YEAR_DATE POSSESSIVE number=ORDINAL unit=half", build_nth_of_owner),
    Rule("base=STEP POSSESSIVE number=ORDINAL unit=half", build_nth_of_owner),
    Rule("base=THE_UNIT POSSESSIVE number=ORDINAL unit=half", build_nth_of_owner),
    Rule("base=STEP POSSESSIVE end", build_end),
]
