"""What people talk about is no statement, nor is what a sentence says of the speaker first."""

from __future__ import annotations

import pytest
from tests.pipeline.attribution.linking import find, parse

from claimx.pipeline.attribution.limits import leave_circumstances
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.topics import leave_topics


@pytest.mark.parametrize(
    ("sentence", "cue", "content", "stays"),
    [
        ("Hill held discussion/NN about a/DT truce/NN .", "discussion about", "a truce", False),
        ("Hill met/VBD to discuss/VB a/DT truce/NN .", "met to discuss", "a truce", False),
        ("Hill told/VBD of a/DT truce/NN .", "told of", "a truce", True),
        (
            "Hill held discussion/NN about leaving/VBG Tarn .",
            "discussion about",
            "leaving Tarn",
            True,
        ),
    ],
)
def test_a_bare_topic_is_no_claim(sentence: str, cue: str, content: str, stays: bool) -> None:
    doc = parse(sentence)
    links = [Link(find(doc, cue), find(doc, "Hill"), [find(doc, content)])]
    assert bool(leave_topics(doc, links)) == stays


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Challenged/VBN on/IN it , Hill said/VBD it was/VBD late .", ["it was late"]),
        (
            "Born/VBN in/IN Tarn , Hill said/VBD , she left/VBD .",
            ["Born in Tarn", "she left"],
        ),
    ],
)
def test_a_participle_about_the_speaker_is_not_said(sentence: str, contents: list[str]) -> None:
    doc = parse(sentence)
    opening, rest = doc.text.partition(",")[0], contents[-1]
    link = Link(find(doc, "said"), find(doc, "Hill"), [find(doc, opening), find(doc, rest)])
    leave_circumstances(doc, [link])
    assert [doc[span.start : span.end].text for span in link.contents] == contents
