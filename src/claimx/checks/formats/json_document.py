"""Findings as JSON: one array, or one object a line. Inputs that failed are among them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from claimx.checks.findings import Finding
from claimx.checks.formats import Outcome


def render_json(outcome: Outcome, stream: TextIO) -> None:
    """Write one array."""
    stream.write(json.dumps(list(_entries(outcome)), ensure_ascii=False, indent=2) + "\n")


def render_json_lines(outcome: Outcome, stream: TextIO) -> None:
    """Write one object a line."""
    for entry in _entries(outcome):
        stream.write(json.dumps(entry, ensure_ascii=False) + "\n")


def _entries(outcome: Outcome) -> Iterator[dict[str, Any]]:
    for finding in outcome.findings:
        yield finding_entry(finding)
    for failure in outcome.failures:
        yield failure.model_dump()


def finding_entry(finding: Finding) -> dict[str, Any]:
    """The fields of a finding, all always present."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "message": finding.message,
        "path": place.path,
        "unit": place.unit,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "start": place.start,
        "end": place.end,
        "excerpt": finding.excerpt,
        "confidence": finding.confidence,
        "fails": finding.fails,
        "fingerprint": finding.fingerprint,
    }
