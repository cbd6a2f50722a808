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


_WITHOUT_MARKS = """Professor Tilda Dahl studies the harbour of Tarn. The Tarn Courier met her.

((Tarn Courier)) Would you tell us a little about yourself?

Tilda Dahl I am a professor at Tarn College. We believe that the harbour is lost.

((TC)) How well do your results hold?

TD We do not think that anything has changed.

((TC)) And the fish?

TD Gone, all of them."""


def test_answers_may_begin_with_initials_or_a_name_without_a_mark() -> None:
    article = claimx.extract(_WITHOUT_MARKS)
    names = {speaker.id: speaker.name for speaker in article.speakers}
    said = {
        claim.content.text[:12]: [names[key] for key in claim.source.speakers]
        for claim in article.claims
        if claim.source is not None
    }
    for words in ("I am a profe", "that the har", "We do not th", "Gone, all of"):
        assert said[words] == ["Tilda Dahl"], words
    assert said["How well do "] == ["Tarn Courier"]


def test_an_acronym_that_opens_lines_is_no_label_by_itself() -> None:
    text = "\n\n".join(f"TD Bank said that it had {n} branches." for n in range(2, 6))
    article = claimx.extract(text)
    assert {speaker.name for speaker in article.speakers} == {"TD Bank"}
