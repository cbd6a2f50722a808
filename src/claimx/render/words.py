"""Words for people who mistyped one."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

# Of a claim whose cue denies or negates the content ("denied", "refused", "was not sure").
NEGATIVE = "negative: denied, rejected, or not said, thought or wanted"
# Of a claim whose quotation is not whole.
GAPS = {
    "cut off": "quotation cut off before its end",
    "ellipsis": "quotation ends at an ellipsis",
}


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """``: did you mean …?`` with the nearest of ``known``, or all of them where none is near."""
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f": did you mean {near[0]}?" if near else f": there is {', '.join(known)}"


def counted(number: int, noun: str) -> str:
    """``1 claim``, ``2 claims``; the words in front of the last are left as they are."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
