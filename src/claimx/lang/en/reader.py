"""Reads the word lists and tables of this folder, each by its path below ``data``.

A file holds one entry a line; tabs part its columns. Lines that begin with ``#`` are comments: the
head of each file says what its words are and where they come from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def read_text(name: str) -> str:
    """A file whole. Raises ``FileNotFoundError`` if there is no such file."""
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8")


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """The lines of ``name`` without comments and empty lines, in the order of the file.

    Raises:
        FileNotFoundError: If there is no such file.
    """
    lines = read_text(name).splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of a list that has one column."""
    return frozenset(read_lines(name))


@cache
def read_table(name: str) -> dict[str, str]:
    """The second column of a list by its first; empty where a line has one column."""
    rows = (line.partition("\t") for line in read_lines(name))
    return {word: value for word, _, value in rows}
