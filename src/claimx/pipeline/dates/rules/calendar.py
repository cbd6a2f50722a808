"""Names of the calendar: days, months, years, decades, seasons, holidays."""

from __future__ import annotations

import datetime
import re
from typing import Any

from claimx.article.values import DateReason
from claimx.pipeline.dates.expressions import (
    EitherOrder,
    Expression,
    Fixed,
    Impossible,
    Recurring,
    Repeated,
)
from claimx.pipeline.dates.grammar import Rule
from claimx.pipeline.dates.holidays import (
    date_of_holiday,
    doubt_holiday,
    holiday_names,
    year_of_holiday,
)
from claimx.pipeline.dates.values import (
    SEASONS,
    OutOfCalendar,
    century,
    make_day,
    period_of,
)

Values = dict[str, Any]


def day_values(expression: Expression, **more: Any) -> Values:
    """What an expression of a day can be to later rules."""
    return {"DATE": expression, "DAY_DATE": expression, **more}


def long_values(expression: Expression, **more: Any) -> Values:
    """What an expression of something longer than a day can be to later rules."""
    return {"DATE": expression, "LONG_DATE": expression, **more}


def full_year(year: int) -> int:
    """The year that two digits mean: 00 to 39 of this century, else of the last."""
    return year if year >= 100 else year + (2000 if year < 40 else 1900)


def build_day(
    *, month: int, day: int, year: int | None = None, short: int | None = None, weekday: int = 0
) -> Values:
    """``Friday, March 14, 2025``; a weekday that is not that of the date puts it in doubt."""
    year = full_year(short) if short is not None else year
    try:
        make_day(2000 if year is None else year, month, day)
        if year is not None:
            date = make_day(year, month, day)
            return day_values(Fixed(period_of("day", date), _doubt_weekday(date, weekday)))
    except OutOfCalendar:
        return day_values(Impossible())
    name = (month, day, weekday) if weekday else (month, day)
    return day_values(Recurring("month_day", name), MONTH_DAY=(month, day))


def _doubt_weekday(date: datetime.date, weekday: int) -> DateReason | None:
    return "other-weekday" if weekday and date.isoweekday() != weekday else None


def build_spaced_day(*, year: int, month: int, day: int) -> Values | None:
    """``2016 10 16``; None for three numbers that are no day."""
    found = build_day(year=year, month=month, day=day)
    return None if isinstance(found["DATE"], Impossible) else found


def build_day_of_impossible_year(*, month: int, day: int, year: str) -> Values:
    """``March 14, 99999``."""
    return day_values(Impossible())


def build_impossible_year(*, year: str | int) -> Values:
    """``in the year 99999``."""
    return long_values(Impossible())


def build_impossible_day(*, month: int, day: int, **_: Any) -> Values:
    """``March 45``."""
    return day_values(Impossible())


def build_weekday(*, weekday: int) -> Values:
    """``Friday``."""
    expression = Recurring("weekday", (weekday,))
    return day_values(expression, WEEKDAY_NAME=weekday, WEEKDAY_DATE=expression)


def build_short_weekday(*, weekday: int) -> Values:
    """``on Wed``: the shorter names are other words too."""
    return {"DATE": Recurring("weekday", (weekday,)), "SHORT_DAY": weekday}


def build_weekday_with_day(*, weekday: int, day: int) -> Values:
    """``Friday the 13th``."""
    return day_values(Recurring("weekday_day", (weekday, day)))


def build_day_of_month(*, day: int) -> Values:
    """``the 14th``."""
    return day_values(Recurring("day", (day,)), BARE_DAY=day)


def build_month(*, month: int, year: int | None = None, short: int | None = None) -> Values:
    """``March``, ``March 2025``."""
    year = full_year(short) if short is not None else year
    if year is None:
        name = Recurring("month", (month,))
        return long_values(name, MONTH_NAME=month, MONTH_DATE=name)
    return long_values(Fixed(period_of("month", make_day(year, month, 1))))


def build_year(*, year: int) -> Values:
    """``2019``: whether a bare number is a year is asked later, of the words around it."""
    expression = Fixed(period_of("year", make_day(year, 1, 1)))
    return long_values(expression, BARE_YEAR=year, YEAR=year, YEAR_DATE=expression)


