"""Whether confidence tells right from wrong, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.evaluation.calibration import Calibration, Judged, measure_calibration
from claimx.evaluation.intervals import Resamples


def calibrate(*judged: tuple[float, bool], articles: int = 1) -> Calibration:
    items = [Judged(i % articles, *pair) for i, pair in enumerate(judged)]
    return measure_calibration(items, 0, Resamples(articles))


def test_the_error_is_the_mean_gap_of_the_bins() -> None:
    found = calibrate((0.95, True), (0.93, False), (0.11, False), (0.15, False))
    # Two bins of two: |0.5 - 0.94| and |0 - 0.13|.
    assert found.error.value == pytest.approx((0.44 + 0.13) / 2)


def test_a_bin_shows_its_mean_and_what_is_right_in_it() -> None:
    row = calibrate((0.95, True), (0.93, False), (1.0, True)).bins[9]
    assert (row.low, row.high, row.predictions) == (0.9, 1.0, 3)
    assert row.confidence == pytest.approx(0.96)
    assert row.precision == pytest.approx(2 / 3)


def test_an_empty_bin_says_nothing() -> None:
    row = calibrate((0.95, True)).bins[0]
    assert (row.predictions, row.confidence, row.precision) == (0, None, None)


def test_auroc_is_the_share_of_pairs_in_the_right_order() -> None:
    assert calibrate((0.9, True), (0.7, False), (0.6, True), (0.1, False)).auroc.value == 0.75


def test_equal_confidence_counts_half() -> None:
    assert calibrate((0.5, True), (0.5, False), (0.5, False)).auroc.value == 0.5


def test_without_anything_wrong_there_is_nothing_to_tell_apart() -> None:
    assert calibrate((0.9, True), (0.7, True)).auroc.value is None


def test_the_more_confident_half_is_taken_from_the_top() -> None:
    found = calibrate((0.1, False), (0.9, True), (0.8, True), (0.2, True))
    assert found.precise_half.value == 1.0


def test_of_a_tie_at_the_cut_an_even_share_is_taken() -> None:
    # One of 0.9 and one of the two of 0.5, of which half is right.
    found = calibrate((0.9, True), (0.5, True), (0.5, False), (0.1, False))
    assert found.precise_half.value == pytest.approx(0.75)


def test_of_no_predictions_there_are_no_figures() -> None:
    found = measure_calibration([], 3, Resamples(2))
    assert found.without_confidence == 3
    assert found.error.value is None
    assert found.auroc.interval is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=12))
def test_the_order_of_the_predictions_decides_nothing(judged: list[tuple[float, bool]]) -> None:
    # Samples are left out: they take long and are not what is tested.
    none = Resamples(0)

    def measure(pairs: list[tuple[float, bool]]) -> list[float | None]:
        items = [Judged(0, *pair) for pair in pairs]
        found = measure_calibration(items, 0, none)
        return [found.error.value, found.auroc.value, found.precise_half.value]

    for one, other in zip(measure(judged), measure(sorted(judged)), strict=True):
        assert one == pytest.approx(other)
        assert one is None or 0 <= one <= 1 + 1e-9
