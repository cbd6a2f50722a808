"""Dates of metadata: one exact date, or none. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from claimx.reading.clocks import CLOCK, ZONE, read_clock

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# The first newspapers are of the 17th century.
EARLIEST_YEAR, LATEST_YEAR = 1600, 2100
# Of a date of publication in ISO 8601, which the hour may follow.
DATE_LENGTH = 10

MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sep(?:tember|t\.?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_FORMS = (
    rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})",
    rf"{_YEAR}(?P<sep>[/.])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    rf"(?P<name>{MONTH})\s+{_DAY},?\s+{_YEAR}",
    rf"{_DAY}(?:\s+of)?[\s-]+(?P<name>{MONTH}),?[\s-]+{_YEAR}",
    rf"(?P<first>\d{{1,2}})(?P<sep>[/.-])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
)
_YEAR_DIGITS = re.compile(r"\d{4}")
_HAS_MONTH = re.compile(rf"\b{MONTH}", re.IGNORECASE)
_PACKED = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})T?(?P<hour>\d{2})(?P<minute>\d{2})(?:\d{2})?"
    r"(?P<zone>Z|[+-]\d{4})?"
)
_STRUCTURE = re.compile(
    r"(?:time\.struct_time\(tm_year=|datetime\.date(?:time)?\()"
    r"(?P<year>\d{4}), ?(?:tm_mon=)?(?P<month>\d{1,2}), ?(?:tm_mday=)?(?P<day>\d{1,2})\b"
)
# From 1980 on: a smaller number is an id.
_SECONDS = re.compile(r"(?:3[2-9]|[4-9]\d|1\d\d|2[0-4]\d)\d{7}(?:\.0+|\d{3})?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_WHOLE = tuple(
    re.compile(
        rf"(?:(?P<clock>{CLOCK})(?P<zone>{ZONE})[,\s]+)?(?:on\s+)?(?:{_WEEKDAY}[.,]?\s+)?{form}"
        rf"(?:(?:T|\s*[,|·•–—-]\s*|\s+)(?:at\s+)?(?P<clock_after>{CLOCK})"
        rf"(?P<zone_after>{ZONE}))?\.?",
        re.IGNORECASE,
    )
    for form in _FORMS
)


def parse_published(text: str) -> str:
    """Read a date that is written out in full, as ``2025-03-14`` or ``2025-03-14T16:00:00Z``.

    ISO 8601 (with or without a time), RFC 2822, ``March 14, 2025``, ``14 March 2025`` and
    ``14/03/2025`` are understood. The date stays as it is written; the hour is kept where one is
    told, with its zone where that is known. The first ten characters are the date.

    Raises:
        ValueError: With one sentence, where the text is no such date, where day and month
            cannot be told apart (``03/04/2025``), where the calendar has no such day, and
            where the year lies outside 1600 to 2100.
    """
    stripped = text.strip()
    for pattern in _WHOLE:
        if len(stripped) <= 80 and (match := pattern.fullmatch(stripped)):
            clock = (match["clock"], match["zone"])
            if match["clock_after"]:
                clock = (match["clock_after"], match["zone_after"])
            return _check_date(stripped, match.groupdict()) + read_clock(*clock)
    if (found := _read_freely(stripped)) is not None:
        return found
    shown = stripped if len(stripped) <= 40 else stripped[:39] + "…"
    raise ValueError(f"{shown!r} is not a date: write it as 2025-03-14")


def is_date(text: str) -> bool:
    """Whether the text is one full date and nothing else, weekday and time of day aside."""
    stripped = text.strip()
    if len(stripped) > 80 or _YEAR_DIGITS.search(stripped) is None:
        return False
    match = next((match for form in _WHOLE if (match := form.fullmatch(stripped))), None)
    try:
        return match is not None and bool(_check_date(stripped, match.groupdict()))
    except ValueError:
        return False


def _read_freely(text: str) -> str | None:
    """A date of metadata in a form that is written by programs, or that dateparser knows.

    Seconds since 1970, GDELT's ``20250314T120000Z``, the struct_time of feedparser, and what else
    has a day, a month and a year of four digits in words.
    """
    if match := _PACKED.fullmatch(text):
        clock = read_clock(f"{match['hour']}:{match['minute']}", match["zone"])
        return _check_date(text, match.groupdict()) + clock
    if match := _STRUCTURE.match(text):
        return _check_date(text, match.groupdict())
    if _SECONDS.fullmatch(text):
        seconds = int(text.partition(".")[0])
        moment = _EPOCH + timedelta(seconds=seconds // 1000 if seconds > 10**11 else seconds)
        return moment.date().isoformat() + read_clock(f"{moment:%H:%M:%S}", "Z")
    if len(text) > 60 or not _YEAR_DIGITS.search(text) or not _HAS_MONTH.search(text):
        return None
    return _parse_strictly(text)


def _parse_strictly(text: str) -> str | None:
    # Slow to import, and needed by few.
    from dateparser.date import DateDataParser

    settings = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PARSERS": ["absolute-time"],
    }
    parser = DateDataParser(languages=["en"], settings=settings)
    try:
        found = parser.get_date_data(text).date_obj
    except (ValueError, OverflowError, TypeError):
        return None
    if found is None or str(found.year) not in text:
        return None
    return str(found.date().isoformat())


def number_month(name: str) -> int:
    """The number of a month, 1 to 12, from its name or abbreviation."""
    beginning = name[:3].lower()
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(beginning))


def _check_date(text: str, parts: dict[str, str | None]) -> str:
    year = int(parts["year"] or 0)
    if name := parts.get("name"):
        month, day = number_month(name), int(parts["day"] or 0)
    elif parts.get("first"):
        month, day = _order_day_and_month(text, year, parts)
    else:
        month, day = int(parts["month"] or 0), int(parts["day"] or 0)
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the calendar: write it as 2025-03-14") from None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(
            f"{text!r} is not a date of publication: its year lies outside "
            f"{EARLIEST_YEAR} to {LATEST_YEAR}"
        )
    return found.isoformat()


def _order_day_and_month(text: str, year: int, parts: dict[str, str | None]) -> tuple[int, int]:
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    # Nobody who writes the month first puts full stops behind the numbers.
    if first > 12 or first == second or (parts.get("sep") == "." and 0 < second <= 12):
        return second, first
    if second > 12:
        return first, second
    raise ValueError(
        f"{text!r} may be {first} {MONTHS[second - 1].title()} or "
        f"{second} {MONTHS[first - 1].title()}: write it as 2025-03-14"
        if first and second
        else f"{text!r} is not a day of the calendar: write it as 2025-03-14"
    )


def find_nearest_date(day: int, month: int, published: str) -> str | None:
    """The date of that day and month nearest before the publication date, or the day after it.

    A dateline may be a day ahead of the paper: it is tomorrow already where it was written.
    """
    limit = date.fromisoformat(published[:DATE_LENGTH]).toordinal() + 1
    for year in range(int(published[:4]) + 1, int(published[:4]) - 9, -1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate.toordinal() <= limit:
            return candidate.isoformat()
    return None
