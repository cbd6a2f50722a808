"""The word lists of quotations, ``quotes`` among those of the language."""

from __future__ import annotations

from claimx.lang.en import read_words


def load_entries(name: str) -> frozenset[str]:
    """The entries of the list ``name``, as they stand in the file."""
    return read_words(f"quotes/{name}.txt")