def build_short_year(*, short: int) -> Values:
    """``since '69``."""
    return long_values(
        Fixed(period_of("year", make_day(full_year(short), 1, 1))), CLIPPED_YEAR=short
    )


def build_named_year(*, year: int) -> Values:
    """``the year 2019``, ``AD 64``."""
    try:
        expression = Fixed(period_of("year", make_day(year, 1, 1)))
        return long_values(expression, YEAR_DATE=expression)
    except OutOfCalendar:
        return long_values(Impossible())


def build_year_before_christ(*, year: int) -> Values:
    """``44 BC``."""
    return long_values(Impossible())


def build_year_pair(*, first: int, last: int) -> Values | None:
    """``2014-15``: a range where the second follows from the first."""
    return _year_pair(first, last)


def build_slashed(*, slashed: tuple[str, ...]) -> Values | None:
    """``2019/20``, ``3/14``, ``9/11``."""
    first, last = slashed
    if slashed == ("24", "7"):
        # After a preposition, the twenty-fourth of July.
        day = _either_order(24, 7, None)
        return {"DATE": Repeated("P1D"), "SET": "P1D", "SHORT_DATE": day}
    if slashed == ("9", "11"):
        return day_values(Fixed(period_of("day", make_day(2001, 9, 11))))
    if len(first) == 4 and len(last) == 2:
        return _year_pair(int(first), int(last))
    if len(first) == 4 and len(last) == 4:
        return _year_pair(int(first), int(last) % 100) if int(last) == int(first) + 1 else None
    if len(first) <= 2 and len(last) == 4 and 1900 <= int(last) < 2100 and 1 <= int(first) <= 12:
        return build_month(month=int(first), year=int(last))
    if len(first) > 2 or len(last) > 2:
        return None
    expression = _either_order(int(first), int(last), None)
    return None if isinstance(expression, Impossible) else {"SHORT_DATE": expression}


def build_numeric(*, numeric: str) -> Values | None:
    """``3/14/25``, ``14.03.2025``, ``2025-03-14``."""
    parts = re.split(r"[-/.]", numeric)
    sizes = [len(part) for part in parts]
    numbers = [int(part) for part in parts]
    if sizes[0] == 4 and sizes[2] <= 2:
        return _day_or_reason(*numbers)
    if sizes[0] > 2 or sizes[2] == 3 or (sizes[2] == 4 and not 1000 <= numbers[2] < 3000):
        # A row of numbers of another kind, unless it has the very form of a date.
        if sizes[0] <= 2 and sizes[2] == 4 and "/" in numeric:
            return day_values(Impossible())
        return None
    if sizes[2] <= 2 and "/" not in numeric and ("." in numeric or sizes[2] == 1):
        return None
    expression = _either_order(numbers[0], numbers[1], full_year(numbers[2]), "." in numeric)
    return day_values(expression)


def build_compact(*, compact: str) -> Values:
    """``20250314``."""
    return _day_or_reason(int(compact[:4]), int(compact[4:6]), int(compact[6:]))


