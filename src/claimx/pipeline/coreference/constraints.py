"""What a mention cannot stand for: a table of rules, of which none may hold.

Each row says which mentions a rule is about, so that it is not asked for any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from claimx.lang.en.nouns import any_bodies, offices, telling_words
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.features import PLACES
from claimx.pipeline.coreference.queries import Query
from claimx.pipeline.entities.lexicon import person_nouns
from claimx.pipeline.syntax import nouns

Forbids = Callable[[Query, Chain], bool]


class Constraint(NamedTuple):
    """A rule.

    Attributes:
        concerns: Whether it is about a mention.
        forbids: Whether such a mention cannot stand for a chain by it.
    """

    concerns: Callable[[Query], bool]
    forbids: Forbids


def _differs_in_number(query: Query, chain: Chain) -> bool:
    """One person is not several; "they" may be an organization."""
    if query.type in ("he", "person", "organization", "it", "document"):
        return chain.is_plural
    if query.type == "they":
        return not chain.is_plural and chain.kind != "organization"
    return not chain.is_plural  # a plural description


def _differs_in_kind(query: Query, chain: Chain) -> bool:
    if query.type == "he":
        return not chain.is_person
    if query.type == "person":
        # "Its landlord, Hale Estates, said … The landlord": a body that the article calls so.
        return not chain.is_person and not (chain.label == "ORG" and chain.has_noun(query.noun))
    if query.type == "organization":
        return chain.kind != "organization"
    if query.type == "it":
        return chain.is_person or chain.kind not in ("organization", "document")
    if query.type == "document":
        return chain.kind != "document" and chain.label != "ORG"
    return False


def _is_place(query: Query, chain: Chain) -> bool:
    """ "The company" is neither a country nor a town."""
    return chain.label in PLACES


def _differs_in_gender(query: Query, chain: Chain) -> bool:
    if query.type == "group":
        told = person_nouns().get(query.noun)
        return told is not None and any(m.gender not in (None, told) for m in chain.members)
    gender = query.mention.gender
    return gender is not None and chain.gender is not None and chain.gender != gender


def _is_barred(query: Query, chain: Chain) -> bool:
    """The speaker of the quotation, the subject of the same verb, who a clause below names."""
    return any(one.number in query.barred for one in (chain, *chain.members))


def _is_possessor(query: Query, chain: Chain) -> bool:
    """Nobody is "his own lawyer": who possesses the noun is not meant (i-within-i)."""
    possessors = query.mention.links.get("possessor", ())
    return any(number in chain.mentions for number in possessors)


def _is_named_in_clause(query: Query, chain: Chain) -> bool:
    """No description refers to a name in its own relative clause: "the man who met *Ann Hill*"."""
    if chain.entity is None:
        return False
    context = query.context
    for clause in nouns.relative_clauses_of(context.doc[query.mention.head]):
        inside = context.table.inside(clause.left_edge.i, clause.right_edge.i + 1)
        if any(context.table[number].entity == chain.entity for number in inside):
            return True
    return False


def _is_of_another(query: Query, chain: Chain) -> bool:
    """ "The Webb foundation" is no body that is named otherwise."""
    table, mention = query.context.table, query.mention
    inside = (table[number] for number in table.inside(mention.start, mention.head))
    owners = {one.entity for one in inside if one.form == "name" and one.is_person}
    return bool(owners) and chain.entity not in owners


def _is_whole(query: Query, chain: Chain) -> bool:
    """ "Two of *them*" are not the two."""
    return chain.last == query.mention.head - 2


def _is_named_behind(query: Query, chain: Chain) -> bool:
    """A description seldom stands for who its own sentence names first behind it."""
    if chain.entity is None or chain.mentions:
        return False
    return query.mention.start < chain.named_at < query.context.limits[query.mention.head][1]


def _holds_another_office(query: Query, chain: Chain) -> bool:
    """A mayor is not "the governor", and a vice president not "the president"."""
    office = offices()[query.noun]
    held = [offices()[role.noun] for role in chain.roles if role.noun in offices()]
    return bool(held) and office not in held


def _has_another_rank(query: Query, chain: Chain) -> bool:
    """The same office with another word that tells: "the former mayor"."""
    said = [role.words for role in chain.roles if role.noun in query.nouns]
    if chain.entity is None and chain.noun == query.noun:
        said.append(chain.words)
    if not said:
        return False
    telling = _find_telling(query.words)
    return all(_find_telling(words) != telling for words in said)


def _is_of_another_country(query: Query, chain: Chain) -> bool:
    """The minister of one country is not that of another."""
    held = [_find_countries(role.words) for role in chain.roles if role.noun in query.nouns]
    known = frozenset().union(*held)
    return bool(known) and query.words.isdisjoint(known)


def _find_countries(words: frozenset[str]) -> frozenset[str]:
    """The countries among the words of a description, which stand behind an equals sign."""
    return frozenset(word for word in words if word.startswith("="))


def _find_telling(words: frozenset[str]) -> frozenset[str]:
    """The words that make another office of an office, years among them."""
    return frozenset(word for word in words if word in telling_words() or word.isdigit())


def _says_another_thing(query: Query, chain: Chain) -> bool:
    """A "young woman" is not "the old woman", a "research firm" not "the law firm".

    Of unnamed persons no more is said than before; of anything else nothing different.
    """
    rest = query.rest
    if query.type == "person":
        return chain.entity is None and chain.noun == query.noun and not rest <= chain.words
    known = [role.words for role in chain.roles if role.noun == query.noun]
    if chain.entity is None and chain.noun == query.noun:
        known.append(chain.words)
    # "The Gazette newspaper" says by its name what it is.
    own = {query.noun, *chain.words} if chain.entity is not None else {query.noun}
    differing = [words for words in known if rest - words and words - rest - own]
    return bool(known) and len(differing) == len(known)


def _has_another_owner(query: Query, chain: Chain) -> bool:
    """ "His advisers" are not "her advisers"."""
    return chain.entity is None and query.owner != chain.owner


def _speaks_for_another(query: Query, chain: Chain) -> bool:
    """Opponents have spokesmen both: "the spokesman for Clinton" is not Trump's."""
    roles = [role.words for role in chain.roles if role.noun.startswith("spokes")]
    return bool(roles) and not any(query.words & words for words in roles)


