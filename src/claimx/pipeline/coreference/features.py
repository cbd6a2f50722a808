"""What speaks for a candidate: a table of features, each read for one candidate of one mention.

A feature yields the names of what holds; the scorer weighs each name by the type of the mention.
A `Candidate` without chain is the answer that nobody in reach is meant: a description stands for
itself then, a pronoun stays open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimx.lang.en.nouns import (
    anonymous_nouns,
    any_bodies,
    body_names,
    common_persons,
    kin_nouns,
    loose_words,
    offices,
    same_texts,
)
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.queries import Query
from claimx.pipeline.entities.lexicon import person_nouns
from claimx.pipeline.syntax import clauses

PLACES = frozenset({"GPE", "LOC", "NORP"})


class _Steps:
    """Limits that a number may be over, with a feature for each.

    Args:
        template: The name of a feature, with braces for the limit.
        limits: From the least on.
    """

    def __init__(self, template: str, *limits: float) -> None:
        self._limits = limits
        names = [template.format(limit) for limit in limits]
        self._names = [names[:count] for count in range(len(names) + 1)]

    def list_below(self, number: float) -> list[str]:
        """The features of the limits that a number is over."""
        return self._names[bisect_left(self._limits, number)]


_SALIENCE = _Steps("salience over {}", 0.05, 0.1, 0.2, 0.3, 0.45, 0.7, 1.1, 1.6)
_SHARES = _Steps("share over {}", 0.05, 0.15, 0.25, 0.4, 0.6)
_COUNTS = _Steps("mentioned over {}", 1, 2, 4, 8)
_WORDS = _Steps("{} words back", 3, 6, 10, 15)


@dataclass(eq=False, slots=True)
class Candidate:
    """A chain that a mention may stand for, None for none in reach.

    Attributes:
        chain: The chain.
        salience: How salient it is where the mention stands.
        rank: Its place by salience among the possible ones, from 0.
        rivals: How many others are possible.
        match: What its name, noun or roles have of the description: the strongest of `match_noun`.
        matches: How many candidates have the same match.
    """

    chain: Chain | None
    salience: float = 0.0
    rank: int = 0
    rivals: int = 0
    match: str = ""
    matches: int = 0


Feature = Callable[[Query, Candidate, Chain], Iterator[str]]


def match_noun(query: Query, chain: Chain) -> str:
    """How a description fits what the article says of a chain, the empty string where it does not.

    ``whole role``: a role has all its words and no other; ``role``: a role has all its words and
    more; ``kin``: a relative of its possessor by the surname; ``wider role``: all its words are in
    a role of an office that the noun stands for; ``bare role``: a role has the noun and nothing
    more; ``part of role``: a role has the noun; ``same noun``: it was called so before, with all
    these words or with others;
    ``name``: the noun is a word of the name; ``kind of body``: a word of the name tells the kind.
    """
    if query.kin and chain.is_person and query.kin == chain.surname:
        return "kin"
    if chain.members:
        return _match_members(query, chain)
    found = _match_role(query, chain) if chain.roles else ""
    if found:
        return found
    return _match_name(query, chain) if chain.entity else _match_description(query, chain)


def _match_members(query: Query, chain: Chain) -> str:
    """Whether all of several were called so, or bear one name as kin: "Ann and Tom Hill"."""
    if chain.noun == query.noun or all(one.has_noun(query.noun) for one in chain.members):
        return "role"
    surnames = {one.surname for one in chain.members}
    return "kin" if query.noun in kin_nouns() and len(surnames) == 1 and surnames != {""} else ""


def _match_role(query: Query, chain: Chain) -> str:
    nouns, rest = query.nouns, query.rest
    roles = [role for role in chain.roles if role.noun in nouns]
    covering = [role for role in roles if rest <= role.words]
    own = [role.words - loose_words() for role in covering if role.noun == query.noun]
    if any(words <= rest | {query.noun} for words in own):
        return "whole role"
    if covering:
        return "role" if own else "wider role"
    if any(role.words - loose_words() <= nouns for role in roles):
        return "bare role"
    if any(role.noun == query.noun for role in roles):
        return "part of role"
    return "part of wider role" if roles else ""


def _match_description(query: Query, chain: Chain) -> str:
    if query.noun != chain.noun and query.noun not in same_texts().get(chain.noun, ()):
        return ""
    return "same noun" if query.rest <= chain.words else "same noun, more said"


def _match_name(query: Query, chain: Chain) -> str:
    if query.noun in chain.words:
        found = "name"
    elif _tells_kind(query, chain):
        found = "kind of body"
    else:
        return ""
    return found if query.rest <= chain.words else f"{found}, more said"


def _tells_kind(query: Query, chain: Chain) -> bool:
    """Whether a name says what its bearer is: "Tarn *Air*" a carrier, no place a club."""
    words = body_names().get(query.noun, frozenset())
    return chain.label not in PLACES and not words.isdisjoint(chain.words)


def _measure_salience(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    yield from _SALIENCE.list_below(candidate.salience)
    yield f"rank {min(candidate.rank, 3)}"
    if not candidate.rivals:
        yield "alone"
    elif candidate.rivals == 1:
        yield "one of two"


def _measure_distance(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    if not chain.mentions and chain.number in query.told:
        return
    if not chain.mentions:
        yield "only named later"
        yield from _tell_naming(query, chain)
        return
    distance = query.sentence - chain.sentence
    yield f"sentences {min(max(distance, 0), 4)}"
    if chain.last_is_subject:
        yield "was subject"
        if clauses.is_subject(query.context.doc[query.mention.head]):
            yield "subject again"
    if chain.last_is_pronoun:
        yield "was pronoun"
    yield from _COUNTS.list_below(len(chain.mentions))


def _tell_naming(query: Query, chain: Chain) -> Iterator[str]:
    """Where and how a candidate that has not been named yet is named."""
    context = query.context
    if chain.named_at < 0:
        return
    distance = context.sentences[chain.named_at] - query.sentence
    yield f"named {min(max(distance, 0), 4)} sentences on"
    if context.table.at(chain.named_at) in context.sources:
        yield "named as a source"
    if clauses.is_subject(context.doc[chain.named_at]):
        yield "named as a subject"


def _tell_what_lies_between(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    """What stands between a pronoun and the last mention of a candidate."""
    if query.mention.form != "pronoun" or chain.last < 0:
        return
    context, here, last = query.context, query.mention.head, chain.last
    if context.contents.get(last) == context.contents.get(here):
        yield "same statement"
    if (last in context.quoted) != (here in context.quoted):
        yield "across marks"
    if last < here and context.limits[last] == context.limits[here]:
        yield "same sentence"
        yield from _WORDS.list_below(here - last)
    if context.breaks[here] > context.breaks[last]:
        yield "paragraph between"


def _tell_speech(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    if any(chain is speaker for speaker in query.speakers):
        yield f"spoke {min(max(0, query.sentence - query.spoke_at), 3)}"
    if any(chain is speaker for speaker in query.own):
        yield "own statement"
    if chain is query.subject:
        yield "subject of the clause"
    told = query.told.get(chain.number)
    if told is not None:
        is_first = "" if chain.mentions else ", first"
        yield f"subject of what is said{is_first}" if told else f"named in what is said{is_first}"


def _tell_gender(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    name = "named" if chain.entity is not None else "unnamed"
    yield name
    if query.mention.gender is not None:
        yield f"{name}, gender {'fits' if chain.gender else 'unknown'}"


def _tell_kind(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    if query.type in ("they", "it", "group", "organization", "document"):
        yield f"kind {chain.label or chain.kind}"
        if chain.members:
            yield "joined"


def _tell_prominence(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    yield from _SHARES.list_below(chain.share)
    if chain.is_person and chain.entity is not None and not chain.roles:
        yield "no role"


def _tell_description(query: Query, candidate: Candidate, chain: Chain) -> Iterator[str]:
    if query.mention.form != "nominal":
        return
    match = candidate.match or "no match"
    yield match
    yield f"{match}, {'only' if candidate.matches == 1 else 'several'}"
    if candidate.rank == 0:
        yield f"{match}, first"
    if match == "no match" and query.noun in any_bodies() and not query.words:
        yield "any body"


FEATURES: dict[str, Feature] = {
    "salience": _measure_salience,
    "distance": _measure_distance,
    "between": _tell_what_lies_between,
    "speech": _tell_speech,
    "gender": _tell_gender,
    "kind": _tell_kind,
    "prominence": _tell_prominence,
    "description": _tell_description,
}


def list_features(query: Query, candidate: Candidate) -> list[str]:
    """The names of what holds of a candidate, each behind every prefix of the mention."""
    found = name_features(query, candidate)
    return [f"{prefix}: {name}" for prefix in list_prefixes(query) for name in found]


def list_prefixes(query: Query) -> tuple[str, ...]:
    """What a mention is: a feature has a weight for each."""
    kinds = (query.mention.form, query.type)
    return (*kinds, f"{query.type} source") if query.is_source else kinds


def name_features(query: Query, candidate: Candidate) -> list[str]:
    """The names of what holds of a candidate."""
    chain = candidate.chain
    if chain is None:
        return list(_describe_nobody(query))
    return [name for read in FEATURES.values() for name in read(query, candidate, chain)]


def _describe_nobody(query: Query) -> Iterator[str]:
    yield "nobody"
    mention = query.mention
    if mention.form != "nominal":
        return
    doc = query.context.doc
    if any(token.ent_type_ in ("ORG", "GPE") for token in doc[mention.start : mention.head]):
        yield "nobody: a name inside"
    if not mention.is_definite:
        yield "nobody: indefinite"
    if query.words:
        yield "nobody: more said"
    if mention.links.get("possessor"):
        yield "nobody: possessed"
    if query.says_more:
        yield "nobody: complement"
    yield from _describe_noun(query)


def _describe_noun(query: Query) -> Iterator[str]:
    noun = query.noun
    if noun in offices():
        yield "nobody: office"
    if noun in anonymous_nouns() or noun.startswith("spokes"):
        yield "nobody: withheld"
    if noun in common_persons():
        yield "nobody: common"
    if query.type == "person" and noun not in person_nouns():
        yield "nobody: not a usual word for a person"
    if noun in any_bodies():
        yield "nobody: any body"
