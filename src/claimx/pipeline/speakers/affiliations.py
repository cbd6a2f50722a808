"""What ties a named person to an organization or a country.

A conditional logit (McFadden, 1974) chooses among the organizations and places that the article
names, and none of them. What speaks for one: how a mention of it is linked to a mention of the
person (inside a role, behind "of", in the same sentence …), and whether it is the kind of body
that holders of such an office sit in. The weights are fitted by
``python -m claimx_training fit-affiliations`` on labelled articles.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, fsum

from spacy.tokens import Doc, Span, Token

from claimx.lang.en import read_words
from claimx.lang.en.nouns import (
    POSSESSIVES,
    class_values,
    group_nouns,
    nouns_of,
    organization_nouns,
)
from claimx.lang.en.words import words_of
from claimx.pipeline.annotations import EntityChain
from claimx.pipeline.entities.lexicon import (
    country_of_demonym,
    country_of_name,
    normalize_word,
    state_of,
)
from claimx.pipeline.mentions.party_and_state import read_state
from claimx.pipeline.speakers.lexicon import unaffiliated_nouns
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.roles import Role, find_head
from claimx.pipeline.syntax import nouns

_PLACES = frozenset({"country", "region", "place", "party"})
_LABELS = frozenset({"ORG", "FAC", "GPE", "LOC", "NORP"})
_CLAUSE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "CC"})
_NOUN_PHRASE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG"})
_ANOTHER = "another's"
_NEAR = 8
_MOST_PLACES = 12
_SURE = 0.5


@dataclass(frozen=True)
class Candidate:
    """What a person may be tied to; nothing where ``name`` is None.

    Attributes:
        name: As the article names it.
        features: What speaks for and against it: names of features with the value one.
    """

    name: str | None
    features: frozenset[str]


@cache
def load_weights() -> dict[str, float]:
    """The fitted weights by feature."""
    path = files("claimx.pipeline.speakers").joinpath("data/affiliation_weights.json")
    weights: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return weights


class Bodies:
    """The organizations and places of an article, and the kind of each.

    Args:
        index: The names of the article.
        roles: The roles of the persons who have any, by their entities' identity.
        meant: The names of the bodies that common nouns stand for ("the company"), by their heads.
    """

    def __init__(
        self,
        index: NameIndex,
        roles: Mapping[int, Sequence[Role]],
        meant: Mapping[int, str] | None = None,
    ) -> None:
        self.index = index
        self.meant = meant or {}
        self._holders: dict[int, int] = {}
        for person, its in roles.items():
            for role in its:
                self._holders.update(dict.fromkeys(range(role.start, role.end), person))
        countries: dict[str, str] = {}
        for entity in index.entities:
            if entity.label in ("GPE", "LOC") and (country := country_of_name(entity.name)):
                countries.setdefault(country, entity.name)
        self._names: dict[int, str | None] = {}
        self._regions = {entity.name for entity in index.entities if entity.label == "LOC"}
        self.kinds: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        for entity in index.entities:
            name, kind = _classify(entity, countries)
            self._names[id(entity)] = name
            if name is not None:
                self.kinds.setdefault(name, kind)
                self.counts[name] += len(entity.mentions)
        self.first_of_kind: dict[str, str] = {}
        for name, kind in self.kinds.items():
            self.first_of_kind.setdefault(kind, name)
        self.most_of_kind: dict[str, str] = {}
        for name, _ in self.counts.most_common():
            self.most_of_kind.setdefault(self.kinds[name], name)

    def find_called(self, noun: str, before: int) -> str | None:
        """The body that a noun in a role may mean: "chief executive of *the palace*".

        Its name has the noun; of several the one named last before the role.
        """
        if noun not in organization_nouns() and noun not in nouns_of("site"):
            return None
        for place in reversed(self.index.list_between(0, before)):
            name = self.name_of(place)
            if name is not None and noun in {normalize_word(word) for word in name.split()}:
                return name
        return None

    def is_region(self, name: str) -> bool:
        """Whether it is a part of the world that nobody governs: "Asia"."""
        return name in self._regions

    def leads(self, name: str) -> bool:
        """Whether it is the first or the most frequent of its kind."""
        kind = self.kinds[name]
        return name in (self.first_of_kind[kind], self.most_of_kind[kind])

    def is_of_another(self, place: NamedPlace, person: EntityChain) -> bool:
        """Whether a mention stands in a role of somebody else."""
        return self._holders.get(place.start, id(person)) != id(person)

    def name_of(self, place: NamedPlace) -> str | None:
        """The body that a mention names, None for persons, works, faiths and peoples."""
        return self._names.get(id(place.entity))


def _classify(entity: EntityChain, countries: Mapping[str, str]) -> tuple[str | None, str]:
    """Name and kind of what an entity stands for as a body."""
    is_known = country_of_name(entity.name) is not None or state_of(entity.name) is not None
    if entity.label not in _LABELS and not is_known:
        return None, ""
    words = [normalize_word(word) for word in entity.name.split()]
    told = next((kind for word in words if (kind := class_values("in-name").get(word))), None)
    if entity.label == "NORP":
        country = country_of_demonym(entity.name)
        if country is not None:
            return countries.get(country, country), "country"
        return (entity.name, "party") if told == "party" else (None, "")
    if entity.label in ("ORG", "FAC"):
        return entity.name, told or "organization"
    if country_of_name(entity.name) is not None:
        return entity.name, "country"
    return entity.name, "region" if state_of(entity.name) is not None else "place"


def find_affiliation(
    bodies: Bodies, person: EntityChain, roles: Sequence[Role], spoken: Collection[int]
) -> str | None:
    """The organization or country that the text ties a person to, None where that is unsure.

    Args:
        bodies: The organizations and places of the article.
        person: A person.
        roles: Their roles.
        spoken: The tokens of what is said in the article.
    """
    return choose(list_candidates(bodies, person, roles, spoken), load_weights())


def choose(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> str | None:
    """The likeliest of the candidates, None where it is not likely enough."""
    scores = [fsum(weights.get(f, 0.0) for f in item.features) for item in candidates]
    highest = max(scores)
    powers = [exp(score - highest) for score in scores]
    best = powers.index(max(powers))
    return candidates[best].name if powers[best] >= _SURE * sum(powers) else None


def list_candidates(
    bodies: Bodies, person: EntityChain, roles: Sequence[Role], spoken: Collection[int]
) -> list[Candidate]:
    """None, and every organization and place of the article."""
    links: dict[str, set[str]] = {name: set() for name in bodies.kinds}
    for name, link in _list_links(bodies, person, roles, spoken):
        links.setdefault(name, set()).add(link)
    seats = _list_seats(roles)
    tied = any(link.startswith("~") for found in links.values() for link in found)
    candidates = [Candidate(None, frozenset(_describe_none(roles, seats, tied)))]
    for name, found in links.items():
        kind = bodies.kinds.get(name, "region" if state_of(name) else "organization")
        if not found - {_ANOTHER} and not (kind in seats and bodies.leads(name)):
            continue
        if _reach(found) != "tied" and bodies.is_region(name):
            continue  # "is travelling in Asia"
        candidates.append(Candidate(name, frozenset(_describe(bodies, name, kind, found, seats))))
    return candidates


def _list_links(
    bodies: Bodies, person: EntityChain, roles: Sequence[Role], spoken: Collection[int]
) -> Iterator[tuple[str, str]]:
    """What the roles of a person and the sentences that name them link to them, and how."""
    for role in roles:
        yield from _list_in_role(bodies, role)
    for span in person.mentions[:_MOST_PLACES]:
        place = bodies.index.name_at(span.start)
        if place is not None:
            yield from _list_beside(bodies, place, roles, spoken)
    for role in roles:
        body = find_common_body(bodies.index.doc, role)
        is_named = any(token in bodies.meant for token in range(role.start, role.end))
        if body is not None and not is_named:
            yield body, "~common"


def _list_in_role(bodies: Bodies, role: Role) -> Iterator[tuple[str, str]]:
    """What a role names, with its place in it: before or behind the head, behind which word."""
    doc = bodies.index.doc
    named = bodies.index.list_between(role.start, role.end)
    inside = [place for place in named if bodies.name_of(place)]
    head = find_head(doc, role) or role.end
    is_kin = role.noun in unaffiliated_nouns()
    for number, place in enumerate(inside):
        name = bodies.name_of(place)
        assert name is not None
        if place.start < head:
            link = (
                "owner" if place.end < len(doc) and doc[place.end].text in POSSESSIVES else "before"
            )
            is_last = number + 1 == len(inside) or inside[number + 1].start > head
            link += " last" if is_last else ""
        else:
            link = _find_preposition(doc, place.start, head)
            is_first = not any(head < other.start < place.start for other in inside)
            link += " first" if is_first else ""
        yield name, f"~{'kin' if is_kin else 'role'} {link}"
    for token in range(role.start, role.end):
        if token != head and bodies.index.name_at(token) is None:
            called = bodies.meant.get(token) or bodies.find_called(doc[token].lower_, role.start)
            if called is not None:
                yield called, "~role noun"


def _find_preposition(doc: Doc, start: int, stop: int) -> str:
    """The nearest preposition before a token, back to ``stop``."""
    found = (doc[i].lower_ for i in range(start - 1, stop, -1) if doc[i].tag_ in ("IN", "TO"))
    word = next(found, "")
    return word if word in words_of("body preposition") else "other"


def _list_beside(
    bodies: Bodies, place: NamedPlace, roles: Sequence[Role], spoken: Collection[int]
) -> Iterator[tuple[str, str]]:
    """What the sentence of a mention of the person names, with its link to the mention."""
    doc, index = bodies.index.doc, bodies.index
    state = read_state(doc, place.end)
    if state is not None:
        yield state, "~bracket"
    sentence = doc[place.start].sent
    for other in index.list_between(sentence.start, sentence.end):
        name = bodies.name_of(other)
        if name is None or any(role.start <= other.start < role.end for role in roles):
            continue
        if bodies.is_of_another(other, place.entity):
            yield name, _ANOTHER
        else:
            yield name, _find_link(doc, place, other, spoken)


def _find_link(doc: Doc, place: NamedPlace, other: NamedPlace, spoken: Collection[int]) -> str:
    """How a name in the sentence of the person's is linked to it; "~" marks what ties them."""
    if other.end <= place.title_start:
        distance = place.title_start - other.end
        if distance == 1 and doc[other.end].text in POSSESSIVES:
            return "~owner"
        return _say_distance("before", distance, other, spoken)
    if other.start < place.end:
        return "~title"
    between = doc[place.end : other.start]
    chain = _read_chain(between, doc[other.end : other.end + 1])
    if chain is not None:
        return chain
    person, body = doc[place.head], doc[other.head]
    if nouns.preposition_of(body) in words_of("body preposition") and body.head == person:
        return f"~parsed {nouns.preposition_of(body)}"
    owner = nouns.possessor_of(body)
    if owner is not None and (owner == person or owner.tag_ == "PRP$"):
        return "owned"
    return _say_distance("behind", len(between), other, spoken)


