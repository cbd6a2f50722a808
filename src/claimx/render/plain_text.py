"""Text of others made fit for a terminal."""

from __future__ import annotations

import re
import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Characters that turn the direction of all that follows, and the invisible soft hyphen.
_BIDIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SOFT_HYPHEN = "\u00ad"
_LINE_END = re.compile("\r\n?|\n|\x0b|\x0c|\x85|\u2028|\u2029")


def clean(text: str) -> str:
    """``text`` on one line, without anything that a terminal would obey rather than show.

    Runs of white space become one space. Control characters and changes of direction become
    the replacement character; soft hyphens go.
    """
    return " ".join(clean_in_place(text).replace(_SOFT_HYPHEN, "").split())


def clean_lines(text: str) -> str:
    """As `clean`, but with its lines and blanks kept; lines end in ``\\n``."""
    return "\n".join(clean_in_place(line) for line in _LINE_END.split(text))


def clean_in_place(text: str) -> str:
    """As `clean`, but each character gives one, so that offsets stay good."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def clean_text(text: str) -> str:
    """As `clean_in_place`, but line ends and tabs stay."""
    return "".join(one if one in "\n\r\t" else _shown(one) for one in text)


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if character in _BIDIRECTIONAL or unicodedata.category(character) in {"Cc", "Cs"}:
        return _REPLACEMENT
    return character
