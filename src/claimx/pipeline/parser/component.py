"""spaCy's transition-based parser, within bounds of memory.

The parser computes the features of all tokens of a Doc before its first step, 8 KB a token with a
hidden width of 128: 1.6 GB for a text of a million characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline.dep_parser import DependencyParser
from spacy.tokens import Doc

# A piece ends at the last sentence start that the layout has preset before so many tokens.
PIECE_TOKENS = 20_000


class PiecewiseParser(DependencyParser):
    """`spacy.pipeline.DependencyParser`, but a long Doc is parsed in pieces of whole paragraphs.

    A Doc of at most `PIECE_TOKENS` tokens is parsed as spaCy does. A longer one is cut where a
    sentence is known to start; where none is known within a piece, at its last token.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Parse ``doc``."""
        limits = cut_pieces(doc)
        if len(limits) < 2:
            parsed: Doc = super().__call__(doc)
            return parsed
        starts = doc.to_array([SENT_START])
        arrays = []
        for start, end in limits:
            piece = doc[start:end].as_doc()
            piece.tensor = doc.tensor[start:end]
            presets = starts[start:end].copy()
            presets[0] = 1
            piece.from_array([SENT_START], presets)  # type: ignore[arg-type]
            arrays.append(super().__call__(piece).to_array([HEAD, DEP]))
        for label in self.labels:
            doc.vocab.strings.add(label)
        return doc.from_array([HEAD, DEP], np.concatenate(arrays))  # type: ignore[arg-type]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Parse the Docs of ``stream``; a long one by itself, the others in batches."""
        batch: list[Doc] = []
        for doc in stream:
            if len(doc) > PIECE_TOKENS:
                yield from super().pipe(batch, batch_size=batch_size)
                batch = []
                yield self(doc)
                continue
            batch.append(doc)
            if len(batch) == batch_size:
                yield from super().pipe(batch, batch_size=batch_size)
                batch = []
        yield from super().pipe(batch, batch_size=batch_size)


def cut_pieces(doc: Doc, size: int = 0) -> list[tuple[int, int]]:
    """Half-open token offsets of pieces of at most ``size`` tokens (`PIECE_TOKENS` by default)."""
    size = size or PIECE_TOKENS
    pieces = []
    start = 0
    while start < len(doc):
        end = min(start + size, len(doc))
        if end < len(doc):
            known = (i for i in range(end, start, -1) if doc[i].is_sent_start is True)
            end = next(known, end)
        pieces.append((start, end))
        start = end
    return pieces
