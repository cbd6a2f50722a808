"""Values of dates in the words of a newsroom."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


def date_value_in_words(value: str) -> str:
    """A TIMEX3 value as a reader without the standard knows it.

    ``2025-W11`` is ``week of 2025-03-10``, ``2025-SU`` ``summer 2025``, ``P30D`` ``30 days``; days,
    months and years stay as they are, and so does what is rare.
    """
    if value in _REFERENCES:
        return _REFERENCES[value]
    first, slash, last = value.partition("/")
    if slash:
        return f"{date_value_in_words(first)} to {date_value_in_words(last)}"
    for pattern, say in _FORMS:
        if match := pattern.fullmatch(value):
            return say(match)
    return value


def _week(match: re.Match[str]) -> str:
    year, week, weekend = int(match[1]), int(match[2]), match[3]
    try:
        day = date.fromisocalendar(year, week, 6 if weekend else 1)
    except ValueError:
        return match[0]
    return f"{'weekend' if weekend else 'week'} of {day.isoformat()}"


def _length(match: re.Match[str]) -> str:
    unit = _UNITS[(match[1] or "") + match[3]]
    return f"{match[2]} {unit}{'' if match[2] == '1' else 's'}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda found: f"{_SEASONS[found[2]]} {found[1]}"),
    (
        re.compile(r"(\d{4})-H([12])"),
        lambda found: f"{'first' if found[2] == '1' else 'second'} half of {found[1]}",
    ),
    (
        re.compile(r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI|DT)"),
        lambda found: f"{_PARTS[found[2]]} of {found[1]}",
    ),
    (re.compile(r"(\d{3})"), lambda found: f"the {found[1]}0s"),
    (re.compile(r"P(T)?(\d+(?:\.\d+)?)([YMWDH])"), _length),
)
