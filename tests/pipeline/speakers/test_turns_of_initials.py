"""Transcripts through the shipped pipeline, in which initials and "you" stand for the speakers."""

from __future__ import annotations

import claimx

_INTERVIEW = """WKB: You wrote in May that the harbour is lost. What should the port do now?

WKB: And what can the fishermen do?

TD: Many fishermen have told me that they are learning another trade."""


def test_you_may_speak_before_the_label_of_the_other_one_is_read() -> None:
    article = claimx.extract(_INTERVIEW)
    names = {speaker.id: speaker.name for speaker in article.speakers}
    said = {
        claim.content.text[:20]: [names[key] for key in claim.source.speakers]
        for claim in article.claims
        if claim.source is not None
    }
    assert said["Many fishermen have "] == ["TD"]
    assert all(len(found) <= 1 for found in said.values())
