"""The candidates of each pronoun and description, with their probabilities.

The record of an article keeps the answer alone. What the scorer said of the others is had by
reading the annotated article once more and recording it, so that an analysis keeps nothing for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.considered import Considered, Places, Ranking
from claimx.pipeline.coreference.context import Context
from claimx.pipeline.coreference.decode import Decoder
from claimx.pipeline.coreference.exact import find_exact, pool_members
from claimx.pipeline.coreference.features import Candidate
from claimx.pipeline.coreference.queries import Query
from claimx.pipeline.coreference.scorer import load_scorer
from claimx.pipeline.layout.plain_text import find_original


def rank_candidates(doc: Doc) -> list[Ranking]:
    """The rankings of an annotated article, in the order in which its mentions were decided.

    Args:
        doc: What a pipeline with ``claimx_coreference`` made of an article.
    """
    context = Context(doc)
    scorer = load_scorer()
    asked: list[tuple[Query, Sequence[Candidate], list[float], bool]] = []

    def record(query: Query, candidates: Sequence[Candidate]) -> None:
        """Note what the decoder asks, and leave the answer to it."""
        rates = pool_members(query, candidates, scorer.rate(query, candidates))
        asked.append((query, candidates, rates, find_exact(query, candidates) is None))

    Decoder(context, scorer, record).decode()
    # Ranked at the end, when each chain has all of its mentions.
    rankings = (_rank(*entry) for entry in asked)
    return [ranking for ranking in rankings if ranking is not None]


def _rank(
    query: Query, candidates: Sequence[Candidate], rates: Sequence[float], is_weighed: bool
) -> Ranking | None:
    """The ranking of a mention where it stands; None for white space that was tagged as a noun."""
    doc = query.context.doc
    span = doc[query.mention.start : query.mention.end]
    if not span.text.strip():
        return None
    start, end = find_original(doc, span.start_char, span.end_char)
    ranked = [
        Considered(_name(query.context, one.chain), rate, _find_places(query.context, one.chain))
        for one, rate in zip(candidates, rates, strict=True)
    ]
    ranked = [one for one in ranked if one.name is None or one.name.strip()]
    ranked.sort(key=lambda one: -one.probability)
    return Ranking(start, end, tuple(ranked), is_weighed)


def _name(context: Context, chain: Chain | None) -> str | None:
    if chain is None:
        return None
    if chain.members:
        return " and ".join(_name(context, member) or "" for member in chain.members)
    if chain.entity is not None:
        return context.names[chain.entity]
    if not chain.mentions:
        return chain.noun
    first = context.table[min(chain.mentions)]
    return " ".join(context.doc[first.start : first.end].text.split())


def _find_places(context: Context, chain: Chain | None) -> tuple[Places, ...]:
    """Where a chain is mentioned; of a plural that joins others, where each of them is."""
    if chain is None:
        return ()
    if chain.members:
        return tuple(place for member in chain.members for place in _find_places(context, member))
    doc = context.doc
    spans = (doc[context.table[n].start : context.table[n].end] for n in chain.mentions)
    return (frozenset(find_original(doc, span.start_char, span.end_char) for span in spans),)
