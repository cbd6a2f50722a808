"""Divide a text into paragraphs: blank lines, line breaks, and hard-wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from claimx.lang.en.words import words_of
from claimx.reading.patterns import LIST_ITEM, MARKDOWN_HEADING, MARKDOWN_QUOTE

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029]|$)")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
# Lines of plain text are wrapped within these limits, in characters.
_NARROWEST_WRAP, _WIDEST_WRAP = 26, 130
# Lines that are so much longer than those that surely were wrapped were not.
_NEAR_SHARE = 1.25
_INNER_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z0-9]")
# A line that is a paragraph's and not a heading's or an address's.
_LONG_LINE = 80
_TITLE_WORDS = 14
# Of the width, what a line takes that ends raggedly and not with its paragraph.
_FULL_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its break and outer white space: half-open code points, and the indent."""

    start: int
    end: int
    indent: int
    text: str

    @property
    def ends_sentence(self) -> bool:
        """Whether the line closes with the mark of a sentence's end."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_short(self) -> bool:
        """Whether it is short enough for a heading."""
        return len(self.text) <= 100 and len(self.text.split()) <= _TITLE_WORDS


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Neighbouring lines that belong together.

    ``block`` counts stretches between blank lines; ``is_wrapped`` says that the breaks between the
    lines mean nothing.
    """

    lines: tuple[Line, ...]
    block: int
    is_wrapped: bool = False

    @property
    def start(self) -> int:
        """The first code point that is not white space."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """The code point after the last that is not white space."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """Its lines, joined with one space."""
        return " ".join(line.text for line in self.lines)


def divide_paragraphs(
    text: str, start: int = 0, stands_alone: Callable[[Line], bool] = lambda line: False
) -> list[Paragraph]:
    """The paragraphs of ``text`` from the code point ``start`` on, in order.

    A blank line ends a paragraph; in text whose paragraphs no blank line parts, a line break
    does. The break of a hard-wrapped line ends nothing: its line has no room for the next word.

    Args:
        stands_alone: Says of a line that it is a paragraph of its own.
    """
    blocks = list(_group_lines(text, start))
    width = _find_wrap_width(blocks, stands_alone)
    by_line = _breaks_paragraphs_by_line(blocks, width)
    paragraphs: list[Paragraph] = []
    for number, block in enumerate(blocks):
        current = [block[0]]
        alone = [stands_alone(line) for line in block] if len(block) > 1 else []
        for place, (before, line) in enumerate(pairwise(block)):
            is_apart = alone[place] or alone[place + 1]
            if is_apart and _is_cut_by_width(before, line, width, len(current)):
                is_apart = False
            if not is_apart and _joins(before, line, width, by_line):
                current.append(line)
            else:
                paragraphs.append(_make_paragraph(current, number, width))
                current = [line]
        paragraphs.append(_make_paragraph(current, number, width))
    return paragraphs


def _make_paragraph(lines: list[Line], number: int, width: int | None) -> Paragraph:
    runs_on = width is not None or any(_goes_on(*pair) for pair in pairwise(lines))
    return Paragraph(tuple(lines), number, is_wrapped=len(lines) > 1 and runs_on)


def join_wrapped_lines(text: str, paragraphs: Iterable[Paragraph]) -> str:
    """The text with blanks for the breaks of wrapped lines: as long as it was, offsets stay."""
    pieces, done = [], 0
    for paragraph in paragraphs:
        for before, line in pairwise(paragraph.lines) if paragraph.is_wrapped else ():
            pieces += [text[done : before.end], " " * (line.start - before.end)]
            done = line.start
    return "".join([*pieces, text[done:]])


def read_lines(text: str, start: int = 0) -> Iterator[Line | None]:
    """The lines from a code point on; None for a blank one."""
    for match in _LINE.finditer(text, start):
        stripped = match.group().strip()
        if stripped:
            indent = len(match.group()) - len(match.group().lstrip())
            first = match.start() + indent
            yield Line(first, first + len(stripped), indent, stripped)
        else:
            yield None


def _group_lines(text: str, start: int) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in read_lines(text, start):
        if line is not None:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _breaks(blocks: list[list[Line]]) -> Iterator[tuple[Line, Line]]:
    for block in blocks:
        yield from pairwise(block)


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a sentence plainly runs over the break."""
    return (
        not before.ends_sentence
        and len(before.text) >= _NARROWEST_WRAP
        and (line.text[0].islower() or before.text[-1] == ",")
    )


