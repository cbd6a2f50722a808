"""The spaCy factories of claimx.

spaCy imports this module whenever any pipeline is built, in any program on the machine that has
claimx installed: it imports nothing heavy, and each component only when it is made.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from claimx.pipeline.requirements import warn_of_lacks


@Language.factory(
    "claimx_layout",
    assigns=["doc.spans", "token.is_sent_start"],
)
def make_layout(nlp: Language, name: str) -> Any:
    """Sentences end where paragraphs, headings and the labels of turns do. Goes first."""
    from claimx.pipeline.layout.component import Layout

    return Layout(name)


@Language.factory("claimx_quotes", assigns=["doc.spans"], requires=["doc.spans"])
def make_quotes(nlp: Language, name: str) -> Any:
    """Quotations by their marks."""
    from claimx.pipeline.quotes.component import Quotes

    warn_of_lacks(nlp, "claimx_quotes")
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
    PolNeAR the F1 of content with source is 71.4 at 0.3, 71.7 at 0.4 and 70.1 at 0.5; at 0.3 the
    confidence tells more of what it keeps (area under its curve 0.80, against 0.78 at 0.4).
    """
    from claimx.pipeline.attribution.component import AttributionLinker

    warn_of_lacks(nlp, "claimx_attribution")
    return AttributionLinker(name, min_confidence=min_confidence)


@Language.factory(
    "claimx_claim_kinds",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.dep", "token.lemma"],
)
def make_claim_kinds(nlp: Language, name: str) -> Any:
    """Says of each attribution what kind of claim it is."""
    from claimx.pipeline.claim_kinds.component import ClaimKinds

    warn_of_lacks(nlp, "claimx_claim_kinds")
    return ClaimKinds(name)


@Language.factory("claimx_entities", assigns=["doc.spans"], requires=["doc.ents", "token.tag"])
def make_entities(nlp: Language, name: str) -> Any:
    """Merges the mentions of an entity over the article."""
    from claimx.pipeline.entities.component import Entities

    warn_of_lacks(nlp, "claimx_entities")
    return Entities(name)


@Language.factory(
    "claimx_mentions",
    assigns=["doc.spans"],
    requires=["doc.ents", "token.tag", "token.dep", "doc.sents"],
)
def make_mentions(nlp: Language, name: str) -> Any:
    """Finds every name, noun phrase and pronoun once, with what joins them."""
    from claimx.pipeline.mentions.component import Mentions

    return Mentions(name)


@Language.factory(
    "claimx_coreference",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.tag", "token.dep", "doc.sents"],
)
def make_coreference(nlp: Language, name: str) -> Any:
    """Says which mentions stand for the same person or thing. Goes after the mentions."""
    from claimx.pipeline.coreference.component import CoreferenceResolver

    return CoreferenceResolver(name)


@Language.factory(
    "claimx_speakers",
    assigns=["doc.spans"],
    requires=["doc.spans", "token.dep", "token.tag", "token.lemma", "doc.sents"],
)
def make_speakers(nlp: Language, name: str) -> Any:
    """Resolves the sources of attributions to speakers."""
    from claimx.pipeline.speakers.component import Speakers

    warn_of_lacks(nlp, "claimx_speakers")
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

    warn_of_lacks(nlp, "claimx_dates")
    return Dates(name, date_order=date_order)


@Language.factory("claimx_repeats", assigns=["doc.spans"], requires=["doc.spans"])
def make_repeats(nlp: Language, name: str) -> Any:
    """Joins quotations and attributions that say the same."""
    from claimx.pipeline.repeats.component import Repeats

    warn_of_lacks(nlp, "claimx_repeats")
    return Repeats(name)


@Language.factory(
    "claimx_attribution_roles",
    assigns=["doc.spans"],
    requires=["doc.tensor"],
    default_config={"cue_bias": 0.0},
)
def make_attribution_roles(nlp: Language, name: str, cue_bias: float) -> Any:
    """Finds cues with their sources and contents. Goes right after the encoder."""
    from claimx.pipeline.attribution_roles.component import AttributionRoles

    warn_of_lacks(nlp, "claimx_attribution_roles")
    return AttributionRoles(name, cue_bias=cue_bias)


@Language.factory(
    "claimx_ner",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    requires=["doc.tensor"],
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_entity_recognizer(nlp: Language, name: str) -> Any:
    """Finds names with the vectors of the encoder that it was fitted together with."""
    from claimx.pipeline.entity_recognizer.component import EntityRecognizer

    warn_of_lacks(nlp, "claimx_ner")
    return EntityRecognizer(name)


@Language.factory(
    "claimx_parser",
    assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"],
    requires=["doc.tensor"],
    default_score_weights={
        "dep_uas": 0.5,
        "dep_las": 0.5,
        "dep_las_per_type": None,
        "sents_p": None,
        "sents_r": None,
        "sents_f": 0.0,
    },
)
def make_parser(nlp: Language, name: str) -> Any:
    """Parses with the vectors of the encoder that it was fitted with."""
    from claimx.pipeline.parser.component import BiaffineParser

    warn_of_lacks(nlp, "claimx_parser")
    return BiaffineParser(name)
