"""Sentences without a look at the whole document, which spaCy's own questions take each time."""

from __future__ import annotations

from spacy.tokens import Doc, Span


def are_in_one_sentence(doc: Doc, first: int, second: int) -> bool:
    """Whether no sentence begins between two token offsets; True where none are marked."""
    low, high = sorted((first, second))
    return not any(doc[position].is_sent_start for position in range(low + 1, high + 1))


def sentence_around(span: Span) -> Span:
    """The sentence that ``span`` begins in; the whole document where none are marked."""
    doc, start, end = span.doc, span.start, span.start + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def has_parse(span: Span) -> bool:
    """Whether the tokens of ``span`` bear tags and dependencies."""
    return bool(span[0].tag and span[0].dep)
