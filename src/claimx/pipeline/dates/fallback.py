"""Dates in forms that the rules do not hold, read by dateparser.

Only what is already known to be a date in one piece gets here (a month's name, a year of four
digits and a day, joined by marks): dateparser itself takes "may" and "10" for dates.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from claimx.pipeline.dates.lexer import WORDS_OF_MONTHS
from claimx.pipeline.dates.values import Period, period_of

_PIECE = re.compile(r"\w{1,9}(?:[-/._]?\w{1,9}){0,3}")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)")


def find_piece(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The limits of the unspaced piece around ``text[start:end]``, if it is longer than that."""
    first, last = start, end
    while first > 0 and start - first < 24 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and last - end < 24 and not text[last].isspace():
        last += 1
    while first < start and not text[first].isalnum():
        first += 1
    while last > end and not text[last - 1].isalnum():
        last -= 1
    return None if (first, last) == (start, end) else (first, last)


@lru_cache(maxsize=1024)
def parse_piece(piece: str) -> Period | None:
    """The day that ``piece`` names with its year, or None where it is not surely one."""
    if not _PIECE.fullmatch(piece) or len(_YEAR.findall(piece)) != 1:
        return None
    words = re.findall(r"[^\W\d_]+", piece.lower())
    numbers = re.findall(r"\d+", piece)
    if len(words) != 1 or words[0] not in WORDS_OF_MONTHS or len(numbers) != 2:
        return None
    found = _parser().get_date_data(piece)
    moment = found.date_obj
    if not isinstance(moment, datetime) or found.period != "day":
        return None
    return period_of("day", moment.date())


@cache
def _parser() -> Any:
    # One object, with a fixed base: nothing relative is ever asked of it.
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["en"],
        settings={
            "TIMEZONE": "UTC",
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "STRICT_PARSING": True,
            "PARSERS": ["absolute-time"],
        },
    )
