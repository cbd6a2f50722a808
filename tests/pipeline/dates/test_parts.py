"""What lies beside a date, is counted within one or is a part of one."""

from __future__ import annotations

import pytest
from tests.pipeline.dates.reading import read_dates

# A Friday.
PUBLISHED = "2025-03-14"

# Sentence with the expression between marks, value, first day, day after the last.
DATES = [
    # Beside another date.
    ("It broke <the day after Christmas>.", "2024-12-26", "2024-12-26", "2024-12-27"),
    ("It broke <the day after the weekend>.", "2025-03-10", "2025-03-10", "2025-03-11"),
    ("It broke in <the week before Easter 2024>.", "2024-W12", "2024-03-18", "2024-03-25"),
    ("It broke in <the year before 2015>.", "2014", "2014-01-01", "2015-01-01"),
    ("It broke on <the Friday before Easter 2024>.", "2024-03-29", "2024-03-29", "2024-03-30"),
    ("It broke on <the Monday after Thanksgiving>.", "2024-12-02", "2024-12-02", "2024-12-03"),
    ("It broke in 2023, <three years after 2020>.", "2023", "2023-01-01", "2024-01-01"),
    ("It broke <two Fridays ago>.", "2025-02-28", "2025-02-28", "2025-03-01"),
    ("It broke <a week ago Tuesday>.", "2025-03-04", "2025-03-04", "2025-03-05"),
    ("It will open <Tuesday week>.", "2025-03-25", "2025-03-25", "2025-03-26"),
    ("It broke <a year ago today>.", "2024-03-14", "2024-03-14", "2024-03-15"),
    ("It broke <ten years ago this month>.", "2015-03", "2015-03-01", "2015-04-01"),
    ("It broke <a week ago yesterday>.", "2025-03-06", "2025-03-06", "2025-03-07"),
    ("It ran on <the 14th and 15th of March>.", "2025-03-14/2025-03-15", "2025-03-14",
     "2025-03-16"),
    ("It ran on <14 and 15 March 2024>.", "2024-03-14/2024-03-15", "2024-03-14", "2024-03-16"),
    ("It ran <from 9 a.m. on Friday to 5 p.m. on Saturday>.",
     "2025-03-07T09:00/2025-03-08T17:00", "2025-03-07T09:00:00", "2025-03-08T18:00:00"),
    ("It ran <from 10 p.m. to 2 a.m.> and closed.", "2025-03-14T22:00/2025-03-15T02:00",
     "2025-03-14T22:00:00", "2025-03-15T03:00:00"),
    ("It ran <7 to 9 p.m. Friday>.", "2025-03-14T19:00/2025-03-14T21:00", "2025-03-14T19:00:00",
     "2025-03-14T22:00:00"),
    # What is said once, at the end of a range or at its beginning.
    ("It ran <between 9:30 and 11:00 on Thursday>.", "2025-03-13T09:30/2025-03-13T11:00",
     "2025-03-13T09:30:00", "2025-03-13T11:01:00"),
    ("It ran <from 3:30 to 6 p.m. on Thursday>.", "2025-03-13T15:30/2025-03-13T18:00",
     "2025-03-13T15:30:00", "2025-03-13T19:00:00"),
    ("It ran <from 11:30 to 1:30 p.m. EST>.", "2025-03-14T11:30-05:00/2025-03-14T13:30-05:00",
     "2025-03-14T11:30:00-05:00", "2025-03-14T13:31:00-05:00"),
    ("It ran <Thursday from 9:30 to 11:00>.", "2025-03-13T09:30/2025-03-13T11:00",
     "2025-03-13T09:30:00", "2025-03-13T11:01:00"),
    ("It will run <from the 13th to the 15th of July>.", "2025-07-13/2025-07-15", "2025-07-13",
     "2025-07-16"),
    ("It ran <from midnight to 6 a.m.> and closed.", "2025-03-14T00:00/2025-03-14T06:00",
     "2025-03-14T00:00:00", "2025-03-14T07:00:00"),
    # Times of day told with the part of the day.
    ("It broke at <3 o'clock in the afternoon>.", "2025-03-14T15:00", "2025-03-14T15:00:00",
     "2025-03-14T16:00:00"),
    ("It broke at <half past 3 p.m.> and closed.", "2025-03-14T15:30", "2025-03-14T15:30:00",
     "2025-03-14T15:31:00"),
    ("He will speak at <8 tonight>.", "2025-03-14T20:00", "2025-03-14T20:00:00",
     "2025-03-14T21:00:00"),
    ("It broke after <midnight on Thursday>.", "2025-03-13T00:00", "2025-03-13T00:00:00",
     "2025-03-13T01:00:00"),
    ("Sales rose in <the 4th quarter 2018>.", "2018-Q4", "2018-10-01", "2019-01-01"),
    # Endings.
    ("Sales rose in <the year to March>.", "2024-04-01/2025-03", "2024-04-01", "2025-04-01"),
    ("Sales rose in <the quarter ended March 31, 2024>.", "2024-Q1", "2024-01-01", "2024-04-01"),
    ("Sales rose in <the year to 30 June 2024>.", "2023-07-01/2024-06-30", "2023-07-01",
     "2024-07-01"),
    ("Sales fell by <year-end>.", "2025-12-31", "2025-12-31", "2026-01-01"),
    ("Sales fell at <last year's end>.", "2024-12-31", "2024-12-31", "2025-01-01"),
    # Weeks by their number.
    ("It broke in <week 31 of 2018>.", "2018-W31", "2018-07-30", "2018-08-06"),
    ("It broke in <2018-W31>.", "2018-W31", "2018-07-30", "2018-08-06"),
    # Parts of an owner.
    ("It broke in <2016's third quarter>.", "2016-Q3", "2016-07-01", "2016-10-01"),
    ("It broke in <last year's first half>.", "2024-H1", "2024-01-01", "2024-07-01"),
    ("It broke on <Friday of the first week of October 2024>.", "2024-10-04", "2024-10-04",
     "2024-10-05"),
    ("It meets on <the 2nd Tuesday of March 2024>.", "2024-03-12", "2024-03-12", "2024-03-13"),
    ("It broke in <the 1st week of July 2024>.", "2024-W27", "2024-07-01", "2024-07-08"),
    # Halves as the calendar cuts them.
    ("It broke in <early March>.", "2025-03", "2025-03-01", "2025-03-16"),
    ("It broke in <mid-2015>.", "2015", "2015-05-01", "2015-09-01"),
    ("It broke in <the mid-to-late 1990s>.", "199", "1995-01-01", "2000-01-01"),
    ("It lasted <from late March until early April>.", "2024-03/2024-04", "2024-03-16",
     "2024-04-16"),
    # Years and seasons in other forms.
    ("It was <the summer of '69>.", "1969-SU", "1969-06-01", "1969-09-01"),
    ("It was in <the winter of 2018/19>.", "2018-WI", "2018-12-01", "2019-03-01"),
    ("It closed in <the 2016/17 financial year>.", "FY2017", "2016-02-01", "2018-04-01"),
    ("It is in the <May/June> issue.", "2025-05/2025-06", "2025-05-01", "2025-07-01"),
    ("He left on <Friday the 7th>.", "2025-03-07", "2025-03-07", "2025-03-08"),
    ("He left on <Tuesday the eleventh>.", "2025-03-11", "2025-03-11", "2025-03-12"),
    ("He left on <Monday 10>.", "2025-03-10", "2025-03-10", "2025-03-11"),
    ("He left on <10th>, he said.", "2025-03-10", "2025-03-10", "2025-03-11"),
    ("It comes no later than <2027>, he said.", "2027", "2027-01-01", "2028-01-01"),
    ("He left in <may>, he said.", "2024-05", "2024-05-01", "2024-06-01"),
    # Editors' words.
    ("A browser was born <[ten] years ago>.", "2015", "2015-01-01", "2016-01-01"),
    ("A browser was born <last [week]>.", "2025-W10", "2025-03-03", "2025-03-10"),
]  # fmt: skip


