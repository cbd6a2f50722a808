"""Fits which person of an article a description stands for, on labelled attributions of PolNeAR.

The labels say who stands behind an attribution; the attributions are the gold's, so that nothing
of the recall of claims enters. Of each description that nothing exact resolves, the candidates of
`claimx.pipeline.speakers.rank_persons` are one choice.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimx.assemble import make_doc
from claimx.pipeline.annotations import Attribution, get_entities, set_attributions
from claimx.pipeline.layout.plain_text import find_original, find_tokens
from claimx.pipeline.speakers.descriptions import Description
from claimx.pipeline.speakers.follow_text import TextFollower
from claimx.pipeline.speakers.rank_persons import Candidate, rank_persons
from claimx.reading import read_article
from claimx_training.conditional_logit import Choice, fit_weights
from claimx_training.polnear import RoleSpan, read_articles

WEIGHTS = Path("src/claimx/pipeline/speakers/data/person_weights.json")
LABELS = "data/speakers_fit.jsonl"
FOLDS = 8
PENALTY = 2.0


@dataclass
class Labelled:
    """The candidates for a description, and which of them the label names."""

    article: str
    candidates: list[Candidate]
    right: list[int]

    @property
    def is_named(self) -> bool:
        """Whether it is somebody whom the article names."""
        return self.candidates[self.right[0]].referent is not None

    def to_choice(self) -> Choice:
        """What the weights are fitted to."""
        return Choice([list(item.features) for item in self.candidates], self.right)


def fit_persons(corpora: Path, nlp: Language, output: Path) -> dict[str, float]:
    """Fit on all labels, write the weights, and say how often the likeliest is right.

    Returns:
        Counts and accuracy by cross-validation over articles.
    """
    labelled = list(list_labelled(corpora, nlp))
    names = sorted({row.article for row in labelled})
    right = 0
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weights = _fit([row for row in labelled if row.article not in held])
        right += sum(_is_right(row, weights) for row in labelled if row.article in held)
    output.write_text(json.dumps(_fit(labelled), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return {
        "descriptions": float(len(labelled)),
        "of a person who is named": float(sum(row.is_named for row in labelled)),
        "right, cross-validated": right / len(labelled),
    }


def list_labelled(corpora: Path, nlp: Language) -> Iterator[Labelled]:
    """The descriptions of the labelled articles that are left to the ranker."""
    by_article = list_labels()
    for article in read_articles(corpora / "polnear" / "train"):
        if article.name in by_article:
            ranked = _record(nlp, article.text, article.links)
            for row in by_article[article.name]:
                yield from match_label(article.name, row, ranked)


def list_labels() -> dict[str, list[dict[str, Any]]]:
    """The clear labels of descriptions of one, by article."""
    by_article: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in files("claimx_training").joinpath(LABELS).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["type"] == "nominal" and not row["unclear"] and len(row["speaker"]) == 1:
            by_article[row["article"]].append(row)
    return by_article


def _record(
    nlp: Language, text: str, links: list[list[RoleSpan]]
) -> list[tuple[int, list[Candidate]]]:
    """The place of the head of each ranked description, in code points, and its candidates."""
    with nlp.select_pipes(disable=["claimx_entities", "claimx_speakers", "claimx_repeats"]):
        doc = nlp(make_doc(nlp, read_article(text)))
    attributions = [item for pieces in links if (item := _make_attribution(doc, pieces)).content]
    set_attributions(doc, attributions)
    doc = nlp.get_pipe("claimx_entities")(doc)
    ranked = []

    def rank(description: Description, words: frozenset[str]) -> list[Candidate]:
        candidates = rank_persons(description, words)
        head = doc[description.phrase.head]
        place, _ = find_original(doc, head.idx, head.idx + len(head))
        ranked.append((place, candidates))
        return candidates

    TextFollower(doc, get_entities(doc), attributions, rank).follow()
    return ranked


def _make_attribution(doc: Doc, pieces: list[RoleSpan]) -> Attribution:
    spans: dict[str, list[Span]] = {"CONTENT": [], "SOURCE": [], "CUE": []}
    for piece in pieces:
        span = find_tokens(doc, piece.start, piece.end)
        if span is not None:
            spans[piece.role].append(span)
    return Attribution(spans["CONTENT"], source=spans["SOURCE"], cue=spans["CUE"])


def match_label(
    article: str, row: dict[str, Any], ranked: list[tuple[int, list[Candidate]]]
) -> Iterator[Labelled]:
    """The choice that a label decides; none where it names somebody who is no candidate.

    Args:
        article: Its name.
        row: The label.
        ranked: The place of the head of each ranked description, in code points, with candidates.
    """
    start, end = row["source"][0]
    found = next((items for place, items in ranked if start <= place < end), None)
    if found is None:
        return
    (name,) = row["speaker"]
    right = [
        place
        for place, item in enumerate(found)
        if item.referent is not None and item.referent.name.casefold() == name.casefold()
    ]
    if right or row["kind"] != "person":
        nobody = next(place for place, item in enumerate(found) if item.referent is None)
        yield Labelled(article, found, right or [nobody])


def _fit(labelled: list[Labelled]) -> dict[str, float]:
    return fit_weights([row.to_choice() for row in labelled], PENALTY)


def _is_right(row: Labelled, weights: dict[str, float]) -> bool:
    scores = [sum(weights.get(f, 0.0) for f in item.features) for item in row.candidates]
    return scores.index(max(scores)) in row.right
