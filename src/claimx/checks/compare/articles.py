"""What changed between two versions of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal

from claimx.checks.alignment import Change, align, describe_changes
from claimx.checks.compare.alignment import align_texts
from claimx.checks.names import may_be_one_name
from claimx.checks.records import shown, speakers_of
from claimx.checks.wording import key_of

if TYPE_CHECKING:
    from claimx.article import Article, Claim, Quote

Kind = Literal[
    "claim-added",
    "claim-removed",
    "claim-reworded",
    "re-attributed",
    "date-changed",
    "quote-altered",
    "quote-added",
    "quote-removed",
]
_SPOKEN = ("direct", "fragment")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed.

    Attributes:
        kind: What happened.
        message: One sentence without a full stop.
        old: Id of the record in the old version, such as ``C3``; None where there is none.
        new: Id of the record in the new version.
        old_text: Its words there.
        new_text: Its words there.
        old_start: First code point there.
        new_start: First code point there.
    """

    kind: Kind
    message: str
    old: str | None
    new: str | None
    old_text: str | None
    new_text: str | None
    old_start: int | None
    new_start: int | None


def compare_articles(old: Article, new: Article) -> list[Difference]:
    """All differences of claims, their speakers and dates, and of quotations, in text order.

    Claims and quotations are aligned by their words, never by number: one that was moved has not
    changed. Marks, case and white space do not count.
    """
    found = [*_compare_claims(old, new), *_compare_quotes(old, new)]
    return sorted(found, key=_position)


def _position(difference: Difference) -> tuple[int, int]:
    new, old = difference.new_start, difference.old_start
    return (new if new is not None else old or 0, old or 0)


def _compare_claims(old: Article, new: Article) -> Iterator[Difference]:
    pairs = align_texts(
        [claim.content.text for claim in old.claims], [claim.content.text for claim in new.claims]
    )
    for i, j in pairs:
        before = None if i is None else old.claims[i]
        behind = None if j is None else new.claims[j]
        if before is None and behind is not None:
            message = f"{_who(new, behind)}: {shown(behind.content.text, 100)}"
            yield _claim_difference("claim-added", message, None, behind)
        elif behind is None and before is not None:
            message = f"{_who(old, before)}: {shown(before.content.text, 100)}"
            yield _claim_difference("claim-removed", message, before, None)
        elif before is not None and behind is not None:
            yield from _compare_claim(old, before, new, behind)


def _compare_claim(
    old: Article, before: Claim, new: Article, behind: Claim
) -> Iterator[Difference]:
    changes = _changes(before.content.text, behind.content.text)
    if changes:
        yield _claim_difference("claim-reworded", describe_changes(changes), before, behind)
    if not _same_speakers(old, before, new, behind):
        message = f"{_who(old, before)} became {_who(new, behind)}"
        yield _claim_difference("re-attributed", message, before, behind)
    was, now = _said_on(old, before), _said_on(new, behind)
    if was != now:
        message = f"said on {was or 'no known day'} became {now or 'no known day'}"
        yield _claim_difference("date-changed", message, before, behind)


def _claim_difference(
    kind: Kind, message: str, before: Claim | None, behind: Claim | None
) -> Difference:
    return Difference(
        kind=kind,
        message=message,
        old=before.id if before else None,
        new=behind.id if behind else None,
        old_text=before.content.text if before else None,
        new_text=behind.content.text if behind else None,
        old_start=before.content.spans[0].start if before else None,
        new_start=behind.content.spans[0].start if behind else None,
    )


def _compare_quotes(old: Article, new: Article) -> Iterator[Difference]:
    """Quotations that changed; of those inside a claim that came or went the claim tells."""
    before = [quote for quote in old.quotes if quote.kind in _SPOKEN]
    behind = [quote for quote in new.quotes if quote.kind in _SPOKEN]
    for i, j in align_texts([_words(quote) for quote in before], [_words(q) for q in behind]):
        was = None if i is None else before[i]
        now = None if j is None else behind[j]
        if was is not None and now is not None:
            changes = _changes(_words(was), _words(now))
            if changes:
                yield _quote_difference("quote-altered", describe_changes(changes), was, now)
        elif now is not None and now.claim is None:
            yield _quote_difference("quote-added", shown(_words(now), 100), None, now)
        elif was is not None and was.claim is None:
            yield _quote_difference("quote-removed", shown(_words(was), 100), was, None)


def _quote_difference(kind: Kind, message: str, was: Quote | None, now: Quote | None) -> Difference:
    return Difference(
        kind=kind,
        message=message,
        old=was.id if was else None,
        new=now.id if now else None,
        old_text=_words(was) if was else None,
        new_text=_words(now) if now else None,
        old_start=was.spans[0].start if was else None,
        new_start=now.spans[0].start if now else None,
    )


def _words(quote: Quote) -> str:
    return " ".join(span.text for span in quote.spans)


def _changes(before: str, behind: str) -> list[Change]:
    """What differs in words, the edges included."""
    old, new = key_of(before).split(), key_of(behind).split()
    if old == new:
        return []
    # A word that both have at both ends keeps what changed at an edge from being cut off.
    return align(["\0", *old, "\0"], ["\0", *new, "\0"], least=0.0, most=inf) or []


def _who(article: Article, claim: Claim) -> str:
    names = [speaker.name for speaker in speakers_of(article, claim)]
    if names:
        return " and ".join(names)
    if claim.source and claim.source.spans:
        return f"“{shown(claim.source.spans[0].text)}” (nobody known)"
    return "nobody"


def _same_speakers(old: Article, before: Claim, new: Article, behind: Claim) -> bool:
    """Whether each speaker of one may be one of the other: by name, which may be a fuller one."""
    was = [speaker.name for speaker in speakers_of(old, before)]
    now = [speaker.name for speaker in speakers_of(new, behind)]
    if not was or not now:
        return bool(was) == bool(now) and _source_key(before) == _source_key(behind)
    return all(any(may_be_one_name(a, b) for b in now) for a in was) and all(
        any(may_be_one_name(a, b) for a in was) for b in now
    )


def _source_key(claim: Claim) -> str:
    return key_of(" ".join(span.text for span in claim.source.spans)) if claim.source else ""


def _said_on(article: Article, claim: Claim) -> str | None:
    dates = {date.id: date for date in article.dates}
    date = dates.get(claim.said_on or "")
    return None if date is None else date.value or f"“{date.span.text}”"
