"""Leaves out what only says what people talk about: "held *discussions about* a truce"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from claimx.lang.en.words import words_of
from claimx.pipeline.attribution.link import Link


def leave_topics(doc: Doc, links: Iterable[Link]) -> list[Link]:
    """Links without those whose cue is a word for talk and whose content has no verb."""
    words = words_of("topic cue")
    return [
        link
        for link in links
        if not any(token.lemma_.lower() in words for token in doc[link.cue.start : link.cue.end])
        or any(
            token.tag_.startswith(("VB", "MD"))
            for content in link.contents
            for token in doc[content.start : content.end]
        )
    ]
