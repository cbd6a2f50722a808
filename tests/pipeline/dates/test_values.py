"""What each kind of time expression is found as, and what it resolves to."""

from __future__ import annotations

import pytest
from tests.pipeline.dates.reading import make_doc, read_dates

from claimx.pipeline.annotations import get_timexes
from claimx.pipeline.dates.component import Dates
from claimx.pipeline.layout_annotations import Context, set_context

# A Friday.
PUBLISHED = "2025-03-14"

# Sentence, text of the expression, value.
DAYS = [
    ("It opened on March 14, 2025.", "March 14, 2025", "2025-03-14"),
    ("It opened on 14 March 2025.", "14 March 2025", "2025-03-14"),
    ("It opened on the 14th of March, 2025.", "the 14th of March, 2025", "2025-03-14"),
    ("It opened on Mar. 14, 2025, in Oslo.", "Mar. 14, 2025", "2025-03-14"),
    ("It opened on Mar. 11.", "Mar. 11", "2025-03-11"),
    ("It opened on March 3rd.", "March 3rd", "2025-03-03"),
    ("It opened on Friday, March 14, 2025.", "Friday, March 14, 2025", "2025-03-14"),
    ("It opened on Tuesday, March 11.", "Tuesday, March 11", "2025-03-11"),
    ("It opened on 3/14/25.", "3/14/25", "2025-03-14"),
    ("It opened on 14.03.2025.", "14.03.2025", "2025-03-14"),
    ("It opened on 2025-03-14.", "2025-03-14", "2025-03-14"),
    ("It opened on 14-Mar-2025.", "14-Mar-2025", "2025-03-14"),
    ("It opened on 2025/Mar/14.", "2025/Mar/14", "2025-03-14"),
    ("It opened on September-2020-23.", "September-2020-23", "2020-09-23"),
    ("The minister resigned on Friday.", "Friday", "2025-03-14"),
    ("The minister resigned on Thursday.", "Thursday", "2025-03-13"),
    ("The minister resigned on Saturday.", "Saturday", "2025-03-08"),
    ("The ministers will meet on Saturday.", "Saturday", "2025-03-15"),
    ("The ministers will meet on Friday.", "Friday", "2025-03-14"),
    ("The trial is scheduled to begin on Monday.", "Monday", "2025-03-17"),
    ("She declined to comment on Monday.", "Monday", "2025-03-10"),
    ("He set the house on fire on Wednesday.", "Wednesday", "2025-03-12"),
    ("The jury met last Friday.", "last Friday", "2025-03-07"),
    ("The jury will meet next Tuesday.", "next Tuesday", "2025-03-18"),
    ("The jury met this past Wednesday.", "this past Wednesday", "2025-03-12"),
    ("The jury met on Friday last week.", "Friday last week", "2025-03-07"),
    ("It rained yesterday.", "yesterday", "2025-03-13"),
    ("It rains today.", "today", "2025-03-14"),
    ("It will rain tomorrow.", "tomorrow", "2025-03-15"),
    ("It rained the day before yesterday.", "the day before yesterday", "2025-03-12"),
    ("They arrived ten days ago.", "ten days ago", "2025-03-04"),
    ("They will arrive in three days.", "three days", "2025-03-17"),
    ("Schools closed on the 10th, he said.", "the 10th", "2025-03-10"),
    ("Schools closed on the 15th day of last month.", "the 15th day of last month", "2025-02-15"),
    ("He was held until April 3.", "April 3", "2025-04-03"),
    ("It was signed on December 20.", "December 20", "2024-12-20"),
    ("The deal will take effect on February 3.", "February 3", "2026-02-03"),
    ("The museum reopened on Christmas Eve.", "Christmas Eve", "2024-12-24"),
    ("It was shut on Easter Monday 2024.", "Easter Monday 2024", "2024-04-01"),
    ("It met on the third Thursday of November 2024.", "the third Thursday of November 2024",
     "2024-11-21"),
    ("It met on the last Friday of May 2024.", "the last Friday of May 2024", "2024-05-31"),
    ("It opened two days after Christmas.", "two days after Christmas", "2024-12-27"),
    ("The towers fell on 9/11.", "9/11", "2001-09-11"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "value"), DAYS)
def test_day_is_found_and_resolved(sentence: str, text: str, value: str) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert (timex.span.text, timex.type) == (text, "DATE")
    assert (timex.values["value"], timex.values["granularity"]) == (value, "day")
    assert timex.values["earliest"] == value
    assert str(timex.values["latest"]) > value


