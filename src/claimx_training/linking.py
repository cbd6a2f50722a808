"""Fits the weights with which cues choose their contents and sources.

A choice is a softmax over its candidates (McFadden's conditional logit), the features are those
of ``claimx.pipeline.attribution.features``, and the loss carries an L2 penalty. The parse is that
of the fitted pipeline. The marked spans are the gold's own, each article once whole and once with
some of them left out, since the model that marks them misses some and what remains must then
choose none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx.assemble import make_doc
from claimx.pipeline.attribution.link import (
    content_candidates,
    describe_content,
    describe_source,
    source_candidates,
)
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleMap, RoleSpan
from claimx.reading import read_article as read_raw_article
from claimx_training.polnear import Article, keep_longest, read_articles
from claimx_training.polnear import RoleSpan as CharacterSpan

WEIGHTS = Path("src/claimx/pipeline/attribution/data/link_weights.json")
SYNTAX = ("claimx_layout", "tok2vec", "tagger", "morphologizer", "parser", "lemmatizer")
MINIMUM_COUNT = 5
LEFT_OUT = 0.25
SEED = 20250314
PENALTY = 1.0
STEPS = 300
RATE = 0.5


@dataclass
class Choice:
    """The features of each candidate, and which candidates are right."""

    candidates: list[list[str]]
    right: list[int]


def fit_linking(corpora: Path, nlp: Language, output: Path) -> dict[str, float]:
    """Fit on the training articles, write the weights, and say how often the choice is right.

    Args:
        corpora: The folder of the corpora.
        nlp: The bundled pipeline, of which only the syntax is run.
        output: The file of weights that is written (JSON).

    Returns:
        The share of right choices on the tuning articles, by choice.
    """
    generator = Random(SEED)
    tuning = set((corpora / "polnear" / "tune.txt").read_text(encoding="utf-8").split())
    choices: dict[str, dict[bool, list[Choice]]] = {
        name: {True: [], False: []} for name in ("content", "source")
    }
    nlp.select_pipes(enable=list(SYNTAX))
    for article in read_articles(corpora / "polnear" / "train"):
        doc = nlp(make_doc(nlp, read_raw_article(article.text)))
        kept = set(keep_longest(article.spans))
        thinned = {piece for piece in sorted(kept, key=_position) if generator.random() > LEFT_OUT}
        for pieces in (kept, thinned):
            for name, choice in collect_choices(doc, article, pieces):
                choices[name][article.name in tuning].append(choice)
    weights = {name: fit_weights(split[False]) for name, split in choices.items()}
    output.write_text(
        json.dumps(weights, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8"
    )
    return {name: measure(split[True], weights[name]) for name, split in choices.items()}


def collect_choices(
    doc: Doc, article: Article, pieces: set[CharacterSpan]
) -> Iterator[tuple[str, Choice]]:
    """The choices among ``pieces``, spans of an article, as its gold decides them."""
    spans = {piece: _to_tokens(doc, piece) for piece in pieces}
    roles = RoleMap(doc, sorted(set(spans.values()), key=lambda s: (s.start, s.end)))
    partners: dict[RoleSpan, set[RoleSpan]] = {}
    for link in article.links:
        linked = [spans[piece] for piece in link if piece in spans]
        for span in linked:
            partners.setdefault(span, set()).update(linked)
    yield from _choices(
        "content",
        roles.of(CONTENT),
        partners,
        CUE,
        lambda c: content_candidates(roles, c),
        lambda content, cue: describe_content(roles, cue, content),
    )
    yield from _choices(
        "source",
        roles.of(CUE),
        partners,
        SOURCE,
        lambda c: source_candidates(roles, c),
        lambda cue, source: describe_source(roles, cue, source),
    )


def _choices(
    name: str,
    choosers: list[RoleSpan],
    partners: dict[RoleSpan, set[RoleSpan]],
    role: str,
    list_candidates: Callable[[RoleSpan], list[RoleSpan | None]],
    describe: Callable[[RoleSpan, RoleSpan | None], Iterable[str]],
) -> Iterator[tuple[str, Choice]]:
    for chooser in choosers:
        candidates = list_candidates(chooser)
        wanted = {span for span in partners.get(chooser, ()) if span.role == role}
        right = [place for place, c in enumerate(candidates) if c in wanted]
        if not wanted:
            right = [0]
        if right:
            yield name, Choice([list(describe(chooser, c)) for c in candidates], right)


def _position(piece: CharacterSpan) -> tuple[int, int, str]:
    return piece.start, piece.end, piece.role


def _to_tokens(doc: Doc, piece: CharacterSpan) -> RoleSpan:
    span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
    assert span is not None, f"{piece} lies outside of the article"
    return RoleSpan(span.start, span.end, piece.role)


def fit_weights(choices: list[Choice]) -> dict[str, float]:
    """Weights by feature that maximise the likelihood of the right candidates (full batch Adam)."""
    counts: dict[str, int] = {}
    for choice in choices:
        for feature in {f for candidate in choice.candidates for f in candidate}:
            counts[feature] = counts.get(feature, 0) + 1
    names = sorted(feature for feature, count in counts.items() if count >= MINIMUM_COUNT)
    index = {name: place for place, name in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    starts: list[int] = []
    targets: list[float] = []
    row = 0
    for choice in choices:
        starts.append(row)
        for place, candidate in enumerate(choice.candidates):
            for feature in candidate:
                if feature in index:
                    rows.append(row)
                    columns.append(index[feature])
            targets.append(1.0 / len(choice.right) if place in choice.right else 0.0)
            row += 1
    row_of, column_of, first = np.asarray(rows), np.asarray(columns), np.asarray(starts)
    target = np.asarray(targets)
    lengths = np.diff(np.append(first, row))
    weights = np.zeros(len(names))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = np.bincount(row_of, weights=weights[column_of], minlength=row)
        chances = np.exp(scores - np.repeat(np.maximum.reduceat(scores, first), lengths))
        chances /= np.repeat(np.add.reduceat(chances, first), lengths)
        pull = np.bincount(column_of, weights=(chances - target)[row_of], minlength=len(names))
        gradient = (pull + PENALTY * weights) / len(choices)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        rate = RATE * (1 - step / (STEPS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {name: round(float(weights[place]), 3) for name, place in index.items()}


def measure(choices: list[Choice], weights: dict[str, float]) -> float:
    """The share of choices whose best candidate is right."""
    right = 0
    for choice in choices:
        scores = [sum(weights.get(f, 0.0) for f in candidate) for candidate in choice.candidates]
        right += max(range(len(scores)), key=lambda place: scores[place]) in choice.right
    return right / max(len(choices), 1)
