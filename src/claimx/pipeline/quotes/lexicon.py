"""The word lists of quotations, ``quotes`` among those of the language."""

from __future__ import annotations

from functools import cache

from claimx.lang.en import read_lines

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
    return [line.strip() for line in read_lines(f"quotes/{name}.txt")]


def _inflect(verb: str) -> list[str]:
    """The regular third person, past and present participle of ``verb``."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if verb.endswith("e"):
        return [third, verb + "d", verb[:-1] + "ing"]
    return [third, verb + "ed", verb + "ing"]
