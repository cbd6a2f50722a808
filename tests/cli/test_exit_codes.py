"""The exit codes of the program as a shell sees them: one table, every command."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimx.cli import main
from claimx.cli.exit_codes import EXIT_CODES

ROOT = Path(__file__).parents[2]
# Starts the program with a pipeline that is there at once and finds nothing.
PROGRAM = """
import spacy
import claimx.pipeline.load
claimx.pipeline.load.load = lambda model=None: spacy.blank("en")
from claimx.cli import main
main(prog_name="claimx")
"""
WITH_A_FAULT = """
import claimx.pipeline.load
def load(model=None):
    raise ZeroDivisionError("of claimx")
claimx.pipeline.load.load = load
from claimx.cli import main
main(prog_name="claimx")
"""
SIGNALLED_WHILE_LOADING = """
import os, signal, sys, time
import claimx.pipeline.load
number = getattr(signal, sys.argv.pop())
# A program that was started in the background ignores some signals.
signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
def load(model=None):
    os.kill(os.getpid(), number)
    time.sleep(60)
claimx.pipeline.load.load = load
from claimx.cli import main
main(prog_name="claimx")
"""


def run(folder: Path, *arguments: str, code: str = PROGRAM, **options: Any) -> Any:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        **options,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bridge.txt").write_text("The bridge is shut.\n", encoding="utf-8")
    (tmp_path / "blank.txt").write_text(" \n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--help",), 0),
        (("--version",), 0),
        (("schema",), 0),
        (("extract", "bridge.txt"), 0),
        (("extract", "bridge.txt", "missing.txt"), 3),
        (("extract", "blank.txt"), 3),
        (("extract", "bridge.txt", "--published", "soon"), 2),
        (("extract", "--no-such-option"), 2),
        (("extract", "bridge.txt", "-o", "no/such/folder.jsonl"), 2),
        (("no-such-command",), 2),
        (("evaluate", "missing"), 2),
    ],
)
def test_a_command_ends_with_a_code_of_the_table(
    arguments: tuple[str, ...], code: int, folder: Path
) -> None:
    process = run(folder, *arguments)
    assert process.returncode == code, process.stderr
    assert code in EXIT_CODES
    assert "Traceback" not in process.stderr


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_the_program_and_leaves_nothing_behind(
    name: str, code: int, folder: Path
) -> None:
    if not hasattr(signal, name):
        pytest.skip(f"no {name} on this system")
    (folder / "out.jsonl").write_text("the old file\n", encoding="utf-8")
    process = run(
        folder,
        "extract",
        "bridge.txt",
        "-o",
        "out.jsonl",
        "--force",
        name,
        code=SIGNALLED_WHILE_LOADING,
    )
    assert (process.returncode, process.stderr) == (code, "")
    assert sorted(path.name for path in folder.iterdir()) == [
        "blank.txt",
        "bridge.txt",
        "out.jsonl",
    ]
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "the old file\n"


def test_a_fault_of_claimx_is_not_taken_for_a_gate_that_tripped(folder: Path) -> None:
    process = run(folder, "extract", "bridge.txt", code=WITH_A_FAULT)
    assert process.returncode == 2
    assert "ZeroDivisionError: of claimx" in process.stderr
    assert process.stderr.rstrip().endswith("please report the lines above")


@pytest.mark.parametrize("command", [(), *((name,) for name in main.commands)])
def test_the_help_of_every_command_holds_the_table(command: tuple[str, ...], invoke: Any) -> None:
    shown = " ".join(invoke(*command, "--help").stdout.split())
    for code, meaning in EXIT_CODES.items():
        assert f"{code} {meaning}" in shown


def test_the_readme_holds_the_table() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", readme, re.MULTILINE)
    assert {int(code): meaning for code, meaning in rows} == EXIT_CODES
