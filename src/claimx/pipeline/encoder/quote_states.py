"""Where tokens stand relative to quotation marks."""

from __future__ import annotations

import re
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from claimx.pipeline.layout.paragraphs import read_paragraphs
from claimx.pipeline.quotes.pairs import pair_marks

_ANY_MARK = re.compile("[\"'`“”„‟‘’‚‛«»‹›]")


class QuoteState(IntEnum):
    """Whether a token stands inside quotation marks or is one."""

    OUTSIDE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3
    UNCLOSED = 4


def find_quote_states(doc: Doc) -> NDArray[np.int64]:
    """The `QuoteState` of each token, shape ``(tokens,)``.

    A token is inside where one of its characters is; a mark that is glued to a word counts as word.
    """
    states = np.zeros(len(doc), dtype=np.int64)
    text = doc.text
    if not _ANY_MARK.search(text):
        return states
    starts = np.asarray([token.idx for token in doc], dtype=np.int64)
    for paragraph in read_paragraphs(doc):
        first, last = paragraph.start, paragraph.end
        if not _ANY_MARK.search(text, first, last):
            continue
        for stretch in pair_marks(text, first, last).stretches:
            begin, end = stretch.inner
            opening = int(np.searchsorted(starts, stretch.start, side="right")) - 1
            inside = max(opening, int(np.searchsorted(starts, begin, side="right")) - 1)
            stop = int(np.searchsorted(starts, end, side="left"))
            state = QuoteState.INSIDE if stretch.closing else QuoteState.UNCLOSED
            states[inside:stop] = state
            if inside > opening >= 0:
                states[opening] = QuoteState.OPENING
            if stretch.closing and stop < len(starts) and starts[stop] < stretch.end:
                states[stop] = QuoteState.CLOSING
    return states
