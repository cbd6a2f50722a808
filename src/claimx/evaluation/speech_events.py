"""Whether the speaker of a word for saying is whom the gold says.

A claim is that of an event where its cue overlaps it. Its speaker is the gold's where most of
the gold's mentions that the speaker has belong to that chain. Pronouns decide nothing where the
gold's chain has another mention: "he" with nobody's name is nobody.
"""

from __future__ import annotations

from collections import Counter

from claimx.evaluation.intervals import Counts
from claimx.evaluation.mention_matching import match_mentions
from claimx.evaluation.predicted_chains import PredictedChain
from claimx.evaluation.predictions import Prediction
from claimx.evaluation.standards import CoreferentText, Offsets


def judge_events(text: CoreferentText, prediction: Prediction | None) -> tuple[Counts, Counts]:
    """How many speakers are right: of all speech events of a text, and of those with a claim."""
    right = found = 0
    known = _identify_chains(text, prediction.chains) if prediction is not None else {}
    for event in text.events:
        claims = [
            speech
            for speech in (prediction.speech if prediction is not None else ())
            if any(a < event.end and event.start < b for a, b in speech.cue)
        ]
        found += bool(claims)
        speakers = {frozenset(known.get(n) for n in claim.speakers) for claim in claims}
        right += frozenset([event.speaker]) in speakers
    total = len(text.events)
    return Counts(right, total, right, total), Counts(right, found, right, found)


def _identify_chains(text: CoreferentText, chains: tuple[PredictedChain, ...]) -> dict[int, int]:
    """The number of the gold's chain that each predicted chain is, by its number."""
    owner: dict[Offsets, int] = {}
    telling = []
    for number, gold in enumerate(text.chains):
        has_other = not all(mention.is_pronoun for mention in gold)
        for mention in gold:
            if not (has_other and mention.is_pronoun):
                owner[mention.start, mention.end] = number
                telling.append(mention)
    found: dict[int, int] = {}
    for number, chain in enumerate(chains):
        matches = match_mentions(chain.mentions, telling)
        votes = Counter(owner[place] for place in matches.values())
        if votes:
            found[number] = votes.most_common(1)[0][0]
    return found
