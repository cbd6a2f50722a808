"""Chains of mentions and speakers of speech events, held against a gold standard.

Coreference is measured by MUC, B³ and CEAFe and their mean, as in CoNLL-2012; chains of a single
mention are left out on both sides. Beside it stands what string matching of the predicted names
would give: every name that is written alike is one entity, and there are no other mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from claimx.evaluation.coreference_scores import (
    Chain,
    Shares,
    score_b_cubed,
    score_ceaf_e,
    score_muc,
)
from claimx.evaluation.intervals import Counts, Interval, Rates, Resamples, find_interval
from claimx.evaluation.mention_matching import match_mentions
from claimx.evaluation.predicted_chains import PredictedChain
from claimx.evaluation.predictions import Prediction
from claimx.evaluation.speech_events import judge_events
from claimx.evaluation.standards import CoreferentText, GoldError, GoldMention, Offsets

MEASURES: tuple[tuple[str, Callable[[Collection[Chain], Collection[Chain]], Shares]], ...] = (
    ("MUC", score_muc),
    ("B³", score_b_cubed),
    ("CEAFe", score_ceaf_e),
)
# Of the records' labels of entities and kinds of speakers those that the gold has chains of.
_SCORED_LABELS = frozenset({"PERSON", "ORG", "GPE", "person", "organization", "group", "unnamed"})

_Chains = Sequence[Sequence[Offsets]]


@dataclass(frozen=True, slots=True)
class Score:
    """One measure over all texts, all from 0 to 1, with the 95 % interval of its F1."""

    name: str
    precision: float
    recall: float
    f1: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class ChainScores:
    """The measures, and the mean of their F1 with its 95 % interval."""

    scores: tuple[Score, ...]
    mean: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class CoreferenceGroup:
    """The figures of all texts, or of those of one genre.

    Attributes:
        mentions: How many mentions of the gold were found.
        chains: Of what the pipeline found.
        names: Of string matching.
    """

    name: str
    texts: int
    mentions: Rates
    chains: ChainScores
    names: ChainScores


@dataclass(frozen=True, slots=True)
class CoreferenceFigures:
    """What was measured: all texts together, then each genre where there are several.

    Attributes:
        speakers: Share of the speech events whose speaker is the gold's; None where the gold
            has no events.
        speakers_of_found: The same of those for which there is a claim.
    """

    missing: int
    groups: tuple[CoreferenceGroup, ...]
    speakers: Rates | None
    speakers_of_found: Rates | None


@dataclass(frozen=True, slots=True)
class _TextShares:
    mentions: Counts
    chains: tuple[Shares, ...]
    names: tuple[Shares, ...]


def score_coreference(
    pairs: Sequence[tuple[CoreferentText, Prediction | None]],
) -> CoreferenceFigures:
    """Measure the chains, and the speakers of the speech events, of all texts.

    Args:
        pairs: Each text with what was predicted for it, if anything was.

    Raises:
        GoldError: If a record was made from another text than the one that it is held against.
    """
    for text, prediction in pairs:
        _check_same_text(text, prediction)
    shares = [_score_text(text, prediction) for text, prediction in pairs]
    genres = sorted({text.genre for text, _ in pairs if text.genre is not None})
    groups = [_measure("all", shares)]
    if len(genres) > 1:
        for genre in genres:
            own = [s for s, (t, _) in zip(shares, pairs, strict=True) if t.genre == genre]
            groups.append(_measure(genre, own))
    events = [judge_events(text, prediction) for text, prediction in pairs]
    has_events = any(text.events for text, _ in pairs)
    resamples = Resamples(len(events))
    return CoreferenceFigures(
        missing=sum(prediction is None for _, prediction in pairs),
        groups=tuple(groups),
        speakers=resamples.rate([of_all for of_all, _ in events]) if has_events else None,
        speakers_of_found=resamples.rate([found for _, found in events]) if has_events else None,
    )


def _check_same_text(text: CoreferentText, prediction: Prediction | None) -> None:
    for (start, end), words in prediction.pieces if prediction is not None else ():
        if text.text[start:end] != words:
            raise GoldError(
                f"the record of {text.name} was made from another text than the gold holds: "
                "leave --predictions out, so that claimx reads the text itself"
            )


def _score_text(text: CoreferentText, prediction: Prediction | None) -> _TextShares:
    gold = [chain for chain in text.chains if len(chain) > 1]
    chains = prediction.chains if prediction is not None else ()
    found = list(_find_chains(text, chains))
    named = list(_match_strings(text, chains))
    mentions = [mention for chain in gold for mention in chain]
    predicted = [span for chain in found for span in chain]
    matched = len(match_mentions(predicted, mentions))
    return _TextShares(
        mentions=Counts(matched, len(predicted), matched, len(mentions)),
        chains=_score(gold, found),
        names=_score(gold, named),
    )


def _find_chains(
    text: CoreferentText, chains: Iterable[PredictedChain]
) -> Iterator[Sequence[Offsets]]:
    for chain in chains:
        spans = [span for span in chain.mentions if _is_scored(text, span)]
        if chain.label in _SCORED_LABELS and len(spans) > 1:
            yield spans


def _match_strings(
    text: CoreferentText, chains: Iterable[PredictedChain]
) -> Iterator[Sequence[Offsets]]:
    """The names of all chains, those that are written alike together."""
    alike: dict[str, list[Offsets]] = {}
    for chain in chains:
        for start, end in chain.names if chain.label in _SCORED_LABELS else ():
            if _is_scored(text, (start, end)):
                words = " ".join(text.text[start:end].casefold().split())
                alike.setdefault(words, []).append((start, end))
    return (spans for spans in alike.values() if len(spans) > 1)


def _is_scored(text: CoreferentText, span: Offsets) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in text.scored)


def _score(gold: Sequence[Sequence[GoldMention]], predicted: _Chains) -> tuple[Shares, ...]:
    """The measures in their order, predicted mentions named by the gold's that they match."""
    matches = match_mentions(
        (span for chain in predicted for span in chain),
        (mention for chain in gold for mention in chain),
    )
    # A mention without match keeps limits of its own, which no mention of the gold can have.
    responses = [[matches.get(span, (*span, "unmatched")) for span in c] for c in predicted]
    keys = [[(mention.start, mention.end) for mention in chain] for chain in gold]
    return tuple(score(keys, responses) for _, score in MEASURES)


def _measure(name: str, shares: Sequence[_TextShares]) -> CoreferenceGroup:
    resamples = Resamples(len(shares))
    return CoreferenceGroup(
        name=name,
        texts=len(shares),
        mentions=resamples.rate([entry.mentions for entry in shares]),
        chains=_summarise([entry.chains for entry in shares], resamples),
        names=_summarise([entry.names for entry in shares], resamples),
    )


def _summarise(shares: Sequence[Sequence[Shares]], resamples: Resamples) -> ChainScores:
    scores, samples = [], []
    for place, (name, _) in enumerate(MEASURES):
        of_texts = [entry[place] for entry in shares]
        total = sum(of_texts, Shares())
        table = np.array([(s.found, s.gold, s.right, s.predicted) for s in of_texts], dtype=float)
        sums = resamples.weights @ table.reshape(-1, 4)
        f1 = np.array([Shares(*row).f1 for row in sums.tolist()], dtype=float)
        samples.append(f1)
        scores.append(Score(name, total.precision, total.recall, total.f1, find_interval(f1)))
    mean = sum(score.f1 for score in scores) / len(scores)
    return ChainScores(tuple(scores), mean, find_interval(np.mean(samples, axis=0)))
