"""The chains in reach of a mention; salience decides who is asked, not who wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter

from claimx.lang.en.nouns import (
    anonymous_nouns,
    any_bodies,
    common_persons,
    kin_nouns,
    known_persons,
    number_words,
)
from claimx.lang.en.words import words_of
from claimx.pipeline.coreference.chains import Chain, Salience
from claimx.pipeline.coreference.constraints import Forbids, is_possible, list_constraints
from claimx.pipeline.coreference.features import Candidate, match_noun
from claimx.pipeline.coreference.known_chains import KnownChains
from claimx.pipeline.coreference.queries import Query
from claimx.pipeline.entities.lexicon import person_nouns
from claimx.pipeline.mentions.table import Mention

_REACH = 8
_FAINT = 0.02
_NEAR = 0.2
_WHOLE = frozenset({"whole role", "role", "wider role", "name", "kind of body"})
# Matches that tell two holders of an office no better apart than the same match does.
_FAMILIES = {"role": "role", "wider role": "role"}
_OF_BODIES = frozenset({"organization", "it", "they"})
_OPENING = 3  # sentences of headline and lead
_NEXT, _SOON = 2, 4  # how many names behind a description are asked, and sentences on


def list_candidates(query: Query, salience: Salience, known: KnownChains) -> list[Candidate]:
    """The possible candidates, the most salient first, and none of them last.

    Args:
        query: The mention.
        salience: Who is in mind.
        known: All chains with a name, and those described so far.
    """
    weights = _weigh_chains(query, salience, known)
    found = sorted(weights.items(), key=itemgetter(1), reverse=True)
    matches = [match_noun(query, chain) for chain, _ in found if query.mention.form == "nominal"]
    matches = matches or [""] * len(found)
    families = [_FAMILIES.get(match, match) for match in matches]
    rivals = len(found) - 1
    candidates = [
        Candidate(chain, weight, rank, rivals, matches[rank], families.count(families[rank]))
        for rank, (chain, weight) in enumerate(found)
    ]
    return [*candidates, Candidate(None)]


def _weigh_chains(query: Query, salience: Salience, known: KnownChains) -> dict[Chain, float]:
    """The chains in reach that a mention may stand for, with their salience."""
    is_description = query.mention.form == "nominal"
    if is_description and not may_be_known(query):
        return {}
    present = sorted(salience.list_present(query.sentence), key=itemgetter(1), reverse=True)
    rules = list_constraints(query)
    weights = dict(_list_salient(query, present, rules))
    for chain in _list_further(query, known):
        if chain not in weights and _is_fitting(query, chain, rules):
            weights[chain] = chain.salience_at(query.sentence)
    if is_description:
        for chain in _list_named_next(query, known):
            if not chain.has_noun(query.noun) and is_possible(query, chain, rules):
                weights.setdefault(chain, 0.0)
    joined = _join_present(query, present, known)
    if joined is not None and not any(_are_same_members(joined, chain) for chain in weights):
        weights[joined] = min(one.salience_at(query.sentence) for one in joined.members)
    return weights


def _list_further(query: Query, known: KnownChains) -> Iterator[Chain]:
    """The chains that a mention may stand for however little they are in mind.

    They are whoever the article says to be such a one, however long ago or only later, and bodies
    that a source names in what it says: "*Northern Rail* will close two lines, the company said".
    """
    if query.mention.form == "nominal":
        yield from (chain for chain in known.list_called(query) if match_noun(query, chain))
    if query.told and query.type in _OF_BODIES:
        named = (chain for chain in known.named if chain.number in query.told)
        yield from (chain for chain in named if chain.label == "ORG")


def _list_salient(
    query: Query, present: Iterable[tuple[Chain, float]], rules: Sequence[Forbids]
) -> Iterator[tuple[Chain, float]]:
    """The few chains most in mind that a mention may stand for, with their salience."""
    fitting = (
        (chain, weight)
        for chain, weight in present
        if weight >= _FAINT and _is_fitting(query, chain, rules)
    )
    return islice(fitting, _REACH)


def _is_fitting(query: Query, chain: Chain, rules: Sequence[Forbids]) -> bool:
    return is_possible(query, chain, rules) and _is_described(query, chain)


def _are_same_members(one: Chain, other: Chain) -> bool:
    """Whether two plurals join the same chains, in whatever order."""
    return set(one.members) == set(other.members)


def _list_named_next(query: Query, known: KnownChains) -> Iterator[Chain]:
    """The people or organizations that are first named soon after a description in the opening.

    "The head of the central bank says … Alan Greenspan told …": news stories often describe a
    person before naming them.
    """
    kinds = {"person": "PERSON", "organization": "ORG"}
    is_told = bool(query.words) or (query.type == "person" and query.says_more)
    if query.sentence >= _OPENING or not is_told or query.type not in kinds:
        return
    sentences, head = query.context.sentences, query.mention.head
    found = 0
    for chain in known.named:
        is_next = chain.named_at > head and not chain.mentions
        if not is_next or chain.label != kinds[query.type]:
            continue
        found += 1
        if found > _NEXT or sentences[chain.named_at] - query.sentence > _SOON:
            return
        yield chain


def _is_described(query: Query, chain: Chain) -> bool:
    """Whether a description that narrows itself down tells what is known of a chain.

    "The mayor of Tarn" stands only for a chain with such a role; "a Tarn judge" in the opening is
    only the one that the article calls a judge of Tarn.
    """
    if query.mention.form != "nominal":
        return True
    if chain.entity is None and not chain.members and not match_noun(query, chain):
        return False  # nobody unnamed is taken up by another noun
    if query.type == "document" and chain.kind != "document":
        return bool(match_noun(query, chain))
    is_indefinite = not query.mention.is_definite and not _is_bare(query)
    if is_indefinite and query.mention.number == "singular":
        return match_noun(query, chain) in _WHOLE
    is_narrowed = query.type == "person" and query.says_more
    return not is_narrowed or bool(match_noun(query, chain))


def may_be_known(query: Query) -> bool:
    """Whether a description may stand for somebody known: a definite one, a bare one of a person.

    In the opening an indefinite one may: "A Tarn judge … Tarn Judge Ann Hill". Headings drop the
    article: "House speaker says …".
    """
    mention, doc = query.mention, query.context.doc
    if mention.is_definite:
        return True
    if doc[mention.start].lower_ in words_of("all of a number") and count_of(query):
        return True
    head = doc[mention.head]
    if head.tag_.startswith("NNP") and mention.start < mention.head:
        return False  # a name that the recogniser missed
    if _is_bare(query):
        return True
    return mention.number == "singular" and query.sentence < _OPENING and bool(query.words)


def _is_bare(query: Query) -> bool:
    """Whether a description of one person has no determiner, as in headings."""
    mention = query.mention
    opener = query.context.doc[mention.start]
    has_opener = opener.tag_ in ("DT", "CD", "PDT") or opener.lower_ in words_of("bare opener")
    return mention.is_person and mention.number == "singular" and not has_opener


def is_bare_definite(query: Query) -> bool:
    """Whether a description says of a known person or organization only what it is.

    "The senator" and "the company" may be somebody named, though nothing tells who.
    """
    if query.words or not query.mention.is_definite or query.mention.links.get("possessor"):
        return False
    if query.type == "person" and query.says_more:
        return False
    if query.type == "organization":
        return query.noun in any_bodies()
    withheld = query.noun in anonymous_nouns() or query.noun in common_persons()
    withheld = withheld or query.noun.startswith("spokes")
    return query.type == "person" and query.noun in person_nouns() and not withheld


def count_of(query: Query) -> int | None:
    """How many a plural description says that they are ("the two leaders"), None without it."""
    mention: Mention = query.mention
    words = [query.context.doc[place].lower_ for place in range(mention.start, mention.end)]
    numbers = number_words()
    return max((numbers[word] for word in words if word in numbers), default=None)


def _join_present(
    query: Query, present: Sequence[tuple[Chain, float]], known: KnownChains
) -> Chain | None:
    """The persons in mind as one, where they are as many as is said; two for "they".

    Where the article gives anybody the office that a noun stands for, only such are meant. "The
    two companies" are the organizations in mind.
    """
    is_of_bodies = query.type == "group" and query.noun in any_bodies()
    is_of_people = query.type == "group" and is_of_persons(query)
    if not (query.type == "they" or is_of_people or is_of_bodies):
        return None
    number = 2 if query.type == "they" else count_of(query)
    gender = gender_of(query)
    least = _NEAR if gender is None else _FAINT
    nouns = query.nouns
    has_holders = known.has_holder(nouns)
    near = [
        chain
        for chain, weight in present
        if chain.entity is not None and weight >= least
        if (chain.label == "ORG" if is_of_bodies else chain.is_person)
        if gender is None or chain.gender == gender
        if not has_holders or any(role.noun in nouns for role in chain.roles)
    ]
    if number is None or len(near) != number:
        return None
    if is_of_bodies and sum(chain.label == "ORG" for chain in known.named) != number:
        return None
    if any(one.number in query.barred for one in near):
        return None
    return join_chains(sorted(near, key=lambda chain: chain.last))


def is_of_persons(query: Query) -> bool:
    """Whether a plural description is of persons, or of what is only counted ("the two")."""
    noun = query.noun
    if noun in kin_nouns():
        return False  # "both parents" are those of somebody
    return noun in person_nouns() or noun in known_persons() or noun in number_words()


def gender_of(query: Query) -> str | None:
    """The gender that a plural tells: "both women"."""
    return person_nouns().get(query.noun) if query.type == "group" else None


def join_chains(members: Sequence[Chain], number: int = -1) -> Chain:
    """Several as one, for a plural to take up; without number until it is taken up."""
    return Chain(
        number=number,
        kind="group",
        is_plural=True,
        label="several",
        members=tuple(members),
    )
