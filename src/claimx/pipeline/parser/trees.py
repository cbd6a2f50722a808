"""The best tree over the words of a sentence, from a score for each pair of them.

A tree of arcs that do not cross is looked for: nearly all English sentences have one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claimx.pipeline.words import Integers

Scores = NDArray[np.float32] | NDArray[np.float64]

# More than any difference of scores: a tree takes as few roots as it can, which is one.
_ROOT_COST = 1e6
# Where more arcs cross, the words are hardly a sentence, and moving them takes long.
_MOST_CROSSING = 24


def find_heads(scores: Scores) -> Integers:
    """The heads of a tree with one root and a high sum of scores, whose arcs seldom cross.

    The best tree of all, and where arcs of it cross, one after the other is moved: that which
    loses least, to the best head to which its arc crosses none. Where very many cross, all stay.

    Args:
        scores: Shape ``(words, words)``, a row for each dependent, a column for each head; the
            diagonal tells how well a word is the root. There is at least one word.

    Returns:
        Shape ``(words,)``: the head of each word, the root's is itself.
    """
    pairs = np.array(scores, dtype=np.float64)
    heads = find_best(pairs)
    while 0 < (crossing := _find_crossing(heads)).size <= _MOST_CROSSING:
        moved = _move_arc(pairs, heads, crossing)
        if moved is None:
            break
        heads[moved[0]] = moved[1]
    return heads


def find_best(scores: Scores) -> Integers:
    """The heads of the tree with the highest sum of scores that has one root.

    Words mostly choose a tree by themselves; where they choose a circle, the algorithm of Chu and
    Liu (1965) and Edmonds (1967) breaks it. ``scores`` are as those of `find_heads`.
    """
    size = len(scores)
    places: Integers = np.arange(size)
    if size == 1:
        return places
    pairs = np.array(scores, dtype=np.float64)
    roots = pairs.diagonal().copy()
    np.fill_diagonal(pairs, -np.inf)
    heads: Integers = pairs.argmax(axis=1)
    root = int((roots - pairs[places, heads]).argmax())
    heads[root] = root
    if _all_reach(heads, root):
        return heads
    # Node 0 stands above all words, so that a root is a word that hangs on it.
    above = np.full((size + 1, size + 1), -np.inf)
    above[1:, 1:] = pairs
    above[1:, 0] = roots - _ROOT_COST
    found = _span(above)[1:] - 1
    joined: Integers = np.where(found < 0, places, found)
    return joined


def _find_crossing(heads: Integers) -> Integers:
    """The words whose arcs cross others; the root's comes from before the sentence."""
    left, right = _list_arcs(heads)
    crosses = (left[:, None] < left) & (left < right[:, None]) & (right[:, None] < right)
    return np.flatnonzero(crosses.any(axis=0) | crosses.any(axis=1))


def _list_arcs(heads: Integers) -> tuple[Integers, Integers]:
    """The left and the right end of the arc of each word."""
    places = np.arange(len(heads))
    ends = np.where(heads == places, -1, heads)
    return np.minimum(places, ends), np.maximum(places, ends)


def _move_arc(
    scores: NDArray[np.float64], heads: Integers, crossing: Integers
) -> tuple[int, int] | None:
    """Which of the crossing words hangs on what instead, at the least loss; None if none can."""
    left, right = _list_arcs(heads)
    places = np.arange(len(heads))
    moves = []
    for word in crossing.tolist():
        if heads[word] == word:
            continue
        first, last = np.minimum(places, word), np.maximum(places, word)
        others = places != word
        a, b = left[others, None], right[others, None]
        crosses = ((a < first) & (first < b) & (b < last)) | ((first < a) & (a < last) & (last < b))
        is_free = ~crosses.any(axis=0) & ~_list_below(heads, word)
        if is_free.any():
            best = int(np.where(is_free, scores[word], -np.inf).argmax())
            moves.append((float(scores[word, heads[word]] - scores[word, best]), word, best))
    return min(moves)[1:] if moves else None


def _list_below(heads: Integers, word: int) -> NDArray[np.bool_]:
    """Which words hang on ``word`` in the end, itself among them."""
    is_below: NDArray[np.bool_] = np.arange(len(heads)) == word
    while (wider := is_below | is_below[heads]).sum() > is_below.sum():
        is_below = wider
    return is_below


def _all_reach(heads: Integers, root: int) -> bool:
    """Whether every word hangs on the root in the end."""
    reached = heads
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return bool((reached == root).all())


def _span(scores: NDArray[np.float64]) -> Integers:
    """The heads of the best tree below node 0, whose own head is itself.

    ``scores`` is ``(nodes, nodes)``, dependents by heads, minus infinity where none may be.
    """
    heads: Integers = scores.argmax(axis=1)
    heads[0] = 0
    circle = _find_circle(heads)
    if circle is None:
        return heads
    is_inside = np.zeros(len(scores), dtype=bool)
    is_inside[circle] = True
    outside, size = np.flatnonzero(~is_inside), int((~is_inside).sum())
    # The circle becomes one node, the last, which is entered at the member that loses least.
    entering = scores[np.ix_(circle, outside)] - scores[circle, heads[circle]][:, None]
    leaving = scores[np.ix_(outside, circle)]
    contracted = np.full((size + 1, size + 1), -np.inf)
    contracted[:size, :size] = scores[np.ix_(outside, outside)]
    contracted[size, :size] = entering.max(axis=0)
    contracted[:size, size] = leaving.max(axis=1)
    above = _span(contracted)
    for place in range(1, size):
        head = above[place]
        is_left = head == size
        heads[outside[place]] = circle[leaving[place].argmax()] if is_left else outside[head]
    entry = above[size]
    heads[circle[entering[:, entry].argmax()]] = outside[entry]
    return heads


def _find_circle(heads: Integers) -> Integers | None:
    """The nodes of one circle of heads; None where all hang on node 0."""
    seen = np.zeros(len(heads), dtype=np.int64)
    seen[0] = 1
    chain = heads.tolist()
    for first in range(1, len(chain)):
        node = first
        while not seen[node]:
            seen[node] = first + 1
            node = chain[node]
        if seen[node] == first + 1:
            circle = [node]
            while chain[circle[-1]] != node:
                circle.append(chain[circle[-1]])
            return np.asarray(circle, dtype=np.int64)
    return None
