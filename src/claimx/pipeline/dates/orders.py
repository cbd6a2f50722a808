"""Whether ``3/4/25`` is the fourth of March or the third of April."""

from __future__ import annotations

import re

MONTH_FIRST, DAY_FIRST = "MDY", "DMY"
DATE_ORDERS = (MONTH_FIRST, DAY_FIRST)
_NUMERIC_DATE = re.compile(
    r"(?<![\d./-])(?P<first>[0-3]?\d)(?P<mark>[-/.])(?P<second>[0-3]?\d)(?P=mark)"
    r"(?:\d{4}|\d{2})(?![\d/-])"
)


def check_date_order(date_order: str | None) -> None:
    """Refuse an order of day and month that there is none of.

    Raises:
        ValueError: Unless it is None or one of `DATE_ORDERS`.
    """
    if date_order is not None and date_order not in DATE_ORDERS:
        raise ValueError(f"date_order is {' or '.join(DATE_ORDERS)}, not {date_order!r}")


def find_date_order(text: str) -> bool | None:
    """What an article's own numeric dates tell of their order; None where they tell nothing.

    Evidence is a date in which one of the two numbers can be no month.
    """
    votes = set()
    for match in _NUMERIC_DATE.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 >= second:
            votes.add(True)
        elif second > 12 >= first:
            votes.add(False)
    return votes.pop() if len(votes) == 1 else None
