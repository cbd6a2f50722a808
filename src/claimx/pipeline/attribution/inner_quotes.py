"""Gives a quotation inside a quotation to whoever is said there to say it.

“The officer shouted, ‘Get down!’” holds the officer's words, told by the outer speaker. The marks
are exact, and the parse leads from the inner words to their verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from claimx.pipeline import lexicon
from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, RoleSpan
from claimx.pipeline.syntax import clauses

_SPOKEN_KINDS = frozenset({"direct", "fragment"})
_FARTHEST = 250  # tokens between inner words and a cue that has them as its content


def attribute_inner_quotes(
    doc: Doc, links: Sequence[Link], quotations: Sequence[Quotation]
) -> list[Link]:
    """A link without source for each inner quotation that no link gives to anybody inside."""
    found: list[Link] = []
    links = sorted(links, key=lambda link: link.cue.start)
    starts = [link.cue.start for link in links]
    taken = {place for link in links for place in range(link.cue.start, link.cue.end)}
    for quotation, holder in _list_inner(quotations):
        inner = quotation.spans[0]
        low = bisect_left(starts, max(holder.start, inner.start - _FARTHEST))
        high = bisect_left(starts, min(holder.end, inner.end + _FARTHEST))
        if any(_gives(link, inner, holder) for link in links[low:high]):
            continue
        cue = _find_cue(doc, inner, holder)
        if cue is not None and cue.i not in taken:
            taken.add(cue.i)
            content = RoleSpan(inner.start, inner.end, CONTENT)
            own = RoleSpan(cue.i, cue.i + 1, CUE)
            found.append(Link(own, contents=[content], origin="inner quote"))
    return found


def _list_inner(quotations: Sequence[Quotation]) -> Iterator[tuple[Quotation, Span]]:
    """The spoken quotations of one span inside another, each with the narrowest one around it."""
    parts = [(span, quotation) for quotation in quotations for span in quotation.spans]
    opened: list[Span] = []
    for span, quotation in sorted(parts, key=lambda item: (item[0].start, -item[0].end)):
        while opened and opened[-1].end < span.end:
            opened.pop()
        is_one = len(quotation.spans) == 1 and quotation.kind in _SPOKEN_KINDS
        if is_one and opened and len(opened[-1]) > len(span):
            yield quotation, opened[-1]
        opened.append(span)


def _gives(link: Link, inner: Span, holder: Span) -> bool:
    """Whether a link that stands inside the outer quotation has inner words as its content."""
    is_inside = holder.start <= link.cue.start and link.cue.end <= holder.end
    return is_inside and any(part.overlaps(inner.start, inner.end) for part in link.contents)


def _find_cue(doc: Doc, inner: Span, holder: Span) -> Token | None:
    """The verb of speech with a subject that governs the inner words or stands right before them.

    The parser ends a sentence at an inner mark at times.
    """
    before = inner.start - 1
    while before > holder.start and (doc[before].is_punct or doc[before].is_space):
        before -= 1
    for token in (inner.root.head, doc[before]):
        is_between = holder.start <= token.i < holder.end
        is_outside = not inner.start <= token.i < inner.end
        if is_between and is_outside and _may_introduce(token):
            return token
    return None


def _may_introduce(token: Token) -> bool:
    is_verb = token.pos_ == "VERB" and lexicon.is_reporting_verb(token.lemma_)
    return is_verb and clauses.subject_of(token) is not None
