"""Whether two speakers may be one, by what two records say of them."""

from __future__ import annotations

from claimx.checks.occurrences import Occurrence
from claimx.checks.wording import words_of


def may_be_same(one: Occurrence, other: Occurrence) -> bool:
    """Whether the speakers of two quotations may be the same.

    Only two named people are certain to differ, and only where neither name has a word of the
    other: a spokesman may be Ruth Okafor, and what a company said one of its people may have said.
    """
    if one.speaker is None or other.speaker is None:
        return True
    if one.kind != "person" or other.kind != "person":
        return True
    return may_be_one_name(one.speaker, other.speaker)


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two names share a word that is longer than an initial."""
    first, second = _words(one), _words(other)
    return bool(first & second) or not first or not second


def _words(name: str) -> set[str]:
    return {word.form for word in words_of(name) if len(word.form) > 1}
