"""Patterns of what stands around quotations."""

from __future__ import annotations

import re

from claimx.lang.en.words import words_of

# What a social post carries after its text: links, and the signature "— NAME (@HANDLE) DATE".
# Each pattern is anchored to the end, and looked for in the last part of the paragraph only.
_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+\s*$", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:^|\s|(?<=[.!?…\"”]))(?:—|–|--?)\s?[^\n—–@]{1,60}?\(@\w{1,30}\)(?:,?\s[^\n—–@\"“”]{0,40})?\s*$"
)
_HANDLE_ONLY = re.compile(r"(?:—|–|--?)\s?@\w{1,30}(?:,?\s[^\n—–@\"“”]{0,40})?\s*$")
_WINDOW = 250

# A word that is written with a capital wherever it stands.
ALWAYS_CAPITAL = re.compile(r"I(?:['’](?:m|d|ve|ll))?\b")
SENTENCE_BREAK = re.compile(r"[.!?…][\"'”’)\]]*\s+[\"'“‘(\[]*[A-Z]")
WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


def cut_trailing_signature(text: str, start: int, end: int) -> int:
    """Where ``text[start:end]`` ends without the links and the signature of a social post.

    White space before them is left out; ``end`` itself where there are none.
    """
    limit = end
    while True:
        window = max(start, limit - _WINDOW)
        tail = text[window:limit]
        match = _LINK.search(tail) or _SIGNATURE.search(tail) or _HANDLE_ONLY.search(tail)
        if match is None or window + match.start() <= start:
            return limit
        limit = window + match.start()
        while limit > start and text[limit - 1].isspace():
            limit -= 1


_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")


def is_abbreviation(word: str) -> bool:
    """Whether a full stop behind the word ends no sentence."""
    return word in words_of("abbreviation") or _INITIALS.fullmatch(word) is not None
