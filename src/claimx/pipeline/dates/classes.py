"""The word classes that lexer and rules hand to each other, with what each means.

A pattern may name no other class, and no builder may write another: both are refused. The value
that a builder gets is told behind the colon where it is not the expression itself.
"""

from __future__ import annotations

from collections.abc import Iterable

CLASSES: dict[str, str] = {
    # Words of ``words.json``.
    "ABBREVIATION": "a short form that a full stop may follow",
    "ANY_WEEKDAY": "the name of a weekday, long or short: 1 for Monday to 7",
    "COMPARED": "earlier or later: that word",
    "DECADE_WORD": "sixties: 60",
    "FEW": "a word for a number that is not known: None",
    "FREQUENCY": "weekly: its TIMEX3 value",
    "LARGE_UNIT": "a unit of a week or longer, in the singular: its granularity",
    "LONG_WORD": "daylong, yearlong: the granularity",
    "MODIFIER": "early, mid or late before a period: that word",
    "MONTH": "the name of a month: 1 to 12",
    "ONES": "one to nine: the number",
    "ORDINAL_WORD": "first to twentieth, and thirtieth: the number",
    "PART": "morning, noon, night: its TIMEX3 name",
    "PARTS": "mornings, nights: its TIMEX3 name",
    "PERIOD_UNIT": "a unit of a day or longer, in the singular: its granularity",
    "PLURAL_UNIT": "a unit in the plural: its granularity",
    "PORTION": "beginning, middle, end: early, mid, late, start or end",
    "SEASON": "spring, autumn: its TIMEX3 name",
    "SHORT_WEEKDAY": "a short name that is another word too (sat, sun): 1 to 7",
    "TEENS": "ten to nineteen: the number",
    "TENS": "twenty to ninety: the number",
    "TRIGGER": "a word that makes a time expression only by a rule that names it",
    "UNIT": "a unit, singular or plural: its granularity, or fortnight or night",
    "VAGUE": "now, recently, soon: PRESENT_REF, PAST_REF or FUTURE_REF",
    "WEEKDAY": "a name of a weekday that is no other word: 1 to 7",
    "WEEKDAYS": "Mondays: 1 to 7",
    "ZONE": "the abbreviation of a time zone: minutes east, or the name of a zone with seasons",
    "ZONE_NAME": "what makes a time zone before the word time (Central, Moscow): the same",
    # What is written in digits, and numbers in words.
    "CLOCK": "10:30, 10:30:15: its parts",
    "COMPACT": "20250314: the digits",
    "DAY_OF_MONTH": "a number from 1 to 31: the number",
    "DAY_ORDINAL": "14th: the number",
    "DECADE": "1990s, '90s: the year, or its last two digits",
    "DOTTED_CLOCK": "10.30: hour and minute",
    "HOUR": "a number from 0 to 24: the number",
    "HOUR_12": "a number from 1 to 12: the number",
    "HOUR_WORD": "one to twelve in words: the number",
    "ISO": "2025-03-14T10:00Z: the text",
    "LARGE": "a number with commas between its thousands: the text",
    "MERIDIEM": "a.m., PM: am or pm",
    "MILITARY": "1800: hour and minute",
    "MINUTE_WORD": "ten to fifty-nine in words: the number",
    "MONTH_NUMBER": "a number from 1 to 12: the number",
    "NO_DAY": "a number of at most two digits that no month has: the number",
    "NO_YEAR": "a number that no year in use has: the digits",
    "NUMBER": "a number of at most five digits: the number",
    "NUMERIC": "3/14/25, 14.03.2025: the text",
    "ORDINAL": "14th, fourteenth: the number",
    "ORDINAL_IN_WORDS": "fourteenth: the number",
    "POSSESSIVE": "'s: the text",
    "QUANTITY": "how many of a unit there are: the number, None where it is not known",
    "SHORT_YEAR": "'69: 69",
    "SLASHED": "3/14, 2019/20: the two numbers as they are written",
    "TWO_DIGITS": "a number of two digits: the number",
    "YEAR": "a number that may be a year, in digits or words: the number",
    # What rules make; a filter asks about those that may be something else (`filters`).
    "AGO": "two years ago, of a known number: the distance",
    "ANCHORED": "the past three days: the length",
    "BARE_DAY": "the 14th: the number",
    "BARE_SEASON": "a season without an article, to be asked about: its TIMEX3 name",
    "BARE_YEAR": "a year as a number alone, to be asked about: the number",
    "CLIPPED_YEAR": "since '69, to be asked about: 69",
    "CLOCK_TIME": "a time of day without its day, to be asked about",
    "DATE": "any time expression: what is found in the end",
    "DAY_DATE": "an expression of a single day",
    "EARLY_HOURS": "the early hours, of a day that follows",
    "EDGE_LENGTH": "the first nine months: first, last or final, count and unit",
    "FREQUENCY_WORD": "weekly, to be asked about: its value",
    "HOLIDAY": "a holiday without its year, to be asked about: its name",
    "LAST_UNIT": "the last week, a length or the last part of something: the unit",
    "LENGTH": "a duration that more may be made of, to be asked about: count and unit",
    "LOCAL_TIME": "10 a.m. local time: the clock",
    "LONG_DATE": "an expression of something longer than a day",
    "MONTH_DATE": "a month without its year",
    "MONTH_DAY": "March 14 without its year: month and day",
    "MONTH_NAME": "a month by its name alone, to be asked about: 1 to 12",
    "NAMED_DAY": "today, yesterday, tomorrow, to be asked about: how many days off",
    "ONE_SECOND": "one second, to be asked about",
    "PART_OF_YEAR": "the third quarter, Q3, to be asked about: kind and number",
    "PLAIN_CLOCK": "10:30, of which the half of the day is not told: its parts",
    "SAME_UNIT": "the same month, of which a distance may follow: the unit",
    "SEASON_NAME": "a season without its year, to be asked about: its TIMEX3 name",
    "SET": "times that come again: the value",
    "SHORT_DATE": "3/14, a date only where a preposition or another date says so",
    "SHORT_DAY": "on Wed, to be asked about: 1 to 7",
    "SHORT_DECADE": "the 90s, the early '90s, to be asked about: 90",
    "SIDE": "the week before, of what may follow: count of steps and unit",
    "SPOKEN_UNIT": "for the week, to be asked about: the unit",
    "STEP": "last week, next year: the step",
    "STRICT_WEEKDAY": "last Friday, which may be the last of a month: 1 to 7",
    "THE_UNIT": "the week, the year, of which a part may follow: the step",
    "TIME": "a time of a day, or a part of one",
    "VAGUE_DATE": "now, recently, to be asked about: its value",
    "WEEKDAY_DATE": "a weekday by its long name",
    "WEEKDAY_NAME": "the same, to be asked about: 1 to 7",
    "WEEKS_AGO": "two weeks ago: the distance",
    "YEAR_DATE": "a year as an expression",
    "YEAR_PAIR": "2014-15: both years",
    "ZONED": "10 a.m. EST: the clock",
}


def check_classes(names: Iterable[str], where: str) -> None:
    """Refuse a class that `CLASSES` does not tell the meaning of.

    Args:
        names: Of classes; words and marks, which begin with no capital, are passed over.
        where: What names them, for the message.

    Raises:
        ValueError: For the first that is not known.
    """
    for name in names:
        if name[:1].isupper() and name not in CLASSES:
            raise ValueError(f"{where} names the class {name}, which stands in no table")
