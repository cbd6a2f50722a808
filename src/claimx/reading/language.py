"""Whether a text looks like English."""

from __future__ import annotations

import re

from claimx.reading.words import read_words

_MINIMUM_WORDS = 30
_MINIMUM_FOREIGN_LETTERS = 60
_ENGLISH_SHARE = 0.1


def looks_english(text: str) -> bool:
    """Whether enough of the words are frequent function words of English.

    A text of fewer than 30 words is given the benefit of the doubt, unless it is mostly in
    another script.
    """
    sample = text[:20_000]
    letters = sum(character.isalpha() for character in sample)
    latin = sum(character.isalpha() and character < "\u0250" for character in sample)
    if letters - latin >= max(_MINIMUM_FOREIGN_LETTERS, latin):
        return False
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < _MINIMUM_WORDS:
        return True
    frequent = read_words("english_function_words")
    known = sum(word in frequent for word in words)
    return known >= _ENGLISH_SHARE * len(words)
