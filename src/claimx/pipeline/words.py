"""The words of a Doc, its tokens without those of white space, and their paragraphs.

What the fitted layers read counts in words, so that line ends, doubled spaces and blank lines at
either end of a text change nothing of what is found.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, IS_SPACE
from spacy.tokens import Doc

from claimx.pipeline.layout.paragraphs import read_paragraphs

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """Words and paragraphs of a Doc.

    Attributes:
        tokens: Shape ``(words,)``: the place of each word among the tokens.
        paragraphs: Half-open word offsets that cover the words, none of them empty.
    """

    tokens: Integers
    paragraphs: list[tuple[int, int]]

    def limits(self, start: int, end: int) -> tuple[int, int]:
        """Half-open token offsets of the words ``start`` to ``end``, of which there is one."""
        return int(self.tokens[start]), int(self.tokens[end - 1]) + 1


def list_words(doc: Doc) -> Words:
    """The words of ``doc``."""
    if not len(doc):
        return Words(np.zeros(0, dtype=np.int64), [])
    columns = doc.to_array([IS_SPACE, IDX]).astype(np.int64)
    is_space, places = columns[:, 0].astype(bool), columns[:, 1]
    tokens = np.flatnonzero(~is_space)
    # Words before each token, and so the number of a word that stands there.
    before = np.concatenate([[0], np.cumsum(~is_space)])
    starts = [0]
    for paragraph in read_paragraphs(doc)[1:]:
        token = int(np.searchsorted(places, paragraph.start, side="right")) - 1
        start = int(before[max(token, 0)])
        if starts[-1] < start < len(tokens):
            starts.append(start)
    ends = [*starts[1:], len(tokens)]
    return Words(tokens, [(a, b) for a, b in zip(starts, ends, strict=True) if a < b])
