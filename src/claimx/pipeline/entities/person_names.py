"""What the parts of a person's name say: who may be the same person."""

from __future__ import annotations

from dataclasses import dataclass

from claimx.lang.en.words import words_of
from claimx.pipeline.entities.lexicon import nickname_groups, sex_of_first_name


@dataclass(frozen=True)
class PersonName:
    """A person's name in normalized words.

    Attributes:
        given: The first word; empty for a bare surname.
        middle: The words between.
        surname: The last word.
        suffix: ``jr``, ``sr``, ``ii`` … or empty.
    """

    given: str
    middle: tuple[str, ...]
    surname: str
    suffix: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words without the suffix."""
        return (self.given, *self.middle, self.surname) if self.given else (self.surname,)

    @property
    def is_full(self) -> bool:
        """Whether it has more than one word besides the suffix."""
        return bool(self.given)

    @property
    def sex(self) -> str | None:
        """The sex that the first name tells."""
        return sex_of_first_name(self.given) if self.given else None


def parse_person_name(words: tuple[str, ...]) -> PersonName:
    """The parts of a name given in normalized words."""
    suffix = ""
    if len(words) > 1 and words[-1] in words_of("generation"):
        words, suffix = words[:-1], words[-1]
    if not words:
        return PersonName("", (), suffix, "")
    if len(words) == 1:
        return PersonName("", (), words[0], suffix)
    return PersonName(words[0], words[1:-1], words[-1], suffix)


def are_given_names_compatible(one: str, other: str) -> bool:
    """Whether two first names may name one person: equal, short for, or an initial of."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    groups = nickname_groups()
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def are_same_person(one: PersonName, other: PersonName) -> bool:
    """Whether two full names may be forms of one name."""
    if one.surname != other.surname or one.suffix != other.suffix:
        return False
    if not are_given_names_compatible(one.given, other.given):
        return False
    if len(one.middle) != len(other.middle):
        return True
    return all(
        a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0])
        for a, b in zip(one.middle, other.middle, strict=True)
    )
