"""The classes of English verbs, and their forms. The table is read once."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimx.lang.en.reader import read_lines

_VOWELS = frozenset("aeiou")
_CLASSES = frozenset(
    [
        *("reporting", "naming", "imperative", "prospective", "lasting", "timetable", "telling"),
        *(
            "publishing",
            "light",
            "serving",
            "interviewing",
            "conversing",
            "questioning",
            "receiving",
        ),
    ]
)


class Verb(NamedTuple):
    """A line of the table of verbs.

    Attributes:
        word: In lower case.
        forms: Those that are not regular.
        classes: Names of its classes.
    """

    word: str
    forms: tuple[str, ...]
    classes: frozenset[str]


@cache
def read_verbs() -> dict[str, Verb]:
    """The table of verbs by word.

    Raises:
        ValueError: If a line is not as the head of the table says.
    """
    verbs: dict[str, Verb] = {}
    for line in read_lines("verbs.tsv"):
        fields = line.split("\t")
        if len(fields) != 3 or fields[0] in verbs:
            raise ValueError(f"verbs.tsv: not three fields, or a verb that stands twice: {line!r}")
        word, forms, classes = ("" if field == "-" else field for field in fields)
        verb = Verb(word, tuple(forms.split()), frozenset(classes.split()))
        if not verb.classes <= _CLASSES:
            raise ValueError(f"verbs.tsv: an unknown class: {line!r}")
        verbs[word] = verb
    return verbs


@cache
def verbs_of(name: str) -> frozenset[str]:
    """The verbs of a class, in their base form.

    Raises:
        KeyError: If there is no such class.
    """
    if name not in _CLASSES:
        raise KeyError(name)
    return frozenset(word for word, verb in read_verbs().items() if name in verb.classes)


@cache
def forms_of(name: str) -> frozenset[str]:
    """Every form of the verbs of a class, the regular ones made by rule."""
    forms: set[str] = set()
    for word in verbs_of(name):
        forms.update([word, *read_verbs()[word].forms], _inflect(word))
    return frozenset(forms)


def _inflect(verb: str) -> list[str]:
    """The regular third person, past and present participle of ``verb``."""
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if verb.endswith("e"):
        return [third, verb + "d", verb[:-1] + "ing"]
    return [third, verb + "ed", verb + "ing"]
