"""Cuts a long Doc into windows that the encoder can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from claimx.pipeline.encoder.quote_states import find_quote_states
from claimx.pipeline.encoder.word_pieces import (
    BLANK_LINE,
    END,
    LINE_BREAK,
    PADDING,
    START,
    WordPieces,
)

_SENTENCE_ENDS = frozenset(".!?…")
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PieceSequence:
    """A Doc as word pieces.

    Attributes:
        ids, cases, quotes: Shape ``(pieces,)``: each piece with the letter case and the quote
            state of its token.
        offsets: Shape ``(tokens + 1,)``: token ``i`` has the pieces ``offsets[i]:offsets[i + 1]``.
        breaks: Shape ``(tokens + 1,)``: how good a place the text before each token is for a cut.
    """

    ids: Integers
    cases: Integers
    quotes: Integers
    offsets: Integers
    breaks: Integers


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open token offsets: vectors are wanted from ``start``, text is read from ``first``."""

    first: int
    start: int
    end: int


def split_doc(doc: Doc, word_pieces: WordPieces) -> PieceSequence:
    """The pieces of ``doc``, each token with at least one."""
    blank, line = word_pieces.id_of(BLANK_LINE), word_pieces.id_of(LINE_BREAK)
    ids: list[int] = []
    cases = np.zeros(len(doc), dtype=np.int64)
    lengths = np.zeros(len(doc), dtype=np.int64)
    breaks = np.zeros(len(doc) + 1, dtype=np.int64)
    for place, token in enumerate(doc):
        text = token.text
        pieces, case = word_pieces.split(text, token.orth)
        ids += pieces
        cases[place] = case
        lengths[place] = len(pieces)
        if len(pieces) == 1 and pieces[0] in (blank, line):
            breaks[place + 1] = 3 if pieces[0] == blank else 2
        elif text in _SENTENCE_ENDS:
            breaks[place + 1] = 1
    return PieceSequence(
        np.asarray(ids, dtype=np.int64),
        np.repeat(cases, lengths),
        np.repeat(find_quote_states(doc), lengths),
        np.concatenate([[0], np.cumsum(lengths)]),
        breaks,
    )


def cut_windows(sequence: PieceSequence, max_pieces: int, context: int) -> list[Window]:
    """Windows that cover all tokens once, none with more than ``max_pieces`` pieces.

    A cut falls on the last of the best breaks in a window's second half: between paragraphs,
    else lines, else sentences. Each window but the first reads up to ``context`` pieces of what
    stands before it, which counts towards its size.
    """
    offsets = sequence.offsets
    tokens = len(offsets) - 1
    windows = []
    start = first = 0
    while start < tokens:
        room = offsets[first] + max_pieces
        end = int(np.searchsorted(offsets, room, side="right")) - 1
        end = min(max(end, start + 1), tokens)
        if end < tokens:
            half = int(np.searchsorted(offsets, (offsets[start] + offsets[end]) // 2))
            half = max(half, start + 1)
            choices = sequence.breaks[half : end + 1][::-1]
            end -= int(np.argmax(choices))
        windows.append(Window(first, start, end))
        start = end
        first = int(np.searchsorted(offsets, offsets[start] - context)) if start < tokens else start
    return windows


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of a Doc, padded to one length.

    Attributes:
        ids, cases, quotes: Shape ``(windows, length)``.
        mask: The same shape, 1 for pieces and 0 for padding.
    """

    ids: Integers
    cases: Integers
    quotes: Integers
    mask: Integers


def make_batch(
    sequence: PieceSequence, windows: Sequence[Window], word_pieces: WordPieces
) -> Batch:
    """The windows as arrays, with the pieces of start and end around each."""
    return join_batch([(sequence, window) for window in windows], word_pieces)


def join_batch(items: Sequence[tuple[PieceSequence, Window]], word_pieces: WordPieces) -> Batch:
    """Windows of any Docs as arrays."""
    limits = [(s.offsets[window.first], s.offsets[window.end]) for s, window in items]
    length = max(int(b - a) for a, b in limits) + 2
    shape = (len(items), length)
    ids = np.full(shape, word_pieces.id_of(PADDING), dtype=np.int64)
    cases, quotes, mask = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    ids[:, 0] = word_pieces.id_of(START)
    for row, ((sequence, _), (a, b)) in enumerate(zip(items, limits, strict=True)):
        size = int(b - a)
        ids[row, 1 : size + 1] = sequence.ids[a:b]
        ids[row, size + 1] = word_pieces.id_of(END)
        cases[row, 1 : size + 1] = sequence.cases[a:b]
        quotes[row, 1 : size + 1] = sequence.quotes[a:b]
        mask[row, : size + 2] = 1
    return Batch(ids, cases, quotes, mask)
