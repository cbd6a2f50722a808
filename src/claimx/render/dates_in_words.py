"""Values of dates in the words of a newsroom."""

from __future__ import annotations

_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}


def date_value_in_words(value: str) -> str:
    """A TIMEX3 value as it is, but for those that only its standard knows."""
    return _REFERENCES.get(value, value)
