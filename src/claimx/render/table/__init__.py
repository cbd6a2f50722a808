"""Tables for a person at a terminal, or for a text file."""

from __future__ import annotations

from claimx.render.table.document import render_table

__all__ = ["render_table"]