def build_decade(*, decade: int) -> Values | None:
    """``1990s``, ``'90s``."""
    if decade < 100:
        if decade % 10:
            return None
        return long_values(Recurring("decade", (decade,)), SHORT_DECADE=decade)
    if decade < 1000:
        return None
    if decade % 100 == 0 and decade < 2000:
        return long_values(Fixed(century(decade // 100 + 1)))
    return long_values(Fixed(period_of("decade", make_day(decade, 1, 1))))


def build_decade_in_words(*, decade: int, prefix: int = 0) -> Values:
    """``the sixties``."""
    return long_values(Recurring("decade", (decade,)))


def build_century(*, number: int) -> Values | None:
    """``the 20th century``."""
    try:
        return long_values(Fixed(century(number)))
    except OutOfCalendar:
        return None


def build_season(
    *, season: str, year: int | None = None, last: int | None = None, short: int | None = None
) -> Values | None:
    """``the summer``, ``summer 2019``, ``the winter of 2018-19``, ``the summer of '69``."""
    year = full_year(short) if short is not None else year
    if year is None:
        return long_values(Recurring("season", (season,)), SEASON_NAME=season)
    if last is not None and last != (year + 1) % 100:
        return None
    return long_values(Fixed(period_of("season", make_day(year, SEASONS[season], 1))))


def build_bare_season(*, season: str) -> Values:
    """``Autumn came early``: whether it is no other word is asked later."""
    return long_values(Recurring("season", (season,)), SEASON_NAME=season, BARE_SEASON=season)


def build_season_of_two_years(*, season: str, years: tuple[str, ...]) -> Values | None:
    """``the winter of 2018/19``."""
    first, last = years
    if len(first) != 4 or len(last) not in (2, 4) or not 1000 <= int(first) < 3000:
        return None
    return build_season(season=season, year=int(first), last=int(last) % 100)


def build_quarter(*, number: int, year: int | None = None) -> Values | None:
    """``Q3``, ``Q3 2024``."""
    return _part_of_year("quarter", 4, number, year)


def build_half(*, number: int, year: int | None = None) -> Values | None:
    """``H1``, ``H1 2024``."""
    return _part_of_year("half", 2, number, year)


def build_holiday(name: str, *, year: int | None = None) -> Values:
    """``Christmas``, ``Thanksgiving 2024``."""
    of = year_of_holiday(name) or year
    if of is not None:
        return day_values(Fixed(period_of("day", date_of_holiday(name, of))), HOLIDAY=name)
    return day_values(Recurring("holiday", (name,), doubt_holiday(name)), HOLIDAY=name)


def _either_order(first: int, second: int, year: int | None, is_dotted: bool = False) -> Expression:
    """Month and day in either order; where only one is possible, or dots show it, that one."""
    month_first: Expression = build_day(month=first, day=second, year=year)["DATE"]
    day_first: Expression = build_day(month=second, day=first, year=year)["DATE"]
    if isinstance(month_first, Impossible) or (is_dotted and not isinstance(day_first, Impossible)):
        return day_first
    if isinstance(day_first, Impossible) or first == second:
        return month_first
    return EitherOrder(month_first, day_first)


def _year_pair(first: int, last: int) -> Values | None:
    second = first // 100 * 100 + last
    if second <= first:
        second += 100
    if not 1000 <= first < 3000 or second - first > 30:
        return None
    return {"YEAR_PAIR": (first, second)}


def _day_or_reason(year: int, month: int, day: int) -> Values:
    try:
        return day_values(Fixed(period_of("day", make_day(year, month, day))))
    except OutOfCalendar:
        return day_values(Impossible())


def _part_of_year(kind: str, count: int, number: int, year: int | None) -> Values | None:
    if not 1 <= number <= count:
        return None
    if year is None:
        return long_values(Recurring(kind, (number,)), PART_OF_YEAR=(kind, number))
    first = make_day(year, (number - 1) * 12 // count + 1, 1)
    return long_values(Fixed(period_of(kind, first)))


def _holiday_rules() -> list[Rule]:
    rules = []
    for name in holiday_names():
        words = re.sub(r"(['.])", r" \1 ", name).replace(" ' s ", " POSSESSIVE ")
        words = words.replace(" . ", " .? ")
        # Bound now, since the loop goes on.
        rules.append(
            Rule(
                f"{words} (,? (of|in)? year=YEAR)?",
                lambda name=name, **found: build_holiday(name, **found),
            )
        )
    return rules


_WEEKDAY = "(weekday=ANY_WEEKDAY ,? (the)?)?"

RULES = [
    Rule(f"{_WEEKDAY} month=MONTH the? day=DAY_OF_MONTH (,? (of|in)? year=YEAR)?", build_day),
    Rule(f"{_WEEKDAY} month=MONTH the? day=DAY_OF_MONTH ,? short=SHORT_YEAR", build_day),
    Rule(
        f"{_WEEKDAY} the? day=DAY_OF_MONTH day? of? month=MONTH (,? (of|in)? year=YEAR)?", build_day
    ),
    Rule(f"{_WEEKDAY} the? day=DAY_OF_MONTH of? month=MONTH (,|of)? short=SHORT_YEAR", build_day),
    Rule("the? day=DAY_OF_MONTH of? month=MONTH of short=TWO_DIGITS", build_day),
    Rule("day=DAY_OF_MONTH (-|/) month=MONTH (-|/) year=YEAR", build_day),
    Rule("month=MONTH (-|/) day=DAY_OF_MONTH (-|/) year=YEAR", build_day),
    Rule("month=MONTH , day=DAY_ORDINAL (,? year=YEAR)?", build_day),
    Rule("year=YEAR (-|/) month=MONTH (-|/) day=DAY_OF_MONTH", build_day),
    Rule("day=DAY_OF_MONTH (-|/) month=MONTH (-|/) short=TWO_DIGITS", build_day),
    Rule("year=YEAR ,? month=MONTH day=DAY_OF_MONTH", build_day),
    Rule("year=YEAR (-|/) day=DAY_OF_MONTH (-|/) month=MONTH", build_day),
    Rule("year=YEAR month=TWO_DIGITS day=TWO_DIGITS", build_spaced_day),
    Rule("month=MONTH / day=DAY_OF_MONTH", build_day),
    Rule("month=MONTH day=DAY_OF_MONTH ,? year=NO_YEAR", build_day_of_impossible_year),
    Rule("day=DAY_OF_MONTH month=MONTH year=NO_YEAR", build_day_of_impossible_year),
    Rule("month=MONTH day=NO_DAY (,? year=YEAR)?", build_impossible_day),
    Rule("(the)? day=NO_DAY of? month=MONTH (,? year=YEAR)?", build_impossible_day),
    Rule("weekday=ANY_WEEKDAY ,? the? day=DAY_ORDINAL", build_weekday_with_day),
    Rule("weekday=WEEKDAY", build_weekday),
    Rule("the day=DAY_ORDINAL", build_day_of_month),
    Rule("the day=DAY_OF_MONTH day of the month", build_day_of_month),
    Rule("(on|by|until|till|since) < day=DAY_ORDINAL >", build_day_of_month),
    Rule(
        "(on|by|until|till|since|from|before|after) < weekday=SHORT_WEEKDAY >", build_short_weekday
    ),
    Rule("month=MONTH", build_month),
    Rule("month=MONTH ,? (of|in)? year=YEAR", build_month),
    Rule("month=MONTH (of)? short=SHORT_YEAR", build_month),
    Rule("month=MONTH (-|/) year=YEAR", build_month),
    Rule("year=YEAR (-|/)? month=MONTH", build_month),
    Rule("year=YEAR - month=MONTH_NUMBER", build_month),
    Rule("month=MONTH_NUMBER - year=YEAR", build_month),
    Rule("year=YEAR", build_year),
    Rule("(in|since|of|until|till|before|after|from|by) < short=SHORT_YEAR >", build_short_year),
    Rule("year=NUMBER (ad|ce)", build_named_year),
    Rule("ad year=NUMBER", build_named_year),
    Rule("year=NUMBER (bc|bce)", build_year_before_christ),
    Rule("(the)? (calendar)? year year=YEAR", build_named_year),
    Rule("(the)? year year=NO_YEAR", build_impossible_year),
    Rule("(the)? year year=NO_DAY", build_impossible_year),
    Rule("first=YEAR (-|–|/) last=TWO_DIGITS", build_year_pair),
    Rule("slashed=SLASHED", build_slashed),
    Rule("numeric=NUMERIC", build_numeric),
    Rule("compact=COMPACT", build_compact),
    Rule("(the)? decade=DECADE", build_decade),
    Rule("the decade=DECADE_WORD", build_decade_in_words),
    Rule("(the)? number=ORDINAL -? century", build_century),
    Rule("season=SEASON ,? (of|in)? year=YEAR", build_season),
    Rule("(the)? season=SEASON of? short=SHORT_YEAR", build_season),
    Rule("(the)? season=SEASON of? years=SLASHED", build_season_of_two_years),
    Rule("the season=SEASON of year=YEAR", build_season),
    Rule("(the)? season=SEASON of? year=YEAR (-|–|/) last=TWO_DIGITS", build_season),
    Rule("the season=SEASON", build_season),
    Rule("(in|by|until|till|since|before|after|during|come) < season=SEASON >", build_season),
    Rule("season=SEASON", build_bare_season),
    Rule("q number=MONTH_NUMBER (-|/|of)? (year=YEAR)?", build_quarter),
    Rule("year=YEAR (-|/)? q number=MONTH_NUMBER", build_quarter),
    Rule("(the)? number=ORDINAL -? quarter (year=YEAR)?", build_quarter),
    Rule("h number=MONTH_NUMBER (-|/|of)? year=YEAR", build_half),
    Rule("year=YEAR (-|/)? h number=MONTH_NUMBER", build_half),
    *_holiday_rules(),
]
