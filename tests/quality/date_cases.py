"""What measures of dates share: shares with their intervals, and a command that prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from spacy.language import Language

import claimx
from claimx.evaluation.intervals import Counts, Resamples
from tests.quality.corpora import ABSENT, find_corpora

CaseT = TypeVar("CaseT")
OutcomeT = TypeVar("OutcomeT")


def describe_share(rights: Sequence[bool]) -> str:
    """How many are right, the share in per cent, and its 95 % interval over cases."""
    counts = [Counts(int(right), 1, int(right), 1) for right in rights]
    low, high = Resamples(len(counts)).rate(counts).f1_interval or (0.0, 1.0)
    share = 100 * sum(rights) / max(len(rights), 1)
    return f"{sum(rights):4d}  {share:5.1f} % ({100 * low:.1f} to {100 * high:.1f})"


def print_figures(
    file: Path,
    read_cases: Callable[[Path], Iterable[CaseT]],
    try_cases: Callable[[Iterable[CaseT], Language], list[OutcomeT]],
    summarise: Callable[[list[OutcomeT]], Iterator[str]],
    describe_errors: Callable[[Iterable[OutcomeT]], Iterator[str]],
    *,
    errors: bool,
) -> int | str:
    """Try the cases of a file of the corpora and print the figures, and what is not right.

    Returns:
        An exit status: 0, or why there is nothing to measure.
    """
    corpora = find_corpora()
    if corpora is None:
        return ABSENT
    outcomes = try_cases(read_cases(corpora / file), claimx.load())
    print("\n".join(summarise(outcomes)))
    if errors:
        print("\n".join(describe_errors(outcomes)))
    return 0
