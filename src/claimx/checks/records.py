"""Questions that several rules ask of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Section, Span, Speaker

_WHO_SPEAKS = ("PERSON", "ORG", "NORP", "GPE")
_NOT_PROSE = ("metadata", "boilerplate", "embed")


def speakers_of(article: Article, claim: Claim) -> list[Speaker]:
    """The speakers of a claim, in its order."""
    known = {speaker.id: speaker for speaker in article.speakers}
    return [known[name] for name in claim.source.speakers] if claim.source else []


def section_of(article: Article, offset: int) -> Section | None:
    """The section in which a code point stands."""
    for section in article.sections:
        if section.span.start <= offset < section.span.end:
            return section
    return None


def headlines(article: Article) -> list[Section]:
    """Headlines and subheadings that stand in the text."""
    return [section for section in article.sections if section.kind == "headline"]


def prose(article: Article) -> Iterator[Section]:
    """Sections that the newsroom wrote."""
    return (section for section in article.sections if section.kind not in _NOT_PROSE)


def first_source(article: Article, speaker: Speaker) -> tuple[Span, Claim] | None:
    """Where the article first gives something to a speaker, with that claim."""
    for claim in article.claims:
        if claim.source and speaker.id in claim.source.speakers and claim.source.spans:
            return claim.source.spans[0], claim
    return None


def words_for(speaker: Speaker, source: Span) -> str:
    """The words of a source, or the speaker's name where these are a pronoun ("who")."""
    pronouns = [mention.span for mention in speaker.mentions if mention.kind == "pronoun"]
    return speaker.name if source in pronouns else source.text


def anybody_named(article: Article, start: int, end: int) -> bool:
    """Whether ``start`` to ``end`` names a person or an organization outside of quotations."""
    quoted = [span for quote in article.quotes for span in quote.spans]
    named = [
        mention
        for entity in article.entities
        if entity.label in _WHO_SPEAKS
        for mention in entity.mentions
    ]
    named += [
        mention.span
        for speaker in article.speakers
        for mention in speaker.mentions
        if mention.kind != "pronoun"
    ]
    return any(
        start <= mention.start < end and not any(span.encloses(mention) for span in quoted)
        for mention in named
    )


def paragraphs_around(article: Article, offset: int) -> tuple[int, int]:
    """The limits of the paragraph of a code point together with the paragraph before it."""
    before = start = end = 0
    for section in article.sections:
        if section.span.start > offset:
            break
        before, start, end = start, section.span.start, section.span.end
    return before, end


def shown(span_text: str, limit: int = 60) -> str:
    """Words of the article in a message: on one line, cut where they are many."""
    plain = " ".join(span_text.split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + "…"
