"""Fits the parser on the vectors of the fitted encoder: sentence starts, arcs and their labels.

The encoder was fitted with arcs and labels too, so that its vectors tell trees; the layers that
are shipped are smaller and are fitted anew on what the quantised graph gives. The weights kept are
a running mean over the steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.training import Example
from torch import Tensor, nn

from claimx.pipeline.parser.component import BiaffineParser
from claimx_training.rounding import round_mantissa

SEED = 20250314
WIDTH, ARCS, LABELS, STARTS = 384, 192, 128, 64
EPOCHS, WORDS, RATE = 6, 1500, 1e-3
START_EPOCHS, START_DOCS = 3, 8
_IGNORED = -100
_KEPT = 0.999  # of the running mean, every `_EVERY` steps
_EVERY = 10

Integers = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The vectors of the words of a sentence, their heads within it, and the labels' numbers."""

    vectors: Floats
    heads: Integers
    labels: Integers


class TreeLayers(nn.Module):
    """Scores of arcs and labels, as `BiaffineParser` computes them."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.arc_views = nn.Linear(WIDTH, 2 * ARCS)
        self.pairs = nn.Parameter(torch.randn(ARCS + 1, ARCS + 1) * 0.02)
        self.dependent, self.head = nn.Linear(WIDTH, LABELS), nn.Linear(WIDTH, LABELS)
        self.output = nn.Linear(LABELS, labels)
        self.dropout = nn.Dropout(0.33)

    def score_arcs(self, x: Tensor) -> Tensor:
        """``(batch, dependents, heads)`` from vectors ``(batch, length, width)``."""
        views = self.dropout(F.leaky_relu(self.arc_views(x), 0.1))
        dependents, heads = (F.pad(view, (0, 1), value=1.0) for view in views.split(ARCS, -1))
        scores: Tensor = dependents @ self.pairs @ heads.transpose(1, 2)
        return scores

    def score_labels(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """``(arcs, labels)`` from the vectors of both ends, ``(arcs, width)``."""
        hidden = F.leaky_relu(self.dependent(dependents) + self.head(heads), 0.1)
        scores: Tensor = self.output(self.dropout(hidden))
        return scores


class StartLayers(nn.Module):
    """How likely a sentence begins at each word, from its vector and that of the word before."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.here = nn.Linear(WIDTH, STARTS, bias=False), nn.Linear(WIDTH, STARTS)
        self.output = nn.Linear(STARTS, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, x: Tensor) -> Tensor:
        """Scores ``(words,)`` from vectors ``(words, width)``, above 0 where one begins."""
        hidden = self.here(x) + F.pad(self.before(x)[:-1], (0, 0, 1, 0))
        scores: Tensor = self.output(self.dropout(F.relu(hidden)))[:, 0]
        return scores


