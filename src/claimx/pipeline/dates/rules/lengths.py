"""Durations and ages: ``30-day``, ``a three-year-long war``, ``for decades``."""

from __future__ import annotations

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


_SIZE = "(more|full|straight|consecutive|whole|long|short|additional|extra|solid|calendar|further)?"

RULES = [
    Rule(f"count=QUANTITY -? {_SIZE} unit=UNIT (- long|- old|long|of age)?", build_length),
    Rule("count=QUANTITY - unit=UNIT", build_length),
    Rule("count=QUANTITY - unit=UNIT - (long|old)", build_length),
    Rule("count=QUANTITY unit=UNIT old", build_length),
    Rule("(a|an|one) (full|whole|single|mere|entire)? unit=UNIT", build_length),
    Rule("(a|an) unit=UNIT - long", build_length),
    Rule(
        "(all|the whole|the entire|another|an entire|an additional|an extra|a further) unit=UNIT",
        build_length,
    ),
    Rule("(a|one)? unit=LONG_WORD", build_length),
    Rule("half (a|an|of an|- an|- a)? unit=UNIT", build_half),
    Rule("(a|one)? half -? unit=UNIT", build_half),
    Rule("(a)? ½ -? unit=UNIT", build_half),
    Rule("(count=QUANTITY|a|an) unit=UNIT and a? half=half", build_whole_and_half),
    Rule("(count=QUANTITY|a|an) unit=UNIT and a quarter", build_whole_and_half),
    Rule("unit=PLURAL_UNIT - (long|old)", build_unsure_length),
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
]
