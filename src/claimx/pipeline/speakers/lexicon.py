"""The word lists of speakers, read once when first asked for."""

from __future__ import annotations

import re
from functools import cache

from claimx.lang import en
from claimx.lang.en.nouns import kin_nouns
from claimx.pipeline.entities.lexicon import country_of_capital


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a list of speakers, without comments and empty lines."""
    return en.read_lines(f"speakers/{name}")


def _read_pairs(name: str) -> dict[str, str]:
    pairs = (line.partition("\t") for line in read_lines(name))
    return {word: value for word, _, value in pairs}


@cache
def anonymity_pattern() -> re.Pattern[str]:
    """What matches the reason that a text gives for withholding a name."""
    parts = "|".join(f"(?:{line})" for line in read_lines("anonymity_reasons.txt"))
    return re.compile(parts, re.IGNORECASE)


@cache
def unaffiliated_nouns() -> frozenset[str]:
    """Nouns for who belongs to nothing by being somebody's ("his rival", "her father")."""
    return kin_nouns() | frozenset(read_lines("unaffiliated_nouns.txt"))


@cache
def kinds_for_themselves() -> frozenset[str]:
    """Kinds of bodies whose people say "we" of themselves and their colleagues."""
    return frozenset(read_lines("kinds_for_themselves.txt"))


@cache
def unrepresentative_words() -> frozenset[str]:
    """Words in the roles of those who do not speak for a body ("former", "member", "critic")."""
    return unaffiliated_nouns() | frozenset(read_lines("unrepresentative_words.txt"))


@cache
def _metonyms() -> dict[str, str]:
    return _read_pairs("metonyms.txt")


def country_of_seat(name: str) -> str | None:
    """The country whose government a seat or capital stands for (``the Kremlin``, ``Kyiv``)."""
    return _metonyms().get(name) or country_of_capital(name)
