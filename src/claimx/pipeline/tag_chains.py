"""Best tag sequences under a linear chain (Viterbi, 1967), and what is certain of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Doubles = NDArray[np.float64]
IMPOSSIBLE = -1e4


class Run(NamedTuple):
    """A labelled run of tags: half-open places and the number of its label, from 0."""

    start: int
    end: int
    label: int


def forbid_bio_breaks(transitions: Floats) -> Floats:
    """``transitions`` with what BIO tags do not allow made impossible.

    Tag 0 is ``O``; label ``n`` has the tags ``2n + 1`` (``B``) and ``2n + 2`` (``I``).
    """
    scores = transitions.copy()
    for inside in range(2, len(scores), 2):
        allowed = np.zeros(len(scores), dtype=bool)
        allowed[[inside - 1, inside]] = True
        scores[~allowed, inside] = IMPOSSIBLE
    return scores


def find_best_paths(
    emissions: Floats,
    transitions: Floats,
    mask: NDArray[np.bool_],
    required: int | None = None,
) -> tuple[Integers, Floats]:
    """The best tags of each sequence and their probability.

    Args:
        emissions: Scores of shape ``(batch, length, tags)``.
        transitions: Scores of shape ``(tags, tags)``, from the first to the second. No sequence
            begins with an inside tag.
        mask: Shape ``(batch, length)``, True at the beginning of each row.
        required: The number of a label of which each sequence must have a run.

    Returns:
        The tags, ``(batch, length)``, 0 where ``mask`` is False, and the probability of each whole
        sequence among all others, those without the required label included, ``(batch,)``.
    """
    batch, length, tags = emissions.shape
    paths = np.zeros((batch, length), dtype=np.int64)
    if not batch or not length:
        return paths, np.zeros(batch, dtype=np.float32)
    opening, closing = np.zeros(tags), np.zeros(tags)
    opening[2::2] = IMPOSSIBLE
    if required is not None:
        emissions = np.concatenate([emissions, emissions], axis=2)
        opening, transitions, closing = _require(2 * required + 1, opening, transitions)
    # Longest first, so that the sequences that have not ended are the first rows of each step.
    sizes = mask.sum(axis=1)
    order = np.argsort(-sizes, kind="stable")
    live = (sizes[:, None] > np.arange(length)).sum(axis=0)
    # By step first: each reads one block.
    steps = np.ascontiguousarray(emissions[order].astype(np.float64).transpose(1, 0, 2))
    back, best = _search(steps, transitions, opening, live)
    state = (best + closing).argmax(axis=1)
    rows = np.arange(batch)
    everything = _sum_all(steps, transitions, opening, live)
    chances = np.empty(batch, dtype=np.float32)
    chances[order] = np.exp(best[rows, state] - everything)
    for place in range(int(live.astype(bool).sum()) - 1, -1, -1):
        count = live[place]
        paths[order[:count], place] = state[:count] % tags
        state[:count] = back[place][rows[:count], state[:count]]
    return paths, chances


def _search(
    steps: Doubles, transitions: Floats, opening: Doubles, live: Integers
) -> tuple[list[Integers], Doubles]:
    """For each step, the best state before each; and the scores of the states at the ends."""
    best = steps[0] + opening
    back = [np.zeros(best.shape, dtype=np.int64)]
    for place in range(1, len(steps)):
        count = live[place]
        scores = best[:count, :, None] + transitions
        back.append(scores.argmax(axis=1))
        best[:count] = scores.max(axis=1) + steps[place, :count]
    return back, best


def _sum_all(steps: Doubles, transitions: Floats, opening: Doubles, live: Integers) -> Doubles:
    """The logarithm of the sum over all sequences of tags, by the forward algorithm, scaled."""
    tops = steps.max(axis=2)
    weights = np.exp(steps - tops[:, :, None])
    factors = np.exp(transitions.astype(np.float64))
    forward = weights[0] * np.exp(opening)
    scales = np.ones(tops.shape)
    for place in range(1, len(steps)):
        count = live[place]
        forward[:count] = (forward[:count] @ factors) * weights[place, :count]
        scale = forward[:count].sum(axis=1)
        forward[:count] /= scale[:, None]
        scales[place, :count] = scale
    is_live = np.arange(tops.shape[1]) < live[:, None]
    logs = np.where(is_live, tops + np.log(scales), 0.0)
    return np.asarray(logs.sum(axis=0) + np.log(forward.sum(axis=1)), dtype=np.float64)


def _require(begins: int, opening: Doubles, transitions: Floats) -> tuple[Doubles, Floats, Doubles]:
    """Opening, transition and closing scores of a chain that must pass through a tag.

    Its states are the tags twice: before ``begins``, the tag with which the required label begins,
    and from there on. Only the second half may close.
    """
    tags = len(transitions)
    scores = np.full((2 * tags, 2 * tags), IMPOSSIBLE, dtype=transitions.dtype)
    scores[:tags, :tags] = scores[tags:, tags:] = transitions
    scores[:tags, tags + begins] = transitions[:, begins]
    scores[:tags, begins] = IMPOSSIBLE
    first = np.concatenate([opening, np.full(tags, IMPOSSIBLE)])
    first[begins], first[tags + begins] = IMPOSSIBLE, opening[begins]
    return first, scores, np.repeat([IMPOSSIBLE, 0.0], tags)


def read_runs(path: Integers) -> list[Run]:
    """The labelled runs of one tag sequence."""
    runs: list[Run] = []
    for place, tag in enumerate(path.tolist()):
        if tag == 0:
            continue
        label, is_inside = divmod(tag - 1, 2)
        if is_inside and runs and runs[-1].end == place and runs[-1].label == label:
            runs[-1] = runs[-1]._replace(end=place + 1)
        else:
            runs.append(Run(place, place + 1, label))
    return runs
