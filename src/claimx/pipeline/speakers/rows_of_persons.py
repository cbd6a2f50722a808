"""Several persons in one source, each with what is said of him: "Ann Hill, a nurse, and Tom Kerr".

Commas part descriptions from names as well as names from each other, and a parse of such a row is
seldom right. Its pieces between commas and "and" tell who is meant: each is a person's name with
what stands before it, or a description of the person before or behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Span

from claimx.pipeline.speakers.joints import count_joining
from claimx.pipeline.speakers.name_index import NamedPlace, NameIndex
from claimx.pipeline.speakers.source_span import BEFORE_NOUN

_BEFORE_NAME = (*BEFORE_NOUN, "DT", "PRP$")
_DESCRIBING = ("DT", "PRP$", "WP", "IN", "NN", "JJ", "VBN", "VBG")


class _Piece(NamedTuple):
    """A piece of a row: half-open token offsets, what stands before it, the name that ends it."""

    start: int
    end: int
    is_joined: bool
    is_set_off: bool
    name: NamedPlace | None


def list_persons_in_row(index: NameIndex, span: Span) -> list[NamedPlace]:
    """The persons of a source that is a row of at least two, one of them described.

    Empty for any other source, and where a piece may be a person without a name: "Ann Hill, Tom
    Kerr, and a third man".
    """
    pieces = list(_cut(index, span))
    names = [piece.name for piece in pieces if piece.name is not None]
    if len(names) < 2 or len(names) == len(pieces) or not any(p.is_joined for p in pieces):
        return []
    described = (place for place, piece in enumerate(pieces) if piece.name is None)
    return names if all(_describes(span, pieces, place) for place in described) else []


def _cut(index: NameIndex, span: Span) -> Iterator[_Piece]:
    """The pieces of a span between its commas and conjunctions."""
    doc, start, place = span.doc, span.start, span.start
    is_joined = is_set_off = False
    while place < span.end:
        words = count_joining(doc, place)
        is_comma = doc[place].text == ","
        if words or is_comma:
            if start < place:
                yield _Piece(start, place, is_joined, is_set_off, _find_name(index, start, place))
                is_joined = is_set_off = False
            is_joined, is_set_off = is_joined or words > 0, is_set_off or is_comma
            start = place + max(1, words)
        place += max(1, words)
    if start < span.end:
        yield _Piece(start, span.end, is_joined, is_set_off, _find_name(index, start, span.end))


def _find_name(index: NameIndex, start: int, end: int) -> NamedPlace | None:
    """The person's name that a piece ends with, behind nothing but what describes him."""
    name = index.name_at(end - 1)
    if name is None or name.entity.label != "PERSON" or name.start < start:
        return None
    before = index.doc[start : max(start, min(name.start, name.title_start))]
    return name if all(token.tag_.startswith(_BEFORE_NAME) for token in before) else None


def _describes(span: Span, pieces: list[_Piece], place: int) -> bool:
    """Whether a piece without a name is said of the person before it, or of the one behind."""
    piece, behind = pieces[place], pieces[place + 1 : place + 2]
    words = span.doc[piece.start : piece.end]
    if not words[0].tag_.startswith(_DESCRIBING) or _is_plural(words):
        return False
    if behind and not behind[0].is_set_off and any(token.tag_ == "IN" for token in words):
        return False  # "a spokesman for Ann Hill and Tom Kerr"
    if piece.is_joined or place == 0:
        # "and the governor of Texas, Tom Kerr", and one more word for the same: "a nurse and poet"
        is_named = bool(behind) and behind[0].name is not None and not behind[0].is_joined
        return is_named or (place > 0 and span.doc[piece.start].tag_.startswith(("NN", "JJ")))
    return True


def _is_plural(words: Span) -> bool:
    """Whether the first noun of a description is a plural, which is said of several."""
    first = next((token for token in words if token.tag_.startswith("NN")), None)
    return first is not None and first.tag_ in ("NNS", "NNPS")
