"""The component that finds names: a layer that was fitted together with the encoder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import SENT_START
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example

from claimx.pipeline.onnx_model import OnnxError
from claimx.pipeline.tag_chains import Floats, find_best_paths, forbid_bio_breaks, read_runs
from claimx.pipeline.weighted import WeightedComponent
from claimx.pipeline.words import list_words


class EntityRecognizer(WeightedComponent):
    """Sets ``doc.ents``.

    A linear layer over the token vectors scores B and I of each label and O; the best sequence of
    each sentence that BIO allows is taken. A name may run over the end of a line, not over that of
    a paragraph.

    It reads ``doc.tensor``, the vectors of the encoder that it was fitted with, and so needs that
    encoder to be the last before it. It keeps entities that are set already.
    """

    def __init__(self, name: str = "ner") -> None:
        self.name = name
        self._labels: tuple[str, ...] = ()
        self.weight: Floats = np.zeros((0, 0), dtype=np.float32)
        self.bias: Floats = np.zeros(0, dtype=np.float32)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the entities."""
        return self._labels

    def set(self, labels: Sequence[str], weight: Floats, bias: Floats) -> None:
        """Give the component its labels and its fitted layer.

        ``weight`` is ``(tags, width)`` and ``bias`` ``(tags,)``; tag 0 is O, label ``n`` has the
        tags ``2n + 1`` (B) and ``2n + 2`` (I).

        Raises:
            OnnxError: If the numbers of labels and of tags do not fit.
        """
        tags = 2 * len(labels) + 1
        if weight.shape[:1] != (tags,) or bias.shape != (tags,):
            raise OnnxError(
                f"the weights of {self.name!r} are of other labels: install the pipeline again"
            )
        self._labels = tuple(labels)
        self.weight = np.asarray(weight, dtype=np.float32)
        self.bias = np.asarray(bias, dtype=np.float32)
        self.transitions = forbid_bio_breaks(np.zeros((tags, tags), dtype=np.float32))

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of ``doc``.

        Raises:
            OnnxError: If the component has no weights.
            ValueError: If ``doc`` has no vectors of the width that the component was fitted on.
        """
        found = self.find(doc) if len(doc) else []
        taken = {token.i for entity in doc.ents for token in entity}
        free = [span for span in found if taken.isdisjoint(range(span.start, span.end))]
        doc.set_ents([*doc.ents, *free], default="outside")
        return doc

    def find(self, doc: Doc) -> list[Span]:
        """The entities of ``doc`` in text order; nothing is stored.

        Raises:
            OnnxError: If the component has no weights.
            ValueError: If ``doc`` has no vectors of the width that the component was fitted on.
        """
        if not self._labels:
            raise OnnxError(f"{self.name!r} has no weights: load the pipeline from its folder")
        vectors: Floats = np.asarray(doc.tensor, dtype=np.float32)
        if vectors.shape != (len(doc), self.weight.shape[1]):
            raise ValueError(
                f"{self.name!r} needs the token vectors (width {self.weight.shape[1]}) of the "
                "encoder that it was fitted with: no other may come between"
            )
        scores = vectors @ self.weight.T + self.bias
        best = scores.argmax(axis=1)
        spans = []
        for words in _list_stretches(doc):
            tags = best[words]
            if not tags.any():
                continue
            if not _is_allowed(tags):
                mask = np.ones((1, len(words)), dtype=bool)
                tags = find_best_paths(scores[words][None], self.transitions, mask)[0][0]
            spans += [
                Span(
                    doc, int(words[run.start]), int(words[run.end - 1]) + 1, self._labels[run.label]
                )
                for run in read_runs(tags)
            ]
        return spans

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Precision, recall, F1 (``ents_p``, ``ents_r``, ``ents_f``), as spaCy scores entities."""
        scores: dict[str, Any] = get_ner_prf(examples)
        return scores

    def pack(self) -> dict[str, Any]:
        """Labels and weights."""
        return {"labels": list(self._labels), "weight": self.weight, "bias": self.bias}

    def unpack(self, message: dict[str, Any]) -> None:
        """Take on what `pack` gave.

        Raises:
            OnnxError: If the numbers of labels and of tags do not fit.
        """
        labels = [str(label) for label in message["labels"]]
        weight, bias = np.asarray(message["weight"]), np.asarray(message["bias"])
        if labels:
            self.set(labels, weight, bias)


def _list_stretches(doc: Doc) -> Iterator[NDArray[np.int64]]:
    """The places of the words that one name may lie in: of each sentence, cut at paragraphs."""
    words = list_words(doc)
    starts = {start for start, _ in words.paragraphs}
    if doc.has_annotation("SENT_START"):
        begins = doc.to_array([SENT_START]).ravel()[words.tokens].astype(np.int64)
        starts |= set(np.flatnonzero(begins == 1).tolist())
    limits = [*sorted(starts), len(words.tokens)]
    for start, end in pairwise(limits):
        yield words.tokens[start:end]


def _is_allowed(tags: NDArray[np.int64]) -> bool:
    """Whether each inside tag follows a tag of its label."""
    before = np.concatenate([np.zeros(1, dtype=np.int64), tags[:-1]])
    is_inside = (tags > 0) & (tags % 2 == 0)
    return bool(((before == tags) | (before == tags - 1))[is_inside].all())
