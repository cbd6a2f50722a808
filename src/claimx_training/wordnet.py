"""What a noun stands for when it speaks, from WordNet: the senses that are most used decide.

A noun is one for a person, a body or people where at least ``SHARE`` of its uses are: WordNet 3.0
files every sense under a broad field (noun.person, noun.group, noun.location) and counts the senses
in texts (Miller 1995, "WordNet: A lexical database for English"). A sense without count weighs
little, the first one more. Names are left out, and so are terms of abuse. Besides come the nouns
for things that end as nouns for persons do ("number"), since of a word that WordNet does not know
("vlogger") the ending decides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimx.lang.en.nouns import PERSON_ENDINGS

SHARE = 0.6
TARGET = Path("src/claimx/lang/en/data/wordnet_nouns.tsv")
HEADER = (
    "# Nouns for persons and bodies, singular, with the sex that they tell: out of WordNet 3.0,",
    "# Copyright 2006 by Princeton University; see NOTICE. Written by "
    "`python -m claimx_training list-nouns`.",
)
_FIELDS = {"14": "people", "15": "body", "18": "person"}
_BODIES = (["organization", "organisation"], ["administration", "governance"])
_WORD = re.compile(r"[a-z]{2,}(?:-[a-z]+)*[a-z]")
_OFFSET = re.compile(r"\d{8}")
_FIRST, _OTHERS = 1.0, 0.3
_ABUSE = frozenset({"ethnic_slur", "disparagement", "derogation", "depreciation", "obscenity"})
_FEMALE_GLOSS = re.compile(r"\s*(?:\([^)]*\)\s*)?an? (?:\w+ )?(?:female|woman|girl)\b")
_SEXES = {"f": ["female", "female_person"], "m": ["male", "male_person"]}


@dataclass(frozen=True)
class _Sense:
    """A sense: its field, its words as they are written, what it is a kind of and how used."""

    field: str
    words: list[str]
    wider: list[str]
    usages: list[str]
    gloss: str


def list_nouns(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each noun with its kind and sex (``m``, ``f`` or empty), sorted.

    The kind is ``person``, ``body`` (an organization or a place), ``people`` (any other group:
    "crowd"), or ``thing`` for what only ends like a noun for a person.

    Args:
        folder: WordNet's database files (``data.noun``, ``index.noun``, ``cntlist.rev``).

    Raises:
        OSError: If one of them is missing.
    """
    senses = _read_senses(folder / "data.noun")
    counts = _read_counts(folder / "cntlist.rev")
    of_sex = {sex: _find_kinds_of(senses, words) for sex, words in _SEXES.items()}
    bodies = {place for words in _BODIES for place in _find_kinds_of(senses, words)}
    for line in _read_lines(folder / "index.noun"):
        word, *fields = line.split()
        places = [field for field in fields if _OFFSET.fullmatch(field)]
        if not _WORD.fullmatch(word) or not _is_common(word, senses[places[0]]):
            continue
        if any(_ABUSE.intersection(senses[u].words) for p in places for u in senses[p].usages):
            continue
        uses = _weigh_kinds(counts.get(word, {}), [senses[place].field for place in places])
        kind, most = max(uses.items(), key=lambda item: item[1])
        if kind and most >= SHARE * sum(uses.values()):
            known = [place for place in places if _FIELDS.get(senses[place].field) == kind]
            if not known:
                continue  # only a name has been counted
            if kind == "people" and known[0] in bodies:
                kind = "body"
            yield word, kind, _tell_sex(known[0], senses[known[0]], of_sex)
        elif word.endswith(PERSON_ENDINGS):
            yield word, "thing", ""


def _weigh_kinds(counted: Mapping[str, int], fields: list[str]) -> dict[str, float]:
    """How much a noun is used for each kind, empty for all other fields.

    Args:
        counted: How often its senses were met in texts, by field.
        fields: The field of each of its senses.
    """
    weights: dict[str, float] = defaultdict(float, counted)
    for number, field in enumerate(fields):
        weights[field] += _OTHERS if number else _FIRST
    uses: dict[str, float] = defaultdict(float)
    for field, weight in weights.items():
        uses[_FIELDS.get(field, "")] += weight
    return uses


def _tell_sex(place: str, sense: _Sense, of_sex: dict[str, set[str]]) -> str:
    """``f`` or ``m`` where the sense is a kind of woman or man, else empty."""
    told = [sex for sex, kinds in of_sex.items() if place in kinds]
    if not told and _FEMALE_GLOSS.match(sense.gloss):
        return "f"
    return told[0] if len(told) == 1 else ""


def _is_common(word: str, sense: _Sense) -> bool:
    """Whether the first sense of a word is written small, as no name is."""
    return word in sense.words


def _read_lines(path: Path) -> Iterator[str]:
    """The lines behind the licence, which is indented."""
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if not line.startswith(" "))


def _read_senses(path: Path) -> dict[str, _Sense]:
    senses = {}
    for line in _read_lines(path):
        data, _, gloss = line.partition("|")
        place, field, _, number, *rest = data.split()
        size = 2 * int(number, 16)
        pointers = rest[size + 1 : size + 1 + 4 * int(rest[size])]
        targets: dict[str, list[str]] = defaultdict(list)
        for start in range(0, len(pointers), 4):
            symbol, target, part, _ = pointers[start : start + 4]
            if part == "n":
                targets[symbol].append(target)
        wider = targets["@"] + targets["@i"]
        senses[place] = _Sense(field, rest[:size:2], wider, targets[";u"], gloss)
    return senses


def _read_counts(path: Path) -> dict[str, Counter[str]]:
    """How often the senses of each noun were met in texts, by field."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in _read_lines(path):
        key, _, count = line.split()
        word, _, rest = key.partition("%")
        part, field, *_ = rest.split(":")
        if part == "1":
            counts[word][field] += int(count)
    return counts


def _find_kinds_of(senses: dict[str, _Sense], words: list[str]) -> set[str]:
    """All senses that are kinds of the one that begins with these words."""
    narrower: dict[str, list[str]] = defaultdict(list)
    for place, sense in senses.items():
        for wider in sense.wider:
            narrower[wider].append(place)
    waiting = [place for place, sense in senses.items() if sense.words[: len(words)] == words]
    found = set(waiting)
    while waiting:
        new = [place for place in narrower[waiting.pop()] if place not in found]
        found.update(new)
        waiting += new
    return found


def write_nouns(folder: Path, target: Path = TARGET) -> int:
    """Write the nouns as the lexicon of speakers reads them, and say how many they are.

    Raises:
        OSError: If a file of the database is missing.
    """
    rows = ["\t".join(row).rstrip("\t") for row in list_nouns(folder)]
    target.write_text("\n".join([*HEADER, *rows]) + "\n", encoding="utf-8")
    return len(rows)
