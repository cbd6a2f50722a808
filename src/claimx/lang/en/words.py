"""Small sets of English words, by the names that the table gives them. It is read once."""

from __future__ import annotations

from functools import cache

from claimx.lang.en.reader import read_lines


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a set, in lower case.

    Raises:
        KeyError: If there is no such set.
    """
    return frozenset(_read_sets()[name])


@cache
def phrases_of(name: str) -> frozenset[tuple[str, ...]]:
    """The entries of a set, each as the words that follow each other.

    Raises:
        KeyError: If there is no such set.
    """
    return frozenset(tuple(entry.split()) for entry in _read_sets()[name])


@cache
def pattern_of(name: str) -> str:
    """The entries of a set as a pattern, the longest first.

    Raises:
        KeyError: If there is no such set.
    """
    return "|".join(sorted(_read_sets()[name], key=len, reverse=True))


@cache
def set_names() -> frozenset[str]:
    """The names of all sets."""
    return frozenset(_read_sets())


@cache
def _read_sets() -> dict[str, tuple[str, ...]]:
    """The sets by name.

    Raises:
        ValueError: If a line has not two fields, or if a name or a word of a set stands twice.
    """
    sets: dict[str, tuple[str, ...]] = {}
    for line in read_lines("words.tsv"):
        name, _, words = line.partition("\t")
        entries = tuple(words.split(", "))
        if not words or name in sets or len(set(entries)) < len(entries):
            raise ValueError(f"words.tsv: no words, or some that stand twice: {line!r}")
        sets[name] = entries
    return sets
