"""Quotation marks and what each may be: an opening one, a closing one, or an apostrophe.

Offsets are half-open code points of the text that is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from claimx.lang.en.words import words_of
from claimx.pipeline.quotes.lexicon import load_entries


class Role(Enum):
    """What a mark can do where it stands."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark.

    Attributes:
        family: ``double``, ``single``, ``guillemet`` or ``single guillemet``; marks of one
            family close each other.
        glyph: The character or characters of the mark.
        role: What it can do.
        doubtful: Whether it may be no mark at all: a prime (``5'10"``) or the apostrophe of a
            plural (``dogs’``).
    """

    start: int
    end: int
    family: str
    glyph: str
    role: Role
    doubtful: bool = False


DOUBLE, SINGLE, GUILLEMET, SINGLE_GUILLEMET = "double", "single", "guillemet", "single guillemet"

_MARK = re.compile(r"``|'{2,}|‘‘|’’|[\"“”„‟＂«»‹›'‘’‚‛]")
_LOW_QUOTES = frozenset("„‚")
_FAMILIES = {
    **dict.fromkeys('"“”„‟＂', DOUBLE),
    **dict.fromkeys(["``", "''", "‘‘", "’’"], DOUBLE),
    **dict.fromkeys("'‘’‚‛", SINGLE),
    **dict.fromkeys("«»", GUILLEMET),
    **dict.fromkeys("‹›", SINGLE_GUILLEMET),
}
_OPENING = frozenset(["“", "„", "‟", "``", "‘‘", "«", "‹"])
_CLOSING = frozenset(["”", "’’", "»", "›"])

# Characters after which a mark opens, and before which it closes.
_BEFORE_OPENING = frozenset("([{<—–-/*_~|" + '"“„‟‘‚‛«‹`')
_AFTER_CLOSING = frozenset(".,;:!?)]}>—–-/…*_~|" + '"”’»›')

# Feet and inches (5'10", 6' 2½"), and a short number before a mark (12" vinyl).
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d{1,2}(?:\.\d+|\s?[½¼¾])?$")
_SHORT_NUMBER = re.compile(r"(?<![\w$€£.,])\d{1,3}(?:\.\d+|\s?[½¼¾])?$")
_DECADE = re.compile(r"\d{2}(?:s\b|\b(?![\d,.%-]))", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER_WINDOW = 12


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks of ``text[start:end]`` in text order, apostrophes left out."""
    found = []
    for match in _MARK.finditer(text, start, end):
        for first, last in _split(match, text, start, end):
            mark = _read_mark(text, first, last, start, end)
            if mark is not None:
                found.append(mark)
    return found


def _split(match: re.Match[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The marks that a run of characters stands for."""
    first, last = match.span()
    length = last - first
    if length == 3:
        # A double mark of two apostrophes beside a single one; the double one stands outside.
        opens = last < end and not text[last].isspace()
        inner = first + 2 if opens and _is_gap(text, first - 1, start, end) else first + 1
        yield first, inner
        yield inner, last
    elif length <= 2:
        yield first, last


def _is_gap(text: str, at: int, start: int, end: int) -> bool:
    return not start <= at < end or text[at].isspace() or text[at] in _BEFORE_OPENING


def _read_mark(text: str, first: int, last: int, start: int, end: int) -> Mark | None:
    glyph = text[first:last]
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    family = _FAMILIES[glyph]
    if family == SINGLE:
        if text[max(start, first - 2) : first] == "''":
            before = '"'
        return _read_single(text, first, last, start, end, before, after)
    context = _read_context(before, after, text[last : last + 2])
    if glyph in _OPENING:
        # A mark made for opening is used to close by mistake, or after a low one („so“).
        role = Role.OPEN if context is Role.OPEN or glyph in _LOW_QUOTES else Role.EITHER
    elif glyph in _CLOSING:
        role = Role.EITHER if context is Role.OPEN else Role.CLOSE
    else:
        role = context
    doubtful = glyph in {'"', "''", "”"} and _is_prime(text, first, start)
    return Mark(first, last, family, glyph, Role.CLOSE if doubtful else role, doubtful)


def _read_context(before: str, after: str, following: str) -> Role:
    """The role of a mark that looks the same at both ends, from the characters beside it."""
    if before.isspace():
        if after.isspace():
            return Role.EITHER
        stops = after in _AFTER_CLOSING and after not in '-—–/*_~|"”’»›'
        return Role.EITHER if stops and following not in {"..", "…"} else Role.OPEN
    if after.isspace():
        return Role.CLOSE
    opens, closes = before in _BEFORE_OPENING, after in _AFTER_CLOSING
    if opens == closes:
        return Role.EITHER
    return Role.OPEN if opens else Role.CLOSE


def _is_prime(text: str, at: int, start: int) -> bool:
    window = text[max(start, at - _NUMBER_WINDOW) : at]
    if not window or not (window[-1].isdigit() or window[-1] in "½¼¾"):
        return False
    return bool(_FEET_AND_INCHES.search(window) or _SHORT_NUMBER.search(window))


def _read_single(
    text: str, first: int, last: int, start: int, end: int, before: str, after: str
) -> Mark | None:
    glyph = text[first:last]
    if before.isalnum() and after.isalnum():
        return None
    if not after.isspace() and (before.isspace() or before in _BEFORE_OPENING):
        if glyph == "’" or (
            after in _AFTER_CLOSING and after != "…" and text[last : last + 2] != ".."
        ):
            return None
        if _is_elision(text, last, end):
            return None
        return Mark(first, last, SINGLE, glyph, Role.OPEN)
    if before.isspace() or after.isalnum() or glyph in {"‘", "‚", "‛"}:
        return None
    doubtful = _may_be_possessive(text, first, last, start, end)
    return Mark(first, last, SINGLE, glyph, Role.CLOSE, doubtful)


def _is_elision(text: str, at: int, end: int) -> bool:
    """Whether the word at ``at`` is one that begins with an apostrophe ('em, ’90s)."""
    if _DECADE.match(text, at, end):
        return True
    word = _WORD.match(text, at, min(end, at + 12))
    return bool(word) and word.group().lower() in load_entries("elisions")  # type: ignore[union-attr]


def _may_be_possessive(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether the mark may be the apostrophe of a plural, of a clipped ending, or a prime."""
    if first <= start or last >= end or text[last] not in " \u00a0":
        return False
    if text[first - 1].isdigit():
        return True
    clipped = text[max(start, first - 2) : first].lower() in words_of("clipped")
    if not (text[first - 1].lower() in "szx" or clipped):
        return False
    word = _WORD.match(text, last + 1, min(end, last + 30))
    return bool(word) and word.group().lower() not in load_entries("function_words")  # type: ignore[union-attr]
