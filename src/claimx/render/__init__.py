"""Records -> what a person or a program reads: one file a format, one interface.

``claimx.render(article, "html")`` gives a record as text: the module can be called.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from claimx.render.formats import (
    FORMATS,
    Format,
    OutputError,
    Renderer,
    Settings,
    format_for_suffix,
)

__all__ = ["FORMATS", "Format", "OutputError", "Renderer", "Settings", "format_for_suffix"]


class _Callable(ModuleType):
    """The room of renderers, which is itself the function that users ask for."""

    def __call__(self, records: Any, format: str = "table", **settings: Any) -> str:
        """See `claimx.tables.render_records`."""
        from claimx.tables import render_records

        return render_records(records, format, **settings)


sys.modules[__name__].__class__ = _Callable
