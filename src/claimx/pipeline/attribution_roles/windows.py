"""The tokens around a cue in which its source and content are looked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from claimx.pipeline.layout.paragraphs import read_paragraphs

# Tokens before and after a cue: of PolNeAR's training attributions 99.5 % lie inside.
BEFORE, AFTER = 96, 128
_OPENING = frozenset("\"“„«‘'`")


class Span(NamedTuple):
    """Half-open token offsets."""

    start: int
    end: int


def list_paragraphs(doc: Doc) -> tuple[list[Span], list[bool], list[bool]]:
    """The paragraphs, whether each begins with a quotation mark, and whether it ends with a colon.

    The paragraphs cover the Doc: the white space after one belongs to it.
    """
    starts: list[int] = []
    for paragraph in read_paragraphs(doc):
        found = doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")
        if found is not None and (not starts or found.start > starts[-1]):
            starts.append(found.start)
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    spans = [Span(a, b) for a, b in zip(starts, [*starts[1:], len(doc)], strict=True)]
    opens, colons = [], []
    for span in spans:
        words = [token.text for token in doc[span.start : span.end] if not token.is_space]
        opens.append(bool(words) and words[0][0] in _OPENING)
        colons.append(bool(words) and words[-1] == ":")
    return spans, opens, colons


def find_argument_window(
    cue: Span, paragraphs: Sequence[Span], opens_quote: Sequence[bool], ends_colon: Sequence[bool]
) -> Span:
    """The window of ``cue``: its paragraph, and the next ones where speech may go on there.

    Speech goes on after a colon and in paragraphs that begin with a quotation mark.
    """
    place = max(0, bisect_right(paragraphs, cue.start, key=lambda span: span.start) - 1)
    start, end = paragraphs[place]
    limit = cue.end + AFTER
    follows = ends_colon[place]
    while place + 1 < len(paragraphs) and end < limit and (opens_quote[place + 1] or follows):
        place += 1
        end = paragraphs[place].end
        follows = False
    return Span(max(start, cue.start - BEFORE), max(cue.end, min(end, limit)))
