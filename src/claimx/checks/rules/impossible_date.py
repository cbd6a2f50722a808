"""CX302 impossible-date"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date as Day
from typing import TYPE_CHECKING

from claimx.checks.records import prose, shown
from claimx.checks.rule import ON_SEEDED, Hit, Precision, Rule

if TYPE_CHECKING:
    from claimx.article import Article

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH = r"(?P<{0}month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAYS = [name.lower() for name in calendar.day_name]
_WEEKDAY = r"(?:\b(?P<{0}weekday>" + "|".join(_WEEKDAYS) + r"),?\s+(?:the\s+)?)?"
_NUMBER = r"(?P<{0}day>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<{0}year>(?:1[6-9]|20)\d\d)\b)?"
_DATE = re.compile(
    (_WEEKDAY + r"\b" + _MONTH + r"\s+" + _NUMBER + r"(?![\d:.,]*\d)\b" + _YEAR).format("a_")
    + "|"
    + (_WEEKDAY + r"\b" + _NUMBER + r"\s+(?:of\s+)?" + _MONTH + _YEAR).format("b_"),
    re.IGNORECASE,
)
_LEAP_YEAR = 2024


def check(article: Article, text: str) -> Iterator[Hit]:
    """Days that no calendar has, weekdays of other dates, claims from the future."""
    for section in prose(article):
        for match in _DATE.finditer(text, section.span.start, section.span.end):
            message = _fault_of(match)
            if message is not None:
                yield Hit(match.start(), match.end(), message)
    yield from _said_after_publication(article)


def _fault_of(match: re.Match[str]) -> str | None:
    style = "a_" if match["a_day"] else "b_"
    day, month = int(match[style + "day"]), _MONTHS[match[style + "month"].lower()]
    year = int(match[style + "year"]) if match[style + "year"] else None
    name = calendar.month_name[month]
    last = calendar.monthrange(year or _LEAP_YEAR, month)[1]
    if not 1 <= day <= last:
        which = f"{name} {year}" if year is not None and month == 2 else name
        most = "at most " if year is None and month == 2 else ""
        return f"{which} has {most}{last} days" if day else f"{name} has no day 0"
    weekday = match[style + "weekday"]
    if weekday is None or year is None:
        return None
    real = calendar.day_name[Day(year, month, day).weekday()]
    if weekday.lower() == real.lower():
        return None
    return f"{day} {name} {year} is a {real}, not a {weekday.capitalize()}"


def _said_after_publication(article: Article) -> Iterator[Hit]:
    """Claims with a full date behind the day of publication."""
    published = article.metadata.published
    if published is None:
        return
    dates = {date.id: date for date in article.dates}
    seen = set()
    for claim in article.claims:
        date = dates.get(claim.said_on or "")
        if date is None or date.anchor != "absolute" or date.earliest is None:
            continue
        is_report = claim.cue is not None and claim.cue.kind in ("speech", "writing")
        if not is_report or date.earliest[:10] <= published or date.id in seen:
            continue
        seen.add(date.id)
        message = f"said on “{shown(date.span.text)}”, after the publication on {published}"
        yield Hit(date.span.start, date.span.end, message, claim.confidence)


RULE = Rule(
    code="CX302",
    name="impossible-date",
    summary="A day that does not exist, a wrong weekday, or a claim made after publication.",
    explanation=(
        "“31 April”, “Monday, 14 March 2025” (a Friday), or something said on a date that lies "
        "behind the day of publication: one of the two is wrong. Weekdays are only compared where "
        "the year is written."
    ),
    wrong="The bridge was shut on Monday, 14 March 2025, the city engineer Ruth Okafor said.",
    right="The bridge was shut on Friday, 14 March 2025, the city engineer Ruth Okafor said.",
    check=check,
    precision=Precision(right=37, read=37, on=ON_SEEDED),
    published="2025-03-15",
)
