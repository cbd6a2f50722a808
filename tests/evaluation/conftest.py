"""Small gold standards, and predictions made by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"

WriteBrat = Callable[..., Path]


@pytest.fixture
def data() -> Path:
    """The files beside these tests."""
    return DATA


@pytest.fixture
def write_records(tmp_path: Path) -> Callable[[Sequence[dict[str, Any]]], Path]:
    """Writes records as JSON Lines, and gives the path."""

    def write(records: Sequence[dict[str, Any]], name: str = "records.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return path

    return write
