"""Numbers in words."""

from __future__ import annotations

from typing import Any

from claimx.pipeline.dates.grammar import Rule
from claimx.pipeline.dates.lexer import quantity_values

Values = dict[str, Any]


def build_number(*, tens: int = 0, ones: int = 0, hundreds: int = 0, thousands: int = 0) -> Values:
    """``twenty-one``, ``three hundred and sixty five``."""
    return quantity_values(thousands * 1000 + hundreds * 100 + tens + ones)


def build_mixed_number(*, whole: float, half: str = "", quarter: str = "") -> Values:
    """``two and a half``."""
    return quantity_values(whole + (0.5 if half else 0.25))


def build_unsure_number(*, few: float | None) -> Values:
    """``several``: a number that is not known."""
    return {"QUANTITY": few}


def build_year(*, century: int, tens: int = 0, ones: int = 0) -> Values:
    """``nineteen ninety-six``, ``twenty twenty-four``."""
    return {"YEAR": century * 100 + tens + ones}


def build_year_of_two_thousand(*, tens: int = 0, ones: int = 0) -> Values:
    """``two thousand and fifteen``."""
    return {"YEAR": 2000 + tens + ones, "QUANTITY": 2000 + tens + ones}


def build_ordinal(*, tens: int = 0, ordinal: int) -> Values:
    """``twenty-first``."""
    number = tens + ordinal
    values: Values = {"ORDINAL": number, "ORDINAL_IN_WORDS": number}
    if number <= 31:
        values["DAY_OF_MONTH"] = number
    return values


RULES = [
    Rule("ones=ONES", build_number),
    Rule("ones=TEENS", build_number),
    Rule("tens=TENS (-? ones=ONES)?", build_number),
    Rule("(a|an|one) hundred", lambda: quantity_values(100)),
    Rule("(a)? few=FEW (hundred|thousand)", build_unsure_number),
    Rule("hundreds=ONES hundred", build_number),
    Rule("hundreds=ONES hundred and? tens=TENS (-? ones=ONES)?", build_number),
    Rule("(a|one) thousand", lambda: quantity_values(1000)),
    Rule("thousands=ONES thousand", build_number),
    Rule("whole=ONES and a? half=half", build_mixed_number),
    Rule("whole=ONES and a quarter=quarter", build_mixed_number),
    Rule("whole=NUMBER and a half=half", build_mixed_number),
    Rule("(a|quite a|just a|only a)? few=FEW", build_unsure_number),
    Rule("a few=FEW more", build_unsure_number),
    Rule("(a|the)? couple of?", lambda: quantity_values(2)),
    Rule("(a|one)? dozen", lambda: quantity_values(12)),
    Rule("century=TEENS hundred? tens=TENS (-? ones=ONES)?", build_year),
    Rule("century=TEENS ones=TEENS", build_year),
    Rule("twenty tens=TENS (-? ones=ONES)?", lambda **parts: build_year(century=20, **parts)),
    Rule("twenty ones=TEENS", lambda **parts: build_year(century=20, **parts)),
    Rule("two thousand and? ones=ONES", build_year_of_two_thousand),
    Rule("two thousand and? ones=TEENS", build_year_of_two_thousand),
    Rule("two thousand and? tens=TENS (-? ones=ONES)?", build_year_of_two_thousand),
    Rule("ordinal=ORDINAL_WORD", build_ordinal),
    Rule("tens=TENS -? ordinal=ORDINAL_WORD", build_ordinal),
]
