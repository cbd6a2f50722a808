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
    emissions: Floats, transitions: Floats, mask: NDArray[np.bool_]
) -> tuple[Integers, Floats]:
    """The best tags of each sequence and their probability.

    Args:
        emissions: Scores of shape ``(batch, length, tags)``.
        transitions: Scores of shape ``(tags, tags)``, from the first to the second. No sequence
            begins with an inside tag.
        mask: Shape ``(batch, length)``, True at the beginning of each row.

    Returns:
        The tags, ``(batch, length)``, 0 where ``mask`` is False, and the probability of each whole
        sequence among all others, ``(batch,)``.
    """
    batch, length, tags = emissions.shape
    paths = np.zeros((batch, length), dtype=np.int64)
    if not batch or not length:
        return paths, np.zeros(batch, dtype=np.float32)
    back = np.zeros((length, batch, tags), dtype=np.int64)
    best = emissions[:, 0].astype(np.float64)
    best[:, 2::2] += IMPOSSIBLE
    total = best.copy()
    stay = np.arange(tags)
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
    tag = best.argmax(axis=1)
    rows = np.arange(batch)
    top = total.max(axis=1)
    everything = top + np.log(np.exp(total - top[:, None]).sum(axis=1))
    chances = np.exp(best[rows, tag] - everything).astype(np.float32)
    for place in range(length - 1, -1, -1):
        paths[:, place] = tag
        tag = back[place][rows, tag]
    paths[~mask] = 0
    return paths, chances


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
