"""Sentences without a look at the whole document, which spaCy's own questions take each time.

A parser that begins a sentence between two words one of which is in lower case is not believed:
"said | Friday afternoon", "the council on Friday | called for talks".
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

# What runs on for longer than this in either direction is not a sentence that anyone wrote, and a
# thousand cues in one would each look at all of it.
FARTHEST = 250


def are_in_one_sentence(doc: Doc, first: int, second: int) -> bool:
    """Whether no sentence begins between two token offsets; True where none are marked."""
    low, high = sorted((first, second))
    return not any(_begins_sentence(doc, position) for position in range(low + 1, high + 1))


def sentence_around(span: Span) -> Span:
    """The sentence that ``span`` begins in, no more than `FARTHEST` tokens before and behind."""
    doc, start, end = span.doc, span.start, span.start + 1
    first, last = max(0, start - FARTHEST), min(len(doc), start + FARTHEST)
    while start > first and not _begins_sentence(doc, start):
        start -= 1
    while end < last and not _begins_sentence(doc, end):
        end += 1
    return doc[start:end]


def _begins_sentence(doc: Doc, position: int) -> bool:
    if not doc[position].is_sent_start:
        return False
    if not position or not doc[position - 1].is_alpha:
        return True
    return not (doc[position - 1].is_lower or doc[position].is_lower)


def has_parse(span: Span) -> bool:
    """Whether the tokens of ``span`` bear tags and dependencies."""
    return bool(span[0].tag and span[0].dep)
