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
Floats3d = NDArray[np.float32]
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
    width: int = 384, max_pieces: int = 160, context: int = 32, batch_pieces: int = 2048
) -> Model[list[Doc], Vectors]:
    """A transformer with fixed weights; one vector a token, the mean over its word pieces.

    The weights come with ``from_disk``; what is fitted on top learns nothing through it.

    Args:
        width: Of the vectors.
        max_pieces: Word pieces of a window at most. Windows are cut between paragraphs, where
            there is no end between sentences, else anywhere.
        context: Word pieces of the text before a window that it reads besides.
        batch_pieces: Word pieces of a document, padding included, that are encoded at once; windows
            of like length go together.

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
        attrs={"max_pieces": max_pieces, "context": context, "batch_pieces": batch_pieces},
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

    The graph scales its activations by batch, so that no batch holds windows of two documents: a
    document has the same vectors in whatever company it comes.
    """
    return [_encode_one(model, sequence) for sequence in sequences]


def _encode_one(model: Model[list[Doc], Vectors], sequence: PieceSequence) -> Floats2d:
    shim = cast("EncoderShim", model.shims[0])
    assert shim.word_pieces is not None
    vectors = np.zeros((len(sequence.offsets) - 1, model.get_dim("nO")), dtype=np.float32)
    windows = cut_windows(sequence, model.attrs["max_pieces"], model.attrs["context"])
    for group in group_by_length(sequence, windows, model.attrs["batch_pieces"]):
        batch = make_batch(sequence, group, shim.word_pieces)
        output = shim.graph.run(
            {"ids": batch.ids, "cases": batch.cases, "quotes": batch.quotes, "mask": batch.mask}
        )
        pool_pieces(group, output, sequence, vectors)
    return vectors


def group_by_length(
    sequence: PieceSequence, windows: list[Window], batch_pieces: int
) -> list[list[Window]]:
    """Windows of like length together, padded no larger than ``batch_pieces`` (or one window)."""
    offsets = sequence.offsets

    def size(window: Window) -> int:
        return int(offsets[window.end] - offsets[window.first]) + 2

    groups: list[list[Window]] = []
    for window in sorted(windows, key=size):
        if groups and size(window) * (len(groups[-1]) + 1) <= batch_pieces:
            groups[-1].append(window)
        else:
            groups.append([window])
    return groups


def pool_pieces(
    windows: list[Window], output: Floats3d, sequence: PieceSequence, vectors: Floats2d
) -> None:
    """Write the mean over each token's pieces, of which it has at least one, to ``vectors``."""
    offsets = sequence.offsets
    for row, window in enumerate(windows):
        # The first column is the piece of the start, then comes what stands before the window.
        first = 1 - int(offsets[window.first])
        starts = offsets[window.start : window.end] + first
        sums = np.add.reduceat(output[row, : int(offsets[window.end]) + first], starts, axis=0)
        lengths = np.diff(offsets[window.start : window.end + 1]).astype(np.float32)
        vectors[window.start : window.end] = sums / lengths[:, None]
