"""Types of options that several commands share."""

from __future__ import annotations

import os


def unicode_text(value: str) -> str:
    """Words of the command line; bytes that the locale cannot decode are read as UTF-8.

    Everything written is UTF-8, which cannot hold the lone surrogates that Python makes of such
    bytes.
    """
    return os.fsencode(value).decode("utf-8", errors="replace")
