"""The component that finds cues and the arguments of each, as a semantic role labeller does."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from claimx.pipeline.attribution_roles.decoding import (
    ARGUMENTS,
    DECODED_TOKENS,
    SCORED_TOKENS,
    decode_arguments,
    decode_cues,
    group_by_length,
)
from claimx.pipeline.attribution_roles.distances import bucket_distances
from claimx.pipeline.attribution_roles.found import FoundAttribution, set_found
from claimx.pipeline.attribution_roles.windows import Span, find_argument_window, list_paragraphs
from claimx.pipeline.onnx_model import OnnxError, OnnxModel
from claimx.pipeline.tag_chains import Floats, Run, forbid_bio_breaks, read_runs
from claimx.pipeline.weighted import WeightedComponent
from claimx.pipeline.words import list_words

WEIGHTS = (
    "cues.weight",
    "cues.bias",
    "token.weight",
    "token.bias",
    "cue.weight",
    "cue.bias",
    "transitions",
)


class AttributionRoles(WeightedComponent):
    """Stores each cue with its source and content in ``claimx/attribution_span``.

    A linear layer over the token vectors marks cues. For each cue, a small transformer sees the
    tokens of its paragraph (and of the next, where speech goes on there), their distances to the
    cue and the cue's vector; a chain over B, I and O of source and content decodes its scores. So
    two cues in one sentence keep their own arguments, as in a semantic role labeller (He et al.,
    2017; Shi & Lin, 2019).

    It reads ``doc.tensor``, the vectors of the encoder that it was fitted with, and so goes right
    after it.

    Args:
        cue_bias: Added to the score of being no cue; below zero it finds more and less certain
            cues.
    """

    def __init__(self, name: str = "claimx_attribution_roles", *, cue_bias: float = 0.0) -> None:
        self.name = name
        self.cue_bias = cue_bias
        self.weights: dict[str, Floats] = {}
        self.graph = OnnxModel()

    def set(self, weights: dict[str, Floats], graph: bytes) -> None:
        """Give the component its fitted weights (those named in `WEIGHTS`) and the labeller.

        Raises:
            OnnxError: If a weight is missing.
        """
        missing = [name for name in WEIGHTS if name not in weights]
        if missing:
            raise OnnxError(
                f"the weights of {self.name!r} lack {', '.join(missing)}: "
                "install the pipeline again"
            )
        self.weights = {name: np.asarray(weights[name], dtype=np.float32) for name in WEIGHTS}
        self.weights["transitions"] = forbid_bio_breaks(self.weights["transitions"])
        self.graph = OnnxModel(graph)

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of ``doc``.

        Raises:
            OnnxError: If the component has no weights.
            ValueError: If ``doc`` has no vectors of the width that the component was fitted on.
        """
        set_found(doc, self.find(doc) if len(doc) else [])
        return doc

    def find(self, doc: Doc) -> list[FoundAttribution]:
        """The cues of ``doc`` in text order, each with its arguments; nothing is stored.

        Raises:
            OnnxError: If the component has no weights.
            ValueError: If ``doc`` has no vectors of the width that the component was fitted on.
        """
        if not self.weights:
            raise OnnxError(f"{self.name!r} has no weights: load the pipeline from its folder")
        vectors: Floats = np.asarray(doc.tensor, dtype=np.float32)
        width = self.weights["token.weight"].shape[1]
        if vectors.shape != (len(doc), width):
            raise ValueError(
                f"{self.name!r} needs the token vectors (width {width}) of the encoder that it was "
                "fitted with: put it right after that encoder"
            )
        words = list_words(doc)
        vectors = vectors[words.tokens]
        paragraphs, opens_quote, ends_colon = list_paragraphs(doc, words)
        cues, certainties = self._find_cues(vectors, paragraphs)
        if not cues:
            return []
        windows = [
            find_argument_window(Span(cue.start, cue.end), paragraphs, opens_quote, ends_colon)
            for cue in cues
        ]
        tokens = vectors @ self.weights["token.weight"].T + self.weights["token.bias"]
        means = np.stack([vectors[cue.start : cue.end].mean(axis=0) for cue in cues])
        projected = means @ self.weights["cue.weight"].T + self.weights["cue.bias"]
        found: dict[int, FoundAttribution] = {}

        def cut(start: int, end: int) -> DocSpan:
            first, last = words.limits(start, end)
            return doc[first:last]

        for group in group_by_length(windows, DECODED_TOKENS):
            scores, mask = self._score(
                [cues[place] for place in group],
                [windows[place] for place in group],
                tokens,
                projected[group],
            )
            paths, chances = decode_arguments(
                scores, self.weights["transitions"], mask, certainties[group]
            )
            for row, place in enumerate(group):
                cue, window = cues[place], windows[place]
                size = window.end - window.start
                found[place] = FoundAttribution(
                    cue=cut(cue.start, cue.end),
                    arguments=[
                        (
                            ARGUMENTS[run.label],
                            cut(window.start + run.start, window.start + run.end),
                        )
                        for run in read_runs(paths[row, :size])
                    ],
                    cue_chance=float(certainties[place]),
                    arguments_chance=float(chances[row]),
                )
        return [found[place] for place in sorted(found)]

    def _find_cues(self, vectors: Floats, paragraphs: list[Span]) -> tuple[list[Run], Floats]:
        scores = vectors @ self.weights["cues.weight"].T + self.weights["cues.bias"]
        scores -= scores.max(axis=1, keepdims=True)
        chances = np.exp(scores)
        chances /= chances.sum(axis=1, keepdims=True)
        scores[:, 0] += self.cue_bias
        cues = decode_cues(scores, paragraphs)
        certainties = [1 - chances[cue.start : cue.end, 0].mean() for cue in cues]
        return cues, np.asarray(certainties, dtype=np.float32)

    def _score(
        self, cues: list[Run], windows: list[Span], tokens: Floats, projected: Floats
    ) -> tuple[Floats, NDArray[np.bool_]]:
        """The scores of the tags in the windows of cues, and which words are in a window.

        Both are padded to the longest window: ``(cues, words, tags)`` and ``(cues, words)``.
        """
        length = max(window.end - window.start for window in windows)
        tags = self.weights["transitions"].shape[0]
        scores = np.zeros((len(cues), length, tags), dtype=np.float32)
        mask = np.zeros((len(cues), length), dtype=bool)
        for group in group_by_length(windows, SCORED_TOKENS):
            size = max(windows[place].end - windows[place].start for place in group)
            offsets = np.arange(size)[None]
            starts, ends = np.asarray([windows[place] for place in group]).T[:, :, None]
            first, last = np.asarray([cues[place][:2] for place in group]).T[:, :, None]
            inside = starts + offsets < ends
            places = np.minimum(starts + offsets, ends - 1)
            distances = np.minimum(places - first, 0) + np.maximum(places - last + 1, 0)
            mask[group, :size] = inside
            scores[group, :size] = self.graph.run(
                {
                    "tokens": tokens[places],
                    "cues": projected[group],
                    "distances": bucket_distances(distances),
                    "mask": inside.astype(np.int64),
                }
            )
        return scores, mask

    def pack(self) -> dict[str, Any]:
        """Settings and weights."""
        return {"cue_bias": self.cue_bias, "graph": self.graph.data, "weights": self.weights}

    def unpack(self, message: dict[str, Any]) -> None:
        """Take on what `pack` gave.

        Raises:
            OnnxError: If a weight is missing.
        """
        cue_bias = float(message["cue_bias"])
        weights, graph = dict(message["weights"]), message["graph"]
        if weights or graph:
            self.set(weights, graph)
        self.cue_bias = cue_bias
