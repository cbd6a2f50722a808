"""What the examples print is what their page shows: made when absent, compared ever after.

After a change that is meant to change them, delete `examples/expected`, run this, read the diff.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXPECTED = ROOT / "examples" / "expected"
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
}


def run(*command: str) -> str:
    process = subprocess.run(
        command,
        cwd=ROOT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert process.stdout, process.stderr
    return process.stdout


def compare(name: str, text: str) -> None:
    path = EXPECTED / name
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.skipif(
    shutil.which("jq") is None or shutil.which("bash") is None, reason="needs bash and jq"
)
def test_the_pipeline_of_the_shell_prints_what_is_expected() -> None:
    pytest.importorskip("duckdb")
    compare("newsroom.txt", run("bash", "examples/newsroom.sh"))


def test_the_table_of_pandas_is_as_expected(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    records = tmp_path / "records.jsonl"
    subprocess.run(
        [sys.executable, "-m", "claimx", "extract", "examples/articles", "-o", str(records)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    compare("speakers.csv", run(sys.executable, "examples/speakers_with_pandas.py", str(records)))
