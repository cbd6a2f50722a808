"""Which other speakers were considered for a claim, in the words of a newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimx.article import Claim

_SHOWN = 2
_CLOSE, _FAR = 0.2, 0.5


class Candidate(NamedTuple):
    """Somebody whom a mention might stand for.

    Attributes:
        name: The name or description; None for nobody whom the article mentioned before.
        probability: How likely it is among the candidates, 0 to 1.
    """

    name: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Consideration:
    """A pronoun or description, and all whom it might stand for.

    Attributes:
        start: Its first code point in the text.
        end: The code point behind its last.
        candidates: The most probable first.
        is_weighed: Whether their probabilities decide; not where its words fit one alone.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    is_weighed: bool


def find_consideration(
    claim: Claim, considered: Sequence[Consideration], speakers: list[str] | None
) -> Consideration | None:
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
        and (speakers == [] or _find_chosen(one, speakers) is not None)
    ]
    return max(inside, key=lambda one: (one.end - one.start, -one.start), default=None)


def runners_up_in_words(mention: str, found: Consideration, speakers: list[str] | None) -> str:
    """One sentence without a full stop.

    Args:
        mention: The words that might stand for several.
        found: Who they might stand for.
        speakers: The names of those who were chosen, nobody where that was left open; None where
            the words stand for themselves.
    """
    chosen = _find_chosen(found, speakers)
    own = chosen.name if chosen is not None else ""
    nearest = [one for one in found.candidates if one.name != own and _may_be_meant(one)]
    del nearest[_SHOWN:]
    if chosen is None:
        told = " and ".join(f"{_name(one)} ({_odds(one)})" for one in nearest)
        return f"nobody is certain enough for “{mention}”; the nearest: {told or 'none'}"
    if not found.is_weighed:
        others = " and ".join(one.name for one in nearest if one.name)
        also = f"; also in reach: {others}" if others else ""
        return f"by its words “{mention}” is {_name(chosen)} and nobody else{also}"
    if not nearest:
        return f"nobody else in reach fits “{mention}”"
    told = " and ".join(f"{_name(one)} ({_odds(one)}, {_distance(chosen, one)})" for one in nearest)
    return f"“{mention}” is {_name(chosen)} ({_odds(chosen)}) rather than {told}"


def _find_chosen(found: Consideration, speakers: list[str] | None) -> Candidate | None:
    names: set[str | None] = {None} if speakers is None else {*speakers, " and ".join(speakers)}
    return next((one for one in found.candidates if one.name in names), None)


def _may_be_meant(candidate: Candidate) -> bool:
    """Whether a candidate is worth naming: everybody with a name, and "nobody" where it may be."""
    return candidate.name is not None or round(100 * candidate.probability) > 0


def _name(candidate: Candidate) -> str:
    return candidate.name or "somebody not mentioned before"


def _odds(candidate: Candidate) -> str:
    hundredths = round(100 * candidate.probability)
    return f"{hundredths} in 100" if hundredths else "less than 1 in 100"


def _distance(chosen: Candidate, other: Candidate) -> str:
    gap = chosen.probability - other.probability
    if gap >= _FAR:
        return "far behind"
    if gap >= _CLOSE:
        return "behind"
    return "close behind" if gap >= 0 else "no less likely by itself"
