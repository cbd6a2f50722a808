"""The chains of an article that have a name or were described, found by the noun of a description.

Whoever the article says to be a senator is meant by "the senator" however long ago that was.
Looking at every chain for every description would make long articles dear; a noun leads to few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimx.lang.en.nouns import body_names, same_texts
from claimx.pipeline.coreference.chains import Chain
from claimx.pipeline.coreference.queries import Query


class KnownChains:
    """Chains with a name, those that are only named later too, and described ones as they come.

    Args:
        named: The chains with a name, with all their roles, in text order.
    """

    def __init__(self, named: Iterable[Chain]) -> None:
        self.named = list(named)
        self._chains: list[Chain] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        self._offices = frozenset(role.noun for chain in self.named for role in chain.roles)
        for chain in self.named:
            self.add(chain)

    def add(self, chain: Chain) -> None:
        """Remember a chain by all nouns that a description of it may have."""
        place = len(self._chains)
        self._chains.append(chain)
        for noun in set(_list_nouns(chain)):
            self._places[noun].append(place)

    def list_called(self, query: Query) -> Iterator[Chain]:
        """The chains that the noun of a description may stand for, the named first, in order."""
        nouns = {*query.nouns, *body_names().get(query.noun, ())}
        if query.kin:
            nouns.add(query.kin)
        places = {place for noun in nouns for place in self._places.get(noun, ())}
        return map(self._chains.__getitem__, sorted(places))

    def has_holder(self, nouns: Iterable[str]) -> bool:
        """Whether a named chain has one of these roles."""
        return not self._offices.isdisjoint(nouns)


def _list_nouns(chain: Chain) -> Iterator[str]:
    yield from (role.noun for role in chain.roles)
    if chain.entity is None:
        yield chain.noun
        yield from same_texts().get(chain.noun, ())
        return
    yield from chain.words
    if chain.is_person:
        yield chain.surname
