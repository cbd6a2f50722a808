"""Whether two attributions are the same, by the letters and digits that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimx.article import Article, Claim, Span
from claimx.evaluation.standards import Attribution, Offsets

RIGHT_FROM = 0.5


def rate_match(text: str, predicted: Attribution, gold: Attribution) -> float:
    """Intersection over union of the contents; 0 where the sources do not overlap.

    Two absent sources overlap.
    """
    source = find_letters(text, predicted.source), find_letters(text, gold.source)
    if not source[0] & source[1] and (source[0] or source[1]):
        return 0.0
    content = find_letters(text, predicted.content), find_letters(text, gold.content)
    union = content[0] | content[1]
    return len(content[0] & content[1]) / len(union) if union else 0.0


def find_letters(text: str, spans: Iterable[Offsets]) -> frozenset[int]:
    """The places of letters and digits inside half-open spans of ``text``."""
    return frozenset(
        place for start, end in spans for place in range(start, end) if text[place].isalnum()
    )


def find_claim(text: str, article: Article, gold: Attribution) -> Claim | None:
    """The claim that matches ``gold`` best, if one does."""
    rated = [(rate_match(text, describe_claim(claim), gold), claim) for claim in article.claims]
    rate, claim = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return claim if rate >= RIGHT_FROM else None


def describe_claim(claim: Claim) -> Attribution:
    """The offsets of a claim's source, cue and content."""
    return Attribution(
        source=_offsets(claim.source.spans if claim.source else ()),
        cue=_offsets(claim.cue.spans if claim.cue else ()),
        content=_offsets(claim.content.spans),
    )


def _offsets(spans: Sequence[Span]) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in spans)
