"""Expressions made of two: ``Friday last week``, ``the third Thursday of May``, ``early March``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.pipeline.dates.expressions import (
    Around,
    Distance,
    Expression,
    Fixed,
    Impossible,
    Inside,
    Nth,
    Portion,
    Recurring,
    Step,
)
from claimx.pipeline.dates.grammar import Builder, Rule
from claimx.pipeline.dates.rules.calendar import day_values, long_values
from claimx.pipeline.dates.rules.clock import ZONE_RULES

Values = dict[str, Any]

# How many of a smaller unit make one of a larger.
_SIZES = {("week", "day"): 7, ("year", "month"): 12, ("decade", "year"): 10}
_DAYS = frozenset({"weekday", "day", "month_day", "weekday_day", "holiday"})
# Of what period each kind of recurring name is a part.
_PARTS = {
    "week": frozenset({"weekday"}),
    "month": frozenset({"day", "weekday_day"}),
    "year": frozenset({"month", "month_day", "season", "quarter", "half", "holiday"}),
}


def build_inside(*, inner: Expression, outer: Expression) -> Values | None:
    """``March last year``, ``Friday of next week``, ``the 14th of last month``."""
    whole = outer.shown_unit or ""
    if not isinstance(inner, Recurring) or inner.kind not in _PARTS.get(whole, ()):
        return None
    expression = Inside(inner, outer)
    return day_values(expression) if inner.kind in _DAYS else long_values(expression)


def build_inside_year(*, inner: Expression, outer: Expression) -> Values | None:
    """``the third quarter of 2019``."""
    if not isinstance(inner, Recurring) or not isinstance(outer, Fixed):
        return None
    if outer.period.granularity != "year" or inner.kind not in _PARTS["year"]:
        return None
    expression = Inside(inner, outer)
    return day_values(expression) if inner.kind in _DAYS else long_values(expression)


def build_inside_nth_week(*, inner: Expression, outer: Expression) -> Values | None:
    """``the first week of May on Friday``."""
    return build_inside(inner=inner, outer=outer) if isinstance(outer, Nth) else None


def build_nth(*, number: int, unit: str, base: Expression) -> Values | None:
    """``the first week of July``."""
    return _nth_values(Nth(number, unit, base))


def build_last(*, last: Step, base: Expression) -> Values | None:
    """``the last week of July``; ``last week`` has become a step before."""
    return _nth_values(Nth(-1, last.granularity, base)) if last.count == -1 else None


def build_nth_weekday(*, number: int, weekday: int, base: Expression) -> Values | None:
    """``the third Thursday of November``."""
    return _nth_values(Nth(number, "weekday", base, weekday))


def build_last_day(*, unit: str, base: Expression) -> Values | None:
    """``the last day of the month``."""
    return _nth_values(Nth(-1, unit, base))


def build_last_weekday(*, weekday: int, base: Expression) -> Values | None:
    """``the last Friday of May``."""
    return _nth_values(Nth(-1, "weekday", base, weekday))


def build_distance(
    *, length: tuple[float | None, str], day: Expression, after: str = "", before: str = ""
) -> Values | None:
    """``two days after Christmas``."""
    count, unit = length
    if isinstance(day, Impossible):
        return None
    expression = Distance(count, unit, 1 if after else -1, origin=day)
    return day_values(expression) if unit == "day" else long_values(expression)


def build_distance_of_kind(
    *, length: tuple[float | None, str], base: Expression, after: str = "", before: str = ""
) -> Values | None:
    """``three years after 2020``: between two of a kind, since a longer one is not exact."""
    if length[1] != base.shown_unit or length[1] == "day":
        return None
    return build_distance(length=length, day=base, after=after, before=before)


def build_told_distance(
    *, length: tuple[float | None, str], later: str = "", ago: str = ""
) -> Values | None:
    """``half a day later``, ``a year and a half ago``."""
    count, unit = length
    expression = Distance(count, unit, 1 if later else -1, narrative=not ago)
    return day_values(expression) if unit == "day" else long_values(expression)


def build_longer_distance(
    *, length: tuple[float | None, str], distance: Expression
) -> Values | None:
    """``two weeks and three days ago``, counted in the smaller unit."""
    count, unit = length
    if not isinstance(distance, Distance) or None in (count, distance.count):
        return None
    size = _SIZES.get((unit, distance.unit))
    if size is None or distance.origin is not None:
        return None
    whole = (count or 0) * size + (distance.count or 0)
    expression = replace(distance, count=whole)
    return day_values(expression) if distance.unit == "day" else long_values(expression)


def build_day_of(*, day: int, outer: Step) -> Values | None:
    """``the 15th day of next month``."""
    return build_inside(inner=Recurring("day", (day,)), outer=outer)


def build_week_of(*, day: Expression, the: Step | None = None) -> Values | None:
    """``the week of March 10``."""
    if the is not None and the.granularity != "week":
        return None
    return long_values(Around("week", day))


def build_portion(*, portion: str, base: Expression) -> Values | None:
    """``early March``, ``the end of last year``."""
    if isinstance(base, Impossible):
        return None
    return long_values(Portion(base, portion))


def build_portion_between(*, first: str, second: str, base: Expression) -> Values | None:
    """``the mid-to-late 1990s``: the half that both lie in."""
    return build_portion(portion=second if first == "mid" else first, base=base)


def build_portion_of_short_decade(*, portion: str, decade: int) -> Values:
    """``the early '90s``, which "my early 20s" looks like."""
    expression = Portion(Recurring("decade", (decade,)), portion)
    return long_values(expression, SHORT_DECADE=decade)


