"""The text as the pipeline reads it: white space made plain, each character known by its place.

However an article is wrapped, indented or ended, the pipeline reads one space between two words and
one blank line between two sections, so that the same text gives the same tokens. What is found is
put back to where it stands in the text as it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

_UNUSUAL = re.compile(r"\s{2,}|[^\S ]")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_BETWEEN_SECTIONS = "\n\n"

# Under these keys `Doc.user_data` holds the text as it came, and where each character stands in it.
ORIGINAL, PLACES = "claimx/original_text", "claimx/original_places"


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text with plain white space.

    Attributes:
        places: Shape ``(characters,)``: where each character of ``text``, or the white space that
            it stands for, begins in the text as it came.
    """

    text: str
    places: NDArray[np.int64]


def make_plain(text: str, sections: Iterable[tuple[int, int]]) -> PlainText:
    """``text`` with one space between words, and a blank line between sections.

    Args:
        text: As it came, with blanks for the ends of wrapped lines.
        sections: Half-open code points of its sections, in text order.

    The end of a line inside a section stays one, since it means something there.
    """
    limits = sorted({limit for section in sections for limit in section})
    parts: list[str] = []
    places: list[NDArray[np.int64]] = []
    at = 0

    def keep(start: int, end: int) -> None:
        parts.append(text[start:end])
        places.append(np.arange(start, end))

    for start, end in _list_white_space(text, limits):
        keep(at, start)
        at = end
        if start and end < len(text):
            mark = _replace(text, start, end, limits)
            parts.append(mark)
            places.append(np.full(len(mark), start))
    keep(at, len(text))
    return PlainText("".join(parts), np.concatenate(places))


def _list_white_space(text: str, limits: Sequence[int]) -> list[tuple[int, int]]:
    """The runs of white space that are more than one space, or stand at a limit or either end."""
    runs = {match.span() for match in _UNUSUAL.finditer(text)}
    for place in {0, len(text) - 1, *limits, *(limit - 1 for limit in limits)}:
        around = text[max(place - 1, 0) : place + 2]
        if text[place : place + 1] == " " and sum(map(str.isspace, around)) == 1:
            runs.add((place, place + 1))
    return sorted(runs)


def _replace(text: str, start: int, end: int, limits: Sequence[int]) -> str:
    """What stands for the white space ``text[start:end]``."""
    place = int(np.searchsorted(limits, start))
    if place < len(limits) and limits[place] <= end:
        return _BETWEEN_SECTIONS
    lines = sum(1 for _ in _LINE_ENDS.finditer(text, start, end))
    if not lines:
        return " "
    return _BETWEEN_SECTIONS if lines > 1 else "\n"


def keep_original(doc: Doc, plain: PlainText, text: str) -> None:
    """Remember in ``doc``, whose text is ``plain``, the text as it came."""
    doc.user_data[ORIGINAL], doc.user_data[PLACES] = text, plain.places


def find_original(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Half-open code points of the text as it came, of ``start`` to ``end`` of ``doc.text``.

    Where nothing else is remembered, the two texts are one.
    """
    places = doc.user_data.get(PLACES)
    if places is None or start >= end:
        return start, end
    return int(places[start]), int(places[end - 1]) + 1


def get_original(doc: Doc) -> str:
    """The text as it came."""
    text: str | None = doc.user_data.get(ORIGINAL)
    # spaCy puts the text of a Doc together anew each time.
    return doc.text if text is None else text


def find_tokens(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens that cover ``start`` to ``end`` of the text as it came; None where there are none.

    White space at either end counts for nothing.
    """
    places = doc.user_data.get(PLACES)
    if places is not None:
        original = get_original(doc)
        while start < end and original[start].isspace():
            start += 1
        while end > start and original[end - 1].isspace():
            end -= 1
        start, end = (int(place) for place in np.searchsorted(places, (start, end)))
    return doc.char_span(start, end, alignment_mode="expand") if start < end else None
