"""Records -> what a person or a program reads: one file a format, one interface."""

from __future__ import annotations

from claimx.render.formats import (
    FORMATS,
    Format,
    OutputError,
    Renderer,
    Settings,
    format_for_suffix,
)

__all__ = ["FORMATS", "Format", "OutputError", "Renderer", "Settings", "format_for_suffix"]
