"""From the scores of the layers to cues and arguments: what the tags may not say is left out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimx.pipeline.attribution_roles.windows import Span
from claimx.pipeline.tag_chains import (
    IMPOSSIBLE,
    Floats,
    Integers,
    Run,
    find_best_paths,
    forbid_bio_breaks,
    read_runs,
)

ARGUMENTS = ("SOURCE", "CONTENT")
_CONTENT = ARGUMENTS.index("CONTENT")
# From here on a cue is rather one than none.
_SURE = 0.5
# Of the 22,000 cues of PolNeAR the longest has 26 words. A longer run is no cue but noise, such as
# twenty thousand brackets, and its window would grow with it.
MAX_CUE_TOKENS = 40
# What is decoded at once: rows, padded to the longest, times its tokens.
_BATCH_TOKENS = 2048


def decode_cues(scores: Floats, paragraphs: Sequence[Span]) -> list[Run]:
    """The cues by the scores of the tags O, B and I, in text order.

    A cue lies in one paragraph, and none follows right upon another: where two touch, the scores
    decide whether they are one or which of them is none. A run of more than `MAX_CUE_TOKENS` is
    none.

    Args:
        scores: Shape ``(tokens, 3)``.
        paragraphs: Token offsets that cover the tokens.
    """
    transitions = forbid_bio_breaks(np.zeros((3, 3), dtype=np.float32))
    transitions[1:, 1] = IMPOSSIBLE
    cues: list[Run] = []
    for group in group_by_length(paragraphs):
        length = max(paragraphs[place].end - paragraphs[place].start for place in group)
        emissions = np.zeros((len(group), length, 3), dtype=np.float32)
        mask = np.zeros((len(group), length), dtype=bool)
        for row, place in enumerate(group):
            start, end = paragraphs[place]
            emissions[row, : end - start] = scores[start:end]
            mask[row, : end - start] = True
        paths, _ = find_best_paths(emissions, transitions, mask)
        for row, place in enumerate(group):
            first = paragraphs[place].start
            cues += [
                Run(first + a, first + b, label)
                for a, b, label in read_runs(paths[row])
                if b - a <= MAX_CUE_TOKENS
            ]
    return sorted(cues)


def decode_arguments(
    scores: Floats, transitions: Floats, mask: NDArray[np.bool_], cue_chances: Floats
) -> tuple[Integers, Floats]:
    """The best tags of source and content for each cue, and the probability of the whole.

    A cue that is rather one than none has a content: where the best tags have none, they are the
    best of those with one, and have their probability, which is small.

    Args:
        scores: Shape ``(cues, tokens, 5)``: O, then B and I of `ARGUMENTS`.
        transitions: Shape ``(5, 5)``, from the first to the second.
        mask: Shape ``(cues, tokens)``, True at the beginning of each row.
        cue_chances: How certain each cue is to be one, 0 to 1, shape ``(cues,)``.
    """
    paths, chances = find_best_paths(scores, transitions, mask)
    has_content = (paths == 2 * _CONTENT + 1).any(axis=1)
    lacking = ~has_content & (cue_chances >= _SURE)
    if lacking.any():
        paths[lacking], chances[lacking] = find_best_paths(
            scores[lacking], transitions, mask[lacking], required=_CONTENT
        )
    return paths, chances


def group_by_length(windows: Sequence[Span]) -> list[list[int]]:
    """Places of windows of like length, so that what is padded together stays small."""
    groups: list[list[int]] = []
    for place in sorted(range(len(windows)), key=lambda p: windows[p].end - windows[p].start):
        size = windows[place].end - windows[place].start
        if groups and size * (len(groups[-1]) + 1) <= _BATCH_TOKENS:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
