"""From the quoted stretches of paragraphs to whole quotations.

Offsets are half-open code points of the text that is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimx.lang.en.verbs import forms_of
from claimx.pipeline.layout.paragraphs import Paragraph
from claimx.pipeline.quotes.lost_marks import ends_in_attribution, mend_stretches
from claimx.pipeline.quotes.marks import DOUBLE, SINGLE
from claimx.pipeline.quotes.pairs import PairedParagraph, Stretch, is_introduced, pair_marks
from claimx.pipeline.quotes.patterns import ALWAYS_CAPITAL, SENTENCE_BREAK, WORD

# What may stand between the paragraphs of a quotation without being part of it.
_INTERRUPTIONS = frozenset({"boilerplate", "caption", "embed"})
_MAX_WORDS_OF_ATTRIBUTION = 25
# Paragraphs that a quotation may run through without a mark, if a mark closes it after them.
_MOST_BETWEEN = 4
_BLOCK_MARKER = re.compile(r"(?:>[ \t]?)+(?=[^\s>])")


@dataclass
class FoundQuotation:
    """A quotation in the text: a stretch a paragraph, or the two halves around ``he said``.

    ``paragraph`` is the one in which it begins.
    """

    parts: list[Stretch]
    paragraph: Paragraph
    complete: bool

    @property
    def start(self) -> int:
        """The first code point, that of its first mark."""
        return self.parts[0].start


def find_quotations(text: str, paragraphs: Iterable[Paragraph]) -> list[FoundQuotation]:
    """Every quotation of ``text`` in text order, those inside another one included."""
    paragraphs = list(paragraphs)
    running = _Running(text)
    found: list[FoundQuotation] = []
    for paragraph in paragraphs:
        found += _join_halves(text, running.read(paragraph))
    found += list_block_quotes(text, paragraphs, found)
    found = [item for item in found if not _is_apostrophe(text, item)]
    found.sort(key=lambda item: (item.start, -item.parts[-1].end))
    return found


class _Running:
    """Reads paragraphs one after the other and knows the quotation that the last left open.

    ``between`` are the paragraphs without marks since then.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._item: FoundQuotation | None = None
        self._between: list[Paragraph] = []

    def read(self, paragraph: Paragraph) -> list[FoundQuotation]:
        """The quotations that begin in ``paragraph``; the one left open may grow by it."""
        paired = pair_marks(self._text, paragraph.start, paragraph.end)
        carried, fresh = self._item, []
        stretches = _with_stray_end(self._text, paired, paragraph, carried)
        for stretch in mend_stretches(self._text, paired, paragraph, stretches):
            if self._goes_on(stretch, paragraph):
                self._add(stretch)
                continue
            complete = stretch.closing > 0 and stretch.opening > 0
            item = FoundQuotation([stretch], paragraph, complete=complete)
            fresh.append(item)
            if _runs_on(self._text, item):
                self._item = item
        if self._item is carried and carried is not None:
            self._leave(paragraph, has_marks=bool(paired.stretches or paired.strays))
        if self._item is not carried or self._item is None:
            self._between = []
        return fresh

    def _goes_on(self, stretch: Stretch, paragraph: Paragraph) -> bool:
        if self._item is None or not _continues(self._text, self._item, stretch, paragraph):
            return False
        return not (self._between and stretch.opening)

    def _add(self, stretch: Stretch) -> None:
        assert self._item is not None
        self._item.parts += [
            Stretch(part.start, part.end, 0, 0, stretch.family, runs_on=True)
            for part in self._between
        ]
        self._item.parts.append(stretch)
        self._between = []
        self._item.complete = stretch.closing > 0
        if not _runs_on(self._text, self._item):
            self._item = None

    def _leave(self, paragraph: Paragraph, *, has_marks: bool) -> None:
        """Give the open quotation up behind a paragraph that does not go on with it."""
        assert self._item is not None
        went_on = self._item.parts[-1].start >= paragraph.start
        if went_on or paragraph.kind in _INTERRUPTIONS:
            return
        if has_marks or paragraph.is_heading or len(self._between) == _MOST_BETWEEN:
            self._item = None
        else:
            self._between.append(paragraph)


