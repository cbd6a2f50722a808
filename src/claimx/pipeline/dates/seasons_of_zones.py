"""Zones whose distance from Greenwich changes with the season: Eastern time, London time."""

from __future__ import annotations

from datetime import date

from claimx.pipeline.dates.holidays import nth_weekday

_WINTER = {"ET": -300, "CT": -360, "MT": -420, "PT": -480, "GB": 0, "CE": 60}
_EUROPEAN = frozenset({"GB", "CE"})


def zone_of_season(name: str, day: date) -> int:
    """Minutes east of Greenwich on a day, with summer time by the rules in force since 2007."""
    if name in _EUROPEAN:
        begins, ends = nth_weekday(day.year, 3, 7, -1), nth_weekday(day.year, 10, 7, -1)
    else:
        begins, ends = nth_weekday(day.year, 3, 7, 2), nth_weekday(day.year, 11, 7, 1)
    return _WINTER[name] + 60 if begins <= day < ends else _WINTER[name]
