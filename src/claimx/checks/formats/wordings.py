"""What several formats say in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from claimx.checks.findings import Finding
from claimx.checks.formats import Outcome
from claimx.checks.places import Place


def describe_place(place: Place) -> str:
    """``path:line:column``; what the line counts in is named where it is not the file."""
    if place.unit == "record":
        return f"{place.path}:{place.line} (character {place.start} of the text)"
    if place.unit == "text":
        return f"{place.path}:{place.line}:{place.column} (of the extracted text)"
    return f"{place.path}:{place.line}:{place.column}"


def summarize(outcome: Outcome) -> str:
    """The last line of the formats for people."""
    found = outcome.findings
    articles = _count(outcome.articles, "article")
    failed = f"; {_count(len(outcome.failures), 'input')} failed" if outcome.failures else ""
    if not found:
        return f"Nothing found in {articles}{failed}."
    failing = sum(finding.fails for finding in found)
    counted = "" if failing == len(found) else f" ({failing} of them count as failures)"
    places = len(set(_paths(found)))
    where = f"in {_count(places, 'file')} of {articles}" if places > 1 else f"in {articles}"
    return f"{_count(len(found), 'finding')}{counted} {where}{failed}."


def _paths(findings: Iterable[Finding]) -> Iterable[str]:
    return (finding.place.path for finding in findings)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