def list_block_quotes(
    text: str, paragraphs: Sequence[Paragraph], found: Sequence[FoundQuotation]
) -> list[FoundQuotation]:
    """Paragraphs that Markdown sets off with ``>`` below a colon, where no marks stand in them."""
    quoted = {item.paragraph.start for item in found}
    blocks = []
    for before, paragraph in pairwise(paragraphs):
        marker = _BLOCK_MARKER.match(text, paragraph.start, paragraph.end)
        is_led_to = text[before.start : before.end].endswith(":")
        if marker is None or not is_led_to or paragraph.start in quoted:
            continue
        stretch = Stretch(marker.end(), paragraph.end, 0, 0, DOUBLE)
        blocks.append(FoundQuotation([stretch], paragraph, complete=True))
    return blocks


# --- quotations of several paragraphs ---------------------------------------------------------


def _runs_on(text: str, item: FoundQuotation) -> bool:
    """Whether the next paragraph may go on with the quotation."""
    last = item.parts[-1]
    return last.runs_on and ends_in_attribution(text, *last.inner) is None


def _with_stray_end(
    text: str, paired: PairedParagraph, paragraph: Paragraph, running: FoundQuotation | None
) -> list[Stretch]:
    """The stretches of a paragraph; before them what a stray closing mark ends of ``running``."""
    stray = paired.stray_closing
    if running is None or stray is None or stray.family != running.parts[-1].family:
        return paired.stretches
    if not any(map(str.isalnum, text[paragraph.start : stray.start])):
        return paired.stretches
    closing = stray.end - stray.start
    return [Stretch(paragraph.start, stray.end, 0, closing, stray.family), *paired.stretches]


def _continues(text: str, running: FoundQuotation, stretch: Stretch, paragraph: Paragraph) -> bool:
    """Whether ``stretch`` goes on with ``running``.

    The convention of print is that each paragraph opens with a mark and only the last closes. A
    line counts as a paragraph here; so does one that opens with no mark but ends the quotation.
    """
    last = running.parts[-1]
    if stretch.family != last.family:
        return False
    if stretch.start == paragraph.start:
        return True
    gap = text[last.end : stretch.start]
    return last.end > paragraph.start and gap.isspace() and "\n" in gap


def _is_apostrophe(text: str, item: FoundQuotation) -> bool:
    """Whether a single mark that is never closed most likely opened nothing."""
    if item.complete or item.parts[0].family != SINGLE or len(item.parts) > 1:
        return False
    return not is_introduced(text, item.paragraph.start, item.start)


# --- quotations split by their attribution ----------------------------------------------------


def _join_halves(text: str, items: Sequence[FoundQuotation]) -> Iterator[FoundQuotation]:
    """Join ``“Yes,” he said, “we will.”`` where `_is_split` is certain of it."""
    outer: FoundQuotation | None = None
    for item in items:
        if outer is not None and item.start < outer.parts[-1].end:
            yield item
        elif outer is not None and _is_split(text, outer.parts[-1], item.parts[0]):
            outer.parts += item.parts
            outer.complete = item.complete
        else:
            if outer is not None:
                yield outer
            outer = item
    if outer is not None:
        yield outer


def _is_split(text: str, first: Stretch, second: Stretch) -> bool:
    """Whether two stretches of a paragraph are one sentence around its attribution.

    So they are where a comma ends the first, the words between hold a reporting verb, end with a
    comma and end no sentence, and the second goes on in lower case ("I" counts as such).
    """
    if not first.closing or first.family != second.family:
        return False
    between = text[first.end : second.start]
    inner_end = first.inner[1]
    if text[inner_end - 1] != "," and not between.startswith(","):
        return False
    if not between.rstrip().endswith(",") or SENTENCE_BREAK.search(between):
        return False
    words = WORD.findall(between)
    if len(words) > _MAX_WORDS_OF_ATTRIBUTION or not forms_of("reporting").intersection(words):
        return False
    start = second.inner[0]
    return text[start].islower() or ALWAYS_CAPITAL.match(text, start) is not None
