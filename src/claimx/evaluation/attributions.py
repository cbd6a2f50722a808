"""Attributions held against a gold standard, as PolNeAR defines them.

Spans are compared by the letters and digits that they cover, so that white space, quotation
marks and punctuation at the edges never decide. Both sides hold the outermost attributions only,
and nothing that the annotator discarded.

- span F1: each contiguous piece by itself, exact (as published systems report it).
- char F1: characters that have the role, over all articles.
- linked: attributions paired one to one by content, best overlap first; ``content`` where the
  contents' intersection is half of their union or more, ``+source`` where the sources overlap as
  well (both absent counts), ``exact`` where source, cue and content are all the same.
- linked quoted, and the lines by directness and by kind of source: like ``+source``, precision
  over the predictions of a class (whatever gold they are paired with), recall over the gold of
  that class (whatever prediction it is paired with).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from claimx.article.values import Directness
from claimx.evaluation.calibration import Calibration, Judged, measure_calibration
from claimx.evaluation.intervals import Counts, Rates, Resamples
from claimx.evaluation.predictions import Prediction
from claimx.evaluation.standards import (
    ROLES,
    AttributedText,
    Attribution,
    Offsets,
    Role,
    lies_inside,
)
from claimx.evaluation.surface import SOURCE_KINDS, classify_source, find_directness, is_quoted

RIGHT_FROM = 0.5

Characters = frozenset[int]
LineName = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure, its name in two words: ``span F1`` of the ``source``."""

    group: str
    name: str
    rates: Rates


@dataclass(frozen=True, slots=True)
class AttributionFigures:
    """What was measured on a gold standard.

    Attributes:
        missing: Articles for which there is no prediction.
        nested: Predicted claims that stand inside another, and are left out; those of articles
            that the gold does not have are counted too.
        lines: Span, character and linked figures.
        classes: Linked figures by directness and by kind of source.
    """

    articles: int
    missing: int
    gold: int
    predicted: int
    nested: int
    lines: tuple[Line, ...]
    classes: tuple[Line, ...]
    calibration: Calibration


