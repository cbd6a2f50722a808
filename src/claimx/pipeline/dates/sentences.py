"""Sentences without a look at the whole document, which spaCy's own questions take each time."""

from __future__ import annotations

from spacy.tokens import Doc, Span


def are_in_one_sentence(doc: Doc, first: int, second: int) -> bool:
    """Whether no sentence begins between two token offsets; True where none are marked."""
    low, high = sorted((first, second))
    return not any(doc[position].is_sent_start for position in range(low + 1, high + 1))


def has_parse(span: Span) -> bool:
    """Whether the tokens of ``span`` bear tags and dependencies."""
    return bool(span[0].tag and span[0].dep)
