"""Values of dates as a reader without TIMEX3 knows them."""

from __future__ import annotations

import pytest

from claimx.render.dates_in_words import date_value_in_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-03-14", "2025-03-14"),
        ("2019", "2019"),
        ("2019-W39", "week of 2019-09-23"),
        ("2019-W39-WE", "weekend of 2019-09-28"),
        ("2019-W60", "2019-W60"),
        ("2019-SU", "summer 2019"),
        ("2019-H2", "second half of 2019"),
        ("2025-03-14TEV", "evening of 2025-03-14"),
        ("201", "the 2010s"),
        ("P30D", "30 days"),
        ("P1Y", "1 year"),
        ("PT36H", "36 hours"),
        ("P1M", "1 month"),
        ("PT5M", "5 minutes"),
        ("2019-W39/2019-W40", "week of 2019-09-23 to week of 2019-09-30"),
        ("PAST_REF", "in the past"),
        ("XXXX-WXX-5", "XXXX-WXX-5"),
    ],
)
def test_values_are_said_in_words(value: str, words: str) -> None:
    assert date_value_in_words(value) == words
