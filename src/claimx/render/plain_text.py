"""Text of others made fit for a terminal."""

from __future__ import annotations

import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Characters that turn the direction of all that follows, and the invisible soft hyphen.
_BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SOFT_HYPHEN = "\u00ad"


def clean(text: str) -> str:
    """``text`` on one line, without anything that a terminal would obey rather than show.

    Runs of white space become one space. Control characters and changes of direction become
    the replacement character; soft hyphens go.
    """
    return " ".join("".join(_shown(character) for character in text).split())


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if character == _SOFT_HYPHEN:
        return ""
    if character in _BIDIRECTIONAL or unicodedata.category(character) in {"Cc", "Cs"}:
        return _REPLACEMENT
    return character
