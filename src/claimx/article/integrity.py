"""What must hold between the records of one article, whoever made it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article.model import Article
    from claimx.article.records import Claim, Span

# What a date may be counted from besides another date.
_ANCHORS_BESIDE_DATES = (None, "published", "dateline", "absolute")


def check_offsets(article: Article, text: str) -> None:
    """Check every span of ``article`` against the text that it was made from.

    Raises:
        ValueError: Naming the first span whose text is not ``text[start:end]``.
    """
    for span in article.spans():
        if text[span.start : span.end] != span.text:
            raise ValueError(
                f"span {span.start} to {span.end} says {span.text!r}, "
                f"the text has {text[span.start : span.end]!r}"
            )


def check_references(article: Article) -> None:
    """Check that ids are unique, references resolve and nested claims lie in their parents.

    Raises:
        ValueError: Naming the first record that breaks this.
    """
    ids = {
        "speaker": _unique("speaker", (speaker.id for speaker in article.speakers)),
        "claim": _unique("claim", (claim.id for claim in article.claims)),
        "quote": _unique("quote", (quote.id for quote in article.quotes)),
        "date": _unique("date", (date.id for date in article.dates)),
        "entity": _unique("entity", (entity.id for entity in article.entities)),
    }
    for holder, kind, reference in _list_references(article):
        if reference not in ids[kind]:
            raise ValueError(f"{holder} refers to {kind} {reference}, which is not in the record")
    _check_nesting(article)


def _unique(kind: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for item in ids:
        if item in seen:
            raise ValueError(f"{kind} {item} stands twice in the record")
        seen.add(item)
    return seen


def _list_references(article: Article) -> Iterator[tuple[str, str, str]]:
    """Who refers, to what kind of record, by which id."""
    for speaker in article.speakers:
        yield from _name_holder(f"speaker {speaker.id}", [("entity", speaker.entity)])
    for date in article.dates:
        is_to_date = date.anchor not in _ANCHORS_BESIDE_DATES
        yield from _name_holder(f"date {date.id}", [("date", date.anchor)] if is_to_date else [])
    for quote in article.quotes:
        yield from _name_holder(
            f"quote {quote.id}",
            [("claim", quote.claim), ("speaker", quote.speaker), ("quote", quote.repeats)],
        )
    for claim in article.claims:
        yield from _name_holder(f"claim {claim.id}", _list_references_of(claim))


def _name_holder(
    holder: str, references: Iterable[tuple[str, str | None]]
) -> Iterator[tuple[str, str, str]]:
    """The references that are set, each behind the record that holds them."""
    for kind, reference in references:
        if reference is not None:
            yield holder, kind, reference


def _list_references_of(claim: Claim) -> Iterator[tuple[str, str | None]]:
    if claim.source is not None:
        yield from (("speaker", speaker) for speaker in claim.source.speakers)
    yield from (("claim", claim.parent), ("claim", claim.repeats), ("date", claim.said_on))
    yield from (("date", date) for date in claim.about)
    yield from (("entity", entity) for entity in claim.entities)


def _check_nesting(article: Article) -> None:
    claims = {claim.id: claim for claim in article.claims}
    for claim in article.claims:
        if claim.parent is None:
            continue
        parent = claims[claim.parent]
        if parent is claim or not _all_inside(claim.content.spans, parent.content.spans):
            raise ValueError(f"claim {claim.id} does not lie inside its parent {parent.id}")
        seen = {claim.id}
        while parent.parent is not None:
            if parent.id in seen:
                raise ValueError(f"claim {claim.id} is its own ancestor")
            seen.add(parent.id)
            parent = claims[parent.parent]


def _all_inside(inner: list[Span], outer: list[Span]) -> bool:
    return all(any(holder.encloses(span) for holder in outer) for span in inner)
