"""`claimx check` on the command line: options, configuration, saved records, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimx.checks import RULES

MARK = "<!-- claimx: COMMENT -->"
HEARSAY = "The bridge will reportedly stay shut until May.\n"


@pytest.fixture
def desk(articles: Path) -> Path:
    """The current folder, with one article in which CX204 fires."""
    (articles / "hearsay.md").write_text(HEARSAY, encoding="utf-8")
    return articles


def test_a_finding_trips_the_gate(invoke: Any, desk: Path) -> None:
    found = invoke("check", "hearsay.md", "-f", "concise")
    assert found.exit_code == 1
    assert found.stdout.startswith("hearsay.md:1:17: CX204 claim-without-source: ")
    assert invoke("check", "bridge.txt").exit_code == 0


def test_inputs_that_fail_are_never_nothing_found(invoke: Any, desk: Path) -> None:
    for paths in (("missing.md",), ("missing.md", "hearsay.md"), ("missing.md", "bridge.txt")):
        result = invoke("check", *paths)
        assert result.exit_code == 3
        assert "1 input failed" in result.stdout
        assert "missing.md" in result.stderr


def test_what_counts_is_chosen(invoke: Any, desk: Path) -> None:
    for options, code in (
        (("--fail-on", "NONE"), 0),
        (("--fail-on", "CX4,CX204"), 1),
        (("--ignore", "CX2"), 0),
        (("--select", "claim-without-source"), 1),
        (("--select", "CX4"), 0),
    ):
        assert invoke("check", "hearsay.md", *options).exit_code == code
    refused = invoke("check", "hearsay.md", "--select", "CX2O4")
    assert refused.exit_code == 2
    assert "did you mean CX204" in refused.stderr


def test_the_project_configures_and_the_call_goes_before(invoke: Any, desk: Path) -> None:
    table = desk / "pyproject.toml"
    table.write_text('[tool.claimx.check]\nselect = ["CX4"]\n', encoding="utf-8")
    assert invoke("check", "hearsay.md").exit_code == 0
    assert invoke("check", "hearsay.md", "--select", "CX2").exit_code == 1
    ignores = '[tool.claimx.check.per-file-ignores]\n"hear*" = ["CX204"]\n'
    table.write_text(ignores, encoding="utf-8")
    assert invoke("check", "hearsay.md").exit_code == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("selct = []", "did you mean select"),
        ('select = ["CX2O4"]', "did you mean CX204"),
        ("min-confidence = 2", "a number from 0 to 1"),
        ("preview = 1", "true or false"),
    ],
)
def test_a_wrong_configuration_is_named(line: str, words: str, invoke: Any, desk: Path) -> None:
    (desk / "pyproject.toml").write_text(f"[tool.claimx.check]\n{line}\n", encoding="utf-8")
    result = invoke("check", "hearsay.md")
    assert result.exit_code == 2
    assert words in result.stderr
    assert "pyproject.toml" in result.stderr


def test_a_baseline_is_written_and_taken(invoke: Any, desk: Path) -> None:
    assert invoke("check", "hearsay.md", "--write-baseline", "known.jsonl").exit_code == 0
    known = invoke("check", "hearsay.md", "--baseline", "known.jsonl")
    assert known.exit_code == 0
    assert known.stdout == "Nothing found in 1 article.\n"
    missing = invoke("check", "hearsay.md", "--baseline", "none.jsonl")
    assert missing.exit_code == 2
    assert "none.jsonl" in missing.stderr


def test_records_are_checked_without_a_pipeline(
    invoke: Any, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("records.jsonl", "records.json"):
        invoke("extract", "hearsay.md", "missing.md", "--include-text", "-o", name)
    invoke("extract", "hearsay.md", "-o", "bare.jsonl")

    def fail(model: str | None = None) -> None:
        raise AssertionError("a pipeline was loaded")

    monkeypatch.setattr("claimx.pipeline.load.load", fail)
    for name in ("records.jsonl", "records.json"):
        result = invoke("check", name, "-f", "concise")
        assert result.stdout.startswith("hearsay.md:1:17: CX204"), result.stderr
        assert result.exit_code == 3
    piped = invoke("check", "-", "-f", "concise", input=(desk / "bare.jsonl").read_bytes())
    assert piped.stdout.startswith("hearsay.md:1:17: CX204")
    (desk / "hearsay.md").write_text("Changed since.\n", encoding="utf-8")
    changed = invoke("check", "records.jsonl", "-f", "concise")
    assert "hearsay.md:1:17 (of the extracted text): CX204" in changed.stdout
    bare = invoke("check", "bare.jsonl")
    assert "1 records hold no text" in bare.stderr


def test_a_damaged_record_is_a_failed_input(invoke: Any, desk: Path) -> None:
    (desk / "bad.jsonl").write_text('{"schema_version": "9.9", "id": 3}\n', encoding="utf-8")
    result = invoke("check", "bad.jsonl")
    assert result.exit_code == 3
    assert "bad.jsonl:1: the record has schema_version 9.9" in result.stderr


def test_an_editor_can_pipe_under_a_name(invoke: Any, desk: Path) -> None:
    result = invoke("check", "--stdin-filename", "draft.md", "-f", "json", input=HEARSAY)
    (finding,) = json.loads(result.stdout)
    assert finding["path"] == "draft.md"
    assert finding["unit"] == "file"


def test_a_page_has_the_position_in_its_text(invoke: Any, desk: Path) -> None:
    page = f"<html><body><article><h1>Bridge</h1><p>{HEARSAY * 3}</p></article></body></html>"
    (desk / "page.html").write_text(page, encoding="utf-8")
    result = invoke("check", "page.html", "-f", "concise")
    assert "(of the extracted text): CX204" in result.stdout


def test_every_rule_is_listed_and_explained(invoke: Any) -> None:
    listed = invoke("check", "--list").stdout.splitlines()
    assert [line.split()[:2] for line in listed] == [[rule.code, rule.name] for rule in RULES]
    for rule in RULES:
        page = invoke("check", "--explain", rule.name.upper()).stdout
        assert page == invoke("check", "--explain", rule.code).stdout
        for part in (rule.code, "Wrong:", "Right:", "Precision: ", "Default: "):
            assert part in page
    unknown = invoke("check", "--explain", "CX2O4")
    assert unknown.exit_code == 2
    assert "did you mean CX204" in unknown.stderr


def test_a_file_of_its_own_configures_too(
    invoke: Any, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "claimx.toml").write_text('[check]\nignore = ["CX204"]\n', encoding="utf-8")
    assert invoke("check", "hearsay.md").exit_code == 0
    (desk / "other.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("CLAIMX_CONFIG", "other.toml")
    assert invoke("check", "hearsay.md").exit_code == 1


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("ignore CX204", 0),
        ("ignore-file CX2", 0),
        ("ignore CX401", 1),
        ("ignore", 0),
    ],
)
def test_a_comment_of_a_page_holds_for_the_paragraph_behind_it(
    comment: str, code: int, invoke: Any, desk: Path
) -> None:
    paragraphs = f"<p>The council met in the old hall on the hill.</p>\n<p>{HEARSAY}</p>"
    page = (
        f"<html><body><article><h1>Bridge</h1>{paragraphs.replace('<p>The b', MARK + '<p>The b')}"
        "</article></body></html>"
    ).replace("COMMENT", comment)
    (desk / "page.html").write_text(page, encoding="utf-8")
    result = invoke("check", "page.html", "--select", "CX204,CX401")
    assert result.exit_code == code, result.stdout


def test_a_comment_of_a_page_that_silences_nothing_is_reported(invoke: Any, desk: Path) -> None:
    page = "<html><body><article><p>The council met in the old hall.</p></article></body></html>"
    for comment in ("ignore CX204", "ignore-file CX204"):
        file = desk / "page.html"
        file.write_text(page.replace("<p>", f"<!-- claimx: {comment} --><p>"), encoding="utf-8")
        result = invoke("check", "page.html", "-f", "concise")
        assert "CX900" in result.stdout


def test_a_database_is_checked_like_records(invoke: Any, desk: Path) -> None:
    stored = invoke("extract", "hearsay.md", "--include-text", "-o", "claims.db")
    assert stored.exit_code == 0, stored.stderr
    result = invoke("check", "claims.db", "-f", "concise")
    assert result.stdout.startswith("hearsay.md:1:17: CX204"), result.stderr


def test_several_processes_find_the_same(invoke: Any, tmp_path: Path) -> None:
    for number in range(3):
        text = f"{'Rain fell. ' * number}{HEARSAY}"
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    alone, together = (
        invoke("check", str(tmp_path), "-f", "jsonl", "-j", jobs) for jobs in ("1", "2")
    )
    assert alone.stdout == together.stdout
    assert alone.stdout.count("CX204") == 3
    assert alone.exit_code == together.exit_code == 3
