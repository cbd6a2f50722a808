"""Fits the weights of an attribution's confidence on the articles that are set aside for tuning.

Nested attributions are judged on Wikinews and on the articles of ECB+ and GMB, labelled in the way
of Wikinews, since PolNeAR annotates only the outermost.
Nothing else is fitted on those articles, so the estimate is calibrated to text that the models
have not seen. A logistic regression is the conditional logit of two candidates, one of them
without features.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimx.assemble import make_doc
from claimx.pipeline.annotations import get_attributions
from claimx.pipeline.attribution.component import AttributionLinker
from claimx.pipeline.attribution.confidence import describe_link
from claimx.pipeline.layout.plain_text import find_original, get_original
from claimx.reading import read_article as read_raw_article
from claimx_training import news_labels, wikinews
from claimx_training.conditional_logit import Choice, fit_weights
from claimx_training.documents import hold_out_tenth
from claimx_training.polnear import Article, RoleSpan, read_articles

WEIGHTS = Path("src/claimx/pipeline/attribution/data/confidence_weights.json")
# Other news corpora whose own attributions, if they have any, were never used for fitting.
_UNSEEN = {"ecb-plus": "ECB+", "gmb": "GMB"}
# The corpora in which attributions inside others are annotated.
WITH_NESTED = ("Wikinews", *_UNSEEN.values())
FOLDS = 6
BINS = 10
THRESHOLDS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
HALF = 0.5
# By cross-validation on the tuning articles: 1 gives AUROC 0.812, 10 to 20 give 0.820, 80 0.818.
PENALTY = 15.0


@dataclass
class Judged:
    """A predicted attribution's features and whether it is right."""

    article: str
    features: list[str]
    right: bool
    corpus: str = ""