def build_portion_of_unit(*, portion: str, unit: str) -> Values | None:
    """``end of year``."""
    return long_values(Portion(Step(0, unit), portion))


def build_portion_of_day(*, portion: str, day: Expression) -> Values | None:
    """``late on Friday``: still that day."""
    return day_values(day)


def build_unit_to_date(*, unit: str) -> Values:
    """``the year to date``."""
    return long_values(Portion(Step(0, unit), "earlier"))


def build_rest(*, base: Expression) -> Values:
    """``the rest of the year``."""
    return long_values(Portion(base, "later"))


def _nth_values(expression: Nth) -> Values | None:
    if isinstance(expression.base, Impossible):
        return None
    if expression.unit in ("day", "weekday"):
        return day_values(expression)
    return long_values(expression)


def _both_ordinals(pattern: str, build: Builder) -> list[Rule]:
    """A rule behind an ordinal; "the 2nd" in digits has become a day of the month before."""
    return [Rule(f"{ordinal} {pattern}", build) for ordinal in _ORDINALS]


_ORDINALS = ("(the)? number=ORDINAL", "number=BARE_DAY")
_EDGE = "(the)? (very)? portion=PORTION"

NESTING_RULES = [
    *ZONE_RULES,
    Rule("inner=DATE (,|of|in)? outer=STEP", build_inside),
    Rule(
        "outer=STEP (,|-)? (on)? weekday=ANY_WEEKDAY",
        lambda outer, weekday: build_inside(inner=Recurring("weekday", (weekday,)), outer=outer),
    ),
    Rule("outer=WEEKS_AGO (on)? inner=WEEKDAY_DATE", build_inside),
    Rule(
        "inner=DATE (of|in) the=THE_UNIT", lambda inner, the: build_inside(inner=inner, outer=the)
    ),
    Rule("outer=STEP (POSSESSIVE|-)? (on)? inner=DATE", build_inside),
    Rule(
        "the=THE_UNIT POSSESSIVE inner=DATE",
        lambda the, inner: build_inside(inner=inner, outer=the),
    ),
    Rule("outer=YEAR_DATE POSSESSIVE inner=DATE", build_inside_year),
    Rule("inner=DATE ,? (of|in) outer=YEAR_DATE", build_inside_year),
    *_both_ordinals("unit=PERIOD_UNIT (of|in) base=LONG_DATE", build_nth),
    *_both_ordinals("unit=PERIOD_UNIT (of|in) base=THE_UNIT", build_nth),
    *_both_ordinals("unit=half (of|in) base=LONG_DATE", build_nth),
    *_both_ordinals("unit=half (of|in) base=THE_UNIT", build_nth),
    Rule("last=STEP (of|in) base=LONG_DATE", build_last),
    Rule("last=STEP (of|in) base=THE_UNIT", build_last),
    Rule("(the)? last unit=PERIOD_UNIT (of|in) base=LONG_DATE", build_last_day),
    Rule("unit=LAST_UNIT of base=LONG_DATE", build_last_day),
    Rule("unit=LAST_UNIT of base=THE_UNIT", build_last_day),
    Rule("(the)? last unit=PERIOD_UNIT (of|in) base=THE_UNIT", build_last_day),
    *_both_ordinals("weekday=WEEKDAY_NAME (of|in) base=LONG_DATE", build_nth_weekday),
    *_both_ordinals("weekday=WEEKDAY_NAME (of|in) base=THE_UNIT", build_nth_weekday),
    Rule("(the)? day=DAY_OF_MONTH day of outer=STEP", build_day_of),
    Rule("(the)? day=DAY_OF_MONTH day of outer=THE_UNIT", build_day_of),
    Rule("day=BARE_DAY day of outer=STEP", build_day_of),
    Rule("day=BARE_DAY day of outer=THE_UNIT", build_day_of),
    Rule("the=THE_UNIT (of|beginning|starting|commencing) (on)? day=DAY_DATE", build_week_of),
    Rule("week (of|beginning|starting|commencing) (on)? day=DAY_DATE", build_week_of),
    Rule("w / c day=DAY_DATE", build_week_of),
    Rule("WEEKDAY_NAME ,? day=SHORT_DATE", lambda day: day_values(day)),
    Rule(
        "last=STRICT_WEEKDAY (of|in) base=LONG_DATE",
        lambda last, base: build_last_weekday(weekday=last, base=base),
    ),
    Rule(
        "last=STRICT_WEEKDAY (of|in) base=THE_UNIT",
        lambda last, base: build_last_weekday(weekday=last, base=base),
    ),
    Rule("length=LENGTH ,? and distance=DATE", build_longer_distance),
    Rule("length=LENGTH later=later", build_told_distance),
    Rule("length=LENGTH earlier", build_told_distance),
    Rule("length=LENGTH ago=ago", build_told_distance),
    Rule("length=LENGTH after=after base=LONG_DATE", build_distance_of_kind),
    Rule("length=LENGTH before=before base=LONG_DATE", build_distance_of_kind),
    Rule("length=LENGTH after=after day=DAY_DATE", build_distance),
    Rule("length=LENGTH after=from day=DAY_DATE", build_distance),
    Rule("length=LENGTH before=before day=DAY_DATE", build_distance),
]

