"""Closed and full standard streams, and what the system says when something cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Invoke

PROGRAM = f"{sys.executable} -m claimx"


def run(command: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, **options)  # type: ignore[call-overload, no-any-return]


def test_a_closed_standard_output_is_a_wrong_call(articles: Path) -> None:
    done = run(f"{PROGRAM} extract bridge.txt >&-")
    assert done.returncode == 2
    assert done.stderr == (
        "claimx: standard output is closed: send it to a file or a pipe, or give -o FILE\n"
    )


def test_a_closed_standard_input_is_a_wrong_call(articles: Path) -> None:
    for arguments in ("extract -", "extract", "extract bridge.txt -"):
        done = run(f"{PROGRAM} {arguments} <&-")
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert done.stdout == ""


def test_with_an_output_file_no_standard_output_is_needed(articles: Path) -> None:
    done = run(f"{PROGRAM} extract bridge.txt -q -o claims.jsonl >&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert (articles / "claims.jsonl").read_text().count("\n") == 1


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_without_a_standard_error_the_output_is_whole(articles: Path, redirection: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    done = run(f"{PROGRAM} extract missing.txt bridge.txt {redirection}")
    assert done.returncode == 3
    assert done.stdout.count("\n") == 2


def test_a_pipeline_that_may_not_be_read_is_named(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimx.pipeline.load import PipelineError, _load_other

    def refuse(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    (articles / "pipeline").mkdir()
    monkeypatch.setattr("pathlib.Path.is_file", refuse)
    with pytest.raises(PipelineError, match=r"pipeline may not be read"):
        _load_other(str(articles / "pipeline"))


def test_a_folder_that_is_gone_is_not_the_output(
    invoke: Invoke, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*arguments: object, **options: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "/gone")

    monkeypatch.setattr("claimx.pipeline.load.load", lose)
    result = invoke("extract", "bridge.txt")
    assert result.exit_code == 2
    assert result.output == "claimx: /gone: no such file or directory\n"


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interrupt_while_python_imports_shows_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")
    done = run(f"{PROGRAM} --help", env={**os.environ, "PYTHONPATH": str(tmp_path)}, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
