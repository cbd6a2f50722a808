"""Reasons in the records of dates that the warnings of the article repeat."""

from __future__ import annotations

from claimx.pipeline.dates.orders import ORDER_IN_DOUBT

# Of a date that no other reading puts behind the article.
SAID_AHEAD = "something was said on it, and it lies after the date of publication"
# What the caller can do about each.
ADVICE = {
    ORDER_IN_DOUBT: "give --date-order",
    SAID_AHEAD: "check the date of publication",
}
