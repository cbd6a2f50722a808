"""That the rules are compiled when they are loaded, and not in the middle of an article."""

from __future__ import annotations

from tests.pipeline.dates.reading import read_dates

from claimx.pipeline.dates.lexer import TABLE
from claimx.pipeline.dates.rules import load_cascade

_REPORT = """
The minister said on Friday that the bank's profit rose 3 percent in the first quarter, after a
fall in late 2019. Today she left at 10:30 a.m. GMT. In the past three days, and over the past
year, several people came twice a week. Two weeks ago, on March 3-5, 2025, it closed for the day.
It will open next March, or the day after Christmas, in the morning. He was 54 years old in the
early '90s and left in the summer of 2014; the 45th president came last Tuesday night.
"""


def test_report_meets_no_word_class_that_is_new() -> None:
    load_cascade()
    size = TABLE.size
    assert read_dates(_REPORT, "2025-03-14")
    assert TABLE.size == size
