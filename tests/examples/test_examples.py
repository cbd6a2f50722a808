"""The examples run as their page says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = "seeds/trump-putin-ceasefire-2025-03-14.txt"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["examples/who_said_what.py", SEED], "Donald Trump [2025-03-14]"),
        (["examples/claims_to_csv.py", "seeds"], f"{SEED},C1,Donald Trump,False,mixed,2025-03-14"),
        (["examples/require_speakers.py", "seeds"], ""),
    ],
)
def test_an_example_runs(arguments: list[str], expected: str) -> None:
    run = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    assert expected in run.stdout


def test_every_example_is_on_the_page() -> None:
    page = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    for script in (ROOT / "examples").glob("*.py"):
        assert f"examples/{script.name}" in page
