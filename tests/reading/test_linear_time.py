"""No form that parts of a page are known by takes the square of a paragraph's length."""

from __future__ import annotations

import pytest

from claimx.reading.patterns import CAPTION, CLOCK_TIME

# Of this length, the square takes hours.
LENGTH = 1_000_000


@pytest.mark.parametrize(
    "text", ["A" * LENGTH, "12" + " " * LENGTH + "x.", "A " * (LENGTH // 2), "(" * LENGTH]
)
def test_forms_of_reading_give_up_on_endless_paragraphs(text: str) -> None:
    assert CAPTION.fullmatch(text) is None
    assert CLOCK_TIME.fullmatch(text) is None


def test_clock_times_and_captions_are_known_as_before() -> None:
    for time in ("9", "9:15", "09.15 am", "9 p.m. EST", "(12:03 PM EST):"):
        assert CLOCK_TIME.fullmatch(time)
    assert CAPTION.fullmatch("Photo: Ann Hill")
    assert CAPTION.fullmatch("A bridge. " * 30 + "(AP Photo/Ann Hill)")
