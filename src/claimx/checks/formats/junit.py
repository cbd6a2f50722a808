"""JUnit's XML: a suite a file, a case a finding; a file without findings is a case that passed."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TextIO
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from claimx.checks.findings import Finding
from claimx.checks.formats import Outcome
from claimx.checks.formats.wordings import describe_place

# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(outcome: Outcome, stream: TextIO) -> None:
    """Write one document."""
    failing = [finding for finding in outcome.findings if finding.fails]
    root = Element(
        "testsuites",
        name=f"claimx {outcome.command}",
        tests=str(max(1, len(outcome.findings) + len(outcome.failures))),
        failures=str(len(failing)),
        errors=str(len(outcome.failures)),
    )
    for path, group in groupby(outcome.findings, key=lambda finding: finding.place.path):
        _add_suite(root, path, list(group))
    for failure in outcome.failures:
        suite = _suite(root, failure.metadata.path, tests=1, failures=0, errors=1)
        case = SubElement(suite, "testcase", name="read", classname=_plain(failure.metadata.path))
        error = SubElement(case, "error", type=_plain(failure.error.type))
        error.set("message", _plain(failure.error.message))
    if not len(root):
        suite = _suite(root, f"claimx {outcome.command}", tests=1, failures=0, errors=0)
        SubElement(suite, "testcase", name="no findings", classname="claimx")
    indent(root)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    stream.write(declaration + tostring(root, encoding="unicode") + "\n")


def _add_suite(root: Element, path: str, findings: list[Finding]) -> None:
    failures = sum(finding.fails for finding in findings)
    suite = _suite(root, path, tests=len(findings), failures=failures, errors=0)
    for finding in findings:
        place = _plain(describe_place(finding.place))
        name = f"{finding.code} {finding.name} at {place}"
        case = SubElement(suite, "testcase", name=name, classname=_plain(path))
        case.set("file", _plain(path))
        case.set("line", str(finding.place.line))
        words = _plain(f"{place}: {finding.message}\n{finding.excerpt}")
        if finding.fails:
            failure = SubElement(case, "failure", type=finding.code)
            failure.set("message", _plain(finding.message))
            failure.text = words
        else:
            SubElement(case, "system-out").text = words


def _suite(root: Element, name: str, **counts: int) -> Element:
    suite = SubElement(root, "testsuite", name=_plain(name))
    for key, count in counts.items():
        suite.set(key, str(count))
    return suite


def _plain(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
