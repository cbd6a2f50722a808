"""The pieces of attributions as token ranges."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

SOURCE, CUE, CONTENT = "SOURCE", "CUE", "CONTENT"
# Sections that hold no attribution: their words are neither reported nor do they report.
SILENT_SECTIONS = frozenset({"metadata", "heading", "byline", "dateline", "boilerplate"})


@dataclass(frozen=True)
class RoleSpan:
    """A source, a cue or a piece of a content: half-open token offsets and the role."""

    start: int
    end: int
    role: str

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a token with ``start`` to ``end``."""
        return self.start < end and start < self.end

    def contains(self, other: RoleSpan) -> bool:
        """Whether every token of ``other`` is one of its own."""
        return self.start <= other.start and other.end <= self.end


def is_word(token: Token) -> bool:
    """Whether a token is neither punctuation nor white space."""
    return not (token.is_punct or token.is_space)


def as_span(doc: Doc, span: RoleSpan) -> Span:
    """The tokens of ``span``."""
    return doc[span.start : span.end]


def head_of(doc: Doc, span: RoleSpan) -> Token:
    """The token of ``span`` that heads it: of several that hang on words outside, a cue's verb.

    Else the first of them.
    """
    roots = [
        token
        for token in doc[span.start : span.end]
        if not span.start <= token.head.i < span.end or token.head == token
    ]
    verbs = [token for token in roots if span.role == CUE and token.pos_ == "VERB"]
    return next(iter([*verbs, *roots]), doc[span.start])


def cut_out(span: RoleSpan, others: list[RoleSpan]) -> list[RoleSpan]:
    """The stretches of ``span`` that none of ``others`` covers, in text order."""
    stretches = [(span.start, span.end)]
    for other in others:
        if span.overlaps(other.start, other.end):
            stretches = [
                piece
                for start, end in stretches
                for piece in ((start, min(end, other.start)), (max(start, other.end), end))
                if piece[0] < piece[1]
            ]
    return [RoleSpan(start, end, span.role) for start, end in stretches]


def trim(doc: Doc, span: RoleSpan) -> RoleSpan | None:
    """``span`` without white space at its edges and, but for contents, without commas there."""
    start, end = span.start, span.end
    stray = (",", ";") if span.role == CONTENT else (",", ";", ".")
    while start < end and (doc[start].is_space or doc[start].text in stray):
        start += 1
    while start < end and (
        doc[end - 1].is_space or (span.role != CONTENT and doc[end - 1].text in stray)
    ):
        end -= 1
    return RoleSpan(start, end, span.role) if start < end else None
