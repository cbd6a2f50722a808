"""The word lists of this component, ``claims`` among those of the language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from claimx.lang.en import read_lines


@cache
def read_words(name: str) -> frozenset[str]:
    """The entries of ``<name>.txt``, one a line."""
    return frozenset(_read_lines(f"{name}.txt"))


@cache
def read_table(name: str) -> Mapping[str, str]:
    """The entries of ``<name>.tsv`` with two fields: the first leads to the second.

    Raises:
        ValueError: If a line has not two fields, or an entry stands twice.
    """
    table: dict[str, str] = {}
    for line in _read_lines(f"{name}.tsv"):
        fields = line.split("\t")
        if len(fields) != 2 or fields[0] in table:
            raise ValueError(f"{name}.tsv: not two fields, or an entry that stands twice: {line!r}")
        table[fields[0]] = fields[1]
    return MappingProxyType(table)


@cache
def read_lists(name: str) -> Mapping[str, frozenset[str]]:
    """As `read_table`, the second field split at its commas."""
    return MappingProxyType(
        {key: frozenset(value.split(",")) for key, value in read_table(name).items()}
    )


@cache
def read_places(name: str) -> Mapping[tuple[str, str], str]:
    """The entries of ``<name>.tsv`` with three fields: the first two lead to the third."""
    rows = [line.split("\t") for line in _read_lines(f"{name}.tsv")]
    return MappingProxyType({(word, place): value for word, place, value in rows})


def _read_lines(name: str) -> tuple[str, ...]:
    return read_lines(f"claims/{name}")