def _read_chain(between: Span, behind: Span) -> str | None:
    """The link that the words between a person and a name behind it make.

    "Ann Hill *of the* Tribune", "Ann Hill *, from the army's* Western Command", "Ann Hill *(*
    Harbour Party)"; None where a clause or another phrase begins in between.
    """
    words = [token for token in between if token.text not in (",", "(")]
    if any(token.tag_ in _CLAUSE_TAGS or token.is_punct for token in words):
        return None
    if not words:
        closes = not len(behind) or behind[0].is_punct
        return "~set beside" if len(between) == 1 and closes else None
    preposition = words[0].lower_
    if (
        preposition not in words_of("body preposition")
        or sum(t.tag_ in ("IN", "TO") for t in words) > 1
    ):
        return None
    if len(behind) and behind[0].text in POSSESSIVES:
        return "~owns what is beside"
    is_right_beside = len(words) == 1 or (len(words) == 2 and words[1].tag_ == "DT")
    return f"~beside {preposition}" if is_right_beside else f"~behind {preposition}"


def _say_distance(side: str, distance: int, other: NamedPlace, spoken: Collection[int]) -> str:
    if other.start in spoken:
        return "spoken"
    return f"{side} near" if distance <= _NEAR else f"{side}"


def find_common_body(doc: Doc, role: Role) -> str | None:
    """The organization without a name that somebody speaks or serves for, by a common noun.

    "*Police* officer", "a spokeswoman for the *fire service*"; None for other roles.
    """
    head = find_head(doc, role)
    if head is None or not role.noun.startswith(("spokes", "officer", "chief")):
        return None
    first, last = role.start, head
    if (
        role.noun.startswith("spokes")
        and head + 2 < role.end
        and doc[head + 1].lower_ in words_of("body preposition")
    ):
        first, last = head + 2, role.end
    while first < last and (doc[first].tag_ in ("DT", "PRP$") or _is_rank(doc[first])):
        first += 1
    known = organization_nouns() | group_nouns()
    end = next((i for i in range(last - 1, first - 1, -1) if doc[i].lower_ in known), None)
    if end is None or any(doc[i].tag_ not in _NOUN_PHRASE_TAGS for i in range(first, end + 1)):
        return None
    return " ".join(doc[first : end + 1].text.split())


