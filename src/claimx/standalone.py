"""Contents as a reader would need them alone: what the record resolved, in square brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimx.article import Span

_POSSESSIVES = ("'s", "’s")


@dataclass(frozen=True, order=True)
class Insertion:
    """What a stretch of the text stands for.

    Attributes:
        start: First code point of the stretch.
        end: The code point after its last, behind which the brackets go.
        text: What they hold.
        is_repeatable: Whether they are wanted at each place, not only at the first of a content.
    """

    start: int
    end: int
    text: str
    is_repeatable: bool = False


class Insertions:
    """All insertions of an article, by place."""

    def __init__(self, insertions: Iterable[Insertion]) -> None:
        self._ordered = sorted(set(insertions))

    def inside(self, span: Span) -> list[Insertion]:
        """Those whose stretch lies inside a span, the outermost of overlapping ones."""
        found: list[Insertion] = []
        first = bisect_left(self._ordered, Insertion(span.start, 0, ""))
        for item in self._ordered[first:]:
            if item.start >= span.end:
                break
            if item.end <= span.end and not (found and item.start < found[-1].end):
                found.append(item)
        return found


def make_standalone(content: Sequence[Span], insertions: Insertions) -> str | None:
    """The text of a content with what its words stand for, None where nothing was inserted.

    A name is inserted once, at the first place that stands for it, and nowhere behind the name in
    full; the value of a time expression at each one.

    Args:
        content: The spans of the content.
        insertions: Those of the article.
    """
    parts: list[str] = []
    known: set[str] = set()
    is_changed = False
    for span in content:
        position, written = span.start, ""
        for item in insertions.inside(span):
            before = span.text[: item.start - span.start]
            if item.text in known or (not item.is_repeatable and item.text in before):
                continue
            end = _skip_possessive(span, item.end)
            written += f"{span.text[position - span.start : end - span.start]} [{item.text}]"
            position, is_changed = end, True
            if not item.is_repeatable:
                known.add(item.text)
        parts.append(written + span.text[position - span.start :])
    return " ".join(" ".join(parts).split()) if is_changed else None


def _skip_possessive(span: Span, end: int) -> int:
    """The code point behind the possessive ending that follows ``end``, if one does."""
    return end + 2 if span.text[end - span.start :].startswith(_POSSESSIVES) else end
