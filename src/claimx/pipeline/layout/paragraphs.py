"""The paragraphs of a text and of a Doc."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.pipeline.layout_annotations import Section, get_sections

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*|\u2029\s*")
_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029]\s*")
_NOT_SPACE = re.compile(r"\S")
_HEADINGS = frozenset({"headline", "heading"})


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as half-open code points of the text, with the kind of its section."""

    start: int
    end: int
    kind: str = "body"

    @property
    def is_heading(self) -> bool:
        """Whether it stands above other text instead of running in it."""
        return self.kind in _HEADINGS


def split_paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open code points of the paragraphs of ``text``, without the white space around them.

    A blank line ends a paragraph; in a text without blank lines a line break does.
    """
    boundary = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_BREAK
    limits = []
    start = 0
    for match in boundary.finditer(text):
        limits.append((start, match.start()))
        start = match.end()
    limits.append((start, len(text)))
    trimmed = (trim(text, *limit) for limit in limits)
    return [limit for limit in trimmed if limit[0] < limit[1]]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` without the white space at either side of ``text[start:end]``."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def make_sections(doc: Doc) -> list[Section]:
    """Body sections for a Doc of which nothing is known but its text."""
    sections = []
    for start, end in split_paragraphs(doc.text):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            sections.append(Section(span, "body"))
    return sections


def read_paragraphs(doc: Doc) -> list[Paragraph]:
    """The paragraphs of ``doc`` in text order, no two of them overlapping.

    They are its stored sections, or what `split_paragraphs` finds where none are stored. Text
    that lies in no section is a paragraph too.
    """
    text = doc.text
    sections = get_sections(doc)
    if not sections:
        return [Paragraph(start, end) for start, end in split_paragraphs(text)]
    return list(_cover(text, sections))


def _cover(text: str, sections: list[Section]) -> Iterator[Paragraph]:
    at = 0
    for section in sorted(sections, key=lambda section: (section.span.start, section.span.end)):
        start, end = max(at, section.span.start_char), section.span.end_char
        if _NOT_SPACE.search(text, at, start):
            yield Paragraph(*trim(text, at, start))
        start, end = trim(text, start, end)
        if start < end:
            yield Paragraph(start, end, section.kind)
        at = max(at, end)
    if _NOT_SPACE.search(text, at):
        yield Paragraph(*trim(text, at, len(text)))
