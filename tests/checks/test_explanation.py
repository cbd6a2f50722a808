"""Why a claim is what it is: each step of a record in words and as data."""

from __future__ import annotations

import io
import json

import pytest
from tests.article_builder import BRIDGE_TEXT, build_bridge_article

from claimx.checks.explanation import UnknownClaimError, explain_claim
from claimx.checks.explanation_formats import EXPLANATION_FORMATS


def test_every_claim_of_an_article_is_explained_with_and_without_its_text() -> None:
    article = build_bridge_article()
    for claim in article.claims:
        for text in (BRIDGE_TEXT, None):
            steps = explain_claim(article, claim.id.lower(), text=text)
            about = [step.about for step in steps]
            assert about[:2] == ["content", "cue"]
            assert "source" in about
            assert "date" in about
            for step in steps:
                for piece in step.pieces:
                    assert BRIDGE_TEXT[piece.start : piece.end] == piece.text
                    assert (piece.line is None) == (text is None)


def test_speaker_rule_and_anchor_are_told() -> None:
    article = build_bridge_article()
    claim = next(claim for claim in article.claims if claim.said_on)
    stream = io.StringIO()
    steps = explain_claim(
        article, claim.id, text=BRIDGE_TEXT, cue_entry={"kind": "speech", "frames": []}
    )
    EXPLANATION_FORMATS["text"](steps, stream)
    told = stream.getvalue()
    (speaker,) = [
        item for item in article.speakers if claim.source and item.id in claim.source.speakers
    ]
    assert f"{speaker.name} ({speaker.id})" in told
    assert "line 3: …" in told
    assert "the lexicon says of it: kind speech" in told
    stream = io.StringIO()
    EXPLANATION_FORMATS["json"](steps, stream)
    assert [entry["about"] for entry in json.loads(stream.getvalue())] == [
        step.about for step in steps
    ]


def test_an_unknown_claim_names_the_nearest() -> None:
    with pytest.raises(UnknownClaimError, match="did you mean C"):
        explain_claim(build_bridge_article(), "C11")