def cut_tags(tagged: str) -> tuple[str, str]:
    """The sentence without its marks, and what stood between them."""
    before, rest = tagged.split("<", 1)
    words, after = rest.split(">", 1)
    return before + words + after, words


@pytest.mark.parametrize(("tagged", "value", "earliest", "latest"), DATES)
def test_part_of_calendar_is_one_date(tagged: str, value: str, earliest: str, latest: str) -> None:
    sentence, words = cut_tags(tagged)
    found = {timex.span.text: timex for timex in read_dates(sentence, PUBLISHED)}
    assert words in found
    values = found[words].values
    assert (values["value"], values["earliest"], values["latest"]) == (value, earliest, latest)


LENGTHS = [
    ("It took <2 hours and 30 minutes>.", "PT2H30M", None),
    ("It took <two years and three months>.", "P2Y3M", None),
    ("It took <2 years, 3 months and 4 days>.", "P2Y3M4D", None),
    ("It took <a day and 12 hours>.", "P1DT12H", None),
    ("It took <1 hour 59 minutes 40.2 seconds>.", "PT1H59M40.2S", None),
    ("It grew over <the last three months and two weeks>.", "P3M2W", "2024-11-30"),
    ("It grew in <the first nine months of 2024>.", "P9M", "2024-01-01"),
    ("It grew in <the last two weeks of August 2024>.", "P2W", "2024-08-18"),
    ("It grew in <the first few days of March>.", "PXD", None),
    ("It grew in <three months ended June 30, 2024>.", "P3M", "2024-04-01"),
    ("It grew in <the 12 months to March 2024>.", "P12M", "2023-04-01"),
    ("It grew in <the ten years to 2010>.", "P10Y", "2001-01-01"),
    ("It will grow in <the next decade>.", "P10Y", "2025-03-15"),
    ("It is <a decades-old> law.", "PXY", None),
    ("It is a <30-second> clip.", "PT30S", None),
    ("It took <one second>.", "PT1S", None),
]


