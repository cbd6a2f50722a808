"""Figures and their intervals, shorter weights, lemma tables."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx_training.conllu import Document, Sentence, Word
from claimx_training.lemmas import find_closed_class_lemmas
from claimx_training.rounding import DROPPED_BITS, round_mantissa
from claimx_training.scoring import Counts, add_counts, bootstrap_f1, count_matches


def test_precision_recall_and_f1() -> None:
    counts = count_matches({1, 2, 3, 4}, {3, 4, 5})
    assert counts == Counts(right=2, predicted=4, gold=3)
    assert counts.precision == pytest.approx(0.5)
    assert counts.recall == pytest.approx(2 / 3)
    assert counts.f1 == pytest.approx(4 / 7)


def test_nothing_to_find_and_nothing_found_is_zero() -> None:
    assert Counts(0, 0, 0).f1 == 0.0


def test_the_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    counts = [Counts(place % 5, 5, 5) for place in range(40)]
    low, high = bootstrap_f1(counts)
    assert low < add_counts(counts).f1 < high
    assert bootstrap_f1(counts) == (low, high)


def test_documents_that_are_alike_have_no_interval() -> None:
    assert bootstrap_f1([Counts(1, 2, 2)] * 10) == (0.5, 0.5)


@given(st.floats(width=32, min_value=-1e6, max_value=1e6, allow_subnormal=False))
def test_rounding_changes_a_weight_by_less_than_a_thousandth(value: float) -> None:
    rounded = round_mantissa(np.array([value], dtype=np.float32))
    assert abs(float(rounded[0]) - value) <= abs(value) * 2.0**-11
    assert int(rounded.view(np.uint32)[0]) % (1 << DROPPED_BITS) == 0


def test_closed_classes_get_their_most_frequent_lemma() -> None:
    rows = [
        ("'ll", "AUX", "will"),
        ("'ll", "AUX", "will"),
        ("Him", "PRON", "he"),
        ("him", "PRON", "he"),
        ("him", "PRON", "him"),
        ("once", "ADP", "one"),
        ("ran", "VERB", "run"),
        ("ran", "VERB", "run"),
    ]
    words = [
        Word(form, lemma, upos, "", "", place, "ROOT", True)
        for place, (form, upos, lemma) in enumerate(rows)
    ]
    tables = find_closed_class_lemmas([Document("made", [Sentence(words)])])
    assert tables["aux"] == {"'ll": ["will"], "’ll": ["will"]}
    assert tables["pron"] == {"him": ["he"]}
    assert tables["adp"] == {}
    assert "verb" not in tables
