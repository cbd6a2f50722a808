"""The spaCy factories of claimx.

spaCy imports this module whenever any pipeline is built, in any program on the machine that has
claimx installed: it imports nothing heavy, and each component only when it is made.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from thinc.model import Model


@Language.factory(
    "claimx_layout",
    assigns=["doc.spans", "token.is_sent_start"],
)
def make_layout(nlp: Language, name: str) -> Any:
    """Sentences end where paragraphs and headings do. Goes first."""
    from claimx.pipeline.layout.component import Layout

    return Layout(name)


@Language.factory("claimx_quotes", assigns=["doc.spans"], requires=["doc.spans"])
def make_quotes(nlp: Language, name: str) -> Any:
    """Quotations by their marks."""
    from claimx.pipeline.quotes.component import Quotes

    return Quotes(name)


@Language.factory(
    "claimx_attribution",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.dep", "token.head", "token.tag", "token.lemma", "doc.sents"],
    default_config={"min_confidence": 0.3},
)
def make_attribution(nlp: Language, name: str, min_confidence: float) -> Any:
    """Links sources, cues and contents into attributions.

    What is less certain than ``min_confidence`` (0 to 1) is left out. On the tuning articles of
    PolNeAR the F1 of content with source is flat from 0.3 to 0.45; the default keeps most.
    """
    from claimx.pipeline.attribution.component import AttributionLinker

    return AttributionLinker(name, min_confidence=min_confidence)


@Language.factory(
    "claimx_claim_kinds",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.dep", "token.lemma"],
)
def make_claim_kinds(nlp: Language, name: str) -> Any:
    """Says of each attribution what kind of claim it is."""
    from claimx.pipeline.claim_kinds.component import ClaimKinds

    return ClaimKinds(name)


@Language.factory("claimx_entities", assigns=["doc.spans"], requires=["doc.ents", "token.tag"])
def make_entities(nlp: Language, name: str) -> Any:
    """Merges the mentions of an entity over the article."""
    from claimx.pipeline.entities.component import Entities

    return Entities(name)


@Language.factory(
    "claimx_speakers",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.dep", "token.tag", "token.lemma", "doc.sents"],
)
def make_speakers(nlp: Language, name: str) -> Any:
    """Resolves the sources of attributions to speakers."""
    from claimx.pipeline.speakers.component import Speakers

    return Speakers(name)


@Language.factory(
    "claimx_dates",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.tag", "token.dep", "doc.sents"],
    default_config={"date_order": None},
)
def make_dates(nlp: Language, name: str, date_order: str | None) -> Any:
    """Finds and resolves time expressions and ties them to attributions.

    ``date_order`` is ``MDY`` or ``DMY`` for numeric dates; None asks the article.
    """
    from claimx.pipeline.dates.component import Dates

    return Dates(name, date_order=date_order)


@Language.factory("claimx_repeats", assigns=["doc.spans"], requires=["doc.spans"])
def make_repeats(nlp: Language, name: str) -> Any:
    """Joins quotations and attributions that say the same."""
    from claimx.pipeline.repeats.component import Repeats

    return Repeats(name)


# The architecture of spaCy's own `ner`; a fitted pipeline brings its own settings.
_SPANS_MODEL = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 96,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
}


@Language.factory(
    "claimx_attribution_spans",
    assigns=["doc.spans"],
    default_config={"model": _SPANS_MODEL},
)
def make_attribution_spans(nlp: Language, name: str, model: Model[Any, Any]) -> Any:
    """Marks sources, cues and contents. Goes between layout and parser."""
    from claimx.pipeline.attribution_spans.component import AttributionSpans

    return AttributionSpans(nlp.vocab, model, name)
