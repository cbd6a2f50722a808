"""White space for corpora that do not keep it."""

from __future__ import annotations

from collections.abc import Sequence

_CLITICS = ("s", "S", "re", "ve", "ll", "d", "m")
_NO_SPACE_BEFORE = frozenset(
    [",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "...", "…", "'", "n't", "n’t"]
    + [mark + clitic for mark in "'’" for clitic in _CLITICS]
)
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "#"])


def guess_spaces(words: Sequence[str]) -> list[bool]:
    """Whether a space follows each word, as English is written.

    Straight double marks open and close in turn.
    """
    spaces = [True] * len(words)
    inside_quote = False
    for place, word in enumerate(words):
        if word in _NO_SPACE_AFTER:
            spaces[place] = False
        if place and word in _NO_SPACE_BEFORE:
            spaces[place - 1] = False
        if word in ('"', "``", "''"):
            if inside_quote and place:
                spaces[place - 1] = False
            elif not inside_quote:
                spaces[place] = False
            inside_quote = not inside_quote
    if words:
        spaces[-1] = True
    return spaces
