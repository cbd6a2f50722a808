"""Workflow commands of GitHub Actions, which become annotations.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from typing import TextIO

from claimx.checks.findings import Finding
from claimx.checks.formats import Outcome

_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}


def render_github(outcome: Outcome, stream: TextIO) -> None:
    """Write one command a finding, and one an input that failed."""
    for finding in outcome.findings:
        stream.write(_command(finding) + "\n")
    for failure in outcome.failures:
        path = _escape(failure.metadata.path, _IN_PROPERTIES)
        message = _escape(failure.error.message, _IN_DATA)
        stream.write(f"::error title=claimx,file={path}::{message}\n")


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "title": f"claimx ({finding.code})",
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endLine": str(place.end_line),
    }
    if place.line == place.end_line:
        # With an end column on another line GitHub drops the annotation.
        properties["endColumn"] = str(max(place.end_column, place.column))
    where = ",".join(f"{key}={_escape(text, _IN_PROPERTIES)}" for key, text in properties.items())
    words = f" (character {place.start} of the text)" if place.unit != "file" else ""
    message = _escape(f"{finding.code} {finding.name}: {finding.message}{words}", _IN_DATA)
    return f"::{'error' if finding.fails else 'warning'} {where}::{message}"


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
