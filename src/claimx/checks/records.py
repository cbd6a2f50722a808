"""Questions that several rules ask of a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Section, Span, Speaker

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


def shown(span_text: str, limit: int = 60) -> str:
    """Words of the article in a message: on one line, cut where they are many."""
    plain = " ".join(span_text.split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + "…"
