"""Expressions that count from another date: ``yesterday``, ``last Friday``, ``two weeks ago``."""

from __future__ import annotations

from typing import Any

from claimx.pipeline.dates.expressions import (
    Distance,
    Expression,
    Length,
    PartOfDay,
    Recurring,
    Step,
    Strictly,
    Told,
    Vague,
)
from claimx.pipeline.dates.grammar import Builder, Rule
from claimx.pipeline.dates.rules.calendar import day_values, long_values

Values = dict[str, Any]


def _step(count: int, granularity: str, *, narrative: bool = False) -> Values:
    expression = Step(count, granularity, narrative)
    return (
        day_values(expression) if granularity == "day" else long_values(expression, STEP=expression)
    )


def _day(count: int, *, narrative: bool = False) -> Builder:
    return lambda: _step(count, "day", narrative=narrative)


def _named_day(count: int) -> Builder:
    """A day that one word names: it stands in names too (``USA Today``)."""
    return lambda: _step(count, "day") | {"NAMED_DAY": count}


def _unit(count: int, *, narrative: bool = False) -> Builder:
    return lambda unit: _step(count, unit, narrative=narrative)


def _side(count: int, unit: str = "") -> Builder:
    """``the day after``: of what the text spoke of, unless another rule finds a date behind it."""
    fixed = unit

    def build(*, unit: str = fixed) -> Values:
        return _step(count, unit, narrative=True) | {"SIDE": (count, unit)}

    return build


def _recurring(
    direction: str, *, skips_neighbour: bool = False, narrative: bool = False
) -> Builder:
    """A named day, month, season or part of the year on one side of the anchor."""

    def build(
        *,
        weekday: int = 0,
        month: int = 0,
        season: str = "",
    ) -> Values:
        if weekday:
            base = Recurring("weekday", (weekday,))
            expression = Strictly(base, direction, skips_neighbour, narrative)
            return day_values(expression, STRICT_WEEKDAY=weekday)
        if month:
            named = Strictly(Recurring("month", (month,)), direction, narrative=narrative)
            return long_values(named, MONTH_NAME=month)
        base = Recurring("season", (season,))
        return long_values(Strictly(base, direction, narrative=narrative))

    return build


def _same_unit(*, unit: str) -> Values:
    """``the same month``, unless "a year ago" follows."""
    return _step(0, unit, narrative=True) | {"SAME_UNIT": unit}


def _same_day() -> Values:
    return _step(0, "day", narrative=True) | {"SAME_UNIT": "day"}


def _part(count: int, part: str = "", *, narrative: bool = False) -> Builder:
    """The morning, evening, … of a day that is ``count`` days off."""

    def build(*, name: str = part) -> Values:
        return _time_values(PartOfDay(name, Step(count, "day", narrative)))

    return build


def _time_values(expression: Expression) -> Values:
    return {"DATE": expression, "TIME": expression}


def _vague(value: str) -> Builder:
    return lambda **_: {"DATE": Vague(value), "VAGUE_DATE": value}


def build_vague(*, value: str) -> Values:
    """``now``, ``recently``."""
    return {"DATE": Vague(value), "VAGUE_DATE": value}


def _distance(sign: int, *, narrative: bool = False) -> Builder:
    def build(*, unit: str, count: float | None = 1) -> Values:
        expression = Distance(count, unit, sign, narrative)
        more: Values = {}
        if sign < 0 and not narrative and count is not None:
            more = {"AGO": expression} | ({"WEEKS_AGO": expression} if unit == "week" else {})
        values = day_values if unit == "day" else long_values
        return values(expression, **more)

    return build


def build_length_from_anchor(direction: str) -> Builder:
    """``the past three years``, ``the next few days``."""

    def build(*, unit: str, count: float | None = 1) -> Values | None:
        if unit == "quarter" and count == 1:
            # "During the last quarter" speaks of the one of the calendar.
            return None
        length = Length(count, unit, direction)
        values: Values = {"DATE": length, "ANCHORED": length}
        return values | ({"LAST_UNIT": unit} if count == 1 and direction == "past" else {})

    return build


