"""Quotations of the record: whose claim holds each, who says it, and how many words that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from claimx.article import Claim, Quote, Span
from claimx.pipeline import annotations as notes

_SPOKEN_KINDS = frozenset({"direct", "fragment"})


def make_quotes(
    quotations: list[notes.Quotation],
    spans: Mapping[str, list[Span]],
    ids: Mapping[str, str],
    claims: list[Claim],
) -> list[Quote]:
    """The records of quotations, in text order.

    Args:
        quotations: Of the article.
        spans: Where each is, by key.
        ids: Of each, by key.
        claims: Of the article.
    """
    holders = _innermost_claims(claims)
    around = _list_around(quotations, spans)
    quotes = [
        _make_quote(item, ids, spans[item.key], holders, around.get(item.key))
        for item in quotations
    ]
    return sorted(quotes, key=lambda quote: int(quote.id[1:]))


def _innermost_claims(claims: list[Claim]) -> dict[int, list[Claim]]:
    """The claims whose contents hold a code point, the innermost first."""
    holders: dict[int, list[Claim]] = {}
    for claim in sorted(claims, key=_length):
        for span in claim.content.spans:
            for place in range(span.start, span.end):
                holders.setdefault(place, []).append(claim)
    return holders


def _length(claim: Claim) -> tuple[int, str]:
    return sum(span.end - span.start for span in claim.content.spans), claim.id


def _list_around(
    quotations: list[notes.Quotation], spans: Mapping[str, list[Span]]
) -> dict[str, list[Span]]:
    """The spans of the quotation around each that stands inside another, by key."""
    found: dict[str, list[Span]] = {}
    opened: list[str] = []
    for key in sorted(
        (item.key for item in quotations),
        key=lambda key: (spans[key][0].start, -spans[key][-1].end),
    ):
        while opened and spans[opened[-1]][-1].end <= spans[key][0].start:
            opened.pop()
        outer = next((one for one in reversed(opened) if is_inside(spans[key], spans[one])), None)
        if outer is not None:
            found[key] = spans[outer]
        opened.append(key)
    return found


def _make_quote(
    item: notes.Quotation,
    ids: Mapping[str, str],
    spans: list[Span],
    claims: Mapping[int, list[Claim]],
    outer: list[Span] | None,
) -> Quote:
    """The record of a quotation; ``outer`` are the spans of the one that it stands inside of."""
    # The innermost claim says it: the one whose content reaches least far.
    holders = claims.get(spans[0].start, [])
    holder = next((claim for claim in holders if is_inside(spans, claim.content.spans)), None)
    speakers = holder.source.speakers if holder is not None and holder.source else []
    if holder is not None and outer is not None and is_inside(outer, holder.content.spans):
        # Who tells what somebody else said is not who said it.
        speakers = []
    return Quote(
        id=ids[item.key],
        spans=spans,
        kind=item.kind,
        claim=holder.id if holder is not None else None,
        speaker=speakers[0] if speakers and item.kind in _SPOKEN_KINDS else None,
        complete=item.complete,
        repeats=ids.get(item.repeats) if item.repeats is not None else None,
    )


def count_quoted_words(claims: list[Claim], quotes: list[Quote]) -> tuple[Counter[str], int]:
    """The words inside spoken quotations by speaker, and those of all quotations.

    Those of several are each one's; those of a quotation inside another are its own speaker's.
    """
    by_id = {claim.id: claim for claim in claims}
    words: Counter[str] = Counter()
    total = 0
    around: list[Quote] = []
    for quote in quotes:
        if quote.kind not in _SPOKEN_KINDS or quote.repeats is not None:
            continue
        count = sum(_count_words(span.text) for span in quote.spans)
        outer = next((one for one in reversed(around) if is_inside(quote.spans, one.spans)), None)
        if outer is not None:
            words.subtract(dict.fromkeys(_list_speakers(outer, by_id), count))
        else:
            total += count
        words.update(dict.fromkeys(_list_speakers(quote, by_id), count))
        around = [one for one in around if one.spans[-1].end > quote.spans[0].start] + [quote]
    return words, total


def _list_speakers(quote: Quote, claims: Mapping[str, Claim]) -> list[str]:
    """All who say a quotation: those of its claim, where its speaker is one of them."""
    if quote.speaker is None:
        return []
    claim = claims.get(quote.claim or "")
    joint = claim.source.speakers if claim is not None and claim.source is not None else []
    return joint if quote.speaker in joint else [quote.speaker]


def _count_words(text: str) -> int:
    return sum(any(character.isalnum() for character in word) for word in text.split())


def is_inside(inner: list[Span], outer: list[Span]) -> bool:
    """Whether each of some spans lies inside one of others; False of none."""
    return bool(inner) and all(any(holder.encloses(span) for holder in outer) for span in inner)
