"""spaCy's transition-based parser, within bounds of memory.

The parser computes the features of all tokens of a Doc before its first step, 8 KB a token with a
hidden width of 128: 1.6 GB for a text of a million characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline.dep_parser import DependencyParser
from spacy.tokens import Doc

from claimx.pipeline.words import list_words

# A piece ends at the last sentence start that the layout has preset before so many words.
PIECE_TOKENS = 20_000
# How white space hangs on the word before it.
_SPACE_LABEL = "dep"


class PiecewiseParser(DependencyParser):
    """`spacy.pipeline.DependencyParser`, on words alone and within bounds of memory.

    White space is not parsed: it hangs on the word before it, so that the ends of lines change no
    tree. A Doc of more than `PIECE_TOKENS` words is cut where a sentence is known to start; where
    none is known within a piece, at its last word.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Parse ``doc``."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Parse the Docs of ``stream``; a long one by itself, the others in batches."""
        batch: list[Doc] = []
        for doc in stream:
            if len(doc) > PIECE_TOKENS:
                yield from self._parse(batch)
                batch = []
                yield from self._parse([doc])
                continue
            batch.append(doc)
            if len(batch) == batch_size:
                yield from self._parse(batch)
                batch = []
        yield from self._parse(batch)

    def _parse(self, docs: list[Doc]) -> list[Doc]:
        pieces = [take_words(doc) for doc in docs]
        flat = [piece for parts in pieces for piece in parts]
        # A piece at a time where there are many, since the parser holds all of a batch at once.
        size = 128 if len(docs) > 1 else 1
        parsed = iter(list(super().pipe(flat, batch_size=size)))
        for doc, parts in zip(docs, pieces, strict=True):
            put_back(doc, [next(parsed) for _ in parts])
        return docs


def take_words(doc: Doc) -> list[Doc]:
    """The words of ``doc`` as Docs of at most `PIECE_TOKENS`, with vectors and preset starts."""
    tokens = list_words(doc).tokens
    if not len(tokens):
        return []
    presets = doc.to_array([SENT_START]).ravel().astype(np.int64)
    # What is preset at white space holds for the word behind it.
    for place in np.flatnonzero(presets == 1).tolist():
        word = int(np.searchsorted(tokens, place))
        if word < len(tokens):
            presets[tokens[word]] = 1
    starts = presets[tokens]
    pieces = []
    for start, end in cut_pieces(starts):
        chosen = [doc[place] for place in tokens[start:end].tolist()]
        piece = Doc(
            doc.vocab,
            words=[token.text for token in chosen],
            spaces=[bool(token.whitespace_) for token in chosen],
        )
        piece.tensor = doc.tensor[tokens[start:end]]
        marks = starts[start:end].copy()
        marks[0] = 1
        piece.from_array([SENT_START], marks.view(np.uint64))  # type: ignore[arg-type]
        pieces.append(piece)
    return pieces


def put_back(doc: Doc, pieces: list[Doc]) -> None:
    """Give ``doc`` the trees of its words; white space hangs on the word before it."""
    tokens = list_words(doc).tokens
    if not len(tokens):
        return
    columns = [piece.to_array([HEAD, DEP]) for piece in pieces]
    words = np.concatenate(columns)
    offsets = words[:, 0].astype(np.int64)
    heads = tokens[np.arange(len(tokens)) + offsets]
    places = np.arange(len(doc))
    before = np.maximum(np.searchsorted(tokens, places, side="right") - 1, 0)
    absolute = tokens[before]
    absolute[tokens] = heads
    labels: NDArray[np.uint64] = np.full(
        len(doc), doc.vocab.strings.add(_SPACE_LABEL), dtype=np.uint64
    )
    labels[tokens] = words[:, 1]
    relative = (absolute - places).astype(np.int64).view(np.uint64)
    doc.from_array([HEAD, DEP], np.stack([relative, labels], axis=1))  # type: ignore[arg-type]


def cut_pieces(starts: NDArray[np.int64], size: int = 0) -> list[tuple[int, int]]:
    """Half-open word offsets of pieces of at most ``size`` words (`PIECE_TOKENS` by default).

    ``starts`` is 1 where a sentence is known to start, shape ``(words,)``.
    """
    size = size or PIECE_TOKENS
    pieces = []
    start = 0
    while start < len(starts):
        end = min(start + size, len(starts))
        if end < len(starts):
            known = (i for i in range(end, start, -1) if starts[i] == 1)
            end = next(known, end)
        pieces.append((start, end))
        start = end
    return pieces
