"""The encoder as a thinc layer: Docs to token vectors, the ``tok2vec`` of spaCy's own heads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.shims import Shim

from claimx.pipeline.encoder.windows import (
    PieceSequence,
    Window,
    cut_windows,
    make_batch,
    split_doc,
)
from claimx.pipeline.encoder.word_pieces import WordPieces
from claimx.pipeline.onnx_model import OnnxError, OnnxModel
from claimx.pipeline.weighted import refuse_damage

Floats2d = NDArray[np.float32]
Vectors = list[Floats2d]


class EncoderShim(Shim):
    """What thinc saves, copies and pickles with the layer: the graph and the word pieces."""

    def __init__(self) -> None:
        super().__init__(None)
        self.graph = OnnxModel()
        self.word_pieces: WordPieces | None = None

    def set(self, graph: bytes, vocabulary: list[str]) -> None:
        """Give the layer its weights and its word pieces, in the order of their ids."""
        self.graph = OnnxModel(graph)
        self.word_pieces = WordPieces(vocabulary)

    def to_bytes(self) -> bytes:
        """Graph and word pieces as one message."""
        pieces = list(self.word_pieces.vocabulary) if self.word_pieces else []
        data: bytes = srsly.msgpack_dumps({"graph": self.graph.data, "pieces": "\n".join(pieces)})
        return data

    def from_bytes(self, bytes_data: bytes) -> EncoderShim:
        """Set what ``to_bytes`` gave.

        Raises:
            OnnxError: If it is something else.
        """
        with refuse_damage("the encoder"):
            message = srsly.msgpack_loads(bytes_data)
            graph, pieces = message["graph"], message["pieces"]
            # A layer that was saved without weights comes back without.
            if graph or pieces:
                self.set(graph, pieces.split("\n"))
        return self

    def to_device(self, device_type: str, device_id: int) -> None:
        """The graph runs on the CPU, whatever the other layers use."""

    def copy(self) -> EncoderShim:
        """A layer of its own with the same weights."""
        copied = EncoderShim()
        copied.graph, copied.word_pieces = OnnxModel(self.graph.data), self.word_pieces
        return copied

    def __getstate__(self) -> bytes:
        return self.to_bytes()

    def __setstate__(self, data: bytes) -> None:
        EncoderShim.__init__(self)
        self.from_bytes(data)


@registry.architectures("claimx.Encoder.v1")  # type: ignore[untyped-decorator]
def build_encoder(
    width: int = 384, max_pieces: int = 160, context: int = 32
) -> Model[list[Doc], Vectors]:
    """A transformer with fixed weights; one vector a word, the mean over its word pieces.

    White space gets zeros.

    The weights come with ``from_disk``; what is fitted on top learns nothing through it.

    Args:
        width: Of the vectors.
        max_pieces: Word pieces of a window at most. Windows are cut between paragraphs, where
            there is no end between sentences, else anywhere.
        context: Word pieces of the text before a window that it reads besides.

    Returns:
        A layer from Docs to arrays of shape ``(tokens, width)``, float32.

    Raises:
        ValueError: If ``max_pieces`` is not 32 to 510, or ``context`` more than half of it.
    """
    if not 0 <= context <= max_pieces // 2 or max_pieces > 510 or max_pieces < 32:
        raise ValueError(
            f"max_pieces must be 32 to 510 and context at most half of it, not {max_pieces} "
            f"and {context}"
        )
    return Model(
        "claimx_encoder",
        forward,
        dims={"nO": width},
        attrs={"max_pieces": max_pieces, "context": context},
        shims=[EncoderShim()],
    )


def forward(
    model: Model[list[Doc], Vectors], docs: list[Doc], is_train: bool
) -> tuple[Vectors, Callable[[Any], Any]]:
    """The vectors of the tokens of each Doc, float32; nothing is learned, so nothing goes back.

    Raises:
        OnnxError: If the layer has no weights or they cannot be run here.
    """

    def backprop(gradients: Any) -> list[Doc]:
        return []

    shim = cast("EncoderShim", model.shims[0])
    if shim.word_pieces is None:
        shim.graph.check()
        raise OnnxError("the encoder has no word pieces: load the pipeline from its folder")
    return encode(model, [split_doc(doc, shim.word_pieces) for doc in docs]), backprop


def encode(model: Model[list[Doc], Vectors], sequences: list[PieceSequence]) -> Vectors:
    """The vectors of the tokens of documents that are split into pieces already.

    A document has the same vectors in whatever company it comes.
    """
    return [_encode_one(model, sequence) for sequence in sequences]


def _encode_one(model: Model[list[Doc], Vectors], sequence: PieceSequence) -> Floats2d:
    shim = cast("EncoderShim", model.shims[0])
    assert shim.word_pieces is not None
    vectors = np.zeros((sequence.size, model.get_dim("nO")), dtype=np.float32)
    # One window at a time: the graph scales its activations by batch, so that in company a change
    # in one window would reach all others, and larger batches are slower besides.
    for window in cut_windows(sequence, model.attrs["max_pieces"], model.attrs["context"]):
        batch = make_batch(sequence, [window], shim.word_pieces)
        output = shim.graph.run(
            {"ids": batch.ids, "cases": batch.cases, "quotes": batch.quotes, "mask": batch.mask}
        )
        pool_pieces(window, output[0], sequence, vectors)
    return vectors


def pool_pieces(
    window: Window, output: Floats2d, sequence: PieceSequence, vectors: Floats2d
) -> None:
    """Write the mean over the pieces of each word of ``window`` to its row of ``vectors``.

    ``output`` has a row for the piece of the start, then one for each piece of the window.
    """
    shift = 1 - int(sequence.starts[window.first])
    starts = sequence.starts[window.start : window.end] + shift
    ends = sequence.ends[window.start : window.end] + shift
    # Every second sum is that of the pieces between two words.
    sums = np.add.reduceat(output, np.stack([starts, ends], axis=1).ravel(), axis=0)[::2]
    places = sequence.tokens[window.start : window.end]
    vectors[places] = sums / (ends - starts).astype(np.float32)[:, None]
