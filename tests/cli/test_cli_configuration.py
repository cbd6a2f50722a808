"""The command line goes before the environment, and that before the file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result


def columns_of(result: Result) -> str:
    assert result.exit_code == 0, result.stderr
    return str(result.stdout.splitlines()[0])


def test_a_file_gives_options_their_values(invoke: Any, articles: Path) -> None:
    (articles / "claimx.toml").write_text(
        'published = "2024-10-16"\n[extract]\nformat = "csv"\ncolumns = ["claim", "content"]\n',
        encoding="utf-8",
    )
    assert columns_of(invoke("extract", "bridge.txt")) == "claim,content"


def test_the_table_in_pyproject_is_found_upward(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "pyproject.toml").write_text(
        "[tool.other]\nx = 1\n[tool.claimx]\ninclude-text = true\n", encoding="utf-8"
    )
    below = articles / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    record = json.loads(invoke("extract", "../../bridge.txt").stdout)
    assert record["text"]


def test_the_environment_goes_before_the_file_and_the_command_line_before_both(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "claimx.toml").write_text('title = "of the file"\n', encoding="utf-8")

    def title(*options: str) -> str:
        record = json.loads(invoke("extract", "bridge.txt", *options).stdout)
        return str(record["metadata"]["title"])

    assert title() == "of the file"
    monkeypatch.setenv("CLAIMX_TITLE", "of the environment")
    assert title() == "of the environment"
    assert title("--title", "of the line") == "of the line"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('publishd = "2024-10-16"\n', "did you mean published?"),
        ('[extrct]\nformat = "csv"\n', "did you mean extract?"),
        ('[schema]\nformat = "csv"\n', "there is no option format"),
        ("published = \n", "not TOML"),
        ('format = "csw"\n', "did you mean csv?"),
    ],
)
def test_what_a_file_gets_wrong_is_named(
    content: str, words: str, invoke: Any, articles: Path
) -> None:
    (articles / "claimx.toml").write_text(content, encoding="utf-8")
    result = invoke("extract", "bridge.txt")
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_mistyped_variable_is_named_and_another_left_alone(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMX_SOMETHING_ELSE_ENTIRELY", "1")
    assert invoke("extract", "bridge.txt").exit_code == 0
    monkeypatch.setenv("CLAIMX_PUBLISHD", "2024-10-16")
    result = invoke("extract", "bridge.txt")
    assert result.exit_code == 2
    assert "did you mean published?" in result.stderr


def test_config_prints_what_holds_and_where_it_came_from(
    invoke: Any, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "claimx.toml").write_text('title = "Shut"\n', encoding="utf-8")
    monkeypatch.setenv("CLAIMX_BYLINE", "Jo")
    lines = invoke("config", "extract").stdout.splitlines()
    assert lines[0].endswith("claimx.toml")
    assert "extract.byline = Jo  # CLAIMX_BYLINE" in lines
    assert "extract.format = auto  # default" in lines
    assert any(line.startswith("extract.title = Shut  # /") for line in lines)
    assert invoke("config", "extrat").exit_code == 2


PROBES = {
    "bash": """
source <(claimx completion bash)
complete_line() {{ COMP_WORDS=(claimx "$@"); COMP_CWORD=$#; _claimx_completion claimx; }}
complete_line {begun}
printf '%s\\n' "${{COMPREPLY[@]}}"
""",
    "zsh": """
autoload -Uz compinit && compinit -u -D
source <(claimx completion zsh)
(( $+functions[_claimx_completion] )) && print defined
_COMPLETE=x COMP_WORDS="claimx {begun}" COMP_CWORD={number} _CLAIMX_COMPLETE=zsh_complete claimx
""",
    "fish": """
claimx completion fish | source
complete --do-complete "claimx {begun}"
""",
}


@pytest.mark.parametrize("shell", PROBES)
@pytest.mark.parametrize(
    ("begun", "completed"),
    [("extr", "extract"), ("extract --min", "--min-confidence"), ("extract -f parq", "parquet")],
)
def test_shells_complete_commands_options_and_formats(
    shell: str, begun: str, completed: str, tmp_path: Path
) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} on this machine")
    script = PROBES[shell].format(begun=begun, number=len(begun.split()))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, "-c", script],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PATH": path, "HOME": str(tmp_path)},
    )
    assert completed in done.stdout, done.stderr
