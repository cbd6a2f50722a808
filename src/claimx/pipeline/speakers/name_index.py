"""Which names stand where: entities by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.annotations import EntityChain
from claimx.pipeline.entities.find_titles import find_title_start

NAMED = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"}
)
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True)
class NamedPlace:
    """A mention by name: half-open token offsets, its entity, and where its title begins."""

    start: int
    end: int
    title_start: int
    entity: EntityChain


class NameIndex:
    """The mentions by name of an article, by token."""

    def __init__(self, doc: Doc, entities: Sequence[EntityChain]) -> None:
        self.doc = doc
        self.entities = [entity for entity in entities if entity.label in NAMED]
        self.places: list[NamedPlace] = []
        self._by_token: dict[int, NamedPlace] = {}
        self._by_title: dict[int, NamedPlace] = {}
        self._owned: dict[str, dict[int, tuple[int, int]]] = {}
        for entity in self.entities:
            for span in entity.mentions:
                title = span.start
                if entity.label == "PERSON":
                    title = find_title_start(doc, span.start)
                place = NamedPlace(span.start, span.end, title, entity)
                self.places.append(place)
                self._by_token.update(dict.fromkeys(range(span.start, span.end), place))
                self._by_title.update(dict.fromkeys(range(title, span.start), place))
        self.places.sort(key=lambda place: place.start)

    def name_at(self, token: int) -> NamedPlace | None:
        """The mention whose name proper holds a token."""
        return self._by_token.get(token)

    def find_owned(self, noun: str) -> dict[int, tuple[int, int]]:
        """Where a name owns a noun ("the Obi campaign"): first place of each, by its entity."""
        if noun not in self._owned:
            found: dict[int, tuple[int, int]] = {}
            for token in self.doc:
                if token.lower_ == noun and token.i > 0:
                    before = token.i - 1
                    before -= token.doc[before].text in _POSSESSIVES
                    place = self._by_token.get(before)
                    if place is not None and place.end == before + 1:
                        found.setdefault(id(place.entity), (place.start, token.i + 1))
            self._owned[noun] = found
        return self._owned[noun]

    def titled_at(self, token: int) -> NamedPlace | None:
        """The mention whose title holds a token."""
        return self._by_title.get(token)
