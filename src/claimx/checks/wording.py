"""The wording of quotations: words with their places, marks and case left out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Letters and digits with apostrophes and hyphens inside; figures with their commas and points.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[’'ʼ‐‑-]\w+)*")
_JOINERS = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
# Marks that say that words of the original are left out.
_ELLIPSIS = re.compile(r"\[\s*(?:\.\s?){3,4}\]|\(\s*(?:\.\s?){3,4}\)|(?:\.\s?){3,4}|[\[(]?…[\])]?")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the text (half-open code points)."""

    form: str
    start: int
    end: int


def words_of(text: str, offset: int = 0) -> list[Word]:
    """The words of ``text`` in a form that marks, case and kinds of apostrophe do not change.

    Args:
        offset: Added to the places.
    """
    return [
        Word(normalize(match.group()), offset + match.start(), offset + match.end())
        for match in _WORD.finditer(text)
    ]


def forms_of(text: str) -> list[str]:
    """As `words_of`, without places: for long texts."""
    # NFKC may cut a word in two: it is for words, never for the text.
    if text.isascii():
        return _WORD.findall(text.lower())
    return [normalize(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=1 << 16)
def normalize(word: str) -> str:
    """A word in lower case, its marks those of a typewriter."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).translate(_JOINERS).casefold()


def key_of(text: str) -> str:
    """The words of ``text`` joined by one space."""
    return " ".join(word.form for word in words_of(text))


def parts_of(text: str, offset: int = 0) -> list[list[Word]]:
    """The words of a quotation, cut where it leaves out or puts in words.

    Ellipses and what stands in square brackets cut: both are the writer's, not the speaker's.
    A bracket inside a word (``[w]e``) is the writer's hand at its case and cuts nothing.
    """
    plain = _join_initials(text)
    limits = [0]
    for match in sorted(
        (*_ELLIPSIS.finditer(plain), *_BRACKETS.finditer(plain)), key=lambda match: match.start()
    ):
        limits += [match.start(), match.end()]
    limits.append(len(plain))
    parts = []
    for start, end in zip(limits[::2], limits[1::2], strict=True):
        words = words_of(plain[start:end], offset + start) if start < end else []
        if words:
            parts.append(words)
    return parts


def _join_initials(text: str) -> str:
    """``[w]e`` as one word, with the brackets as marks of nothing; the length stays the same."""
    # The soft hyphen is not a word character; moving the letter would move the places.
    return re.sub(r"\[(\w)\](?=\w)", lambda match: "  " + match.group(1), text)
