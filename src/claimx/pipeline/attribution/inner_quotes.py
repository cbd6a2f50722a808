"""Gives a quotation inside a quotation to whoever is said there to say it.

“The officer shouted, ‘Get down!’” holds the officer's words, told by the outer speaker. The marks
are exact, and the parse leads from the inner words to their verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from claimx.pipeline import lexicon
from claimx.pipeline.annotations import Quotation
from claimx.pipeline.attribution.link import Link
from claimx.pipeline.attribution.roles import CONTENT, CUE, RoleSpan
from claimx.pipeline.syntax import clauses

_SPOKEN_KINDS = frozenset({"direct", "fragment"})


def attribute_inner_quotes(
    doc: Doc, links: Sequence[Link], quotations: Sequence[Quotation]
) -> list[Link]:
    """A link without source for each inner quotation that no link gives to anybody inside."""
    found: list[Link] = []
    spans = [span for quotation in quotations for span in quotation.spans]
    for quotation in quotations:
        inner = quotation.spans[0]
        if len(quotation.spans) > 1 or quotation.kind not in _SPOKEN_KINDS:
            continue
        holder = _find_holder(inner, spans)
        if holder is None or any(_gives(link, inner, holder) for link in links):
            continue
        cue = _find_cue(doc, inner, holder)
        taken = [link.cue for link in (*links, *found)]
        if cue is not None and not any(span.overlaps(cue.i, cue.i + 1) for span in taken):
            content = RoleSpan(inner.start, inner.end, CONTENT)
            own = RoleSpan(cue.i, cue.i + 1, CUE)
            found.append(Link(own, contents=[content], origin="inner quote"))
    return found


def _find_holder(inner: Span, spans: Sequence[Span]) -> Span | None:
    """The narrowest of ``spans`` around a quotation, or None."""
    around = [
        span
        for span in spans
        if span.start <= inner.start and inner.end <= span.end and len(span) > len(inner)
    ]
    return min(around, key=len, default=None)


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
