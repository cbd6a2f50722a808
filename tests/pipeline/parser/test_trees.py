"""The best tree has one root, and no other a higher sum; in what is parsed no arcs cross."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from claimx.pipeline.parser.trees import find_best, find_heads


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether exactly one word is its own head and all others hang on it in the end."""
    if sum(place == head for place, head in enumerate(heads)) != 1:
        return False
    for place in range(len(heads)):
        node = place
        for _ in heads:
            node = heads[node]
        if heads[node] != node:
            return False
    return True


def add_up(scores: NDArray[np.float64], heads: tuple[int, ...]) -> float:
    return float(sum(scores[place, head] for place, head in enumerate(heads)))


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_no_tree_is_better(size: int) -> None:
    trees = [heads for heads in product(range(size), repeat=size) if is_tree(heads)]
    random = np.random.default_rng(size)
    for _ in range(40):
        scores = random.normal(size=(size, size))
        found = tuple(find_best(scores).tolist())
        assert is_tree(found)
        assert add_up(scores, found) == pytest.approx(max(add_up(scores, h) for h in trees))


def test_words_that_prefer_each_other_are_parted() -> None:
    scores = np.zeros((4, 4))
    scores[1, 2] = scores[2, 1] = scores[3, 1] = 5.0  # 1 and 2 choose each other
    scores[0, 0], scores[2, 0] = 3.0, 1.0
    assert find_best(scores).tolist() == [0, 2, 0, 1]


def test_a_long_row_of_circles_is_a_tree_in_the_end() -> None:
    size = 200
    scores = np.full((size, size), -1.0)
    for place in range(0, size, 2):
        scores[place, place + 1] = scores[place + 1, place] = 9.0
    assert is_tree(tuple(find_best(scores).tolist()))


def crosses(heads: tuple[int, ...]) -> bool:
    """Whether two arcs cross, that from before the sentence to the root among them."""
    arcs = [
        (min(place, head), max(place, head)) if place != head else (-1, place)
        for place, head in enumerate(heads)
    ]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 6, 9, 15])
def test_no_arcs_cross(size: int) -> None:
    random = np.random.default_rng(size)
    for _ in range(40):
        found = tuple(find_heads(random.normal(size=(size, size))).tolist())
        assert is_tree(found)
        assert not crosses(found)


def test_where_very_many_arcs_cross_all_stay() -> None:
    scores = np.random.default_rng(5).normal(size=(120, 120))
    found = find_heads(scores).tolist()
    assert found == find_best(scores).tolist()
    assert is_tree(tuple(found))


def test_a_tree_whose_arcs_do_not_cross_is_kept() -> None:
    scores = np.full((4, 4), -9.0)
    scores[[0, 1, 2, 3], [1, 1, 3, 1]] = 1.0
    assert find_heads(scores).tolist() == [1, 1, 3, 1]


def test_the_arc_that_loses_least_is_moved() -> None:
    scores = np.full((4, 4), -9.0)
    scores[1, 1], scores[3, 1], scores[0, 1] = 9.0, 9.0, 9.0
    scores[2, 0], scores[2, 3], scores[2, 1] = 5.0, 4.0, 3.0  # an arc over the root crosses its own
    assert find_heads(scores).tolist() == [1, 1, 3, 1]
