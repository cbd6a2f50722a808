"""`claimx diff` and `claimx explain` on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.article_builder import BRIDGE_TEXT, build_bridge_article


@pytest.fixture
def desk(articles: Path) -> Path:
    """The current folder, with a record and the same record without its first claim's quotes."""
    article = build_bridge_article()
    whole = article.model_copy(update={"text": BRIDGE_TEXT})
    (articles / "old.jsonl").write_text(whole.to_json() + "\n", encoding="utf-8")
    (articles / "two.jsonl").write_text(2 * (whole.to_json() + "\n"), encoding="utf-8")
    shorter = article.model_copy(update={"claims": article.claims[:1], "quotes": []})
    (articles / "new.json").write_text(shorter.to_json(indent=2), encoding="utf-8")
    return articles


def test_differences_are_told_and_gate_only_when_asked(invoke: Any, desk: Path) -> None:
    changed = invoke("diff", "old.jsonl", "new.json")
    assert changed.exit_code == 0
    assert "claim-removed" in changed.stdout
    assert invoke("diff", "old.jsonl", "new.json", "--exit-code").exit_code == 1
    same = invoke("diff", "old.jsonl", "old.jsonl", "--exit-code")
    assert same.exit_code == 0
    assert same.stdout == "0 differences in 0 of 1 articles.\n"
    page = invoke("diff", "old.jsonl", "new.json", "-f", "html")
    assert page.stdout.startswith("<!doctype html>")


def test_a_folder_is_held_against_a_folder(invoke: Any, desk: Path) -> None:
    for name, words in (("v1", "The bridge is shut."), ("v2", "The harbour is open.")):
        (desk / name).mkdir()
        (desk / name / "a.txt").write_text(words, encoding="utf-8")
    (desk / "v2" / "b.txt").write_text("The tunnel is new.", encoding="utf-8")
    result = invoke("diff", "v1", "v2", "-f", "json")
    assert [(item["article"], item["status"]) for item in json.loads(result.stdout)] == [
        ("a.txt", "unchanged"),
        ("b.txt", "added"),
    ]


def test_a_version_that_fails_is_never_no_difference(invoke: Any, desk: Path) -> None:
    assert invoke("diff", "missing.md", "old.jsonl", "--exit-code").exit_code == 3


def test_a_claim_is_explained_from_its_record(invoke: Any, desk: Path) -> None:
    told = invoke("explain", "C1", "old.jsonl")
    assert told.exit_code == 0
    assert told.stdout.startswith("content")
    steps = json.loads(invoke("explain", "c1", "new.json", "-f", "json").stdout)
    assert steps[0]["about"] == "content"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("C99", "old.jsonl"), "has no claim 'C99'"),
        (("C1", "two.jsonl"), "say which one with --id"),
        (("C1", "two.jsonl", "--id", "other"), "holds no article 'other'"),
    ],
)
def test_what_cannot_be_explained_is_said(
    arguments: tuple[str, ...], words: str, invoke: Any, desk: Path
) -> None:
    result = invoke("explain", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_one_of_several_articles_is_chosen(invoke: Any, desk: Path) -> None:
    assert invoke("explain", "C1", "two.jsonl", "--id", "2").exit_code == 0
