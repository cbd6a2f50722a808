"""The files for GitHub, GitLab and pre-commit do what they say, as far as no network is needed."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
}


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def run(command: list[str], folder: Path, **environment: str) -> Any:
    return subprocess.run(
        command,
        cwd=folder,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with an article in which CX204 and CX302 fire."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bridge.md").write_text(
        "The bridge will reportedly stay shut until 31 April.\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
def test_the_steps_of_the_action_annotate_and_report(repository: Path) -> None:
    (step,) = [step for step in read(".github/action.yml")["runs"]["steps"] if "id" in step]
    script = step["run"].replace("$GITHUB_ACTION_PATH", str(ROOT / ".github"))
    output = repository / "output"
    arguments = {
        "INPUT_PATHS": "articles/\n",
        "INPUT_ARGS": "--fail-on CX3",
        "INPUT_SARIF": "claimx.sarif",
        "GITHUB_OUTPUT": str(output),
    }
    assert set(step["env"]) <= set(arguments)
    process = run(["bash", "-c", script], repository, **arguments)
    assert process.returncode == 1, process.stderr
    warning, error = process.stdout.splitlines()
    assert warning.startswith(
        "::warning title=claimx (CX204),file=articles/bridge.md,line=1,col=17"
    )
    assert error.startswith("::error title=claimx (CX302),file=articles/bridge.md,line=1")
    assert output.read_text(encoding="utf-8") == "exit-code=1\n"
    log = json.loads((repository / "claimx.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 2
    gone = run(["bash", "-c", script], repository, **{**arguments, "INPUT_PATHS": "gone"})
    assert gone.returncode == 3
    wrong = run(["bash", "-c", script], repository, **{**arguments, "INPUT_ARGS": "--selct"})
    assert wrong.returncode == 2
    assert "--selct" in wrong.stderr


def test_the_action_and_the_workflow_name_the_same_inputs() -> None:
    inputs = read(".github/action.yml")["inputs"]
    (job,) = read("examples/ci/github-workflow.yml")["jobs"].values()
    (use,) = [step for step in job["steps"] if "claimx" in step["uses"]]
    assert set(use["with"]) <= set(inputs)


def test_the_hook_checks_the_files_that_it_is_given(repository: Path) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")
    (used,) = read("examples/ci/pre-commit-config.yaml")["repos"][0]["hooks"]
    assert used["id"] == hook["id"]
    command = [*shlex.split(hook["entry"]), *used["args"], "articles/bridge.md"]
    process = run(command, repository)
    assert process.returncode == 1, process.stderr
    assert "CX302" in process.stdout
    assert "CX204" not in process.stdout


def test_the_job_for_gitlab_writes_its_report(repository: Path) -> None:
    job = read("examples/ci/gitlab-ci.yml")["check-copy"]
    (command,) = [line for line in job["script"] if line.startswith("claimx")]
    assert run(shlex.split(command), repository).returncode == 1
    report = repository / job["artifacts"]["reports"]["codequality"]
    issues = json.loads(report.read_text(encoding="utf-8"))
    assert [issue["check_name"] for issue in issues] == ["CX204", "CX302"]
