"""From a text in turns to attributions, without a model."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from claimx.pipeline.annotations import get_attributions, get_quotations
from claimx.pipeline.attribution.component import AttributionLinker
from claimx.pipeline.claim_kinds.component import ClaimKinds
from claimx.pipeline.layout.component import Layout
from claimx.pipeline.quotes.component import Quotes

BRIEFING = """Ruth Okafor took questions.

OKAFOR: Good morning. Your “good old” levee is weak.

Q: Was it ever safe?

OKAFOR: Never.

It was built in 1910. We know that.

Q: Thank you.
"""


def annotate(text: str) -> Doc:
    doc = spacy.blank("en")(text)
    for component in (Layout(), Quotes(), AttributionLinker(min_confidence=0.4), ClaimKinds()):
        doc = component(doc)
    return doc


def test_every_turn_is_a_direct_claim() -> None:
    doc = annotate(BRIEFING)
    found = [
        (
            item.source[0].text,
            [span.text for span in item.cue],
            [span.text for span in item.content],
            item.kinds["directness"],
            item.kinds["speech_act"],
        )
        for item in get_attributions(doc)
    ]
    first = "Good morning. Your “good old” levee is weak."
    later = ["Never.", "It was built in 1910. We know that."]
    assert found == [
        ("OKAFOR", [":"], [first], "direct", "assertive"),
        ("Q", [":"], ["Was it ever safe?"], "direct", "directive"),
        ("OKAFOR", [":"], later, "direct", "assertive"),
        ("Q", [":"], ["Thank you."], "direct", "assertive"),
    ]


def test_what_the_speaker_of_a_turn_doubts_is_no_fragment_of_his_speech() -> None:
    kinds = [quotation.kind for quotation in get_quotations(annotate(BRIEFING))]
    assert kinds == ["scare"]


def test_a_text_without_turns_has_none() -> None:
    assert get_attributions(annotate("Note: It rains.\n\nThe harbour is closed.")) == []
