"""The time of day of a date of publication, in ISO 8601."""

from __future__ import annotations

import re

CLOCK = r"\d{1,2}(?:[:.h]\d{2}){0,2}(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\b\.?)?"
ZONE = r"(?:\s*(?:Z|[A-Za-z]{2,5}|(?:UTC|GMT)?[+-]\d{1,2}:?\d{0,2}|\([A-Za-z]+\)))*"
_PARTS = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?:[:.](?P<second>\d{2}))?(?:[.,]\d+)?"
    r"\s*(?P<half>[ap])?",
    re.IGNORECASE,
)
_DISTANCE = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?")
# Minutes east of Greenwich; abbreviations that stand for two zones ("IST") are left out.
_ZONES = {
    name: 60 * hours
    for hours, names in (
        (0, "z utc gmt"),
        (1, "bst cet"),
        (2, "cest eet"),
        (3, "eest msk"),
        (9, "jst"),
        (10, "aest"),
        (11, "aedt"),
        (-4, "edt"),
        (-5, "est cdt"),
        (-6, "cst mdt"),
        (-7, "mst pdt"),
        (-8, "pst"),
    )
    for name in names.split()
}


def read_clock(clock: str | None, zone: str | None) -> str:
    """``T16:00:00Z``, ``T09:30``; empty where no hour is told.

    Midnight without an hour of its own ("00:00:00") fills a field that wants one, and tells none.

    Args:
        clock: As `CLOCK` finds it, or None.
        zone: As `ZONE` finds it, or None; one that is not known is left out.
    """
    match = _PARTS.match(clock or "")
    if match is None or not (match["minute"] or match["half"]):
        return ""
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if match["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59 or (hour, minute, second) == (0, 0, 0):
        return ""
    seconds = f":{second:02d}" if match["second"] else ""
    return f"T{hour:02d}:{minute:02d}{seconds}{_read_zone(zone or '')}"


def _read_zone(text: str) -> str:
    distance = _DISTANCE.search(text)
    if distance is not None:
        hours, minutes = int(distance["hours"]), int(distance["minutes"] or 0)
        if hours > 14 or minutes > 59:
            return ""
        return f"{distance['sign']}{hours:02d}:{minutes:02d}" if hours or minutes else "Z"
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _ZONES:
            east = _ZONES[word]
            hours, minutes = divmod(abs(east), 60)
            return f"{'-' if east < 0 else '+'}{hours:02d}:{minutes:02d}" if east else "Z"
    return ""
