"""Fiscal years: ``fiscal 2024``, ``FY24``, ``the 2016/17 financial year``."""

from __future__ import annotations

from typing import Any

from claimx.pipeline.dates.expressions import FiscalYear, Fixed
from claimx.pipeline.dates.grammar import Rule
from claimx.pipeline.dates.rules.calendar import full_year, long_values
from claimx.pipeline.dates.values import fiscal_year

Values = dict[str, Any]


def build_fiscal_year(*, year: int | None = None, short: int | None = None) -> Values:
    """``fiscal 2024``, ``FY24``."""
    return long_values(Fixed(fiscal_year(full_year(short if short is not None else year or 0))))


def build_fiscal_year_of_two(*, first: int, last: int) -> Values | None:
    """``fiscal 2016-17``, named by the year in which it ends."""
    return build_fiscal_year(year=first + 1) if (first + 1) % 100 == last else None


def build_fiscal_year_of_slashed(*, years: tuple[str, ...]) -> Values | None:
    """``the 2016/17 financial year``."""
    first, last = years
    if len(first) != 4 or not 1000 <= int(first) < 3000:
        return None
    return build_fiscal_year_of_two(first=int(first), last=int(last) % 100)


def _counted(count: int) -> Any:
    """``this fiscal year``, ``last fiscal year``: named by the year of writing."""
    return lambda: long_values(FiscalYear(count))


RULES = [
    Rule("(the|this|the current|the present) (fiscal|financial) year", _counted(0)),
    Rule("(the)? (last|previous) (fiscal|financial) year", _counted(-1)),
    Rule("(the)? (next|coming) (fiscal|financial) year", _counted(1)),
    Rule("fy year=YEAR", build_fiscal_year),
    Rule("fy short=TWO_DIGITS", build_fiscal_year),
    Rule("(the)? (fiscal|financial) (year)? year=YEAR", build_fiscal_year),
    Rule("(the)? year=YEAR (fiscal|financial) year", build_fiscal_year),
    Rule(
        "(the)? (fiscal|financial) (year)? first=YEAR (-|–|/) last=TWO_DIGITS",
        build_fiscal_year_of_two,
    ),
    Rule(
        "(the)? first=YEAR (-|–|/) last=TWO_DIGITS (fiscal|financial) year",
        build_fiscal_year_of_two,
    ),
    Rule("(the)? (fiscal|financial) (year)? years=SLASHED", build_fiscal_year_of_slashed),
    Rule("(the)? years=SLASHED (fiscal|financial) year", build_fiscal_year_of_slashed),
]
