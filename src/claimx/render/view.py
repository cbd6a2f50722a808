"""An article with the ids in it looked up: what most renderers read."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.article.selection import is_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimx.article import Article, Claim, Date, Entity, Quote, Section, Span, Speaker

# What a reader would count as a paragraph of the article.
_PARAGRAPHS = frozenset({"body", "list", "embed", "caption", "boilerplate"})


class ArticleView:
    """Lookups by id and by place, each made when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        return {speaker.id: speaker for speaker in self.article.speakers}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.article.claims}

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        return {quote.id: quote for quote in self.article.quotes}

    @cached_property
    def dates(self) -> dict[str, Date]:
        return {date.id: date for date in self.article.dates}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.article.entities}

    @cached_property
    def prominence(self) -> dict[str, int]:
        """Rank of each speaker, from 0: who is quoted most first, then who claims most.

        Those without a name come last.
        """
        ranked = sorted(
            self.article.speakers,
            key=lambda one: (not is_named(one), -one.quoted_words, -one.claims),
        )
        return {speaker.id: rank for rank, speaker in enumerate(ranked)}

    def speakers_of(self, claim: Claim) -> list[Speaker]:
        """Those who say ``claim``, in the order of its source."""
        if claim.source is None:
            return []
        return [self.speakers[identifier] for identifier in claim.source.speakers]

    def roles_of(self, claim: Claim, speaker: Speaker) -> list[Span]:
        """The roles that the source of ``claim`` itself gives, else all of the speaker's."""
        source = claim.source.spans if claim.source is not None else []
        here = [role for role in speaker.roles if any(span.encloses(role) for span in source)]
        return here or speaker.roles

    def section_at(self, place: int) -> Section | None:
        """The section that holds the code point ``place``."""
        starts = self._section_starts
        number = bisect_right(starts, place) - 1
        if number < 0:
            return None
        section = self.article.sections[number]
        return section if place < section.span.end else None

    def paragraph_at(self, place: int) -> int | None:
        """Number, from 1, of the paragraph that holds ``place``; headings are not counted."""
        section = self.section_at(place)
        if section is None:
            return None
        return self._paragraph_numbers.get(section.span.start)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.span.start for section in self.article.sections]

    @cached_property
    def _paragraph_numbers(self) -> dict[int, int]:
        starts = [
            section.span.start for section in self.article.sections if section.kind in _PARAGRAPHS
        ]
        return {start: number for number, start in enumerate(starts, start=1)}


def words_of(spans: Iterable[Span]) -> str:
    """The texts of ``spans``, an ellipsis where the text between them is left out."""
    return " … ".join(span.text for span in spans)
