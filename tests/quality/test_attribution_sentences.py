"""Sentences that someone wrote and tagged without knowing the program."""

from __future__ import annotations

import pytest

from tests.quality.figures import read_floors
from tests.quality.sentences import Outcome, count_right, read_cases


def test_no_case_was_taken_out() -> None:
    cases = read_cases()
    assert [case.number for case in cases] == list(range(1, 148))
    assert sum(case.is_negative for case in cases) == 27


@pytest.mark.parametrize("kind", ["positives", "negatives"])
def test_no_fewer_cases_are_right_than_before(kind: str, outcomes: list[Outcome]) -> None:
    assert count_right(outcomes)[kind] >= read_floors().sentences[kind]
