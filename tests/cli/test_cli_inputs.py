"""Which files `claimx extract` reads: never what it writes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_cli_program import WITH_BLANK_PIPELINE

PROGRAM = [sys.executable, "-c", WITH_BLANK_PIPELINE, "extract"]


def paths_in(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["metadata"]["path"] for line in lines]


def extract_into(output: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program with standard output in a file, as ``> FILE`` does."""
    with output.open("wb") as stream:
        return subprocess.run(
            [*PROGRAM, *arguments], stdout=stream, stderr=subprocess.PIPE, timeout=120, check=False
        )


def test_a_run_does_not_read_what_it_writes_to_standard_output(articles: Path) -> None:
    output = articles / "claims.jsonl"
    for arguments in ((".",), ("bridge.txt", "claims.jsonl", "harbour.txt")):
        process = extract_into(output, *arguments)
        assert process.returncode == 0
        assert b"claims.jsonl is where the output goes: it is not read" in process.stderr
        assert [Path(path).name for path in paths_in(output)] == ["bridge.txt", "harbour.txt"]


def test_a_run_does_not_count_its_own_unfinished_output(articles: Path) -> None:
    (articles / "old.jsonl.partial").touch()
    command = [*PROGRAM, ".", "-o", "claims.jsonl"]
    process = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert process.returncode == 0
    assert b"1 file is passed over (1 .partial)" in process.stderr


def test_a_run_does_not_follow_its_output_through_another_program(articles: Path) -> None:
    command = [*PROGRAM, ".", "--include-text"]
    with (
        (articles / "claims.jsonl").open("wb") as stream,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run,
    ):
        assert run.stdout is not None
        for line in run.stdout:
            stream.write(line)
            stream.flush()
    assert len(paths_in(articles / "claims.jsonl")) <= 5


def test_a_second_run_into_the_same_folder_gives_the_same(invoke: Any, articles: Path) -> None:
    runs = set()
    for _ in range(3):
        result = invoke("extract", ".", "--include-text", "-o", "claims.jsonl", "--force")
        assert result.exit_code == 0
        runs.add((articles / "claims.jsonl").read_text(encoding="utf-8"))
    assert len(runs) == 1


def test_no_output_replaces_what_a_folder_or_standard_input_holds(
    invoke: Any, articles: Path
) -> None:
    before = (articles / "bridge.txt").read_bytes()
    for arguments in ((".",), (str(articles),), ("..",)):
        result = invoke("extract", *arguments, "-o", "bridge.txt")
        assert result.exit_code == 2
        assert "would overwrite an input" in result.stderr
    with (articles / "bridge.txt").open("rb") as stdin:
        process = subprocess.run(
            [*PROGRAM, "-", "-o", "bridge.txt"], stdin=stdin, capture_output=True, check=False
        )
    assert process.returncode == 2
    assert b"would overwrite an input" in process.stderr
    assert (articles / "bridge.txt").read_bytes() == before


def test_an_output_that_is_write_protected_is_refused(invoke: Any, articles: Path) -> None:
    protected = articles / "old.jsonl"
    protected.write_text("old")
    protected.chmod(0o444)
    result = invoke("extract", "bridge.txt", "-o", "old.jsonl")
    assert result.exit_code == 2
    assert "may not be written" in result.stderr
    assert protected.read_text() == "old"


@pytest.mark.parametrize("follow", [False, True])
def test_a_link_out_of_a_folder_is_read_on_request_alone(
    follow: bool, invoke: Any, articles: Path
) -> None:
    (articles / "news").mkdir()
    (articles / "news/innocent.txt").symlink_to("../bridge.txt")
    result = invoke("extract", "news", *(["--follow-links"] if follow else []))
    (line,) = map(json.loads, result.stdout.splitlines())
    assert ("error" in line) is not follow
    if not follow:
        assert "--follow-links" in line["error"]["message"]


def test_one_bad_link_does_not_stop_the_others(invoke: Any, articles: Path) -> None:
    (articles / "circle.txt").symlink_to("circle.txt")
    lines = [json.loads(line) for line in invoke("extract", ".").stdout.splitlines()]
    assert ["error" in line for line in lines] == [False, True, False]
