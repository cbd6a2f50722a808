"""The sources of "according to", whose limits grammar knows better than the model."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claimx.pipeline import syntax
from claimx.pipeline.attribution.roles import CUE, SOURCE, RoleSpan

ACCORDING = ("according", "to")


def is_according_to(doc: Doc, cue: RoleSpan) -> bool:
    """Whether a cue is "according to"."""
    return tuple(token.lower_ for token in doc[cue.start : cue.end]) == ACCORDING


def settle_sources(doc: Doc, spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """The spans with a source behind each "according to", to the end of its noun phrase.

    Two arguments of different verbs are never one source: in "According to the BBC, a spokesman
    said" a source that runs over the comma is two.
    """
    settled = list(spans)
    for cue in spans:
        if cue.role != CUE or not is_according_to(doc, cue):
            continue
        noun = object_of_preposition(doc[cue.end - 1])
        if noun is None or noun.i < cue.end:
            continue
        phrase = syntax.noun_phrase(noun)
        first = next((s for s in settled if s.start in (cue.end, cue.end + 1)), None)
        subject = syntax.subject_of(noun.head, shared=False) if noun.head != noun else None
        if first is None:
            if phrase.start == cue.end and _is_free(settled, phrase.start, phrase.end):
                settled.append(RoleSpan(phrase.start, phrase.end, SOURCE))
        elif first.role == SOURCE and subject is not None and _holds(first, subject):
            settled.remove(first)
            settled += _split_at_comma(doc, first, subject)
        elif (
            first.role == SOURCE
            and noun.i < first.end < phrase.end
            and _is_free(settled, first.end, phrase.end)
        ):
            settled.remove(first)
            settled.append(RoleSpan(first.start, phrase.end, SOURCE))
    return sorted(settled, key=lambda span: (span.start, span.end))


def object_of_preposition(preposition: Token) -> Token | None:
    """The head of the noun phrase behind the last word of a preposition."""
    for token in (preposition, preposition.head):
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp"):
                return child
        if token.dep_ in ("case", "fixed") and token.head.i > preposition.i:
            return token.head
    return None


def _holds(span: RoleSpan, token: Token) -> bool:
    return span.start < token.i < span.end


def _is_free(spans: Sequence[RoleSpan], start: int, end: int) -> bool:
    return not any(span.overlaps(start, end) for span in spans)


def _split_at_comma(doc: Doc, span: RoleSpan, subject: Token) -> list[RoleSpan]:
    """The two sources on either side of the last comma before ``subject``."""
    for place in range(subject.i - 1, span.start, -1):
        if doc[place].text == ",":
            return [
                RoleSpan(span.start, place, SOURCE),
                RoleSpan(place + 1, span.end, SOURCE),
            ]
    return [span]
