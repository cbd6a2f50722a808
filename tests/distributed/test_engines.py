"""Engines for many machines, run for real on this one.

Ray is among the packages of the tests. Spark is not, for its size (430 MB): its test runs where
Java 17 is and ``pip install pyspark`` was called.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.distributed.articles import make_articles

from claimx.batch import extract_batch

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "job",
    [
        pytest.param(
            "ray_job", marks=pytest.mark.skipif(find_spec("ray") is None, reason="needs Ray")
        ),
        pytest.param(
            "spark_job",
            marks=pytest.mark.skipif(
                find_spec("pyspark") is None or shutil.which("java") is None,
                reason="needs Spark and Java",
            ),
        ),
    ],
)
def test_an_engine_gives_the_records_that_one_process_gives(job: str) -> None:
    process = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", f"tests.distributed.{job}"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=900,
        check=False,
    )
    assert process.returncode == 0, process.stderr[-3000:]
    rows = [json.loads(line) for line in process.stdout.splitlines() if line.startswith('{"')]
    records = [row["record"] for row in rows]
    assert sorted(records) == sorted(extract_batch(make_articles()))
    assert [row["path"] for row in rows if '"error"' in row["record"]] == ["7.txt"]
