"""Tables of comma- or tab-separated values: an article a row, its fields in columns."""

from __future__ import annotations

import codecs
import csv
import re
import threading
from collections.abc import Iterator
from typing import BinaryIO

from claimx.article import Failure
from claimx.reading.decoding import decode_bytes
from claimx.reading.failures import BadRecordError, EmptyTextError, InputError
from claimx.reading.limits import MAXIMUM_LENGTH
from claimx.reading.record_fields import (
    TEXT_NAMES,
    find_text_field,
    name_field,
    read_list,
    reduce_name,
)
from claimx.reading.records import make_source
from claimx.reading.source import ReadingOptions, Source

_DELIMITERS = ",\t;|"
_LONGEST_LINE = 4 * MAXIMUM_LENGTH + 4
_COLUMN = re.compile(r"[\"']?[^\W\d][\w .:/()#-]{0,39}[\"']?")
# The limit of a field is one for the whole process.
_LIMIT = threading.Lock()


def looks_like_table(start: bytes) -> bool:
    """Whether the first line names columns, one of which is known to hold text.

    A table whose columns are unknown is told where the rows below have as many cells.
    """
    if b"\x00" in start:
        return False
    lines = start.decode("utf-8", errors="replace").lstrip("\ufeff").splitlines()
    if not lines:
        return False
    for delimiter in _DELIMITERS:
        cells = [cell.strip() for cell in lines[0].split(delimiter)]
        if len(cells) < 2 or not all(_COLUMN.fullmatch(cell) for cell in cells):
            continue
        names = {reduce_name(cell) for cell in cells}
        if names.intersection(TEXT_NAMES) and any(map(name_field, cells)):
            return True
        if delimiter != "|" and len(lines) > 2 and _is_row_alike(lines[1:3], delimiter, len(cells)):
            return True
    return False


def _is_row_alike(lines: list[str], delimiter: str, width: int) -> bool:
    """Whether rows have as many cells as the first, none of them beginning with a blank."""
    for line in lines:
        cells = next(iter(csv.reader([line], delimiter=delimiter)), [])
        if len(cells) != width or any(cell[:1] == " " for cell in cells):
            return False
    return True


def read_table(
    stream: BinaryIO, path: str, options: ReadingOptions
) -> Iterator[Source | Failure | InputError]:
    """Read an article a row; that of the second line is named ``path:2``.

    The first row names the columns. A row that holds no article gives a failure of its own.

    Raises:
        InputError: Where no column holds a text, or a cell is longer than an article may be.
    """
    lines = _Lines(stream, path)
    first = next(lines, "")
    while first and not first.strip():
        first = next(lines, "")
    if not first:
        raise EmptyTextError(path, f"{path} is empty: give a row for each article")
    delimiter = _choose_delimiter(first)
    columns = next(_parse(iter([first]), delimiter, path, lines))
    _check_columns(columns, path, options)
    is_empty = True
    for row in _parse(lines, delimiter, path, lines):
        if not any(cell.strip() for cell in row):
            continue
        is_empty = False
        name = f"{path}:{lines.row}"
        try:
            if len(row) > len(columns):
                raise BadRecordError(
                    name,
                    f"{name} has {len(row)} cells under {len(columns)} columns: put quotation "
                    "marks around cells that hold the separator",
                )
            yield make_source(_make_record(columns, row), name, options, tuple(lines.warnings))
        except InputError as error:
            yield error
    if is_empty:
        raise EmptyTextError(path, f"{path} has no rows: give a row for each article")


def _choose_delimiter(first: str) -> str:
    """The delimiter that parts the first row into most cells."""
    return max(_DELIMITERS, key=lambda delimiter: (first.count(delimiter), delimiter == ","))


def _check_columns(columns: list[str], path: str, options: ReadingOptions) -> None:
    key = options.text_key
    names = ", ".join(columns[:12]) + (" …" if len(columns) > 12 else "")
    if key is not None and key not in columns:
        raise BadRecordError(
            path, f"{path} has no column {key!r} (--text-key): its columns are {names}"
        )
    if key is None and find_text_field(dict.fromkeys(columns, "x")) is None:
        raise BadRecordError(
            path,
            f"{path} has no column that is known to hold text: its columns are {names}; "
            "name the one that does (--text-key)",
        )


def _make_record(columns: list[str], row: list[str]) -> dict[str, object]:
    """The cells by their columns; empty cells and the row numbers of pandas are left out."""
    cells = zip(columns, row, strict=False)
    return {
        column: read_list(cell)
        for column, cell in cells
        if cell.strip() and column and not column.startswith("Unnamed:")
    }


def _parse(lines: Iterator[str], delimiter: str, path: str, source: _Lines) -> Iterator[list[str]]:
    rows = csv.reader(lines, delimiter=delimiter, strict=False)
    while True:
        source.row = source.number + 1
        try:
            with _LIMIT:
                before = csv.field_size_limit(_LONGEST_LINE)
                try:
                    row = next(rows, None)
                finally:
                    csv.field_size_limit(before)
        except csv.Error as error:
            raise BadRecordError(
                path, f"{path}:{source.row} cannot be read ({error}): mend the table"
            ) from None
        if row is None:
            return
        yield row


class _Lines(Iterator[str]):
    """The lines of a table as text, each decoded by itself."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream, self._path = stream, path
        self.number = 0
        self.row = 0
        self.warnings: list[str] = []

    def __next__(self) -> str:
        line = self._stream.readline(_LONGEST_LINE + 1)
        if not line:
            raise StopIteration
        if len(line) > _LONGEST_LINE:
            raise BadRecordError(
                self._path,
                f"{self._path}:{self.number + 1} is longer than a row may be: split its text",
            )
        if self.number == 0:
            line = line.removeprefix(codecs.BOM_UTF8)
        self.number += 1
        text, warnings = decode_bytes(line, f"{self._path}:{self.number}")
        self.warnings = warnings or self.warnings
        return text
