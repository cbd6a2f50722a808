"""Pairs of quotation marks within one paragraph.

Offsets are half-open code points of the text that is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimx.pipeline.layout.paragraphs import trim
from claimx.pipeline.quotes.marks import SINGLE, Mark, Role, find_marks
from claimx.pipeline.quotes.patterns import SENTENCE_BREAK, cut_trailing_signature

# Quotations of one family that may stand inside each other; more is no writing, but noise.
MAX_DEPTH = 2
# A single mark after a plural closes only a short quotation, else it is an apostrophe.
MAX_WORDS_BEFORE_DOUBTFUL = 6
MAX_LENGTH_BEFORE_DOUBTFUL = 80


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch of one paragraph, marks included.

    Attributes:
        start: First code point: that of the opening mark.
        end: The code point after the closing mark, or after what is left without one.
        opening: Length of the opening mark.
        closing: Length of the closing mark, 0 where there is none.
        family: As in `Mark`.
        runs_on: Whether it is still open at the end of its paragraph or line.
    """

    start: int
    end: int
    opening: int
    closing: int
    family: str
    runs_on: bool = False

    @property
    def inner(self) -> tuple[int, int]:
        """The stretch between the marks."""
        return self.start + self.opening, self.end - self.closing


@dataclass(frozen=True, slots=True)
class PairedParagraph:
    """The quoted stretches of a paragraph in text order.

    ``strays`` are closing marks that nothing opened. ``stray_closing`` is the first of them if
    nothing was opened before it: the end of a quotation that an earlier paragraph may have begun.
    """

    stretches: list[Stretch]
    stray_closing: Mark | None
    strays: tuple[Mark, ...] = ()


def pair_marks(text: str, start: int, end: int) -> PairedParagraph:
    """Find the quoted stretches of the paragraph ``text[start:end]``."""
    marks = find_marks(text, start, end)
    doubles = [mark for mark in marks if mark.family != SINGLE]
    certain = [mark for mark in doubles if not mark.doubtful]
    pairs, unclosed, stray, strays = _pair_doubles(certain)
    if unclosed and len(certain) < len(doubles):
        # A quotation is left open: what looked like inches may have been its end.
        pairs, unclosed, stray, strays = _pair_doubles(doubles)
    stretches = [_close(opening, closing) for opening, closing in pairs]
    stretches += _leave_open(text, end, unclosed, doubles)
    inside = sorted(stretches, key=lambda stretch: stretch.start)
    singles = [mark for mark in marks if mark.family == SINGLE]
    stretches += _pair_singles(text, start, end, singles, inside)
    stretches = [stretch for stretch in stretches if _holds_words(text, stretch)]
    stretches.sort(key=lambda stretch: (stretch.start, -stretch.end))
    return PairedParagraph(stretches, stray, tuple(strays))


def _close(opening: Mark, closing: Mark) -> Stretch:
    return Stretch(
        opening.start,
        closing.end,
        opening.end - opening.start,
        closing.end - closing.start,
        opening.family,
    )


def _holds_words(text: str, stretch: Stretch) -> bool:
    if stretch.start and text[stretch.start - 1] == "=":
        return False  # a value in markup
    return any(character.isalnum() for character in text[slice(*stretch.inner)])


# --- double marks -----------------------------------------------------------------------------


def _pair_doubles(
    marks: Sequence[Mark],
) -> tuple[list[tuple[Mark, Mark]], list[Mark], Mark | None, list[Mark]]:
    """Pairs, opening marks left without a partner, the first stray closing mark, and all of them.

    The first counts as such only where nothing was opened before it.
    """
    strays: list[Mark] = []
    pairs: list[tuple[Mark, Mark]] = []
    unclosed: list[Mark] = []
    stray: Mark | None = None
    stack: list[Mark] = []
    for mark in marks:
        if _opens(mark, stack):
            if len(stack) == MAX_DEPTH:
                unclosed.append(stack.pop(0))
            stack.append(mark)
            continue
        at = next((i for i in reversed(range(len(stack))) if _closes(mark, stack[i])), None)
        if at is not None:
            pairs.append((stack[at], mark))
            unclosed += stack[at + 1 :]
            del stack[at:]
        else:
            strays.append(mark)
            if stray is None and not pairs and not unclosed:
                stray = mark
    unclosed += stack
    unclosed.sort(key=lambda mark: mark.start)
    return pairs, [mark for mark in unclosed if mark.role is Role.OPEN], stray, strays