def fit_confidence(corpora: Path, nlp: Language, output: Path) -> dict[str, float]:
    """Fit on the tuning articles, write the weights, and say how good they are.

    Returns:
        Expected calibration error and AUROC by cross-validation over articles.
    """
    judged = judge_tuning(corpora, nlp).rows
    scores = [(score, row.right) for score, row in cross_validate(judged)]
    weights = _fit(judged)
    output.write_text(
        json.dumps(weights, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8"
    )
    return {
        "attributions": float(len(judged)),
        "right": float(np.mean([row.right for row in judged])),
        "expected calibration error": calibration_error(scores),
        "AUROC": area_under_curve(scores),
    }


@dataclass
class Tuning:
    """The attributions found in the articles set aside, judged, and how many there are in truth.

    Attributes:
        rows: Of all articles.
        gold: The number of annotated attributions by the name of the corpus.
    """

    rows: list[Judged]
    gold: dict[str, int]


def judge_tuning(corpora: Path, nlp: Language) -> Tuning:
    """Find attributions of any confidence in the articles set aside, and judge them."""
    linker = next(p for _, p in nlp.pipeline if isinstance(p, AttributionLinker))
    linker.min_confidence = 0.0
    tuning = Tuning([], {})
    for corpus, article in read_tuning_articles(corpora):
        doc = nlp(make_doc(nlp, read_raw_article(article.text)))
        rows = list(judge(doc, article, linker, corpus in WITH_NESTED))
        for row in rows:
            row.corpus = corpus
        tuning.rows += rows
        tuning.gold[corpus] = tuning.gold.get(corpus, 0) + len(article.links)
    return tuning


def cross_validate(judged: list[Judged]) -> Iterator[tuple[float, Judged]]:
    """Each attribution with its confidence by weights that were fitted on other articles."""
    names = sorted({row.article for row in judged})
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weights = _fit([row for row in judged if row.article not in held])
        yield from ((_estimate(row, weights), row) for row in judged if row.article in held)


def list_thresholds(corpora: Path, nlp: Language) -> Iterator[str]:
    """Lines of a table: what keeping attributions from a confidence on gives, by corpus.

    Attributions inside others count everywhere except on PolNeAR. Content and source must be
    right. The least confidence that is kept and the bias of the cues are chosen by it.
    """
    tuning = judge_tuning(corpora, nlp)
    scored = list(cross_validate(tuning.rows))
    for least in THRESHOLDS:
        figures = []
        for corpus, gold in tuning.gold.items():
            kept = [row.right for score, row in scored if row.corpus == corpus and score >= least]
            right = sum(kept)
            precision, recall = right / max(1, len(kept)), right / max(1, gold)
            f1 = 2 * right / max(1, len(kept) + gold)
            figures.append(
                f"{corpus} P {100 * precision:.1f} R {100 * recall:.1f} F1 {100 * f1:.1f}"
            )
        yield f"from {least:.2f}  " + "   ".join(figures)


def read_tuning_articles(corpora: Path) -> Iterator[tuple[str, Article]]:
    """The articles set aside, each with the name of its corpus."""
    tuning = set((corpora / "polnear" / "tune.txt").read_text(encoding="utf-8").split())
    for article in read_articles(corpora / "polnear" / "train"):
        if article.name in tuning:
            yield "PolNeAR", article
    for labelled in hold_out_tenth(wikinews.read_articles(corpora / wikinews.FILE))[1]:
        yield "Wikinews", labelled.article
    for record in hold_out_tenth(news_labels.read_records(corpora))[1]:
        if record["corpus"] in _UNSEEN:
            yield _UNSEEN[record["corpus"]], wikinews.read_article(record).article


def judge(
    doc: Doc, article: Article, linker: AttributionLinker, with_nested: bool
) -> Iterator[Judged]:
    """The attributions found in an article, or the outermost of them, each judged by the gold."""
    links = {
        tuple((span.start, span.end) for span in link.contents): link for link in linker.find(doc)
    }
    gold = [
        (_letters(doc, pieces, "CONTENT"), _letters(doc, pieces, "SOURCE"))
        for pieces in article.links
    ]
    predicted = []
    for attribution in get_attributions(doc):
        key = tuple((span.start, span.end) for span in attribution.content)
        if (with_nested or attribution.parent is None) and key in links:
            content, source = (
                _covered(doc, [find_original(doc, s.start_char, s.end_char) for s in spans])
                for spans in (attribution.content, attribution.source)
            )
            predicted.append((content, source, links[key]))
    pairs = sorted(
        (
            (len(p[0] & g[0]) / len(p[0] | g[0]), bool(p[1] & g[1]), -i, -j)
            for i, p in enumerate(predicted)
            for j, g in enumerate(gold)
            if p[0] & g[0]
        ),
        reverse=True,
    )
    right: dict[int, bool] = {}
    used: set[int] = set()
    for overlap, _, i, j in pairs:
        if -i in right or -j in used:
            continue
        used.add(-j)
        source, wanted = predicted[-i][1], gold[-j][1]
        agree = bool(source & wanted) or (not source and not wanted)
        right[-i] = overlap >= HALF and agree
    for place, (_, _, link) in enumerate(predicted):
        features = list(describe_link(doc, link))
        yield Judged(article.name, features, right.get(place, False))


def _letters(doc: Doc, pieces: list[RoleSpan], role: str) -> frozenset[int]:
    return _covered(doc, [(piece.start, piece.end) for piece in pieces if piece.role == role])


def _covered(doc: Doc, spans: list[tuple[int, int]]) -> frozenset[int]:
    text = get_original(doc)
    return frozenset(i for a, b in spans for i in range(a, b) if text[i].isalnum())


def _fit(judged: list[Judged]) -> dict[str, float]:
    choices = [Choice([[], row.features], [int(row.right)]) for row in judged]
    return fit_weights(choices, PENALTY)


def _estimate(row: Judged, weights: dict[str, float]) -> float:
    score = sum(weights.get(feature, 0.0) for feature in row.features)
    return float(1.0 / (1.0 + np.exp(-score)))


def calibration_error(scores: list[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al., 2015)."""
    error = 0.0
    for place in range(BINS):
        inside = [s for s in scores if min(int(s[0] * BINS), BINS - 1) == place]
        if inside:
            gap = abs(float(np.mean([s for s, _ in inside])) - np.mean([r for _, r in inside]))
            error += len(inside) / len(scores) * float(gap)
    return error


def area_under_curve(scores: list[tuple[float, bool]]) -> float:
    """Probability that a right one scores higher than a wrong one (ties count half)."""
    right = np.asarray([score for score, is_right in scores if is_right])
    wrong = np.asarray([score for score, is_right in scores if not is_right])
    higher = (right[:, None] > wrong[None, :]).mean() + (
        right[:, None] == wrong[None, :]
    ).mean() / 2
    return float(higher)
