"""What the scores of the layers may not say."""

from __future__ import annotations

import numpy as np
import pytest

from claimx.pipeline.attribution_roles.decoding import (
    MAX_CUE_TOKENS,
    decode_arguments,
    decode_cues,
)
from claimx.pipeline.attribution_roles.windows import Span
from claimx.pipeline.tag_chains import Run

FREE = np.zeros((5, 5), dtype=np.float32)
# Scores of O, and of B and I of source and content: a source, then words that may be a content.
WORDS = [[0, 3, 0, 0, 0], [4, 0, 0, 0, 0], [3, 0, 0, 2, 0], [3, 0, 0, 0, 2], [4, 0, 0, 0, 0]]


@pytest.mark.parametrize(
    ("chance", "tags"),
    [
        # What is rather a cue than none has a content: the best there is.
        (0.6, [1, 0, 3, 0, 0]),
        (0.4, [1, 0, 0, 0, 0]),
    ],
)
def test_who_speaks_says_something(chance: float, tags: list[int]) -> None:
    scores = np.asarray([WORDS], dtype=np.float32)
    mask = np.ones((1, len(WORDS)), dtype=bool)
    paths, chances = decode_arguments(scores, FREE, mask, np.asarray([chance], dtype=np.float32))
    assert paths.tolist() == [tags]
    # It is not made to look certain.
    assert 0 < chances[0] < 0.5


def test_each_cue_is_decoded_by_itself() -> None:
    spoken = [[0, 3, 0, 0, 0], [4, 0, 0, 0, 0], [0, 0, 0, 5, 0], [0, 0, 0, 0, 5], [4, 0, 0, 0, 0]]
    scores = np.asarray([WORDS, spoken, WORDS], dtype=np.float32)
    mask = np.ones((3, len(WORDS)), dtype=bool)
    chances = np.asarray([0.9, 0.9, 0.1], dtype=np.float32)
    paths, _ = decode_arguments(scores, FREE, mask, chances)
    assert paths.tolist() == [[1, 0, 3, 0, 0], [1, 0, 3, 4, 0], [1, 0, 0, 0, 0]]


def test_a_row_of_another_length_keeps_its_end() -> None:
    scores = np.asarray([WORDS, WORDS], dtype=np.float32)
    mask = np.asarray([[True] * 5, [True, True, False, False, False]])
    paths, _ = decode_arguments(scores, FREE, mask, np.ones(2, dtype=np.float32))
    assert paths.tolist() == [[1, 0, 3, 0, 0], [3, 0, 0, 0, 0]]


def test_no_cue_follows_right_upon_another() -> None:
    # O, B and I: "a" opens a cue, and "warning" would open another.
    scores = np.asarray([[4, 0, 0], [1, 3, 0], [0, 3, 2], [4, 0, 0]], dtype=np.float32)
    assert decode_cues(scores, [Span(0, 4)]) == [Run(1, 3, 0)]
    # Where they are not one, the likelier stays.
    scores[2] = [0, 3, -2]
    assert decode_cues(scores, [Span(0, 4)]) == [Run(2, 3, 0)]


def test_a_cue_begins_with_its_first_word() -> None:
    scores = np.asarray([[4, 0, 0], [1, 0, 2], [0, 3, 0], [4, 0, 0]], dtype=np.float32)
    assert decode_cues(scores, [Span(0, 4)]) == [Run(2, 3, 0)]


def test_a_cue_ends_with_its_paragraph() -> None:
    scores = np.asarray([[0, 3, 0], [0, 3, 2], [0, 0, 3], [4, 0, 0]], dtype=np.float32)
    assert decode_cues(scores, [Span(0, 1), Span(1, 4)]) == [Run(0, 1, 0), Run(1, 3, 0)]


def test_cues_come_in_text_order_whatever_the_lengths_of_paragraphs() -> None:
    scores = np.tile(np.asarray([[0, 3, 0], [4, 0, 0], [4, 0, 0]], dtype=np.float32), (3, 1))
    cues = decode_cues(scores, [Span(0, 5), Span(5, 7), Span(7, 9)])
    assert cues == [Run(0, 1, 0), Run(3, 4, 0), Run(6, 7, 0)]


@pytest.mark.parametrize("excess", [0, 1, 20_000])
def test_a_run_longer_than_any_cue_is_none(excess: int) -> None:
    # The window of a cue grows with it, and what the labeller needs with the window's square.
    length = MAX_CUE_TOKENS + excess
    scores = np.tile(np.asarray([[0, 0, 3]], dtype=np.float32), (length + 1, 1))
    scores[0], scores[-1] = [0, 3, 0], [4, 0, 0]
    cues = decode_cues(scores, [Span(0, len(scores))])
    assert cues == ([] if excess else [Run(0, MAX_CUE_TOKENS, 0)])