def _opens(mark: Mark, stack: Sequence[Mark]) -> bool:
    if mark.role is Role.EITHER:
        return not any(_closes(mark, opening) for opening in stack)
    if mark.glyph == "“" and stack and stack[-1].glyph == "„":
        return False
    return mark.role is Role.OPEN


def _closes(mark: Mark, opening: Mark) -> bool:
    return mark.family == opening.family


def _leave_open(
    text: str, end: int, unclosed: Sequence[Mark], marks: Sequence[Mark]
) -> Iterator[Stretch]:
    """The stretches that nothing closes: to the next mark like it, else to the paragraph's end."""
    limits: dict[int, int] = {}
    nearest: dict[str, int] = {}
    for mark in reversed(marks):
        limits[mark.start] = nearest.get(mark.glyph, end)
        nearest[mark.glyph] = mark.start
    for mark in unclosed:
        yield _stop_at(text, mark, limits[mark.start], end)


def _stop_at(text: str, opening: Mark, limit: int, end: int) -> Stretch:
    """The stretch from ``opening`` to ``limit``, without what a social post carries after it."""
    cut = cut_trailing_signature(text, opening.end, limit)
    _, last = trim(text, opening.end, cut)
    runs_on = cut == end or (cut == limit and "\n" in text[last:limit])
    return Stretch(opening.start, last, opening.end - opening.start, 0, opening.family, runs_on)


# --- single marks -----------------------------------------------------------------------------


@dataclass(slots=True)
class _Pending:
    """An opening single mark and the doubtful mark that may close it."""

    opening: Mark
    doubtful: Mark | None = None


def _pair_singles(
    text: str, start: int, end: int, marks: Sequence[Mark], doubles: Sequence[Stretch]
) -> Iterator[Stretch]:
    """Pairs of single marks that lie inside the same double ones, if any.

    Where a mark may be the apostrophe of a plural, a later mark that is certain is preferred.
    """
    pending: dict[int, _Pending] = {}
    for mark, region in zip(marks, _find_regions(marks, doubles), strict=True):
        waiting = pending.get(region)
        if mark.role is Role.OPEN:
            if waiting is not None:
                yield from _settle(text, waiting)
            pending[region] = _Pending(mark)
        elif waiting is None:
            continue
        elif not mark.doubtful:
            yield _close(waiting.opening, mark)
            del pending[region]
        elif waiting.doubtful is None:
            waiting.doubtful = mark
    for region, waiting in pending.items():
        settled = list(_settle(text, waiting))
        yield from settled
        if not settled and region < 0 and _may_run_on(text, start, waiting.opening):
            yield _stop_at(text, waiting.opening, end, end)


def _find_regions(marks: Sequence[Mark], doubles: Sequence[Stretch]) -> Iterator[int]:
    """For each mark, which of ``doubles`` is the innermost around it; -1 where none is."""
    stack: list[int] = []
    coming = 0
    for mark in marks:
        while coming < len(doubles) and doubles[coming].start < mark.start:
            stack.append(coming)
            coming += 1
        while stack and doubles[stack[-1]].end <= mark.start:
            stack.pop()
        yield stack[-1] if stack else -1


def _settle(text: str, pending: _Pending) -> Iterator[Stretch]:
    """Close with the doubtful mark, if there is one and what it closes is short."""
    opening, closing = pending.opening, pending.doubtful
    if closing is None or closing.start - opening.end > MAX_LENGTH_BEFORE_DOUBTFUL:
        return
    inner = text[opening.end : closing.start]
    if len(inner.split()) <= MAX_WORDS_BEFORE_DOUBTFUL and not SENTENCE_BREAK.search(inner):
        yield _close(opening, closing)


def _may_run_on(text: str, start: int, opening: Mark) -> bool:
    """Whether a single mark that nothing closes may be a quotation, not an apostrophe."""
    return opening.start == start or is_introduced(text, start, opening.start)


def is_introduced(text: str, start: int, at: int) -> bool:
    """Whether a comma or a colon leads to the quotation mark at ``at``."""
    lead = text[max(start, at - 3) : at].rstrip()
    return lead.endswith((",", ":"))
