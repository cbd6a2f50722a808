"""Small documents in every form, and what is read of each: ``documents/``, ``documents.json``.

Run with ``CLAIMX_WRITE_GOLDEN=1`` to write the expectations anew, then read the difference.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from claimx.article import Failure
from claimx.reading import RawArticle, read_inputs

FOLDER = Path(__file__).parent / "documents"
GOLDEN = Path(__file__).parent / "documents.json"
NAMES = sorted(path.name for path in FOLDER.iterdir())
_SHOWN = 40


def describe(result: RawArticle | Failure) -> dict[str, Any]:
    """What a reader is to check: metadata, sections by kind and first words, warnings."""
    if isinstance(result, Failure):
        return {"path": result.metadata.path, "error": result.error.message}
    shown: dict[str, Any] = {
        name: value
        for name, value in result.metadata.model_dump().items()
        if value not in (None, {}, "en")
    }
    if "text_from" in shown.get("extra", {}):
        # The version of the library is none of ours.
        shown["extra"]["text_from"] = re.sub(r" [\d.]+$", "", shown["extra"]["text_from"])
    if result.id is not None:
        shown["id"] = result.id
    shown["sections"] = [
        f"{section.kind}: {' '.join(result.text[section.span.start : section.span.end].split())}"[
            :_SHOWN
        ]
        for section in result.sections
    ]
    if warnings := [text for text in result.warnings if not text.startswith("no publication date")]:
        shown["warnings"] = warnings
    return shown


def read_expected() -> dict[str, Any]:
    return dict(json.loads(GOLDEN.read_text(encoding="utf-8"))) if GOLDEN.exists() else {}


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return read_expected()


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_read_as_expected(
    name: str, expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    found = [describe(result) for result in read_inputs([name])]
    if "CLAIMX_WRITE_GOLDEN" in os.environ:
        content = json.dumps({**read_expected(), name: found}, ensure_ascii=False, indent=1)
        GOLDEN.write_text(content + "\n", encoding="utf-8")
        return
    assert found == expected[name]


def test_there_are_sixty_documents_and_none_is_left_over(expected: dict[str, Any]) -> None:
    assert len(NAMES) >= 60
    assert set(expected) == set(NAMES)
