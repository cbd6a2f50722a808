"""Durations and ages: ``30-day``, ``a three-year-long war``, ``for decades``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimx.pipeline.dates.expressions import Length
from claimx.pipeline.dates.grammar import Rule

Values = dict[str, Any]


def build_length(*, unit: str, count: float | None = 1) -> Values | None:
    """A number of units; the number of a year is none (``in 2018 day five``)."""
    if count is not None and 1900 <= count <= 2100 and unit != "year":
        return None
    return {"DATE": Length(count, unit), "LENGTH": (count, unit)}


def build_unsure_length(*, unit: str) -> Values | None:
    """``for decades``: the number is not known."""
    return build_length(unit=unit, count=None)


def build_half(*, unit: str) -> Values | None:
    """``half an hour``."""
    return build_length(unit=unit, count=0.5)


def build_whole_and_half(*, unit: str, count: float | None = 1, half: str = "") -> Values | None:
    """``a year and a half``."""
    return None if count is None else build_length(unit=unit, count=count + (0.5 if half else 0.25))


def build_plain_length(*, unit: str, count: float | None) -> Values | None:
    """A length that nothing more is made of."""
    found = build_length(unit=unit, count=count)
    return None if found is None else {"DATE": found["DATE"]}


def build_seconds(*, count: float | None = 1, ordinal: int) -> Values | None:
    """``30-second``, ``one second``: the word is an ordinal too, and plainly one elsewhere."""
    return build_length(unit="second", count=count) if ordinal == 2 else None


def build_one_second(*, count: float | None, ordinal: int) -> Values | None:
    """``one second``."""
    found = build_seconds(count=count, ordinal=ordinal) if count == 1 else None
    return None if found is None else found | {"ONE_SECOND": 1}


def build_compound(
    *,
    first: tuple[float | None, str],
    second: tuple[float | None, str],
    third: tuple[float | None, str] | None = None,
) -> Values | None:
    """``two hours and 30 minutes``, ``2 years, 3 months and 4 days``."""
    more = [second] if third is None else [second, third]
    parts = [(count, unit) for count, unit in (first, *more) if count is not None]
    if len(parts) != len(more) + 1 or any(count != int(count) for count, _ in parts[:-1]):
        return None
    units = [_UNITS.get(unit, -1) for _, unit in parts]
    if -1 in units or units != sorted(set(units)):
        return None
    return {"DATE": Length(*parts[0], more=tuple(parts[1:]))}


def build_longer_from_anchor(
    *,
    whole: Length,
    length: tuple[float | None, str],
    last: tuple[float | None, str] | None = None,
) -> Values | None:
    """``the last three months and two weeks``."""
    found = build_compound(first=(whole.count, whole.unit), second=length, third=last)
    if found is None or whole.more:
        return None
    return {"DATE": replace(found["DATE"], direction=whole.direction)}


# From the longest; others are not counted beside one another.
_UNITS = {"year": 0, "month": 1, "week": 2, "day": 3, "hour": 4, "minute": 5, "second": 6}

_SIZE = "(more|full|straight|consecutive|whole|long|short|additional|extra|solid|calendar|further)?"

RULES = [
    Rule(f"count=QUANTITY -? {_SIZE} unit=UNIT (- long|- old|long|of age)?", build_length),
    Rule("count=QUANTITY - unit=UNIT", build_length),
    Rule("count=QUANTITY - unit=UNIT - (long|old)", build_length),
    Rule("count=QUANTITY unit=UNIT old", build_length),
    Rule("(a|an|one) (full|whole|single|mere|entire)? unit=UNIT", build_length),
    Rule("(a|an|the)? unit=PLURAL_UNIT - (long|old)", build_unsure_length),
    Rule("(a|an) unit=UNIT - (long|old)", build_length),
    Rule("count=QUANTITY - ordinal=ORDINAL_IN_WORDS", build_seconds),
    Rule("count=QUANTITY ordinal=ORDINAL_IN_WORDS", build_one_second),
    Rule(
        "(all|the whole|the entire|another|an entire|an additional|an extra|a further) unit=UNIT",
        build_length,
    ),
    Rule("(a|one)? unit=LONG_WORD", build_length),
    # "Found 30 minutes later this week": the comparison belongs to the week.
    Rule(
        "< count=QUANTITY unit=UNIT > (earlier|later) ((this|that) LARGE_UNIT|today|in the)",
        build_plain_length,
    ),
    # "Three days later than planned": no date is three days later.
    Rule("< count=QUANTITY unit=UNIT > (earlier|later|sooner) than", build_plain_length),
    Rule("half (a|an|of an|- an|- a)? unit=UNIT", build_half),
    Rule("(a|one)? half -? unit=UNIT", build_half),
    Rule("(a)? ½ -? unit=UNIT", build_half),
    Rule("(count=QUANTITY|a|an) unit=UNIT and a? half=half", build_whole_and_half),
    Rule("(count=QUANTITY|a|an) -? unit=UNIT - and - a - half=half", build_whole_and_half),
    Rule("(count=QUANTITY|a|an) unit=UNIT and a quarter", build_whole_and_half),
    Rule("unit=UNIT - long", build_length),
    Rule(
        "(for|over|after|within|in) < (many|the|some|several|all these)? unit=PLURAL_UNIT >",
        build_unsure_length,
    ),
    Rule("(many|some) unit=PLURAL_UNIT", build_unsure_length),
    Rule("(tens|dozens|hundreds|thousands) of unit=PLURAL_UNIT", build_unsure_length),
    Rule("< unit=PLURAL_UNIT > (after|before|since|into|of)", build_unsure_length),
    Rule("(hours|days|weeks|months|years) and unit=PLURAL_UNIT", build_unsure_length),
    Rule("h=NUMBER h", lambda h: build_length(unit="hour", count=h)),
    Rule("d=NUMBER d", lambda d: build_length(unit="day", count=d)),
    Rule("w=NUMBER w", lambda w: build_length(unit="week", count=w)),
    Rule("y=NUMBER y", lambda y: build_length(unit="year", count=y)),
]

COMPOUND_RULES = [
    Rule("first=LENGTH and? second=LENGTH", build_compound),
    Rule("first=LENGTH ,? second=LENGTH ,? and third=LENGTH", build_compound),
    Rule("first=LENGTH second=LENGTH third=LENGTH", build_compound),
    Rule("whole=ANCHORED and length=LENGTH", build_longer_from_anchor),
    Rule("whole=ANCHORED (,|and) length=LENGTH ,? and last=LENGTH", build_longer_from_anchor),
]
