"""Brings the limits of links in line with the layout and the quotation marks.

The model reads words and errs by a few of them at the edges; layout and quotation marks are exact.
So no span reaches into a heading or a byline, and where a content and a quotation are the same
speech the marks win: the content covers the quotation to its last mark.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import (
    CONTENT,
    SILENT_SECTIONS,
    RoleSpan,
    cut_out,
    is_word,
    trim,
)
from claimx.pipeline.layout_annotations import Section

_SPOKEN_KINDS = frozenset({"direct", "fragment"})
# A quotation is the content, or part of it, where the model marked this share of its words.
_SHARE_OF_QUOTE = 0.5


def leave_silent_sections(
    doc: Doc, links: Iterable[Link], sections: Sequence[Section]
) -> list[Link]:
    """Links without what stands in a silent section; one whose cue stands there is dropped."""
    silent = sorted(
        (RoleSpan(s.span.start, s.span.end, "") for s in sections if s.kind in SILENT_SECTIONS),
        key=lambda span: span.start,
    )
    starts = [span.start for span in silent]
    kept = []
    for link in links:
        first = max(0, bisect_left(starts, link.start) - 1)
        near = silent[first : bisect_left(starts, link.end)]
        cue = _clear(doc, link.cue, near)
        if not cue:
            continue
        link.cue = cue[0]
        if link.source is not None:
            link.source = next(iter(_clear(doc, link.source, near)), None)
        link.contents = [piece for c in link.contents for piece in _clear(doc, c, near)]
        kept.append(link)
    return kept


def _clear(doc: Doc, span: RoleSpan, silent: list[RoleSpan]) -> list[RoleSpan]:
    return [kept for piece in cut_out(span, silent) if (kept := trim(doc, piece)) is not None]


def respect_quotes(doc: Doc, links: Sequence[Link], quotations: Iterable[Quotation]) -> None:
    """Change contents in place so that each spoken quotation lies inside of one or outside.

    A quotation half of whose words a content has is its to the last mark. A content that opens
    with a direct quote closes with it: what goes on is the writer's ("“No deal,” drawing jeers").
    A cue without content beside a direct quote ("“No,” said Hill") has that quote.
    """
    parts = sorted(
        (
            (part.start, part.end, quotation)
            for quotation in quotations
            if quotation.kind in _SPOKEN_KINDS
            for part in quotation.spans
        ),
        key=lambda item: item[:2],
    )
    starts = [start for start, _, _ in parts]
    longest = max((end - start for start, end, _ in parts), default=0)
    for link in links:
        low = bisect_left(starts, link.start - longest)
        for start, end, quotation in parts[low : bisect_left(starts, link.end + 3)]:
            if not link.contents and quotation.kind == "direct":
                if _is_introduced(doc, link, start, end):
                    link.contents = [RoleSpan(start, end, CONTENT)]
            elif any(content.overlaps(start, end) for content in link.contents):
                _respect_quote(doc, link, start, end, quotation)


def _respect_quote(doc: Doc, link: Link, start: int, end: int, quotation: Quotation) -> None:
    touching = [content for content in link.contents if content.overlaps(start, end)]
    marked = sum(
        is_word(token)
        for content in touching
        for token in doc[max(content.start, start) : min(content.end, end)]
    )
    words = sum(is_word(token) for token in doc[start:end])
    own = [span for span in (link.cue, link.source) if span is not None]
    if any(span.overlaps(start, end) for span in own):
        return
    meets_edge = any(content.start == start or content.end == end for content in touching)
    is_sure = quotation.kind == "direct" and (meets_edge or _is_introduced(doc, link, start, end))
    if marked < _SHARE_OF_QUOTE * words and not is_sure:
        return
    first = min(start, *(content.start for content in touching))
    last = max(end, *(content.end for content in touching))
    says_no_more = quotation.kind == "direct" or not any(is_word(t) for t in doc[end:last])
    if (first == start and says_no_more) or not quotation.complete:
        last = end
    rest = [content for content in link.contents if content not in touching]
    whole = cut_out(RoleSpan(first, last, CONTENT), own)
    pieces = [piece for span in whole if (piece := trim(doc, span)) is not None]
    link.contents = sorted([*rest, *pieces], key=lambda content: content.start)


def _is_introduced(doc: Doc, link: Link, start: int, end: int) -> bool:
    """Whether source or cue stand next to the quote, nothing but a comma or colon between."""
    own = [span for span in (link.cue, link.source) if span is not None]
    first, last = min(span.start for span in own), max(span.end for span in own)
    gap = doc[last:start] if last <= start else doc[end:first] if end <= first else None
    return gap is not None and len(gap) <= 1 and all(token.text in (",", ":") for token in gap)


def leave_circumstances(doc: Doc, links: Iterable[Link]) -> None:
    """Change contents in place so that a participle about the speaker is no part of what is said.

    "*Challenged over the delay*, Hill said it was short". In "Born in Tarn, Hill said, she left"
    the comma behind the cue tells that the words before it are said as well.
    """
    for link in links:
        source, behind = link.source, doc[link.cue.end : link.cue.end + 1].text
        if source is None or len(link.contents) < 2 or behind == ",":
            continue
        link.contents = [
            content
            for content in link.contents
            if content.end > source.start
            or doc[content.start].tag_ not in ("VBN", "VBD")
            or not doc[content.start].is_sent_start
        ]


def leave_quoted_words(links: Iterable[Link], quotations: Iterable[Quotation]) -> list[Link]:
    """Links without those inside another that only attribute its quoted words to nobody else.

    Words in marks inside a content are those of its speaker, unless another source is named.
    """
    quoted = [RoleSpan(s.start, s.end, CONTENT) for q in quotations for s in q.spans]
    return [
        link
        for link in links
        if link.parent is None
        or link.source is not None
        or not all(any(q.contains(content) for q in quoted) for content in link.contents)
    ]
