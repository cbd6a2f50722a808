"""Reasons in the records of dates that the warnings of the article repeat."""

from __future__ import annotations

from claimx.article.values import DateReason

# What the caller can do about each.
ADVICE: dict[DateReason, str] = {
    "order-in-doubt": "give --date-order",
    "said-ahead": "check the date of publication",
}
