"""Quotations that are signed: “Nobody gets left behind.” — Sheriff Dana Reyes.

The form is exact: nothing but a quotation, and behind a dash nothing but a name, in the same
paragraph or the next. So the quotation is the signer's, whoever speaks before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, SOURCE, RoleSpan, cut_out, trim
from claimx.pipeline.layout_annotations import Section
from claimx.pipeline.quotes.component import outermost

SIGNATURE = "signature"
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_SPOKEN_KINDS = frozenset({"direct", "fragment"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_LONGEST_NAME = 6


def attribute_signed(
    doc: Doc, links: Sequence[Link], quotations: Sequence[Quotation], sections: Sequence[Section]
) -> list[Link]:
    """``links`` with those of signed quotations, which nothing else keeps a part of.

    The source is the name alone: what follows behind a comma may be a place ("— Ann Hill, Tarn").
    """
    signed = list(_list_signed(doc, quotations, sections))
    taken = [span for link in signed for span in link.spans()]
    kept = []
    for link in links if signed else ():
        own = [link.cue] if link.source is None else [link.cue, link.source]
        if any(span.overlaps(part.start, part.end) for part in own for span in taken):
            # What stands whole inside the quotation is nested in it.
            if not any(all(span.contains(part) for part in link.spans()) for span in taken):
                continue
        elif any(part.overlaps(s.start, s.end) for part in link.contents for s in taken):
            pieces = [trim(doc, p) for c in link.contents for p in cut_out(c, taken)]
            link.contents = [piece for piece in pieces if piece is not None]
        if link.contents:
            kept.append(link)
    return [*kept, *signed] if signed else list(links)


def _list_signed(
    doc: Doc, quotations: Sequence[Quotation], sections: Sequence[Section]
) -> Iterator[Link]:
    spoken = {
        _strip(doc, q.spans[-1].start, q.spans[-1].end)[1]: q
        for q in outermost(list(quotations))
        if q.kind in _SPOKEN_KINDS and q.complete
    }
    places = [_strip(doc, section.span.start, section.span.end) for section in sections]
    for start, end in places:
        for dash in (place for place in range(start + 1, end) if doc[place].text in _DASHES):
            before = _strip(doc, start, dash)
            if before[1] in spoken:
                yield from _sign(doc, spoken[before[1]], before, dash, end)
    for before, (start, end) in pairwise(places):
        if start < end and doc[start].text in _DASHES and before[1] in spoken:
            yield from _sign(doc, spoken[before[1]], before, start, end)


def _sign(
    doc: Doc, quotation: Quotation, place: tuple[int, int], dash: int, end: int
) -> Iterator[Link]:
    """The link of a quotation that fills ``place``, where a name stands from ``dash`` on."""
    name = _read_name(doc, dash + 1, end)
    if quotation.spans[-1].start == place[0] and name is not None:
        contents = [RoleSpan(span.start, span.end, CONTENT) for span in quotation.spans]
        yield Link(RoleSpan(dash, dash + 1, CUE), name, contents, origin=SIGNATURE)


def _read_name(doc: Doc, start: int, end: int) -> RoleSpan | None:
    """The name with which a signature begins, to its end or to a comma."""
    stop = next((place for place in range(start, end) if doc[place].text == ","), end)
    if stop == end and end > start and doc[end - 1].text == ".":
        stop -= 1
    words = doc[start:stop]
    if not 0 < len(words) <= _LONGEST_NAME or not all(t.tag_ in _NAME_TAGS for t in words):
        return None
    return RoleSpan(start, stop, SOURCE) if words[0].text[:1].isupper() else None


def _strip(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Token limits without white space at the edges."""
    while start < end and doc[start].is_space:
        start += 1
    while start < end and doc[end - 1].is_space:
        end -= 1
    return start, end
