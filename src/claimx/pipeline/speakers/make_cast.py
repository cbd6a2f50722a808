"""The named of an article, with the roles that its text gives them anywhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from claimx.pipeline.mentions.find_mentions import NAMED_KINDS
from claimx.pipeline.speakers.find_predicates import read_predicates
from claimx.pipeline.speakers.find_roles import find_roles
from claimx.pipeline.speakers.name_index import NameIndex
from claimx.pipeline.speakers.referents import Referent
from claimx.pipeline.speakers.roles import Role


@dataclass(frozen=True)
class Cast:
    """Everybody with a name.

    Attributes:
        by_entity: The referent of each entity, by the entity's identity, in text order.
        by_key: The same by the entity's key.
        roles: The roles of each person, by the referent's identity.
    """

    by_entity: dict[int, Referent]
    by_key: dict[str, Referent]
    roles: dict[int, list[Role]]

    def find_holders(self, noun: str) -> list[Referent]:
        """Those who have a role of a noun."""
        return [
            referent
            for referent in self.by_entity.values()
            if any(role.noun == noun for role in self.roles.get(id(referent), ()))
        ]


def make_cast(index: NameIndex, quoted: Collection[int]) -> Cast:
    """A referent for each named entity, with the roles that stand beside its name.

    Args:
        index: The names of the article.
        quoted: The tokens of direct speech.
    """
    by_entity = {
        id(entity): Referent(
            kind=NAMED_KINDS.get(entity.label, "organization"),
            name=entity.name,
            is_person=entity.label == "PERSON",
            is_plural=entity.label == "NORP",
            entity=entity,
        )
        for entity in index.entities
    }
    by_key = {entity.key: by_entity[id(entity)] for entity in index.entities}
    roles: dict[int, list[Role]] = {}
    for place in index.places:
        referent = by_entity[id(place.entity)]
        referent.add_mention(place.start, place.end, "name")
        if referent.is_person:
            found = roles.setdefault(id(referent), [])
            found += find_roles(index, place)
            found += read_predicates(index, place.head, place.end, quoted)
    return Cast(by_entity, by_key, roles)
