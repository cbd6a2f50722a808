"""Which of many things lie in a stretch of a text, without a look at each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from spacy.tokens import Span

_T = TypeVar("_T")


class Overlaps(Generic[_T]):
    """Things with spans, found by where they are.

    Thousands of claims beside thousands of dates would else be looked at in pairs.

    Args:
        items: Kept in this order.
        spans_of: The spans of an item.
    """

    def __init__(self, items: Sequence[_T], spans_of: Callable[[_T], Iterable[Span]]) -> None:
        self._items = items
        limits = sorted(
            (span.start, span.end, place)
            for place, item in enumerate(items)
            for span in spans_of(item)
        )
        self._starts = [start for start, _, _ in limits]
        self._limits = limits
        # The farthest end so far: behind it, nothing that begins earlier can reach.
        self._reach = list(accumulate((end for _, end, _ in limits), max))

    def find(self, spans: Iterable[Span]) -> list[_T]:
        """The items of which a span shares a token with one of ``spans``, in order."""
        found: set[int] = set()
        for span in spans:
            place = bisect_left(self._starts, span.end) - 1
            while place >= 0 and self._reach[place] > span.start:
                _, end, item = self._limits[place]
                if end > span.start:
                    found.add(item)
                place -= 1
        return [self._items[item] for item in sorted(found)]
