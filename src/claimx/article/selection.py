"""Chooses claims of an article; what is left is a consistent record of its own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, get_args

from pydantic import JsonValue

from claimx.article.values import CueKind, SpeakerKind

if TYPE_CHECKING:
    from claimx.article.model import Article
    from claimx.article.records import Claim, Date, Quote, Speaker

CUE_KINDS: tuple[str, ...] = get_args(CueKind)
SPEAKER_KINDS: tuple[str, ...] = get_args(SpeakerKind)
_SPOKEN_KINDS = frozenset({"direct", "fragment"})


@dataclass(frozen=True)
class Selection:
    """Which claims to keep; one that is kept passes every filter.

    Attributes:
        speakers: Names, of which one must be that of a speaker: in full, an alias, or some words
            of them that follow each other ("Putin", "Vladimir Putin"), in any case.
        kinds: Kinds of cue and of speaker; of each sort that is named, one must be the claim's.
        directness: ``direct``, ``indirect`` or ``mixed``.
        min_confidence: The least confidence, 0 to 1; a claim without one is left out.
        named_only: Whether a speaker must have a name.
        said_after: Keep what was said on this day (ISO 8601) or later.
        said_before: Keep what was said before this day. A claim whose day is not known passes
            neither.
        contains: Words of the content, in any case.
    """

    speakers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    directness: tuple[str, ...] = ()
    min_confidence: float | None = None
    named_only: bool = False
    said_after: str | None = None
    said_before: str | None = None
    contains: str | None = None

    @property
    def is_everything(self) -> bool:
        """Whether no filter was set."""
        return self == EVERYTHING

    @property
    def options(self) -> dict[str, JsonValue]:
        """How the provenance of a record names the filters; empty where none was set."""
        filters = {name: value for name, value in asdict(self).items() if value}
        return {"filters": _as_json(filters)} if filters else {}


EVERYTHING = Selection()


def is_named(speaker: Speaker) -> bool:
    """Whether the article gives the speaker a name, as ``--named-only`` asks.

    "Some reports", "officials" and "the talks" are quoted too, but they are not identified.
    """
    return speaker.entity is not None


def select_claims(article: Article, selection: Selection) -> Article:
    """The record of the claims that ``selection`` keeps.

    With the claims stay their speakers, the quotes inside them, and the dates and entities that
    they refer to. A reference to what is gone becomes null; the figures of the speakers are
    counted anew. The layout and the text stay, and the record says by what it was filtered.
    """
    if selection.is_everything:
        return article
    chooser = _Chooser(article, selection)
    claims = [claim for claim in article.claims if chooser.keeps(claim)]
    return _keep(article, claims, selection)


class _Chooser:
    def __init__(self, article: Article, selection: Selection) -> None:
        self._selection = selection
        self._speakers = {speaker.id: speaker for speaker in article.speakers}
        self._dates = {date.id: date for date in article.dates}
        self._wanted = [_words(name) for name in selection.speakers]
        self._cue_kinds = set(selection.kinds) & set(CUE_KINDS)
        self._speaker_kinds = set(selection.kinds) & set(SPEAKER_KINDS)

    def keeps(self, claim: Claim) -> bool:
        speakers = [
            self._speakers[identifier]
            for identifier in (claim.source.speakers if claim.source is not None else ())
        ]
        return self._is_of(claim, speakers) and self._is_like(claim) and self._was_said(claim)

    def _is_of(self, claim: Claim, speakers: list[Speaker]) -> bool:
        wanted = self._selection
        return (
            (not self._wanted or any(self._is_called(speaker) for speaker in speakers))
            and (not wanted.named_only or any(map(is_named, speakers)))
            and (not self._speaker_kinds or any(s.kind in self._speaker_kinds for s in speakers))
        )

    def _is_like(self, claim: Claim) -> bool:
        wanted = self._selection
        kind = claim.cue.kind if claim.cue is not None else None
        return (
            (not self._cue_kinds or kind in self._cue_kinds)
            and (not wanted.directness or claim.directness in wanted.directness)
            and (
                wanted.min_confidence is None or (claim.confidence or 0.0) >= wanted.min_confidence
            )
            and (
                wanted.contains is None
                or " ".join(wanted.contains.split()).casefold()
                in " ".join(claim.content.text.split()).casefold()
            )
        )

    def _was_said(self, claim: Claim) -> bool:
        after, before = self._selection.said_after, self._selection.said_before
        if after is None and before is None:
            return True
        said = self._dates[claim.said_on] if claim.said_on is not None else None
        if said is None or said.earliest is None:
            return False
        last = _last_day(said)
        return (after is None or last >= after) and (before is None or said.earliest[:10] < before)

    def _is_called(self, speaker: Speaker) -> bool:
        names = [_words(name) for name in (speaker.name, *speaker.aliases)]
        return any(_holds(name, wanted) for name in names for wanted in self._wanted)


def _last_day(when: Date) -> str:
    """The last day of the interval, whose end is excluded."""
    earliest, latest = (when.earliest or "")[:10], when.latest
    if latest is None:
        return earliest
    if len(latest) > len("2025-03-14"):
        return latest[:10]
    try:
        return (date.fromisoformat(latest) - timedelta(days=1)).isoformat()
    except ValueError:
        return earliest


def _words(name: str) -> list[str]:
    return name.casefold().replace("’", "'").split()


def _holds(name: list[str], wanted: list[str]) -> bool:
    size = len(wanted)
    return bool(size) and any(
        name[place : place + size] == wanted for place in range(len(name) - size + 1)
    )


def _keep(article: Article, claims: list[Claim], selection: Selection) -> Article:
    options = {**article.provenance.options, **selection.options}
    kept = {claim.id for claim in claims}
    claims = [
        claim.model_copy(
            update={
                "parent": claim.parent if claim.parent in kept else None,
                "repeats": claim.repeats if claim.repeats in kept else None,
            }
        )
        for claim in claims
    ]
    quotes = _keep_quotes(article.quotes, kept)
    dates = _keep_dates(article.dates, claims)
    speakers = _keep_speakers(article.speakers, claims, quotes)
    mentioned = {identifier for claim in claims for identifier in claim.entities}
    mentioned |= {speaker.entity for speaker in speakers if speaker.entity is not None}
    return article.model_copy(
        update={
            "provenance": article.provenance.model_copy(update={"options": options}),
            "claims": claims,
            "quotes": quotes,
            "dates": dates,
            "speakers": speakers,
            "entities": [entity for entity in article.entities if entity.id in mentioned],
        }
    )


def _as_json(filters: dict[str, Any]) -> dict[str, JsonValue]:
    """Tuples as lists, as they would be read back."""
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in filters.items()
    }


def _keep_quotes(quotes: list[Quote], claims: set[str]) -> list[Quote]:
    held = [quote for quote in quotes if quote.claim in claims]
    kept = {quote.id for quote in held}
    return [
        quote.model_copy(update={"repeats": quote.repeats if quote.repeats in kept else None})
        for quote in held
    ]


def _keep_dates(dates: list[Date], claims: list[Claim]) -> list[Date]:
    """The dates of the claims, and those that they were counted from."""
    by_id = {when.id: when for when in dates}
    wanted = {identifier for claim in claims for identifier in claim.about}
    wanted |= {claim.said_on for claim in claims if claim.said_on is not None}
    waiting = list(wanted)
    while waiting:
        anchor = by_id[waiting.pop()].anchor
        if anchor in by_id and anchor not in wanted:
            wanted.add(anchor)
            waiting.append(anchor)
    return [when for when in dates if when.id in wanted]


def _keep_speakers(
    speakers: list[Speaker], claims: list[Claim], quotes: list[Quote]
) -> list[Speaker]:
    said: dict[str, int] = {}
    for claim in claims:
        for identifier in claim.source.speakers if claim.source is not None else ():
            said[identifier] = said.get(identifier, 0) + 1
    words: dict[str | None, int] = {}
    for quote in quotes:
        if quote.kind in _SPOKEN_KINDS and quote.repeats is None:
            words[quote.speaker] = words.get(quote.speaker, 0) + _count_words(quote)
    total = sum(words.values())
    return [
        speaker.model_copy(
            update={
                "claims": said[speaker.id],
                "quoted_words": words.get(speaker.id, 0),
                "share": round(words.get(speaker.id, 0) / total, 4) if total else 0.0,
            }
        )
        for speaker in speakers
        if speaker.id in said
    ]


def _count_words(quote: Quote) -> int:
    return sum(
        any(character.isalnum() for character in word)
        for span in quote.spans
        for word in span.text.split()
    )
