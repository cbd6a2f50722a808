"""What dates of news count from, hours and zones, and names of days: without a model."""

from __future__ import annotations

import pytest
from tests.pipeline.dates.reading import read_dates

PUBLISHED = "2025-03-14T16:00:00Z"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It struck on March 3. On the day, 40 died.", ["2025-03-03", "2025-03-03"]),
        ("It was founded in 1990. At that time it was small.", ["1990", "1990"]),
        ("Sales fell in February from the same month a year ago.", ["2025-02", "2024-02"]),
        ("Sales rose in the same quarter last year.", ["2024-Q1"]),
        ("The final is on Saturday fortnight.", ["2025-03-29"]),
        ("Profits fell last fiscal year.", ["FY2024"]),
        ("It came three days later than planned.", ["P3D"]),
        ("He grew up in the 70s and 80s.", ["197", "198"]),
        ("At 8:30 a.m. Central time on Friday it fell.", ["2025-03-14T08:30-05:00"]),
        ("At 10 p.m. Moscow time on Monday it fell.", ["2025-03-10T22:00+03:00"]),
        ("At 9 a.m. London time on 1 July 2025 it fell.", ["2025-07-01T09:00+01:00"]),
        (
            "It struck at 15:30 local time (1430 UTC) on Tuesday.",
            ["2025-03-11T15:30+01:00", "2025-03-11T14:30Z", "2025-03-11"],
        ),
        ("He left 30 minutes ago.", ["2025-03-14T15:30Z"]),
        (
            "It struck at 3:15 p.m. on Tuesday. Two hours later it struck again.",
            ["2025-03-11T15:15", "2025-03-11T17:15"],
        ),
        (
            "It struck at 7:37 p.m. on 3 March. Help came Sunday. An hour later it struck again.",
            ["2025-03-03T19:37", "2025-03-09", "2025-03-03T20:37"],
        ),
        (
            "Around 3 p.m. local time on Monday (1800 UTC) it struck.",
            ["2025-03-10T15:00-03:00", "2025-03-10T18:00Z"],
        ),
        ("This Sunday, he crossed the sea.", ["2025-03-09"]),
        ("This Sunday, he will cross the sea.", ["2025-03-16"]),
        ("The shop is open 24/7.", ["P1D"]),
        ("The shop is open until 24/7.", ["2025-07-24"]),
        ("Shops opened early for Black Friday.", ["2024-11-29"]),
        ("Shares crashed on Black Monday.", ["1987-10-19"]),
        ("Schools reopen after Labour Day.", ["2025-09-01"]),
        ("Traffic crawled in the morning rush hour.", ["2025-03-14TMO"]),
        ("They opened it on Christmas Day.", ["2024-12-25"]),
    ],
)
def test_values(text: str, expected: list[str]) -> None:
    assert [timex.values["value"] for timex in read_dates(text, PUBLISHED)] == expected


def test_tonight_after_midnight_is_the_night_that_passed() -> None:
    text = "They played tonight. They will play again tonight."
    values = [timex.values["value"] for timex in read_dates(text, "2025-03-14T00:40:00Z")]
    assert values == ["2025-03-13TNI", "2025-03-14TNI"]


def test_labour_day_is_in_doubt() -> None:
    (labour_day,) = read_dates("Schools reopen after Labour Day.", PUBLISHED)
    assert labour_day.values["reason"] == "other-labour-day"


def test_hours_without_the_hour_of_publication_stay_open() -> None:
    (ago,) = read_dates("He left four hours ago.", "2025-03-14")
    assert ago.values["value"] is None
    assert ago.values["offset"] == "-PT4H"
