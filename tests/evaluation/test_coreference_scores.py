"""MUC, B³ and CEAFe on the worked examples of the papers that defined them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.evaluation.assignment import find_best_total
from claimx.evaluation.coreference_scores import (
    Shares,
    score_b_cubed,
    score_ceaf_e,
    score_muc,
)

# Luo (2005), On coreference resolution performance metrics: figure 1 and table 1.
LUO_GOLD = ["12345", "67", "89ABC"]


def show(shares: Shares) -> tuple[float, float, float]:
    """Recall, precision and F1 as the papers print them."""
    return round(shares.recall, 2), round(shares.precision, 2), round(shares.f1, 2)


def test_twinless_mentions_count_as_in_the_reference_implementation() -> None:
    # Pradhan et al. (2014), Scoring coreference partitions of predicted mentions, section 4.
    gold, predicted = ["abc", "defg"], ["ab", "cd", "fghi"]
    assert show(score_muc(gold, predicted)) == (0.40, 0.40, 0.40)
    assert show(score_b_cubed(gold, predicted)) == (0.42, 0.50, 0.45)
    assert show(score_ceaf_e(gold, predicted)) == (0.65, 0.43, 0.52)


@pytest.mark.parametrize(
    ("predicted", "muc", "b_cubed", "ceaf_e"),
    [
        (["12345", "6789ABC"], 0.947, 0.865, 0.733),
        (["1234589ABC", "67"], 0.947, 0.737, 0.667),
        (["123456789ABC"], 0.900, 0.545, 0.294),
        (list("123456789ABC"), 0.0, 0.400, 0.178),
    ],
)
def test_the_measures_rank_the_systems_of_luo(
    predicted: list[str], muc: float, b_cubed: float, ceaf_e: float
) -> None:
    assert round(score_muc(LUO_GOLD, predicted).f1, 3) == muc
    assert round(score_b_cubed(LUO_GOLD, predicted).f1, 3) == b_cubed
    assert round(score_ceaf_e(LUO_GOLD, predicted).f1, 3) == ceaf_e


def test_the_gold_itself_is_right_and_nothing_is_wrong() -> None:
    for score in (score_muc, score_b_cubed, score_ceaf_e):
        assert score(LUO_GOLD, LUO_GOLD).f1 == 1.0
        assert score(LUO_GOLD, []).f1 == 0.0
        assert score([], []).f1 == 0.0


def test_shares_of_texts_add_up() -> None:
    one, other = score_muc(["ab"], ["ab"]), score_muc(["abc"], [])
    assert (one + other).recall == pytest.approx(1 / 3)
    assert (one + other).precision == 1.0


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 9).map(float), min_size=width, max_size=width), max_size=4
        )
    )
)
def test_no_pairing_is_better_than_the_best(gains: list[list[float]]) -> None:
    rows, columns = len(gains), len(gains[0]) if gains else 0
    if rows <= columns:
        totals = [
            sum(gains[row][column] for row, column in enumerate(chosen))
            for chosen in permutations(range(columns), rows)
        ]
    else:
        totals = [
            sum(gains[row][column] for column, row in enumerate(chosen))
            for chosen in permutations(range(rows), columns)
        ]
    assert find_best_total(gains) == pytest.approx(max(totals, default=0.0))
