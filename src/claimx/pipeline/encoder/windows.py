"""Cuts a long Doc into windows that the encoder can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from claimx.pipeline.encoder.quote_states import find_quote_states
from claimx.pipeline.encoder.word_pieces import BLANK_LINE, END, PADDING, START, WordPieces
from claimx.pipeline.words import list_words

_SENTENCE_ENDS = frozenset(".!?…")
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PieceSequence:
    """The words of a Doc, its tokens without those of white space, as word pieces.

    White space leaves no trace but one piece between two paragraphs, which belongs to no word: line
    ends, doubled spaces and blank lines at either end of the text change nothing.

    Attributes:
        ids, cases, quotes: Shape ``(pieces,)``: each piece with the letter case and the quote
            state of its word.
        starts, ends: Shape ``(words,)``: word ``i`` has the pieces ``starts[i]:ends[i]``.
        breaks: Shape ``(words + 1,)``: how good a place the text before each word is for a cut.
        tokens: Shape ``(words,)``: the place of each word among the tokens of the Doc.
        size: The number of tokens of the Doc.
    """

    ids: Integers
    cases: Integers
    quotes: Integers
    starts: Integers
    ends: Integers
    breaks: Integers
    tokens: Integers
    size: int

    @property
    def belongs(self) -> NDArray[np.bool_]:
        """Whether each piece belongs to a word, shape ``(pieces,)``."""
        return self.spread(np.ones(len(self.starts), dtype=np.int64)).astype(bool)

    def spread(self, values: Integers) -> Integers:
        """A value of each word at each of its pieces, 0 between paragraphs."""
        pieces = np.zeros(len(self.ids), dtype=np.int64)
        lengths = self.ends - self.starts
        shifts = np.repeat(self.starts - np.cumsum(lengths) + lengths, lengths)
        pieces[shifts + np.arange(len(shifts))] = np.repeat(values, lengths)
        return pieces


@dataclass(frozen=True, slots=True)
class Window:
    """Half-open word offsets: vectors are wanted from ``start``, text is read from ``first``."""

    first: int
    start: int
    end: int


def split_doc(doc: Doc, word_pieces: WordPieces) -> PieceSequence:
    """The pieces of the words of ``doc``, each word with at least one."""
    words = list_words(doc)
    blank = word_pieces.id_of(BLANK_LINE)
    begins = {start for start, _ in words.paragraphs[1:]}
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    cases = np.zeros(len(words.tokens), dtype=np.int64)
    breaks = np.zeros(len(words.tokens) + 1, dtype=np.int64)
    for word, place in enumerate(words.tokens.tolist()):
        if word in begins:
            breaks[word] = 2
            ids.append(blank)
        token = doc[place]
        text = token.text
        pieces, cases[word] = word_pieces.split(text, token.orth)
        starts.append(len(ids))
        ids += pieces
        ends.append(len(ids))
        if text in _SENTENCE_ENDS:
            breaks[word + 1] = 1
    nothing = np.zeros(0, dtype=np.int64)
    sequence = PieceSequence(
        ids=np.asarray(ids, dtype=np.int64),
        cases=nothing,
        quotes=nothing,
        starts=np.asarray(starts, dtype=np.int64),
        ends=np.asarray(ends, dtype=np.int64),
        breaks=breaks,
        tokens=words.tokens,
        size=len(doc),
    )
    quotes = find_quote_states(doc)[words.tokens]
    return replace(sequence, cases=sequence.spread(cases), quotes=sequence.spread(quotes))


def cut_windows(sequence: PieceSequence, max_pieces: int, context: int) -> list[Window]:
    """Windows that cover all words once, none with more than ``max_pieces`` pieces.

    A cut falls on the last of the best breaks in a window's second half: between paragraphs,
    else between sentences. Each window but the first reads up to ``context`` pieces of what
    stands before it, which counts towards its size.
    """
    starts, ends = sequence.starts, sequence.ends
    words = len(starts)
    windows = []
    start = first = 0
    while start < words:
        room = starts[first] + max_pieces
        end = int(np.searchsorted(ends, room, side="right"))
        end = min(max(end, start + 1), words)
        if end < words:
            half = int(np.searchsorted(starts, (starts[start] + ends[end - 1]) // 2))
            half = max(half, start + 1)
            choices = sequence.breaks[half : end + 1][::-1]
            end -= int(np.argmax(choices))
        windows.append(Window(first, start, end))
        start = end
        first = int(np.searchsorted(starts, starts[start] - context)) if start < words else start
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
    limits = [(s.starts[window.first], s.ends[window.end - 1]) for s, window in items]
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
