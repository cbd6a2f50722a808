"""The classes of English nouns and pronouns: what a word may stand for. Each file is read once."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimx.lang.en.reader import read_lines, read_table
from claimx.lang.en.words import words_of

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# Of a noun that no dictionary has the ending decides ("vlogger").
PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman")
# Of those who have learned a trade, and of other words that end alike ("setlist", "zeitgeist").
LEARNED_ENDINGS = ("ist", "ian")
UNLEARNED_ENDINGS = ("hlist", "klist", "tlist", "ylist", "eist")
# Of what is said or done ("findings").
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ity", "ness", "ism", "ing", "ence", "ance", "ship")

_KINDS = frozenset({"person", "group", "organization", "document"})
_CLASSES = frozenset(
    [
        *("kin", "ancestor", "unaffiliated", "unrepresentative", "anonymous", "common"),
        *("anonymous-if-indefinite", "judicial", "office", "seat", "anybody", "interviewer"),
        *(
            "party",
            "party-adjective",
            "any-name",
            "in-name",
            "before-name",
            "site",
            "media",
            "camp",
        ),
        *("authored", "dated", "plan", "inquiry", "work", "slogan", "audience", "told"),
        *("partitive", "fraction", "lone-fraction", "number", "term", "field"),
    ]
)


class Noun(NamedTuple):
    """A line of the table of nouns.

    Attributes:
        word: In lower case.
        kinds: What it is as a source.
        gender: ``m`` or ``f`` where a noun for a person tells it, else None.
        classes: Its further classes, each with its value; empty for a class that has none.
    """

    word: str
    kinds: frozenset[str]
    gender: str | None
    classes: dict[str, str]


@cache
def read_nouns() -> dict[str, Noun]:
    """The table of nouns by word.

    Raises:
        ValueError: If a line is not as the head of the table says.
    """
    nouns: dict[str, Noun] = {}
    for line in read_lines("nouns.tsv"):
        fields = line.split("\t")
        if len(fields) != 4 or fields[0] in nouns:
            raise ValueError(f"nouns.tsv: not four fields, or a noun that stands twice: {line!r}")
        word, kinds, gender, classes = ("" if field == "-" else field for field in fields)
        pairs = (part.partition("=") for part in classes.split())
        noun = Noun(
            word=word,
            kinds=frozenset(kinds.split(",")) if kinds else frozenset(),
            gender=gender or None,
            classes={name: value for name, _, value in pairs},
        )
        if not (noun.kinds <= _KINDS and noun.classes.keys() <= _CLASSES):
            raise ValueError(f"nouns.tsv: an unknown kind or class: {line!r}")
        nouns[word] = noun
    return nouns


@cache
def nouns_of(name: str) -> frozenset[str]:
    """The nouns of a class."""
    return frozenset(class_values(name))


@cache
def class_values(name: str) -> dict[str, str]:
    """The nouns of a class, each with its value there ("seat=court": ``court``).

    Raises:
        KeyError: If there is no such class.
    """
    if name not in _CLASSES:
        raise KeyError(name)
    found = ((word, noun.classes.get(name)) for word, noun in read_nouns().items())
    return {word: value for word, value in found if value is not None}


@cache
def _nouns_of_kind(kind: str) -> frozenset[str]:
    return frozenset(word for word, noun in read_nouns().items() if kind in noun.kinds)


@cache
def group_nouns() -> frozenset[str]:
    """Words for a group of people that no plural ending tells."""
    return _nouns_of_kind("group")


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for a document, singular."""
    return _nouns_of_kind("document")


@cache
def organization_nouns() -> frozenset[str]:
    """Nouns for an organization, singular."""
    return _nouns_of_kind("organization")


@cache
def any_bodies() -> frozenset[str]:
    """Words for a body that may have any name ("the company")."""
    return nouns_of("any-name")


@cache
def pronouns() -> frozenset[str]:
    """Pronouns that may be a source."""
    return frozenset(pronoun_forms()) | words_of("demonstrative source")


@cache
def general_pronouns() -> frozenset[str]:
    """Words that stand for nobody in particular."""
    return words_of("general pronoun")


@cache
def determiners() -> frozenset[str]:
    """Determiners and possessives that are no part of a description."""
    return words_of("determiner")


@cache
def partitives() -> frozenset[str]:
    """Words that take "of" and the noun that matters."""
    return nouns_of("partitive")


@cache
def telling_words() -> frozenset[str]:
    """Words that make another office of an office."""
    return words_of("telling word")


@cache
def loose_words() -> frozenset[str]:
    """Words of a description that no stated role need have."""
    return words_of("loose word")


@cache
def anonymous_nouns() -> dict[str, bool]:
    """Nouns that withhold a name; True for those that do so only when indefinite."""
    always = dict.fromkeys(nouns_of("anonymous"), False)
    return always | dict.fromkeys(nouns_of("anonymous-if-indefinite"), True)


@cache
def common_persons() -> frozenset[str]:
    """Nouns that are seldom said of who a text is about."""
    return nouns_of("common")


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
    return nouns_of("kin")


@cache
def insider_pattern() -> re.Pattern[str]:
    """What follows a noun for somebody who knows and is not named."""
    parts = "|".join(read_lines("insider_complements.txt"))
    return re.compile(rf"\s*,?\s*(?:{parts})\b", re.IGNORECASE)


@cache
def offices() -> dict[str, str]:
    """Nouns for offices of which nobody holds two, each with the first title of its office."""
    return class_values("office")


@cache
def number_words() -> dict[str, int]:
    """Words that tell how many somebody is, with the number."""
    return {word: int(number) for word, number in class_values("number").items()}


@cache
def party_words() -> dict[str, frozenset[str]]:
    """The words for members of a party, by its letter behind a name ("Ann Hill (R-Fla.)")."""
    words = class_values("party") | class_values("party-adjective")
    return {
        letter: frozenset(word for word, party in words.items() if party == letter)
        for letter in words.values()
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