LONGER = [
    ("It fell in March.", "March", "2025-03", "month", "2025-03-01", "2025-04-01"),
    ("It fell in October.", "October", "2024-10", "month", "2024-10-01", "2024-11-01"),
    ("It will open in October.", "October", "2025-10", "month", "2025-10-01", "2025-11-01"),
    ("It fell in mid-March.", "mid-March", "2025-03", "month", "2025-03-11", "2025-03-21"),
    ("It fell in March last year.", "March last year", "2024-03", "month", "2024-03-01",
     "2024-04-01"),
    ("It fell in 2019.", "2019", "2019", "year", "2019-01-01", "2020-01-01"),
    ("It fell in early 2019.", "early 2019", "2019", "year", "2019-01-01", "2019-07-01"),
    ("It fell in the late 1990s.", "the late 1990s", "199", "decade", "1995-01-01", "2000-01-01"),
    ("It fell in the '80s.", "the '80s", "198", "decade", "1980-01-01", "1990-01-01"),
    ("It fell in the 20th century.", "the 20th century", "19", "century", "1900-01-01",
     "2000-01-01"),
    ("It fell last week.", "last week", "2025-W10", "week", "2025-03-03", "2025-03-10"),
    ("It falls this week.", "this week", "2025-W11", "week", "2025-03-10", "2025-03-17"),
    ("It will fall next month.", "next month", "2025-04", "month", "2025-04-01", "2025-05-01"),
    ("It fell last year.", "last year", "2024", "year", "2024-01-01", "2025-01-01"),
    ("It fell two weeks ago.", "two weeks ago", "2025-W09", "week", "2025-02-24", "2025-03-03"),
    ("It fell two years ago.", "two years ago", "2023", "year", "2023-01-01", "2024-01-01"),
    ("It fell half a year ago.", "half a year ago", "2024-09", "month", "2024-09-01",
     "2024-10-01"),
    ("It fell earlier this month.", "earlier this month", "2025-03", "month", "2025-03-01",
     "2025-03-14"),
    ("It will fall later this year.", "later this year", "2025", "year", "2025-03-14",
     "2026-01-01"),
    ("It fell at the end of last year.", "the end of last year", "2024", "year", "2024-07-01",
     "2025-01-01"),
    ("It fell in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3", "quarter",
     "2024-07-01", "2024-10-01"),
    ("It fell in Q1 2024.", "Q1 2024", "2024-Q1", "quarter", "2024-01-01", "2024-04-01"),
    ("It fell in the first half of 2024.", "the first half of 2024", "2024-H1", "half",
     "2024-01-01", "2024-07-01"),
    ("It fell in the summer of 2024.", "the summer of 2024", "2024-SU", "season", "2024-06-01",
     "2024-09-01"),
    ("It fell last winter.", "last winter", "2024-WI", "season", "2024-12-01", "2025-03-01"),
    ("It fell over the weekend.", "the weekend", "2025-W10-WE", "weekend", "2025-03-08",
     "2025-03-10"),
    ("It will be shown this weekend.", "this weekend", "2025-W11-WE", "weekend", "2025-03-15",
     "2025-03-17"),
    ("It fell in the week of March 3.", "the week of March 3", "2025-W10", "week", "2025-03-03",
     "2025-03-10"),
    ("It fell in the last week of 2024.", "the last week of 2024", "2024-W52", "week",
     "2024-12-23", "2024-12-30"),
    ("It fell in fiscal 2024.", "fiscal 2024", "FY2024", "year", "2023-02-01", "2025-04-01"),
    ("It fell in AD 64.", "AD 64", "0064", "year", "0064-01-01", "0065-01-01"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "value", "granularity", "earliest", "latest"), LONGER)
def test_longer_period_keeps_its_granularity(
    sentence: str, text: str, value: str, granularity: str, earliest: str, latest: str
) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert (timex.span.text, timex.type) == (text, "DATE")
    assert timex.values["value"] == value
    assert timex.values["granularity"] == granularity
    assert (timex.values["earliest"], timex.values["latest"]) == (earliest, latest)


