"""The roles and descriptions that an article states, and who fits a description."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimx.lang.en.nouns import body_names, loose_words, telling_words
from claimx.pipeline.entities.collect_names import split_words
from claimx.pipeline.entities.lexicon import normalize_word, singular_of
from claimx.pipeline.speakers.find_roles import Role
from claimx.pipeline.speakers.referents import Referent

# The words of a role, and the identity of who has it.
_RoleKey = tuple[frozenset[str], int]


@dataclass
class RoleBook:
    """The roles and descriptions that an article states, by their head nouns.

    Attributes:
        prominence: The share of each person in all mentions by name, by identity.
    """

    prominence: Mapping[int, float] = field(default_factory=dict)
    _by_noun: dict[str, dict[_RoleKey, tuple[Role, Referent]]] = field(default_factory=dict)
    _described: dict[str, dict[int, Referent]] = field(default_factory=dict)
    _named: dict[str, dict[int, Referent]] = field(default_factory=dict)
    _words: dict[int, set[str]] = field(default_factory=dict)
    _nouns: dict[int, set[str]] = field(default_factory=dict)

    def add(self, role: Role, referent: Referent) -> None:
        """Enter a role of somebody; the same again adds nothing."""
        known = self._by_noun.setdefault(role.noun, {})
        known.setdefault((role.words, id(referent)), (role, referent))
        self._words.setdefault(id(referent), set()).update(role.words)
        self._nouns.setdefault(id(referent), set()).add(role.noun)

    def _list(self, nouns: Iterable[str]) -> Iterator[tuple[str, Role, Referent]]:
        for noun in nouns:
            for role, referent in self._by_noun.get(noun, {}).values():
                yield noun, role, referent

    def count_without_role(self) -> int:
        """The number of persons of whom the article says neither title nor role."""
        return len(self.prominence.keys() - self._words.keys())

    def has_role(self, referent: Referent) -> bool:
        """Whether the article says a title or role of somebody."""
        return id(referent) in self._words

    def nouns_of(self, referent: Referent) -> Collection[str]:
        """The head nouns of all roles of somebody."""
        return self._nouns.get(id(referent), ())

    def words_of(self, referent: Referent) -> Collection[str]:
        """The words of all roles of somebody."""
        return self._words.get(id(referent), ())

    def names_bodies(self) -> bool:
        """Whether the article names any organization."""
        return bool(self._named)

    def share_of(self, referent: Referent) -> float:
        """The share of somebody in all mentions of persons by name."""
        return self.prominence.get(id(referent), 0.0)

    def describe(self, noun: str, referent: Referent) -> None:
        """Enter a noun that says what an organization is."""
        self._described.setdefault(noun, {})[id(referent)] = referent

    def name_body(self, referent: Referent) -> None:
        """Enter an organization under every word of its name."""
        for word in name_words(referent):
            self._named.setdefault(word, {})[id(referent)] = referent

    def find_named(self, noun: str, words: frozenset[str]) -> list[Referent]:
        """The organizations whose name has a noun and all the words of a description."""
        found = self._named.get(noun, {}).values()
        return [body for body in found if words <= name_words(body)]

    def find_bodies_of_kind(self, noun: str) -> list[Referent]:
        """The organizations of whose name a word says that they are this."""
        found = {
            id(body): body
            for word in body_names().get(noun, ())
            for body in self._named.get(singular_of(word), {}).values()
            if word in split_words(body.name)  # "Times" is no "Time"
        }
        return list(found.values())

    def find_described(self, noun: str) -> list[Referent]:
        """The organizations that the article says to be this."""
        return list(self._described.get(noun, {}).values())

    def find_holders(self, nouns: Sequence[str], words: frozenset[str]) -> list[Referent]:
        """Those with a role that a description of these content words may stand for.

        Where a bare noun may mean several, those whose role says no more are meant: "the
        president" is no "Russian president" beside a "President Obama". A role under another
        noun tells nothing by saying no more: "the senator" may be "Mark Bell, a senator from
        Ohio" as well as "Sen. Dana Hill".

        Args:
            nouns: The head of the description, then the nouns of offices that it stands for.
            words: The other content words of the description.
        """
        found: dict[int, Referent] = {}
        exact: dict[int, Referent] = {}
        for noun, role, referent in self._list(nouns):
            if _describes(words, role, noun):
                found.setdefault(id(referent), referent)
                if noun == nouns[0] and role.words - loose_words() <= words | {noun}:
                    exact.setdefault(id(referent), referent)
        return list((exact or found).values())

    def find_bearers(self, nouns: Iterable[str]) -> frozenset[int]:
        """The identities of all with a role of one of these nouns, whatever else it says."""
        return frozenset(id(referent) for _, _, referent in self._list(nouns))

    def find_loosely(self, nouns: Iterable[str], words: frozenset[str]) -> list[Referent]:
        """Those with a role of these nouns, where a description says more than the role.

        "The Ohio congressman" may be "Rep. Dana Hill": the title tells no place to deny it.
        """
        found: dict[int, Referent] = {}
        for noun, role, referent in self._list(nouns):
            is_bare = role.words - loose_words() <= {noun}
            if is_bare and find_telling(role.words) == find_telling(words):
                found[id(referent)] = referent
        return list(found.values())


def named_first(referent: Referent) -> int:
    """The token at which somebody is first named, -1 for who has no name."""
    return referent.entity.mentions[0].start if referent.entity is not None else -1


def name_words(referent: Referent) -> frozenset[str]:
    """The words of a name, normalized, each in the singular."""
    return frozenset(singular_of(normalize_word(word)) for word in referent.name.split())


def find_telling(words: frozenset[str]) -> frozenset[str]:
    """The words that make another office of an office, years among them."""
    return frozenset(word for word in words if word in telling_words() or word.isdigit())


def _describes(words: frozenset[str], role: Role, noun: str) -> bool:
    rest = words - loose_words()
    if find_telling(role.words) != find_telling(rest):
        return False
    return rest <= role.words | {noun}