def fit_parser(
    train: Sequence[Example], tune: Sequence[Example], report: Callable[[str], None]
) -> BiaffineParser:
    """The parser, fitted on Docs of words alone whose predicted side has the vectors.

    Its scores on ``tune`` are reported after every epoch and choose nothing.
    """
    torch.manual_seed(SEED)
    rng = Random(SEED)
    names = sorted({token.dep_ for example in train for token in example.reference})
    starts = _fit_starts([example for example in train if len(example.reference) > 1], rng)
    layers = TreeLayers(len(names))
    sentences = [sentence for example in train for sentence in list_sentences(example, names)]
    mean = {name: value.detach().clone() for name, value in layers.state_dict().items()}
    optimizer = torch.optim.AdamW(layers.parameters(), RATE, (0.9, 0.95), weight_decay=0.01)
    steps = EPOCHS * len(list(draw_batches(sentences, rng)))
    step = 0
    parser = BiaffineParser()
    for epoch in range(EPOCHS):
        for batch in draw_batches(sentences, rng):
            _set_rate(optimizer, max(0.01, min(step / 100, 1 - step / steps)))
            loss = _lose(layers, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(layers.parameters(), 5.0)
            optimizer.step()
            step += 1
            if step % _EVERY == 0:
                age = step // _EVERY
                kept = min(_KEPT, (1 + age) / (10 + age))
                for name, value in layers.state_dict().items():
                    mean[name].mul_(kept).add_(value.detach(), alpha=1 - kept)
        parser.set(names, list_weights(mean, starts.state_dict()))
        report(f"parser, epoch {epoch + 1}: {describe_scores(parser, tune)}")
    return parser


def describe_scores(parser: BiaffineParser, examples: Sequence[Example]) -> str:
    """Labelled attachment and sentences of Docs whose predicted side has the vectors."""
    scored = []
    for example in examples:
        doc = Doc(
            example.predicted.vocab,
            words=[token.text for token in example.predicted],
            spaces=[bool(token.whitespace_) for token in example.predicted],
        )
        doc.tensor = example.predicted.tensor
        scored.append(Example(parser(doc), example.reference))
    scores = parser.score(scored)
    return f"LAS {100 * scores['dep_las']:.2f}, sentences {100 * scores['sents_f']:.2f}"


def list_weights(trees: dict[str, Tensor], starts: dict[str, Tensor]) -> dict[str, Floats]:
    """The layers as `BiaffineParser` names them, rounded as all that is shipped."""
    both = {
        "starts.before": starts["before.weight"].T,
        "starts.here": starts["here.weight"].T,
        "starts.bias": starts["here.bias"],
        "starts.output": starts["output.weight"][0],
        "starts.output_bias": starts["output.bias"],
        "arcs.views": trees["arc_views.weight"].T,
        "arcs.bias": trees["arc_views.bias"],
        "arcs.pairs": trees["pairs"],
        "labels.views": torch.cat([trees["dependent.weight"], trees["head.weight"]]).T,
        "labels.bias": trees["dependent.bias"] + trees["head.bias"],
        "labels.output": trees["output.weight"].T,
        "labels.output_bias": trees["output.bias"],
    }
    return {name: round_mantissa(value.numpy()) for name, value in both.items()}


def list_sentences(example: Example, names: Sequence[str]) -> Iterator[Sentence]:
    """The sentences of a Doc; a label that is not among ``names`` is ignored."""
    numbers = {name: number for number, name in enumerate(names)}
    for span in example.reference.sents:
        yield Sentence(
            np.asarray(example.predicted.tensor[span.start : span.end], dtype=np.float32),
            np.asarray([token.head.i - span.start for token in span]),
            np.asarray([numbers.get(token.dep_, _IGNORED) for token in span]),
        )


def draw_batches(sentences: Sequence[Sentence], rng: Random) -> Iterator[list[Sentence]]:
    """All sentences once, in batches of about `WORDS` words of like length, in random order."""
    order = sorted(sentences, key=lambda sentence: len(sentence.heads) + 3 * rng.random())
    sizes = np.cumsum([len(sentence.heads) for sentence in order])
    cuts = np.searchsorted(sizes, np.arange(WORDS, sizes[-1], WORDS)) + 1
    limits = list(dict.fromkeys([0, *cuts.tolist(), len(order)]))
    batches = [order[start:end] for start, end in pairwise(limits)]
    rng.shuffle(batches)
    yield from batches


def _lose(layers: TreeLayers, batch: Sequence[Sentence]) -> Tensor:
    pad = nn.utils.rnn.pad_sequence
    x = pad([torch.from_numpy(one.vectors) for one in batch], batch_first=True)
    heads, labels = (
        pad([torch.from_numpy(column) for column in columns], True, _IGNORED)
        for columns in ([one.heads for one in batch], [one.labels for one in batch])
    )
    x = F.dropout(x, 0.1)
    scores = layers.score_arcs(x).masked_fill((heads < 0)[:, None, :], -1e4)
    loss = F.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=_IGNORED)
    rows, places = torch.nonzero(labels >= 0, as_tuple=True)
    found = layers.score_labels(x[rows, places], x[rows, heads[rows, places]])
    return loss + F.cross_entropy(found, labels[rows, places])


def _fit_starts(train: Sequence[Example], rng: Random) -> StartLayers:
    layers = StartLayers()
    optimizer = torch.optim.AdamW(layers.parameters(), RATE, weight_decay=0.01)
    steps = START_EPOCHS * len(train)
    for epoch in range(START_EPOCHS):
        order = rng.sample(train, len(train))
        for place in range(0, len(order), START_DOCS):
            _set_rate(optimizer, 1 - (epoch * len(order) + place) / steps)
            scores, gold = [], []
            for example in order[place : place + START_DOCS]:
                vectors = np.asarray(example.predicted.tensor, dtype=np.float32)
                scores.append(layers(torch.from_numpy(vectors))[1:])
                gold += [float(bool(token.is_sent_start)) for token in example.reference[1:]]
            loss = F.binary_cross_entropy_with_logits(torch.cat(scores), torch.tensor(gold))
            optimizer.zero_grad()
            (10 * loss).backward()
            optimizer.step()
    return layers.eval()


def _set_rate(optimizer: torch.optim.Optimizer, factor: float) -> None:
    for group in optimizer.param_groups:
        group["lr"] = RATE * factor
