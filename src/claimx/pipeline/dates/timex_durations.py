"""TIMEX3 values of durations."""

from __future__ import annotations

from collections.abc import Iterable

_LETTERS = {
    "day": ("P", 1, "D"),
    "night": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "weekend": ("P", 1, "WE"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "season": ("P", 3, "M"),
    "half": ("P", 6, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
    "hour": ("PT", 1, "H"),
    "minute": ("PT", 1, "M"),
    "second": ("PT", 1, "S"),
}


def duration_value(count: float | None, unit: str, more: Iterable[tuple[float, str]] = ()) -> str:
    """The TIMEX3 value of ``count`` units; an unknown count is ``X``: ``P30D``, ``PXY``, ``PT30M``.

    Half units are put in the next smaller one where that comes out even ("half an hour").

    Args:
        more: Smaller units beside it: ``P2Y3M``, ``PT2H30M``, ``P1DT12H``.
    """
    value = _single_value(count, unit)
    for number, smaller in more:
        further = _single_value(number, smaller)
        is_time_already = "T" in value
        value += further[2:] if further.startswith("PT") and is_time_already else further[1:]
    return value


def _single_value(count: float | None, unit: str) -> str:
    prefix, factor, letter = _LETTERS[unit]
    if count is None:
        return f"{prefix}X{letter}"
    number = count * factor
    if 0 < number < 1 and unit in ("hour", "minute"):
        number, letter = number * 60, {"hour": "M", "minute": "S"}[unit]
    elif 0 < number < 1 and unit == "year":
        number, letter = number * 12, "M"
    elif 0 < number < 1 and unit == "day":
        return f"PT{_plain(number * 24)}H"
    return f"{prefix}{_plain(number)}{letter}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"
