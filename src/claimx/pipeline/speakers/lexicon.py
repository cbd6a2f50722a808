"""The word lists of speakers, read once when first asked for."""

from __future__ import annotations

import re
from functools import cache

from claimx.lang.en import read_lines, read_table, read_words
from claimx.lang.en.nouns import kin_nouns
from claimx.pipeline.entities.lexicon import country_of_capital


@cache
def anonymity_pattern() -> re.Pattern[str]:
    """What matches, in small letters, the reason that a text gives for withholding a name."""
    parts = "|".join(f"(?:{line})" for line in read_lines("speakers/anonymity_reasons.txt"))
    return re.compile(parts)


@cache
def unaffiliated_nouns() -> frozenset[str]:
    """Nouns for who belongs to nothing by being somebody's ("his rival", "her father")."""
    return kin_nouns() | read_words("speakers/unaffiliated_nouns.txt")


@cache
def unrepresentative_words() -> frozenset[str]:
    """Words in the roles of those who do not speak for a body ("former", "member", "critic")."""
    return unaffiliated_nouns() | read_words("speakers/unrepresentative_words.txt")


def country_of_seat(name: str) -> str | None:
    """The country whose government a seat or capital stands for (``the Kremlin``, ``Kyiv``)."""
    return read_table("speakers/metonyms.txt").get(name) or country_of_capital(name)