def _is_rank(token: Token) -> bool:
    """Whether a word tells how somebody holds an office: "*acting* police chief"."""
    is_modifier = token.lower_ in read_words("names/title_modifiers.txt")
    return is_modifier and token.tag_ in ("JJ", "VBG")


def _list_seats(roles: Sequence[Role]) -> frozenset[str]:
    """The kinds of bodies that the offices of a person sit in."""
    table = class_values("seat")
    return frozenset(table[role.noun] for role in roles if role.noun in table)


def _reach(links: set[str]) -> str:
    """How close a body is to the person: tied by what is said of them, near, or elsewhere."""
    if any(link.startswith("~") for link in links):
        return "tied"
    return "near" if links - {_ANOTHER} else "far"


def _describe_none(roles: Sequence[Role], seats: frozenset[str], tied: bool) -> Iterator[str]:
    reach = "tied" if tied else "not tied"
    yield "none"
    yield f"none, {reach}"
    yield f"none, {reach}, {'seat' if seats else 'no seat' if roles else 'no role'}"
    if not tied:
        yield from (f"none, not tied, {seat}" for seat in seats)
    if any(role.noun in unaffiliated_nouns() for role in roles):
        yield "none, kin"


def _describe(
    bodies: Bodies, name: str, kind: str, links: set[str], seats: frozenset[str]
) -> Iterator[str]:
    reach = _reach(links)
    broad = kind if kind in _PLACES else "organization"
    fit = "fits" if kind in seats else "" if not seats or kind == "organization" else "other"
    yield reach
    yield f"{reach} {broad}"
    yield from links
    yield from {link.split()[0] for link in links}
    yield f"{fit} {reach}"
    yield f"{kind} {fit}"
    if len(links) > 1:
        yield "several links"
    leading = [bodies.first_of_kind.get(kind), bodies.most_of_kind.get(kind)].count(name)
    yield f"leads {leading} {reach}"
    if fit == "fits":
        yield f"leads {leading} {reach} fits"
        yield f"leads {leading} {reach} fits {kind}"
