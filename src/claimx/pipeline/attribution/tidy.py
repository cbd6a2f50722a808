"""Brings the marked spans in line with the layout and the quotation marks.

The model reads words and errs by a few of them at the edges; layout and quotation marks are
exact. So no span reaches into a heading or a byline, and where a content and a direct quote are
the same speech the marks win: the content covers the quote to its last mark, and what is marked
inside the quote as another source or cue is the speaker's own reporting, not the writer's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from claimx.pipeline.annotations import Quotation, Section
from claimx.pipeline.attribution.according import settle_sources
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import (
    CONTENT,
    CUE,
    SILENT_SECTIONS,
    SOURCE,
    RoleSpan,
    is_word,
)
from claimx.pipeline.entities.lexicon import time_words

# More tokens than these between cue and quote are more than marks.
_NEXT = 4
_BEFORE_TIMES = frozenset({"on", "last", "this", "next", "past", "late", "early", ","})
_SPOKEN_KINDS = frozenset({"direct", "fragment"})
# A direct quote is the content when the model marked this share of it.
_SHARE_OF_QUOTE = 0.5
# Contents this many tokens of bare punctuation apart are one content that the model broke.
_BREAK = 2


def tidy_roles(
    doc: Doc,
    spans: Sequence[RoleSpan],
    quotations: Sequence[Quotation],
    sections: Sequence[Section],
) -> list[RoleSpan]:
    """Spans without overlap, in text order, in line with layout and quotation marks."""
    tidy = _leave_silent_sections(spans, sections)
    tidy = [trimmed for span in tidy if (trimmed := _trim(doc, span)) is not None]
    tidy = _name_possessors(doc, tidy)
    tidy = [_keep_to_sentence(doc, span, tidy) for span in tidy]
    tidy = [_leave_times(doc, span) for span in tidy]
    tidy = settle_sources(doc, tidy)
    tidy = _free_quotes(tidy, quotations)
    for quotation in quotations:
        if quotation.kind in _SPOKEN_KINDS:
            for part in quotation.spans:
                tidy = _respect_quote(doc, tidy, part.start, part.end, quotation)
    return _join_broken_contents(doc, sorted(set(tidy), key=lambda s: (s.start, s.end)))


def _leave_silent_sections(
    spans: Sequence[RoleSpan], sections: Sequence[Section]
) -> list[RoleSpan]:
    """Drop what stands in a silent section; cut a span that reaches into one."""
    silent = [(s.span.start, s.span.end) for s in sections if s.kind in SILENT_SECTIONS]
    kept = []
    for span in spans:
        pieces = [(span.start, span.end)]
        for start, end in silent:
            if span.overlaps(start, end):
                pieces = [
                    piece
                    for a, b in pieces
                    for piece in ((a, min(b, start)), (max(a, end), b))
                    if piece[0] < piece[1]
                ]
        kept += [RoleSpan(a, b, span.role) for a, b in pieces]
    return kept


def _trim(doc: Doc, span: RoleSpan) -> RoleSpan | None:
    """Without white space at the edges and, for sources and cues, without stray commas."""
    start, end = span.start, span.end
    while start < end and (doc[start].is_space or doc[start].text in (",", ";")):
        start += 1
    while end > start and (
        doc[end - 1].is_space
        or (span.role != CONTENT and doc[end - 1].text in (",", ";", "."))
        or (span.role == CONTENT and _is_cut_relative(doc, start, end))
    ):
        end -= 1
    return RoleSpan(start, end, span.role) if start < end else None


def _is_cut_relative(doc: Doc, start: int, end: int) -> bool:
    """Whether a span ends with a comma or relative pronoun whose clause was cut off."""
    if end - start < 3:
        return False
    last, before = doc[end - 1], doc[end - 2]
    return last.tag_ in ("WDT", "WP") and before.text == ","


def _keep_to_sentence(doc: Doc, span: RoleSpan, spans: Sequence[RoleSpan]) -> RoleSpan:
    """A source or cue that runs across a sentence keeps the part beside the next cue."""
    if span.role == CONTENT:
        return span
    # A boundary that the parser puts between two words of a name is none.
    breaks = [
        token.i
        for token in doc[span.start + 1 : span.end]
        if token.is_sent_start and not is_word(doc[token.i - 1])
    ]
    if not breaks:
        return span
    is_followed = any(s.role == CUE and 0 <= s.start - span.end <= 1 for s in spans)
    if span.role == SOURCE and is_followed:
        return RoleSpan(breaks[-1], span.end, span.role)
    end = breaks[0]
    while end > span.start + 1 and (doc[end - 1].is_space or doc[end - 1].text in ".,;"):
        end -= 1
    return RoleSpan(span.start, end, span.role)


def _leave_times(doc: Doc, span: RoleSpan) -> RoleSpan:
    """A source without the time at its edge ("*This past Friday,* the princess")."""
    if span.role != SOURCE:
        return span
    start, end = span.start, span.end
    words = time_words()
    while end - start > 1 and doc[end - 1].lower_ in words and doc[end - 1].tag_ != "POS":
        end -= 1
        while end - start > 1 and doc[end - 1].lower_ in _BEFORE_TIMES:
            end -= 1
    for place in range(start, min(start + 5, end - 1)):
        if doc[place].text == ",":
            before = [token.lower_ for token in doc[start:place]]
            if before and before[-1] in words:
                return RoleSpan(place + 1, end, SOURCE)
            break
    return RoleSpan(start, end, SOURCE)


def _free_quotes(spans: list[RoleSpan], quotations: Sequence[Quotation]) -> list[RoleSpan]:
    """Cut a source before a quotation that it runs into: there the speech goes on."""
    starts = sorted(
        (part.start, part.end)
        for quotation in quotations
        if quotation.kind in _SPOKEN_KINDS
        for part in quotation.spans
    )
    freed = []
    for span in spans:
        place = bisect_right(starts, (span.start, span.end))
        if span.role == SOURCE and place < len(starts):
            start, end = starts[place]
            if span.start < start < span.end and end <= span.end + 1:
                freed += [RoleSpan(span.start, start, SOURCE), RoleSpan(start, end, CONTENT)]
                continue
        freed.append(span)
    return freed


def _name_possessors(doc: Doc, spans: list[RoleSpan]) -> list[RoleSpan]:
    """A possessor right before a cue is its source ("*Trump's* call for"), never its content."""
    cues = {span.start for span in spans if span.role == CUE}
    return [
        RoleSpan(span.start, span.end, SOURCE)
        if span.role == CONTENT and span.end in cues and doc[span.end - 1].tag_ in ("POS", "PRP$")
        else span
        for span in spans
    ]


def balance_quotes(doc: Doc, links: Sequence[Link], quotations: Sequence[Quotation]) -> None:
    """Change ``links`` in place so that no content ends inside a quotation that it holds.

    A content that grammar supplied may cut a quotation; it then reaches to the closing mark.
    """
    parts = sorted({(part.start, part.end) for item in quotations for part in item.spans})
    starts = [start for start, _ in parts]
    for link in links:
        for number, content in enumerate(link.contents):
            end = content.end
            place = bisect_right(starts, end - 1) - 1
            if place < 0:
                continue
            opened, closed = parts[place]
            if not (content.start <= opened < end < closed) or closed - end > end - opened + 1:
                continue
            others = [span for span in link.spans() if span is not content]
            if not any(span.overlaps(end, closed) for span in others):
                link.contents[number] = RoleSpan(content.start, closed, CONTENT)


def _respect_quote(
    doc: Doc, spans: list[RoleSpan], start: int, end: int, quotation: Quotation
) -> list[RoleSpan]:
    """Let the quote from ``start`` to ``end`` lie wholly inside or outside of each content."""
    kind = quotation.kind
    contents = [s for s in spans if s.role == CONTENT and s.overlaps(start, end)]
    covered = sum(min(s.end, end) - max(s.start, start) for s in contents)
    others = [s for s in spans if s.role != CONTENT and s.overlaps(start, end)]
    is_content = covered >= _SHARE_OF_QUOTE * (end - start)
    if kind == "direct" and not is_content:
        is_content = _is_introduced(doc, spans, start, end) and not _encloses_any(
            others, start, end
        )
    if not is_content:
        return spans
    if kind == "fragment" and others:
        return spans
    whole = RoleSpan(
        min([start, *(s.start for s in contents)]),
        _end_of_content(doc, contents, end, quotation),
        CONTENT,
    )
    outside = [s for s in others if not start <= s.start < s.end <= end]
    rest = [s for s in spans if not s.overlaps(start, end)]
    # What sticks out of the quote on either side keeps the part that lies outside.
    cut = [
        RoleSpan(a, b, s.role)
        for s in outside
        for a, b in ((s.start, min(s.end, start)), (max(s.start, end), s.end))
        if a < b
    ]
    return [s for s in rest if not s.overlaps(whole.start, whole.end)] + cut + [whole]


def _end_of_content(doc: Doc, contents: list[RoleSpan], end: int, quotation: Quotation) -> int:
    """Where a content that holds a quote ends: with it, unless the sentence goes on.

    What follows a quote that is cut off is a link or signature. A content that opens with a direct
    quote closes with it: what goes on is the writer's (“No deal,” drawing loud jeers). And no
    content goes on from a direct quote into the next paragraph by words.
    """
    reach = max([end, *(content.end for content in contents)])
    start = quotation.spans[-1].start
    if quotation.kind == "direct" and all(content.start >= start for content in contents):
        return end
    breaks = any("\n" in token.text for token in doc[end:reach])
    return end if not quotation.complete or (breaks and quotation.kind == "direct") else reach


def _is_introduced(doc: Doc, spans: list[RoleSpan], start: int, end: int) -> bool:
    """Whether a cue or source stands next to the quote, a comma or colon at most between."""
    for span in spans:
        if span.role not in (CUE, SOURCE):
            continue
        if start - span.end > _NEXT or span.start - end > _NEXT:
            continue
        gap = doc[span.end : start] if span.end <= start else doc[end : span.start]
        if (span.end <= start or span.start >= end) and all(
            token.is_punct and token.text not in ".!?" for token in gap
        ):
            return True
    return False


def _encloses_any(spans: list[RoleSpan], start: int, end: int) -> bool:
    return any(span.start < start or span.end > end for span in spans)


def _join_broken_contents(doc: Doc, spans: list[RoleSpan]) -> list[RoleSpan]:
    """Join contents with nothing but a mark or comma between, inside one sentence."""
    joined: list[RoleSpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.role == span.role == CONTENT
            and span.start - last.end <= _BREAK
            and all(
                token.is_punct and token.text not in ".!?" for token in doc[last.end : span.start]
            )
            and doc[last.end - 1].text not in '.!?”"'
        ):
            joined[-1] = RoleSpan(last.start, max(last.end, span.end), CONTENT)
        elif last is None or span.start >= last.end:
            joined.append(span)
    return joined
