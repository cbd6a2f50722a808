"""Dates as TEI's attributes give them: ISO 8601, years of four digits, ``--10`` for October."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?")
_WITHOUT_YEAR = re.compile(r"--(\d\d)(?:-(\d\d))?")


def find_limits(value: str) -> tuple[str, str] | None:
    """First day and the day after the last, in ISO 8601; None for what is no date of a calendar.

    A moment has none either: of what length it is, the corpus does not say.
    """
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        if day is not None:
            after = first + timedelta(days=1)
        elif month is not None:
            after = date(first.year + month // 12, month % 12 + 1, 1)
        else:
            after = date(first.year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return first.isoformat(), after.isoformat()


def to_timex_value(value: str) -> str | None:
    """The same as TIMEX3 writes it; None for what is no date."""
    if find_limits(value) is not None:
        return value
    if moment := _MOMENT.fullmatch(value):
        return f"{moment[1]}T{moment[2]}:{moment[3]}"
    if match := _WITHOUT_YEAR.fullmatch(value):
        return "XXXX" + "".join(f"-{group}" for group in match.groups() if group)
    return None


def is_iso_day(value: str) -> bool:
    """Whether a value is a day that the calendar has."""
    try:
        return datetime.strptime(value, "%Y-%m-%d").date().isoformat() == value
    except ValueError:
        return False
