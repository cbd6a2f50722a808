"""Which names stand where: entities by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from claimx.lang.en.nouns import POSSESSIVES
from claimx.pipeline.annotations import EntityChain
from claimx.pipeline.entities.collect_names import LABELS
from claimx.pipeline.entities.find_titles import find_title_start
from claimx.pipeline.mentions.table import MentionTable


class NamedPlace(NamedTuple):
    """A mention by name: half-open token offsets, its entity, its head, where its title begins."""

    start: int
    end: int
    head: int
    title_start: int
    entity: EntityChain


class NameIndex:
    """The mentions by name of an article, by token.

    Args:
        doc: The article.
        entities: Of the article.
        table: Its mentions.
    """

    def __init__(self, doc: Doc, entities: Sequence[EntityChain], table: MentionTable) -> None:
        self.doc, self._table = doc, table
        self.entities = [entity for entity in entities if entity.label in LABELS]
        self.places: list[NamedPlace] = []
        self._by_token: dict[int, NamedPlace] = {}
        self._by_title: dict[int, NamedPlace] = {}
        self._owned: dict[str, dict[int, tuple[int, int]]] = {}
        for entity in self.entities:
            for span in entity.mentions:
                place = self._read_place(span, entity)
                self.places.append(place)
                self._by_token.update(dict.fromkeys(range(place.start, place.end), place))
                self._by_title.update(dict.fromkeys(range(place.title_start, place.start), place))
        self.places.sort(key=lambda place: place.start)

    def _read_place(self, span: Span, entity: EntityChain) -> NamedPlace:
        start, end = span.start, span.end
        number = self._table.at(start)
        mention = self._table[number] if number is not None else None
        if mention is not None and (mention.start, mention.end) == (start, end):
            return NamedPlace(start, end, mention.head, mention.title_start, entity)
        title = find_title_start(self.doc, start) if entity.label == "PERSON" else start
        return NamedPlace(start, end, span.root.i, title, entity)

    def name_at(self, token: int) -> NamedPlace | None:
        """The mention whose name proper holds a token."""
        return self._by_token.get(token)

    def list_between(self, start: int, end: int) -> list[NamedPlace]:
        """The mentions that begin at a token from ``start`` to before ``end``, in text order."""
        first = bisect_left(self.places, start, key=lambda place: place.start)
        last = bisect_left(self.places, end, key=lambda place: place.start)
        return self.places[first:last]

    def names_person(self, start: int, end: int) -> bool:
        """Whether a mention of a person begins at a token from ``start`` to before ``end``."""
        return any(place.entity.label == "PERSON" for place in self.list_between(start, end))

    def find_owned(self, noun: str) -> dict[int, tuple[int, int]]:
        """Where a name owns a noun ("the Obi campaign"): first place of each, by its entity."""
        if noun not in self._owned:
            found: dict[int, tuple[int, int]] = {}
            for place in self.places:
                end = place.end
                if end < len(self.doc) and self.doc[end].text in POSSESSIVES:
                    end += 1
                if end < len(self.doc) and self.doc[end].lower_ == noun:
                    found.setdefault(id(place.entity), (place.start, end + 1))
            self._owned[noun] = found
        return self._owned[noun]

    def titled_at(self, token: int) -> NamedPlace | None:
        """The mention whose title holds a token."""
        return self._by_title.get(token)