@pytest.mark.parametrize(("tagged", "value", "earliest"), LENGTHS)
def test_length_of_several_units_or_within_a_date(
    tagged: str, value: str, earliest: str | None
) -> None:
    sentence, words = cut_tags(tagged)
    (timex,) = read_dates(sentence, PUBLISHED)
    assert (timex.span.text, timex.type) == (words, "DURATION")
    assert (timex.values["value"], timex.values["earliest"]) == (value, earliest)


SETS = [
    ("It opens <every day at 3 p.m.>, he said.", ["XXXX-XX-XXT15:00"]),
    ("It opens at <3pm each day>.", ["XXXX-XX-XXT15:00"]),
    ("It meets <the first Monday of every month>.", ["P1M"]),
    ("It meets <every Tuesday> and Thursday.", ["XXXX-WXX-2", "XXXX-WXX-4"]),
    ("It meets <each Monday>, Wednesday and Friday.", ["XXXX-WXX-1", "XXXX-WXX-3", "XXXX-WXX-5"]),
    ("It opens on <weekends>.", ["XXXX-WXX-WE"]),
]


@pytest.mark.parametrize(("tagged", "values"), SETS)
def test_times_that_come_again_in_a_row(tagged: str, values: list[str]) -> None:
    sentence, words = cut_tags(tagged)
    timexes = read_dates(sentence, PUBLISHED)
    assert timexes[0].span.text == words
    assert [timex.type for timex in timexes] == ["SET"] * len(values)
    assert [timex.values["value"] for timex in timexes] == values


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Shares rose 3% for the week.", "2025-W11"),
        ("In June 2019 shares fell 3% for the month.", "2019-06"),
        ("He left for the day.", "2025-03-14"),
    ],
)
def test_unit_that_is_spoken_of_is_the_one_named_before_or_the_present(
    sentence: str, value: str
) -> None:
    assert read_dates(sentence, PUBLISHED)[-1].values["value"] == value


def test_early_hours_run_from_midnight_to_six() -> None:
    (timex,) = read_dates("It broke in the early hours of Friday.", PUBLISHED)
    assert timex.type == "TIME"
    assert timex.values["earliest"] == "2025-03-14T00:00:00"
    assert timex.values["latest"] == "2025-03-14T06:00:00"


def test_following_week_counts_from_today_where_nothing_was_told() -> None:
    (timex,) = read_dates("They will meet the following week.", PUBLISHED)
    assert (timex.values["value"], timex.values["anchor"]) == ("2025-W12", "published")
    (timex,) = read_dates("They had met the following week.", PUBLISHED)
    assert (timex.values["value"], timex.values["offset"]) == (None, "P1W")


def test_next_year_in_a_tale_follows_what_was_told() -> None:
    *_, timex = read_dates("It opened in 1990. In the next year it closed.", PUBLISHED)
    assert timex.values["value"] == "1991"


def test_unknown_distance_in_a_tale_is_no_future() -> None:
    *_, timex = read_dates("It opened in 1990. Some months later it closed.", PUBLISHED)
    assert timex.span.text == "Some months later"
    assert timex.values["value"] is None
    assert timex.values["reason"]


def test_comparison_belongs_to_the_week_behind_it() -> None:
    length, week = read_dates("They will find 30 minutes later this week.", PUBLISHED)
    assert (length.type, length.values["value"]) == ("DURATION", "PT30M")
    assert week.span.text == "later this week"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("On Friday 31 people died.", ["Friday"]),
        ("It shut down following Wednesday's quake.", ["Wednesday"]),
        ("On Tuesday the first lady came.", ["Tuesday"]),
        ("He left last week. Mon ami!", ["last week"]),
        ("They sat on Sun Microsystems shares.", []),
        ("The sun rose on sat and wed.", []),
        ("He scored one second-half goal.", []),
        ("In week 3 of the trial he spoke.", []),
        ("More than 2018 came.", []),
        ("It was the man of the week.", []),
    ],
)
def test_words_behind_or_before_are_not_swallowed(sentence: str, words: list[str]) -> None:
    assert [timex.span.text for timex in read_dates(sentence, PUBLISHED)] == words