@dataclass(frozen=True, slots=True)
class _Item:
    """An attribution with the characters that each role covers."""

    attribution: Attribution
    covered: dict[Role, Characters]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A prediction and a gold attribution, by their numbers, and what is right about them."""

    predicted: int
    gold: int
    is_content_right: bool
    is_right: bool
    is_exact: bool


def score_attributions(
    pairs: Sequence[tuple[AttributedText, Prediction | None]], nested: int
) -> AttributionFigures:
    """The figures of predictions for some articles.

    Args:
        pairs: Each article with what was predicted for it, if anything was.
        nested: How many predicted claims were left out as nested.
    """
    resamples = Resamples(len(pairs))
    counts: dict[LineName, list[Counts]] = defaultdict(list)
    judged: list[Judged] = []
    gold_total = predicted_total = unsure = 0
    for number, (article, prediction) in enumerate(pairs):
        text = _find_text(article, prediction)
        gold = article.attributions
        predicted = _keep_scored(prediction, article.discarded)
        gold_total += len(gold)
        predicted_total += len(predicted)
        links = _link(_cover(text, predicted), _cover(text, gold))
        for name, count in _count_article(text, predicted, gold, links).items():
            counts[name].append(count)
        right = {link.predicted for link in links if link.is_right}
        for place, item in enumerate(predicted):
            if item.confidence is None:
                unsure += 1
            else:
                judged.append(Judged(number, item.confidence, place in right))
    lines = [Line(*name, resamples.rate(values)) for name, values in counts.items()]
    return AttributionFigures(
        articles=len(pairs),
        missing=sum(prediction is None for _, prediction in pairs),
        gold=gold_total,
        predicted=predicted_total,
        nested=nested,
        lines=tuple(line for line in lines if line.group in _MAIN_GROUPS),
        classes=tuple(line for line in lines if line.group not in _MAIN_GROUPS),
        calibration=measure_calibration(judged, unsure, resamples),
    )


_MAIN_GROUPS = ("span F1", "char F1", "linked")


def _find_text(article: AttributedText, prediction: Prediction | None) -> str:
    """The text, or of a text that nobody has, the words that are known, spaces between."""
    if article.text is not None:
        return article.text
    if prediction is not None and prediction.text is not None:
        return prediction.text
    pieces = [*article.pieces, *(prediction.pieces if prediction is not None else ())]
    characters = [" "] * max((end for (_, end), _ in pieces), default=0)
    for (start, end), words in pieces:
        characters[start:end] = words.ljust(end - start)[: end - start]
    return "".join(characters)


def _keep_scored(prediction: Prediction | None, discarded: Iterable[Offsets]) -> list[Attribution]:
    return [
        item
        for item in (prediction.attributions if prediction is not None else ())
        if item.content and not lies_inside(item.content, discarded)
    ]


def _cover(text: str, items: Iterable[Attribution]) -> list[_Item]:
    return [
        _Item(item, {role: _find_covered(text, item.pieces(role)) for role in ROLES})
        for item in items
    ]


def _find_covered(text: str, spans: Iterable[Offsets]) -> Characters:
    """The letters and digits inside some spans."""
    return frozenset(
        place
        for start, end in spans
        for place in range(start, min(end, len(text)))
        if text[place].isalnum()
    )


def _link(predicted: Sequence[_Item], gold: Sequence[_Item]) -> list[_Pair]:
    """Pair attributions one to one: most overlap first, then those whose sources overlap."""
    candidates = []
    for i, item in enumerate(predicted):
        for j, other in enumerate(gold):
            content, gold_content = item.covered["content"], other.covered["content"]
            if common := content & gold_content:
                overlap = len(common) / len(content | gold_content)
                do_sources_overlap = bool(item.covered["source"] & other.covered["source"])
                # Negative numbers: in a descending order the first in the text comes first.
                candidates.append((overlap, do_sources_overlap, -i, -j))
    free = set(range(len(predicted)))
    free_gold = set(range(len(gold)))
    pairs = []
    for overlap, do_sources_overlap, i, j in sorted(candidates, reverse=True):
        if -i not in free or -j not in free_gold:
            continue
        free.remove(-i)
        free_gold.remove(-j)
        covered, gold_covered = predicted[-i].covered, gold[-j].covered
        is_content_right = overlap >= RIGHT_FROM
        are_sources_right = do_sources_overlap or not (covered["source"] or gold_covered["source"])
        pairs.append(
            _Pair(
                predicted=-i,
                gold=-j,
                is_content_right=is_content_right,
                is_right=is_content_right and are_sources_right,
                is_exact=covered == gold_covered,
            )
        )
    return pairs


def _count_article(
    text: str, predicted: Sequence[Attribution], gold: Sequence[Attribution], links: list[_Pair]
) -> dict[LineName, Counts]:
    """The counts of one article, in the order in which the lines are shown."""
    counts: dict[LineName, Counts] = {}
    sides = (predicted, gold)
    for role in ROLES:
        spans, gold_spans = (
            {
                covered
                for item in side
                for span in item.pieces(role)
                if (covered := _find_covered(text, [span]))
            }
            for side in sides
        )
        counts["span F1", role] = _compare(spans, gold_spans)
    for role in ROLES:
        characters, gold_characters = (
            _find_covered(text, (span for item in side for span in item.pieces(role)))
            for side in sides
        )
        counts["char F1", role] = _compare(characters, gold_characters)
    for name, right in (
        ("content", sum(link.is_content_right for link in links)),
        ("+source", sum(link.is_right for link in links)),
        ("exact", sum(link.is_exact for link in links)),
    ):
        counts["linked", name] = Counts(right, len(predicted), right, len(gold))
    quoted, gold_quoted = ([is_quoted(text, item.content) for item in side] for side in sides)
    counts["linked", "quoted"] = _count_class(quoted, gold_quoted, links)
    directness, gold_directness = (
        [item.directness or find_directness(text, item.content) for item in side] for side in sides
    )
    for name in get_args(Directness):
        counts["directness", name] = _count_class(
            [value == name for value in directness],
            [value == name for value in gold_directness],
            links,
        )
    kinds, gold_kinds = ([classify_source(text, item.source) for item in side] for side in sides)
    for name in SOURCE_KINDS:
        counts["source", name] = _count_class(
            [value == name for value in kinds], [value == name for value in gold_kinds], links
        )
    return counts


def _compare(predicted: set[Characters] | Characters, gold: set[Characters] | Characters) -> Counts:
    right = len(predicted & gold)
    return Counts(right, len(predicted), right, len(gold))


def _count_class(predicted: list[bool], gold: list[bool], links: list[_Pair]) -> Counts:
    """The counts of a class, told which predictions and which gold attributions are in it."""
    right = [link for link in links if link.is_right]
    return Counts(
        right=sum(predicted[link.predicted] for link in right),
        predicted=sum(predicted),
        found=sum(gold[link.gold] for link in right),
        gold=sum(gold),
    )
