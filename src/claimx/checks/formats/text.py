"""For people: the message, the line of the article and carets under the words."""

from __future__ import annotations

import unicodedata
from typing import TextIO

import click

from claimx.checks.findings import Finding
from claimx.checks.formats import Outcome
from claimx.checks.formats.wordings import describe_place, summarize
from claimx.render.plain_text import clean

# A paragraph is often one line of hundreds of columns: only what is near is shown.
_BEFORE = 30
_WIDTH = 88


def render_text(outcome: Outcome, stream: TextIO) -> None:
    """Write each finding with its source line."""
    for finding in outcome.findings:
        _write(finding, stream, outcome.color)
    stream.write(summarize(outcome) + "\n")


def _write(finding: Finding, stream: TextIO, color: bool) -> None:
    def paint(text: str, **style: str | bool) -> str:
        return click.style(text, **style) if color else text  # type: ignore[arg-type]

    code = paint(finding.code, fg="red" if finding.fails else "yellow", bold=True)
    stream.write(f"{code} {finding.name}: {clean(finding.message)}\n")
    stream.write(f"  {paint('-->', fg='blue')} {clean(describe_place(finding.place))}\n")
    excerpt = _excerpt(finding)
    if excerpt is not None:
        line, carets = excerpt
        number = str(finding.place.line)
        bar = paint("|", fg="blue")
        gap = " " * len(number)
        stream.write(f"{gap} {bar}\n")
        stream.write(f"{paint(number, fg='blue')} {bar} {line}\n")
        stream.write(f"{gap} {bar} {paint(carets, fg='red')}\n")
    stream.write("\n")


def _excerpt(finding: Finding) -> tuple[str, str] | None:
    """What is near of the line, and the carets below it, or None without a line."""
    place = finding.place
    if place.source is None:
        return None
    start = place.source_column - 1
    end = min(len(place.source), start + max(1, place.end - place.start))
    first = _cut_at_space(place.source, max(0, start - _BEFORE))
    last = min(len(place.source), max(first + _WIDTH, start + 1))
    before = "…" if first > 0 else ""
    behind = "…" if last < len(place.source) else ""
    lead = before + _shown(place.source[first:start])
    marked = _shown(place.source[start : min(end, last)])
    rest = _shown(place.source[min(end, last) : last]) + behind
    return lead + marked + rest, " " * _columns(lead) + "^" * max(1, _columns(marked))


def _cut_at_space(line: str, position: int) -> int:
    if position == 0:
        return 0
    space = line.find(" ", position)
    return space + 1 if 0 <= space <= position + _BEFORE // 2 else position


def _shown(text: str) -> str:
    """Characters that a terminal shows, each in its place."""
    return "".join(clean(character) or " " for character in text)


def _columns(text: str) -> int:
    """How many columns a terminal takes for ``text``."""
    return sum(
        0
        if unicodedata.combining(character)
        else 2
        if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )
