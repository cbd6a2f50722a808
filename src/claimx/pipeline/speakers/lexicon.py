"""The word lists of speakers, read once when first asked for."""

from __future__ import annotations

import re
from functools import cache

from claimx.lang.en import read_lines, read_table
from claimx.lang.en.nouns import kin_nouns, nouns_of
from claimx.lang.en.words import pattern_of, words_of
from claimx.pipeline.entities.lexicon import country_of_capital


@cache
def anonymity_pattern() -> re.Pattern[str]:
    """What matches, in small letters, the reason that a text gives for withholding a name."""
    parts = "|".join(f"(?:{line})" for line in read_lines("speakers/anonymity_reasons.txt"))
    return re.compile(parts)


@cache
def anonymity_key_pattern() -> re.Pattern[str]:
    """Words of which one is in every such reason, and which are found far sooner than it."""
    return re.compile(pattern_of("key of anonymity"), re.IGNORECASE)


@cache
def unaffiliated_nouns() -> frozenset[str]:
    """Nouns for who belongs to nothing by being somebody's ("his rival", "her father")."""
    return kin_nouns() | nouns_of("unaffiliated")


@cache
def unrepresentative_words() -> frozenset[str]:
    """Words in the roles of those who do not speak for a body ("former", "member", "critic")."""
    return unaffiliated_nouns() | nouns_of("unrepresentative") | words_of("former")


def country_of_seat(name: str) -> str | None:
    """The country whose government a seat or capital stands for (``the Kremlin``, ``Kyiv``)."""
    return read_table("speakers/metonyms.txt").get(name) or country_of_capital(name)
