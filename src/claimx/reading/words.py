"""Word lists of articles as they are printed: datelines, bylines, kickers."""

from __future__ import annotations

from functools import cache

from claimx.lang.en import read_lines


@cache
def read_words(name: str) -> frozenset[str]:
    """The lines of the list ``pages/NAME.txt`` in lower case."""
    return frozenset(line.strip().lower() for line in read_lines(f"pages/{name}.txt"))
