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
# Rows, padded to the longest, times its tokens: what one run of the graph reads, and what is
# decoded at once. Decoding takes a step a token, however many rows there are.
SCORED_TOKENS, DECODED_TOKENS = 2048, 32_768


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
    searched: list[Span] = []
    best = scores.argmax(axis=1)
    for span in paragraphs:
        # Most paragraphs need no search: the best tag of each word is allowed where it stands.
        tags = best[span.start : span.end]
        if _is_allowed(tags):
            cues += _list_cues(tags, span.start)
        else:
            searched.append(span)
    for group in group_by_length(searched, DECODED_TOKENS):
        length = max(searched[place].end - searched[place].start for place in group)
        emissions = np.zeros((len(group), length, 3), dtype=np.float32)
        mask = np.zeros((len(group), length), dtype=bool)
        for row, place in enumerate(group):
            start, end = searched[place]
            emissions[row, : end - start] = scores[start:end]
            mask[row, : end - start] = True
        paths, _ = find_best_paths(emissions, transitions, mask)
        for row, place in enumerate(group):
            cues += _list_cues(paths[row], searched[place].start)
    return sorted(cues)


def _is_allowed(tags: Integers) -> bool:
    """Whether each I follows a B or an I, and each B an O."""
    before = np.concatenate([np.zeros(1, dtype=tags.dtype), tags[:-1]])
    return not (((tags == 2) & (before == 0)) | ((tags == 1) & (before != 0))).any()


def _list_cues(tags: Integers, first: int) -> list[Run]:
    return [
        Run(first + start, first + end, label)
        for start, end, label in read_runs(tags)
        if end - start <= MAX_CUE_TOKENS
    ]


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


def group_by_length(windows: Sequence[Span], tokens: int) -> list[list[int]]:
    """Places of windows of like length, padded no larger than ``tokens`` together (or one)."""
    groups: list[list[int]] = []
    for place in sorted(range(len(windows)), key=lambda p: windows[p].end - windows[p].start):
        size = windows[place].end - windows[place].start
        if groups and size * (len(groups[-1]) + 1) <= tokens:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
