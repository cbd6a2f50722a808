"""Which other speakers were considered for a claim, in the words of a newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.article import Claim, Speaker
    from claimx.pipeline.coreference.considered import Considered, Ranking

_SHOWN = 2
_CLOSE, _FAR = 0.2, 0.5


def has_others(claim: Claim) -> bool:
    """Whether others may have been considered: the source is given, and not by its name."""
    source = claim.source
    if source is None or not source.spans:
        return False
    return source.evidence is None or source.evidence.rule not in ("name", "surname")


def find_consideration(
    claim: Claim, considered: Sequence[Ranking], speakers: Sequence[Speaker] | None
) -> Ranking | None:
    """That of the longest mention in the source of a claim which may stand for its speakers.

    Args:
        claim: The claim.
        considered: Those of its article.
        speakers: As in `runners_up_in_words`.
    """
    spans = claim.source.spans if claim.source is not None else []
    inside = [
        one
        for one in considered
        if any(span.start <= one.start and one.end <= span.end for span in spans)
        and (_is_open(speakers) or _find_chosen(one, speakers) is not None)
    ]
    return max(inside, key=lambda one: (one.end - one.start, -one.start), default=None)


def runners_up_in_words(mention: str, found: Ranking, speakers: Sequence[Speaker] | None) -> str:
    """One sentence without a full stop.

    Args:
        mention: The words that might stand for several.
        found: Its candidates.
        speakers: Those who were chosen, empty where it was left open; None where the words stand
            for themselves.
    """
    chosen = _find_chosen(found, speakers)
    nearest = [one for one in found.candidates if one is not chosen and _may_be_meant(one)]
    del nearest[_SHOWN:]
    if chosen is None:
        told = " and ".join(f"{_name(one)} ({_odds(one)})" for one in nearest)
        return f"no candidate for “{mention}” is likely enough; the nearest: {told or 'none'}"
    if not found.is_weighed:
        others = " and ".join(one.name for one in nearest if one.name)
        also = f"; also in reach: {others}" if others else ""
        return f"only {_name(chosen)} fits “{mention}”{also}"
    if not nearest:
        return f"nobody else in reach fits “{mention}”"
    told = " and ".join(f"{_name(one)} ({_odds(one)}, {_distance(chosen, one)})" for one in nearest)
    return f"“{mention}” is {_name(chosen)} ({_odds(chosen)}) rather than {told}"


def _is_open(speakers: Sequence[Speaker] | None) -> bool:
    return speakers is not None and not speakers


def _find_chosen(found: Ranking, speakers: Sequence[Speaker] | None) -> Considered | None:
    """The candidate that stands for the speakers, or for most of them."""
    if speakers is None:
        return next((one for one in found.candidates if one.name is None), None)
    places = {
        (mention.span.start, mention.span.end)
        for speaker in speakers
        for mention in speaker.mentions
    }
    fitting = [
        one
        for one in found.candidates
        if one.mentions and not any(part.isdisjoint(places) for part in one.mentions)
    ]
    return max(fitting, key=lambda one: len(one.mentions), default=None)


def _may_be_meant(candidate: Considered) -> bool:
    """Whether a candidate is worth naming: someone not mentioned before only where that may be."""
    return candidate.name is not None or round(100 * candidate.probability) > 0


def _name(candidate: Considered) -> str:
    return candidate.name or "somebody not mentioned before"


def _odds(candidate: Considered) -> str:
    hundredths = round(100 * candidate.probability)
    return f"{hundredths} in 100" if hundredths else "less than 1 in 100"


def _distance(chosen: Considered, other: Considered) -> str:
    gap = chosen.probability - other.probability
    if gap >= _FAR:
        return "far behind"
    if gap >= _CLOSE:
        return "behind"
    return "close behind" if gap >= 0 else "rated higher on its own"
