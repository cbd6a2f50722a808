"""The word lists of names, titles and places, read once when first asked for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from claimx.lang.en import read_lines
from claimx.lang.en.nouns import read_nouns

# Of how many words what they are is remembered: a few make up most of a text.
REMEMBERED = 8192


@dataclass(frozen=True)
class Title:
    """A title and the sex that it tells (``m``, ``f`` or None)."""

    word: str
    sex: str | None


@dataclass(frozen=True)
class Country:
    """A country or territory with its other names, demonyms and capitals."""

    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@lru_cache(REMEMBERED)
def normalize_word(word: str) -> str:
    """A word as the lists write it: lower case, without accents, full stops and possessive."""
    plain = word.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = plain.replace("’", "'").removesuffix("'s").replace(".", "")
    return plain.strip("'\"“”‘,;:()[]")


@cache
def first_names() -> dict[str, str]:
    """First names and the sex of those who bear them."""
    found: dict[str, str] = {}
    for line in read_lines("names/first_names_census.txt"):
        name, sex = line.split("\t")
        found[name] = sex
    for line in read_lines("names/first_names_world.txt"):
        sex, names = line.split("\t")
        for name in names.split():
            found[normalize_word(name)] = sex
    return found


def sex_of_first_name(word: str) -> str | None:
    """``m`` or ``f`` where a first name tells it, else None."""
    sex = first_names().get(normalize_word(word))
    if sex is None and "-" in word:
        return sex_of_first_name(word.split("-")[0])
    return sex if sex != "u" else None


def is_first_name(word: str) -> bool:
    """Whether the lists know a word as a first name."""
    return normalize_word(word) in first_names()


@cache
def nickname_groups() -> dict[str, frozenset[int]]:
    """For each first name with short forms, the groups of names that it belongs to."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(read_lines("names/nicknames.txt")):
        for name in line.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def titles() -> dict[str, Title]:
    """Words that may head a title before a name."""
    found = {}
    for line in read_lines("names/titles.txt"):
        word, _, sex = line.partition("\t")
        found[normalize_word(word)] = Title(word, sex or None)
    return found


@cache
def person_nouns() -> dict[str, str | None]:
    """Nouns for a person, titles included, singular, with the sex that they tell."""
    nouns: dict[str, str | None] = {
        word: title.sex for word, title in titles().items() if not word.endswith("s")
    }
    for word, noun in read_nouns().items():
        if "person" in noun.kinds:
            nouns[normalize_word(word)] = noun.gender
    return nouns


@cache
def countries() -> tuple[Country, ...]:
    """The table of countries."""
    found = []
    for line in read_lines("names/countries.tsv"):
        name, names, demonyms, capitals = line.split("\t")
        found.append(Country(name, _split(names), _split(demonyms), _split(capitals)))
    return tuple(found)


def _split(column: str) -> tuple[str, ...]:
    return tuple(part for part in column.split(";") if part)


@cache
def _countries_by_name() -> dict[str, str]:
    return {
        normalize_place(name): country.name
        for country in countries()
        for name in (country.name, *country.names)
    }


@cache
def _countries_by_demonym() -> dict[str, str]:
    return {word: country.name for country in countries() for word in country.demonyms}


@cache
def _countries_by_capital() -> dict[str, str]:
    return {word: country.name for country in countries() for word in country.capitals}


@cache
def us_states() -> frozenset[str]:
    """The names of the states of the United States."""
    return frozenset(_states_by_form().values())


@cache
def _states_by_form() -> dict[str, str]:
    rows = (line.split("\t") for line in read_lines("names/us_states.tsv"))
    return {form.replace(".", ""): row[0] for row in rows for form in row if form}


def state_of(text: str) -> str | None:
    """The state of a name or abbreviation in its capitals (``Fla.``, ``FL``: ``Florida``)."""
    return _states_by_form().get(text.replace(".", ""))


def normalize_place(text: str) -> str:
    """A place name for comparison: ``the U.S.`` and ``US`` are one, ``us`` stays apart."""
    words = text.replace("’", "'").split()
    if words and words[0].lower() == "the":
        words = words[1:]
    joined = " ".join(words).removesuffix("'s").replace(".", "")
    return joined if joined.isupper() and len(joined) <= 4 else joined.casefold()


@lru_cache(REMEMBERED)
def country_of_name(text: str) -> str | None:
    """The country that a name stands for (``America``: ``United States``)."""
    return _countries_by_name().get(normalize_place(text))


def country_of_demonym(text: str) -> str | None:
    """The country of a demonym (``Russian``: ``Russia``)."""
    return _countries_by_demonym().get(text)


def country_of_capital(text: str) -> str | None:
    """The country whose government a capital stands for (``Kyiv``: ``Ukraine``)."""
    return _countries_by_capital().get(text)


@lru_cache(REMEMBERED)
def singular_of(word: str) -> str:
    """The singular of a regular noun, a man, woman or child, else the word; lower case."""
    word = word.lower().replace("’", "'")
    if word == "men" or (word.endswith("men") and len(word) > len("omen")):
        return word[:-2] + "an"
    if word.endswith("children"):
        return word.removesuffix("ren")
    if word.endswith("yses"):
        return word[:-2] + "is"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "news")):
        return word[:-1]
    return word