def _recurring_rules(
    words: str, direction: str, *, skips_neighbour: bool = False, narrative: bool = False
) -> list[Rule]:
    build = _recurring(direction, skips_neighbour=skips_neighbour, narrative=narrative)
    return [
        Rule(f"{words} weekday=ANY_WEEKDAY", build),
        Rule(f"{words} month=MONTH", build),
        Rule(f"{words} season=SEASON", build),
    ]


_COUNT = "(count=QUANTITY|a|an|the)"
_MORE = "(more|or so|full|whole|long|short|calendar)?"

RULES = [
    Rule("today", _named_day(0)),
    Rule("(earlier|later) today", _day(0)),
    Rule("yesterday", _named_day(-1)),
    Rule("tomorrow", _named_day(1)),
    Rule("the day before yesterday", _day(-2)),
    Rule("the day after tomorrow", _day(2)),
    Rule("this (very)? day", _day(0)),
    Rule("(earlier|later|late)? tonight", _part(0, "NI")),
    Rule("last night", _part(-1, "NI")),
    Rule("(earlier|later|early|late)? this name=PART", _part(0)),
    Rule("yesterday name=PART", _part(-1)),
    Rule("tomorrow name=PART", _part(1)),
    Rule("today name=PART", _part(0)),
    # This, last and next.
    Rule("this weekend", lambda: long_values(Recurring("weekend", ("this",)))),
    Rule("this unit=LARGE_UNIT", _unit(0)),
    Rule("(the)? current (calendar)? unit=LARGE_UNIT", _unit(0)),
    Rule("this calendar unit=LARGE_UNIT", _unit(0)),
    Rule("the weekend", lambda: long_values(Recurring("weekend", ()))),
    Rule("the next quarter", lambda: _step(1, "quarter")),
    Rule("the unit=LARGE_UNIT", lambda unit: {"THE_UNIT": Step(0, unit)}),
    Rule(
        "(over|in|during|within|for|throughout) < the last unit=LARGE_UNIT >",
        build_length_from_anchor("past"),
    ),
    Rule(
        "(over|in|during|within|for|throughout) < the next unit=LARGE_UNIT >",
        build_length_from_anchor("next"),
    ),
    Rule("last unit=LARGE_UNIT", _unit(-1)),
    Rule("last calendar unit=LARGE_UNIT", _unit(-1)),
    Rule("this past unit=LARGE_UNIT", _unit(-1)),
    Rule("past unit=LARGE_UNIT", _unit(-1)),
    Rule("the last (calendar)? unit=LARGE_UNIT", _unit(-1)),
    Rule("the past unit=LARGE_UNIT", build_length_from_anchor("past")),
    Rule("(the)? (coming|upcoming) unit=LARGE_UNIT", _unit(1)),
    Rule("next (calendar)? unit=LARGE_UNIT", _unit(1)),
    Rule(
        "(the)? (past|previous|preceding|prior) count=QUANTITY unit=UNIT",
        build_length_from_anchor("past"),
    ),
    Rule(
        "(the)? (next|coming|following|upcoming) count=QUANTITY unit=UNIT",
        build_length_from_anchor("next"),
    ),
    Rule("(this|the) past count=QUANTITY unit=UNIT", build_length_from_anchor("past")),
    *_recurring_rules("(the)? (last|previous)", "past", skips_neighbour=True),
    *_recurring_rules("(this)? past", "past"),
    *_recurring_rules("the (next|following)", "future", narrative=True),
    *_recurring_rules("next", "future", skips_neighbour=True),
    *_recurring_rules("(the|this)? (coming|upcoming)", "future"),
    *_recurring_rules("this", "this"),
    # Counted from the date that the text spoke of before.
    Rule("(the)? (next|following) day", _day(1, narrative=True)),
    Rule("the day (after|following)", _side(1, "day")),
    Rule("(the)? (previous|preceding|prior) day", _day(-1, narrative=True)),
    Rule("the day (before|preceding)", _side(-1, "day")),
    Rule("(earlier|later)? (that|this)? same day", _day(0, narrative=True)),
    Rule("(earlier|later) the same day", _day(0, narrative=True)),
    Rule("(earlier|later|late|early)? that (same)? day", _day(0, narrative=True)),
    Rule("that (same)? unit=LARGE_UNIT", _unit(0, narrative=True)),
    Rule("(earlier|later) that (same)? unit=LARGE_UNIT", _unit(0, narrative=True)),
    Rule("the same unit=LARGE_UNIT", _same_unit),
    Rule("the same day", _same_day),
    Rule("at < that (same)? time >", lambda: long_values(Told())),
    Rule("the following unit=LARGE_UNIT", _unit(1, narrative=True)),
    Rule("the next unit=LARGE_UNIT", _unit(1, narrative=True)),
    Rule("following unit=LARGE_UNIT", _unit(1, narrative=True)),
    Rule("the (previous|preceding|prior) unit=LARGE_UNIT", _unit(-1, narrative=True)),
    Rule("previous unit=LARGE_UNIT", _unit(-1)),
    Rule("the unit=LARGE_UNIT (after|following)", _side(1)),
    Rule("the unit=LARGE_UNIT (before|preceding)", _side(-1)),
    Rule("the unit=LARGE_UNIT before last", _unit(-2)),
    Rule("the unit=LARGE_UNIT after next", _unit(2)),
    Rule("(earlier|later)? that (same)? name=PART", _part(0, narrative=True)),
    Rule("(the)? (next|following) name=PART", _part(1, narrative=True)),
    Rule("the name=PART before", _part(-1, narrative=True)),
    Rule("(the)? previous name=PART", _part(-1, narrative=True)),
    Rule("over < weekend >", lambda: long_values(Recurring("weekend", ()))),
    # Distances.
    Rule(f"{_COUNT} {_MORE} unit=UNIT ago", _distance(-1)),
    Rule("half a unit=UNIT ago", lambda unit: _distance(-1)(unit=unit, count=0.5)),
    Rule(f"{_COUNT} {_MORE} unit=UNIT back", _distance(-1)),
    Rule(
        f"{_COUNT} {_MORE} unit=UNIT (earlier|previously|prior|beforehand)",
        _distance(-1, narrative=True),
    ),
    Rule(
        f"{_COUNT} {_MORE} unit=UNIT (later|afterwards|afterward|thereafter)",
        _distance(1, narrative=True),
    ),
    Rule(f"{_COUNT} {_MORE} unit=UNIT (hence|from now)", _distance(1)),
    Rule("unit=PLURAL_UNIT (ago|back)", lambda unit: _distance(-1)(unit=unit, count=None)),
    Rule(
        "(unit=PLURAL_UNIT) earlier",
        lambda unit: _distance(-1, narrative=True)(unit=unit, count=None),
    ),
    Rule(
        "(unit=PLURAL_UNIT) later", lambda unit: _distance(1, narrative=True)(unit=unit, count=None)
    ),
    # Vague references.
    Rule("value=VAGUE", build_vague),
    Rule("(more|most|only|very|just|until|as)? recently", _vague("PAST_REF")),
    Rule("(right|just|for|until) now", _vague("PRESENT_REF")),
    Rule("these days", _vague("PRESENT_REF")),
    Rule("at < (present|the moment|the present moment) >", _vague("PRESENT_REF")),
    Rule("at < this time >", _vague("PRESENT_REF")),
    Rule("at < the present time >", _vague("PRESENT_REF")),
    Rule("at < the present >", _vague("PRESENT_REF")),
    Rule("in < the (recent|distant)? past >", _vague("PAST_REF")),
    Rule("in < the (near|distant|foreseeable)? future >", _vague("FUTURE_REF")),
    Rule("(in|over|during|of) < (the)? recent PLURAL_UNIT >", _vague("PAST_REF")),
    Rule("(the|these) (past|last) PLURAL_UNIT", _vague("PAST_REF")),
    Rule(
        "(in|over|within|during|for) < (the|these)? (coming|next) PLURAL_UNIT >",
        _vague("FUTURE_REF"),
    ),
    Rule("(in|over|for) < the PLURAL_UNIT ahead >", _vague("FUTURE_REF")),
    Rule("(in|over|for) < the unit=LARGE_UNIT ahead >", _unit(1)),
]
