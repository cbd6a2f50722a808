"""SARIF 2.1.0, as code scanning reads it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from typing import Any, TextIO
from urllib.parse import quote

from claimx._version import __version__
from claimx.checks.findings import Finding
from claimx.checks.formats import Outcome
from claimx.checks.registry import BY_CODE

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(outcome: Outcome, stream: TextIO) -> None:
    """Write one log with one run; inputs that failed are notifications of the invocation."""
    codes = sorted({finding.code for finding in outcome.findings})
    run = {
        "tool": {
            "driver": {
                "name": "claimx",
                "semanticVersion": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not outcome.failures,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": failure.error.message},
                        "locations": [_location(failure.metadata.path, {})],
                    }
                    for failure in outcome.failures
                ],
            }
        ],
        "results": [_result(finding, codes.index(finding.code)) for finding in outcome.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    stream.write(json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def _rule(code: str) -> dict[str, Any]:
    rule = BY_CODE[code]
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    place = finding.place
    region: dict[str, Any] = {"startLine": place.line, "startColumn": place.column}
    if place.unit == "file":
        region |= {"endLine": place.end_line, "endColumn": place.end_column}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": "error" if finding.fails else "warning",
        "message": {"text": finding.message},
        "locations": [_location(place.path, {"region": region})],
        "partialFingerprints": {"claimx/v1": finding.fingerprint},
        "properties": {
            "unit": place.unit,
            "start": place.start,
            "end": place.end,
            "excerpt": finding.excerpt,
        },
    }
    if finding.confidence is not None:
        result["rank"] = round(100 * finding.confidence, 1)
    return result


def _location(path: str, region: dict[str, Any]) -> dict[str, Any]:
    uri = quote(path.removeprefix("./"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, **region}}
