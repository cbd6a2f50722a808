"""Finds quotations by their marks."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from claimx.pipeline.annotations import Quotation, set_quotations
from claimx.pipeline.layout.paragraphs import read_paragraphs
from claimx.pipeline.layout_annotations import SKIPPED_SECTIONS
from claimx.pipeline.quotes.joining import FoundQuotation, find_quotations
from claimx.pipeline.quotes.kinds import decide_kind, read_features


class Quotes:
    """Stores the quotations of a Doc in ``claimx/quote``, marks included.

    The marks decide the limits, character by character and paragraph by paragraph: straight and
    curly, double and single, also doubled single ones (``''``), and guillemets. A token that glues
    a mark to a word is taken whole.

    - A quotation of several paragraphs that opens each and closes the last is one, with a span a
      paragraph. One that is split by its attribution (“Yes,” he said, “we will.”) is one with two
      spans where that is certain: a comma ends the first half, the words between hold a reporting
      verb and end with a comma, and the second half goes on in lower case. Else they are two.
    - What is not closed ends with its paragraph, before the next quotation that opens with the same
      mark, or before the links and the signature of a social post, and is not ``complete``.
    - A quotation inside another is stored as well, with the kind that it has by itself;
      `outermost` leaves it out.

    Part-of-speech tags are used where there are any; nothing but the tokens is needed.
    """

    def __init__(self, name: str = "claimx_quotes") -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of ``doc`` and store them."""
        paragraphs = [p for p in read_paragraphs(doc) if p.kind not in SKIPPED_SECTIONS]
        text = doc.text
        quotations = []
        seen: set[tuple[tuple[int, int], ...]] = set()
        for found in find_quotations(text, paragraphs):
            spans = _make_spans(doc, found)
            limits = tuple((span.start, span.end) for span in spans)
            if limits not in seen:
                seen.add(limits)
                kind = decide_kind(read_features(doc, text, found))
                quotations.append(Quotation(spans, kind, complete=found.complete))
        set_quotations(doc, quotations)
        return doc


def outermost(quotations: list[Quotation]) -> list[Quotation]:
    """``quotations``, in text order, without those that lie inside another of them."""
    kept: list[Quotation] = []
    reach = 0
    for quotation in quotations:
        if quotation.spans[0].start >= reach or not kept or not _encloses(kept[-1], quotation):
            kept.append(quotation)
            reach = max(reach, quotation.spans[-1].end)
    return kept


def _encloses(outer: Quotation, inner: Quotation) -> bool:
    return all(
        any(part.start <= span.start and span.end <= part.end for part in outer.spans)
        for span in inner.spans
    )


def _make_spans(doc: Doc, found: FoundQuotation) -> list[Span]:
    spans = []
    for part in found.parts:
        span = doc.char_span(part.start, part.end, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    return spans
