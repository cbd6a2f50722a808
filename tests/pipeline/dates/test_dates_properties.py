"""What holds for any text at all."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.pipeline.dates.reading import read_dates

from claimx.pipeline.annotations import Timex
from claimx.pipeline.dates.holidays import easter_sunday
from claimx.pipeline.dates.values import period_of

_WORDS = """
March May Friday Sunday Mon. 14 30 31 0 99 2019 '99 1990s '80s 3/14/25 13/13/2013 2/29 9/11
2025-03-14 2025-02-30T10:00Z 2025-03-14T25:61Z 2025-03-14T10:00+23:59 10:30 24:00 25:99 a.m.
p.m. EST ET GMT +8 ( ) - – to from between and or , . / the a last next this week month year
decade century quarter weekend days ago later earlier before after in on at of early mid end
first third twenty two half few several hundred thousand every each twice weekly today now
yesterday morning night noon midnight summer winter Christmas Easter Q3 FY24 BC AD 99999 ½
9998 0001 1 day hours 1,500 2.5 fiscal rest that same previous following
[week] [Ten] weekends second ended ending ahead year-end Wed Sat ago. minutes seconds W31 EST,
2018/19 Fridays 's half opening final for during
"""
_PIECES = (*_WORDS.split(), "the\xa0next", "\n\n")
_date_like = st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join)
_glued = st.lists(st.sampled_from(_PIECES), max_size=6).map("".join)
_days = st.none() | st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)).map(str)


def check_records(text: str, timexes: list[Timex]) -> None:
    """Offsets name the text, limits are in order, and what has no value says why."""
    position = 0
    for timex in timexes:
        span, values = timex.span, timex.values
        assert text[span.start_char : span.end_char] == span.text
        assert span.start >= position
        position = span.end
        earliest, latest = values["earliest"], values["latest"]
        assert (earliest is None) == (latest is None)
        if earliest is not None and latest is not None:
            assert earliest < latest
        if values["value"] is None:
            assert values["reason"]
            assert earliest is None
        elif timex.type in ("DATE", "TIME") and not values["value"].endswith("_REF"):
            assert earliest is not None
            assert values["granularity"] is not None
        anchor = values["anchor"]
        assert anchor in (None, "published", "dateline", "absolute") or anchor.startswith("#")


@given(text=_date_like, published=_days)
def test_words_of_time_in_any_order(text: str, published: str | None) -> None:
    check_records(text, read_dates(text, published))


@given(text=_glued, published=_days)
def test_words_of_time_run_together(text: str, published: str | None) -> None:
    check_records(text, read_dates(text, published))


@given(text=st.text(max_size=60))
def test_any_text(text: str) -> None:
    check_records(text, read_dates(text, "2025-03-14"))


@given(digits=st.text(alphabet="0123456789-/.:, ", max_size=200))
def test_digits_and_marks(digits: str) -> None:
    text = f"In {digits} it fell."
    check_records(text, read_dates(text, "2025-03-14"))


@given(text=_date_like, published=_days, order=st.sampled_from([None, "MDY", "DMY"]))
def test_either_order_and_a_dateline(text: str, published: str | None, order: str | None) -> None:
    check_records(text, read_dates(text, published, "2025-03-12", date_order=order))


@given(text=st.text(max_size=40), published=st.text(max_size=12))
def test_any_words_for_a_publication_date(text: str, published: str) -> None:
    sentence = f"{text} He left yesterday."
    check_records(sentence, read_dates(sentence, published))


@given(
    first=st.integers(0, 40),
    second=st.integers(0, 40),
    year=st.integers(0, 99999),
    mark=st.sampled_from("/-."),
)
def test_numeric_dates_are_days_of_the_calendar_or_none(
    first: int, second: int, year: int, mark: str
) -> None:
    for timex in read_dates(f"It fell on {first}{mark}{second}{mark}{year}.", "2025-03-14"):
        value = timex.values["value"]
        if value is not None and timex.values["granularity"] == "day":
            assert date.fromisoformat(value)


def test_a_million_digits_are_no_date() -> None:
    assert read_dates("It is " + "7" * 999_000, "2025-03-14") == []


@given(day=st.dates(min_value=date(20, 1, 1), max_value=date(9000, 1, 1)))
def test_periods_hold_their_day_and_follow_each_other(day: date) -> None:
    for granularity in ("day", "week", "month", "season", "quarter", "half", "year", "decade"):
        period = period_of(granularity, day)
        assert period.start.date() <= day < period.end.date()
        assert period.step(1).start == period.end
        assert period.step(1).step(-1) == period


def test_easter_falls_where_the_calendar_says() -> None:
    assert [easter_sunday(year) for year in (1818, 2000, 2024, 2025, 2038)] == [
        date(1818, 3, 22),
        date(2000, 4, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ]
