"""A time expression as the rules found it, and the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span

from claimx.pipeline.dates.expressions import Expression

_WINDOW = 48
_WORD_AFTER = re.compile(r"\s*([^\W_]+(?:['’][^\W_]+)?|\S)?")
_EDGE_MARKS = "\"“”‘’'([,;:"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rules found: tokens, code points of the document's text, and what it says.

    ``classes`` are the word classes that the rules gave it.
    """

    span: Span
    start: int
    end: int
    expression: Expression
    classes: frozenset[str]
    # Kept, since a Doc puts its text together anew whenever it is asked for it.
    document_text: str

    @property
    def text(self) -> str:
        """The words of the expression."""
        return self.document_text[self.start : self.end]


class Surroundings:
    """The words and marks next to a candidate, at most some fifty code points away."""

    def __init__(self, candidate: Candidate) -> None:
        text, start, end = candidate.document_text, candidate.start, candidate.end
        self.candidate = candidate
        self.text_before = text[max(0, start - _WINDOW) : start]
        self.text_after = text[end : end + _WINDOW]

    @cached_property
    def words_before(self) -> list[str]:
        """The words as they are written, the nearest last."""
        return self.text_before.split()

    @cached_property
    def before(self) -> str:
        """The word before, in lower case and without marks; empty where there is none."""
        return _bare(self.words_before[-1]) if self.words_before else ""

    @cached_property
    def before_that(self) -> str:
        """The word before that."""
        return _bare(self.words_before[-2]) if len(self.words_before) > 1 else ""

    @cached_property
    def after(self) -> str:
        """The word or mark that follows, in lower case."""
        found = _WORD_AFTER.match(self.text_after)
        return (found[1] or "").lower() if found else ""

    @property
    def is_closed(self) -> bool:
        """Whether a mark or the end of the text follows."""
        return not self.after or not self.after[0].isalnum()

    @property
    def has_capital(self) -> bool:
        """Whether the expression begins with a capital letter."""
        return self.candidate.text[0].isupper()

    @property
    def begins_sentence(self) -> bool:
        """Whether a full stop, a quotation mark or a line break stands before it."""
        near = self.text_before[-3:]
        bare = near.rstrip()
        return not bare or "\n" in near or bare[-1] in ".!?:\"“”‘’'—–-"


def _bare(word: str) -> str:
    return word.strip(_EDGE_MARKS).lower()
