"""Stage ``fit-heads``: spaCy's tagger and morphologizer, and our parser, on the fitted encoder.

The encoder is fixed by now, so each document is encoded once, by the quantised graph that is
shipped. Tagger and morphologizer begin with the weights that were fitted together with the
encoder. Names are found by the layer that was fitted together with it: spaCy's ner, fitted on the
fixed encoder, fell 1.3 points behind.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import Adam, fix_random_seed

from claimx_training.encoder.examples import name_morph
from claimx_training.encoder.export import FittedModel, export_encoder
from claimx_training.encoder.minilm import read_vocabulary
from claimx_training.parser import fit_parser
from claimx_training.tokenizer import make_blank_pipeline
from claimx_training.workspace import Workspace

SEED = 20250314
WIDTH = 384
ENCODER = {
    "@architectures": "claimx.Encoder.v1",
    "width": WIDTH,
    "max_pieces": 160,
    "context": 16,
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
_TAGGER = {
    "@architectures": "spacy.Tagger.v2",
    "nO": None,
    "normalize": False,
    "tok2vec": LISTENER,
}
CONFIGS: dict[str, dict[str, Any]] = {
    "tagger": {"model": _TAGGER},
    "morphologizer": {"model": _TAGGER},
}


@dataclass(frozen=True, slots=True)
class Plan:
    """How a head is fitted: how often, in batches of how many words."""

    epochs: int
    words: int
    rate: float
    dropout: float
    score: str


PLANS = {
    "tagger": Plan(2, 1000, 3e-4, 0.2, "tag_acc"),
    "morphologizer": Plan(2, 1000, 3e-4, 0.2, "pos_acc"),
}


def make_encoder_pipeline(model: FittedModel, quantised: bool = True) -> Language:
    """The tokenizer and the encoder under the name ``tok2vec``."""
    nlp = make_blank_pipeline()
    encoder: Any = nlp.add_pipe("tok2vec", config={"model": ENCODER})
    encoder.model.shims[0].set(export_encoder(model, quantised), read_vocabulary())
    return nlp


def fit_heads(workspace: Workspace, names: Sequence[str], report: Callable[[str], None]) -> None:
    """Fit the heads ``names`` and write each to the work folder.

    Raises:
        FileNotFoundError: If the encoder or a corpus is missing.
    """
    model = FittedModel.read(workspace.checkpoint)
    encoding = make_encoder_pipeline(model)
    train, tune = (encode_examples(workspace, encoding, split) for split in ("train", "tune"))
    for name in names:
        folder = workspace.fitted(name)
        if name == "parser":
            # It reads no white space.
            fit_parser(drop_spaces(train), drop_spaces(tune), report).to_disk(folder)
            continue
        nlp = fit_head(name, model, train, tune, report)
        folder.parent.mkdir(parents=True, exist_ok=True)
        nlp.to_disk(folder)


def encode_examples(workspace: Workspace, nlp: Language, split: str) -> list[Example]:
    """The prepared documents, each with its vectors on the side that is predicted."""
    examples = []
    encoder: Any = nlp.get_pipe("tok2vec")
    docs = list(DocBin().from_disk(workspace.corpus("syntax", split)).get_docs(nlp.vocab))
    for batch in minibatch(docs, 32):
        copies = [
            Doc(nlp.vocab, words=[t.text for t in d], spaces=[bool(t.whitespace_) for t in d])
            for d in batch
        ]
        for copy, vectors, gold in zip(copies, encoder.predict(copies), batch, strict=True):
            copy.tensor = vectors
            examples.append(Example(copy, gold))
    return examples


def drop_spaces(examples: list[Example]) -> list[Example]:
    """The examples without white space: words, vectors, heads and labels."""
    return [_drop_spaces(example) for example in examples]


def _drop_spaces(example: Example) -> Example:
    gold = example.reference
    words = [token for token in gold if not token.is_space]
    numbers = {token.i: number for number, token in enumerate(words)}
    forms = [token.text for token in words]
    spaces = [bool(token.whitespace_) for token in words]
    predicted = Doc(gold.vocab, words=forms, spaces=spaces)
    predicted.tensor = example.predicted.tensor[[token.i for token in words]]
    reference = Doc(
        gold.vocab,
        words=forms,
        spaces=spaces,
        heads=[numbers[token.head.i] for token in words],
        deps=[token.dep_ for token in words],
    )
    return Example(predicted, reference)


def fit_head(
    name: str,
    model: FittedModel,
    train: list[Example],
    tune: list[Example],
    report: Callable[[str], None],
) -> Language:
    """A pipeline with one head, of the epoch that was best on the tuning documents."""
    fix_random_seed(SEED)
    rng = Random(SEED)
    plan = PLANS[name]
    # An empty encoder stands in for the real one, whose vectors the documents have already.
    nlp = make_blank_pipeline(train[0].predicted.vocab)
    nlp.add_pipe("tok2vec", config={"model": ENCODER})
    head: Any = nlp.add_pipe(name, config=CONFIGS[name])
    head.initialize(lambda: train, nlp=nlp)
    start_from_joint_fit(name, head, model)
    best, best_bytes = -1.0, b""
    steps = plan.epochs * sum(len(e.reference) for e in train) // plan.words
    step = 0
    optimizer = Adam(plan.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    began = time.monotonic()
    for epoch in range(plan.epochs):
        losses: dict[str, float] = {}
        for batch in draw_batches(train, plan.words, rng):
            optimizer.learn_rate = plan.rate * max(0.02, min(step / 100, 1 - step / (steps + 1)))
            head.update(batch, drop=plan.dropout, sgd=optimizer, losses=losses)
            optimizer.step_schedules()
            step += 1
        with head.model.use_params(optimizer.averages):
            score = evaluate_head(nlp, name, tune)
            if score > best:
                best, best_bytes = score, head.to_bytes(exclude=["vocab"])
        report(
            json.dumps(
                {
                    "head": name,
                    "epoch": epoch + 1,
                    plan.score: round(100 * score, 2),
                    "seconds": round(time.monotonic() - began),
                }
            )
        )
    head.from_bytes(best_bytes, exclude=["vocab"])
    return nlp


def draw_batches(examples: list[Example], words: int, rng: Random) -> Iterator[list[Example]]:
    """All examples once, in random order, in batches of about ``words`` words."""
    batch: list[Example] = []
    size = 0
    for example in rng.sample(examples, len(examples)):
        batch.append(example)
        size += len(example.reference)
        if size >= words:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def evaluate_head(nlp: Language, name: str, tune: list[Example]) -> float:
    """The head's score on gold tokens."""
    head: Any = nlp.get_pipe(name)
    scored = []
    for example in tune:
        doc = example.predicted.copy()
        doc.tensor = example.predicted.tensor
        head.set_annotations([doc], head.predict([doc]))
        scored.append(Example(doc, example.reference))
    return float(head.score(scored)[PLANS[name].score] or 0.0)


def start_from_joint_fit(name: str, head: Any, model: FittedModel) -> None:
    """Give the head's only layer the rows that were fitted together with the encoder."""
    kind = "tags" if name == "tagger" else "morphs"
    weight = model.weights[f"syntax.{kind}.weight"]
    bias = model.weights[f"syntax.{kind}.bias"]
    known = {label: row for row, label in enumerate(getattr(model.labels, kind))}
    layer = next(node for node in head.model.walk() if node.has_param("W"))
    rows, offsets = np.zeros_like(layer.get_param("W")), np.zeros_like(layer.get_param("b"))
    for place, label in enumerate(head.labels):
        if name == "morphologizer":
            pos = head.vocab.strings[head.cfg["labels_pos"][label]]
            label = name_morph(pos, head.cfg["labels_morph"][label])
        if label in known:
            rows[place], offsets[place] = weight[known[label]], bias[known[label]]
    layer.set_param("W", rows)
    layer.set_param("b", offsets)
