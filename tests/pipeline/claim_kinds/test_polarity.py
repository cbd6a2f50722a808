"""Negation of the cue, not of the content."""

from __future__ import annotations

import pytest
from tests.pipeline.claim_kinds.sentence_builder import build, judge

from claimx.pipeline.annotations import get_attributions
from claimx.pipeline.claim_kinds.component import ClaimKinds

THAT = "<content>that the bridge was safe</content>"
NEGATIVE = [
    f"<source>Hill</source> <cue>denied</cue> {THAT}.",
    "<source>Hill</source> <cue>dismissed</cue> <content>the possibility of a call</content>.",
    "<source>Hill</source> <cue>brushed aside</cue> <content>the claims</content>.",
    f"<source>Hill</source> <cue>did not say</cue> {THAT}.",
    f"<source>Hill</source> <cue>didn't say</cue> {THAT}.",
    f"<source>Hill</source> <cue>never said</cue> {THAT}.",
    "<source>Hill</source> <cue>refused to say</cue> <content>whether it was safe</content>.",
    "<source>Hill</source> <cue>declined to comment on</cue> <content>the claims</content>.",
    f"<source>Hill</source> <cue>failed to say</cue> {THAT}.",
    f"<source>Hill</source> <cue>fell short of saying</cue> {THAT}.",
    f"<source>No one</source> <cue>said</cue> {THAT}.",
    f"<source>Neither man</source> <cue>said</cue> {THAT}.",
    "<source>Hill</source> <cue>made no mention of</cue> <content>the tests</content>.",
    # What leads to the cue counts though the cue's span leaves it out.
    f"<source>Hill</source> did not <cue>say</cue> {THAT}.",
    f"<source>Hill</source> left without <cue>saying</cue> {THAT}.",
    f"Nor did <source>Hill</source> <cue>say</cue> {THAT}.",
    f"<source>Hill</source> <cue>did not know</cue> {THAT}.",
]
POSITIVE = [
    f"<source>Hill</source> <cue>said</cue> {THAT}.",
    # A negation inside the content.
    "<source>Hill</source> <cue>said</cue> <content>the bridge was not safe</content>.",
    "<source>Hill</source> <cue>said</cue> <content>no one was safe</content>.",
    "<source>Hill</source> <cue>said</cue> <content>she never denied it</content>.",
    # Two negations cancel out.
    f"<source>Hill</source> <cue>did not deny</cue> {THAT}.",
    f"<source>Hill</source> <cue>refused to deny</cue> {THAT}.",
    f"<source>Hill</source> <cue>did not fail to mention</cue> {THAT}.",
    # Negators that do not negate.
    f"<source>Hill</source> <cue>not only said</cue> {THAT}.",
    f"<source>Hill</source> <cue>could not help but worry</cue> {THAT}.",
    f"<source>No 10</source> <cue>said</cue> {THAT}.",
    f"<source>No candidate but Hill</source> <cue>said</cue> {THAT}.",
    # A negation of another clause.
    f"The mayor did not come, and <source>Hill</source> <cue>said</cue> {THAT}.",
    f"<source>Hill</source><cue>:</cue> {THAT}",
]


@pytest.mark.parametrize("tagged", NEGATIVE)
def test_a_cue_that_denies_or_is_negated_is_negative(tagged: str) -> None:
    assert judge(tagged).kinds["polarity"] == "negative"


@pytest.mark.parametrize("tagged", POSITIVE)
def test_all_else_is_positive(tagged: str) -> None:
    assert judge(tagged).kinds["polarity"] == "positive"


def test_a_name_that_begins_with_no_negates_nothing() -> None:

    case = build(f"<source>No Frontiers</source> <cue>said</cue> {THAT}.")
    case.doc.set_ents([case.doc.char_span(0, 12, label="ORG")])

    assert get_attributions(ClaimKinds()(case.doc))[0].kinds["polarity"] == "positive"
