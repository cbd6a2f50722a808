"""The component that merges the mentions of an entity over the article."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from claimx.pipeline.annotations import (
    ENTITY_LABELS,
    EntityChain,
    get_attributions,
    get_timexes,
    set_entities,
)
from claimx.pipeline.entities.collect_names import collect_names
from claimx.pipeline.entities.find_missed_names import find_missed_names
from claimx.pipeline.entities.match_quantities import match_quantities
from claimx.pipeline.entities.merge_names import merge_names
from claimx.pipeline.entities.shared_surnames import share_surnames
from claimx.pipeline.layout_annotations import SKIPPED_SECTIONS, get_sections


class Entities:
    """Stores an `EntityChain` for every named entity and every number expression.

    Reads ``doc.ents``, the layout, the sources of attributions and the time expressions where
    there are any.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Write the entities of ``doc`` and return it."""
        skipped = find_skipped_tokens(doc)
        entities = [entity for entity in doc.ents if skipped.isdisjoint(_tokens(entity))]
        names = collect_names(doc, entities)
        sources = [span for item in get_attributions(doc) for span in item.source]
        alone = {s.start for s in sources if len(s) == 1 or doc[s.start + 1].text == ","}
        names = [n for n in find_missed_names(doc, names, alone) if n.start not in skipped]
        share_surnames(doc, names)
        chains = merge_names(doc, names)
        taken = skipped | {i for chain in chains for span in chain.mentions for i in _tokens(span)}
        taken |= {i for timex in get_timexes(doc) for i in _tokens(timex.span)}
        chains += _find_numbers(doc, taken)
        set_entities(doc, chains)
        return doc


def find_skipped_tokens(doc: Doc) -> set[int]:
    """Tokens of sections that take no part in the analysis."""
    return {
        token
        for section in get_sections(doc)
        if section.kind in SKIPPED_SECTIONS
        for token in _tokens(section.span)
    }


def _find_numbers(doc: Doc, taken: set[int]) -> Iterable[EntityChain]:
    """Chains of number expressions; equal ones of a label are one entity."""
    chains: dict[tuple[str, str], EntityChain] = {}
    for quantity in sorted(match_quantities(doc.text), key=lambda found: found.start):
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="strict")
        if span is None or any(i in taken for i in _tokens(span)) or _is_pronoun_one(span):
            continue
        text = " ".join(span.text.split())
        key = (quantity.label, text.lower())
        if key in chains:
            chains[key].mentions.append(span)
        else:
            chains[key] = EntityChain(
                name=text, label=ENTITY_LABELS[quantity.label], mentions=[span]
            )
    return chains.values()


def _is_pronoun_one(span: Span) -> bool:
    """ "One" counts only before what it counts."""
    if span.text.lower() != "one":
        return False
    return span.end >= len(span.doc) or not span.doc[span.end].tag_.startswith(("NN", "JJ"))


def _tokens(span: Span) -> range:
    return range(span.start, span.end)
