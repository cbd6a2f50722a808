"""Quotations of many articles in a light form, for rules that compare them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.checks.wording import Word, parts_of

if TYPE_CHECKING:
    from claimx.article import Article

_SPOKEN = ("direct", "fragment")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A quotation where it stands.

    Attributes:
        article: The number of the article in the call, from 0.
        path: As the user gave it.
        start: First code point of its first span.
        end: The code point after its last.
        text: Its spans joined by one space, marks included.
        parts: Its words, cut at ellipses and brackets.
        speaker: The full name; None where nobody named is known to have said it.
        kind: Of the speaker.
        confidence: Of its claim.
    """

    article: int
    path: str
    start: int
    end: int
    text: str
    parts: tuple[tuple[Word, ...], ...]
    speaker: str | None
    kind: str | None
    confidence: float | None

    @property
    def forms(self) -> tuple[str, ...]:
        """All words in order."""
        return tuple(word.form for part in self.parts for word in part)


def occurrences_in(article: Article, number: int = 0) -> Iterator[Occurrence]:
    """The spoken quotations of an article, in text order."""
    speakers = {speaker.id: speaker for speaker in article.speakers}
    claims = {claim.id: claim for claim in article.claims}
    for quote in article.quotes:
        if quote.kind not in _SPOKEN:
            continue
        parts = tuple(
            tuple(part) for span in quote.spans for part in parts_of(span.text, span.start)
        )
        if not parts:
            continue
        speaker = speakers.get(quote.speaker or "")
        claim = claims.get(quote.claim or "")
        yield Occurrence(
            article=number,
            path=article.metadata.path or "-",
            start=quote.spans[0].start,
            end=quote.spans[-1].end,
            text=" ".join(span.text for span in quote.spans),
            parts=parts,
            speaker=speaker.name if speaker else None,
            kind=speaker.kind if speaker else None,
            confidence=claim.confidence if claim else None,
        )
