"""Addressee and channel, outside source and content."""

from __future__ import annotations

import pytest
from tests.pipeline.claim_kinds.sentence_builder import build, judge

from claimx.pipeline.annotations import get_attributions, set_attributions
from claimx.pipeline.claim_kinds.component import ClaimKinds

THAT = "<content>that the bridge was safe</content>"
QUOTE = "<content>“It is safe,”</content>"


@pytest.mark.parametrize(
    ("tagged", "addressee"),
    [
        (f"<source>Hill</source> <cue>told</cue> reporters {THAT}.", "reporters"),
        (f"<source>Hill</source> <cue>told</cue> reporters on Friday {THAT}.", "reporters"),
        (f"<source>Hill</source> <cue>told</cue> reporters Friday {THAT}.", "reporters"),
        (
            f"<source>Hill</source> <cue>told</cue> the Harbour Post last week {THAT}.",
            "the Harbour Post",
        ),
        (
            f"<source>Hill</source> <cue>told</cue> a crowd of supporters {THAT}.",
            "a crowd of supporters",
        ),
        (
            f"<source>Hill</source> <cue>told</cue> a town gathering in Leeds {THAT}.",
            "a town gathering in Leeds",
        ),
        (f"<source>Hill</source> <cue>told</cue> him {THAT}.", "him"),
        (
            f"<source>Hill</source> <cue>told</cue> the largely female crowd {THAT}.",
            "the largely female crowd",
        ),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> to the BBC.", "the BBC"),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> on Friday to reporters.", "reporters"),
        (f"Residents <cue>were told</cue> {THAT}.", "Residents"),
        (f"Speaking to reporters, <source>Hill</source> <cue>said</cue> {THAT}.", "reporters"),
        (f"<source>Hill</source>, addressing supporters, <cue>said</cue> {THAT}.", "supporters"),
        (
            f"In a letter to shareholders, <source>Hill</source> <cue>said</cue> {THAT}.",
            "shareholders",
        ),
        # Not addressed to anybody that the text names.
        (f"<source>Hill</source> <cue>said</cue> {THAT}.", None),
        (f"<source>Hill</source> <cue>said</cue> Friday {THAT}.", None),
        ("<source>Hill</source> <cue>told</cue> <content>the truth</content>.", None),
        ("<source>Hill</source> <cue>told</cue> the story of <content>the bridge</content>.", None),
        ("<source>Hill</source> <cue>urged</cue> <content>voters to stay</content>.", None),
        (f"<source>Hill</source> <cue>told</cue> herself {THAT}.", None),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> in Leeds.", None),
        (f"<source>Hill</source>, who <cue>said</cue> {THAT}, went to the BBC.", None),
    ],
)
def test_addressee(tagged: str, addressee: str | None) -> None:
    found = judge(tagged, tags={"herself": "PRP"}).addressee

    assert (found.text if found is not None else None) == addressee


@pytest.mark.parametrize(
    ("tagged", "channel"),
    [
        (
            "In a post on his Harbour News platform, "
            f"<source>Hill</source> <cue>said</cue> {THAT}.",
            "a post on his Harbour News platform",
        ),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> in a statement.", "a statement"),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> in a statement on Friday.", "a statement"),
        (f"{QUOTE} <cue>said</cue> <source>Hill</source> in a statement.", "a statement"),
        (f"{QUOTE} <source>Hill</source> <cue>said in a statement</cue>.", "a statement"),
        (f"{QUOTE} <source>Hill</source> <cue>wrote</cue> on Twitter.", "Twitter"),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> at a rally in Ohio.", "a rally in Ohio"),
        (
            f"<source>Hill</source> <cue>said</cue> during an interview with CNN {THAT}.",
            "an interview with CNN",
        ),
        (f"<source>Hill</source> <cue>told</cue> reporters at a briefing {THAT}.", "a briefing"),
        (f"<source>Hill</source> <cue>told</cue> the BBC by email {THAT}.", "email"),
        (
            f"Speaking at a rally in Ohio, <source>Hill</source> <cue>said</cue> {THAT}.",
            "a rally in Ohio",
        ),
        (
            f"{QUOTE} <source>Hill</source> <cue>said</cue> on CBS’s Face the Nation.",
            "CBS’s Face the Nation",
        ),
        # No channel.
        (f"In response, <source>Hill</source> <cue>said</cue> {THAT}.", None),
        (f"In response to the report, <source>Hill</source> <cue>said</cue> {THAT}.", None),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> in Leeds.", None),
        (f"{QUOTE} <source>Hill</source> <cue>said</cue> on Friday.", None),
        (f"<source>Hill</source> <cue>said</cue> {THAT}.", None),
        # Inside the content or the source.
        (
            "<source>Hill</source> <cue>said</cue> <content>he wrote it in a letter</content>.",
            None,
        ),
        (f"<source>Hill in a statement</source> <cue>said</cue> {THAT}.", None),
        # Of another clause.
        (
            f"On his blog Okafor laughed, and <source>Hill</source> <cue>said</cue> {THAT}.",
            None,
        ),
        # What is seen is said on no channel.
        (f"At a rally, <source>Hill</source> <cue>heard</cue> {THAT}.", None),
    ],
)
def test_channel(tagged: str, channel: str | None) -> None:
    found = judge(tagged).channel

    assert (found.text if found is not None else None) == channel


def test_each_cue_has_its_own_channel() -> None:
    case = build(
        "<source id=1>Hill</source> <cue id=1>said</cue> in a letter <content id=1>it was safe"
        "</content>, while <source id=2>Okafor</source> <cue id=2>claimed</cue> on Twitter "
        "<content id=2>it was not</content>."
    )

    found = get_attributions(ClaimKinds()(case.doc))

    assert [str(item.channel) for item in found] == ["a letter", "Twitter"]


def test_a_channel_at_the_head_holds_for_all_that_its_source_says() -> None:
    case = build(
        "In a statement, <source id=1>Hill</source> <cue id=1>denied</cue> <content id=1>the "
        "claims</content> and <cue id=2>said</cue> <content id=2>it was safe</content>."
    )
    first, second = case.attributions
    second.source = list(first.source)

    set_attributions(case.doc, [first, second])

    found = get_attributions(ClaimKinds()(case.doc))

    assert [str(item.channel) for item in found] == ["a statement", "a statement"]


def test_another_source_does_not_take_over_the_channel() -> None:
    case = build(
        "In a statement, <source id=1>Hill</source> <cue id=1>denied</cue> <content id=1>the "
        "claims</content> and <source id=2>Okafor</source> <cue id=2>said</cue> "
        "<content id=2>it was safe</content>."
    )

    found = get_attributions(ClaimKinds()(case.doc))

    assert [item.channel is not None for item in found] == [True, False]


def test_keys_and_references_stay() -> None:
    case = build(f"<source>Hill</source> <cue>said</cue> {THAT}. Okafor told us.")
    before = get_attributions(case.doc)
    before[0].confidence, before[0].speakers = 0.7, ["3"]

    set_attributions(case.doc, before)

    after = get_attributions(ClaimKinds()(case.doc))

    assert (after[0].key, after[0].confidence, after[0].speakers) == ("0", 0.7, ["3"])


def test_a_document_without_attributions_is_left_alone() -> None:
    case = build("The bridge is safe.")

    assert get_attributions(ClaimKinds()(case.doc)) == []
