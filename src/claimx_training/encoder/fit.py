"""Stage ``fit-encoder``: the encoder with all its heads, batches of the tasks mixed.

One loss a task: tags, morphology, arcs, labels and sentence starts on UD-EWT and GUM; names on the
corpora of `NAME_SHARES`; cues, roles and the arguments of each cue on PolNeAR, Wikinews and other
labelled news, without what is set aside for tuning. The optimizer is AdamW (Loshchilov & Hutter,
2019) with a linear warm-up and decay.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import DocBin

from claimx.pipeline.encoder.word_pieces import WordPieces
from claimx_training import news_labels, polnear, wikinews
from claimx_training.documents import hold_out_tenth
from claimx_training.encoder.earlier import load_pipeline
from claimx_training.encoder.examples import (
    AttributionExample,
    EntityExample,
    Labels,
    SyntaxExample,
    Untold,
    make_attribution_example,
    make_entity_example,
    make_syntax_example,
)
from claimx_training.encoder.losses import (
    CONTEXT,
    MAX_PIECES,
    attribution_loss,
    encode,
    entity_loss,
    syntax_loss,
)
from claimx_training.encoder.minilm import load_pretrained, read_vocabulary
from claimx_training.encoder.network import JointModel, Sizes
from claimx_training.tokenizer import make_blank_pipeline
from claimx_training.variation import curl_quotes, straighten_quotes, vary_text
from claimx_training.workspace import Workspace

SEED = 20250314
TASKS = ("attributions", "syntax", "entities")
SHARES = (0.40, 0.19, 0.41)
# Of the pieces of a task; text labelled by machine or for another purpose counts less.
NAME_SHARES = {
    "wikinews": 0.18,
    "news": 0.44,
    "few-nerd-dev": 0.04,
    "few-nerd-test": 0.04,
    "few-nerd-big_test": 0.04,
    "few-nerd-val_inter": 0.04,
    "uner": 0.06,
    "gmb": 0.02,
    "wikigold": 0.04,
    "gum": 0.05,
    "crossner": 0.03,
    "wnut": 0.02,
}
ATTRIBUTION_SHARES = {"polnear": 0.48, "wikinews": 0.15, "news": 0.37}
PASSAGE_SHARE = 0.3
BATCH_PIECES = 3000
CONTEXTS = (0, 0, CONTEXT)  # read twice, context costs time: most steps do without
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
WARMUP = 0.06
FALSE_CUES_FROM = 0.15  # of all steps: earlier, what the model takes for cues is noise

Example = SyntaxExample | EntityExample | AttributionExample


@dataclass(slots=True)
class Corpus:
    """The examples of each task for fitting and for tuning, and their labels.

    For fitting they come by source, each with its share of the task's pieces.
    """

    labels: Labels
    train: dict[str, list[tuple[list[Example], float]]]
    tune: dict[str, list[Example]]


def read_attributions(
    workspace: Workspace, nlp: Language, word_pieces: WordPieces
) -> tuple[dict[str, list[Example]], list[Example]]:
    """PolNeAR, Wikinews and other labelled news, without what is set aside for tuning, and that.

    Each article for fitting comes a second time with its marks in the other convention, and some
    of its passages come alone, a few of them in another letter case: short texts are read too.
    """
    rng = Random(SEED)
    folder = workspace.corpora / "polnear"
    news = news_labels.read_articles(workspace.corpora)
    tuning = set((folder / "tune.txt").read_text(encoding="utf-8").split())
    untouched = tuning | {one.article.name for one in hold_out_tenth(news)[1]}
    articles = list(polnear.read_articles(folder / "train", every_annotator=True))
    untold = Untold(cue_words=collect_cue_words(articles))
    train: dict[str, list[Example]] = {"polnear": [], "wikinews": [], "news": []}
    tune: list[Example] = []
    for article in articles:
        if article.name in tuning:
            tune.append(make_attribution_example(nlp, article, word_pieces, untold=untold))
        if article.name in untouched:
            continue
        train["polnear"] += [
            make_attribution_example(nlp, article, word_pieces, text, untold)
            for text in list_conventions(article.text)
        ]
        train["polnear"] += [
            make_attribution_example(
                nlp, passage, word_pieces, vary_text(passage.text, rng, 0.15), untold
            )
            for passage in polnear.cut_passages(article)
            if rng.random() < PASSAGE_SHARE
        ]
    for name, labelled in (
        ("wikinews", wikinews.read_articles(workspace.corpora / wikinews.FILE)),
        ("news", news),
    ):
        fitted, held_out = hold_out_tenth(labelled)
        train[name] += [
            make_attribution_example(nlp, one.article, word_pieces, text, _list_untold(one))
            for one in fitted
            for text in list_conventions(one.article.text)
        ]
        tune += [
            make_attribution_example(nlp, one.article, word_pieces, untold=_list_untold(one))
            for one in held_out
        ]
    return train, tune


def _list_untold(labelled: wikinews.LabelledArticle) -> Untold:
    return Untold(frozenset(labelled.nested), frozenset(labelled.unsure))


def list_conventions(text: str) -> list[str]:
    """A text as it is and with its quotation marks in the other convention."""
    has_curly = any(mark in text for mark in "“”’")
    return list(dict.fromkeys((text, (straighten_quotes if has_curly else curl_quotes)(text))))


def collect_cue_words(articles: Iterable[polnear.Article]) -> frozenset[str]:
    """Lower-cased words of the cues of articles, function words left out."""
    words: set[str] = set()
    for article in articles:
        for link in article.links:
            for piece in link:
                if piece.role == "CUE":
                    words.update(article.text[piece.start : piece.end].lower().split())
    return frozenset(word for word in words if word.isalpha() and word not in STOP_WORDS) | {"say"}


def read_corpus(workspace: Workspace, word_pieces: WordPieces) -> Corpus:
    """The prepared documents as examples. Raises ``FileNotFoundError`` where one is missing."""
    nlp = make_blank_pipeline()
    docs = {
        (part, split): list(DocBin().from_disk(workspace.corpus(part, split)).get_docs(nlp.vocab))
        for part in ("syntax", "entities")
        for split in ("train", "tune")
    }
    labels = Labels.collect(docs["syntax", "train"])
    corpus = Corpus(labels, {}, {})
    for split in ("train", "tune"):
        syntax: list[Example] = [
            make_syntax_example(doc, labels, word_pieces) for doc in docs["syntax", split]
        ]
        names: dict[str, list[Example]] = {}
        for doc in docs["entities", split]:
            example = make_entity_example(doc, word_pieces)
            names.setdefault(example.source, []).append(example)
        if split == "train":
            corpus.train["syntax"] = [(syntax, 1.0)]
            corpus.train["entities"] = [(names[name], NAME_SHARES[name]) for name in NAME_SHARES]
        else:
            corpus.tune["syntax"] = syntax
            corpus.tune["entities"] = [example for part in names.values() for example in part]
    train, tune = read_attributions(workspace, nlp, word_pieces)
    corpus.train["attributions"] = [
        (train[name], ATTRIBUTION_SHARES[name]) for name in ATTRIBUTION_SHARES
    ]
    corpus.tune["attributions"] = tune
    return corpus


def draw_batches(
    sources: Sequence[tuple[list[Example], float]], rng: Random
) -> Iterator[list[Example]]:
    """Batches of about `BATCH_PIECES` pieces, without end.

    Each example is of a source drawn by its share; of a source, all come once a round.
    """
    rounds = [_draw_rounds(examples, rng) for examples, _ in sources]
    # Shares are of pieces, and the examples of one source may be longer than those of another.
    weights = [
        share * len(examples) / sum(len(e.pieces.ids) for e in examples)
        for examples, share in sources
    ]
    batch: list[Example] = []
    size = 0
    while True:
        (source,) = rng.choices(rounds, weights)
        batch.append(next(source))
        size += len(batch[-1].pieces.ids)
        if size >= BATCH_PIECES:
            yield batch
            batch, size = [], 0


def _draw_rounds(examples: Sequence[Example], rng: Random) -> Iterator[Example]:
    while True:
        yield from rng.sample(examples, len(examples))


class Fit:
    """A fit that can be stopped and resumed at its last checkpoint."""

    def __init__(
        self, workspace: Workspace, steps: int, device: str, start: Path | None = None
    ) -> None:
        torch.manual_seed(SEED)
        self.folder = workspace.work / "encoder"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.checkpoint = workspace.checkpoint
        self.steps = steps
        self.device = torch.device(device)
        self.word_pieces = WordPieces(read_vocabulary())
        self.corpus = read_corpus(workspace, self.word_pieces)
        labels = self.corpus.labels
        self.model = JointModel(
            Sizes(),
            len(labels.tags),
            len(labels.morphs),
            len(labels.deps),
            2 * len(labels.entities) + 1,
        ).to(self.device)
        if start is None:
            load_pretrained(self.model.encoder)
        elif start.is_file():
            self.model.load_state_dict(torch.load(start, map_location=self.device)["model"])
        else:
            load_pipeline(self.model, labels.entities, start)
        encoder = list(self.model.encoder.named_parameters())
        heads = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": [p for n, p in encoder if p.dim() > 1], "rate": ENCODER_RATE},
                {
                    "params": [p for n, p in encoder if p.dim() <= 1],
                    "rate": ENCODER_RATE,
                    "weight_decay": 0.0,
                },
                {"params": heads, "rate": HEAD_RATE},
            ],
            lr=ENCODER_RATE,
            weight_decay=0.01,
            fused=True,
        )
        self.step = 0

    def resume(self) -> None:
        """Go on from the last checkpoint, if there is one."""
        if self.checkpoint.exists():
            state = torch.load(self.checkpoint, map_location=self.device)
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = state["step"]

    def save(self) -> None:
        """Write a checkpoint, in one move."""
        state = {
            "model": self.model.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "labels": asdict(self.corpus.labels),
        }
        torch.save(state, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").replace(self.checkpoint)

    def run(self, save_every: int = 200) -> None:
        """Fit to the last step; progress goes to ``log.jsonl``."""
        rng = Random(SEED + self.step)
        torch.manual_seed(SEED + self.step)
        draws = {task: draw_batches(self.corpus.train[task], rng) for task in TASKS}
        sums: dict[str, list[float]] = {task: [] for task in TASKS}
        pieces, began = 0, time.monotonic()
        self.model.train()
        while self.step < self.steps:
            task = rng.choices(TASKS, SHARES)[0]
            batch = next(draws[task])
            loss = self.take_step(task, batch, rng)
            sums[task].append(loss)
            pieces += sum(len(example.pieces.ids) for example in batch)
            self.step += 1
            if self.step % 20 == 0:
                row: dict[str, Any] = {
                    "step": self.step,
                    "pieces_per_second": round(pieces / (time.monotonic() - began)),
                    **{t: round(float(np.mean(v)), 3) for t, v in sums.items() if v},
                }
                with (self.folder / "log.jsonl").open("a", encoding="utf-8") as file:
                    file.write(json.dumps(row) + "\n")
                sums = {task: [] for task in TASKS}
            if self.step % save_every == 0 or self.step == self.steps:
                self.save()

    def take_step(self, task: str, batch: list[Any], rng: Random) -> float:
        """One update by one batch of one task; its loss comes back."""
        progress = self.step / self.steps
        factor = min(progress / WARMUP, (1 - progress) / (1 - WARMUP))
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * max(factor, 1e-3)
        with torch.autocast(self.device.type, torch.bfloat16):
            vectors = encode(
                self.model,
                [example.pieces for example in batch],
                self.word_pieces,
                max_pieces=rng.randint(112, MAX_PIECES),
                context=rng.choice(CONTEXTS),
            )
            if task == "syntax":
                loss = syntax_loss(self.model, batch, vectors)
            elif task == "entities":
                loss = entity_loss(self.model, batch, vectors)
            else:
                loss = attribution_loss(self.model, batch, vectors, progress > FALSE_CUES_FROM)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return float(loss.detach())
