"""The word lists in ``data/``: one entry a line, ``#`` begins a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_VOWELS = frozenset("aeiou")


@cache
def load_entries(name: str) -> frozenset[str]:
    """The entries of the list ``name``, as they stand in the file."""
    return frozenset(_read_lines(name))


@cache
def load_verb_forms(name: str) -> frozenset[str]:
    """Every form of the verbs of the list ``name``, the regular ones made by rule."""
    forms: set[str] = set()
    for line in _read_lines(name):
        verb, *irregular = line.split()
        forms.update([verb, *irregular], _inflect(verb))
    return frozenset(forms)


def _read_lines(name: str) -> list[str]:
    text = files(__package__).joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _inflect(verb: str) -> list[str]:
    """The regular third person, past and present participle of ``verb``."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if verb.endswith("e"):
        return [third, verb + "d", verb[:-1] + "ing"]
    return [third, verb + "ed", verb + "ing"]