def _is_any(query: Query) -> bool:
    return True


def _is_description(query: Query) -> bool:
    return query.mention.form == "nominal"


def _is_person(query: Query) -> bool:
    return query.type == "person"


def _is_behind_of(query: Query) -> bool:
    head = query.mention.head
    return head > 1 and query.context.doc[head - 1].lower_ == "of"


CONSTRAINTS: dict[str, Constraint] = {
    "number": Constraint(_is_any, _differs_in_number),
    "kind": Constraint(_is_any, _differs_in_kind),
    "place": Constraint(lambda query: query.noun in any_bodies(), _is_place),
    "gender": Constraint(_is_any, _differs_in_gender),
    "binding": Constraint(lambda query: bool(query.barred), _is_barred),
    "i within i": Constraint(lambda query: "possessor" in query.mention.links, _is_possessor),
    "named in its clause": Constraint(_is_description, _is_named_in_clause),
    "other bearer": Constraint(lambda query: query.type == "organization", _is_of_another),
    "whole of a part": Constraint(_is_behind_of, _is_whole),
    "named behind": Constraint(_is_description, _is_named_behind),
    "other office": Constraint(
        lambda query: query.type == "person" and query.noun in offices(), _holds_another_office
    ),
    "other rank": Constraint(_is_person, _has_another_rank),
    "other country": Constraint(
        lambda query: query.type == "person" and bool(_find_countries(query.words)),
        _is_of_another_country,
    ),
    "more said": Constraint(_is_description, _says_another_thing),
    "other owner": Constraint(lambda query: query.owner >= 0, _has_another_owner),
    "other side": Constraint(
        lambda query: query.noun.startswith("spokes") and bool(query.words), _speaks_for_another
    ),
}


def list_constraints(query: Query) -> list[Forbids]:
    """What may forbid that a mention stands for a chain."""
    return [rule.forbids for rule in CONSTRAINTS.values() if rule.concerns(query)]


def is_possible(query: Query, chain: Chain, constraints: Iterable[Forbids]) -> bool:
    """Whether none of the constraints forbids that a mention stands for a chain."""
    return not any(forbids(query, chain) for forbids in constraints)
