"""Cuts the text of an article where marks begin and end, so that they may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from claimx.article import Article, Span

Role = Literal["content", "source", "cue", "antecedent", "date"]


@dataclass(frozen=True)
class Mark:
    """A stretch of the text with what it is to a claim or date.

    ``start`` and ``end`` are half-open code points of ``article.text``.
    """

    start: int
    end: int
    role: Role
    id: str


@dataclass(frozen=True)
class Segment:
    """A stretch inside which no mark begins or ends.

    Attributes:
        start: First code point.
        end: The one after the last.
        marks: Ids by role; contents stand from the outermost to the innermost.
        begins: Claims whose content begins here.
        edges: Role, first and last limit of each mark on it.
    """

    start: int
    end: int
    marks: dict[Role, list[str]] = field(default_factory=dict)
    begins: tuple[str, ...] = ()
    edges: tuple[tuple[Role, int, int], ...] = ()


def list_marks(article: Article) -> list[Mark]:
    """All that is marked in the text of ``article``."""
    return list(_marks(article))


def _marks(article: Article) -> Iterator[Mark]:
    for claim in article.claims:
        yield from _of(claim.content.spans, "content", claim.id)
        if claim.cue is not None:
            yield from _of(claim.cue.spans, "cue", claim.id)
        if claim.source is None:
            continue
        yield from _of(claim.source.spans, "source", claim.id)
        evidence = claim.source.evidence
        antecedent = None if evidence is None else evidence.antecedent
        if antecedent is not None and not any(
            span.encloses(antecedent) for span in claim.source.spans
        ):
            yield from _of([antecedent], "antecedent", claim.id)
    for date in article.dates:
        yield from _of([date.span], "date", date.id)


def _of(spans: Iterable[Span], role: Role, identifier: str) -> Iterator[Mark]:
    for span in spans:
        yield Mark(span.start, span.end, role, identifier)


class Cutter:
    """Cuts stretches of one text, asked for from its beginning to its end."""

    def __init__(self, article: Article) -> None:
        marks = sorted(list_marks(article), key=lambda mark: (mark.start, -mark.end))
        self._starts = marks
        self._next = 0
        self._active: list[Mark] = []
        self._firsts = {
            (claim.id, min(span.start for span in claim.content.spans)) for claim in article.claims
        }

    def cut(self, start: int, end: int) -> Iterator[Segment]:
        """The segments of ``text[start:end]``, in order; a later call goes on behind ``end``."""
        place = start
        while place < end:
            self._enter(place)
            stop = min([end, *(mark.end for mark in self._active)])
            if self._next < len(self._starts):
                stop = min(stop, self._starts[self._next].start)
            yield self._segment(place, stop)
            place = stop

    def _enter(self, place: int) -> None:
        while self._next < len(self._starts) and self._starts[self._next].start <= place:
            self._active.append(self._starts[self._next])
            self._next += 1
        self._active = [mark for mark in self._active if mark.end > place]

    def _segment(self, start: int, end: int) -> Segment:
        marks: dict[Role, list[str]] = {}
        for mark in self._active:
            held = marks.setdefault(mark.role, [])
            if mark.id not in held:
                held.append(mark.id)
        begins = tuple(
            mark.id
            for mark in self._active
            if mark.role == "content" and mark.start == start and (mark.id, start) in self._firsts
        )
        edges = tuple((mark.role, mark.start, mark.end) for mark in self._active)
        return Segment(start, end, marks, begins, edges)
