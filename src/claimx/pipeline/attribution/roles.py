"""The marked spans of a document as the linker sees them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc, Span, Token

SOURCE, CUE, CONTENT = "SOURCE", "CUE", "CONTENT"
_SENTENCE_ENDS = frozenset(".!?")
# Sections that hold no attribution: their words are neither reported nor do they report.
SILENT_SECTIONS = frozenset({"metadata", "heading", "byline", "dateline", "boilerplate"})


@dataclass(frozen=True)
class RoleSpan:
    """A marked span: half-open token offsets and its role (SOURCE, CUE or CONTENT)."""

    start: int
    end: int
    role: str

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a token with ``start`` to ``end``."""
        return self.start < end and start < self.end


def is_word(token: Token) -> bool:
    """Whether a token is neither punctuation nor white space."""
    return not (token.is_punct or token.is_space)


class Tally:
    """How many tokens of a document are of some kind, up to each of them."""

    def __init__(self, kinds: Iterable[bool]) -> None:
        self._sums = [0, *accumulate(kinds)]

    def within(self, start: int, end: int) -> int:
        """How many there are from the token ``start`` to before ``end``."""
        return self._sums[end] - self._sums[start] if end > start else 0


class RoleMap:
    """The marked spans of a document in text order, counted by position.

    ``between(role, start, end)`` is the number of spans of ``role`` that begin in
    ``start`` to ``end``; each look-up takes logarithmic time. ``words``, ``stops`` and ``breaks``
    tally the words, sentence marks and paragraph ends.
    """

    def __init__(self, doc: Doc, spans: list[RoleSpan]) -> None:
        self.doc = doc
        self.spans = sorted(spans, key=lambda span: (span.start, span.end, span.role))
        self.words = Tally(is_word(token) for token in doc)
        self.stops = Tally(token.text in _SENTENCE_ENDS for token in doc)
        self.breaks = Tally("\n" in token.text for token in doc)
        self._starts = {
            role: [span.start for span in self.spans if span.role == role]
            for role in (SOURCE, CUE, CONTENT)
        }
        self._by_role = {
            role: [span for span in self.spans if span.role == role]
            for role in (SOURCE, CUE, CONTENT)
        }

    def of(self, role: str) -> list[RoleSpan]:
        """The spans of one role in text order."""
        return self._by_role[role]

    def between(self, role: str, start: int, end: int) -> int:
        """How many spans of ``role`` begin at or after ``start`` and before ``end``."""
        starts = self._starts[role]
        return max(0, bisect_right(starts, end - 1) - bisect_right(starts, start - 1))

    def near(self, role: str, span: RoleSpan, reach: int) -> list[RoleSpan]:
        """The ``reach`` spans of ``role`` that begin before ``span`` and the ``reach`` after."""
        place = bisect_right(self._starts[role], span.start)
        return self._by_role[role][max(0, place - reach) : place + reach]


def as_span(doc: Doc, span: RoleSpan) -> Span:
    """The tokens of ``span``."""
    return doc[span.start : span.end]
