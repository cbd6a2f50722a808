"""The word lists of dates, ``dates`` among those of the language."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from claimx.lang import en


@cache
def read_json(name: str) -> Any:
    """The content of ``<name>.json``."""
    return json.loads(en.read_text(f"dates/{name}.json"))


@cache
def read_lines(name: str) -> frozenset[str]:
    """The entries of ``<name>.txt`` in lower case, without comments behind them."""
    lines = (line.split("#")[0].strip() for line in en.read_lines(f"dates/{name}.txt"))
    return frozenset(line.lower() for line in lines if line)


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of one list of ``context_words.json``, in lower case."""
    return frozenset(read_json("context_words")[name])
