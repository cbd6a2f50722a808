"""Reads the word lists beside this module."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def read_json(name: str) -> Any:
    """The content of ``data/<name>.json``."""
    file = resources.files("claimx.pipeline.dates").joinpath("data", f"{name}.json")
    return json.loads(file.read_text(encoding="utf-8"))


@cache
def read_lines(name: str) -> frozenset[str]:
    """The entries of ``data/<name>.txt``: one a line, in lower case; ``#`` begins a comment."""
    file = resources.files("claimx.pipeline.dates").joinpath("data", f"{name}.txt")
    lines = (line.split("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(line.lower() for line in lines if line)


@cache
def read_words(name: str) -> frozenset[str]:
    """The words of one list of ``data/context_words.json``, in lower case."""
    return frozenset(read_json("context_words")[name])