TIMES = [
    ("It began on Friday morning.", "Friday morning", "2025-03-14TMO", "part_of_day",
     "2025-03-14T06:00:00"),
    ("It began last night.", "last night", "2025-03-13TNI", "part_of_day", "2025-03-13T20:00:00"),
    ("It begins tonight.", "tonight", "2025-03-14TNI", "part_of_day", "2025-03-14T20:00:00"),
    ("It began at 10 a.m.", "10 a.m.", "2025-03-14T10:00", "hour", "2025-03-14T10:00:00"),
    ("It began at 6:40 p.m. on Tuesday.", "6:40 p.m. on Tuesday", "2025-03-11T18:40", "minute",
     "2025-03-11T18:40:00"),
    ("It began at 9 a.m. EST.", "9 a.m. EST", "2025-03-14T09:00-05:00", "hour",
     "2025-03-14T09:00:00-05:00"),
    ("It began at 9 a.m. ET.", "9 a.m. ET", "2025-03-14T09:00-04:00", "hour",
     "2025-03-14T09:00:00-04:00"),
    ("It began at 18:00 UTC.", "18:00 UTC", "2025-03-14T18:00Z", "minute",
     "2025-03-14T18:00:00+00:00"),
    ("It began at 7 p.m. (GMT +8).", "7 p.m. (GMT +8)", "2025-03-14T19:00+08:00", "hour",
     "2025-03-14T19:00:00+08:00"),
    ("It was sent 2025-03-14T10:00Z.", "2025-03-14T10:00Z", "2025-03-14T10:00Z", "minute",
     "2025-03-14T10:00:00+00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "value", "granularity", "earliest"), TIMES)
def test_time_of_day_belongs_to_its_day(
    sentence: str, text: str, value: str, granularity: str, earliest: str
) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert (timex.span.text.rstrip("."), timex.type) == (text.rstrip("."), "TIME")
    assert (timex.values["value"], timex.values["granularity"]) == (value, granularity)
    assert timex.values["earliest"] == earliest


def test_bare_time_takes_the_day_that_stands_beside_it() -> None:
    day, time = read_dates("It rose on Tuesday in Essex, England at 18:00 UTC.", PUBLISHED)
    assert (day.values["value"], time.values["value"]) == ("2025-03-11", "2025-03-11T18:00Z")
    assert time.values["anchor"] == f"#{day.key}"


def test_bare_time_goes_on_about_the_day_before() -> None:
    _, time = read_dates("A house burned on Tuesday. The alarm came at 6 a.m.", PUBLISHED)
    assert time.values["value"] == "2025-03-11T06:00"


DURATIONS = [
    ("They agreed to a 30-day ceasefire.", "30-day", "P30D"),
    ("It is a three-year-long war.", "three-year-long", "P3Y"),
    ("A 54-year-old man was hurt.", "54-year-old", "P54Y"),
    ("They waited for two weeks.", "two weeks", "P2W"),
    ("They waited for two and a half years.", "two and a half years", "P2.5Y"),
    ("They waited for half an hour.", "half an hour", "PT30M"),
    ("They waited for decades.", "decades", "PXY"),
    ("They waited several months.", "several months", "PXM"),
    ("He lost three games in two weeks.", "two weeks", "P2W"),
]


@pytest.mark.parametrize(("sentence", "text", "value"), DURATIONS)
def test_duration_is_no_date(sentence: str, text: str, value: str) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert (timex.span.text, timex.type, timex.values["value"]) == (text, "DURATION", value)
    assert timex.values["earliest"] is None


def test_duration_up_to_now_has_limits() -> None:
    (timex,) = read_dates("It grew over the past 30 days.", PUBLISHED)
    assert (timex.type, timex.values["value"]) == ("DURATION", "P30D")
    assert (timex.values["earliest"], timex.values["latest"]) == ("2025-02-12", PUBLISHED)


OTHERS = [
    ("It meets every Tuesday.", "every Tuesday", "SET", "XXXX-WXX-2"),
    ("It is a weekly paper.", "weekly", "SET", "P1W"),
    ("It meets twice a year.", "twice a year", "SET", "P1Y"),
    ("It meets every two weeks.", "every two weeks", "SET", "P2W"),
    ("They built 15 a year.", "a year", "SET", "P1Y"),
    ("It was recently sold.", "recently", "DATE", "PAST_REF"),
    ("It is now closed.", "now", "DATE", "PRESENT_REF"),
    ("It will soon close.", "soon", "DATE", "FUTURE_REF"),
    ("It will close in the coming days.", "the coming days", "DATE", "FUTURE_REF"),
    ("It closed years ago.", "years ago", "DATE", "PAST_REF"),
]


@pytest.mark.parametrize(("sentence", "text", "kind", "value"), OTHERS)
def test_set_or_vague_reference(sentence: str, text: str, kind: str, value: str) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert (timex.span.text, timex.type, timex.values["value"]) == (text, kind, value)


RANGES = [
    ("It ran from 2014 to 2016.", "from 2014 to 2016", "2014/2016", "2014-01-01", "2017-01-01"),
    ("It ran 2014–16 in Rome.", "2014–16", "2014/2016", "2014-01-01", "2017-01-01"),
    ("It ran March 3–5.", "March 3–5", "2025-03-03/2025-03-05", "2025-03-03", "2025-03-06"),
    ("It ran 3-5 March 2024.", "3-5 March 2024", "2024-03-03/2024-03-05", "2024-03-03",
     "2024-03-06"),
    ("It ran between May and July 2019.", "between May and July 2019", "2019-05/2019-07",
     "2019-05-01", "2019-08-01"),
    ("It ran from November 2023 to March.", "from November 2023 to March", "2023-11/2024-03",
     "2023-11-01", "2024-04-01"),
    ("It ran Monday to Wednesday.", "Monday to Wednesday", "2025-03-10/2025-03-12", "2025-03-10",
     "2025-03-13"),
    ("It ran from 3/3/2025 to 3/13/2025.", "from 3/3/2025 to 3/13/2025", "2025-03-03/2025-03-13",
     "2025-03-03", "2025-03-14"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "value", "earliest", "latest"), RANGES)
def test_range_is_one_expression(
    sentence: str, text: str, value: str, earliest: str, latest: str
) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert (timex.span.text, timex.values["value"]) == (text, value)
    assert (timex.values["earliest"], timex.values["latest"]) == (earliest, latest)


IMPOSSIBLE = [
    ("It was due on 30 February.", "30 February"),
    ("It was due on February 30, 2019.", "February 30, 2019"),
    ("It was due on the 31st of June.", "the 31st of June"),
    ("It was due on 13/13/2013.", "13/13/2013"),
    ("It was due on March 45.", "March 45"),
    ("It was due on March 3, 99999.", "March 3, 99999"),
    ("It was due in the year 99999.", "the year 99999"),
    ("It was due in the year 0.", "the year 0"),
    ("It was due in 44 BC.", "44 BC"),
    ("It was due on 31/02/2020.", "31/02/2020"),
    ("It was due on 30 February.", "30 February"),
    ("It was due at 2025-02-30T10:00Z, she said.", "2025-02-30T10:00Z"),
]


@pytest.mark.parametrize(("sentence", "text"), IMPOSSIBLE)
def test_impossible_date_has_a_reason_and_no_value(sentence: str, text: str) -> None:
    (timex,) = read_dates(sentence, PUBLISHED)
    assert timex.span.text == text
    assert timex.values["value"] is None
    assert timex.values["earliest"] is None
    assert timex.values["reason"] == "no-such-date"


def test_order_of_numeric_dates_comes_from_the_article() -> None:
    doubtful, sure = read_dates("He came on 3/4/2025 and left on 25/4/2025.", PUBLISHED)
    assert (doubtful.values["value"], sure.values["value"]) == ("2025-04-03", "2025-04-25")
    assert doubtful.values["reason"] is None


def test_doubtful_order_is_said() -> None:
    (timex,) = read_dates("He came on 3/4/2025.", PUBLISHED)
    assert timex.values["value"] == "2025-03-04"
    assert timex.values["reason"] == "order-in-doubt"


def test_weekday_of_another_day_is_a_doubt() -> None:
    (timex,) = read_dates("It was due on Monday, March 11, 2025.", PUBLISHED)
    assert timex.values["value"] == "2025-03-11"
    assert timex.values["reason"] == "other-weekday"


def test_order_can_be_told() -> None:
    (timex,) = read_dates("He came on 3/4/2025.", PUBLISHED, date_order="DMY")
    assert (timex.values["value"], timex.values["reason"]) == ("2025-04-03", None)


def test_order_of_the_context_goes_before_that_of_the_component() -> None:
    doc = make_doc("He came on 3/4/2025.", PUBLISHED)
    set_context(doc, Context(published=PUBLISHED, date_order="DMY"))
    (timex,) = get_timexes(Dates(date_order="MDY")(doc))
    assert (timex.values["value"], timex.values["reason"]) == ("2025-04-03", None)


def test_articles_that_contradict_themselves_leave_the_order_in_doubt() -> None:
    dates = read_dates("They came on 3/14/2025, 14/3/2025 and 3/4/2025.", PUBLISHED)
    assert [date.values["value"] for date in dates] == ["2025-03-14", "2025-03-14", "2025-03-04"]
    assert [date.values["reason"] is None for date in dates] == [True, True, False]


def test_unknown_order_is_refused() -> None:
    with pytest.raises(ValueError, match="MDY or DMY"):
        read_dates("He came.", date_order="YMD")
