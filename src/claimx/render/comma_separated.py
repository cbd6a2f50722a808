"""CSV: a row a claim (or quote, speaker, date, entity), a head with stable names."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from claimx.render.plain_text import clean_lines
from claimx.render.rows import Cell, columns_of, rows_of_all

if TYPE_CHECKING:
    from claimx.article import Article, Failure
    from claimx.render.formats import Settings

BETWEEN = " | "
# What a spreadsheet takes for the beginning of a formula, wide forms included.
_FORMULA_STARTS = tuple("=+-@＝＋－＠")


def render_csv(records: Iterable[Article | Failure], stream: TextIO, settings: Settings) -> None:
    """Write the head and each article's rows as soon as they are there; failures have none.

    The items of a list stand in one cell with `` | `` between them. A cell that a spreadsheet
    would run as a formula gets an apostrophe in front.

    Raises:
        OutputError: For an unknown column.
    """
    columns = columns_of(settings.rows, settings.columns)
    if settings.byte_order_mark:
        stream.write("\ufeff")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([column.name for column in columns])
    for rows in rows_of_all(records, settings.rows, columns):
        writer.writerows([in_cell(value) for value in row.values()] for row in rows)
        stream.flush()


def in_cell(value: Cell) -> str:
    """A value as the text of a cell that no spreadsheet runs and no terminal obeys."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = clean_lines(BETWEEN.join(value) if isinstance(value, list) else value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text
