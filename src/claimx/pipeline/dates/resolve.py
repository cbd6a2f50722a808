"""What an expression means from a given anchor, in a given direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from claimx.article.values import DateReason
from claimx.pipeline.dates.expressions import Expression, Length
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
    reason: DateReason | None = None
    period: Period | None = None


@lru_cache(maxsize=16384)
def resolve(expression: Expression, anchors: Anchors) -> Resolution:
    """The type, value and limits of ``expression``; without a value the reason and the offset."""
    if isinstance(expression, Length):
        return _resolve_length(expression, anchors)
    kind = expression.timex_type
    if (plain := expression.plain_value) is not None:
        return Resolution(kind, plain.value, plain.granularity, reason=plain.reason)
    try:
        period = locate(expression, anchors)
    except OutOfCalendar:
        return Resolution(kind, offset=expression.stated_offset, reason="no-such-date")
    except Unresolved as error:
        return Resolution(kind, offset=expression.stated_offset, reason=error.reason)
    return Resolution(
        kind,
        period.value,
        period.granularity,
        period.earliest,
        period.latest,
        reason=getattr(expression, "doubt", None),
        period=period,
    )


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
