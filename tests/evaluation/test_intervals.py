"""Bootstrap intervals: the same every time, wide where articles differ."""

from __future__ import annotations

import pytest

from claimx.evaluation.intervals import Counts, Resamples


def test_the_same_articles_give_the_same_interval() -> None:
    counts = [Counts(i % 3, 3, i % 3, 4) for i in range(20)]
    assert Resamples(20).rate(counts) == Resamples(20).rate(counts)


def test_articles_that_are_alike_leave_no_doubt() -> None:
    rates = Resamples(5).rate([Counts(1, 2, 1, 4)] * 5)
    assert rates.precision_interval == (0.5, 0.5)
    assert rates.recall_interval == (0.25, 0.25)
    assert rates.f1_interval == pytest.approx((1 / 3, 1 / 3))


def test_the_interval_of_articles_that_differ_holds_the_figure_and_more() -> None:
    rates = Resamples(10).rate([Counts(i, 9, i, 9) for i in range(10)])
    assert rates.f1_interval is not None
    low, high = rates.f1_interval
    assert 0.2 < low < rates.counts.f1 - 0.1
    assert rates.counts.f1 + 0.1 < high < 0.8


def test_samples_with_nothing_to_measure_do_not_count() -> None:
    # Of two articles only one has any gold: a sample may miss it, and says nothing then.
    rates = Resamples(2).rate([Counts(1, 1, 1, 1), Counts(0, 0, 0, 0)])
    assert rates.f1_interval == (1.0, 1.0)


def test_where_nothing_can_be_measured_there_is_no_interval() -> None:
    rates = Resamples(2).rate([Counts(0, 0, 0, 0)] * 2)
    assert rates.f1_interval is None
    assert rates.counts.f1 == 0


def test_finding_nothing_is_no_figure_of_precision_but_one_of_f1() -> None:
    rates = Resamples(2).rate([Counts(0, 0, 0, 3)] * 2)
    assert rates.precision_interval is None
    assert rates.f1_interval == (0.0, 0.0)


def test_each_sample_has_as_many_articles_as_there_are() -> None:
    assert set(Resamples(7).weights.sum(axis=1)) == {7}
