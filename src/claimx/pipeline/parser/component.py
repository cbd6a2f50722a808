"""The component that parses: a graph-based parser over the vectors of the encoder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, IS_ALPHA, SENT_START
from spacy.pipeline.dep_parser import parser_score
from spacy.tokens import Doc
from spacy.training import Example

from claimx.pipeline.onnx_model import OnnxError
from claimx.pipeline.parser.trees import find_heads
from claimx.pipeline.tag_chains import Floats
from claimx.pipeline.weighted import WeightedComponent
from claimx.pipeline.words import Integers, list_words

WEIGHTS = (
    "starts.before",
    "starts.here",
    "starts.bias",
    "starts.output",
    "starts.output_bias",
    "arcs.views",
    "arcs.bias",
    "arcs.pairs",
    "labels.views",
    "labels.bias",
    "labels.output",
    "labels.output_bias",
)
# A sentence of more words is cut where one most likely begins: scores of pairs are its square.
LONGEST = 250
# What is scored at once, in words: bounds the memory of a long text.
_STRETCH = 4000
_LEAK = np.float32(0.1)
_FORBIDDEN = np.float32(1e6)
_ROOT, _PUNCTUATION = "ROOT", "punct"
# How white space hangs on the word before it.
_SPACE = "dep"


class BiaffineParser(WeightedComponent):
    """Sets ``token.head``, ``token.dep`` and the starts of sentences.

    A layer over the vectors of a word and the one before it tells where sentences begin, which
    what is preset (``token.is_sent_start``) overrules; a longer one than `LONGEST` words is cut all
    the same. In a sentence, every pair of words is scored by a biaffine form of two views of their
    vectors (Dozat & Manning, 2017), and the best tree is taken, its crossing arcs moved unless
    they are very many. A hidden layer over both ends of an arc tells its label (Kiperwasser &
    Goldberg, 2016). White space hangs on the word before it, so that the ends of lines change no
    tree.

    It reads ``doc.tensor``, the vectors of the encoder that it was fitted with, and so needs that
    encoder to be the last before it.
    """

    def __init__(self, name: str = "parser") -> None:
        self.name = name
        self._labels: tuple[str, ...] = ()
        self.weights: dict[str, Floats] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of dependencies."""
        return self._labels

    def set(self, labels: Sequence[str], weights: Mapping[str, Floats]) -> None:
        """Give the component its labels and its fitted layers, all of `WEIGHTS`.

        Raises:
            OnnxError: If a layer is missing, or their shapes and the labels do not fit.
        """
        taken = {name: np.asarray(weights[name], dtype=np.float32) for name in WEIGHTS}
        if not _fit_together(taken, len(labels)) or not {_ROOT, _PUNCTUATION} <= set(labels):
            raise OnnxError(
                f"the weights of {self.name!r} are of other labels: install the pipeline again"
            )
        self._labels, self.weights = tuple(labels), taken

    def __call__(self, doc: Doc) -> Doc:
        """Parse ``doc``.

        Raises:
            OnnxError: If the component has no weights.
            ValueError: If ``doc`` has no vectors of the width that the component was fitted on.
        """
        if not self._labels:
            raise OnnxError(f"{self.name!r} has no weights: load the pipeline from its folder")
        width = len(self.weights["arcs.views"])
        if len(doc) and np.shape(doc.tensor) != (len(doc), width):
            raise ValueError(
                f"{self.name!r} needs the token vectors (width {width}) of the encoder that it was "
                "fitted with: no other may come between"
            )
        tokens = list_words(doc).tokens
        if len(doc) and not len(tokens):
            doc.from_array([SENT_START], np.asarray([1] + [-1] * (len(doc) - 1)).view(np.uint64))  # type: ignore[arg-type]
        if len(tokens):
            vectors: Floats = np.asarray(doc.tensor[tokens], dtype=np.float32)
            limits = self._cut_sentences(vectors, read_presets(doc, tokens))
            may_be_mark = ~doc.to_array([IS_ALPHA]).ravel()[tokens].astype(bool)
            heads, labels = self._find_trees(vectors, limits, may_be_mark)
            set_trees(doc, tokens, heads, [self._labels[label] for label in labels.tolist()])
        return doc

    def _cut_sentences(self, vectors: Floats, presets: Integers) -> list[int]:
        """The words that begin a sentence and the number of words.

        ``presets`` is 1 where one begins, -1 where none does and 0 where nothing is known.
        """
        weights = self.weights
        before = vectors @ weights["starts.before"]
        hidden = vectors @ weights["starts.here"] + weights["starts.bias"]
        hidden[1:] += before[:-1]
        scores = np.maximum(hidden, 0) @ weights["starts.output"] + weights["starts.output_bias"]
        begins = (presets == 1) | ((scores > 0) & (presets == 0))
        begins[0] = True
        limits = [*np.flatnonzero(begins).tolist(), len(vectors)]
        # What is too long is cut all the same, though where it may be.
        scores -= _FORBIDDEN * (presets == -1)
        cuts = [place for start, end in pairwise(limits) for place in _cut_long(scores, start, end)]
        return sorted([*limits, *cuts])

    def _find_trees(
        self, vectors: Floats, limits: Sequence[int], may_be_mark: NDArray[np.bool_]
    ) -> tuple[Integers, Integers]:
        """The head and the label of each word; those of letters alone may not be marks."""
        heads = np.zeros(len(vectors), dtype=np.int64)
        labels = np.zeros(len(vectors), dtype=np.int64)
        for stretch in _group(limits):
            first, last = stretch[0], stretch[-1]
            inside = vectors[first:last]
            found = self._find_heads(inside, [limit - first for limit in stretch])
            heads[first:last] = found + first
            labels[first:last] = self._find_labels(inside, found, may_be_mark[first:last])
        return heads, labels

    def _find_heads(self, vectors: Floats, limits: Sequence[int]) -> Integers:
        weights = self.weights
        views = vectors @ weights["arcs.views"] + weights["arcs.bias"]
        views = np.maximum(views, _LEAK * views)
        size = views.shape[1] // 2
        pairs = weights["arcs.pairs"]
        # The last row and column of the form stand for a constant 1 at the end of either view.
        dependents = views[:, :size] @ pairs[:-1] + pairs[-1]
        heads = np.zeros(len(vectors), dtype=np.int64)
        for start, end in pairwise(limits):
            scores = dependents[start:end, :-1] @ views[start:end, size:].T
            scores += dependents[start:end, -1:]
            heads[start:end] = find_heads(scores) + start
        return heads

    def _find_labels(
        self, vectors: Floats, heads: Integers, may_be_mark: NDArray[np.bool_]
    ) -> Integers:
        weights = self.weights
        views = vectors @ weights["labels.views"]
        size = views.shape[1] // 2
        hidden = views[:, :size] + views[heads, size:] + weights["labels.bias"]
        hidden = np.maximum(hidden, _LEAK * hidden)
        scores = hidden @ weights["labels.output"] + weights["labels.output_bias"]
        root = self._labels.index(_ROOT)
        scores[:, root] = -np.inf
        scores[~may_be_mark, self._labels.index(_PUNCTUATION)] = -np.inf
        labels: Integers = scores.argmax(axis=1)
        labels[heads == np.arange(len(heads))] = root
        return labels

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Attachment scores and sentence starts, as spaCy scores a parser."""
        scores: dict[str, Any] = parser_score(examples, **settings)
        return scores

    def pack(self) -> dict[str, Any]:
        """Labels and weights."""
        return {"labels": list(self._labels), "weights": self.weights}

    def unpack(self, message: dict[str, Any]) -> None:
        """Take on what `pack` gave.

        Raises:
            OnnxError: If a layer is missing, or their shapes and the labels do not fit.
        """
        labels = [str(label) for label in message["labels"]]
        weights = {str(name): np.asarray(value) for name, value in message["weights"].items()}
        if labels:
            self.set(labels, weights)


def _fit_together(weights: Mapping[str, Floats], labels: int) -> bool:
    """Whether the shapes of the layers fit one another and the number of labels."""
    width, pairs = len(weights["arcs.views"]), len(weights["arcs.pairs"]) - 1
    hidden, starts = len(weights["labels.bias"]), len(weights["starts.bias"])
    shapes = {
        "starts.before": (width, starts),
        "starts.here": (width, starts),
        "starts.bias": (starts,),
        "starts.output": (starts,),
        "starts.output_bias": (1,),
        "arcs.views": (width, 2 * pairs),
        "arcs.bias": (2 * pairs,),
        "arcs.pairs": (pairs + 1, pairs + 1),
        "labels.views": (width, 2 * hidden),
        "labels.bias": (hidden,),
        "labels.output": (hidden, labels),
        "labels.output_bias": (labels,),
    }
    return all(weights[name].shape == shape for name, shape in shapes.items())


def read_presets(doc: Doc, tokens: Integers) -> Integers:
    """What is preset of each word: 1 where a sentence begins, -1 where none does, else 0.

    What is preset at white space holds for the word behind it. ``tokens`` are the places of the
    words, of which there is one.
    """
    presets = doc.to_array([SENT_START]).ravel().astype(np.int64)
    found: Integers = presets[tokens]
    words = np.searchsorted(tokens, np.flatnonzero(presets == 1))
    found[words[words < len(tokens)]] = 1
    return found


def set_trees(doc: Doc, tokens: Integers, heads: Integers, labels: Sequence[str]) -> None:
    """Give ``doc`` the trees of its words; white space hangs on the word before it.

    Args:
        doc: The Doc, which has a word.
        tokens: The place of each word among the tokens.
        heads: The number of the word that each hangs on.
        labels: The label of each.
    """
    places = np.arange(len(doc))
    words = np.maximum(np.searchsorted(tokens, places, side="right") - 1, 0)
    absolute = tokens[words]
    absolute[tokens] = tokens[heads]
    add = doc.vocab.strings.add
    numbers: NDArray[np.uint64] = np.full(len(doc), add(_SPACE), dtype=np.uint64)
    known = {label: add(label) for label in set(labels)}
    numbers[tokens] = [known[label] for label in labels]
    relative = (absolute - places).astype(np.int64).view(np.uint64)
    doc.from_array([HEAD, DEP], np.stack([relative, numbers], axis=1))  # type: ignore[arg-type]


def _cut_long(scores: Floats, start: int, end: int) -> Iterator[int]:
    """Where a sentence of more than `LONGEST` words is cut: where one most likely begins."""
    while end - start > LONGEST:
        start += 1 + int(scores[start + 1 : start + LONGEST + 1].argmax())
        yield start


def _group(limits: Sequence[int]) -> Iterator[list[int]]:
    """Runs of sentences of some `_STRETCH` words, each as the limits of its sentences."""
    run = [limits[0]]
    for limit in limits[1:]:
        run.append(limit)
        if limit - run[0] >= _STRETCH:
            yield run
            run = [limit]
    if len(run) > 1:
        yield run
