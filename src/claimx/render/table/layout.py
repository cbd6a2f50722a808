"""How much room there is and what lines may be drawn with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rich import box
from rich.console import Console
from rich.table import Table

# Below the first there are no columns at all; below the second a row of claims would squeeze
# what was said, the part worth reading, into a narrow column; from the third on roles and notes
# get columns of their own.
_NARROW_WIDTH = 64
_MEDIUM_WIDTH = 140
_WIDE_WIDTH = 190

_PLAIN_RULE = box.Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


@dataclass(frozen=True)
class Layout:
    """What the parts of a table are laid out by.

    Attributes:
        width: Columns of the terminal.
        draws_lines: Whether box drawing characters are welcome: on a terminal only.
    """

    width: int
    draws_lines: bool

    @classmethod
    def of(cls, console: Console) -> Layout:
        return cls(
            width=console.width, draws_lines=console.is_terminal and not console.options.ascii_only
        )

    @property
    def size(self) -> Literal["tiny", "narrow", "medium", "wide"]:
        if self.width < _NARROW_WIDTH:
            return "tiny"
        if self.width < _MEDIUM_WIDTH:
            return "narrow"
        return "medium" if self.width < _WIDE_WIDTH else "wide"

    @property
    def frame(self) -> box.Box:
        """The lines around the header."""
        return box.ROUNDED if self.draws_lines else box.ASCII

    def table(self, *, leading: int = 1) -> Table:
        """A table with a rule under its head and ``leading`` blank lines between rows."""
        return Table(
            box=box.SIMPLE_HEAD if self.draws_lines else _PLAIN_RULE,
            leading=leading,
            padding=(0, 1, 0, 0),
            pad_edge=False,
            show_edge=False,
            header_style="",
        )

    def grid(self) -> Table:
        """Columns without lines or heads."""
        return Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
