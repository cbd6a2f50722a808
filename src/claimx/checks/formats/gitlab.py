"""GitLab's code quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any, TextIO

from claimx.checks.formats import Outcome


def render_gitlab(outcome: Outcome, stream: TextIO) -> None:
    """Write one array; equal findings of a file get fingerprints of their own."""
    seen: Counter[str] = Counter()
    issues: list[dict[str, Any]] = []
    for finding in outcome.findings:
        place = finding.place
        number = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        issues.append(
            {
                "description": f"{finding.code} {finding.name}: {finding.message}",
                "check_name": finding.code,
                "fingerprint": _distinct(finding.fingerprint, number),
                "severity": "major" if finding.fails else "minor",
                "location": {
                    "path": place.path.removeprefix("./"),
                    "positions": {
                        "begin": {"line": place.line, "column": place.column},
                        "end": {"line": place.end_line, "column": place.end_column},
                    },
                },
            }
        )
    for failure in outcome.failures:
        path = failure.metadata.path
        issues.append(
            {
                "description": failure.error.message,
                "check_name": failure.error.type,
                "fingerprint": _distinct(f"{path}\0{failure.error.type}", 0),
                "severity": "blocker",
                "location": {"path": path.removeprefix("./"), "lines": {"begin": 1}},
            }
        )
    stream.write(json.dumps(issues, ensure_ascii=False, indent=2) + "\n")


def _distinct(fingerprint: str, number: int) -> str:
    return hashlib.sha256(f"{fingerprint}\0{number}".encode()).hexdigest()[:32]
