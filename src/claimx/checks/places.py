"""Offsets of a text -> lines and columns of the file that it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

Unit = Literal["file", "record", "text"]
# As str.splitlines, without the separators that editors do not count as line ends.
_LINE_END = re.compile(r"\r\n|\n|\r")
_RECORD = re.compile(r"(?P<path>.+\.(?:jsonl|ndjson)(?:\.(?:gz|bz2|xz|zst))?):(?P<line>\d+)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands.

    Attributes:
        path: The file as the user gave it.
        unit: What line and column count in: the ``file``; the file of which the article is one
            ``record`` (the line is that of the record, the column 1); or the ``text`` that was
            read from the file (a web page, a Word document).
        line: From 1.
        column: From 1, in code points.
        end_line: Of the last code point.
        end_column: After the last code point.
        start: First code point of ``article.text``.
        end: The code point after the last.
        source: The line of text in which it starts; None where the text is not at hand.
        source_column: The column in that line, from 1.
    """

    path: str
    unit: Unit
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    source: str | None = None
    source_column: int = 1


class Locator:
    """Finds the places of one article."""

    def __init__(self, path: str, text: str | None, unit: Unit) -> None:
        """``path`` is that of the record's metadata, ``text`` its base of offsets if at hand."""
        record = _RECORD.fullmatch(path)
        self._path = record["path"] if record else path
        self._record_line = int(record["line"]) if record else 1
        self._unit: Unit = "record" if record or text is None else unit
        self._lines = _split(text) if text is not None else []
        self._starts = list(accumulate((len(line) for line in self._lines), initial=0))

    @property
    def unit(self) -> Unit:
        """What lines and columns count in."""
        return self._unit

    def line_of(self, offset: int) -> int:
        """The line of the text in which a code point stands, from 1."""
        return max(1, min(bisect_right(self._starts, offset), len(self._lines)))

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``."""
        if not self._lines:
            line = self._record_line
            return Place(self._path, self._unit, line, 1, line, 1, start, end)
        first, last = self.line_of(start), self.line_of(max(start, end - 1))
        column = start - self._starts[first - 1] + 1
        source = self._lines[first - 1].rstrip("\r\n")
        if self._unit == "record":
            line = self._record_line
            return Place(self._path, "record", line, 1, line, 1, start, end, source, column)
        end_column = end - self._starts[last - 1] + 1
        return Place(
            self._path, self._unit, first, column, last, end_column, start, end, source, column
        )


def _split(text: str) -> list[str]:
    lines = []
    position = 0
    for match in _LINE_END.finditer(text):
        lines.append(text[position : match.end()])
        position = match.end()
    lines.append(text[position:])
    return lines
