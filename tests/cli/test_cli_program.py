"""The program as it is started: start-up, versions, closed pipes, interrupts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claimx import __version__
from claimx.article import article_schema
from claimx.cli import main

# Starts the program with a pipeline that is there at once and finds nothing.
WITH_BLANK_PIPELINE = """
import spacy
import claimx.pipeline.load
claimx.pipeline.load.load = lambda model=None: spacy.blank("en")
from claimx.cli import main
main(prog_name="claimx")
"""
INTERRUPTED_WHILE_LOADING = """
import os, signal, time
import claimx.pipeline.load
# A program that was started in the background ignores the signal.
signal.signal(signal.SIGINT, signal.default_int_handler)
def load(model=None):
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(60)
claimx.pipeline.load.load = load
from claimx.cli import main
main(prog_name="claimx")
"""
LIST_MODULES = """
import sys
from claimx.cli import main
try:
    main(sys.argv[1:], prog_name="claimx")
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


ENDING = """
import atexit, sys
sys.argv = ["claimx", "schema"]
atexit.register(print, "registered")
from claimx.__main__ import main
main()
"""
UNFLUSHED = """
import sys
import claimx.cli
claimx.cli.main = lambda: sys.exit(print("claims"))
from claimx.__main__ import main
main()
"""
PROFILED = """
import cProfile
from claimx.__main__ import main
try:
    cProfile.run("main()")
finally:
    print("profile kept")
"""


def run(code: str, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        **options,
    )


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("extract", "--help"), ("--version",), ("schema",), ("schema", "--help")],
)
def test_what_needs_no_pipeline_does_not_import_one(arguments: tuple[str, ...]) -> None:
    process = run(LIST_MODULES, *arguments)
    assert process.returncode == 0
    loaded = set(process.stderr.split())
    assert "claimx.cli" in loaded
    heavy = {"spacy", "thinc", "numpy", "rich", "dateparser"}
    assert not loaded & heavy
    if "--help" in arguments:
        assert "pydantic" not in loaded


def test_no_line_of_help_is_cut_at_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    runner = CliRunner()
    for arguments in ([], *([name] for name in main.commands)):
        lines = runner.invoke(main, [*arguments, "--help"]).output.splitlines()
        assert all(len(line) <= 80 for line in lines)
        # Dots behind a name in the usage say that it may be given several times.
        assert not any(line.endswith("...") for line in lines[1:])
    overview = " ".join(runner.invoke(main, ["--help"]).output.split())
    for command in main.commands.values():
        assert (command.help or "").splitlines()[0] in overview


def test_the_module_is_the_command() -> None:
    process = subprocess.run(
        [sys.executable, "-m", "claimx", "--version"], capture_output=True, text=True, check=True
    )
    assert process.stdout.startswith(f"claimx {__version__} (")


def test_the_console_script_runs_the_group(monkeypatch: pytest.MonkeyPatch) -> None:
    (script,) = entry_points(group="console_scripts", name="claimx")
    ran: list[bool] = []
    monkeypatch.setattr("claimx.cli.main", lambda: ran.append(True))
    script.load()()
    assert ran


def test_the_version_names_pipeline_and_spacy(invoke: Any) -> None:
    import spacy

    from claimx.pipeline.load import bundled_pipeline_version

    result = invoke("--version")
    assert result.exit_code == 0
    assert result.stdout == (
        f"claimx {__version__} ({bundled_pipeline_version()}, spaCy {spacy.__version__})\n"
    )


def test_the_schema_is_printed(invoke: Any) -> None:
    result = invoke("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == article_schema()
    assert result.stdout.startswith('{\n  "$schema"')


def test_every_option_is_documented() -> None:
    for command in (main, *main.commands.values()):
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert getattr(parameter, "help", None), f"{command.name} {parameter.name}"


@pytest.mark.parametrize("output_format", ["jsonl", "json", "table"])
def test_a_closed_pipe_is_success(output_format: str, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text("The bridge is shut. " * 500, encoding="utf-8")
    command = [sys.executable, "-c", WITH_BLANK_PIPELINE, "extract", "-q", str(tmp_path)]
    with subprocess.Popen(
        [*command, "-f", output_format, "--include-text"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        messages = process.stderr.read()
        assert process.wait(timeout=120) == 0
    assert messages == b""


@pytest.mark.parametrize("arguments", [("schema",), ("--help",), ("--version",)])
def test_a_pipe_that_nobody_reads_is_success(arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        process = subprocess.run(
            [sys.executable, "-m", "claimx", *arguments],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            timeout=120,
        )
    finally:
        os.close(writing)
    assert (process.returncode, process.stderr) == (0, b"")


def test_an_interrupt_ends_the_program_without_a_traceback(tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text("The bridge is shut.", encoding="utf-8")
    output = tmp_path / "out.jsonl"
    process = run(INTERRUPTED_WHILE_LOADING, "extract", str(article), "-o", str(output))
    assert process.returncode == 130
    assert "Traceback" not in process.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bridge.txt"]


def test_json_is_utf_8_in_any_locale_and_tables_do_not_fail(tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text("---\ntitle: Ægir\n---\nThe bridge is shut.\n", encoding="utf-8")
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }
    arguments = ("extract", str(article), "--byline", "Zoë", "-f")
    lines = run(WITH_BLANK_PIPELINE, *arguments, "jsonl", env=environment)
    assert json.loads(lines.stdout)["metadata"]["title"] == "Ægir"
    assert json.loads(lines.stdout)["metadata"]["byline"] == "Zoë"
    assert "Ægir" in lines.stdout
    table = run(WITH_BLANK_PIPELINE, *arguments, "table", env=environment)
    assert table.returncode == 0
    assert table.stdout.isascii()
    assert "?gir" in table.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "claimx", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert run.returncode == 2
    assert run.stderr.startswith("claimx: the output cannot be written")
    assert "Traceback" not in run.stderr


def test_what_others_do_at_the_end_is_done() -> None:
    done = run(ENDING)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("}\nregistered\n")


def test_a_profiler_keeps_what_it_saw() -> None:
    done = run(PROFILED, "schema")
    assert "profile kept" in done.stdout


def test_an_output_that_is_lost_at_the_end_is_not_success() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", UNFLUSHED],
            stdout=full,
            env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
            check=False,
        )
    assert done.returncode == 2
