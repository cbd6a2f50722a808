"""Which other speakers were considered for a claim, in the words of a newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from claimx.article import Claim, Speaker

_SHOWN = 2
_CLOSE, _FAR = 0.2, 0.5


class Candidate(NamedTuple):
    """One of those that a mention might stand for.

    Attributes:
        name: The name or description; None stands for someone not mentioned before.
        probability: How likely it is among the candidates, 0 to 1.
        mentions: All places where the article mentions it, as half-open code points of its text:
            for two or more people together, those of each in turn.
    """

    name: str | None
    probability: float
    mentions: tuple[frozenset[tuple[int, int]], ...] = ()

    def to_data(self) -> dict[str, Any]:
        """Name and probability, as JSON shows them."""
        return {"name": self.name, "probability": self.probability}


@dataclass(frozen=True, slots=True)
class Consideration:
    """A pronoun or description with its candidates.

    Attributes:
        start: Its first code point in the text.
        end: The code point behind its last.
        candidates: The most probable first.
        is_weighed: Whether their probabilities decide; they do not where its words fit one alone.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    is_weighed: bool


def has_others(claim: Claim) -> bool:
    """Whether others may have been considered: the source is given, and not by its name."""
    source = claim.source
    if source is None or not source.spans:
        return False
    return source.evidence is None or source.evidence.rule not in ("name", "surname")


def find_consideration(
    claim: Claim, considered: Sequence[Consideration], speakers: Sequence[Speaker] | None
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
        and (_is_open(speakers) or _find_chosen(one, speakers) is not None)
    ]
    return max(inside, key=lambda one: (one.end - one.start, -one.start), default=None)


def runners_up_in_words(
    mention: str, found: Consideration, speakers: Sequence[Speaker] | None
) -> str:
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


def _find_chosen(found: Consideration, speakers: Sequence[Speaker] | None) -> Candidate | None:
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


def _may_be_meant(candidate: Candidate) -> bool:
    """Whether a candidate is worth naming: someone not mentioned before only where that may be."""
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
    return "close behind" if gap >= 0 else "rated higher on its own"
