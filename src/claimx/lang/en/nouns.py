"""The classes of English nouns and pronouns: what a word may stand for, each list read once."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimx.lang.en.reader import read_lines, read_table, read_words

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# Of a noun that no dictionary has the ending decides ("vlogger").
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman")


@cache
def group_nouns() -> frozenset[str]:
    """Words for a group of people that no plural ending tells."""
    return read_words("group_nouns.txt")


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for a document, singular."""
    return read_words("document_nouns.txt")


@cache
def organization_nouns() -> frozenset[str]:
    """Nouns for an organization, singular."""
    return read_words("organization_nouns.txt")


@cache
def any_bodies() -> frozenset[str]:
    """Words for a body that may have any name ("the company")."""
    return read_words("any_bodies.txt")


@cache
def pronouns() -> frozenset[str]:
    """Pronouns that may be a source."""
    return read_words("pronouns.txt")


@cache
def general_pronouns() -> frozenset[str]:
    """Words that stand for nobody in particular."""
    return read_words("general_pronouns.txt")


@cache
def determiners() -> frozenset[str]:
    """Determiners and possessives that are no part of a description."""
    return read_words("determiners.txt")


@cache
def partitives() -> frozenset[str]:
    """Words that take "of" and the noun that matters."""
    return read_words("partitives.txt")


@cache
def telling_words() -> frozenset[str]:
    """Words that make another office of an office."""
    return read_words("telling_words.txt")


@cache
def loose_words() -> frozenset[str]:
    """Words of a description that no stated role need have."""
    return read_words("loose_words.txt")


@cache
def anonymous_nouns() -> dict[str, bool]:
    """Nouns that withhold a name; True for those that do so only when indefinite."""
    return {
        word: condition == "indefinite"
        for word, condition in read_table("anonymous_nouns.txt").items()
    }


@cache
def common_persons() -> frozenset[str]:
    """Nouns that are seldom said of the one whom a text is about."""
    return read_words("common_persons.txt")


@cache
def body_names() -> dict[str, frozenset[str]]:
    """Words of names that tell what a body is, by the noun for it."""
    return {noun: frozenset(words.split()) for noun, words in read_table("body_names.txt").items()}


@cache
def known_persons() -> dict[str, str | None]:
    """WordNet's nouns for a person, singular, with the sex that they tell.

    Of words in small letters alone: many of them are surnames too.
    """
    return {word: sex or None for word, kind, sex in _read_wordnet() if kind == "person"}


@cache
def known_bodies() -> frozenset[str]:
    """WordNet's nouns for organizations and places, singular."""
    return frozenset(word for word, kind, _ in _read_wordnet() if kind == "body")


@cache
def known_people() -> frozenset[str]:
    """WordNet's nouns for groups that are no organizations, singular ("crowd", "tribe")."""
    return frozenset(word for word, kind, _ in _read_wordnet() if kind == "people")


@cache
def known_things() -> frozenset[str]:
    """WordNet's nouns for things that end as nouns for persons do, singular."""
    return frozenset(word for word, kind, _ in _read_wordnet() if kind == "thing")


@cache
def _read_wordnet() -> list[tuple[str, str, str]]:
    rows = (line.split("\t") for line in read_lines("wordnet_nouns.tsv"))
    return [(word, kind, sex[0] if sex else "") for word, kind, *sex in rows]


@cache
def same_texts() -> dict[str, frozenset[str]]:
    """For a noun for a text all nouns that the same text may be called by."""
    groups = [frozenset(line.split()) for line in read_lines("same_texts.txt")]
    return {noun: group for group in groups for noun in group}


@cache
def kin_nouns() -> frozenset[str]:
    """Nouns for a relative who mostly bears the same surname, singular."""
    return read_words("kin_nouns.txt")


@cache
def insider_pattern() -> re.Pattern[str]:
    """What follows a noun for somebody who knows and is not named."""
    parts = "|".join(read_lines("insider_complements.txt"))
    return re.compile(rf"\s*,?\s*(?:{parts})\b", re.IGNORECASE)


@cache
def offices() -> dict[str, int]:
    """Nouns for offices of which nobody holds two, each with the number of its office."""
    return {
        noun: number
        for number, line in enumerate(read_lines("offices.txt"))
        for noun in line.split()
    }


@cache
def office_hypernyms() -> dict[str, frozenset[str]]:
    """Nouns that stand for the holders of several offices."""
    return {
        noun: frozenset(offices.split())
        for noun, offices in read_table("office_hypernyms.txt").items()
    }


class Pronoun(NamedTuple):
    """What a pronoun tells.

    Attributes:
        person: 1, 2 or 3; 0 for a relative pronoun.
        number: ``singular``, ``plural`` or empty.
        gender: ``m``, ``f``, ``n`` or empty.
        use: ``personal``, ``possessive``, ``reflexive`` or ``relative``.
    """

    person: int
    number: str
    gender: str
    use: str


@cache
def pronoun_forms() -> dict[str, Pronoun]:
    """The pronouns that stand for somebody or something, by the word in lower case."""
    rows = (line.split("\t") for line in read_lines("pronoun_forms.txt"))
    return {word: Pronoun(int(person or 0), *rest) for word, person, *rest in rows}