def _find_wrap_width(blocks: list[list[Line]], stands_alone: Callable[[Line], bool]) -> int | None:
    """The width to which the lines of the text were wrapped, None where they were not.

    It is that of the longest among the lines over whose end a sentence runs. Only where half of
    these had no room for the next word is the text wrapped, and not verse or an address.
    """
    running = [
        (before, line)
        for before, line in _breaks(blocks)
        if not before.ends_sentence and _NARROWEST_WRAP <= len(before.text) <= _WIDEST_WRAP
    ]
    lengths = [len(before.text) for before, line in running if _goes_on(before, line)]
    if not lengths:
        # Every line happens to begin with a capital: prose is told by what no title has.
        running = [pair for pair in running if not any(map(stands_alone, pair))]
        lengths = [len(before.text) for before, _ in running if _is_plainly_prose(before)]
    if not lengths or median(lengths) < 0.7 * max(lengths):
        return None
    near = max(lengths) * _NEAR_SHARE
    width = max(length for before, _ in running if (length := len(before.text)) <= near)
    full = sum(_has_no_room(before, line, width) for before, line in running)
    return width if 2 * full >= len(running) else None


def _is_plainly_prose(line: Line) -> bool:
    """Whether a line is no title: a sentence ends in it, or it ends with a word that leads on."""
    words = line.text.split()
    return (
        _INNER_END.search(line.text) is not None
        or len(words) > _TITLE_WORDS
        or words[-1].lower() in words_of("leads on")
    )


def _has_no_room(before: Line, line: Line, width: int | None) -> bool:
    """Whether the next line's first word would have run over the width."""
    if width is None or len(before.text) > width + 10:
        return False
    # A word may be broken behind its hyphen, and goes on without a space then.
    glued = before.text[-1] == "-" and before.text[-2:-1].isalpha()
    return glued or before.indent + len(before.text) + 1 + len(line.text.split()[0]) > width


def _is_cut_by_width(before: Line, line: Line, width: int | None, lines: int) -> bool:
    """Whether the width alone ended a line, so that the next is no part of its own by its words."""
    if before.ends_sentence or not _has_no_room(before, line, width):
        return False
    return lines > 1 or _goes_on(before, line) or _is_plainly_prose(before)


def _breaks_paragraphs_by_line(blocks: list[list[Line]], width: int | None) -> bool:
    """Whether a line break alone ends a paragraph: where hardly any blank line parts two."""
    by_blank = sum(
        _is_prose(before[-1]) and (_is_prose(after[0]) or (len(after) > 1 and _is_prose(after[-1])))
        for before, after in pairwise(blocks)
    )
    by_line = sum(
        _is_prose(before)
        and _is_prose(line)
        and not _goes_on(before, line)
        and not _has_no_room(before, line, width)
        for before, line in _breaks(blocks)
    )
    return by_blank == 0 or by_line > 4 * by_blank


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _LONG_LINE or line.ends_sentence


def _joins(before: Line, line: Line, width: int | None, by_line: bool) -> bool:
    """Whether ``line`` goes on with the paragraph of ``before``."""
    if MARKDOWN_HEADING.match(before.text) or MARKDOWN_HEADING.match(line.text):
        return False
    if MARKDOWN_QUOTE.match(line.text):
        return MARKDOWN_QUOTE.match(before.text) is not None and line.text.strip("> ") != ""
    if MARKDOWN_QUOTE.match(before.text):
        return False
    no_room = _has_no_room(before, line, width)
    # A dash or a year may come to stand at the start of a wrapped line.
    wraps = no_room and not before.ends_sentence
    if LIST_ITEM.match(line.text) and (not wraps or LIST_ITEM.match(before.text)):
        return False
    if width is not None:
        if line.indent > before.indent and not LIST_ITEM.match(before.text):
            return _goes_on(before, line)
        # Where blank lines part the paragraphs, only a line that is plainly too short ends one.
        is_full = not by_line and len(before.text) >= _FULL_SHARE * width
        return no_room or is_full or _goes_on(before, line) or _hangs(before, line)
    if by_line:
        return _goes_on(before, line) or _hangs(before, line)
    return not (before.is_short and not before.ends_sentence and not line.text[0].islower())


def _hangs(before: Line, line: Line) -> bool:
    """Whether the line goes on with the list item before it, under its text."""
    return line.indent > before.indent and LIST_ITEM.match(before.text) is not None
