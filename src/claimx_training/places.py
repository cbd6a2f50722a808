"""What kind of place a name is: names and demonyms of countries, and telling words."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def read_words(name: str) -> frozenset[str]:
    """The lines of a word list in ``data/``, comments left out."""
    text = files("claimx_training").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(
        line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")
    )


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Lower-cased names of countries and capitals, and of nationalities."""

    countries: frozenset[str]
    demonyms: frozenset[str]

    @classmethod
    def from_csv(cls, path: Path) -> Gazetteer:
        """Read ``gazetteers/countries.csv`` of the corpora."""
        countries = set(read_words("countries.txt"))
        demonyms = set(read_words("demonyms.txt"))
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in ("short", "long", "capital"):
                    countries.update(_split_names(row[column]))
                for column in ("noun", "adj"):
                    for name in _split_names(row[column]):
                        demonyms.update(_inflect_demonym(name))
        return cls(frozenset(countries), frozenset(demonyms - countries))

    def classify_place(self, name: str) -> str:
        """GPE, LOC or FAC; a name that nothing is known of is taken for a city."""
        lowered = name.lower()
        words = re.findall(r"[\w.'’-]+", lowered)
        if lowered in self.countries or lowered.removeprefix("the ") in self.countries:
            return "GPE"
        if words and words[-1] in read_words("facilities.txt"):
            return "FAC"
        if _contains_any(words, read_words("physical_places.txt")):
            return "LOC"
        return "GPE"

    def is_country(self, name: str) -> bool:
        """Whether the name is a country's or a capital's."""
        return name.lower() in self.countries

    def is_demonym(self, name: str) -> bool:
        """Whether the name is a nationality's, as noun or adjective."""
        return name.lower() in self.demonyms


def _contains_any(words: Iterable[str], known: frozenset[str]) -> bool:
    return any(word.rstrip(".") in known for word in words)


def _split_names(cell: str | None) -> list[str]:
    """The names of a cell, without remarks such as ``(plural)`` and ``; note - …``."""
    text = re.sub(r"note -.*|\[[^]]*\]|\((?!s\))[^)]*\)", "", html.unescape(cell or ""))
    names = [re.sub(r"\s+", " ", name).strip(" .").lower() for name in re.split(r"[;,]| or ", text)]
    return [name.removeprefix("the ") for name in names if len(name) > 2 and name != "none"]


def _inflect_demonym(name: str) -> set[str]:
    """``algerian(s)`` gives both numbers."""
    stem = name.replace("(s)", "").strip()
    return {stem, stem + "s"} if "(s)" in name else {stem}
