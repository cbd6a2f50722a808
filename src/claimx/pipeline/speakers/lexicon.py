"""The word lists of speakers, read once when first asked for."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claimx.lang.en import read_lines as read_en_lines
from claimx.lang.en import read_words
from claimx.pipeline.entities.lexicon import country_of_capital

# Of a noun that no dictionary has the ending decides ("vlogger").
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman")


def read_lines(name: str) -> list[str]:
    """The lines of a data file of this folder, without comments and empty lines."""
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _read_pairs(name: str) -> dict[str, str]:
    pairs = (line.partition("\t") for line in read_lines(name))
    return {word: value for word, _, value in pairs}


@cache
def group_nouns() -> frozenset[str]:
    """Words for a group of people that no plural ending tells."""
    return frozenset(read_lines("group_nouns.txt"))


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for a document, singular."""
    return frozenset(read_lines("document_nouns.txt"))


@cache
def organization_nouns() -> frozenset[str]:
    """Nouns for an organization, singular."""
    return frozenset(read_lines("organization_nouns.txt"))


@cache
def pronouns() -> frozenset[str]:
    """Pronouns that may be a source."""
    return frozenset(read_lines("pronouns.txt"))


@cache
def determiners() -> frozenset[str]:
    """Determiners and possessives that are no part of a description."""
    return frozenset(read_lines("determiners.txt"))


@cache
def partitives() -> frozenset[str]:
    """Words that take "of" and the noun that matters."""
    return frozenset(read_lines("partitives.txt"))


@cache
def telling_words() -> frozenset[str]:
    """Words that make another office of an office."""
    return frozenset(read_lines("telling_words.txt"))


@cache
def loose_words() -> frozenset[str]:
    """Words of a description that no stated role need have."""
    return frozenset(read_lines("loose_words.txt"))


@cache
def naming_pattern() -> re.Pattern[str]:
    """What stands between a description and the name that it gives ("named", "known as")."""
    phrases = "|".join(read_en_lines("naming_phrases.txt"))
    return re.compile(rf"\b(?:{phrases})\s+(?P<opening>[“\"‘'])?(?=[^\W\d_])", re.IGNORECASE)


@cache
def anonymous_nouns() -> dict[str, bool]:
    """Nouns that withhold a name; True for those that do so only when indefinite."""
    return {
        word: condition == "indefinite"
        for word, condition in _read_pairs("anonymous_nouns.txt").items()
    }


@cache
def anonymity_pattern() -> re.Pattern[str]:
    """What matches the reason that a text gives for withholding a name."""
    parts = "|".join(f"(?:{line})" for line in read_lines("anonymity_reasons.txt"))
    return re.compile(parts, re.IGNORECASE)


@cache
def common_persons() -> frozenset[str]:
    """Nouns that are seldom said of the one whom a text is about."""
    return frozenset(read_lines("common_persons.txt"))


@cache
def body_names() -> dict[str, frozenset[str]]:
    """Words of names that tell what a body is, by the noun for it."""
    return {noun: frozenset(words.split()) for noun, words in _read_pairs("body_names.txt").items()}


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
def unaffiliated_nouns() -> frozenset[str]:
    """Nouns for who belongs to nothing by being somebody's ("his rival", "her father")."""
    return kin_nouns() | frozenset(read_lines("unaffiliated_nouns.txt"))


@cache
def insider_pattern() -> re.Pattern[str]:
    """What follows a noun for somebody who knows and is not named."""
    parts = "|".join(read_lines("insider_complements.txt"))
    return re.compile(rf"\s*,?\s*(?:{parts})\b", re.IGNORECASE)


@cache
def general_pronouns() -> frozenset[str]:
    """Words that stand for nobody in particular."""
    return frozenset(read_lines("general_pronouns.txt"))


@cache
def _metonyms() -> dict[str, str]:
    return _read_pairs("metonyms.txt")


def country_of_seat(name: str) -> str | None:
    """The country whose government a seat or capital stands for (``the Kremlin``, ``Kyiv``)."""
    return _metonyms().get(name) or country_of_capital(name)


@cache
def heading_verbs() -> dict[str, str]:
    """Verbs for being at the head of a body, in their forms, with the noun for who is."""
    return _read_pairs("heading_verbs.txt")


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
        for noun, offices in _read_pairs("office_hypernyms.txt").items()
    }
