"""Best tag sequences under a linear chain (Viterbi, 1967), and what is certain of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
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
    states = len(opening)
    back = np.zeros((length, batch, states), dtype=np.int64)
    best = emissions[:, 0].astype(np.float64) + opening
    total = best.copy()
    stay = np.arange(states)
    for place in range(1, length):
        live = mask[:, place, None]
        scores = best[:, :, None] + transitions
        choice = scores.argmax(axis=1)
        chosen = np.take_along_axis(scores, choice[:, None], axis=1)[:, 0]
        best = np.where(live, chosen + emissions[:, place], best)
        back[place] = np.where(live, choice, stay)
        scores = total[:, :, None] + transitions
        top = scores.max(axis=1)
        summed = top + np.log(np.exp(scores - top[:, None]).sum(axis=1))
        total = np.where(live, summed + emissions[:, place], total)
    state = (best + closing).argmax(axis=1)
    rows = np.arange(batch)
    top = total.max(axis=1)
    everything = top + np.log(np.exp(total - top[:, None]).sum(axis=1))
    chances = np.exp(best[rows, state] - everything).astype(np.float32)
    for place in range(length - 1, -1, -1):
        paths[:, place] = state % tags
        state = back[place][rows, state]
    paths[~mask] = 0
    return paths, chances


def _require(
    begins: int, opening: NDArray[np.float64], transitions: Floats
) -> tuple[NDArray[np.float64], Floats, NDArray[np.float64]]:
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
