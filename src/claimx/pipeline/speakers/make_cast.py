"""The named persons and bodies of an article with what its text says of them anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from claimx.article.values import SpeakerKind
from claimx.pipeline.entities.collect_names import split_words
from claimx.pipeline.entities.find_titles import title_sex
from claimx.pipeline.entities.lexicon import person_nouns
from claimx.pipeline.entities.person_names import parse_person_name
from claimx.pipeline.speakers.classify_nominals import is_person_noun
from claimx.pipeline.speakers.congress_style import (
    PARTY_NOUNS,
    add_words,
    find_shared_title,
    read_party_and_state,
)
from claimx.pipeline.speakers.find_predicates import read_predicate
from claimx.pipeline.speakers.find_roles import Role, find_descriptions, find_roles
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.resolve_pronouns import FEMALE, MALE
from claimx.pipeline.speakers.role_book import RoleBook

_KINDS: dict[str, SpeakerKind] = {
    "PERSON": "person",
    "NORP": "group",
    "WORK_OF_ART": "document",
    "LAW": "document",
}

_FARTHEST_PRONOUN = 20
_MAJORITY = 2


@dataclass(frozen=True)
class Cast:
    """Everybody with a name.

    Attributes:
        by_entity: The referent of each entity, by the entity's identity, in text order.
        roles: The roles of each person, by the referent's identity.
        book: The roles and descriptions by their nouns.
    """

    by_entity: dict[int, Referent]
    roles: dict[int, list[Role]]
    book: RoleBook


def make_cast(index: NameIndex, quoted: Collection[int]) -> Cast:
    """A referent for each named entity, with sex and roles where the text or the name tells.

    Args:
        index: The names of the article.
        quoted: The tokens of direct speech.
    """
    by_entity = {
        id(entity): Referent(
            kind=_KINDS.get(entity.label, "organization"),
            name=entity.name,
            is_person=entity.label == "PERSON",
            is_plural=entity.label == "NORP",
            entity=entity,
        )
        for entity in index.entities
    }
    cast = Cast(by_entity, {}, RoleBook(_weigh_persons(index, by_entity)))
    for place in index.places:
        referent = by_entity[id(place.entity)]
        if place.entity.label == "PERSON":
            _learn_about(index, cast, referent, place, quoted)
        elif place.entity.label == "ORG":
            cast.book.name_body(referent)
            for noun in find_descriptions(index, place):
                cast.book.describe(noun, referent)
    _infer_sexes(index, by_entity)
    return cast


def _weigh_persons(index: NameIndex, by_entity: dict[int, Referent]) -> dict[int, float]:
    """The share of each person in all mentions of persons by name."""
    persons = [entity for entity in index.entities if entity.label == "PERSON"]
    total = sum(len(entity.mentions) for entity in persons)
    return {id(by_entity[id(entity)]): len(entity.mentions) / total for entity in persons}


def _learn_about(
    index: NameIndex, cast: Cast, referent: Referent, place: NamedPlace, quoted: Collection[int]
) -> None:
    """Sex and roles of a person from one mention."""
    said = read_predicate(index, place, quoted)
    roles = [*find_roles(index, place), *([said] if said is not None else [])]
    cast.roles.setdefault(id(referent), []).extend(roles)
    shared = find_shared_title(index, place)
    told = read_party_and_state(index, place)
    for role in [*roles, shared] if shared is not None else roles:
        cast.book.add(add_words(role, told), referent)
    for party in told & PARTY_NOUNS:
        # "The Ohio Republican" is whoever has "(R-Ohio)" behind the name.
        cast.book.add(Role(place.start, place.end, party, told), referent)
    if referent.sex is None:
        named = parse_person_name(split_words(place.entity.name))
        referent.sex = title_sex(index.doc, place.title_start, place.start) or named.sex
    for role in roles:
        referent.sex = referent.sex or person_nouns().get(role.noun)


def _infer_sexes(index: NameIndex, by_entity: dict[int, Referent]) -> None:
    """The sex of those whose first name tells none, by the pronouns that follow their names.

    The first "he" or "she" behind a name in its sentence mostly takes it up, where no other
    person stands between.
    """
    votes: dict[int, Counter[str]] = {}
    for place in index.places:
        referent = by_entity[id(place.entity)]
        if referent.is_person and referent.sex is None:
            sex = _find_sex_behind(index, place)
            if sex is not None:
                votes.setdefault(id(referent), Counter())[sex] += 1
    for referent in by_entity.values():
        count = votes.get(id(referent))
        if count is not None:
            (sex, most), *others = count.most_common()
            if most > sum(number for _, number in others) * _MAJORITY:
                referent.sex = sex


def _find_sex_behind(index: NameIndex, place: NamedPlace) -> str | None:
    doc = index.doc
    for token in doc[place.end : place.end + _FARTHEST_PRONOUN]:
        word = token.lower_
        name = index.name_at(token.i)
        if token.is_sent_start or token.is_quote or is_person_noun(token):
            return None
        if name is not None and name.entity.label == "PERSON":
            return None
        if word in MALE or word in FEMALE:
            return "m" if word in MALE else "f"
    return None