PORTION_RULES = [
    Rule("inner=WEEKDAY_DATE (of|in) outer=LONG_DATE", build_inside),
    Rule("outer=LONG_DATE on inner=WEEKDAY_DATE", build_inside_nth_week),
    Rule(
        "(the)? first=MODIFIER -? to -? second=MODIFIER -? base=LONG_DATE",
        build_portion_between,
    ),
    Rule("(the)? portion=MODIFIER -? decade=SHORT_DECADE", build_portion_of_short_decade),
    Rule(f"{_EDGE} (of|to) decade=SHORT_DECADE", build_portion_of_short_decade),
    Rule("(the)? unit=LARGE_UNIT to date", build_unit_to_date),
    Rule("the=THE_UNIT to date", lambda the: build_unit_to_date(unit=the.granularity)),
    Rule("(the)? portion=MODIFIER -? base=LONG_DATE", build_portion),
    Rule("(the)? portion=MODIFIER (in|of) base=LONG_DATE", build_portion),
    Rule(f"{_EDGE} (of|to) base=LONG_DATE", build_portion),
    Rule(f"{_EDGE} of base=THE_UNIT", build_portion),
    Rule("(the)? portion=PORTION of unit=LARGE_UNIT", build_portion_of_unit),
    Rule("the turn of base=THE_UNIT", lambda base: build_portion(portion="start", base=base)),
    Rule("portion=COMPARED (in)? base=STEP", build_portion),
    Rule("portion=COMPARED in base=LONG_DATE", build_portion),
    Rule("portion=COMPARED in base=THE_UNIT", build_portion),
    Rule("portion=MODIFIER in base=THE_UNIT", build_portion),
    Rule("portion=MODIFIER (on)? day=DAY_DATE", build_portion_of_day),
    Rule("the (rest|remainder) of base=STEP", build_rest),
    Rule("the (rest|remainder) of base=THE_UNIT", build_rest),
]
