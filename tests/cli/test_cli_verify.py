"""`claimx verify` on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.article_builder import BRIDGE_TEXT, build_bridge_article


@pytest.fixture
def desk(articles: Path) -> Path:
    """The current folder, with the record of a draft that has quotations, and a source."""
    draft = build_bridge_article().model_copy(update={"text": BRIDGE_TEXT})
    (articles / "draft.jsonl").write_text(draft.to_json() + "\n", encoding="utf-8")
    (articles / "minutes.txt").write_text(
        "The bridge stays shut until the last cable has been tested. We were never told.\n",
        encoding="utf-8",
    )
    return articles


def test_what_differs_trips_the_gate(invoke: Any, desk: Path) -> None:
    result = invoke("verify", "draft.jsonl", "--against", "minutes.txt", "-f", "concise")
    assert result.exit_code == 1
    assert "CX601 quotation-altered: minutes.txt:1 reads otherwise: “told” became “asked”" in (
        result.stdout
    )
    assert "quotations held against 1 sources" in result.stderr


def test_a_draft_in_order_passes(invoke: Any, desk: Path) -> None:
    text = BRIDGE_TEXT.replace("\n\n", "\n")
    (desk / "whole.txt").write_text(text, encoding="utf-8")
    result = invoke("verify", "draft.jsonl", "--against", "whole.txt", "--words-only")
    assert result.exit_code == 0, result.stdout
    assert result.stdout.startswith("Nothing found")


def test_a_source_that_fails_is_never_nothing_found(invoke: Any, desk: Path) -> None:
    result = invoke("verify", "draft.jsonl", "--against", "missing.txt")
    assert result.exit_code == 3
    assert "missing.txt" in result.stderr


def test_a_source_must_be_named(invoke: Any, desk: Path) -> None:
    assert invoke("verify", "draft.jsonl").exit_code == 2


def test_the_nearest_passage_of_a_paraphrase_is_no_gate(invoke: Any, desk: Path) -> None:
    (desk / "minutes.txt").write_text(
        "The council met at nine.\nThe cables of the bridge may break in a storm.\n",
        encoding="utf-8",
    )
    result = invoke(
        *("verify", "draft.jsonl", "--against", "minutes.txt", "-f", "concise"),
        *("--select", "CX605", "--words-only"),
    )
    assert result.exit_code == 0
    assert "no verdict: nearest is minutes.txt:2" in result.stdout
    gate = invoke(
        *("verify", "draft.jsonl", "--against", "minutes.txt", "--words-only"),
        *("--select", "CX605", "--fail-on", "CX605"),
    )
    assert gate.exit_code == 1
