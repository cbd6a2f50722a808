"""Descriptions that the article itself explains: one candidate fits by all its words, and no other.

These passes go before the scorer, which decides between several and where nothing fits exactly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimx.lang.en.nouns import anonymous_nouns, nouns_of
from claimx.pipeline.coreference.candidates import count_of, is_of_persons, may_be_known
from claimx.pipeline.coreference.features import Candidate
from claimx.pipeline.coreference.queries import Query

# Matches of which one candidate alone is meant, the strongest first, and how certain that is.
_PERSONS = (
    (("kin",), 0.75),
    (("whole role",), 0.85),
    (("role", "wider role"), 0.85),
    (("bare role",), 0.7),
)
_BODIES = (
    (("whole role",), 0.8),
    (("role",), 0.8),
    (("name",), 0.75),
    (("kind of body",), 0.7),
)
_DOCUMENTS = ((("name",), 0.7), (("kind of body",), 0.7))
_GROUPS = ((("role",), 0.75), (("kin",), 0.75))
_EXPLAINED = {
    "person": _PERSONS,
    "organization": _BODIES,
    "document": _DOCUMENTS,
    "group": _GROUPS,
}
_PLACES = frozenset({"GPE", "LOC"})
_SAME_NOUN, _JOINED, _LAST_NAMED, _ALONE = 0.7, 0.7, 0.6, 0.6
_ALONE_BY_AGE = 0.9


@cache
def _age_pattern() -> re.Pattern[str]:
    """What tells the age or the children of somebody: "the 41-year-old", "the father of two"."""
    ancestors = "|".join(sorted(nouns_of("ancestor")))
    return re.compile(rf"\b(?:year|month)-old\b|\b(?:{ancestors}) of \w")


def find_exact(query: Query, candidates: Sequence[Candidate]) -> tuple[int, float] | None:
    """The place of the only candidate that a description fits exactly, and its probability."""
    if query.type == "it":
        return _find_alone(query, candidates)
    if query.mention.form != "nominal":
        return None
    if query.type == "group" and count_of(query) is not None:
        # "A couple … the couple" are not the two officers who found them.
        return _find_same_noun(candidates) or _find_joined(query, candidates)
    if not may_be_known(query):
        return None
    # "The official" was brought in as such before it is somebody with that title.
    known = _find_same_noun(candidates) if query.noun in anonymous_nouns() else None
    found = known or _find_explained(query, candidates) or _find_aged(query, candidates)
    if found is not None or any(one.match not in ("", "same noun") for one in candidates):
        return found
    return _find_same_noun(candidates)


def pool_members(
    query: Query, candidates: Sequence[Candidate], rates: Sequence[float]
) -> list[float]:
    """The probabilities with those of its members given to a plural that "they" may stand for.

    "They" never refers to just one of several people named together, so a vote for one of them
    counts for the whole group.
    """
    pooled = list(rates)
    if query.type != "they":
        return pooled
    for place, candidate in enumerate(candidates):
        members = candidate.chain.members if candidate.chain is not None else ()
        if any(member.label in _PLACES for member in members):
            continue  # "Tarn and Harwick officials … they"
        for other, one in enumerate(candidates):
            if any(one.chain is member for member in members):
                pooled[place] += pooled[other]
                pooled[other] = 0.0
    return pooled


def _find_alone(query: Query, candidates: Sequence[Candidate]) -> tuple[int, float] | None:
    """The only organization or document in reach of "it", where it was named a moment ago."""
    first = candidates[0].chain
    is_near = first is not None and query.sentence - first.sentence <= 1
    return (0, _ALONE) if is_near and len(candidates) == 2 and query.is_source else None


def _find_explained(query: Query, candidates: Sequence[Candidate]) -> tuple[int, float] | None:
    is_foreign = any(word.startswith("=") for word in query.words)
    for matches, probability in _EXPLAINED.get(query.type, ()):
        if is_foreign and "bare role" in matches:
            break  # "the Kenyan president" may be another than the president
        places = [place for place, one in enumerate(candidates) if one.match in matches]
        if len(places) > 1 and "name" in matches:
            return _find_last(candidates, places), _LAST_NAMED
        if places:
            return (places[0], probability) if len(places) == 1 else None
    return None


def _find_aged(query: Query, candidates: Sequence[Candidate]) -> tuple[int, float] | None:
    """The only person in reach by name whose age or children a description tells.

    "The 71-year-old diplomat" and "the father of three" refer to a person who was the subject of
    the last mention and has no role in the article.
    """
    doc, mention = query.context.doc, query.mention
    is_known = query.type == "person" and mention.is_definite and mention.number == "singular"
    if not is_known or not _age_pattern().search(doc[mention.start : mention.end + 2].text):
        return None
    named = [
        place
        for place, one in enumerate(candidates)
        if one.chain is not None and one.chain.entity is not None and one.chain.mentions
    ]
    chain = candidates[named[0]].chain if len(named) == 1 else None
    # A judge is not "the 19-year-old student", and a man just arrested is not "the victim".
    is_about = chain is not None and chain.last_is_subject and not chain.roles
    return (named[0], _ALONE_BY_AGE) if is_about else None


def _find_last(candidates: Sequence[Candidate], places: Sequence[int]) -> int:
    """The place of whoever was mentioned last."""
    return max(places, key=lambda place: getattr(candidates[place].chain, "last", -1))


def _find_same_noun(candidates: Sequence[Candidate]) -> tuple[int, float] | None:
    """Whoever was brought in by the same words last ("a woman … the woman")."""
    known = [place for place, one in enumerate(candidates) if one.match == "same noun"]
    return (_find_last(candidates, known), _SAME_NOUN) if known else None


def _find_joined(query: Query, candidates: Sequence[Candidate]) -> tuple[int, float] | None:
    """As many as the description counts ("the two leaders"), named together or alone in reach."""
    count = count_of(query)
    for place, candidate in enumerate(candidates):
        chain = candidate.chain
        if chain is None or len(chain.members) != count:
            continue
        if all(member.is_person for member in chain.members) == is_of_persons(query):
            return place, _JOINED
    return None
