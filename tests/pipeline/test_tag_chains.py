"""The best tag sequences, held against an exhaustive search."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.pipeline.tag_chains import (
    IMPOSSIBLE,
    Run,
    find_best_paths,
    forbid_bio_breaks,
    read_runs,
)


def search(
    emissions: np.ndarray, transitions: np.ndarray, required: int | None = None
) -> tuple[tuple[int, ...], float]:
    """The best of all sequences that hold the tag ``required``, and its probability among all."""
    tags = emissions.shape[1]
    scores = {}
    for path in product(range(tags), repeat=len(emissions)):
        score = sum(emissions[place, tag] for place, tag in enumerate(path))
        score += sum(transitions[a, b] for a, b in pairwise(path))
        scores[path] = score + (IMPOSSIBLE if path[0] % 2 == 0 and path[0] else 0.0)
    fitting = [path for path in scores if required is None or required in path]
    best = max(fitting, key=lambda path: scores[path])
    total = sum(np.exp(score - scores[best]) for score in scores.values())
    return best, 1.0 / total


@given(st.integers(0, 10_000), st.lists(st.integers(1, 5), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_a_required_label_is_held_by_the_best_path_with_it(seed: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    emissions = rng.normal(size=(len(lengths), max(lengths), 5)).astype(np.float32) * 2
    emissions[:, :, 0] += 2
    transitions = forbid_bio_breaks(rng.normal(size=(5, 5)).astype(np.float32))
    mask = np.arange(max(lengths))[None, :] < np.asarray(lengths)[:, None]
    for label in (0, 1):
        paths, chances = find_best_paths(emissions, transitions, mask, required=label)
        for row, length in enumerate(lengths):
            best, chance = search(emissions[row, :length], transitions, 2 * label + 1)
            assert tuple(paths[row, :length]) == best
            assert not paths[row, length:].any()
            assert abs(chances[row] - chance) < 1e-3


@given(st.integers(0, 10_000), st.lists(st.integers(1, 5), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_the_best_path_is_the_best_of_all(seed: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    emissions = rng.normal(size=(len(lengths), max(lengths), 5)).astype(np.float32) * 3
    transitions = forbid_bio_breaks(rng.normal(size=(5, 5)).astype(np.float32))
    mask = np.arange(max(lengths))[None, :] < np.asarray(lengths)[:, None]
    paths, chances = find_best_paths(emissions, transitions, mask)
    for row, length in enumerate(lengths):
        best, chance = search(emissions[row, :length], transitions)
        assert tuple(paths[row, :length]) == best
        assert not paths[row, length:].any()
        assert abs(chances[row] - chance) < 1e-3


def test_an_inside_tag_follows_only_its_own_label() -> None:
    allowed = forbid_bio_breaks(np.zeros((5, 5), dtype=np.float32)) > IMPOSSIBLE / 2
    assert allowed[:, 2].tolist() == [False, True, True, False, False]
    assert allowed[:, 4].tolist() == [False, False, False, True, True]
    assert allowed[:, [0, 1, 3]].all()


def test_nothing_to_decode_gives_nothing() -> None:
    paths, chances = find_best_paths(
        np.zeros((0, 0, 5), dtype=np.float32),
        np.zeros((5, 5), dtype=np.float32),
        np.zeros((0, 0), dtype=bool),
    )
    assert paths.shape == (0, 0)
    assert chances.shape == (0,)


def test_runs_are_read_from_tags() -> None:
    assert read_runs(np.asarray([1, 2, 0, 1, 1, 3, 4, 4, 0, 2])) == [
        Run(0, 2, 0),
        Run(3, 4, 0),
        Run(4, 5, 0),
        Run(5, 8, 1),
        Run(9, 10, 0),
    ]
