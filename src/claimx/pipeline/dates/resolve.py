"""What an expression means from a given anchor, in a given direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimx.pipeline.dates.expressions import (
    Around,
    Between,
    Clock,
    Distance,
    Ending,
    Expression,
    Fixed,
    Impossible,
    Inside,
    Length,
    Nth,
    PartOfDay,
    Portion,
    Recurring,
    Repeated,
    Step,
    Strictly,
    Vague,
)
from claimx.pipeline.dates.locate import Anchors, Unresolved, locate, move_day
from claimx.pipeline.dates.timex_durations import duration_value
from claimx.pipeline.dates.values import (
    OutOfCalendar,
    Period,
    add_days,
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The fields of a date record that an expression resolves to."""

    type: str
    value: str | None = None
    granularity: str | None = None
    earliest: str | None = None
    latest: str | None = None
    offset: str | None = None
    reason: str | None = None
    period: Period | None = None


@lru_cache(maxsize=16384)
def resolve(expression: Expression, anchors: Anchors) -> Resolution:
    """The type, value and limits of ``expression``; without a value the reason and the offset."""
    kind = type_of(expression)
    if isinstance(expression, Repeated):
        return Resolution(kind, expression.value, expression.granularity)
    if isinstance(expression, Vague):
        return Resolution(kind, expression.value)
    if isinstance(expression, Length):
        return _resolve_length(expression, anchors)
    if isinstance(expression, Distance) and expression.count is None:
        if expression.narrative or expression.origin is not None:
            # "Some months later" lies behind the article as often as ahead of it.
            return Resolution(kind, reason="how long before or after is not said")
        return Resolution(kind, "PAST_REF" if expression.sign < 0 else "FUTURE_REF")
    try:
        period = locate(expression, anchors)
    except (OutOfCalendar, Unresolved) as error:
        return Resolution(kind, offset=offset_of(expression), reason=str(error))
    return Resolution(
        kind,
        period.value,
        period.granularity,
        period.earliest,
        period.latest,
        reason=getattr(expression, "doubt", None),
        period=period,
    )


def type_of(expression: Expression) -> str:
    """The TIMEX3 type."""
    if isinstance(expression, Length):
        return "DURATION"
    if isinstance(expression, Repeated):
        return "SET"
    if isinstance(expression, Clock | PartOfDay):
        return "TIME"
    if isinstance(expression, Fixed) and expression.period.is_finer_than_day:
        return "TIME"
    if isinstance(expression, Distance) and expression.unit in ("hour", "minute", "second"):
        return "TIME"
    if isinstance(expression, Between):
        return type_of(expression.first)
    return "DATE"


def offset_of(expression: Expression) -> str | None:
    """The signed distance from an unknown anchor, where the expression states one."""
    if isinstance(expression, Step) and expression.origin is None:
        value = duration_value(abs(expression.count), expression.granularity)
        return f"-{value}" if expression.count < 0 else value
    if isinstance(expression, Distance) and expression.count is not None:
        value = duration_value(expression.count, expression.unit)
        return f"-{value}" if expression.sign < 0 else value
    if isinstance(expression, PartOfDay | Portion | Clock) and expression.base is not None:
        return offset_of(expression.base)
    return None


def needs_anchor(expression: Expression) -> bool:
    """Whether the value depends on when the text was written or on what it spoke of before."""
    if isinstance(expression, Fixed | Impossible | Repeated):
        return False
    if isinstance(expression, Length):
        if expression.within is not None:
            return needs_anchor(expression.within)
        return expression.direction is not None
    if isinstance(expression, Step | Strictly) and expression.origin is not None:
        return needs_anchor(expression.origin)
    if isinstance(expression, Vague | Recurring | Step | Strictly):
        return True
    if isinstance(expression, Inside):
        return needs_anchor(expression.outer)
    if isinstance(expression, Nth | Portion | Around | Ending):
        return needs_anchor(expression.base) or expression_is_compared(expression)
    if isinstance(expression, PartOfDay | Clock):
        return expression.base is None or needs_anchor(expression.base)
    if isinstance(expression, Between):
        return needs_anchor(expression.last) or (
            needs_anchor(expression.first) and not isinstance(expression.first, Recurring)
        )
    if isinstance(expression, Distance):
        return expression.origin is None or needs_anchor(expression.origin)
    return True


def is_narrative(expression: Expression) -> bool:
    """Whether the expression counts from what the text spoke of before."""
    if isinstance(expression, Step | Distance | Strictly):
        return expression.narrative
    if isinstance(expression, PartOfDay | Portion | Clock | Nth | Ending):
        return expression.base is not None and is_narrative(expression.base)
    if isinstance(expression, Inside):
        return is_narrative(expression.outer)
    if isinstance(expression, Length):
        return expression.within is not None and is_narrative(expression.within)
    return False


def expression_is_compared(expression: Expression) -> bool:
    """Whether the limits (not the value) reach to the anchor: ``earlier this month``."""
    return isinstance(expression, Portion) and expression.portion in ("earlier", "later")


def _resolve_length(expression: Length, anchors: Anchors) -> Resolution:
    value = duration_value(expression.count, expression.unit, expression.more)
    plain = Resolution("DURATION", value, granularity=_granularity(expression.unit))
    try:
        limits = _limits_of_length(expression, anchors)
    except (OutOfCalendar, Unresolved):
        return plain
    if limits is None or limits[0] >= limits[1]:
        return plain
    return replace(plain, earliest=limits[0].isoformat(), latest=limits[1].isoformat())


def _limits_of_length(expression: Length, anchors: Anchors) -> tuple[date, date] | None:
    """The day on which a length begins that the text ties to a date, and the day after its last."""
    parts = ((expression.count, expression.unit), *expression.more)
    if any(
        count is None or count != int(count) or unit in ("hour", "minute", "second")
        for count, unit in parts
    ):
        return None
    if expression.within is not None:
        whole = locate(expression.within, anchors)
        first, end = whole.day, add_days(whole.last_day, 1)
        if expression.direction == "until":
            return _move(end, parts, -1), end
        if expression.direction == "first":
            return first, min(end, _move(first, parts, 1))
        return max(first, _move(end, parts, -1)), end
    if expression.direction is None or anchors.now is None:
        return None
    now = anchors.now.day
    if expression.direction == "past":
        return _move(now, parts, -1), now
    return add_days(now, 1), add_days(_move(now, parts, 1), 1)


def _move(day: date, parts: Iterable[tuple[float | None, str]], sign: int) -> date:
    for count, unit in parts:
        day = move_day(day, sign * int(count or 0), unit)
    return day


def _granularity(unit: str) -> str | None:
    return {"fortnight": "week", "night": "day"}.get(unit, unit)
