"""Rows of columns, or, where there is no room for columns, a card a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from claimx.render.table import display
from claimx.render.table.display import lines_of, text_of

if TYPE_CHECKING:
    from claimx.render.table.layout import Layout


@dataclass(frozen=True)
class Column:
    """A column after the id.

    Attributes:
        head: Its head; on a card it labels the value where ``labelled`` says so.
        most: The most columns of the terminal that it may take.
        whole: Whether its words must not be folded.
    """

    head: str
    most: int | None = None
    whole: bool = False
    right: bool = False
    labelled: bool = False


def show_rows(
    columns: Sequence[Column],
    rows: Iterable[tuple[str, Sequence[Text]]],
    layout: Layout,
    *,
    leading: int = 1,
) -> RenderableType:
    """Records with their id and one cell a column, ``leading`` blank lines between rows.

    A column that is empty in all rows is left out.
    """
    if layout.size == "tiny":
        return show_cards(
            ((identifier, _stacked(columns, cells)) for identifier, cells in rows), layout
        )
    held = list(rows)
    filled = [place for place in range(len(columns)) if any(cells[place] for _, cells in held)]
    table = layout.table(leading=leading)
    table.add_column("Id", no_wrap=True)
    for column in (columns[place] for place in filled):
        table.add_column(
            column.head,
            overflow="fold",
            max_width=column.most,
            no_wrap=column.whole,
            justify="right" if column.right else "left",
        )
    for identifier, cells in held:
        table.add_row(Text(identifier, style=display.ID), *(cells[place] for place in filled))
    return table


def show_cards(cards: Iterable[tuple[str, Text]], layout: Layout) -> RenderableType:
    """Each text beside its id, a blank line between two."""
    grid = layout.grid()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    held = list(cards)
    for number, (identifier, text) in enumerate(held, start=1):
        below = 0 if number == len(held) else 1
        grid.add_row(Text(identifier, style=display.ID), Padding(text, (0, 0, below, 0)))
    return grid


def _stacked(columns: Sequence[Column], cells: Sequence[Text]) -> Text:
    return lines_of(
        text_of((f"{column.head}: ", display.NOTE), cell) if column.labelled and cell else cell
        for column, cell in zip(columns, cells, strict=True)
    )
